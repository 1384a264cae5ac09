//! The questions on one topic, by kind; each on its number.

use accesskit::Role;
use bevy::prelude::*;

use super::page::{Room, filled, rest};
use super::{RoomAction, RoomUi, statement, words};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Shortcut};
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip_in, key_cap, paper};
use crate::app::widgets::press::{Inherits, Look, control};
use crate::app::widgets::scroll::Reveal;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Act, Done, QuestionView, Refusal, TopicView, View};
use crate::scenario::words::QuestionKind;

/// The scrolling area of the questions.
pub const AREA: &str = "questions";

pub const NUMBERS: [KeyCode; 9] = [
    KeyCode::Digit1,
    KeyCode::Digit2,
    KeyCode::Digit3,
    KeyCode::Digit4,
    KeyCode::Digit5,
    KeyCode::Digit6,
    KeyCode::Digit7,
    KeyCode::Digit8,
    KeyCode::Digit9,
];

/// The questions on this topic, as they are numbered.
fn on<'a>(ui: &RoomUi, view: &'a View, topic: &TopicView) -> Vec<&'a QuestionView> {
    let mut all: Vec<&QuestionView> = view
        .questions
        .iter()
        .filter(|q| q.topic == topic.id)
        .collect();
    let order = |q: &QuestionView| ui.order.iter().position(|id| *id == q.id);
    if ui.told {
        all.sort_by_key(|q| QuestionKind::ALL.iter().position(|kind| *kind == q.kind));
    } else {
        all.sort_by_key(|q| order(q));
    }
    all
}

pub fn questions(panel: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let Some(topic) = view.topics.iter().find(|topic| topic.id == ui.topic) else {
        return;
    };
    title(panel, topic, room);
    filled(panel, ui, room, AREA, GAP_3, |page| {
        let all = on(ui, view, topic);
        if !ui.told {
            page.spawn(list()).with_children(|list| {
                for (n, q) in all.iter().enumerate() {
                    question(list, ui, view, n, q, room);
                }
            });
            return;
        }
        let mut n = 0;
        while let Some(first) = all.get(n) {
            let rest = all.get(n..).unwrap_or_default();
            let group = rest.iter().take_while(|q| q.kind == first.kind);
            let group: Vec<&QuestionView> = group.copied().collect();
            kind(page, first.kind, |list| {
                for (at, q) in group.iter().enumerate() {
                    question(list, ui, view, n + at, q, room);
                }
            });
            n += group.len();
        }
    });
}

fn list() -> Node {
    Node {
        flex_shrink: 0.0,
        ..column(6.0)
    }
}

fn title(panel: &mut Parent, topic: &TopicView, room: Room) {
    let node = Node {
        min_height: px(44),
        padding: UiRect::axes(px(GAP_3), px(6)),
        border: UiRect::vertical(px(1)),
        flex_shrink: 0.0,
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(4),
        ..row(GAP_2)
    };
    panel
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|line| {
            let words = t("room-questions-on").with("topic", &topic.name);
            line.spawn(text(words, Type::BODY.bold().one_line()));
            if !topic.needed && !room.narrow {
                line.spawn(text(t("room-topic-own"), Type::LABEL.one_line()));
            }
            line.spawn(grow());
            let nothing = (!topic.to_sum_up).then(|| words::refusal(Refusal::NothingToSummarise));
            let act = Action::Room(RoomAction::Do(Act::Summarise(topic.id)));
            Button::normal(t("room-summarise"), act)
                .key(KeyCode::KeyS)
                .off(nothing)
                .small()
                .spawn(line);
            Button::quiet(t("room-next-topic"), Action::Room(RoomAction::NextTopic))
                .key(KeyCode::KeyT)
                .small()
                .spawn(line);
        });
}

/// A kind by its name, and its questions beside it.
fn kind(page: &mut Parent, of: QuestionKind, body: impl FnOnce(&mut Parent)) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        let name = Node {
            width: px(130),
            flex_shrink: 0.0,
            padding: UiRect::top(px(4)),
            ..column(0.0)
        };
        line.spawn(name).with_children(|name| {
            let good = of.appropriate();
            let tone = if good { Tone::Text } else { Tone::Alert };
            name.spawn(row(6.0)).with_children(|line| {
                if !good {
                    line.spawn(icon(Icon::Warning, 14.0, Tone::Alert));
                }
                let kind = Type::BODY.bold().tone(tone);
                line.spawn(rest()).with_children(|place| {
                    place.spawn(text(words::kind(of), kind));
                });
            });
            name.spawn(text(words::kind_how(of), Type::LABEL));
        });
        let place = Node {
            flex_direction: FlexDirection::Column,
            row_gap: px(6),
            ..rest()
        };
        line.spawn(place).with_children(body);
    });
}

/// How far it was asked, at its end.
fn asked(q: &QuestionView) -> Option<Words> {
    q.asked?;
    Some(match (q.unanswered, q.rested) {
        (false, _) => t("room-asked"),
        (true, false) => t("room-asked-in-vain"),
        (true, true) => t("room-asked-rested"),
    })
}

fn question(list: &mut Parent, ui: &RoomUi, view: &View, n: usize, q: &QuestionView, room: Room) {
    let node = Node {
        min_height: px(36),
        padding: UiRect::axes(px(10), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    let act = Action::Room(RoomAction::Do(Act::Ask(q.id)));
    let name = case(&q.text);
    let mut spawned = list.spawn((node, control(Look::Normal, Role::Button, name.clone()), act));
    let told = asked(q);
    spawned.with_children(|line| {
        if n < NUMBERS.len() {
            key_cap(line, plain((n + 1).to_string()), true);
        }
        line.spawn(rest()).with_children(|place| {
            let mut words = place.spawn(text(name, Type::BODY.tone(Tone::Text2)));
            if told.is_none() {
                words.insert(Inherits);
            }
        });
        if let Some(pressure) = q.pressure.filter(|_| ui.told) {
            let words = words::pressure(pressure);
            chip_in(line, Some(Icon::Warning), words, Tone::Alert, Tone::Alert);
        }
        if let Some(words) = told {
            line.spawn(text(words, Type::LABEL.one_line()));
        }
    });
    if let Some(key) = NUMBERS.get(n) {
        spawned.insert(Shortcut(*key));
    }
    let given = view.safeguards.iter().all(|(_, given)| given.is_some());
    if n == 0 && given {
        spawned.insert(FirstFocus);
    }
    if ui.latest == Some(q.id) && !room.narrow {
        spawned.insert(Reveal::default());
    }
    if ui.latest == Some(q.id) && room.narrow {
        answered(list, view, q);
    }
}

/// Where the statement is out of sight, what was answered last stands under its question.
fn answered(list: &mut Parent, view: &View, q: &QuestionView) {
    let last = view.transcript.iter().rev();
    let Some(entry) = last.into_iter().find(|e| e.done == Done::Asked(q.id)) else {
        return;
    };
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(8)),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    let mut card = list.spawn(paper(node));
    card.insert(Reveal::default());
    card.with_children(|sheet| {
        for line in &entry.lines {
            let words = statement::words_of(view, *line);
            sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        }
    });
}
