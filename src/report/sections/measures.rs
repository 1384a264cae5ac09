//! The figures of the exercise, each with what it means and in what it is told.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::scenario::ids::Team;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("measures", tell.t("aar-measures"));
    section.says(tell.t("aar-measures-how"));
    let columns = vec![
        column(tell.t("aar-measure"), 50),
        column(tell.t("aar-measure-both"), 18),
        column(tell.short(Team::North).to_owned(), 16),
        column(tell.short(Team::South).to_owned(), 16),
    ];
    let mut table = Table::new(tell.t("aar-measures-caption"), columns);
    for one in &tell.of.findings.figures {
        let name = tell.family("aar-metric", one.metric.key());
        let how = tell.family("aar-metric-how", one.metric.key());
        let figure = |team| Cell::from(tell.figure(one.metric, one.of(team)));
        table.row(vec![
            Cell::from(Line::strong(name)).line(Line::soft(how)),
            figure(None),
            figure(Some(Team::North)),
            figure(Some(Team::South)),
        ]);
    }
    section.table(table);
    section
}
