//! Both seats and the clock in one process: the in-process transport of the protocol.
//!
//! Each seat knows only the messages it was sent. Nothing here reads the state.

use std::sync::Arc;

use super::Session;
use crate::engine::{Command, Refusal};
use crate::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use crate::report::{Findings, Standing, TakeHome};
use crate::scenario::ids::Team;
use crate::view::{CaseView, TeamView, apply};

/// What one team's seat has been told.
#[derive(Clone, Debug)]
pub struct SeatEnd {
    /// The unchanging part.
    pub case: Arc<CaseView>,
    /// Everything else, kept up to date by deltas.
    pub view: TeamView,
    /// Milliseconds left when last told.
    pub left_ms: u64,
    /// Did the clock run when last told?
    pub running: bool,
    /// Per cent of its speed at which the clock runs.
    pub pace: u8,
    /// What the record says, once the truth is open.
    pub findings: Option<Arc<Findings>>,
    /// What one thing would have made of it, as far as a table elsewhere has told.
    pub otherwise: Standing,
    /// The report that was asked for, or why there is none, until somebody takes it.
    pub report: Option<Result<Arc<TakeHome>, String>>,
    /// The partner is not at this screen.
    pub apart: bool,
    /// The clock is a trainer's, elsewhere.
    pub conducted: bool,
}

/// How a command went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is done and on record.
    Accepted,
    /// The rules say no.
    Refused(Refusal),
    /// The exercise file could not be written.
    NotRecorded,
}

/// A session with both team seats taken in this process.
pub struct LocalTable {
    session: Session,
    ends: [SeatEnd; 2],
    next_id: u32,
}

impl LocalTable {
    /// Takes both seats of a session.
    #[must_use]
    pub fn open(mut session: Session) -> Option<Self> {
        let mut ends = Vec::new();
        for team in Team::BOTH {
            let hello = ClientMessage::Hello { version: VERSION };
            let mut end = None;
            for (_, message) in session.handle(Seat::Team(team), hello) {
                match &mut end {
                    None => end = SeatEnd::greeted(message),
                    Some(end) => end.hear(message),
                }
            }
            ends.push(end?);
        }
        let ends = <[SeatEnd; 2]>::try_from(ends).ok()?;
        Some(Self {
            session,
            ends,
            next_id: 0,
        })
    }

    /// What the team's seat has been told.
    #[must_use]
    pub fn seat(&self, team: Team) -> &SeatEnd {
        &self.ends[team.index()]
    }

    /// The session behind the table.
    #[must_use]
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// Gives a command from a seat.
    pub fn send(&mut self, seat: Seat, command: Command) -> Answer {
        let id = self.next_id;
        self.next_id = self.next_id.wrapping_add(1);
        let out = self
            .session
            .handle(seat, ClientMessage::Command { id, command });
        self.hear(out).unwrap_or(Answer::NotRecorded)
    }

    /// Wall-clock time has passed.
    pub fn advance(&mut self, ms: u64) {
        let out = self.session.advance(ms);
        self.hear(out);
        for end in &mut self.ends {
            if end.running {
                end.left_ms = self.session.left_ms();
            }
        }
    }

    fn hear(&mut self, out: Vec<(Seat, ServerMessage)>) -> Option<Answer> {
        let mut answer = None;
        for (seat, message) in out {
            match message {
                ServerMessage::Accepted { .. } => answer = Some(Answer::Accepted),
                ServerMessage::Refused { refusal, .. } => answer = Some(Answer::Refused(refusal)),
                ServerMessage::NotRecorded { .. } => answer = Some(Answer::NotRecorded),
                other => {
                    if let Seat::Team(team) = seat {
                        self.ends[team.index()].hear(other);
                    }
                }
            }
        }
        answer
    }
}

impl SeatEnd {
    /// As the host's greeting says; nothing for another message.
    #[must_use]
    pub fn greeted(message: ServerMessage) -> Option<Self> {
        match message {
            ServerMessage::Welcome { case, view, .. } => Some(Self {
                case,
                view: *view,
                left_ms: 0,
                running: false,
                pace: 100,
                findings: None,
                otherwise: Standing::Unasked,
                report: None,
                apart: false,
                conducted: false,
            }),
            _ => None,
        }
    }

    /// Wall-clock time has passed since the host last said how much is left.
    pub fn advance(&mut self, ms: u64) {
        if self.running {
            let run = ms.saturating_mul(u64::from(self.pace)) / 100;
            self.left_ms = self.left_ms.saturating_sub(run);
        }
    }

    /// Takes in what the host says.
    pub fn hear(&mut self, message: ServerMessage) {
        match message {
            ServerMessage::Welcome { case, view, .. } => {
                self.case = case;
                self.view = *view;
            }
            ServerMessage::Delta { sections } => {
                for section in sections {
                    apply(&mut self.view, section);
                }
            }
            ServerMessage::Clock {
                left_ms,
                running,
                pace,
            } => {
                self.left_ms = left_ms;
                self.running = running;
                self.pace = pace;
            }
            ServerMessage::Findings { findings } => self.findings = Some(findings),
            ServerMessage::WhatIf { standing } => self.otherwise = standing,
            ServerMessage::AfterAction { report } => self.report = Some(Ok(report)),
            ServerMessage::NoReport { why } => self.report = Some(Err(why)),
            _ => {}
        }
    }
}
