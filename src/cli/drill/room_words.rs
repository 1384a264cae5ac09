//! How a person is, and what is typed for a safeguard, in the terminal.

use crate::language::{Words, room, t};
use crate::scenario::interviews::moves::Levels;
use crate::scenario::words::Safeguard;

/// As it is typed.
pub(super) fn typed(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::BreakOffered => "breaks",
        other => other.key(),
    }
}

/// How the person is.
pub(super) fn mood(levels: Levels) -> Words {
    let told = t("drill-mood").with("rapport", room::rapport(levels.rapport));
    let told = told.with("stress", room::stress(levels.stress));
    told.with("memory", room::memory(levels.memory))
}
