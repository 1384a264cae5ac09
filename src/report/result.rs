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

/// Sums over exercises, taken one after the other; none of them is kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    runs: u32,
    /// By `Outcome as usize`.
    outcomes: [u32; 3],
    score: u64,
    loss: u64,
}

impl Sums {
    /// One exercise more.
    pub fn add(&mut self, result: &ExerciseResult) {
        self.runs += 1;
        self.score += u64::from(result.score);
        self.loss += u64::from(result.welfare_loss);
        let is = |outcome: &Outcome| result.outcome == outcome.key();
        let outcome = [Outcome::Full, Outcome::Partial].into_iter().find(is);
        self.outcomes[outcome.unwrap_or(Outcome::Failed) as usize] += 1;
    }

    /// What they come to.
    #[must_use]
    pub fn tally(&self) -> Tally {
        // No exercise, no mean.
        let runs = f64::from(self.runs.max(1));
        let of = |outcome: Outcome| self.outcomes[outcome as usize];
        #[expect(
            clippy::cast_precision_loss,
            reason = "a million exercises of at most 100 points stay far below 2^52"
        )]
        let mean = |sum: u64| sum as f64 / runs;
        Tally {
            runs: self.runs,
            full: of(Outcome::Full),
            partial: of(Outcome::Partial),
            failed: of(Outcome::Failed),
            mean_score: mean(self.score),
            mean_welfare_loss: mean(self.loss),
        }
    }
}
