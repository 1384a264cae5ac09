//! Beginning a case: the files of the program's own small case, or of another, under a new name.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::{Shipped, find, shipped};
use crate::scenario::CaseSource;
use crate::scenario::tree::Tree;

/// The small case that `liaison new` writes.
static TEMPLATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/template");

/// Longest id that is taken; folders and exercise files are named by it.
const LONGEST: usize = 40;

/// Largest note that is copied with a case, in bytes, and how many are.
const LARGEST: u64 = 1 << 20;
const MOST: usize = 200;

/// Why no case was begun.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error(
        "`{0}` is no id for a case: use lower case, digits and `_`, beginning with a letter, at most {LONGEST} of them, as in `night_ferry`"
    )]
    Id(String),
    #[error("{0} is there already, and nothing in it is overwritten")]
    There(String),
    #[error("{0}")]
    From(String),
    #[error("{0} could not be written: {1}")]
    Write(String, io::Error),
}

/// The small case, as it is copied.
#[must_use]
pub fn template() -> CaseSource {
    super::files_of(&TEMPLATE, "new_case")
}

/// What a new case begins as.
#[derive(Clone, Copy, Debug)]
pub enum Origin<'a> {
    /// The small case.
    Small,
    /// A copy of one that the program carries.
    Shipped(&'a Shipped),
    /// A copy of one in a folder, or of a shipped one of this name.
    Named(&'a str),
}

impl Origin<'_> {
    /// Its files: those of the case, and the notes that lie beside them.
    fn files(self) -> Result<(CaseSource, BTreeMap<String, Vec<u8>>), BeginError> {
        match self {
            Origin::Small => Ok((template(), BTreeMap::new())),
            Origin::Shipped(case) => Ok((case.source(), case.notes())),
            Origin::Named(name) => {
                let mut source = find(name).map_err(|found| {
                    let told: Vec<String> = found.iter().map(|d| d.brief()).collect();
                    BeginError::From(told.join("\n"))
                })?;
                let folder = Path::new(name);
                // What is no part of a case is not read with it, and copied as it is.
                let strange: Vec<String> = (source.files.keys())
                    .filter(|file| !crate::scenario::manifest::known(file))
                    .cloned()
                    .collect();
                let notes = if folder.is_dir() {
                    let mut notes = notes_in(folder);
                    for file in strange {
                        source.files.remove(&file);
                        let bytes = strange_file(&folder.join(&file))?;
                        notes.insert(file, bytes);
                    }
                    notes
                } else {
                    let shipped = shipped();
                    let case = shipped.iter().find(|case| case.name == name);
                    case.map(Shipped::notes).unwrap_or_default()
                };
                Ok((source, notes))
            }
        }
    }
}

/// Is it a file that people keep beside a case: for its facilitator, or of which originals translations are?
pub(super) fn is_note(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|e| ["md", "txt", "originals"].iter().any(|known| e == *known))
}

/// A file that is no part of a case, to be copied with it.
fn strange_file(path: &Path) -> Result<Vec<u8>, BeginError> {
    let no = |why: String| BeginError::From(format!("{} {why}", path.display()));
    let about = std::fs::metadata(path).map_err(|e| no(format!("cannot be read: {e}")))?;
    if about.len() > LARGEST {
        return Err(no(format!(
            "is no part of a case and larger than {} KiB: put it elsewhere first",
            LARGEST / 1024
        )));
    }
    std::fs::read(path).map_err(|e| no(format!("cannot be read: {e}")))
}

/// The notes in the folder of a case and one level below. One that cannot be read is not copied.
fn notes_in(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut notes = BTreeMap::new();
    let mut waiting = vec![(folder.to_owned(), String::new())];
    while let Some((at, prefix)) = waiting.pop() {
        for entry in std::fs::read_dir(&at).into_iter().flatten().flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            // What a link leads to belongs elsewhere.
            let Ok(about) = entry.metadata() else {
                continue;
            };
            if about.is_dir() && prefix.is_empty() {
                waiting.push((entry.path(), format!("{name}/")));
            } else if about.is_file()
                && about.len() <= LARGEST
                && notes.len() < MOST
                && is_note(&name)
                && let Ok(bytes) = std::fs::read(entry.path())
            {
                notes.insert(name, bytes);
            }
        }
    }
    notes
}

/// Writes a new case into a folder that is made; the folder's name becomes its id and its title. Gives the names of
/// the files.
///
/// # Errors
/// That the name is no id, that there is something already, that the other case is not to be found, or why a
/// file could not be written.
pub fn begin(folder: &Path, from: Origin) -> Result<Vec<String>, BeginError> {
    let id = folder
        .file_name()
        .unwrap_or(folder.as_os_str())
        .to_string_lossy()
        .into_owned();
    if !well_formed(&id) {
        return Err(BeginError::Id(id));
    }
    if folder.exists() {
        return Err(BeginError::There(folder.display().to_string()));
    }
    let (mut source, notes) = from.files()?;
    rename(&mut source, &id);
    for (file, bytes) in source.files.iter().chain(&notes) {
        let path = folder.join(file);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        let written = made.and_then(|()| std::fs::write(&path, bytes));
        written.map_err(|e| {
            // Half a case would only stand in the way of the next try.
            let _ = std::fs::remove_dir_all(folder);
            BeginError::Write(path.display().to_string(), e)
        })?;
    }
    Ok(source.files.into_keys().chain(notes.into_keys()).collect())
}

/// As [`begin`], by name in the folder where cases lie; says where the case is.
///
/// # Errors
/// As [`begin`]; a name is an id, never a way to another folder.
pub fn begin_in(cases: &Path, name: &str, from: Origin) -> Result<PathBuf, BeginError> {
    if !well_formed(name) {
        return Err(BeginError::Id(name.to_owned()));
    }
    let folder = cases.join(name);
    begin(&folder, from)?;
    Ok(folder)
}

fn well_formed(id: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    id.len() <= LONGEST
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(letters)
}

/// Gives a case its new id, and a title after it in every language.
fn rename(source: &mut CaseSource, id: &str) {
    let title = title(id);
    let card = &[("id", id), ("title", title.as_str())];
    let translation = &[("\"case.title\"", title.as_str())];
    for (file, bytes) in &mut source.files {
        let fields: &[(&str, &str)] = match file.as_str() {
            "scenario.ron" => card,
            other if other.starts_with("lang/") => translation,
            _ => continue,
        };
        if let Ok(text) = std::str::from_utf8(bytes) {
            *bytes = with(text, fields).into_bytes();
        }
    }
}

/// A file with other texts in some of its fields.
fn with(text: &str, fields: &[(&str, &str)]) -> String {
    let tree = Tree::scan(text);
    let span = |field: &str| {
        let at = tree.field(text, tree.root()?, field)?;
        let span = tree.node(at).span;
        Some(span.start as usize..span.end as usize)
    };
    let mut changes: Vec<_> = fields
        .iter()
        .filter_map(|(field, to)| Some((span(field)?, *to)))
        .collect();
    // The later first, so that the others stay where they are.
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut now = text.to_owned();
    for (span, to) in changes {
        if text.get(span.clone()).is_some() {
            now.replace_range(span, &format!("\"{to}\""));
        }
    }
    now
}

/// `night_ferry` as `Night Ferry`.
fn title(id: &str) -> String {
    let word = |w: &str| {
        let mut letters = w.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let words: Vec<String> = id.split('_').filter(|w| !w.is_empty()).map(word).collect();
    words.join(" ")
}
