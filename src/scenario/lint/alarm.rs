//! How alarmed the network can be by when, for whoever draws what waits for it.
//!
//! The checks themselves ask only in which direction the alarm moves (see [`super::bounds`]): what they call impossible
//! has to be so however often something is tried.

use super::super::file::Cmp;
use super::super::model::{Condition, Effect, Scenario};
use super::bounds::collide;
use super::reach::{NEVER, Reach};

/// The most that the alarm can be, 0 to 100, by moment from 1 on.
pub(super) fn most(reach: &Reach, case: &Scenario) -> Vec<u8> {
    let raises = |effects: &mut dyn Iterator<Item = &Effect>| -> u32 {
        let by = |effect: &Effect| match effect {
            Effect::Exposure(by) => u32::try_from(*by).unwrap_or(0),
            _ => 0,
        };
        effects.map(by).sum()
    };
    // When something can first have raised it, by how much, and whether it can do so in every round after.
    let mut sources: Vec<(u8, u32, bool)> = Vec::new();
    for (task, done) in case.tasks.iter().zip(&reach.done) {
        let by = raises(&mut task.success.iter()).max(raises(&mut task.failure.iter()));
        let again = task.repeat || raises(&mut task.failure.iter()) > 0;
        sources.push((*done, by, again));
    }
    for (inject, fired) in case.injects.iter().zip(&reach.fired) {
        let options = inject.decision.iter().flat_map(|d| &d.options);
        let by = raises(
            &mut inject
                .effects
                .iter()
                .chain(options.flat_map(|o| &o.effects)),
        );
        sources.push((*fired, by, false));
    }
    for (step, at) in case.network.plan.iter().zip(&reach.steps) {
        sources.push((*at, raises(&mut step.effects.iter()), false));
    }
    for (reaction, at) in case.network.reactions.iter().zip(&reach.reactions) {
        sources.push((*at, raises(&mut reaction.effects.iter()), false));
    }
    for (operation, at) in case.operations.iter().zip(&reach.attempted) {
        sources.push((*at, raises(&mut operation.effects()), true));
    }
    if collide(case) {
        // Officers of both services get into each other's way when the first tasks are done.
        sources.push((2, 100, true));
    }
    let by = |moment: u8| {
        let so_far = sources
            .iter()
            .filter(|(at, ..)| *at != NEVER && *at <= moment);
        let risen = so_far.map(|(at, by, again)| {
            let times = if *again { moment - at + 1 } else { 1 };
            by.saturating_mul(u32::from(times))
        });
        let risen = risen.fold(u32::from(case.exposure), u32::saturating_add);
        u8::try_from(risen.min(100)).unwrap_or(100)
    };
    (1..=reach.end).map(by).collect()
}

/// The least alarm without which a condition cannot hold; 0 if it asks for none.
pub(super) fn needed(condition: &Condition) -> u8 {
    match condition {
        Condition::Exposure(Cmp::AtLeast(n) | Cmp::Exactly(n)) => *n,
        Condition::All(parts) => parts.iter().map(needed).max().unwrap_or(0),
        Condition::Any(parts) => parts.iter().map(needed).min().unwrap_or(0),
        _ => 0,
    }
}

/// The later of a moment and the first at which the alarm can be as high as this.
pub(super) fn not_before(at: u8, needed: u8, most: &[u8]) -> u8 {
    let first = (1..).zip(most).find(|(_, most)| **most >= needed);
    first.map_or(NEVER, |(moment, _)| at.max(moment))
}
