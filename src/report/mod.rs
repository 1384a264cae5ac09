//! What an exercise came to, made from its events alone: a readable account, a result, a report to
//! take home. Nothing here is for a team's eyes before the debrief.

mod account;
mod authorities;
mod desks;
mod elements;
mod html;
mod learning;
mod operations;
mod paper;
mod result;
mod surveys;

pub use account::{Account, Sentence};
pub use html::html;
pub use learning::{Later, Learning, Measure, Paired, ScaleResult, learning};
pub use paper::{Paper, paper};
pub use result::{ExerciseResult, Sums, Tally, result};
