//! What the trainer did by hand and what was noted, told.

use super::Account;
use crate::engine::{Actor, Event};
use crate::scenario::ids::{CriticalTaskId, Team};
use crate::scenario::words::Rating;

fn rated(account: &Account, who: &str, task: CriticalTaskId, rating: Rating, note: &str) -> String {
    let scenario = account.state.scenario();
    let task = scenario.critical_tasks().nth(task.index());
    let task = task.map_or("", |t| account.say(&t.text));
    let note = if note.is_empty() {
        String::new()
    } else {
        format!(" “{note}”")
    };
    format!("{who}: {} for “{task}”.{note}", rating.key().to_uppercase())
}

/// The sentence of an event of this family: about whom, whether a heading, the words.
pub(super) fn sentence(account: &Account, event: &Event) -> Option<(Option<Team>, bool, String)> {
    let told = |team: Option<Team>, text: String| Some((team, false, text));
    match event {
        Event::PaceSet { percent } => told(None, format!("The clock runs at {percent} per cent.")),
        Event::ItemGiven { team, item, .. } => told(
            Some(*team),
            format!("Given by the trainer: {}", account.item(*item)),
        ),
        Event::TaskOverridden {
            team,
            task,
            of_round,
            success,
            reason,
            ..
        } => {
            let word = if *success { "done" } else { "did not work" };
            let task = account.task(*task);
            told(
                Some(*team),
                format!(
                    "The trainer changes a result of round {of_round}: {task}: {word}. Reason: “{reason}”"
                ),
            )
        }
        Event::Told { to, text, .. } => told(*to, format!("The trainer says: “{text}”")),
        Event::InjectInserted { to, from, text, .. } => told(
            *to,
            format!("Inject that was not on the list, {from}: {text}"),
        ),
        Event::Observed {
            by,
            team,
            text,
            rating,
            critical,
            ..
        } => {
            let who = if *by == Actor::Evaluator {
                "An evaluator notes"
            } else {
                "The trainer notes"
            };
            let error = if *critical { " a critical error" } else { "" };
            let rating = rating.map_or_else(String::new, |r| {
                format!(" (rated {})", r.key().to_uppercase())
            });
            told(*team, format!("{who}{error}{rating}: “{text}”"))
        }
        Event::Rated {
            name,
            task,
            rating,
            note,
            ..
        } => told(None, rated(account, name, *task, *rating, note)),
        Event::RatingSettled {
            task, rating, note, ..
        } => told(None, rated(account, "Decided", *task, *rating, note)),
        Event::DebriefHeld => told(
            None,
            "The truth will wait until the trainer opens it.".to_owned(),
        ),
        Event::TruthOpened => told(None, "The trainer opens the truth to the teams.".to_owned()),
        _ => None,
    }
}
