//! What the colleagues at the same desk point at: a small arrow with a name, at the same control.
//!
//! Windows differ in size and in what is scrolled where, so that a place on the screen says nothing. A pointer is
//! told as the control that it is on and where in it; who works by keys points with the focus.

use bevy::ecs::system::SystemParam;
use bevy::input_focus::{InputFocus, InputFocusVisible};
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::{UiGlobalTransform, UiSystems};
use bevy::window::PrimaryWindow;
use sha2::{Digest, Sha256};

use super::action::Action;
use super::client::Play;
use super::i18n::{plain, t};
use super::picture::sketch;
use super::screens::Space;
use super::text::text;
use super::theme::measure::R_CONTROL;
use super::theme::{Fill, Tone, Type};
use super::wake::Wake;
use crate::net::wire::{Person, Role};
use crate::protocol::together::Cursor;

/// The same for the same control on every laptop of a table: they run the same program.
#[must_use]
pub fn number(action: &Action) -> u64 {
    let digest = Sha256::digest(format!("{action:?}"));
    digest
        .iter()
        .take(8)
        .fold(0, |n, byte| n << 8 | u64::from(*byte))
}

type Control<'a> = (
    &'a Action,
    &'a Hovered,
    &'a ComputedNode,
    &'a UiGlobalTransform,
);

/// What this person points at.
#[derive(SystemParam)]
pub(super) struct Own<'w, 's> {
    controls: Query<'w, 's, Control<'static>>,
    window: Option<Single<'w, 's, &'static Window, With<PrimaryWindow>>>,
    focus: Res<'w, InputFocus>,
    keys: Res<'w, InputFocusVisible>,
}

impl Own<'_, '_> {
    pub(super) fn cursor(&self) -> Option<Cursor> {
        let area = |node: &ComputedNode| node.size().x * node.size().y;
        let hovered = self.controls.iter().filter(|(_, hovered, ..)| hovered.0);
        let under = hovered.min_by(|a, b| area(a.2).total_cmp(&area(b.2)));
        if let Some((action, _, node, place)) = under
            && let Some(at) = self
                .window
                .as_ref()
                .and_then(|w| w.physical_cursor_position())
            && let Some(at) = node.normalize_point(*place, at)
        {
            return Some(Cursor {
                on: number(action),
                at: [part(at.x), part(at.y)],
            });
        }
        let focused = self.focus.get().filter(|_| self.keys.0)?;
        let (action, ..) = self.controls.get(focused).ok()?;
        Some(Cursor {
            on: number(action),
            at: [128, 128],
        })
    }
}

/// From the middle, in halves of the whole, to 255ths from the edge.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "from 0 to 255"
)]
fn part(from_middle: f32) -> u8 {
    ((from_middle + 0.5).clamp(0.0, 1.0) * 255.0).round() as u8
}

/// The mark of a colleague's pointer.
#[derive(Component, Clone, Copy, Debug)]
struct Mark;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(PostUpdate, show.after(UiSystems::Layout));
}

/// The pointers of those who look where this person looks. They come a few times in a second at most.
fn show(
    play: Option<Res<Play>>,
    controls: Query<(
        &Action,
        &ComputedNode,
        &UiGlobalTransform,
        &InheritedVisibility,
    )>,
    space: Res<Space>,
    marks: Query<Entity, With<Mark>>,
    mut last: Local<Vec<(usize, Vec2, String)>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let far = play.as_ref().and_then(|play| play.far());
    // Nobody knows where they point while the line is down.
    let far = far.filter(|far| far.lost.is_none());
    let own = far.and_then(|far| far.looking());
    let people = far.into_iter().flat_map(|far| &far.people);
    let there = people.filter(|p| p.here && p.looking.is_some() && p.looking == own);
    let pointing: Vec<(&Person, Cursor)> = there.filter_map(|p| Some((p, p.cursor?))).collect();
    let mut shown: Vec<(usize, Vec2, &Person)> = Vec::new();
    if !pointing.is_empty() {
        for (action, node, place, visible) in &controls {
            if !visible.get() || node.size().min_element() <= 0.0 {
                continue;
            }
            let number = number(action);
            for (person, cursor) in pointing.iter().filter(|(_, c)| c.on == number) {
                let [x, y] = cursor.at.map(|part| f32::from(part) / 255.0 - 0.5);
                let at = place.translation + node.size() * Vec2::new(x, y);
                shown.push((person.chair, at * node.inverse_scale_factor, person));
            }
        }
        shown.sort_by_key(|(chair, ..)| *chair);
        shown.dedup_by_key(|(chair, ..)| *chair);
    }
    let now = shown
        .iter()
        .map(|(chair, at, person)| (*chair, *at, person.name.clone()));
    let now: Vec<_> = now.collect();
    if *last == now {
        return;
    }
    *last = now;
    wake.soon();
    for mark in &marks {
        commands.entity(mark).despawn();
    }
    for (_, at, person) in shown {
        mark(
            &mut commands,
            at,
            person,
            Vec2::new(space.width, space.height),
        );
    }
}

/// Room for a name beside an arrow, and under it.
const NAME: Vec2 = Vec2::new(140.0, 34.0);

/// An arrow with a name, which stands where the window has room for it.
fn mark(commands: &mut Commands, at: Vec2, person: &Person, window: Vec2) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(at.x),
        top: px(at.y),
        ..default()
    };
    let words = match (person.name.as_str(), person.role) {
        ("", Role::Lead(_)) => t("desk-lead"),
        ("", _) => t("desk-officer-mate"),
        (name, _) => plain(name),
    };
    let (left, right) = if at.x + NAME.x > window.x {
        (auto(), px(2))
    } else {
        (px(14), auto())
    };
    let (top, bottom) = if at.y + NAME.y > window.y {
        (auto(), px(2))
    } else {
        (px(12), auto())
    };
    let tag = Node {
        position_type: PositionType::Absolute,
        left,
        right,
        top,
        bottom,
        max_width: px(NAME.x - 14.0),
        padding: UiRect::axes(px(6), px(1)),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        overflow: Overflow::clip(),
        ..default()
    };
    commands
        .spawn((node, GlobalZIndex(480), Mark, Pickable::IGNORE))
        .with_children(|mark| {
            let arrow = Node {
                position_type: PositionType::Absolute,
                width: px(14),
                height: px(18),
                ..default()
            };
            mark.spawn((sketch(arrow, |_, _| ARROW.to_owned()), Pickable::IGNORE));
            mark.spawn((tag, Fill(Tone::Ring), Pickable::IGNORE))
                .with_children(|tag| {
                    let style = Type::LABEL.bold().tone(Tone::Room0).one_line();
                    tag.spawn((text(words, style), Pickable::IGNORE));
                });
        });
}

/// An arrow whose point is its corner.
const ARROW: &str = concat!(
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 18">"##,
    r##"<path d="M1 1 L1 15 L4.8 11.6 L7.4 17 L10 15.8 L7.4 10.6 L12.6 10.4 Z" "##,
    r##"fill="#ffffff" stroke="#10161d" stroke-width="1.2" stroke-linejoin="round"/></svg>"##
);
