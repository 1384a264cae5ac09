//! JOIN, HOST and CONSOLE in the window's own program, at a table over real sockets.

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::screens::Gallery;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::conduct::Conduct;
use liaison::app::cursors::number;
use liaison::app::far::Far;
use liaison::app::hosting::Hosting;
use liaison::app::screens::Screen;
use liaison::app::screens::console::ConsoleAction;
use liaison::app::screens::debrief::DebriefAction;
use liaison::app::screens::desk::{DeskAction, DeskTab};
use liaison::app::screens::host::HostAction;
use liaison::app::screens::join::{JoinAction, Joining};
use liaison::app::screens::library::Picked;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::widgets::field::{Edited, FieldId};
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase};
use liaison::net::client::{Heard, Pass, Remote};
use liaison::net::host::{Host, Seats};
use liaison::net::identity::Identity;
use liaison::net::ticket::Ticket;
use liaison::net::wire::{ChairAct, ChairRow, Person, Role};
use liaison::protocol::together::{Cursor, Looking};
use liaison::protocol::{Seat, ServerMessage};
use liaison::scenario::ids::Team;
use liaison::scenario::words::Rating;
use liaison::session::{LocalTable, Memory, SeatEnd, Session};
use liaison::view::{facilitator_case, facilitator_view};

const LONG: Duration = Duration::from_secs(60);

fn studio() -> Option<Studio> {
    Studio::open(Shelf::shipped(), WINDOW)
        .inspect_err(|problem| eprintln!("skipped: {problem}"))
        .ok()
}

#[track_caller]
fn until(studio: &mut Studio, what: &str, mut done: impl FnMut(&mut Studio) -> bool) {
    let began = Instant::now();
    while !done(studio) {
        assert!(began.elapsed() < LONG, "{what} did not come");
        std::thread::sleep(Duration::from_millis(5));
        studio.frame();
    }
    studio.settle();
}

/// A studio whose person has opened a table for the case at this place of the shelf.
#[track_caller]
fn hosting(studio: &mut Studio, at: usize) {
    studio.world().resource_mut::<Hosting>().address = Some(Ipv4Addr::LOCALHOST);
    studio.act(Action::Host(HostAction::Show));
    assert_eq!(studio.screen(), Screen::Library, "first a case is chosen");
    studio.world().resource_mut::<Picked>().0 = at;
    studio.settle();
    studio.act(Action::Host(HostAction::Open));
    until(studio, "the table", |s| s.screen() == Screen::Host);
    until(studio, "its seats", |s| {
        !s.world().resource::<Conduct>().far.chairs.is_empty()
    });
}

fn ticket(studio: &mut Studio, role: Role) -> Ticket {
    let conduct = studio.world().resource::<Conduct>();
    let row = conduct.far.chairs.iter().find(|row| row.role == role);
    row.expect("such a seat").ticket.parse().expect("a ticket")
}

/// A team's lead on a laptop of its own, played by policy.
struct Laptop {
    remote: Remote,
    end: Option<SeatEnd>,
    team: Option<Simulated>,
    waits: bool,
}

impl Laptop {
    fn with(ticket: Ticket, name: &str) -> Self {
        let pass = Pass::new(ticket, name.to_owned()).expect("chance");
        Self {
            remote: Remote::join(pass, || {}).expect("a thread"),
            end: None,
            team: None,
            waits: false,
        }
    }

    fn step(&mut self) {
        for heard in self.remote.heard() {
            match heard {
                Heard::Said(message @ ServerMessage::Welcome { .. }) => {
                    self.end = SeatEnd::greeted(message);
                }
                Heard::Said(
                    ServerMessage::Accepted { .. }
                    | ServerMessage::Refused { .. }
                    | ServerMessage::NotRecorded { .. },
                ) => self.waits = false,
                Heard::Said(message) => {
                    if let Some(end) = &mut self.end {
                        end.hear(message);
                    }
                }
                _ => {}
            }
        }
        let Some(end) = self.end.as_ref().filter(|_| !self.waits) else {
            return;
        };
        let own = end.case.team;
        let team = self
            .team
            .get_or_insert_with(|| Simulated::new(Policy::Sharer, own, 7));
        if let Some(command) = team.next(&end.case, &end.view) {
            self.remote.send(command);
            self.waits = true;
        }
    }
}

