//! What a seat may ask for. Commands are imperative; [`super::decide()`] judges them.

use serde::{Deserialize, Serialize};

use super::liaison::{About, Answer};
use super::theory::Theory;
use crate::scenario::ids::{ItemId, OfficerId, RequestId, SubjectId, TaskId, Team};
use crate::scenario::words::{Channel, Form};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Actor {
    /// An officer's seat in a team.
    Team(Team),
    /// The trainer, or in hotseat whoever works the clock.
    Facilitator,
    /// The host itself, when a planning phase's time is out.
    Clock,
}

/// Everything that can be asked of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Command {
    /// The team has read what is before it: the briefing, or a round's report.
    Acknowledge,
    /// Send an officer to do a task at this round's end.
    AssignTask { officer: OfficerId, task: TaskId },
    /// Take an officer's task back.
    ClearTask { officer: OfficerId },
    /// Put the team's theory on record; the first one is kept as the first theory.
    RecordTheory { theory: Theory },
    /// Pass an item to the partner service. It cannot be taken back.
    ShareItem {
        item: ItemId,
        form: Form,
        channel: Channel,
        /// Read word for word by the partner.
        note: Option<String>,
    },
    /// Write a line to the partner service.
    SendMessage { text: String },
    /// Ask the partner service what it holds on one to three subjects.
    Request {
        subjects: Vec<SubjectId>,
        text: Option<String>,
    },
    /// Answer a request of the partner service.
    AnswerRequest { request: RequestId, answer: Answer },
    /// Ask the register whether the partner works on the same: yes or no, nothing else.
    PointerQuery { about: About },
    /// Ask the partner whether its item may be used in a warrant, a plan or an interview.
    AskConsent { item: ItemId },
    /// Let the partner use an item of one's own so, or not.
    GiveConsent { item: ItemId, granted: bool },
    /// Ready, or not ready any more, to end planning.
    SetReady { ready: bool },
    /// Replace the joint draft of the verdict; signatures fall.
    DraftVerdict { theory: Theory },
    /// Sign the joint draft at this revision.
    SignVerdict { revision: u16 },
    /// Stop the planning clock.
    Pause,
    /// Let it run on.
    Resume,
    /// Give planning more time.
    ExtendPlanning { seconds: u32 },
    /// End the planning (or verdict) phase now.
    EndPhase,
}
