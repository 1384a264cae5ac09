//! Reading every exercise file of the folder, in the background.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::prelude::*;

use crate::app::wake::Wake;
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
    work: Option<Work>,
}

type Read = Result<Outing, NoResult>;

struct Work {
    stop: Arc<AtomicBool>,
    files: Mutex<Receiver<Read>>,
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

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
        let (tell, heard) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let work = move || {
            for file in files {
                if stopped.load(Ordering::Relaxed) || tell.send(result_of(&file)).is_err() {
                    return;
                }
            }
        };
        let begun = std::thread::Builder::new()
            .name("trends".into())
            .spawn(work);
        match begun {
            Ok(_) => {
                self.work = Some(Work {
                    stop,
                    files: Mutex::new(heard),
                });
            }
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
            let next = match work.files.lock() {
                Ok(files) => files.try_recv(),
                Err(_) => Err(TryRecvError::Disconnected),
            };
            match next {
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
