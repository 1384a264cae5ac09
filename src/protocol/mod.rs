//! What a seat and the host say to each other; versioned, the same in one process and over a wire.
//!
//! Nothing here can carry [`crate::engine::State`]: it does not implement `Serialize`.

pub mod together;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::{Actor, Command, Refusal};
use crate::report::{Findings, Standing, TakeHome};
use crate::scenario::ids::Team;
use crate::view::{
    CaseView, FacilitatorCase, FacilitatorPart, FacilitatorView, MselView, Section, TeamView,
};

/// Both ends must speak the same.
pub const VERSION: u32 = 1;

/// One person's place at the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// In a team.
    Team(Team),
    /// The trainer's, or in hotseat whoever works the clock.
    Facilitator,
    /// Watches what the case lets be seen, and notes it; can do nothing else.
    Evaluator,
    /// Watches what the case lets be seen.
    Observer,
}

impl Seat {
    /// Those who watch and do not play.
    pub const WATCHERS: [Seat; 2] = [Seat::Evaluator, Seat::Observer];

    /// As whom the seat gives commands; an observer gives none.
    #[must_use]
    pub fn actor(self) -> Option<Actor> {
        match self {
            Seat::Team(team) => Some(Actor::Team(team)),
            Seat::Facilitator => Some(Actor::Facilitator),
            Seat::Evaluator => Some(Actor::Evaluator),
            Seat::Observer => None,
        }
    }
}

/// From a seat to the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClientMessage {
    /// Take the seat; answered with `Welcome` (a team, or who watches one), `FacilitatorCase` and
    /// `Facilitator` (the facilitator, or who watches both), or `WrongVersion`.
    Hello { version: u32 },
    /// Do this. `id` is the seat's own count and comes back with the answer.
    Command { id: u32, command: Command },
    /// Work out what one thing would have made of the exercise; heard of as [`ServerMessage::WhatIf`] once the
    /// truth is open, and before that not at all.
    WhatIf,
    /// The report that this seat may take home; answered with [`ServerMessage::AfterAction`] or
    /// [`ServerMessage::NoReport`].
    AfterAction,
}

/// From the host to a seat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum ServerMessage {
    /// All that the seat may see now.
    Welcome {
        version: u32,
        case: Arc<CaseView>,
        view: Box<TeamView>,
    },
    /// The host speaks another version.
    WrongVersion { host: u32 },
    /// These sections of the view are now so.
    Delta { sections: Vec<Section> },
    /// The list of injects, as it is now: for the facilitator's seat alone.
    Msel { view: Box<MselView> },
    /// What does not change, for who sees both teams.
    FacilitatorCase {
        version: u32,
        case: Arc<FacilitatorCase>,
    },
    /// Both teams side by side, as it is when the seat is taken: for the facilitator, and for who watches both.
    Facilitator { view: Box<FacilitatorView> },
    /// These parts of it are now so.
    FacilitatorDelta { parts: Vec<FacilitatorPart> },
    /// What the record says of the exercise: for who sees both teams once it is over, for the teams once the
    /// truth is open, and then without what the debrief keeps from them.
    Findings { findings: Arc<Findings> },
    /// How far it is worked out what one thing would have made of the exercise.
    WhatIf { standing: Standing },
    /// The report of the exercise, as this seat may have it, and the events on record that it may read.
    AfterAction { report: Arc<TakeHome> },
    /// There is no report yet, or the record could not be read: why, in words.
    NoReport { why: String },
    /// The planning clock: milliseconds of the phase that are left, and whether it runs.
    Clock {
        left_ms: u64,
        running: bool,
        /// Per cent of its speed at which it runs: at 50 a second is taken off in two.
        pace: u8,
    },
    /// The command is done and on record.
    Accepted { id: u32 },
    /// The command was refused; nothing changed.
    Refused { id: u32, refusal: Refusal },
    /// The command could not be put on record; nothing changed.
    NotRecorded { id: u32 },
}

impl ServerMessage {
    /// It changes nothing of what a team or the facilitator sees of the exercise itself.
    #[must_use]
    pub fn passes_by(&self) -> bool {
        matches!(
            self,
            Self::Clock { .. }
                | Self::WhatIf { .. }
                | Self::AfterAction { .. }
                | Self::NoReport { .. }
        )
    }
}
