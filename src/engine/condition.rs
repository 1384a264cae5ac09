//! Whether a condition of the case holds now.

use super::liaison::About;
use super::rules::{admissible, authority};
use super::state::State;
use crate::scenario::ids::{ItemId, PersonId};
use crate::scenario::model::Condition;
use crate::scenario::words::PersonStatus;

/// Does `condition` hold in `state`? Conditions about the verdict are false until it is signed.
#[must_use]
pub fn holds(state: &State, condition: &Condition) -> bool {
    match condition {
        Condition::Always => true,
        Condition::All(all) => all.iter().all(|c| holds(state, c)),
        Condition::Any(any) => any.iter().any(|c| holds(state, c)),
        Condition::Not(c) => !holds(state, c),
        Condition::Round(cmp) => cmp.holds(state.round),
        Condition::Exposure(cmp) => cmp.holds(state.exposure),
        Condition::Welfare { person, is } => state
            .welfare
            .get(person.index())
            .is_some_and(|w| is.holds(*w)),
        Condition::Holds { item, by } => state.held[by.index()].has(item.index()),
        Condition::Shared { item, to } => state.sent_to[to.index()].has(item.index()),
        Condition::Trust(cmp) => cmp.holds(state.liaison.trust),
        Condition::Requested { subject, by } => {
            let mut asked = state.liaison.requests.iter().filter(|r| r.by == *by);
            asked.any(|r| r.subjects.contains(subject))
        }
        Condition::Replied { subject, by } => {
            let mut asked = state.liaison.requests.iter().filter(|r| r.by != *by);
            asked.any(|r| r.answer.is_some() && r.subjects.contains(subject))
        }
        Condition::Queried { subject, by } => {
            let mut asked = state.liaison.queries.iter().filter(|q| q.by == *by);
            asked.any(|q| q.about == About::Subject(*subject))
        }
        Condition::BlueOnBlue(cmp) => cmp.holds(count(&state.liaison.collisions)),
        Condition::Breaches(cmp) => cmp.holds(count(&state.liaison.breaches)),
        Condition::Theorised(team) => state.team(*team).first_theory.is_some(),
        Condition::Done(task) => state.done.has(task.index()),
        Condition::Flag(flag) => state.flags.has(flag.index()),
        Condition::Milestone(m) => state.milestones.has(m.index()),
        Condition::Offence(offence) => state
            .verdict
            .as_ref()
            .is_some_and(|v| v.offence == Some(*offence)),
        Condition::Answered(q) => state.verdict.as_ref().is_some_and(|v| {
            let question = state.scenario.theory.questions.get(q.index());
            question.is_some_and(|x| v.answers.get(q.index()) == Some(&Some(x.truth)))
        }),
        Condition::Status { person, is } => verdict_status(state, *person) == Some(*is),
        Condition::Cited(item) => state
            .verdict
            .as_ref()
            .is_some_and(|v| v.all_cited().any(|i| i == *item)),
        Condition::Executed(operation) => state.operations.executed(*operation),
        Condition::Attempted(operation) => state.operations.attempted(*operation),
        Condition::CriticalErrors(cmp) => cmp.holds(state.operations.critical_errors()),
        Condition::Stepped(step) => state.plot.stepped(*step),
        Condition::Reacted(reaction) => state.plot.reacted(*reaction),
        Condition::Proven { element, before } => state.verdict.as_ref().is_some_and(|v| {
            let cell = v.elements.get(element.index()).into_iter().flatten();
            let key = state.scenario.theory.elements.get(element.index());
            let proves = |i: &ItemId| key.is_some_and(|e| e.proof.contains(i));
            let mut proof = cell.filter(|i| proves(i));
            proof.any(|i| admissible::admissible(state, *before, *i))
        }),
        Condition::Role { role, is } => state
            .verdict
            .as_ref()
            .is_some_and(|v| v.roles.get(role.index()) == Some(&Some(*is))),
        Condition::Authorised(id) => authority::held(state, *id),
        Condition::Chosen { inject, option, by } => state
            .plot
            .chosen(*inject, *by)
            .is_some_and(|c| c.option == *option),
    }
}

fn count<T>(list: &[T]) -> u8 {
    u8::try_from(list.len()).unwrap_or(u8::MAX)
}

fn verdict_status(state: &State, person: PersonId) -> Option<PersonStatus> {
    state
        .verdict
        .as_ref()
        .and_then(|v| v.people.get(person.index()).copied())
}
