//! Beginning a case: the files of the program's own small case, or of another, under a new name.

use std::io;
use std::path::Path;

use include_dir::{Dir, include_dir};

use super::find;
use crate::scenario::CaseSource;
use crate::scenario::tree::Tree;

/// The small case that `liaison new` writes.
static TEMPLATE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/template");

/// Longest id that is taken; folders and exercise files are named by it.
const LONGEST: usize = 40;

/// Why no case was begun.
#[derive(Debug, thiserror::Error)]
pub enum BeginError {
    #[error(
        "`{0}` is no id for a case: use lower case, digits and `_`, beginning with a letter, as in `night_ferry`"
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

/// Writes the small case, or a copy of another, into a folder that is made; the folder's name becomes its id.
/// Gives the names of the files.
///
/// # Errors
/// That the name is no id, that there is something already, that the other case is not to be found, or why a
/// file could not be written.
pub fn begin(folder: &Path, from: Option<&str>) -> Result<Vec<String>, BeginError> {
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
    let mut source = match from {
        None => template(),
        Some(name) => find(name).map_err(|found| {
            let told: Vec<String> = found.iter().map(|d| d.brief()).collect();
            BeginError::From(told.join("\n"))
        })?,
    };
    rename(&mut source, &id, from.is_none());
    for (file, bytes) in &source.files {
        let path = folder.join(file);
        let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
        let written = made.and_then(|()| std::fs::write(&path, bytes));
        written.map_err(|e| {
            // Half a case would only stand in the way of the next try.
            let _ = std::fs::remove_dir_all(folder);
            BeginError::Write(path.display().to_string(), e)
        })?;
    }
    Ok(source.files.into_keys().collect())
}

fn well_formed(id: &str) -> bool {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    id.len() <= LONGEST
        && id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.chars().all(letters)
}

/// Gives the card its new id, and the small case a title after it.
fn rename(source: &mut CaseSource, id: &str, titled: bool) {
    let Some(card) = source.text("scenario.ron") else {
        return;
    };
    let mut now = card.to_owned();
    let title = title(id);
    // The later field first, so that the other stays where it is.
    let mut fields = vec![("id", id)];
    if titled {
        fields.push(("title", title.as_str()));
    }
    let tree = Tree::scan(card);
    let span = |field: &str| {
        let at = tree.field(card, tree.root()?, field)?;
        let span = tree.node(at).span;
        Some((span.start as usize, span.end as usize))
    };
    let mut changes: Vec<((usize, usize), &str)> = Vec::new();
    changes.extend(fields.iter().filter_map(|(f, to)| Some((span(f)?, *to))));
    changes.sort_by_key(|((start, _), _)| std::cmp::Reverse(*start));
    for ((start, end), to) in changes {
        if card.is_char_boundary(start) && card.is_char_boundary(end) {
            now.replace_range(start..end, &format!("\"{to}\""));
        }
    }
    source
        .files
        .insert("scenario.ron".to_owned(), now.into_bytes());
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
