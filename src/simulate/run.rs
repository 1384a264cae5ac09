//! Playing on several cores. Which thread plays what, and when, changes nothing.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;

use super::Settings;
use super::brief::Brief;
use super::coverage::Coverage;
use super::lengths::Lengths;
use super::table::{Beginning, Table};
use crate::bots::{Policy, Simulated};
use crate::engine::Phase;
use crate::engine::condition::holds;
use crate::engine::rules::scoring::{Score, score};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::model::Condition;
use crate::scenario::words::Outcome;
use crate::session::{Playable, self_play};

/// Exercises that a thread plays before it tells of them.
const BATCH: usize = 16;

/// Everything that was played.
pub(super) struct Played {
    /// By run and then by pair; nothing where it was stopped before.
    pub briefs: Vec<Option<Brief>>,
    pub coverage: Coverage,
    /// By pair.
    pub lengths: Vec<Lengths>,
    /// By part of the condition for the full outcome: exercises of two sharers without it in which it did not hold.
    pub lacked: Vec<u32>,
    /// Of all teams but those that play by chance.
    pub refusals: BTreeMap<&'static str, u64>,
}

impl Played {
    /// Of a pair: run and exercise, in the order of runs.
    pub fn of_pair(&self, pair: usize, pairs: usize) -> impl Iterator<Item = (usize, Brief)> {
        let every = self.briefs.iter().skip(pair).step_by(pairs.max(1));
        every.enumerate().filter_map(|(run, b)| Some((run, (*b)?)))
    }
}

/// What one thread has gathered.
struct Heap {
    coverage: Coverage,
    lengths: Vec<Lengths>,
    lacked: Vec<u32>,
    refusals: BTreeMap<&'static str, u64>,
}

impl Heap {
    fn new(scenario: &Scenario, pairs: usize) -> Self {
        Self {
            coverage: Coverage::new(scenario),
            lengths: vec![Lengths::new(scenario.rounds); pairs],
            lacked: vec![0; parts(&scenario.theory.full).len()],
            refusals: BTreeMap::new(),
        }
    }

    fn merge(&mut self, other: &Self) {
        self.coverage.merge(&other.coverage);
        for (mine, theirs) in self.lengths.iter_mut().zip(&other.lengths) {
            mine.merge(theirs);
        }
        for (mine, more) in self.lacked.iter_mut().zip(&other.lacked) {
            *mine += more;
        }
        for (why, n) in &other.refusals {
            *self.refusals.entry(why).or_default() += n;
        }
    }
}

/// Plays every run of every pair, or what is played until `stop`.
pub(super) fn play_all(
    scenario: &Arc<Scenario>,
    settings: &Settings,
    stop: &AtomicBool,
    mut progress: impl FnMut(u32, u32),
) -> Played {
    let pairs = settings.pairs.len();
    let all = pairs.saturating_mul(settings.runs as usize);
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = settings.threads.unwrap_or_else(cores).get();
    let threads = threads.min(all.div_ceil(BATCH).max(1));
    let of = u32::try_from(all).unwrap_or(u32::MAX);
    let beginning = Beginning::new(scenario);
    let next = AtomicUsize::new(0);
    let mut briefs = vec![None; all];
    let mut heap = Heap::new(scenario, pairs);
    progress(0, of);
    thread::scope(|scope| {
        let (tell, told) = mpsc::channel::<Vec<(usize, Brief)>>();
        let work = |tell: mpsc::Sender<_>| {
            let (next, beginning) = (&next, &beginning);
            scope.spawn(move || {
                let mut heap = Heap::new(scenario, pairs);
                while !stop.load(Ordering::Relaxed) {
                    let from = next.fetch_add(BATCH, Ordering::Relaxed);
                    if from >= all {
                        break;
                    }
                    let batch = from..all.min(from + BATCH);
                    // One that was begun is played to its end, and the rest of the batch left.
                    let played = batch
                        .take_while(|_| !stop.load(Ordering::Relaxed))
                        .map(|n| (n, play(beginning, settings, n, &mut heap)));
                    if tell.send(played.collect()).is_err() {
                        break;
                    }
                }
                heap
            })
        };
        let workers: Vec<_> = (0..threads).map(|_| work(tell.clone())).collect();
        drop(tell);
        let mut done: u32 = 0;
        for batch in told {
            for (n, brief) in batch {
                if let Some(slot) = briefs.get_mut(n) {
                    *slot = Some(brief);
                }
                done += 1;
            }
            progress(done, of);
        }
        for worker in workers {
            match worker.join() {
                Ok(its) => heap.merge(&its),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    Played {
        briefs,
        coverage: heap.coverage,
        lengths: heap.lengths,
        lacked: heap.lacked,
        refusals: heap.refusals,
    }
}

/// Exercise `n`: run by run over all pairs, so that whoever stops early has as much of each.
fn play(beginning: &Beginning, settings: &Settings, n: usize, heap: &mut Heap) -> Brief {
    let pairs = settings.pairs.len().max(1);
    let (run, pair) = (n / pairs, n % pairs);
    let policies = settings.pairs.get(pair).copied();
    let policies = policies.unwrap_or([Policy::Sharer; 2]);
    let seed = settings.seed.wrapping_add(run as u64);
    let (table, score) = play_out(beginning, policies, seed);
    let state = table.session().state();
    heap.coverage.add(state, &table.seen, &score);
    if let Some(lengths) = heap.lengths.get_mut(pair) {
        lengths.add(&table.rounds);
    }
    if policies == [Policy::Sharer; 2] && score.outcome != Outcome::Full {
        let parts = parts(&state.scenario().theory.full);
        for (count, part) in heap.lacked.iter_mut().zip(parts) {
            *count += u32::from(!holds(state, part));
        }
    }
    if !policies.contains(&Policy::Random) {
        for (why, n) in &table.refusals {
            *heap.refusals.entry(why).or_default() += u64::from(*n);
        }
    }
    brief(&table, &score)
}

/// All that it asks for.
fn parts(full: &Condition) -> &[Condition] {
    match full {
        Condition::All(all) => all,
        one => std::slice::from_ref(one),
    }
}

fn brief(table: &Table<'_>, score: &Score) -> Brief {
    Brief {
        outcome: score.outcome,
        score: score.score,
        welfare_loss: score.welfare_loss,
        decisions: table.decisions,
        refusals: table.refusals.values().fold(0, |a, n| a.saturating_add(*n)),
        over: table.session().state().phase() == Phase::Debrief,
    }
}

fn play_out(beginning: &Beginning, policies: [Policy; 2], seed: u64) -> (Table<'_>, Score) {
    let mut table = Table::new(beginning, seed);
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, seed));
    self_play(&mut table, &mut teams, |_, _, _| {});
    let score = score(table.session().state());
    (table, score)
}

/// One exercise as it is simulated, with the fingerprint of its end: that of the same exercise at any table.
#[must_use]
pub fn play_one(scenario: &Arc<Scenario>, policies: [Policy; 2], seed: u64) -> (Brief, String) {
    let beginning = Beginning::new(scenario);
    let (table, score) = play_out(&beginning, policies, seed);
    let end = crate::engine::fingerprint(table.session().state());
    (brief(&table, &score), end)
}
