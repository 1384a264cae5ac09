//! What a team does at its desk, with the keyboard and with the mouse.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui::UiGlobalTransform;
use liaison::app::action::Action;
use liaison::app::client::Play;
use liaison::app::screens::Screen;
use liaison::app::screens::desk::{DeskAction, DeskUi};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::widgets::dialog::Dialog;
use liaison::engine::Command;
use liaison::scenario::Scenario;
use liaison::scenario::ids::{OfficerId, TaskId, Team};
use liaison::session::{LocalTable, Memory, Session};
use liaison::view::{LineWhat, TeamView};

use crate::support::{officer, shipped, task};

/// First Watch in the first planning, South at the desk; nothing where there is no driver.
fn at_the_desk() -> Option<(Studio, std::sync::Arc<Scenario>)> {
    let case = shipped()
        .into_iter()
        .find(|case| case.scenario.id == "first_watch")?;
    let mut studio = Studio::open(Shelf::default(), WINDOW)
        .map_err(|problem| eprintln!("skipped: {problem}"))
        .ok()?;
    let session = Session::create(case.scenario.clone(), 7, Box::new(Memory));
    let mut play = Play::new(LocalTable::open(session)?, [Vec::new(), Vec::new()]);
    for team in Team::BOTH {
        play.sit(team);
        play.send(Command::Acknowledge);
    }
    studio.world().insert_resource(play);
    studio.show(Screen::Desk);
    Some((studio, case.scenario))
}

fn view(studio: &mut Studio) -> &TeamView {
    &studio.world().resource::<Play>().seat().view
}

fn dialogs(studio: &mut Studio) -> usize {
    let mut all = studio.world().query::<&Dialog>();
    all.iter(studio.world()).count()
}

fn given(studio: &mut Studio, to: OfficerId) -> Option<TaskId> {
    let officers = &view(studio).officers;
    officers
        .iter()
        .find(|officer| officer.id == to)
        .and_then(|officer| officer.task)
}

fn letter(studio: &mut Studio, key: KeyCode, sign: &str) {
    studio.press(key, Key::Character(sign.into()));
}

/// Where the control with this action is.
fn place_of(studio: &mut Studio, action: Action) -> Vec2 {
    let mut all = studio
        .world()
        .query::<(&Action, &UiGlobalTransform, &ComputedNode)>();
    let (_, place, node) = all
        .iter(studio.world())
        .find(|(own, ..)| **own == action)
        .expect("a control");
    place.translation * node.inverse_scale_factor
}

/// One story: each program takes its time to open.
#[test]
fn a_team_plans_at_its_desk() {
    let Some((mut studio, case)) = at_the_desk() else {
        return;
    };
    tasks_by_keyboard(&mut studio, &case);
    a_message_by_keyboard(&mut studio);
    the_map_by_mouse(&mut studio, &case);
    ready(&mut studio, &case);
}

fn tasks_by_keyboard(studio: &mut Studio, case: &Scenario) {
    let (tamra, ivo) = (officer(case, "tamra"), officer(case, "ivo"));
    letter(studio, KeyCode::KeyT, "t");
    assert_eq!(dialogs(studio), 1);
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(given(studio, tamra), Some(task(case, "s_deck")));
    assert_eq!(dialogs(studio), 0, "what is decided is put away");
    // The next one without a task, and the first that nobody has.
    letter(studio, KeyCode::KeyT, "t");
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(given(studio, ivo), Some(task(case, "s_camera")));
    // Everybody has one: the key changes the first, and calls back.
    letter(studio, KeyCode::KeyT, "t");
    assert!(studio.click(&Action::Command(Command::ClearTask { officer: tamra })));
    assert_eq!((given(studio, tamra), dialogs(studio)), (None, 0));
}

fn a_message_by_keyboard(studio: &mut Studio) {
    letter(studio, KeyCode::KeyM, "m");
    letter(studio, KeyCode::KeyH, "H");
    letter(studio, KeyCode::KeyT, "t");
    assert_eq!(dialogs(studio), 0, "in the field letters are letters");
    studio.world().resource_mut::<Play>().advance(20_000);
    studio.settle();
    let mut fields = studio.world().query::<&EditableText>();
    let written: Vec<String> = fields
        .iter(studio.world())
        .map(|field| field.value().to_string())
        .collect();
    assert!(written.contains(&"Ht".to_owned()), "{written:?}");
    studio.press(KeyCode::Enter, Key::Enter);
    let line = &view(studio).line;
    let sent = line.iter().any(
        |entry| matches!(&entry.what, LineWhat::Message { from: Team::South, text } if &**text == "Ht"),
    );
    assert!(sent, "{line:?}");
    studio.press(KeyCode::Escape, Key::Escape);
}

fn the_map_by_mouse(studio: &mut Studio, case: &Scenario) {
    let pier = case.task(task(case, "s_deck")).place;
    let spot = Action::Desk(DeskAction::Place(pier));
    assert!(studio.click(&spot));
    assert_eq!(studio.world().resource::<DeskUi>().place, Some(pier));
    let middle = Vec2::new(560.0, 400.0);
    // At the whole map there is nothing to move to.
    let before = place_of(studio, spot.clone());
    studio.drag(middle, middle + Vec2::new(60.0, 30.0));
    assert!(place_of(studio, spot.clone()).distance(before) < 1.0);
    studio.roll(before, 1.0);
    studio.roll(before, 1.0);
    let near = place_of(studio, spot.clone());
    assert!(
        near.distance(before) < 2.0,
        "what is pointed at stays: {near} {before}"
    );
    studio.drag(middle, middle + Vec2::new(60.0, 30.0));
    let moved = place_of(studio, spot.clone()) - near;
    assert!(moved.distance(Vec2::new(60.0, 30.0)) < 2.0, "{moved}");
    assert_eq!(
        studio.world().resource::<DeskUi>().place,
        Some(pier),
        "to drag is not to press"
    );
    letter(studio, KeyCode::Digit0, "0");
    assert!(place_of(studio, spot.clone()).distance(before) < 1.0);
    // The place's own task, and who goes.
    let deck = task(case, "s_deck");
    assert!(studio.click(&Action::Desk(DeskAction::Officers(deck))));
    let tamra = officer(case, "tamra");
    assert!(studio.click(&Action::Command(Command::AssignTask {
        officer: tamra,
        task: deck
    })));
    assert_eq!((given(studio, tamra), dialogs(studio)), (Some(deck), 0));
    studio.drag(middle, middle);
    assert_eq!(studio.world().resource::<DeskUi>().place, None);
}

fn ready(studio: &mut Studio, case: &Scenario) {
    let ivo = officer(case, "ivo");
    studio.act(Action::Command(Command::ClearTask { officer: ivo }));
    letter(studio, KeyCode::KeyR, "r");
    assert_eq!((dialogs(studio), view(studio).clock.ready), (1, false));
    // The offer to give a task takes the question's place.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(dialogs(studio), 1);
    studio.press(KeyCode::Escape, Key::Escape);
    letter(studio, KeyCode::KeyR, "r");
    assert!(studio.click(&Action::Command(Command::SetReady { ready: true })));
    assert_eq!(studio.screen(), Screen::Curtain);
    assert_eq!(*studio.world().resource::<DeskUi>(), DeskUi::default());
}
