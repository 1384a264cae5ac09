//! Whether officers of both services can get into each other's way at all.

use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::model::Task;

/// Can any two tasks meet?
pub(super) fn possible(case: &Scenario) -> bool {
    let of = |team: Team| case.tasks.iter().filter(move |t| t.team == team);
    of(Team::North).any(|a| of(Team::South).any(|b| meet(case, a, b)))
}

/// Would these two, done in one round without a query of the register before?
pub(super) fn meet(case: &Scenario, a: &Task, b: &Task) -> bool {
    let field = a.kind.in_the_field() && b.kind.in_the_field();
    let same = a.target.is_some() && a.target == b.target;
    let door = a.place == b.place && case.place(a.place).kind.narrow();
    field && (same || door)
}
