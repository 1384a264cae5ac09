//! Writes the inputs that fuzzing begins with, all of them real: frames of exercises that were played, tickets, case
//! files, exercise files, zones, announcements.
//!
//! `cargo run --example seeds` puts them into `corpus/`; what is there already stays.

use std::cell::RefCell;
use std::fs;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::path::Path;
use std::sync::{Arc, Mutex};

use bodies::across_a_room::Played;
use bodies::{SEED, about, opened};
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Actor, Command};
use liaison::journal;
use liaison::net::client::Pass;
use liaison::net::host::Seats;
use liaison::net::ticket::Ticket;
use liaison::net::wire::{
    ChairAct, ChairRow, ChairTrouble, Enter, FromSeat, PROGRAM, PROTOCOL, Person, Role, Secret,
    ToSeat, Turned, encode,
};
use liaison::protocol::together::{Cursor, Looking};
use liaison::protocol::{ClientMessage, Seat, ServerMessage, VERSION};
use liaison::scenario::ids::{InjectId, ItemId, OfficerId, TaskId, Team};
use liaison::scenario::words::{Delivery, Rating};
use liaison::session::{Answer, Entry, LocalTable, Memory, Session, self_play};

/// Longest input of frames.
const LONGEST: usize = 12 << 10;

fn main() {
    for play in [Played::first_watch(), Played::workbench()] {
        let letter = letter(play);
        for policies in [
            [Policy::Sharer; 2],
            [Policy::Random; 2],
            [Policy::Cautious, Policy::Random],
        ] {
            from_laptops(play, letter, policies);
            rows(play, letter, policies);
        }
        to_laptops(play, letter);
    }
    conduct();
    around();
    tickets();
    exercise_files();
    cases();
    zones();
    announcements();
    chairs();
}

fn put(target: &str, name: &str, bytes: impl AsRef<[u8]>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join(name), bytes).expect("it can be written");
}

fn letter(play: &Played) -> u8 {
    if play.case.scenario.id == Played::first_watch().case.scenario.id {
        b'f'
    } else {
        b'w'
    }
}

/// Commands of an exercise, each with how many entries were on record before it.
fn commands(play: &Played, policies: [Policy; 2]) -> (Vec<(usize, Team, Command)>, Vec<Entry>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let record = Box::new(Arc::clone(&kept));
    let session = Session::create(Arc::clone(&play.case.scenario), SEED, record);
    let mut table = LocalTable::open(session).expect("two seats");
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, SEED));
    let given = RefCell::new(Vec::new());
    let mut before = 0;
    self_play(&mut table, &mut teams, |team, command, answer| {
        if answer == Answer::Accepted || given.borrow().len() % 3 == 0 {
            given.borrow_mut().push((before, team, command.clone()));
        }
        before = kept.lock().expect("one").len();
    });
    let entries = kept.lock().expect("one").clone();
    (given.into_inner(), entries)
}

fn say(command: Command) -> String {
    let message = ClientMessage::Command { id: 7, command };
    encode(&FromSeat::Say { seen: 0, message })
}

fn from_laptops(play: &Played, letter: u8, policies: [Policy; 2]) {
    let (given, entries) = commands(play, policies);
    for place in (0..=255u8).step_by(20) {
        let begun = entries.len() * usize::from(place) / 255;
        let mut input = vec![letter, place];
        for (_, team, command) in given.iter().filter(|(n, _, _)| *n >= begun).take(12) {
            let line = say(command.clone());
            if input.len() + line.len() > LONGEST {
                break;
            }
            input.push([b'N', b'S'][team.index()]);
            input.extend(line.bytes());
            input.push(b'\n');
        }
        let kind = policies[0].key();
        let name = format!("play_{}_{kind}_{place:03}", char::from(letter));
        put("wire_in", &name, input);
    }
}

