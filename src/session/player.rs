//! A record, played back: how an exercise stood after any of its entries, and what each seat saw then.
//!
//! States are kept at intervals, so that going anywhere folds few events and no more.

use std::sync::Arc;

use crate::engine::{Entry, Event, Phase, State, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::view::{
    CaseView, FacilitatorCase, FacilitatorView, MselView, TeamView, case_view, facilitator_case,
    facilitator_view, msel, project,
};

/// Between two states that are kept lie about so many events.
const APART: usize = 256;

/// An exercise that is looked at again; it cannot be changed.
pub struct Player {
    scenario: Arc<Scenario>,
    entries: Vec<Entry>,
    /// States after so many entries, ascending; the first is the beginning.
    kept: Vec<(usize, State)>,
    /// The number of the last event of each entry, from 1.
    events: Vec<u32>,
}

impl Player {
    /// Takes a record.
    #[must_use]
    pub fn new(scenario: Arc<Scenario>, entries: Vec<Entry>) -> Self {
        let mut state = State::new(Arc::clone(&scenario));
        let mut kept = vec![(0, state.clone())];
        let (mut events, mut number, mut since) = (Vec::new(), 0u32, 0usize);
        for (at, entry) in entries.iter().enumerate() {
            entry.events.iter().for_each(|e| evolve(&mut state, e));
            number = number.saturating_add(u32::try_from(entry.events.len()).unwrap_or(u32::MAX));
            events.push(number);
            since += entry.events.len();
            if since >= APART {
                kept.push((at + 1, state.clone()));
                since = 0;
            }
        }
        Self {
            scenario,
            entries,
            kept,
            events,
        }
    }

    /// The case.
    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    /// Number of entries; places go from 0, before the first, to this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True if nothing has happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// What was done to come to this place; nothing at the beginning.
    #[must_use]
    pub fn entry(&self, place: usize) -> Option<&Entry> {
        self.entries.get(place.checked_sub(1)?)
    }

    /// The whole record.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The place right after the event of this number, from 1; the end if there are not so many.
    #[must_use]
    pub fn place_of(&self, event: u32) -> usize {
        let before = self.events.partition_point(|last| *last < event);
        (before + 1).min(self.entries.len())
    }

    /// The number of the last event before this place; 0 at the beginning.
    #[must_use]
    pub fn event_at(&self, place: usize) -> u32 {
        let last = place.checked_sub(1).and_then(|n| self.events.get(n));
        last.copied().unwrap_or(0)
    }

    /// The places at which rounds and other phases begin, with what begins there.
    #[must_use]
    pub fn phases(&self) -> Vec<(usize, Phase, u8)> {
        let mut out = vec![(0, Phase::Briefing, 0)];
        let mut round = 0;
        for (at, entry) in self.entries.iter().enumerate() {
            for event in &entry.events {
                let phase = match event {
                    Event::RoundStarted { round: next } => {
                        round = *next;
                        Phase::Planning
                    }
                    Event::PlanningEnded { .. } => Phase::Resolution,
                    Event::VerdictOpened => Phase::Verdict,
                    Event::DebriefOpened { .. } => Phase::Debrief,
                    _ => continue,
                };
                out.push((at + 1, phase, round));
            }
        }
        out
    }

    /// How things stood at this place; at the end if there is no such place.
    #[must_use]
    pub fn state(&self, place: usize) -> State {
        let place = place.min(self.entries.len());
        let nearest = self.kept.partition_point(|(at, _)| *at <= place);
        // The beginning is always kept.
        let (from, state) = nearest
            .checked_sub(1)
            .and_then(|n| self.kept.get(n))
            .map_or_else(
                || (0, State::new(Arc::clone(&self.scenario))),
                |(at, state)| (*at, state.clone()),
            );
        let mut state = state;
        let since = self.entries.get(from..place).into_iter().flatten();
        for event in since.flat_map(|e| &e.events) {
            evolve(&mut state, event);
        }
        state
    }

    /// What a team was shown before it began.
    #[must_use]
    pub fn case_of(&self, team: Team) -> CaseView {
        case_view(&self.scenario, team)
    }

    /// What a team saw at this place.
    #[must_use]
    pub fn team(&self, place: usize, team: Team) -> TeamView {
        project(&self.state(place), team)
    }

    /// What does not change, for who sees both teams.
    #[must_use]
    pub fn case_of_both(&self) -> FacilitatorCase {
        facilitator_case(&self.scenario)
    }

    /// What the facilitator saw at this place, with the list of injects.
    #[must_use]
    pub fn both(&self, place: usize) -> (FacilitatorView, MselView) {
        let state = self.state(place);
        let seconds = self.elapsed_ms(place) / 1_000;
        let seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
        (facilitator_view(&state), msel(&state, seconds))
    }

    /// Milliseconds of the phase that had run at this place.
    #[must_use]
    pub fn elapsed_ms(&self, place: usize) -> u64 {
        self.entry(place).map_or(0, |entry| entry.elapsed_ms)
    }
}
