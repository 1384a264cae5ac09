//! After the close: what the interview was worth, part by part, its question map, and what it teaches.

use bevy::prelude::*;

use super::map;
use super::page::{Room, rest, signed};
use super::words;
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{head, meter, panel, paper, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Done, Part, Verdict, View};

pub fn result(body: &mut Parent, view: &View, room: Room) {
    let Some(verdict) = &view.verdict else { return };
    let node = Node {
        width: if room.narrow { auto() } else { px(520) },
        flex_shrink: 0.0,
        ..default()
    };
    body.spawn(panel(node)).with_children(|panel| {
        head(panel, t("room-result"), |end| {
            let minutes = t("common-minutes").with("number", verdict.minutes);
            end.spawn(text(minutes, Type::LABEL.one_line()));
        });
        filled(panel, room, |page| {
            points(page, verdict);
            for (name, part, meaning) in words::parts(verdict) {
                self::part(page, name, part, meaning);
            }
            page.spawn(rule(Tone::Rule));
            facts(page, view, verdict);
        });
    });
    let node = Node {
        flex_grow: 1.0,
        flex_basis: if room.narrow { auto() } else { px(0) },
        flex_shrink: if room.narrow { 0.0 } else { 1.0 },
        min_width: px(0),
        min_height: px(0),
        ..column(GAP_2)
    };
    body.spawn(node).with_children(|right| {
        let node = Node {
            flex_shrink: 0.0,
            ..default()
        };
        right.spawn(panel(node)).with_children(|panel| {
            head(panel, t("room-map"), |end| {
                end.spawn(text(words::mix(view.mix), Type::LABEL.one_line()));
            });
            let node = Node {
                padding: px(GAP_3).all(),
                ..column(GAP_2)
            };
            panel
                .spawn(node)
                .with_children(|page| map::map(page, view, room));
        });
        let node = Node {
            flex_grow: 1.0,
            flex_basis: if room.narrow { auto() } else { px(0) },
            ..default()
        };
        right.spawn(panel(node)).with_children(|panel| {
            head(panel, t("room-lessons"), |_| {});
            filled(panel, room, |page| lessons(page, view, verdict));
        });
    });
}

fn filled(panel: &mut Parent, room: Room, body: impl FnOnce(&mut Parent)) {
    let padding = UiRect::new(px(GAP_3), px(14), px(GAP_3), px(GAP_3));
    if room.narrow {
        let node = Node {
            padding,
            ..column(10.0)
        };
        panel.spawn(node).with_children(body);
    } else {
        scroll::area(panel, padding, 10.0, false, body);
    }
}

/// The sum, and what keeps it down.
fn points(page: &mut Parent, verdict: &Verdict) {
    page.spawn(row(GAP_4)).with_children(|line| {
        let words = t("room-points").with("points", verdict.points());
        line.spawn(text(words, Type::FIGURE.one_line()));
        line.spawn(grow());
        let words = if verdict.referred {
            (Icon::Heart, t("room-was-referred"))
        } else {
            (Icon::Book, t("room-was-closed"))
        };
        line.spawn(icon(words.0, 16.0, Tone::Text2));
        line.spawn(text(words.1, Type::LABEL.one_line()));
    });
    for critical in &verdict.critical {
        let kind = Type::BODY.bold().tone(Tone::Alert);
        let words = words::critical_plain(*critical);
        signed(page, Icon::Warning, Tone::Alert, words, kind);
    }
    if !verdict.critical.is_empty() {
        page.spawn(text(t("room-capped"), Type::LABEL));
    }
}

fn part(page: &mut Parent, name: Words, part: Part, meaning: Words) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(3.0)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(text(name, Type::BODY.bold().one_line()));
            line.spawn(grow());
            let words = t("room-of").with("part", part.points).with("all", part.of);
            line.spawn(text(words, Type::BODY.bold().one_line()));
        });
        let share = f32::from(part.points) / f32::from(part.of.max(1));
        meter(place, share, Tone::Text2);
        place.spawn(text(meaning, Type::LABEL));
    });
}

fn facts(page: &mut Parent, view: &View, verdict: &Verdict) {
    let (known, all) = verdict.truths;
    let words = t("room-truths").with("known", known).with("all", all);
    signed(page, Icon::Eye, Tone::Text2, words, Type::BODY);
    if verdict.unusable > 0 {
        let words = t("room-unusable").with("number", verdict.unusable);
        signed(page, Icon::Warning, Tone::Alert, words, Type::BODY);
    }
    let words = t("room-found").with("number", view.disagreements.len());
    signed(page, Icon::NotEqual, Tone::Text2, words, Type::BODY);
    if view.false_marks > 0 {
        let words = t("room-false-marks").with("number", view.false_marks);
        signed(page, Icon::Minus, Tone::Text2, words, Type::BODY);
    }
}

fn lessons(page: &mut Parent, view: &View, verdict: &Verdict) {
    let mut put = view.transcript.iter();
    let put = put.any(|entry| matches!(entry.done, Done::Disclosed(_)));
    let mut all: Vec<Words> = view.lessons.iter().map(case).collect();
    if put && verdict.disclosure.points < verdict.disclosure.of {
        all.insert(0, t("room-lesson-early"));
    }
    if all.is_empty() {
        page.spawn(text(t("room-lessons-none"), Type::BODY.tone(Tone::Text2)));
    }
    for words in all {
        let node = Node {
            padding: UiRect::axes(px(GAP_3), px(10)),
            flex_shrink: 0.0,
            ..default()
        };
        page.spawn(paper(node)).with_children(|sheet| {
            let line = Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            };
            sheet.spawn(line).with_children(|line| {
                line.spawn(icon(Icon::Book, 16.0, Tone::Ink2));
                line.spawn(rest()).with_children(|place| {
                    place.spawn(text(words, Type::BODY.tone(Tone::Ink)));
                });
            });
        });
    }
}
