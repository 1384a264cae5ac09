//! Whom a fitted team sends where.

use super::{Fitted, Habit};
use crate::bots::work::{fits, prospect};
use crate::engine::Command;
use crate::scenario::ids::TaskId;
use crate::scenario::words::TaskKind;
use crate::view::{CaseView, OfficerView, TaskState, TaskView, TeamView};

/// What an officer could be sent to now.
pub(super) fn available(view: &TeamView) -> impl Iterator<Item = TaskId> + '_ {
    let open = view
        .tasks
        .iter()
        .filter(|t| t.state == TaskState::Available);
    open.map(|t| t.id)
}

impl Fitted {
    /// The task that draws most, for whoever of those at work is best at it.
    pub(super) fn assign(&self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let works = |o: &OfficerView| self.rolls(Habit::Works, u64::from(o.id.0));
        self.best(case, view, |o, _| works(o))
    }

    /// In a round that is closed: another task for the officer who was called back.
    pub(super) fn instead(&self, case: &CaseView, view: &TeamView) -> Option<Command> {
        let (officer, not) = self.script.instead?;
        self.best(case, view, |o, t| o.id == officer && t.id != not)
    }

    fn best(
        &self,
        case: &CaseView,
        view: &TeamView,
        may: impl Fn(&OfficerView, &TaskView) -> bool,
    ) -> Option<Command> {
        let mut tasks: Vec<(u64, usize)> = (view.tasks.iter().enumerate())
            .filter(|(_, task)| task.state == TaskState::Available)
            .map(|(t, task)| (self.pull(task, view), t))
            .collect();
        tasks.sort_unstable_by_key(|(pull, t)| (std::cmp::Reverse(*pull), *t));
        tasks.into_iter().find_map(|(_, t)| {
            let task = view.tasks.get(t)?;
            let officers = view.officers.iter().enumerate();
            let able = officers.filter(|(_, o)| fits(case, view, o, task) && may(o, task));
            // Of equals the first.
            let best = able.rev().max_by_key(|(o, _)| prospect(task, *o))?;
            self.once(Some(Command::AssignTask {
                officer: best.1.id,
                task: task.id,
            }))
        })
    }

    /// How much a task draws in this round: a number drawn the higher, the more such tasks are to the team's
    /// taste and the better its officers are at it; twice as high for what has just come up, and a quarter as
    /// high for what it could have done in the record and never did.
    fn pull(&self, task: &TaskView, view: &TeamView) -> u64 {
        let best = (0..view.officers.len()).map(|o| prospect(task, o)).max();
        let taste = self.habits.taste(task.kind);
        let chance = u16::from(best.unwrap_or(0));
        let likely = 1 + chance * chance / 2500;
        let fresh = 1 + u16::from(!self.seen.contains(&task.id));
        let danger = 1 + u16::from(task.kind == TaskKind::VictimAssistance);
        let passed_over = self.script.known.passed_over.contains(&task.id);
        let wanted = if passed_over { 1 } else { 4 };
        let tries = taste * likely * fresh * danger * wanted;
        let round = u64::from(self.round);
        self.draw.best_of(TASK, round, u64::from(task.id.0), tries)
    }
}

const TASK: u64 = 2 << 32;
