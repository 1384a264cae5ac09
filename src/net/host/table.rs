//! One table: it owns a session, and the connections of its seats.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use tokio::sync::{OwnedSemaphorePermit, mpsc};

use super::threads::Letterbox;
use super::{Directory, Note, Standing, Way, lock, seats::Seats};
use crate::analysis::{self, Asked, Work};
use crate::engine::Command;
use crate::net::ticket::Token;
use crate::net::wire::{
    ChairAct, ChairRow, ChairTrouble, Enter, FromSeat, Person, Role, ToSeat, Turned, encode,
};
use crate::protocol::together::{Cursor, Looking, Thing, binds, changes};
use crate::protocol::{ClientMessage, Seat, ServerMessage};
use crate::scenario::ids::Team;
use crate::session::{Answer, Session};

/// How often seats are told how much time is left. Their own clocks run meanwhile.
const TELL_TIME: Duration = Duration::from_secs(5);
/// How often the facilitator is told how the chairs are, if it has changed.
const TELL_CHAIRS: Duration = Duration::from_secs(2);

/// How often those who asked hear how far it is what one thing would have made of the exercise.
const TELL_WORK: Duration = Duration::from_millis(500);

/// Where colleagues look is told no oftener than this, however often they say it.
const TELL_LOOKS: Duration = Duration::from_millis(250);

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
    /// So long was a ping on its way to a laptop and back.
    Lag {
        connection: u64,
        ms: u32,
    },
    /// What the trainer at the host's own computer does with the chairs.
    Chair {
        act: ChairAct,
        answer: Sender<Result<(), ChairTrouble>>,
    },
    /// The trainer at the host's own computer.
    Trainer {
        command: Command,
        answer: Sender<Answer>,
    },
    Standing {
        answer: Sender<Standing>,
    },
    /// It ends; `done` is told, or dropped, when nothing of it runs any more.
    Close {
        done: Sender<()>,
    },
}

struct Connected {
    chair: usize,
    role: Role,
    out: mpsc::Sender<Frame>,
    /// It has missed a frame, so it has to come back and be told everything anew.
    stalled: Cell<bool>,
    /// What was done before this mark was done on another chair.
    since: u64,
    lag_ms: Option<u32>,
    /// The people as this laptop was last told of them.
    people: RefCell<Vec<Person>>,
}

/// What a table knows of its host.
pub(super) struct Surroundings {
    pub number: usize,
    pub seats: Arc<Mutex<Seats>>,
    pub notes: Sender<Note>,
    pub directory: Directory,
    /// Where its own mail is sent to.
    pub own: Letterbox,
    pub way: Way,
    /// How many times as fast as the wall's its clock runs.
    pub haste: u32,
}

/// What a chair's person does beside the exercise. Nobody keeps it.
#[derive(Clone, Copy)]
struct Presence {
    looking: Option<Looking>,
    cursor: Option<Cursor>,
    /// When the laptop went; before it ever came, when the table was opened.
    away: Instant,
}

impl Presence {
    /// Whoever sits there next, or comes along to another team, is told nothing of it.
    fn forget(&mut self) {
        (self.looking, self.cursor) = (None, None);
    }
}

pub(super) struct Table {
    host: Surroundings,
    session: Session,
    connected: BTreeMap<u64, Connected>,
    /// By chair.
    presence: Vec<Presence>,
    /// Somebody looks elsewhere, and it has not been told.
    looks_due: bool,
    /// The chairs as the facilitator was last told of them.
    told_chairs: Vec<ChairRow>,
    /// Commands that were done.
    mark: u64,
    /// Who changed what last: the mark that it got, the chair, and the name of the person there.
    last: BTreeMap<(Option<Team>, Thing), (u64, usize, String)>,
    /// Up to when its clock has run.
    then: Instant,
    /// When the time left, the chairs, and where colleagues look, were last told.
    told: Instant,
    listed: Instant,
    looked: Instant,
    /// What one thing would have made of the exercise, while it is worked out, and when that was last told.
    work: Option<(Work, Instant)>,
}

