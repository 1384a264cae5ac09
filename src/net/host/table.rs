//! One table: the thread that owns a session, and the connections of its seats.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, mpsc};

use super::{Note, Standing, lock, seats::Seats};
use crate::engine::Command;
use crate::net::wire::{Enter, FromSeat, Person, Role, ToSeat, Turned, encode};
use crate::protocol::together::{Thing, binds, changes};
use crate::protocol::{ClientMessage, Seat, ServerMessage};
use crate::scenario::ids::Team;
use crate::session::{Answer, Session};

/// How often the clock is moved while nothing else happens.
const TICK: Duration = Duration::from_millis(100);
/// How often seats are told how much time is left.
const TELL_TIME: Duration = Duration::from_secs(2);

/// A frame on its way to a laptop.
pub(super) type Frame = Arc<str>;

/// What a table hears.
pub(super) enum Mail {
    /// A laptop that speaks the same protocol asks for its seat.
    Enter {
        connection: u64,
        enter: Enter,
        out: mpsc::Sender<Frame>,
    },
    Frame {
        connection: u64,
        said: FromSeat,
        /// Given back when the frame has been dealt with.
        _permit: OwnedSemaphorePermit,
    },
    Gone {
        connection: u64,
    },
    /// The chair was taken from whoever has it.
    Renewed {
        chair: usize,
    },
    /// The trainer at the host's own computer.
    Trainer {
        command: Command,
        answer: Sender<Answer>,
    },
    Standing {
        answer: Sender<Standing>,
    },
    Close,
}

struct Connected {
    chair: usize,
    role: Role,
    out: mpsc::Sender<Frame>,
    /// It has missed a frame, so it has to come back and be told everything anew.
    stalled: Cell<bool>,
}

pub(super) struct Table {
    number: usize,
    session: Session,
    seats: Arc<Mutex<Seats>>,
    notes: Sender<Note>,
    connected: BTreeMap<u64, Connected>,
    /// Commands that were done.
    mark: u64,
    /// Who changed what last, and the mark that it got.
    last: BTreeMap<(Option<Team>, Thing), (u64, usize)>,
}

impl Table {
    pub(super) fn new(
        number: usize,
        session: Session,
        seats: Arc<Mutex<Seats>>,
        notes: Sender<Note>,
    ) -> Self {
        Self {
            number,
            session,
            seats,
            notes,
            connected: BTreeMap::new(),
            mark: 0,
            last: BTreeMap::new(),
        }
    }

    pub(super) fn run(mut self, letters: &Receiver<Mail>) {
        let (mut then, mut told) = (Instant::now(), Instant::now());
        loop {
            let letter = letters.recv_timeout(TICK);
            let passed = then.elapsed();
            let ms = u64::try_from(passed.as_millis()).unwrap_or(u64::MAX);
            if ms > 0 {
                then += Duration::from_millis(ms);
                let out = self.session.advance(ms);
                self.tell_all(out);
            }
            if told.elapsed() >= TELL_TIME {
                told = Instant::now();
                self.tell_time();
            }
            match letter {
                Ok(Mail::Close) | Err(RecvTimeoutError::Disconnected) => break,
                Ok(letter) => self.open(letter),
                Err(RecvTimeoutError::Timeout) => {}
            }
            self.drop_stalled();
        }
        for connected in self.connected.values() {
            send(connected, &ToSeat::Turned(Turned::Closed));
        }
    }

    fn open(&mut self, letter: Mail) {
        match letter {
            Mail::Enter {
                connection,
                enter,
                out,
            } => self.enter(connection, &enter, out),
            Mail::Frame {
                connection, said, ..
            } => self.hear(connection, said),
            Mail::Gone { connection } => self.leave(connection),
            Mail::Renewed { chair } => self.cut(chair, &Turned::Revoked),
            Mail::Trainer { command, answer } => {
                let told = self.trainer(command);
                // Whoever asked may be gone.
                let _ = answer.send(told);
            }
            Mail::Standing { answer } => {
                let state = self.session.state();
                let _ = answer.send(Standing {
                    phase: state.phase(),
                    round: state.round(),
                    left_ms: self.session.left_ms(),
                    running: self.session.clock_runs(),
                });
            }
            Mail::Close => {}
        }
    }

    fn enter(&mut self, connection: u64, enter: &Enter, out: mpsc::Sender<Frame>) {
        let entered = lock(&self.seats).enter(enter.token, enter.secret, &enter.name);
        let (chair, new) = match entered {
            Ok(entered) => entered,
            Err(turned) => {
                // A full queue of a new connection cannot be.
                let _ = out.try_send(encode(&ToSeat::Turned(turned)).into());
                return;
            }
        };
        self.cut(chair, &Turned::Elsewhere);
        let role = lock(&self.seats).chairs()[chair].role;
        let connected = Connected {
            chair,
            role,
            out,
            stalled: Cell::new(false),
        };
        send(&connected, &ToSeat::Seated { role });
        self.connected.insert(connection, connected);
        let hello = ClientMessage::Hello {
            version: crate::protocol::VERSION,
        };
        let table = self.number;
        self.note(if new {
            Note::Taken { table, chair }
        } else {
            Note::Back { table, chair }
        });
        let out = self.session.handle(role.seat(), hello);
        self.answer(connection, out);
        self.tell_people();
    }

