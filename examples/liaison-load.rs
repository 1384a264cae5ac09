//! How much one host bears: exercises with eight seats each over real sockets, in random legal play, with
//! everything durable. It prints a Markdown table; `docs/performance.md` has such tables with their machine.
//!
//! `cargo run --release --no-default-features --features net --example liaison-load -- --exercises 200`
//!
//! The host is a process of its own, whose memory and processor time are counted. The seats live in this one:
//! each is a laptop's whole end, TLS and all. A screen is up to date when the delta with a partner's line has
//! been read and put into the seat's view.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};
use std::io::{BufRead, BufReader, Write};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command as Process, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use clap::Parser;
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase};
use liaison::journal::{About, EXTENSION, Journal};
use liaison::library;
use liaison::net::client::{Heard, Pass, Remote};
use liaison::net::host::{Host, Seats};
use liaison::net::identity::Identity;
use liaison::net::wire::Role;
use liaison::protocol::ServerMessage;
use liaison::protocol::together::binds;
use liaison::scenario::ids::Team;
use liaison::session::{SeatEnd, Session};
use liaison::view::LineWhat;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The program's own allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Fallible<T> = Result<T, Box<dyn std::error::Error>>;

#[derive(Parser)]
struct Asked {
    /// Exercises at one time.
    #[arg(long, default_value_t = 200)]
    exercises: usize,
    /// How long is measured, in seconds, once everybody sits.
    #[arg(long, default_value_t = 120)]
    seconds: u64,
    /// Milliseconds between two commands of a seat.
    #[arg(long, default_value_t = 2000)]
    pace: u64,
    /// The exercises' clocks run so many times as fast as the wall's.
    #[arg(long, default_value_t = 1)]
    haste: u32,
    /// A line of figures so often, in seconds; 0: none.
    #[arg(long, default_value_t = 30)]
    every: u64,
    #[arg(long, default_value = "the_night_bus")]
    case: String,
    /// Where the exercise files are kept while it runs.
    #[arg(long)]
    folder: Option<PathBuf>,
    /// The host's process.
    #[arg(long, hide = true)]
    serve: bool,
}

fn main() -> Fallible<()> {
    let asked = Asked::parse();
    if asked.serve {
        return serve(&asked);
    }
    let kept = tempfile::tempdir_in(asked.folder.clone().unwrap_or_else(|| ".".into()))?;
    let mut load = Load::begin(&asked, kept.path())?;
    load.run()?;
    load.tell();
    Ok(())
}

// --- the host ---------------------------------------------------------------------------------------

/// The eight chairs that are taken.
fn eight() -> Vec<Role> {
    let mut roles = vec![Role::Facilitator, Role::Evaluator];
    for team in Team::BOTH {
        roles.extend([Role::Lead(team), Role::Officer(team), Role::Officer(team)]);
    }
    roles
}

/// Obeys `open` and `close N`, a line each, until its input ends. `open` answers `N TICKET…`.
fn serve(asked: &Asked) -> Fallible<()> {
    let folder = asked.folder.clone().ok_or("a folder")?;
    let mut host = Host::open(Identity::make()?, 0)?;
    host.set_address(Ipv4Addr::LOCALHOST);
    host.hasten(asked.haste);
    let case = library::open(&asked.case)?;
    let mut files: BTreeMap<usize, PathBuf> = BTreeMap::new();
    println!("ready");
    for (line, seed) in std::io::stdin().lock().lines().zip(1u64..) {
        let line = line?;
        if let Some(number) = line.strip_prefix("close ") {
            let number: usize = number.parse()?;
            host.close(number);
            for file in files.remove(&number).iter().flat_map(|f| beside(f)) {
                // A write-ahead log may be gone with its database.
                let _ = std::fs::remove_file(file);
            }
            continue;
        }
        let about = About {
            case: case.scenario.id.clone(),
            title: String::new(),
            seed,
            people: [Vec::new(), Vec::new()],
            program: String::new(),
            begun: 0,
            origin: None,
        };
        let file = folder.join(format!("{seed}.{EXTENSION}"));
        let journal = Journal::create(&file, &about, &case.source.files)?;
        let session = Session::create(case.scenario.clone(), seed, Box::new(journal));
        let seats = Seats::usual(Some(file.with_extension("seats")))?;
        let number = host.serve(session, seats)?;
        files.insert(number, file);
        let chairs = host.chairs(number);
        let mut told = number.to_string();
        let mut before: BTreeMap<Role, usize> = BTreeMap::new();
        for role in eight() {
            let nth = before.entry(role).or_default();
            let chair = chairs.iter().filter(|c| c.role == role).nth(*nth);
            *nth += 1;
            let ticket = host.ticket(chair.ok_or("a chair")?, Ipv4Addr::LOCALHOST);
            told += &format!(" {ticket}");
        }
        println!("{told}");
        // Cut connections would be a finding.
        for note in host.notes() {
            if let liaison::net::host::Note::Cut { from, why } = note {
                eprintln!("cut: {from}: {why}");
            }
        }
    }
    Ok(())
}

