//! How long rounds are, in decisions: commands of both teams that were accepted while they planned.

use serde::Serialize;

/// How often a round of a pair had so many decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lengths(Vec<Vec<u32>>);

/// How long a round was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Length {
    pub round: u8,
    /// Half of the exercises had at most so many decisions.
    pub median: u16,
    /// Nineteen in twenty had at most so many.
    pub most: u16,
    pub longest: u16,
}

impl Lengths {
    pub fn new(rounds: u8) -> Self {
        Self(vec![Vec::new(); usize::from(rounds)])
    }

    /// Takes in an exercise, by round.
    pub fn add(&mut self, rounds: &[u16]) {
        for (counts, n) in self.0.iter_mut().zip(rounds) {
            let n = usize::from(*n);
            if counts.len() <= n {
                counts.resize(n + 1, 0);
            }
            if let Some(count) = counts.get_mut(n) {
                *count += 1;
            }
        }
    }

    pub fn merge(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            if mine.len() < theirs.len() {
                mine.resize(theirs.len(), 0);
            }
            for (count, more) in mine.iter_mut().zip(theirs) {
                *count += more;
            }
        }
    }

    /// By round; nothing of a round that nobody played.
    pub fn told(&self) -> Vec<Length> {
        let rounds = self.0.iter().zip(1u8..);
        let told = rounds.filter_map(|(counts, round)| {
            Some(Length {
                round,
                median: quantile(counts, 1, 2)?,
                most: quantile(counts, 19, 20)?,
                longest: quantile(counts, 1, 1)?,
            })
        });
        told.collect()
    }
}

/// The least value that `part` of `whole` of what was counted does not exceed.
pub(super) fn quantile(counts: &[u32], part: u64, whole: u64) -> Option<u16> {
    let all: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    let wanted = (all * part).div_ceil(whole).max(1);
    let mut so_far = 0;
    let at = counts.iter().position(|n| {
        so_far += u64::from(*n);
        so_far >= wanted
    })?;
    u16::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_counted_by_round() {
        let mut lengths = Lengths::new(2);
        (1..=20).for_each(|n| lengths.add(&[n, 7]));
        let mut more = Lengths::new(2);
        more.add(&[90, 7]);
        lengths.merge(&more);
        let length = |round, median, most, longest| Length {
            round,
            median,
            most,
            longest,
        };
        // Of 21: the 11th, the 20th and the last.
        assert_eq!(lengths.told(), [length(1, 11, 20, 90), length(2, 7, 7, 7)]);
        assert_eq!(Lengths::new(2).told(), []);
    }
}
