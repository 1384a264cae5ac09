//! What a theory is marked with on paper: a radio ring for one of several, a tick for an item cited.

use accesskit::Role;
use bevy::prelude::*;

use crate::app::action::Action;
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::screens::folder::card::heading;
use crate::app::screens::folder::words::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::press::{Chosen, Inherits, Look, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::view::ItemView;

/// An item to be cited: tick, number, title, and what it is worth, unless that stands elsewhere.
pub(in super::super) fn check(
    list: &mut Parent,
    item: &ItemView,
    on: bool,
    worth: bool,
    act: Action,
) {
    let node = Node {
        min_height: px(32),
        padding: UiRect::axes(px(8), px(3)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(10.0)
    };
    let name = t("folder-card-name")
        .with("number", number(item).as_str())
        .with("title", heading(item));
    let mut spawned = list.spawn((
        node,
        control(Look::Quiet, Role::CheckBox, name),
        OnPaper,
        act,
    ));
    spawned.with_children(|line| {
        let fill = if on { Tone::Ink } else { Tone::Paper };
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
        line.spawn((node, Fill(fill), Edge::All(Tone::PaperRuleStrong)))
            .with_children(|tick| {
                if on {
                    tick.spawn(icon(Icon::Check, 13.0, Tone::Paper));
                }
            });
        let edge = Node {
            width: px(4),
            height: px(20),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn((edge, Fill(team_tones(item.origin)[0])));
        line.spawn(text(
            plain(number(item)),
            Type::LABEL.mono().tone(Tone::Ink2).one_line(),
        ));
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            place.spawn(text(heading(item), Type::BODY.tone(Tone::Ink)));
        });
        if worth {
            let worth = if item.admissible {
                "theory-evidence"
            } else {
                "theory-lead"
            };
            line.spawn(text(t(worth), Type::LABEL.tone(Tone::Ink2).one_line()));
        }
    });
    if on {
        spawned.insert(Chosen);
    }
}

/// One of several on paper, with a radio ring.
pub(in super::super) fn choice(
    parent: &mut Parent,
    sign: Option<Icon>,
    words: Words,
    detail: Option<Words>,
    chosen: bool,
    act: Action,
) {
    let node = Node {
        min_height: px(34),
        padding: UiRect::axes(px(10), px(5)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        align_items: if detail.is_some() {
            AlignItems::Start
        } else {
            AlignItems::Center
        },
        ..row(GAP_2)
    };
    let mut spawned = parent.spawn((
        node,
        control(Look::Option, Role::RadioButton, words.clone()),
        OnPaper,
        act,
    ));
    spawned.with_children(|inside| {
        radio(inside, chosen);
        if let Some(sign) = sign {
            inside.spawn((icon(sign, 16.0, Tone::Ink), Inherits));
        }
        let kind = if chosen || detail.is_some() {
            Type::BODY.bold()
        } else {
            Type::BODY
        };
        match detail {
            None => {
                inside.spawn((text(words, kind), Inherits));
            }
            Some(detail) => {
                let body = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                inside.spawn(body).with_children(|body| {
                    body.spawn((text(words, kind), Inherits));
                    body.spawn(text(detail, Type::LABEL.tone(Tone::Ink2)));
                });
            }
        }
    });
    if chosen {
        spawned.insert(Chosen);
    }
}

fn radio(parent: &mut Parent, on: bool) {
    let node = Node {
        width: px(16),
        height: px(16),
        margin: UiRect::top(px(2)),
        flex_shrink: 0.0,
        border: px(2).all(),
        border_radius: BorderRadius::all(px(8)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let edge = if on { Tone::Ink } else { Tone::PaperRuleStrong };
    parent.spawn((node, Edge::All(edge))).with_children(|ring| {
        if on {
            let dot = Node {
                width: px(8),
                height: px(8),
                border_radius: BorderRadius::all(px(4)),
                ..default()
            };
            ring.spawn((dot, Fill(Tone::Ink)));
        }
    });
}
