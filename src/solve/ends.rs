//! Dead ends: what, missing, there or so for the moment after so many rounds, leaves nothing to be won.
//!
//! A cause is a smallest set of such things: with any one less, some play that is won has them all. They
//! are found as smallest conflicts are, by a tree of hitting sets (Reiter, *A theory of diagnosis from
//! first principles*, 1987): whatever avoids all causes known so far is either won or has another.
//!
//! Of what is under way a cause names who is away and what is off the list, not what is on its way to its
//! partner: a state that only this has doomed has no cause here.

use std::collections::{BTreeSet, VecDeque};

use super::cause::Cause;
use super::fact::{Fact, ids};
use super::many::each;
use super::passing::{self, Passing};
use super::play::{Line, Move};
use super::question::Question;
use super::script::{Script, of_moves, of_win, script};
use super::search::Found;
use super::solver::Solver;
use super::wants::Wants;
use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, TaskId};

/// A dead end, with a shortest way into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadEnd {
    pub cause: Cause,
    /// To the start of the round in which nothing can be won any more.
    pub script: Script,
}

/// What was found, and what could not be decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeadEnds {
    pub found: Vec<DeadEnd>,
    /// Not decided within the limit.
    pub open: Vec<Cause>,
    /// Rounds after which there may be more causes than were looked for.
    pub more: Vec<u8>,
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
    match solver.wins(&Cause::late(facts, rounds)) {
        Some(true) => return Latest::NotNeeded,
        None => return Latest::Open,
        Some(false) => {}
    }
    // The fewer rounds it may be late, the easier: look for the last with which it can still be won.
    for late in (0..rounds).rev() {
        match solver.wins(&Cause::late(facts, late)) {
            Some(true) => return Latest::Round(late + 1),
            Some(false) => {}
            None => return Latest::Open,
        }
    }
    Latest::Open
}

/// What may be missing, there, or so for the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Late(Fact),
    There(Fact),
    Passing(Passing),
}

/// So many sets of one round are looked at, and so many causes found, before it is left at that.
const SETS: usize = 300;
const CAUSES: usize = 16;

/// All dead ends of the kinds that are told; the case can be won.
pub(super) fn dead_ends(solver: &Solver, threads: usize) -> DeadEnds {
    let mut out = DeadEnds::default();
    let parts = parts(solver);
    let rounds: Vec<u8> = (1..solver.case.rounds).collect();
    let found = each(threads, &rounds, |round| {
        let passing = passing::after(solver.case, *round).into_iter();
        let parts = parts.iter().copied().chain(passing.map(Part::Passing));
        causes(solver, &parts.collect::<Vec<_>>(), *round)
    });
    for (round, (mut causes, whole)) in rounds.into_iter().zip(found) {
        if !whole {
            out.more.push(round);
        }
        // What is dead before is not told again, if play can come to it before.
        causes.sort();
        causes.retain(|c| !out.found.iter().any(|d| d.cause.within(c, solver.case)));
        let ways = each(threads, &causes, |cause| way_into(solver, cause));
        for (cause, way) in causes.into_iter().zip(ways) {
            match way {
                Way::Like(script) => out.found.push(DeadEnd {
                    cause,
                    script: *script,
                }),
                Way::Never => {}
                Way::Open => out.open.push(cause),
            }
        }
    }
    out
}

/// What can be missing, of what is wanted; and what can be there that does harm.
fn parts(solver: &Solver) -> Vec<Part> {
    let Ok(line) = Line::start(solver.case, false) else {
        return Vec::new();
    };
    let case: &Scenario = solver.case;
    let wants = Wants::of(&solver.atlas, &line.state, &Question::win(case));
    let mut out = Vec::new();
    for id in ids(case.items.len(), ItemId) {
        let sent = Fact::Sent(id, case.item(id).origin.other());
        if wants.fact(&solver.atlas, sent).up {
            out.push(Part::Late(sent));
        }
    }
    for id in ids(case.tasks.len(), TaskId) {
        if wants.tasks[id.index()].is_some() {
            out.push(Part::Late(Fact::Done(id)));
        }
    }
    for fact in &solver.facts {
        let harm = match fact {
            Fact::Done(id) => {
                let mut success = case.task(*id).success.iter();
                success.any(|e| wants.harms(&solver.atlas, *e))
            }
            Fact::Chosen(inject, option, _) => {
                let decision = case.inject(*inject).decision.as_ref();
                let chosen = decision.and_then(|d| d.options.get(option.index()));
                let mut effects = chosen.iter().flat_map(|o| &o.effects);
                effects.any(|e| wants.harms(&solver.atlas, *e))
            }
            Fact::Reacted(id) => {
                let reaction = &case.network.reactions[id.index()];
                reaction
                    .effects
                    .iter()
                    .any(|e| wants.harms(&solver.atlas, *e))
            }
            // What only others bring about, and what follows from the rest.
            _ => false,
        };
        let doing = !matches!(
            fact,
            Fact::Holds(..) | Fact::Theorised(_) | Fact::Stepped(_)
        );
        let harm = harm || doing && wants.fact(&solver.atlas, *fact).down;
        if harm && !fact.holds(&line.state) {
            out.push(Part::There(*fact));
        }
    }
    out
}

