//! Whether an event speaks only of what its case defines: asked once, when a record is read.
//!
//! Past this check folding and viewing index without looking.

use super::event::{Cause, Event};
use super::theory::Theory;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, OfficerId, PersonId, TaskId};
use crate::scenario::model::{Effect, Link};

/// Does every id in `event` exist in `scenario`?
#[must_use]
pub fn fits(scenario: &Scenario, event: &Event) -> bool {
    let task = |id: &TaskId| id.index() < scenario.tasks.len();
    let officer = |id: &OfficerId| id.index() < scenario.officers.len();
    let item = |id: &ItemId| id.index() < scenario.items.len();
    let person = |id: &PersonId| id.index() < scenario.people.len();
    match event {
        Event::TaskAssigned {
            officer: o,
            task: t,
            ..
        }
        | Event::TaskResolved {
            officer: o,
            task: t,
            ..
        }
        | Event::TaskContinues {
            officer: o,
            task: t,
            ..
        } => officer(o) && task(t),
        Event::TaskCleared { officer: o, .. } => officer(o),
        Event::TheoryRecorded { theory, .. } | Event::VerdictDrafted { theory, .. } => {
            theory_fits(scenario, theory)
        }
        Event::ItemShared { item: i, .. } | Event::ItemArrived { item: i, .. } => item(i),
        Event::Effected { effect, cause } => {
            let effect = match effect {
                Effect::Give { item: i, .. } => item(i),
                Effect::Flag(flag) => flag.index() < scenario.flags.len(),
                Effect::Exposure(_) => true,
                Effect::Welfare { person: p, .. } => person(p),
                Effect::Open(t) | Effect::Close(t) => task(t),
            };
            let cause = match cause {
                Cause::Task(t) => task(t),
                Cause::Inject(i) => i.index() < scenario.injects.len(),
            };
            effect && cause
        }
        Event::WelfareChanged { person: p, .. } => person(p),
        Event::InjectFired { inject } => inject.index() < scenario.injects.len(),
        Event::MilestoneReached { milestone } => milestone.index() < scenario.milestones.len(),
        Event::LinkAdded { link, items, .. } => {
            link_fits(scenario, *link) && items.iter().all(item)
        }
        Event::LinkRemoved { link, .. }
        | Event::LinkPosted { link, .. }
        | Event::LinkWithdrawn { link, .. }
        | Event::LinkChallenged { link, .. }
        | Event::ChallengeSettled { link, .. } => link_fits(scenario, *link),
        Event::Acknowledged { .. }
        | Event::RoundStarted { .. }
        | Event::MessageSent { .. }
        | Event::ReadySet { .. }
        | Event::PlanningEnded { .. }
        | Event::Paused
        | Event::Resumed
        | Event::PlanningExtended { .. }
        | Event::VerdictOpened
        | Event::VerdictSigned { .. }
        | Event::DebriefOpened { .. } => true,
    }
}

fn link_fits(scenario: &Scenario, link: Link) -> bool {
    [link.from, link.to]
        .iter()
        .all(|s| s.index() < scenario.subjects.len())
}

fn theory_fits(scenario: &Scenario, theory: &Theory) -> bool {
    theory.answers.len() == scenario.theory.questions.len()
        && theory.people.len() == scenario.people.len()
        && theory
            .answers
            .iter()
            .flatten()
            .all(|s| s.index() < scenario.subjects.len())
        && theory
            .cited
            .iter()
            .all(|i| i.index() < scenario.items.len())
}
