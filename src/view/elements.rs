//! The grid of a theory: elements of the offence with what is to prove them, and roles of persons.
//!
//! What really proves an element is the answer key, and stands in the debrief alone.

use serde::{Deserialize, Serialize};

use super::item::SubjectView;
use super::project::subject;
use crate::engine::State;
use crate::engine::rules::admissible::{admissible, admissible_there};
use crate::scenario::ids::{ElementId, ItemId, RoleId, Team};
use crate::scenario::model::Role;
use crate::scenario::words::{ElementKind, RoleKind};
use crate::scenario::{Scenario, Text};

/// An element of the offence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElementView {
    pub id: ElementId,
    pub kind: ElementKind,
    pub text: Text,
    /// What the team's latest theory cites for it.
    pub cell: Vec<CellView>,
}

/// An item cited for an element, and before whose courts it may be put, as far as the team knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    pub item: ItemId,
    /// Before the team's own.
    pub here: bool,
    /// Before the partner's.
    pub there: bool,
}

/// A person whose role a theory names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleView {
    pub id: RoleId,
    pub subject: SubjectView,
}

/// What became of an element.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElementOutcome {
    pub kind: ElementKind,
    pub text: Text,
    /// What the case holds for proof.
    pub proof: Vec<ItemId>,
    /// What the verdict cited for it.
    pub cited: Vec<CitedOutcome>,
    /// By `Team as usize`: it was proven before the team's courts.
    pub proven: [bool; 2],
}

/// What an item cited for an element was worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedOutcome {
    pub item: ItemId,
    /// It is proof of the element.
    pub proves: bool,
    /// By `Team as usize`: it may be put before the team's courts.
    pub admissible: [bool; 2],
}

/// What was said of a person, and what the person was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleOutcome {
    pub subject: SubjectView,
    /// By `Team as usize`: what the team's first theory said.
    pub first: [Option<RoleKind>; 2],
    pub verdict: Option<RoleKind>,
    pub truth: RoleKind,
}

pub(super) fn elements(state: &State, team: Team) -> Vec<ElementView> {
    let current = state.team(team).theory.as_deref();
    (0u16..)
        .zip(&state.scenario().theory.elements)
        .map(|(i, e)| {
            let cited = current.and_then(|t| t.elements.get(usize::from(i)));
            ElementView {
                id: ElementId(i),
                kind: e.kind,
                text: e.text.clone(),
                cell: cited.map_or_else(Vec::new, |items| cell(state, team, items)),
            }
        })
        .collect()
}

pub(super) fn cell<'i>(
    state: &State,
    team: Team,
    items: impl IntoIterator<Item = &'i ItemId>,
) -> Vec<CellView> {
    let view = |item: &ItemId| CellView {
        item: *item,
        here: admissible(state, team, *item),
        there: admissible_there(state, team, *item),
    };
    items.into_iter().map(view).collect()
}

pub(super) fn roles(scenario: &Scenario, which: impl Fn(RoleId, &Role) -> bool) -> Vec<RoleView> {
    let all = (0u16..).map(RoleId).zip(&scenario.theory.roles);
    all.filter(|(id, role)| which(*id, role))
        .map(|(id, role)| RoleView {
            id,
            subject: subject(scenario, role.subject),
        })
        .collect()
}

pub(super) fn element_outcomes(state: &State) -> Vec<ElementOutcome> {
    let verdict = state.verdict.as_ref();
    let elements = state.scenario().theory.elements.iter().enumerate();
    elements
        .map(|(n, e)| {
            let cell = verdict
                .and_then(|v| v.elements.get(n))
                .into_iter()
                .flatten();
            let cited: Vec<CitedOutcome> = cell
                .map(|item| CitedOutcome {
                    item: *item,
                    proves: e.proof.contains(item),
                    admissible: Team::BOTH.map(|t| admissible(state, t, *item)),
                })
                .collect();
            let proven = |t: Team| cited.iter().any(|c| c.proves && c.admissible[t.index()]);
            ElementOutcome {
                kind: e.kind,
                text: e.text.clone(),
                proof: e.proof.clone(),
                proven: Team::BOTH.map(proven),
                cited,
            }
        })
        .collect()
}

pub(super) fn role_outcomes(state: &State) -> Vec<RoleOutcome> {
    let roles = state.scenario().theory.roles.iter().enumerate();
    roles
        .map(|(n, role)| {
            let said = |theory: Option<&crate::engine::Theory>| {
                theory.and_then(|t| t.roles.get(n).copied().flatten())
            };
            RoleOutcome {
                subject: subject(state.scenario(), role.subject),
                first: Team::BOTH.map(|t| said(state.team(t).first_theory.as_deref())),
                verdict: said(state.verdict.as_ref()),
                truth: role.truth,
            }
        })
        .collect()
}
