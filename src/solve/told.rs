//! What was found out, in the author's ids: for people a line a round, for programs one object.

use serde::Serialize;

use super::claims::{Claim, Fewest, Solution, Status};
use super::ends::Latest;
use super::play::Move;
use super::script::Script;
use crate::engine::{Actor, Command, Event};
use crate::scenario::Scenario;
use crate::scenario::words::{Channel, Form, Outcome};

/// A solution for programs.
#[derive(Debug, Serialize)]
pub struct Told {
    pub case: String,
    pub claims: Vec<ToldClaim>,
    /// Where every task that can fail does, the case can be won: `proved`, `refuted` or `open`.
    pub with_the_worst_luck: &'static str,
    /// Rounds in which something has to be begun, at the fewest.
    pub fewest_rounds: Option<u8>,
    pub critical: Vec<ToldItem>,
    pub dead_ends: Vec<ToldEnd>,
    /// Of these it is not decided whether they lead to a dead end.
    pub open: Vec<String>,
    /// Rounds after which there may be more causes of a dead end than were looked for.
    pub more: Vec<u8>,
    /// Causes of dead ends that are not told, in words.
    pub not_told: Vec<&'static str>,
    pub states: u64,
}

/// A claim for programs.
#[derive(Debug, Serialize)]
pub struct ToldClaim {
    pub claim: &'static str,
    pub status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub script: Vec<String>,
}

/// A critical item for programs.
#[derive(Debug, Serialize)]
pub struct ToldItem {
    pub item: String,
    /// The last round in which it can be shared in time; nothing where it is not needed or not decided.
    pub latest: Option<u8>,
    /// Nothing where it is not decided.
    pub needed: Option<bool>,
}

/// A dead end for programs.
#[derive(Debug, Serialize)]
pub struct ToldEnd {
    pub cause: String,
    pub after: u8,
    pub script: Vec<String>,
}

impl Told {
    #[must_use]
    pub fn of(case: &Scenario, solution: &Solution) -> Self {
        Self {
            case: case.id.clone(),
            claims: (solution.claims.iter())
                .map(|judged| ToldClaim {
                    claim: key(judged.claim),
                    status: status(judged.status),
                    script: judged
                        .script
                        .as_ref()
                        .map_or_else(Vec::new, |s| rounds_of(case, s)),
                })
                .collect(),
            with_the_worst_luck: status(solution.worst),
            fewest_rounds: match &solution.fewest {
                Fewest::Rounds(rounds, _) => Some(*rounds),
                Fewest::Between(..) | Fewest::None => None,
            },
            critical: (solution.critical.iter())
                .map(|(item, latest)| ToldItem {
                    item: case.item(*item).key.clone(),
                    latest: match latest {
                        Latest::Round(round) => Some(*round),
                        Latest::NotNeeded | Latest::Open => None,
                    },
                    needed: match latest {
                        Latest::Round(_) => Some(true),
                        Latest::NotNeeded => Some(false),
                        Latest::Open => None,
                    },
                })
                .collect(),
            dead_ends: (solution.dead_ends.found.iter())
                .map(|end| ToldEnd {
                    cause: end.cause.key(case),
                    after: end.cause.after,
                    script: rounds_of(case, &end.script),
                })
                .collect(),
            open: (solution.dead_ends.open.iter())
                .map(|c| c.key(case))
                .collect(),
            more: solution.dead_ends.more.clone(),
            not_told: not_told(case, solution).into_iter().collect(),
            states: solution.looked,
        }
    }
}

/// What is not told of dead ends that are.
#[must_use]
pub fn not_told(case: &Scenario, solution: &Solution) -> Option<&'static str> {
    let slow = case.delays.iter().any(|delay| *delay > 0);
    (slow && !solution.dead_ends.found.is_empty())
        .then_some("what is dead only because an item is on its way and arrives too late")
}