/// Everything that belongs to an exercise file.
fn beside(file: &Path) -> Vec<PathBuf> {
    let ends = ["", "-wal", "-shm"].map(|end| {
        let mut name = file.as_os_str().to_owned();
        name.push(end);
        PathBuf::from(name)
    });
    let mut all = ends.to_vec();
    all.push(file.with_extension("seats"));
    all
}

/// The host's process, as this one knows it.
struct Served {
    process: Child,
    say: ChildStdin,
    hear: BufReader<ChildStdout>,
}

impl Served {
    fn begin(asked: &Asked, folder: &Path) -> Fallible<Self> {
        let mut process = Process::new(std::env::current_exe()?)
            .args([
                "--serve",
                "--case",
                &asked.case,
                "--haste",
                &asked.haste.to_string(),
            ])
            .arg("--folder")
            .arg(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let say = process.stdin.take().ok_or("a pipe")?;
        let hear = BufReader::new(process.stdout.take().ok_or("a pipe")?);
        let mut served = Self { process, say, hear };
        served.line()?;
        Ok(served)
    }

    fn line(&mut self) -> Fallible<String> {
        let mut line = String::new();
        if self.hear.read_line(&mut line)? == 0 {
            return Err("the host has ended".into());
        }
        Ok(line)
    }

    fn open(&mut self) -> Fallible<(usize, Vec<String>)> {
        writeln!(self.say, "open")?;
        let line = self.line()?;
        let mut words = line.split_whitespace();
        let number = words.next().ok_or("a number")?.parse()?;
        Ok((number, words.map(str::to_owned).collect()))
    }

    /// Kilobytes that it has in memory, and clock ticks of processor time that it has used.
    fn used(&self) -> (u64, u64) {
        used(&self.process.id().to_string())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// As Linux tells it; 0 elsewhere.
fn used(process: &str) -> (u64, u64) {
    let read =
        |file: &str| std::fs::read_to_string(format!("/proc/{process}/{file}")).unwrap_or_default();
    let status = read("status");
    let resident = status.lines().find_map(|l| l.strip_prefix("VmRSS:"));
    let kilobytes = resident.and_then(|l| l.split_whitespace().next()?.parse().ok());
    let stat = read("stat");
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|n| n.parse::<u64>().ok());
    (kilobytes.unwrap_or(0), ticks.sum())
}

// --- the seats --------------------------------------------------------------------------------------

/// One seat and what it waits for.
struct Seat {
    table: usize,
    role: Role,
    remote: Remote,
    end: Option<SeatEnd>,
    seated: bool,
    bot: Option<Simulated>,
    /// Commands on their way, with when they were given.
    asked: BTreeMap<u32, Instant>,
    /// So much of the line it has seen.
    read: usize,
    acts: u64,
}

struct Load<'a> {
    asked: &'a Asked,
    host: Served,
    bell: Sender<usize>,
    bells: Receiver<usize>,
    /// By number of the seat; a table that was closed leaves none behind.
    seats: BTreeMap<usize, Seat>,
    next_seat: usize,
    /// When each seat acts next.
    due: BinaryHeap<Reverse<(Instant, usize)>>,
    /// Lines on their way to the partner: when they were written.
    lines: BTreeMap<u64, Instant>,
    next_line: u64,
    rng: ChaCha8Rng,
    empty_kb: u64,
    measuring: bool,
    answers: Vec<u64>,
    screens: Vec<u64>,
    refused: u64,
    undone: u64,
    lost: u64,
    played: u64,
    began: Instant,
    ticks: (u64, u64),
    samples: Vec<(u64, u64)>,
}

/// How the text of a line begins that is measured.
const LINE: &str = "line ";

impl<'a> Load<'a> {
    fn begin(asked: &'a Asked, folder: &Path) -> Fallible<Self> {
        let host = Served::begin(asked, folder)?;
        let (bell, bells) = channel();
        let empty_kb = host.used().0;
        Ok(Self {
            asked,
            host,
            bell,
            bells,
            seats: BTreeMap::new(),
            next_seat: 0,
            due: BinaryHeap::new(),
            lines: BTreeMap::new(),
            next_line: 0,
            rng: ChaCha8Rng::seed_from_u64(2017),
            empty_kb,
            measuring: false,
            answers: Vec::new(),
            screens: Vec::new(),
            refused: 0,
            undone: 0,
            lost: 0,
            played: 0,
            began: Instant::now(),
            ticks: (0, 0),
            samples: Vec::new(),
        })
    }

