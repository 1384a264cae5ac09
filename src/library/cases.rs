//! Cases ready to play, and where exercises are kept.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::engine::fits;
use crate::journal::{Exercise, sweep};
use crate::scenario::interviews::Interviewee;
use crate::scenario::{CaseSource, Diagnostic, Scenario, Severity, Text, load};

/// A case that passed every check, with the files it was read from.
#[derive(Clone, Debug)]
pub struct LoadedCase {
    pub source: CaseSource,
    pub scenario: Arc<Scenario>,
}

/// The case in a folder, or the shipped case of that name, ready to play.
///
/// # Errors
/// What is wrong with it, in words for a person, with the command that tells everything.
pub fn open(name_or_path: &str) -> Result<LoadedCase, String> {
    let source = super::find(name_or_path)
        .map_err(|found| found.iter().map(said).collect::<Vec<_>>().join("\n"))?;
    let loaded = load(&source);
    match loaded.scenario {
        Some(scenario) => Ok(LoadedCase {
            source,
            scenario: Arc::new(scenario),
        }),
        None => Err(unusable(name_or_path, &loaded.diagnostics)),
    }
}

/// Somebody who can be questioned alone, with the title of the case.
#[derive(Clone, Debug)]
pub struct Invited {
    pub case: Text,
    pub who: Arc<Interviewee>,
}

/// Everybody who can be questioned in a case, in the order of its files.
#[must_use]
pub fn invited(case: &Scenario) -> Vec<Invited> {
    let all = case.interviews.iter().map(|who| Invited {
        case: case.title.clone(),
        who: Arc::new(who.clone()),
    });
    all.collect()
}

fn unusable(name: &str, diagnostics: &[Diagnostic]) -> String {
    let mut errors = diagnostics.iter().filter(|d| d.severity == Severity::Error);
    let first = errors.next().map(said).unwrap_or_default();
    let more = errors.count();
    let more = if more > 0 {
        format!(" (and {more} more)")
    } else {
        String::new()
    };
    format!(
        "The case {name} can't be played: {first}{more}\nSee everything with: liaison check {name}"
    )
}

fn said(d: &Diagnostic) -> String {
    let mut text = d.message.clone();
    if let Some(suggestion) = &d.suggestion {
        text.push_str("; ");
        text.push_str(suggestion);
    }
    text
}

/// The case that an exercise was played with, from the exercise's own file.
///
/// # Errors
/// If this version of the program no longer accepts that case, or the record does not belong to it.
pub fn from_exercise(exercise: &Exercise) -> Result<Arc<Scenario>, String> {
    let source = CaseSource {
        files: exercise.case.clone(),
        ..CaseSource::default()
    };
    let loaded = load(&source);
    match loaded.scenario {
        Some(scenario) => {
            let mut events = exercise.entries.iter().flat_map(|e| &e.events);
            if events.all(|event| fits(&scenario, event)) {
                Ok(Arc::new(scenario))
            } else {
                Err("the record is damaged: it speaks of things that its case does not have".into())
            }
        }
        None => {
            let first = loaded
                .diagnostics
                .iter()
                .find(|d| d.severity == Severity::Error);
            let first = first.map(said).unwrap_or_default();
            Err(format!(
                "the case in this exercise file can't be read by this version: {first}"
            ))
        }
    }
}

/// The folder in which exercises are kept, made if need be: `LIAISON_HOME`, or the person's data
/// folder, or a temporary one where neither can be written. What a killed program left of an exercise
/// that it was about to begin is swept away.
#[must_use]
pub fn exercise_folder() -> PathBuf {
    let chosen = std::env::var_os("LIAISON_HOME").map(PathBuf::from);
    let own = directories::ProjectDirs::from("", "", "liaison")
        .map(|dirs| dirs.data_dir().join("exercises"));
    for folder in [chosen, own].into_iter().flatten() {
        if std::fs::create_dir_all(&folder).is_ok() && can_be_written(&folder) {
            sweep(&folder);
            return folder;
        }
    }
    std::env::temp_dir()
}

/// A folder that is there may still belong to somebody else.
fn can_be_written(folder: &Path) -> bool {
    let probe = folder.join(format!(".{}.probe", std::process::id()));
    let written = std::fs::write(&probe, b"").is_ok();
    written && std::fs::remove_file(&probe).is_ok()
}