/// Whether the case can be won with all of these so; nothing where it is not decided.
fn wins(solver: &Solver, parts: &[Part], round: u8) -> Option<bool> {
    solver.wins(&cause(parts, round))
}

fn cause(parts: &[Part], after: u8) -> Cause {
    let mut cause = Cause {
        after,
        ..Cause::default()
    };
    for part in parts {
        match part {
            Part::Late(fact) => cause.late.push(*fact),
            Part::There(fact) => cause.there.push(*fact),
            Part::Passing(so) => cause.passing.push(*so),
        }
    }
    cause.late.sort_unstable();
    cause.there.sort_unstable();
    cause.passing.sort_unstable();
    cause
}

/// The causes after a round, and whether these are all.
fn causes(solver: &Solver, parts: &[Part], round: u8) -> (Vec<Cause>, bool) {
    let mut found: Vec<Vec<Part>> = Vec::new();
    let mut whole = true;
    for part in parts {
        match wins(solver, &[*part], round) {
            Some(false) => found.push(vec![*part]),
            Some(true) => {}
            None => whole = false,
        }
    }
    let mut queue = VecDeque::from([BTreeSet::new()]);
    let mut seen: BTreeSet<BTreeSet<Part>> = BTreeSet::new();
    let mut won: Vec<BTreeSet<Part>> = Vec::new();
    while let Some(hit) = queue.pop_front() {
        if !seen.insert(hit.clone()) || won.iter().any(|w| w.is_subset(&hit)) {
            continue;
        }
        if seen.len() > SETS || found.len() > CAUSES || (solver.limits.over)() {
            whole = false;
            break;
        }
        let known = found
            .iter()
            .position(|c| c.iter().all(|p| !hit.contains(p)));
        let at = if let Some(at) = known {
            at
        } else {
            let rest: Vec<Part> = parts.iter().copied().filter(|p| !hit.contains(p)).collect();
            match wins(solver, &rest, round) {
                Some(true) => {
                    won.push(hit);
                    continue;
                }
                Some(false) => {}
                None => {
                    whole = false;
                    continue;
                }
            }
            let (least, sure) = least(solver, rest, round);
            whole &= sure;
            found.push(least);
            found.len() - 1
        };
        for part in &found[at] {
            let mut more = hit.clone();
            more.insert(*part);
            queue.push_back(more);
        }
    }
    let causes = found.iter().map(|parts| cause(parts, round)).collect();
    (causes, whole)
}

/// As few of these as keep it from being won, and whether each is known to be needed.
fn least(solver: &Solver, mut parts: Vec<Part>, round: u8) -> (Vec<Part>, bool) {
    let mut sure = true;
    for n in (0..parts.len()).rev() {
        let mut less = parts.clone();
        less.remove(n);
        match wins(solver, &less, round) {
            Some(false) => parts = less,
            Some(true) => {}
            None => sure = false,
        }
    }
    (parts, sure)
}

enum Way {
    Like(Box<Script>),
    /// No play comes there: what harms cannot be there so early.
    Never,
    Open,
}

/// A shortest way into it. Where something is missing, everything else that a win asks for is done in
/// time, and the last round in which it could have come passes without.
fn way_into(solver: &Solver, cause: &Cause) -> Way {
    let Cause { after, late, .. } = cause;
    if cause.there.is_empty()
        && cause.passing.is_empty()
        && let Some(before) = after.checked_sub(1)
        && let Found::Yes(way) =
            solver.ask(&Question::win_with(solver.case, &Cause::late(late, before)))
        && let Some(whole) = of_win(solver, &way, |states| {
            let early = states.iter().take(usize::from(*after));
            early
                .flat_map(|s| late.iter().map(|f| f.holds(s)))
                .all(|so| !so)
        })
    {
        let mut moves = whole.moves;
        moves.truncate(usize::from(before));
        let script = [true, false].into_iter().find_map(|well| {
            let last = Move {
                well: vec![well; solver.case.officers.len()],
                ..Move::default()
            };
            let moves: Vec<Move> = moves.iter().cloned().chain([last]).collect();
            let states = super::script::states(solver, &moves)?;
            let missing = states.last().is_some_and(|s| cause.holds(s));
            missing.then(|| script(solver, moves, None)).flatten()
        });
        if let Some(script) = script {
            return Way::Like(Box::new(script));
        }
    }
    match solver.ask(&Question::reach(solver.case, cause)) {
        Found::Yes(way) => {
            let so = |states: &[State]| states.last().is_some_and(|s| cause.holds(s));
            of_moves(solver, &way.moves, so).map_or(Way::Open, |s| Way::Like(Box::new(s)))
        }
        Found::No => Way::Never,
        Found::Open => Way::Open,
    }
}
