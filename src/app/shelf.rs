//! The cases that can be played and the exercises that are on this computer.
//!
//! Only this module of the interface touches exercise files; screens read the [`Shelf`].

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use bevy::prelude::*;

use crate::bots::Policy;
use crate::engine::Phase;
use crate::journal::{self, About, EXTENSION, Journal, read_file};
use crate::language::Lang;
use crate::library::{self, Format, LoadedCase, Wanted, write_made, write_report};
use crate::report::{TakeHome, file_stem};
use crate::scenario::ids::Team;
use crate::scenario::{Scenario, Text};
use crate::session::{LocalTable, Memory, Record, Session, fresh_seed};

/// A case that can be played.
#[derive(Clone, Debug)]
pub struct Case {
    pub scenario: Arc<Scenario>,
    /// The files that it was read from, to be kept with the exercise.
    pub files: Arc<BTreeMap<String, Vec<u8>>>,
}

impl From<LoadedCase> for Case {
    fn from(loaded: LoadedCase) -> Self {
        Self {
            scenario: loaded.scenario,
            files: Arc::new(loaded.source.files),
        }
    }
}

/// The exercise that was left before its end.
#[derive(Clone, Debug)]
pub struct LeftOff {
    pub path: PathBuf,
    pub scenario: Arc<Scenario>,
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
    /// 0–100.
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
    /// What the command line asked of the next exercise.
    pub asked: Option<Asked>,
}

/// A seed and a file that somebody chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub seed: u64,
    pub journal: Option<PathBuf>,
}

/// The id of the case for newcomers.
pub const FIRST: &str = "first_watch";

/// So many of the latest exercise files are looked into.
const LATEST: usize = 12;

impl Shelf {
    /// The shipped cases, and the exercises in the person's own folder.
    #[must_use]
    pub fn usual() -> Self {
        Self::kept_in(library::exercise_folder())
    }

    /// The shipped cases, and the exercises of this folder.
    #[must_use]
    pub fn kept_in(folder: PathBuf) -> Self {
        let mut shelf = Self {
            folder: Some(folder),
            ..Self::shipped()
        };
        shelf.look();
        shelf
    }

    /// The shipped cases alone; exercises are kept in memory.
    #[must_use]
    pub fn shipped() -> Self {
        let mut cases = Vec::new();
        for shipped in library::shipped() {
            match library::open(shipped.name) {
                Ok(loaded) => cases.push(Case::from(loaded)),
                Err(problem) => error!("{problem}"),
            }
        }
        // The newcomers' case stands first.
        cases.sort_by_key(|case: &Case| case.scenario.id != FIRST);
        Self {
            cases,
            ..Self::default()
        }
    }

    /// The folder of exercises, if it is one that may be emptied at any time.
    #[must_use]
    pub fn passing(&self) -> Option<&Path> {
        self.folder
            .as_deref()
            .filter(|folder| *folder == std::env::temp_dir())
    }

    /// Looks again which exercises there are.
    pub fn look(&mut self) {
        let Some(folder) = &self.folder else { return };
        self.left_off = None;
        self.debriefs.clear();
        for path in latest(folder) {
            match look_into(&path) {
                Some(Found::LeftOff(left)) if self.left_off.is_none() => self.left_off = Some(left),
                Some(Found::Debriefed(debriefed)) => self.debriefs.push(debriefed),
                _ => {}
            }
        }
    }

    /// The place of this case on the shelf, where it is put if it was not there.
    pub fn place(&mut self, case: Case) -> usize {
        let same = |other: &Case| *other.scenario == *case.scenario;
        self.cases.iter().position(same).unwrap_or_else(|| {
            self.cases.push(case);
            self.cases.len() - 1
        })
    }

    /// Begins an exercise, on record before this returns; says which file it is kept in.
    ///
    /// # Errors
    /// If it cannot be put on record; the reason in the words of the system.
    pub fn begin(
        &mut self,
        at: usize,
        people: &[Vec<String>; 2],
    ) -> Result<(LocalTable, Option<PathBuf>), String> {
        let (session, path) = self.session(at, people)?;
        let table = LocalTable::open(session).ok_or("the exercise does not answer")?;
        Ok((table, path))
    }

