//! What is asked of a case: whether it can be won when some things may not be done, or not yet.

use super::cause::Cause;
use super::fact::Fact;
use super::passing::Passing;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, TaskId, Team};

/// Whether tasks turn out as the teams would like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Luck {
    /// Whatever can turn out well may.
    Best,
    /// A task that can fail fails; only what is certain succeeds.
    Worst,
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// The full outcome.
    Win,
    /// That so many rounds are played, with everything in time and late as it is asked for.
    Reach(u8),
}

/// A question to the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub goal: Goal,
    pub luck: Luck,
    /// Do the services pass anything on?
    pub sharing: bool,
    /// This team does nothing but read, wait and sign.
    pub idle: Option<Team>,
    /// Nobody shares these.
    pub kept: Vec<ItemId>,
    /// Each of these is not yet true after so many rounds.
    pub late: Vec<(Fact, u8)>,
    /// Each of these is true after so many rounds.
    pub there: Vec<(Fact, u8)>,
    /// Each of these is so when so many rounds are over.
    pub passing: Vec<(Passing, u8)>,
    /// After this round nothing is begun any more.
    pub until: u8,
}

impl Question {
    /// Can the case be won?
    #[must_use]
    pub fn win(case: &Scenario) -> Self {
        Self {
            goal: Goal::Win,
            luck: Luck::Best,
            sharing: true,
            idle: None,
            kept: Vec::new(),
            late: Vec::new(),
            there: Vec::new(),
            passing: Vec::new(),
            until: case.rounds,
        }
    }

    /// Can play come to where things stand so?
    #[must_use]
    pub fn reach(case: &Scenario, so: &Cause) -> Self {
        Self {
            goal: Goal::Reach(so.after),
            ..Self::win_with(case, so)
        }
    }

    /// Can the case be won by a play in which things stand so?
    #[must_use]
    pub fn win_with(case: &Scenario, so: &Cause) -> Self {
        let at = |facts: &[Fact]| facts.iter().map(|f| (*f, so.after)).collect();
        Self {
            late: at(&so.late),
            there: at(&so.there),
            passing: so.passing.iter().map(|p| (*p, so.after)).collect(),
            ..Self::win(case)
        }
    }

    /// May the item go to its partner in this round?
    pub(super) fn may_share(&self, item: ItemId, to: Team, round: u8) -> bool {
        self.sharing
            && round <= self.until
            && !self.kept.contains(&item)
            && self.in_time(Fact::Sent(item, to), round)
    }

    /// May the fact come true in this round, be it while planning or at its end?
    pub(super) fn in_time(&self, fact: Fact, round: u8) -> bool {
        self.late
            .iter()
            .all(|(f, after)| *f != fact || round > *after)
    }

    /// May the task, begun in the one round, be under way to the end of the other?
    pub(super) fn may_be_away(&self, task: TaskId, begun: u8, until: u8) -> bool {
        let idle = |(so, after): &(Passing, u8)| {
            *so == Passing::Idle(task) && (begun..until).contains(after)
        };
        !self.passing.iter().any(idle)
    }

    /// May the team act in this round?
    pub(super) fn acts(&self, team: Team, round: u8) -> bool {
        self.idle != Some(team) && round <= self.until
    }
}
