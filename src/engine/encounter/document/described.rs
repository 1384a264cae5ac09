//! Documents of a case on the bench, and what a finding on one brings.

use super::bench::{Bench, Verdict};
use super::fraud::Finding;
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
    /// Right, and of a fraud something was shown that it rests on.
    Right,
    /// A fraud was let through or called another, or an honest holder was accused.
    Wrong,
    /// Nothing is decided: referred to second line, or right by guess.
    Open,
}

/// What this finding comes to.
#[must_use]
pub fn outcome(verdict: &Verdict) -> Outcome {
    if verdict.said == Finding::Refer {
        Outcome::Open
    } else if verdict.said != verdict.truth {
        Outcome::Wrong
    } else if verdict.truth == Finding::Genuine || verdict.grounds > 0 {
        Outcome::Right
    } else {
        Outcome::Open
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
