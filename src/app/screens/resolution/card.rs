//! An item as a card of paper to be read, with the signs of the folder's cards and its whole text.

use bevy::prelude::*;

use crate::app::i18n::{case, plain};
use crate::app::screens::folder::card::{badge, grade};
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
                grade(head, item.source, item.info);
            });
            card.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
            card.spawn(row(GAP_2))
                .with_children(|foot| badge(foot, item));
        });
}
