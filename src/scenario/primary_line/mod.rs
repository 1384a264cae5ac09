//! What a line at a counter is made of: `lines/<name>.ron` of a case, or a profile of the program's own.
//!
//! A profile says who passes here and why, what travellers at this place and hour do, what can be asked and
//! what an answer can be checked against. The set piece (`engine::encounter::line`) draws travellers from it.
//!
//! Odd behaviour belongs to no kind of traveller: it is one list for all, so that a profile cannot make
//! smugglers fidget. What tells a kind is an answer that something on record contradicts.
//!
//! A profile of a case has its translations in the case's `lang/`, one of the program's own beside it.

mod alone;
mod build;
mod check;
mod model;

use serde::{Deserialize, Serialize};

use super::ids::Team;
pub use alone::{Sheet, inspect, read};
pub(super) use build::build;
pub(super) use check::check;
pub use check::{STATES, feeling};
pub use model::{
    Answer, Behaviour, Journey, Kind, Leak, Nationality, Profile, Question, Slip, Topic,
};

/// `lines/<name>.ron`: one counter at one hour.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "PrimaryLine")]
pub struct ProfileFile {
    pub id: String,
    pub title: String,
    /// The place on the map of the case; a profile outside a case has none.
    pub at: Option<String>,
    /// Whose counter it is.
    pub team: Option<Team>,
    /// What the counter is called.
    pub place: String,
    /// Local time, `HH:MM`.
    pub hour: String,
    /// Year, month, day.
    pub today: (u16, u8, u8),
    /// What travellers at this place and hour do.
    pub baseline: String,
    /// How many come.
    pub travellers: u8,
    /// Seconds that one may take before the line behind counts.
    pub seconds: u16,
    /// How many contradictions a traveller of a kind leaves open, where there are so many: fewer is harder.
    pub tells: u8,
    /// Travellers in a hundred who do something odd, whoever they are.
    pub odd_per_100: u8,
    /// Honest travellers in a hundred with a record that seems to contradict them and does not.
    pub slips_per_100: u8,
    /// Travellers in a hundred who are not alone.
    pub company_per_100: u8,
    pub nationalities: Vec<NationalityFile>,
    pub behaviours: Vec<BehaviourFile>,
    pub questions: Vec<QuestionFile>,
    pub journeys: Vec<JourneyFile>,
    #[serde(default)]
    pub slips: Vec<SlipFile>,
    pub kinds: Vec<KindFile>,
}

/// How many come from a state.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Nationality")]
pub struct NationalityFile {
    /// Code of a state that does not exist ([`STATES`]).
    pub state: String,
    pub weight: u16,
}

/// Where a behaviour stands to what is usual here.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize,
)]
pub enum Baseline {
    /// What travellers here do.
    #[default]
    Within,
    /// More than they do.
    Above,
    /// Less.
    Below,
}

/// Something that can be seen.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Behaviour")]
pub struct BehaviourFile {
    pub id: String,
    /// What the eye sees: never what it might mean.
    pub text: String,
    #[serde(default)]
    pub is: Baseline,
    /// Only somebody who is not alone does it.
    #[serde(default)]
    pub company: bool,
    /// For an odd one: why honest people do it. Read afterwards.
    #[serde(default)]
    pub also: String,
}

/// What an answer can be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Source {
    /// The passport in the hand.
    Document,
    Ticket,
    /// Of a bed, a seat, a job: whoever expects the traveller.
    Booking,
    /// What somebody with the traveller says to the same question, apart.
    Companion,
    /// The record of earlier entries.
    Crossings,
    /// The same question, put in other words.
    Again,
}

impl Source {
    pub const ALL: [Self; 6] = [
        Self::Document,
        Self::Ticket,
        Self::Booking,
        Self::Companion,
        Self::Crossings,
        Self::Again,
    ];

    /// What it is called in the path of a text.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Ticket => "ticket",
            Self::Booking => "booking",
            Self::Companion => "companion",
            Self::Crossings => "crossings",
            Self::Again => "again",
        }
    }
}

/// What a question is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AboutFile {
    /// The journey: each journey answers it.
    #[default]
    Journey,
    /// Where the passport was made out. `{place}` stands for the answer.
    Issued { say: String },
    /// Earlier entries. `{when}` stands for the month of the last.
    Crossings { say: String, never: String },
}

/// A short question whose answer can be verified.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Question")]
pub struct QuestionFile {
    pub id: String,
    pub ask: String,
    #[serde(default)]
    pub about: AboutFile,
    /// For a question about the journey: what its answers can be checked against.
    #[serde(default)]
    pub against: Vec<Source>,
}

/// A journey that honest travellers make, and others say that they make.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Journey")]
pub struct JourneyFile {
    pub id: String,
    pub weight: u16,
    pub answers: Vec<AnswerFile>,
}

/// What is said on a journey, and what everything shows if it is true.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Answer")]
pub struct AnswerFile {
    /// The question.
    pub to: String,
    pub say: String,
    pub shows: Vec<ShowsFile>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Shows")]
pub struct ShowsFile {
    pub by: Source,
    pub text: String,
}

/// A record of an honest traveller that seems to contradict the answer.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Slip")]
pub struct SlipFile {
    pub to: String,
    pub by: Source,
    /// On which journeys it can happen.
    pub on: Vec<String>,
    pub shows: String,
    /// What the traveller says to it.
    pub put: String,
    /// What bears that out.
    pub borne: String,
}

/// What a traveller is who is not merely passing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Concern {
    /// Brings others across for gain.
    Facilitator,
    /// Pays to be brought; not liable for it (Smuggling Protocol, Art. 5).
    Smuggled,
    /// Goes to protection, never to an accusation.
    PresumedVictim,
}

/// The passport of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PapersFile {
    #[default]
    Own,
    /// Somebody else's; the faces differ in so many of six traits (three show at a glance).
    Borrowed { differs: u8 },
}

/// A kind of traveller.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Kind")]
pub struct KindFile {
    pub id: String,
    pub of: Concern,
    /// How many in a hundred travellers.
    pub per_100: u8,
    #[serde(default)]
    pub papers: PapersFile,
    /// Which journeys they say that they make.
    pub claims: Vec<String>,
    /// What is true of them. Read afterwards.
    pub truth: String,
    pub leaks: Vec<LeakFile>,
    /// What second line or protection learns from one of them who is sent there.
    pub item: Option<String>,
}

/// Where the story of a kind meets a record that contradicts it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Leak")]
pub struct LeakFile {
    pub to: String,
    pub by: Source,
    /// What the record shows; not for a question about the passport or earlier entries, which have their own.
    #[serde(default)]
    pub shows: String,
    /// What the traveller says to it; nothing bears it out.
    pub put: String,
    /// What an officer learns from it.
    pub lesson: String,
}
