//! A theory from a view: the answers that most items speak for.

use std::collections::BTreeMap;

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::Theory;
use crate::scenario::ids::{ItemId, SubjectId};
use crate::scenario::words::{ItemKind, Offence, PersonStatus, TaskKind};
use crate::view::{TaskState, TeamView};

/// The theory that the folder speaks for; for a verdict it cites what both services hold.
pub(super) fn theory(view: &TeamView, verdict: bool) -> Theory {
    let mut theory = blank(view);
    let weight = weights(view);
    for question in &view.theory.questions {
        // On a tie the case's order decides.
        let best = question
            .options
            .iter()
            .rev()
            .max_by_key(|s| weight.get(&s.id));
        if let Some(slot) = theory.answers.get_mut(question.id.index()) {
            *slot = best.map(|s| s.id);
        }
    }
    let cared = cared_for(view);
    let mut exploited = 0;
    for person in &view.theory.people {
        let named = named_in_evidence(view, person.subject);
        exploited += usize::from(named);
        if let Some(slot) = theory.people.get_mut(person.id.index()) {
            *slot = match (named, cared) {
                (true, true) => PersonStatus::Referred,
                (true, false) => PersonStatus::PresumedVictim,
                (false, _) => PersonStatus::Migrant,
            };
        }
    }
    theory.offence = Some(match exploited {
        0 => Offence::Smuggling,
        n if n == view.theory.people.len() => Offence::Trafficking,
        _ => Offence::Both,
    });
    theory.cited = if verdict { joint(view) } else { Vec::new() };
    theory.confidence = if verdict { 80 } else { 60 };
    theory
}

/// The partner's draft, with what it left open filled in.
pub(super) fn complete(view: &TeamView, draft: &Theory) -> Theory {
    let own = theory(view, true);
    let mut better = draft.clone();
    for (slot, answer) in better.answers.iter_mut().zip(own.answers) {
        *slot = slot.or(answer);
    }
    // Who has seen evidence about a person knows better than who has not.
    let known = |status: PersonStatus| match status {
        PersonStatus::Unknown => 0,
        PersonStatus::Migrant => 1,
        PersonStatus::PresumedVictim => 2,
        PersonStatus::Referred => 3,
    };
    for (slot, status) in better.people.iter_mut().zip(own.people) {
        if known(status) > known(*slot) {
            *slot = status;
        }
    }
    if better.offence.is_none() || better.offence == Some(Offence::Smuggling) {
        better.offence = own.offence;
    }
    better
}

/// Does evidence in the folder speak of this subject?
fn named_in_evidence(view: &TeamView, subject: SubjectId) -> bool {
    let evidence = view.folder.iter().filter(|i| i.kind == ItemKind::Evidence);
    evidence.flat_map(|i| &i.subjects).any(|s| s.id == subject)
}

/// Items that both services have: what the partner sent, and what it has received.
pub(super) fn joint(view: &TeamView) -> Vec<ItemId> {
    let arrived = |i: &&crate::view::ItemView| {
        i.received.is_some() || i.shared.iter().any(|s| s.arrives <= view.clock.round)
    };
    let mut items: Vec<ItemId> = view.folder.iter().filter(arrived).map(|i| i.id).collect();
    items.sort_unstable();
    items
}

/// Any theory that the view allows.
pub(super) fn random(view: &TeamView, rng: &mut impl Rng) -> Theory {
    let mut theory = blank(view);
    for question in &view.theory.questions {
        if let Some(slot) = theory.answers.get_mut(question.id.index()) {
            *slot = pick(&question.options, rng).map(|s| s.id);
        }
    }
    for person in &view.theory.people {
        if let Some(slot) = theory.people.get_mut(person.id.index()) {
            *slot = pick(PersonStatus::ALL, rng)
                .copied()
                .unwrap_or(PersonStatus::Unknown);
        }
    }
    theory.offence = pick(Offence::ALL, rng).copied();
    theory.confidence = rng.random_range(50..=100u8);
    theory
}

fn blank(view: &TeamView) -> Theory {
    Theory::blank(
        view.theory.questions.len(),
        usize::from(view.theory.people_in_case),
    )
}

fn weights(view: &TeamView) -> BTreeMap<SubjectId, u16> {
    let mut weight = BTreeMap::new();
    for subject in view.folder.iter().flat_map(|i| &i.subjects) {
        *weight.entry(subject.id).or_insert(0) += 1;
    }
    weight
}

fn cared_for(view: &TeamView) -> bool {
    view.tasks
        .iter()
        .any(|t| t.kind == TaskKind::VictimAssistance && t.state == TaskState::Done)
}
