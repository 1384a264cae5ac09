//! Rating critical tasks by the case's evaluation guide.
//!
//! Evaluators rate apart; then the trainer has all ratings side by side and decides (6-doctrine, Exercises:
//! HSEEP; evaluators' ratings are reconciled after the exercise). A critical error of the guide that has come
//! about caps every rating at M (3-rules, Evaluation).

use crate::engine::command::{Actor, Command};
use crate::engine::condition::holds;
use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::evaluation::{Eye, Part};
use crate::scenario::ids::CriticalTaskId;
use crate::scenario::words::Rating;

use super::injects::TEXT_LIMIT;
use super::sharing::plain_within;

/// Longest name of who rates, in characters.
pub const NAME_LIMIT: u16 = 60;

/// Judges a command of this family.
pub(crate) fn judge(
    state: &State,
    actor: Actor,
    command: &Command,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Rate {
            task,
            rating,
            name,
            note,
        } => {
            if !matches!(actor, Actor::Facilitator | Actor::Evaluator) {
                return Err(Refusal::NotYours);
            }
            let name = plain_within(name.trim(), NAME_LIMIT)?;
            if name.is_empty() {
                return Err(Refusal::NameMissing);
            }
            capped(state, *task, *rating)?;
            Ok(vec![Event::Rated {
                by: actor,
                name: name.to_owned(),
                task: *task,
                rating: *rating,
                note: plain_within(note.trim(), TEXT_LIMIT)?.to_owned(),
                at,
            }])
        }
        Command::SettleRating { task, rating, note } => {
            if actor != Actor::Facilitator {
                return Err(Refusal::NotYours);
            }
            if state.phase != Phase::Debrief {
                return Err(Refusal::WrongPhase);
            }
            capped(state, *task, *rating)?;
            Ok(vec![Event::RatingSettled {
                task: *task,
                rating: *rating,
                note: plain_within(note.trim(), TEXT_LIMIT)?.to_owned(),
                at,
            }])
        }
        _ => Err(Refusal::NotYours),
    }
}

/// Is there such a task, and may it be rated so?
fn capped(state: &State, id: CriticalTaskId, rating: Rating) -> Result<(), Refusal> {
    let task = state.scenario.critical_tasks().nth(id.index());
    let task = task.ok_or(Refusal::NoSuchCriticalTask)?;
    let mut errors = task.observables.iter().filter(|o| o.part == Part::Critical);
    let came_about = errors.any(|o| matches!(&o.by, Eye::When(when) if holds(state, when)));
    if came_about && matches!(rating, Rating::P | Rating::S) {
        return Err(Refusal::CriticalCapsRating);
    }
    Ok(())
}
