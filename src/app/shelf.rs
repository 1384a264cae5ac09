//! The cases that can be played and the exercises that are on this computer.
//!
//! Only this module of the interface touches exercise files; screens read the [`Shelf`].

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use bevy::prelude::*;

use crate::journal::{About, EXTENSION, Journal};
use crate::scenario::{Scenario, Text};
use crate::session::{LocalTable, Memory, Record, Session};

/// A case that can be played.
#[derive(Clone, Debug)]
pub struct Case {
    pub scenario: Arc<Scenario>,
    /// The files that it was read from, to be kept with the exercise.
    pub files: Arc<BTreeMap<String, Vec<u8>>>,
}

/// The exercise that was left before its end.
#[derive(Clone, Debug)]
pub struct LeftOff {
    pub path: PathBuf,
    pub case: Case,
    /// 0 in the briefing.
    pub round: u8,
    pub people: [Vec<String>; 2],
}

/// An exercise that came to its debrief.
#[derive(Clone, Debug)]
pub struct Debriefed {
    pub path: PathBuf,
    pub title: Text,
    /// How long ago it was begun, in days.
    pub days_ago: u32,
    pub score: u8,
}

/// All of it.
#[derive(Resource, Clone, Debug, Default)]
pub struct Shelf {
    pub cases: Vec<Case>,
    pub left_off: Option<LeftOff>,
    /// Newest first.
    pub debriefs: Vec<Debriefed>,
    /// Where new exercises are kept; `None` keeps them in memory only (tests, pictures).
    pub folder: Option<PathBuf>,
}

/// The id of the case for newcomers.
pub const FIRST: &str = "first_watch";

impl Shelf {
    /// The built-in cases and the person's own exercises.
    #[must_use]
    pub fn usual() -> Self {
        let dirs = directories::ProjectDirs::from("", "", "liaison");
        let folder = dirs.map(|dirs| dirs.data_dir().join("exercises"));
        Self { folder, ..Self::default() }
    }

    /// Begins an exercise, on record before this returns.
    ///
    /// # Errors
    /// If it cannot be put on record; the reason in the words of the system.
    pub fn begin(&self, case: &Case, people: &[Vec<String>; 2]) -> Result<LocalTable, String> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let seed = u64::from(now.subsec_nanos()) ^ now.as_secs().rotate_left(32);
        let record: Box<dyn Record> = match &self.folder {
            None => Box::new(Memory),
            Some(folder) => {
                std::fs::create_dir_all(folder).map_err(|problem| problem.to_string())?;
                let name = format!("{}-{}.{EXTENSION}", case.scenario.id, now.as_millis());
                let about = About {
                    case: case.scenario.id.clone(),
                    title: case.scenario.title.get(&case.scenario.language).to_owned(),
                    seed,
                    people: people.clone(),
                    program: env!("CARGO_PKG_VERSION").to_owned(),
                    begun: now.as_secs(),
                };
                let journal = Journal::create(&folder.join(name), &about, &case.files);
                Box::new(journal.map_err(|problem| problem.to_string())?)
            }
        };
        let session = Session::create(Arc::clone(&case.scenario), seed, record);
        LocalTable::open(session).ok_or_else(|| "the exercise does not answer".to_owned())
    }

    /// Position of the newcomers' case.
    #[must_use]
    pub fn first_case(&self) -> Option<usize> {
        self.cases.iter().position(|case| case.scenario.id == FIRST)
    }
}
