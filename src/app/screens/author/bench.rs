//! The case that is written on: its folder, watched; how it was read last; and how it was when it could be read.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bevy::prelude::*;

use super::{Look, Section};
use crate::app::wake::Wake;
use crate::author::{Kind, Part, Place, Read, parts};
use crate::background::Background;
use crate::library;
use crate::scenario::{CaseSource, Scenario};

/// How often is looked whether a file was saved.
const LOOKS: Duration = Duration::from_millis(300);
/// So long nothing may change before it is read: editors save in several steps.
const SETTLES: Duration = Duration::from_millis(120);
/// How often the screen asks whether there is something new.
const BEAT: Duration = Duration::from_millis(250);

/// A reading of the case without errors.
#[derive(Debug)]
pub struct Good {
    pub scenario: Arc<Scenario>,
    pub source: CaseSource,
    pub parts: Vec<Part>,
    /// By place in `parts`.
    pub places: Vec<Option<Place>>,
    /// Seconds since 1970.
    pub at: u64,
}

/// All of it.
#[derive(Resource, Default)]
pub struct Bench {
    pub folder: Option<PathBuf>,
    /// As it was read last.
    pub read: Arc<Read>,
    /// As it was read last without errors.
    pub good: Option<Arc<Good>>,
    /// Counts what the screen is made anew for.
    pub turn: u64,
    /// Where new cases are put; the usual place if not said (tests).
    pub kept: Option<PathBuf>,
    watch: Option<Background<Read>>,
}

impl Bench {
    /// Where new cases are put.
    pub fn home(&self) -> PathBuf {
        self.kept.clone().unwrap_or_else(library::case_folder)
    }

    /// The cases that are there.
    pub fn cases(&self) -> Vec<PathBuf> {
        library::case_folders(&self.home())
    }

    /// Opens a case folder; it is read before this returns.
    pub fn open(&mut self, folder: PathBuf) {
        self.good = None;
        self.take(library::read_for_author(&folder));
        self.folder = Some(folder);
        self.watch();
    }

    pub fn close(&mut self) {
        self.watch = None;
        self.folder = None;
        self.good = None;
        self.read = Arc::default();
        self.turn += 1;
    }

    /// Watches the folder from now on.
    pub(super) fn watch(&mut self) {
        let Some(folder) = self.folder.clone() else {
            return;
        };
        let seen = library::stamp(&folder);
        let begun = Background::begin("author", move |teller| {
            watch(&folder, seen, teller.stopped(), |read| teller.tell(read));
        });
        // Without a watch the case is read when the screen is opened.
        self.watch = begun.ok();
    }

    /// Nobody looks: nothing is watched.
    pub(super) fn rest(&mut self) {
        self.watch = None;
    }

    fn take(&mut self, read: Read) {
        if let Some(scenario) = &read.scenario {
            let parts = parts(scenario);
            let place = |p| read.places.place_of(&read.source, p);
            let places = parts.iter().map(place).collect();
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            self.good = Some(Arc::new(Good {
                scenario: Arc::new(scenario.clone()),
                source: read.source.clone(),
                parts,
                places,
                at: now.map_or(0, |t| t.as_secs()),
            }));
        }
        self.read = Arc::new(read);
        self.turn += 1;
    }

    /// The parts of a kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Part> {
        let parts = self.good.iter().flat_map(|good| &good.parts);
        parts.filter(move |part| part.of.kind == kind)
    }

    /// The part that is looked at: what is picked, or the first of the section.
    pub fn picked(&self, look: &Look) -> Option<&Part> {
        let Section::Of(kind) = look.section else {
            return None;
        };
        let picked = self.of(kind).find(|part| Some(part.of) == look.pick);
        picked.or_else(|| self.of(kind).next())
    }

    /// Where a part is written now, also if the case cannot be read any more.
    pub fn place(&self, part: &Part) -> Option<Place> {
        let read = &self.read;
        read.places.place_of(&read.source, part).or_else(|| {
            let good = self.good.as_ref()?;
            let at = good.parts.iter().position(|p| p.of == part.of)?;
            good.places.get(at)?.clone()
        })
    }
}

/// Tells whenever what is in the folder has changed and settled.
fn watch(
    folder: &Path,
    mut seen: library::Stamp,
    stopped: &AtomicBool,
    tell: impl Fn(Read) -> bool,
) {
    loop {
        std::thread::sleep(LOOKS);
        if stopped.load(Ordering::Relaxed) {
            return;
        }
        let mut now = library::stamp(folder);
        if now == seen {
            continue;
        }
        loop {
            std::thread::sleep(SETTLES);
            let then = library::stamp(folder);
            if then == now {
                break;
            }
            now = then;
        }
        seen = now;
        if !tell(library::read_for_author(folder)) {
            return;
        }
    }
}

pub(super) fn listen(mut bench: ResMut<Bench>, mut wake: ResMut<Wake>) {
    let quiet = bench.bypass_change_detection();
    wake.beat(quiet.watch.is_some().then_some(BEAT));
    let Some(watch) = &quiet.watch else { return };
    if let Ok(read) = watch.last() {
        quiet.take(read);
        bench.set_changed();
        wake.soon();
    }
}
