//! The questioning room on the screen: looked at in both languages, and worked to its result by keys and clicks.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::screens::Screen;
use liaison::app::screens::room::{Drill, DrillAction, RoomAction};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::app::widgets::dialog::Dialog;
use liaison::engine::encounter::questioning::policy::{Reading, sound};
use liaison::engine::encounter::questioning::{Act, Critical, QuestionView, View};
use liaison::scenario::ids::{EvidenceId, TopicId};
use liaison::scenario::interviews::Mention;
use liaison::scenario::words::{Pressure, QuestionKind, Safeguard};

use crate::screens::Gallery;

/// A room with the first seed that brings this person; nothing where there is no driver.
fn with(name: &str, level: u8) -> Option<Gallery> {
    let studio = match Studio::open(Shelf::default(), WINDOW) {
        Ok(studio) => studio,
        Err(problem) => {
            assert!(std::env::var_os("LIAISON_SCREENS").is_none(), "{problem}");
            eprintln!("skipped: {problem}");
            return None;
        }
    };
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    gallery.studio.world().insert_resource(drill(name, level));
    gallery.studio.show(Screen::Room);
    Some(gallery)
}

fn drill(name: &str, level: u8) -> Drill {
    let mut all = (0..50).map(|seed| Drill::new(level, seed));
    all.find(|drill| drill.interview.view().name.get("en").starts_with(name))
        .expect("somebody of that name")
}

fn view(studio: &mut Studio) -> View {
    studio.world().resource::<Drill>().interview.view()
}

fn act(studio: &mut Studio, action: RoomAction) {
    studio.act(Action::Room(action));
}

fn click(studio: &mut Studio, action: RoomAction) {
    assert!(studio.click(&Action::Room(action)), "{action:?} is there");
}

fn dialogs(studio: &mut Studio) -> usize {
    let mut all = studio.world().query::<&Dialog>();
    all.iter(studio.world()).count()
}

fn keys(studio: &mut Studio, signs: &str) {
    for sign in signs.chars() {
        let code = match sign {
            '1' => KeyCode::Digit1,
            '2' => KeyCode::Digit2,
            '3' => KeyCode::Digit3,
            '4' => KeyCode::Digit4,
            '5' => KeyCode::Digit5,
            'a' => KeyCode::KeyA,
            'b' => KeyCode::KeyB,
            'c' => KeyCode::KeyC,
            'e' => KeyCode::KeyE,
            'g' => KeyCode::KeyG,
            'm' => KeyCode::KeyM,
            'n' => KeyCode::KeyN,
            'p' => KeyCode::KeyP,
            'r' => KeyCode::KeyR,
            's' => KeyCode::KeyS,
            't' => KeyCode::KeyT,
            'x' => KeyCode::KeyX,
            'y' => KeyCode::KeyY,
            other => panic!("say which key types {other}"),
        };
        studio.press(code, Key::Character(sign.to_string().into()));
    }
}

/// The first question for which this holds.
fn question(studio: &mut Studio, holds: impl Fn(&QuestionView) -> bool) -> QuestionView {
    let mut all = view(studio).questions.into_iter();
    all.find(holds).expect("such a question")
}

/// What a program that asks well would do next.
fn next(studio: &mut Studio) -> Act {
    let drill = studio.world().resource::<Drill>();
    let reading = Reading::of(&drill.interview.person());
    sound(&drill.interview.view(), &reading)
}

/// Brings the interview so far, or to where it would be closed, without the screen, for a picture of it.
fn far(studio: &mut Studio, enough: impl Fn(&View) -> bool) {
    while !enough(&view(studio)) {
        let deed = next(studio);
        if matches!(deed, Act::Close { .. }) {
            break;
        }
        let mut drill = studio.world().resource_mut::<Drill>();
        drill.interview.act(deed).expect("it can be done");
    }
    studio.settle();
}

