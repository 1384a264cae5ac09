//! Rounds and phases: who ends what, and what happens when it ends.

use rand::Rng;

use crate::engine::command::Actor;
use crate::engine::event::Event;
use crate::engine::evolve;
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::ids::Team;

/// The longest single extension of a planning phase, in seconds.
pub const LONGEST_EXTENSION: u32 = 3600;

pub(crate) fn acknowledge(state: &State, team: Team) -> Result<Vec<Event>, Refusal> {
    if !matches!(state.phase, Phase::Briefing | Phase::Resolution) {
        return Err(Refusal::WrongPhase);
    }
    if state.team(team).acknowledged {
        return Err(Refusal::AlreadyAcknowledged);
    }
    if let Some(task) = super::set_pieces::waiting(state, team) {
        return Err(Refusal::SetPieceOpen { task });
    }
    let mut events = vec![Event::Acknowledged { team }];
    if state.team(team.other()).acknowledged {
        let mut after = state.clone();
        evolve(&mut after, &events[0]);
        next_round(&mut after, &mut events);
    }
    Ok(events)
}

/// Starts the next round, or opens the verdict after the last.
fn next_round(state: &mut State, events: &mut Vec<Event>) {
    if state.round >= state.scenario.rounds {
        push(state, events, Event::VerdictOpened);
        return;
    }
    push(
        state,
        events,
        Event::RoundStarted {
            round: state.round + 1,
        },
    );
    for event in super::requests::age(state) {
        push(state, events, event);
    }
    for event in super::sharing::due(state) {
        push(state, events, event);
    }
    for event in super::pointer::late_matches(state) {
        push(state, events, event);
    }
    super::injects::start_round(state, events);
    super::milestones::reach(state, events);
}

pub(crate) fn set_ready(
    state: &State,
    team: Team,
    ready: bool,
    rng: &mut impl Rng,
) -> Result<Vec<Event>, Refusal> {
    if state.paused && ready {
        return Err(Refusal::ClockPaused);
    }
    if state.team(team).ready == ready {
        return Ok(Vec::new());
    }
    let mut events = vec![Event::ReadySet { team, ready }];
    if ready && state.team(team.other()).ready {
        let mut after = state.clone();
        evolve(&mut after, &events[0]);
        end_planning(&mut after, false, rng, &mut events);
    }
    Ok(events)
}

fn end_planning(state: &mut State, by_clock: bool, rng: &mut impl Rng, events: &mut Vec<Event>) {
    push(state, events, Event::PlanningEnded { by_clock });
    super::injects::close(state, events);
    // First the officers' rolls: whether there is an operation moves none of them.
    let rolls = super::tasks::rolls(state, rng);
    super::operations::carry_out(state, rng, events);
    // Last, for the same reason, what set pieces are drawn from.
    let seeds = super::tasks::seeds(state, rng);
    super::tasks::resolve(state, &rolls, &seeds, events);
    super::network::act(state, events);
    super::milestones::reach(state, events);
}

pub(crate) fn end_phase(
    state: &State,
    actor: Actor,
    rng: &mut impl Rng,
) -> Result<Vec<Event>, Refusal> {
    if !matches!(actor, Actor::Facilitator | Actor::Clock) {
        return Err(Refusal::NotYours);
    }
    // The host's clock stands still while paused; a facilitator may end a phase all the same.
    if state.paused && actor == Actor::Clock {
        return Err(Refusal::ClockPaused);
    }
    let mut events = Vec::new();
    match state.phase {
        Phase::Planning => {
            end_planning(&mut state.clone(), actor == Actor::Clock, rng, &mut events);
        }
        Phase::Verdict => events.push(Event::DebriefOpened { joint: false }),
        Phase::Briefing | Phase::Resolution | Phase::Debrief => return Err(Refusal::WrongPhase),
    }
    Ok(events)
}

pub(crate) fn pause(state: &State, actor: Actor) -> Result<Vec<Event>, Refusal> {
    timed(state, actor)?;
    if state.paused {
        Err(Refusal::ClockPaused)
    } else {
        Ok(vec![Event::Paused])
    }
}

pub(crate) fn resume(state: &State, actor: Actor) -> Result<Vec<Event>, Refusal> {
    timed(state, actor)?;
    if state.paused {
        Ok(vec![Event::Resumed])
    } else {
        Err(Refusal::ClockRunning)
    }
}

pub(crate) fn extend(state: &State, actor: Actor, seconds: u32) -> Result<Vec<Event>, Refusal> {
    timed(state, actor)?;
    if seconds == 0 || seconds > LONGEST_EXTENSION {
        return Err(Refusal::ExtensionOutOfRange { seconds });
    }
    Ok(vec![Event::PlanningExtended { seconds }])
}

/// The clock is the facilitator's, and runs only in planning and verdict.
fn timed(state: &State, actor: Actor) -> Result<(), Refusal> {
    if actor != Actor::Facilitator {
        return Err(Refusal::NotYours);
    }
    if matches!(state.phase, Phase::Planning | Phase::Verdict) {
        Ok(())
    } else {
        Err(Refusal::WrongPhase)
    }
}

fn push(state: &mut State, events: &mut Vec<Event>, event: Event) {
    evolve(state, &event);
    events.push(event);
}
