//! The network's plan and what it does once it is alarmed (3-rules, The network).
//!
//! Both at the end of a round, after the tasks: first the reactions whose alarm is reached, in their
//! order, each once; then the steps of this round. A network that is alarmed changes its plan before
//! it goes on with it, so a reaction may cancel a step of the same round.

use std::sync::Arc;

use crate::engine::condition::holds;
use crate::engine::event::{Cause, Event};
use crate::engine::evolve;
use crate::engine::state::State;
use crate::scenario::ids::{ReactionId, StepId};
use crate::scenario::model::Effect;

/// What the network does at the end of this round.
pub(crate) fn act(state: &mut State, events: &mut Vec<Event>) {
    let scenario = Arc::clone(&state.scenario);
    for (reaction, i) in scenario.network.reactions.iter().zip(0u16..) {
        let id = ReactionId(i);
        if state.exposure >= reaction.exposure && !state.plot.reacted(id) {
            push(state, events, Event::Reacted { reaction: id });
            effects(state, &reaction.effects, Cause::Reaction(id), events);
        }
    }
    for (step, i) in scenario.network.plan.iter().zip(0u16..) {
        let id = StepId(i);
        let cancelled = state.plot.cancelled.get(id.index()).copied();
        if step.round != state.round || cancelled.unwrap_or(true) {
            continue;
        }
        if step.unless.as_ref().is_some_and(|c| holds(state, c)) {
            push(state, events, Event::StepPrevented { step: id });
        } else {
            push(state, events, Event::Stepped { step: id });
            effects(state, &step.effects, Cause::Step(id), events);
        }
    }
}

fn effects(state: &mut State, effects: &[Effect], cause: Cause, events: &mut Vec<Event>) {
    for effect in effects {
        let effect = *effect;
        push(state, events, Event::Effected { effect, cause });
    }
}

fn push(state: &mut State, events: &mut Vec<Event>, event: Event) {
    evolve(state, &event);
    events.push(event);
}