/// What a trainer and those who watch say.
fn conduct() {
    let text = || "Listen.".to_owned();
    let inject = InjectId(1);
    let trainer = [
        Command::FireInject { inject },
        Command::HoldInject { inject },
        Command::EditInject {
            inject,
            text: text(),
        },
        Command::ReleaseInject { inject },
        Command::SkipInject { inject },
        Command::Pause,
        Command::Resume,
        Command::ExtendPlanning { seconds: 60 },
        Command::SetPace { percent: 50 },
        Command::GiveItem {
            team: Team::North,
            item: ItemId(3),
        },
        Command::OverrideTask {
            round: 1,
            task: TaskId(0),
            success: true,
            reason: text(),
        },
        Command::Tell {
            to: None,
            text: text(),
        },
        Command::InsertInject {
            to: Some(Team::South),
            from: "Pier".to_owned(),
            via: Delivery::ALL[0],
            text: text(),
        },
        Command::Observe {
            team: Some(Team::North),
            text: text(),
            rating: Some(Rating::ALL[0]),
            critical: true,
        },
        Command::HoldDebrief,
        Command::EndPhase,
        Command::FireDue { second: 900 },
        Command::EndPhase,
        Command::OpenDebrief,
    ];
    for place in [b'0', b'Z', 0x90, 0xe0] {
        let mut input = vec![b'f', place];
        for command in &trainer {
            input.extend(format!("F{}\n", say(command.clone())).bytes());
        }
        input.extend(format!("V{}\n", say(trainer[13].clone())).bytes());
        input.extend(format!("O{}\n+90000\n", say(trainer[13].clone())).bytes());
        put("wire_in", &format!("trainer_{place:02x}"), input);
    }
    let officer = [
        Command::ClearTask {
            officer: OfficerId(0),
        },
        Command::SendMessage { text: text() },
        Command::SetReady { ready: true },
    ];
    let mut input = b"f\x20".to_vec();
    for command in officer {
        for chair in "nsNS".chars() {
            input.extend(format!("{chair}{}\n", say(command.clone())).bytes());
        }
    }
    input.extend(b"+4000000\n");
    put("wire_in", "officers", input);
}

/// What is said around the exercise.
fn around() {
    let hello = FromSeat::Say {
        seen: 0,
        message: ClientMessage::Hello { version: VERSION },
    };
    let acts = [
        ChairAct::Lock {
            chair: 1,
            locked: true,
        },
        ChairAct::Renew { chair: 2 },
        ChairAct::Move { from: 1, to: 3 },
    ];
    let looks = [
        Looking::Map,
        Looking::Item(ItemId(2)),
        Looking::SetPiece(TaskId(1)),
        Looking::Elsewhere,
    ];
    let mut input = b"f0".to_vec();
    for n in 0..3 {
        let enter = Enter {
            program: PROGRAM.to_owned(),
            protocol: PROTOCOL.to_owned(),
            token: [0, 0, 0, 0, n],
            secret: Secret([n; 16]),
            name: "Anan".to_owned(),
        };
        input.extend(format!("#{}\n", encode(&enter)).bytes());
    }
    for act in acts {
        input.extend(format!("F{}\n", encode(&FromSeat::Chairs(act))).bytes());
    }
    let cursor = Cursor {
        on: 7,
        at: [10, 200],
    };
    for look in looks {
        let cursor = Some(cursor);
        let look = FromSeat::Looking {
            seen: 0,
            at: look,
            cursor,
        };
        input.extend(format!("N{}\n", encode(&look)).bytes());
    }
    for seat in "NFVO".chars() {
        input.extend(format!("{seat}{}\n", encode(&hello)).bytes());
    }
    put("wire_in", "around", input);

    let role = Role::Officer(Team::North);
    let (looking, id) = (Some(Looking::Board), 7);
    let person = Person {
        chair: 2,
        name: "Anan".to_owned(),
        role,
        here: true,
        looking,
        cursor: Some(cursor),
    };
    let row = ChairRow {
        chair: 2,
        role,
        name: "Anan".to_owned(),
        taken: true,
        here: true,
        locked: false,
        lag_ms: Some(12),
        away_s: None,
        looking,
        ticket: a_ticket().to_string(),
    };
    let why = || "why".to_owned();
    let turned = [
        Turned::Version {
            program: why(),
            protocol: why(),
        },
        Turned::Nonsense(why()),
        Turned::Flood(why()),
        Turned::Unknown,
        Turned::Taken,
        Turned::Revoked,
        Turned::Elsewhere,
        Turned::Closed,
        Turned::Slow,
        Turned::Full,
    ];
    let frames = [
        ToSeat::Seated { role },
        ToSeat::Overtaken { id, by: why() },
        ToSeat::OnlyLead { id },
        ToSeat::NotNow { id },
        ToSeat::Locked(true),
        ToSeat::People(vec![person]),
        ToSeat::Chairs(vec![row]),
        ToSeat::NoChair(ChairTrouble::NotKept(why())),
        ToSeat::NoChair(ChairTrouble::Own),
        ToSeat::Say {
            mark: 3,
            message: ServerMessage::WrongVersion { host: 2 },
        },
    ];
    let all = frames.iter().map(encode).collect::<Vec<_>>().join("\n");
    put("wire_out", "around", format!("f\u{1}{all}"));
    for turned in turned {
        let name = format!("turned_{}", turned.key());
        put(
            "wire_out",
            &name,
            format!("f\u{1}{}", encode(&ToSeat::Turned(turned))),
        );
    }
}

