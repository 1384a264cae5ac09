//! What is longer than its place: wheel, keys and a scroll bar that can be seen.
//!
//! Page Up, Page Down, Home, End and the vertical arrows scroll the area that the focus is in, unless
//! the focused control wants them itself; from outside any, they scroll the largest. A control that
//! gains the focus is scrolled into view.

use std::collections::BTreeMap;

use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::FocusedInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui_widgets::{ControlOrientation, ScrollArea, ScrollIntoView, Scrollbar, ScrollbarThumb};

use crate::app::action::Answer;
use crate::app::text::Parent;
use crate::app::theme::{Casts, Fill, Tone};
use crate::app::wake::Wake;

/// An area that fills its place and scrolls what `body` spawns, in a column with this padding and gap.
pub fn area(
    parent: &mut Parent,
    padding: UiRect,
    gap: f32,
    paper: bool,
    body: impl FnOnce(&mut Parent),
) -> Entity {
    let frame = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        min_width: px(0),
        ..default()
    };
    let mut area = Entity::PLACEHOLDER;
    parent.spawn(frame).with_children(|frame| {
        let inner = Node {
            flex_direction: FlexDirection::Column,
            row_gap: px(gap),
            padding,
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            min_height: px(0),
            overflow: Overflow::scroll_y(),
            ..default()
        };
        area = frame
            .spawn((inner, ScrollArea, TabIndex(-1), Casts::default()))
            .with_children(body)
            .id();
        let track = Node {
            position_type: PositionType::Absolute,
            right: px(2),
            top: px(2),
            bottom: px(2),
            width: px(8),
            border_radius: BorderRadius::all(px(4)),
            ..default()
        };
        let (ground, thumb) = if paper {
            (Tone::Paper2, Tone::PaperRuleStrong)
        } else {
            (Tone::Room2, Tone::RuleStrong)
        };
        let bar = Scrollbar::new(area, ControlOrientation::Vertical, 24.0);
        frame
            .spawn((track, bar, Fill(ground), Visibility::Hidden))
            .with_children(|track| {
                track.spawn((
                    ScrollbarThumb {
                        border_radius: BorderRadius::all(px(4)),
                        border: UiRect::ZERO,
                    },
                    Fill(thumb),
                ));
            });
    });
    area
}

pub(super) fn plugin(app: &mut App) {
    app.add_observer(keys);
    app.add_systems(PostUpdate, bars.after(bevy::ui::UiSystems::Layout));
    app.add_systems(Update, reveal.before(Answer));
}

/// Brought into sight once it has been laid out: what was asked last, what is picked.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Reveal(u8);

/// Frames until a new node has its place.
const LAID_OUT: u8 = 2;

fn reveal(mut all: Query<(Entity, &mut Reveal)>, mut wake: ResMut<Wake>, mut commands: Commands) {
    for (entity, mut reveal) in all.iter_mut().filter(|(_, r)| r.0 <= LAID_OUT) {
        if reveal.0 == LAID_OUT {
            commands.trigger(ScrollIntoView { entity });
        }
        reveal.0 += 1;
        wake.soon();
    }
}

/// Scrolled as far when its screen is built anew, by this name.
#[derive(Component, Clone, Copy, Debug)]
pub struct Kept(pub &'static str);

/// How far the areas of a screen were scrolled when it was built last.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<&'static str, f32>);

impl Places {
    /// Takes down where everything is.
    pub fn note(&mut self, areas: &Query<(&Kept, &ScrollPosition)>) {
        self.0 = areas.iter().map(|(kept, at)| (kept.0, at.y)).collect();
    }

    /// This one begins at its top again.
    pub fn forget(&mut self, name: &'static str) {
        self.0.remove(name);
    }

    /// Scrolls a new area to where the one of this name was.
    pub fn keep(&self, parent: &mut Parent, area: Entity, name: &'static str) {
        let y = self.0.get(name).copied().unwrap_or(0.0);
        let at = ScrollPosition(Vec2::new(0.0, y));
        parent.commands().entity(area).insert((Kept(name), at));
    }
}

/// A bar is shown only where there is something to scroll.
fn bars(
    areas: Query<&ComputedNode, With<ScrollArea>>,
    mut bars: Query<(&Scrollbar, &mut Visibility)>,
    mut wake: ResMut<Wake>,
) {
    for (bar, mut visible) in &mut bars {
        let Ok(node) = areas.get(bar.target) else {
            continue;
        };
        let longer = node.content_size().y > node.size().y + 1.0;
        let wanted = if longer {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        };
        if visible.set_if_neq(wanted) {
            wake.soon();
        }
    }
}

fn keys(
    mut input: On<FocusedInput<KeyboardInput>>,
    mut areas: Query<(Entity, &ComputedNode, &mut ScrollPosition), With<ScrollArea>>,
    windows: Query<(), With<Window>>,
    mut wake: ResMut<Wake>,
) {
    if !input.input.state.is_pressed() {
        return;
    }
    let mut wanted = input.focused_entity;
    if windows.contains(wanted) {
        let long = areas
            .iter()
            .filter(|(_, node, _)| node.content_size().y > node.size().y + 1.0);
        let size = |node: &ComputedNode| node.size().x * node.size().y;
        match long.max_by(|a, b| size(a.1).total_cmp(&size(b.1))) {
            Some((largest, ..)) => wanted = largest,
            None => return,
        }
    }
    let Ok((_, node, mut position)) = areas.get_mut(wanted) else {
        return;
    };
    let visible = node.size().y * node.inverse_scale_factor;
    let most = (node.content_size().y * node.inverse_scale_factor - visible).max(0.0);
    let wanted = match input.input.key_code {
        KeyCode::ArrowDown => position.y + 42.0,
        KeyCode::ArrowUp => position.y - 42.0,
        KeyCode::PageDown => position.y + visible * 0.9,
        KeyCode::PageUp => position.y - visible * 0.9,
        KeyCode::Home => 0.0,
        KeyCode::End => most,
        _ => return,
    }
    .clamp(0.0, most);
    if (wanted - position.y).abs() > 0.5 {
        position.y = wanted;
        wake.soon();
        input.propagate(false);
    }
}
