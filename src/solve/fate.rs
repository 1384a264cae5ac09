//! Chance that is told what to come to.
//!
//! The engine takes chance as an argument and writes what was rolled into its events; so a script can say
//! of each officer whether the roll is the best or the worst, and the engine judges everything else.

use std::collections::VecDeque;
use std::convert::Infallible;

use rand::TryRng;

/// Answers in the order in which the end of a planning phase asks: a roll for each officer, one for an
/// operation, then what set pieces are drawn from.
pub(super) struct Fate {
    rolls: VecDeque<bool>,
    salt: u64,
}

impl Fate {
    /// `well` by officer and then for an operation; set pieces come out of `salt`.
    pub fn new(well: impl IntoIterator<Item = bool>, salt: u64) -> Self {
        Self {
            rolls: well.into_iter().collect(),
            salt,
        }
    }
}

impl TryRng for Fate {
    type Error = Infallible;

    /// The lowest word gives the lowest roll, 1; one near the highest gives the highest, 100.
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let well = self.rolls.pop_front().unwrap_or(true);
        Ok(if well { 0 } else { u32::MAX - (1 << 20) })
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        // Each officer's seed is another, and the same for the same salt.
        self.salt = self
            .salt
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        Ok(self.salt)
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(0);
        Ok(())
    }
}
