//! The chart under the hand: a node is dragged or moved with Shift and the arrows, the sheet is dragged,
//! the wheel comes nearer, a press beside everything puts the card away.

use bevy::input::ButtonInput;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::FocusedInput;
use bevy::picking::events::{Click, Drag, DragEnd, Pointer, Scroll};
use bevy::prelude::*;
use bevy::ui::UiGlobalTransform;

use super::sheet::Sheet;
use super::{ChartAction, ChartUi, Knot, Moves, STEP, Stand, Surface, zoom};
use crate::app::action::{Acted, Action};
use crate::app::client::Play;
use crate::app::i18n::Language;
use crate::app::wake::Wake;
use crate::scenario::ids::SubjectId;

/// What has been dragged, how far, and not yet let go; and that the press that ends it is none.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Dragged {
    node: Option<SubjectId>,
    by: Vec2,
}

/// Pixels that an arrow key moves by.
const PAN: f32 = 60.0;
/// A hand that trembles drags nothing.
const STEADY: f32 = 4.0;

pub(super) fn drag(
    mut drag: On<Pointer<Drag>>,
    scale: Res<UiScale>,
    knots: Query<&Knot>,
    mut dragged: ResMut<Dragged>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    let by = drag.distance / scale.0;
    let node = knots.get(drag.original_event_target()).ok().map(|k| k.0);
    if by.length() >= STEADY {
        *dragged = Dragged { node, by };
        wake.soon();
    }
}

pub(super) fn drop(
    mut drag: On<Pointer<DragEnd>>,
    play: Option<Res<Play>>,
    language: Res<Language>,
    mut dragged: ResMut<Dragged>,
    mut ui: ResMut<ChartUi>,
    mut wake: ResMut<Wake>,
) {
    drag.propagate(false);
    let Dragged { node, by } = std::mem::take(&mut *dragged);
    if let Some(play) = play
        && by != Vec2::ZERO
    {
        shift(&mut ui, &play, *language, node, by);
    }
    wake.soon();
}

/// Moves a node by pixels, or else the sheet.
fn shift(ui: &mut ChartUi, play: &Play, language: Language, node: Option<SubjectId>, by: Vec2) {
    let seat = play.seat();
    let sight = Sheet::of(seat, ui, language.0).sight(ui);
    // What is moved stays in sight of the hand: the chart is not fitted to its sheet again under it.
    let (dx, dy) = (by.x / sight.zoom, by.y / sight.zoom);
    match node {
        Some(id) => {
            let stands = &mut ui.stands[seat.case.team.index()];
            if let Some(stand) = stands.get_mut(&id) {
                let at = (stand.at.0 + dx, stand.at.1 + dy);
                *stand = Stand { at, by_hand: true };
            }
            ui.sight = Some((sight.middle, sight.zoom));
        }
        None => {
            let middle = (sight.middle.0 - dx, sight.middle.1 - dy);
            ui.sight = Some((middle, sight.zoom));
        }
    }
}

/// What is dragged moves along.
pub(super) fn follow(
    dragged: Res<Dragged>,
    mut sheets: Query<&mut Node, (With<Moves>, Without<Knot>)>,
    mut knots: Query<(&Knot, &mut UiTransform)>,
) {
    if !dragged.is_changed() {
        return;
    }
    let by = if dragged.node.is_none() {
        dragged.by
    } else {
        Vec2::ZERO
    };
    for mut sheet in &mut sheets {
        (sheet.left, sheet.top) = (px(by.x), px(by.y));
    }
    for (knot, mut place) in &mut knots {
        let by = if dragged.node == Some(knot.0) {
            dragged.by
        } else {
            Vec2::ZERO
        };
        place.translation = Val2::px(by.x, by.y);
    }
}

pub(super) fn wheel(
    mut scroll: On<Pointer<Scroll>>,
    surfaces: Query<(&ComputedNode, &UiGlobalTransform), With<Surface>>,
    scale: Res<UiScale>,
    play: Option<Res<Play>>,
    language: Res<Language>,
    mut ui: ResMut<ChartUi>,
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
        zoom(&mut ui, play.seat(), language.0, by, pixel);
        wake.soon();
    }
}

/// A press beside everything puts the card away.
pub(super) fn put_away(
    click: On<Pointer<Click>>,
    dragged: Res<Dragged>,
    surfaces: Query<(), With<Surface>>,
    mut acted: MessageWriter<Acted>,
) {
    if dragged.by == Vec2::ZERO && surfaces.contains(click.original_event_target()) {
        acted.write(Acted {
            action: Action::Chart(ChartAction::NoPick),
            source: click.entity,
        });
    }
}

/// Arrows move the sheet; with Shift they move the node that is picked.
pub(super) fn keys(
    mut input: On<FocusedInput<KeyboardInput>>,
    held: Res<ButtonInput<KeyCode>>,
    play: Option<Res<Play>>,
    language: Res<Language>,
    mut ui: ResMut<ChartUi>,
    mut wake: ResMut<Wake>,
) {
    let Some(play) = play.filter(|_| input.input.state.is_pressed()) else {
        return;
    };
    let Some(by) = arrow(input.input.key_code) else {
        return;
    };
    input.propagate(false);
    let shifted = held.any_pressed([KeyCode::ShiftLeft, KeyCode::ShiftRight]);
    match ui.picked {
        Some(super::Pick::Node(id)) if shifted => {
            shift(&mut ui, &play, *language, Some(id), by / 3.0);
        }
        _ => shift(&mut ui, &play, *language, None, -by),
    }
    wake.soon();
}

fn arrow(key: KeyCode) -> Option<Vec2> {
    Some(match key {
        KeyCode::ArrowLeft => Vec2::new(-PAN, 0.0),
        KeyCode::ArrowRight => Vec2::new(PAN, 0.0),
        KeyCode::ArrowUp => Vec2::new(0.0, -PAN),
        KeyCode::ArrowDown => Vec2::new(0.0, PAN),
        _ => return None,
    })
}
