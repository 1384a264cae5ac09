//! How far the injects and the network's plan have come, as a fold of events.

use std::sync::Arc;

use super::event::{CaseTime, Event};
use super::state::{Line, LineKind, Phase, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{InjectId, OptionId, ReactionId, StepId, Team};

/// Where one inject stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct InjectState {
    /// The round in which it went; 0 before.
    pub fired: u8,
    /// The facilitator holds it back.
    pub held: bool,
    /// The facilitator has taken it off the list; only a hand can still fire it.
    pub skipped: bool,
    /// Its text as the facilitator changed it.
    pub text: Option<Arc<str>>,
    /// The last round in whose planning its decision can be taken; 0 before it went or without one.
    pub until: u8,
    /// By `Team as usize`.
    pub chosen: [Option<Chosen>; 2],
}

/// What a team decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chosen {
    pub option: OptionId,
    /// Nobody decided in time; it is what the case does then.
    pub by_default: bool,
    pub round: u8,
}

/// Injects, steps and reactions so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Plot {
    /// By `InjectId`.
    pub injects: Vec<InjectState>,
    /// By `StepId`: the round in which it happened; 0 if it has not.
    pub steps: Vec<u8>,
    /// By `StepId`: a reaction has cancelled it.
    pub cancelled: Vec<bool>,
    /// By `ReactionId`: the round in which it happened; 0 if it has not.
    pub reactions: Vec<u8>,
}

impl Plot {
    /// Nothing has happened yet.
    #[must_use]
    pub fn new(scenario: &Scenario) -> Self {
        Self {
            injects: vec![InjectState::default(); scenario.injects.len()],
            steps: vec![0; scenario.network.plan.len()],
            cancelled: vec![false; scenario.network.plan.len()],
            reactions: vec![0; scenario.network.reactions.len()],
        }
    }

    /// Has the step happened?
    #[must_use]
    pub fn stepped(&self, step: StepId) -> bool {
        self.steps.get(step.index()).is_some_and(|r| *r > 0)
    }

    /// Has the network reacted so?
    #[must_use]
    pub fn reacted(&self, reaction: ReactionId) -> bool {
        self.reactions.get(reaction.index()).is_some_and(|r| *r > 0)
    }

    /// What the team decided on the inject, if it has.
    #[must_use]
    pub fn chosen(&self, inject: InjectId, team: Team) -> Option<Chosen> {
        self.injects
            .get(inject.index())
            .and_then(|i| i.chosen[team.index()])
    }
}

/// Folds an event of this family; leaves others alone.
pub(super) fn fold(state: &mut State, event: &Event) {
    match event {
        Event::InjectFired { inject, at } => fire(state, *inject, *at),
        Event::InjectHeld { inject } => with(state, *inject, |i| i.held = true),
        Event::InjectReleased { inject } => with(state, *inject, |i| i.held = false),
        Event::InjectSkipped { inject } => with(state, *inject, |i| {
            i.held = false;
            i.skipped = true;
        }),
        Event::InjectEdited { inject, text } => {
            with(state, *inject, |i| i.text = Some(Arc::from(text.as_str())));
        }
        Event::Decided {
            team,
            inject,
            option,
            by_default,
        } => {
            let chosen = Chosen {
                option: *option,
                by_default: *by_default,
                round: state.round,
            };
            with(state, *inject, |i| i.chosen[team.index()] = Some(chosen));
        }
        Event::Stepped { step } => {
            if let Some(at) = state.plot.steps.get_mut(step.index()) {
                *at = state.round;
            }
        }
        Event::Reacted { reaction } => react(state, *reaction),
        // That a step was prevented follows from its not having happened.
        _ => {}
    }
}

fn with(state: &mut State, inject: InjectId, change: impl FnOnce(&mut InjectState)) {
    if let Some(inject) = state.plot.injects.get_mut(inject.index()) {
        change(inject);
    }
}

fn fire(state: &mut State, id: InjectId, at: Option<CaseTime>) {
    if let Some(at) = at {
        state.now = at;
    }
    let scenario = Arc::clone(&state.scenario);
    let Some(inject) = scenario.injects.get(id.index()) else {
        return;
    };
    let round = state.round;
    // Between two rounds, time to decide begins with the next.
    let first = round.saturating_add(u8::from(state.phase != Phase::Planning));
    let until = inject.decision.as_ref().map_or(0, |d| {
        let last = first.saturating_add(d.rounds.saturating_sub(1));
        last.min(scenario.rounds)
    });
    with(state, id, |i| {
        i.fired = round;
        i.held = false;
        i.until = until;
    });
    for team in &inject.to {
        let entry = Line {
            round,
            at: state.now,
            what: LineKind::Inject(id),
        };
        state.teams[team.index()].line.push(entry);
    }
}

fn react(state: &mut State, id: ReactionId) {
    let scenario = Arc::clone(&state.scenario);
    let plot = &mut state.plot;
    if let Some(at) = plot.reactions.get_mut(id.index()) {
        *at = state.round;
    }
    let cancels = scenario.network.reactions.get(id.index());
    for step in cancels.iter().flat_map(|r| &r.cancels) {
        if let Some(cancelled) = plot.cancelled.get_mut(step.index()) {
            *cancelled = true;
        }
    }
}
