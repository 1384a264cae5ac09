//! The part of the page about joint operations: what was planned beside what was true.

use super::account::operations::{miss, odds, role};
use super::html::mark;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::OpOutcome;
use crate::view::{DebriefView, OperationOutcome, RunOutcome};

/// One operation of the case.
pub(super) struct Told {
    pub title: String,
    /// What was true of it.
    pub truth: Vec<String>,
    pub runs: Vec<Planned>,
}

/// One plan that was carried out.
pub(super) struct Planned {
    pub round: u8,
    /// It came to what it was for.
    pub well: bool,
    pub result: String,
    pub lines: Vec<String>,
}

pub(super) fn section(debrief: &DebriefView, lang: &str) -> Vec<Told> {
    let told = |o: &OperationOutcome| Told {
        title: o.title.get(lang).to_owned(),
        truth: truth(debrief, o, lang),
        runs: o.runs.iter().map(|r| run(debrief, o, r, lang)).collect(),
    };
    debrief.operations.iter().map(told).collect()
}

fn truth(debrief: &DebriefView, o: &OperationOutcome, lang: &str) -> Vec<String> {
    let mut out = Vec::new();
    for team in Team::BOTH {
        if let Some(place) = o.places[team.index()] {
            let name = place_name(debrief, place.index(), lang);
            out.push(format!("{} The right place: {name}", mark(team)));
        }
    }
    let (first, last) = o.rounds;
    let hours = o.hours.map_or_else(String::new, |(from, to)| {
        let (from, to) = (clock(from), clock(to));
        format!(", between {from} and {to} by North’s clock")
    });
    out.push(if first == last {
        format!("The right time: round {first}{hours}")
    } else {
        format!("The right time: rounds {first} to {last}{hours}")
    });
    let real = o.risks.iter().filter(|(_, real)| *real);
    out.extend(real.map(|(text, _)| format!("A real risk: {}", text.get(lang))));
    let evidence: Vec<_> = o.evidence.iter().map(|i| code(debrief, *i)).collect();
    if !evidence.is_empty() {
        out.push(format!("Place and time rest on {}", evidence.join(", ")));
    }
    out
}

fn run(debrief: &DebriefView, o: &OperationOutcome, run: &RunOutcome, lang: &str) -> Planned {
    let result = match run.outcome {
        OpOutcome::Success => "It succeeded",
        OpOutcome::Failure => "It failed",
        OpOutcome::Danger => "A critical error: people at risk were left in danger",
    };
    let mut lines = Vec::new();
    let aim = run.plan.objective;
    if let Some((text, _)) = aim.and_then(|a| o.objectives.get(a.index())) {
        lines.push(format!("For: {}", text.get(lang)));
    }
    for team in Team::BOTH {
        if let Some(place) = run.plan.places[team.index()] {
            let name = place_name(debrief, place.index(), lang);
            lines.push(format!("{} {name}", mark(team)));
        }
    }
    if let Some(at) = run.at {
        lines.push(format!("At {} by North’s clock", clock(at)));
    }
    let member = |m: &crate::view::MemberView| {
        format!("{} {} ({})", mark(m.team), m.name.get(lang), role(m.role))
    };
    let members: Vec<_> = run.officers.iter().map(member).collect();
    if !members.is_empty() {
        lines.push(members.join(", "));
    }
    for team in Team::BOTH {
        if run.unlawful.contains(&team) {
            lines.push(format!(
                "✗ {} acted without the authority that its law asks for",
                mark(team)
            ));
        } else if let Some(title) = &run.basis[team.index()] {
            lines.push(format!("{} acted on: {}", mark(team), title.get(lang)));
        }
    }
    lines.extend(run.misses.iter().map(|m| format!("✗ {}", miss(*m))));
    let unnamed = (0u16..)
        .zip(&o.risks)
        .filter(|(n, (_, real))| *real && !run.plan.risks.iter().any(|r| r.0 == *n));
    lines.extend(unnamed.map(|(_, (text, _))| format!("✗ A risk not named: {}", text.get(lang))));
    let other = run.plan.contingency;
    if let Some(text) = other.and_then(|c| o.contingencies.get(c.index())) {
        lines.push(format!("If it goes otherwise: {}", text.get(lang)));
    }
    let shows = |i: &ItemId| {
        let number = code(debrief, *i);
        if o.evidence.contains(i) {
            format!("{number} (which shows it)")
        } else {
            number
        }
    };
    let cited: Vec<_> = run.plan.cited.iter().map(shows).collect();
    lines.push(if cited.is_empty() {
        "It rested on no item.".to_owned()
    } else {
        format!("It rested on {}", cited.join(", "))
    });
    if run.misses.is_empty() && run.outcome != OpOutcome::Danger {
        lines.push(format!(
            "Odds {} in 100: {}. Drawn: {}",
            run.chance,
            odds(&run.lines),
            run.roll
        ));
    }
    Planned {
        round: run.round,
        well: run.outcome == OpOutcome::Success,
        result: format!("{result}. {}", run.text.get(lang)),
        lines,
    }
}

fn place_name<'d>(debrief: &'d DebriefView, index: usize, lang: &str) -> &'d str {
    debrief.places.get(index).map_or("", |p| p.name.get(lang))
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

fn code(debrief: &DebriefView, id: ItemId) -> String {
    let row = debrief.knowledge.iter().find(|row| row.item == id);
    row.map_or_else(String::new, |row| {
        let letter = if row.origin == Team::North { 'N' } else { 'S' };
        format!("{letter}-{:02}", row.number)
    })
}
