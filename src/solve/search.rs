//! The search: depth first, cut by the bound of [`super::relax`] and by what was found to lead nowhere.
//!
//! Two states of one round are compared by what the question wants: of what is wanted true the worse one
//! has no more, of what is wanted false no less, and everything else that is still to come is the same.
//! What the better one could not do, the worse one need not try.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fact::{Atlas, Fact};
use super::free::matters;
use super::moves::moves;
use super::play::{Line, Move};
use super::question::{Goal, Luck, Question};
use super::relax::Relaxed;
use super::verdict;
use super::wants::{Pull, Wants};
use crate::engine::{Phase, State, Theory};
use crate::scenario::Scenario;
use crate::scenario::ids::{InjectId, OfficerId, ReactionId, TaskId, Team};
use crate::scenario::model::Effect;

/// A way to reach what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub moves: Vec<Move>,
    /// What is signed in the end, if it comes to that.
    pub verdict: Option<Theory>,
}

/// What the search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Like this: the engine has accepted it.
    Yes(Way),
    /// No play does it.
    No,
    /// Neither could be shown within the limit.
    Open,
}

/// How far the search goes.
pub struct Limits<'a> {
    /// States that one question may look at.
    pub states: u64,
    /// Says that there is no time left.
    pub over: &'a (dyn Fn() -> bool + Sync),
}

/// How a state stands as far as the question goes.
struct Mark {
    exact: Vec<u8>,
    up: Vec<u64>,
    down: Vec<u64>,
}

/// What a state that leads nowhere holds at least, and lacks at least.
type Bounds = (Vec<u64>, Vec<u64>);

struct Search<'a> {
    atlas: &'a Atlas,
    facts: &'a [Fact],
    question: &'a Question,
    limits: &'a Limits<'a>,
    wants: Wants,
    looked: u64,
    complete: bool,
    dead: BTreeMap<Vec<u8>, Vec<Bounds>>,
    path: Vec<Move>,
}

/// Looks for a way; tells also how many states were looked at.
pub(super) fn search(
    case: &Arc<Scenario>,
    atlas: &Atlas,
    facts: &[Fact],
    question: &Question,
    limits: &Limits,
) -> (Found, u64) {
    let Ok(line) = Line::start(case, false) else {
        return (Found::Open, 0);
    };
    let mut search = Search {
        atlas,
        facts,
        question,
        limits,
        wants: Wants::of(atlas, &line.state, question),
        looked: 0,
        complete: true,
        dead: BTreeMap::new(),
        path: Vec::new(),
    };
    let verdict = search.from(&line);
    let looked = search.looked;
    let found = match verdict {
        Some(verdict) => Found::Yes(Way {
            moves: search.path,
            verdict,
        }),
        None if search.complete => Found::No,
        None => Found::Open,
    };
    (found, looked)
}

