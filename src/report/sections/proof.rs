//! What was to be proven and what proved it; who was what.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::{Telling, mark};
use crate::language::t;
use crate::scenario::ids::Team;
use crate::scenario::words::RoleKind;
use crate::view::CitedOutcome;

pub(super) fn section(tell: &Telling) -> Option<Section> {
    let debrief = &tell.of.debrief;
    if debrief.elements.is_empty() && debrief.roles.is_empty() {
        return None;
    }
    let mut section = Section::new("proof", tell.t("elements-debrief-title"));
    section.says(tell.t("aar-proof-how"));
    let columns = vec![
        column(tell.t("aar-proof-element"), 34),
        column(tell.t("aar-proof-cited"), 32),
        column(tell.t("aar-proof-proof"), 14),
        column(tell.t("aar-proof-result"), 20),
    ];
    let mut table = Table::new(tell.t("aar-proof-caption"), columns);
    for one in &debrief.elements {
        let kind = tell.family("elements-kind", one.kind.key());
        let mut cited = Cell::default();
        for c in &one.cited {
            cited = cited.line(worth(tell, c));
        }
        if one.cited.is_empty() {
            cited = cited.line(Line::soft(tell.t("elements-debrief-none")));
        }
        let mut result = Cell::default();
        for team in Team::BOTH {
            let name = format!("{} {}", mark(team), tell.short(team));
            result = result.line(if one.proven[team.index()] {
                Line::strong(format!("✓ {name}: {}", tell.t("elements-debrief-proven")))
            } else {
                Line::alert(format!(
                    "✗ {name}: {}",
                    tell.t("elements-debrief-not-proven")
                ))
            });
        }
        let what = Cell::from(Line::strong(kind)).line(tell.get(&one.text));
        table.row(vec![what, cited, tell.codes(&one.proof).into(), result]);
    }
    section.table(table);
    roles(tell, &mut section);
    Some(section)
}

fn worth(tell: &Telling, cited: &CitedOutcome) -> String {
    let key = match (cited.proves, cited.admissible) {
        (false, _) => "elements-debrief-not",
        (true, [true, true]) => "elements-debrief-proves-both",
        (true, [false, false]) => "elements-debrief-no-court",
        (true, _) => "elements-debrief-proves",
    };
    let team = if cited.admissible[0] {
        Team::North
    } else {
        Team::South
    };
    let words = t(key).with("item", &*tell.code(cited.item));
    tell.say(&words.with("team", tell.short(team)))
}

fn roles(tell: &Telling, section: &mut Section) {
    let role = |role: RoleKind| tell.family("elements-role", role.key());
    let said = |said: Option<RoleKind>| said.map_or_else(|| tell.t("elements-role-open"), role);
    let first = |team| tell.say(&t("aar-theories-first").with("team", tell.short(team)));
    let columns = vec![
        column(tell.t("aar-roles-person"), 28),
        column(first(Team::North), 18),
        column(first(Team::South), 18),
        column(tell.t("debrief-verdict"), 18),
        column(tell.t("debrief-answer"), 18),
    ];
    let mut table = Table::new(tell.t("elements-debrief-roles"), columns);
    for one in &tell.of.debrief.roles {
        let right = one.verdict == Some(one.truth);
        let words = said(one.verdict);
        let verdict = if right {
            Line::strong(format!("✓ {words}"))
        } else {
            Line::alert(format!("✗ {words}"))
        };
        table.row(vec![
            tell.get(&one.subject.name).into(),
            said(one.first[0]).into(),
            said(one.first[1]).into(),
            verdict.into(),
            role(one.truth).into(),
        ]);
    }
    if !table.rows.is_empty() {
        section.part(tell.t("elements-debrief-roles"));
        section.table(table);
    }
}
