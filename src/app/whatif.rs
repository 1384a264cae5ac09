//! What one thing would have made of the exercise, worked out in the background once the truth is open.
//!
//! It takes seconds on every core, so it begins by itself and says how far it is; whoever leaves the exercise
//! stops it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bevy::prelude::*;

use super::wake::Wake;
use crate::analysis::{NoAnswer, Settings, WhatIf, what_if};
use crate::journal::read_file;
use crate::library;

/// So often the screen hears how far it is.
const TELL: Duration = Duration::from_millis(400);

/// What is known of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Standing {
    /// Nobody has asked.
    #[default]
    Unasked,
    /// So many of so many pairs of exercises are played.
    Playing(u32, u32),
    Known(Arc<WhatIf>),
    /// Why not, in words for a person.
    Failed(String),
}

/// Of one exercise file.
#[derive(Resource, Default)]
pub struct Otherwise {
    file: Option<PathBuf>,
    pub standing: Standing,
    work: Option<Work>,
}

struct Work {
    stop: Arc<AtomicBool>,
    done: Arc<[AtomicU32; 2]>,
    answer: Mutex<Receiver<Result<WhatIf, String>>>,
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Otherwise {
    /// Works it out for this file, unless that is known or on its way.
    pub fn ask(&mut self, file: PathBuf) {
        if self.file.as_ref() == Some(&file) {
            return;
        }
        let (tell, answer) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
        let (stopped, told, of) = (Arc::clone(&stop), Arc::clone(&done), file.clone());
        let work = move || {
            let answer = read_file(&of)
                .map_err(|problem| problem.to_string())
                .and_then(|exercise| {
                    let scenario = library::from_exercise(&exercise)?;
                    let settings = Settings::with_seed(exercise.about.seed);
                    let progress = |done: u32, of: u32| {
                        told[0].store(done, Ordering::Relaxed);
                        told[1].store(of, Ordering::Relaxed);
                    };
                    what_if(&scenario, &exercise.entries, &settings, &stopped, progress)
                        .map_err(|why: NoAnswer| why.to_string())
                });
            // Whoever asked may be gone.
            let _ = tell.send(answer);
        };
        self.file = Some(file);
        let begun = std::thread::Builder::new()
            .name("otherwise".into())
            .spawn(work);
        match begun {
            Ok(_) => {
                self.standing = Standing::Playing(0, 0);
                self.work = Some(Work {
                    stop,
                    done,
                    answer: Mutex::new(answer),
                });
            }
            Err(problem) => self.standing = Standing::Failed(problem.to_string()),
        }
    }

    /// Another exercise, or none: what was worked out is of no use.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Otherwise>();
    app.add_systems(Update, listen);
}

fn listen(
    time: Res<Time<Real>>,
    mut otherwise: ResMut<Otherwise>,
    mut wake: ResMut<Wake>,
    mut since: Local<Duration>,
) {
    let quiet = otherwise.bypass_change_detection();
    let Some(work) = &quiet.work else { return };
    let heard = match work.answer.lock() {
        Ok(answer) => answer.try_recv(),
        Err(_) => Err(TryRecvError::Disconnected),
    };
    let now = match heard {
        Ok(Ok(answer)) => Standing::Known(Arc::new(answer)),
        Ok(Err(why)) => Standing::Failed(why),
        Err(TryRecvError::Disconnected) => Standing::Failed(String::new()),
        Err(TryRecvError::Empty) => {
            wake.beat(Some(TELL));
            *since += time.delta();
            if *since < TELL {
                return;
            }
            *since = Duration::ZERO;
            let [done, of] = &*work.done;
            Standing::Playing(done.load(Ordering::Relaxed), of.load(Ordering::Relaxed))
        }
    };
    let over = !matches!(now, Standing::Playing(..));
    if over {
        quiet.work = None;
        wake.beat(None);
    }
    if quiet.standing != now {
        quiet.standing = now;
        otherwise.set_changed();
        wake.soon();
    }
}
