//! What an officer writes down.
//!
//! A note earns something when what was observed is followed by a question that can be verified. That
//! somebody seemed nervous earns nothing: nobody can see it and nobody can check it. It earns in full only once
//! the answer was checked: before that the question could be verified, and nobody has.

use serde::{Deserialize, Serialize};

use crate::scenario::primary_line::Source;

/// Most characters that the officer adds in own words.
pub const MAX_NOTE: usize = 240;

/// Something that was observed at this counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Observation {
    /// By its place among what was seen.
    Behaviour(usize),
    /// That the face and the photograph were compared.
    Photo,
    /// What was said to a question.
    Answer(usize),
    /// What a source showed about an answer.
    Record(usize, Source),
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    pub observed: Option<Observation>,
    /// The question that was asked about it.
    pub question: Option<usize>,
    /// The officer's own words; they are kept and not judged.
    pub text: String,
}

/// What a note is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quality {
    /// None was written.
    None,
    /// It names nothing that was observed, or no question that followed.
    Bare,
    /// An observation and a question that followed it, whose answer nobody checked.
    Asked,
    /// An observation, a question that followed it, and a check of the answer.
    Verified,
}

/// When things were done at this counter, in steps from 1.
pub(super) trait Order {
    fn observed(&self, what: Observation) -> Option<u32>;
    fn asked(&self, question: usize) -> Option<u32>;
    fn checked(&self, question: usize) -> bool;
}

impl Note {
    /// What it is worth by now.
    pub(super) fn quality(&self, order: &impl Order) -> Quality {
        let (Some(observed), Some(question)) = (self.observed, self.question) else {
            return Quality::Bare;
        };
        // A record is about an answer, so its question counts. An answer is not followed by its own question.
        let own = matches!(observed, Observation::Record(q, _) if q == question);
        let followed = match (order.observed(observed), order.asked(question)) {
            (Some(seen), Some(asked)) => own || asked > seen,
            _ => false,
        };
        match (followed, order.checked(question)) {
            (false, _) => Quality::Bare,
            (true, false) => Quality::Asked,
            (true, true) => Quality::Verified,
        }
    }
}
