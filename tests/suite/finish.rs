//! The report of a round and the debrief, as people meet them: with the keyboard, in the window's own program.

use std::path::Path;
use std::sync::{Arc, Mutex};

use super::screens::Gallery;
use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::analysis::{Settings, Standing, what_if};
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::i18n::Words;
use liaison::app::replay::{Replay, ReplayAction, Seen};
use liaison::app::screens::Screen;
use liaison::app::screens::debrief::{DebriefAction, Picks, Shown, Tab};
use liaison::app::screens::home::HomeAction;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::whatif::Otherwise;
use liaison::bots::{Policy, Simulated};
use liaison::engine::{Command, Phase};
use liaison::journal::{About, Journal};
use liaison::library::Format;
use liaison::protocol::Seat;
use liaison::scenario::ids::Team;
use liaison::scenario::words::Form;
use liaison::session::{Entry, LocalTable, Memory, Record, Session};

fn table_of(seed: u64, record: Box<dyn Record>) -> LocalTable {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    LocalTable::open(Session::create(case.scenario, seed, record)).expect("seats")
}

fn until(seed: u64, policies: [Policy; 2], stop: impl Fn(&LocalTable) -> bool) -> LocalTable {
    play(table_of(seed, Box::new(Memory)), seed, policies, stop)
}

