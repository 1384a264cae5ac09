//! An exercise file played back in the window: as each seat saw it, by keyboard, and back again.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::conduct::Conduct;
use liaison::app::replay::{self, Replay, ReplayAction, Seen};
use liaison::app::screens::Screen;
use liaison::app::screens::debrief::{DebriefAction, Tab};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Actor, Command, Phase};
use liaison::journal::{About, Journal};
use liaison::scenario::ids::Team;
use liaison::scenario::words::Rating;
use liaison::session::{Session, play_out};

use super::screens::Gallery;

/// First Watch, played by simulated teams to its debrief, in a file of this folder.
fn recorded(folder: &std::path::Path) -> std::path::PathBuf {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    let about = About {
        case: case.scenario.id.clone(),
        title: "First Watch".into(),
        seed: 3,
        people: [vec!["Anan".into()], vec!["Mei".into()]],
        program: "0".into(),
        begun: 0,
        origin: None,
    };
    let path = folder.join("over.liaison");
    let journal = Journal::create(&path, &about, &case.source.files).expect("a new file");
    let mut session = Session::create(case.scenario, 3, Box::new(journal));
    // Somebody watched, and wrote down what they saw.
    let notes = [
        (
            Some(Team::North),
            Some(Rating::M),
            true,
            "The form with the address lies on the desk and nobody sends it.",
        ),
        (
            None,
            Some(Rating::S),
            false,
            "Both desks answer each other within the round.",
        ),
    ];
    for (team, rating, critical, text) in notes {
        let seen = Command::Observe {
            team,
            text: text.into(),
            rating,
            critical,
        };
        session
            .command(Actor::Facilitator, &seen)
            .expect("an observation");
    }
    let policies = [Policy::Sharer, Policy::Cautious];
    let mut teams = Team::BOTH.map(|t| Simulated::new(policies[t.index()], t, 3));
    play_out(session, &mut teams).expect("two seats");
    path
}

fn phase(studio: &mut Studio) -> (Phase, u8) {
    let clock = &studio.world().resource::<Play>().seat().view.clock;
    (clock.phase, clock.round)
}

fn key(studio: &mut Studio, code: KeyCode, sign: Key) {
    studio.press(code, sign);
}

#[test]
fn a_record_is_walked_through_and_cannot_be_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = recorded(folder.path());
    let Ok(mut studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    replay::begin(studio.world(), &path);
    studio.settle();
    assert_eq!(studio.screen(), Screen::Briefing);
    // Round by round, by key.
    key(&mut studio, KeyCode::F10, Key::F10);
    assert_eq!(studio.screen(), Screen::Desk);
    assert_eq!(phase(&mut studio), (Phase::Planning, 1));
    key(&mut studio, KeyCode::F10, Key::F10);
    assert_eq!(phase(&mut studio), (Phase::Planning, 2));
    key(&mut studio, KeyCode::F6, Key::F6);
    assert_eq!(phase(&mut studio), (Phase::Planning, 1));
    // One thing on: something has been told since.
    key(&mut studio, KeyCode::F9, Key::F9);
    let before = studio.world().resource::<Play>().seat().view.clone();
    // Nothing that is asked of it happens.
    studio.act(Action::Command(Command::SetReady { ready: true }));
    assert!(studio.world().resource::<Play>().seat().view == before);
    // The other team, and the trainer, at the same place.
    studio.act(Action::Replay(ReplayAction::See(Seen::Team(Team::South))));
    assert_eq!(studio.world().resource::<Play>().team(), Team::South);
    studio.act(Action::Replay(ReplayAction::See(Seen::Both)));
    assert_eq!(studio.screen(), Screen::Console);
    assert_eq!(studio.world().resource::<Conduct>().view.round, 1);
    // A new exercise from here; the record stays.
    studio.act(Action::Replay(ReplayAction::Branch));
    let branches = std::fs::read_dir(folder.path()).expect("the folder");
    let named = |e: &std::fs::DirEntry| e.file_name().to_string_lossy().contains("-round-1-");
    assert_eq!(branches.flatten().filter(named).count(), 1);
    // What was there before comes back.
    studio.act(Action::Replay(ReplayAction::Close));
    studio.settle();
    assert_eq!(studio.screen(), Screen::Home);
    assert!(studio.world().get_resource::<Replay>().is_none());
    assert!(studio.world().get_resource::<Conduct>().is_none());
}

#[test]
fn the_player_looks_as_it_was_approved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = recorded(folder.path());
    let Ok(studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    replay::begin(gallery.studio.world(), &path);
    gallery.studio.settle();
    for _ in 0..2 {
        gallery
            .studio
            .act(Action::Replay(ReplayAction::Round(true)));
    }
    for _ in 0..6 {
        gallery.studio.act(Action::Replay(ReplayAction::Step(true)));
    }
    gallery.check("replay-desk");
    let both = Action::Replay(ReplayAction::See(Seen::Both));
    gallery.studio.act(both);
    gallery.check("replay-console");
    gallery.studio.act(Action::Replay(ReplayAction::List));
    gallery.check("replay-events");
    // At its end, the debrief as the trainer has it: ratings, and what was noted.
    gallery.studio.act(Action::Replay(ReplayAction::List));
    for _ in 0..8 {
        gallery
            .studio
            .act(Action::Replay(ReplayAction::Round(true)));
    }
    gallery.studio.act(Action::Go(Screen::Debrief));
    gallery
        .studio
        .act(Action::Debrief(DebriefAction::OpenTruth));
    gallery
        .studio
        .act(Action::Debrief(DebriefAction::Tab(Tab::Ratings)));
    gallery.studio.roll(Vec2::new(400.0, 500.0), -60.0);
    gallery.check("debrief-observations");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
