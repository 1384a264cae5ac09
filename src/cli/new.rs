//! `liaison new`: begins a case.

use std::path::Path;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::library;

pub(super) fn run(folder: &Path, from: Option<&str>) -> u8 {
    let made = library::begin(folder, from);
    let told = match made {
        Ok(files) => say(format_args!(
            "{} files in {folder}. What next:\n  \
             liaison check {folder}\n  \
             liaison play {folder} --self-play\n  \
             liaison simulate {folder}\n",
            files.len(),
            folder = folder.display()
        )),
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}
