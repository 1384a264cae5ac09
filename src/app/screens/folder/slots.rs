//! A long folder shows its cards where one looks: each item has a slot, and a slot has its card while
//! it is within a screen of what is seen.
//!
//! A slot keeps the height of the card that it had, so that nothing moves under the reader; until
//! then it is as high as most cards are.

use bevy::input_focus::InputFocus;
use bevy::prelude::*;
use bevy::ui::UiSystems;
use bevy::ui_widgets::ScrollArea;

use super::FolderAction;
use super::card::card;
use super::column::InList;
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::text::Parent;
use crate::app::wake::Wake;
use crate::scenario::ids::ItemId;
use crate::session::SeatEnd;
use crate::view::ItemView;

/// Folders up to this long are shown whole.
pub(super) const WHOLE: usize = 40;
/// Cards that are there before the first layout.
const FIRST: usize = 8;
/// Height of most cards, in logical pixels.
const USUAL: f32 = 118.0;

/// The place of one item in a long list.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Slot {
    item: ItemId,
    height: f32,
    filled: bool,
}

/// The list of these items, in slots.
pub(super) fn list(list: &mut Parent, shown: &[&ItemView], seat: &SeatEnd) {
    for (n, item) in shown.iter().enumerate() {
        let slot = Slot {
            item: item.id,
            height: USUAL,
            filled: n < FIRST,
        };
        list.spawn((node(&slot), slot)).with_children(|place| {
            if slot.filled {
                fill(place, item, seat);
            }
        });
    }
}

/// A filled slot is as high as its card, an empty one as its card was.
fn node(slot: &Slot) -> Node {
    Node {
        flex_direction: FlexDirection::Column,
        flex_shrink: 0.0,
        height: if slot.filled { auto() } else { px(slot.height) },
        ..default()
    }
}

pub(super) fn fill(place: &mut Parent, item: &ItemView, seat: &SeatEnd) {
    let open = Action::Folder(FolderAction::Open(item.id));
    let card = card(place, item, &seat.case, seat.view.clock.round, None, open);
    place.commands().entity(card).insert(InList);
}

pub(super) fn plugin(app: &mut App) {
    let here = resource_exists::<Play>.and_then(any_with_component::<Slot>);
    app.add_systems(PostUpdate, look.after(UiSystems::Layout).run_if(here));
}

type Placed<'a> = (
    Entity,
    &'a mut Slot,
    &'a mut Node,
    &'a ComputedNode,
    &'a UiGlobalTransform,
);
type Area<'a> = (
    &'a ComputedNode,
    &'a UiGlobalTransform,
    &'a mut ScrollPosition,
);

/// Fills the slots near what is seen, and empties those far from it but for the one in use.
fn look(
    mut slots: Query<Placed, Without<ScrollArea>>,
    mut areas: Query<Area, With<ScrollArea>>,
    parents: Query<&ChildOf>,
    play: Res<Play>,
    focus: Res<InputFocus>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let seat = play.seat();
    let in_use = focus.get().and_then(|entity| {
        parents
            .iter_ancestors(entity)
            .find(|up| slots.contains(*up))
    });
    let Some(first) = slots.iter().next().map(|(entity, ..)| entity) else {
        return;
    };
    let Some(area) = parents.iter_ancestors(first).find(|up| areas.contains(*up)) else {
        return;
    };
    let Ok((area, at, mut position)) = areas.get_mut(area) else {
        return;
    };
    let height = area.size().y;
    if height < 1.0 {
        return;
    }
    let (top, bottom) = (
        at.translation.y - height / 2.0,
        at.translation.y + height / 2.0,
    );
    let mut moved = 0.0;
    for (entity, mut slot, mut node, computed, at) in &mut slots {
        let size = computed.size().y;
        if size < 1.0 {
            continue;
        }
        let (above, below) = (at.translation.y - size / 2.0, at.translation.y + size / 2.0);
        let near = |reach: f32| below > top - reach * height && above < bottom + reach * height;
        if slot.filled {
            let now = size * computed.inverse_scale_factor;
            if (now - slot.height).abs() > 0.5 {
                // What lies above the reader must not push what is being read.
                if below <= top {
                    moved += now - slot.height;
                }
                slot.height = now;
            }
            if !near(2.0) && in_use != Some(entity) {
                slot.filled = false;
                node.height = px(slot.height);
                commands.entity(entity).despawn_related::<Children>();
                wake.soon();
            }
        } else if near(1.0)
            && let Some(item) = seat.view.folder.iter().find(|item| item.id == slot.item)
        {
            slot.filled = true;
            node.height = auto();
            commands
                .entity(entity)
                .with_children(|place| fill(place, item, seat));
            wake.soon();
        }
    }
    if moved.abs() > 0.5 {
        position.y += moved;
        wake.soon();
    }
}
