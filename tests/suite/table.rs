//! The table over real sockets: taking seats, playing, colliding, coming back, and whoever means harm.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, SocketAddrV4, TcpListener, TcpStream, UdpSocket};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use liaison::analysis::Standing;
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase};
use liaison::journal::{About, Journal};
use liaison::library;
use liaison::net::client::{Heard, Pass, Remote};
use liaison::net::find::{Finder, Found, Reach};
use liaison::net::host::{Host, Note, Seats};
use liaison::net::identity::Identity;
use liaison::net::ticket::{ShortTicket, Ticket, TicketError, Typed};
use liaison::net::wire::{ChairAct, ChairRow, ChairTrouble, Person, Role, Turned};
use liaison::protocol::together::{Cursor, Looking};
use liaison::protocol::{ClientMessage, ServerMessage};
use liaison::scenario::ids::{ItemId, Team};
use liaison::session::{Answer, Memory, SeatEnd, Session};
use proptest::prelude::*;

pub const LONG: Duration = Duration::from_secs(20);

/// A host with one table for First Watch, kept nowhere.
fn host() -> Host {
    let identity = Identity::make().expect("a certificate");
    let mut host = Host::open(identity, 0).expect("a port");
    let case = library::open("first_watch").expect("a case");
    let session = Session::create(case.scenario, 7, Box::new(Memory));
    host.serve(session, Seats::usual(None).expect("seats"))
        .expect("a thread");
    host
}

fn chair(host: &Host, role: Role, nth: usize) -> usize {
    let chairs = host.chairs(0);
    let mut of_role = (0..chairs.len()).filter(|place| chairs[*place].role == role);
    of_role.nth(nth).expect("such a chair")
}

fn ticket(host: &Host, role: Role, nth: usize) -> Ticket {
    let chairs = host.chairs(0);
    host.ticket(&chairs[chair(host, role, nth)], Ipv4Addr::LOCALHOST)
}

/// A laptop of the test, with everything that it was told.
pub struct Laptop {
    pub remote: Remote,
    pub end: Option<SeatEnd>,
    pub role: Option<Role>,
    /// How often the seat was this laptop's.
    pub seatings: u32,
    /// It was shown both teams side by side.
    conducted: bool,
    /// How often it was shown the facilitator's part of the case.
    briefed: u32,
    people: Vec<Person>,
    /// How often it was told who is there.
    pub musters: u32,
    chairs: Vec<ChairRow>,
    troubles: Vec<ChairTrouble>,
    locked: bool,
    /// How often its bell rang, and how much there was to hear.
    rings: Arc<AtomicUsize>,
    heard: usize,
    pub answers: Vec<(u32, Answer)>,
    /// Not done, and why.
    pub undone: Vec<Heard>,
    pub lost: bool,
    turned: Option<Turned>,
}

impl Laptop {
    pub fn with(ticket: Ticket, name: &str) -> Self {
        Self::of(Pass::new(ticket, name.to_owned()).expect("chance"))
    }

    fn of(pass: Pass) -> Self {
        Self::within(Reach::ROOM, pass)
    }

    fn within(reach: Reach, pass: Pass) -> Self {
        let rings = Arc::new(AtomicUsize::new(0));
        let bell = Arc::clone(&rings);
        let ring = move || {
            bell.fetch_add(1, Ordering::SeqCst);
        };
        Self {
            remote: Remote::join_within(reach, pass, ring).expect("a thread"),
            rings,
            heard: 0,
            briefed: 0,
            musters: 0,
            chairs: Vec::new(),
            troubles: Vec::new(),
            locked: false,
            end: None,
            role: None,
            seatings: 0,
            conducted: false,
            people: Vec::new(),
            answers: Vec::new(),
            undone: Vec::new(),
            lost: false,
            turned: None,
        }
    }

    pub fn seated(ticket: Ticket, name: &str) -> Self {
        let mut laptop = Self::with(ticket, name);
        laptop.until("a seat", |l| l.end.is_some());
        laptop
    }

    pub fn listen(&mut self) {
        for heard in self.remote.heard() {
            self.heard += 1;
            match heard {
                Heard::Seated(role) => {
                    (self.role, self.lost) = (Some(role), false);
                    self.seatings += 1;
                }
                Heard::Said(ServerMessage::Accepted { id }) => {
                    self.answers.push((id, Answer::Accepted));
                }
                Heard::Said(ServerMessage::Refused { id, refusal }) => {
                    self.answers.push((id, Answer::Refused(refusal)));
                }
                Heard::Said(message @ ServerMessage::Welcome { .. }) => {
                    self.end = SeatEnd::greeted(message);
                }
                Heard::Said(message) => {
                    self.conducted |= matches!(message, ServerMessage::Facilitator { .. });
                    self.briefed +=
                        u32::from(matches!(message, ServerMessage::FacilitatorCase { .. }));
                    if let Some(end) = &mut self.end {
                        end.hear(message);
                    }
                }
                Heard::People(people) => {
                    self.people = people;
                    self.musters += 1;
                }
                Heard::Chairs(chairs) => self.chairs = chairs,
                Heard::NoChair(trouble) => self.troubles.push(trouble),
                Heard::Locked(locked) => self.locked = locked,
                Heard::Lost(_) => self.lost = true,
                Heard::Turned(turned) => self.turned = Some(turned),
                undone => self.undone.push(undone),
            }
        }
    }

