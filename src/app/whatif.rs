//! What one thing would have made of the exercise, worked out in the background once the truth is open, where its
//! file is on this computer. At a table elsewhere the table works it out.
//!
//! It takes seconds on every core, so it begins by itself and says how far it is; whoever leaves the exercise
//! stops it.

use std::path::PathBuf;
use std::time::Duration;

use bevy::prelude::*;

use super::client::Play;
use super::conduct::Conduct;
use super::wake::Wake;
use crate::analysis::{Asked, Standing, Work};
use crate::journal::read_file;
use crate::library;

/// So often the screen hears how far it is.
const TELL: Duration = Duration::from_millis(400);

/// Of one exercise file.
#[derive(Resource, Default)]
pub struct Otherwise {
    file: Option<PathBuf>,
    pub standing: Standing,
    work: Option<Work>,
}

impl Otherwise {
    /// Works it out for this file, unless that is known or on its way.
    pub fn ask(&mut self, file: PathBuf) {
        if self.file.as_ref() == Some(&file) {
            return;
        }
        let of = file.clone();
        self.file = Some(file);
        let begun = Work::begin(move || {
            let exercise = read_file(&of).map_err(|problem| problem.to_string())?;
            Ok(Asked {
                scenario: library::from_exercise(&exercise)?,
                seed: exercise.about.seed,
                entries: exercise.entries,
            })
        });
        match begun {
            Ok(work) => {
                self.standing = Standing::Playing(0, 0);
                self.work = Some(work);
            }
            Err(problem) => self.standing = Standing::Failed(problem),
        }
    }

    /// Another exercise, or none: what was worked out is of no use.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Otherwise>();
    app.add_systems(Update, (listen, hear).chain());
}

fn listen(
    time: Res<Time<Real>>,
    mut otherwise: ResMut<Otherwise>,
    mut wake: ResMut<Wake>,
    mut since: Local<Duration>,
) {
    let quiet = otherwise.bypass_change_detection();
    let Some(work) = &mut quiet.work else { return };
    let now = work.standing();
    if matches!(now, Standing::Playing(..)) {
        wake.beat(Some(TELL));
        *since += time.delta();
        if *since < TELL {
            return;
        }
        *since = Duration::ZERO;
    } else {
        quiet.work = None;
        wake.beat(None);
    }
    if quiet.standing != now {
        quiet.standing = now;
        otherwise.set_changed();
        wake.soon();
    }
}

/// What a table elsewhere has worked out.
fn hear(
    play: Option<Res<Play>>,
    conduct: Option<Res<Conduct>>,
    mut otherwise: ResMut<Otherwise>,
    mut wake: ResMut<Wake>,
) {
    let told = match (&conduct, &play) {
        (Some(conduct), _) => &conduct.otherwise,
        (None, Some(play)) => &play.seat().otherwise,
        (None, None) => return,
    };
    if *told != Standing::Unasked && *told != otherwise.standing {
        otherwise.standing = told.clone();
        wake.soon();
    }
}
