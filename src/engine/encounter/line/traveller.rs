//! Who stands at the counter, with all that is true of them. No view gives this away.

use serde::{Deserialize, Serialize};

use super::saying::Saying;
use crate::engine::encounter::document::Matter;
use crate::scenario::Text;
use crate::scenario::primary_line::{Concern, Source};

/// What is true of a traveller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Truth {
    /// Merely passes, however odd it looks.
    Honest,
    /// Of the kind at this position of the profile.
    Kind(usize, Concern),
}

impl Truth {
    /// Whether a referral of this traveller is right.
    #[must_use]
    pub fn concerns(self) -> bool {
        self != Self::Honest
    }
}

/// Why a record shows something else than was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// What the traveller says to it.
    pub put: Text,
    /// What bears that out; without it the contradiction stands.
    pub borne: Option<Text>,
    /// What an officer learns from it.
    pub lesson: Text,
}

/// What one source shows about an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    pub by: Source,
    pub shows: Saying,
    /// Nothing if it is as was said.
    pub trouble: Option<Trouble>,
}

/// What a traveller says to a question, and what there is to check it against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub says: Saying,
    pub records: Vec<Record>,
}

/// One traveller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    pub truth: Truth,
    /// Position of the journey that is made, or said to be made.
    pub journey: usize,
    /// People who pass together, this one included.
    pub party: u8,
    /// Positions of behaviours in the profile.
    pub behaviours: Vec<usize>,
    /// The passport and its holder; the full bench is second line's.
    pub matter: Matter,
    /// By question of the profile.
    pub told: Vec<Told>,
}

impl Traveller {
    /// Every contradiction, by question and record.
    pub fn troubles(&self) -> impl Iterator<Item = (usize, &Record, &Trouble)> {
        let questions = self.told.iter().enumerate();
        questions.flat_map(|(question, told)| {
            let records = told.records.iter();
            records.filter_map(move |r| r.trouble.as_ref().map(|trouble| (question, r, trouble)))
        })
    }

    /// What a record shows about an answer.
    #[must_use]
    pub fn record(&self, question: usize, by: Source) -> Option<&Record> {
        self.told.get(question)?.records.iter().find(|r| r.by == by)
    }
}