    fn run(&mut self) -> Fallible<()> {
        for n in 0..self.asked.exercises {
            self.open()?;
            // The door lets in a few dozen of one address at a time.
            if n % 2 == 1 {
                self.until_seated()?;
            }
        }
        self.until_seated()?;
        eprintln!(
            "{} seats are taken after {:?}",
            self.seats.len(),
            self.began.elapsed()
        );
        // While others sat down everybody came to be late, and would act at once from then on.
        self.spread();
        // A moment to begin to play.
        self.play(Instant::now() + Duration::from_millis(4 * self.asked.pace))?;
        self.measuring = true;
        self.began = Instant::now();
        self.ticks = (self.host.used().1, used("self").1);
        let end = self.began + Duration::from_secs(self.asked.seconds);
        while Instant::now() < end {
            let every = Duration::from_secs(if self.asked.every == 0 {
                30
            } else {
                self.asked.every
            });
            self.play(end.min(Instant::now() + every))?;
            let passed = self.began.elapsed().as_secs();
            self.samples.push((passed, self.host.used().0));
            if self.asked.every > 0 {
                eprintln!(
                    "{passed:>6} s  {:>7} answers  {:>7} screens  {:>7} KB  {:>4} exercises played out  {} lost",
                    self.answers.len(),
                    self.screens.len(),
                    self.host.used().0,
                    self.played,
                    self.lost
                );
            }
        }
        self.measuring = false;
        let (host, own) = (self.host.used().1, used("self").1);
        self.ticks = (host - self.ticks.0, own - self.ticks.1);
        Ok(())
    }

    fn open(&mut self) -> Fallible<()> {
        let (table, tickets) = self.host.open()?;
        for (ticket, role) in tickets.iter().zip(eight()) {
            let number = self.next_seat;
            self.next_seat += 1;
            let bell = self.bell.clone();
            let pass = Pass::new(ticket.parse()?, "Load".to_owned())?;
            // Whoever listens has ended with the rest.
            let ring = move || {
                let _ = bell.send(number);
            };
            let seed = number as u64;
            let seat = Seat {
                table,
                role,
                remote: Remote::join(pass, ring)?,
                end: None,
                seated: false,
                bot: role
                    .team()
                    .map(|team| Simulated::new(Policy::Random, team, seed)),
                asked: BTreeMap::new(),
                read: 0,
                acts: 0,
            };
            self.seats.insert(number, seat);
            let first = self.rng.random_range(0..self.asked.pace.max(1));
            self.due.push(Reverse((
                Instant::now() + Duration::from_millis(first),
                number,
            )));
        }
        Ok(())
    }

    /// Seats act at moments of their own.
    fn spread(&mut self) {
        let now = Instant::now();
        self.due.clear();
        for number in self.seats.keys() {
            let first = self.rng.random_range(0..self.asked.pace.max(1));
            self.due
                .push(Reverse((now + Duration::from_millis(first), *number)));
        }
    }