/// What every seat hears, in the order in which it does.
fn to_laptops(play: &Played, letter: u8) {
    let (given, _) = commands(play, [Policy::Sharer, Policy::Random]);
    let mut session = Session::create(Arc::clone(&play.case.scenario), SEED, Box::new(Memory));
    let seats = [
        Seat::Team(Team::North),
        Seat::Team(Team::South),
        Seat::Facilitator,
    ];
    let mut heard: [Vec<String>; 3] = Default::default();
    let mut hear = |out: Vec<(Seat, ServerMessage)>| {
        for (seat, message) in out {
            let at = seats.iter().position(|s| *s == seat).expect("one of three");
            heard[at].push(encode(&ToSeat::Say { mark: 1, message }));
        }
    };
    for seat in seats {
        hear(session.handle(seat, ClientMessage::Hello { version: VERSION }));
    }
    for (n, (_, team, command)) in given.into_iter().enumerate() {
        let message = ClientMessage::Command { id: 1, command };
        hear(session.handle(Seat::Team(team), message));
        if n % 40 == 39 {
            let message = ClientMessage::Command {
                id: 1,
                command: Command::EndPhase,
            };
            hear(session.handle(Seat::Facilitator, message));
        }
    }
    for _ in 0..30 {
        for (seat, command) in [
            (seats[0], Command::Acknowledge),
            (seats[1], Command::Acknowledge),
            (seats[2], Command::EndPhase),
        ] {
            hear(session.handle(seat, ClientMessage::Command { id: 1, command }));
        }
    }
    for (frames, laptop) in heard.into_iter().zip(1u8..) {
        let few: Vec<String> = frames
            .into_iter()
            .filter(|f| f.len() < 2 * LONGEST)
            .collect();
        for (n, part) in few.chunks(few.len().div_ceil(10).max(1)).enumerate() {
            let mut input = vec![letter, laptop | (u8::try_from(n).unwrap_or(0) << 4)];
            for frame in part {
                if input.len() + frame.len() < 2 * LONGEST {
                    input.extend(frame.bytes());
                    input.push(b'\n');
                }
            }
            let name = format!("heard_{}_{laptop}_{n}", char::from(letter));
            put("wire_out", &name, input);
        }
    }
}

fn rows(play: &Played, letter: u8, policies: [Policy; 2]) {
    let (_, entries) = commands(play, policies);
    let events: Vec<String> = entries.iter().flat_map(|e| &e.events).map(encode).collect();
    for (n, part) in [1, 2, 4, 8].into_iter().enumerate() {
        let kind = policies[0].key();
        let name = format!("{}_{kind}_{n}", char::from(letter));
        let events = events[..events.len() / part].join("\n");
        put("record", &name, format!("{}{events}", char::from(letter)));
    }
    // Records of another case are refused; a few are enough.
    if letter == b'f' && policies[0] != Policy::Sharer {
        return;
    }
    let about = encode(&about(&play.case));
    for (n, part) in [1, 2, 4, 8].into_iter().enumerate() {
        let mut input = format!("about {about}\n");
        for entry in &entries[..entries.len() / part] {
            let actor = encode(&entry.actor);
            input.push_str(&format!("entry x {} {actor}\n", entry.elapsed_ms));
            for event in &entry.events {
                input.push_str(&format!("event x {}\n", encode(event)));
            }
        }
        input.push_str(&format!("branch {}\n", n + 1));
        input.push_str(&format!("elapsed {} 300000\n", entries.len() / part));
        let kind = policies[0].key();
        let name = format!("record_{}_{kind}_{n}", char::from(letter));
        put("exercise_rows", &name, input);
    }
    let actor = encode(&Actor::Clock);
    put(
        "exercise_rows",
        "a_gap",
        format!("entry 1 0 {actor}\nentry 3 0 {actor}\n"),
    );
    put("exercise_rows", "a_file", "file intel.ron []\n");
}

fn a_ticket() -> Ticket {
    Ticket {
        address: SocketAddrV4::new(Ipv4Addr::new(192, 168, 7, 20), 7319),
        pin: [1, 2, 3, 4, 5, 6, 7, 8],
        token: [9, 10, 11, 12, 13],
    }
}

