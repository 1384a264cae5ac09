//! Exercises that went as hardly another did, with the seeds that play them again.

use serde::Serialize;

use super::Settings;
use super::brief::Brief;
use super::run::Played;
use crate::bots::Policy;
use crate::scenario::words::Outcome;

/// Most that are told of each kind and pair.
const TOLD: usize = 3;
/// An outcome is unusual in a pair where fewer than one exercise in so many comes to it.
const SELDOM: usize = 50;
/// An exercise is long if it has so many times the median of its pair's decisions.
const LONG: u32 = 2;

/// The score of an exercise that has met everything that the criteria ask for.
const WHOLE: u8 = 100;

/// What is strange about an exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Why {
    /// It did not come to its end.
    Unfinished,
    /// Simulated teams that know what they do ran into a refusal.
    Refused { times: u16 },
    /// Hardly another of its pair came to this.
    Outcome { outcome: Outcome },
    /// It met everything that the criteria ask for, and not what the full outcome does.
    Unscored { outcome: Outcome },
    /// It took far more decisions than others of its pair.
    Long { decisions: u16, median: u16 },
}

/// A strange exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Oddity {
    pub north: &'static str,
    pub south: &'static str,
    pub seed: u64,
    #[serde(flatten)]
    pub why: Why,
}

pub(super) fn oddities(settings: &Settings, played: &Played) -> Vec<Oddity> {
    let pairs = settings.pairs.iter().enumerate();
    pairs
        .flat_map(|(n, policies)| {
            let of: Vec<_> = played.of_pair(n, settings.pairs.len()).collect();
            of_pair(&of, policies.contains(&Policy::Random))
                .into_iter()
                .map(|(run, why)| Oddity {
                    north: policies[0].key(),
                    south: policies[1].key(),
                    seed: settings.seed.wrapping_add(run as u64),
                    why,
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Of one pair: run and reason. A team that plays by chance is refused all the time.
fn of_pair(all: &[(usize, Brief)], by_chance: bool) -> Vec<(usize, Why)> {
    let mut out = Vec::new();
    let unfinished = all.iter().filter(|(_, b)| !b.over);
    out.extend(
        unfinished
            .map(|(run, _)| (*run, Why::Unfinished))
            .take(TOLD),
    );
    let refused = all.iter().filter(|(_, b)| b.refusals > 0 && !by_chance);
    let told = refused.map(|(run, b)| (*run, Why::Refused { times: b.refusals }));
    out.extend(told.take(TOLD));
    for outcome in [Outcome::Full, Outcome::Partial, Outcome::Failed] {
        let came = all.iter().filter(|(_, b)| b.outcome == outcome);
        if came.clone().count() * SELDOM < all.len() {
            out.extend(
                came.map(|(run, _)| (*run, Why::Outcome { outcome }))
                    .take(TOLD),
            );
        }
    }
    let whole = all
        .iter()
        .filter(|(_, b)| b.over && b.score >= WHOLE && b.outcome != Outcome::Full);
    out.extend(whole.take(TOLD).map(|(run, b)| {
        let outcome = b.outcome;
        (*run, Why::Unscored { outcome })
    }));
    let mut decisions: Vec<u16> = all.iter().map(|(_, b)| b.decisions).collect();
    decisions.sort_unstable();
    let median = decisions.get(decisions.len() / 2).copied().unwrap_or(0);
    let mut long: Vec<&(usize, Brief)> = all
        .iter()
        .filter(|(_, b)| u32::from(b.decisions) > LONG * u32::from(median))
        .collect();
    long.sort_by_key(|(run, b)| (std::cmp::Reverse(b.decisions), *run));
    out.extend(long.into_iter().take(TOLD).map(|(run, b)| {
        let decisions = b.decisions;
        (*run, Why::Long { decisions, median })
    }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn brief(outcome: Outcome, decisions: u16, refusals: u16) -> Brief {
        Brief {
            outcome,
            score: 50,
            welfare_loss: 0,
            decisions,
            refusals,
            over: true,
        }
    }

    #[test]
    fn what_hardly_happens_is_told_with_its_run() {
        let mut all: Vec<(usize, Brief)> = (0..200)
            .map(|run| (run, brief(Outcome::Full, 40, 0)))
            .collect();
        all[7].1.outcome = Outcome::Failed;
        all[9].1.decisions = 81;
        all[11].1.refusals = 2;
        all[13].1.over = false;
        // Points for everything go with the full outcome, unless the criteria do not ask for it.
        all[17].1.score = 100;
        (all[19].1.score, all[19].1.outcome) = (100, Outcome::Partial);
        // Twice the median and no more is nothing strange.
        all[15].1.decisions = 80;
        let told = of_pair(&all, false);
        let failed = Why::Outcome {
            outcome: Outcome::Failed,
        };
        let partial = Why::Outcome {
            outcome: Outcome::Partial,
        };
        let unscored = Why::Unscored {
            outcome: Outcome::Partial,
        };
        let long = Why::Long {
            decisions: 81,
            median: 40,
        };
        assert_eq!(
            told,
            [
                (13, Why::Unfinished),
                (11, Why::Refused { times: 2 }),
                (19, partial),
                (7, failed),
                (19, unscored),
                (9, long)
            ]
        );
        assert!(!of_pair(&all, true).contains(&(11, Why::Refused { times: 2 })));
        assert_eq!(of_pair(&[], false), []);
    }
}
