//! Injects: when they go, what the facilitator does with them, and the decisions that they ask for.
//!
//! Four triggers (6-doctrine, Exercises; 3-rules, Injects): a condition, looked at when a round
//! starts; a minute of planning; a contingency, which goes only if the expected action was not seen;
//! the facilitator's hand. What is held or skipped does not go by itself. Nothing goes by itself while
//! the clock is stopped; what a hand fires goes at once, stopped or not.

use std::sync::Arc;

use super::sharing::plain_within;
use crate::engine::command::Actor;
use crate::engine::condition::holds;
use crate::engine::event::{CaseTime, Cause, Event};
use crate::engine::evolve;
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::ids::{InjectId, OptionId, Team};
use crate::scenario::model::{Effect, Inject};
use crate::scenario::msel::Trigger;

/// Longest text of an inject that the facilitator edits, in characters: as long as an author's.
pub const TEXT_LIMIT: u16 = 320;

/// Is the inject still to go by itself: neither gone, held nor skipped?
fn waits(state: &State, id: InjectId) -> bool {
    state
        .plot
        .injects
        .get(id.index())
        .is_some_and(|i| i.fired == 0 && !i.held && !i.skipped)
}

/// Would it go as this round starts? A timed one whose minute an earlier planning did not come to
/// goes as the next round starts.
fn goes_at_start(state: &State, inject: &Inject) -> bool {
    match &inject.trigger {
        Trigger::Holds => holds(state, &inject.when),
        Trigger::Timed { round, .. } => *round < state.round && holds(state, &inject.when),
        Trigger::Contingency { expected, by } => {
            *by == state.round && holds(state, &inject.when) && !holds(state, expected)
        }
        Trigger::ByHand => false,
    }
}

/// Has its moment come, so that it goes at once when it is released?
#[must_use]
pub fn overdue(state: &State, id: InjectId) -> bool {
    let Some(inject) = state.scenario.injects.get(id.index()) else {
        return false;
    };
    state.round > 0
        && match &inject.trigger {
            Trigger::Contingency { expected, by } => {
                *by <= state.round && holds(state, &inject.when) && !holds(state, expected)
            }
            _ => goes_at_start(state, inject),
        }
}

/// Timed injects that go once planning has run for so many seconds, the earlier first.
#[must_use]
pub fn due(state: &State, second: u32) -> Vec<InjectId> {
    if state.phase != Phase::Planning {
        return Vec::new();
    }
    let mut due: Vec<((u8, u8), InjectId)> = Vec::new();
    for (inject, i) in state.scenario.injects.iter().zip(0u16..) {
        let Trigger::Timed { round, minute } = inject.trigger else {
            continue;
        };
        let come = (round, u32::from(minute) * 60) <= (state.round, second);
        if come && waits(state, InjectId(i)) && holds(state, &inject.when) {
            due.push(((round, minute), InjectId(i)));
        }
    }
    due.sort();
    due.into_iter().map(|(_, id)| id).collect()
}

/// Fires, in their order, the injects that go as a round starts.
pub(crate) fn start_round(state: &mut State, events: &mut Vec<Event>) {
    let scenario = Arc::clone(&state.scenario);
    for (inject, i) in scenario.injects.iter().zip(0u16..) {
        if waits(state, InjectId(i)) && goes_at_start(state, inject) {
            go(state, InjectId(i), None, events);
        }
    }
}

/// One inject goes: it is told, and its effects come about.
fn go(state: &mut State, id: InjectId, at: Option<CaseTime>, events: &mut Vec<Event>) {
    push(state, events, Event::InjectFired { inject: id, at });
    let scenario = Arc::clone(&state.scenario);
    let inject = scenario.inject(id);
    effects(state, &inject.effects, Cause::Inject(id), events);
}

fn effects(state: &mut State, effects: &[Effect], cause: Cause, events: &mut Vec<Event>) {
    for effect in effects {
        let effect = *effect;
        push(state, events, Event::Effected { effect, cause });
    }
}

/// The clock: timed injects that have come due go.
pub(crate) fn fire_due(
    state: &State,
    actor: Actor,
    second: u32,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    if actor != Actor::Clock {
        return Err(Refusal::NotYours);
    }
    if state.phase != Phase::Planning {
        return Err(Refusal::WrongPhase);
    }
    if state.paused {
        return Err(Refusal::ClockPaused);
    }
    let (mut after, mut events) = (state.clone(), Vec::new());
    for id in due(state, second) {
        // What went before it may have changed what it waits for.
        if holds(&after, &state.scenario.inject(id).when) {
            go(&mut after, id, Some(at), &mut events);
        }
    }
    if events.is_empty() {
        return Err(Refusal::NothingDue);
    }
    super::milestones::reach(&mut after, &mut events);
    Ok(events)
}

/// The facilitator fires an inject now, whatever its trigger, held and skipped ones too.
pub(crate) fn fire(
    state: &State,
    actor: Actor,
    id: InjectId,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    facilitator(state, actor)?;
    not_gone(state, id)?;
    playing(state, id)?;
    let (mut after, mut events) = (state.clone(), Vec::new());
    go(&mut after, id, Some(at), &mut events);
    super::milestones::reach(&mut after, &mut events);
    Ok(events)
}

/// Holds an inject back.
pub(crate) fn hold(state: &State, actor: Actor, id: InjectId) -> Result<Vec<Event>, Refusal> {
    facilitator(state, actor)?;
    listed(state, id)?;
    if state.plot.injects[id.index()].held {
        return Err(Refusal::InjectHeld { inject: id });
    }
    Ok(vec![Event::InjectHeld { inject: id }])
}

