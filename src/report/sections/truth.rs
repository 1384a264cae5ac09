//! What really happened, round by round.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::language::t;
use crate::view::TruthKind;

pub(super) fn section(tell: &Telling) -> Section {
    let debrief = &tell.of.debrief;
    let mut section = Section::new("truth", tell.t("debrief-story"));
    section.says(tell.get(&debrief.story));
    let columns = vec![
        column(tell.t("aar-round"), 14),
        column(tell.t("aar-place"), 22),
        column(tell.t("aar-happened"), 64),
    ];
    let mut table = Table::new(tell.t("aar-truth-caption"), columns);
    for event in &debrief.truth {
        let text = tell.get(&event.text);
        let told: Line = match event.kind {
            TruthKind::Prevented => {
                let words = t("aar-truth-prevented").with("text", text);
                Line::strong(format!("✓ {}", tell.say(&words)))
            }
            TruthKind::Reaction => {
                let words = t("aar-truth-reaction").with("text", text);
                Line::alert(tell.say(&words))
            }
            TruthKind::Told | TruthKind::Step => text.into(),
        };
        let place = event.place.map_or("–", |p| tell.place(p));
        let round = tell.round(event.round);
        table.row(vec![round.into(), place.into(), Cell::from(told)]);
    }
    section.table(table);
    section
}
