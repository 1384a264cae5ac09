//! What the program proposes for a critical task; a person decides.
//!
//! **Rule** (6-doctrine, Exercises: HSEEP ratings). Not all of `achieved` observed: **U**. Otherwise any of
//! `harmed` observed: **M**, achieved, but other activities were harmed. Otherwise not all of `smooth`: **S**,
//! achieved, and it could go more smoothly. Otherwise **P**. Any of `critical` observed caps it at **M** (a
//! critical error). What only an evaluator's eye can see is left out; where nothing else shows whether the task
//! was achieved, nothing is proposed.

use crate::scenario::evaluation::Part;
use crate::scenario::words::Rating;

/// A rating and whether a critical error has capped it.
#[must_use]
pub fn propose(seen: impl IntoIterator<Item = (Part, Option<bool>)>) -> (Option<Rating>, bool) {
    let (mut known, mut achieved, mut smooth) = (false, true, true);
    let (mut harmed, mut critical) = (false, false);
    for (part, met) in seen {
        let Some(met) = met else { continue };
        match part {
            Part::Achieved => {
                known = true;
                achieved &= met;
            }
            Part::Smooth => smooth &= met,
            Part::Harmed => harmed |= met,
            Part::Critical => critical |= met,
        }
    }
    if !known {
        return (None, critical);
    }
    let rating = match (achieved, harmed, smooth) {
        (false, ..) => Rating::U,
        (true, true, _) => Rating::M,
        (true, false, false) => Rating::S,
        (true, false, true) => Rating::P,
    };
    if critical && matches!(rating, Rating::P | Rating::S) {
        return (Some(Rating::M), true);
    }
    (Some(rating), critical)
}
