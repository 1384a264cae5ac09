//! What is done in the room, what comes of it, and what is not possible.

use serde::{Deserialize, Serialize};

use crate::scenario::ids::{AskId, EvidenceId, StatementId, TopicId};
use crate::scenario::interviews::Mention;
use crate::scenario::words::{Pressure, Safeguard};

use super::score::Verdict;
use super::view::View;

/// What the officer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Act {
    Give(Safeguard),
    Ask(AskId),
    /// Puts evidence to the person.
    Disclose(EvidenceId),
    /// Says in the person's own words what was said on a topic.
    Summarise(TopicId),
    Break,
    /// Marks two things that disagree.
    Mark(Mention, Mention),
    /// Reads the statement back and ends, with a referral as a presumed victim or without one.
    Close {
        refer: bool,
    },
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    Given,
    /// The person answered; `asked again` in vain wears on both.
    Said {
        lines: Vec<Line>,
        irritated: bool,
    },
    /// Evidence lies on the table.
    Reaction(Vec<Line>),
    Summarised,
    Rested,
    /// They disagree indeed.
    Disagree,
    /// They can both be right.
    NoDisagreement,
    Closed(Verdict),
}

impl Answer {
    /// What came of an act, told by what an interviewer saw before and after it.
    #[must_use]
    pub fn between(act: Act, before: &View, after: &View) -> Self {
        let lines = || {
            let last = after.transcript.last();
            last.map_or_else(Vec::new, |entry| entry.lines.clone())
        };
        match act {
            Act::Give(_) => Self::Given,
            Act::Ask(id) => Self::Said {
                lines: lines(),
                irritated: in_vain(id, before, after),
            },
            Act::Disclose(_) => Self::Reaction(lines()),
            Act::Summarise(_) => Self::Summarised,
            Act::Break => Self::Rested,
            Act::Mark(..) if after.disagreements.len() > before.disagreements.len() => {
                Self::Disagree
            }
            Act::Mark(..) => Self::NoDisagreement,
            Act::Close { .. } => match &after.verdict {
                Some(verdict) => Self::Closed(verdict.clone()),
                None => Self::Given,
            },
        }
    }
}

/// Was it asked again, with no break since and nothing new to say?
fn in_vain(id: AskId, before: &View, after: &View) -> bool {
    let since = before.transcript.iter().rev();
    let mut since = since.take_while(|entry| entry.done != Done::Rested);
    since.any(|entry| entry.done == Done::Asked(id)) && after.heard.len() == before.heard.len()
}

/// A line of the transcript that is the person's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    Statement(StatementId),
    /// Words that keep back an answer.
    Guarded(AskId),
    /// Nothing is said any more.
    Silent,
}

/// Something that was done, in the transcript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Done {
    Gave(Safeguard),
    Asked(AskId),
    Disclosed(EvidenceId),
    Summarised(TopicId),
    Rested,
}

/// A part of the transcript.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Minutes from the start.
    pub minute: u16,
    pub done: Done,
    pub lines: Vec<Line>,
}

/// What must never happen; it is recorded, and caps the points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Critical {
    /// The person was coerced.
    Coerced(Pressure),
    /// A child, or one who may be a child, was heard without a guardian.
    ChildAlone,
    /// A presumed victim was let go without a referral.
    NotReferred,
}

/// Why something cannot be done; nothing has changed then.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    thiserror::Error,
    Hash,
    Serialize,
    Deserialize,
)]
pub enum Refusal {
    #[error("there is nothing of that kind here")]
    NotThere,
    #[error("nothing that was said leads to that question yet")]
    NotOffered,
    #[error("this person does not need that")]
    NotNeeded,
    #[error("that was given before")]
    AlreadyGiven,
    #[error("that lies on the table already")]
    AlreadyShown,
    #[error("nobody has said that yet")]
    NotHeard,
    #[error("a thing cannot disagree with itself")]
    Same,
    #[error("that was marked before")]
    Known,
    #[error("there is nothing new to sum up on that topic")]
    NothingToSummarise,
    #[error("you have just had a break")]
    JustRested,
    #[error("there is not enough time left in this room")]
    NoTime,
    #[error("the interview is over")]
    Over,
}
