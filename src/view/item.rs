//! An item as one team knows it: what can be read of it, how it came, how it went, how it could go.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::engine::{Consent, Refusal};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::words::{Channel, Form, Handling, InfoGrade, ItemKind, SubjectKind};

/// An item as this team knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    pub id: ItemId,
    pub origin: Team,
    /// The 7 of `N-07`.
    pub number: u16,
    /// The form in which the team has it: its own are always full.
    pub form: Form,
    /// `None` for a tear-line.
    pub title: Option<Text>,
    pub text: Text,
    /// The tear-line, for an own item that has one.
    pub tear_line: Option<Text>,
    pub kind: ItemKind,
    pub source: u8,
    pub info: InfoGrade,
    pub handling: Handling,
    pub subjects: Vec<SubjectView>,
    /// Subjects that the tear-line still names (own items).
    pub tear_subjects: Vec<SubjectView>,
    /// Round in which the team first held it.
    pub held_since: u8,
    /// The trainer has given it.
    pub given: bool,
    /// How it came from the partner.
    pub received: Option<ReceivedView>,
    /// How it went to the partner, newest last.
    pub shared: Vec<SharedView>,
    /// It may be used as evidence: own evidence, or arrived by mutual legal assistance.
    pub admissible: bool,
    /// It may be put before the partner's courts, as far as the team knows: own evidence that went there
    /// by mutual legal assistance, or evidence that came from there.
    pub admissible_there: bool,
    /// Both services hold it, as far as the team knows: it came from the partner or has arrived there.
    pub joint: bool,
    /// Whether it may be used in a warrant, a plan or an interview by who did not bring it in:
    /// asked, given or refused. `None` while nobody has spoken of it.
    pub consent: Option<Consent>,
    /// What the team may do about consent now.
    pub may: ConsentMoves,
    /// Every way to the partner, for an own item; none for one that came from there.
    pub ways: Vec<Way>,
}

/// What may be done about consent to use an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentMoves {
    /// The partner's item: ask for consent.
    pub ask: bool,
    /// An own item: let the partner use it, asked or not.
    pub give: bool,
    /// An own item: do not let it.
    pub deny: bool,
}

/// One way of passing an item on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub form: Form,
    pub channel: Channel,
    /// The round in which the partner would have it, or why it cannot go this way now.
    pub arrives: Result<u8, Refusal>,
    /// The partner could use it as evidence.
    pub admissible: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubjectView {
    pub id: SubjectId,
    pub kind: SubjectKind,
    pub name: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceivedView {
    pub channel: Channel,
    pub round: u8,
    pub note: Option<Arc<str>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedView {
    pub form: Form,
    pub channel: Channel,
    pub sent: u8,
    pub arrives: u8,
}
