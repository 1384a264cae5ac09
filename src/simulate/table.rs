//! A table at which nobody sits but two simulated teams: nothing is sent or kept, and a view is brought up
//! to date only when its team moves, where it looks at it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::coverage::Seen;
use crate::engine::{Actor, Command, Event, Phase, State};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::session::{Answer, Memory, Playable, Session, Trouble};
use crate::view::{CaseView, TeamView, Touched, case_view, catch_up, project, touched};

/// What every exercise with a case begins with.
pub(super) struct Beginning {
    cases: [CaseView; 2],
    state: State,
    views: [TeamView; 2],
    seen: Seen,
}

impl Beginning {
    pub fn new(scenario: &Arc<Scenario>) -> Self {
        let state = State::new(Arc::clone(scenario));
        Self {
            cases: Team::BOTH.map(|team| case_view(scenario, team)),
            views: Team::BOTH.map(|team| project(&state, team)),
            seen: Seen::new(scenario),
            state,
        }
    }
}

/// See the module.
pub(super) struct Table<'b> {
    session: Session,
    cases: &'b [CaseView; 2],
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

impl<'b> Table<'b> {
    pub fn new(beginning: &'b Beginning, seed: u64) -> Self {
        let state = beginning.state.clone();
        let rounds = usize::from(state.scenario().rounds);
        Self {
            session: Session::at(state, seed, 0, Box::new(Memory)),
            cases: &beginning.cases,
            views: beginning.views.clone(),
            touched: [Touched::NOTHING; 2],
            seen: beginning.seen.clone(),
            rounds: vec![0; rounds],
            decisions: 0,
            refusals: BTreeMap::new(),
        }
    }

    fn happened(&mut self, events: &[Event]) {
        let state = self.session.state();
        for (team, so_far) in Team::BOTH.iter().zip(&mut self.touched) {
            for event in events {
                if so_far.is_all() {
                    break;
                }
                *so_far = so_far.and(touched(state, event, *team));
            }
        }
        events
            .iter()
            .for_each(|event| self.seen.event(state, event));
    }
}

impl Playable for Table<'_> {
    fn session(&self) -> &Session {
        &self.session
    }

    fn sees(&mut self, team: Team, looked_at: Touched) -> (&CaseView, &TeamView) {
        let n = team.index();
        let (view, touched) = (&mut self.views[n], &mut self.touched[n]);
        catch_up(self.session.state(), team, view, touched, looked_at);
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
