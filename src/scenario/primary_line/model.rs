//! A profile that has passed every check: names are positions, every journey answers every question.

use serde::{Deserialize, Serialize};

use super::super::ids::{ItemId, PlaceId, Team};
use super::super::text::Text;
use super::{Baseline, Concern, Source};

/// One counter at one hour.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Profile {
    pub id: String,
    pub title: Text,
    /// The place on the map of its case.
    pub at: Option<PlaceId>,
    pub team: Option<Team>,
    pub place: Text,
    /// Local time, `HH:MM`.
    pub hour: String,
    /// Year, month, day.
    pub today: (u16, u8, u8),
    pub baseline: Text,
    pub travellers: u8,
    /// Seconds that one traveller may take before the line behind counts.
    pub seconds: u16,
    pub tells: u8,
    pub odd_per_100: u8,
    pub slips_per_100: u8,
    pub company_per_100: u8,
    pub nationalities: Vec<Nationality>,
    pub behaviours: Vec<Behaviour>,
    pub questions: Vec<Question>,
    pub journeys: Vec<Journey>,
    pub slips: Vec<Slip>,
    pub kinds: Vec<Kind>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Nationality {
    pub state: String,
    pub weight: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Behaviour {
    pub key: String,
    pub text: Text,
    pub is: Baseline,
    pub company: bool,
    pub also: Text,
}

/// What a question is about, and what it is checked against.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// Each journey answers it; these show whether the answer is true.
    Journey(Vec<Source>),
    /// Where the passport was made out.
    Issued { say: Text },
    /// Earlier entries.
    Crossings { say: Text, never: Text },
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub ask: Text,
    pub topic: Topic,
}

impl Question {
    /// What its answer can be checked against.
    #[must_use]
    pub fn against(&self) -> &[Source] {
        match &self.topic {
            Topic::Journey(against) => against,
            Topic::Issued { .. } => &[Source::Document],
            Topic::Crossings { .. } => &[Source::Crossings],
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Journey {
    pub key: String,
    pub weight: u16,
    /// By question; nothing for a question that is not about the journey.
    pub answers: Vec<Option<Answer>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Answer {
    pub say: Text,
    /// In the order of the question's sources.
    pub shows: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slip {
    pub question: usize,
    pub by: Source,
    pub journeys: Vec<usize>,
    pub shows: Text,
    pub put: Text,
    pub borne: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Kind {
    pub key: String,
    pub of: Concern,
    pub per_100: u8,
    /// In how many traits the holder differs from the face in the passport; 0 for one's own.
    pub differs: u8,
    pub journeys: Vec<usize>,
    pub truth: Text,
    pub leaks: Vec<Leak>,
    /// What is learnt from one of them who is sent where they belong.
    pub item: Option<ItemId>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Leak {
    pub question: usize,
    pub by: Source,
    pub shows: Text,
    pub put: Text,
    pub lesson: Text,
}
