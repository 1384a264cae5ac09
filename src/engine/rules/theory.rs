//! First theories and the joint verdict.
//!
//! A team puts its theory on record before anything is shared: groups that decide before pooling
//! stick to their first idea, and the debrief shows it (6-doctrine, Learning: hidden profile).
//!
//! A theory has a grid: for each element of the offence the items that are to prove it. Act, means and
//! purpose make trafficking; under 18 no means are needed (Palermo Protocol, Art. 3(c); 6-doctrine, Law).
//! An item proves an element only before a court that may see it: see [`super::admissible`].

use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Bits, Phase, State};
use crate::engine::theory::{CELL, Theory};
use crate::scenario::ids::{ElementId, ItemId, PersonId, QuestionId, RoleId, TaskId, Team};
use crate::scenario::words::PersonStatus;

/// Subjects named by what the team can read in its folder, by what has stood on the joint board, by its
/// partner's requests, by matches that both were told of, and by the tasks on its list; by index.
#[must_use]
pub fn known_subjects(state: &State, team: Team) -> Bits {
    let mut known = state.named[team.index()].clone();
    let asked = state
        .liaison
        .requests
        .iter()
        .filter(|r| r.by == team.other());
    let asked = asked.flat_map(|r| r.subjects.iter().copied());
    let matched = state.liaison.targets.iter().copied();
    for subject in state.board.named().chain(asked).chain(matched) {
        known.set(subject.index(), true);
    }
    for (i, task) in (0u16..).zip(&state.scenario.tasks) {
        // Most are known by now, and the list need not be asked.
        if let Some(subject) = task.target.filter(|s| !known.has(s.index()))
            && task.team == team
            && super::tasks::listed(state, TaskId(i)).is_some()
        {
            known.set(subject.index(), true);
        }
    }
    known
}

pub(crate) fn record(
    state: &State,
    team: Team,
    theory: &Theory,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    well_formed(state, team, theory, None)?;
    let mut folder = theory.all_cited();
    if !folder.all(|item| state.holding(team, item).is_some()) {
        return Err(Refusal::CitedNotHeld);
    }
    let mut events = vec![Event::TheoryRecorded {
        team,
        theory: theory.clone(),
        at,
    }];
    super::milestones::follow(state, &mut events);
    Ok(events)
}

pub(crate) fn draft(state: &State, team: Team, theory: &Theory) -> Result<Vec<Event>, Refusal> {
    verdict_phase(state)?;
    well_formed(state, team, theory, state.draft.as_ref().map(|d| &d.theory))?;
    let joint = |item: ItemId| {
        Team::BOTH
            .iter()
            .all(|t| state.held[t.index()].has(item.index()))
    };
    if !theory.all_cited().all(joint) {
        return Err(Refusal::CitedNotJoint);
    }
    let revision = state
        .draft
        .as_ref()
        .map_or(0, |d| d.revision)
        .saturating_add(1);
    Ok(vec![Event::VerdictDrafted {
        team,
        revision,
        theory: theory.clone(),
    }])
}

pub(crate) fn sign(state: &State, team: Team, revision: u16) -> Result<Vec<Event>, Refusal> {
    verdict_phase(state)?;
    let draft = state.draft.as_ref().ok_or(Refusal::NoDraft)?;
    if draft.revision != revision {
        return Err(Refusal::StaleRevision {
            signed: revision,
            current: draft.revision,
        });
    }
    if draft.signed[team.index()] {
        return Err(Refusal::AlreadySigned);
    }
    if draft.theory.offence.is_none() {
        return Err(Refusal::NoOffence);
    }
    // Nothing advances while the clock is stopped, and the last signature would.
    if state.paused && draft.signed[team.other().index()] {
        return Err(Refusal::ClockPaused);
    }
    let mut events = vec![Event::VerdictSigned { team, revision }];
    if draft.signed[team.other().index()] {
        events.push(Event::DebriefOpened { joint: true });
        super::milestones::follow(state, &mut events);
    }
    Ok(events)
}

fn verdict_phase(state: &State) -> Result<(), Refusal> {
    if state.phase == Phase::Verdict {
        Ok(())
    } else {
        Err(Refusal::WrongPhase)
    }
}

/// Has the theory the case's shape, and says it nothing that the team cannot know? What stands in
/// `given` (the joint draft) the team has read there.
fn well_formed(
    state: &State,
    team: Team,
    theory: &Theory,
    given: Option<&Theory>,
) -> Result<(), Refusal> {
    let scenario = &state.scenario;
    let key = &scenario.theory;
    let mut lists = std::iter::once(&theory.cited).chain(&theory.elements);
    let sorted = lists.all(|list| list.windows(2).all(|w| w[0] < w[1]));
    let in_case = theory.all_cited().all(|i| i.index() < scenario.items.len());
    let grid = theory.elements.len() == key.elements.len() && theory.roles.len() == key.roles.len();
    if theory.answers.len() != key.questions.len()
        || theory.people.len() != scenario.people.len()
        || !grid
        || !sorted
        || !in_case
    {
        return Err(Refusal::TheoryMalformed);
    }
    if !(50..=100).contains(&theory.confidence) {
        return Err(Refusal::ConfidenceOutOfRange {
            confidence: theory.confidence,
        });
    }
    if let Some(full) = theory.elements.iter().position(|cell| cell.len() > CELL) {
        return Err(Refusal::CellFull {
            element: ElementId(u16::try_from(full).unwrap_or(u16::MAX)),
            limit: u8::try_from(CELL).unwrap_or(u8::MAX),
        });
    }
    let known = known_subjects(state, team);
    for (i, answer) in theory.answers.iter().enumerate() {
        let Some(subject) = *answer else { continue };
        let question = QuestionId(u16::try_from(i).unwrap_or(u16::MAX));
        // First what the team knows: it may not try out which strangers are among the answers.
        let read = given.is_some_and(|g| g.answers.get(i) == Some(answer));
        if !read && !known.has(subject.index()) {
            return Err(Refusal::SubjectUnknown { subject });
        }
        if !scenario.theory.questions[i].options.contains(&subject) {
            return Err(Refusal::NotAnAnswer { question, subject });
        }
    }
    for (i, status) in theory.people.iter().enumerate() {
        let read = given.is_some_and(|g| g.people.get(i) == Some(status));
        if *status != PersonStatus::Unknown
            && !read
            && !known.has(scenario.people[i].subject.index())
        {
            let person = PersonId(u16::try_from(i).unwrap_or(u16::MAX));
            return Err(Refusal::PersonUnknown { person });
        }
    }
    for (i, (said, role)) in theory.roles.iter().zip(&key.roles).enumerate() {
        let read = given.is_some_and(|g| g.roles.get(i) == Some(said));
        if said.is_some() && !read && !known.has(role.subject.index()) {
            // Not whose it is: the team does not know that this subject has a part in the case.
            let role = RoleId(u16::try_from(i).unwrap_or(u16::MAX));
            return Err(Refusal::RoleUnknown { role });
        }
    }
    Ok(())
}