impl Table {
    pub(super) fn new(host: Surroundings, session: Session) -> Self {
        let now = Instant::now();
        let begun = Presence {
            looking: None,
            cursor: None,
            away: now,
        };
        let chairs = lock(&host.seats).chairs().len();
        Self {
            host,
            session,
            connected: BTreeMap::new(),
            presence: vec![begun; chairs],
            looks_due: false,
            told_chairs: Vec::new(),
            mark: 0,
            last: BTreeMap::new(),
            then: now,
            told: now,
            listed: now,
            looked: now,
            work: None,
        }
    }

    /// Deals with a letter.
    pub(super) fn read(&mut self, letter: Mail) {
        self.pass_time();
        self.open(letter);
        self.drop_stalled();
    }

    /// The clock runs up to now, and what is told now and then is told.
    pub(super) fn pass_time(&mut self) {
        let ms = u64::try_from(self.then.elapsed().as_millis()).unwrap_or(u64::MAX);
        if ms > 0 {
            self.then += Duration::from_millis(ms);
            let run = ms.saturating_mul(u64::from(self.host.haste));
            let out = self.session.advance(run);
            self.tell_all(out);
        }
        self.follow_work();
        if self.told.elapsed() >= TELL_TIME {
            self.told = Instant::now();
            self.tell_time();
        }
        if self.listed.elapsed() >= TELL_CHAIRS {
            self.listed = Instant::now();
            self.tell_chairs(false);
        }
        if self.looks_due && self.looked.elapsed() >= TELL_LOOKS {
            self.looked = Instant::now();
            self.tell_people();
        }
        self.drop_stalled();
    }

    /// Ends it: its seats are told, and its exercise is kept as it stands.
    pub(super) fn close(self) {
        for connected in self.connected.values() {
            send(connected, &ToSeat::Turned(Turned::Closed));
        }
    }

    /// A letter to a table that has ended. Whoever waits for an answer learns it from there being none.
    pub(super) fn is_gone(letter: Mail) {
        if let Mail::Enter { out, .. } = letter {
            // A full queue of a new connection cannot be.
            let _ = out.try_send(encode(&ToSeat::Turned(Turned::Closed)).into());
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
            Mail::Lag { connection, ms } => {
                if let Some(connected) = self.connected.get_mut(&connection) {
                    connected.lag_ms = Some(ms);
                }
            }
            Mail::Chair { act, answer } => {
                let done = self.chair(act, None);
                // Whoever asked may be gone.
                let _ = answer.send(done);
            }
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
            // Its thread does that.
            Mail::Close { .. } => {}
        }
    }

    fn enter(&mut self, connection: u64, enter: &Enter, out: mpsc::Sender<Frame>) {
        let entered = lock(&self.host.seats).enter(enter.token, enter.secret, &enter.name);
        let (chair, new) = match entered {
            Ok(entered) => entered,
            Err(turned) => {
                // A full queue of a new connection cannot be.
                let _ = out.try_send(encode(&ToSeat::Turned(turned)).into());
                return;
            }
        };
        self.cut(chair, &Turned::Elsewhere);
        let role = lock(&self.host.seats).chairs()[chair].role;
        let connected = Connected {
            chair,
            role,
            out,
            stalled: Cell::new(false),
            since: 0,
            lag_ms: None,
            people: RefCell::default(),
        };
        self.connected.insert(connection, connected);
        let table = self.host.number;
        self.note(if new {
            Note::Taken { table, chair }
        } else {
            Note::Back { table, chair }
        });
        if new {
            self.presence[chair].forget();
        }
        self.seat(connection);
        self.tell_people();
        self.tell_chairs(true);
    }

