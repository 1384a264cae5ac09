//! Joint operations: one plan that both services draft, sign and carry out (3-rules, Operations).
//!
//! Joint investigations answer uncertainty over whom to ask, duplication and competition (6-doctrine,
//! Law: UNTOC Art. 19). Each signature binds to one revision. What is signed by both is carried out at
//! the end of planning of its round, before the tasks. People at risk are never run on as a delivery
//! (6-doctrine, Law): a plan that leaves them in danger is a critical error and never a success,
//! wherever it goes. Each side acts under its own law: without the authority that it asks for an operation
//! may succeed, but with worse odds, and the debrief tells who acted so. A plan is no place for the partner's items without its consent (6-doctrine, Law:
//! third-party rule); it is asked for when the second signature makes the plan binding.

use std::sync::Arc;

use rand::{Rng, RngExt};

use super::{consent, odds};
use crate::engine::condition::holds;
use crate::engine::event::{CaseTime, Cause, Event};
use crate::engine::evolve;
use crate::engine::operations::{Plan, PlanDraft, Start};
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, OfficerId, OperationId, Team};
use crate::scenario::operations::Operation;
use crate::scenario::words::{Miss, OpOutcome, OpRole, PlanPart, Use};

/// Can the operation be planned now? The same for both teams.
#[must_use]
pub fn offered(state: &State, id: OperationId) -> bool {
    let operation = state.scenario.operations.get(id.index());
    operation.is_some_and(|o| !state.operations.executed(id) && holds(state, &o.needs))
}

pub(crate) fn draft(
    state: &State,
    team: Team,
    plan: &Plan,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let id = plan.operation;
    if id.index() < state.scenario.operations.len() && state.operations.executed(id) {
        return Err(Refusal::OperationDone { operation: id });
    }
    if !offered(state, id) {
        return Err(Refusal::NoSuchOperation);
    }
    // A draft tells the partner what one thinks: that is sharing.
    if state.team(team).first_theory.is_none() {
        return Err(Refusal::TheoryFirst);
    }
    let before = state.operations.draft.as_ref().map(|d| &d.plan);
    well_formed(&state.scenario, plan)?;
    own_officers(&state.scenario, team, plan, before)?;
    own_basis(team, plan, before)?;
    // After that: what the partner could apply for does not exist for the team.
    for (basis, choices) in plan.basis.iter().zip(&state.scenario.operation(id).basis) {
        if let Some(authority) = basis.filter(|a| !choices.contains(a)) {
            return Err(Refusal::BasisNotOffered { authority });
        }
    }
    let read = |item: &ItemId| before.is_some_and(|b| b.cited.contains(item));
    if !plan.cited.iter().all(|i| read(i) || joint(state, team, *i)) {
        return Err(Refusal::CitedNotJoint);
    }
    if before == Some(plan) {
        return Err(Refusal::PlanUnchanged);
    }
    let mut events = vec![Event::PlanDrafted {
        team,
        revision: state.operations.revision.saturating_add(1),
        plan: plan.clone(),
        at,
    }];
    // Who rests a joint plan on its own item lets the partner use it.
    for item in plan.cited.iter().filter(|i| !read(i)) {
        events.extend(consent::give(state, team, *item, true, at).unwrap_or_default());
    }
    Ok(events)
}

/// Has the plan the operation's shape?
fn well_formed(scenario: &Scenario, plan: &Plan) -> Result<(), Refusal> {
    let operation = scenario.operation(plan.operation);
    if let Some((officer, _)) = plan.officers.last()
        && officer.index() >= scenario.officers.len()
    {
        return Err(Refusal::NoSuchOfficer);
    }
    let roles = |role: OpRole| operation.roles.iter().any(|f| f.role == role);
    let (risks, others) = (operation.risks.len(), operation.contingencies.len());
    let fits = plan.officers.windows(2).all(|w| w[0].0 < w[1].0)
        && plan.risks.windows(2).all(|w| w[0] < w[1])
        && plan.cited.windows(2).all(|w| w[0] < w[1])
        && plan.officers.iter().all(|(_, r)| roles(*r))
        && plan.risks.last().is_none_or(|r| r.index() < risks)
        && plan.contingency.is_none_or(|c| c.index() < others)
        && (plan.objective).is_none_or(|o| o.index() < operation.objectives.len());
    if !fits {
        return Err(Refusal::PlanMalformed);
    }
    for (place, choices) in plan.places.iter().zip(&operation.places) {
        if let Some(place) = *place
            && !choices.contains(&place)
        {
            return Err(Refusal::PlaceNotOffered { place });
        }
    }
    let minutes = u16::from(scenario.round_hours) * 60;
    let inside = |s: Start| (1..=scenario.rounds).contains(&s.round) && s.minute < minutes;
    if !plan.start.is_none_or(inside) {
        let rounds = scenario.rounds;
        return Err(Refusal::StartOutOfRange { rounds });
    }
    Ok(())
}