#[test]
fn a_trainer_hosts_notes_what_happens_and_opens_the_truth() {
    let Some(mut studio) = studio() else { return };
    hosting(&mut studio, 0);
    let mut laptops = Team::BOTH.map(|team| {
        let ticket = ticket(&mut studio, Role::Lead(team));
        Laptop::with(ticket, if team == Team::North { "Anan" } else { "Mei" })
    });
    studio.show(Screen::Console);
    until(&mut studio, "both teams", |s| {
        laptops.iter_mut().for_each(|laptop| {
            laptop.step();
        });
        s.world().resource::<Conduct>().view.phase == Phase::Planning
    });
    // The trainer stops the clock by its key, and what was seen is pinned to the moment.
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    until(&mut studio, "the clock standing", |s| {
        s.world().resource::<Conduct>().view.paused
    });
    studio.world().write_message(Edited {
        field: FieldId("console-note"),
        text: "Reads the item aloud before sharing it.".to_owned(),
    });
    studio.act(Action::Console(ConsoleAction::About(Some(Team::North))));
    studio.act(Action::Console(ConsoleAction::Rate(Some(Rating::S))));
    studio.act(Action::Console(ConsoleAction::Note));
    let noted = |s: &mut Studio| {
        let view = &s.world().resource::<Conduct>().view;
        let one = view.facilitation.observations.first();
        one.is_some_and(|one| one.rating == Some(Rating::S) && one.team == Some(Team::North))
    };
    until(&mut studio, "the note", noted);
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    until(&mut studio, "the end", |s| {
        laptops.iter_mut().for_each(|laptop| {
            laptop.step();
        });
        let conduct = s.world().resource::<Conduct>();
        conduct.view.phase == Phase::Debrief
    });
    // The trainer has the truth; the teams wait for it.
    for laptop in &mut laptops {
        laptop.step();
        let end = laptop.end.as_ref().expect("seated");
        assert!(end.view.debrief.is_none(), "a team has the truth too early");
    }
    studio.act(Action::Console(ConsoleAction::Debrief));
    assert_eq!(studio.screen(), Screen::Debrief);
    studio.act(Action::Debrief(DebriefAction::OpenTruth));
    let began = Instant::now();
    while laptops.iter().any(|laptop| {
        laptop
            .end
            .as_ref()
            .is_none_or(|end| end.view.debrief.is_none())
    }) {
        laptops.iter_mut().for_each(|laptop| {
            laptop.step();
        });
        studio.frame();
        assert!(began.elapsed() < LONG, "the truth did not open");
    }
    studio.act(Action::Go(Screen::Console));
    assert_eq!(studio.screen(), Screen::Console);
    studio.act(Action::Host(HostAction::Close));
    until(&mut studio, "HOME", |s| s.screen() == Screen::Home);
}

/// A host in the test itself, with First Watch.
fn host(identity: &Identity, port: u16, seats: Seats, seed: u64) -> Option<Host> {
    let mut host = Host::open(identity.clone(), port).ok()?;
    host.set_address(Ipv4Addr::LOCALHOST);
    let case = liaison::library::open("first_watch").expect("a case");
    let session = Session::create(case.scenario, seed, Box::new(Memory));
    host.serve(session, seats).expect("a thread");
    Some(host)
}

fn type_in(studio: &mut Studio, field: &'static str, text: &str) {
    studio.world().write_message(Edited {
        field: FieldId(field),
        text: text.to_owned(),
    });
    studio.settle();
}

