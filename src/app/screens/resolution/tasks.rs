//! One officer's task and how it went.

use bevy::prelude::*;

use super::card::item_card;
use crate::app::action::Action;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::{drawing, icon};
use crate::app::screens::set_piece::{self, SetPieceAction};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4, R_PAPER};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::chip_in;
use crate::drawing::icon::Icon;
use crate::drawing::portrait;
use crate::session::SeatEnd;
use crate::view::{OfficerView, PlayedReport, TaskReport};

pub fn task(page: &mut Parent, seat: &SeatEnd, told: &TaskReport) {
    let officer = seat
        .view
        .officers
        .iter()
        .find(|officer| officer.id == told.officer);
    let node = Node {
        column_gap: px(GAP_4),
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(node).with_children(|line| {
        if let Some(officer) = officer {
            portrait_of(line, seat, officer);
        }
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(6.0)
        };
        line.spawn(words).with_children(|words| {
            let head = Node {
                align_items: AlignItems::Start,
                ..row(GAP_4)
            };
            words.spawn(head).with_children(|head| {
                head.spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                })
                .with_children(|names| {
                    names.spawn(text(case(&told.title), Type::HEAD.tone(Tone::Ink)));
                    if let Some(officer) = officer {
                        names.spawn(text(case(&officer.name), Type::BODY.tone(Tone::Ink2)));
                    }
                });
                let (sign, word, edge) = if told.played == Some(PlayedReport::Open) {
                    (Icon::Play, "resolution-to-play", Tone::Ink)
                } else {
                    result(told.success)
                };
                chip_in(head, Some(sign), t(word), edge, Tone::Ink);
            });
            if let Some(told) = &told.text {
                words.spawn(text(case(told), Type::BODY.tone(Tone::Ink)));
            }
            words.spawn(text(odds(seat, told), Type::BODY.tone(Tone::Ink2)));
            if told.success == Some(false) && seat.view.clock.round < seat.case.rounds {
                words.spawn(text(t("resolution-again"), Type::BODY.tone(Tone::Ink2)));
            }
            gained(words, seat, told);
            if told.played.is_some() {
                to_play(words, seat, told);
            }
        });
    });
}

/// The officer's face.
pub fn portrait_of(line: &mut Parent, seat: &SeatEnd, officer: &OfficerView) {
    let svg = portrait::svg(officer.portrait, seat.case.team);
    line.spawn(drawing(svg, 60.0, 68.0))
        .entry::<Node>()
        .and_modify(|mut node| {
            node.border_radius = BorderRadius::all(px(R_PAPER));
        });
}

/// Sign, word and outline of a result.
fn result(success: Option<bool>) -> (Icon, &'static str, Tone) {
    match success {
        Some(true) => (Icon::Check, "resolution-worked", Tone::Ink),
        Some(false) => (Icon::Close, "resolution-failed", Tone::PaperRuleStrong),
        None => (Icon::Clock, "resolution-goes-on", Tone::PaperRuleStrong),
    }
}

/// The odds that were stated, and how it came out, in words.
fn odds(seat: &SeatEnd, told: &TaskReport) -> Words {
    match told.played {
        Some(PlayedReport::Over(Some(points))) => {
            return t("resolution-points").with("points", points);
        }
        Some(PlayedReport::Over(None)) => return t("resolution-points-kept"),
        Some(PlayedReport::Open) => {
            let mut tasks = seat.view.tasks.iter();
            let piece = tasks
                .find(|task| task.id == told.task)
                .and_then(|task| task.set_piece.as_ref());
            let kind = piece.map_or_else(|| plain(""), |piece| set_piece::kind(piece.kind));
            return t("resolution-to-play-what").with("kind", kind);
        }
        None => {}
    }
    let key = match told.success {
        None => return t("resolution-odds-goes-on"),
        Some(true) if told.chance >= 100 => return t("resolution-odds-certain"),
        Some(true) if told.chance < 40 => "resolution-odds-lucky",
        Some(true) => "resolution-odds-worked",
        Some(false) if told.chance >= 75 => "resolution-odds-unlucky",
        Some(false) => "resolution-odds-failed",
    };
    t(key).with("chance", told.chance).with("roll", told.roll)
}

/// To the set piece, or to how it ended.
fn to_play(words: &mut Parent, seat: &SeatEnd, told: &TaskReport) {
    let mut all = seat.view.set_pieces.iter();
    let Some(piece) = all.rfind(|piece| piece.task == told.task) else {
        return;
    };
    let act = Action::SetPiece(SetPieceAction::Open(told.task));
    words.spawn(row(GAP_2)).with_children(|line| {
        let button = match piece.ended {
            Some(end) if end.left => return,
            Some(_) => Button::normal(t("resolution-look-again"), act),
            None if piece.begun() => Button::primary(t("resolution-go-on"), act),
            None => Button::primary(t("resolution-play"), act),
        };
        let mut open = seat.view.set_pieces.iter();
        let first = open.find(|one| one.ended.is_none());
        let button = button.icon(Icon::Play);
        // The first that is to be played has the key.
        if first.is_some_and(|first| first.task == piece.task) {
            button.key(KeyCode::KeyG).spawn(line);
        } else {
            button.spawn(line);
        }
    });
}

/// What came of it, as cards.
fn gained(words: &mut Parent, seat: &SeatEnd, told: &TaskReport) {
    let items = || {
        seat.view
            .folder
            .iter()
            .filter(|item| told.gained.contains(&item.id))
    };
    let number = items().count();
    if number == 0 {
        return;
    }
    words.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::Folder, 16.0, Tone::Ink2));
        let new = t("resolution-gained").with("number", number);
        head.spawn(text(new, Type::BODY.bold().tone(Tone::Ink)));
    });
    let cards = Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(GAP_2),
        row_gap: px(GAP_2),
        ..default()
    };
    words.spawn(cards).with_children(|cards| {
        for item in items() {
            item_card(cards, item);
        }
    });
}
