//! An item as a small card of paper: number, title, grade, text.

use bevy::prelude::*;

use crate::app::i18n::{case, plain};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, R_PAPER};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::scenario::ids::Team;
use crate::view::ItemView;

/// `N-07`.
#[must_use]
pub fn number(origin: Team, number: u16) -> String {
    let letter = match origin {
        Team::North => 'N',
        Team::South => 'S',
    };
    format!("{letter}-{number:02}")
}

/// The card, on paper; it shares its line with others. Its left edge names the originator.
pub fn item_card(parent: &mut Parent, item: &ItemView) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(340),
        max_width: percent(100),
        padding: UiRect::new(px(12), px(10), px(8), px(10)),
        border: UiRect::new(px(4), px(1), px(1), px(1)),
        border_radius: BorderRadius::all(px(R_PAPER)),
        ..column(6.0)
    };
    let own = team_tones(item.origin)[2];
    parent
        .spawn((
            node,
            Fill(Tone::Paper),
            Edge::Left(own, Tone::PaperRuleStrong),
        ))
        .with_children(|card| {
            let head = Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            };
            card.spawn(head).with_children(|head| {
                let name = number(item.origin, item.number);
                head.spawn(text(
                    plain(name),
                    Type::LABEL.mono().tone(Tone::Ink2).one_line(),
                ));
                head.spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                })
                .with_children(|title| {
                    if let Some(words) = &item.title {
                        title.spawn(text(case(words), Type::BODY.bold().tone(Tone::Ink)));
                    }
                });
                grade(head, item);
            });
            card.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
        });
}

/// Source and information grade, `2|C`.
fn grade(parent: &mut Parent, item: &ItemView) {
    let cell = || Node {
        min_width: px(22),
        min_height: px(22),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let frame = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PAPER)),
        flex_shrink: 0.0,
        ..default()
    };
    parent
        .spawn((frame, Edge::All(Tone::Ink)))
        .with_children(|frame| {
            frame
                .spawn((cell(), Fill(Tone::Ink)))
                .with_children(|cell| {
                    let source = plain(item.source.to_string());
                    cell.spawn(text(
                        source,
                        Type::LABEL.bold().tone(Tone::Paper).one_line(),
                    ));
                });
            frame.spawn(cell()).with_children(|cell| {
                let info = plain(item.info.key().to_uppercase());
                cell.spawn(text(info, Type::LABEL.bold().tone(Tone::Ink).one_line()));
            });
        });
}
