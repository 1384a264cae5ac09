//! Between which numbers the numbers of a case must lie, by the field (or word) that they stand under.
//!
//! A field means the same wherever it occurs, so one table serves the reader, which meets numbers that
//! do not even fit their type, and the checks that follow.

use super::source::MAX_ROUNDS;

const ROUNDS: i64 = MAX_ROUNDS as i64;

const RANGES: &[(&str, i64, i64)] = &[
    // The card.
    ("rounds", 1, ROUNDS),
    ("minutes", 5, 480),
    ("planning_seconds", 30, 7200),
    ("round_hours", 1, 24),
    ("exposure", 0, 100),
    ("budget", 1, 100),
    ("utc_offset", -720, 840),
    ("liaison_desk", 0, ROUNDS),
    ("interpol", 0, ROUNDS),
    ("mutual", 0, ROUNDS),
    // The map.
    ("size", 100, 10_000),
    ("km_per_100", 1, 10_000),
    // Officers and people.
    ("level", 1, 5),
    ("skin", 0, 5),
    ("hair", 0, 7),
    ("hair_colour", 0, 3),
    ("age", 18, 70),
    ("welfare", 1, 10),
    ("per_round", -10, 10),
    // Items, tasks, injects, objectives.
    ("source", 1, 3),
    ("hours", 1, 24),
    ("odds", 5, 100),
    ("number", 1, 999),
    ("points", 0, 100),
    // Officers in a role of an operation, by side.
    ("north", 0, 9),
    ("south", 0, 9),
    // Primary lines.
    ("travellers", 4, 60),
    ("seconds", 30, 600),
    ("tells", 1, 4),
    ("odd_per_100", 0, 100),
    ("slips_per_100", 0, 100),
    ("company_per_100", 0, 100),
    ("weight", 1, 100),
    ("per_100", 1, 40),
    ("differs", 1, 6),
    // Effects; in a condition `Exposure` is not negative and neither is its type.
    ("Exposure", -100, 100),
    ("by", -10, 10),
    // Conditions.
    ("Round", 1, ROUNDS),
    ("is", 0, 10),
];

/// The least and the greatest number that may stand there; nothing if only its type limits it.
pub(super) fn range(name: &str) -> Option<(i64, i64)> {
    let found = RANGES.iter().find(|(known, ..)| *known == name);
    found.map(|&(_, min, max)| (min, max))
}

/// What messages call the number that stands under a field or word.
pub(super) fn called(name: &str) -> String {
    match name {
        "is" | "by" => "welfare".to_owned(),
        word => word.to_lowercase(),
    }
}
