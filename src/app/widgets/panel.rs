//! Surfaces and small signs that cannot be pressed.

use bevy::prelude::*;

use super::press::Inherits;
use crate::app::i18n::{Words, plain};
use crate::app::picture::icon;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, HEAD, R_PANEL, R_PAPER};
use crate::app::theme::{Casts, Edge, Fill, Tone, Type, team_tones};
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;

/// A panel of the room; give `node` its size and padding.
pub fn panel(node: Node) -> impl Bundle {
    let node = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        flex_direction: FlexDirection::Column,
        min_width: px(0),
        min_height: px(0),
        ..node
    };
    (node, Fill(Tone::Room1), Edge::All(Tone::Rule))
}

/// The 40 px head of a panel; what `end` spawns stands at its right.
pub fn head(parent: &mut Parent, title: Words, end: impl FnOnce(&mut Parent)) {
    let node = Node {
        min_height: px(HEAD),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::bottom(px(1)),
        ..row(GAP_2)
    };
    parent
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|head| {
            head.spawn(text(title, Type::BODY.bold().one_line()));
            head.spawn(grow());
            end(head);
        });
}

/// A sheet of paper; give `node` its size and padding.
pub fn paper(node: Node) -> impl Bundle {
    let node = Node {
        border_radius: BorderRadius::all(px(R_PAPER)),
        flex_direction: FlexDirection::Column,
        min_width: px(0),
        ..node
    };
    (node, Fill(Tone::Paper), Casts::PAPER)
}

/// A hairline across.
pub fn rule(tone: Tone) -> impl Bundle {
    (
        Node {
            height: px(1),
            flex_shrink: 0.0,
            align_self: AlignSelf::Stretch,
            ..default()
        },
        Fill(tone),
    )
}

/// An icon and a word in a thin outline. On paper the tones are ink.
pub fn chip(parent: &mut Parent, sign: Option<Icon>, words: Words, paper: bool) {
    let (edge, ink) = if paper {
        (Tone::PaperRuleStrong, Tone::Ink)
    } else {
        (Tone::RuleStrong, Tone::Text2)
    };
    chip_in(parent, sign, words, edge, ink);
}

/// A chip in colours of its own: alarm, team.
pub fn chip_in(parent: &mut Parent, sign: Option<Icon>, words: Words, edge: Tone, ink: Tone) {
    let node = Node {
        min_height: px(24),
        padding: UiRect::axes(px(8), px(2)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PAPER)),
        flex_shrink: 0.0,
        ..row(6.0)
    };
    parent.spawn((node, Edge::All(edge))).with_children(|chip| {
        if let Some(sign) = sign {
            chip.spawn(icon(sign, 14.0, ink));
        }
        chip.spawn(text(words, Type::LABEL.tone(ink).one_line()));
    });
}

/// How many.
pub fn count(parent: &mut Parent, number: usize) {
    let node = Node {
        min_width: px(20),
        min_height: px(20),
        padding: UiRect::horizontal(px(6)),
        border_radius: BorderRadius::all(px(10)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        flex_shrink: 0.0,
        ..default()
    };
    parent
        .spawn((node, Fill(Tone::Room3)))
        .with_children(|badge| {
            badge.spawn(text(
                plain(number.to_string()),
                Type::LABEL.bold().tone(Tone::Text).one_line(),
            ));
        });
}

/// A key of the keyboard; inside a control it takes the control's colour.
pub fn key_cap(parent: &mut Parent, name: Words, inherits: bool) {
    let node = Node {
        padding: UiRect::horizontal(px(5)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(3)),
        flex_shrink: 0.0,
        justify_content: JustifyContent::Center,
        min_width: px(18),
        ..default()
    };
    parent
        .spawn((node, Edge::All(Tone::RuleStrong)))
        .with_children(|cap| {
            let mut words = cap.spawn(text(name, Type::LABEL.one_line()));
            if inherits {
                words.insert(Inherits);
            }
        });
}

/// A meter of 6 px; `part` of 0 to 1 is filled.
pub fn meter(parent: &mut Parent, part: f32, tone: Tone) {
    track(parent, part, tone, Tone::Room3);
}

/// The same on paper.
pub fn paper_meter(parent: &mut Parent, part: f32) {
    track(parent, part, Tone::Ink, Tone::PaperRule);
}

fn track(parent: &mut Parent, part: f32, tone: Tone, under: Tone) {
    let round = BorderRadius::all(px(3));
    let track = Node {
        height: px(6),
        min_width: px(24),
        flex_shrink: 0.0,
        align_self: AlignSelf::Stretch,
        border_radius: round,
        overflow: Overflow::clip(),
        ..default()
    };
    parent.spawn((track, Fill(under))).with_children(|track| {
        let width = percent(part.clamp(0.0, 1.0) * 100.0);
        track.spawn((
            Node {
                width,
                height: percent(100),
                border_radius: round,
                ..default()
            },
            Fill(tone),
        ));
    });
}

/// A skill or other gauge of `of` steps, `on` of them filled.
pub fn steps(parent: &mut Parent, on: u8, of: u8) {
    parent.spawn(row(3.0)).with_children(|gauge| {
        for step in 0..of {
            let tone = if step < on { Tone::Text2 } else { Tone::Room3 };
            let edge = if step < on {
                Tone::Text2
            } else {
                Tone::RuleStrong
            };
            let node = Node {
                width: px(10),
                height: px(5),
                border: px(1).all(),
                border_radius: BorderRadius::all(px(1)),
                ..default()
            };
            gauge.spawn((node, Fill(tone), Edge::All(edge)));
        }
    });
}

/// The rounds of an exercise: done, now, to come.
pub fn pips(parent: &mut Parent, now: u8, of: u8) {
    parent.spawn(row(4.0)).with_children(|pips| {
        for round in 1..=of {
            let (fill, edge) = match round.cmp(&now) {
                std::cmp::Ordering::Less => (Tone::Text2, Tone::Text2),
                std::cmp::Ordering::Equal => (Tone::Accent, Tone::Accent),
                std::cmp::Ordering::Greater => (Tone::Room3, Tone::RuleStrong),
            };
            let node = Node {
                width: px(16),
                height: px(6),
                border: px(1).all(),
                border_radius: BorderRadius::all(px(2)),
                ..default()
            };
            pips.spawn((node, Fill(fill), Edge::All(edge)));
        }
    });
}

/// ▲ or ◆ with the name of the team, in its colour on this surface.
pub fn team_mark(parent: &mut Parent, team: Team, name: Words, on_paper: bool, kind: Type) {
    let tone = team_tones(team)[if on_paper { 2 } else { 0 }];
    parent.spawn(row(6.0)).with_children(|mark| {
        mark.spawn(team_sign(
            team,
            if kind.size == Type::LABEL.size {
                12.0
            } else {
                15.0
            },
            on_paper,
        ));
        mark.spawn(text(name, kind.bold().tone(tone).one_line()));
    });
}

/// ▲ or ◆ alone.
pub fn team_sign(team: Team, size: f32, on_paper: bool) -> impl Bundle {
    let sign = match team {
        Team::North => Icon::Triangle,
        Team::South => Icon::Diamond,
    };
    icon(sign, size, team_tones(team)[if on_paper { 2 } else { 0 }])
}
