//! Set pieces in an exercise, as a team meets them: from the report to bench, room or counter, and back.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::bench::BenchAction;
use liaison::app::screens::set_piece::SetPieceAction;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::engine::Command;
use liaison::engine::encounter::document::fraud::Finding;
use liaison::protocol::Seat;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{TaskId, Team};
use liaison::scenario::words::{Channel, Form};
use liaison::session::{LocalTable, Memory, Session};

use crate::screens::Gallery;
use crate::support::{blank, item, officer, task};

use Team::{North, South};

/// First Watch after these officers' work of a round, with the rounds before it passed over.
fn table(round: u8, sent: &[(Team, &str, &str)]) -> LocalTable {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    let scenario = std::sync::Arc::clone(&case.scenario);
    let session = Session::create(case.scenario, 3, Box::new(Memory));
    let mut table = LocalTable::open(session).expect("seats");
    let both = |table: &mut LocalTable, command: &Command| {
        for team in Team::BOTH {
            table.send(Seat::Team(team), command.clone());
        }
    };
    both(&mut table, &Command::Acknowledge);
    let theory = blank(&scenario);
    both(&mut table, &Command::RecordTheory { theory });
    let ready = Command::SetReady { ready: true };
    for _ in 1..round {
        both(&mut table, &ready);
        both(&mut table, &Command::Acknowledge);
    }
    for (team, who, what) in sent {
        let command = assign(&scenario, who, what);
        table.send(Seat::Team(*team), command);
    }
    both(&mut table, &ready);
    table
}

/// The Night Bus: Songkhla questions the driver, and Kedah's camera lies on the table without its consent.
fn driver() -> Option<(LocalTable, TaskId)> {
    let case = liaison::library::open("the_night_bus").expect("a shipped case");
    let scenario = std::sync::Arc::clone(&case.scenario);
    let camera = item(&scenario, "se_camera");
    let both = |table: &mut LocalTable, command: &Command| {
        for team in Team::BOTH {
            table.send(Seat::Team(team), command.clone());
        }
    };
    let holds = |table: &LocalTable, team: Team, full: bool| {
        let mut folder = table.seat(team).view.folder.iter();
        folder.any(|i| i.id == camera && (!full || i.form == Form::Full))
    };
    let mut table = (0..20).find_map(|seed| {
        let session = Session::create(std::sync::Arc::clone(&scenario), seed, Box::new(Memory));
        let mut table = LocalTable::open(session).expect("seats");
        both(&mut table, &Command::Acknowledge);
        let theory = blank(&scenario);
        both(&mut table, &Command::RecordTheory { theory });
        table.send(Seat::Team(South), assign(&scenario, "mei", "s_cam"));
        both(&mut table, &Command::SetReady { ready: true });
        holds(&table, South, false).then_some(table)
    })?;
    both(&mut table, &Command::Acknowledge);
    let share = Command::ShareItem {
        item: camera,
        form: Form::Full,
        channel: Channel::LiaisonDesk,
        note: None,
    };
    table.send(Seat::Team(South), share);
    for _ in 0..3 {
        if !holds(&table, North, true) {
            both(&mut table, &Command::SetReady { ready: true });
            both(&mut table, &Command::Acknowledge);
        }
    }
    table.send(Seat::Team(North), assign(&scenario, "pim", "n_driver"));
    both(&mut table, &Command::SetReady { ready: true });
    Some((table, task(&scenario, "n_driver")))
}

fn assign(scenario: &Scenario, who: &str, what: &str) -> Command {
    Command::AssignTask {
        officer: officer(scenario, who),
        task: task(scenario, what),
    }
}

fn first_watch(what: &str) -> TaskId {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    task(&case.scenario, what)
}

fn at_the_report(table: LocalTable, team: Team) -> Option<Gallery> {
    let studio = Studio::open(Shelf::shipped(), WINDOW)
        .inspect_err(|problem| eprintln!("skipped: {problem}"))
        .ok()?;
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    sit(&mut gallery.studio, table, team);
    Some(gallery)
}