    /// Tells a laptop which seat it has, and all that may be seen from there.
    fn seat(&mut self, connection: u64) {
        let Some(connected) = self.connected.get(&connection) else {
            return;
        };
        let (role, chair) = (connected.role, connected.chair);
        let locked = lock(&self.host.seats).chairs()[chair].locked;
        send(connected, &ToSeat::Seated { role });
        send(connected, &ToSeat::Locked(locked));
        let hello = ClientMessage::Hello {
            version: crate::protocol::VERSION,
        };
        let out = self.session.handle(role.seat(), hello);
        self.answer(connection, out);
    }

    fn hear(&mut self, connection: u64, said: FromSeat) {
        match said {
            FromSeat::Say { seen, message } => self.obey(connection, seen, message),
            FromSeat::Looking { seen, at, cursor } => self.look(connection, seen, at, cursor),
            FromSeat::Chairs(act) => self.conduct(connection, act),
        }
    }

    fn obey(&mut self, connection: u64, seen: u64, mut message: ClientMessage) {
        let Some(connected) = self.connected.get(&connection) else {
            return;
        };
        let (role, chair) = (connected.role, connected.chair);
        let mut thing = None;
        if let ClientMessage::Command { id, command } = &message {
            let locked = lock(&self.host.seats).chairs()[chair].locked;
            if locked || seen < connected.since {
                send(connected, &ToSeat::Locked(locked));
                send(connected, &ToSeat::NotNow { id: *id });
                return;
            }
            if matches!(role, Role::Officer(_)) && binds(command) {
                send(connected, &ToSeat::OnlyLead { id: *id });
                return;
            }
            thing = changes(command).map(|thing| (role.team(), thing));
            let first = thing.as_ref().and_then(|thing| self.last.get(thing));
            if let Some((mark, first, by)) = first
                && *mark > seen
                && *first != chair
            {
                let by = by.clone();
                send(connected, &ToSeat::Overtaken { id: *id, by });
                return;
            }
        }
        // Nobody rates in another's name.
        if let ClientMessage::Command {
            command: Command::Rate { name, .. },
            ..
        } = &mut message
        {
            name.clone_from(&lock(&self.host.seats).chairs()[chair].name);
        }
        let out = self.session.handle(role.seat(), message);
        let done = out
            .iter()
            .any(|(_, m)| matches!(m, ServerMessage::Accepted { .. }));
        if done {
            self.mark += 1;
            if let Some(thing) = thing {
                let name = lock(&self.host.seats).chairs()[chair].name.clone();
                self.last.insert(thing, (self.mark, chair, name));
            }
        }
        self.answer(connection, out);
        self.work_out();
    }

    /// Begins with what one thing would have made of the exercise, where a seat waits for it.
    fn work_out(&mut self) {
        if self.work.is_some() || !self.session.what_if_wanted() {
            return;
        }
        let (scenario, seed) = (self.session.state().scenario().clone(), self.session.seed());
        let asked = self.session.entries().map(|entries| Asked {
            scenario,
            entries,
            seed,
        });
        let standing = match Work::begin(move || asked) {
            Ok(mut work) => {
                let standing = work.standing();
                self.work = Some((work, Instant::now()));
                standing
            }
            Err(problem) => analysis::Standing::Failed(problem),
        };
        let out = self.session.tell_what_if(standing);
        self.tell_all(out);
    }

    /// Tells how far that is.
    fn follow_work(&mut self) {
        let Some((work, told)) = &mut self.work else {
            return;
        };
        if told.elapsed() < TELL_WORK {
            return;
        }
        *told = Instant::now();
        let standing = work.standing();
        if !matches!(standing, analysis::Standing::Playing(..)) {
            self.work = None;
        }
        let out = self.session.tell_what_if(standing);
        self.tell_all(out);
    }