/// Lets a held inject go by its trigger again; if its moment has passed, it goes at once.
pub(crate) fn release(
    state: &State,
    actor: Actor,
    id: InjectId,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    facilitator(state, actor)?;
    listed(state, id)?;
    if !state.plot.injects[id.index()].held {
        return Err(Refusal::InjectNotHeld { inject: id });
    }
    let (mut after, mut events) = (state.clone(), Vec::new());
    push(
        &mut after,
        &mut events,
        Event::InjectReleased { inject: id },
    );
    if overdue(&after, id) && playing(state, id).is_ok() {
        go(&mut after, id, Some(at), &mut events);
        super::milestones::reach(&mut after, &mut events);
    }
    Ok(events)
}

/// Takes an inject off the list.
pub(crate) fn skip(state: &State, actor: Actor, id: InjectId) -> Result<Vec<Event>, Refusal> {
    facilitator(state, actor)?;
    listed(state, id)?;
    Ok(vec![Event::InjectSkipped { inject: id }])
}

/// Changes the text of an inject before it goes.
pub(crate) fn edit(
    state: &State,
    actor: Actor,
    id: InjectId,
    text: &str,
) -> Result<Vec<Event>, Refusal> {
    facilitator(state, actor)?;
    not_gone(state, id)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::EmptyMessage);
    }
    let text = plain_within(text, TEXT_LIMIT)?.to_owned();
    Ok(vec![Event::InjectEdited { inject: id, text }])
}

fn facilitator(state: &State, actor: Actor) -> Result<(), Refusal> {
    if actor != Actor::Facilitator {
        return Err(Refusal::NotYours);
    }
    if state.phase == Phase::Debrief {
        return Err(Refusal::WrongPhase);
    }
    Ok(())
}

fn not_gone(state: &State, id: InjectId) -> Result<(), Refusal> {
    match state.plot.injects.get(id.index()) {
        None => Err(Refusal::NoSuchInject),
        Some(i) if i.fired > 0 => Err(Refusal::InjectGone { inject: id }),
        Some(_) => Ok(()),
    }
}

/// Still on the list: neither gone nor skipped.
fn listed(state: &State, id: InjectId) -> Result<(), Refusal> {
    not_gone(state, id)?;
    if state.plot.injects[id.index()].skipped {
        return Err(Refusal::InjectSkipped { inject: id });
    }
    Ok(())
}

/// Can an inject reach its teams now, and is there planning left in which to decide what it asks?
fn playing(state: &State, id: InjectId) -> Result<(), Refusal> {
    let over = match state.phase {
        Phase::Briefing | Phase::Debrief => return Err(Refusal::WrongPhase),
        Phase::Planning => false,
        Phase::Resolution => state.round >= state.scenario.rounds,
        Phase::Verdict => true,
    };
    if over && state.scenario.inject(id).decision.is_some() {
        return Err(Refusal::NoTimeToDecide { inject: id });
    }
    Ok(())
}

/// A team decides. Each team that an inject goes to decides for itself, once.
pub(crate) fn decide(
    state: &State,
    team: Team,
    id: InjectId,
    option: OptionId,
) -> Result<Vec<Event>, Refusal> {
    // What did not reach the team does not exist for it.
    let asked = state.scenario.injects.get(id.index()).filter(|inject| {
        let gone = state.plot.injects[id.index()].fired > 0;
        gone && inject.to.contains(&team)
    });
    let decision = asked
        .and_then(|inject| inject.decision.as_ref())
        .ok_or(Refusal::NoSuchDecision)?;
    if option.index() >= decision.options.len() {
        return Err(Refusal::NoSuchOption { inject: id });
    }
    if state.plot.chosen(id, team).is_some() {
        return Err(Refusal::AlreadyDecided { inject: id });
    }
    let until = state.plot.injects[id.index()].until;
    if state.round > until {
        return Err(Refusal::DecisionClosed { inject: id, until });
    }
    let (mut after, mut events) = (state.clone(), Vec::new());
    choose(&mut after, team, id, option, false, &mut events);
    super::milestones::reach(&mut after, &mut events);
    Ok(events)
}

fn choose(
    state: &mut State,
    team: Team,
    id: InjectId,
    option: OptionId,
    by_default: bool,
    events: &mut Vec<Event>,
) {
    let decided = Event::Decided {
        team,
        inject: id,
        option,
        by_default,
    };
    push(state, events, decided);
    let scenario = Arc::clone(&state.scenario);
    let decision = scenario.inject(id).decision.as_ref();
    if let Some(choice) = decision.and_then(|d| d.options.get(option.index())) {
        let cause = Cause::Decision { team, inject: id };
        effects(state, &choice.effects, cause, events);
    }
}

/// At the end of planning: where the time to decide is over, what the case does if nobody decided.
pub(crate) fn close(state: &mut State, events: &mut Vec<Event>) {
    let scenario = Arc::clone(&state.scenario);
    for (inject, i) in scenario.injects.iter().zip(0u16..) {
        let id = InjectId(i);
        let Some(default) = inject.decision.as_ref().and_then(|d| d.default) else {
            continue;
        };
        let standing = &state.plot.injects[id.index()];
        if standing.fired == 0 || standing.until != state.round {
            continue;
        }
        for team in &inject.to {
            if state.plot.chosen(id, *team).is_none() {
                choose(state, *team, id, OptionId(default), true, events);
            }
        }
    }
}

fn push(state: &mut State, events: &mut Vec<Event>, event: Event) {
    evolve(state, &event);
    events.push(event);
}
