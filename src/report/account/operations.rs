//! Joint operations, told.

use super::{Account, clock_at};
use crate::engine::{Event, OddsLine, Plan};
use crate::scenario::ids::{PlaceId, Team};
use crate::scenario::words::{Miss, OddsCause, OpOutcome, OpRole};

type Told = Option<(Option<Team>, bool, String)>;

/// The sentence of an event of this family.
pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    let by = |team: Team, text: String| Some((Some(team), false, text));
    let operations = &account.state.operations;
    match event {
        Event::PlanDrafted {
            team,
            revision,
            plan,
            ..
        } => {
            let fell = (operations.draft.as_ref()).is_some_and(|d| d.signed.contains(&true));
            let fell = if fell { " Signatures fall." } else { "" };
            let plan = self::plan(account, plan);
            by(
                *team,
                format!("Drafts a plan, revision {revision}: {plan}.{fell}"),
            )
        }
        Event::PlanSigned { team, revision, .. } => {
            let stands = (operations.draft.as_ref()).is_some_and(|d| d.signed.contains(&true));
            let stands = if stands { ": the plan stands" } else { "" };
            by(
                *team,
                format!("Signs the plan, revision {revision}{stands}"),
            )
        }
        Event::PlanWithdrawn { team, .. } => by(*team, "Puts the plan away".to_owned()),
        Event::OperationRun {
            operation,
            chance,
            roll,
            misses,
            lines,
            outcome,
            unlawful,
            ..
        } => {
            let o = account.state.scenario().operation(*operation);
            let why = match outcome {
                OpOutcome::Danger => {
                    "a critical error: people at risk were left in danger".to_owned()
                }
                _ if !misses.is_empty() => {
                    let misses: Vec<_> = misses.iter().map(|m| miss(*m)).collect();
                    format!("failed, {}", misses.join(", "))
                }
                OpOutcome::Success | OpOutcome::Failure => {
                    let word = if *outcome == OpOutcome::Success {
                        "succeeded"
                    } else {
                        "failed"
                    };
                    let odds = self::odds(lines);
                    format!("{word} (rolled {roll}, needed {chance} or less: {odds})")
                }
            };
            let short = |t: &Team| account.say(&account.state.scenario().service(*t).short);
            let unlawful = unlawful.iter().map(short);
            let unlawful: String = unlawful
                .map(|name| format!(" {name} acted without authority."))
                .collect();
            let (title, text) = (account.say(&o.title), account.say(o.text(*outcome)));
            Some((
                None,
                false,
                format!("The joint operation “{title}”: {why}. {text}{unlawful}"),
            ))
        }
        _ => None,
    }
}

fn plan(account: &Account, plan: &Plan) -> String {
    let scenario = account.state.scenario();
    let operation = scenario.operation(plan.operation);
    let aim = plan
        .objective
        .and_then(|a| operation.objectives.get(a.index()));
    let mut parts = vec![account.say(&operation.title).to_owned()];
    parts.push(aim.map_or("no objective yet".to_owned(), |a| {
        account.say(&a.text).to_owned()
    }));
    let place = |p: PlaceId| account.say(&scenario.place(p).name);
    for team in Team::BOTH {
        if let Some(at) = plan.places[team.index()] {
            let short = account.say(&scenario.service(team).short);
            parts.push(format!("{short} at {}", place(at)));
        }
    }
    parts.push(plan.start.map_or("no start yet".to_owned(), |s| {
        let mut at = account.round_start(s.round);
        at.0 += u32::from(s.minute);
        let clock = clock_at(scenario, Team::North, at);
        let zone = account.say(&scenario.service(Team::North).place);
        format!("round {} at {clock} {zone}", s.round)
    }));
    let officers = plan.officers.iter();
    parts.extend(officers.map(|(o, r)| format!("{} ({})", account.officer(*o), role(*r))));
    for id in plan.basis.iter().flatten() {
        let title = account.say(&scenario.authority(*id).title);
        parts.push(format!("on {title}"));
    }
    if !plan.risks.is_empty() {
        parts.push(format!("{} risks named", plan.risks.len()));
    }
    let other = plan.contingency;
    if let Some(c) = other.and_then(|c| operation.contingencies.get(c.index())) {
        parts.push(account.say(&c.text).to_owned());
    }
    if !plan.cited.is_empty() {
        let cited: Vec<_> = plan.cited.iter().map(|i| account.number(*i)).collect();
        parts.push(format!("citing {}", cited.join(", ")));
    }
    parts.join("; ")
}

/// The odds line by line.
pub(in crate::report) fn odds(lines: &[OddsLine]) -> String {
    let line = |l: &OddsLine| {
        let by = if l.what == OddsCause::Prepared {
            l.by.to_string()
        } else {
            format!("{:+}", l.by)
        };
        format!("{by} {}", cause(l.what))
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    lines.join(", ")
}

fn cause(what: OddsCause) -> &'static str {
    match what {
        OddsCause::Prepared => "with everything prepared",
        OddsCause::Roles => "for roles that nobody filled",
        OddsCause::Basis => "for acting without authority",
        OddsCause::Uncited => "for resting on no item",
        OddsCause::Contingency => "without a contingency for what came",
        OddsCause::Risk => "for real risks not named",
        OddsCause::Alarm => "for the network’s alarm",
    }
}

pub(in crate::report) fn miss(what: Miss) -> &'static str {
    match what {
        Miss::NorthPlace => "North was at the wrong place",
        Miss::SouthPlace => "South was at the wrong place",
        Miss::Round => "it was the wrong round",
        Miss::Hour => "it was the wrong hour",
    }
}

pub(in crate::report) fn role(role: OpRole) -> &'static str {
    match role {
        OpRole::Command => "command",
        OpRole::Entry => "entry",
        OpRole::Arrest => "arrest",
        OpRole::VictimCare => "victim care",
        OpRole::Evidence => "evidence",
        OpRole::Interpreter => "interpreter",
    }
}
