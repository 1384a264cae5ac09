//! An exercise in six figures, and many of them in five.

use serde::{Deserialize, Serialize};

use crate::engine::rules::scoring::score;
use crate::engine::{State, fingerprint};
use crate::scenario::words::Outcome;

/// What `--json` prints for one exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseResult {
    /// Seed of chance.
    pub seed: u64,
    /// `full`, `partial` or `failed`.
    pub outcome: String,
    /// 0–100.
    pub score: u8,
    /// Rounds played.
    pub rounds: u8,
    /// Welfare lost by people at risk, summed.
    pub welfare_loss: u16,
    /// SHA-256 of the final state: equal for equal exercises, on every machine.
    pub state_hash: String,
}

/// The figures of an exercise in this state.
#[must_use]
pub fn result(state: &State, seed: u64) -> ExerciseResult {
    let score = score(state);
    ExerciseResult {
        seed,
        outcome: score.outcome.key().to_owned(),
        score: score.score,
        rounds: state.round(),
        welfare_loss: score.welfare_loss,
        state_hash: fingerprint(state),
    }
}

/// What `--json` prints last when there were several exercises.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub runs: u32,
    pub full: u32,
    pub partial: u32,
    pub failed: u32,
    /// Mean score, 0–100.
    pub mean_score: f64,
    /// Mean welfare lost.
    pub mean_welfare_loss: f64,
}

impl Tally {
    /// Counts exercises.
    #[must_use]
    pub fn of<'a>(results: impl IntoIterator<Item = &'a ExerciseResult>) -> Self {
        let mut tally = Self::default();
        let (mut score, mut loss) = (0u64, 0u64);
        for r in results {
            tally.runs += 1;
            score += u64::from(r.score);
            loss += u64::from(r.welfare_loss);
            if r.outcome == Outcome::Full.key() {
                tally.full += 1;
            } else if r.outcome == Outcome::Partial.key() {
                tally.partial += 1;
            } else {
                tally.failed += 1;
            }
        }
        if tally.runs > 0 {
            // Hundreds of thousands of exercises of at most 100 points are exact in an f64.
            #[expect(clippy::cast_precision_loss, reason = "sums stay far below 2^52")]
            {
                tally.mean_score = score as f64 / f64::from(tally.runs);
                tally.mean_welfare_loss = loss as f64 / f64::from(tally.runs);
            }
        }
        tally
    }
}