/// As a person does it: the topic is shown before its question is asked, two are taken up before they disagree.
fn do_it(studio: &mut Studio, now: &View, deed: Act) {
    match deed {
        Act::Ask(id) => {
            let question = now.questions.iter().find(|q| q.id == id).expect("offered");
            click(studio, RoomAction::Topic(question.topic));
            click(studio, RoomAction::Do(deed));
        }
        Act::Summarise(topic) => {
            click(studio, RoomAction::Topic(topic));
            keys(studio, "s");
        }
        Act::Mark(a, b) => {
            act(studio, RoomAction::Pick(a));
            act(studio, RoomAction::Pick(b));
            keys(studio, "x");
        }
        Act::Break => keys(studio, "b"),
        Act::Close { refer } => {
            keys(studio, if refer { "r" } else { "c" });
            assert_eq!(dialogs(studio), 1, "it is asked for");
            keys(studio, "y");
        }
        Act::Give(_) => keys(studio, "g"),
        // The first that was not put is on the key.
        Act::Disclose(id) => {
            let first = now.evidence.iter().find(|e| e.shown.is_none());
            assert_eq!(first.map(|e| e.id), Some(id));
            keys(studio, "e");
        }
    }
    assert_ne!(view(studio), *now, "{deed:?} was done");
}

