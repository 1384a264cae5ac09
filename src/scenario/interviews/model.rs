//! An interview that has passed every check: names are indices.

use serde::{Deserialize, Serialize};

use super::super::file::PortraitFile;
use super::super::ids::{AskId, EvidenceId, ItemId, StatementId, SubjectId, TopicId};
use super::super::text::Text;
use super::super::words::{Age, Pressure, QuestionKind, Safeguard};
use super::file::Truth;
use super::moves::Levels;

/// One person who can be questioned, with all that the person could say.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Interviewee {
    pub key: String,
    pub subject: Option<SubjectId>,
    pub name: Text,
    pub about: Text,
    pub portrait: PortraitFile,
    pub age: Age,
    pub victim: bool,
    /// 1 to 3; at 1 kinds of questions are named, and a warning stands at the bad ones.
    pub level: u8,
    pub minutes: u16,
    pub start: Levels,
    pub safeguards: Vec<Safeguard>,
    pub guarded: Text,
    pub silent: Text,
    pub topics: Vec<Topic>,
    pub questions: Vec<Question>,
    pub statements: Vec<Statement>,
    pub evidence: Vec<Evidence>,
    pub contradictions: Vec<Contradiction>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    pub key: String,
    pub name: Text,
    pub needed: bool,
    pub leads_to: Vec<TopicId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub key: String,
    pub topic: TopicId,
    pub kind: QuestionKind,
    pub pressure: Option<Pressure>,
    pub text: Text,
    pub needs: Vec<Need>,
    pub says: Vec<StatementId>,
    pub withheld: Option<Text>,
}

impl Question {
    /// Of a good kind, and without pressure.
    #[must_use]
    pub fn appropriate(&self) -> bool {
        self.kind.appropriate() && self.pressure.is_none()
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Statement {
    pub key: String,
    pub topic: TopicId,
    pub text: Text,
    /// It tells what is seen: not the person's words as they stand.
    pub narrated: bool,
    pub truth: Truth,
    pub needs: Vec<Need>,
    pub item: Option<ItemId>,
    pub indicator: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Evidence {
    pub key: String,
    pub item: Option<ItemId>,
    pub text: Text,
    pub topics: Vec<TopicId>,
    pub after: Vec<StatementId>,
    pub late: Vec<StatementId>,
    pub early: Vec<StatementId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contradiction {
    pub a: Mention,
    pub b: Mention,
    pub lesson: Option<Text>,
}

impl Contradiction {
    /// Is it between these two, in whichever order?
    #[must_use]
    pub fn between(&self, a: Mention, b: Mention) -> bool {
        (self.a, self.b) == (a, b) || (self.a, self.b) == (b, a)
    }
}

/// Something that can be held against something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Mention {
    Said(StatementId),
    Held(EvidenceId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Need {
    Asked(AskId),
    Heard(StatementId),
    Unheard(StatementId),
    Disclosed(EvidenceId),
    Unshown(EvidenceId),
    Rapport(u8),
    Calm(u8),
    Memory(u8),
    Given(Safeguard),
}

impl Interviewee {
    /// Is a guardian owed, because the person is a child or may be one?
    #[must_use]
    pub fn child(&self) -> bool {
        self.age != Age::Adult
    }
}
