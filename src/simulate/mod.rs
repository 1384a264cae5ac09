//! A case played by simulated teams thousands of times: what it comes to, who of the two teams matters, and
//! what of it was never used, seen, asked or triggered.
//!
//! Each pair of policies plays the same seeds, so that pairs can be compared exercise by exercise, and what is
//! told of one can be played again alone (`liaison play --self-play`). An exercise is played as at any other
//! table, but nobody is told of it, and views are brought up to date only for who moves next, where it looks.
//!
//! This module reads no clock and no file. Its threads share nothing but the list of what is to be played:
//! unless it is stopped, the same comes out on any number of them.

mod balance;
mod brief;
mod coverage;
mod lengths;
mod oddities;
mod pairs;
mod run;
mod table;
mod things;

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde::Serialize;

pub use balance::{Balance, Difficult, Lack, Swing};
pub use brief::Brief;
pub use coverage::What;
pub use lengths::Length;
pub use oddities::{Oddity, Why};
pub use pairs::{Pairing, parse};
pub use run::play_one;
pub use things::{Count, Thing};

use crate::bots::Policy;
use crate::scenario::{CaseSource, Scenario};

/// Exercises of each pair of policies, if nothing else is asked for.
pub const RUNS: u32 = 1_000;

/// What is played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Exercises of each pair.
    pub runs: u32,
    /// Seed of the first; that of the next is one more.
    pub seed: u64,
    /// Policies of North and South.
    pub pairs: Vec<[Policy; 2]>,
    /// How many threads play; `None`: as many as the machine has cores.
    pub threads: Option<NonZeroUsize>,
}

impl Settings {
    /// Every sound policy against every other, and chance against chance.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self {
            runs: RUNS,
            seed,
            pairs: pairs::usual(),
            threads: None,
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Simulation {
    /// The case's id.
    pub case: String,
    pub seed: u64,
    /// Exercises that were asked for of each pair.
    pub runs: u32,
    /// Exercises that were played, of all pairs together.
    pub played: u32,
    pub pairs: Vec<Pairing>,
    pub difficulty: Option<Difficult>,
    /// What kept two sharers from the full outcome.
    pub lacking: Vec<Lack>,
    /// Nothing where not every policy of North met every one of South.
    pub balance: Option<Balance>,
    /// Every part of the case that play can meet, in the case's order.
    pub things: Vec<Thing>,
    /// By reason: refusals that teams ran into.
    pub refusals: BTreeMap<&'static str, u64>,
    /// The strangest exercises, each with the seed that plays it again.
    pub oddities: Vec<Oddity>,
}

/// Plays a case. `progress` hears how many of how many exercises have been played; where `stop` is set, playing
/// ends soon and what there is is told.
#[must_use]
pub fn simulate(
    scenario: &Arc<Scenario>,
    source: &CaseSource,
    settings: &Settings,
    stop: &AtomicBool,
    progress: impl FnMut(u32, u32),
) -> Simulation {
    let played = run::play_all(scenario, settings, stop, progress);
    let all = played.briefs.iter().flatten().count();
    Simulation {
        case: scenario.id.clone(),
        seed: settings.seed,
        runs: settings.runs,
        played: u32::try_from(all).unwrap_or(u32::MAX),
        pairs: pairs::pairings(settings, &played),
        difficulty: balance::difficulty(scenario.difficulty, settings, &played),
        lacking: balance::lacking(source, &played),
        balance: balance::balance(settings, &played),
        things: things::things(scenario, source, &played.coverage),
        refusals: played.refusals.clone(),
        oddities: oddities::oddities(settings, &played),
    }
}
