//! `liaison resume` and `liaison replay`: going on with an exercise from its file, or looking at it again.

use std::path::Path;

use super::PROBLEMS;
use crate::journal;
use crate::library;

pub(super) fn run(file: &Path, replay: bool) -> u8 {
    // A file that cannot be read is told before a window opens.
    let checked = journal::read_file(file)
        .map_err(|e| e.to_string())
        .and_then(|e| library::from_exercise(&e).map_err(|p| format!("{}: {p}", file.display())));
    match checked {
        Ok(_) if replay => super::open::replay(file),
        Ok(_) => super::open::resume(file),
        Err(problem) => {
            eprintln!("{problem}");
            PROBLEMS
        }
    }
}
