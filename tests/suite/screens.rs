//! Pictures of every screen in every language, compared with the ones that a person has looked at.
//!
//! `UPDATE_GOLDEN=1` writes them anew. A picture that differs is written to `target/screens/`.

use std::path::{Path, PathBuf};

use liaison::app::action::Action;
use liaison::app::client::Curtain;
use liaison::app::i18n::Lang;
use liaison::app::screens::Screen;
use liaison::app::shelf::{Debriefed, LeftOff, Shelf};
use liaison::app::shot::Studio;
use liaison::app::theme::measure::WINDOW;

/// A channel may differ by so much, and so many pixels by more: drivers round differently.
const TOLERANCE: u8 = 24;
const PIXELS: usize = 300;

pub(crate) struct Gallery {
    pub(crate) studio: Studio,
    pub(crate) problems: Vec<String>,
}

impl Gallery {
    /// Compares what is shown with `tests/golden/<lang>/<name>.png`, in every language.
    pub(crate) fn check(&mut self, name: &str) {
        for lang in Lang::ALL {
            self.studio.speak(lang);
            let Some(shot) = self.studio.shoot() else {
                self.problems.push(format!("{name}: no picture came"));
                continue;
            };
            let file = format!("{}/{name}.png", lang.tag());
            let golden = root().join("tests/golden").join(&file);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                shot.write(&golden)
                    .expect("the golden picture can be written");
                continue;
            }
            let same = liaison::app::shot::Shot::read(&golden)
                .map(|golden| golden.differing(&shot, TOLERANCE));
            if same.is_none_or(|differing| differing > PIXELS) {
                let actual = target().join(&file);
                shot.write(&actual).expect("the picture can be written");
                let how = same.map_or("there is no golden picture".to_owned(), |n| {
                    format!("{n} pixels differ")
                });
                self.problems
                    .push(format!("{file}: {how}; it is now {}", actual.display()));
            }
        }
        self.studio.speak(Lang::En);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or(root().join("target"), PathBuf::from)
        .join("screens")
}

/// An exercise to go on with, and two to look back at.
fn left_something(studio: &mut Studio) {
    let mut shelf = studio.world().resource_mut::<Shelf>();
    let scenario = shelf.cases[0].scenario.clone();
    let path = PathBuf::from("left.liaison");
    let people = [vec!["Anan".to_owned()], vec!["Mei".to_owned()]];
    let debriefed = |days_ago, score| Debriefed {
        path: path.clone(),
        title: scenario.title.clone(),
        days_ago,
        score,
    };
    shelf.debriefs = vec![debriefed(1, 82), debriefed(3, 47)];
    shelf.left_off = Some(LeftOff {
        path,
        scenario,
        round: 2,
        people,
    });
    studio.settle();
}

#[test]
fn every_screen_looks_as_it_was_approved() {
    let studio = match Studio::open(Shelf::shipped(), WINDOW) {
        Ok(studio) => studio,
        Err(problem) => {
            assert!(std::env::var_os("LIAISON_SCREENS").is_none(), "{problem}");
            eprintln!("skipped: {problem}");
            return;
        }
    };
    let mut gallery = Gallery {
        studio,
        problems: Vec::new(),
    };
    gallery.check("home-new");
    left_something(&mut gallery.studio);
    gallery.check("home");
    gallery.studio.act(Action::Scale(200));
    gallery.check("home-large");
    gallery.studio.show(Screen::Library);
    gallery.check("library-large");
    gallery.studio.show(Screen::Seats);
    gallery.check("seats-large");
    gallery.studio.act(Action::Scale(100));
    gallery.studio.show(Screen::Library);
    gallery.check("library");
    gallery.studio.show(Screen::Settings);
    gallery.check("settings");
    gallery.studio.act(Action::Contrast(true));
    gallery.check("settings-contrast");
    gallery.studio.act(Action::Contrast(false));
    gallery.studio.act(Action::Help);
    gallery.check("help");
    gallery.studio.act(Action::CloseDialog);
    gallery.studio.show(Screen::Seats);
    gallery.check("seats");
    gallery.studio.act(Action::Seats(
        liaison::app::screens::seats::SeatsAction::Begin,
    ));
    assert_eq!(gallery.studio.screen(), Screen::Curtain);
    gallery.check("curtain");
    // The same, when the other team has used its half of the planning.
    let mut half = *gallery.studio.world().resource::<Curtain>();
    half.half = true;
    gallery.studio.show(Screen::Briefing);
    gallery.studio.world().insert_resource(half);
    gallery.studio.show(Screen::Curtain);
    gallery.check("curtain-half");
    gallery.studio.act(Action::OpenCurtain);
    assert_eq!(gallery.studio.screen(), Screen::Briefing);
    gallery.check("briefing");
    assert!(
        gallery.problems.is_empty(),
        "{}",
        gallery.problems.join("\n")
    );
}