#[test]
fn a_team_joins_waits_for_its_partner_and_outlives_the_host() {
    let Some(mut studio) = studio() else { return };
    let identity = Identity::make().expect("a certificate");
    let seats = Seats::usual(None).expect("seats");
    let first = host(&identity, 0, seats.clone(), 7).expect("a port");
    let port = first.port();
    let lead = |team| {
        let chairs = first.chairs(0);
        let chair = chairs.iter().find(|c| c.role == Role::Lead(team));
        first.ticket(chair.expect("a lead"), Ipv4Addr::LOCALHOST)
    };
    let (north, south) = (lead(Team::North), lead(Team::South));

    studio.act(Action::Go(Screen::Join));
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    gallery.check("join");
    type_in(&mut gallery.studio, "join-ticket", "7H4K-9M2P");
    gallery.studio.act(Action::Join(JoinAction::Take));
    gallery.check("join-slip");
    let wrong = north.to_string();
    let sign = if wrong.ends_with('0') { "1" } else { "0" };
    let wrong = format!("{}{sign}", &wrong[..wrong.len() - 1]);
    type_in(&mut gallery.studio, "join-ticket", &wrong);
    gallery.studio.act(Action::Join(JoinAction::Take));
    assert_eq!(
        gallery.studio.screen(),
        Screen::Join,
        "a slip opens nothing"
    );

    type_in(&mut gallery.studio, "join-ticket", &north.to_string());
    type_in(&mut gallery.studio, "join-name", "Anan");
    gallery.studio.act(Action::Join(JoinAction::Take));
    until(&mut gallery.studio, "the briefing", |s| {
        s.screen() == Screen::Briefing
    });
    gallery.studio.act(Action::Command(Command::Acknowledge));
    let read = |s: &mut Studio| s.world().resource::<Play>().seat().view.clock.ready;
    until(&mut gallery.studio, "having read", read);
    assert_eq!(
        gallery.studio.screen(),
        Screen::Briefing,
        "the other service still reads"
    );
    gallery.check("briefing-waits");

    let mut partner = Laptop::with(south, "Mei");
    until(&mut gallery.studio, "the desk", |s| {
        partner.step();
        s.screen() == Screen::Desk
    });
    // The clock is the trainer's.
    gallery.studio.act(Action::Clock(Command::Pause));
    assert!(
        !gallery
            .studio
            .world()
            .resource::<Play>()
            .seat()
            .view
            .clock
            .paused
    );

    // Moved to the other service, this screen is that service's, and the first one's is gone from it.
    let chairs = first.chairs(0);
    let place = |role| chairs.iter().position(|c| c.role == role);
    let from = place(Role::Lead(Team::North)).expect("a lead");
    let to = place(Role::Officer(Team::South)).expect("a free seat");
    first.chair(0, ChairAct::Move { from, to }).expect("moved");
    let sits = |s: &mut Studio, team| {
        let play = s.world().get_resource::<Play>();
        play.is_some_and(|play| play.team() == team && play.seat().case.team == team)
    };
    until(&mut gallery.studio, "the other desk", |s| {
        s.screen() == Screen::Desk && sits(s, Team::South)
    });

    // The trainer's computer goes; the desk stays and says so; then it is back by itself.
    drop(first);
    until(&mut gallery.studio, "the loss", |s| {
        let play = s.world().get_resource::<Play>();
        play.is_none_or(|play| play.far().is_some_and(|far| far.lost.is_some()))
    });
    if gallery.studio.world().get_resource::<Play>().is_some() {
        let again = host(&identity, port, seats, 7);
        let _again = again.expect("the port again");
        until(&mut gallery.studio, "coming back", |s| {
            let play = s.world().get_resource::<Play>();
            play.is_some_and(|play| play.far().is_some_and(|far| far.lost.is_none()))
        });
    } else {
        // A host that closes says so: the person is back at JOIN, with the reason.
        assert_eq!(gallery.studio.screen(), Screen::Join);
        assert!(gallery.studio.world().contains_resource::<Joining>());
    }
    assert!(gallery.problems.is_empty(), "{:#?}", gallery.problems);
}

