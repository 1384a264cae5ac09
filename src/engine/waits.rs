//! What the conditions of a case wait for, by kind: most events stir none of them, and need no look at any.

use super::event::Event;
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::model::Condition;

/// What a condition asks for and an event changes.
#[derive(Clone, Copy)]
enum Kind {
    Theory,
    Sent,
    Held,
    Requested,
    Replied,
    Queried,
    Trust,
    Breach,
    Milestone,
    /// What no event changes alone.
    Other,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Kinds(u16);

impl From<Kind> for Kinds {
    fn from(kind: Kind) -> Self {
        Kinds(1 << kind as u16)
    }
}

impl Kinds {
    const ALL: Kinds = Kinds(u16::MAX);

    fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    fn of(condition: &Condition) -> Kinds {
        let kind = match condition {
            Condition::All(all) | Condition::Any(all) => return Kinds::of_all(all),
            Condition::Not(c) => return Kinds::of(c),
            Condition::Theorised(_) => Kind::Theory,
            Condition::Shared { .. } => Kind::Sent,
            Condition::Holds { .. } => Kind::Held,
            Condition::Requested { .. } => Kind::Requested,
            Condition::Replied { .. } => Kind::Replied,
            Condition::Queried { .. } => Kind::Queried,
            Condition::Trust(_) => Kind::Trust,
            Condition::Breaches(_) => Kind::Breach,
            Condition::Milestone(_) => Kind::Milestone,
            _ => Kind::Other,
        };
        kind.into()
    }

    fn of_all<'c>(all: impl IntoIterator<Item = &'c Condition>) -> Kinds {
        let each = all.into_iter().map(Kinds::of);
        each.fold(Kinds::default(), Kinds::and)
    }

    /// What the event changes.
    fn changed(event: &Event) -> Kinds {
        let kind = match event {
            Event::ConsentAsked { .. }
            | Event::ConsentGiven { .. }
            | Event::PointerMatched { .. } => {
                return Kinds::default();
            }
            Event::TheoryRecorded { .. } => Kind::Theory,
            Event::ItemShared { .. } => Kind::Sent,
            Event::ItemArrived { .. } => Kind::Held,
            Event::Requested { .. } => Kind::Requested,
            Event::RequestAnswered { .. } => Kind::Replied,
            Event::PointerQueried { .. } => Kind::Queried,
            Event::TrustMoved { .. } => Kind::Trust,
            Event::Breach { .. } => Kind::Breach,
            Event::MilestoneReached { .. } => Kind::Milestone,
            _ => return Kinds::ALL,
        };
        kind.into()
    }

    fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// Milestones that are told apart. Those behind them wait for whatever any of them waits for.
const EACH: usize = 32;

/// Of a case, what its milestones and what a team's lists wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Waits {
    milestones: Kinds,
    /// The first of them, each for itself.
    each: [Kinds; EACH],
    /// Tasks of a team and operations, by team.
    lists: [Kinds; 2],
}

impl Waits {
    pub fn of(scenario: &Scenario) -> Self {
        let operations = Kinds::of_all(scenario.operations.iter().map(|o| &o.needs));
        let lists = |team: Team| {
            let tasks = scenario.tasks.iter().filter(|t| t.team == team);
            Kinds::of_all(tasks.map(|t| &t.needs)).and(operations)
        };
        let mut each = [Kinds::default(); EACH];
        for (kinds, milestone) in each.iter_mut().zip(&scenario.milestones) {
            *kinds = Kinds::of(&milestone.when);
        }
        Self {
            milestones: Kinds::of_all(scenario.milestones.iter().map(|m| &m.when)),
            each,
            lists: Team::BOTH.map(lists),
        }
    }

    /// Can any milestone be reached by the event?
    pub fn milestones(&self, event: &Event) -> bool {
        self.milestones.meets(Kinds::changed(event))
    }

    /// What the events change, for [`Waits::milestone`].
    pub fn changed(events: &[Event]) -> Kinds {
        let each = events.iter().map(Kinds::changed);
        each.fold(Kinds::default(), Kinds::and)
    }

    /// Can this milestone be reached by what changes so? It may say yes too often, never no too often.
    pub fn milestone(&self, index: usize, changed: Kinds) -> bool {
        let kinds = self.each.get(index).unwrap_or(&self.milestones);
        kinds.meets(changed)
    }

    /// Can what is on the team's lists be other for the event, as far as conditions decide it? It may say yes
    /// too often, never no too often.
    pub fn lists(&self, event: &Event, team: Team) -> bool {
        self.lists[team.index()].meets(Kinds::changed(event))
    }
}
