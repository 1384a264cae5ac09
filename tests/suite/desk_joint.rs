//! The link chart, the joint board's links and decisions through the whole program, played on *The Night
//! Bus*: a link is drawn, posted, challenged; an inject asks for a decision; and what each looks like.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::desk::chart::{ChartAction, Pick};
use liaison::app::screens::desk::{DeskAction, DeskTab};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::widgets::dialog::Dialog;
use liaison::engine::Command;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{InjectId, OptionId, Team};
use liaison::scenario::model::Link;
use liaison::scenario::words::{LinkKind, LinkStatus};
use liaison::session::{LocalTable, Memory, Session};
use liaison::view::{LineWhat, TeamView};

use crate::screens::Gallery;
use crate::support::{shipped, subject};

/// A case in the first planning with both theories on record, North at the desk, the clock stopped.
pub(crate) fn at_the_desk(id: &str) -> Option<(Gallery, std::sync::Arc<Scenario>)> {
    let case = shipped().into_iter().find(|case| case.scenario.id == id)?;
    let studio = Studio::open(Shelf::default(), WINDOW);
    let mut studio = match studio {
        Ok(studio) => studio,
        Err(problem) => {
            assert!(std::env::var_os("LIAISON_SCREENS").is_none(), "{problem}");
            eprintln!("skipped: {problem}");
            return None;
        }
    };
    let scenario = case.scenario;
    let session = Session::create(scenario.clone(), 7, Box::new(Memory));
    let mut play = Play::new(LocalTable::open(session)?, [Vec::new(), Vec::new()]);
    let blank = crate::support::blank(&scenario);
    for command in [
        Command::Acknowledge,
        Command::RecordTheory { theory: blank },
    ] {
        for team in [Team::South, Team::North] {
            play.sit(team);
            play.send(command.clone());
        }
    }
    play.send_clock(Command::Pause);
    studio.world().insert_resource(play);
    studio.show(Screen::Desk);
    let problems = Vec::new();
    Some((Gallery { studio, problems }, scenario))
}

pub(crate) fn view(studio: &mut Studio) -> &TeamView {
    &studio.world().resource::<Play>().seat().view
}

pub(crate) fn dialogs(studio: &mut Studio) -> usize {
    let mut all = studio.world().query::<&Dialog>();
    all.iter(studio.world()).count()
}

pub(crate) fn sit(studio: &mut Studio, team: Team) {
    studio.act(Action::DismissNotice);
    studio.world().resource_mut::<Play>().sit(team);
    studio.settle();
}

/// To the next planning, with nothing done.
pub(crate) fn next_round(studio: &mut Studio) {
    let mut play = studio.world().resource_mut::<Play>();
    play.send_clock(Command::Resume);
    for command in [Command::SetReady { ready: true }, Command::Acknowledge] {
        for team in Team::BOTH {
            play.sit(team);
            play.send(command.clone());
        }
    }
    play.send_clock(Command::Pause);
}

fn letter(studio: &mut Studio, key: KeyCode, sign: &str) {
    studio.press(key, Key::Character(sign.into()));
}

fn on(action: ChartAction) -> Action {
    Action::Chart(action)
}

fn status(studio: &mut Studio, link: Link) -> Option<LinkStatus> {
    let links = &view(studio).chart.links;
    links.iter().find(|l| l.link == link).map(|l| l.status)
}

#[test]
fn links_are_drawn_posted_and_doubted() {
    let Some((mut gallery, case)) = at_the_desk("the_night_bus") else {
        return;
    };
    let studio = &mut gallery.studio;
    letter(studio, KeyCode::Digit2, "2");
    gallery.check("chart");
    let studio = &mut gallery.studio;
    let drives = Link::new(
        subject(&case, "winai"),
        subject(&case, "coach"),
        LinkKind::Drives,
    );
    assert!(studio.click(&on(ChartAction::Pick(Pick::Link(drives)))));
    gallery.check("chart-link");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(ChartAction::Post(drives))));
    assert_eq!(dialogs(studio), 1);
    gallery.check("chart-post");
    let studio = &mut gallery.studio;
    // The hold button has the focus.
    studio.hold(KeyCode::Enter, 120, |_| false);
    assert_eq!(view(studio).board.len(), 1, "it stands on the board");
    assert_eq!(dialogs(studio), 0);
    drawn(&mut gallery, &case);
    doubted(&mut gallery, drives);
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}

