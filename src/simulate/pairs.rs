//! Which policies meet, and what each pair comes to.

use std::collections::BTreeMap;

use serde::Serialize;

use super::lengths::Length;
use super::run::Played;
use super::{Brief, Settings};
use crate::analysis::{Estimate, mean, proportion};
use crate::bots::Policy;
use crate::scenario::words::Outcome;

/// What a pair of policies came to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairing {
    pub north: &'static str,
    pub south: &'static str,
    /// Exercises played.
    pub exercises: u32,
    /// By `Outcome as usize`: how often it came to that (Wilson).
    pub outcomes: [Estimate; 3],
    /// Mean of the scores, 0–100.
    pub score: Estimate,
    /// How many exercises reached which tenth of the score: 0–9, …, 90–100.
    pub scores: [u32; 10],
    /// Mean of the welfare lost.
    pub welfare_loss: Estimate,
    /// By round.
    pub rounds: Vec<Length>,
    /// Exercises in which a command was refused.
    pub refused: u32,
}

/// Every sound policy against every other, and chance against chance.
pub(super) fn usual() -> Vec<[Policy; 2]> {
    let sound = [Policy::Hoarder, Policy::Cautious, Policy::Sharer];
    let mut pairs = crossed(&sound);
    pairs.push([Policy::Random; 2]);
    pairs
}

/// Each against each.
fn crossed(policies: &[Policy]) -> Vec<[Policy; 2]> {
    let south = |north: &Policy| policies.iter().map(|south| [*north, *south]).collect();
    policies
        .iter()
        .flat_map(|n| -> Vec<_> { south(n) })
        .collect()
}

/// Which pairs these words ask for: `hoarder,sharer` each against each, `hoarder:sharer` that pair alone.
///
/// # Errors
/// The word that names no policy, with those that there are.
pub fn parse(words: &[String]) -> Result<Vec<[Policy; 2]>, String> {
    let policy = |word: &str| {
        let found = Policy::ALL.iter().find(|p| p.key() == word.trim());
        found.copied().ok_or_else(|| {
            let all: Vec<&str> = Policy::ALL.iter().map(|p| p.key()).collect();
            format!("there is no policy `{word}`; policies: {}", all.join(", "))
        })
    };
    let (mut pairs, mut alone) = (Vec::new(), Vec::new());
    for word in words {
        match word.split_once(':') {
            Some((north, south)) => pairs.push([policy(north)?, policy(south)?]),
            None => alone.push(policy(word)?),
        }
    }
    let mut all = crossed(&alone);
    all.extend(pairs);
    let mut seen = Vec::new();
    all.retain(|pair| {
        let new = !seen.contains(pair);
        seen.push(*pair);
        new
    });
    Ok(all)
}

/// What each pair came to.
pub(super) fn pairings(settings: &Settings, played: &Played) -> Vec<Pairing> {
    let pairs = settings.pairs.iter().enumerate();
    pairs
        .map(|(n, [north, south])| {
            let of = played.of_pair(n, settings.pairs.len());
            let briefs: Vec<Brief> = of.map(|(_, brief)| brief).collect();
            let rounds = played.lengths.get(n).map(|l| l.told()).unwrap_or_default();
            pairing(north.key(), south.key(), &briefs, rounds)
        })
        .collect()
}

fn pairing(
    north: &'static str,
    south: &'static str,
    briefs: &[Brief],
    rounds: Vec<Length>,
) -> Pairing {
    let count = |want: &dyn Fn(&Brief) -> bool| {
        let n = briefs.iter().filter(|b| want(b)).count();
        u32::try_from(n).unwrap_or(u32::MAX)
    };
    let exercises = count(&|_| true);
    let mut scores = [0; 10];
    for brief in briefs {
        if let Some(tenth) = scores.get_mut(usize::from(brief.score / 10).min(9)) {
            *tenth += 1;
        }
    }
    Pairing {
        north,
        south,
        exercises,
        outcomes: [Outcome::Full, Outcome::Partial, Outcome::Failed]
            .map(|outcome| proportion(count(&|b| b.outcome == outcome), exercises)),
        score: tallied(briefs.iter().map(|b| u16::from(b.score))),
        scores,
        welfare_loss: tallied(briefs.iter().map(|b| b.welfare_loss)),
        rounds,
        refused: count(&|b| b.refusals > 0),
    }
}

/// The mean of small numbers. They are put in order first, so that their sum is the same in any.
fn tallied(values: impl Iterator<Item = u16>) -> Estimate {
    let mut tally: BTreeMap<u16, usize> = BTreeMap::new();
    values.for_each(|v| *tally.entry(v).or_default() += 1);
    let all = tally
        .iter()
        .flat_map(|(v, n)| std::iter::repeat_n(f64::from(*v), *n));
    mean(&all.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_each_other_and_pairs_only_themselves() {
        let words = |s: &str| s.split(',').map(str::to_owned).collect::<Vec<_>>();
        let pairs = parse(&words("hoarder,sharer,random:cautious,hoarder:sharer"));
        let pairs = pairs.expect("all are policies");
        let told: Vec<String> = pairs
            .iter()
            .map(|[n, s]| format!("{}:{}", n.key(), s.key()))
            .collect();
        let wanted = [
            "hoarder:hoarder",
            "hoarder:sharer",
            "sharer:hoarder",
            "sharer:sharer",
            "random:cautious",
        ];
        assert_eq!(told, wanted);
        let wrong = parse(&words("sharer,sharper")).expect_err("there is none");
        assert!(
            wrong.contains("`sharper`") && wrong.contains("hoarder, sharer"),
            "{wrong}"
        );
    }
}