    #[track_caller]
    pub fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) -> Duration {
        let began = Instant::now();
        loop {
            self.listen();
            if done(self) {
                return began.elapsed();
            }
            assert!(
                began.elapsed() < LONG,
                "{what} did not come; turned away: {:?}, lost: {}",
                self.turned,
                self.lost
            );
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Says it, and waits for what comes of it.
    #[track_caller]
    pub fn say(&mut self, command: Command) -> Option<Answer> {
        let (id, undone) = (self.remote.send(command), self.undone.len());
        let answer = |l: &Self| l.answers.iter().find(|(of, _)| *of == id).map(|(_, a)| *a);
        self.until("an answer", |l| {
            answer(l).is_some() || l.undone.len() > undone
        });
        answer(self)
    }

    /// How often this stands on the liaison line.
    pub fn written(&self, text: &str) -> usize {
        let end = self.end.as_ref().expect("a seat");
        format!("{:?}", end.view.line).matches(text).count()
    }

    pub fn phase(&self) -> Phase {
        let end = self.end.as_ref().expect("a seat");
        end.view.clock.phase
    }
}

#[test]
fn a_laptop_hears_what_would_have_been_and_takes_its_report_home() {
    let exercise = crate::stored::exercise("first_watch");
    let scenario = library::from_exercise(&exercise).expect("its case");
    let record = Box::new(Arc::new(Mutex::new(exercise.entries.clone())));
    let session = Session::resume(scenario, exercise.about.seed, &exercise.entries, record);
    let identity = Identity::make().expect("a certificate");
    let mut host = Host::open(identity, 0).expect("a port");
    host.serve(
        session.expect("it goes on"),
        Seats::usual(None).expect("seats"),
    )
    .expect("a thread");
    let mut north = Laptop::seated(ticket(&host, Role::Lead(Team::North), 0), "Ann");
    let end = |l: &Laptop| l.end.clone().expect("a seat");
    north.until("the record", |l| end(l).findings.is_some());
    north.remote.ask(ClientMessage::WhatIf);
    north.until("what would have been", |l| {
        matches!(end(l).otherwise, Standing::Known(_))
    });
    north.remote.ask(ClientMessage::AfterAction);
    north.until("the report", |l| end(l).report.is_some());
    let report = end(&north).report.expect("it came").expect("it is open");
    assert_eq!(report.of.reader, Some(Team::North));
    assert!(report.of.otherwise.is_some() && !report.events.is_empty());
}

/// The trainer at a laptop, with the chairs before them.
fn facilitator(host: &Host) -> Laptop {
    let mut trainer = Laptop::with(ticket(host, Role::Facilitator, 0), "Trainer");
    trainer.until("the chairs", |l| l.conducted && !l.chairs.is_empty());
    trainer
}

/// Both leads, in the first planning.
fn two_leads(host: &Host) -> [Laptop; 2] {
    let mut laptops =
        Team::BOTH.map(|team| Laptop::seated(ticket(host, Role::Lead(team), 0), "Lead"));
    for laptop in &mut laptops {
        assert_eq!(laptop.say(Command::Acknowledge), Some(Answer::Accepted));
    }
    for laptop in &mut laptops {
        laptop.until("planning", |l| l.phase() == Phase::Planning);
    }
    laptops
}

proptest! {
    #[test]
    fn a_ticket_says_again_what_was_put_into_it(ip: u32, port: u16, pin: [u8; 8], token: [u8; 5]) {
        let address = SocketAddrV4::new(Ipv4Addr::from(ip), port);
        let ticket = Ticket { address, pin, token };
        let text = ticket.to_string();
        prop_assert_eq!(text.len(), 39, "eight groups of four");
        prop_assert_eq!(text.parse(), Ok(ticket));
        let spoken = text.to_lowercase().replace('-', " ").replace('1', "l").replace('0', "o");
        prop_assert_eq!(spoken.parse(), Ok(ticket));
    }

    #[test]
    fn a_short_ticket_and_its_table_are_the_whole_one(port: u16, pin: [u8; 8], token: [u8; 5], bit in 0u32..64) {
        let address = SocketAddrV4::new(Ipv4Addr::new(192, 168, 7, 3), port);
        let ticket = Ticket { address, pin, token };
        let text = ticket.short();
        prop_assert_eq!(text.len(), 24, "five groups of four");
        let spoken = text.to_lowercase().replace('-', " ").replace('1', "i").replace('0', "o");
        let short: ShortTicket = spoken.parse().expect("a short ticket");
        let mut found = Found { name: String::new(), title: String::new(), address, pin };
        prop_assert_eq!(short.with(&found), Some(ticket));
        prop_assert_eq!(spoken.parse(), Ok(Typed::Short(short)));
        prop_assert_eq!(ticket.to_string().parse(), Ok(Typed::Whole(ticket)));
        // Any other host, as far as 52 bits tell.
        let flipped = u64::from_be_bytes(pin) ^ 1 << bit;
        found.pin = flipped.to_be_bytes();
        prop_assert_eq!(short.with(&found).is_some(), bit < 12);
    }

    #[test]
    fn nothing_typed_is_a_panic(text in ".{0,60}") {
        let _ = text.parse::<Ticket>();
        let _ = text.parse::<ShortTicket>();
        let _ = text.parse::<Typed>();
    }
}

#[test]
fn a_slip_in_a_short_ticket_is_told() {
    let text = Ticket {
        address: SocketAddrV4::new(Ipv4Addr::LOCALHOST, 1),
        pin: [7, 1, 200, 45, 9, 31, 0, 255],
        token: [1, 22, 93, 254, 128],
    }
    .short();
    let mut slips = 0;
    for place in (0..text.len()).filter(|p| text.as_bytes()[*p] != b'-') {
        let mut other = text.clone().into_bytes();
        other[place] = if other[place] == b'7' { b'8' } else { b'7' };
        let other = String::from_utf8(other).expect("signs");
        slips += usize::from(other.parse::<ShortTicket>() == Err(TicketError::Slip));
    }
    assert!(slips >= 19, "{slips} of 20");
    let long = "7".repeat(500);
    assert_eq!(long.parse::<Typed>(), Err(TicketError::Length(500)));
    assert_eq!("7777".parse::<Typed>(), Err(TicketError::Length(4)));
}

#[test]
fn a_slip_in_a_ticket_is_told() {
    let host = host();
    let text = ticket(&host, Role::Lead(Team::North), 0).to_string();
    let mut slips = 0;
    for place in (0..text.len()).filter(|p| text.as_bytes()[*p] != b'-') {
        let mut other = text.clone().into_bytes();
        other[place] = if other[place] == b'7' { b'8' } else { b'7' };
        let other = String::from_utf8(other).expect("signs");
        slips += usize::from(other.parse::<Ticket>() == Err(TicketError::Slip));
    }
    assert!(slips >= 30, "{slips} of 32");
    assert_eq!("ABCD".parse::<Ticket>(), Err(TicketError::Length(4)));
    assert_eq!("U".parse::<Ticket>(), Err(TicketError::Sign('U')));
}

#[test]
fn two_laptops_play_first_watch_to_its_debrief() {
    let host = host();
    let mut laptops =
        Team::BOTH.map(|team| Laptop::seated(ticket(&host, Role::Lead(team), 0), "Lead"));
    let mut teams = Team::BOTH.map(|t| Simulated::new(Policy::Sharer, t, 7));
    let began = Instant::now();
    let mut commands = 0;
    while laptops.iter().any(|l| l.phase() != Phase::Debrief) {
        assert!(began.elapsed() < LONG * 3, "{commands} commands");
        for (laptop, team) in laptops.iter_mut().zip(&mut teams) {
            laptop.listen();
            let end = laptop.end.as_ref().expect("a seat");
            let Some(command) = team.next(&end.case, &end.view) else {
                continue;
            };
            commands += 1;
            laptop.say(command);
        }
    }
    let debriefs = laptops.map(|l| l.end.expect("a seat").view.debrief);
    assert!(debriefs[0].is_some() && debriefs[0] == debriefs[1]);
    assert_eq!(
        host.standing(0).expect("a table").phase,
        Phase::Debrief,
        "{commands} commands"
    );
}

#[test]
fn a_ticket_is_good_for_one_computer() {
    let host = host();
    let first = ticket(&host, Role::Lead(Team::North), 0);
    let north = Laptop::seated(first, "Ana");
    let mut second = Laptop::with(first, "Bo");
    second.until("a refusal", |l| l.turned.is_some());
    assert_eq!(second.turned, Some(Turned::Taken));
    let place = chair(&host, Role::Lead(Team::North), 0);
    let mut north = north;
    host.renew(0, place).expect("a new ticket");
    north.until("the end", |l| l.turned.is_some());
    assert_eq!(north.turned, Some(Turned::Revoked));
    let mut late = Laptop::with(first, "Ana");
    late.until("a refusal", |l| l.turned.is_some());
    assert_eq!(late.turned, Some(Turned::Revoked));
    let new = Laptop::seated(ticket(&host, Role::Lead(Team::North), 0), "Bo");
    assert_eq!(new.role, Some(Role::Lead(Team::North)));
    // Another table's, with this host's certificate.
    let mut foreign = ticket(&host, Role::Lead(Team::North), 0);
    foreign.token = [9; 5];
    let mut stranger = Laptop::with(foreign, "");
    stranger.until("a refusal", |l| l.turned.is_some());
    assert_eq!(stranger.turned, Some(Turned::Unknown));
    // A host that is not the ticket's is not even told the token.
    let mut stale = ticket(&host, Role::Officer(Team::North), 0);
    stale.pin = [1; 8];
    let mut stale = Laptop::with(stale, "");
    stale.until("a loss", |l| l.lost);
    assert!(stale.turned.is_none());
}

#[test]
fn what_binds_the_service_is_the_leads() {
    let host = host();
    let mut laptops = two_leads(&host);
    let mut officer = Laptop::seated(ticket(&host, Role::Officer(Team::North), 0), "Second");
    assert_eq!(officer.say(Command::SetReady { ready: true }), None);
    assert_eq!(officer.undone, [Heard::OnlyLead { id: 0 }]);
    let text = "Shall we share?".to_owned();
    assert_eq!(
        officer.say(Command::SendMessage { text }),
        Some(Answer::Accepted)
    );
    // The lead sees the same desk, and the partner what was written to it.
    for laptop in &mut laptops {
        laptop.until("the line", |l| l.written("Shall we share?") == 1);
    }
}

#[test]
fn of_two_who_change_the_same_the_first_has_done_it() {
    let host = host();
    let mut laptops = two_leads(&host);
    let north = &mut laptops[0];
    let mut officer = Laptop::seated(ticket(&host, Role::Officer(Team::North), 0), "Second");
    let (officers, task) = {
        let end = north.end.as_ref().expect("a seat");
        let officers: Vec<_> = end.view.officers.iter().map(|o| o.id).collect();
        (officers, end.view.tasks[0].id)
    };
    let give = |officer: usize| Command::AssignTask {
        officer: officers[officer],
        task,
    };
    // The officer's laptop has not heard yet what the lead does in the same moment.
    let id = north.remote.send(give(0));
    officer.remote.send(Command::ClearTask {
        officer: officers[0],
    });
    north.until("an answer", |l| l.answers.iter().any(|(of, _)| *of == id));
    let told = |l: &Laptop| l.undone.len() + l.answers.len();
    officer.until("an answer", |l| told(l) == 1);
    let both_done = officer.undone.is_empty();
    if !both_done {
        let by = "Lead".to_owned();
        assert_eq!(officer.undone, [Heard::Overtaken { id: 0, by }]);
    }
    // Whoever has seen it may change it.
    officer.until("the lead's doing", |l| {
        let end = l.end.as_ref().expect("a seat");
        both_done || end.view.officers[0].task == Some(task)
    });
    if !both_done {
        let clear = Command::ClearTask {
            officer: officers[0],
        };
        assert_eq!(officer.say(clear), Some(Answer::Accepted));
    }
}

#[test]
fn whoever_watches_changes_nothing_and_notes_reach_no_team() {
    let host = host();
    let mut laptops = two_leads(&host);
    let watch = |role| {
        let mut laptop = Laptop::with(ticket(&host, role, 0), "Watch");
        laptop.until("a seat", |l| l.role == Some(role) && l.conducted);
        laptop
    };
    let (mut evaluator, mut observer) = (watch(Role::Evaluator), watch(Role::Observer));
    let note = || Command::Observe {
        team: Some(Team::North),
        text: "ZQXNOTE".to_owned(),
        rating: None,
        critical: false,
    };
    assert_eq!(evaluator.say(note()), Some(Answer::Accepted));
    for command in [note(), Command::Pause, Command::EndPhase] {
        let answer = observer.say(command);
        assert!(matches!(answer, Some(Answer::Refused(_))), "{answer:?}");
    }
    assert!(matches!(
        evaluator.say(Command::Pause),
        Some(Answer::Refused(_))
    ));
    let text = "Both of you: ten minutes.".to_owned();
    let told = host.command(0, Command::Tell { to: None, text });
    assert_eq!(told, Some(Answer::Accepted));
    for laptop in &mut laptops {
        laptop.until("the trainer's line", |l| l.written("ten minutes") == 1);
        let end = laptop.end.as_ref().expect("a seat");
        assert!(!format!("{:?}", end.view).contains("ZQXNOTE"));
    }
}

/// A line between laptops and a host that a test can cut, and hold.
struct Proxy {
    address: SocketAddr,
    open: Arc<Mutex<Vec<TcpStream>>>,
    /// Nobody gets through.
    shut: Arc<Mutex<bool>>,
}

impl Proxy {
    fn before(port: u16) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let open: Arc<Mutex<Vec<TcpStream>>> = Arc::default();
        let shut: Arc<Mutex<bool>> = Arc::default();
        let (all, closed) = (Arc::clone(&open), Arc::clone(&shut));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(stream) = stream else { return };
                if *closed.lock().expect("one holder") {
                    let _ = stream.shutdown(Shutdown::Both);
                    continue;
                }
                let Ok(onward) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)) else {
                    continue;
                };
                for (from, to) in [(&stream, &onward), (&onward, &stream)] {
                    let (mut from, mut to) = (
                        from.try_clone().expect("a socket"),
                        to.try_clone().expect("a socket"),
                    );
                    std::thread::spawn(move || {
                        let mut bytes = [0; 4096];
                        while let Ok(n @ 1..) = from.read(&mut bytes) {
                            // Wi-Fi is not loopback.
                            std::thread::sleep(Duration::from_millis(3));
                            if to.write_all(&bytes[..n]).is_err() {
                                break;
                            }
                        }
                        let _ = to.shutdown(Shutdown::Both);
                    });
                }
                all.lock().expect("one holder").extend([stream, onward]);
            }
        });
        Self {
            address,
            open,
            shut,
        }
    }

    fn cut(&self) {
        for stream in self.open.lock().expect("one holder").drain(..) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn shut(&self, shut: bool) {
        *self.shut.lock().expect("one holder") = shut;
    }

    fn ticket(&self, of: Ticket) -> Ticket {
        let SocketAddr::V4(address) = self.address else {
            unreachable!("bound to version 4")
        };
        Ticket { address, ..of }
    }
}