/// Plays until `stop` says so.
fn play(
    mut table: LocalTable,
    seed: u64,
    policies: [Policy; 2],
    stop: impl Fn(&LocalTable) -> bool,
) -> LocalTable {
    let mut teams = Team::BOTH.map(|team| Simulated::new(policies[team.index()], team, seed));
    for _ in 0..8000 {
        if stop(&table) {
            break;
        }
        let mut acted = false;
        for team in Team::BOTH {
            if stop(&table) {
                break;
            }
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
    // What tasks have opened is over before anybody reads on.
    for team in Team::BOTH {
        let open = |table: &LocalTable| {
            let mut pieces = table.seat(team).view.set_pieces.iter();
            pieces.any(|piece| piece.ended.is_none())
        };
        while open(&table) {
            let seat = table.seat(team);
            let command = teams[team.index()].next(&seat.case, &seat.view);
            table.send(Seat::Team(team), command.expect("something to be done"));
        }
    }
    table
}

fn resolution(round: u8) -> impl Fn(&LocalTable) -> bool {
    move |table| {
        let clock = &table.seat(Team::North).view.clock;
        clock.phase == Phase::Resolution && clock.round == round
    }
}

fn over(table: &LocalTable) -> bool {
    table.seat(Team::North).view.clock.phase == Phase::Debrief
}

fn studio(size: (u32, u32)) -> Option<Studio> {
    Studio::open(Shelf::shipped(), size)
        .inspect_err(|problem| eprintln!("skipped: {problem}"))
        .ok()
}

fn sit(studio: &mut Studio, table: LocalTable, team: Team, screen: Screen) {
    let mut play = Play::new(table, [vec![], vec![]]);
    play.sit(team);
    studio.world().insert_resource(play);
    studio.show(screen);
}

fn picks(studio: &mut Studio) -> Picks {
    *studio.world().resource::<Picks>()
}

fn tab(studio: &mut Studio) -> Tab {
    studio.world().resource::<Shown>().tab
}

fn key(studio: &mut Studio, code: KeyCode) {
    let sign = match code {
        KeyCode::Enter => Key::Enter,
        KeyCode::ArrowDown => Key::ArrowDown,
        KeyCode::ArrowRight => Key::ArrowRight,
        KeyCode::Escape => Key::Escape,
        _ => Key::Character(liaison::app::focus::key_name(code).to_lowercase().into()),
    };
    studio.press(code, sign);
}

/// One story, because two programs at once would share the driver.
#[test]
fn a_round_is_read_and_a_debrief_walked_with_the_keyboard() {
    let Some(mut studio) = studio(WINDOW) else {
        return;
    };
    report(&mut studio);
    debrief(&mut studio);
}

fn report(studio: &mut Studio) {
    let table = until(1, [Policy::Sharer, Policy::Sharer], resolution(1));
    sit(studio, table, Team::North, Screen::Resolution);
    // Read once, though the button has the focus and the key: the other team's turn comes.
    key(studio, KeyCode::Enter);
    assert_eq!(studio.screen(), Screen::Curtain);
    studio.act(Action::OpenCurtain);
    assert_eq!(studio.screen(), Screen::Resolution);
    let seat = studio.world().resource::<Play>().team();
    assert_eq!(seat, Team::South);
    studio.show(Screen::Home);
}

fn debrief(studio: &mut Studio) {
    let table = until(3, [Policy::Hoarder, Policy::Cautious], over);
    sit(studio, table, Team::North, Screen::Debrief);
    assert!(
        !studio.world().resource::<Shown>().opened,
        "the teams tell it first"
    );
    key(studio, KeyCode::Digit2);
    assert_eq!(
        tab(studio),
        Tab::Knowledge,
        "no tab before the truth is open"
    );
    // Then the case's questions, and then the truth.
    key(studio, KeyCode::Enter);
    let shown = studio.world().resource::<Shown>();
    assert!(shown.asking && !shown.opened);
    key(studio, KeyCode::KeyN);
    assert_eq!(picks(studio).question, 1);
    key(studio, KeyCode::KeyO);
    assert!(studio.world().resource::<Shown>().opened);
    // The arrows walk the rows of the chart, and the item follows.
    key(studio, KeyCode::ArrowDown);
    let second = picks(studio).item;
    key(studio, KeyCode::ArrowDown);
    assert_ne!(picks(studio).item, second);
    key(studio, KeyCode::KeyA);
    assert!(studio.world().resource::<Shown>().all_items);
    key(studio, KeyCode::Digit2);
    assert_eq!((tab(studio), picks(studio).step), (Tab::Truth, 0));
    key(studio, KeyCode::ArrowDown);
    assert_eq!(picks(studio).step, 1);
    key(studio, KeyCode::Digit3);
    key(studio, KeyCode::Digit4);
    assert_eq!(tab(studio), Tab::Ratings);
    key(studio, KeyCode::Digit5);
    assert_eq!(tab(studio), Tab::Score);
    key(studio, KeyCode::Digit6);
    assert_eq!(tab(studio), Tab::Desks);
    key(studio, KeyCode::Digit7);
    key(studio, KeyCode::ArrowRight);
    assert_eq!((tab(studio), picks(studio).question), (Tab::HotWash, 1));
    key(studio, KeyCode::KeyN);
    assert_eq!(picks(studio).question, 2);
    key(studio, KeyCode::KeyP);
    assert_eq!(picks(studio).question, 1);
    key(studio, KeyCode::Digit8);
    assert_eq!(tab(studio), Tab::Learning);
    // It is kept in memory only: that is said, and nothing else happens.
    key(studio, KeyCode::KeyS);
    assert_eq!(studio.screen(), Screen::Debrief);
    key(studio, KeyCode::Escape);
    assert_eq!(studio.screen(), Screen::Home);
}

/// An exercise of simulated teams that is over, in a file of this folder.
fn file(folder: &Path, seed: u64) {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    let about = About {
        case: case.scenario.id.clone(),
        title: "First Watch".into(),
        seed,
        people: [vec!["Anan".into()], vec!["Mei".into()]],
        program: "0".into(),
        begun: 0,
        origin: None,
    };
    let path = folder.join("over.liaison");
    let journal = Journal::create(&path, &about, &case.source.files).expect("a new file");
    let policies = [Policy::Hoarder, Policy::Sharer];
    let table = play(table_of(seed, Box::new(journal)), seed, policies, over);
    assert!(over(&table));
}

#[test]
fn a_debrief_is_opened_from_home_and_taken_home_as_a_report() {
    let folder = tempfile::tempdir().expect("a folder");
    file(folder.path(), 5);
    let mut shelf = Shelf::shipped();
    shelf.folder = Some(folder.path().to_owned());
    shelf.look();
    assert_eq!(shelf.debriefs.len(), 1);
    let Ok(mut studio) = Studio::open(shelf, WINDOW) else {
        return;
    };
    studio.act(Action::Home(HomeAction::OpenDebrief(0)));
    assert_eq!(studio.screen(), Screen::Debrief);
    assert!(!studio.world().resource::<Shown>().opened);
    studio.act(Action::Debrief(DebriefAction::OpenTruth));
    for format in [Format::Html, Format::Docx, Format::Xlsx] {
        studio.act(Action::Debrief(DebriefAction::SaveReport(format)));
    }
    let page = std::fs::read_to_string(folder.path().join("over.en.html")).expect("the report");
    assert!(page.contains("Anan") && page.contains("Round 1 of 3") && page.contains("Dovan Reth"));
    assert!(page.contains("Between the services") && page.contains("Trust"));
    // Once opened it stays open, for whoever opens this exercise again.
    studio.act(Action::Go(Screen::Home));
    *studio.world().resource_mut::<Shown>() = Shown::default();
    studio.act(Action::Home(HomeAction::OpenDebrief(0)));
    assert!(studio.world().resource::<Shown>().opened);
    // The record is looked at from here, through every pair of eyes, and the debrief comes back.
    studio.act(Action::Debrief(DebriefAction::Replay));
    studio.settle();
    assert!(studio.world().get_resource::<Replay>().is_some());
    assert_eq!(studio.screen(), Screen::Briefing);
    for seen in [Seen::Both, Seen::Team(Team::South), Seen::Both] {
        studio.act(Action::Replay(ReplayAction::See(seen)));
        studio.settle();
        studio.act(Action::Replay(ReplayAction::Round(true)));
        studio.settle();
    }
    studio.act(Action::Replay(ReplayAction::Close));
    studio.settle();
    assert_eq!(studio.screen(), Screen::Debrief);
    // From HOME, where nothing is played.
    studio.act(Action::Go(Screen::Home));
    studio.act(Action::Home(HomeAction::Replay(0)));
    studio.settle();
    assert_eq!(studio.screen(), Screen::Briefing);
    studio.act(Action::Replay(ReplayAction::Close));
    studio.settle();
    assert_eq!(studio.screen(), Screen::Home);
    studio.act(Action::Home(HomeAction::OpenDebrief(0)));
    // A folder that is gone is told, and the debrief goes on.
    drop(folder);
    studio.act(Action::Debrief(DebriefAction::SaveReport(Format::Html)));
    assert_eq!(studio.screen(), Screen::Debrief);
}

/// What one thing would have made of it, from few exercises: it is a picture.
fn otherwise(entries: &[Entry]) -> Standing {
    let case = liaison::library::open("first_watch").expect("a shipped case");
    let settings = Settings {
        runs: 30,
        ..Settings::with_seed(3)
    };
    let stop = std::sync::atomic::AtomicBool::new(false);
    let known = what_if(&case.scenario, entries, &settings, &stop, |_, _| {});
    Standing::Known(Arc::new(known.expect("it is over")))
}

#[test]
fn the_report_and_the_debrief_look_as_they_were_approved() {
    let Some(studio) = studio(WINDOW) else { return };
    let mut gallery = Gallery {
        studio,
        problems: vec![],
    };
    let table = until(1, [Policy::Sharer, Policy::Sharer], resolution(1));
    sit(&mut gallery.studio, table, Team::North, Screen::Resolution);
    gallery.check("resolution");
    gallery.studio.show(Screen::Home);
    let entries = Arc::new(Mutex::new(Vec::new()));
    let record = Box::new(Arc::clone(&entries));
    let policies = [Policy::Hoarder, Policy::Cautious];
    let table = play(table_of(3, record), 3, policies, over);
    sit(&mut gallery.studio, table, Team::North, Screen::Debrief);
    gallery.check("debrief-tell");
    gallery
        .studio
        .act(Action::Debrief(DebriefAction::AskQuestions));
    gallery.check("debrief-questions");
    gallery
        .studio
        .act(Action::Debrief(DebriefAction::OpenTruth));
    let entries = entries.lock().expect("one writer").clone();
    gallery.studio.world().resource_mut::<Otherwise>().standing = otherwise(&entries);
    let names = [
        "knowledge",
        "truth",
        "theories",
        "ratings",
        "score",
        "desks",
        "hot-wash",
    ];
    for (tab, name) in Tab::ALL.into_iter().zip(names) {
        gallery.studio.act(Action::Debrief(DebriefAction::Tab(tab)));
        gallery.check(&format!("debrief-{name}"));
    }
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

/// Both at the verdict of an exercise in which the crewman's item went over as a tear-line only.
fn at_the_verdict() -> Option<Studio> {
    let mut studio = studio(WINDOW)?;
    let verdict = |t: &LocalTable| t.seat(Team::North).view.clock.phase == Phase::Verdict;
    let table = until(7, [Policy::Sharer; 2], verdict);
    sit(&mut studio, table, Team::South, Screen::Verdict);
    Some(studio)
}

#[test]
fn a_verdict_that_was_left_can_be_gone_on_with() {
    let Some(mut studio) = at_the_verdict() else {
        return;
    };
    let paused = |studio: &mut Studio| {
        let play = studio.world().resource::<Play>();
        play.seat().view.clock.paused
    };
    // As after a resume.
    studio.act(Action::Clock(Command::Pause));
    assert!(paused(&mut studio));
    key(&mut studio, KeyCode::KeyP);
    assert!(!paused(&mut studio), "the clock runs on by its key");
}

#[test]
fn a_verdict_shows_no_more_of_an_item_than_both_have_read() {
    let Some(mut studio) = at_the_verdict() else {
        return;
    };
    let play = studio.world().resource::<Play>();
    let folder = &play.seat().view.folder;
    let kept = folder.iter().find(|item| {
        item.joint
            && item.shared.iter().all(|s| s.form == Form::TearLine)
            && !item.shared.is_empty()
    });
    let kept = kept.expect("a tear-line went over").clone();
    let mut words = studio.world().query::<&Words>();
    let said: Vec<Words> = words.iter(studio.world()).cloned().collect();
    let title = kept.title.map(Words::Case).expect("an own item");
    let shown = |wanted: &Words| said.iter().any(|words| words == wanted);
    assert!(!shown(&title), "its title stays with its originator");
}
