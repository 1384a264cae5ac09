//! The master scenario events list, planned beside actual, and what injects asked the teams to decide.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::language::t;
use crate::scenario::ids::Team;
use crate::view::{InjectRow, InjectStatus};

pub(super) fn section(tell: &Telling) -> Option<Section> {
    let msel = tell.of.msel.as_ref()?;
    let mut section = Section::new("injects", tell.t("aar-msel"));
    if msel.injects.is_empty() && msel.inserted.is_empty() {
        section.says(tell.t("aar-msel-none"));
        return Some(section);
    }
    let columns = vec![
        column(tell.t("aar-msel-number"), 6),
        column(tell.t("aar-msel-what"), 36),
        column(tell.t("aar-msel-who"), 18),
        column(tell.t("aar-msel-planned"), 16),
        column(tell.t("aar-msel-actual"), 14),
        column(tell.t("aar-msel-expected"), 20),
    ];
    let mut table = Table::new(tell.t("aar-msel-caption"), columns);
    for row in &msel.injects {
        let mut what = Cell::from(tell.get(row.synopsis.as_ref().unwrap_or(&row.text)));
        if row.edited {
            what = what.line(Line::soft(tell.t("aar-msel-edited")));
        }
        let via = tell.family("desk-via", row.via.key());
        let who = Cell::from(tell.sent_by(tell.get(&row.from), &row.to));
        let expected = row.expect.as_ref().map_or("–", |e| tell.get(e));
        table.row(vec![
            row.number.to_string().into(),
            what,
            who.line(Line::soft(via)),
            planned(tell, row).into(),
            status(tell, row.status).into(),
            expected.into(),
        ]);
    }
    for one in &msel.inserted {
        let to = one.to.map_or(Team::BOTH.to_vec(), |team| vec![team]);
        table.row(vec![
            one.number.to_string().into(),
            (&*one.text).into(),
            tell.sent_by(&one.from, &to).into(),
            tell.t("aar-msel-inserted").into(),
            tell.round(one.round).into(),
            "–".into(),
        ]);
    }
    section.table(table);
    Some(section)
}

/// When it was to go.
pub(in crate::report) fn planned(tell: &Telling, row: &InjectRow) -> String {
    use crate::view::TriggerView as Trigger;
    let by_condition = match row.trigger {
        Trigger::ByHand => return tell.t("aar-msel-by-hand"),
        Trigger::Holds { .. } => tell.t("aar-msel-when"),
        Trigger::Timed { .. } => String::new(),
        Trigger::Contingency { .. } => tell.t("aar-msel-unless"),
    };
    let Some((round, minute)) = row.due else {
        return by_condition;
    };
    let at = if minute > 0 {
        let words = t("aar-msel-minute").with("round", round);
        tell.say(&words.with("minute", minute))
    } else {
        tell.round(round)
    };
    if by_condition.is_empty() {
        at
    } else {
        format!("{at}, {by_condition}")
    }
}

/// What became of it.
pub(in crate::report) fn status(tell: &Telling, status: InjectStatus) -> String {
    match status {
        InjectStatus::Fired(round) => tell.round(round),
        InjectStatus::Waiting | InjectStatus::Due => tell.t("aar-msel-not-sent"),
        InjectStatus::NotNeeded => tell.t("console-inject-not-needed"),
        InjectStatus::Held => tell.t("console-inject-held"),
        InjectStatus::Skipped => tell.t("console-inject-skipped"),
    }
}

/// What the teams were asked to decide, and did.
pub(super) fn decisions(tell: &Telling) -> Option<Section> {
    let decisions = &tell.of.debrief.decisions;
    if decisions.is_empty() {
        return None;
    }
    let mut section = Section::new("decisions", tell.t("decision-debrief"));
    for one in decisions {
        let words = t("decision-debrief-asked").with("round", one.round);
        let words = words.with("from", &one.from).with("text", &one.text);
        section.says(tell.say(&words));
        let mut points = Vec::new();
        for team in Team::BOTH {
            let Some((option, by_default)) = one.chosen[team.index()] else {
                continue;
            };
            let Some(option) = one.options.get(option.index()) else {
                continue;
            };
            let key = if by_default {
                "decision-debrief-default"
            } else {
                "decision-debrief-made"
            };
            let words = t(key).with("team", tell.short(team)).with("option", option);
            points.push(tell.say(&words).into());
        }
        section.points(points);
    }
    Some(section)
}
