//! Documents of a case on the bench, and what a finding on one brings.

use super::bench::{Bench, Verdict};
use super::generate::Example;
use crate::scenario::Scenario;
use crate::scenario::documents::{self, CaseDocument};
use crate::scenario::ids::ItemId;

/// The document and what is true of it: the same in every exercise of the case.
#[must_use]
pub fn example(case: &Scenario, document: &CaseDocument) -> Example {
    documents::example(&case.id, document)
}

/// A bench on which it lies.
#[must_use]
pub fn bench(case: &Scenario, document: &CaseDocument) -> Bench {
    Bench::new(example(case, document))
}

/// What a finding comes to in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Right, and it rests on something.
    Right,
    /// It rests on something, and is wrong: a fraud was let through or called another.
    Wrong,
    /// Nothing is decided: referred to second line, or said by guess. Nobody builds on a guess, and what comes of
    /// it does not tell whether it was right.
    Open,
}

/// What this finding comes to.
#[must_use]
pub fn outcome(verdict: &Verdict) -> Outcome {
    if !verdict.grounded {
        Outcome::Open
    } else if verdict.said == verdict.truth {
        Outcome::Right
    } else {
        Outcome::Wrong
    }
}

/// The items that this finding puts into the folder of the document's team.
#[must_use]
pub fn yields<'d>(document: &'d CaseDocument, verdict: &Verdict) -> &'d [ItemId] {
    match outcome(verdict) {
        Outcome::Right => &document.right,
        Outcome::Wrong => &document.wrong,
        Outcome::Open => &[],
    }
}
