//! The same, in the background: it takes seconds on every core, so whoever asked goes on and looks now and then.

use std::sync::mpsc::TryRecvError;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::{NoAnswer, Settings, WhatIf, what_if};
use crate::background::Background;
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
    work: Background<Standing>,
    last: Standing,
}

impl Work {
    /// Begins with the exercise that `of` brings, which may take its time.
    ///
    /// # Errors
    /// If there is no room for a thread; in words.
    pub fn begin(
        of: impl FnOnce() -> Result<Asked, String> + Send + 'static,
    ) -> Result<Self, String> {
        let work = Background::begin("what if", |teller| {
            let found = of().and_then(|asked| {
                let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
                let (scenario, entries) = (&asked.scenario, &asked.entries);
                let settings = Settings::with_seed(asked.seed);
                let progress = |done, of| {
                    teller.tell(Standing::Playing(done, of));
                };
                what_if(scenario, entries, &settings, teller.stopped(), progress)
                    .map_err(|why: NoAnswer| why.to_string())
            });
            teller.tell(match found {
                Ok(known) => Standing::Known(Arc::new(known)),
                Err(why) => Standing::Failed(why),
            });
        });
        Ok(Self {
            work: work.map_err(|problem| problem.to_string())?,
            last: Standing::Playing(0, 0),
        })
    }

    /// How far it is now.
    pub fn standing(&mut self) -> Standing {
        match self.work.last() {
            Ok(now) => self.last = now,
            Err(TryRecvError::Disconnected) if matches!(self.last, Standing::Playing(..)) => {
                self.last = Standing::Failed(String::new());
            }
            Err(_) => {}
        }
        self.last.clone()
    }
}
