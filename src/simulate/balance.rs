//! How hard the case is, and what each team's play changes.

use serde::Serialize;

use super::Settings;
use super::brief::Brief;
use super::run::Played;
use crate::analysis::{Estimate, mean, proportion};
use crate::bots::Policy;
use crate::scenario::ids::Team;
use crate::scenario::words::{Difficulty, Outcome};
use crate::scenario::{CaseSource, Place, parts_of_full};

/// Share of full outcomes between two sharers from which a case is easy, and from which it is not hard.
///
/// Simulated sharers do all that goes by lists and names, and read no text: what they bring off
/// two times in three asks little of officers, and what they bring off less than one time in five a lot.
const EASY: f64 = 2.0 / 3.0;
const MEDIUM: f64 = 0.2;

/// How hard the case is for simulated teams that share everything.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Difficult {
    /// How often two sharers come to the full outcome (Wilson).
    pub full: Estimate,
    /// What that is called.
    pub found: Difficulty,
    /// What the case's card says.
    pub said: Difficulty,
}

/// What each team's play changes, by `Team as usize`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Balance {
    pub swings: [Swing; 2],
    /// The larger swing is more than twice the other, beyond chance.
    pub lopsided: Option<Team>,
}

/// The policies with which a team does best and worst, over all that its partner does.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Swing {
    pub best: &'static str,
    pub worst: &'static str,
    /// Points of the score between them, over the same seeds.
    pub points: Estimate,
}

/// A part of the condition for the full outcome that did not hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lack {
    #[serde(flatten)]
    pub place: Place,
    /// As it is written.
    pub says: String,
    /// Exercises of two sharers that did not come to the full outcome and in which it did not hold.
    pub exercises: u32,
}

/// What kept two sharers from the full outcome, the most frequent first.
pub(super) fn lacking(source: &CaseSource, played: &Played) -> Vec<Lack> {
    if played.lacked.iter().all(|n| *n == 0) {
        return Vec::new();
    }
    let parts = parts_of_full(source).into_iter().zip(&played.lacked);
    let mut all: Vec<Lack> = parts
        .filter(|(_, n)| **n > 0)
        .map(|((place, says), n)| Lack {
            place,
            says,
            exercises: *n,
        })
        .collect();
    all.sort_by_key(|lack| std::cmp::Reverse(lack.exercises));
    all
}

pub(super) fn difficulty(
    said: Difficulty,
    settings: &Settings,
    played: &Played,
) -> Option<Difficult> {
    let both = [Policy::Sharer; 2];
    let pair = settings.pairs.iter().position(|p| *p == both)?;
    let (mut full, mut all) = (0, 0);
    for (_, brief) in played.of_pair(pair, settings.pairs.len()) {
        all += 1;
        full += u32::from(brief.outcome == Outcome::Full);
    }
    if all == 0 {
        return None;
    }
    let full = proportion(full, all);
    let found = if full.value >= EASY {
        Difficulty::Easy
    } else if full.value >= MEDIUM {
        Difficulty::Medium
    } else {
        Difficulty::Hard
    };
    Some(Difficult { full, found, said })
}

/// Over the policies that met each other on both sides; chance is left out, since nobody plays so.
pub(super) fn balance(settings: &Settings, played: &Played) -> Option<Balance> {
    let mut policies: Vec<Policy> = settings.pairs.iter().map(|[north, _]| *north).collect();
    policies.retain(|p| *p != Policy::Random);
    let mut seen = Vec::new();
    policies.retain(|p| {
        !seen.contains(p) && {
            seen.push(*p);
            true
        }
    });
    if policies.len() < 2 {
        return None;
    }
    let grid = Grid::of(settings, played, &policies)?;
    let swings = [grid.swing(Team::North)?, grid.swing(Team::South)?];
    let [north, south] = swings.map(|s| s.points);
    let lopsided = if north.low > 2.0 * south.high.max(1.0) {
        Some(Team::North)
    } else if south.low > 2.0 * north.high.max(1.0) {
        Some(Team::South)
    } else {
        None
    };
    Some(Balance { swings, lopsided })
}

/// Scores of every policy of North against every one of South, for the runs that all have played.
struct Grid<'p> {
    policies: &'p [Policy],
    /// By North's policy, South's policy and run.
    scores: Vec<Vec<Vec<f64>>>,
    runs: usize,
}

impl<'p> Grid<'p> {
    fn of(settings: &Settings, played: &Played, policies: &'p [Policy]) -> Option<Self> {
        let pairs = settings.pairs.len();
        let mut places = Vec::new();
        for north in policies {
            for south in policies {
                places.push(settings.pairs.iter().position(|p| *p == [*north, *south])?);
            }
        }
        let row = |run: usize| -> Option<Vec<Brief>> {
            let at = |place: &usize| *played.briefs.get(run * pairs + place)?;
            places.iter().map(at).collect()
        };
        let whole: Vec<Vec<Brief>> = (0..settings.runs as usize).filter_map(row).collect();
        let n = policies.len();
        let score = |place: usize| {
            let of = whole.iter().filter_map(|row| row.get(place));
            of.map(|brief| f64::from(brief.score)).collect()
        };
        let scores = (0..n).map(|a| (0..n).map(|b| score(a * n + b)).collect());
        Some(Self {
            policies,
            scores: scores.collect(),
            runs: whole.len(),
        })
    }

    /// By run: the mean score of a team's policy over all of its partner's.
    fn row(&self, team: Team, policy: usize) -> Vec<f64> {
        let n = self.policies.len();
        let count = f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let cell = |other: usize, run: usize| {
            let (a, b) = match team {
                Team::North => (policy, other),
                Team::South => (other, policy),
            };
            self.scores.get(a)?.get(b)?.get(run).copied()
        };
        let over = |run: usize| (0..n).filter_map(|other| cell(other, run)).sum::<f64>() / count;
        (0..self.runs).map(over).collect()
    }

    fn swing(&self, team: Team) -> Option<Swing> {
        let rows: Vec<Vec<f64>> = (0..self.policies.len())
            .map(|p| self.row(team, p))
            .collect();
        let sum = |n: &usize| rows.get(*n).map_or(0.0, |row| row.iter().sum::<f64>());
        let by = |a: &usize, b: &usize| sum(a).total_cmp(&sum(b));
        let best = (0..rows.len()).max_by(by)?;
        let worst = (0..rows.len()).min_by(by)?;
        let pairs = rows.get(best)?.iter().zip(rows.get(worst)?);
        let apart: Vec<f64> = pairs.map(|(a, b)| a - b).collect();
        Some(Swing {
            best: self.policies.get(best)?.key(),
            worst: self.policies.get(worst)?.key(),
            points: (!apart.is_empty()).then(|| mean(&apart))?,
        })
    }
}