    /// The same, with nobody at its seats yet.
    ///
    /// # Errors
    /// If it cannot be put on record; the reason in the words of the system.
    pub fn session(
        &mut self,
        at: usize,
        people: &[Vec<String>; 2],
    ) -> Result<(Session, Option<PathBuf>), String> {
        let case = self.cases.get(at).ok_or("there is no such case")?;
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let asked = self.asked.as_ref();
        let seed = asked.map_or_else(fresh_seed, |asked| asked.seed);
        let name = format!("{}-{}.{EXTENSION}", case.scenario.id, now.as_millis());
        let usual = self.folder.as_ref().map(|folder| folder.join(name));
        let path = asked.and_then(|asked| asked.journal.clone()).or(usual);
        let record: Box<dyn Record> = match &path {
            None => Box::new(Memory),
            Some(path) => {
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder).map_err(|problem| problem.to_string())?;
                }
                let about = About {
                    case: case.scenario.id.clone(),
                    title: case.scenario.title.get(&case.scenario.language).to_owned(),
                    seed,
                    people: people.clone(),
                    program: env!("CARGO_PKG_VERSION").to_owned(),
                    begun: now.as_secs(),
                    origin: None,
                };
                let journal = Journal::create(path, &about, &case.files);
                Box::new(journal.map_err(|problem| problem.to_string())?)
            }
        };
        let session = Session::create(Arc::clone(&case.scenario), seed, record);
        self.asked = None;
        Ok((session, path))
    }

    /// Position of the newcomers' case.
    #[must_use]
    pub fn first_case(&self) -> Option<usize> {
        self.cases.iter().position(|case| case.scenario.id == FIRST)
    }
}

/// Opens an exercise file to go on with it, or to read its debrief.
///
/// # Errors
/// If it cannot be opened; the reason in words for a person.
pub fn resume(path: &Path) -> Result<(LocalTable, [Vec<String>; 2]), String> {
    let (journal, exercise) = Journal::open(path).map_err(|problem| problem.to_string())?;
    let scenario = library::from_exercise(&exercise)?;
    let about = exercise.about;
    let session = Session::resume(scenario, about.seed, &exercise.entries, Box::new(journal))
        .map_err(|problem| problem.to_string())?;
    let table =
        LocalTable::open(session).ok_or_else(|| "the exercise does not answer".to_owned())?;
    Ok((table, about.people))
}

/// Opens an exercise file to serve it to a room.
///
/// # Errors
/// If it cannot be opened; the reason in words for a person.
pub fn session_of(path: &Path) -> Result<(Session, crate::scenario::Text), String> {
    let (journal, exercise) = Journal::open(path).map_err(|problem| problem.to_string())?;
    let scenario = library::from_exercise(&exercise)?;
    let title = scenario.title.clone();
    let seed = exercise.about.seed;
    let session = Session::resume(scenario, seed, &exercise.entries, Box::new(journal))
        .map_err(|problem| problem.to_string())?;
    Ok((session, title))
}

/// Opens an exercise file to look at it; nothing is written into it, also while it is played.
///
/// # Errors
/// If it cannot be read; the reason in words for a person.
pub fn look_at(path: &Path) -> Result<(LocalTable, [Vec<String>; 2]), String> {
    let exercise = read_file(path).map_err(|problem| problem.to_string())?;
    let scenario = library::from_exercise(&exercise)?;
    let about = exercise.about;
    let session = Session::resume(scenario, about.seed, &exercise.entries, Box::new(Memory))
        .map_err(|problem| problem.to_string())?;
    let table =
        LocalTable::open(session).ok_or_else(|| "the exercise does not answer".to_owned())?;
    Ok((table, about.people))
}

/// The team that is simulated in this exercise, and how.
#[must_use]
pub fn partner(path: &Path) -> Option<(Team, Policy)> {
    let all = Team::BOTH
        .into_iter()
        .flat_map(|team| Policy::ALL.map(|policy| (team, policy)));
    all.into_iter()
        .find(|(team, policy)| journal::is_noted(path, &partner_key(*team, *policy)))
}

