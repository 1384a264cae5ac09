//! What the facilitator did by hand and what was noted, as the facilitator's seat sees it at once and the
//! teams once the truth is open; and the little of it that a team reads on its line.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::team::LineWhat;
use crate::engine::facilitation::{Inserted, Observation, Rated};
use crate::engine::state::LineKind;
use crate::engine::{Actor, CaseTime, Phase, State};
use crate::scenario::Text;
use crate::scenario::ids::{CriticalTaskId, ItemId, OfficerId, TaskId, Team};
use crate::scenario::words::{Delivery, Rating};

/// Everything of it, each list oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilitationView {
    pub given: Vec<GivenView>,
    pub overrides: Vec<OverrideView>,
    pub inserted: Vec<InsertedView>,
    pub observations: Arc<Vec<ObservationView>>,
}

/// An item that the trainer put into a team's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenView {
    pub team: Team,
    pub item: ItemId,
    pub round: u8,
    pub at: CaseTime,
}

/// A result that the trainer changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverrideView {
    pub team: Team,
    pub officer: OfficerId,
    pub task: TaskId,
    pub title: Text,
    /// The round of the result.
    pub round: u8,
    /// What it came to by the trainer's word.
    pub success: bool,
    pub reason: Arc<str>,
    pub at: CaseTime,
}

/// An inject that is not on the case's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InsertedView {
    /// It goes on from the last of the case.
    pub number: u16,
    /// `None`: both teams.
    pub to: Option<Team>,
    pub from: Arc<str>,
    pub via: Delivery,
    pub text: Arc<str>,
    /// The round in which it went.
    pub round: u8,
    pub at: CaseTime,
}

/// What somebody saw.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObservationView {
    /// The facilitator, or an evaluator.
    pub by: Actor,
    /// `None`: it is about both.
    pub team: Option<Team>,
    pub text: Arc<str>,
    pub rating: Option<Rating>,
    /// A critical error.
    pub critical: bool,
    /// 0 in the briefing, then from 1.
    pub round: u8,
    pub phase: Phase,
    pub at: CaseTime,
}

/// A rating of a critical task, as somebody gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RatingView {
    pub by: Actor,
    /// How whoever rated is called.
    pub name: Arc<str>,
    pub task: CriticalTaskId,
    pub rating: Rating,
    pub note: Arc<str>,
    pub at: CaseTime,
}

/// What was decided on for a critical task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettledView {
    pub rating: Rating,
    pub note: Arc<str>,
}

/// Every rating, each kept apart.
pub(in crate::view) fn ratings(state: &State) -> Vec<RatingView> {
    let view = |r: &Rated| RatingView {
        by: r.by,
        name: Arc::clone(&r.name),
        task: r.task,
        rating: r.rating,
        note: Arc::clone(&r.note),
        at: r.at,
    };
    state.facilitation.ratings.iter().map(view).collect()
}

/// What was decided on, by critical task.
pub(in crate::view) fn settled(state: &State) -> Vec<Option<SettledView>> {
    let tasks = state.scenario().critical_tasks();
    let decided = |id| {
        let (rating, note) = state.facilitation.settled.get(&id)?;
        Some(SettledView {
            rating: *rating,
            note: Arc::clone(note),
        })
    };
    tasks.map(|task| decided(task.id)).collect()
}

pub(in crate::view) fn facilitation(state: &State) -> FacilitationView {
    let done = &state.facilitation;
    FacilitationView {
        given: (done.given.iter())
            .map(|g| GivenView {
                team: g.team,
                item: g.item,
                round: g.round,
                at: g.at,
            })
            .collect(),
        overrides: (done.overrides.iter())
            .map(|o| OverrideView {
                team: o.team,
                officer: o.officer,
                task: o.task,
                title: state.scenario().task(o.task).title.clone(),
                round: o.round,
                success: o.success,
                reason: Arc::clone(&o.reason),
                at: o.at,
            })
            .collect(),
        inserted: inserted(state),
        observations: Arc::new(done.observations.iter().map(observation).collect()),
    }
}

pub(super) fn inserted(state: &State) -> Vec<InsertedView> {
    let numbers = state.scenario().injects.iter().map(|i| i.number);
    let last = numbers.max().unwrap_or(0);
    let view = |(i, n): (&Inserted, u16)| InsertedView {
        number: last.saturating_add(n),
        to: i.to,
        from: Arc::clone(&i.from),
        via: i.via,
        text: Arc::clone(&i.text),
        round: i.round,
        at: i.at,
    };
    let all = state.facilitation.inserted.iter();
    all.zip(1u16..).map(view).collect()
}

fn observation(o: &Observation) -> ObservationView {
    ObservationView {
        by: o.by,
        team: o.team,
        text: Arc::clone(&o.text),
        rating: o.rating,
        critical: o.critical,
        round: o.round,
        phase: o.phase,
        at: o.at,
    }
}

/// The entry of a team's line for what the trainer did. An inserted inject reads as any other.
pub(super) fn line(state: &State, what: &LineKind) -> Option<LineWhat> {
    let scenario = state.scenario();
    Some(match what {
        LineKind::Told { text } => LineWhat::Told {
            text: Arc::clone(text),
        },
        LineKind::Given { item } => LineWhat::Given { item: *item },
        LineKind::Corrected { task, success } => LineWhat::Corrected {
            task: *task,
            title: scenario.task(*task).title.clone(),
            success: *success,
        },
        LineKind::Inserted(number) => {
            let inject = state.facilitation.inserted.get(usize::from(*number))?;
            // The trainer's words stand for every language.
            let own = |text: &str| Text::new(&scenario.language, text);
            LineWhat::Inject {
                from: own(&inject.from),
                via: inject.via,
                text: own(&inject.text),
                decision: None,
            }
        }
        _ => return None,
    })
}
