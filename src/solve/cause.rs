//! How things stand after a round: what is missing, what is there, what is so for the moment.

use super::fact::Fact;
use super::passing::Passing;
use crate::engine::State;
use crate::scenario::Scenario;

/// How things stand after a round; of a dead end, why nothing can be won any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cause {
    /// After so many rounds
    pub after: u8,
    /// none of these is there, one of which is needed by then,
    pub late: Vec<Fact>,
    /// and all of these are, which do harm,
    pub there: Vec<Fact>,
    /// and all of this is so for the moment.
    pub passing: Vec<Passing>,
}

impl Cause {
    /// None of these is there.
    pub(super) fn late(late: &[Fact], after: u8) -> Self {
        Self {
            after,
            late: late.to_vec(),
            ..Self::default()
        }
    }

    /// A stable name, of the author's ids.
    #[must_use]
    pub fn key(&self, case: &Scenario) -> String {
        let names = |facts: &[Fact]| facts.iter().map(|f| f.key(case)).collect::<Vec<_>>();
        let mut parts = names(&self.there);
        parts.extend(self.passing.iter().map(|p| p.key(case)));
        match self.late.as_slice() {
            [] => {}
            [one] => parts.push(format!("not {}", one.key(case))),
            all => parts.push(format!("neither {}", names(all).join(" nor "))),
        }
        format!("after round {}: {}", self.after, parts.join(", and "))
    }

    /// Does it stand so in this state?
    #[must_use]
    pub fn holds(&self, state: &State) -> bool {
        self.late.iter().all(|f| !f.holds(state))
            && self.there.iter().all(|f| f.holds(state))
            && self.passing.iter().all(|p| p.holds(state))
    }

    /// Is all of it also in a later one, so that nothing new is told there?
    pub(super) fn within(&self, later: &Self, case: &Scenario) -> bool {
        self.late.iter().all(|f| later.late.contains(f))
            && self.there.iter().all(|f| later.there.contains(f))
            && (self.passing.iter()).all(|p| p.stays(case) && later.passing.contains(p))
    }
}
