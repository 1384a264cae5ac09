//! Chance for an exercise or a drill that nobody chose a seed for.

/// A seed from the clock, so that two are seldom the same.
#[must_use]
pub fn fresh_seed() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(1, |d| d.as_secs() ^ u64::from(d.subsec_nanos()) << 20)
}