#[test]
fn a_laptop_that_was_cut_off_has_its_seat_again_with_all_that_happened() {
    let host = host();
    let proxy = Proxy::before(host.port());
    let own = proxy.ticket(ticket(&host, Role::Lead(Team::North), 0));
    let mut north = Laptop::seated(own, "Ana");
    let mut south = Laptop::seated(ticket(&host, Role::Lead(Team::South), 0), "Bo");
    for laptop in [&mut north, &mut south] {
        assert_eq!(laptop.say(Command::Acknowledge), Some(Answer::Accepted));
    }
    for _ in 0..5 {
        proxy.shut(true);
        proxy.cut();
        north.until("the loss", |l| l.lost);
        let text = "Are you there?".to_owned();
        assert_eq!(
            south.say(Command::SendMessage { text }),
            Some(Answer::Accepted)
        );
        proxy.shut(false);
        let written = south.written("Are you there?");
        let took = north.until("the seat", |l| {
            !l.lost && l.written("Are you there?") == written
        });
        assert!(took < Duration::from_secs(3), "{took:?}");
    }
    assert_eq!(
        north.say(Command::SetReady { ready: true }),
        Some(Answer::Accepted)
    );
}

fn begin(folder: &Path) -> Session {
    let case = library::open("first_watch").expect("a case");
    let about = About {
        case: case.scenario.id.clone(),
        title: "First Watch".to_owned(),
        seed: 7,
        people: [Vec::new(), Vec::new()],
        program: String::new(),
        begun: 0,
        origin: None,
    };
    let journal = Journal::create(&folder.join("a.liaison"), &about, &case.source.files);
    Session::create(case.scenario, 7, Box::new(journal.expect("a file")))
}

