//! The links on the joint board: who stands for each, by how many items, and who doubts it.

use bevy::prelude::*;

use super::{ChartAction, says};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::t;
use crate::app::picture::icon;
use crate::app::screens::folder::words::partner;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{count, paper, team_sign};
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::Team;
use crate::scenario::model::Link;
use crate::session::SeatEnd;
use crate::view::{BoardLink, SubjectView};

/// The subjects at the ends of a link, if the team can name both.
pub(super) fn ends(seat: &SeatEnd, link: Link) -> Option<(SubjectView, SubjectView)> {
    let posted = seat.view.board.iter().find(|b| b.link == link);
    if let Some(posted) = posted {
        return Some((posted.from.clone(), posted.to.clone()));
    }
    let named = |id| super::card::subject(seat, id).cloned();
    Some((named(link.from)?, named(link.to)?))
}

/// The section of the board's page.
pub fn links(page: &mut Parent, seat: &SeatEnd) {
    let board = &seat.view.board;
    page.spawn(column(GAP_2)).with_children(|section| {
        section.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(Icon::Link, 16.0, Tone::Text2));
            line.spawn(text(t("chart-board"), Type::BODY.bold()));
            count(line, board.len());
        });
        if board.is_empty() {
            let words = t("chart-board-empty").with("team", partner(&seat.case));
            section.spawn(text(words, Type::BODY.tone(Tone::Text2)));
            return;
        }
        section
            .spawn((column(GAP_2), ArrowGroup))
            .with_children(|list| {
                for link in board {
                    one(list, seat, link);
                }
            });
    });
}

fn one(list: &mut Parent, seat: &SeatEnd, entry: &BoardLink) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(8)),
        row_gap: px(4),
        flex_shrink: 0.0,
        ..default()
    };
    list.spawn(paper(node)).with_children(|card| {
        card.spawn(row(GAP_2)).with_children(|line| {
            let says = says(&entry.from, entry.link, &entry.to);
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            line.spawn((text(says, Type::BODY.bold().tone(Tone::Ink)), place));
            buttons(line, seat, entry);
        });
        for team in Team::BOTH {
            let name = &seat.case.services[team.index()].short;
            if let Some(posting) = entry.posted[team.index()] {
                let words = t("chart-board-stands")
                    .with("team", name)
                    .with("round", posting.round)
                    .with("number", i64::from(posting.behind));
                said(card, team, words, Tone::Ink2);
            }
            if let Some(challenge) = &entry.challenged[team.index()] {
                let words = t("chart-board-doubts")
                    .with("team", name)
                    .with("round", challenge.round)
                    .with("text", crate::app::i18n::plain(challenge.text.clone()));
                said(card, team, words, Tone::AlertInk);
            }
        }
    });
}

fn said(card: &mut Parent, team: Team, words: crate::app::i18n::Words, tone: Tone) {
    card.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(team_sign(team, 12.0, true));
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        line.spawn((text(words, Type::LABEL.tone(tone)), place));
    });
}

fn buttons(line: &mut Parent, seat: &SeatEnd, entry: &BoardLink) {
    let link = entry.link;
    let (own, other) = (seat.case.team.index(), seat.case.team.other().index());
    let mut button = |words, action| {
        Button::normal(t(words), action)
            .small()
            .on_paper()
            .spawn(line);
    };
    if entry.posted[own].is_some() {
        let withdraw = Action::Command(Command::WithdrawLink { link });
        button("chart-withdraw", withdraw);
    }
    if entry.posted[other].is_some() {
        if entry.challenged[own].is_some() {
            let settle = Action::Command(Command::SettleChallenge { link });
            button("chart-settle", settle);
        } else {
            button(
                "chart-challenge",
                Action::Chart(ChartAction::Challenge(link)),
            );
        }
    }
}
