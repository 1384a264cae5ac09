//! The item that is picked in the chart: what it said, where it went, and why it mattered.

use bevy::prelude::*;

use super::{Picks, Shown, Told, knowledge};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{chip, rule, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;
use crate::scenario::words::Form;
use crate::view::KnowledgeRow;

pub fn detail(sheet: &mut Parent, told: &Told, picks: &Picks, shown: &Shown) {
    let wanted = knowledge::picked(&told.debrief, picks, shown);
    let Some(item) = told
        .debrief
        .knowledge
        .iter()
        .find(|row| Some(row.item) == wanted)
    else {
        return;
    };
    scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_2, true, |page| {
        let head = Node {
            align_items: AlignItems::Start,
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        page.spawn(head).with_children(|head| {
            head.spawn(team_sign(item.origin, 15.0, true))
                .entry::<Node>()
                .and_modify(|mut node| {
                    node.margin = UiRect::top(px(4));
                });
            head.spawn(Node {
                margin: UiRect::top(px(3)),
                flex_shrink: 0.0,
                ..default()
            })
            .with_children(|place| {
                let name = plain(number(item.origin, item.number));
                place.spawn(text(name, Type::LABEL.mono().tone(Tone::Ink2).one_line()));
            });
            head.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|title| {
                title.spawn(text(case(&item.title), Type::HEAD.tone(Tone::Ink)));
            });
            if item.critical {
                chip(head, Some(Icon::Flag), t("debrief-critical"), true);
            }
            if item.false_lead {
                chip(head, Some(Icon::Question), t("debrief-false-lead"), true);
            }
        });
        if knowledge::roomy(&told.debrief, shown) {
            let kind = Type {
                bold: false,
                ..Type::HEAD
            };
            page.spawn(text(case(&item.text), kind.tone(Tone::Ink)));
            page.spawn(rule(Tone::PaperRule));
            way_of(page, told, item, kind);
            page.spawn(rule(Tone::PaperRule));
            lesson(page, item, kind);
            return;
        }
        page.spawn(Node {
            column_gap: px(GAP_5),
            ..default()
        })
        .with_children(|halves| {
            let half = || Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(GAP_3)
            };
            halves.spawn(half()).with_children(|left| {
                left.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
            });
            halves.spawn(half()).with_children(|right| {
                way_of(right, told, item, Type::BODY);
                lesson(right, item, Type::BODY);
            });
        });
    });
}

fn lesson(place: &mut Parent, item: &KnowledgeRow, kind: Type) {
    let Some(lesson) = &item.lesson else { return };
    place
        .spawn(Node {
            flex_shrink: 0.0,
            ..column(2.0)
        })
        .with_children(|place| {
            place.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(icon(Icon::Info, 16.0, Tone::Ink2));
                line.spawn(text(t("debrief-lesson"), kind.bold().tone(Tone::Ink)));
            });
            place.spawn(text(case(lesson), kind.tone(Tone::Ink)));
        });
}

/// The way of an item, each station with its sign in the chart.
fn way_of(place: &mut Parent, told: &Told, item: &KnowledgeRow, kind: Type) {
    place
        .spawn(Node {
            flex_shrink: 0.0,
            ..column(4.0)
        })
        .with_children(|place| {
            for (sign, words) in way(told, item) {
                let node = Node {
                    align_items: AlignItems::Start,
                    ..row(GAP_2)
                };
                place.spawn(node).with_children(|line| {
                    let half = (kind.size.px().1 - 16.0) / 2.0;
                    line.spawn(icon(sign, 16.0, Tone::Ink2))
                        .entry::<Node>()
                        .and_modify(move |mut node| {
                            node.margin = UiRect::top(px(half));
                        });
                    line.spawn(Node {
                        flex_grow: 1.0,
                        flex_basis: px(0),
                        ..column(0.0)
                    })
                    .with_children(|place| {
                        place.spawn(text(words, kind.tone(Tone::Ink)));
                    });
                });
            }
        });
}

/// Held, shared, arrived, used: in sentences.
fn way(told: &Told, item: &KnowledgeRow) -> [(Icon, Words); 3] {
    let short = |team: Team| &told.case.services[team.index()].short;
    let (owner, partner) = (short(item.origin), short(item.origin.other()));
    let held = match item.held {
        Some(round) => t("debrief-way-held")
            .with("team", owner)
            .with("round", round),
        None => t("debrief-way-not-held").with("team", owner),
    };
    let shared = match (item.shared, item.arrived) {
        (Some((sent, form)), Some(arrived)) => {
            let at_once = arrived <= sent;
            if at_once {
                t("debrief-way-shared")
            } else {
                t("debrief-way-shared-later")
            }
            .with("team", owner)
            .with("partner", partner)
            .with("form", form_words(form))
            .with("round", sent)
            .with("arrived", arrived)
        }
        (Some((sent, form)), None) => t("debrief-way-sent")
            .with("team", owner)
            .with("form", form_words(form))
            .with("round", sent),
        (None, Some(arrived)) => t("debrief-way-found")
            .with("partner", partner)
            .with("round", arrived),
        (None, None) => t("debrief-way-never")
            .with("team", owner)
            .with("partner", partner),
    };
    let used = match item.used {
        Some(round) => (Icon::Check, t("debrief-way-used").with("round", round)),
        None => (Icon::Minus, t("debrief-way-unused")),
    };
    let sent = if item.arrived.is_some() {
        Icon::ArrowRight
    } else {
        Icon::Close
    };
    [(Icon::Ring, held), (sent, shared), used]
}

fn form_words(form: Form) -> Words {
    family("debrief-form", form.key())
}
