//! The lines that come with the program, for practice alone.

use crate::scenario::Diagnostic;
use crate::scenario::primary_line::{Profile, read};

/// Levels of practice: 1 plain, 2 usual, 3 hard.
pub const LEVELS: [u8; 3] = [1, 2, 3];

/// What a level's file is called, and what it says.
#[must_use]
pub fn text(level: u8) -> (&'static str, &'static str) {
    match level {
        0 | 1 => (
            "1_market_ferry.ron",
            include_str!("../../../../assets/lines/1_market_ferry.ron"),
        ),
        2 => (
            "2_evening_coach.ron",
            include_str!("../../../../assets/lines/2_evening_coach.ron"),
        ),
        _ => (
            "3_early_flight.ron",
            include_str!("../../../../assets/lines/3_early_flight.ron"),
        ),
    }
}

/// The profile of a level.
///
/// # Errors
/// What is wrong with it; nothing is, in a program that was tested.
pub fn profile(level: u8) -> Result<Profile, Vec<Diagnostic>> {
    let (file, text) = text(level);
    read(file, text)
}