fn key(claim: Claim) -> &'static str {
    use crate::scenario::ids::Team;
    match claim {
        Claim::CanBeWon => "can be won",
        Claim::NotUnshared => "not if nothing is shared",
        Claim::NotAlone(Team::North) => "not by north alone",
        Claim::NotAlone(Team::South) => "not by south alone",
        Claim::NotWithoutCritical => "not without the critical items",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Proved => "proved",
        Status::Refuted => "refuted",
        Status::Open => "open",
    }
}

/// A script round by round: who does what, and how it turns out.
#[must_use]
pub fn rounds_of(case: &Scenario, script: &Script) -> Vec<String> {
    let mut out = Vec::new();
    if script.moves.is_empty() {
        out.push("at once, as round 1 begins".to_owned());
    }
    for (n, round) in (1..).zip(&script.moves) {
        let acts: Vec<String> = (round.acts.iter())
            .filter_map(|(actor, command)| act(case, script, round, n, *actor, command))
            .collect();
        let acts = if acts.is_empty() {
            "both teams only wait".to_owned()
        } else {
            acts.join("; ")
        };
        out.push(format!("round {n}: {acts}"));
    }
    if let Some(outcome) = script.outcome {
        let told = match outcome {
            Outcome::Full => "the full outcome",
            Outcome::Partial => "the partial outcome",
            Outcome::Failed => "no more than failed",
        };
        out.push(format!("verdict: both sign, {told}"));
    }
    out
}

fn act(
    case: &Scenario,
    script: &Script,
    round: &Move,
    n: u8,
    actor: Actor,
    command: &Command,
) -> Option<String> {
    let who = match actor {
        Actor::Team(team) => case.service(team).short.get(&case.language).to_owned(),
        _ => "the clock".to_owned(),
    };
    let what = match command {
        Command::AssignTask { officer, task } => {
            let ends = case.task(*task).rounds <= 1;
            let badly = ends && !round.well.get(officer.index()).copied().unwrap_or(true);
            let badly = badly || ends && failed(script, n, command);
            let end = if badly { ", in vain" } else { "" };
            format!(
                "sends {} to {}{end}",
                case.officer(*officer).key,
                case.task(*task).key
            )
        }
        Command::ShareItem {
            item,
            form,
            channel,
            ..
        } => {
            let form = match form {
                Form::Full => "in full",
                Form::TearLine => "as a tear-line",
            };
            let channel = match channel {
                Channel::LiaisonDesk => "liaison desk",
                Channel::Interpol => "INTERPOL",
                Channel::Mutual => "mutual legal assistance",
            };
            format!("shares {} {form} by {channel}", case.item(*item).key)
        }
        Command::RecordTheory { .. } => "records a theory".to_owned(),
        Command::ApplyAuthority { authority, .. } => {
            format!("applies for {}", case.authority(*authority).key)
        }
        Command::GiveConsent { item, .. } => {
            format!("lets its partner use {}", case.item(*item).key)
        }
        Command::Decide { inject, option } => {
            let inject = case.inject(*inject);
            let options = inject.decision.as_ref().map(|d| &d.options);
            let option = options.and_then(|all| all.get(option.index()))?;
            format!("decides {} on inject {}", option.key, inject.number)
        }
        Command::DraftPlan { plan } => format!("drafts {}", case.operation(plan.operation).key),
        Command::SignPlan { .. } => "signs the plan".to_owned(),
        Command::PointerQuery { .. } => "asks the register".to_owned(),
        Command::FireDue { second } => format!("runs for {second} seconds"),
        _ => return None,
    };
    Some(format!("{who} {what}"))
}

/// Did the record say that the set piece of this task ended badly?
fn failed(script: &Script, round: u8, command: &Command) -> bool {
    let Command::AssignTask { task, .. } = command else {
        return false;
    };
    let mut now = 0;
    let mut badly = false;
    for event in script.entries.iter().flat_map(|e| &e.events) {
        match event {
            Event::RoundStarted { round } => now = *round,
            Event::SetPieceEnded {
                task: t, success, ..
            } if t == task && now == round => {
                badly = !success;
            }
            _ => {}
        }
    }
    badly
}
