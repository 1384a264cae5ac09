//! Several officers at one desk: what only their lead does, and who was first.
//!
//! A team's officers see one desk. Two of them may change the same thing within a second; the first is
//! done and the second hears who was first, instead of undoing it unknowingly.

use serde::{Deserialize, Serialize};

use crate::engine::Command;
use crate::scenario::ids::{AuthorityId, InjectId, ItemId, OfficerId, RequestId, TaskId};
use crate::scenario::model::Link;

/// What a command changes, as far as two people can collide over it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    Officer(OfficerId),
    Theory,
    Item(ItemId),
    Request(RequestId),
    Verdict,
    Plan,
    Link(Link),
    Authority(AuthorityId),
    Decision(InjectId),
    SetPiece(TaskId),
}

/// Where a colleague is looking, as their own laptop says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Looking {
    Map,
    Chart,
    Board,
    Plan,
    Theory,
    Item(ItemId),
    SetPiece(TaskId),
    Elsewhere,
}

/// Which control a person's pointer is on, or has the focus where they work by keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// A number that every laptop of the table gives to the same control.
    pub on: u64,
    /// Where in the control, from its left and from its top, in 255ths.
    pub at: [u8; 2],
}

/// What this command changes. `None`: it changes nothing that another could change too (a line that is
/// written), or saying it twice is the same as once.
#[must_use]
pub fn changes(command: &Command) -> Option<Thing> {
    Some(match command {
        Command::AssignTask { officer, .. } | Command::ClearTask { officer } => {
            Thing::Officer(*officer)
        }
        Command::RecordTheory { .. } => Thing::Theory,
        Command::ShareItem { item, .. } | Command::GiveConsent { item, .. } => Thing::Item(*item),
        Command::AnswerRequest { request, .. } => Thing::Request(*request),
        Command::DraftVerdict { .. } | Command::SignVerdict { .. } => Thing::Verdict,
        Command::DraftPlan { .. } | Command::SignPlan { .. } | Command::WithdrawPlan => Thing::Plan,
        Command::AddLink { link, .. }
        | Command::RemoveLink { link }
        | Command::PostLink { link }
        | Command::WithdrawLink { link }
        | Command::ChallengeLink { link, .. }
        | Command::SettleChallenge { link } => Thing::Link(*link),
        Command::ApplyAuthority { authority, .. } => Thing::Authority(*authority),
        Command::Decide { inject, .. } => Thing::Decision(*inject),
        Command::PlaySetPiece { task, .. } | Command::LeaveSetPiece { task } => {
            Thing::SetPiece(*task)
        }
        _ => return None,
    })
}

/// Cannot be taken back, or binds the service: the lead's alone.
#[must_use]
pub fn binds(command: &Command) -> bool {
    matches!(
        command,
        Command::Acknowledge
            | Command::ShareItem { .. }
            | Command::AnswerRequest { .. }
            | Command::GiveConsent { .. }
            | Command::SetReady { .. }
            | Command::SignVerdict { .. }
            | Command::SignPlan { .. }
            | Command::Decide { .. }
            | Command::ApplyAuthority { .. }
    )
}
