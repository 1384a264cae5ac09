//! A set piece as an exercise plays it: one of the machines, opened by a task, worked act by act.
//!
//! What it came to depends on who plays. The officer's skill gives time and help, never points: so many
//! minutes or seconds more, and so many times a colleague who says what a sound officer would do next.

use serde::{Deserialize, Serialize};

use super::document::{self, bench};
use super::{line, questioning};
use crate::scenario::ids::ItemId;

/// What is done in a set piece.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Act {
    Document(bench::Act),
    Interview(questioning::Act),
    Line(line::Act),
    /// Asks an experienced colleague what to do next.
    Help,
}

/// Why something cannot be done in a set piece; nothing has changed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Refusal {
    Document(bench::Refusal),
    Interview(questioning::Refusal),
    Line(line::Refusal),
    /// Such an act belongs to a set piece of another kind.
    OtherKind,
    /// Nobody is there to be asked any more.
    NoHelp,
    /// All has been looked at; what conflicts and what it comes to, no colleague says.
    OwnEyes,
}

/// Points from which a set piece counts as done well.
pub const PASS: u8 = 50;

/// Minutes more at the bench for each level of the skill.
pub const BENCH_MINUTES: u16 = 2;
/// Minutes fewer at the bench for each time that somebody was kept there in vain, and the fewest there are.
pub const AGAIN_MINUTES: u16 = 5;
pub const LEAST_MINUTES: u16 = 5;
/// Minutes more in the room for each level of the skill.
pub const ROOM_MINUTES: u16 = 5;
/// Seconds more at the counter, for each traveller and each level of the skill.
pub const LINE_SECONDS: u32 = 5;

/// The machine that is played.
#[derive(Clone, Debug)]
pub enum Machine {
    Document(Box<bench::Bench>),
    Interview(Box<questioning::Interview>),
    Line(Box<line::Line>),
}

impl Machine {
    /// Plays it.
    ///
    /// # Errors
    /// The machine's reason why that cannot be done; nothing has changed then.
    pub fn act(&mut self, act: &Act) -> Result<(), Refusal> {
        match (self, act) {
            (Self::Document(bench), Act::Document(act)) => {
                bench.act(*act).map(drop).map_err(Refusal::Document)
            }
            (Self::Interview(room), Act::Interview(act)) => {
                room.act(*act).map(drop).map_err(Refusal::Interview)
            }
            (Self::Line(line), Act::Line(act)) => {
                line.act(act.clone()).map(drop).map_err(Refusal::Line)
            }
            _ => Err(Refusal::OtherKind),
        }
    }

    /// The points of one that is over, 0 to 100.
    #[must_use]
    pub fn points(&self) -> Option<u8> {
        match self {
            Self::Document(bench) => bench.verdict().map(|v| v.points()),
            Self::Interview(room) => room.verdict().map(questioning::Verdict::points),
            Self::Line(line) => line::score::Score::of(line).map(|score| score.points()),
        }
    }

    /// What an experienced colleague would do next, seeing what the officer sees. Nobody sound advises to put
    /// an item to a person that is not `free` for it. At the bench a colleague says where to look; what
    /// conflicts there and what it comes to is the officer's own.
    #[must_use]
    pub fn advice(&self, free: impl Fn(ItemId) -> bool) -> Option<Act> {
        if self.points().is_some() {
            return None;
        }
        Some(match self {
            Self::Document(bench) => Act::Document(document::policy::looks(&bench.view())?),
            Self::Interview(room) => {
                let mut view = room.view();
                view.evidence.retain(|e| e.item.is_none_or(&free));
                let reading = questioning::policy::Reading::default();
                Act::Interview(questioning::policy::sound(&view, &reading))
            }
            Self::Line(line) => Act::Line(line::policy::sound(&line.judged())),
        })
    }
}
