//! The joint draft: both teams read it, and whom and what it names.

use super::elements::{cell, roles};
use super::project::subject;
use super::team::{PersonView, VerdictView};
use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::ids::{PersonId, Team};
use crate::scenario::model::Person;
use crate::scenario::words::PersonStatus;

pub(super) fn verdict(state: &State, team: Team) -> Option<VerdictView> {
    state.draft.as_ref().map(|d| VerdictView {
        revision: d.revision,
        by: Some(d.by),
        theory: d.theory.clone(),
        signed: d.signed,
        named: d
            .theory
            .answers
            .iter()
            .flatten()
            .map(|s| subject(state.scenario(), *s))
            .collect(),
        people: people(state.scenario(), |i, _| {
            d.theory.people.get(i.index()) != Some(&PersonStatus::Unknown)
        }),
        cells: (d.theory.elements.iter())
            .map(|items| cell(state, team, items))
            .collect(),
        roles: roles(state.scenario(), |i, _| {
            d.theory.roles.get(i.index()).is_some_and(Option::is_some)
        }),
    })
}

pub(super) fn people(
    scenario: &Scenario,
    which: impl Fn(PersonId, &Person) -> bool,
) -> Vec<PersonView> {
    (0u16..)
        .zip(&scenario.people)
        .map(|(i, p)| (PersonId(i), p))
        .filter(|(id, p)| which(*id, p))
        .map(|(id, p)| PersonView {
            id,
            name: p.name.clone(),
            subject: p.subject,
        })
        .collect()
}