    fn look(&mut self, connection: u64, seen: u64, looking: Looking, cursor: Option<Cursor>) {
        let connected = self.connected.get(&connection);
        // From the desk left behind, where the person was moved since.
        let Some(connected) = connected.filter(|c| seen >= c.since) else {
            return;
        };
        // What is no item of the case is not passed on to colleagues.
        let scenario = self.session.state().scenario();
        let there = match looking {
            Looking::Item(item) => usize::from(item.0) < scenario.items.len(),
            Looking::SetPiece(task) => usize::from(task.0) < scenario.tasks.len(),
            _ => true,
        };
        let looking = Some(if there { looking } else { Looking::Elsewhere });
        let now = &mut self.presence[connected.chair];
        self.looks_due |= (now.looking, now.cursor) != (looking, cursor);
        (now.looking, now.cursor) = (looking, cursor);
    }

    /// What the facilitator does with the chairs from their own laptop.
    fn conduct(&mut self, connection: u64, act: ChairAct) {
        let Some(connected) = self.connected.get(&connection) else {
            return;
        };
        if connected.role != Role::Facilitator {
            let why = "the seats are the trainer's".to_owned();
            let from = lock(&self.host.seats).chairs()[connected.chair]
                .name
                .clone();
            send(connected, &ToSeat::Turned(Turned::Nonsense(why.clone())));
            self.note(Note::Cut { from, why });
            self.leave(connection);
            return;
        }
        let own = connected.chair;
        if let Err(trouble) = self.chair(act, Some(own))
            && let Some(connected) = self.connected.get(&connection)
        {
            send(connected, &ToSeat::NoChair(trouble));
        }
    }

    /// Does something with the chairs; `own` is the chair of whoever asks.
    fn chair(&mut self, act: ChairAct, own: Option<usize>) -> Result<(), ChairTrouble> {
        let (ChairAct::Renew { chair }
        | ChairAct::Lock { chair, .. }
        | ChairAct::Move { from: chair, .. }) = act;
        if own == Some(chair) {
            return Err(ChairTrouble::Own);
        }
        let before: Vec<Token> = lock(&self.host.seats).tokens().collect();
        let done = {
            let mut seats = lock(&self.host.seats);
            match act {
                ChairAct::Renew { chair } => seats.renew(chair),
                ChairAct::Lock { chair, locked } => seats.lock(chair, locked),
                ChairAct::Move { from, to } => seats.move_person(from, to),
            }
        };
        done?;
        self.list_again(&before);
        match act {
            ChairAct::Renew { chair } => {
                self.presence[chair].forget();
                self.cut(chair, &Turned::Revoked);
            }
            ChairAct::Lock { chair, locked } => {
                for connected in self.connected.values().filter(|c| c.chair == chair) {
                    send(connected, &ToSeat::Locked(locked));
                }
            }
            ChairAct::Move { from, to } => self.moved(from, to),
        }
        self.tell_people();
        self.tell_chairs(true);
        Ok(())
    }

    fn moved(&mut self, from: usize, to: usize) {
        // What is on its way was meant for the seat left behind.
        self.mark += 1;
        let role = lock(&self.host.seats).chairs()[to].role;
        self.presence[from].forget();
        self.presence[to] = self.presence[from];
        let mut here = None;
        for (connection, connected) in &mut self.connected {
            if connected.chair == from {
                (connected.chair, connected.role) = (to, role);
                connected.since = self.mark;
                here = Some(*connection);
            }
        }
        if let Some(connection) = here {
            self.seat(connection);
        }
        let table = self.host.number;
        self.note(Note::Moved { table, from, to });
    }

