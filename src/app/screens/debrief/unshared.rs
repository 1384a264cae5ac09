//! What was held and not shared: a sentence for each critical item that came late or never.

use bevy::prelude::*;

use super::{Told, cost, knowledge};
use crate::analysis::Standing;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{paper, rule, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::Team;
use crate::view::KnowledgeRow;

/// The sheet at the right.
pub fn paper_of(parent: &mut Parent, told: &Told) {
    let node = Node {
        width: px(420),
        flex_shrink: 0.0,
        min_height: px(0),
        ..default()
    };
    parent.spawn(paper(node)).with_children(|sheet| {
        scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_3, true, |page| {
            cost::section(page, told);
            if told.otherwise != Standing::Unasked {
                page.spawn(rule(Tone::PaperRule));
            }
            page.spawn(text(t("debrief-unshared"), Type::HEAD.tone(Tone::Ink)));
            let late: Vec<(&KnowledgeRow, Words)> = critical(told)
                .filter_map(|row| Some((row, late_or_never(told, row)?)))
                .collect();
            if late.is_empty() {
                nothing_late(page, told);
            }
            for (row, words) in late {
                page.spawn(rule(Tone::PaperRule));
                one(page, row, words);
            }
            in_time(page, told);
            others(page, told);
            cost::assumptions(page, told);
        });
    });
}

fn critical(told: &Told) -> impl Iterator<Item = &KnowledgeRow> {
    told.debrief.knowledge.iter().filter(|row| row.critical)
}

/// What became of it, if it came late or never.
fn late_or_never(told: &Told, item: &KnowledgeRow) -> Option<Words> {
    let short = |team: Team| &told.case.services[team.index()].short;
    let words = |key| {
        t(key)
            .with("owner", short(item.origin))
            .with("partner", short(item.origin.other()))
    };
    let Some(held) = item.held else {
        return Some(match item.arrived {
            Some(_) => return None,
            None => words("debrief-cost-not-found"),
        });
    };
    let words = |key| words(key).with("held", held);
    match (item.shared, item.arrived) {
        (Some((shared, _)), arrived) if arrived.unwrap_or(shared) > held => {
            let arrived = arrived.unwrap_or(shared);
            let key = match (shared > held, arrived > shared) {
                (true, true) => "debrief-cost-late-and-slow",
                (true, false) => "debrief-cost-late",
                _ => "debrief-cost-slow",
            };
            let wait = arrived - held;
            Some(
                words(key)
                    .with("shared", shared)
                    .with("arrived", arrived)
                    .with("wait", wait),
            )
        }
        (Some(_), _) => None,
        (None, Some(arrived)) => Some(words("debrief-cost-found-itself").with("arrived", arrived)),
        (None, None) => Some(words("debrief-cost-never")),
    }
}

fn one(page: &mut Parent, item: &KnowledgeRow, words: Words) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(6.0)
    })
    .with_children(|place| {
        place
            .spawn(Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            })
            .with_children(|head| {
                head.spawn(team_sign(item.origin, 14.0, true))
                    .entry::<Node>()
                    .and_modify(|mut node| {
                        node.margin = UiRect::top(px(3));
                    });
                head.spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                })
                .with_children(|title| {
                    title.spawn(text(case(&item.title), Type::BODY.bold().tone(Tone::Ink)));
                });
                let name = plain(number(item.origin, item.number));
                head.spawn(text(name, Type::LABEL.mono().tone(Tone::Ink2).one_line()));
            });
        place.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        if let Some(lesson) = &item.lesson {
            place.spawn(text(case(lesson), Type::BODY.tone(Tone::Ink2)));
        }
    });
}

/// Every critical item that was found came over at once.
fn nothing_late(page: &mut Parent, told: &Told) {
    let any = critical(told).any(|row| knowledge::held(row).is_some());
    let node = Node {
        align_items: AlignItems::Start,
        padding: UiRect::top(px(GAP_2)),
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let sign = if any { Icon::CheckCircle } else { Icon::Info };
        line.spawn(icon(sign, 22.0, Tone::Ink));
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(GAP_4)
        })
        .with_children(|words| {
            let key = if any {
                "debrief-unshared-none"
            } else {
                "debrief-unshared-no-critical"
            };
            words.spawn(text(t(key), Type::BODY.tone(Tone::Ink)));
        });
    });
}

/// The critical items that came over at once.
fn in_time(page: &mut Parent, told: &Told) {
    let rows: Vec<&KnowledgeRow> = critical(told)
        .filter(|row| knowledge::held(row).is_some() && late_or_never(told, row).is_none())
        .collect();
    if rows.is_empty() {
        return;
    }
    page.spawn(rule(Tone::PaperRule));
    page.spawn(text(
        t("debrief-in-time"),
        Type::BODY.bold().tone(Tone::Ink),
    ));
    for item in rows {
        let node = Node {
            align_items: AlignItems::Start,
            flex_shrink: 0.0,
            ..row(GAP_2)
        };
        page.spawn(node).with_children(|line| {
            line.spawn(icon(Icon::Check, 16.0, Tone::Ink2))
                .entry::<Node>()
                .and_modify(|mut node| {
                    node.margin = UiRect::top(px(3));
                });
            line.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|words| {
                words.spawn(text(case(&item.title), Type::BODY.tone(Tone::Ink)));
                let way = t("debrief-in-time-way")
                    .with("owner", &told.case.services[item.origin.index()].short)
                    .with(
                        "partner",
                        &told.case.services[item.origin.other().index()].short,
                    )
                    .with("round", item.arrived.or(item.held).unwrap_or(1));
                words.spawn(text(way, Type::LABEL.tone(Tone::Ink2)));
            });
            let name = plain(number(item.origin, item.number));
            line.spawn(text(name, Type::LABEL.mono().tone(Tone::Ink2).one_line()));
        });
    }
}

/// What became of the items that did not decide the case.
fn others(page: &mut Parent, told: &Told) {
    let others = || {
        told.debrief
            .knowledge
            .iter()
            .filter(|row| !row.critical && row.held.is_some())
    };
    let (of, kept) = (
        others().count(),
        others().filter(|row| row.arrived.is_none()).count(),
    );
    if of == 0 {
        return;
    }
    page.spawn(rule(Tone::PaperRule));
    let words = t("debrief-others").with("of", of).with("kept", kept);
    page.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
}
