//! What an exercise came to, made from its events alone: a readable account, a result, a report to
//! take home. Nothing here is for a team's eyes before the debrief.

mod account;
mod authorities;
mod desks;
mod elements;
mod html;
mod operations;
mod result;
mod words;

pub use account::{Account, Sentence};
pub use html::html;
pub use result::{ExerciseResult, Sums, Tally, result};
