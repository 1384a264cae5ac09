//! A case theory: what a team, or both, believe the case is.

use serde::{Deserialize, Serialize};

use crate::scenario::ids::{ItemId, SubjectId};
use crate::scenario::words::{Offence, PersonStatus, RoleKind};

/// Most items that are cited for one element.
pub const CELL: usize = 6;

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
    /// By element of the offence: the items that are to prove it, ascending, at most [`CELL`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub elements: Vec<Vec<ItemId>>,
    /// By person whose role the case asks; `None` while not named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Option<RoleKind>>,
    /// How sure, 50–100 per cent; 50 is a coin's guess.
    pub confidence: u8,
}

impl Theory {
    /// Nothing decided yet, for a case with so many questions and persons, and without elements or roles.
    #[must_use]
    pub fn blank(questions: usize, people: usize) -> Self {
        Self {
            offence: None,
            answers: vec![None; questions],
            people: vec![PersonStatus::Unknown; people],
            cited: Vec::new(),
            elements: Vec::new(),
            roles: Vec::new(),
            confidence: 50,
        }
    }

    /// The same for a case with so many elements of the offence and roles, none of them filled in.
    #[must_use]
    pub fn with_grid(mut self, elements: usize, roles: usize) -> Self {
        self.elements = vec![Vec::new(); elements];
        self.roles = vec![None; roles];
        self
    }

    /// Everything that it cites, in any place; an item may come more than once.
    pub fn all_cited(&self) -> impl Iterator<Item = ItemId> {
        let cells = self.elements.iter().flatten();
        self.cited.iter().chain(cells).copied()
    }
}
