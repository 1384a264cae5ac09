//! A new exercise from an old one: everything on record up to the start of a round, to go on otherwise.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::from_exercise;
use crate::engine::{Entry, Event};
use crate::journal::{self, About, JournalError, Origin};

/// Why no branch was made; in words for a person.
#[derive(Debug, thiserror::Error)]
pub enum BranchError {
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error("{path}: {what}")]
    Unusable { path: PathBuf, what: String },
    #[error("{path}: round {round} was not reached; {}", reached(*.last))]
    NotReached { path: PathBuf, round: u8, last: u8 },
    #[error("{path}: the case has {rounds} rounds; there is no round {round}")]
    NoSuchRound {
        path: PathBuf,
        round: u8,
        rounds: u8,
    },
}

fn reached(last: u8) -> String {
    match last {
        0 => "the exercise is still in its briefing".to_owned(),
        1 => "the exercise came to round 1".to_owned(),
        n => format!("choose a round from 1 to {n}"),
    }
}

/// Makes the exercise file `new` with what is on record in `file` up to the start of `round`: the
/// injects and shared items of its start are there, and its planning begins. The old file stays as it
/// is. Gives the number of entries taken over.
///
/// The seed is the old one: what the teams do as before turns out as before.
///
/// # Errors
/// If the old file cannot be read, never came to that round, or `new` is there already or cannot be
/// written; then nothing is made.
pub fn branch(file: &Path, round: u8, new: &Path) -> Result<usize, BranchError> {
    let exercise = journal::read_file(file)?;
    let scenario = from_exercise(&exercise).map_err(|what| BranchError::Unusable {
        path: file.to_owned(),
        what,
    })?;
    let path = file.to_owned();
    if round == 0 || round > scenario.rounds {
        let rounds = scenario.rounds;
        return Err(BranchError::NoSuchRound {
            path,
            round,
            rounds,
        });
    }
    let starts = |entry: &Entry| {
        let of = |event: &Event| match event {
            Event::RoundStarted { round } => Some(*round),
            _ => None,
        };
        entry.events.iter().find_map(of)
    };
    let Some(at) = exercise
        .entries
        .iter()
        .position(|e| starts(e) == Some(round))
    else {
        let last = exercise.entries.iter().filter_map(starts).max();
        return Err(BranchError::NotReached {
            path,
            round,
            last: last.unwrap_or(0),
        });
    };
    let mut entries = exercise.entries;
    entries.truncate(at + 1);
    if let Some(last) = entries.last_mut() {
        // Time that was noted after it belongs to the old exercise.
        last.elapsed_ms = 0;
    }
    let name = file.file_name().unwrap_or(file.as_os_str());
    let about = About {
        begun: SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .map_or(0, |t| t.as_secs()),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        origin: Some(Origin {
            file: name.to_string_lossy().into_owned(),
            begun: exercise.about.begun,
            round,
        }),
        ..exercise.about
    };
    journal::create_with(new, &about, &exercise.case, &entries)?;
    Ok(entries.len())
}