impl Search<'_> {
    /// The verdict to sign, if there is a way from here; it stands in `path` then.
    fn from(&mut self, line: &Line) -> Option<Option<Theory>> {
        self.looked += 1;
        let state = &line.state;
        match self.question.goal {
            Goal::Reach(rounds) => {
                if played(state) >= rounds {
                    return Some(None);
                }
            }
            Goal::Win => {
                if state.phase == Phase::Verdict {
                    return self.sign(line).map(Some);
                }
            }
        }
        if !Relaxed::of(self.atlas, state, self.question).possible() {
            return None;
        }
        if self.spent() {
            self.complete = false;
            return None;
        }
        let mark = self.mark(state);
        if self.known_dead(&mark) {
            return None;
        }
        let next = moves(self.atlas, state, self.question);
        self.complete &= next.complete;
        for round in next.moves {
            if let Some(verdict) = self.after(line, round) {
                return Some(verdict);
            }
            if self.spent() {
                self.complete = false;
                break;
            }
        }
        // What was not looked at to the end is not tried again either, but then nothing is claimed.
        self.dead
            .entry(mark.exact)
            .or_default()
            .push((mark.up, mark.down));
        None
    }

    fn after(&mut self, line: &Line, round: Move) -> Option<Option<Theory>> {
        let pieces = |s: &State| s.set_pieces.iter().filter(|p| p.ended.is_some()).count();
        for salt in 0..SALTS {
            let round = Move {
                salt,
                ..round.clone()
            };
            let mut after = Line {
                state: line.state.clone(),
                entries: None,
            };
            if after.play(&round).is_err() {
                self.complete = false;
                return None;
            }
            let played = pieces(&after.state) > pieces(&line.state);
            if self.allowed(&after.state) {
                self.path.push(round);
                if let Some(verdict) = self.from(&after) {
                    return Some(verdict);
                }
                self.path.pop();
            }
            // Another person may sit in the room, but nothing else is drawn anew.
            if !played || !self.fell_short(&line.state, &after.state, pieces(&line.state)) {
                return None;
            }
        }
        // Who plays better may come further.
        self.complete = false;
        None
    }

    /// Did a set piece that was played on the way bring less than it could have?
    fn fell_short(&self, before: &State, after: &State, known: usize) -> bool {
        let case = &before.scenario;
        let up = |f: Fact| self.wants.fact(self.atlas, f).up && !f.holds(after);
        let fresh = after.set_pieces.iter().skip(known);
        fresh.filter(|p| p.ended.is_some_and(|e| !e.left)).any(|p| {
            let task = case.task(p.task);
            let found = |i: &crate::scenario::ids::ItemId| up(Fact::Holds(*i, task.team));
            up(Fact::Done(p.task))
                || p.ended.is_some_and(|e| !e.success) && self.helps(&task.success)
                || task.found.iter().any(found)
        })
    }

    fn helps(&self, effects: &[crate::scenario::model::Effect]) -> bool {
        effects.iter().any(|e| self.wants.helps(self.atlas, *e))
    }

    /// Is what was to be late not there too early, what was to be there not missing, and what was to be so
    /// just now so?
    fn allowed(&self, state: &State) -> bool {
        let now = played(state);
        let mut late = self.question.late.iter().filter(|(_, after)| now <= *after);
        let mut there = self.question.there.iter().filter(|(_, by)| now >= *by);
        let mut passing = (self.question.passing.iter()).filter(|(_, after)| now == *after);
        late.all(|(fact, _)| !fact.holds(state))
            && there.all(|(fact, _)| fact.holds(state))
            && passing.all(|(so, _)| so.holds(state))
    }

    /// A search that cannot end in a *cannot* any more goes on for a while only: for a script.
    fn spent(&self) -> bool {
        let most = if self.complete {
            self.limits.states
        } else {
            self.limits.states.min(BRIEFLY)
        };
        self.looked >= most || (self.limits.over)()
    }

    fn sign(&self, line: &Line) -> Option<Theory> {
        let full = line.state.scenario.theory.full.clone();
        let theory = verdict::find(&line.state, &full)?;
        let mut signed = line.clone();
        signed.sign(&theory).ok()?;
        crate::engine::condition::holds(&signed.state, &full).then_some(theory)
    }

    fn known_dead(&self, mark: &Mark) -> bool {
        let Some(all) = self.dead.get(&mark.exact) else {
            return false;
        };
        let within = |a: &[u64], b: &[u64]| a.iter().zip(b).all(|(a, b)| a & !b == 0);
        all.iter()
            .any(|(up, down)| within(&mark.up, up) && within(down, &mark.down))
    }

    fn mark(&self, state: &State) -> Mark {
        let words = self.facts.len().div_ceil(64);
        let (mut up, mut down) = (vec![0u64; words], vec![0u64; words]);
        let mut exact = vec![state.round, u8::from(state.phase == Phase::Verdict)];
        for (n, fact) in self.facts.iter().enumerate() {
            let pull = self.wants.fact(self.atlas, *fact);
            let so = fact.holds(state);
            match (pull.up, pull.down) {
                (true, false) if so => up[n / 64] |= 1 << (n % 64),
                (false, true) if so => down[n / 64] |= 1 << (n % 64),
                (true, true) => exact.push(u8::from(so)),
                _ => {}
            }
        }
        number(&mut exact, self.wants.alarm, state.exposure);
        for (pull, welfare) in self.wants.welfare.iter().zip(&state.welfare) {
            number(&mut exact, *pull, *welfare);
        }
        self.rest(state, &mut exact);
        Mark { exact, up, down }
    }

    /// What comes only once and moves a number that matters, and what was chosen where that matters: of two states
    /// alike in all else, the one in which it is still to come has more before it.
    fn spent_for(&self, state: &State, exact: &mut Vec<u8>) {
        let case = &state.scenario;
        let moves = |e: Effect| match e {
            Effect::Exposure(_) => self.wants.alarm != Pull::default(),
            Effect::Welfare { person, .. } => self.wants.welfare[person.index()] != Pull::default(),
            _ => false,
        };
        for (n, task) in case.tasks.iter().enumerate() {
            if !task.repeat && task.effects().any(moves) {
                exact.push(u8::from(state.done.has(n)));
            }
        }
        for (reaction, n) in case.network.reactions.iter().zip(0u16..) {
            if reaction.effects.iter().any(|e| moves(*e)) {
                exact.push(u8::from(Fact::Reacted(ReactionId(n)).holds(state)));
            }
        }
        for (inject, id) in case.injects.iter().zip((0u16..).map(InjectId)) {
            let standing = state.plot.injects.get(id.index());
            if inject.decision.is_none() || !matters(self.atlas, &self.wants, inject, id) {
                continue;
            }
            for team in Team::BOTH {
                let chosen = standing.and_then(|s| s.chosen[team.index()].as_ref());
                let option = chosen.map(|c| c.option.index().saturating_add(1));
                exact.push(u8::try_from(option.unwrap_or(0)).unwrap_or(u8::MAX));
            }
        }
    }

    /// What is under way.
    fn rest(&self, state: &State, exact: &mut Vec<u8>) {
        let case = &state.scenario;
        let sure = self.question.luck == Luck::Worst;
        let mut duties: Vec<[u8; 5]> = Vec::new();
        for (duty, n) in state.duties.iter().zip((0u16..).map(OfficerId)) {
            if let Some(duty) = duty {
                let [high, low] = duty.task.0.to_be_bytes();
                let who = if sure { n.0.to_be_bytes()[1] } else { 0 };
                let team = case.officer(n).team as u8;
                duties.push([team, high, low, duty.until, who]);
            }
        }
        duties.sort_unstable();
        exact.extend(duties.into_iter().flatten());
        for (n, want) in self.wants.tasks.iter().enumerate() {
            let open = self
                .atlas
                .open(TaskId(u16::try_from(n).unwrap_or(u16::MAX)));
            if want.is_some() || self.wants.facts[open] != Pull::default() {
                exact.push(u8::from(state.open.has(n)));
            }
        }
        for team in Team::BOTH {
            exact.push(0xFE);
            let mut sent: Vec<[u8; 6]> = Vec::new();
            for s in &state.team(team).sendings {
                if self
                    .wants
                    .fact(self.atlas, Fact::Sent(s.item, team.other()))
                    == Pull::default()
                {
                    continue;
                }
                let [high, low] = s.item.0.to_be_bytes();
                // What has arrived is told apart by its form, what has not by when it comes.
                let due = if s.arrived { 0 } else { s.arrives };
                sent.push([high, low, s.form as u8, s.channel as u8, due, 0]);
            }
            sent.sort_unstable();
            exact.extend(sent.into_iter().flatten());
        }
        // What a court reads of what is held.
        if !case.authorities.is_empty() {
            let mut held: Vec<[u8; 4]> = Vec::new();
            for team in Team::BOTH {
                for h in &state.team(team).folder {
                    if self.wants.fact(self.atlas, Fact::Holds(h.item, team)).up {
                        let [high, low] = h.item.0.to_be_bytes();
                        held.push([team as u8, high, low, h.form as u8]);
                    }
                }
            }
            held.sort_unstable();
            exact.extend(held.into_iter().flatten());
        }
        exact.push(0xFD);
        for n in 0..case.authorities.len() {
            let id = crate::scenario::ids::AuthorityId(u16::try_from(n).unwrap_or(u16::MAX));
            exact.push(
                state
                    .granted(id)
                    .filter(|at| *at > state.round)
                    .unwrap_or(0),
            );
        }
        self.spent_for(state, exact);
        for (inject, n) in state.plot.injects.iter().zip(0u16..) {
            let pending = case
                .inject(crate::scenario::ids::InjectId(n))
                .decision
                .is_some();
            exact.push(if pending {
                inject.until
            } else {
                u8::from(inject.fired > 0)
            });
        }
        exact.extend(state.plot.cancelled.iter().map(|c| u8::from(*c)));
        if self.wants.beyond {
            exact.push(state.liaison.trust);
        }
    }
}

/// States that a search looks at which is known to be incomplete.
const BRIEFLY: u64 = 400;

/// Rounds that are over.
fn played(state: &State) -> u8 {
    match state.phase {
        Phase::Planning => state.round.saturating_sub(1),
        _ => state.round,
    }
}

/// How often a set piece that went badly is drawn anew before it counts so.
const SALTS: u64 = 4;

fn number(exact: &mut Vec<u8>, pull: Pull, now: u8) {
    if pull != Pull::default() {
        exact.push(now);
    }
}
