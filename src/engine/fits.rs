//! Whether an event speaks only of what its case defines: asked once, when a record is read.
//!
//! Past this check folding and viewing index without looking.

use super::event::{Cause, Event};
use super::liaison::{About, Answer};
use super::theory::Theory;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, OfficerId, PersonId, SubjectId, TaskId};
use crate::scenario::model::Effect;

/// Does every id in `event` exist in `scenario`?
#[must_use]
pub fn fits(scenario: &Scenario, event: &Event) -> bool {
    let task = |id: &TaskId| id.index() < scenario.tasks.len();
    let officer = |id: &OfficerId| id.index() < scenario.officers.len();
    let item = |id: &ItemId| id.index() < scenario.items.len();
    let person = |id: &PersonId| id.index() < scenario.people.len();
    let subject = |id: &SubjectId| id.index() < scenario.subjects.len();
    let on = |about: &About| match about {
        About::Subject(s) => subject(s),
        About::Place(p) => p.index() < scenario.map.places.len(),
    };
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
                Effect::Exposure(_) | Effect::Trust(_) => true,
                Effect::Welfare { person: p, .. } => person(p),
                Effect::Open(t) | Effect::Close(t) => task(t),
            };
            let cause = match cause {
                Cause::Task(t) => task(t),
                Cause::Inject(i) => i.index() < scenario.injects.len(),
                Cause::BlueOnBlue => true,
            };
            effect && cause
        }
        Event::Requested { subjects, .. } => subjects.iter().all(subject),
        Event::RequestAnswered {
            answer: Answer::Items(items),
            ..
        } => items.iter().all(item),
        Event::PointerQueried { about, .. } | Event::PointerMatched { about, .. } => on(about),
        Event::ConsentAsked { item: i, .. }
        | Event::ConsentGiven { item: i, .. }
        | Event::Breach { item: i, .. } => item(i),
        Event::BlueOnBlue { tasks, about, .. } => tasks.iter().all(task) && on(about),
        Event::WelfareChanged { person: p, .. } => person(p),
        Event::InjectFired { inject } => inject.index() < scenario.injects.len(),
        Event::MilestoneReached { milestone } => milestone.index() < scenario.milestones.len(),
        Event::Acknowledged { .. }
        | Event::RequestAnswered { .. }
        | Event::TrustMoved { .. }
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