#[test]
fn the_room_looks_as_it_was_approved() {
    let Some(mut gallery) = with("Tam", 1) else {
        return;
    };
    gallery.check("room");
    gallery.studio.act(Action::Scale(200));
    gallery.check("room-large");
    gallery.studio.act(Action::Scale(125));
    gallery.check("room-125");
    gallery.studio.act(Action::Scale(100));
    // All but the guardian, and then what must not be: a question without one, and one that wears down.
    keys(&mut gallery.studio, "ggggg");
    let studio = &mut gallery.studio;
    keys(studio, "1g");
    far(studio, |view| view.heard.len() > 6);
    let about = |topic, kind| move |q: &QuestionView| q.topic == topic && q.kind == kind;
    let lead = question(studio, about(TopicId(1), QuestionKind::Leading));
    act(studio, RoomAction::Topic(lead.topic));
    act(studio, RoomAction::Do(Act::Ask(lead.id)));
    let heard = view(&mut gallery.studio).heard;
    let [a, b] = [2, 1].map(|n| Mention::Said(heard[heard.len() - n].id));
    act(&mut gallery.studio, RoomAction::Pick(a));
    act(&mut gallery.studio, RoomAction::Pick(b));
    gallery.check("room-asked");
    let studio = &mut gallery.studio;
    let pressed = question(studio, |q| q.pressure == Some(Pressure::Threat));
    act(studio, RoomAction::Topic(pressed.topic));
    act(studio, RoomAction::Do(Act::Ask(pressed.id)));
    act(studio, RoomAction::Do(Act::Disclose(EvidenceId(0))));
    gallery.check("room-evidence");
    gallery.studio.act(Action::Scale(200));
    gallery.check("room-asked-large");
    gallery.studio.act(Action::Scale(100));
    keys(&mut gallery.studio, "m");
    gallery.check("room-map");
    keys(&mut gallery.studio, "mp");
    gallery.check("room-people");
    gallery.studio.press(KeyCode::Escape, Key::Escape);
    keys(&mut gallery.studio, "c");
    gallery.check("room-close");
    keys(&mut gallery.studio, "y");
    gallery.check("room-result-bad");
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn what_it_came_to_looks_as_it_was_approved() {
    let Some(mut gallery) = with("Ila", 2) else {
        return;
    };
    far(&mut gallery.studio, |view| view.heard.len() > 12);
    act(&mut gallery.studio, RoomAction::Topic(TopicId(3)));
    gallery.check("room-level-2");
    let studio = &mut gallery.studio;
    far(studio, |_| false);
    let close = next(studio);
    act(studio, RoomAction::Do(close));
    gallery.check("room-result");
    gallery.studio.act(Action::Scale(200));
    gallery.check("room-result-large");
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_sound_interview_through_the_screen_gets_its_points() {
    let Some(mut gallery) = with("Bram", 2) else {
        return;
    };
    // What the same officer comes to on the machine itself.
    let mut alone = drill("Bram", 2).interview;
    let reading = Reading::of(&alone.person());
    while alone.view().verdict.is_none() {
        let deed = sound(&alone.view(), &reading);
        alone.act(deed).expect("what is offered can be done");
    }
    let studio = &mut gallery.studio;
    while view(studio).verdict.is_none() {
        let deed = next(studio);
        let now = view(studio);
        do_it(studio, &now, deed);
    }
    let now = view(studio);
    assert_eq!(now.verdict, alone.view().verdict);
    let verdict = now.verdict.expect("it is over");
    assert!(verdict.points() >= 85, "{verdict:?}");
    assert!(verdict.critical.is_empty() && !verdict.referred);
    assert!(!now.lessons.is_empty());
    // The same person once more.
    keys(studio, "a");
    let again = view(studio);
    assert_eq!((&again.name, again.minute), (&now.name, 0));
    assert!(again.transcript.is_empty() && again.lessons.is_empty());
}

#[test]
fn an_interview_is_led_with_keys() {
    let Some(mut gallery) = with("Bram", 1) else {
        return;
    };
    let studio = &mut gallery.studio;
    // The first safeguard has the focus; the rest by its key.
    studio.press(KeyCode::Enter, Key::Enter);
    assert_eq!(view(studio).safeguards[0], (Safeguard::Purpose, Some(3)));
    keys(studio, "g");
    assert!(
        view(studio)
            .safeguards
            .iter()
            .all(|(_, given)| given.is_some())
    );
    // The open question on the first topic, then on the next one.
    keys(studio, "1");
    assert_eq!(view(studio).mix.open, 1);
    keys(studio, "s");
    keys(studio, "s");
    assert_eq!(
        view(studio).topics.iter().filter(|t| t.to_sum_up).count(),
        0,
        "what was summed up once is not summed up again"
    );
    keys(studio, "t1");
    assert_eq!(view(studio).mix.open, 2);
    // The arrows walk the topics, Enter shows one.
    click(studio, RoomAction::Topic(TopicId(0)));
    for _ in 0..3 {
        studio.press(KeyCode::ArrowRight, Key::ArrowRight);
    }
    studio.press(KeyCode::Enter, Key::Enter);
    keys(studio, "12");
    assert_eq!(view(studio).mix.open, 3);
    assert_eq!(view(studio).mix.probing, 1);
    // Of the tickets he errs: his words and the roll.
    keys(studio, "e");
    assert!(view(studio).evidence[0].shown.is_some());
    let sold = |h: &&liaison::engine::encounter::questioning::Heard| {
        h.text.get("en").starts_with("Three returns")
    };
    let sold = view(studio).heard.iter().find(sold).expect("said").id;
    click(studio, RoomAction::Pick(Mention::Held(EvidenceId(0))));
    keys(studio, "x");
    assert!(view(studio).disagreements.is_empty(), "one is not two");
    act(studio, RoomAction::Pick(Mention::Said(sold)));
    keys(studio, "x");
    assert_eq!(view(studio).disagreements.len(), 1);
    // A break, the question map, and back.
    keys(studio, "bm");
    assert_eq!(view(studio).breaks, 1);
    keys(studio, "m");
    // Asked whether it is meant: no, and then yes.
    keys(studio, "cb");
    assert!(view(studio).verdict.is_none());
    keys(studio, "cy");
    let verdict = view(studio).verdict.expect("closed");
    assert!(verdict.inconsistencies.points > 0, "one of two was found");
    assert!(!verdict.referred);
    // The next one; whoever has begun is asked before it is left.
    keys(studio, "n");
    let next = view(studio);
    assert_eq!(next.minute, 0);
    keys(studio, "g");
    keys(studio, "p1");
    assert_eq!(dialogs(studio), 1);
    assert!(view(studio).minute > 0, "not yet");
    keys(studio, "y");
    assert_eq!((dialogs(studio), view(studio).minute), (0, 0));
    assert_eq!(view(studio).name.get("en"), "Bram Osk, ticket seller");
    click(studio, RoomAction::Drill(DrillAction::Level(3)));
    keys(studio, "1");
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Home);
    studio.show(Screen::Room);
    assert!(view(studio).minute > 0, "whoever comes back goes on");
}

#[test]
fn pressure_is_refused_nothing_and_stands_on_record() {
    let Some(mut gallery) = with("Tam", 1) else {
        return;
    };
    let studio = &mut gallery.studio;
    let threat = question(studio, |q| q.pressure == Some(Pressure::Threat));
    click(studio, RoomAction::Topic(threat.topic));
    click(studio, RoomAction::Do(Act::Ask(threat.id)));
    let now = view(studio);
    assert_eq!(
        now.critical,
        [Critical::Coerced(Pressure::Threat), Critical::ChildAlone]
    );
    keys(studio, "cy");
    let verdict = view(studio).verdict.expect("closed");
    assert!(verdict.points() <= 40);
    assert!(verdict.critical.contains(&Critical::NotReferred));
}
