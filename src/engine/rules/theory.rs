//! First theories and the joint verdict.
//!
//! A team puts its theory on record before anything is shared: groups that decide before pooling
//! stick to their first idea, and the debrief shows it (6-doctrine, Learning: hidden profile).

use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Bits, Phase, State};
use crate::engine::theory::Theory;
use crate::scenario::ids::{PersonId, QuestionId, TaskId, Team};
use crate::scenario::words::{Form, PersonStatus};

/// Subjects named by what the team can read in its folder, by what has stood on the joint board, by its
/// partner's requests, by matches that both were told of, and by the tasks on its list; by index.
#[must_use]
pub fn known_subjects(state: &State, team: Team) -> Bits {
    let mut known = Bits::new(state.scenario.subjects.len());
    for held in &state.team(team).folder {
        let item = state.scenario.item(held.item);
        let named = match held.form {
            Form::Full => &item.subjects,
            Form::TearLine => &item.tear_subjects,
        };
        named.iter().for_each(|s| known.set(s.index(), true));
    }
    let asked = state
        .liaison
        .requests
        .iter()
        .filter(|r| r.by == team.other());
    let asked = asked.flat_map(|r| r.subjects.iter().copied());
    let tasked = (0u16..)
        .zip(&state.scenario.tasks)
        .filter(|(_, t)| t.team == team)
        .filter_map(|(i, t)| t.target.map(|s| (TaskId(i), s)))
        .filter(|(task, _)| super::tasks::listed(state, *task).is_some())
        .map(|(_, subject)| subject);
    let matched = state.liaison.targets.iter().copied();
    let told = state
        .board
        .named()
        .chain(asked)
        .chain(matched)
        .chain(tasked);
    for subject in told {
        known.set(subject.index(), true);
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
    let mut folder = theory.cited.iter();
    if !folder.all(|item| state.holding(team, *item).is_some()) {
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
    let joint = |item: &crate::scenario::ids::ItemId| {
        Team::BOTH
            .iter()
            .all(|t| state.held[t.index()].has(item.index()))
    };
    if !theory.cited.iter().all(joint) {
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
    let sorted = theory.cited.windows(2).all(|w| w[0] < w[1]);
    let in_case = theory
        .cited
        .last()
        .is_none_or(|i| i.index() < scenario.items.len());
    if theory.answers.len() != scenario.theory.questions.len()
        || theory.people.len() != scenario.people.len()
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
    Ok(())
}