fn go_on(folder: &Path) -> Session {
    let (journal, exercise) = Journal::open(&folder.join("a.liaison")).expect("a file");
    let case = library::from_exercise(&exercise).expect("its case");
    Session::resume(
        case,
        exercise.about.seed,
        &exercise.entries,
        Box::new(journal),
    )
    .expect("on record")
}

#[test]
fn a_host_that_is_started_again_goes_on_and_its_laptops_return() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let start = |session: Session, port: u16| {
        let identity = Identity::kept_in(&folder.join("host.pem")).expect("an identity");
        let mut host = Host::open(identity, port).expect("the port");
        let seats = Seats::kept_in(&folder.join("a.seats")).expect("seats");
        host.serve(session, seats).expect("a thread");
        host
    };
    let first = start(begin(folder), 0);
    let port = first.port();
    let proxy = Proxy::before(port);
    let mut laptops = Team::BOTH
        .map(|team| Laptop::seated(proxy.ticket(ticket(&first, Role::Lead(team), 0)), "Lead"));
    for laptop in &mut laptops {
        assert_eq!(laptop.say(Command::Acknowledge), Some(Answer::Accepted));
    }
    // The laptops hear nothing of the end, as if the host's battery had died.
    proxy.shut(true);
    proxy.cut();
    drop(first);
    let again = start(go_on(folder), port);
    proxy.shut(false);
    for laptop in &mut laptops {
        let took = laptop.until("the seat", |l| l.seatings == 2 && !l.lost);
        assert!(took < Duration::from_secs(3), "{took:?}");
        laptop.until("planning", |l| l.phase() == Phase::Planning);
    }
    assert!(!again.standing(0).expect("a table").running, "paused");
    assert_eq!(again.command(0, Command::Resume), Some(Answer::Accepted));
    for laptop in &mut laptops {
        laptop.until("the clock", |l| l.end.as_ref().is_some_and(|e| e.running));
    }
}

