//! What officers examined, asked and worked themselves, with the right answer and what it teaches.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::engine::encounter::document::fraud::{Finding, Fraud};
use crate::language::t;
use crate::view::SetPieceOutcome;

pub(super) fn section(tell: &Telling) -> Option<Section> {
    let all = &tell.of.debrief.set_pieces;
    if all.is_empty() {
        return None;
    }
    let mut section = Section::new("set-pieces", tell.t("aar-set-pieces"));
    let columns = vec![
        column(tell.t("aar-set-pieces-who"), 26),
        column(tell.t("aar-set-pieces-result"), 22),
        column(tell.t("aar-set-pieces-right"), 52),
    ];
    let mut table = Table::new(tell.t("aar-set-pieces-caption"), columns);
    for one in all {
        let who = Cell::from(Line::strong(tell.get(&one.officer)))
            .line(tell.team(one.team))
            .line(tell.get(&one.title))
            .line(Line::soft(tell.round(one.round)));
        table.row(vec![who, result(tell, one), right(tell, one)]);
    }
    section.table(table);
    Some(section)
}

fn result(tell: &Telling, one: &SetPieceOutcome) -> Cell {
    let Some(end) = one.end else {
        return Line::alert(tell.t("aar-set-pieces-open")).into();
    };
    if end.left {
        return Line::alert(tell.t("aar-set-pieces-left")).into();
    }
    let key = if end.success {
        "aar-set-pieces-well"
    } else {
        "aar-set-pieces-badly"
    };
    let words = tell.say(&t(key).with("points", end.points.unwrap_or(0)));
    let mut cell = Cell::from(if end.success {
        Line::strong(words)
    } else {
        Line::alert(words)
    });
    if let Some(said) = one.document.as_ref().and_then(|d| d.bench.said) {
        let words = t("set-piece-debrief-found").with("finding", &*finding(tell, said));
        cell = cell.line(tell.say(&words));
    }
    cell
}

fn right(tell: &Telling, one: &SetPieceOutcome) -> Cell {
    let mut cell = Cell::default();
    if let Some(document) = &one.document {
        let truth = document
            .truth
            .fraud
            .map_or(Finding::Genuine, Fraud::finding);
        let words = t("set-piece-debrief-was").with("finding", &*finding(tell, truth));
        cell = cell.line(Line::strong(tell.say(&words)));
        cell = cell.line(tell.get(&document.lesson));
    }
    for lesson in &one.lessons {
        cell = cell.line(tell.get(lesson));
    }
    if cell.0.is_empty() {
        cell = cell.line(tell.family("aar-set-pieces-teach", one.kind.key()));
    }
    cell
}

fn finding(tell: &Telling, of: Finding) -> String {
    tell.t(match of {
        Finding::Genuine => "bench-finding-genuine",
        Finding::Counterfeit => "bench-finding-counterfeit",
        Finding::Forged => "bench-finding-forged",
        Finding::Impostor => "bench-finding-impostor",
        Finding::Fantasy => "bench-finding-fantasy",
        Finding::FraudulentlyObtained => "bench-finding-obtained",
        Finding::Refer => "bench-finding-refer",
    })
}