/// The partner's officers stand as the partner has named them; in another operation it names none yet.
fn own_officers(
    scenario: &Scenario,
    team: Team,
    plan: &Plan,
    before: Option<&Plan>,
) -> Result<(), Refusal> {
    let before = before.filter(|b| b.operation == plan.operation);
    let theirs = |entry: &&(OfficerId, OpRole)| scenario.officer(entry.0).team != team;
    let stood: Vec<_> = (before.iter().flat_map(|b| &b.officers).filter(theirs)).collect();
    let now: Vec<_> = plan.officers.iter().filter(theirs).collect();
    let changed = (stood.iter().find(|e| !now.contains(e)))
        .or_else(|| now.iter().find(|e| !stood.contains(e)));
    match changed {
        Some((officer, _)) => Err(Refusal::PlanNotYours { officer: *officer }),
        None => Ok(()),
    }
}

/// On what the partner acts stands as the partner has written it.
fn own_basis(team: Team, plan: &Plan, before: Option<&Plan>) -> Result<(), Refusal> {
    let before = before.filter(|b| b.operation == plan.operation);
    let theirs = team.other().index();
    let stood = before.and_then(|b| b.basis[theirs]);
    if plan.basis[theirs] == stood {
        Ok(())
    } else {
        Err(Refusal::BasisNotYours)
    }
}

/// Have both the item, as far as this team knows: it came from the partner, or has arrived there?
fn joint(state: &State, team: Team, item: ItemId) -> bool {
    let mut sent = state.team(team).sendings.iter();
    (state.holding(team, item))
        .is_some_and(|h| h.received.is_some() || sent.any(|s| s.item == item && s.arrived))
}

/// What the plan still lacks before it can be signed.
#[must_use]
pub fn lacking(scenario: &Scenario, plan: &Plan) -> Vec<PlanPart> {
    let operation = scenario.operation(plan.operation);
    let mut sides = Team::BOTH.iter().map(|t| t.index());
    let place = sides.any(|s| plan.places[s].is_none() && !operation.places[s].is_empty());
    let command = Team::BOTH.iter().any(|t| in_command(scenario, plan, *t));
    let parts = [
        (PlanPart::Objective, plan.objective.is_none()),
        (PlanPart::Place, place),
        (PlanPart::Start, plan.start.is_none()),
        (PlanPart::Command, command),
    ];
    let missing = parts.into_iter().filter(|(_, lacks)| *lacks);
    missing.map(|(part, _)| part).collect()
}

fn in_command(scenario: &Scenario, plan: &Plan, team: Team) -> bool {
    odds::lacking(scenario, plan, OpRole::Command, team) > 0
}

/// May the team sign the plan on the table? Of officers it is asked only about its own: whether the
/// partner's are free the partner says with its own signature.
pub(crate) fn may_sign(state: &State, team: Team, draft: &PlanDraft) -> Result<(), Refusal> {
    if draft.signed[team.index()] {
        return Err(Refusal::AlreadySigned);
    }
    if let Some(what) = lacking(&state.scenario, &draft.plan).first() {
        return Err(Refusal::PlanIncomplete { what: *what });
    }
    let Some(Start { round, .. }) = draft.plan.start else {
        let what = PlanPart::Start;
        return Err(Refusal::PlanIncomplete { what });
    };
    if round < state.round {
        return Err(Refusal::PlanStartPast { round });
    }
    let own = |o: &OfficerId| state.scenario.officer(*o).team == team;
    for (officer, _) in draft.plan.officers.iter().filter(|(o, _)| own(o)) {
        let officer = *officer;
        let Some(duty) = state.duty(officer).filter(|d| d.until >= round) else {
            continue;
        };
        return Err(if duty.since < state.round {
            let until = duty.until;
            Refusal::OfficerBusy { officer, until }
        } else {
            let task = duty.task;
            Refusal::OfficerOnTask { officer, task }
        });
    }
    Ok(())
}

