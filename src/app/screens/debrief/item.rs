//! The item that is picked in the chart: what it said, where it went, and why it mattered.

use bevy::prelude::*;

use super::{Picks, Shown, Told, knowledge};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{chip, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;
use crate::scenario::words::Form;
use crate::view::KnowledgeRow;

pub fn detail(sheet: &mut Parent, told: &Told, picks: &Picks, shown: &Shown) {
    let wanted = knowledge::picked(&told.debrief, picks, shown);
    let Some(item) = told.debrief.knowledge.iter().find(|row| Some(row.item) == wanted) else { return };
    scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_2, true, |page| {
        let head = Node { align_items: AlignItems::Start, flex_shrink: 0.0, ..row(GAP_2) };
        page.spawn(head).with_children(|head| {
            head.spawn(team_sign(item.origin, 15.0, true)).entry::<Node>().and_modify(|mut node| {
                node.margin = UiRect::top(px(4));
            });
            head.spawn(Node { margin: UiRect::top(px(3)), flex_shrink: 0.0, ..default() }).with_children(
                |place| {
                    let name = plain(number(item.origin, item.number));
                    place.spawn(text(name, Type::LABEL.mono().tone(Tone::Ink2).one_line()));
                },
            );
            head.spawn(Node { flex_grow: 1.0, flex_basis: px(0), ..column(0.0) }).with_children(|title| {
                title.spawn(text(case(&item.title), Type::HEAD.tone(Tone::Ink)));
            });
            if item.critical {
                chip(head, Some(Icon::Flag), t("debrief-critical"), true);
            }
            if item.false_lead {
                chip(head, Some(Icon::Question), t("debrief-false-lead"), true);
            }
        });
        let halves = Node { column_gap: px(GAP_5), ..default() };
        page.spawn(halves).with_children(|halves| {
            let half = || Node { flex_grow: 1.0, flex_basis: px(0), ..column(GAP_3) };
            halves.spawn(half()).with_children(|left| {
                left.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
            });
            halves.spawn(half()).with_children(|right| {
                knowledge::lines(right, way(told, item), Tone::Ink);
                if let Some(lesson) = &item.lesson {
                    right.spawn(column(2.0)).with_children(|place| {
                        place.spawn(row(GAP_2)).with_children(|line| {
                            line.spawn(icon(Icon::Info, 16.0, Tone::Ink2));
                            line.spawn(text(t("debrief-lesson"), Type::BODY.bold().tone(Tone::Ink)));
                        });
                        place.spawn(text(case(lesson), Type::BODY.tone(Tone::Ink)));
                    });
                }
            });
        });
    });
}

/// Held, shared, arrived, used: in sentences.
fn way(told: &Told, item: &KnowledgeRow) -> Vec<Words> {
    let short = |team: Team| &told.case.services[team.index()].short;
    let (owner, partner) = (short(item.origin), short(item.origin.other()));
    let mut way = Vec::new();
    match item.held {
        Some(round) => way.push(t("debrief-way-held").with("team", owner).with("round", round)),
        None => way.push(t("debrief-way-not-held").with("team", owner)),
    }
    match (item.shared, item.arrived) {
        (Some((sent, form)), Some(arrived)) => {
            let key = if arrived > sent { "debrief-way-shared-later" } else { "debrief-way-shared" };
            way.push(
                t(key)
                    .with("team", owner)
                    .with("partner", partner)
                    .with("form", form_words(form))
                    .with("round", sent)
                    .with("arrived", arrived),
            );
        }
        (Some((sent, form)), None) => way.push(
            t("debrief-way-sent").with("team", owner).with("form", form_words(form)).with("round", sent),
        ),
        (None, Some(arrived)) => {
            way.push(t("debrief-way-found").with("partner", partner).with("round", arrived));
        }
        (None, None) => way.push(t("debrief-way-never").with("team", owner).with("partner", partner)),
    }
    match item.used {
        Some(round) => way.push(t("debrief-way-used").with("round", round)),
        None => way.push(t("debrief-way-unused")),
    }
    way
}

fn form_words(form: Form) -> Words {
    family("debrief-form", form.key())
}
