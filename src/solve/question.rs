//! What is asked of a case: whether it can be won when some things may not be done, or not yet.

use super::fact::Fact;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};

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
            until: case.rounds,
        }
    }

    /// Can so many rounds be played so that of these the former are not there and the latter are?
    #[must_use]
    pub fn reach(case: &Scenario, late: &[Fact], there: &[Fact], rounds: u8) -> Self {
        Self {
            goal: Goal::Reach(rounds),
            ..Self::win_with(case, late, there, rounds)
        }
    }

    /// Can the case be won although after so many rounds of these the former are not there and the latter
    /// are?
    #[must_use]
    pub fn win_with(case: &Scenario, late: &[Fact], there: &[Fact], rounds: u8) -> Self {
        let at = |facts: &[Fact]| facts.iter().map(|f| (*f, rounds)).collect();
        Self {
            late: at(late),
            there: at(there),
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

    /// May the team act in this round?
    pub(super) fn acts(&self, team: Team, round: u8) -> bool {
        self.idle != Some(team) && round <= self.until
    }
}
