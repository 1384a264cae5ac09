//! A case theory: what a team, or both, believe the case is.

use serde::{Deserialize, Serialize};

use crate::scenario::ids::{ItemId, SubjectId};
use crate::scenario::words::{Offence, PersonStatus};

/// A theory; the same shape for a team's private theory and the joint verdict.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Theory {
    /// `None` while not decided.
    pub offence: Option<Offence>,
    /// By question of the case.
    pub answers: Vec<Option<SubjectId>>,
    /// By person at risk of the case.
    pub people: Vec<PersonStatus>,
    /// Items that it rests on, ascending.
    pub cited: Vec<ItemId>,
    /// How sure, 50–100 per cent; 50 is a coin's guess.
    pub confidence: u8,
}

impl Theory {
    /// Nothing decided yet, for a case with so many questions and persons.
    #[must_use]
    pub fn blank(questions: usize, people: usize) -> Self {
        Self {
            offence: None,
            answers: vec![None; questions],
            people: vec![PersonStatus::Unknown; people],
            cited: Vec::new(),
            confidence: 50,
        }
    }
}