    fn until_seated(&mut self) -> Fallible<()> {
        let patience = Instant::now() + Duration::from_secs(60);
        while self.seats.values().any(|s| !s.seated) {
            if Instant::now() > patience {
                return Err("not everybody found a seat within a minute".into());
            }
            if let Ok(seat) = self.bells.recv_timeout(Duration::from_millis(100)) {
                self.listen(seat);
            }
        }
        Ok(())
    }

    fn play(&mut self, until: Instant) -> Fallible<()> {
        loop {
            let now = Instant::now();
            if now >= until {
                return Ok(());
            }
            let next = self
                .due
                .peek()
                .map_or(until, |Reverse((at, _))| *at)
                .min(until);
            if next <= now {
                if let Some(Reverse((at, seat))) = self.due.pop() {
                    self.act(seat)?;
                    // Late is late: what was missed is not made up for in a burst.
                    let again = (at + Duration::from_millis(self.asked.pace)).max(now);
                    if self.seats.contains_key(&seat) {
                        self.due.push(Reverse((again, seat)));
                    }
                }
                // Who was rung for is not kept waiting by who acts.
                while let Ok(seat) = self.bells.try_recv() {
                    self.listen(seat);
                }
                continue;
            }
            match self.bells.recv_timeout(next - now) {
                Ok(seat) => self.listen(seat),
                Err(RecvTimeoutError::Timeout) => {}
                Err(e) => return Err(e.into()),
            }
        }
    }

    fn act(&mut self, number: usize) -> Fallible<()> {
        let Some(seat) = self.seats.get_mut(&number) else {
            return Ok(());
        };
        seat.acts += 1;
        let phase = seat.end.as_ref().map(|e| e.view.clock.phase);
        if phase == Some(Phase::Debrief) && matches!(seat.role, Role::Lead(Team::North)) {
            let table = seat.table;
            return self.replace(table);
        }
        let command = match seat.role {
            Role::Facilitator if seat.acts % 20 == 0 => Some(note(seat.acts)),
            Role::Facilitator => {
                let percent = if seat.acts % 2 == 0 { 100 } else { 99 };
                Some(Command::SetPace { percent })
            }
            Role::Evaluator => (seat.acts % 10 == 0).then(|| note(seat.acts)),
            _ => self.of_team(number),
        };
        let Some(seat) = self.seats.get_mut(&number) else {
            return Ok(());
        };
        if let Some(command) = command {
            let id = seat.remote.send(command);
            seat.asked.insert(id, Instant::now());
        }
        Ok(())
    }

    fn of_team(&mut self, number: usize) -> Option<Command> {
        let seat = self.seats.get_mut(&number)?;
        let end = seat.end.as_ref()?;
        let speaks = matches!(end.view.clock.phase, Phase::Planning | Phase::Verdict);
        let lead = matches!(seat.role, Role::Lead(_));
        let wish = seat.bot.as_mut()?.next(&end.case, &end.view);
        let wish = wish.filter(|command| match command {
            _ if !lead => !binds(command),
            // A round would be over in seconds.
            Command::SetReady { ready: true } => self.rng.random_range(0..10) == 0,
            _ => true,
        });
        if speaks && (wish.is_none() || self.rng.random_range(0..8) == 0) {
            let line = self.next_line;
            self.next_line += 1;
            self.lines.insert(line, Instant::now());
            // What nobody showed within a minute is never shown.
            while self.lines.len() > 100_000 {
                self.lines.pop_first();
            }
            return Some(Command::SendMessage {
                text: format!("{LINE}{line}"),
            });
        }
        wish
    }

    /// An exercise that was played out makes room for another.
    fn replace(&mut self, table: usize) -> Fallible<()> {
        self.played += 1;
        self.seats.retain(|_, seat| seat.table != table);
        writeln!(self.host.say, "close {table}")?;
        self.open()
    }

