//! What each seat that was taken is told: a team its own view, the facilitator both teams side by side
//! and the list of injects, evaluators and observers what the case lets them see.
//!
//! What nobody sees is not built.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Session;
use crate::engine::Event;
use crate::protocol::{Seat, ServerMessage, VERSION};
use crate::report::Findings;
use crate::scenario::ids::Team;
use crate::view::{
    FacilitatorView, MselView, TeamView, Touched, case_view, facilitator_case, facilitator_delta,
    facilitator_view, project, refresh, touched,
};

/// The seats that were taken, and what those who sit there were last shown.
#[derive(Default)]
pub(super) struct Seats {
    taken: BTreeSet<Seat>,
    /// A team's view, once somebody sees it.
    shown: [Option<TeamView>; 2],
    /// Both teams side by side, once somebody sees it.
    conducted: Option<FacilitatorView>,
    /// The list of injects, once the facilitator is there.
    listed: Option<MselView>,
}

impl Session {
    /// Takes a seat, or takes it again, and tells it everything that it may see.
    pub(super) fn welcome(&mut self, seat: Seat) -> Vec<(Seat, ServerMessage)> {
        self.seats.taken.insert(seat);
        let mut out = Vec::new();
        if let Some(team) = self.sees(seat) {
            let view = project(&self.state, team);
            let welcome = ServerMessage::Welcome {
                version: VERSION,
                case: Arc::new(case_view(self.state.scenario(), team)),
                view: Box::new(view.clone()),
            };
            self.seats.shown[team.index()] = Some(view);
            out.push((seat, welcome));
        } else {
            let case = ServerMessage::FacilitatorCase {
                version: VERSION,
                case: Arc::new(facilitator_case(self.state.scenario())),
            };
            out.push((seat, case));
            let view = facilitator_view(&self.state);
            self.seats.conducted = Some(view.clone());
            let view = Box::new(view);
            out.push((seat, ServerMessage::Facilitator { view }));
        }
        if seat == Seat::Facilitator {
            let view = self.msel();
            self.seats.listed = Some(view.clone());
            let view = Box::new(view);
            out.push((seat, ServerMessage::Msel { view }));
        }
        if self.sees(seat).is_none() || self.state.truth_open() {
            let found = self.findings_for(self.sees(seat));
            out.extend(found.map(|findings| (seat, ServerMessage::Findings { findings })));
        }
        out.extend(self.what_if_again(seat).map(|told| (seat, told)));
        out.push((seat, self.clock_message()));
        out
    }

    /// The one team that a seat sees; `None`: both.
    pub(super) fn sees(&self, seat: Seat) -> Option<Team> {
        match seat {
            Seat::Team(team) => Some(team),
            Seat::Facilitator => None,
            Seat::Evaluator | Seat::Observer => self.state.scenario().observers.team(),
        }
    }

    /// The seats taken that see one team, or (`None`) both.
    fn seeing(&self, team: Option<Team>) -> Vec<Seat> {
        let taken = self.seats.taken.iter().copied();
        taken.filter(|seat| self.sees(*seat) == team).collect()
    }

    /// How the clock stands, as a seat is told it.
    #[must_use]
    pub fn clock_message(&self) -> ServerMessage {
        ServerMessage::Clock {
            left_ms: self.left_ms(),
            running: self.clock_runs(),
            pace: self.state.pace(),
        }
    }

    /// Shows every taken seat what has changed for it.
    pub(super) fn tell(&mut self, events: &[Event], out: &mut Vec<(Seat, ServerMessage)>) {
        for team in Team::BOTH {
            self.tell_team(team, events, out);
        }
        self.tell_both(out);
        self.tell_facilitator(out);
        self.tell_findings(events, out);
        if events.iter().any(of_the_clock) {
            let clock = self.clock_message();
            let taken = self.seats.taken.iter();
            out.extend(taken.map(|seat| (*seat, clock.clone())));
        }
    }

    fn tell_team(&mut self, team: Team, events: &[Event], out: &mut Vec<(Seat, ServerMessage)>) {
        let seats = self.seeing(Some(team));
        let Some(view) = &mut self.seats.shown[team.index()] else {
            return;
        };
        let touched = events
            .iter()
            .map(|event| touched(&self.state, event, team))
            .fold(Touched::NOTHING, Touched::and);
        let sections = refresh(&self.state, team, view, touched);
        if sections.is_empty() {
            return;
        }
        let delta = ServerMessage::Delta { sections };
        out.extend(seats.into_iter().map(|seat| (seat, delta.clone())));
    }

    fn tell_both(&mut self, out: &mut Vec<(Seat, ServerMessage)>) {
        let Some(shown) = &self.seats.conducted else {
            return;
        };
        let view = facilitator_view(&self.state);
        let parts = facilitator_delta(shown, &view);
        if parts.is_empty() {
            return;
        }
        let delta = ServerMessage::FacilitatorDelta { parts };
        let seats = self.seeing(None).into_iter();
        out.extend(seats.map(|seat| (seat, delta.clone())));
        self.seats.conducted = Some(view);
    }

    /// As soon as they may be seen: who sees both teams when the exercise is over, the teams with the truth.
    fn tell_findings(&mut self, events: &[Event], out: &mut Vec<(Seat, ServerMessage)>) {
        let over = |e: &Event| matches!(e, Event::DebriefOpened { .. });
        let opened = |e: &Event| matches!(e, Event::DebriefOpened { .. } | Event::TruthOpened);
        let mut readers = Vec::new();
        if events.iter().any(over) {
            readers.push(None);
        }
        if events.iter().any(opened) && self.state.truth_open() {
            readers.extend(Team::BOTH.map(Some));
        }
        for reader in readers {
            let seats = self.seeing(reader);
            if seats.is_empty() {
                continue;
            }
            let told = self.findings_for(reader);
            let told = told.map(|findings| ServerMessage::Findings { findings });
            out.extend(seats.into_iter().zip(told.into_iter().cycle()));
        }
    }

    /// What the record says, without what the debrief does not open to this reader.
    fn findings_for(&mut self, reader: Option<Team>) -> Option<Arc<Findings>> {
        let mut found = self.findings()?;
        if let Some(team) = reader {
            Arc::make_mut(&mut found).keep_for(team);
        }
        Some(found)
    }

    fn tell_facilitator(&mut self, out: &mut Vec<(Seat, ServerMessage)>) {
        if self.seats.listed.is_none() {
            return;
        }
        let view = self.msel();
        if self.seats.listed.as_ref() == Some(&view) {
            return;
        }
        self.seats.listed = Some(view.clone());
        let view = Box::new(view);
        out.push((Seat::Facilitator, ServerMessage::Msel { view }));
    }
}

/// Does it change how long a phase lasts, or how fast its clock runs?
fn of_the_clock(event: &Event) -> bool {
    matches!(
        event,
        Event::RoundStarted { .. }
            | Event::PlanningEnded { .. }
            | Event::Paused
            | Event::Resumed
            | Event::PlanningExtended { .. }
            | Event::PaceSet { .. }
            | Event::VerdictOpened
            | Event::DebriefOpened { .. }
    )
}
