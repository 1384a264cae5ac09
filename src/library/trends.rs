//! What the exercise files of a folder came to, for [`crate::report::trends`].

use std::path::{Path, PathBuf};

use crate::journal::{EXTENSION, read_file};
use crate::report::Occasion;
use crate::report::trends::{Outing, outing};

use super::from_exercise;

/// Why an exercise file gives no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoResult {
    /// The exercise is not over.
    NotOver(String),
    /// The file cannot be read, for this reason, in words for a person.
    Unread(String),
}

impl std::fmt::Display for NoResult {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NoResult::NotOver(why) | NoResult::Unread(why) => f.write_str(why),
        }
    }
}

/// What the exercise in this file came to.
///
/// # Errors
/// If it is not over, or cannot be read.
pub fn result_of(file: &Path) -> Result<Outing, NoResult> {
    let told = |problem: String| format!("{}: {problem}", file.display());
    let exercise = read_file(file).map_err(|e| NoResult::Unread(e.to_string()))?;
    let scenario = from_exercise(&exercise).map_err(|e| NoResult::Unread(told(e)))?;
    let name = file.file_stem().unwrap_or_default().to_string_lossy();
    outing(
        &scenario,
        Occasion::from(&exercise.about),
        &exercise.entries,
        &name,
    )
    .map_err(|e| NoResult::NotOver(told(e.to_string())))
}

/// The exercise files of a folder, by name; none where it cannot be read.
#[must_use]
pub fn exercise_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.map(|entry| entry.path());
    let mut files: Vec<PathBuf> = paths
        .filter(|path| path.extension().is_some_and(|e| e == EXTENSION) && path.is_file())
        .collect();
    files.sort();
    files
}
