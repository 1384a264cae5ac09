//! `liaison host`: serving exercises to the laptops of a room, with the trainer's words typed here.

use std::io::BufRead;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::play::about;
use super::{DONE, PROBLEMS, cut_off, say};
use crate::engine::{Actor, Command, Phase};
use crate::journal::{EXTENSION, Journal};
use crate::library;
use crate::net::find::{Reach, own_name};
use crate::net::host::{Chair, Host, Note, Seats};
use crate::net::identity::Identity;
use crate::net::wire::{ChairAct, Role};
use crate::scenario::ids::{InjectId, Team};
use crate::session::{Answer, Session, Trouble, fresh_seed};

/// What was asked for.
pub(super) struct Hosting<'a> {
    /// Cases to begin exercises of, and exercise files to go on with.
    pub what: &'a [String],
    pub port: u16,
    /// Where exercise files and the host's certificate are kept.
    pub folder: Option<&'a Path>,
    /// By which laptops find this computer's tables.
    pub name: Option<&'a str>,
    /// They can find them.
    pub announced: bool,
    /// At which the laptops reach this computer.
    pub address: Option<Ipv4Addr>,
}

pub(super) fn run(hosting: &Hosting) -> u8 {
    match open(hosting) {
        Ok(desk) => desk.work(),
        Err(problem) => {
            eprintln!("{problem}");
            PROBLEMS
        }
    }
}

/// The host, and what the trainer sees of it.
struct Desk {
    host: Host,
    /// The exercise file of each table.
    files: Vec<PathBuf>,
}

fn open(hosting: &Hosting) -> Result<Desk, String> {
    let folder = hosting
        .folder
        .map_or_else(library::exercise_folder, Path::to_owned);
    let mut begun = Vec::new();
    for name in hosting.what {
        begun.push(exercise(name, &folder)?);
    }
    let identity = Identity::kept_in(&folder.join("host.pem")).map_err(|e| e.to_string())?;
    let mut host = Host::open(identity, hosting.port).map_err(|e| e.to_string())?;
    let mut files = Vec::new();
    let mut tables = Vec::new();
    for (mut session, file) in begun {
        // In a room the truth waits for the trainer; an exercise that was held before stays so.
        match session.command(Actor::Facilitator, &Command::HoldDebrief) {
            Err(Trouble::NotRecorded(e)) => return Err(e.to_string()),
            Ok(_) | Err(Trouble::Refused(_)) => {}
        }
        let kept = file.with_extension("seats");
        let seats = Seats::kept_in(&kept).map_err(|e| {
            format!(
                "{}: the seats cannot be read: {e}; move the file away, and new tickets are made",
                kept.display()
            )
        })?;
        tables.push((session, seats));
        files.push(file);
    }
    host.serve_all(tables).map_err(|e| e.to_string())?;
    if let Some(address) = hosting.address {
        host.set_address(address);
    }
    let name = hosting.name.map_or_else(own_name, str::to_owned);
    // Laptops come in with whole tickets all the same.
    if hosting.announced
        && let Err(e) = host.announce(&name, Reach::ROOM)
    {
        eprintln!("{e}");
    }
    Ok(Desk { host, files })
}

/// A new exercise of a case, or one that goes on, and its file.
fn exercise(name: &str, folder: &Path) -> Result<(Session, PathBuf), String> {
    let file = Path::new(name);
    if file.extension().is_some_and(|e| e == EXTENSION) {
        let (journal, exercise) = Journal::open(file).map_err(|e| e.to_string())?;
        let case = library::from_exercise(&exercise)?;
        let seed = exercise.about.seed;
        let session = Session::resume(case, seed, &exercise.entries, Box::new(journal))
            .map_err(|e| e.to_string())?;
        return Ok((session, file.to_owned()));
    }
    let case = library::open(name)?;
    let seed = fresh_seed();
    let file = folder.join(format!("{}-{seed:016x}.{EXTENSION}", case.scenario.id));
    let about = about(&case, seed, [Vec::new(), Vec::new()]);
    let journal = Journal::create(&file, &about, &case.source.files).map_err(|e| e.to_string())?;
    let session = Session::create(case.scenario, seed, Box::new(journal));
    Ok((session, file))
}

