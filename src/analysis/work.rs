//! The same, in the background: it takes seconds on every core, so whoever asked goes on and looks now and then.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{NoAnswer, Settings, WhatIf, what_if};
use crate::engine::Entry;
use crate::scenario::Scenario;

/// One at a time: each takes every core, and two beside each other would both come late.
static TURN: Mutex<()> = Mutex::new(());

/// How far it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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

/// Of which exercise.
pub struct Asked {
    pub scenario: Arc<Scenario>,
    pub entries: Vec<Entry>,
    /// Seed of chance of that exercise.
    pub seed: u64,
}

/// One that is being worked out; dropped, it ends soon.
pub struct Work {
    stop: Arc<AtomicBool>,
    done: Arc<[AtomicU32; 2]>,
    answer: Mutex<Receiver<Result<WhatIf, String>>>,
}

impl Drop for Work {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Work {
    /// Begins with the exercise that `of` brings, which may take its time.
    ///
    /// # Errors
    /// If there is no room for a thread; in words.
    pub fn begin(
        of: impl FnOnce() -> Result<Asked, String> + Send + 'static,
    ) -> Result<Self, String> {
        let (tell, answer) = channel();
        let stop = Arc::new(AtomicBool::new(false));
        let done = Arc::new([AtomicU32::new(0), AtomicU32::new(0)]);
        let (stopped, told) = (Arc::clone(&stop), Arc::clone(&done));
        let work = move || {
            let found = of().and_then(|asked| {
                let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
                let progress = |done: u32, of: u32| {
                    told[0].store(done, Ordering::Relaxed);
                    told[1].store(of, Ordering::Relaxed);
                };
                let settings = Settings::with_seed(asked.seed);
                what_if(
                    &asked.scenario,
                    &asked.entries,
                    &settings,
                    &stopped,
                    progress,
                )
                .map_err(|why: NoAnswer| why.to_string())
            });
            // Whoever asked may be gone.
            let _ = tell.send(found);
        };
        std::thread::Builder::new()
            .name("what if".into())
            .spawn(work)
            .map_err(|problem| problem.to_string())?;
        Ok(Self {
            stop,
            done,
            answer: Mutex::new(answer),
        })
    }

    /// How far it is now. What it came to is told once.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let heard = match self.answer.lock() {
            Ok(answer) => answer.try_recv(),
            Err(_) => Err(TryRecvError::Disconnected),
        };
        match heard {
            Ok(Ok(known)) => Standing::Known(Arc::new(known)),
            Ok(Err(why)) => Standing::Failed(why),
            Err(TryRecvError::Disconnected) => Standing::Failed(String::new()),
            Err(TryRecvError::Empty) => {
                let [done, of] = &*self.done;
                Standing::Playing(done.load(Ordering::Relaxed), of.load(Ordering::Relaxed))
            }
        }
    }
}
