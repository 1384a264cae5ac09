//! At the right: the statement as it grows, and two things in it that disagree.

use accesskit::Role;
use bevy::prelude::*;

use super::page::{Room, rest, signed};
use super::{RoomAction, RoomUi, words};
use crate::app::action::Action;
use crate::app::focus::Picked;
use crate::app::i18n::{Words, case, plain, say, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, HEAD, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{paper, rule};
use crate::app::widgets::press::{Look, OnPaper, control};
use crate::app::widgets::scroll::{self, Reveal};
use crate::drawing::icon::Icon;
use crate::drawing::svg::fit;
use crate::engine::encounter::questioning::{Done, Entry, Heard, Line, View};
use crate::scenario::ids::StatementId;
use crate::scenario::interviews::Mention;

pub fn statement(right: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: if room.narrow { auto() } else { px(0) },
        height: if room.narrow { px(420) } else { auto() },
        flex_shrink: if room.narrow { 0.0 } else { 1.0 },
        min_height: px(0),
        ..default()
    };
    right.spawn(paper(node)).with_children(|sheet| {
        let head = Node {
            min_height: px(HEAD),
            padding: UiRect::horizontal(px(GAP_3)),
            border: UiRect::bottom(px(1)),
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        sheet
            .spawn((head, Edge::All(Tone::PaperRule)))
            .with_children(|head| {
                let kind = Type::BODY.bold().tone(Tone::Ink).one_line();
                head.spawn(text(t("room-statement"), kind));
                let kind = Type::LABEL.tone(Tone::Ink2).one_line();
                head.spawn(text(t("room-statement-how"), kind));
            });
        let inset = UiRect::new(px(GAP_3), px(14), px(GAP_2), px(GAP_2));
        scroll::area(sheet, inset, GAP_2, true, |page| {
            if view.transcript.is_empty() {
                let kind = Type::BODY.tone(Tone::Ink2);
                page.spawn(text(t("room-statement-empty"), kind));
            }
            for (n, entry) in view.transcript.iter().enumerate() {
                if n > 0 {
                    page.spawn(rule(Tone::PaperRule));
                }
                let last = n + 1 == view.transcript.len();
                self::entry(page, ui, view, entry, last);
            }
        });
        marks(sheet, ui, view, room);
    });
}

fn entry(page: &mut Parent, ui: &RoomUi, view: &View, entry: &Entry, last: bool) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    let mut spawned = page.spawn(node);
    if last {
        spawned.insert(Reveal::default());
    }
    spawned.with_children(|line| {
        let minute = Node {
            width: px(50),
            flex_shrink: 0.0,
            padding: UiRect::top(px(2)),
            ..default()
        };
        line.spawn(minute).with_children(|place| {
            let words = t("common-minutes").with("number", entry.minute);
            place.spawn(text(words, Type::LABEL.tone(Tone::Ink2).one_line()));
        });
        let place = Node {
            flex_direction: FlexDirection::Column,
            row_gap: px(2),
            ..rest()
        };
        line.spawn(place).with_children(|place| {
            let ink = if matches!(entry.done, Done::Asked(_)) {
                Type::LABEL.tone(Tone::Ink2)
            } else {
                Type::LABEL.bold().tone(Tone::Ink2)
            };
            place.spawn(text(words::done(view, entry.done), ink));
            for line in &entry.lines {
                said(place, ui, view, entry, *line);
            }
        });
    });
}

/// What is said for a line of the transcript.
pub fn words_of(view: &View, line: Line) -> Words {
    let quoted = |words: Words| t("room-quoted").with("words", words);
    match line {
        Line::Statement(id) => heard(view, id).map_or(plain(""), |h| {
            // What is seen is nobody's words, and what is said in it has its own marks.
            let words = case(&h.text);
            if h.narrated { words } else { quoted(words) }
        }),
        Line::Guarded(id) => {
            let question = view.questions.iter().find(|q| q.id == id);
            let own = question.and_then(|q| q.withheld.as_ref());
            quoted(case(own.unwrap_or(&view.guarded)))
        }
        Line::Silent => case(&view.silent),
    }
}

fn heard(view: &View, id: StatementId) -> Option<&Heard> {
    view.heard.iter().find(|h| h.id == id)
}

