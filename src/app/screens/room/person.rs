//! At the left: who is asked, how the person is by now, and what the person has a right to.

use bevy::prelude::*;

use super::page::{Room, filled, rest, signed};
use super::{RoomAction, RoomUi, words};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Shortcut, key_name};
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::drawing;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::choice::Check;
use crate::app::widgets::panel::{key_cap, panel, rule};
use crate::drawing::icon::Icon;
use crate::drawing::portrait;
use crate::engine::encounter::questioning::{Act, View};
use crate::scenario::interviews::moves::TOP;
use crate::scenario::words::{Age, Safeguard};

pub fn person(body: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        width: if room.narrow {
            auto()
        } else {
            px(room.sides().0)
        },
        flex_shrink: 0.0,
        ..default()
    };
    body.spawn(panel(node)).with_children(|panel| {
        filled(panel, ui, room, "person", GAP_2, |page| {
            who(page, view, room);
            if !room.narrow {
                page.spawn(text(case(&view.about), Type::LABEL));
            }
            page.spawn(rule(Tone::Rule));
            levels(page, view, room);
            page.spawn(rule(Tone::Rule));
            safeguards(page, view);
            if !view.critical.is_empty() {
                page.spawn(rule(Tone::Rule));
            }
            for critical in &view.critical {
                let kind = Type::LABEL.tone(Tone::Alert);
                let words = words::recorded(*critical);
                signed(page, Icon::Warning, Tone::Alert, words, kind);
            }
        });
    });
}

fn who(page: &mut Parent, view: &View, room: Room) {
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let svg = portrait::person(view.portrait);
        let (width, height) = if room.small() {
            (72.0, 84.0)
        } else {
            (84.0, 98.0)
        };
        line.spawn(drawing(svg, width, height))
            .entry::<Node>()
            .and_modify(|mut node| node.border_radius = BorderRadius::all(px(R_CONTROL)));
        let place = Node {
            flex_direction: FlexDirection::Column,
            row_gap: px(4),
            ..rest()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(case(&view.name), Type::HEAD));
            if let Some(words) = words::age(view.age) {
                place.spawn(text(words, Type::LABEL));
            }
            if room.narrow {
                place.spawn(text(case(&view.about), Type::LABEL));
            }
        });
    });
}

fn levels(page: &mut Parent, view: &View, room: Room) {
    let levels = view.levels;
    let all = [
        (
            t("room-rapport"),
            levels.rapport,
            words::rapport(levels.rapport),
        ),
        (
            t("room-stress"),
            levels.stress,
            words::stress(levels.stress),
        ),
        (
            t("room-memory"),
            levels.memory,
            words::memory(levels.memory),
        ),
    ];
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(6.0)
    })
    .with_children(|list| {
        for (name, level, word) in all {
            let step = if room.small() { 7.0 } else { 14.0 };
            gauge(list, name, level, word, (step, !room.narrow));
        }
    });
}

/// So wide is a step of it; its word stands at the end of the line, or behind it.
fn gauge(list: &mut Parent, name: Words, level: u8, word: Words, (step, end): (f32, bool)) {
    list.spawn(row(GAP_2)).with_children(|line| {
        let place = Node {
            width: px(66),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(name, Type::LABEL.one_line()));
        });
        line.spawn(row(3.0)).with_children(|gauge| {
            for n in 0..TOP {
                let on = n < level;
                let (fill, edge) = if on {
                    (Tone::Text2, Tone::Text2)
                } else {
                    (Tone::Room2, Tone::RuleStrong)
                };
                let node = Node {
                    width: px(step),
                    height: px(8),
                    border: px(1).all(),
                    border_radius: BorderRadius::all(px(2)),
                    flex_shrink: 0.0,
                    ..default()
                };
                gauge.spawn((node, Fill(fill), Edge::All(edge)));
            }
        });
        if end {
            line.spawn(grow());
        }
        line.spawn(text(word, Type::LABEL.tone(Tone::Text).one_line()));
    });
}

fn safeguards(page: &mut Parent, view: &View) {
    let given = (view.safeguards.iter()).filter(|(_, minute)| minute.is_some());
    let open = view.safeguards.iter().find(|(_, given)| given.is_none());
    page.spawn(Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    })
    .with_children(|line| {
        line.spawn(text(t("room-safeguards"), Type::BODY.bold().one_line()));
        if open.is_some() {
            key_cap(line, plain(key_name(KeyCode::KeyG)), false);
        }
        line.spawn(grow());
        let number = t("room-of")
            .with("part", given.count())
            .with("all", view.safeguards.len());
        line.spawn(text(number, Type::LABEL.one_line()));
    });
    let node = Node {
        flex_shrink: 0.0,
        ..column(0.0)
    };
    page.spawn(node).with_children(|list| {
        for (safeguard, minute) in &view.safeguards {
            let check = Check {
                words: words::safeguard(*safeguard),
                on: minute.is_some(),
                action: Action::Room(RoomAction::Do(Act::Give(*safeguard))),
            };
            let check = check.spawn(list);
            list.commands()
                .entity(check)
                .entry::<Node>()
                .and_modify(|mut node| {
                    node.min_height = px(31);
                    node.margin = UiRect::left(px(-5));
                });
            if open.is_some_and(|(next, _)| next == safeguard) {
                let mut commands = list.commands();
                let mut check = commands.entity(check);
                check.insert((Shortcut(KeyCode::KeyG), FirstFocus));
            }
        }
    });
    let owed = |(s, given): &(Safeguard, Option<u16>)| *s == Safeguard::Guardian && given.is_none();
    if view.age != Age::Adult && view.safeguards.iter().any(owed) {
        let kind = Type::LABEL.tone(Tone::Alert);
        signed(
            page,
            Icon::Warning,
            Tone::Alert,
            t("room-guardian-owed"),
            kind,
        );
    }
}
