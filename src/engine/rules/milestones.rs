//! Milestones: named conditions that are reached once and stay reached.

use crate::engine::condition::holds;
use crate::engine::event::Event;
use crate::engine::evolve;
use crate::engine::state::State;
use crate::scenario::ids::MilestoneId;

/// Appends the milestones that these events reach.
pub(crate) fn follow(state: &State, events: &mut Vec<Event>) {
    if state.scenario.milestones.is_empty() {
        return;
    }
    let mut after = state.clone();
    for event in events.iter() {
        evolve(&mut after, event);
    }
    reach(&mut after, events);
}

/// Reaches every milestone that holds in `state`, until nothing more follows from it.
pub(crate) fn reach(state: &mut State, events: &mut Vec<Event>) {
    let scenario = std::sync::Arc::clone(&state.scenario);
    loop {
        let before = events.len();
        for (milestone, i) in scenario.milestones.iter().zip(0u16..) {
            if !state.milestones.has(usize::from(i)) && holds(state, &milestone.when) {
                let event = Event::MilestoneReached {
                    milestone: MilestoneId(i),
                };
                evolve(state, &event);
                events.push(event);
            }
        }
        if events.len() == before {
            return;
        }
    }
}
