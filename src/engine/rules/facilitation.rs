//! What the facilitator does by hand, and what evaluators note.
//!
//! Controllers run an exercise and put in what the list does not have; evaluators watch, note and rate,
//! and change nothing (6-doctrine, Exercises: HSEEP roles). Whatever is done by hand is on record, with
//! its reason where a result is changed, so that the debrief can tell it from what the teams did.
//!
//! **A changed result.** What the result that now counts brings comes about; what the other one brought is
//! not taken back: what was read is known, what was alarmed is alarmed. It is no longer *done*, though: what
//! asks for it waits again, and an officer can be sent again. Changed back and forth, neither outcome brings
//! anything twice.

use crate::engine::command::{Actor, Command};
use crate::engine::event::{CaseTime, Cause, Event};
use crate::engine::evolve;
use crate::engine::facilitation::FULL_PACE;
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::words::{Delivery, Form, Rating};

use super::injects::TEXT_LIMIT;
use super::sharing::plain_within;
use super::{milestones, tasks};

/// The slowest pace of a clock, in per cent of its speed; stopping it is another thing.
pub const SLOWEST: u8 = 25;
/// Longest name of who speaks in an inserted inject, in characters: as long as an author's.
pub const FROM_LIMIT: u16 = 40;

/// Judges a command of this family.
pub(crate) fn judge(
    state: &State,
    actor: Actor,
    command: &Command,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    if let Command::Observe {
        team,
        text,
        rating,
        critical,
    } = command
    {
        return observe(actor, *team, text, *rating, *critical, at);
    }
    if actor != Actor::Facilitator {
        return Err(Refusal::NotYours);
    }
    match command {
        Command::SetPace { percent } => pace(state, *percent),
        Command::GiveItem { team, item } => give(state, *team, *item, at),
        Command::OverrideTask {
            round,
            task,
            success,
            reason,
        } => change(state, *round, *task, *success, reason, at),
        Command::Tell { to, text } => {
            let text = told(text, TEXT_LIMIT)?;
            Ok(vec![Event::Told { to: *to, text, at }])
        }
        Command::InsertInject {
            to,
            from,
            via,
            text,
        } => insert(state, *to, from, *via, text, at),
        Command::HoldDebrief => hold(state),
        Command::OpenDebrief => open(state),
        _ => Err(Refusal::NotYours),
    }
}

/// Something to say, not too long, without control characters.
fn told(text: &str, limit: u16) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::EmptyMessage);
    }
    Ok(plain_within(text, limit)?.to_owned())
}

/// Both teams play: there are folders to put something into, and a line that is read.
fn playing(state: &State) -> Result<(), Refusal> {
    if matches!(state.phase, Phase::Briefing | Phase::Debrief) {
        return Err(Refusal::WrongPhase);
    }
    Ok(())
}

fn pace(state: &State, percent: u8) -> Result<Vec<Event>, Refusal> {
    if !(SLOWEST..=FULL_PACE).contains(&percent) {
        return Err(Refusal::PaceOutOfRange { percent });
    }
    if state.phase == Phase::Debrief {
        return Err(Refusal::WrongPhase);
    }
    if state.pace() == percent {
        return Ok(Vec::new());
    }
    Ok(vec![Event::PaceSet { percent }])
}

fn give(state: &State, team: Team, item: ItemId, at: CaseTime) -> Result<Vec<Event>, Refusal> {
    playing(state)?;
    if item.index() >= state.scenario.items.len() {
        return Err(Refusal::NoSuchItem);
    }
    if let Some(held) = state.holding(team, item)
        && held.form == Form::Full
    {
        return Err(Refusal::ItemHeld { item });
    }
    let mut events = vec![Event::ItemGiven { team, item, at }];
    milestones::follow(state, &mut events);
    Ok(events)
}

fn change(
    state: &State,
    round: u8,
    id: TaskId,
    success: bool,
    reason: &str,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    playing(state)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Refusal::ReasonMissing);
    }
    let reason = plain_within(reason, TEXT_LIMIT)?.to_owned();
    let task = state.scenario.tasks.get(id.index());
    let task = task.ok_or(Refusal::NoSuchTask)?;
    let report = state.team(task.team).report.as_ref();
    let last = report.map_or(0, |r| r.round);
    if round != last {
        return Err(Refusal::AnotherRound { round: last });
    }
    let mut results = report.into_iter().flat_map(|r| &r.results);
    let result = results
        .find(|r| r.task == id && r.success.is_some())
        .ok_or(Refusal::NoResult { task: id })?;
    if result.success == Some(success) {
        return Err(Refusal::ResultStands { task: id });
    }
    // Somebody is at it again, and what they come to counts.
    if let Some(officer) = tasks::doing(state, id)
        && success
        && !task.repeat
    {
        return Err(Refusal::TaskTaken { task: id, officer });
    }
    let mut events = vec![Event::TaskOverridden {
        team: task.team,
        officer: result.officer,
        task: id,
        of_round: round,
        success,
        reason,
        at,
    }];
    // Once changed, both outcomes have brought what they bring.
    if !result.corrected {
        let effects = if success {
            &task.success
        } else {
            &task.failure
        };
        events.extend(effects.iter().map(|effect| Event::Effected {
            effect: *effect,
            cause: Cause::Task(id),
        }));
    }
    let mut after = state.clone();
    events.iter().for_each(|event| evolve(&mut after, event));
    milestones::reach(&mut after, &mut events);
    Ok(events)
}

fn insert(
    state: &State,
    to: Option<Team>,
    from: &str,
    via: Delivery,
    text: &str,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    playing(state)?;
    Ok(vec![Event::InjectInserted {
        to,
        from: told(from, FROM_LIMIT)?,
        via,
        text: told(text, TEXT_LIMIT)?,
        at,
    }])
}

/// In any phase, the debrief's own talk too. A critical error caps the rating at M (3-rules, Evaluation).
fn observe(
    actor: Actor,
    team: Option<Team>,
    text: &str,
    rating: Option<Rating>,
    critical: bool,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    if !matches!(actor, Actor::Facilitator | Actor::Evaluator) {
        return Err(Refusal::NotYours);
    }
    let text = told(text, TEXT_LIMIT)?;
    if critical && matches!(rating, Some(Rating::P | Rating::S)) {
        return Err(Refusal::CriticalCapsRating);
    }
    Ok(vec![Event::Observed {
        by: actor,
        team,
        text,
        rating,
        critical,
        at,
    }])
}

fn hold(state: &State) -> Result<Vec<Event>, Refusal> {
    if state.phase == Phase::Debrief {
        return Err(Refusal::WrongPhase);
    }
    if state.facilitation.held {
        return Ok(Vec::new());
    }
    Ok(vec![Event::DebriefHeld])
}

fn open(state: &State) -> Result<Vec<Event>, Refusal> {
    if state.phase != Phase::Debrief {
        return Err(Refusal::WrongPhase);
    }
    if state.truth_open() {
        return Err(Refusal::DebriefOpen);
    }
    Ok(vec![Event::TruthOpened])
}