    fn listen(&mut self, number: usize) {
        let Some(seat) = self.seats.get_mut(&number) else {
            return;
        };
        for heard in seat.remote.heard() {
            let now = Instant::now();
            match heard {
                Heard::Seated(_) => seat.seated = true,
                Heard::Said(ServerMessage::Accepted { id }) => {
                    if let Some(then) = seat.asked.remove(&id)
                        && self.measuring
                    {
                        self.answers.push(micros(now - then));
                    }
                }
                Heard::Said(ServerMessage::Refused { id, .. }) => {
                    seat.asked.remove(&id);
                    self.refused += u64::from(self.measuring);
                }
                Heard::Said(message @ ServerMessage::Welcome { .. }) => {
                    seat.end = SeatEnd::greeted(message);
                    seat.read = 0;
                }
                Heard::Said(message) => {
                    let Some(end) = &mut seat.end else { continue };
                    end.hear(message);
                    let line = &end.view.line;
                    for entry in line.iter().skip(seat.read) {
                        let LineWhat::Message { from, text } = &entry.what else {
                            continue;
                        };
                        let sent = text.strip_prefix(LINE).and_then(|n| n.parse::<u64>().ok());
                        let then = sent.and_then(|n| self.lines.get(&n));
                        if let Some(then) = then
                            && Some(*from) != seat.role.team()
                            && self.measuring
                        {
                            self.screens.push(micros(then.elapsed()));
                        }
                    }
                    seat.read = line.len();
                }
                Heard::Overtaken { id, .. } | Heard::OnlyLead { id } | Heard::NotNow { id } => {
                    seat.asked.remove(&id);
                    self.undone += u64::from(self.measuring);
                }
                Heard::Lost(why) if self.measuring => {
                    self.lost += 1;
                    eprintln!("a seat was lost: {why}");
                }
                Heard::Turned(why) => eprintln!("a seat was turned away: {why}"),
                _ => {}
            }
        }
    }

    fn tell(&mut self) {
        let seconds = self.began.elapsed().as_secs_f64();
        // A hundredth of a second is what Linux counts in.
        let share = |ticks: u64| ticks as f64 / seconds;
        let full = self.samples.iter().map(|(_, kb)| *kb).max().unwrap_or(0);
        let each = full.saturating_sub(self.empty_kb) as f64 / self.asked.exercises as f64;
        let rate = self.answers.len() as f64 / seconds;
        println!(
            "| exercises × seats | {} × {} |\n|---|---|",
            self.asked.exercises,
            eight().len()
        );
        println!(
            "| measured | {seconds:.0} s, one try a seat every {} ms, clock × {} |",
            self.asked.pace, self.asked.haste
        );
        println!(
            "| commands on record | {} ({rate:.0} a second) |",
            self.answers.len()
        );
        println!(
            "| refused by the rules; overtaken | {}; {} |",
            self.refused, self.undone
        );
        println!(
            "| command → its answer | {} |",
            percentiles(&mut self.answers)
        );
        println!(
            "| command → partner's screen | {} |",
            percentiles(&mut self.screens)
        );
        println!(
            "| host: memory, with all exercises (empty) | {full} KB ({} KB) |",
            self.empty_kb
        );
        println!("| memory for each exercise | {each:.0} KB |");
        println!(
            "| processor: host; seats and this test | {:.0} %; {:.0} % of one core |",
            share(self.ticks.0),
            share(self.ticks.1)
        );
        println!("| exercises played out and replaced | {} |", self.played);
        println!("| connections lost | {} |", self.lost);
        if self.samples.len() > 4 {
            let quarter = self.samples.len() / 4;
            let mean =
                |all: &[(u64, u64)]| all.iter().map(|(_, kb)| *kb).sum::<u64>() / all.len() as u64;
            println!(
                "| memory, second quarter → last quarter | {} KB → {} KB |",
                mean(&self.samples[quarter..2 * quarter]),
                mean(&self.samples[self.samples.len() - quarter..])
            );
        }
    }
}

fn note(n: u64) -> Command {
    Command::Observe {
        team: None,
        text: format!("note {n}"),
        rating: None,
        critical: false,
    }
}

fn micros(d: Duration) -> u64 {
    u64::try_from(d.as_micros()).unwrap_or(u64::MAX)
}

fn percentiles(all: &mut [u64]) -> String {
    all.sort_unstable();
    let at = |percent: usize| {
        let place = (all.len() * percent / 100).min(all.len().saturating_sub(1));
        all.get(place).map_or(0.0, |us| *us as f64 / 1000.0)
    };
    format!(
        "p50 {:.1} ms, p95 {:.1} ms, p99 {:.1} ms, largest {:.1} ms ({} times)",
        at(50),
        at(95),
        at(99),
        at(100),
        all.len()
    )
}
