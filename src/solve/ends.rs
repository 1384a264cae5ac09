//! Dead ends: what, missing or there after so many rounds, leaves nothing to be won.

use super::fact::{Fact, ids};
use super::many::each;
use super::play::Move;
use super::question::{Goal, Question};
use super::script::{Script, of_moves};
use super::search::Found;
use super::solver::Solver;
use crate::engine::State;
use crate::scenario::ids::{ItemId, TaskId};

/// Why nothing can be won any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// None of these is there after so many rounds: one of them is needed by then.
    Late(Vec<Fact>, u8),
    /// This is so: whatever is won, is won without it.
    Spoilt(Fact),
}

/// A dead end, with a shortest way into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadEnd {
    pub cause: Cause,
    /// After so many rounds.
    pub after: u8,
    /// To the start of the round in which nothing can be won any more.
    pub script: Script,
}

/// What was found, and what could not be decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeadEnds {
    pub found: Vec<DeadEnd>,
    pub open: Vec<String>,
}

/// By when one of these has to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Latest {
    /// In this round at the latest.
    Round(u8),
    /// The case can be won without.
    NotNeeded,
    /// Not decided within the limit.
    Open,
}

/// The last round in which the first of these can come true in a play that is won.
pub(super) fn latest(solver: &Solver, facts: &[Fact]) -> Latest {
    let rounds = solver.case.rounds;
    match solver.without(facts, rounds) {
        Some(true) => return Latest::NotNeeded,
        None => return Latest::Open,
        Some(false) => {}
    }
    // The fewer rounds it may be late, the easier: look for the last with which it can still be won.
    for late in (0..rounds).rev() {
        match solver.without(facts, late) {
            Some(true) => return Latest::Round(late + 1),
            Some(false) => {}
            None => return Latest::Open,
        }
    }
    Latest::Round(0)
}

/// All dead ends of the kinds that are told; the case can be won.
pub(super) fn dead_ends(solver: &Solver, threads: usize) -> DeadEnds {
    let mut out = DeadEnds::default();
    let late = too_late(solver, threads, &mut out);
    let scripts = each(threads, &late, |cause| too_late_script(solver, cause));
    for (cause, script) in late.into_iter().zip(scripts) {
        keep(solver, cause, script, &mut out);
    }
    let all: Vec<Fact> = solver.facts.iter().copied().filter(|f| doing(*f)).collect();
    for (fact, script) in all.iter().zip(each(threads, &all, |f| spoilt(solver, *f))) {
        match script {
            Spoilt::Not => {}
            Spoilt::So(script) => keep(solver, Cause::Spoilt(*fact), Some(*script), &mut out),
            Spoilt::Open => out.open.push(fact.key(solver.case)),
        }
    }
    out.found
        .sort_by(|a, b| (a.after, &a.cause).cmp(&(b.after, &b.cause)));
    out
}

fn keep(solver: &Solver, cause: Cause, script: Option<Script>, out: &mut DeadEnds) {
    match script {
        Some(script) => {
            let after = u8::try_from(script.moves.len()).unwrap_or(u8::MAX);
            out.found.push(DeadEnd {
                cause,
                after,
                script,
            });
        }
        None => out.open.push(cause.key(solver.case)),
    }
}

impl Cause {
    /// A stable name, of the author's ids.
    #[must_use]
    pub fn key(&self, case: &crate::scenario::Scenario) -> String {
        match self {
            Cause::Late(facts, after) => {
                let names: Vec<String> = facts.iter().map(|f| f.key(case)).collect();
                format!("not after round {after}: {}", names.join(" or "))
            }
            Cause::Spoilt(fact) => fact.key(case),
        }
    }
}

