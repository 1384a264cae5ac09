//! The bench as it is looked at, and whose it is: the drill's own, or an exercise's.

use bevy::prelude::*;

use super::kept::Kept;
use super::words;
use crate::app::client::Play;
use crate::app::i18n::Words;
use crate::app::screens::set_piece::{self, Playing};
use crate::drawing::document::{Sheet, sheets};
use crate::engine::encounter::document::Fact;
use crate::engine::encounter::document::bench::{Act, Bench, Verdict, View};
use crate::engine::encounter::document::fraud::Finding;
use crate::engine::encounter::document::generate::drill;
use crate::engine::encounter::document::issuer::Light;
use crate::engine::encounter::set_piece::Act as SetPieceAct;
use crate::scenario::ids::TaskId;
use crate::view::{SetPieceView, SetPieceWhat};

/// One sitting: the document on the bench, and how the officer looks at it.
#[derive(Resource, Clone, Debug)]
pub struct BenchUi {
    /// What lies there, as far as the officer has looked.
    pub bench: View,
    pub(super) host: Host,
    pub(super) light: Light,
    pub(super) zoom: u8,
    /// The middle of what the magnifier shows, in drawing units.
    pub(super) centre: (f32, f32),
    pub(super) sheet: Sheet,
    /// At most two.
    pub(super) picked: Vec<Fact>,
    pub(super) said: Option<Finding>,
    pub(super) kept: Kept,
}

/// Whose bench it is.
#[derive(Clone, Debug)]
pub(super) enum Host {
    /// The drill's own.
    Drill(Box<Drill>),
    /// The exercise's: acts go to whoever hosts it.
    SetPiece(TaskId),
}

#[derive(Clone, Debug)]
pub(super) struct Drill {
    pub(super) bench: Bench,
    pub(super) level: u8,
    pub(super) seed: u64,
    pub(super) tally: Tally,
}

/// The results of a sitting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub(super) documents: u32,
    pub(super) points: u32,
    pub(super) frauds: u32,
    pub(super) hits: u32,
    pub(super) false_alarms: u32,
}

impl BenchUi {
    /// A sitting of this level; the seed fixes all its documents.
    #[must_use]
    pub fn new(level: u8, seed: u64) -> Self {
        Self::lay(level, seed, Tally::default())
    }

    pub(super) fn lay(level: u8, seed: u64, tally: Tally) -> Self {
        let bench = Bench::new(drill(level, seed));
        let view = bench.view();
        let drill = Drill {
            bench,
            level,
            seed,
            tally,
        };
        Self::on(view, Host::Drill(Box::new(drill)))
    }

    pub(super) fn on(bench: View, host: Host) -> Self {
        let first = sheets(&bench.matter.document).first().copied();
        Self {
            bench,
            host,
            light: Light::Magnified,
            zoom: 1,
            centre: (625.0, 440.0),
            sheet: first.unwrap_or(Sheet::Data),
            picked: Vec::new(),
            said: None,
            kept: Kept::default(),
        }
    }

    pub(super) fn drill(&self) -> Option<&Drill> {
        match &self.host {
            Host::Drill(drill) => Some(drill),
            Host::SetPiece(_) => None,
        }
    }

    /// Does it with whoever hosts the bench.
    pub(super) fn play(&mut self, act: Act, play: Option<&mut Play>) -> Result<(), Words> {
        match (&mut self.host, play) {
            (Host::Drill(drill), _) => {
                drill.bench.act(act).map_err(words::refusal)?;
                self.bench = drill.bench.view();
            }
            (Host::SetPiece(task), Some(play)) => {
                set_piece::send(play, *task, SetPieceAct::Document(act))?;
                if let Some(view) = lies(set_piece::shown(Some(&Playing(*task)), Some(play))) {
                    self.bench = view.clone();
                }
            }
            (Host::SetPiece(_), None) => {}
        }
        Ok(())
    }

    /// Has the finding been given?
    pub(super) fn over(&self) -> bool {
        self.bench.said.is_some()
    }
}

impl Tally {
    pub(super) fn count(&mut self, fraud: bool, verdict: &Verdict) {
        let held = verdict.said != Finding::Genuine;
        self.documents += 1;
        self.points += u32::from(verdict.points());
        if fraud {
            self.frauds += 1;
            self.hits += u32::from(held);
        } else {
            self.false_alarms += u32::from(held);
        }
    }
}

/// What lies on the bench of a set piece.
pub(super) fn lies(piece: Option<&SetPieceView>) -> Option<&View> {
    match &piece?.what {
        SetPieceWhat::Document { view, .. } => Some(view),
        _ => None,
    }
}
