//! Writes changed files of a case back into its folder, each whole or not at all.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::book::hint;
use crate::scenario::CaseSource;

/// Why a case is not changed.
#[derive(Debug, thiserror::Error)]
pub enum ReviseError {
    #[error(
        "`{0}` is not a folder; a case that the program carries cannot be changed: copy its folder first"
    )]
    NoFolder(String),
    #[error("`{0}` has been changed by somebody else meanwhile; nothing is written. Begin again")]
    Changed(PathBuf),
    #[error("`{0}` is read-only; make it writable first. Nothing is written")]
    ReadOnly(PathBuf),
    #[error("`{path}` cannot be written: {what}{hint}")]
    Write {
        path: PathBuf,
        what: io::Error,
        hint: &'static str,
    },
}

/// A file in a case's folder that is no part of the case and changes with it.
#[derive(Clone, Debug)]
pub struct Beside {
    /// Relative to the folder.
    pub file: String,
    /// What it said when it was read; nothing if it was not there.
    pub before: Option<String>,
    pub now: String,
}

/// Writes every file in which `new` differs from `old`, and those `beside` the case. Returns what was written.
///
/// # Errors
/// If a file is not any more what `old` says, is read-only, or cannot be written. Nothing is written unless
/// everything could be made ready beside it.
pub fn revise(
    folder: &Path,
    old: &CaseSource,
    new: &CaseSource,
    beside: &[Beside],
) -> Result<Vec<PathBuf>, ReviseError> {
    if !folder.is_dir() {
        return Err(ReviseError::NoFolder(folder.display().to_string()));
    }
    let changed = new
        .files
        .iter()
        .filter(|(name, bytes)| old.files.get(*name) != Some(bytes))
        .map(|(name, bytes)| {
            (
                name,
                old.files.get(name).map(Vec::as_slice),
                bytes.as_slice(),
            )
        });
    let beside = (beside.iter()).map(|b| {
        (
            &b.file,
            b.before.as_deref().map(str::as_bytes),
            b.now.as_bytes(),
        )
    });
    let mut all: Vec<(PathBuf, &[u8])> = Vec::new();
    for (name, before, bytes) in changed.chain(beside) {
        let path = folder.join(name);
        let there = match fs::read(&path) {
            Ok(there) => Some(there),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(what) => return Err(failed(path, what)),
        };
        if there.as_deref() != before {
            return Err(ReviseError::Changed(path));
        }
        all.push((path, bytes));
    }
    let mut ready = Vec::new();
    for (path, bytes) in &all {
        match prepare(path, bytes) {
            Ok(way) => ready.push(way),
            Err(error) => {
                for (made, _) in &ready {
                    let _ = fs::remove_file(made);
                }
                return Err(error);
            }
        }
    }
    for (n, (made, path)) in ready.iter().enumerate() {
        if let Err(what) = fs::rename(made, path) {
            for (made, _) in &ready[n..] {
                let _ = fs::remove_file(made);
            }
            return Err(failed(path.clone(), what));
        }
    }
    Ok(all.into_iter().map(|(path, _)| path).collect())
}

fn failed(path: PathBuf, what: io::Error) -> ReviseError {
    ReviseError::Write {
        hint: hint(&path, &what),
        path,
        what,
    }
}

/// The new content beside a file, and the file that it is for: behind a link, where the link leads.
fn prepare(path: &Path, bytes: &[u8]) -> Result<(PathBuf, PathBuf), ReviseError> {
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let rights = fs::metadata(&path).ok().map(|meta| meta.permissions());
    if rights.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(ReviseError::ReadOnly(path));
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|what| failed(path.clone(), what))?;
    }
    let made = beside(&path, bytes).map_err(|what| failed(path.clone(), what))?;
    let set = rights.map_or(Ok(()), |rights| fs::set_permissions(&made, rights));
    match set {
        Ok(()) => Ok((made, path)),
        Err(what) => {
            let _ = fs::remove_file(&made);
            Err(failed(path, what))
        }
    }
}

/// Names beside a file that are tried.
const NAMES: u32 = 1_000;

/// A new file beside another with this content; whatever lies there under another name stays as it is.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    for n in 0..NAMES {
        let mut beside = path.as_os_str().to_owned();
        beside.push(if n == 0 {
            ".new".to_owned()
        } else {
            format!(".new{n}")
        });
        let beside = PathBuf::from(beside);
        let made = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&beside);
        match made {
            Ok(mut file) => {
                let written = file.write_all(bytes);
                if written.is_err() {
                    let _ = fs::remove_file(&beside);
                }
                return written.map(|()| beside);
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
            Err(e) => return Err(e),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Writes a file beside its name first, so that nobody ever finds half of it.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let made = beside(path, bytes)?;
    let moved = fs::rename(&made, path);
    if moved.is_err() {
        let _ = fs::remove_file(&made);
    }
    moved
}
