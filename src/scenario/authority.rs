//! Authorities: what a law wants before officers may do certain work, and the grounds that it wants.
//!
//! A supervisor's leave, a court's warrant, a measure asked for by mutual legal assistance (3-rules,
//! Officers and tasks: authority needed). Police-to-police cooperation gives leads; what a court is to
//! act on must be evidence that may be put before it (6-doctrine, Law).

use serde::Deserialize;

use super::ids::{ItemId, Team};
use super::text::Text;
use super::words::AuthorityKind;

/// `authorities.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Authority")]
pub struct AuthorityFile {
    pub id: String,
    /// Who applies for it and holds it.
    pub team: Team,
    pub kind: AuthorityKind,
    pub title: String,
    pub detail: String,
    /// Rounds until it is held; without it, those of its kind.
    pub rounds: Option<u8>,
    pub grounds: Vec<GroundFile>,
}

/// One thing that has to be shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Ground")]
pub struct GroundFile {
    pub id: String,
    pub text: String,
    /// Any one of these that is good enough shows it.
    pub items: Vec<String>,
    /// It must be admissible before the courts of the team.
    #[serde(default)]
    pub evidence: bool,
}

/// [`AuthorityFile`] with its references resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Authority {
    pub key: String,
    pub team: Team,
    pub kind: AuthorityKind,
    pub title: Text,
    pub detail: Text,
    /// Rounds from the application until it is held.
    pub rounds: u8,
    /// By `GroundId`.
    pub grounds: Vec<Ground>,
}

/// One thing that has to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ground {
    pub key: String,
    pub text: Text,
    /// What shows it: the answer key, which no team sees before the debrief.
    pub items: Vec<ItemId>,
    pub evidence: bool,
}

impl AuthorityKind {
    /// Rounds from the application until it is held, where the case does not say: a supervisor is in
    /// the house, a judge sits the next day, another state takes longest.
    #[must_use]
    pub fn rounds(self) -> u8 {
        match self {
            AuthorityKind::Supervisor => 0,
            AuthorityKind::Warrant => 1,
            AuthorityKind::Mutual => 2,
        }
    }

    /// A court decides, which reads no tear-lines.
    #[must_use]
    pub fn of_a_court(self) -> bool {
        self != AuthorityKind::Supervisor
    }
}
