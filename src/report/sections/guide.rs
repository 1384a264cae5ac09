//! Objectives, capabilities and critical tasks with their ratings, what was observed, and the events behind it.

use std::collections::BTreeMap;

use super::super::findings::{Moment, Observed, Proposal};
use super::super::paper::{Cell, Line, Section, Table, Tone, column};
use super::super::telling::Telling;
use super::ratings::{Rated, rated, standing};
use crate::language::t;
use crate::scenario::evaluation::Part;

/// Events that are told behind one observable.
const TOLD: usize = 2;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("ratings", tell.t("aar-guide"));
    let all = rated(tell);
    if all.is_empty() {
        section.says(tell.t("aar-guide-none"));
        return section;
    }
    section.says(tell.t("aar-guide-how"));
    let account = tell.of.findings.account.iter();
    let account: BTreeMap<u32, &Moment> = account.map(|m| (m.event, m)).collect();
    for (n, capability) in tell.of.findings.capabilities.iter().enumerate() {
        section.part(tell.get(&capability.text));
        let words = t("aar-guide-objective").with("text", &capability.objective);
        section.says(tell.say(&words));
        let words = t("aar-guide-target").with("text", &capability.target);
        section.says(tell.say(&words));
        let words = t("aar-guide-caption").with("capability", &capability.text);
        let columns = vec![
            column(tell.t("aar-guide-task"), 26),
            column(tell.t("aar-guide-rating"), 24),
            column(tell.t("aar-guide-observed"), 50),
        ];
        let mut table = Table::new(tell.say(&words), columns);
        let own = |r: &&Rated| {
            let of = &tell.of.findings.capabilities;
            of.get(n).is_some_and(|c| std::ptr::eq(c, r.capability))
        };
        for one in all.iter().filter(own) {
            table.row(vec![
                Cell::from(Line::strong(tell.get(&one.task.text))).line(tell.whose(one.task.team)),
                rating(tell, one),
                observed(tell, one.task, &account),
            ]);
        }
        section.table(table);
    }
    section
}

fn rating(tell: &Telling, one: &Rated) -> Cell {
    let mut cell = Cell::from(standing(tell, one));
    if !one.note.is_empty() {
        cell = cell.line(Line::soft(one.note));
    }
    if one.task.critical {
        cell = cell.line(Line::alert(tell.t("aar-guide-critical")));
    }
    let given = tell.of.ratings.iter().filter(|r| r.task == one.task.task);
    for rating in given {
        let words = t("aar-guide-given")
            .with("name", &*rating.name)
            .with("rating", &*rating.rating.key().to_uppercase());
        let mut words = tell.say(&words);
        if !rating.note.is_empty() {
            words.push_str(&format!(" “{}”", rating.note));
        }
        cell = cell.line(Line::soft(words));
    }
    cell
}

fn observed(tell: &Telling, task: &Proposal, account: &BTreeMap<u32, &Moment>) -> Cell {
    let mut cell = Cell::default();
    for seen in &task.observed {
        cell = cell.line(observable(tell, seen));
        let told = seen.events.iter().filter_map(|n| account.get(n));
        for moment in told.rev().take(TOLD) {
            let words = format!("{}: {}", tell.round(moment.round), tell.get(&moment.text));
            cell = cell.line(Line::soft(words));
        }
    }
    cell
}

/// What could be observed, whether it was, and the figure that says so.
pub(super) fn observable(tell: &Telling, seen: &Observed) -> Line {
    let bad = matches!(seen.part, Part::Harmed | Part::Critical);
    let line = match (seen.met, bad) {
        (None, _) => Line::soft(format!("– {}: ", tell.t("aar-seen-open"))),
        (Some(true), false) => Line::strong(format!("✓ {}: ", tell.t("aar-seen-met"))),
        (Some(false), false) => Line::alert(format!("✗ {}: ", tell.t("aar-seen-not-met"))),
        (Some(true), true) => Line::alert(format!("✗ {}: ", tell.t("aar-seen-harm"))),
        (Some(false), true) => Line::strong(format!("✓ {}: ", tell.t("aar-seen-no-harm"))),
    };
    let line = line.and(Tone::Plain, tell.get(&seen.text));
    match seen.figure {
        Some((metric, figure)) => {
            let figure = tell.figure(metric, Some(figure));
            line.and(Tone::Soft, format!(" ({figure})"))
        }
        None => line,
    }
}