fn sit(studio: &mut Studio, table: LocalTable, team: Team) {
    let mut play = Play::new(table, [vec![], vec![]]);
    play.sit(team);
    studio.world().insert_resource(play);
    studio.show(Screen::Resolution);
}

fn key(studio: &mut Studio, code: KeyCode, sign: &str) {
    studio.press(code, Key::Character(sign.into()));
}

fn set_piece(action: SetPieceAction) -> Action {
    Action::SetPiece(action)
}

fn points(studio: &mut Studio, task: TaskId) -> Option<u8> {
    let play = studio.world().resource::<Play>();
    let all = &play.seat().view.set_pieces;
    let piece = all.iter().find(|p| p.task == task)?;
    piece.ended.and_then(|end| end.points)
}

/// One story, because two programs at once would share the driver.
#[test]
fn what_a_task_has_opened_is_played_from_the_report() {
    let sent = [(North, "edda", "n_card"), (South, "tamra", "s_deck")];
    let Some(mut gallery) = at_the_report(table(1, &sent), North) else {
        return;
    };
    gallery.check("report-to-play");
    let studio = &mut gallery.studio;
    // Nobody reads on before it is over.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Resolution);
    let card = first_watch("n_card");
    assert!(studio.click(&set_piece(SetPieceAction::Open(card))));
    assert_eq!(studio.screen(), Screen::Bench);
    key(studio, KeyCode::KeyH, "h");
    gallery.check("bench-exercise");
    let studio = &mut gallery.studio;
    // Back to the report and in again: everything lies as it lay.
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Resolution);
    assert!(studio.click(&set_piece(SetPieceAction::Open(card))));
    studio.act(Action::Bench(BenchAction::Say(Finding::Refer)));
    key(studio, KeyCode::KeyR, "r");
    // A referral decides nothing and is told nothing.
    assert_eq!(points(studio, card), None);
    gallery.check("bench-exercise-over");
    let studio = &mut gallery.studio;
    key(studio, KeyCode::KeyN, "n");
    assert_eq!(studio.screen(), Screen::Resolution);
    gallery.check("report-played");
    let studio = &mut gallery.studio;
    // The other team's, and the other kind.
    studio.press(KeyCode::Enter, Key::Enter);
    studio.act(Action::OpenCurtain);
    let deck = first_watch("s_deck");
    assert!(studio.click(&set_piece(SetPieceAction::Open(deck))));
    assert_eq!(studio.screen(), Screen::Room);
    key(studio, KeyCode::KeyH, "h");
    gallery.check("room-exercise");
    let studio = &mut gallery.studio;
    key(studio, KeyCode::KeyQ, "q");
    key(studio, KeyCode::KeyB, "b");
    assert_eq!(
        (studio.screen(), points(studio, deck)),
        (Screen::Room, None)
    );
    key(studio, KeyCode::KeyQ, "q");
    key(studio, KeyCode::KeyY, "y");
    assert_eq!(studio.screen(), Screen::Resolution);
    assert_eq!(points(studio, deck), Some(0));
    let (bus, asked) = driver().expect("a round in which the camera is gone through");
    sit(studio, bus, North);
    assert!(studio.click(&set_piece(SetPieceAction::Open(asked))));
    gallery.check("room-exercise-unfree");
    let studio = &mut gallery.studio;
    let sent = [(South, "ivo", "s_counter")];
    sit(studio, table(3, &sent), South);
    let counter = first_watch("s_counter");
    assert!(studio.click(&set_piece(SetPieceAction::Open(counter))));
    assert_eq!(studio.screen(), Screen::Line);
    gallery.check("line-exercise");
    let studio = &mut gallery.studio;
    while points(studio, counter).is_none() {
        key(studio, KeyCode::KeyK, "k");
    }
    gallery.check("line-exercise-over");
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
