//! Who knew what, when: every critical item from its first holding to its use, and what became of the others.

use super::super::paper::{Block, Cell, Chart, Line, Section, Table, Tone, column};
use super::super::telling::{Telling, code, mark};
use crate::drawing::chart::{KnowledgeChart, Row, Theme};
use crate::language::{Words, family, t};
use crate::scenario::ids::Team;
use crate::view::KnowledgeRow;

/// Width of the chart, in the pixels of its own drawing.
const WIDTH: f32 = 960.0;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("knowledge", tell.t("debrief-tab-knowledge"));
    let rows = &tell.of.debrief.knowledge;
    let known = |r: &&KnowledgeRow| r.held.is_some() || r.arrived.is_some();
    if !rows.iter().any(|r| known(&r)) {
        section.says(tell.t("debrief-no-items"));
    }
    let critical: Vec<_> = rows.iter().filter(|r| r.critical).collect();
    section.says(tell.t("aar-knowledge-how"));
    if critical.iter().any(known) {
        section.blocks.push(Block::Chart(chart(tell, &critical)));
    }
    let mut table = table(tell, tell.t("aar-knowledge-critical"));
    for row in &critical {
        table.row(line(tell, row, true));
    }
    section.table(table);
    let mut table = self::table(tell, tell.t("aar-knowledge-others"));
    for row in rows.iter().filter(|r| !r.critical).filter(known) {
        table.row(line(tell, row, false));
    }
    section.table(table);
    section
}

fn table(tell: &Telling, caption: String) -> Table {
    let columns = vec![
        column(tell.t("aar-item"), 44),
        column(tell.t("aar-held"), 14),
        column(tell.t("aar-shared"), 16),
        column(tell.t("aar-arrived"), 14),
        column(tell.t("aar-used"), 12),
    ];
    Table::new(caption, columns)
}

/// Item and title; what it cost and why it mattered, if `more`; then the rounds.
fn line(tell: &Telling, row: &KnowledgeRow, more: bool) -> Vec<Cell> {
    let number = format!("{} {}", mark(row.origin), code(row));
    let title = format!(" {}", tell.get(&row.title));
    let title = Line::default()
        .and(Tone::Team(row.origin), number)
        .and(Tone::Plain, title);
    let mut what = Cell::from(title);
    if row.false_lead {
        what = what.line(Line::soft(tell.t("debrief-false-lead")));
    }
    if more {
        if let Some(cost) = cost(tell, row) {
            what = what.line(tell.say(&cost));
        }
        if let Some(lesson) = &row.lesson {
            what = what.line(Line::soft(tell.get(lesson)));
        }
    }
    let shared = row.shared.map_or_else(
        || tell.t("aar-never"),
        |(round, form)| {
            let form = tell.say(&family("debrief-form", form.key()));
            format!("{}, {form}", tell.round(round))
        },
    );
    vec![
        what,
        tell.round_or_not(row.held).into(),
        shared.into(),
        tell.round_or_not(row.arrived).into(),
        tell.round_or_not(row.used).into(),
    ]
}

/// What became of an item that came late, or never.
pub(super) fn cost(tell: &Telling, row: &KnowledgeRow) -> Option<Words> {
    let short = |team: Team| &tell.of.services[team.index()].short;
    let words = |key| {
        let words = t(key).with("owner", short(row.origin));
        words.with("partner", short(row.origin.other()))
    };
    let Some(held) = row.held else {
        return row
            .arrived
            .is_none()
            .then(|| words("debrief-cost-not-found"));
    };
    let words = |key| words(key).with("held", held);
    match (row.shared, row.arrived) {
        (Some((shared, _)), arrived) if arrived.unwrap_or(shared) > held => {
            let arrived = arrived.unwrap_or(shared);
            let key = match (shared > held, arrived > shared) {
                (true, true) => "debrief-cost-late-and-slow",
                (true, false) => "debrief-cost-late",
                _ => "debrief-cost-slow",
            };
            let words = words(key).with("shared", shared).with("arrived", arrived);
            Some(words.with("wait", arrived.saturating_sub(held)))
        }
        (Some(_), _) => None,
        (None, Some(arrived)) => Some(words("debrief-cost-found-itself").with("arrived", arrived)),
        (None, None) => Some(words("debrief-cost-never")),
    }
}

fn chart(tell: &Telling, critical: &[&KnowledgeRow]) -> Chart {
    let rounds: Vec<String> = (1..=tell.of.played.max(1)).map(|r| tell.round(r)).collect();
    let unused = tell.t("debrief-not-used");
    let told = critical.iter().filter_map(|row| {
        // What a service never held but its partner found, is drawn from there.
        let held = row.held.or(row.arrived)?;
        let shared = row.shared.map(|(round, _)| round);
        let bar = match shared {
            Some(round) if round > held => t("debrief-bar-held").with("rounds", round - held),
            Some(_) => t("aar-shared-at-once"),
            None => t("debrief-bar-never"),
        };
        let note = format!("{} · {}", code(row), tell.short(row.origin));
        Some((row, held, shared, tell.say(&bar), note))
    });
    let told: Vec<_> = told.collect();
    let drawing = KnowledgeChart {
        rounds: rounds.iter().map(String::as_str).collect(),
        rows: (told.iter())
            .map(|(row, held, shared, bar, note)| Row {
                team: row.origin,
                title: tell.get(&row.title),
                note,
                held: *held,
                shared: *shared,
                used: row.used,
                bar,
                unused: &unused,
            })
            .collect(),
    };
    let svg = drawing.svg(WIDTH, drawing.height(), Theme::Paper);
    let about = t("aar-knowledge-about").with("items", told.len());
    let about = tell.say(&about.with("rounds", tell.of.played));
    Chart {
        title: tell.t("aar-knowledge-chart"),
        about,
        svg,
        table: grid(tell, critical, &rounds),
    }
}

/// The chart in cells: what each round meant for an item.
fn grid(tell: &Telling, critical: &[&KnowledgeRow], rounds: &[String]) -> Table {
    let mut columns = vec![column(tell.t("aar-item"), 40)];
    let share = u16::try_from(60 / rounds.len().max(1)).unwrap_or(1);
    columns.extend(rounds.iter().map(|r| column(r.clone(), share.max(1))));
    let mut table = Table::new(tell.t("aar-knowledge-chart"), columns);
    for row in critical {
        let Some(held) = row.held.or(row.arrived) else {
            continue;
        };
        let mut cells = vec![Cell::from(format!(
            "{} {}",
            code(row),
            tell.get(&row.title)
        ))];
        for round in 1..=tell.of.played.max(1) {
            let mut cell = Cell::default();
            if held == round {
                cell = cell.line(tell.t("aar-held"));
            }
            if row.shared.is_some_and(|(r, _)| r == round) {
                cell = cell.line(Line::strong(format!("→ {}", tell.t("aar-shared"))));
            }
            if row.arrived == Some(round) && row.shared.is_some_and(|(r, _)| r < round) {
                cell = cell.line(tell.t("aar-arrived"));
            }
            if row.used == Some(round) {
                cell = cell.line(Line::strong(format!("✓ {}", tell.t("aar-used"))));
            }
            let kept = round > held && row.shared.is_none_or(|(r, _)| round < r);
            if kept && cell.0.is_empty() {
                cell = cell.line(Line::soft(tell.t("aar-kept")));
            }
            cells.push(cell);
        }
        table.row(cells);
    }
    table
}