fn tickets() {
    let ticket = a_ticket();
    put("ticket", "whole", ticket.to_string());
    put("ticket", "short", ticket.short());
    put(
        "ticket",
        "spaced",
        ticket.to_string().replace('-', " . ").to_lowercase(),
    );
    put("ticket", "cut", &ticket.to_string()[..30]);
    put("ticket", "dashes", ticket.short().replace('-', "–"));
    put("ticket", "bytes", [255; 19]);
    let pass = Pass::new(ticket, "Anan".to_owned()).expect("chance");
    put("pass", "kept", pass.to_text());
    let thai = Pass::new(ticket, "อนันต์ \"A\"\\".to_owned()).expect("chance");
    put("pass", "thai", thai.to_text());
}

fn exercise_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let play = Played::workbench();
    let mut about = about(&play.case);
    about.case = "base".to_owned();
    let base = opened("base").source.files;
    let made = |name: &str, files: &_, entries: &[Entry]| {
        let path = folder.path().join(format!("{name}.liaison"));
        journal::create_with(&path, &about, files, entries).expect("a file");
        // Small pages make small inputs.
        let file = rusqlite::Connection::open(&path).expect("a database");
        file.execute_batch("PRAGMA page_size = 512; VACUUM;")
            .expect("smaller");
        drop(file);
        put("exercise_file", name, fs::read(&path).expect("it was made"));
    };
    let none = Default::default();
    made("without_case", &none, &[]);
    made("without_case_played", &none, play.up_to(30));
    made("begun", &base, &[]);
    made("played", &play.case.source.files, play.up_to(120));
    let path = folder.path().join("other");
    let other = rusqlite::Connection::open(&path).expect("a database");
    other
        .execute_batch("PRAGMA page_size = 512; CREATE TABLE t (x); INSERT INTO t VALUES (1);")
        .expect("a table");
    put(
        "exercise_file",
        "another_database",
        fs::read(&path).expect("it was made"),
    );
    put("exercise_file", "no_database", "Scenario()");
}

fn cases() {
    for case in ["first_watch", "base", "workbench"] {
        for (file, bytes) in opened(case).source.files {
            if bytes.len() > 2 * LONGEST {
                continue;
            }
            let name = format!("{case}_{}", file.replace('/', "_"));
            let mut input = format!("{case}/{file}\n").into_bytes();
            input.extend(bytes);
            put("case", &name, input);
        }
    }
}

fn zones() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/data/zones.txt"))
            .expect("the suite's zones");
    let mut format = "";
    let mut kept = 0;
    for line in text.lines() {
        if let Some((name, _)) = line.split_once(';') {
            (format, kept) = (name, 0);
        } else if kept < 4 {
            put(
                "zone",
                &format!("{format}_{kept}"),
                format!("~{}", line.replace('|', "\n")),
            );
            kept += 1;
        }
    }
    put(
        "zone",
        "parts",
        "~P\nUTO\nL898902C3\nÉriksson-Smith\nAnna O'Mara\nUTO\n.....\n..\nZE184226B",
    );
}

fn announcements() {
    let text = |told: &[&str]| {
        let mut record = Vec::new();
        for one in told {
            record.push(u8::try_from(one.len()).expect("short"));
            record.extend(one.bytes());
        }
        record
    };
    let header = [1, 0x1c, 0x97, 192, 168, 7, 20];
    let pin = "pin=0001020304fcfdfe";
    let whole = text(&["name=Trainer", "title=First Watch", pin]);
    put("discovery", "table", [&header[..], &whole].concat());
    let thai = text(&["name=ครู\u{7}", "title= ", pin, "more"]);
    let two = [2, 0x1c, 0x97, 127, 0, 0, 1, 169, 254, 3, 4];
    put("discovery", "two_addresses", [&two[..], &thai].concat());
    let long = text(&["name=Trainer", &format!("title={}", "ก".repeat(80)), pin]);
    put("discovery", "long", [&header[..], &long].concat());
    put(
        "discovery",
        "no_pin",
        [&header[..], &text(&["name=a", "title"])].concat(),
    );
}

fn chairs() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("it.seats");
    let mut seats = Seats::usual(Some(path.clone())).expect("chairs");
    put("seats", "free", fs::read(&path).expect("kept"));
    let tokens: Vec<_> = seats.tokens().collect();
    for (token, n) in tokens.into_iter().zip(0u8..5) {
        seats
            .enter(token, Secret([n; 16]), "Anan")
            .expect("a free chair");
    }
    seats.lock(2, true).expect("kept");
    seats.renew(3).expect("kept");
    seats.move_person(4, 6).expect("kept");
    put("seats", "taken", fs::read(&path).expect("kept"));
    put("seats", "none", "[]");
}
