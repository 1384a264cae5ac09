//! What is so at the start of a round and may pass: who is still away, and which tasks are off the list.

use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::ids::TaskId;
use crate::scenario::model::Effect;

use super::fact::ids;
use super::relax::effects;

/// Something that stands in the way for a while, whatever has come true so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Passing {
    /// Somebody is away on the task until the end of this round.
    Away(TaskId, u8),
    /// Nobody is away on the task.
    Idle(TaskId),
    /// The task is not on its team's list.
    Closed(TaskId),
}

impl Passing {
    /// The kinds, by name.
    pub const WORDS: [&str; 3] = ["away", "idle", "closed"];

    /// The name of its kind.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Passing::Away(..) => "away",
            Passing::Idle(_) => "idle",
            Passing::Closed(_) => "closed",
        }
    }

    /// Is it so now, at the start of a round?
    #[must_use]
    pub fn holds(self, state: &State) -> bool {
        match self {
            Passing::Away(task, until) => (state.duties.iter().flatten())
                .any(|d| d.task == task && d.until == until && d.since < state.round),
            Passing::Idle(task) => {
                (state.duties.iter().flatten()).all(|d| d.task != task || d.since == state.round)
            }
            Passing::Closed(task) => !state.open.has(task.index()),
        }
    }

    /// Once so, is it so for good?
    #[must_use]
    pub fn stays(self, case: &Scenario) -> bool {
        match self {
            Passing::Away(..) | Passing::Idle(_) => false,
            Passing::Closed(task) => !effects(case).any(|e| e == Effect::Open(task)),
        }
    }

    /// A stable name: what it is, and the author's ids.
    #[must_use]
    pub fn key(self, case: &Scenario) -> String {
        match self {
            Passing::Away(task, until) => {
                let task = &case.task(task).key;
                format!("somebody away on {task} until the end of round {until}")
            }
            Passing::Idle(task) => format!("nobody away on {}", case.task(task).key),
            Passing::Closed(task) => format!("{} closed", case.task(task).key),
        }
    }
}

/// The last round of a task that is begun in this one.
pub(super) fn last_round(case: &Scenario, task: TaskId, begun: u8) -> u8 {
    begun.saturating_add(case.task(task).rounds.saturating_sub(1))
}

/// All that can be so after a round, if play comes to it.
pub(super) fn after(case: &Scenario, round: u8) -> Vec<Passing> {
    let mut out = Vec::new();
    for id in ids(case.tasks.len(), TaskId) {
        let ends = (1..=round).map(|begun| last_round(case, id, begun));
        let away = ends.filter(|until| (round + 1..=case.rounds).contains(until));
        let away: Vec<Passing> = away.map(|until| Passing::Away(id, until)).collect();
        if !away.is_empty() {
            out.push(Passing::Idle(id));
            out.extend(away);
        }
    }
    for (task, id) in case.tasks.iter().zip((0u16..).map(TaskId)) {
        if task.closed || effects(case).any(|e| e == Effect::Close(id)) {
            out.push(Passing::Closed(id));
        }
    }
    out
}

/// All that is so now.
pub(super) fn now(state: &State) -> Vec<Passing> {
    let case: &Scenario = &state.scenario;
    let away = state.duties.iter().flatten();
    let away = away
        .filter(|d| d.since < state.round)
        .map(|d| Passing::Away(d.task, d.until));
    let tasks = ids(case.tasks.len(), TaskId);
    let others = tasks.flat_map(|t| [Passing::Idle(t), Passing::Closed(t)]);
    away.chain(others.filter(|p| p.holds(state))).collect()
}
