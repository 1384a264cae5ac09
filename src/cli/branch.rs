//! `liaison branch`: a new exercise from a round of an old one.

use std::path::Path;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::library;

pub(super) fn run(file: &Path, round: u8, new: &Path) -> u8 {
    match library::branch(file, round, new) {
        Ok(_) => {
            let told = say(format_args!(
                "{} begins with round {round} of {}.\nGo on with: liaison resume {}\n",
                new.display(),
                file.display(),
                new.display()
            ));
            told.map_or_else(|e| cut_off(&e), |()| DONE)
        }
        Err(problem) => {
            eprintln!("{problem}");
            PROBLEMS
        }
    }
}