#[test]
fn a_laptop_that_is_there_before_its_table_waits_at_the_door() {
    let identity = Identity::make().expect("a certificate");
    let mut host = Host::open(identity, 0).expect("a port");
    let seats = Seats::usual(None).expect("seats");
    let lead = host.ticket(&seats.chairs()[1], Ipv4Addr::LOCALHOST);
    let mut laptop = Laptop::with(lead, "Ana");
    // Long enough to have shown its ticket.
    std::thread::sleep(Duration::from_millis(300));
    let case = library::open("first_watch").expect("a case");
    let session = Session::create(case.scenario, 7, Box::new(Memory));
    host.serve(session, seats).expect("a thread");
    laptop.until("a seat", |l| l.end.is_some());
    assert_eq!(laptop.turned, None);
}

#[test]
fn a_table_that_comes_back_after_its_neighbour_has_its_people_again() {
    let identity = Identity::make().expect("a certificate");
    let [first, second] = [(); 2].map(|()| Seats::usual(None).expect("seats"));
    let session = |seed| {
        let case = library::open("first_watch").expect("a case");
        Session::create(case.scenario, seed, Box::new(Memory))
    };
    let mut host = Host::open(identity.clone(), 0).expect("a port");
    let both = vec![(session(1), first.clone()), (session(2), second.clone())];
    host.serve_all(both).expect("a thread");
    let port = host.port();
    let proxy = Proxy::before(port);
    let lead = host.ticket(&host.chairs(1)[1], Ipv4Addr::LOCALHOST);
    let mut laptop = Laptop::seated(proxy.ticket(lead), "Ana");
    // As if the host's battery had died.
    proxy.shut(true);
    proxy.cut();
    drop(host);
    laptop.until("the loss", |l| l.lost);
    // The trainer opens one table, and then the other.
    let mut host = Host::open(identity, port).expect("the port");
    host.serve(session(1), first).expect("a thread");
    proxy.shut(false);
    let unknown =
        |n: &Note| matches!(n, Note::Cut { why, .. } if *why == Turned::Unknown.to_string());
    let began = Instant::now();
    while !host.notes().any(|n| unknown(&n)) {
        assert!(began.elapsed() < LONG, "it did not come back");
        std::thread::sleep(Duration::from_millis(5));
    }
    laptop.listen();
    assert!(laptop.turned.is_none() && laptop.lost);
    host.serve(session(2), second).expect("a thread");
    laptop.until("the seat", |l| l.seatings == 2 && !l.lost);
    // Whoever never had a seat is told at once.
    let mut lead = host.ticket(&host.chairs(0)[1], Ipv4Addr::LOCALHOST);
    lead.token[0] ^= 1;
    let mut stranger = Laptop::with(lead, "Bo");
    stranger.until("the end", |l| l.turned.is_some());
    assert_eq!(stranger.turned, Some(Turned::Unknown));
}

#[test]
fn whoever_means_harm_is_cut_and_the_exercise_goes_on() {
    let host = host();
    let mut laptops = two_leads(&host);
    let port = host.port();
    // Neither TLS nor anything else.
    let mut nonsense = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("the door");
    let _ = nonsense.write_all(&[0x55; 4096]);
    // Many that say nothing: more than are let in.
    let silent: Vec<_> = (0..600)
        .filter_map(|_| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok())
        .collect();
    assert!(silent.len() > 500);
    let text = "Still here.".to_owned();
    assert_eq!(
        laptops[0].say(Command::SendMessage { text }),
        Some(Answer::Accepted)
    );
    drop(silent);
    // A seat that says more than a person can is cut, and its team plays on.
    let mut officer = Laptop::seated(ticket(&host, Role::Officer(Team::South), 0), "Flood");
    for _ in 0..2_000 {
        officer.remote.send(Command::SetReady { ready: true });
    }
    officer.until("the end", |l| l.turned.is_some());
    assert!(matches!(officer.turned, Some(Turned::Flood(_))));
    // A frame beyond what anybody writes.
    let mut officer = Laptop::seated(ticket(&host, Role::Officer(Team::South), 1), "Long");
    let text = "x".repeat(200_000);
    officer.remote.send(Command::SendMessage { text });
    officer.until("the end", |l| l.turned.is_some() || l.lost);
    let text = "And here.".to_owned();
    assert_eq!(
        laptops[1].say(Command::SendMessage { text }),
        Some(Answer::Accepted)
    );
    let cut = host.notes().filter(|n| matches!(n, Note::Cut { .. }));
    assert!(cut.count() >= 3, "the trainer reads why");
}

#[test]
fn eight_laptops_see_their_own_team_and_who_is_there() {
    let host = host();
    let mut laptops = Vec::new();
    for team in Team::BOTH {
        laptops.push((
            team,
            Laptop::seated(ticket(&host, Role::Lead(team), 0), "Lead"),
        ));
        for n in 0..3 {
            let name = format!("Officer {n}\u{7}");
            let seat = ticket(&host, Role::Officer(team), n);
            laptops.push((team, Laptop::seated(seat, &name)));
        }
    }
    for (team, laptop) in &mut laptops {
        laptop.until("four people", |l| l.people.len() == 4);
        let own = |p: &Person| p.here && p.role.team() == Some(*team) && !p.name.contains('\u{7}');
        assert!(laptop.people.iter().all(own), "{:?}", laptop.people);
        let end = laptop.end.as_ref().expect("a seat");
        assert_eq!(end.case.team, *team);
    }
    // One goes: the others of its team see it.
    let (_, gone) = laptops.pop().expect("the last");
    drop(gone);
    for (team, laptop) in &mut laptops {
        let here = if *team == Team::South { 3 } else { 4 };
        laptop.until("who is here", |l| {
            l.people.iter().filter(|p| p.here).count() == here
        });
    }
}

