//! The primary line on the screen: looked at in both languages, and worked to its result by keys and clicks.

use std::sync::Arc;

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::i18n::Lang;
use liaison::app::picture::Picture;
use liaison::app::screens::Screen;
use liaison::app::screens::primary::{LineAction, LineUi};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;
use liaison::drawing::identity::{self, Pose};
use liaison::engine::encounter::document::face::Face;
use liaison::engine::encounter::line::generate::traveller;
use liaison::engine::encounter::line::review::Outcome;
use liaison::engine::encounter::line::score::Score;
use liaison::engine::encounter::line::{
    Ground, Line, Observation, Quality, Referral, Traveller, Truth, View, shipped,
};
use liaison::scenario::primary_line::{Baseline, Concern, Profile, Source};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::screens::Gallery;

fn profile() -> Arc<Profile> {
    Arc::new(shipped::profile(1).expect("a shipped profile"))
}

/// The first traveller of the profile for whom this holds.
fn who(profile: &Profile, holds: impl Fn(&Traveller) -> bool) -> Traveller {
    let drawn = (0..20_000).map(|n| traveller(profile, &mut ChaCha8Rng::seed_from_u64(n)));
    let mut fitting = drawn.filter(holds);
    fitting.next().expect("there is one")
}

/// What this source shows does not fit the answer to this question, and nothing explains it.
fn open(of: &Traveller, question: usize, by: Source) -> bool {
    let record = of.record(question, by).and_then(|r| r.trouble.as_ref());
    record.is_some_and(|trouble| trouble.borne.is_none())
}

fn odd(of: &Traveller, profile: &Profile) -> bool {
    let mut seen = of.behaviours.iter().map(|n| profile.behaviours[*n].is);
    seen.any(|is| is != Baseline::Within)
}

/// A smuggled person whose ticket tells, an honest one, one whose oddity is explained, a presumed victim.
fn four() -> Line {
    let profile = profile();
    let smuggled = who(&profile, |t| {
        matches!(t.truth, Truth::Kind(_, Concern::Smuggled))
            && open(t, 0, Source::Ticket)
            && t.record(0, Source::Companion).is_some()
            && odd(t, &profile)
    });
    let honest = who(&profile, |t| {
        t.truth == Truth::Honest && t.troubles().count() == 0
    });
    let explained = who(&profile, |t| {
        t.truth == Truth::Honest && t.troubles().any(|(_, _, t)| t.borne.is_some())
    });
    let victim = who(&profile, |t| {
        matches!(t.truth, Truth::Kind(_, Concern::PresumedVictim)) && t.troubles().count() > 0
    });
    Line::with(profile, vec![smuggled, honest, explained, victim])
}

/// The counter with this line; nothing where there is no driver.
fn at_the_counter(line: Line) -> Option<Gallery> {
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
    let ui = LineUi::of(line, 1, 7);
    gallery.studio.world().insert_resource(ui);
    gallery.studio.show(Screen::Line);
    Some(gallery)
}

fn key(studio: &mut Studio, sign: char) {
    let code = match sign {
        '1' => KeyCode::Digit1,
        '2' => KeyCode::Digit2,
        '3' => KeyCode::Digit3,
        '4' => KeyCode::Digit4,
        '5' => KeyCode::Digit5,
        'a' => KeyCode::KeyA,
        'b' => KeyCode::KeyB,
        'c' => KeyCode::KeyC,
        'd' => KeyCode::KeyD,
        'k' => KeyCode::KeyK,
        'l' => KeyCode::KeyL,
        'n' => KeyCode::KeyN,
        'p' => KeyCode::KeyP,
        'r' => KeyCode::KeyR,
        's' => KeyCode::KeyS,
        't' => KeyCode::KeyT,
        'u' => KeyCode::KeyU,
        'w' => KeyCode::KeyW,
        other => panic!("say which key types {other}"),
    };
    studio.press(code, Key::Character(sign.to_string().into()));
}

fn keys(studio: &mut Studio, signs: &str) {
    for sign in signs.chars() {
        key(studio, sign);
    }
}

fn view(studio: &mut Studio) -> View {
    studio.world().resource::<LineUi>().view.clone()
}

fn click(studio: &mut Studio, action: LineAction) {
    assert!(
        studio.click(&Action::Line(action)),
        "{action:?} is in sight"
    );
}

