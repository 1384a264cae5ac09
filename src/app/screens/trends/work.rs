//! Reading every exercise file of the folder, in the background.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::TryRecvError;
use std::time::Duration;

use bevy::prelude::*;

use crate::app::wake::Wake;
use crate::background::Background;
use crate::library::{NoResult, exercise_files, result_of};
use crate::report::trends::Outing;

/// How often is looked whether another file is read.
const BEAT: Duration = Duration::from_millis(250);

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub done: usize,
    pub of: usize,
    /// Exercises that are not over.
    pub not_over: usize,
}

/// What the files came to, as far as they are read.
#[derive(Resource, Default)]
pub struct Results {
    pub outings: Vec<Outing>,
    pub reading: Reading,
    /// Files that cannot be read, and why.
    pub unread: Vec<String>,
    work: Option<Background<Read>>,
}

type Read = Result<Outing, NoResult>;

impl Results {
    /// Begins anew with this folder.
    pub(super) fn read(&mut self, folder: Option<&Path>) {
        let files = folder.map(exercise_files).unwrap_or_default();
        *self = Self {
            reading: Reading {
                of: files.len(),
                ..Reading::default()
            },
            ..Self::default()
        };
        if files.is_empty() {
            return;
        }
        let begun = Background::begin("trends", move |teller| {
            for file in files {
                if teller.stopped().load(Ordering::Relaxed) || !teller.tell(result_of(&file)) {
                    return;
                }
            }
        });
        match begun {
            Ok(work) => self.work = Some(work),
            Err(problem) => self.unread.push(problem.to_string()),
        }
    }

    pub(super) fn stop(&mut self) {
        self.work = None;
    }

    /// Is everything read that there is?
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.work.is_none()
    }

    /// Takes in what has been read; says if that is anything.
    fn take(&mut self) -> bool {
        let Some(work) = &self.work else { return false };
        let mut read = Vec::new();
        let over = loop {
            match work.next() {
                Ok(one) => read.push(one),
                Err(TryRecvError::Empty) => break false,
                Err(TryRecvError::Disconnected) => break true,
            }
        };
        let changed = over || !read.is_empty();
        self.reading.done += read.len();
        for one in read {
            match one {
                Ok(outing) => self.outings.push(outing),
                Err(NoResult::NotOver(_)) => self.reading.not_over += 1,
                Err(NoResult::Unread(why)) => self.unread.push(why),
            }
        }
        if over {
            self.work = None;
        }
        changed
    }
}

pub(super) fn listen(mut results: ResMut<Results>, mut wake: ResMut<Wake>) {
    let quiet = results.bypass_change_detection();
    if quiet.is_done() {
        return;
    }
    let changed = quiet.take();
    wake.beat((!quiet.is_done()).then_some(BEAT));
    if changed {
        results.set_changed();
        wake.soon();
    }
}
