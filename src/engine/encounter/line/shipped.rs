//! The lines that come with the program, for practice alone.

use std::sync::Arc;

use rand::Rng;

use super::act::Line;
use crate::scenario::Diagnostic;
use crate::scenario::primary_line::{Profile, Sheet, inspect, read};

/// Levels of practice: 1 plain, 2 usual, 3 hard.
pub const LEVELS: [u8; 3] = [1, 2, 3];

/// What a level's file is called, what it says, and its translations.
#[must_use]
pub fn text(level: u8) -> (&'static str, &'static str, [Sheet<'static>; 1]) {
    macro_rules! line {
        ($file:literal) => {{
            let thai = Sheet {
                tag: "th",
                file: concat!("th/", $file),
                text: include_str!(concat!("../../../../assets/lines/th/", $file)),
            };
            let own = include_str!(concat!("../../../../assets/lines/", $file));
            ($file, own, [thai])
        }};
    }
    match level {
        0 | 1 => line!("1_market_ferry.ron"),
        2 => line!("2_evening_coach.ron"),
        _ => line!("3_early_flight.ron"),
    }
}

/// The profile of a level.
///
/// # Errors
/// What is wrong with it; nothing is, in a program that was tested.
pub fn profile(level: u8) -> Result<Profile, Vec<Diagnostic>> {
    let (file, text, sheets) = text(level);
    read(file, text, &sheets)
}

/// A line of practice at a level: the first says whether a source fits an answer, the others leave it to the officer.
#[must_use]
pub fn drill(profile: Arc<Profile>, level: u8, rng: &mut impl Rng) -> Line {
    let line = Line::new(profile, rng);
    if level < 2 { line } else { line.unaided() }
}

/// What there is to be said about the profile of a level, warnings too: nothing, in a program that was tested.
#[must_use]
pub fn diagnostics(level: u8) -> Vec<Diagnostic> {
    let (file, text, sheets) = text(level);
    inspect(file, text, &sheets).1
}
