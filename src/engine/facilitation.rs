//! What the facilitator has done by hand beside the list of injects, and what was noted, as a fold of
//! events.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::command::Actor;
use super::event::{CaseTime, Event};
use super::evolve::{line, take_up};
use super::state::{LineKind, Phase, State};
use crate::scenario::ids::{CriticalTaskId, ItemId, OfficerId, TaskId, Team};
use crate::scenario::words::{Delivery, Rating};

/// The speed at which a clock runs that nobody has slowed, in per cent.
pub const FULL_PACE: u8 = 100;

/// An item that the trainer put into a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Given {
    pub team: Team,
    pub item: ItemId,
    pub round: u8,
    pub at: CaseTime,
}

/// A result that the trainer changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    pub team: Team,
    pub officer: OfficerId,
    pub task: TaskId,
    /// The round of the result.
    pub round: u8,
    /// What it came to by the trainer's word.
    pub success: bool,
    pub reason: Arc<str>,
    pub at: CaseTime,
}

/// An inject that is not on the case's list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Inserted {
    /// `None`: both teams.
    pub to: Option<Team>,
    pub from: Arc<str>,
    pub via: Delivery,
    pub text: Arc<str>,
    pub round: u8,
    pub at: CaseTime,
}

/// What somebody saw, pinned to the moment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Observation {
    pub by: Actor,
    /// `None`: it is about both.
    pub team: Option<Team>,
    pub text: Arc<str>,
    pub rating: Option<Rating>,
    /// A critical error.
    pub critical: bool,
    pub round: u8,
    pub phase: Phase,
    pub at: CaseTime,
}

/// A rating of a critical task.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rated {
    pub by: Actor,
    /// How whoever rated is called.
    pub name: Arc<str>,
    pub task: CriticalTaskId,
    pub rating: Rating,
    pub note: Arc<str>,
    pub at: CaseTime,
}

/// All of it, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Facilitation {
    /// Per cent of its speed at which the clock runs.
    pub pace: u8,
    pub given: Vec<Given>,
    pub overrides: Vec<Override>,
    pub inserted: Vec<Inserted>,
    pub observations: Vec<Observation>,
    /// What evaluators and the trainer gave, each kept apart; one for each name and critical task.
    pub ratings: Vec<Rated>,
    /// What was decided on in the end, by critical task.
    pub settled: BTreeMap<CriticalTaskId, (Rating, Arc<str>)>,
    /// The truth waits for the facilitator.
    pub held: bool,
}

impl Default for Facilitation {
    fn default() -> Self {
        Self {
            pace: FULL_PACE,
            given: Vec::new(),
            overrides: Vec::new(),
            inserted: Vec::new(),
            observations: Vec::new(),
            ratings: Vec::new(),
            settled: BTreeMap::new(),
            held: false,
        }
    }
}

/// Folds an event of this family; leaves others alone.
pub(super) fn fold(state: &mut State, event: &Event) {
    match event {
        Event::PaceSet { percent } => state.facilitation.pace = *percent,
        Event::ItemGiven { team, item, at } => give(state, *team, *item, *at),
        Event::TaskOverridden {
            team,
            officer,
            task,
            of_round,
            success,
            reason,
            at,
        } => correct(
            state,
            Override {
                team: *team,
                officer: *officer,
                task: *task,
                round: *of_round,
                success: *success,
                reason: Arc::from(reason.as_str()),
                at: *at,
            },
        ),
        Event::Told { to, text, at } => {
            state.now = *at;
            let text: Arc<str> = Arc::from(text.as_str());
            for team in reached(*to) {
                let text = Arc::clone(&text);
                line(state, team, LineKind::Told { text });
            }
        }
        Event::InjectInserted {
            to,
            from,
            via,
            text,
            at,
        } => {
            state.now = *at;
            let all = &mut state.facilitation.inserted;
            let number = u16::try_from(all.len()).unwrap_or(u16::MAX);
            all.push(Inserted {
                to: *to,
                from: Arc::from(from.as_str()),
                via: *via,
                text: Arc::from(text.as_str()),
                round: state.round,
                at: *at,
            });
            for team in reached(*to) {
                line(state, team, LineKind::Inserted(number));
            }
        }
        // It moves no team's clock: what is written there later tells nothing of it.
        Event::Observed {
            by,
            team,
            text,
            rating,
            critical,
            at,
        } => state.facilitation.observations.push(Observation {
            by: *by,
            team: *team,
            text: Arc::from(text.as_str()),
            rating: *rating,
            critical: *critical,
            round: state.round,
            phase: state.phase,
            at: *at,
        }),
        Event::Rated {
            by,
            name,
            task,
            rating,
            note,
            at,
        } => {
            let all = &mut state.facilitation.ratings;
            all.retain(|r| !(r.by == *by && *r.name == **name && r.task == *task));
            all.push(Rated {
                by: *by,
                name: Arc::from(name.as_str()),
                task: *task,
                rating: *rating,
                note: Arc::from(note.as_str()),
                at: *at,
            });
        }
        Event::RatingSettled {
            task, rating, note, ..
        } => {
            let settled = (*rating, Arc::from(note.as_str()));
            state.facilitation.settled.insert(*task, settled);
        }
        Event::DebriefHeld => state.facilitation.held = true,
        Event::TruthOpened => state.facilitation.held = false,
        _ => {}
    }
}

/// The teams that something for one of them, or for both, reaches.
pub fn reached(to: Option<Team>) -> impl Iterator<Item = Team> {
    Team::BOTH
        .into_iter()
        .filter(move |t| to.is_none_or(|to| to == *t))
}

fn give(state: &mut State, team: Team, item: ItemId, at: CaseTime) {
    state.now = at;
    take_up(state, item, team);
    let round = state.round;
    state.facilitation.given.push(Given {
        team,
        item,
        round,
        at,
    });
    line(state, team, LineKind::Given { item });
}

/// The result is another; what the first one brought stays, and what the other brings follows in events
/// of its own.
fn correct(state: &mut State, change: Override) {
    state.now = change.at;
    let (team, task, success) = (change.team, change.task, change.success);
    let report = state.teams[team.index()].report.as_mut();
    let mut results = report.into_iter().flat_map(|r| &mut r.results);
    let mut done = success;
    if let Some(result) = results.find(|r| r.task == task) {
        result.success = Some(success);
        result.corrected = true;
        // Done in an earlier round, it stays so.
        done |= result.before;
    }
    state.done.set(task.index(), done);
    let ended = state.set_pieces.iter_mut().filter(|p| {
        let same = (p.team, p.task, p.round) == (team, task, change.round);
        same && p.ended.is_some()
    });
    for played in ended {
        if let Some(ended) = &mut Arc::make_mut(played).ended {
            ended.success = success;
        }
    }
    state.facilitation.overrides.push(change);
    line(state, team, LineKind::Corrected { task, success });
}
