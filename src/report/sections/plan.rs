//! The improvement plan: what was found, with room for what is done about it, by whom and when.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use super::guide::observable;
use super::ratings::{rated, standing};
use crate::scenario::evaluation::Part;
use crate::scenario::words::Rating;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("plan", tell.t("aar-plan"));
    let rows = findings(tell);
    if rows.is_empty() {
        section.says(tell.t("aar-plan-none"));
        return section;
    }
    section.says(tell.t("aar-plan-how"));
    let columns = vec![
        column(tell.t("aar-plan-number"), 6),
        column(tell.t("aar-plan-finding"), 40),
        column(tell.t("aar-plan-action"), 28),
        column(tell.t("aar-plan-owner"), 14),
        column(tell.t("aar-plan-date"), 12),
    ];
    let mut table = Table::new(tell.t("aar-plan-caption"), columns);
    for (n, finding) in (1u32..).zip(rows) {
        let empty = Cell::default;
        table.row(vec![
            n.to_string().into(),
            finding,
            empty(),
            empty(),
            empty(),
        ]);
    }
    section.table(table);
    section
}

/// What could be better: tasks that were not rated P, then criteria that were not met.
fn findings(tell: &Telling) -> Vec<Cell> {
    let mut out = Vec::new();
    for one in rated(tell) {
        if !matches!(one.rating, Some(Rating::S | Rating::M | Rating::U)) {
            continue;
        }
        let mut cell = Cell::from(Line::strong(tell.get(&one.task.text)));
        cell = cell.line(standing(tell, &one));
        let short = one.task.observed.iter().filter(|seen| {
            let bad = matches!(seen.part, Part::Harmed | Part::Critical);
            seen.met.is_some_and(|met| met == bad)
        });
        for seen in short {
            cell = cell.line(observable(tell, seen));
        }
        out.push(cell);
    }
    for objective in &tell.of.debrief.objectives {
        for one in objective.criteria.iter().filter(|c| !c.met) {
            let mut cell = Cell::from(Line::strong(tell.get(&one.text)));
            cell = cell.line(tell.get(&objective.text));
            if let Some(teaching) = &one.teaching {
                cell = cell.line(Line::soft(tell.get(teaching)));
            }
            out.push(cell);
        }
    }
    out
}
