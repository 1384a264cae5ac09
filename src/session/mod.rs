//! The only owner of a live [`State`]: a message comes in, what it brings about is put on record,
//! and only then is it folded, answered and shown.
//!
//! A session never reads a clock: whoever runs it says how many milliseconds have passed. It speaks
//! nothing but the protocol, so a bot, a window and a wire are the same to it.

mod chance;
mod debrief;
mod player;
mod record;
mod seats;
mod seed;
mod self_play;
mod table;

use std::sync::Arc;

pub use player::Player;
pub use record::{Memory, Record, RecordError};

pub use crate::engine::Entry;
use chance::Chance;
use debrief::Debrief;
use seats::Seats;
pub use seed::fresh_seed;
pub use self_play::{Playable, play_out, self_play, self_play_timed};
pub use table::{Answer, LocalTable, SeatEnd};

use crate::engine::rules::injects;
use crate::engine::{Actor, CaseTime, Command, Event, Phase, Refusal, State, decide, evolve};
use crate::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use crate::report::{Findings, findings};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::words::Occasion;
use crate::view::{MselView, msel};

/// How often the time that runs between two commands is noted, in milliseconds.
const MARK_MS: u64 = 5_000;

/// A live exercise.
pub struct Session {
    state: State,
    seed: u64,
    record: Box<dyn Record>,
    /// Milliseconds of the current phase that have run.
    elapsed_ms: u64,
    /// Hundredths of a millisecond beside them, where the clock runs slowly.
    rest: u64,
    seats: Seats,
    /// What the record says, once the exercise is over and somebody asked.
    findings: Option<Arc<Findings>>,
    /// What the debrief was asked for.
    debrief: Debrief,
}

/// Why a command did not happen.
#[derive(Debug)]
pub enum Trouble {
    /// The rules say no.
    Refused(Refusal),
    /// It could not be put on record.
    NotRecorded(RecordError),
}

impl Session {
    /// A new exercise with this case and seed.
    #[must_use]
    pub fn create(scenario: Arc<Scenario>, seed: u64, record: Box<dyn Record>) -> Self {
        Self {
            state: State::new(scenario),
            seed,
            record,
            elapsed_ms: 0,
            rest: 0,
            seats: Seats::default(),
            findings: None,
            debrief: Debrief::default(),
        }
    }

    /// An exercise that stands at `state`, `elapsed_ms` into its phase, with nobody in its seats: what comes
    /// from there on is recorded.
    #[must_use]
    pub fn at(state: State, seed: u64, elapsed_ms: u64, record: Box<dyn Record>) -> Self {
        Self {
            state,
            seed,
            record,
            elapsed_ms,
            rest: 0,
            seats: Seats::default(),
            findings: None,
            debrief: Debrief::default(),
        }
    }

    /// An exercise that goes on from its record. A clock that ran is stopped, and this is recorded.
    ///
    /// # Errors
    /// If the stop cannot be put on record.
    pub fn resume(
        scenario: Arc<Scenario>,
        seed: u64,
        entries: &[Entry],
        record: Box<dyn Record>,
    ) -> Result<Self, RecordError> {
        let mut session = Self::create(scenario, seed, record);
        for entry in entries {
            session.elapsed_ms = entry.elapsed_ms;
            session.fold(&entry.events);
        }
        let timed = matches!(session.state.phase(), Phase::Planning | Phase::Verdict);
        if timed && !session.state.paused() {
            match session.command(Actor::Facilitator, &Command::Pause) {
                Err(Trouble::NotRecorded(e)) => return Err(e),
                Ok(_) | Err(Trouble::Refused(_)) => {}
            }
        }
        Ok(session)
    }

    /// The truth, for the host's own use: scoring, reports, tests. Seats get views.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The seed of chance of this exercise.
    #[must_use]
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// Milliseconds of the current phase that are left.
    #[must_use]
    pub fn left_ms(&self) -> u64 {
        let limit = u64::from(self.state.limit_seconds()) * 1000;
        limit.saturating_sub(self.elapsed_ms)
    }

    /// Milliseconds that have to pass on the wall until the phase is out of time, at the clock's pace.
    #[must_use]
    pub fn wall_left_ms(&self) -> u64 {
        let hundredths = (self.left_ms() * 100).saturating_sub(self.rest);
        hundredths.div_ceil(u64::from(self.state.pace()).max(1))
    }

    /// What the record says of the exercise, once it is over; nothing where no record is kept to be read.
    pub fn findings(&mut self) -> Option<Arc<Findings>> {
        if self.state.phase() != Phase::Debrief {
            return None;
        }
        if self.findings.is_none() {
            // What cannot be read back is missing from the debrief, and is no reason not to hold it.
            let entries = self.record.entries().ok().flatten()?;
            self.findings = Some(Arc::new(findings(self.state.scenario(), &entries)));
        }
        self.findings.clone()
    }

    /// The list of injects, for the facilitator: it knows what both teams hold.
    #[must_use]
    pub fn msel(&self) -> MselView {
        msel(
            &self.state,
            u32::try_from(self.elapsed_ms / 1000).unwrap_or(u32::MAX),
        )
    }

    /// Has the person handed in that questionnaire?
    #[must_use]
    pub fn handed_in(&self, team: Team, who: &str, when: Occasion) -> bool {
        self.state.questionnaires.has(team, who, when)
    }

