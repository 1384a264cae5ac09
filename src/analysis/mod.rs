//! What an exercise would have come to, had one thing been otherwise.
//!
//! For every critical item that went late or never, every blue on blue and every breach, the record is
//! replayed to the moment, the one thing is changed, and simulated teams go on from there to the verdict:
//! once with the change and once without it, over many seeds. What differs is the change's effect, as far
//! as the simulation goes; [`Assumption`] lists how far that is.
//!
//! **What is compared.** Both sides start from one and the same state. The teams on both sides have the same
//! habits ([`crate::bots::fitted`]), are told the same seed and take what injects asked them to decide as it
//! really was taken. The item in question is taken out of their hands: on one side it goes as it really went,
//! in its real round, form and channel, or not at all; on the other side at once, in every lawful way that is
//! of use. Nothing else of the record after the moment is kept: it came about without the change, and to hold
//! a team to it would deny that it could have made something of it. So the side without the change is not the
//! exercise that was played, but what teams like these come to from there; what was really played is told
//! beside it ([`WhatIf::came`]).
//!
//! **Chance.** The exercise rolls one die for each officer and round whatever the teams do, and a fitted team
//! draws by thing and not in order. So a pair of exercises with one seed differs by the change and by what
//! follows from it (common random numbers), and their difference is measured much more closely than either.
//!
//! This module reads no clock and no file. Its threads share nothing but the list of what is to be played; what
//! comes out does not hang on how many there are.

mod answer;
mod find;
mod interval;
mod moment;
mod run;
mod sides;
mod weigh;
mod work;

use std::num::NonZeroUsize;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

pub use answer::{
    Assumption, Came, Change, Changed, Outcomes, Reason, Unexamined, Verdict, WhatIf,
};
pub use interval::{Estimate, Pairs, difference, mean, paired_proportions, proportion};
pub use work::{Asked, Standing, Work};

use crate::engine::{Entry, Phase};
use crate::scenario::Scenario;

/// How many exercises are played with and without each change, if nothing else is asked for.
pub const RUNS: u32 = 200;

/// How much is simulated, and from what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Exercises with and as many without each change; at least two.
    pub runs: u32,
    /// What the simulated exercises' seeds come from.
    pub seed: u64,
    /// How many threads play; `None`: as many as the machine has cores.
    pub threads: Option<NonZeroUsize>,
}

impl Settings {
    /// The usual number of runs on every core.
    #[must_use]
    pub fn with_seed(seed: u64) -> Self {
        Self {
            runs: RUNS,
            seed,
            threads: None,
        }
    }
}

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    /// What is not over can still be changed.
    #[error("the exercise is not over")]
    NotOver,
    /// The caller did not want to wait for it.
    #[error("stopped")]
    Stopped,
}

/// Everything that could have been otherwise, and what it would have come to. `progress` hears how many of
/// how many pairs of exercises have been played; where `stop` is set, playing ends soon.
///
/// # Errors
/// That the exercise is not over, or that it was stopped.
pub fn what_if(
    scenario: &Arc<Scenario>,
    entries: &[Entry],
    settings: &Settings,
    stop: &AtomicBool,
    mut progress: impl FnMut(u32, u32),
) -> Result<WhatIf, NoAnswer> {
    let found = find::find(scenario, entries);
    if found.last.phase() != Phase::Debrief {
        return Err(NoAnswer::NotOver);
    }
    let runs = settings.runs.max(2);
    let settings = Settings { runs, ..*settings };
    let played = run::play_all(&found.moments, &settings, stop, &mut progress);
    let played = played.ok_or(NoAnswer::Stopped)?;
    let moments = found.moments.iter().zip(&played);
    let changes: Vec<Changed> = moments.map(|(m, pairs)| weigh::weigh(m, pairs)).collect();
    Ok(WhatIf {
        came: moment::came(&found.last),
        runs,
        seed: settings.seed,
        assumptions: Assumption::of(&changes),
        changes,
        unexamined: found.unexamined,
    })
}