#[test]
fn the_bell_rings_for_all_that_is_heard() {
    let host = host();
    let mut north = Laptop::seated(ticket(&host, Role::Lead(Team::North), 0), "Ana");
    assert_eq!(north.say(Command::Acknowledge), Some(Answer::Accepted));
    let rung = |l: &Laptop| l.rings.load(Ordering::SeqCst);
    // It rings after what is heard was put down, so it may be a moment behind.
    north.until("the bell", |l| rung(l) >= l.heard);
    assert!(north.heard >= 5, "{}", north.heard);
    let before = rung(&north);
    drop(host);
    north.until("the end", |l| l.turned.is_some() || l.lost);
    north.until("the bell", |l| rung(l) > before);
}

#[test]
fn a_second_watcher_is_greeted_alone() {
    let host = host();
    let mut trainer = facilitator(&host);
    for n in 0..2 {
        let seat = ticket(&host, Role::Observer, n);
        let mut observer = Laptop::with(seat, "Watch");
        observer.until("both teams", |l| l.briefed == 1 && l.conducted);
    }
    // What was meant for the others would have come before this answer.
    assert_eq!(trainer.say(Command::Pause), trainer.say(Command::Pause));
    assert_eq!(trainer.briefed, 1);
}

#[test]
fn colleagues_and_the_trainer_see_where_somebody_looks_and_nobody_else() {
    let host = host();
    let mut trainer = facilitator(&host);
    let seat = |role, name: &str| Laptop::seated(ticket(&host, role, 0), name);
    let mut lead = seat(Role::Lead(Team::North), "Ana");
    let officer = seat(Role::Officer(Team::North), "Bo");
    let mut south = seat(Role::Lead(Team::South), "Chai");
    let mut observer = Laptop::with(ticket(&host, Role::Observer, 0), "Watch");
    observer.until("a seat", |l| l.conducted);
    let place = chair(&host, Role::Officer(Team::North), 0);
    let looks = |l: &Laptop| {
        let person = l.people.iter().find(|p| p.chair == place);
        person.and_then(|p| p.looking)
    };
    let item = Looking::Item(ItemId(0));
    officer.remote.look(Looking::Chart, None);
    lead.until("the chart", |l| looks(l) == Some(Looking::Chart));
    trainer.until("the chart", |l| looks(l) == Some(Looking::Chart));
    // What is no item of the case tells nobody anything.
    officer.remote.look(Looking::Item(ItemId(u16::MAX)), None);
    lead.until("nothing", |l| looks(l) == Some(Looking::Elsewhere));
    officer.remote.look(item, None);
    trainer.until("the item", |l| {
        looks(l) == Some(item) && l.chairs[place].looking == Some(item)
    });
    for other in [&mut south, &mut observer] {
        other.until("the officer or nobody", |l| l.people.len() >= 2);
        assert!(other.people.iter().all(|p| p.looking.is_none()));
    }
    assert!(observer.people.iter().any(|p| p.chair == place));
    assert!(south.people.iter().all(|p| p.chair != place));
}

#[test]
fn a_pointer_is_told_to_the_colleagues_at_the_desk_alone() {
    let host = host();
    let mut trainer = facilitator(&host);
    let seat = |role, name: &str| Laptop::seated(ticket(&host, role, 0), name);
    let mut lead = seat(Role::Lead(Team::North), "Ana");
    let mut officer = seat(Role::Officer(Team::North), "Bo");
    let mut south = seat(Role::Lead(Team::South), "Chai");
    let place = chair(&host, Role::Officer(Team::North), 0);
    let pointer = Cursor {
        on: 7,
        at: [10, 200],
    };
    let points = |l: &Laptop| {
        let person = l.people.iter().find(|p| p.chair == place);
        person.and_then(|p| p.cursor)
    };
    officer.remote.look(Looking::Map, Some(pointer));
    lead.until("the pointer", |l| points(l) == Some(pointer));
    // Nobody is shown their own, and nobody else is shown any.
    trainer.until("the map", |l| {
        l.people.iter().any(|p| p.looking == Some(Looking::Map))
    });
    for other in [&mut trainer, &mut officer, &mut south] {
        other.until("the others", |l| l.people.len() >= 2);
        assert!(other.people.iter().all(|p| p.cursor.is_none()));
    }
    // Whoever is moved to the other team brings nothing along that could tell it of the first.
    let other = chair(&host, Role::Officer(Team::South), 0);
    trainer.remote.chair(ChairAct::Move {
        from: place,
        to: other,
    });
    south.until("who has come", |l| {
        l.people.iter().any(|p| p.chair == other)
    });
    assert!(
        south
            .people
            .iter()
            .all(|p| p.cursor.is_none() && p.looking.is_none())
    );
    let mut next = Laptop::seated(ticket(&host, Role::Officer(Team::North), 0), "Dao");
    lead.until("the next", |l| l.people.iter().any(|p| p.name == "Dao"));
    next.until("the others", |l| l.people.len() >= 2);
    assert!(lead.people.iter().all(|p| p.cursor.is_none()));
}

