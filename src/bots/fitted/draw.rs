//! Chance that hangs on what it is for, not on what was drawn before.

use crate::scenario::ids::Team;

/// Draws for one team in one exercise.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(seed: u64, team: Team) -> Self {
        Self(mixed(seed, team.index() as u64 + 1))
    }

    /// A number for this kind of thing, round and thing.
    pub(super) fn number(self, kind: u64, round: u64, thing: u64) -> u64 {
        mixed(mixed(mixed(self.0, kind), round), thing)
    }

    /// True so many times in a thousand.
    pub(super) fn under(self, kind: u64, round: u64, thing: u64, per_mille: u16) -> bool {
        self.number(kind, round, thing) % 1000 < u64::from(per_mille)
    }

    /// An option of an inject's so many.
    pub(super) fn below(self, thing: u64, options: u16) -> u16 {
        let n = self.number(OPTION, 0, thing) % u64::from(options.max(1));
        u16::try_from(n).unwrap_or(0)
    }

    /// The best of `tries` numbers: of several things, each with its own tries, one has the highest as
    /// often as its tries are of all tries.
    pub(super) fn best_of(self, kind: u64, round: u64, thing: u64, tries: u16) -> u64 {
        let first = self.number(kind, round, thing);
        let all = (0..u64::from(tries)).map(|n| mixed(first, n));
        all.max().unwrap_or(0)
    }
}

const OPTION: u64 = 1 << 32;

/// One step of SplitMix64 (Steele, Lea and Flood 2014, *Fast splittable pseudorandom number generators*)
/// from `a` by `b`.
fn mixed(a: u64, b: u64) -> u64 {
    let mut z = a.wrapping_add(b.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_more_tries_is_first_as_much_oftener() {
        let mut first = 0;
        for seed in 0..20_000 {
            let draw = Draw::new(seed, Team::North);
            first += u32::from(draw.best_of(1, 1, 1, 3) > draw.best_of(1, 1, 2, 1));
        }
        // Three in four; five standard errors are 1.6 in a hundred.
        assert!((14_694..=15_306).contains(&first), "{first}");
    }

    #[test]
    fn a_rate_is_met_and_hangs_on_the_thing_alone() {
        let draws = (0..20_000).map(|seed| Draw::new(seed, Team::South));
        let met = draws.filter(|d| d.under(2, 3, 4, 250)).count();
        assert!((4_694..=5_306).contains(&met), "{met}");
        let draw = Draw::new(7, Team::North);
        assert_eq!(draw.number(1, 2, 3), draw.number(1, 2, 3));
        assert_ne!(draw.number(1, 2, 3), draw.number(1, 2, 4));
        assert!(!draw.under(1, 2, 3, 0) && draw.under(1, 2, 3, 1000));
    }
}
