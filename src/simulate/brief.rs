//! What is kept of each exercise, in a few bytes: there can be a million.

use serde::Serialize;

use crate::scenario::words::Outcome;

/// One exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Brief {
    pub outcome: Outcome,
    /// 0–100.
    pub score: u8,
    /// Welfare lost by people at risk, summed.
    pub welfare_loss: u16,
    /// Commands of both teams that were accepted.
    pub decisions: u16,
    /// Commands of both teams that the rules refused.
    pub refusals: u16,
    /// It came to its debrief.
    pub over: bool,
}