#[test]
fn a_flood_of_looks_is_neither_told_nor_punished() {
    let host = host();
    let [mut lead, _south] = two_leads(&host);
    let mut officer = Laptop::seated(ticket(&host, Role::Officer(Team::North), 0), "Bo");
    lead.until("both", |l| l.people.len() == 2);
    let before = lead.musters;
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(1) {
        for n in 0..50 {
            officer.remote.look(Looking::Item(ItemId(n % 3)), None);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    officer.remote.look(Looking::Plan, None);
    lead.until("the last look", |l| {
        l.people.iter().any(|p| p.looking == Some(Looking::Plan))
    });
    let told = lead.musters - before;
    let quarters = u32::try_from(began.elapsed().as_millis() / 250).expect("small");
    assert!((2..=quarters + 2).contains(&told), "{told} times");
    assert!(officer.turned.is_none());
    let text = "Still here.".to_owned();
    assert_eq!(
        officer.say(Command::SendMessage { text }),
        Some(Answer::Accepted)
    );
}

#[test]
fn at_a_locked_seat_nothing_counts_and_the_next_connection_knows_it() {
    let host = host();
    let mut trainer = facilitator(&host);
    let proxy = Proxy::before(host.port());
    let own = proxy.ticket(ticket(&host, Role::Lead(Team::North), 0));
    let mut north = Laptop::seated(own, "Ana");
    let place = chair(&host, Role::Lead(Team::North), 0);
    let lock = |locked| ChairAct::Lock {
        chair: place,
        locked,
    };
    trainer.remote.chair(lock(true));
    north.until("the lock", |l| l.locked);
    trainer.until("the lock", |l| l.chairs[place].locked);
    assert_eq!(north.say(Command::Acknowledge), None);
    assert_eq!(north.undone, [Heard::NotNow { id: 0 }]);
    // Away and back, it is locked; opened while it is away, it is open.
    north.locked = false;
    proxy.cut();
    north.until("the lock", |l| l.locked && l.seatings == 2);
    proxy.shut(true);
    proxy.cut();
    north.until("the loss", |l| l.lost);
    trainer.remote.chair(lock(false));
    trainer.until("the opening", |l| !l.chairs[place].locked);
    proxy.shut(false);
    north.until("the seat", |l| l.seatings == 3 && !l.locked);
    north.until("the desk", |l| l.phase() == Phase::Briefing);
    assert_eq!(north.say(Command::Acknowledge), Some(Answer::Accepted));
}

#[test]
fn the_trainer_moves_a_person_who_then_sees_what_the_new_seat_may() {
    let host = host();
    let mut trainer = facilitator(&host);
    let [_north, mut south] = two_leads(&host);
    let proxy = Proxy::before(host.port());
    let from = chair(&host, Role::Officer(Team::North), 0);
    let to = chair(&host, Role::Officer(Team::South), 2);
    let own = ticket(&host, Role::Officer(Team::North), 0);
    let mut bo = Laptop::seated(proxy.ticket(own), "Bo");
    trainer.remote.chair(ChairAct::Move { from, to });
    bo.until("the new seat", |l| {
        l.role == Some(Role::Officer(Team::South))
            && l.end.as_ref().is_some_and(|e| e.case.team == Team::South)
    });
    south.until("the new colleague", |l| {
        l.people.iter().any(|p| p.chair == to && p.name == "Bo")
    });
    trainer.until("the chairs", |l| {
        !l.chairs[from].taken && l.chairs[to].here && l.chairs[to].name == "Bo"
    });
    // The laptop comes back to the new seat with its old ticket.
    proxy.cut();
    bo.until("the seat", |l| l.seatings == 3);
    assert_eq!(bo.role, Some(Role::Officer(Team::South)));
    let text = "From my new desk.".to_owned();
    assert_eq!(
        bo.say(Command::SendMessage { text }),
        Some(Answer::Accepted)
    );
    assert_eq!(south.end.as_ref().expect("a seat").case.team, Team::South);
    south.until("the line", |l| l.written("From my new desk.") == 1);
    // The seat left behind is free, and its ticket is a new one.
    let new: Ticket = trainer.chairs[from].ticket.parse().expect("a ticket");
    assert_ne!(new.token, own.token);
    let address = SocketAddrV4::new(Ipv4Addr::LOCALHOST, host.port());
    let next = Laptop::seated(Ticket { address, ..new }, "Dao");
    assert_eq!(next.role, Some(Role::Officer(Team::North)));
    let mut late = Laptop::with(own, "Eve");
    late.until("a refusal", |l| l.turned.is_some());
    assert_eq!(late.turned, Some(Turned::Taken));
}

#[test]
fn what_cannot_be_done_with_a_chair_is_told_in_plain_words() {
    let mut host = host();
    host.set_address(Ipv4Addr::new(10, 1, 2, 3));
    let mut trainer = facilitator(&host);
    let own = chair(&host, Role::Facilitator, 0);
    let lead = chair(&host, Role::Lead(Team::North), 0);
    let free = chair(&host, Role::Lead(Team::South), 0);
    let ana = Laptop::seated(ticket(&host, Role::Lead(Team::North), 0), "Ana");
    for (act, trouble) in [
        (ChairAct::Renew { chair: own }, ChairTrouble::Own),
        (
            ChairAct::Lock {
                chair: own,
                locked: true,
            },
            ChairTrouble::Own,
        ),
        (
            ChairAct::Move {
                from: own,
                to: free,
            },
            ChairTrouble::Own,
        ),
        (
            ChairAct::Move {
                from: free,
                to: lead,
            },
            ChairTrouble::Nobody,
        ),
        (
            ChairAct::Move {
                from: lead,
                to: own,
            },
            ChairTrouble::Taken,
        ),
        (
            ChairAct::Move {
                from: lead,
                to: 999,
            },
            ChairTrouble::NoSuch,
        ),
        (ChairAct::Renew { chair: usize::MAX }, ChairTrouble::NoSuch),
    ] {
        trainer.troubles.clear();
        trainer.remote.chair(act);
        trainer.until("why not", |l| !l.troubles.is_empty());
        assert!(trouble.to_string().contains(' '), "in words");
        assert_eq!(trainer.troubles, [trouble], "{act:?}");
    }
    assert!(trainer.chairs[lead].here && trainer.chairs[own].here);
    // The rows say where the host is to be found, and how far away everybody is.
    let row: Ticket = trainer.chairs[free].ticket.parse().expect("a ticket");
    assert_eq!(*row.address.ip(), Ipv4Addr::new(10, 1, 2, 3));
    trainer.until("how far", |l| l.chairs[lead].lag_ms.is_some());
    assert!(trainer.chairs[free].lag_ms.is_none() && trainer.chairs[free].away_s.is_none());
    drop(ana);
    trainer.until("away", |l| l.chairs[lead].away_s >= Some(1));
    assert!(trainer.chairs[lead].taken && trainer.chairs[lead].lag_ms.is_none());
    trainer.remote.chair(ChairAct::Renew { chair: lead });
    trainer.until("a free seat", |l| !l.chairs[lead].taken);
    assert!(trainer.chairs[lead].away_s.is_none());
}

#[test]
fn a_seat_that_is_not_the_trainers_and_wants_the_chairs_is_turned_away() {
    let host = host();
    for (role, name) in [
        (Role::Lead(Team::North), "Ana"),
        (Role::Evaluator, "Ravi"),
        (Role::Observer, "Watch"),
    ] {
        let mut laptop = Laptop::with(ticket(&host, role, 0), name);
        laptop.until("a seat", |l| l.role == Some(role));
        let chair = chair(&host, Role::Lead(Team::South), 0);
        let token = host.chairs(0)[chair].token();
        laptop.remote.chair(ChairAct::Renew { chair });
        laptop.until("the end", |l| l.turned.is_some());
        assert!(matches!(laptop.turned, Some(Turned::Nonsense(_))));
        assert_eq!(host.chairs(0)[chair].token(), token);
        assert!(laptop.chairs.is_empty());
    }
}

/// A port for mDNS that no other test and no service of the machine uses.
fn quiet_port() -> u16 {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    socket.local_addr().expect("an address").port()
}

#[test]
fn a_table_is_found_by_name_and_a_short_ticket_opens_it() {
    let reach = Reach::within(quiet_port());
    let mut host = host();
    host.announce("Trainer's laptop\u{7}", reach)
        .expect("multicast");
    let mut finder = Finder::within(reach);
    let found = finder.wait(LONG, |found| Some(found.clone()));
    let found = found.unwrap_or_else(|| panic!("nothing: {:?}", finder.trouble()));
    let whole = ticket(&host, Role::Lead(Team::North), 0);
    assert_eq!(found.name, "Trainer's laptop");
    assert_eq!(found.title, "First Watch");
    assert_eq!((found.address, found.pin), (whole.address, whole.pin));
    let short: ShortTicket = whole.short().parse().expect("a ticket");
    let north = Laptop::seated(short.with(&found).expect("its table"), "Ana");
    assert_eq!(north.role, Some(Role::Lead(Team::North)));
    // A second table of the same host is told apart, and a closed host says farewell.
    let case = library::open("the_night_bus").expect("a case");
    let session = Session::create(case.scenario, 7, Box::new(Memory));
    host.serve(session, Seats::usual(None).expect("seats"))
        .expect("a thread");
    let second = finder.wait(LONG, |f| {
        (f.title == "The Night Bus").then(|| f.name.clone())
    });
    assert_eq!(second.as_deref(), Some("Trainer's laptop (2)"));
    drop(host);
    let began = Instant::now();
    while !finder.tables().is_empty() {
        assert!(began.elapsed() < LONG, "{:?}", finder.tables());
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_host_that_changed_its_address_is_found_again_by_its_mark() {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let reach = Reach::within(quiet_port());
    let start = |session: Session| {
        let identity = Identity::kept_in(&folder.join("host.pem")).expect("an identity");
        let mut host = Host::open(identity, 0).expect("a port");
        let seats = Seats::kept_in(&folder.join("a.seats")).expect("seats");
        host.serve(session, seats).expect("a thread");
        host
    };
    let first = start(begin(folder));
    let proxy = Proxy::before(first.port());
    let own = proxy.ticket(ticket(&first, Role::Lead(Team::North), 0));
    let pass = Pass::new(own, "Ana".to_owned()).expect("chance");
    let mut north = Laptop::within(reach, pass);
    north.until("a seat", |l| l.end.is_some());
    // Nothing answers any more where the table was.
    proxy.shut(true);
    proxy.cut();
    drop(first);
    let mut again = start(go_on(folder));
    assert_ne!(again.port(), own.address.port());
    again.announce("Trainer", reach).expect("multicast");
    north.until("the seat", |l| l.seatings == 2 && !l.lost);
    assert_eq!(north.role, Some(Role::Lead(Team::North)));
}

#[test]
fn a_closed_table_is_gone_and_its_neighbour_plays_on() {
    let mut host = host();
    let case = library::open("first_watch").expect("a case");
    let session = Session::create(case.scenario, 8, Box::new(Memory));
    let second = host
        .serve(session, Seats::usual(None).expect("seats"))
        .expect("a thread");
    let of_second = host.ticket(&host.chairs(second)[1], Ipv4Addr::LOCALHOST);
    let mut north = Laptop::seated(ticket(&host, Role::Lead(Team::North), 0), "Ana");
    let mut neighbour = Laptop::seated(of_second, "Bo");
    host.close(0);
    north.until("the end", |l| l.turned.is_some());
    assert_eq!(north.turned, Some(Turned::Closed));
    assert!(host.chairs(0).is_empty() && host.standing(0).is_none());
    assert_eq!(host.renew(0, 1), Err(ChairTrouble::Ended));
    assert_eq!(neighbour.say(Command::Acknowledge), Some(Answer::Accepted));
}

#[test]
fn a_hastened_clock_runs_so_many_times_as_fast() {
    let identity = Identity::make().expect("a certificate");
    let mut host = Host::open(identity, 0).expect("a port");
    host.hasten(60);
    let case = library::open("first_watch").expect("a case");
    let session = Session::create(case.scenario, 7, Box::new(Memory));
    host.serve(session, Seats::usual(None).expect("seats"))
        .expect("a thread");
    let _leads = two_leads(&host);
    let left = || host.standing(0).expect("a table").left_ms;
    let (before, began) = (left(), Instant::now());
    std::thread::sleep(Duration::from_millis(500));
    let (ran, passed) = (before - left(), began.elapsed());
    assert!(
        (20_000..=60 * u64::try_from(passed.as_millis()).expect("short") + 6_000).contains(&ran)
    );
}
