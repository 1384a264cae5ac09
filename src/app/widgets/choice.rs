//! One of several, and yes or no. Which one is chosen is the app's to say: spawn them anew, or put
//! [`super::press::Chosen`] on the one.

use accesskit::Role;
use bevy::prelude::*;

use super::panel::count;
use super::press::{Chosen, Inherits, Look, Off, control};
use crate::app::action::Action;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::Words;
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, HEAD, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::drawing::icon::Icon;

/// A box with a tick and words.
#[derive(Clone, Debug)]
pub struct Check {
    pub words: Words,
    pub on: bool,
    pub action: Action,
}

impl Check {
    pub fn spawn(self, parent: &mut Parent) -> Entity {
        let node = Node {
            min_height: px(34),
            padding: UiRect::horizontal(px(8)),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            border: px(1).all(),
            ..row(10.0)
        };
        let mut spawned = parent.spawn((
            node,
            control(Look::Quiet, Role::CheckBox, self.words.clone()),
            self.action,
        ));
        spawned.with_children(|inside| {
            tick(inside, self.on);
            inside.spawn(text(self.words, Type::BODY));
        });
        if self.on {
            spawned.insert(Chosen);
        }
        spawned.id()
    }
}

/// The box alone.
pub fn tick(parent: &mut Parent, on: bool) {
    let (fill, edge) = if on {
        (Tone::Accent, Tone::Accent)
    } else {
        (Tone::Room0, Tone::RuleStrong)
    };
    let node = Node {
        width: px(18),
        height: px(18),
        flex_shrink: 0.0,
        border: px(1).all(),
        border_radius: BorderRadius::all(px(3)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    parent
        .spawn((node, Fill(fill), Edge::All(edge)))
        .with_children(|inside| {
            if on {
                inside.spawn(icon(Icon::Check, 13.0, Tone::OnAccent));
            }
        });
}

/// A card to choose: title, what follows from it, and what it takes.
#[derive(Clone, Debug)]
pub struct OptionCard {
    pub title: Words,
    pub detail: Option<Words>,
    /// Delay or price, at the right.
    pub price: Option<Words>,
    pub chosen: bool,
    pub off: Option<Words>,
    pub action: Action,
}

impl OptionCard {
    pub fn spawn(self, parent: &mut Parent) -> Entity {
        let node = Node {
            padding: UiRect::axes(px(12), px(8)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            column_gap: px(10),
            flex_shrink: 0.0,
            ..default()
        };
        let off = self.off.is_some();
        let detail = self.off.clone().or(self.detail);
        let mut spawned = parent.spawn((
            node,
            control(Look::Option, Role::RadioButton, self.title.clone()),
            self.action,
        ));
        spawned.with_children(|inside| {
            if off {
                inside.spawn((icon(Icon::Lock, 16.0, Tone::Text3), Inherits));
            } else {
                radio(inside, self.chosen);
            }
            inside
                .spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                })
                .with_children(|body| {
                    body.spawn(row(GAP_2)).with_children(|line| {
                        line.spawn((text(self.title, Type::BODY.bold()), Inherits));
                        line.spawn(grow());
                        if let Some(price) = self.price {
                            line.spawn(text(price, Type::LABEL.one_line()));
                        }
                    });
                    if let Some(detail) = detail {
                        body.spawn(text(detail, Type::LABEL));
                    }
                });
        });
        if self.chosen {
            spawned.insert(Chosen);
        }
        if let Some(why) = self.off {
            spawned.insert(Off(why));
        }
        spawned.id()
    }
}

/// The ring alone.
pub fn radio(parent: &mut Parent, on: bool) {
    let node = Node {
        width: px(18),
        height: px(18),
        margin: UiRect::top(px(2)),
        flex_shrink: 0.0,
        border: px(2).all(),
        border_radius: BorderRadius::all(px(9)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let edge = if on { Tone::Accent } else { Tone::RuleStrong };
    parent.spawn((node, Edge::All(edge))).with_children(|ring| {
        if on {
            let dot = Node {
                width: px(8),
                height: px(8),
                border_radius: BorderRadius::all(px(4)),
                ..default()
            };
            ring.spawn((dot, Fill(Tone::Accent)));
        }
    });
}

/// A short choice in one frame; arrows walk it. Each is (words, chosen, action).
pub fn segments(parent: &mut Parent, choices: impl IntoIterator<Item = (Words, bool, Action)>) {
    let frame = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..default()
    };
    let frame = (
        frame,
        Edge::All(Tone::RuleStrong),
        Fill(Tone::Room2),
        ArrowGroup,
    );
    parent.spawn(frame).with_children(|frame| {
        for (words, chosen, action) in choices {
            let node = Node {
                min_height: px(32),
                padding: UiRect::horizontal(px(12)),
                border_radius: BorderRadius::all(px(R_CONTROL - 1.0)),
                ..row(6.0)
            };
            let kind = if chosen {
                Type::BODY.bold()
            } else {
                Type::BODY
            };
            let mut segment = frame.spawn((
                node,
                control(Look::Segment, Role::RadioButton, words.clone()),
                action,
            ));
            segment.with_children(|inside| {
                inside.spawn((text(words, kind.one_line()), Inherits));
            });
            if chosen {
                segment.insert(Chosen);
            }
        }
    });
}

/// One tab.
#[derive(Clone, Debug)]
pub struct Tab {
    pub words: Words,
    /// How many are behind it.
    pub count: Option<usize>,
    pub chosen: bool,
    pub action: Action,
    pub key: Option<KeyCode>,
}

/// Tabs, 40 px high; arrows walk them. The first focus of the screen may be the chosen one.
pub fn tabs(parent: &mut Parent, first: bool, tabs: impl IntoIterator<Item = Tab>) {
    let node = Node {
        min_height: px(HEAD),
        flex_shrink: 0.0,
        column_gap: px(2),
        padding: UiRect::horizontal(px(8)),
        border: UiRect::bottom(px(1)),
        align_items: AlignItems::End,
        ..default()
    };
    parent
        .spawn((node, Edge::All(Tone::Rule), ArrowGroup))
        .with_children(|bar| {
            for tab in tabs {
                let node = Node {
                    min_height: px(HEAD - 1.0),
                    padding: UiRect::horizontal(px(14)),
                    border: UiRect::bottom(px(3)),
                    flex_shrink: 0.0,
                    ..row(GAP_2)
                };
                let kind = if tab.chosen {
                    Type::BODY.bold()
                } else {
                    Type::BODY
                };
                let mut spawned = bar.spawn((
                    node,
                    control(Look::Tab, Role::Tab, tab.words.clone()),
                    tab.action,
                ));
                spawned.with_children(|inside| {
                    inside.spawn((text(tab.words, kind.one_line()), Inherits));
                    if let Some(number) = tab.count {
                        count(inside, number);
                    }
                });
                if let Some(key) = tab.key {
                    spawned.insert(crate::app::focus::Shortcut(key));
                }
                if tab.chosen {
                    spawned.insert(Chosen);
                    if first {
                        spawned.insert(FirstFocus);
                    }
                }
            }
        });
}
