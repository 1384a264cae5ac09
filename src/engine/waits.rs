//! What the conditions of a case wait for, by kind: most events stir none of them, and need no look at any.

use super::event::Event;
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::model::Condition;

/// Kinds of things that conditions ask for; one that no event names alone is of the last kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Kinds(u16);

impl Kinds {
    const ALL: Kinds = Kinds(u16::MAX);

    fn and(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    fn of(condition: &Condition) -> Kinds {
        let n = match condition {
            Condition::Always => return Kinds::default(),
            Condition::All(all) | Condition::Any(all) => return Kinds::of_all(all),
            Condition::Not(c) => return Kinds::of(c),
            Condition::Theorised(_) => 0,
            Condition::Shared { .. } => 1,
            Condition::Holds { .. } => 2,
            Condition::Requested { .. } => 3,
            Condition::Replied { .. } => 4,
            Condition::Queried { .. } => 5,
            Condition::Trust(_) => 6,
            Condition::Breaches(_) => 7,
            Condition::Milestone(_) => 8,
            _ => 9,
        };
        Kinds(1 << n)
    }

    fn of_all<'c>(all: impl IntoIterator<Item = &'c Condition>) -> Kinds {
        let each = all.into_iter().map(Kinds::of);
        each.fold(Kinds::default(), Kinds::and)
    }

    /// What the event changes.
    fn changed(event: &Event) -> Kinds {
        let n = match event {
            Event::ConsentAsked { .. }
            | Event::ConsentGiven { .. }
            | Event::PointerMatched { .. } => {
                return Kinds::default();
            }
            Event::TheoryRecorded { .. } => 0,
            Event::ItemShared { .. } => 1,
            Event::ItemArrived { .. } => 2,
            Event::Requested { .. } => 3,
            Event::RequestAnswered { .. } => 4,
            Event::PointerQueried { .. } => 5,
            Event::TrustMoved { .. } => 6,
            Event::Breach { .. } => 7,
            Event::MilestoneReached { .. } => 8,
            _ => return Kinds::ALL,
        };
        Kinds(1 << n)
    }

    fn meets(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }
}

/// Of a case, what its milestones and what a team's lists wait for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Waits {
    milestones: Kinds,
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
        Self {
            milestones: Kinds::of_all(scenario.milestones.iter().map(|m| &m.when)),
            lists: Team::BOTH.map(lists),
        }
    }

    /// Can any milestone be reached by the event?
    pub fn milestones(self, event: &Event) -> bool {
        self.milestones.meets(Kinds::changed(event))
    }

    /// Can what is on the team's lists be other for the event, as far as conditions decide it? It may say yes
    /// too often, never no too often.
    pub fn lists(self, event: &Event, team: Team) -> bool {
        self.lists[team.index()].meets(Kinds::changed(event))
    }
}