pub(crate) fn sign(
    state: &State,
    team: Team,
    revision: u16,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let draft = state.operations.draft.as_ref().ok_or(Refusal::NoPlan)?;
    if draft.revision != revision {
        return Err(Refusal::StaleRevision {
            signed: revision,
            current: draft.revision,
        });
    }
    may_sign(state, team, draft)?;
    let mut events = vec![Event::PlanSigned { team, revision, at }];
    if draft.signed[team.other().index()] {
        for side in Team::BOTH {
            let used = consent::breaches(state, side, &draft.plan.cited, Use::Plan);
            events.extend(used);
        }
        super::milestones::follow(state, &mut events);
    }
    Ok(events)
}

pub(crate) fn withdraw(state: &State, team: Team, at: CaseTime) -> Result<Vec<Event>, Refusal> {
    let draft = state.operations.draft.as_ref().ok_or(Refusal::NoPlan)?;
    if draft.stands() {
        return Err(Refusal::PlanStands);
    }
    Ok(vec![Event::PlanWithdrawn { team, at }])
}

/// What of the plan is not as it is in truth.
fn misses(scenario: &Scenario, operation: &Operation, plan: &Plan) -> Vec<Miss> {
    let truth = &operation.truth;
    let mut out = Vec::new();
    for (team, miss) in Team::BOTH
        .into_iter()
        .zip([Miss::NorthPlace, Miss::SouthPlace])
    {
        let side = team.index();
        if truth.places[side].is_some() && plan.places[side] != truth.places[side] {
            out.push(miss);
        }
    }
    let Some(start) = plan.start else {
        out.push(Miss::Round);
        return out;
    };
    if !(truth.rounds.0..=truth.rounds.1).contains(&start.round) {
        out.push(Miss::Round);
    } else if let Some((from, to)) = truth.hours {
        let now = local(scenario, start);
        let inside = if from <= to {
            (from..=to).contains(&now)
        } else {
            now >= from || now <= to
        };
        if !inside {
            out.push(Miss::Hour);
        }
    }
    out
}

/// Minutes after North's midnight at which an operation starts.
pub(crate) fn local(scenario: &Scenario, start: Start) -> u16 {
    let hours = u32::from(scenario.round_hours) * u32::from(start.round.saturating_sub(1));
    let minute = u32::from(scenario.start_minute) + hours * 60 + u32::from(start.minute);
    u16::try_from(minute % (24 * 60)).unwrap_or(0)
}

/// At the end of planning: the plan that both have signed for this round.
pub(crate) fn carry_out(state: &mut State, rng: &mut impl Rng, events: &mut Vec<Event>) {
    let scenario = Arc::clone(&state.scenario);
    let due = |d: &&PlanDraft| d.stands() && d.plan.start.is_some_and(|s| s.round == state.round);
    let Some(draft) = state.operations.draft.as_ref().filter(due).cloned() else {
        return;
    };
    let (plan, revision) = (draft.plan, draft.revision);
    let operation = scenario.operation(plan.operation);
    let roll = rng.random_range(1..=100u8);
    let lines = odds::real(state, &plan);
    let misses = misses(&scenario, operation, &plan);
    let unlawful = odds::unlawful(state, &plan);
    let aim = plan.objective.map(|o| o.index());
    let aim = aim.and_then(|o| operation.objectives.get(o));
    let danger = aim.is_some_and(|a| a.leaves_in_danger);
    let chance = if danger || !misses.is_empty() {
        0
    } else {
        odds::chance(&lines)
    };
    let (outcome, effects) = if danger {
        (OpOutcome::Danger, &operation.danger)
    } else if roll <= chance {
        (OpOutcome::Success, &operation.success)
    } else {
        (OpOutcome::Failure, &operation.failure)
    };
    let run = Event::OperationRun {
        operation: plan.operation,
        revision,
        chance,
        roll,
        misses,
        lines,
        outcome,
        unlawful,
    };
    push(state, events, run);
    let cause = Cause::Operation(plan.operation);
    for effect in effects {
        let effect = *effect;
        push(state, events, Event::Effected { effect, cause });
    }
}

fn push(state: &mut State, events: &mut Vec<Event>, event: Event) {
    evolve(state, &event);
    events.push(event);
}
