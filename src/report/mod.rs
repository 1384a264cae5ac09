//! What an exercise came to, made from its events alone: a readable account, a result, a report to
//! take home. Nothing here is for a team's eyes before the debrief.

mod account;
mod after_action;
mod authorities;
mod desks;
mod elements;
mod evidence;
pub mod findings;
mod html;
mod learning;
pub mod metrics;
mod operations;
mod paper;
pub mod proposal;
mod result;
pub mod trends;
mod words;

pub use account::{Account, Sentence};
pub use after_action::{AfterAction, NotYet, Occasion, after_action};
pub use findings::{Findings, findings};
pub use html::html;
pub use learning::{Later, Learning, Measure, Paired, ScaleResult, learning};
pub use paper::{Paper, paper};
pub use result::{ExerciseResult, Sums, Tally, result};
