//! The map under the hand: drag, wheel, a press beside every place, and the arrows.

use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::FocusedInput;
use bevy::picking::events::{Click, Drag, DragEnd, Pointer, Scroll};
use bevy::prelude::*;
use bevy::ui::UiGlobalTransform;

use super::sight::Sight;
use super::{DeskAction, STEP, Surface};
use crate::app::action::{Acted, Action};
use crate::app::client::Play;
use crate::app::wake::Wake;

/// How far the picture has been dragged and not yet let go.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(in super::super) struct Dragged(pub(super) Vec2);

/// Pixels that an arrow key moves the map by.
const PAN: f32 = 70.0;

pub(super) fn drag(
    mut drag: On<Pointer<Drag>>,
    scale: Res<UiScale>,
    mut dragged: ResMut<Dragged>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    dragged.0 = drag.distance / scale.0;
    wake.soon();
}

pub(super) fn drop(
    mut drag: On<Pointer<DragEnd>>,
    play: Option<Res<Play>>,
    mut dragged: ResMut<Dragged>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    let by = std::mem::take(&mut dragged.0);
    if let Some(play) = play {
        let next = sight.moved(play.seat().case.map.size, -by);
        sight.set_if_neq(next);
    }
    wake.soon();
}

pub(super) fn wheel(
    mut scroll: On<Pointer<Scroll>>,
    surfaces: Query<(&ComputedNode, &UiGlobalTransform), With<Surface>>,
    scale: Res<UiScale>,
    play: Option<Res<Play>>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    scroll.propagate(false);
    let Some((node, place)) = surfaces.iter().next() else {
        return;
    };
    let corner = (place.translation - node.size() / 2.0) * node.inverse_scale_factor;
    let pixel = scroll.pointer_location.position / scale.0 - corner;
    if let Some(play) = play
        && scroll.y != 0.0
    {
        let by = if scroll.y > 0.0 { STEP } else { 1.0 / STEP };
        let next = sight.zoomed(play.seat().case.map.size, by, pixel);
        sight.set_if_neq(next);
        wake.soon();
    }
}

/// A press beside every place puts the card away.
pub(super) fn put_away(
    click: On<Pointer<Click>>,
    dragged: Res<Dragged>,
    mut acted: MessageWriter<Acted>,
) {
    if dragged.0.length() < 4.0 {
        acted.write(Acted {
            action: Action::Desk(DeskAction::NoPlace),
            source: click.entity,
        });
    }
}

pub(super) fn keys(
    mut input: On<FocusedInput<KeyboardInput>>,
    play: Option<Res<Play>>,
    mut sight: ResMut<Sight>,
    mut wake: ResMut<Wake>,
) {
    let Some(play) = play.filter(|_| input.input.state.is_pressed()) else {
        return;
    };
    let by = match input.input.key_code {
        KeyCode::ArrowLeft => Vec2::new(-PAN, 0.0),
        KeyCode::ArrowRight => Vec2::new(PAN, 0.0),
        KeyCode::ArrowUp => Vec2::new(0.0, -PAN),
        KeyCode::ArrowDown => Vec2::new(0.0, PAN),
        _ => return,
    };
    input.propagate(false);
    let next = sight.moved(play.seat().case.map.size, by);
    sight.set_if_neq(next);
    wake.soon();
}