fn said(place: &mut Parent, ui: &RoomUi, view: &View, entry: &Entry, line: Line) {
    let words = words_of(view, line);
    let first = match line {
        Line::Statement(id) => heard(view, id).filter(|h| h.minute == entry.minute),
        _ => None,
    };
    let Some(heard) = first else {
        // What was said before, and what keeps an answer back, is not taken up.
        let ink = match line {
            Line::Statement(_) => Tone::Ink,
            _ => Tone::Ink2,
        };
        place.spawn(text(words, Type::BODY.tone(ink)));
        return;
    };
    let mention = Mention::Said(heard.id);
    let node = Node {
        margin: UiRect::left(px(-7)),
        padding: UiRect::axes(px(6), px(2)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        align_items: AlignItems::Start,
        ..row(GAP_2)
    };
    let act = Action::Room(RoomAction::Pick(mention));
    let mut spawned = place.spawn((
        node,
        control(Look::Quiet, Role::CheckBox, words.clone()),
        OnPaper,
        act,
    ));
    let at = ui.picked.iter().position(|one| *one == mention);
    spawned.with_children(|inside| {
        if let Some(at) = at {
            letter(inside, at, true);
        }
        inside.spawn(rest()).with_children(|rest| {
            rest.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        });
    });
    if at.is_some() {
        spawned.insert(Picked);
    }
    noted(place, view, heard);
}

/// What is to be said of a statement.
fn noted(place: &mut Parent, view: &View, of: &Heard) {
    if !of.usable {
        let kind = Type::LABEL.tone(Tone::AlertInk);
        signed(
            place,
            Icon::Warning,
            Tone::AlertInk,
            t("room-not-usable"),
            kind,
        );
    }
    if of.indicator {
        let kind = Type::LABEL.tone(Tone::Ink2);
        signed(place, Icon::Flag, Tone::Ink, t("room-indicator"), kind);
    }
    let own = Mention::Said(of.id);
    for (a, b) in &view.disagreements {
        let other = match (*a == own, *b == own) {
            (true, false) => *b,
            (false, true) => *a,
            _ => continue,
        };
        let words = t("room-disagrees").with("other", mentioned(view, other));
        let kind = Type::LABEL.tone(Tone::AlertInk);
        signed(place, Icon::NotEqual, Tone::AlertInk, words, kind);
    }
}

/// A statement or a piece of evidence in its own words.
pub fn mentioned(view: &View, of: Mention) -> Words {
    match of {
        Mention::Said(id) => words_of(view, Line::Statement(id)),
        Mention::Held(id) => {
            let own = view.evidence.iter().find(|e| e.id == id);
            own.map_or(plain(""), |e| case(&e.text))
        }
    }
}

/// A or B, where something was taken up.
pub fn letter(parent: &mut Parent, at: usize, paper: bool) {
    let disc = Node {
        width: px(20),
        height: px(20),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(px(10)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let (fill, ink) = if paper {
        (Tone::Ink, Tone::Paper)
    } else {
        (Tone::Ring, Tone::Room0)
    };
    parent.spawn((disc, Fill(fill))).with_children(|disc| {
        let words = plain(if at == 0 { "A" } else { "B" });
        disc.spawn(text(words, Type::LABEL.bold().tone(ink).one_line()));
    });
}

/// Two that disagree, along the foot of the sheet.
fn marks(sheet: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(6.0)
    };
    let inside = if room.narrow {
        room.middle()
    } else {
        room.sides().1 - GAP_3 * 2.0
    };
    sheet
        .spawn((node, Edge::All(Tone::PaperRule)))
        .with_children(|foot| {
            for (at, mention) in ui.picked.iter().enumerate() {
                foot.spawn(row(GAP_2)).with_children(|line| {
                    letter(line, at, true);
                    let words = say(room.lang, &mentioned(view, *mention));
                    let short = fit(&words, 13.0, false, inside - 50.0);
                    line.spawn(text(plain(short), Type::LABEL.tone(Tone::Ink).one_line()));
                });
            }
            foot.spawn(row(GAP_2)).with_children(|line| {
                if ui.picked.len() < 2 {
                    line.spawn(rest()).with_children(|place| {
                        let kind = Type::LABEL.tone(Tone::Ink2);
                        place.spawn(text(t("room-pick-how"), kind));
                    });
                } else {
                    line.spawn(grow());
                }
                Button::normal(t("room-disagree"), Action::Room(RoomAction::Disagree))
                    .icon(Icon::NotEqual)
                    .key(KeyCode::KeyX)
                    .off((ui.picked.len() < 2).then(|| t("room-pick-two")))
                    .small()
                    .on_paper()
                    .spawn(line);
            });
        });
}
