//! The document bench on the screen: under each light, with the magnifier, and worked by keys and pointer.

use bevy::input::keyboard::Key;
use bevy::prelude::*;
use liaison::app::action::Action;
use liaison::app::screens::Screen;
use liaison::app::screens::bench::{BenchAction, BenchUi, ZOOMS};
use liaison::app::shelf::Shelf;
use liaison::app::shot::Studio;
use liaison::engine::encounter::document::face::Trait;
use liaison::engine::encounter::document::fraud::{Effort, Finding, Fraud};
use liaison::engine::encounter::document::generate::drill;
use liaison::engine::encounter::document::issuer::{Kind, Light};
use liaison::engine::encounter::document::{Fact, Field};

use crate::screens::Gallery;

/// The bench with the first document on which this was done; nothing where there is no driver.
fn at_the_bench(level: u8, wanted: impl Fn(Option<Fraud>) -> bool) -> Option<Gallery> {
    let studio = match Studio::open(Shelf::default(), (1366, 768)) {
        Ok(studio) => studio,
        Err(problem) => {
            assert!(
                std::env::var_os("LIAISON_SCREENS").is_none_or(|w| w != "required"),
                "{problem}"
            );
            eprintln!("skipped: {problem}");
            return None;
        }
    };
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    let fits = |seed: &u64| {
        let example = drill(level, *seed);
        example.matter.document.kind == Kind::Passport && wanted(example.fraud)
    };
    let seed = (0..10_000).find(fits)?;
    let world = gallery.studio.world();
    world.insert_resource(BenchUi::new(level, seed));
    gallery.studio.show(Screen::Bench);
    Some(gallery)
}

fn on(action: BenchAction) -> Action {
    Action::Bench(action)
}

fn key(studio: &mut Studio, code: KeyCode, sign: &str) {
    studio.press(code, Key::Character(sign.into()));
}

#[test]
fn the_bench_under_each_light_at_three_zooms() {
    let altered = |fraud| fraud == Some(Fraud::Altered(Field::Birth, Effort::Zone));
    let Some(mut gallery) = at_the_bench(2, altered) else {
        return;
    };
    gallery.check("bench");
    gallery.studio.act(Action::Scale(200));
    gallery.check("bench-large");
    gallery.studio.act(Action::Scale(100));
    key(&mut gallery.studio, KeyCode::KeyB, "b");
    let birth = Fact::Page(Field::Birth);
    gallery.studio.act(on(BenchAction::Pick(birth)));
    let lights = [
        (Light::Magnified, "white"),
        (Light::Oblique, "oblique"),
        (Light::Transmitted, "transmitted"),
        (Light::Ultraviolet, "ultraviolet"),
    ];
    for (light, name) in lights {
        gallery.studio.act(on(BenchAction::Light(light)));
        for zoom in ZOOMS {
            gallery.studio.act(on(BenchAction::Zoom(zoom)));
            gallery.check(&format!("bench-{name}-{zoom}"));
        }
    }
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn a_document_is_examined_with_keys_and_found_out() {
    let altered = |fraud| fraud == Some(Fraud::Altered(Field::Birth, Effort::Zone));
    let Some(mut gallery) = at_the_bench(2, altered) else {
        return;
    };
    let studio = &mut gallery.studio;
    let ui = |studio: &mut Studio| studio.world().resource::<BenchUi>().bench.clone();
    for (code, sign) in [
        (KeyCode::Digit4, "4"),
        (KeyCode::KeyB, "b"),
        (KeyCode::KeyL, "l"),
        (KeyCode::KeyE, "e"),
        (KeyCode::KeyI, "i"),
    ] {
        key(studio, code, sign);
    }
    // A look, the specimen book, three registers.
    assert_eq!(ui(studio).minutes, 1 + 1 + 3 * 3);
    // Fine print takes the magnifier: the lamp alone is no look.
    studio.act(on(BenchAction::Light(Light::Magnified)));
    assert_eq!(ui(studio).minutes, 11);
    studio.act(on(BenchAction::Zoom(3)));
    assert!(ui(studio).lights.contains(&Light::Magnified));
    studio.act(on(BenchAction::Zoom(1)));
    assert_eq!(ui(studio).minutes, 12);
    let (zone, digit) = {
        use liaison::engine::encounter::document::zone::Checked;
        (Fact::Zone(Field::Birth), Fact::Digit(Checked::Birth))
    };
    assert!(
        studio.click(&on(BenchAction::Pick(zone))),
        "it can be pointed at"
    );
    assert!(
        studio.click(&on(BenchAction::Pick(digit))),
        "so can its digit"
    );
    key(studio, KeyCode::KeyC, "c");
    assert_eq!(ui(studio).confirmed.len(), 1);
    assert!(studio.click(&on(BenchAction::Say(Finding::Forged))));
    gallery.check("bench-shown");
    let studio = &mut gallery.studio;
    key(studio, KeyCode::KeyR, "r");
    let verdict = ui(studio).verdict.expect("given");
    assert_eq!(
        (verdict.said, verdict.truth),
        (Finding::Forged, Finding::Forged)
    );
    assert_eq!(verdict.points(), 100);
    gallery.check("bench-verdict");
    let studio = &mut gallery.studio;
    key(studio, KeyCode::KeyN, "n");
    assert!(ui(studio).verdict.is_none(), "the next lies there");
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn an_impostor_is_told_by_a_part_of_the_face() {
    let Some(mut gallery) = at_the_bench(2, |f| matches!(f, Some(Fraud::Impostor(_)))) else {
        return;
    };
    let studio = &mut gallery.studio;
    key(studio, KeyCode::KeyF, "f");
    gallery.check("bench-faces");
    let studio = &mut gallery.studio;
    let bench = studio.world().resource::<BenchUi>().bench.clone();
    let matter = &bench.matter;
    let apart = matter.document.photo.apart(&matter.traveller.face);
    let own: Trait = apart[0];
    assert!(studio.click(&on(BenchAction::Trait(own))));
    key(studio, KeyCode::KeyC, "c");
    let bench = studio.world().resource::<BenchUi>().bench.clone();
    assert_eq!(bench.confirmed.len(), 1);
    let problems = &gallery.problems;
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
