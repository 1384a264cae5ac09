//! The first screens worked with a keyboard and with a mouse, without a window.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use bevy::text::EditableText;
use liaison::app::action::Action;
use liaison::app::i18n::{Lang, Language};
use liaison::app::screens::Screen;
use liaison::app::screens::library::Picked;
use liaison::app::screens::seats::SeatsAction;
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::widgets::dialog::Dialog;

fn studio() -> Option<Studio> {
    Studio::open(Shelf::shipped(), WINDOW)
        .map_err(|problem| eprintln!("skipped: {problem}"))
        .ok()
}

fn dialogs(studio: &mut Studio) -> usize {
    let mut all = studio.world().query::<&Dialog>();
    all.iter(studio.world()).count()
}

fn typed(studio: &mut Studio) -> Vec<String> {
    let mut all = studio.world().query::<&EditableText>();
    all.iter(studio.world())
        .map(|field| field.value().to_string())
        .collect()
}

/// One story: two programs at once would share the driver and tell nothing more.
#[test]
fn the_way_to_the_briefing_needs_no_mouse_and_no_keyboard() {
    let Some(mut studio) = studio() else { return };
    by_keyboard(&mut studio);
    studio.show(Screen::Home);
    by_mouse(&mut studio);
}

fn by_keyboard(studio: &mut Studio) {
    // The first entry has the focus; Enter uses it.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Library);
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Home);
    // Arrows walk the menu: a table to host, one to join, what can be practised.
    for (steps, screen) in [(1, Screen::Library), (2, Screen::Join)] {
        for _ in 0..steps {
            studio.press(KeyCode::ArrowDown, Key::ArrowDown);
        }
        studio.press(KeyCode::Enter, Key::Enter);
        assert_eq!(studio.screen(), screen);
        studio.press(KeyCode::Escape, Key::Escape);
        assert_eq!(studio.screen(), Screen::Home);
    }
    studio.press(KeyCode::KeyD, Key::Character("d".into()));
    assert_eq!(dialogs(studio), 1, "what can be practised");
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!((dialogs(studio), studio.screen()), (0, Screen::Bench));
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Home);
    // The other drills are below it.
    for (steps, screen) in [(1, Screen::Line), (2, Screen::Room)] {
        studio.press(KeyCode::KeyD, Key::Character("d".into()));
        for _ in 0..steps {
            studio.press(KeyCode::ArrowDown, Key::ArrowDown);
        }
        studio.press(KeyCode::Enter, Key::Enter);
        assert_eq!((dialogs(studio), studio.screen()), (0, screen));
        studio.press(KeyCode::Escape, Key::Escape);
        assert_eq!(studio.screen(), Screen::Home);
    }
    for _ in 0..5 {
        studio.press(KeyCode::ArrowDown, Key::ArrowDown);
    }
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Settings);
    studio.press(KeyCode::Escape, Key::Escape);
    // A key from anywhere.
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    assert_eq!(studio.screen(), Screen::Library);
    // The keys of the screen; the dialog keeps the keyboard to itself.
    studio.press(KeyCode::Slash, Key::Character("?".into()));
    assert_eq!(dialogs(studio), 1);
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    assert_eq!(studio.screen(), Screen::Library);
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!((dialogs(studio), studio.screen()), (0, Screen::Library));
    // The arrows pick a case, and walk on from there.
    for picked in [1, 0] {
        studio.press(KeyCode::ArrowDown, Key::ArrowDown);
        assert_eq!(studio.world().resource::<Picked>().0, picked);
    }
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    assert_eq!(studio.screen(), Screen::Seats);
    // In a field letters are letters.
    studio.press(KeyCode::KeyP, Key::Character("p".into()));
    studio.press(KeyCode::KeyM, Key::Character("M".into()));
    assert_eq!(studio.screen(), Screen::Seats);
    assert!(
        typed(studio).contains(&"pM".to_owned()),
        "{:?}",
        typed(studio)
    );
    // Enter goes on to the other service's names, and from there it begins.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Seats);
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Curtain);
    // Pressing is not holding.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Curtain);
    studio.hold(KeyCode::Enter, 300, |studio| {
        studio.screen() != Screen::Curtain
    });
    assert_eq!(studio.screen(), Screen::Briefing);
    // Read by one: the other's turn, behind the curtain.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(studio.screen(), Screen::Curtain);
}

fn by_mouse(studio: &mut Studio) {
    assert!(studio.click(&Action::Go(Screen::Settings)));
    assert_eq!(studio.screen(), Screen::Settings);
    assert!(studio.click(&Action::Speak(Lang::Th)));
    assert_eq!(studio.world().resource::<Language>().0, Lang::Th);
    assert!(studio.click(&Action::Scale(150)));
    assert_eq!(studio.world().resource::<UiScale>().0, 1.5);
    assert!(studio.click(&Action::Scale(100)));
    assert!(studio.click(&Action::Speak(Lang::En)));
    assert!(studio.click(&Action::Go(Screen::Home)));
    assert!(studio.click(&Action::Go(Screen::Library)));
    assert!(studio.click(&Action::Go(Screen::Seats)));
    assert!(studio.click(&Action::Seats(SeatsAction::Begin)));
    assert_eq!(studio.screen(), Screen::Curtain);
}