/// Single facts that come too late, and pairs of which one is needed.
fn too_late(solver: &Solver, threads: usize, out: &mut DeadEnds) -> Vec<Cause> {
    let case = solver.case;
    let mut facts: Vec<Fact> = ids(case.tasks.len(), TaskId).map(Fact::Done).collect();
    facts.extend(ids(case.items.len(), ItemId).map(|i| Fact::Sent(i, case.item(i).origin.other())));
    let mut causes = Vec::new();
    let singles = each(threads, &facts, |f| latest(solver, &[*f]));
    for (fact, latest) in facts.iter().zip(&singles) {
        match latest {
            Latest::Round(round) if *round < case.rounds => {
                causes.push(Cause::Late(vec![*fact], *round));
            }
            Latest::Open => out.open.push(fact.key(case)),
            _ => {}
        }
    }
    let by = |n: usize| match singles[n] {
        Latest::Round(round) => round,
        _ => u8::MAX,
    };
    let mut pairs = Vec::new();
    for a in 0..facts.len() {
        for b in a + 1..facts.len() {
            pairs.push((a, b));
        }
    }
    // A pair that is found wanting only where one of it alone is not.
    let found = each(threads, &pairs, |(a, b)| {
        let most = by(*a).min(by(*b)).min(case.rounds);
        let two = [facts[*a], facts[*b]];
        let mut last = None;
        for late in (0..most).rev() {
            match solver.without(&two, late) {
                Some(true) => break,
                Some(false) => last = Some(Some(late)),
                None => return Some(None),
            }
        }
        last
    });
    for ((a, b), last) in pairs.iter().zip(found) {
        let two = vec![facts[*a], facts[*b]];
        match last {
            Some(Some(round)) if round < case.rounds => causes.push(Cause::Late(two, round)),
            Some(None) => out.open.push(Cause::Late(two, case.rounds).key(case)),
            _ => {}
        }
    }
    causes
}

/// Everything that the win asks for is done in time but this: the last round in which it could have come
/// passes without.
fn too_late_script(solver: &Solver, cause: &Cause) -> Option<Script> {
    let Cause::Late(facts, after) = cause else {
        return None;
    };
    let idle = |solver: &Solver| Move {
        well: vec![true; solver.case.officers.len()],
        ..Move::default()
    };
    let Some(before) = after.checked_sub(1) else {
        return of_moves(solver, &[], |_| true);
    };
    let Found::Yes(way) = solver.ask(&solver.late(facts, before)) else {
        return None;
    };
    // Up to here the way can still be won; what it does later tells which acts it needs.
    let whole = super::script::of_win(solver, &way, |states| {
        let early = states.iter().take(usize::from(before) + 1);
        early
            .flat_map(|s| facts.iter().map(|f| f.holds(s)))
            .all(|so| !so)
    })?;
    let mut moves: Vec<Move> = whole.moves.into_iter().take(usize::from(before)).collect();
    moves.push(idle(solver));
    super::script::script(solver, moves, None)
}

/// Is it something that a team does, or that follows from what it did?
fn doing(fact: Fact) -> bool {
    matches!(
        fact,
        Fact::Done(_)
            | Fact::Sent(..)
            | Fact::Flag(_)
            | Fact::Chosen(..)
            | Fact::Reacted(_)
            | Fact::Attempted(_)
            | Fact::Executed(_)
    )
}

enum Spoilt {
    Not,
    So(Box<Script>),
    Open,
}

fn spoilt(solver: &Solver, fact: Fact) -> Spoilt {
    if solver.has_won(|at| at(fact) != u8::MAX) {
        return Spoilt::Not;
    }
    let Some(soonest) = solver.soonest(fact) else {
        return Spoilt::Not;
    };
    let won = Question {
        goal: Goal::Win(Some(fact)),
        ..Question::win(solver.case)
    };
    let never = match solver.ask(&won) {
        Found::Yes(_) => return Spoilt::Not,
        Found::No => true,
        Found::Open => false,
    };
    for rounds in soonest..solver.case.rounds {
        match solver.ask(&Question::reach(solver.case, fact, rounds)) {
            Found::Yes(way) if never => {
                let there = |states: &[State]| states.last().is_some_and(|s| fact.holds(s));
                return of_moves(solver, &way.moves, there)
                    .map_or(Spoilt::Open, |s| Spoilt::So(Box::new(s)));
            }
            Found::Yes(_) | Found::Open => return Spoilt::Open,
            Found::No => {}
        }
    }
    Spoilt::Not
}
