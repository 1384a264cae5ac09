//! What an author needs of the disk: where cases are written, a folder that is watched, and an exercise that
//! begins in the middle.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{LoadedCase, branch, exercise_folder, look};
use crate::author::Read;
use crate::bots::{Policy, Simulated};
use crate::engine::Entry;
use crate::journal::{About, EXTENSION, Journal};
use crate::scenario::ids::Team;
use crate::scenario::{CaseSource, Scenario};
use crate::session::{Session, play_out};

/// Where the window puts new cases: `cases` beside the exercises.
#[must_use]
pub fn case_folder() -> PathBuf {
    let exercises = exercise_folder();
    let beside = exercises.parent().unwrap_or(&exercises);
    beside.join("cases")
}

/// The case folders below a folder, by name.
#[must_use]
pub fn case_folders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut cases: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.join("scenario.ron").is_file())
        .collect();
    cases.sort();
    cases
}

/// What tells whether something in a case folder has changed: the size and the time of each file.
pub type Stamp = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// How the folder's files stand: those that a case is read from.
#[must_use]
pub fn stamp(folder: &Path) -> Stamp {
    let mut stamp = Stamp::new();
    let mut waiting = vec![(folder.to_owned(), 0)];
    while let Some((folder, depth)) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let Ok(about) = entry.metadata() else {
                continue;
            };
            if about.is_dir() && depth == 0 {
                waiting.push((path, depth + 1));
            } else if path.extension().is_some_and(|e| e == "ron") {
                stamp.insert(path, (about.len(), about.modified().ok()));
            }
        }
    }
    stamp
}

/// Reads and checks a case folder.
#[must_use]
pub fn read_for_author(folder: &Path) -> Read {
    match look(folder) {
        Ok((source, problems)) => {
            let mut read = Read::of(source);
            if !problems.is_empty() {
                read.scenario = None;
            }
            read.diagnostics.splice(0..0, problems);
            read
        }
        Err(diagnostics) => Read::unread(diagnostics),
    }
}

/// How an exercise comes to the round at which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// The round whose planning begins; 0: the briefing.
    pub round: u8,
    /// By `Team as usize`: how each team played until then.
    pub policies: [Policy; 2],
    pub seed: u64,
}

/// An exercise of this case, in a new file of `folder`, at the start of a round to which simulated teams have
/// played it. The file holds the case as it is now: what is edited later does not touch it.
///
/// # Errors
/// If the exercise never came to that round, or the file cannot be written; in words for a person.
pub fn play_from(
    case: &Arc<Scenario>,
    source: &CaseSource,
    folder: &Path,
    until: &Until,
) -> Result<PathBuf, String> {
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let about = About {
        case: case.id.clone(),
        title: case.title.get(&case.language).to_owned(),
        seed: until.seed,
        people: [Vec::new(), Vec::new()],
        program: env!("CARGO_PKG_VERSION").to_owned(),
        begun: now.as_secs(),
        origin: None,
    };
    let name = format!("{}-{}", case.id, now.as_millis());
    let path = folder.join(format!("{name}.{EXTENSION}"));
    if until.round == 0 {
        Journal::create(&path, &about, &source.files).map_err(|e| e.to_string())?;
        return Ok(path);
    }
    // Played to its end beside it, and begun anew from the round.
    let whole = folder.join(format!(".{name}.whole"));
    let journal = Journal::create(&whole, &about, &source.files).map_err(|e| e.to_string())?;
    let session = Session::create(Arc::clone(case), until.seed, Box::new(journal));
    let mut teams =
        Team::BOTH.map(|team| Simulated::new(until.policies[team.index()], team, until.seed));
    let played = play_out(session, &mut teams).is_some();
    let made = if played {
        branch(&whole, until.round, &path).map_err(|e| match e {
            super::BranchError::NotReached { .. } => {
                format!("the simulated teams never came to round {}", until.round)
            }
            other => other.to_string(),
        })
    } else {
        Err("the exercise does not answer".to_owned())
    };
    // A file that could not be swept away lies there until the next start.
    let _ = std::fs::remove_file(&whole);
    made.map(|_| path)
}

/// A script that `solve` found, as an exercise file of this name, without its ending, in a folder that is made if it
/// is not there.
///
/// # Errors
/// If there is such a file, or it cannot be written; in words for a person.
pub fn keep_script(
    case: &LoadedCase,
    entries: &[Entry],
    folder: &Path,
    name: &str,
) -> Result<PathBuf, String> {
    let about = About {
        case: case.scenario.id.clone(),
        title: case.scenario.title.get(&case.scenario.language).to_owned(),
        seed: 1,
        people: [vec!["solve".to_owned()], vec!["solve".to_owned()]],
        program: env!("CARGO_PKG_VERSION").to_owned(),
        begun: SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default()
            .as_secs(),
        origin: None,
    };
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let path = folder.join(format!("{name}.{EXTENSION}"));
    crate::journal::create_with(&path, &about, &case.source.files, entries)
        .map_err(|e| e.to_string())?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{Origin, begin_in, open};
    use crate::scenario::load;

    #[test]
    fn a_copy_of_a_case_has_its_own_id_and_passes_the_checks() {
        let folder = tempfile::tempdir().expect("a folder");
        let cases = folder.path();
        let own = begin_in(cases, "river_post", Origin::Named("first_watch")).expect("a copy");
        let read = read_for_author(&own);
        assert_eq!(read.diagnostics, vec![]);
        assert_eq!(read.scenario.expect("a good case").id, "river_post");
        assert!(
            begin_in(cases, "river_post", Origin::Small).is_err(),
            "nothing is overwritten"
        );
        for name in ["", "Two Words", "9lives", "ไทย", "a/b", ".."] {
            let told = begin_in(cases, name, Origin::Small).expect_err(name);
            assert!(told.to_string().contains("is no id for a case"), "{told}");
        }
        assert_eq!(case_folders(folder.path()), vec![own.clone()]);
        // Whoever saves a file is seen.
        let before = stamp(&own);
        std::fs::write(own.join("truth.ron"), "(").expect("written");
        assert_ne!(stamp(&own), before);
        let read = read_for_author(&own);
        assert!(read.scenario.is_none() && read.counts().0 > 0);
    }

    #[test]
    fn an_exercise_begins_at_the_round_that_was_asked_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let case = open("first_watch").expect("a shipped case");
        let policies = [Policy::Cautious, Policy::Sharer];
        for round in [0, 1, 3] {
            let until = Until {
                round,
                policies,
                seed: 5,
            };
            let path = play_from(&case.scenario, &case.source, folder.path(), &until);
            let exercise = crate::journal::read_file(&path.expect("a file")).expect("readable");
            let rounds = exercise.entries.iter().flat_map(|e| &e.events);
            let last = rounds.filter_map(|e| match e {
                crate::engine::Event::RoundStarted { round } => Some(*round),
                _ => None,
            });
            assert_eq!(last.max().unwrap_or(0), round);
            // It goes on with the case that it was begun with.
            let source = CaseSource {
                files: exercise.case,
                ..CaseSource::default()
            };
            assert!(load(&source).scenario.is_some());
        }
        let until = Until {
            round: 9,
            policies,
            seed: 5,
        };
        assert!(play_from(&case.scenario, &case.source, folder.path(), &until).is_err());
        let left = std::fs::read_dir(folder.path())
            .expect("the folder")
            .count();
        assert_eq!(left, 3, "nothing is left lying about");
    }
}