    /// Does the planning (or verdict) clock run?
    #[must_use]
    pub fn clock_runs(&self) -> bool {
        matches!(self.state.phase(), Phase::Planning | Phase::Verdict) && !self.state.paused()
    }

    /// A seat's message, and what everybody is told.
    pub fn handle(&mut self, seat: Seat, message: ClientMessage) -> Vec<(Seat, ServerMessage)> {
        match message {
            ClientMessage::Hello { version } if version != VERSION => {
                vec![(seat, ServerMessage::WrongVersion { host: VERSION })]
            }
            ClientMessage::Hello { .. } => self.welcome(seat),
            ClientMessage::WhatIf => self.ask_what_if(seat),
            ClientMessage::AfterAction => vec![(seat, self.take_home(seat))],
            ClientMessage::Command { id, command } => {
                let Some(actor) = seat.actor() else {
                    let refusal = Refusal::NotYours;
                    return vec![(seat, ServerMessage::Refused { id, refusal })];
                };
                match self.command(actor, &command) {
                    Ok(events) => {
                        let mut out = vec![(seat, ServerMessage::Accepted { id })];
                        self.tell(&events, &mut out);
                        out
                    }
                    Err(Trouble::Refused(refusal)) => {
                        vec![(seat, ServerMessage::Refused { id, refusal })]
                    }
                    Err(Trouble::NotRecorded(_)) => {
                        vec![(seat, ServerMessage::NotRecorded { id })]
                    }
                }
            }
        }
    }

    /// Wall-clock time has passed: the clock runs, timed injects that come due go, and out of time the
    /// phase ends.
    pub fn advance(&mut self, ms: u64) -> Vec<(Seat, ServerMessage)> {
        let mut out = Vec::new();
        self.pass(ms, |session, events| session.tell(events, &mut out));
        out
    }

    /// As [`Session::advance`], telling `happened` of what it brings about and the seats nothing.
    pub fn pass(&mut self, ms: u64, mut happened: impl FnMut(&mut Self, &[Event])) {
        if !self.clock_runs() {
            return;
        }
        let before = self.elapsed_ms / MARK_MS;
        // A slow clock loses nothing: what is less than a millisecond counts the next time.
        let run = (ms.saturating_mul(u64::from(self.state.pace()))).saturating_add(self.rest);
        self.rest = run % 100;
        self.elapsed_ms = self.elapsed_ms.saturating_add(run / 100);
        if self.elapsed_ms / MARK_MS != before {
            self.record.mark(self.elapsed_ms);
        }
        let second = u32::try_from(self.elapsed_ms / 1000).unwrap_or(u32::MAX);
        if !injects::due(&self.state, second).is_empty()
            && let Ok(events) = self.command(Actor::Clock, &Command::FireDue { second })
        {
            happened(self, &events);
        }
        if self.left_ms() == 0
            && let Ok(events) = self.command(Actor::Clock, &Command::EndPhase)
        {
            happened(self, &events);
        }
    }

    /// Judges, records, folds. On an error nothing has changed.
    ///
    /// # Errors
    /// The refusal, or that the record could not be written.
    pub fn command(&mut self, actor: Actor, command: &Command) -> Result<Vec<Event>, Trouble> {
        // One stream a round: neither what a team does meanwhile nor a restart moves a roll.
        let mut chance = Chance::new(self.seed, u64::from(self.state.round()));
        let events = decide(&self.state, actor, command, &mut chance, self.case_time())
            .map_err(Trouble::Refused)?;
        // What changes nothing is not put on record.
        if events.is_empty() {
            return Ok(events);
        }
        let entry = Entry {
            actor,
            elapsed_ms: self.elapsed_after(&events),
            events,
        };
        self.record.append(&entry).map_err(Trouble::NotRecorded)?;
        self.elapsed_ms = entry.elapsed_ms;
        self.fold(&entry.events);
        Ok(entry.events)
    }

    fn fold(&mut self, events: &[Event]) {
        self.debrief.stale();
        for event in events {
            evolve(&mut self.state, event);
        }
    }

    /// A new phase begins with its whole time.
    fn elapsed_after(&self, events: &[Event]) -> u64 {
        let fresh = events.iter().any(|e| {
            matches!(
                e,
                Event::RoundStarted { .. }
                    | Event::PlanningEnded { .. }
                    | Event::VerdictOpened
                    | Event::DebriefOpened { .. }
            )
        });
        if fresh { 0 } else { self.elapsed_ms }
    }

    /// Minutes of case time now: the planning phase stands for the round's hours, and the verdict is
    /// found at their end.
    fn case_time(&self) -> CaseTime {
        let scenario = self.state.scenario();
        let round = u64::from(self.state.round().saturating_sub(1));
        let length = u64::from(scenario.round_hours) * 60;
        let limit = (u64::from(self.state.limit_seconds()) * 1000).max(1);
        let part = match self.state.phase() {
            Phase::Verdict => length,
            _ => length * self.elapsed_ms.min(limit) / limit,
        };
        let now = CaseTime(u32::try_from(round * length + part).unwrap_or(u32::MAX));
        // More time to plan slows the case's clock and does not turn it back.
        now.max(self.state.now)
    }
}
