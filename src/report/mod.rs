//! What an exercise came to, made from its events alone: a readable account, a result, a report to
//! take home. Nothing here is for a team's eyes before the debrief.
//!
//! A report is gathered once ([`after_action()`]), told in one language (`sections`, on a `paper` that knows no
//! format), and written as a web page ([`html`]), a Word document ([`word`]), a workbook ([`workbook()`]) or lists
//! ([`timeline_csv`], [`events_csv`]).

mod account;
mod after_action;
mod csv;
mod evidence;
pub mod findings;
mod learning;
mod lists;
pub mod metrics;
mod paper;
pub mod proposal;
mod record;
mod result;
mod sections;
mod sheet;
mod telling;
pub mod trends;
mod words;
mod workbook;

pub use crate::analysis::{Standing, WhatIf};
pub use account::{Account, Sentence};
pub use after_action::{
    AfterAction, Learned, LearnedRow, NotYet, Occasion, TakeHome, after_action,
};
pub use csv::{events_csv, timeline_csv};
pub use findings::{Findings, findings};
pub use learning::{Later, Learning, Measure, Paired, ScaleResult, learning};
pub use record::events;
pub use result::{ExerciseResult, Sums, Tally, result};
pub use sheet::{Paper, paper};
pub use words::number as item_number;
pub use workbook::workbook;

use crate::language::Lang;

/// The report as one web page that needs no script, no font and no network.
///
/// # Errors
/// If it cannot be composed, which no report causes.
pub fn html(of: &AfterAction, lang: Lang) -> Result<String, askama::Error> {
    paper::page(&sections::paper(of, lang))
}

/// A day since 1970, as people write it.
#[must_use]
pub fn day(days: u64, lang: Lang) -> String {
    telling::date(days, lang)
}

/// What the files of a report are called where the exercise itself is no file: case and day.
#[must_use]
pub fn file_stem(of: &AfterAction) -> String {
    let (year, month, day) = telling::civil(of.occasion.begun / 86_400);
    format!("{}-{year:04}-{month:02}-{day:02}", of.case)
}

/// The report as an editable Word document, in parts that are not packed yet.
#[must_use]
pub fn word(of: &AfterAction, lang: Lang) -> docx_rs::XMLDocx {
    let (year, month, day) = telling::civil(of.occasion.begun / 86_400);
    let begun = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    paper::word(&sections::paper(of, lang), &begun)
}
