//! A case written beside the window: watched, previewed, broken, mended, and played from any round.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::replay::{Replay, ReplayAction};
use liaison::app::screens::Screen;
use liaison::app::screens::author::{
    self, AuthorAction, Bench, Proof, Proving, Section, Shows, Standing, Trial,
};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::author::{Kind, Of};
use liaison::engine::Phase;
use liaison::library::{Origin, begin_in};
use liaison::simulate::{Settings, simulate};
use liaison::solve::{Limits, solve};

use super::screens::Gallery;

fn ask(studio: &mut Studio, action: AuthorAction) {
    studio.act(Action::Author(action));
}

/// A copy of a shipped case in this folder.
fn copy(folder: &std::path::Path, of: &str, name: &str) -> std::path::PathBuf {
    begin_in(folder, name, Origin::Named(of)).expect("a copy")
}

/// Waits for the next reading after this many.
fn until(studio: &mut Studio, turn: u64) {
    for _ in 0..200 {
        if studio.world().resource::<Bench>().turn > turn {
            studio.settle();
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
        studio.frame();
    }
    panic!("the folder was not read again");
}

#[test]
fn a_case_is_watched_while_it_is_written_and_played_from_where_it_stands() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut shelf = Shelf::shipped();
    shelf.folder = Some(folder.path().join("exercises"));
    let Ok(mut studio) = Studio::open(shelf, WINDOW) else {
        return;
    };
    let cases = folder.path().join("cases");
    studio.world().resource_mut::<Bench>().kept = Some(cases.clone());
    studio.press(KeyCode::KeyW, Key::Character("w".into()));
    assert_eq!(studio.screen(), Screen::Author);
    // There is none yet, and a copy without a name is not made.
    ask(&mut studio, AuthorAction::New(Some(0)));
    assert!(studio.world().resource::<Bench>().folder.is_none());
    let own = copy(&cases, "first_watch", "river_post");
    ask(&mut studio, AuthorAction::Folder(0));
    let bench = studio.world().resource::<Bench>();
    assert_eq!(bench.folder.as_deref(), Some(own.as_path()));
    assert_eq!(bench.read.counts(), (0, 0));
    // Every part of every kind can be looked at, in every language.
    for kind in Kind::ALL {
        ask(&mut studio, AuthorAction::Section(Section::Of(kind)));
        let parts: Vec<Of> = {
            let bench = studio.world().resource::<Bench>();
            bench.of(kind).map(|part| part.of).collect()
        };
        for (at, of) in parts.into_iter().enumerate() {
            ask(&mut studio, AuthorAction::Speak(at % 2));
            ask(&mut studio, AuthorAction::Pick(of));
        }
    }
    ask(&mut studio, AuthorAction::Others);
    // Many exercises in the background, stopped before they are all played.
    ask(&mut studio, AuthorAction::Section(Section::Trial));
    ask(&mut studio, AuthorAction::Trial);
    ask(&mut studio, AuthorAction::StopTrial);
    for _ in 0..400 {
        if matches!(
            studio.world().resource::<Trial>().standing,
            Standing::Known(_)
        ) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
        studio.frame();
    }
    let known = &studio.world().resource::<Trial>().standing;
    assert!(matches!(known, Standing::Known(_)));
    // From the verdict back through the graph, and to the page of what is met on the way.
    ask(&mut studio, AuthorAction::Section(Section::Graph));
    let (path, walk) = {
        let good = studio
            .world()
            .resource::<Bench>()
            .good
            .clone()
            .expect("good");
        let graph = liaison::graph::graph(&good.scenario);
        let item = good.scenario.items[0].key.clone();
        let place = graph.nodes.iter().position(|n| n.label == item);
        (graph.nodes.len(), place.expect("an item of the graph"))
    };
    for node in 0..path {
        ask(&mut studio, AuthorAction::Walk(node));
    }
    ask(&mut studio, AuthorAction::Walk(walk));
    let item = Of {
        kind: Kind::Item,
        at: 0,
    };
    ask(&mut studio, AuthorAction::Visit(item));
    let look = studio.world().resource::<author::Look>().clone();
    assert_eq!(
        (look.section, look.pick),
        (Section::Of(Kind::Item), Some(item))
    );
    // What can be proved of it; a script is looked at as a record, and gone on with as an exercise.
    ask(&mut studio, AuthorAction::Section(Section::Proof));
    ask(&mut studio, AuthorAction::Prove);
    for _ in 0..4_000 {
        if !matches!(
            studio.world().resource::<Proof>().standing,
            Proving::Looking(_)
        ) {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
        studio.frame();
    }
    let Proving::Known(known) = studio.world().resource::<Proof>().standing.clone() else {
        panic!("it is known");
    };
    assert!(!known.refuted() && !known.dead_ends.found.is_empty());
    for _ in 0..2 {
        // The second takes the first one's place.
        ask(&mut studio, AuthorAction::Watch(Shows::Fewest));
        studio.settle();
        assert!(studio.world().get_resource::<Replay>().is_some());
        studio.act(Action::Replay(ReplayAction::Close));
        studio.settle();
        assert_eq!(studio.screen(), Screen::Author);
    }
    ask(&mut studio, AuthorAction::GoOn(Shows::DeadEnd(0)));
    studio.settle();
    let clock = studio.world().resource::<Play>().seat().view.clock.clone();
    let after = known.dead_ends.found[0].cause.after;
    assert_eq!((clock.phase, clock.round), (Phase::Planning, after + 1));
    studio.show(Screen::Author);
    // An exercise from round 2, which keeps its own copy.
    ask(&mut studio, AuthorAction::AskPlay);
    ask(&mut studio, AuthorAction::Round(2));
    ask(&mut studio, AuthorAction::Play);
    studio.settle();
    assert_eq!(studio.screen(), Screen::Curtain);
    let clock = studio.world().resource::<Play>().seat().view.clock.clone();
    assert_eq!((clock.phase, clock.round), (Phase::Planning, 2));
    // Saved in the middle of a sentence: nothing falls, and what was there stays on the screen.
    studio.show(Screen::Author);
    let turn = studio.world().resource::<Bench>().turn;
    let file = own.join("truth.ron");
    let before = std::fs::read_to_string(&file).expect("readable");
    std::fs::write(&file, &before[..before.len() / 2]).expect("written");
    until(&mut studio, turn);
    let bench = studio.world().resource::<Bench>();
    assert!(bench.read.counts().0 > 0 && bench.read.scenario.is_none());
    assert!(bench.of(Kind::Item).count() > 0);
    let clock = studio.world().resource::<Play>().seat().view.clock.clone();
    assert_eq!((clock.phase, clock.round), (Phase::Planning, 2));
    // Mended, it is whole again.
    let turn = studio.world().resource::<Bench>().turn;
    std::fs::write(&file, &before).expect("written");
    until(&mut studio, turn);
    assert_eq!(studio.world().resource::<Bench>().read.counts(), (0, 0));
    // A folder that goes away is told too.
    let turn = studio.world().resource::<Bench>().turn;
    std::fs::remove_dir_all(&own).expect("gone");
    until(&mut studio, turn);
    assert!(studio.world().resource::<Bench>().read.counts().0 > 0);
}

#[test]
fn the_authors_screens_look_as_they_were_approved() {
    let folder = tempfile::tempdir().expect("a folder");
    let Ok(studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    let own = copy(folder.path(), "the_night_bus", "night_ferry");
    author::open(gallery.studio.world(), own.clone());
    // A picture does not tell where the folder was.
    gallery.studio.world().resource_mut::<Bench>().folder = Some("cases/night_ferry".into());
    gallery.studio.settle();
    let looked_at = [
        (Kind::Item, 3, "author-item"),
        (Kind::Task, 5, "author-task"),
        (Kind::Inject, 2, "author-inject"),
        (Kind::Document, 0, "author-document"),
        (Kind::Interview, 0, "author-interview"),
        (Kind::Line, 0, "author-line"),
        (Kind::Map, 0, "author-map"),
        (Kind::Debrief, 0, "author-debrief"),
    ];
    for (kind, at, name) in looked_at {
        ask(
            &mut gallery.studio,
            AuthorAction::Section(Section::Of(kind)),
        );
        ask(&mut gallery.studio, AuthorAction::Pick(Of { kind, at }));
        gallery.check(name);
    }
    // What many exercises come to stands in a list, and beside the part.
    let simulated = {
        let good = gallery.studio.world().resource::<Bench>().good.clone();
        let good = good.expect("a good case");
        let settings = Settings {
            runs: 2,
            ..Settings::with_seed(1)
        };
        let stop = std::sync::atomic::AtomicBool::new(false);
        simulate(&good.scenario, &good.source, &settings, &stop, |_, _| {})
    };
    let proved = {
        let good = gallery.studio.world().resource::<Bench>().good.clone();
        let good = good.expect("a good case");
        let limits = Limits {
            states: 50_000,
            over: &|| false,
        };
        solve(&good.scenario, &limits, 1, &mut |_| {})
    };
    gallery.studio.world().resource_mut::<Proof>().standing = Proving::Known(proved.into());
    ask(&mut gallery.studio, AuthorAction::Section(Section::Proof));
    gallery.check("author-proof");
    ask(&mut gallery.studio, AuthorAction::Section(Section::Graph));
    gallery.check("author-graph");
    gallery.studio.world().resource_mut::<Trial>().standing = Standing::Known(simulated.into());
    ask(&mut gallery.studio, AuthorAction::Section(Section::Trial));
    gallery.check("author-simulation");
    let item = Of {
        kind: Kind::Item,
        at: 0,
    };
    ask(
        &mut gallery.studio,
        AuthorAction::Section(Section::Of(Kind::Item)),
    );
    ask(&mut gallery.studio, AuthorAction::Pick(item));
    gallery.check("author-simulated");
    ask(&mut gallery.studio, AuthorAction::AskPlay);
    ask(&mut gallery.studio, AuthorAction::Round(3));
    gallery.check("author-play");
    gallery.studio.press(KeyCode::Escape, Key::Escape);
    // What is wrong stands in its list, and at the part.
    let file = own.join("injects.ron");
    let text = std::fs::read_to_string(&file).expect("readable");
    std::fs::write(
        &file,
        text.replacen("number: 2,", "number: 2, colour: 3,", 1),
    )
    .expect("written");
    author::open(gallery.studio.world(), own);
    gallery.studio.world().resource_mut::<Bench>().folder = Some("cases/night_ferry".into());
    gallery.studio.settle();
    gallery.check("author-problems");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

#[test]
fn before_a_case_is_open_its_author_chooses_one() {
    let Ok(studio) = Studio::open(Shelf::shipped(), WINDOW) else {
        return;
    };
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    // A folder that is not there has no cases yet.
    gallery.studio.world().resource_mut::<Bench>().kept = Some("cases".into());
    gallery.studio.show(Screen::Author);
    gallery.check("author-start");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
