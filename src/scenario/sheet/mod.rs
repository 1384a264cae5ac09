//! Parts of a case as tables for people who work in spreadsheets, and what a table that comes back would change.
//!
//! A table is plain texts; no file format is known here. What its columns do not carry stays as it is.

mod back;
pub mod msel;
mod notation;
mod table;
pub mod translation;

pub use table::{BASE, Cell, Fault, Grid, Head, Problem, Table};

use super::edit::Splice;

/// What becomes of an inject that has no row in the table that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// It stays, and that is told.
    Stays,
    /// It goes, with its translations.
    Goes,
}

/// One change that a table asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The cell that asks for it; nothing for what comes of a row that is gone, or of the whole sheet.
    pub cell: Option<Cell>,
    /// What changes: `inject 5, Inject text`.
    pub what: String,
    /// Where it is changed, relative to the case.
    pub file: String,
    /// As the table shows it; nothing where there was nothing.
    pub old: Option<String>,
    /// Nothing where it goes.
    pub new: Option<String>,
    /// How it is done.
    pub splices: Vec<Splice>,
}

/// What a table comes to.
#[derive(Clone, Debug, Default)]
pub struct Back {
    pub changes: Vec<Change>,
    /// With one of these nothing is changed at all.
    pub problems: Vec<Problem>,
    /// Said to whoever brings the table back: rows that are gone, columns that are not read.
    pub notes: Vec<String>,
}

impl Back {
    /// Every splice of every change.
    #[must_use]
    pub fn splices(&self) -> Vec<Splice> {
        let all = self.changes.iter().flat_map(|c| &c.splices);
        all.cloned().collect()
    }
}
