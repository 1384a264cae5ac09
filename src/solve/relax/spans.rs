//! Between which numbers the network's alarm and people's welfare can move from here on.

use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::file::Cmp;
use crate::scenario::model::{Effect, Task};

/// The least and the greatest that a number can be.
pub(super) type Span = (u8, u8);

pub(super) fn meets(cmp: Cmp, (low, high): Span) -> bool {
    match cmp {
        Cmp::AtLeast(x) => high >= x,
        Cmp::AtMost(x) => low <= x,
        Cmp::Exactly(x) => (low..=high).contains(&x),
    }
}

pub(super) fn misses(cmp: Cmp, span: Span) -> bool {
    match cmp {
        Cmp::AtLeast(x) => span.0 < x,
        Cmp::AtMost(x) => span.1 > x,
        Cmp::Exactly(x) => span != (x, x),
    }
}

pub(super) fn alarm(case: &Scenario, state: &State) -> Span {
    let now = state.exposure;
    let falls = effects(case).any(|e| matches!(e, Effect::Exposure(by) if by < 0));
    // Officers of both services may get into each other's way.
    let rises = effects(case).any(|e| matches!(e, Effect::Exposure(by) if by > 0))
        || crate::solve::collide::possible(case);
    (if falls { 0 } else { now }, if rises { 100 } else { now })
}

pub(super) fn welfare(case: &Scenario, state: &State) -> Vec<Span> {
    let rises = |id: usize| {
        let mut all = effects(case);
        all.any(|e| matches!(e, Effect::Welfare { person, by } if person.index() == id && by > 0))
            || case.people[id].per_round > 0
    };
    let now = state.welfare.iter().enumerate();
    now.map(|(id, w)| (0, if rises(id) { 10 } else { *w }))
        .collect()
}

/// Every effect that anything in the case can have.
pub(in crate::solve) fn effects(case: &Scenario) -> impl Iterator<Item = Effect> + '_ {
    let tasks = case.tasks.iter().flat_map(Task::effects);
    let injects = case.injects.iter().flat_map(|i| {
        let options = i.decision.iter().flat_map(|d| &d.options);
        i.effects.iter().chain(options.flat_map(|o| &o.effects))
    });
    let steps = case.network.plan.iter().flat_map(|s| &s.effects);
    let reactions = case.network.reactions.iter().flat_map(|r| &r.effects);
    let operations = case.operations.iter().flat_map(|o| o.effects());
    tasks.chain(
        injects
            .chain(steps)
            .chain(reactions)
            .chain(operations)
            .copied(),
    )
}
