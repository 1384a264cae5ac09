//! What was discussed between the services: of what both held, or of what one alone held.
//!
//! Groups talk about what all know already and leave out what one alone knows (Stasser and Titus 1985; Lu,
//! Yuan and McLeod 2012). A mention counts for who makes it.

use std::collections::BTreeSet;

use super::Figure;
use crate::engine::{Event, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::model::Item;

/// Mentions so far.
#[derive(Clone, Debug, Default)]
pub(super) struct Discussion {
    /// By team: of what its partner, or itself, did not hold then; and all.
    unshared: [u32; 2],
    all: [u32; 2],
    /// Cited in joint plans and verdicts already.
    cited: BTreeSet<ItemId>,
}

impl Discussion {
    /// What `event` mentions; `state` is before it.
    pub(super) fn hear(&mut self, state: &State, event: &Event) {
        match event {
            Event::ItemShared { team, item, .. } => self.mention(state, *team, *item),
            Event::MessageSent { team, text, .. } => {
                for item in numbers(state.scenario(), text) {
                    self.mention(state, *team, item);
                }
            }
            Event::PlanDrafted { team, plan, .. } => {
                self.cite(state, *team, plan.cited.iter().copied());
            }
            Event::VerdictDrafted { team, theory, .. } => {
                self.cite(state, *team, theory.all_cited());
            }
            _ => {}
        }
    }

    /// The share of mentions that were of what one service alone held.
    pub(super) fn focus(&self, team: Option<Team>) -> Option<Figure> {
        let sum = |by: &[u32; 2]| team.map_or(by[0] + by[1], |team| by[team.index()]);
        Figure::share(sum(&self.unshared), sum(&self.all))
    }

    fn mention(&mut self, state: &State, team: Team, item: ItemId) {
        let pooled = Team::BOTH.iter().all(|t| state.holding(*t, item).is_some());
        self.all[team.index()] += 1;
        self.unshared[team.index()] += u32::from(!pooled);
    }

    fn cite(&mut self, state: &State, team: Team, items: impl Iterator<Item = ItemId>) {
        for item in items {
            if self.cited.insert(item) {
                self.mention(state, team, item);
            }
        }
    }
}

/// Items that a text names by number, `N-07` or `s7`: letter, perhaps a hyphen, digits, and nothing more of a
/// word on either side; each once.
fn numbers(scenario: &Scenario, text: &str) -> BTreeSet<ItemId> {
    let words = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    let number = |word: &str| {
        let mut signs = word.chars();
        let origin = match signs.next()? {
            'N' | 'n' => Team::North,
            'S' | 's' => Team::South,
            _ => return None,
        };
        let rest = signs.as_str();
        let digits = rest.strip_prefix('-').unwrap_or(rest);
        if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let number: u16 = digits.parse().ok()?;
        let mut all = (0u16..).map(ItemId).zip(&scenario.items);
        let is_it = |item: &Item| item.origin == origin && item.number == number;
        all.find(|(_, item)| is_it(item)).map(|(id, _)| id)
    };
    words.filter_map(number).collect()
}