    /// The door finds this table by the tokens that it has now.
    fn list_again(&self, before: &[Token]) {
        let seats = lock(&self.host.seats);
        let mut directory = lock(&self.host.directory);
        for token in before {
            directory.remove(token);
        }
        directory.extend(seats.tokens().map(|t| (t, self.host.own.clone())));
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
                ServerMessage::Welcome { .. }
                    | ServerMessage::FacilitatorCase { .. }
                    | ServerMessage::WrongVersion { .. }
            )
        });
        for (seat, message) in out {
            let own = greeting
                || matches!(
                    message,
                    ServerMessage::Accepted { .. }
                        | ServerMessage::Refused { .. }
                        | ServerMessage::NotRecorded { .. }
                        | ServerMessage::AfterAction { .. }
                        | ServerMessage::NoReport { .. }
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

    /// Teams hear of themselves and of the facilitator; who is in none, of all. Where somebody looks is
    /// told to the own team and to the facilitator.
    fn tell_people(&mut self) {
        self.looks_due = false;
        let chairs = lock(&self.host.seats).chairs().to_vec();
        for connected in self.connected.values() {
            let own = connected.role.team();
            let known =
                |role: Role| own.is_none() || role == Role::Facilitator || role.team() == own;
            let colleague = |role: Role| {
                connected.role == Role::Facilitator || (own.is_some() && role.team() == own)
            };
            let people: Vec<Person> = chairs
                .iter()
                .enumerate()
                .filter(|(_, chair)| chair.taken() && known(chair.role))
                .map(|(place, chair)| Person {
                    chair: place,
                    name: chair.name.clone(),
                    role: chair.role,
                    here: self.is_here(place),
                    looking: self.presence[place]
                        .looking
                        .filter(|_| colleague(chair.role)),
                    // One's own pointer one sees; the trainer has no desk to see one on.
                    cursor: self.presence[place].cursor.filter(|_| {
                        place != connected.chair && own.is_some() && chair.role.team() == own
                    }),
                })
                .collect();
            // Most of what colleagues point at is nobody else's.
            if *connected.people.borrow() != people {
                connected.people.replace(people.clone());
                send(connected, &ToSeat::People(people));
            }
        }
    }

    fn is_here(&self, chair: usize) -> bool {
        self.connected.values().any(|c| c.chair == chair)
    }

    /// Tells the facilitator of all chairs, if anything is new since they were last told, or `anyway`.
    fn tell_chairs(&mut self, anyway: bool) {
        let facilitators = || {
            let all = self.connected.values();
            all.filter(|c| c.role == Role::Facilitator)
        };
        if facilitators().next().is_none() {
            self.told_chairs.clear();
            return;
        }
        let rows = self.chair_rows();
        if !anyway && rows == self.told_chairs {
            return;
        }
        let frame: Frame = encode(&ToSeat::Chairs(rows.clone())).into();
        for connected in facilitators() {
            pass(connected, &frame);
        }
        self.told_chairs = rows;
    }

    fn chair_rows(&self) -> Vec<ChairRow> {
        let address = self.host.way.address();
        let seats = lock(&self.host.seats);
        let row = |(place, chair): (usize, &super::Chair)| {
            let connected = self.connected.values().find(|c| c.chair == place);
            let presence = &self.presence[place];
            let away = presence.away.elapsed().as_secs();
            ChairRow {
                chair: place,
                role: chair.role,
                name: chair.name.clone(),
                taken: chair.taken(),
                here: connected.is_some(),
                locked: chair.locked,
                lag_ms: connected.and_then(|c| c.lag_ms),
                away_s: (chair.taken() && connected.is_none())
                    .then(|| u32::try_from(away).unwrap_or(u32::MAX)),
                looking: presence.looking,
                ticket: self.host.way.ticket(chair.token(), address).to_string(),
            }
        };
        seats.chairs().iter().enumerate().map(row).collect()
    }

    fn leave(&mut self, connection: u64) {
        if let Some(gone) = self.connected.remove(&connection) {
            let table = self.host.number;
            self.presence[gone.chair].away = Instant::now();
            self.note(Note::Away {
                table,
                chair: gone.chair,
            });
            self.tell_people();
            self.tell_chairs(true);
        }
    }

    fn cut(&mut self, chair: usize, why: &Turned) {
        self.connected.retain(|_, connected| {
            if connected.chair == chair {
                send(connected, &ToSeat::Turned(why.clone()));
            }
            connected.chair != chair
        });
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
        let _ = self.host.notes.send(note);
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
