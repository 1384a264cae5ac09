//! Milestones: named conditions that are reached once and stay reached.

use crate::engine::condition::holds;
use crate::engine::event::Event;
use crate::engine::evolve;
use crate::engine::state::State;
use crate::engine::waits::Waits;
use crate::scenario::ids::MilestoneId;
use crate::scenario::model::Condition;

/// Appends the milestones that these events reach. What held before them has been reached before.
pub(crate) fn follow(state: &State, events: &mut Vec<Event>) {
    if !events.iter().any(|e| state.waits.milestones(e)) {
        debug_assert!(
            !stir_any(state, events),
            "a kind that waits is missing: {events:?}"
        );
        return;
    }
    let before = events.len();
    let foreseen = foresee(state, events).is_some();
    debug_assert!(
        !foreseen || *events == folded(state, &events[..before]),
        "foreseen otherwise than it comes: {events:?}"
    );
    if !foreseen {
        *events = folded(state, &events[..before]);
    }
}

/// Do the events stir a milestone that is not reached?
fn stir_any(state: &State, events: &[Event]) -> bool {
    let mut all = (0..).zip(&state.scenario.milestones);
    all.any(|(i, m)| !state.milestones.has(i) && events.iter().any(|e| stirred(&m.when, e)))
}

/// The events with the milestones that hold once they are folded into a copy.
fn folded(state: &State, events: &[Event]) -> Vec<Event> {
    let (mut after, mut events) = (state.clone(), events.to_vec());
    events.iter().for_each(|event| evolve(&mut after, event));
    reach(&mut after, &mut events);
    events
}

/// Appends them without a copy, which is what costs; `None`: what the events say for themselves does not
/// decide it.
fn foresee(state: &State, events: &mut Vec<Event>) -> Option<()> {
    let mut news = 0;
    while news < events.len() {
        let all = events.len();
        let changed = Waits::changed(&events[news..]);
        for (milestone, i) in state.scenario.milestones.iter().zip(0u16..) {
            // Most events stir nothing that a milestone waits for.
            let index = usize::from(i);
            if state.milestones.has(index)
                || !state.waits.milestone(index, changed)
                || !events[news..].iter().any(|e| stirred(&milestone.when, e))
            {
                continue;
            }
            let reached = Event::MilestoneReached {
                milestone: MilestoneId(i),
            };
            if !events.contains(&reached) && after(state, events, &milestone.when)? {
                events.push(reached);
            }
        }
        news = all;
    }
    Some(())
}

/// Does the condition hold after these events? `None`: they do not say.
fn after(state: &State, events: &[Event], condition: &Condition) -> Option<bool> {
    let each = |c| after(state, events, c);
    match condition {
        Condition::All(all) => all_of(all.iter().map(each)),
        Condition::Any(any) => all_of(any.iter().map(|c| each(c).map(|holds| !holds))).map(|x| !x),
        Condition::Not(c) => each(c).map(|holds| !holds),
        leaf => {
            let mut stirring = events.iter().filter(|e| stirs(e, leaf)).peekable();
            match stirring.peek() {
                None => Some(holds(state, leaf)),
                Some(_) => stirring.all(|e| fulfils(e, leaf)).then_some(true),
            }
        }
    }
}

/// Are all of them true? One that is false decides it whatever the unsure ones are.
fn all_of(each: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut all = Some(true);
    for holds in each {
        match holds {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

/// Could the event change whether the condition holds? It may say yes too often, never no too often.
fn stirred(condition: &Condition, event: &Event) -> bool {
    match condition {
        Condition::All(all) | Condition::Any(all) => all.iter().any(|c| stirred(c, event)),
        Condition::Not(c) => stirred(c, event),
        leaf => stirs(event, leaf),
    }
}

fn stirs(event: &Event, leaf: &Condition) -> bool {
    match event {
        Event::TheoryRecorded { .. }
        | Event::ItemShared { .. }
        | Event::ItemArrived { .. }
        | Event::MilestoneReached { .. } => fulfils(event, leaf),
        Event::Requested { team, .. } => {
            matches!(leaf, Condition::Requested { by, .. } if by == team)
        }
        Event::RequestAnswered { team, .. } => {
            matches!(leaf, Condition::Replied { by, .. } if by == team)
        }
        Event::PointerQueried { team, .. } => {
            matches!(leaf, Condition::Queried { by, .. } if by == team)
        }
        Event::TrustMoved { .. } => matches!(leaf, Condition::Trust(_)),
        Event::Breach { .. } => matches!(leaf, Condition::Breaches(_)),
        Event::ConsentAsked { .. } | Event::ConsentGiven { .. } | Event::PointerMatched { .. } => {
            false
        }
        _ => true,
    }
}

/// Does the leaf hold for certain once this has happened?
fn fulfils(event: &Event, leaf: &Condition) -> bool {
    match event {
        Event::TheoryRecorded { team, .. } => {
            matches!(leaf, Condition::Theorised(by) if by == team)
        }
        Event::ItemShared { team, item, .. } => {
            matches!(leaf, Condition::Shared { item: i, to } if i == item && to != team)
        }
        Event::ItemArrived { team, item, .. } => {
            matches!(leaf, Condition::Holds { item: i, by } if i == item && by == team)
        }
        Event::MilestoneReached { milestone } => {
            matches!(leaf, Condition::Milestone(id) if id == milestone)
        }
        _ => false,
    }
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