#[test]
fn the_counter_looks_as_it_was_approved() {
    let Some(mut gallery) = at_the_counter(four()) else {
        return;
    };
    gallery.check("line");
    keys(&mut gallery.studio, "lp12");
    gallery.check("line-asked");
    keys(&mut gallery.studio, "1tuc");
    let odd = view(&mut gallery.studio).seen.into_iter().flatten();
    let odd = odd.map(|s| s.is).position(|is| is != Baseline::Within);
    let observed = Observation::Behaviour(odd.expect("something odd was seen"));
    click(&mut gallery.studio, LineAction::Observe(observed));
    click(&mut gallery.studio, LineAction::About(0));
    gallery.check("line-checked");
    gallery.studio.act(Action::Scale(200));
    gallery.check("line-large");
    gallery.studio.act(Action::Scale(100));
    keys(&mut gallery.studio, "w3");
    key(&mut gallery.studio, '4');
    gallery.check("line-refused");
    key(&mut gallery.studio, 's');
    gallery.check("line-ground");
    key(&mut gallery.studio, '1');
    keys(&mut gallery.studio, "k");
    keys(&mut gallery.studio, "lps");
    // The last ground is none.
    gallery.studio.act(Action::Line(LineAction::Refer(
        Referral::SecondLine,
        Ground::Unstated,
    )));
    keys(&mut gallery.studio, "k");
    gallery.check("line-result");
    gallery.studio.act(Action::Scale(200));
    gallery.check("line-result-large");
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// All that stands on the screen, without the places where a line may break.
fn shown(studio: &mut Studio) -> Vec<String> {
    let world = studio.world();
    let mut texts = world.query::<&Text>();
    let all = texts.iter(world).map(|text| text.0.replace('\u{200b}', ""));
    all.collect()
}

/// Every text of the profile and of these travellers in a language that is not said the same in the other.
fn words(line: &Line, lang: &str) -> Vec<String> {
    fn walk(of: &serde_json::Value, lang: &str, found: &mut Vec<String>) {
        match of {
            serde_json::Value::Object(fields) => {
                match fields.get("words").and_then(|words| words.get(lang)) {
                    Some(text) => found.extend(text.as_str().map(str::to_owned)),
                    None => fields.values().for_each(|value| walk(value, lang, found)),
                }
            }
            serde_json::Value::Array(all) => all.iter().for_each(|value| walk(value, lang, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(
        &serde_json::to_value(line).expect("it can be written"),
        lang,
        &mut found,
    );
    // What has a hole in it is looked for up to there.
    let whole = found
        .iter()
        .map(|text| text.split('{').next().unwrap_or(""));
    let whole = whole.filter(|text| text.trim().chars().count() > 7);
    whole.map(str::to_owned).collect()
}

/// On the whole way from the first look to the result, an officer who reads Thai meets no English of the
/// profile, and one who reads English no Thai.
#[test]
fn the_counter_speaks_the_language_of_whoever_looks() {
    for (lang, other) in [(Lang::Th, "en"), (Lang::En, "th")] {
        let Some(mut gallery) = at_the_counter(four()) else {
            return;
        };
        let (own, foreign) = (words(&four(), lang.tag()), words(&four(), other));
        assert!(own.len() > 100 && foreign.len() > 100);
        let studio = &mut gallery.studio;
        studio.speak(lang);
        let mut met = 0;
        // Everything is done that can be, traveller by traveller; at the end all of them are told of.
        for signs in [
            "lp", "1t", "u", "c", "2b", "ua", "3b", "s", "1", "lp5", "4d", "k", "lp1t", "2b", "u",
            "3b", "u", "k", "lp1", "2a", "3b", "r", "1",
        ] {
            for sign in signs.chars() {
                key(studio, sign);
                let shown = shown(studio);
                let has = |text: &String| shown.iter().any(|on| on.contains(text.as_str()));
                let wrong: Vec<&String> = foreign.iter().filter(|text| has(text)).collect();
                assert!(
                    wrong.is_empty(),
                    "{lang:?} after {sign} of {signs}: {wrong:?}"
                );
                met = met.max(own.iter().filter(|text| has(text)).count());
            }
        }
        assert!(view(studio).over, "{lang:?}");
        assert!(met > 20, "{lang:?}: {met} of the line's own texts in sight");
    }
}

/// The drawing of the traveller, and of the photograph once the passport was taken.
#[test]
fn the_traveller_and_the_photograph_are_seen() {
    let profile = profile();
    let lent = who(&profile, |t| {
        let matter = &t.matter;
        matter.document.photo.apart(&matter.traveller.face).len() > 2
    });
    let own = who(&profile, |t| t.truth == Truth::Honest);
    let line = Line::with(profile, vec![lent.clone(), own.clone()]);
    let Some(mut gallery) = at_the_counter(line) else {
        return;
    };
    let studio = &mut gallery.studio;
    let drawn = |studio: &mut Studio, face: &Face, pose: Pose| {
        let svg = identity::svg(face, pose);
        let world = studio.world();
        let mut all = world.query::<&Picture>();
        let all = all.iter(world);
        all.filter(|p| matches!(p, Picture::Svg(of) if **of == *svg))
            .count()
    };
    for of in [&lent, &own] {
        let (face, photo) = (&of.matter.traveller.face, &of.matter.document.photo);
        assert_eq!(
            drawn(studio, face, Pose::Counter),
            1,
            "whoever stands there"
        );
        assert_eq!(drawn(studio, photo, Pose::Photograph), 0, "not taken yet");
        key(studio, 'p');
        assert_eq!(drawn(studio, photo, Pose::Photograph), 1);
        key(studio, 'k');
        assert_eq!(drawn(studio, face, Pose::Counter), 0, "gone");
    }
    assert!(view(studio).over);
}

#[test]
fn a_line_is_worked_to_its_result_with_keys_and_clicks() {
    let Some(mut gallery) = at_the_counter(four()) else {
        return;
    };
    let studio = &mut gallery.studio;
    // Looks, takes the passport, asks how long, and holds the answer against the ticket.
    keys(studio, "lp1t");
    let now = view(studio);
    assert_eq!(now.seconds, 5 + 10 + 10 + 10);
    let ticket = now.questions[0]
        .checks
        .iter()
        .find(|c| c.by == Source::Ticket);
    assert_eq!(ticket.and_then(|c| c.fits), Some(false));
    // Puts it, and nothing bears out what is said.
    key(studio, 'u');
    let put = view(studio).questions[0]
        .checks
        .iter()
        .find_map(|c| c.put.clone());
    assert_eq!(put.expect("it was put").borne, None);
    // What was seen, the question that followed, own words.
    click(studio, LineAction::Observe(Observation::Behaviour(0)));
    click(studio, LineAction::About(0));
    key(studio, 'w');
    let note = view(studio).note.expect("a note");
    let quality = studio.world().resource::<LineUi>().view.quality(&note);
    assert_eq!(quality, Quality::Verified);
    // Four questions are one too many: the fourth is refused and costs nothing.
    keys(studio, "23");
    let before = view(studio).seconds;
    key(studio, '4');
    assert_eq!((view(studio).seconds, view(studio).left), (before, 0));
    // To second line, on the first ground that is offered.
    keys(studio, "s1");
    assert_eq!(view(studio).number, 2);
    assert_eq!(
        view(studio).seen,
        None,
        "the next one has not been looked at"
    );
    // An honest one is cleared; so is one with an explanation.
    keys(studio, "lp1");
    key(studio, 'k');
    key(studio, 'k');
    // Somebody at risk goes to protection.
    key(studio, 'p');
    click(studio, LineAction::Look);
    keys(studio, "r1");
    assert!(view(studio).over);
    let line = studio.world().resource::<LineUi>().finished().cloned();
    let line = line.expect("the line is over");
    let outcomes: Vec<Outcome> = line
        .reviews()
        .into_iter()
        .flatten()
        .map(|review| review.outcome)
        .collect();
    let wanted = [Outcome::Hit, Outcome::Passed, Outcome::Passed, Outcome::Hit];
    assert_eq!(outcomes, wanted);
    let score = Score::of(&line).expect("a score");
    assert_eq!((score.notes.verified, score.care.protected), (1, 1));
    // Another line, then home.
    key(studio, 'n');
    assert!(!view(studio).over);
    assert_eq!(view(studio).gone, 0);
    key(studio, 'l');
    // Whoever has begun is asked before the line is left.
    click(studio, LineAction::Level(2));
    assert_eq!(view(studio).gone, 5);
    key(studio, 'n');
    assert_eq!(view(studio).title.get("en"), "The evening coach");
    studio.press(KeyCode::Escape, Key::Escape);
    assert_eq!(studio.screen(), Screen::Home);
}

#[test]
fn the_officers_own_words_are_kept_on_the_card() {
    let Some(mut gallery) = at_the_counter(four()) else {
        return;
    };
    let studio = &mut gallery.studio;
    keys(studio, "l");
    // Forward to the field: the last stop before the button that writes.
    for _ in 0..40 {
        studio.press(KeyCode::Tab, Key::Tab);
        key(studio, 'a');
        if studio.world().resource::<LineUi>().draft().text == "a" {
            break;
        }
    }
    keys(studio, "k");
    let ui = studio.world().resource::<LineUi>();
    assert_eq!(ui.draft().text, "ak", "letters are letters in a field");
    assert_eq!(view(studio).number, 1);
    studio.press(KeyCode::Tab, Key::Tab);
    keys(studio, "w");
    assert_eq!(view(studio).note.map(|n| n.text), Some("ak".to_owned()));
    let ui = studio.world().resource::<LineUi>();
    assert_eq!(ui.draft().text, "ak", "they stay on the card");
}
