//! Where cases come from: folders on disk and those that the program carries.
//!
//! This is the only place that reads case files. It looks at sizes before it reads, follows no link
//! out of the folder, and leaves judging what the files say to [`crate::scenario`].

mod author;
mod begin;
mod book;
mod branch;
mod cases;
mod folder;
mod practice;
mod report;
mod revise;
mod trends;

use std::collections::BTreeMap;
use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::scenario::{CaseSource, Code, Diagnostic};

pub use author::{
    Stamp, Until, case_folder, case_folders, keep_script, play_from, read_for_author, stamp,
};
pub use begin::{BeginError, Origin, begin, begin_in, template};
pub use book::{BookError, open_elsewhere, read_book, write_book};
pub use branch::{BranchError, branch};
pub use cases::{Invited, LoadedCase, exercise_folder, from_exercise, invited, open};
pub use folder::{look, read_case};
pub use practice::{practice, practice_problems};
pub use report::{Format, Otherwise, ReportError, Wanted, made, write_made, write_report};
pub use revise::{Beside, ReviseError, revise};
pub use trends::{NoResult, exercise_files, result_of};

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/scenarios");

/// A case that the program carries.
#[derive(Clone, Debug)]
pub struct Shipped {
    /// Its folder name, which is also its id.
    pub name: &'static str,
    dir: &'static Dir<'static>,
}

impl Shipped {
    /// Its files.
    #[must_use]
    pub fn source(&self) -> CaseSource {
        files_of(self.dir, self.name)
    }

    /// What lies beside them for people, such as notes for the facilitator.
    fn notes(&self) -> BTreeMap<String, Vec<u8>> {
        let below = self.dir.dirs().flat_map(Dir::files);
        let files = self.dir.files().chain(below);
        let named = files.map(|file| {
            let path = file.path();
            let path = path.strip_prefix(self.dir.path()).unwrap_or(path);
            let name = path.to_string_lossy().replace('\\', "/");
            (name, file.contents().to_vec())
        });
        named.filter(|(name, _)| begin::is_note(name)).collect()
    }
}

/// The case files of a folder that the program carries.
fn files_of(folder: &'static Dir<'static>, name: &str) -> CaseSource {
    let mut source = CaseSource {
        folder: Some(name.to_owned()),
        ..CaseSource::default()
    };
    let mut waiting = vec![folder];
    while let Some(dir) = waiting.pop() {
        waiting.extend(dir.dirs());
        for file in dir.files() {
            let path = file
                .path()
                .strip_prefix(folder.path())
                .unwrap_or(file.path());
            let name = path.to_string_lossy().replace('\\', "/");
            if name.ends_with(".ron") {
                source.files.insert(name, file.contents().to_vec());
            }
        }
    }
    source
}

/// Every case that the program carries, by name.
#[must_use]
pub fn shipped() -> Vec<Shipped> {
    let mut cases: Vec<Shipped> = SHIPPED
        .dirs()
        .filter_map(|dir| {
            Some(Shipped {
                name: dir.path().file_name()?.to_str()?,
                dir,
            })
        })
        .collect();
    cases.sort_by_key(|case| case.name);
    cases
}

/// The case in a folder, or the shipped case of that name.
///
/// # Errors
/// Whatever keeps the folder from being read.
pub fn find(name_or_path: &str) -> Result<CaseSource, Vec<Diagnostic>> {
    match find_all(name_or_path)? {
        (source, problems) if problems.is_empty() => Ok(source),
        (_, problems) => Err(problems),
    }
}

/// The same with what could be read of it, and what could not.
///
/// # Errors
/// Whatever keeps the whole of it from being read.
pub fn find_all(name_or_path: &str) -> Result<(CaseSource, Vec<Diagnostic>), Vec<Diagnostic>> {
    let path = Path::new(name_or_path);
    if path.is_dir() {
        return look(path);
    }
    let cases = shipped();
    if let Some(case) = cases.iter().find(|case| case.name == name_or_path) {
        return Ok((case.source(), Vec::new()));
    }
    if path.exists() {
        return look(path);
    }
    let names: Vec<String> = cases
        .iter()
        .map(|case| format!("`{}`", case.name))
        .collect();
    let message = format!("there is no folder and no shipped case `{name_or_path}`");
    let missing = Diagnostic::of_file(Code::Unreadable, name_or_path, message);
    Err(vec![if names.is_empty() {
        missing
    } else {
        missing.suggest(format!("shipped cases: {}", names.join(", ")))
    }])
}
