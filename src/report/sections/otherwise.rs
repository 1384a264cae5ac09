//! What one thing would have made of the exercise, and what these figures rest on.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::{Telling, code};
use crate::analysis::{Change, Changed, Estimate, Verdict};
use crate::language::{Words, plain, t};
use crate::scenario::ids::ItemId;
use crate::scenario::words::Outcome;

/// Nothing, where it was not worked out.
pub(super) fn section(tell: &Telling) -> Option<Section> {
    let known = tell.of.otherwise.as_ref()?;
    let mut section = Section::new("otherwise", tell.t("debrief-cost"));
    if known.changes.is_empty() {
        section.says(tell.t("debrief-cost-nothing"));
        return Some(section);
    }
    let how = t("debrief-cost-how").with("runs", known.runs);
    section.says(tell.say(&how));
    let columns = vec![
        column(tell.t("aar-otherwise-what"), 44),
        column(tell.t("debrief-cost-with"), 18),
        column(tell.t("debrief-cost-without"), 18),
        column(tell.t("aar-otherwise-worth"), 20),
    ];
    let mut table = Table::new(tell.t("aar-otherwise-caption"), columns);
    let mut changes: Vec<&Changed> = known.changes.iter().collect();
    changes.sort_by(|a, b| b.score.value.total_cmp(&a.score.value));
    for change in changes {
        let full = Outcome::Full as usize;
        table.row(vec![
            Cell::from(Line::strong(tell.say(&what(tell, change)))),
            share(change.with.outcomes[full]).into(),
            share(change.without.outcomes[full]).into(),
            worth(tell, change).into(),
        ]);
    }
    section.table(table);
    section.part(tell.t("debrief-cost-rests"));
    let rests = known.assumptions.iter();
    section.points(
        rests
            .map(|a| tell.family("whatif-assumption", a.key()).into())
            .collect(),
    );
    Some(section)
}

/// `71 % [66–76]`.
fn share(of: Estimate) -> String {
    let percent = |part: f64| part * 100.0;
    let (value, low, high) = (percent(of.value), percent(of.low), percent(of.high));
    format!("{value:.0} % [{low:.0}–{high:.0}]")
}

/// Points that the change is worth, with their interval.
fn worth(tell: &Telling, change: &Changed) -> String {
    if change.verdict == Verdict::NothingChanged {
        return tell.t("debrief-cost-same");
    }
    let signed = |value: f64| plain(format!("{value:+.0}").replace('-', "−"));
    let key = match change.verdict {
        Verdict::Better | Verdict::Worse => "debrief-cost-points",
        Verdict::NoDifference | Verdict::NothingChanged => "debrief-cost-no-difference",
    };
    let of = &change.score;
    let words = t(key).with("points", signed(of.value));
    tell.say(
        &words
            .with("low", signed(of.low))
            .with("high", signed(of.high)),
    )
}

/// What would have been otherwise.
fn what(tell: &Telling, change: &Changed) -> Words {
    let named = |id: ItemId| match tell.row(id) {
        Some(row) => t("debrief-row")
            .with("number", &*code(row))
            .with("title", &row.title),
        None => plain("?"),
    };
    match change.change {
        Change::SharedLate { item, from, to, .. } => t("debrief-cost-late-item")
            .with("item", named(item))
            .with("to", to)
            .with("from", from),
        Change::NeverShared { item, to, .. } => t("debrief-cost-never-item")
            .with("item", named(item))
            .with("to", to),
        Change::BlueOnBlue { .. } => t("debrief-cost-met").with("round", change.round),
        Change::Breach { item, .. } => t("debrief-cost-breach")
            .with("item", named(item))
            .with("round", change.round),
    }
}
