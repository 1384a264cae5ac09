//! When the things of a case can first come about, if every task succeeds and everything is shared at once: what
//! the checks reckon with, for tools that draw it.

use super::lint;
use super::model::Scenario;

/// First moments, in rounds from 1; the moment of the verdict is one more than the last round. `None`: never.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earliest {
    /// The moment of the verdict.
    pub end: u8,
    /// By item: in any team's folder, by its own work or from the start.
    pub items: Vec<Option<u8>>,
    /// By task: the first round in which an officer can be sent.
    pub tasks: Vec<Option<u8>>,
    pub injects: Vec<Option<u8>>,
    pub milestones: Vec<Option<u8>>,
    pub steps: Vec<Option<u8>>,
    pub reactions: Vec<Option<u8>>,
    /// Operations carried out with success.
    pub operations: Vec<Option<u8>>,
    /// Authorities held.
    pub authorities: Vec<Option<u8>>,
}

/// When everything of a case can first come about.
#[must_use]
pub fn earliest(case: &Scenario) -> Earliest {
    lint::earliest(case)
}
