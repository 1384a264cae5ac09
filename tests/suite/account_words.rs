//! The account and the report in every language of the program.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use liaison::bots::{Policy, Simulated};
use liaison::engine::Event;
use liaison::language::Lang;
use liaison::library::LoadedCase;
use liaison::report::{Account, Occasion, Sentence, after_action, html};
use liaison::scenario::ids::Team::{self, North};
use liaison::session::{Entry, Session, play_out};

use crate::support::shipped;

struct Played {
    entries: Vec<Entry>,
}

fn played(case: &LoadedCase, policy: Policy, seed: u64) -> Played {
    let kept = Arc::new(Mutex::new(Vec::<Entry>::new()));
    let session = Session::create(
        Arc::clone(&case.scenario),
        seed,
        Box::new(Arc::clone(&kept)),
    );
    let mut teams = Team::BOTH.map(|team| Simulated::new(policy, team, seed));
    play_out(session, &mut teams).expect("two seats");
    let entries = kept.lock().expect("one writer").clone();
    Played { entries }
}

fn told(case: &LoadedCase, entries: &[Entry], lang: &str) -> Vec<Sentence> {
    let mut account = Account::new(Arc::clone(&case.scenario), lang);
    entries.iter().flat_map(|e| account.tell(e)).collect()
}

fn page(case: &LoadedCase, played: &Played, lang: &str) -> String {
    let occasion = Occasion {
        seed: 1,
        people: [vec![], vec![]],
        program: "0".to_owned(),
        begun: 0,
    };
    let of = after_action(&case.scenario, occasion, &played.entries, None).expect("it is over");
    html(&of, Lang::of(lang)).expect("a page")
}

fn latin(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    words.filter(|word| !word.is_empty())
}

/// The Latin words of the case's Thai, the letters of item numbers, and what the teams wrote.
fn foreign(case: &LoadedCase, entries: &[Entry]) -> BTreeSet<String> {
    let mut words: BTreeSet<String> = ["N", "S"].map(str::to_owned).into();
    // Names that the program's own Thai writes so: of authors, and the letters of ratings.
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/locales/th");
    for file in std::fs::read_dir(folder).expect("the locales").flatten() {
        let text = std::fs::read_to_string(file.path()).expect("text");
        let values = text.lines().filter_map(|line| line.split_once(" = "));
        let said = values.flat_map(|(_, value)| value.split(['{', '}']).step_by(2));
        words.extend(said.flat_map(latin).map(str::to_owned));
    }
    for (path, bytes) in &case.source.files {
        if path.starts_with("lang/th") {
            let text = std::str::from_utf8(bytes).expect("text");
            let values = text.lines().filter_map(|line| line.split_once("\": "));
            let values = values.flat_map(|(_, value)| latin(value));
            words.extend(values.map(str::to_owned));
        }
    }
    for event in entries.iter().flat_map(|e| &e.events) {
        let own = match event {
            Event::ItemShared { note, .. } => note.as_ref(),
            Event::Requested { text, .. } => text.as_ref(),
            Event::MessageSent { text, .. } | Event::LinkChallenged { text, .. } => Some(text),
            _ => None,
        };
        words.extend(
            own.into_iter()
                .flat_map(|text| latin(text))
                .map(str::to_owned),
        );
    }
    words
}

/// What a reader of the page reads.
fn without_tags(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    let mut out = String::new();
    let mut inside = false;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
        if c == '>' {
            out.push(' ');
        }
    }
    out
}

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

#[test]
fn exercises_are_told_in_thai_with_no_word_of_another_language() {
    let cases = shipped();
    assert!(cases.len() >= 2, "First Watch and The Night Bus");
    for case in &cases {
        for (policy, seed) in [
            (Policy::Sharer, 1),
            (Policy::Hoarder, 2),
            (Policy::Random, 3),
            (Policy::Random, 4),
        ] {
            let played = played(case, policy, seed);
            let (en, th) = (
                told(case, &played.entries, "en"),
                told(case, &played.entries, "th"),
            );
            assert!(en.len() > 20 && en.len() == th.len(), "told alike");
            let known = foreign(case, &played.entries);
            for (en, th) in en.iter().zip(&th) {
                assert_eq!(
                    (en.round, en.team, en.heading),
                    (th.round, th.team, th.heading)
                );
                assert!(!en.text.contains(is_thai), "{}", en.text);
                assert!(th.text.contains(is_thai), "{}", th.text);
                let strange: Vec<_> = latin(&th.text).filter(|w| !known.contains(*w)).collect();
                assert!(strange.is_empty(), "{strange:?} in {}", th.text);
            }
            let page = page(case, &played, "th");
            assert!(page.contains("<html lang=\"th\">"));
            let read = without_tags(&page);
            // The convention's article and the page's escapes are no words.
            let strange: Vec<_> = latin(&read).filter(|w| !known.contains(*w)).collect();
            assert!(strange.is_empty(), "{strange:?}");
            let english = without_tags(&self::page(case, &played, "en"));
            assert!(!english.contains(is_thai));
        }
    }
}

#[test]
fn a_language_that_the_program_does_not_speak_is_told_in_english() {
    let case = &shipped()[0];
    let played = played(case, Policy::Sharer, 1);
    let malay = told(case, &played.entries, "ms");
    assert_eq!(malay, told(case, &played.entries, "en"));
    assert!(page(case, &played, "ms").contains("<html lang=\"en\">"));
    assert_eq!(
        ["en", "th", "th-TH", "ms", ""].map(Lang::of),
        [Lang::En, Lang::Th, Lang::Th, Lang::En, Lang::En]
    );
}

#[test]
fn the_first_round_of_first_watch_in_both_languages() {
    let cases = shipped();
    let case = cases.iter().find(|c| c.scenario.id == "first_watch");
    let case = case.expect("it is shipped");
    let played = played(case, Policy::Sharer, 1);
    for lang in Lang::ALL {
        let account = told(case, &played.entries, lang.tag());
        let first = account.iter().filter(|sentence| sentence.round == 1);
        let lines = first.map(|sentence| {
            let mark = match sentence.team {
                Some(North) => "▲ ",
                Some(_) => "◆ ",
                None => "",
            };
            format!("{mark}{}", sentence.text)
        });
        let lines: Vec<_> = lines.collect();
        insta::assert_snapshot!(format!("account_{}", lang.tag()), lines.join("\n"));
    }
}