/// Two sharers at The Night Bus until the planning of this round.
fn night_bus(round: u8) -> LocalTable {
    let case = liaison::library::open("the_night_bus").expect("a case");
    let session = Session::create(Arc::clone(&case.scenario), 7, Box::new(Memory));
    let mut table = LocalTable::open(session).expect("seats");
    let mut teams = Team::BOTH.map(|team| Simulated::new(Policy::Sharer, team, 7));
    for _ in 0..8000 {
        let clock = &table.seat(Team::North).view.clock;
        if clock.phase == Phase::Planning && clock.round == round {
            break;
        }
        let mut acted = false;
        for team in Team::BOTH {
            let seat = table.seat(team);
            if let Some(command) = teams[team.index()].next(&seat.case, &seat.view) {
                table.send(Seat::Team(team), command);
                acted = true;
            }
        }
        if !acted {
            table.advance(table.session().left_ms());
        }
    }
    table
}

/// A seat at a table whose line is not plugged in: the same in every run.
fn unplugged(role: Role) -> Far {
    let ticket = Ticket {
        address: "192.168.1.20:7319".parse().expect("an address"),
        pin: [0x5b, 0x1e, 0xc3, 0x70, 0x9a, 0x42, 0xf8, 0x6d],
        token: [0x2f, 0x94, 0xd1, 0x08, 0xe7],
    };
    let pass = Pass::new(ticket, String::new()).expect("chance");
    let mut far = Far::unplugged(pass);
    far.role = Some(role);
    far.chairs = chairs(&ticket.to_string());
    far.people = (far.chairs.iter())
        .filter(|row| row.taken && !row.name.is_empty())
        .map(|row| Person {
            chair: row.chair,
            name: row.name.clone(),
            role: row.role,
            here: row.here,
            looking: None,
            cursor: None,
        })
        .collect();
    far
}

/// The trainer's view of this exercise.
fn conduct(studio: &mut Studio, table: &LocalTable, role: Role) {
    let far = unplugged(role);
    let session = table.session();
    let state = session.state();
    let case = Arc::new(facilitator_case(state.scenario()));
    let view = Box::new(facilitator_view(state));
    let mut conduct = Conduct::new(far, case, view);
    conduct.msel = (role == Role::Facilitator).then(|| Box::new(session.msel()));
    conduct.left_ms = 392_000;
    studio.world().insert_resource(conduct);
}

/// What a trainer and an evaluator have noted.
fn notes(table: &mut LocalTable) {
    for (team, text, rating, critical) in [
        (
            Team::North,
            "Names smuggling; keeps the other reading open.",
            Rating::S,
            false,
        ),
        (
            Team::South,
            "Clear, narrow question about the coach.",
            Rating::S,
            false,
        ),
        (
            Team::North,
            "Reads the count of meals aloud, then moves on.",
            Rating::M,
            true,
        ),
    ] {
        let note = Command::Observe {
            team: Some(team),
            text: text.to_owned(),
            rating: Some(rating),
            critical,
        };
        table.send(Seat::Facilitator, note);
    }
}

/// Nine seats of which four are taken: one waits far away, one is locked, one is gone.
fn chairs(ticket: &str) -> Vec<ChairRow> {
    let (north, south) = (Team::North, Team::South);
    let rows = [
        (Role::Facilitator, "", true, true, false, Some(1)),
        (Role::Lead(north), "Anan", true, true, false, Some(3)),
        (Role::Officer(north), "Ploy", true, true, true, Some(4)),
        (Role::Officer(north), "", false, false, false, None),
        (Role::Lead(south), "Mei Ling", true, true, false, Some(41)),
        (Role::Officer(south), "Hafiz", true, false, false, None),
        (Role::Officer(south), "", false, false, false, None),
        (Role::Evaluator, "Somchai", true, true, false, Some(6)),
        (Role::Observer, "", false, false, false, None),
    ];
    rows.into_iter()
        .enumerate()
        .map(
            |(chair, (role, name, taken, here, locked, lag_ms))| ChairRow {
                chair,
                role,
                name: name.to_owned(),
                taken,
                here,
                locked,
                lag_ms,
                away_s: (taken && !here).then_some(40),
                looking: None,
                ticket: ticket.to_owned(),
            },
        )
        .collect()
}

