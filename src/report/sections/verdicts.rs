//! The objectives of the case with their criteria and points, and how sure the verdict was.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::language::t;

pub(super) fn section(tell: &Telling) -> Section {
    let mut section = Section::new("criteria", tell.t("aar-criteria"));
    for objective in &tell.of.debrief.objectives {
        section.part(tell.get(&objective.text));
        let words = t("aar-criteria-caption").with("objective", &objective.text);
        let columns = vec![
            column(tell.t("aar-criteria-what"), 66),
            column(tell.t("aar-criteria-result"), 18),
            column(tell.t("aar-criteria-points"), 16),
        ];
        let mut table = Table::new(tell.say(&words), columns);
        for one in &objective.criteria {
            let mut what = Cell::from(tell.get(&one.text));
            if let Some(teaching) = &one.teaching {
                what = what.line(Line::soft(tell.get(teaching)));
            }
            let result = if one.met {
                Line::strong(format!("✓ {}", tell.t("debrief-met")))
            } else {
                Line::alert(format!("✗ {}", tell.t("debrief-not-met")))
            };
            let earned = if one.met { one.points } else { 0 };
            let points = t("aar-criteria-of").with("points", earned);
            let points = tell.say(&points.with("of", one.points));
            table.row(vec![what, result.into(), points.into()]);
        }
        section.table(table);
    }
    section.says(sum(tell));
    section.says(calibration(tell));
    section
}

fn sum(tell: &Telling) -> String {
    let debrief = &tell.of.debrief;
    let criteria = debrief.objectives.iter().flat_map(|o| &o.criteria);
    let (met, all) = criteria.fold((0u32, 0u32), |(met, all), c| {
        let points = u32::from(c.points);
        (met + if c.met { points } else { 0 }, all + points)
    });
    let penalty = debrief.calibration.penalty;
    let key = match (penalty, debrief.calibration.of) {
        (0, _) => "debrief-sum",
        (_, 0) => "debrief-sum-none",
        _ => "debrief-sum-less",
    };
    let share = u32::from(debrief.score) + u32::from(penalty);
    let words = t(key).with("met", met).with("all", all);
    let words = words.with("score", debrief.score).with("share", share);
    tell.say(&words.with("penalty", penalty))
}

/// How sure, and how right.
pub(super) fn calibration(tell: &Telling) -> String {
    let c = &tell.of.debrief.calibration;
    if c.of == 0 {
        return tell.t("aar-sure-none");
    }
    let share = u32::from(c.right) * 100 / u32::from(c.of);
    let key = if c.penalty == 0 {
        "aar-sure-well"
    } else if u32::from(c.confidence) > share {
        "aar-sure-over"
    } else {
        "aar-sure-under"
    };
    let words = t(key).with("confidence", c.confidence);
    tell.say(&words.with("right", c.right).with("of", c.of))
}
