//! What is done with bytes that somebody else wrote: one function for each thing that decodes them.
//!
//! None may panic, hang or take memory without end, whatever it is given; beyond that each holds what its decoder
//! promises. `cargo fuzz` calls them through `fuzz_targets/`, the test suite with every file of `corpus/`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use liaison::bots::{Policy, Simulated};
use liaison::document::zone;
use liaison::engine::{Actor, Command, Phase, State, evolve, fits};
use liaison::journal::{self, About, Exercise, Journal};
use liaison::language::Lang;
use liaison::library::{self, Format, LoadedCase, from_exercise, made};
use liaison::protocol::{ClientMessage, Seat, VERSION};
use liaison::report::{Account, Occasion, after_action, events, result};
use liaison::scenario::ids::Team;
use liaison::scenario::{CaseSource, Scenario, load};
use liaison::session::{Entry, LocalTable, Memory, Session, play_out};
use liaison::view::{Reader, told};

#[cfg(feature = "net")]
pub use across_a_room::{discovery, pass, seats, ticket, wire_in, wire_out};

/// A case of the program or of `tests/fixtures/cases`.
pub fn opened(name: &str) -> LoadedCase {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = if own.ends_with("fuzz") {
        own.parent().unwrap_or(own)
    } else {
        own
    };
    let folder = root.join("tests/fixtures/cases").join(name);
    let place = if folder.is_dir() {
        folder.display().to_string()
    } else {
        name.to_owned()
    };
    library::open(&place).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// The seed of every exercise here.
pub const SEED: u64 = 7;

/// What stands in an exercise file about an exercise of this case.
pub fn about(case: &LoadedCase) -> About {
    About {
        case: case.scenario.id.clone(),
        title: case.scenario.title.get("").to_owned(),
        seed: SEED,
        people: [vec!["Anan".to_owned()], vec!["Mei".to_owned()]],
        program: "test".to_owned(),
        begun: 0,
        origin: None,
    }
}

/// A case: the name of a file on the first line, and what stands in it; the other files are those of the case that
/// the name begins with.
pub fn case(data: &[u8]) {
    static CASES: OnceLock<[CaseSource; 3]> = OnceLock::new();
    let (name, bytes) = split(data, b'\n');
    let Ok(name) = std::str::from_utf8(name) else {
        return;
    };
    let (case, file) = name.split_once('/').unwrap_or(("", name));
    let all = CASES.get_or_init(|| ["first_watch", "base", "workbench"].map(|n| opened(n).source));
    let mut source = match case {
        "first_watch" => &all[0],
        "base" => &all[1],
        _ => &all[2],
    }
    .clone();
    source.files.insert(file.to_owned(), bytes.to_vec());
    let loaded = load(&source);
    let mut texts = BTreeMap::new();
    for diagnostic in &loaded.diagnostics {
        assert!(diagnostic.line >= 1 && diagnostic.column >= 1);
        let text = texts.entry(&diagnostic.file);
        if let Some(text) = text.or_insert_with(|| source.text(&diagnostic.file)) {
            let span = diagnostic.span.clone();
            assert!(text.get(span).is_some(), "{diagnostic:?}");
        }
    }
    for diagnostic in loaded.diagnostics.iter().take(5) {
        let shown = diagnostic.render(&source, "", true);
        assert!(shown.contains(diagnostic.code.code()));
    }
    let Some(scenario) = loaded.scenario else {
        assert!(!loaded.diagnostics.is_empty());
        return;
    };
    // What passes every check can be played to its end. That takes several times as long as reading it: one case in
    // four is played.
    if bytes.iter().fold(0u8, |sum, b| sum.wrapping_add(*b)) % 4 != 0 {
        return;
    }
    let session = Session::create(Arc::new(scenario), SEED, Box::new(Memory));
    let mut teams = [
        Simulated::new(Policy::Sharer, Team::North, SEED),
        Simulated::new(Policy::Random, Team::South, SEED),
    ];
    let table = play_out(session, &mut teams).expect("two seats");
    assert_eq!(table.session().state().phase(), Phase::Debrief);
}

/// What machines read of travel documents: a byte for the year, and lines; read in all five formats, and also taken
/// for what a zone is made of.
pub fn zone(data: &[u8]) {
    let Some((year, text)) = data.split_first() else {
        return;
    };
    let Ok(text) = std::str::from_utf8(text) else {
        return;
    };
    let year = 1900 + i32::from(*year);
    let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let field = |n: usize| lines.get(n).cloned().unwrap_or_default();
    let number = |n: usize| lines.get(n).map_or(0, String::len);
    let day = |n: usize| zone::Day {
        year: year + i32::try_from(number(n)).unwrap_or(0),
        month: u8::try_from(number(n)).ok(),
        day: u8::try_from(number(n + 1)).ok(),
    };
    let holds = zone::Holds {
        code: field(0),
        issuer: field(1),
        number: field(2),
        surname: field(3),
        given: field(4),
        nationality: field(5),
        birth: day(6),
        sex: zone::Sex::Unspecified,
        expiry: day(7),
        optional: field(8),
    };
    for format in zone::Format::ALL {
        if let Ok(read) = zone::read(format, &lines, year) {
            assert_eq!((read.birth.len(), read.expiry.len()), (6, 6));
            // Read again, it says the same.
            assert_eq!(zone::read(format, &lines, year), Ok(read));
        }
        let written = zone::write(format, &holds);
        assert_eq!(written.len(), format.size().0);
        let _ = zone::read(format, &written, year);
    }
    let _ = zone::in_zone(text);
    let _ = zone::number_digit(text);
}

/// An exercise file, byte for byte.
pub fn exercise_file(data: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("it.liaison");
    std::fs::write(&path, data).expect("it can be written");
    open_exercise(&path, Some(1));
}

/// An exercise file that is one, with other things on record. Each line is a row, and what kind of row its first
/// word says: `about` and `elapsed` (a value), `entry` (number, milliseconds, actor), `event` (number of its entry,
/// body), `file` (name, contents). What no line speaks of is as after the beginning of an exercise of *Workbench*.
/// `branch` is no row: it makes a new exercise from the start of that round.
pub fn exercise_rows(data: &[u8]) {
    static TEMPLATE: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("it.liaison");
    let template = TEMPLATE.get_or_init(|| {
        let case = opened("workbench");
        let path = folder.path().join("template.liaison");
        journal::create_with(&path, &about(&case), &case.source.files, &[]).expect("a file");
        std::fs::read(path).expect("it was made")
    });
    std::fs::write(&path, template).expect("it can be written");
    let branched = put_rows(&path, data).expect("rows can be put into a file of one's own");
    open_exercise(&path, branched);
}

fn put_rows(path: &Path, data: &[u8]) -> rusqlite::Result<Option<u8>> {
    let mut file = rusqlite::Connection::open(path)?;
    file.pragma_update(None, "synchronous", "OFF")?;
    file.pragma_update(None, "journal_mode", "MEMORY")?;
    let all = file.transaction()?;
    let (mut entries, mut events) = (0, 0);
    let mut branched = None;
    for line in data.split(|b| *b == b'\n') {
        let line = String::from_utf8_lossy(line);
        let (kind, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let (first, more) = rest.split_once(' ').unwrap_or((rest, ""));
        // Two rows of one number cannot be written, and that is all right.
        let _ = match kind {
            "about" | "elapsed" => all.execute(
                "INSERT OR REPLACE INTO exercise VALUES (?1, ?2)",
                [kind, rest],
            ),
            "entry" => {
                entries += 1;
                let (ms, actor) = more.split_once(' ').unwrap_or((more, ""));
                let ms: i64 = ms.parse().unwrap_or(0);
                let number: i64 = first.parse().unwrap_or(entries);
                let row = rusqlite::params![number, actor, ms];
                all.execute("INSERT INTO entry VALUES (?1, ?2, ?3, 0)", row)
            }
            "event" => {
                events += 1;
                let entry: i64 = first.parse().unwrap_or(entries);
                let row = rusqlite::params![events, entry, more];
                all.execute("INSERT INTO event VALUES (?1, ?2, ?3)", row)
            }
            "file" => {
                let row = rusqlite::params![first, more.as_bytes()];
                all.execute("INSERT OR REPLACE INTO case_file VALUES (?1, ?2)", row)
            }
            "branch" => {
                branched = first.parse().ok();
                continue;
            }
            _ => continue,
        };
    }
    all.commit()?;
    Ok(branched)
}

/// Everything that the program does with a file that it finds.
fn open_exercise(path: &Path, branched: Option<u8>) {
    let read = journal::read_file(path);
    match &read {
        Ok(exercise) => tell(exercise),
        Err(why) => assert!(!why.to_string().is_empty()),
    }
    assert!(!journal::is_noted(path, "fuzz"));
    if let (Some(round), Ok(_)) = (branched, &read) {
        let new = path.with_extension("new.liaison");
        if library::branch(path, round, &new).is_ok() {
            go_on(&new);
        }
    }
    go_on(path);
    if journal::note(path, "fuzz").is_ok() {
        assert!(journal::is_noted(path, "fuzz"));
    }
}

/// The case in it, as [`from_exercise`] reads it. Reading takes longer than all the rest: the last one is kept.
fn case_of(exercise: &Exercise) -> Option<Arc<Scenario>> {
    type Read = (BTreeMap<String, Vec<u8>>, Arc<Scenario>);
    static LAST: Mutex<Option<Read>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((files, scenario)) = &*last
        && *files == exercise.case
    {
        let mut events = exercise.entries.iter().flat_map(|e| &e.events);
        return events
            .all(|event| fits(scenario, event))
            .then(|| Arc::clone(scenario));
    }
    let scenario = from_exercise(exercise).ok()?;
    *last = Some((exercise.case.clone(), Arc::clone(&scenario)));
    Some(scenario)
}

fn tell(exercise: &Exercise) {
    if let Some(scenario) = case_of(exercise) {
        let about = &exercise.about;
        tell_of(scenario, about.seed, &about.people, &exercise.entries);
    }
}

/// The record as its readers may read it, the account, the result and the page to take home.
fn tell_of(scenario: Arc<Scenario>, seed: u64, people: &[Vec<String>; 2], entries: &[Entry]) {
    let mut state = State::new(Arc::clone(&scenario));
    let mut teller = Account::new(Arc::clone(&scenario), &scenario.language);
    for entry in entries {
        for event in &entry.events {
            for reader in [
                Reader::Team(Team::North),
                Reader::Team(Team::South),
                Reader::Truth,
            ] {
                let _ = told(&state, 1, event, reader);
            }
            evolve(&mut state, event);
        }
        let _ = teller.tell(entry);
    }
    let _ = result(&state, seed);
    for reader in [None, Some(Team::North), Some(Team::South)] {
        let occasion = Occasion {
            seed,
            people: people.clone(),
            program: String::new(),
            begun: 0,
        };
        // What is not over has no report.
        if let Ok(of) = after_action(&scenario, occasion, entries, reader) {
            for format in Format::ALL {
                let made = made(format, &of, || events(&scenario, entries, reader), Lang::Th);
                let made = made.unwrap_or_else(|e| panic!("{format:?}: {e}"));
                assert!(made.iter().all(|(_, bytes)| !bytes.is_empty()));
            }
        }
    }
}

/// Opens it to go on with it, and plays on.
fn go_on(path: &Path) {
    let Ok((journal, exercise)) = Journal::open(path) else {
        return;
    };
    let Some(scenario) = case_of(&exercise) else {
        return;
    };
    let seed = exercise.about.seed;
    let entries = &exercise.entries;
    // What is done from here on is on record with what was there.
    if let Ok(session) = Session::resume(scenario, seed, entries, Box::new(journal)) {
        play_on(session);
    }
}

/// Takes every seat, and plays on to the debrief.
fn play_on(mut session: Session) {
    let seats = Team::BOTH.map(Seat::Team).into_iter();
    for seat in seats.chain([Seat::Facilitator]).chain(Seat::WATCHERS) {
        let hello = ClientMessage::Hello { version: VERSION };
        assert!(!session.handle(seat, hello).is_empty());
    }
    let say = |session: &mut Session, seat, command| {
        let message = ClientMessage::Command { id: 0, command };
        assert!(!session.handle(seat, message).is_empty());
    };
    say(&mut session, Seat::Facilitator, Command::Resume);
    session.advance(u64::from(u32::MAX));
    for _ in 0..8 {
        for team in Team::BOTH {
            say(&mut session, Seat::Team(team), Command::Acknowledge);
        }
        say(&mut session, Seat::Facilitator, Command::EndPhase);
    }
    if let Some(table) = LocalTable::open(session) {
        for team in Team::BOTH {
            let seat = table.seat(team);
            let mut simulated = Simulated::new(Policy::Sharer, team, SEED);
            let _ = simulated.next(&seat.case, &seat.view);
        }
    }
}

/// A record without its file: the letter of a case, and an event a line. What is no event, or speaks of what the case
/// does not have, is left out; the rest may have happened in no exercise.
pub fn record(data: &[u8]) {
    static CASES: OnceLock<[Arc<Scenario>; 2]> = OnceLock::new();
    let Some((letter, lines)) = data.split_first() else {
        return;
    };
    let all = CASES.get_or_init(|| ["first_watch", "workbench"].map(|name| opened(name).scenario));
    let scenario = &all[usize::from(letter % 2)];
    let event = |line: &[u8]| serde_json::from_slice(line).ok();
    let events = lines.split(|b| *b == b'\n').filter_map(event);
    let entry = |event| Entry {
        actor: Actor::Clock,
        elapsed_ms: 0,
        events: vec![event],
    };
    let kept = events.filter(|event| fits(scenario, event)).take(400);
    let entries: Vec<Entry> = kept.map(entry).collect();
    tell_of(Arc::clone(scenario), SEED, &Default::default(), &entries);
    let memory = Box::new(Memory);
    let session = Session::resume(Arc::clone(scenario), SEED, &entries, memory);
    play_on(session.expect("what is kept in memory is kept"));
}

/// What stands before the first `at`, and what behind it.
fn split(data: &[u8], at: u8) -> (&[u8], &[u8]) {
    match data.iter().position(|b| *b == at) {
        Some(n) => (&data[..n], &data[n + 1..]),
        None => (data, &[]),
    }
}

#[cfg(feature = "net")]
pub mod across_a_room {
    use std::collections::{BTreeMap, HashSet};
    use std::fmt::Debug;
    use std::net::{IpAddr, Ipv4Addr, SocketAddrV4};
    use std::sync::{Arc, Mutex, OnceLock, PoisonError};

    use liaison::bots::{Policy, Simulated};
    use liaison::engine::{Actor, Command, State, fits};
    use liaison::library::LoadedCase;
    use liaison::net::client::Pass;
    use liaison::net::find::{self, Found};
    use liaison::net::host::Seats;
    use liaison::net::ticket::{ShortTicket, Ticket, Token, Typed};
    use liaison::net::wire::{
        ChairAct, Enter, FromSeat, LARGEST_IN, LARGEST_OUT, Role, Secret, ToSeat, decode, encode,
    };
    use liaison::protocol::together::{binds, changes};
    use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
    use liaison::scenario::ids::Team;
    use liaison::session::{Entry, Memory, Record, SeatEnd, Session, play_out};
    use liaison::view::{
        FacilitatorCase, FacilitatorView, MselView, apply_part, facilitator_view, project,
    };
    use mdns_sd::{ScopedIp, ServiceInfo, TxtProperties};
    use serde::{Serialize, de::DeserializeOwned};

    use super::{SEED, opened};

    /// An exercise that two simulated teams have played to its debrief.
    pub struct Played {
        pub case: LoadedCase,
        pub entries: Vec<Entry>,
    }

    impl Played {
        fn of(name: &str) -> Self {
            let case = opened(name);
            let kept = Arc::new(Mutex::new(Vec::new()));
            let record = Box::new(Arc::clone(&kept));
            let session = Session::create(Arc::clone(&case.scenario), SEED, record);
            let mut teams = Team::BOTH.map(|team| Simulated::new(Policy::Sharer, team, SEED));
            play_out(session, &mut teams).expect("two seats");
            let entries = kept.lock().expect("one writer").clone();
            Self { case, entries }
        }

        /// *First Watch*, as the program carries it.
        pub fn first_watch() -> &'static Self {
            static PLAYED: OnceLock<Played> = OnceLock::new();
            PLAYED.get_or_init(|| Self::of("first_watch"))
        }

        /// *Workbench*: small, and with everything that a case can have.
        pub fn workbench() -> &'static Self {
            static PLAYED: OnceLock<Played> = OnceLock::new();
            PLAYED.get_or_init(|| Self::of("workbench"))
        }

        /// As the letter says: `f` for *First Watch*, `w` for *Workbench*.
        fn by(letter: u8) -> &'static Self {
            if letter.is_multiple_of(2) {
                Self::first_watch()
            } else {
                Self::workbench()
            }
        }

        /// The beginning of its record, up to `place` of 255.
        pub fn up_to(&self, place: u8) -> &[Entry] {
            &self.entries[..self.entries.len() * usize::from(place) / 255]
        }

        /// Goes on from there, with the clock running.
        fn resumed(&self, place: u8, record: Box<dyn Record>) -> Session {
            let scenario = Arc::clone(&self.case.scenario);
            let session = Session::resume(scenario, SEED, self.up_to(place), record);
            let mut session = session.expect("what is kept in memory is kept");
            // In a phase without a clock this is refused.
            let _ = session.command(Actor::Facilitator, &Command::Resume);
            session
        }
    }

    /// Frames of one input that are looked at.
    const FRAMES: usize = 200;

    /// Decodes a frame of no more than so many bytes; what was decoded says the same when it is sent on.
    fn decoded<T>(frame: &[u8], largest: usize) -> Option<T>
    where
        T: Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let frame = std::str::from_utf8(frame).ok()?;
        if frame.len() > largest {
            return None;
        }
        let message: T = decode(frame)
            .inspect_err(|why| assert!(!why.is_empty()))
            .ok()?;
        assert_eq!(decode(&encode(&message)).as_ref(), Ok(&message));
        Some(message)
    }

    /// What laptops send: the letter of a case and how far it has been played, then a frame a line, each after the
    /// letter of the chair that it comes from (`F`, `N`, `n` for an officer of North, `S`, `s`, `V` for the
    /// evaluator, `O`). `#` comes before a laptop's first frame, `+` before milliseconds that pass.
    pub fn wire_in(data: &[u8]) {
        let Some((&[case, place], frames)) = data.split_first_chunk() else {
            return;
        };
        let mut table = Table::of(Played::by(case), place);
        for line in frames.split(|b| *b == b'\n').take(FRAMES) {
            let Some((from, frame)) = line.split_first() else {
                continue;
            };
            match from {
                b'#' => table.enter(frame),
                b'+' => {
                    let ms = std::str::from_utf8(frame).ok().and_then(|n| n.parse().ok());
                    let out = table.session.advance(ms.unwrap_or(1_000));
                    table.tell(out);
                }
                letter => table.hear(*letter, frame),
            }
        }
        table.close();
    }

    /// A table with its seats' ends, as `net::host` and `net::client` have them.
    struct Table {
        play: &'static Played,
        before: &'static [Entry],
        since: Arc<Mutex<Vec<Entry>>>,
        session: Session,
        seats: Seats,
        ends: BTreeMap<Seat, SeatEnd>,
        both: BTreeMap<Seat, Box<FacilitatorView>>,
    }

    impl Table {
        fn of(play: &'static Played, place: u8) -> Self {
            let since = Arc::default();
            let mut table = Self {
                play,
                before: play.up_to(place),
                session: play.resumed(place, Box::new(Arc::clone(&since))),
                since,
                seats: Seats::usual(None).expect("chance"),
                ends: BTreeMap::new(),
                both: BTreeMap::new(),
            };
            for team in Team::BOTH {
                table.greet(Seat::Team(team));
            }
            table
        }

        fn greet(&mut self, seat: Seat) {
            if !self.ends.contains_key(&seat) && !self.both.contains_key(&seat) {
                let hello = ClientMessage::Hello { version: VERSION };
                let out = self.session.handle(seat, hello);
                self.tell(out);
            }
        }

        fn enter(&mut self, frame: &[u8]) {
            let Some(enter) = decoded::<Enter>(frame, LARGEST_IN) else {
                return;
            };
            // Tokens are drawn by chance: these stand for the one of a chair.
            let token = match enter.token {
                [0, 0, 0, 0, n] => self.seats.tokens().nth(usize::from(n)),
                _ => None,
            };
            let token = token.unwrap_or(enter.token);
            match self.seats.enter(token, enter.secret, &enter.name) {
                Ok((chair, _)) => {
                    let chair = &self.seats.chairs()[chair];
                    assert!(chair.taken() && chair.name.chars().count() <= 40);
                    let seat = chair.role.seat();
                    self.greet(seat);
                }
                Err(turned) => assert!(!turned.to_string().is_empty()),
            }
        }

        fn hear(&mut self, letter: u8, frame: &[u8]) {
            let Some(said) = decoded::<FromSeat>(frame, LARGEST_IN) else {
                return;
            };
            let role = match letter {
                b'F' => Role::Facilitator,
                b'N' => Role::Lead(Team::North),
                b'n' => Role::Officer(Team::North),
                b'S' => Role::Lead(Team::South),
                b's' => Role::Officer(Team::South),
                b'V' => Role::Evaluator,
                _ => Role::Observer,
            };
            let chairs = self.seats.chairs();
            let chair = chairs.iter().position(|chair| chair.role == role);
            let locked = chair.is_some_and(|chair| chairs[chair].locked);
            self.greet(role.seat());
            match said {
                FromSeat::Looking { .. } => {}
                FromSeat::Chairs(act) if role == Role::Facilitator => {
                    let done = match act {
                        ChairAct::Renew { chair } => self.seats.renew(chair),
                        ChairAct::Lock { chair, locked } => self.seats.lock(chair, locked),
                        ChairAct::Move { from, to } => self.seats.move_person(from, to),
                    };
                    if let Err(trouble) = done {
                        assert!(!trouble.to_string().is_empty() && !trouble.key().is_empty());
                    }
                }
                FromSeat::Chairs(_) => {}
                FromSeat::Say { message, .. } => {
                    if let ClientMessage::Command { command, .. } = &message {
                        let _ = changes(command);
                        if locked || (matches!(role, Role::Officer(_)) && binds(command)) {
                            return;
                        }
                    }
                    let before = self.session.state().events();
                    let out = self.session.handle(role.seat(), message);
                    let refused = |m: &ServerMessage| matches!(m, ServerMessage::Refused { .. });
                    if out.iter().any(|(_, m)| refused(m)) {
                        assert_eq!(self.session.state().events(), before);
                    }
                    self.tell(out);
                }
            }
        }

        fn tell(&mut self, out: Vec<(Seat, ServerMessage)>) {
            for (seat, message) in out {
                match message {
                    ServerMessage::Welcome { .. } => {
                        self.ends
                            .extend(SeatEnd::greeted(message).map(|end| (seat, end)));
                    }
                    ServerMessage::Facilitator { view } => {
                        self.both.insert(seat, view);
                    }
                    ServerMessage::FacilitatorCase { .. } | ServerMessage::Msel { .. } => {}
                    message => self.carry(seat, message),
                }
            }
        }

        /// Over the wire, and into what the seat has been told.
        fn carry(&mut self, seat: Seat, message: ServerMessage) {
            let frame = encode(&ToSeat::Say { mark: 0, message });
            assert!(frame.len() <= LARGEST_OUT);
            let Ok(ToSeat::Say { message, .. }) = decode(&frame) else {
                panic!("no laptop can read {frame}");
            };
            match message {
                ServerMessage::NotRecorded { .. } => panic!("memory keeps everything"),
                ServerMessage::FacilitatorDelta { parts } => {
                    let view = self.both.get_mut(&seat).expect("it was greeted");
                    parts.into_iter().for_each(|part| apply_part(view, part));
                }
                message => {
                    if let Some(end) = self.ends.get_mut(&seat) {
                        end.hear(message);
                    }
                }
            }
        }

        /// Every seat has been told what there is to see, and the record opens again.
        fn close(self) {
            let state = self.session.state();
            for end in self.ends.values() {
                assert_eq!(end.view, project(state, end.case.team));
            }
            for view in self.both.values() {
                assert_eq!(**view, facilitator_view(state));
            }
            let since = self.since.lock().expect("one writer");
            let kept = encode(&*since);
            let kept: Vec<Entry> = decode(&kept).expect("what is on record can be read");
            let events = || self.before.iter().chain(&kept).flat_map(|e| &e.events);
            let scenario = &self.play.case.scenario;
            assert!(events().all(|event| fits(scenario, event)));
            assert!(State::replay(Arc::clone(scenario), events()) == *state);
        }
    }

    /// What a laptop has been told.
    #[derive(Clone, Default)]
    struct Laptop {
        end: Option<SeatEnd>,
        case: Option<Arc<FacilitatorCase>>,
        both: Option<Box<FacilitatorView>>,
        msel: Option<Box<MselView>>,
    }

    /// What a laptop hears: the letter of a case; a byte for whose laptop it is and how far the exercise has been
    /// played when it is greeted; then a frame a line.
    pub fn wire_out(data: &[u8]) {
        let Some((&[case, laptop], frames)) = data.split_first_chunk() else {
            return;
        };
        let mut laptop = greeted(case, laptop);
        for frame in frames.split(|b| *b == b'\n').take(FRAMES) {
            match decoded::<ToSeat>(frame, LARGEST_OUT) {
                Some(ToSeat::Say { message, .. }) => laptop.hear(message),
                Some(ToSeat::Turned(turned)) => {
                    assert!(!turned.to_string().is_empty() && !turned.key().is_empty());
                    if !turned.is_passing() {
                        break;
                    }
                }
                Some(ToSeat::NoChair(trouble)) => {
                    assert!(!trouble.to_string().is_empty() && !trouble.key().is_empty());
                }
                _ => {}
            }
            if let Some(end) = &mut laptop.end {
                end.advance(u64::MAX / 2);
            }
        }
        // A seat may be a simulated team's.
        if let Some(end) = &laptop.end {
            for policy in Policy::ALL {
                let mut team = Simulated::new(policy, end.case.team, SEED);
                for _ in 0..2 {
                    if let Some(command) = team.next(&end.case, &end.view) {
                        let _ = changes(&command);
                    }
                }
            }
        }
    }

    impl Laptop {
        fn hear(&mut self, message: ServerMessage) {
            match message {
                ServerMessage::Welcome { .. } => self.end = SeatEnd::greeted(message),
                ServerMessage::FacilitatorCase { case, .. } => self.case = Some(case),
                ServerMessage::Facilitator { view } => self.both = Some(view),
                ServerMessage::Msel { view } => self.msel = Some(view),
                ServerMessage::FacilitatorDelta { parts } => {
                    if let Some(view) = &mut self.both {
                        parts.into_iter().for_each(|part| apply_part(view, part));
                    }
                }
                message => {
                    if let Some(end) = &mut self.end {
                        end.hear(message);
                    }
                }
            }
        }
    }

    fn greeted(case: u8, laptop: u8) -> Laptop {
        static GREETED: Mutex<BTreeMap<(u8, u8), Laptop>> = Mutex::new(BTreeMap::new());
        // Sixteen places of an exercise are enough.
        let (case, laptop) = (case % 2, laptop & 0b1111_0011);
        let mut all = GREETED.lock().unwrap_or_else(PoisonError::into_inner);
        let greet = || {
            let mut told = Laptop::default();
            let seat = match laptop & 3 {
                0 => return told,
                1 => Seat::Team(Team::North),
                2 => Seat::Team(Team::South),
                _ => Seat::Facilitator,
            };
            let mut session = Played::by(case).resumed(laptop, Box::new(Memory));
            let hello = ClientMessage::Hello { version: VERSION };
            for (_, message) in session.handle(seat, hello) {
                told.hear(message);
            }
            told
        };
        all.entry((case, laptop)).or_insert_with(greet).clone()
    }

    /// What somebody types where a ticket is asked for; and a ticket of any bytes.
    pub fn ticket(data: &[u8]) {
        if let Ok(text) = std::str::from_utf8(data) {
            let (whole, short) = (text.parse::<Ticket>(), text.parse::<ShortTicket>());
            match text.parse::<Typed>() {
                Ok(Typed::Whole(ticket)) => {
                    assert_eq!(
                        (whole, ticket.to_string().parse()),
                        (Ok(ticket), Ok(ticket))
                    );
                }
                Ok(Typed::Short(ticket)) => {
                    assert_eq!(
                        (short, ticket.to_string().parse()),
                        (Ok(ticket), Ok(ticket))
                    );
                }
                Err(why) => {
                    assert!(whole.is_err() && short.is_err() && !why.to_string().is_empty());
                }
            }
        }
        let Some(bytes) = data.first_chunk::<19>() else {
            return;
        };
        let [a, b, c, d, high, low, pin @ .., t0, t1, t2, t3, t4] = *bytes;
        let port = u16::from_be_bytes([high, low]);
        let ticket = Ticket {
            address: SocketAddrV4::new(Ipv4Addr::new(a, b, c, d), port),
            pin,
            token: [t0, t1, t2, t3, t4],
        };
        assert_eq!(ticket.to_string().parse(), Ok(Typed::Whole(ticket)));
        let Ok(Typed::Short(short)) = ticket.short().parse() else {
            panic!("{} is no short ticket", ticket.short());
        };
        let mut found = Found {
            name: String::new(),
            title: String::new(),
            address: ticket.address,
            pin,
        };
        assert_eq!(short.with(&found), Some(ticket));
        found.pin[0] ^= 1;
        assert_eq!(short.with(&found), None);
    }

    /// What a laptop keeps so that it can come back.
    pub fn pass(data: &[u8]) {
        let Ok(text) = std::str::from_utf8(data) else {
            return;
        };
        if let Some(pass) = Pass::from_text(text) {
            let kept = pass.to_text();
            let again = Pass::from_text(&kept).expect("what was kept can be read");
            assert_eq!((again.ticket, &again.name), (pass.ticket, &pass.name));
            assert_eq!(again.to_text(), kept);
        }
    }

    /// What somebody on the network announces: how many addresses, a port, the addresses, and a TXT record.
    pub fn discovery(data: &[u8]) {
        let Some((&[count, high, low], rest)) = data.split_first_chunk() else {
            return;
        };
        let (addresses, text) = rest.split_at(usize::from(count % 8 * 4).min(rest.len()));
        let port = u16::from_be_bytes([high, low]);
        let none: &[(&str, &str)] = &[];
        let service = ServiceInfo::new("_liaison._tcp.local.", "it", "it.local.", (), port, none);
        let mut service = service.expect("a service").as_resolved_service();
        service.txt_properties = TxtProperties::from(text);
        let ip = |four: &[u8; 4]| ScopedIp::from(IpAddr::from(*four));
        let (four, _) = addresses.as_chunks::<4>();
        service.addresses = four.iter().map(ip).collect::<HashSet<_>>();
        let Some(found) = find::read(&service) else {
            return;
        };
        for text in [&found.name, &found.title] {
            assert!(text.len() <= 180 && !text.contains(char::is_control));
            assert_eq!(text.trim(), text);
        }
        let ip = found.address.ip();
        assert!(!ip.is_unspecified() && !ip.is_multicast() && !ip.is_broadcast());
        assert_eq!(found.address.port(), port);
    }

    /// The chairs that are kept beside an exercise file.
    pub fn seats(data: &[u8]) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("it.seats");
        std::fs::write(&path, data).expect("it can be written");
        let Ok(mut seats) = Seats::kept_in(&path) else {
            return;
        };
        let count = seats.chairs().len();
        let tokens: Vec<Token> = seats.tokens().take(3).collect();
        for (token, n) in tokens.into_iter().zip(1u8..) {
            match seats.enter(token, Secret([n; 16]), "\tAnan") {
                Ok((chair, _)) => assert!(seats.chairs()[chair].taken() && chair < count),
                Err(turned) => assert!(!turned.to_string().is_empty()),
            }
        }
        assert_eq!(seats.lock(1, true).is_ok(), count > 1);
        assert_eq!(seats.renew(0).is_ok(), count > 0);
        assert!(seats.renew(count).is_err());
        let _ = seats.move_person(1, 0);
        assert_eq!(seats.chairs().len(), count);
        let again = Seats::kept_in(&path).expect("what was kept can be read");
        assert_eq!(
            format!("{:?}", again.chairs()),
            format!("{:?}", seats.chairs())
        );
    }
}
