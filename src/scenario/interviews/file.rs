//! What a file of `interviews/` says, word for word.

use serde::Deserialize;

use super::super::file::PortraitFile;
use super::super::words::{Age, Pressure, QuestionKind, Safeguard};

/// One person who can be questioned.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Interview")]
pub struct InterviewFile {
    pub id: String,
    /// Who it is among the subjects of the case.
    pub subject: Option<String>,
    pub name: String,
    /// What the interviewer knows on the way in.
    pub about: String,
    #[serde(default)]
    pub portrait: PortraitFile,
    pub age: Age,
    /// The right end is a referral as a presumed victim.
    #[serde(default)]
    pub victim: bool,
    /// 1: kinds of questions are named, with a warning at the bad ones; 2 and 3: the officer has to know
    /// them. As hard as the case, if left out.
    pub level: Option<u8>,
    /// Minutes that the room is free.
    pub minutes: u16,
    /// Levels at the start, 0–5.
    #[serde(default = "two")]
    pub rapport: u8,
    #[serde(default = "two")]
    pub stress: u8,
    #[serde(default = "four")]
    pub memory: u8,
    /// What this person has a right to.
    pub safeguards: Vec<Safeguard>,
    /// Said where an answer is kept back and its question has no words of its own for that.
    pub guarded: String,
    /// What is seen or heard once the stress is so high that nothing more is said.
    pub silent: String,
    pub topics: Vec<TopicFile>,
    pub questions: Vec<QuestionFile>,
    pub statements: Vec<StatementFile>,
    #[serde(default)]
    pub evidence: Vec<EvidenceFile>,
    #[serde(default)]
    pub contradictions: Vec<ContradictionFile>,
}

fn two() -> u8 {
    2
}

fn four() -> u8 {
    4
}

/// Something to be talked about.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Topic")]
pub struct TopicFile {
    pub id: String,
    pub name: String,
    /// It belongs to the aims of the interview; what does not is the person's own to raise.
    #[serde(default = "yes")]
    pub needed: bool,
    /// Topics that it leads on to; drawn as lines.
    #[serde(default)]
    pub leads_to: Vec<String>,
}

fn yes() -> bool {
    true
}

/// Something that can be asked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Question")]
pub struct QuestionFile {
    pub id: String,
    pub topic: String,
    pub kind: QuestionKind,
    /// It threatens, promises or wears down.
    pub pressure: Option<Pressure>,
    pub text: String,
    /// It makes sense only once all of these hold.
    #[serde(default)]
    pub needs: Vec<NeedFile>,
    /// Statements that answer it, in this order; each that may be said is said.
    #[serde(default)]
    pub says: Vec<String>,
    /// Said while none of them may be.
    pub withheld: Option<String>,
}

/// One answer in the person's own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Statement")]
pub struct StatementFile {
    pub id: String,
    pub topic: String,
    pub text: String,
    /// It tells what is seen, with what is said between marks of its own.
    #[serde(default)]
    pub narrated: bool,
    #[serde(default)]
    pub truth: Truth,
    /// It is said only while all of these hold, whatever is asked.
    #[serde(default)]
    pub needs: Vec<NeedFile>,
    /// The item of the case that says the same.
    pub item: Option<String>,
    /// A sign that the person may be a victim of trafficking; shown as such once it is said.
    #[serde(default)]
    pub indicator: bool,
}

/// What a statement is worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
pub enum Truth {
    #[default]
    True,
    /// A lie, a mistake, or something that was put into the person's mouth.
    False,
    /// It says nothing either way.
    Empty,
}

/// Something held that can be put to the person.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Evidence")]
pub struct EvidenceFile {
    pub id: String,
    /// The item of the case that it is.
    pub item: Option<String>,
    pub text: String,
    /// Topics on which it bears.
    pub topics: Vec<String>,
    /// It is put in time once all of these were said: the open account, and what closes off innocent
    /// explanations.
    #[serde(default)]
    pub after: Vec<String>,
    /// Statements that follow when it was put in time.
    #[serde(default)]
    pub late: Vec<String>,
    /// Statements that follow when it was put too early: a story made to fit.
    #[serde(default)]
    pub early: Vec<String>,
}

/// Two statements, or a statement and evidence, that cannot both be right.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Contradiction")]
pub struct ContradictionFile {
    pub a: String,
    pub b: String,
    /// Why it matters; read afterwards.
    pub lesson: Option<String>,
}

/// What must be so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum NeedFile {
    /// The question has been asked.
    Asked(String),
    /// The statement has been made.
    Heard(String),
    /// It has not: something else has not been put into the person's mouth.
    Unheard(String),
    /// The evidence was put in time.
    Disclosed(String),
    /// The evidence has not been shown.
    Unshown(String),
    /// Rapport is at least this.
    Rapport(u8),
    /// Stress is at most this.
    Calm(u8),
    /// Memory is at least this clear.
    Memory(u8),
    /// The safeguard was given.
    Given(Safeguard),
}
