//! The host's process is killed at any moment while eight seats play, and started again on the same file:
//! nothing that was acknowledged is lost, everybody has their seat again, and the clock stands.

use std::collections::BTreeSet;
use std::fs::File;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use liaison::engine::{Command, Event, Phase};
use liaison::journal::read_file;
use liaison::net::ticket::Ticket;
use liaison::session::Answer;
use liaison::view::{LineEntry, LineWhat};
use rand::{RngExt as _, SeedableRng as _};

use super::support::liaison;
use super::table::{LONG, Laptop};

/// At one time.
const HOSTS: usize = 4;

/// All in all; the landing check asks for 200.
fn kills() -> usize {
    let asked = std::env::var("LIAISON_KILLS").ok();
    asked.map_or(24, |n| n.parse().expect("LIAISON_KILLS is a number"))
}

struct Host {
    process: Child,
}

impl Host {
    fn start(folder: &Path, what: &str, port: u16) -> Self {
        let log = File::options()
            .create(true)
            .append(true)
            .open(folder.join("log"))
            .expect("a log");
        let port = port.to_string();
        let folder = folder.to_str().expect("a path in UTF-8");
        let args = [
            "host",
            what,
            "--headless",
            "--port",
            &port,
            "--address",
            "127.0.0.1",
        ];
        let process = liaison(&args)
            .args(["--unannounced", "--journal-dir", folder])
            .stdin(Stdio::piped())
            .stdout(log.try_clone().expect("a file"))
            .stderr(log)
            .spawn()
            .expect("it starts");
        Self { process }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // SIGKILL, where there are signals.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// The tickets that a host printed: the facilitator's, of each team the lead's and two officers', the
/// evaluator's.
fn tickets(folder: &Path) -> Vec<Ticket> {
    let began = Instant::now();
    loop {
        let log = std::fs::read_to_string(folder.join("log")).unwrap_or_default();
        if log.contains("can be typed here") {
            let last = |line: &str| line.split_whitespace().last()?.parse().ok();
            let all: Vec<Ticket> = log.lines().filter_map(last).collect();
            return [0, 1, 2, 3, 5, 6, 7, 9].map(|chair| all[chair]).to_vec();
        }
        assert!(began.elapsed() < LONG, "the host never began:\n{log}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn exercise_file(folder: &Path) -> PathBuf {
    let files = std::fs::read_dir(folder).expect("the folder");
    let mut paths = files.map(|f| f.expect("a file").path());
    paths
        .find(|p| p.extension().is_some_and(|e| e == "liaison"))
        .expect("the exercise")
}

/// Everything that was written on the line, as the exercise file has it.
fn on_record(file: &Path) -> BTreeSet<String> {
    let exercise = read_file(file).expect("it opens");
    let events = exercise.entries.into_iter().flat_map(|e| e.events);
    let text = |event| match event {
        Event::MessageSent { text, .. } => Some(text.to_string()),
        _ => None,
    };
    events.filter_map(text).collect()
}

/// Everything that was written, as a seat sees it, in order of the alphabet.
fn lines(seat: &Laptop) -> Vec<String> {
    let end = seat.end.as_ref().expect("a desk");
    let text = |entry: &LineEntry| match &entry.what {
        LineWhat::Message { text, .. } => Some(text.to_string()),
        _ => None,
    };
    let mut lines: Vec<_> = end.view.line.iter().filter_map(text).collect();
    lines.sort();
    lines
}

/// A port that nobody else is given while the host is gone: below those that systems hand out.
fn port(seed: u64) -> u16 {
    let mut rng =
        rand_chacha::ChaCha8Rng::seed_from_u64(u64::from(std::process::id()) ^ (seed << 32));
    let mut ports = std::iter::repeat_with(|| rng.random_range(20_000..30_000));
    ports
        .find(|port| TcpListener::bind((Ipv4Addr::UNSPECIFIED, *port)).is_ok())
        .expect("a free port")
}

/// One host, killed so many times; gives how many commands were acknowledged.
fn killed(seed: u64, times: usize) -> usize {
    let mut rng = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let port = port(seed);
    let mut host = Host::start(folder, "first_watch", port);
    let mut trainer: Option<Laptop> = None;
    let mut players = Vec::new();
    let mut watcher: Option<Laptop> = None;
    for (n, ticket) in tickets(folder).into_iter().enumerate() {
        let mut laptop = Laptop::with(ticket, &format!("Seat {n}"));
        laptop.until("a seat", |l| l.seatings == 1);
        match n {
            0 => trainer = Some(laptop),
            7 => watcher = Some(laptop),
            _ => players.push(laptop),
        }
    }
    let (mut trainer, mut watcher) = (trainer.expect("seated"), watcher.expect("seated"));
    for lead in [0, 3] {
        players[lead].until("the desk", |l| l.end.is_some());
        assert_eq!(
            players[lead].say(Command::Acknowledge),
            Some(Answer::Accepted)
        );
    }
    for player in &mut players {
        player.until("planning", |l| {
            l.end.is_some() && l.phase() == Phase::Planning
        });
    }
    let file = exercise_file(folder);
    let mut acknowledged = BTreeSet::new();
    let mut written = 0u32;
    for kill in 0..times {
        // What each seat waits for.
        let mut asked: Vec<Option<(u32, String)>> = vec![None; players.len()];
        let mut unanswered = 0;
        let end = Instant::now() + Duration::from_micros(rng.random_range(20_000..400_000));
        while Instant::now() < end {
            for (player, asked) in players.iter_mut().zip(&mut asked) {
                player.listen();
                collect(player, asked, &mut acknowledged);
                if asked.is_none() {
                    written += 1;
                    let text = format!("line {written}");
                    let id = player
                        .remote
                        .send(Command::SendMessage { text: text.clone() });
                    *asked = Some((id, text));
                }
            }
            std::thread::sleep(Duration::from_millis(rng.random_range(1..30)));
        }
        drop(host);
        // What had come before the end is heard before the loss is.
        for (player, asked) in players.iter_mut().zip(&mut asked) {
            player.until("the loss", |l| l.lost);
            collect(player, asked, &mut acknowledged);
            unanswered += usize::from(asked.is_some());
            (player.end, player.musters) = (None, 0);
        }
        trainer.until("the loss", |l| l.lost);
        watcher.until("the loss", |l| l.lost);
        let kept = on_record(&file);
        let missing: Vec<_> = acknowledged.difference(&kept).collect();
        assert!(
            missing.is_empty(),
            "kill {kill}: acknowledged and gone: {missing:?}"
        );
        assert!(
            kept.len() <= acknowledged.len() + unanswered,
            "kill {kill}: {} on record, {} acknowledged, {unanswered} on their way",
            kept.len(),
            acknowledged.len()
        );
        // On record is on record, heard or not.
        acknowledged.extend(kept);

        let what = file.to_str().expect("a path in UTF-8");
        host = Host::start(folder, what, port);
        let seatings = u32::try_from(kill).expect("few") + 2;
        let back = |l: &Laptop| l.seatings == seatings && !l.lost;
        // Who is there is told after the desk and its clock.
        let greeted = |l: &Laptop| back(l) && l.end.is_some() && l.musters > 0;
        for player in &mut players {
            player.until("the seat", greeted);
            player.until("all that was said, once", |l| {
                let lines = lines(l);
                lines.len() == acknowledged.len() && lines.iter().eq(&acknowledged)
            });
            assert!(
                !player.end.as_ref().expect("a desk").running,
                "the clock stands"
            );
        }
        trainer.until("the seat", back);
        watcher.until("the seat", back);
        assert_eq!(trainer.say(Command::Resume), Some(Answer::Accepted));
        for player in &mut players {
            player.until("the clock", |l| l.end.as_ref().is_some_and(|e| e.running));
        }
    }
    acknowledged.len()
}

/// Takes in the answer that a seat waits for, if it is there.
fn collect(player: &mut Laptop, asked: &mut Option<(u32, String)>, all: &mut BTreeSet<String>) {
    let Some((id, text)) = asked.take() else {
        return;
    };
    match player.answers.iter().find(|(of, _)| *of == id) {
        Some((_, answer)) => {
            assert_eq!(*answer, Answer::Accepted, "{text}");
            all.insert(text);
        }
        None => *asked = Some((id, text)),
    }
}

#[test]
fn hosts_killed_under_load_lose_nothing_and_have_their_seats_again() {
    let each = kills().div_ceil(HOSTS);
    let acknowledged: Vec<usize> = std::thread::scope(|all| {
        let hosts = [1, 2, 3, 4].map(|seed| all.spawn(move || killed(seed, each)));
        hosts
            .into_iter()
            .map(|host| host.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    });
    let all: usize = acknowledged.iter().sum();
    assert!(
        all > 10 * each,
        "{all} commands were acknowledged: they hardly played"
    );
    println!("{} kills, {all} commands acknowledged", each * HOSTS);
}
