//! Which facts a question would rather have true, and which false: what the search need not do rests on it.
//!
//! From what is asked for back to what it takes: a task matters if it can bring about something that is
//! wanted. Whatever only does harm is never done, and what matters in no way is left out.

mod back;

use back::Walk;

use super::fact::{Atlas, Fact};
use super::passing::Passing;
use super::question::{Goal, Question};
use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::model::Effect;

/// A number: is it better high, better low, or (both) must it be just so?
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::solve) struct Pull {
    pub up: bool,
    pub down: bool,
}

/// What a question wants.
#[derive(Clone, Debug)]
pub(in crate::solve) struct Wants {
    /// By place in the atlas.
    pub facts: Vec<Pull>,
    pub alarm: Pull,
    pub welfare: Vec<Pull>,
    /// Something is wanted that the search has no full list of doings for.
    pub beyond: bool,
    /// By task: how many steps it lies before the goal; nothing if it does not matter.
    pub tasks: Vec<Option<u16>>,
    /// By operation.
    pub operations: Vec<bool>,
}

impl Wants {
    /// From how things stand: what is so for good is not wanted any more.
    pub fn of(atlas: &Atlas, state: &State, question: &Question) -> Self {
        let case: &Scenario = &state.scenario;
        let wants = Self {
            facts: vec![Pull::default(); atlas.len],
            alarm: Pull::default(),
            welfare: vec![Pull::default(); case.people.len()],
            beyond: false,
            tasks: vec![None; case.tasks.len()],
            operations: vec![false; case.operations.len()],
        };
        let changed = false;
        let mut walk = Walk {
            case,
            atlas,
            state,
            wants,
            changed,
        };
        if question.goal == Goal::Win {
            walk.condition(&case.theory.full, true);
        }
        for (fact, _) in &question.there {
            walk.fact(*fact, true);
        }
        let ahead = |(_, after): &&(Passing, u8)| state.round <= *after;
        for (so, _) in question.passing.iter().filter(ahead) {
            walk.passing(*so);
        }
        for level in 0..u16::MAX {
            walk.changed = false;
            walk.back(level);
            if !walk.changed {
                break;
            }
        }
        walk.wants
    }

    pub fn fact(&self, atlas: &Atlas, fact: Fact) -> Pull {
        self.facts[atlas.at(fact)]
    }

    /// Would this effect do harm?
    pub fn harms(&self, atlas: &Atlas, effect: Effect) -> bool {
        self.pulls(atlas, effect, false)
    }

    /// Would this effect help?
    pub fn helps(&self, atlas: &Atlas, effect: Effect) -> bool {
        self.pulls(atlas, effect, true)
    }

    fn pulls(&self, atlas: &Atlas, effect: Effect, well: bool) -> bool {
        let of = |pull: Pull, up: bool| if up == well { pull.up } else { pull.down };
        match effect {
            Effect::Give { item, to } => of(self.fact(atlas, Fact::Holds(item, to)), true),
            Effect::Flag(flag) => of(self.fact(atlas, Fact::Flag(flag)), true),
            Effect::Exposure(by) => of(self.alarm, by > 0),
            Effect::Welfare { person, by } => of(self.welfare[person.index()], by > 0),
            Effect::Trust(_) => false,
            Effect::Open(task) => of(self.facts[atlas.open(task)], true),
            Effect::Close(task) => of(self.facts[atlas.open(task)], false),
        }
    }
}
