//! A theory from a view: the answers that most items speak for.

use rand::{Rng, RngExt};

use super::policy::pick;
use super::weights::Weights;
use crate::engine::{CELL, Command, Theory};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::words::{ItemKind, LinkKind, Offence, PersonStatus, RoleKind, TaskKind};
use crate::view::{ItemView, TaskState, TeamView};

/// The theory that the folder speaks for; for a verdict it cites what both services hold.
pub(super) fn theory(view: &TeamView, verdict: bool) -> Theory {
    let mut theory = blank(view);
    let weight = Weights::in_folder(view);
    for question in &view.theory.questions {
        // On a tie the case's order decides.
        let best = question
            .options
            .iter()
            .rev()
            .max_by_key(|s| weight.of(s.id));
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
    let proof = proof(view, verdict);
    theory
        .elements
        .iter_mut()
        .for_each(|c| c.clone_from(&proof));
    for role in &view.theory.roles {
        if let Some(slot) = theory.roles.get_mut(role.id.index()) {
            *slot = Some(self::role(view, role.subject.id, &weight));
        }
    }
    theory.confidence = if verdict { 80 } else { 60 };
    theory
}

/// What to do about the verdict: the first service writes; the second reads, adds what only it can
/// answer, and signs.
pub(super) fn verdict(team: Team, view: &TeamView) -> Option<Command> {
    let Some(draft) = &view.verdict else {
        return (team == Team::North).then(|| Command::DraftVerdict {
            theory: theory(view, true),
        });
    };
    if draft.signed[team.index()] {
        return None;
    }
    let better = complete(view, &draft.theory);
    Some(if draft.by != Some(team) && better != draft.theory {
        Command::DraftVerdict { theory: better }
    } else {
        Command::SignVerdict {
            revision: draft.revision,
        }
    })
}

/// The partner's draft, with what it left open filled in.
fn complete(view: &TeamView, draft: &Theory) -> Theory {
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
    for (slot, role) in better.roles.iter_mut().zip(own.roles) {
        *slot = slot.or(role);
    }
    for (cell, more) in better.elements.iter_mut().zip(own.elements) {
        for item in more {
            if cell.len() < CELL
                && let Err(at) = cell.binary_search(&item)
            {
                cell.insert(at, item);
            }
        }
    }
    if better.offence.is_none() || better.offence == Some(Offence::Smuggling) {
        better.offence = own.offence;
    }
    better
}

/// Evidence to put into every cell, since a bot cannot read what it proves: first what the most courts
/// may see; for a verdict only what both services hold.
fn proof(view: &TeamView, verdict: bool) -> Vec<ItemId> {
    let joint = joint(view);
    let evidence = view.folder.iter().filter(|i| i.kind == ItemKind::Evidence);
    let mut all: Vec<&ItemView> = evidence
        .filter(|i| !verdict || joint.binary_search(&i.id).is_ok())
        .collect();
    let courts = |i: &ItemView| u8::from(i.admissible) + u8::from(i.admissible_there);
    all.sort_by_key(|i| (std::cmp::Reverse(courts(i)), i.id));
    let mut items: Vec<ItemId> = all.into_iter().take(CELL).map(|i| i.id).collect();
    items.sort_unstable();
    items
}

/// A guess at what a person is: who is at risk, then what the links on the chart say, then who is named
/// most.
fn role(view: &TeamView, subject: SubjectId, weight: &Weights) -> RoleKind {
    if view.theory.people.iter().any(|p| p.subject == subject) {
        return RoleKind::Victim;
    }
    let does = |kinds: &[LinkKind]| {
        let mut said = view.chart.links.iter().filter(|l| !l.says.is_empty());
        said.any(|l| l.link.from == subject && kinds.contains(&l.link.kind))
    };
    let most = (view.theory.roles.iter().map(|r| weight.of(r.subject.id))).max();
    if does(&[LinkKind::Drives, LinkKind::Carries]) {
        RoleKind::Transporter
    } else if weight.of(subject) == most.unwrap_or(0) {
        RoleKind::Organiser
    } else if does(&[LinkKind::Pays]) {
        RoleKind::Financier
    } else if does(&[LinkKind::StaysAt, LinkKind::Owns]) {
        RoleKind::Harbourer
    } else {
        RoleKind::Recruiter
    }
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
    let held: Vec<ItemId> = view.folder.iter().map(|i| i.id).collect();
    cite_any(&mut theory, &held, rng);
    for role in &view.theory.roles {
        if let Some(slot) = theory.roles.get_mut(role.id.index()) {
            *slot = pick(RoleKind::ALL, rng).copied();
        }
    }
    theory.offence = pick(Offence::ALL, rng).copied();
    theory.confidence = rng.random_range(50..=100u8);
    theory
}

/// Any of these items in any cell, now and then too many.
pub(super) fn cite_any(theory: &mut Theory, items: &[ItemId], rng: &mut impl Rng) {
    for cell in &mut theory.elements {
        let most = rng.random_range(0..=CELL + 1);
        cell.clear();
        cell.extend((0..most).filter_map(|_| pick(items, rng).copied()));
        cell.sort_unstable();
        cell.dedup();
    }
}

fn blank(view: &TeamView) -> Theory {
    Theory::blank(
        view.theory.questions.len(),
        usize::from(view.theory.people_in_case),
    )
    .with_grid(
        view.theory.elements.len(),
        usize::from(view.theory.roles_in_case),
    )
}

fn cared_for(view: &TeamView) -> bool {
    view.tasks
        .iter()
        .any(|t| t.kind == TaskKind::VictimAssistance && t.state == TaskState::Done)
}