const HELP: &str = "\
seats                who sits where, and the tickets of the seats that are free
ticket SEAT          take a seat back and print its new ticket (SEAT as `seats` numbers it)
lock | unlock SEAT   what is done at a locked seat does not count
move SEAT TO         the person goes to another seat that is free
pause | resume       the clock
more MINUTES         give the planning more time
slow PERCENT         let the clock run at 25 to 100 per cent
end                  end the planning (or verdict) now
tell TEXT            a line from the trainer to both teams
fire | hold | skip N an inject, by its number in the case
open                 once the exercise is over: open the truth to the teams
clock                where the exercise stands
table N              the table that is meant, where there are several
quit                 close the tables; every exercise is kept and can be hosted again
";

impl Desk {
    fn work(self) -> u8 {
        match self.talk() {
            Ok(()) => DONE,
            Err(e) => cut_off(&e),
        }
    }

    fn talk(&self) -> std::io::Result<()> {
        say(format_args!(
            "Tables are open at {}:{}.\n",
            self.host.address(),
            self.host.port()
        ))?;
        for table in 0..self.files.len() {
            self.seats(table)?;
        }
        say(format_args!(
            "Tickets: the short one where laptops find the table by themselves, the long one everywhere.\n\
             `help` lists what can be typed here.\n"
        ))?;
        let (typed, lines) = channel();
        std::thread::spawn(move || {
            for line in std::io::stdin().lock().lines() {
                let Ok(line) = line else { break };
                if typed.send(line).is_err() {
                    break;
                }
            }
        });
        let mut table = 0;
        loop {
            match lines.recv_timeout(Duration::from_millis(200)) {
                Ok(line) if line.trim() == "quit" => return Ok(()),
                Ok(line) => self.obey(&line, &mut table)?,
                Err(RecvTimeoutError::Timeout) => {}
                // Nobody types here: it serves until it is ended.
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(Duration::from_millis(200));
                }
            }
            for note in self.host.notes() {
                self.tell(&note)?;
            }
        }
    }

    fn tell(&self, note: &Note) -> std::io::Result<()> {
        let (table, chair, what) = match note {
            Note::Cut { from, why } => {
                return say(format_args!("cut off: {from}: {why}\n"));
            }
            Note::Taken { table, chair } => (*table, *chair, "has taken a seat"),
            Note::Back { table, chair } => (*table, *chair, "is back"),
            Note::Away { table, chair } => (*table, *chair, "is away"),
            Note::Moved { table, to, .. } => (*table, *to, "was moved to this seat"),
        };
        let chairs = self.host.chairs(table);
        let Some(one) = chairs.get(chair) else {
            return Ok(());
        };
        say(format_args!(
            "table {}: {} ({}) {what}\n",
            table + 1,
            called(one),
            seat_words(&chairs, chair)
        ))
    }

    fn seats(&self, table: usize) -> std::io::Result<()> {
        let Some(file) = self.files.get(table) else {
            return say(format_args!("There is no such table.\n"));
        };
        say(format_args!("\nTable {}: {}\n", table + 1, file.display()))?;
        let chairs = self.host.chairs(table);
        for (place, chair) in chairs.iter().enumerate() {
            let whose = if chair.taken() {
                called(chair)
            } else {
                let ticket = self.host.ticket(chair, self.host.address());
                format!("{}   {ticket}", ticket.short())
            };
            let seat = seat_words(&chairs, place);
            say(format_args!("{:>3}  {seat:<16} {whose}\n", place + 1))?;
        }
        say(format_args!("\n"))
    }

    fn obey(&self, line: &str, table: &mut usize) -> std::io::Result<()> {
        let mut words = line.split_whitespace();
        let (Some(verb), number) = (words.next(), words.next()) else {
            return Ok(());
        };
        let number: Option<usize> = number.and_then(|n| n.parse().ok()).filter(|n| *n > 0);
        let inject = number.and_then(|n| u16::try_from(n - 1).ok()).map(InjectId);
        let command = match (verb, number) {
            ("help", _) => return say(format_args!("{HELP}")),
            ("seats", _) => return self.seats(*table),
            ("clock", _) => return self.clock(*table),
            ("table", Some(n)) if n <= self.files.len() => {
                *table = n - 1;
                return self.clock(*table);
            }
            ("ticket", Some(n)) => return self.renew(*table, n - 1),
            ("lock" | "unlock", Some(n)) => {
                let (chair, locked) = (n - 1, verb == "lock");
                return self.act(*table, ChairAct::Lock { chair, locked });
            }
            ("move", Some(n)) => {
                let to = words.next().and_then(|to| to.parse::<usize>().ok());
                if let Some(to) = to.and_then(|to| to.checked_sub(1)) {
                    return self.act(*table, ChairAct::Move { from: n - 1, to });
                }
                None
            }
            ("pause", _) => Some(Command::Pause),
            ("resume", _) => Some(Command::Resume),
            ("end", _) => Some(Command::EndPhase),
            ("open", _) => Some(Command::OpenDebrief),
            ("more", Some(minutes)) => u32::try_from(minutes.saturating_mul(60))
                .ok()
                .map(|seconds| Command::ExtendPlanning { seconds }),
            ("slow", Some(percent)) => u8::try_from(percent)
                .ok()
                .map(|percent| Command::SetPace { percent }),
            ("tell", _) => line.split_once(char::is_whitespace).map(|(_, text)| {
                let text = text.trim().to_owned();
                Command::Tell { to: None, text }
            }),
            ("fire", _) => inject.map(|inject| Command::FireInject { inject }),
            ("hold", _) => inject.map(|inject| Command::HoldInject { inject }),
            ("skip", _) => inject.map(|inject| Command::SkipInject { inject }),
            _ => None,
        };
        let Some(command) = command else {
            return say(format_args!(
                "“{line}” was not understood; `help` lists what can be typed.\n"
            ));
        };
        match self.host.command(*table, command) {
            Some(Answer::Accepted) => say(format_args!("done\n")),
            Some(Answer::Refused(refusal)) => {
                let why = refusal.key().replace('-', " ");
                say(format_args!("not now: {why}\n"))
            }
            Some(Answer::NotRecorded) | None => say(format_args!(
                "The exercise file could not be written, so nothing was done: is the disk full?\n"
            )),
        }
    }

    fn clock(&self, table: usize) -> std::io::Result<()> {
        let Some(standing) = self.host.standing(table) else {
            return say(format_args!("The table has ended.\n"));
        };
        let phase = match standing.phase {
            Phase::Briefing => "briefing",
            Phase::Planning => "planning",
            Phase::Resolution => "the round's report",
            Phase::Verdict => "verdict",
            Phase::Debrief => "debrief",
        };
        let seconds = standing.left_ms / 1000;
        let runs = if standing.running { "" } else { ", standing" };
        say(format_args!(
            "table {}: round {}, {phase}, {}:{:02} left{runs}\n",
            table + 1,
            standing.round,
            seconds / 60,
            seconds % 60
        ))
    }

    fn act(&self, table: usize, act: ChairAct) -> std::io::Result<()> {
        match self.host.chair(table, act) {
            Ok(()) => say(format_args!("done\n")),
            Err(why) => say(format_args!("{why}\n")),
        }
    }

    fn renew(&self, table: usize, place: usize) -> std::io::Result<()> {
        if let Err(e) = self.host.renew(table, place) {
            return say(format_args!("{e}\n"));
        }
        let chairs = self.host.chairs(table);
        let ticket = self.host.ticket(&chairs[place], self.host.address());
        let seat = seat_words(&chairs, place);
        say(format_args!("{seat}: {}   {ticket}\n", ticket.short()))
    }
}

/// Somebody's name, or that there is none.
fn called(chair: &Chair) -> String {
    if chair.name.is_empty() {
        "no name given".to_owned()
    } else {
        chair.name.clone()
    }
}

/// `north lead`, `north officer 2`, `facilitator`.
fn seat_words(chairs: &[Chair], place: usize) -> String {
    let name = |team| match team {
        Team::North => "north",
        Team::South => "south",
    };
    let role = chairs[place].role;
    match role {
        Role::Facilitator => "facilitator".to_owned(),
        Role::Evaluator => "evaluator".to_owned(),
        Role::Observer => {
            let before = chairs[..place].iter().filter(|c| c.role == role).count();
            format!("observer {}", before + 1)
        }
        Role::Lead(team) => format!("{} lead", name(team)),
        Role::Officer(team) => {
            let before = chairs[..place].iter().filter(|c| c.role == role).count();
            format!("{} officer {}", name(team), before + 1)
        }
    }
}
