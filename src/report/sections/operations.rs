//! Joint operations, planned beside true; and what the services applied for.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::{Telling, mark};
use super::super::words::hours;
use crate::language::{family, t};
use crate::scenario::ids::{PlaceId, Team};
use crate::scenario::words::OpOutcome;
use crate::view::{ApplicationView, OperationOutcome, RunOutcome};

pub(super) fn section(tell: &Telling) -> Option<Section> {
    let operations = &tell.of.debrief.operations;
    if operations.is_empty() {
        return None;
    }
    let mut section = Section::new("operations", tell.t("operation-debrief"));
    for one in operations {
        section.part(tell.get(&one.title));
        section.points(truth(tell, one));
        if one.runs.is_empty() {
            section.says(Line::alert(tell.t("operation-debrief-never")));
        }
        for run in &one.runs {
            section.says(result(tell, run));
            section.points(planned(tell, one, run));
        }
    }
    Some(section)
}

fn places(tell: &Telling, places: &[Option<PlaceId>; 2]) -> String {
    let told = Team::BOTH.into_iter().filter_map(|team| {
        let place = tell.place(places[team.index()]?);
        Some(format!("{} {place}", mark(team)))
    });
    let told: Vec<_> = told.collect();
    if told.is_empty() {
        "–".to_owned()
    } else {
        told.join(", ")
    }
}

fn truth(tell: &Telling, one: &OperationOutcome) -> Vec<Line> {
    let (first, last) = one.rounds;
    let words = t("operation-debrief-true").with("places", &*places(tell, &one.places));
    let words = words.with("first", first).with("last", last);
    let mut told = vec![tell.say(&words).into()];
    if let Some((from, to)) = one.hours {
        let words = t("operation-debrief-hours").with("from", &*hours(from.into()));
        let words = words.with("to", &*hours(to.into()));
        told.push(
            tell.say(&words.with("team", tell.short(Team::North)))
                .into(),
        );
    }
    for (risk, _) in one.risks.iter().filter(|(_, real)| *real) {
        let words = t("operation-debrief-risk").with("text", risk);
        told.push(tell.say(&words).into());
    }
    if !one.evidence.is_empty() {
        let items = tell.codes(&one.evidence);
        let words = t("aar-operation-evidence").with("items", &*items);
        told.push(tell.say(&words).into());
    }
    told
}

fn result(tell: &Telling, run: &RunOutcome) -> Line {
    let outcome = tell.say(&family("operation-outcome", run.outcome.key()));
    let round = tell.round(run.round);
    let text = tell.get(&run.text);
    if run.outcome == OpOutcome::Success {
        Line::strong(format!("✓ {round}: {outcome}. {text}"))
    } else {
        Line::alert(format!("✗ {round}: {outcome}. {text}"))
    }
}

fn planned(tell: &Telling, one: &OperationOutcome, run: &RunOutcome) -> Vec<Line> {
    let mut told: Vec<Line> = Vec::new();
    let aim = run.plan.objective;
    if let Some((text, _)) = aim.and_then(|a| one.objectives.get(a.index())) {
        told.push(tell.say(&t("aar-operation-aim").with("text", text)).into());
    }
    let words = t("aar-operation-places").with("places", &*places(tell, &run.plan.places));
    told.push(tell.say(&words).into());
    if let Some(at) = run.at {
        let words = t("aar-operation-start").with("time", &*hours(at.into()));
        told.push(
            tell.say(&words.with("team", tell.short(Team::North)))
                .into(),
        );
    }
    let officers = run.officers.iter().map(|m| {
        let role = tell.say(&family("operation-role", m.role.key()));
        format!("{} {} ({role})", mark(m.team), tell.get(&m.name))
    });
    let officers: Vec<_> = officers.collect();
    if !officers.is_empty() {
        told.push(officers.join(", ").into());
    }
    for team in Team::BOTH {
        if run.unlawful.contains(&team) {
            let words = t("operation-debrief-unlawful").with("team", tell.short(team));
            told.push(Line::alert(format!("✗ {}", tell.say(&words))));
        } else if let Some(title) = &run.basis[team.index()] {
            let words = t("aar-operation-basis").with("team", tell.short(team));
            told.push(tell.say(&words.with("title", title)).into());
        }
    }
    for miss in &run.misses {
        let words = tell.say(&family("operation-miss", miss.key()));
        told.push(Line::alert(format!("✗ {words}")));
    }
    let risks = (0u16..).zip(&one.risks);
    let unnamed = risks.filter(|(n, (_, real))| *real && !run.plan.risks.iter().any(|r| r.0 == *n));
    for (_, (text, _)) in unnamed {
        let words = tell.say(&t("aar-operation-unnamed").with("text", text));
        told.push(Line::alert(format!("✗ {words}")));
    }
    let other = run.plan.contingency;
    if let Some(text) = other.and_then(|c| one.contingencies.get(c.index())) {
        let words = t("aar-operation-contingency").with("text", text);
        told.push(tell.say(&words).into());
    }
    let words = t("aar-operation-cited").with("items", &*tell.codes(&run.plan.cited));
    told.push(tell.say(&words).into());
    if run.misses.is_empty() && run.outcome != OpOutcome::Danger {
        let words = t("operation-debrief-chance").with("chance", run.chance);
        let mut words = tell.say(&words.with("roll", run.roll));
        for line in &run.lines {
            let what = tell.say(&family("operation-odds", line.what.key()));
            words.push_str(&format!(" {what}: {:+}.", line.by));
        }
        told.push(Line::soft(words));
    }
    if run.outcome == OpOutcome::Danger {
        told.push(Line::alert(tell.t("operation-debrief-critical")));
    }
    told
}

/// What both services could apply for, and did.
pub(super) fn authorities(tell: &Telling) -> Option<Section> {
    let all = &tell.of.debrief.authorities;
    if all.is_empty() {
        return None;
    }
    let mut section = Section::new("authorities", tell.t("authority-debrief-tab"));
    let columns = vec![
        column(tell.t("aar-authority"), 26),
        column(tell.t("aar-authority-applied"), 40),
        column(tell.t("aar-authority-shows"), 34),
    ];
    let mut table = Table::new(tell.t("aar-authority-caption"), columns);
    for one in all {
        let title = Cell::from(Line::strong(tell.get(&one.title))).line(tell.team(one.team));
        let mut applied = Cell::default();
        for application in &one.applications {
            applied = applied.line(self::applied(tell, application));
        }
        if one.applications.is_empty() {
            applied = applied.line(tell.t("authority-debrief-never"));
        }
        let mut shows = Cell::default();
        for ground in &one.grounds {
            let words = t("authority-debrief-shows").with("ground", &ground.text);
            let words = words.with("items", &*tell.codes(&ground.items));
            shows = shows.line(tell.say(&words));
        }
        table.row(vec![title, applied, shows]);
    }
    section.table(table);
    Some(section)
}

fn applied(tell: &Telling, one: &ApplicationView) -> Line {
    let items = tell.codes(&one.items);
    let fill = |key| t(key).with("round", one.round).with("items", &*items);
    if let Some(from) = one.from {
        return tell
            .say(&fill("authority-debrief-granted").with("from", from))
            .into();
    }
    let lacks = one.lacks.iter().map(|lack| {
        let words = t("authority-lacking").with("ground", &lack.ground);
        tell.say(&words.with("lack", family("authority-lack", lack.lack.key())))
    });
    let lacks: Vec<_> = lacks.collect();
    let words = fill("authority-debrief-turned-down").with("lacks", &*lacks.join("; "));
    Line::alert(tell.say(&words))
}