/// Notes it in the exercise file, for whoever goes on with it.
pub fn note_partner(path: &Path, team: Team, policy: Policy) {
    if let Err(problem) = journal::note(path, &partner_key(team, policy)) {
        warn!("{problem}");
    }
}

fn partner_key(team: Team, policy: Policy) -> String {
    let team = match team {
        Team::North => "north",
        Team::South => "south",
    };
    format!("simulated-{team}-{}", policy.key())
}

/// The people of this exercise have opened the truth once; from then on it is open.
#[must_use]
pub fn truth_was_opened(path: &Path) -> bool {
    journal::is_noted(path, TRUTH_OPENED)
}

/// Notes it in the exercise file. What cannot be noted is asked for again next time.
pub fn open_truth(path: &Path) {
    if let Err(problem) = journal::note(path, TRUTH_OPENED) {
        warn!("{problem}");
    }
}

const TRUTH_OPENED: &str = "truth-opened";

/// Writes the report of a finished exercise beside its file and says where.
///
/// # Errors
/// If the exercise cannot be read or the report not written; the reason in words for a person.
pub fn save_report(
    path: &Path,
    lang: &str,
    format: Format,
    otherwise: library::Otherwise,
) -> Result<PathBuf, String> {
    let wanted = Wanted {
        formats: vec![format],
        lang: Some(Lang::of(lang)),
        reader: None,
        otherwise,
    };
    let folder = path.parent().unwrap_or(Path::new("."));
    let written = write_report(path, folder, &wanted).map_err(|problem| problem.to_string())?;
    let page = written.into_iter().next();
    page.ok_or_else(|| "nothing was written".to_owned())
}

impl Shelf {
    /// Writes a report that a table elsewhere has sent into the person's own folder. Returns where it is.
    ///
    /// # Errors
    /// If it cannot be written, or there is no folder; the reason in words for a person.
    pub fn save_taken(
        &self,
        report: &TakeHome,
        lang: &str,
        format: Format,
    ) -> Result<PathBuf, String> {
        let folder = self.folder.clone().unwrap_or_else(library::exercise_folder);
        let stem = file_stem(&report.of);
        let events = || report.events.clone();
        let written = write_made(
            &report.of,
            events,
            &folder,
            &stem,
            &[format],
            Lang::of(lang),
        );
        let written = written.map_err(|problem| problem.to_string())?;
        let page = written.into_iter().next();
        page.ok_or_else(|| "nothing was written".to_owned())
    }
}

/// The newest exercise files of a folder, newest first.
fn latest(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<(SystemTime, PathBuf)> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|extension| extension == EXTENSION)
        })
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    files.sort_by(|a, b| b.cmp(a));
    files
        .into_iter()
        .take(LATEST)
        .map(|(_, path)| path)
        .collect()
}

enum Found {
    LeftOff(LeftOff),
    Debriefed(Debriefed),
}

/// A file that cannot be read is not listed; opening it by name says why.
fn look_into(path: &Path) -> Option<Found> {
    let exercise = read_file(path).ok()?;
    let scenario = library::from_exercise(&exercise).ok()?;
    let about = &exercise.about;
    // In memory: looking must not write.
    let record = Box::new(Memory);
    let session = Session::resume(scenario.clone(), about.seed, &exercise.entries, record).ok()?;
    let table = LocalTable::open(session)?;
    let view = &table.seat(Team::North).view;
    if view.clock.phase != Phase::Debrief {
        return Some(Found::LeftOff(LeftOff {
            path: path.to_owned(),
            round: view.clock.round,
            people: about.people.clone(),
            scenario,
        }));
    }
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default()
        .as_secs();
    Some(Found::Debriefed(Debriefed {
        path: path.to_owned(),
        title: scenario.title.clone(),
        days_ago: u32::try_from(now.saturating_sub(about.begun) / 86_400).unwrap_or(u32::MAX),
        score: view.debrief.as_ref().map_or(0, |debrief| debrief.score),
    }))
}
