//! The table over real sockets: taking seats, playing, colliding, coming back, and whoever means harm.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, SocketAddrV4, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase};
use liaison::journal::{About, Journal};
use liaison::library;
use liaison::net::client::{Heard, Pass, Remote};
use liaison::net::host::{Host, Note, Seats};
use liaison::net::identity::Identity;
use liaison::net::ticket::{Ticket, TicketError};
use liaison::net::wire::{Person, Role, Turned};
use liaison::protocol::ServerMessage;
use liaison::scenario::ids::Team;
use liaison::session::{Answer, Memory, SeatEnd, Session};
use proptest::prelude::*;

const LONG: Duration = Duration::from_secs(20);

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
struct Laptop {
    remote: Remote,
    end: Option<SeatEnd>,
    role: Option<Role>,
    /// How often the seat was this laptop's.
    seatings: u32,
    /// It was shown both teams side by side.
    conducted: bool,
    people: Vec<Person>,
    answers: Vec<(u32, Answer)>,
    /// Not done, and why.
    undone: Vec<Heard>,
    lost: bool,
    turned: Option<Turned>,
}

impl Laptop {
    fn with(ticket: Ticket, name: &str) -> Self {
        Self::of(Pass::new(ticket, name.to_owned()).expect("chance"))
    }

    fn of(pass: Pass) -> Self {
        Self {
            remote: Remote::join(pass).expect("a thread"),
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

    fn seated(ticket: Ticket, name: &str) -> Self {
        let mut laptop = Self::with(ticket, name);
        laptop.until("a seat", |l| l.end.is_some());
        laptop
    }

    fn listen(&mut self) {
        for heard in self.remote.heard() {
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
                    if let Some(end) = &mut self.end {
                        end.hear(message);
                    }
                }
                Heard::People(people) => self.people = people,
                Heard::Lost(_) => self.lost = true,
                Heard::Turned(turned) => self.turned = Some(turned),
                undone => self.undone.push(undone),
            }
        }
    }

    #[track_caller]
    fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) -> Duration {
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
    fn say(&mut self, command: Command) -> Option<Answer> {
        let (id, undone) = (self.remote.send(command), self.undone.len());
        let answer = |l: &Self| l.answers.iter().find(|(of, _)| *of == id).map(|(_, a)| *a);
        self.until("an answer", |l| {
            answer(l).is_some() || l.undone.len() > undone
        });
        answer(self)
    }

    /// How often this stands on the liaison line.
    fn written(&self, text: &str) -> usize {
        let end = self.end.as_ref().expect("a seat");
        format!("{:?}", end.view.line).matches(text).count()
    }

    fn phase(&self) -> Phase {
        let end = self.end.as_ref().expect("a seat");
        end.view.clock.phase
    }
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
    fn nothing_typed_is_a_panic(text in ".{0,60}") {
        let _ = text.parse::<Ticket>();
    }
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
    assert_eq!(officer.undone, [Heard::OnlyLead]);
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
        assert_eq!(officer.undone, [Heard::Overtaken { by }]);
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