fn drawn(gallery: &mut Gallery, case: &Scenario) {
    let studio = &mut gallery.studio;
    let (dao, niri) = (subject(case, "dao"), subject(case, "niri"));
    studio.act(on(ChartAction::Pick(Pick::Node(dao))));
    gallery.check("chart-node");
    let studio = &mut gallery.studio;
    letter(studio, KeyCode::KeyD, "d");
    assert_eq!(dialogs(studio), 1);
    assert!(studio.click(&on(ChartAction::ClaimTo(niri))));
    assert!(studio.click(&on(ChartAction::ClaimKind(LinkKind::MeetsWith, false))));
    gallery.check("chart-claim");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(ChartAction::Draw)));
    assert_eq!(dialogs(studio), 0);
    let link = Link::new(dao, niri, LinkKind::MeetsWith);
    assert_eq!(status(studio, link), Some(LinkStatus::OneSource));
    // A node that is dragged stays where it was put.
    studio.act(on(ChartAction::NoPick));
}

fn doubted(gallery: &mut Gallery, link: Link) {
    let studio = &mut gallery.studio;
    sit(studio, Team::South);
    letter(studio, KeyCode::Digit3, "3");
    assert!(studio.click(&on(ChartAction::Challenge(link))));
    assert_eq!(dialogs(studio), 1);
    for sign in ["W", "h", "o", " ", "s", "a", "w", " ", "h", "i", "m"] {
        let key = if sign == " " {
            KeyCode::Space
        } else {
            KeyCode::KeyX
        };
        studio.press(key, Key::Character(sign.into()));
    }
    gallery.check("chart-challenge");
    let studio = &mut gallery.studio;
    assert!(studio.click(&on(ChartAction::SendChallenge)));
    assert_eq!(dialogs(studio), 0);
    studio.act(Action::DismissNotice);
    gallery.check("board-links");
    let studio = &mut gallery.studio;
    sit(studio, Team::North);
    assert_eq!(status(studio, link), Some(LinkStatus::Contested));
    studio.act(Action::Desk(DeskAction::Tab(DeskTab::Chart)));
}

#[test]
fn an_inject_asks_and_a_team_decides() {
    let Some((mut gallery, case)) = at_the_desk("the_night_bus") else {
        return;
    };
    let asks = case.injects.iter().position(|i| i.decision.is_some());
    let inject = InjectId(u16::try_from(asks.expect("a decision")).expect("few"));
    let team = case.injects[inject.index()].to[0];
    let studio = &mut gallery.studio;
    let fired = studio
        .world()
        .resource_mut::<Play>()
        .send_clock(Command::FireInject { inject });
    assert_eq!(fired, liaison::app::far::Said::Done);
    sit(studio, team);
    gallery.check("decision-line");
    let studio = &mut gallery.studio;
    // Whoever would be ready is told of it.
    letter(studio, KeyCode::KeyR, "r");
    assert_eq!(dialogs(studio), 1);
    gallery.check("ready-undecided");
    let studio = &mut gallery.studio;
    studio.press(KeyCode::Escape, Key::Escape);
    // What waits first has the key.
    letter(studio, KeyCode::KeyA, "a");
    assert_eq!(dialogs(studio), 1);
    assert!(studio.click(&Action::Desk(DeskAction::Choose(OptionId(1)))));
    gallery.check("decision");
    let studio = &mut gallery.studio;
    // Enter is held on the option, where the focus is.
    studio.hold(KeyCode::Enter, 120, |_| false);
    assert_eq!(dialogs(studio), 0);
    let chosen = view(studio).line.iter().find_map(|l| match &l.what {
        LineWhat::Inject { decision, .. } => decision.as_ref().and_then(|d| d.chosen),
        _ => None,
    });
    assert_eq!(chosen, Some(OptionId(1)));
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
