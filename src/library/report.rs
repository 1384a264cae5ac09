//! A report of an exercise file, written as files into a folder.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use serde_json::Value;

use crate::analysis::{Settings, WhatIf, what_if};
use crate::journal::{JournalError, read_file};
use crate::language::Lang;
use crate::report::{self, AfterAction, NotYet, Occasion};
use crate::scenario::ids::Team;

/// In what a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// One web page.
    Html,
    /// A Word document.
    Docx,
    /// A workbook.
    Xlsx,
    /// The account and the record, a file each.
    Csv,
    /// The whole report, and beside it the record, one event a line.
    Json,
}

impl Format {
    pub const ALL: [Format; 5] = [
        Format::Html,
        Format::Docx,
        Format::Xlsx,
        Format::Csv,
        Format::Json,
    ];
}

/// What is wanted of a report.
#[derive(Clone, Debug)]
pub struct Wanted {
    pub formats: Vec<Format>,
    /// The case's own language where nothing is said.
    pub lang: Option<Lang>,
    /// For whom it is; `None`: for whoever ran the exercise.
    pub reader: Option<Team>,
    pub otherwise: Otherwise,
}

/// What one thing would have made of the exercise.
#[derive(Clone, Debug)]
pub enum Otherwise {
    /// The report says nothing of it.
    Left,
    /// It has been worked out.
    Known(Arc<WhatIf>),
    /// It is worked out, which takes seconds; who waits is told how far it is.
    Worked(fn(u32, u32)),
}

/// Why there is no report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    #[error("{0}")]
    Journal(#[from] JournalError),
    #[error("{}: {what}", path.display())]
    Case { path: PathBuf, what: String },
    #[error("{}: {why}", path.display())]
    NotYet { path: PathBuf, why: NotYet },
    #[error("{}: the folder could not be made: {what}", path.display())]
    Folder { path: PathBuf, what: std::io::Error },
    #[error("{}: the report could not be written: {what}", path.display())]
    Write { path: PathBuf, what: String },
}

/// Reports of the exercise in `file`, written into `folder`, which is made if it is not there. A file of the same
/// name is replaced, whole or not at all. Returns where they are.
///
/// # Errors
/// If the exercise cannot be read or is not over, or a file cannot be written; those before it are there.
pub fn write_report(
    file: &Path,
    folder: &Path,
    wanted: &Wanted,
) -> Result<Vec<PathBuf>, ReportError> {
    let exercise = read_file(file)?;
    let scenario = super::from_exercise(&exercise).map_err(|what| ReportError::Case {
        path: file.to_owned(),
        what,
    })?;
    let occasion = Occasion::from(&exercise.about);
    let mut of = report::after_action(&scenario, occasion, &exercise.entries, wanted.reader)
        .map_err(|why| ReportError::NotYet {
            path: file.to_owned(),
            why,
        })?;
    of.otherwise = match &wanted.otherwise {
        Otherwise::Left => None,
        Otherwise::Known(known) => Some(Arc::clone(known)),
        Otherwise::Worked(progress) => {
            let settings = Settings::with_seed(of.occasion.seed);
            let never = AtomicBool::new(false);
            let entries = &exercise.entries;
            what_if(&scenario, entries, &settings, &never, progress)
                .ok()
                .map(Arc::new)
        }
    };
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let lang = wanted.lang.unwrap_or_else(|| Lang::of(&scenario.language));
    let events = || report::events(&scenario, &exercise.entries, of.reader);
    write_made(&of, events, folder, &stem, &wanted.formats, lang)
}

/// Writes a report that is at hand into `folder`, which is made if it is not there, under names that begin with
/// `stem`. A file of the same name is replaced, whole or not at all. Returns where they are.
///
/// # Errors
/// If a file cannot be written; those before it are there.
pub fn write_made(
    of: &AfterAction,
    events: impl Fn() -> Vec<Value>,
    folder: &Path,
    stem: &str,
    formats: &[Format],
    lang: Lang,
) -> Result<Vec<PathBuf>, ReportError> {
    std::fs::create_dir_all(folder).map_err(|what| ReportError::Folder {
        path: folder.to_owned(),
        what,
    })?;
    let stem = match of.reader {
        None => stem.to_owned(),
        Some(team) => format!("{stem}.{}", team.key()),
    };
    let mut written = Vec::new();
    for format in formats {
        let made = made(*format, of, &events, lang);
        for (ending, bytes) in made.map_err(|what| ReportError::Write {
            path: folder.to_owned(),
            what,
        })? {
            let path = folder.join(format!("{stem}.{}.{ending}", lang.tag()));
            replace(&path, &bytes).map_err(|what| ReportError::Write {
                path: path.clone(),
                what: what.to_string(),
            })?;
            written.push(path);
        }
    }
    Ok(written)
}

/// The files of one format: ending and content. `events` are those on record that its reader may read.
///
/// # Errors
/// If they cannot be composed, in words.
pub fn made(
    format: Format,
    of: &AfterAction,
    events: impl Fn() -> Vec<Value>,
    lang: Lang,
) -> Result<Vec<(&'static str, Vec<u8>)>, String> {
    let said = |problem: &dyn std::fmt::Display| problem.to_string();
    Ok(match format {
        Format::Html => {
            let page = report::html(of, lang).map_err(|e| said(&e))?;
            vec![("html", page.into_bytes())]
        }
        Format::Docx => {
            let mut packed = Cursor::new(Vec::new());
            report::word(of, lang)
                .pack(&mut packed)
                .map_err(|e| said(&e))?;
            vec![("docx", packed.into_inner())]
        }
        Format::Xlsx => {
            let book = report::workbook(of, &events(), lang).map_err(|e| said(&e))?;
            vec![("xlsx", book)]
        }
        Format::Csv => {
            let timeline = report::timeline_csv(of, lang).map_err(|e| said(&e))?;
            let events = report::events_csv(of, &events(), lang).map_err(|e| said(&e))?;
            vec![("timeline.csv", timeline), ("events.csv", events)]
        }
        Format::Json => {
            let whole = serde_json::to_vec_pretty(of).map_err(|e| said(&e))?;
            let lines = events()
                .iter()
                .map(|e| format!("{e}\n"))
                .collect::<String>();
            vec![("json", whole), ("events.jsonl", lines.into_bytes())]
        }
    })
}

/// Written beside it first, so that nobody ever finds half of it.
fn replace(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let written = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
