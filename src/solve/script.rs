//! What is shown of a way: no act in it that could be left out, and the record to be opened.

use super::play::{Line, Move};
use super::search::Way;
use super::solver::Solver;
use crate::engine::condition::holds;
use crate::engine::{Command, Entry, State, Theory};
use crate::scenario::words::Outcome;

/// Rounds that were played through the engine, and their record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    pub moves: Vec<Move>,
    /// What was signed at the end, if it came to that.
    pub verdict: Option<Theory>,
    /// As an exercise file keeps it.
    pub entries: Vec<Entry>,
    /// What it came to, once a verdict was signed.
    pub outcome: Option<Outcome>,
}

/// The script of a way to win, without what it does not need; `so` is asked of the last state.
pub(super) fn of_win(solver: &Solver, way: &Way, so: impl Fn(&[State]) -> bool) -> Option<Script> {
    let full = &solver.case.theory.full;
    let wins = |moves: &[Move]| {
        let states = states(solver, moves)?;
        let last = states.last()?;
        let theory = super::verdict::find(last, full)?;
        let mut line = Line {
            state: last.clone(),
            entries: None,
        };
        line.sign(&theory).ok()?;
        (holds(&line.state, full) && so(&states)).then_some(theory)
    };
    let moves = without_idle_acts(&way.moves, |m| wins(m).is_some());
    let verdict = wins(&moves)?;
    script(solver, moves, Some(verdict))
}

/// The script of moves that end before the verdict, without what `so` of the last state does not need.
pub(super) fn of_moves(
    solver: &Solver,
    moves: &[Move],
    so: impl Fn(&[State]) -> bool,
) -> Option<Script> {
    let moves = without_idle_acts(moves, |m| states(solver, m).is_some_and(|s| so(&s)));
    script(solver, moves, None)
}

/// The script of these moves as they are.
pub(super) fn script(solver: &Solver, moves: Vec<Move>, verdict: Option<Theory>) -> Option<Script> {
    let way = Way { moves, verdict };
    let entries = solver.record(&way.moves, Some(&way))?;
    let outcome = way.verdict.is_some().then(|| {
        let mut state = State::new(std::sync::Arc::clone(solver.case));
        for event in entries.iter().flat_map(|e| &e.events) {
            crate::engine::evolve(&mut state, event);
        }
        crate::engine::rules::scoring::score(&state).outcome
    });
    Some(Script {
        moves: way.moves,
        verdict: way.verdict,
        entries,
        outcome,
    })
}

/// States at the start of each round, and the last.
pub(super) fn states(solver: &Solver, moves: &[Move]) -> Option<Vec<State>> {
    let mut line = Line::start(solver.case, false).ok()?;
    let mut out = vec![line.state.clone()];
    for round in moves {
        line.play(round).ok()?;
        out.push(line.state.clone());
    }
    Some(out)
}

/// Leaves out act after act, the last first, as long as `so` of the rest.
fn without_idle_acts(moves: &[Move], so: impl Fn(&[Move]) -> bool) -> Vec<Move> {
    let mut kept = moves.to_vec();
    for round in (0..kept.len()).rev() {
        for act in (0..kept[round].acts.len()).rev() {
            let mut less = kept.clone();
            let (_, command) = less[round].acts.remove(act);
            // What a draft is without its signatures, and the other way round, nobody needs to see.
            if matches!(
                command,
                Command::SignPlan { .. } | Command::DraftPlan { .. }
            ) {
                continue;
            }
            if so(&less) {
                kept = less;
            }
        }
    }
    kept
}