#[test]
fn the_table_and_the_console_look_as_they_should() {
    let Some(mut studio) = studio() else { return };
    let mut table = night_bus(2);
    conduct(&mut studio, &table, Role::Facilitator);
    studio.show(Screen::Host);
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    let pick = |chair| Action::Host(HostAction::Pick(chair));
    assert!(gallery.studio.click(&pick(3)));
    gallery.check("host");
    assert!(gallery.studio.click(&pick(2)));
    gallery.check("host-taken");
    gallery.studio.act(Action::Host(HostAction::AskMove(5)));
    gallery.check("host-move");

    gallery.studio.show(Screen::Console);
    gallery.check("console-empty");
    notes(&mut table);
    table.send(Seat::Facilitator, Command::Pause);
    conduct(&mut gallery.studio, &table, Role::Facilitator);
    gallery.studio.settle();
    gallery.check("console");
    for (name, action) in [
        ("console-tools", ConsoleAction::Tools),
        ("console-tell", ConsoleAction::AskTell),
        ("console-insert", ConsoleAction::AskInsert),
        ("console-give", ConsoleAction::AskGive(Team::South)),
        ("console-results", ConsoleAction::AskResults),
        ("console-branch", ConsoleAction::AskBranch),
        ("console-end", ConsoleAction::AskEnd),
    ] {
        gallery.studio.act(Action::Console(action));
        gallery.check(name);
        gallery.studio.act(Action::CloseDialog);
    }
    conduct(&mut gallery.studio, &table, Role::Evaluator);
    gallery.studio.show(Screen::Home);
    gallery.studio.show(Screen::Console);
    gallery.check("console-evaluator");
    let world = gallery.studio.world();
    world.resource_mut::<Conduct>().far.lost = Some("the host is silent".to_owned());
    gallery.studio.settle();
    gallery.check("console-lost");
    assert!(gallery.problems.is_empty(), "{:#?}", gallery.problems);
}

#[test]
fn colleagues_at_a_desk_see_where_the_others_look_and_point() {
    let Some(mut studio) = studio() else { return };
    let mut table = night_bus(2);
    // No picture depends on how long it took.
    table.send(Seat::Facilitator, Command::Pause);
    let seat = table.seat(Team::North);
    let held = seat.view.folder.first().expect("an item").id;
    let colleague = |chair, name: &str, role, looking, cursor| Person {
        chair,
        name: name.to_owned(),
        role,
        here: true,
        looking: Some(looking),
        cursor,
    };
    let officer = Role::Officer(Team::North);
    let plan = Action::Desk(DeskAction::Tab(DeskTab::Plan));
    let ready = Action::Desk(DeskAction::AskReady);
    let pointer = |on: &Action| {
        Some(Cursor {
            on: number(on),
            at: [60, 190],
        })
    };
    let mut far = unplugged(Role::Lead(Team::North));
    far.people = vec![
        colleague(1, "Anong", Role::Lead(Team::North), Looking::Map, None),
        colleague(2, "Mali", officer, Looking::Map, pointer(&plan)),
        // Whoever looks elsewhere points at nothing here.
        colleague(3, "Prasert", officer, Looking::Item(held), pointer(&plan)),
        // At the edge the name stands on the other side.
        colleague(
            4,
            "Sirikanya",
            officer,
            Looking::Map,
            pointer(&Action::Help),
        ),
        colleague(5, "Wanchai", officer, Looking::Map, pointer(&ready)),
    ];
    studio
        .world()
        .insert_resource(Play::there(far, seat.clone()));
    studio.show(Screen::Desk);
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    gallery.check("desk-colleagues");
    assert!(gallery.problems.is_empty(), "{:#?}", gallery.problems);
}
