//! Finding what could have been otherwise, and the state at each such moment: one pass over the record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{Reason, Unexamined};
use super::moment::Moment;
use crate::bots::fitted::{Counts, Known, Watch};
use crate::engine::rules::sharing;
use crate::engine::{Entry, Event, Phase, Refusal, State, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Channel, Form};
use crate::view::{CaseView, case_view, project};

/// What a record holds of it.
pub(super) struct Found {
    /// In the order of the record.
    pub moments: Vec<Moment>,
    pub unexamined: Vec<Unexamined>,
    /// The end of the record.
    pub last: State,
}

/// A moment before it is known how the whole record reads.
pub(super) struct Mark {
    pub entry: usize,
    pub state: State,
    pub elapsed_ms: u64,
    /// What was seen of both teams until then.
    pub until: [Counts; 2],
}

/// The pass over the record.
pub(super) struct Pass<'a> {
    pub scenario: &'a Scenario,
    pub state: State,
    cases: [CaseView; 2],
    pub watches: [Watch; 2],
    /// Of the whole record, once it has been read.
    pub known: [Known; 2],
    /// By critical item: when it could first have gone.
    first: BTreeMap<ItemId, Mark>,
    /// Collisions and breaches.
    met: Vec<(Mark, Entry, Event)>,
}

pub(super) fn find(scenario: &Arc<Scenario>, entries: &[Entry]) -> Found {
    let mut pass = Pass {
        scenario,
        state: State::new(Arc::clone(scenario)),
        cases: Team::BOTH.map(|t| case_view(scenario, t)),
        watches: Team::BOTH.map(Watch::new),
        known: Default::default(),
        first: BTreeMap::new(),
        met: Vec::new(),
    };
    let mut elapsed = 0;
    for (n, entry) in entries.iter().enumerate() {
        pass.before(n, entry, elapsed);
        for event in &entry.events {
            evolve(&mut pass.state, event);
        }
        elapsed = entry.elapsed_ms;
        pass.after(n, elapsed);
    }
    pass.end()
}

impl Pass<'_> {
    fn mark(&self, entry: usize, elapsed_ms: u64) -> Mark {
        Mark {
            entry,
            state: self.state.clone(),
            elapsed_ms,
            until: self.watches.each_ref().map(|w| w.counts().clone()),
        }
    }

    fn before(&mut self, n: usize, entry: &Entry, elapsed_ms: u64) {
        for event in &entry.events {
            match event {
                Event::PlanningEnded { .. } => {
                    let (state, cases) = (&self.state, &self.cases);
                    for (team, watch) in Team::BOTH.into_iter().zip(&mut self.watches) {
                        watch.planned(&cases[team.index()], &project(state, team));
                    }
                }
                Event::BlueOnBlue { .. } | Event::Breach { .. } => {
                    let mark = self.mark(n, elapsed_ms);
                    self.met.push((mark, entry.clone(), event.clone()));
                }
                Event::Decided {
                    team,
                    inject,
                    option,
                    by_default,
                } => {
                    let decided = (!by_default).then_some(*option);
                    let known = &mut self.known[team.index()].decisions;
                    known.insert(*inject, decided);
                }
                _ => {}
            }
        }
    }

    /// Which critical items can go for the first time now?
    fn after(&mut self, n: usize, elapsed_ms: u64) {
        if self.state.phase() != Phase::Planning {
            return;
        }
        let items = (0u16..).map(ItemId).zip(&self.scenario.items);
        let able: Vec<ItemId> = items
            .filter(|(id, item)| item.critical && !self.first.contains_key(id))
            .filter(|(id, item)| can_go(&self.state, item.origin, *id))
            .map(|(id, _)| id)
            .collect();
        for id in able {
            let mark = self.mark(n + 1, elapsed_ms);
            self.first.insert(id, mark);
        }
    }

    fn end(mut self) -> Found {
        for (team, watch) in Team::BOTH.into_iter().zip(&mut self.watches) {
            watch.over(&project(&self.state, team));
            self.known[team.index()].passed_over = watch.passed_over();
        }
        let mut moments = Vec::new();
        let mut unexamined = Vec::new();
        let critical = (0u16..).map(ItemId).zip(&self.scenario.items);
        for (id, item) in critical.filter(|(_, item)| item.critical) {
            match self.first.remove(&id) {
                Some(mark) => moments.extend(self.sharing(id, mark)),
                None => unexamined.extend(self.no_moment(id, item.origin)),
            }
        }
        for (mark, entry, event) in std::mem::take(&mut self.met) {
            moments.extend(match event {
                Event::BlueOnBlue {
                    tasks,
                    about,
                    failed,
                } => Some(self.collision(mark, tasks, about, failed)),
                Event::Breach { team, item, by } => self.breach(mark, &entry, team, item, by),
                _ => None,
            });
        }
        moments.sort_by_key(|m: &Moment| m.entry);
        Found {
            moments,
            unexamined,
            last: self.state,
        }
    }

    /// Why an item could not go at all, unless it went.
    fn no_moment(&self, item: ItemId, team: Team) -> Option<Unexamined> {
        let reason = match self.state.holding(team, item) {
            _ if self.state.sent(team, item) => return None,
            Some(_) => Reason::NoTimeLeft,
            None => Reason::NeverHeld,
        };
        Some(Unexamined { item, team, reason })
    }
}

/// Can the item go in some form now, or once a first theory is on record?
fn can_go(state: &State, team: Team, item: ItemId) -> bool {
    let Some(held) = state.holding(team, item) else {
        return false;
    };
    let mut ways = Form::ALL
        .iter()
        .flat_map(|form| Channel::ALL.iter().map(move |channel| (*form, *channel)));
    ways.any(|(form, channel)| {
        let way = sharing::way(state, team, held, form, channel);
        matches!(way, Ok(_) | Err(Refusal::TheoryFirst))
    })
}
