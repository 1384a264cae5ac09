//! `liaison new`: begins a case.

use std::path::Path;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::library::{self, Origin};

pub(super) fn run(folder: &Path, from: Option<&str>) -> u8 {
    let made = library::begin(folder, from.map_or(Origin::Small, Origin::Named));
    let told = match made {
        Ok(files) => say(format_args!(
            "{} files in {}. What next:\n  \
             liaison check {folder}\n  \
             liaison solve {folder}\n  \
             liaison simulate {folder}\n  \
             liaison author {folder}\n",
            files.len(),
            folder.display(),
            folder = typed(&folder.display().to_string())
        )),
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}

/// A path as it is typed in a shell.
pub(super) fn typed(path: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "_-./\\:".contains(c);
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("\"{path}\"")
    }
}