    fn hear(&mut self, connection: u64, FromSeat::Say { seen, message }: FromSeat) {
        let Some(connected) = self.connected.get(&connection) else {
            return;
        };
        let (role, chair) = (connected.role, connected.chair);
        let mut thing = None;
        if let ClientMessage::Command { id, command } = &message {
            if matches!(role, Role::Officer(_)) && binds(command) {
                send(connected, &ToSeat::OnlyLead { id: *id });
                return;
            }
            thing = changes(command).map(|thing| (role.team(), thing));
            let first = thing.as_ref().and_then(|thing| self.last.get(thing));
            if let Some((mark, by)) = first
                && *mark > seen
                && *by != chair
            {
                let by = lock(&self.seats).chairs()[*by].name.clone();
                send(connected, &ToSeat::Overtaken { id: *id, by });
                return;
            }
        }
        let out = self.session.handle(role.seat(), message);
        let done = out
            .iter()
            .any(|(_, m)| matches!(m, ServerMessage::Accepted { .. }));
        if done {
            self.mark += 1;
            if let Some(thing) = thing {
                self.last.insert(thing, (self.mark, chair));
            }
        }
        self.answer(connection, out);
    }

    fn trainer(&mut self, command: Command) -> Answer {
        let message = ClientMessage::Command { id: 0, command };
        let out = self.session.handle(Seat::Facilitator, message);
        let mut answer = Answer::NotRecorded;
        let mut others = Vec::new();
        for (seat, message) in out {
            match message {
                ServerMessage::Accepted { .. } => answer = Answer::Accepted,
                ServerMessage::Refused { refusal, .. } => answer = Answer::Refused(refusal),
                ServerMessage::NotRecorded { .. } => {}
                other => others.push((seat, other)),
            }
        }
        if answer == Answer::Accepted {
            self.mark += 1;
        }
        self.tell_all(others);
        answer
    }

    /// What is an answer goes to who asked, the rest to whom it concerns.
    fn answer(&mut self, connection: u64, out: Vec<(Seat, ServerMessage)>) {
        let mut others = Vec::new();
        // After a greeting everything is the answer.
        let greeting = out.iter().any(|(_, m)| {
            matches!(
                m,
                ServerMessage::Welcome { .. } | ServerMessage::WrongVersion { .. }
            )
        });
        for (seat, message) in out {
            let own = greeting
                || matches!(
                    message,
                    ServerMessage::Accepted { .. }
                        | ServerMessage::Refused { .. }
                        | ServerMessage::NotRecorded { .. }
                );
            if own {
                let mark = self.mark;
                if let Some(connected) = self.connected.get(&connection) {
                    send(connected, &ToSeat::Say { mark, message });
                }
            } else {
                others.push((seat, message));
            }
        }
        self.tell_all(others);
    }

    fn tell_all(&mut self, out: Vec<(Seat, ServerMessage)>) {
        let mark = self.mark;
        for (seat, message) in out {
            let frame: Frame = encode(&ToSeat::Say { mark, message }).into();
            for connected in self.connected.values() {
                if connected.role.seat() == seat {
                    pass(connected, &frame);
                }
            }
        }
    }

    fn tell_time(&self) {
        if !self.session.clock_runs() {
            return;
        }
        let message = self.session.clock_message();
        let mark = self.mark;
        let frame: Frame = encode(&ToSeat::Say { mark, message }).into();
        for connected in self.connected.values() {
            pass(connected, &frame);
        }
    }

    /// Teams hear of themselves and of the facilitator; who is in none, of all.
    fn tell_people(&self) {
        let chairs = lock(&self.seats).chairs().to_vec();
        for connected in self.connected.values() {
            let own = connected.role.team();
            let known =
                |role: Role| own.is_none() || role == Role::Facilitator || role.team() == own;
            let people = chairs
                .iter()
                .enumerate()
                .filter(|(_, chair)| chair.taken() && known(chair.role))
                .map(|(place, chair)| Person {
                    name: chair.name.clone(),
                    role: chair.role,
                    here: self.connected.values().any(|c| c.chair == place),
                });
            send(connected, &ToSeat::People(people.collect()));
        }
    }

    fn leave(&mut self, connection: u64) {
        if let Some(gone) = self.connected.remove(&connection) {
            let table = self.number;
            self.note(Note::Away {
                table,
                chair: gone.chair,
            });
            self.tell_people();
        }
    }

    fn cut(&mut self, chair: usize, why: &Turned) {
        let before = self.connected.len();
        self.connected.retain(|_, connected| {
            if connected.chair == chair {
                send(connected, &ToSeat::Turned(why.clone()));
            }
            connected.chair != chair
        });
        if self.connected.len() < before {
            self.tell_people();
        }
    }

    fn drop_stalled(&mut self) {
        let stalled: Vec<u64> = self
            .connected
            .iter()
            .filter(|(_, c)| c.stalled.get())
            .map(|(connection, _)| *connection)
            .collect();
        for connection in stalled {
            self.leave(connection);
        }
    }

    fn note(&self, note: Note) {
        // A host without a trainer has nobody to tell.
        let _ = self.notes.send(note);
    }
}

fn send(connected: &Connected, message: &ToSeat) {
    pass(connected, &encode(message).into());
}

/// A laptop that does not read has a full queue.
fn pass(connected: &Connected, frame: &Frame) {
    if !connected.stalled.get() && connected.out.try_send(Arc::clone(frame)).is_err() {
        connected.stalled.set(true);
    }
}
