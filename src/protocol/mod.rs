//! What a seat and the host say to each other; versioned, the same in one process and over a wire.
//!
//! Nothing here can carry [`crate::engine::State`]: it does not implement `Serialize`.

pub mod together;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::{Command, Refusal};
use crate::scenario::ids::Team;
use crate::view::{CaseView, MselView, Section, TeamView};

/// Both ends must speak the same.
pub const VERSION: u32 = 1;

/// One person's place at the exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// In a team.
    Team(Team),
    /// The trainer's, or in hotseat whoever works the clock.
    Facilitator,
}

/// From a seat to the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClientMessage {
    /// Take the seat; answered with `Welcome` (a team), `Msel` (the facilitator) or `WrongVersion`.
    Hello { version: u32 },
    /// Do this. `id` is the seat's own count and comes back with the answer.
    Command { id: u32, command: Command },
}

/// From the host to a seat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// The planning clock: wall-clock milliseconds left, and whether it runs.
    Clock { left_ms: u64, running: bool },
    /// The command is done and on record.
    Accepted { id: u32 },
    /// The command was refused; nothing changed.
    Refused { id: u32, refusal: Refusal },
    /// The command could not be put on record; nothing changed.
    NotRecorded { id: u32 },
}
