//! A table at which nobody sits but two simulated teams: nothing is sent or kept, and a view is brought up
//! to date only when its team moves.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::coverage::Seen;
use crate::engine::{Actor, Command, Event, Phase};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::session::{Answer, Memory, Playable, Session, Trouble};
use crate::view::{CaseView, TeamView, Touched, project, refresh, touched};

/// See the module.
pub(super) struct Table {
    session: Session,
    cases: Arc<[CaseView; 2]>,
    views: [TeamView; 2],
    /// What has changed for each team since its view was built.
    touched: [Touched; 2],
    pub seen: Seen,
    /// Accepted commands by planning phase, from round 1.
    pub rounds: Vec<u16>,
    pub decisions: u16,
    /// By reason.
    pub refusals: BTreeMap<&'static str, u16>,
}

impl Table {
    pub fn new(scenario: &Arc<Scenario>, cases: &Arc<[CaseView; 2]>, seed: u64) -> Self {
        let session = Session::create(Arc::clone(scenario), seed, Box::new(Memory));
        let views = Team::BOTH.map(|team| project(session.state(), team));
        Self {
            session,
            cases: Arc::clone(cases),
            views,
            touched: [Touched::NOTHING; 2],
            seen: Seen::new(scenario),
            rounds: vec![0; usize::from(scenario.rounds)],
            decisions: 0,
            refusals: BTreeMap::new(),
        }
    }

    fn happened(&mut self, events: &[Event]) {
        let state = self.session.state();
        for (team, so_far) in Team::BOTH.iter().zip(&mut self.touched) {
            let parts = events.iter().map(|event| touched(state, event, *team));
            *so_far = parts.fold(*so_far, Touched::and);
        }
        events
            .iter()
            .for_each(|event| self.seen.event(state, event));
    }
}

impl Playable for Table {
    fn session(&self) -> &Session {
        &self.session
    }

    fn sees(&mut self, team: Team) -> (&CaseView, &TeamView) {
        let n = team.index();
        let touched = std::mem::take(&mut self.touched[n]);
        if touched != Touched::NOTHING {
            refresh(self.session.state(), team, &mut self.views[n], touched);
        }
        (&self.cases[n], &self.views[n])
    }

    fn give(&mut self, team: Team, command: &Command) -> Answer {
        let state = self.session.state();
        let planning = (state.phase() == Phase::Planning).then(|| state.round());
        match self.session.command(Actor::Team(team), command) {
            Ok(events) => {
                self.decisions = self.decisions.saturating_add(1);
                let round = planning.and_then(|r| usize::from(r).checked_sub(1));
                if let Some(count) = round.and_then(|r| self.rounds.get_mut(r)) {
                    *count = count.saturating_add(1);
                }
                self.happened(&events);
                Answer::Accepted
            }
            Err(Trouble::Refused(refusal)) => {
                *self.refusals.entry(refusal.key()).or_default() += 1;
                Answer::Refused(refusal)
            }
            Err(Trouble::NotRecorded(_)) => Answer::NotRecorded,
        }
    }

    fn advance(&mut self, ms: u64) {
        let mut all = Vec::new();
        self.session
            .pass(ms, |_, events| all.extend_from_slice(events));
        self.happened(&all);
    }
}
