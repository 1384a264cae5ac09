//! Things of a case get another id, and nothing else of the case changes.

use std::collections::BTreeSet;

use liaison::library;
use liaison::scenario::edit::{RenameError, apply, rename};
use liaison::scenario::outline::{Outline, Thing, uses};
use liaison::scenario::sheet::translation::{self, Originals};
use liaison::scenario::{CaseSource, load};

use crate::support::{case_folder, liaison};

fn case(name: &str) -> CaseSource {
    let shipped = library::shipped().into_iter().find(|c| c.name == name);
    shipped.map_or_else(
        || library::find(&case_folder(name)).expect("a case"),
        |c| c.source(),
    )
}

/// Every thing of a case with what it could be called instead, by every `nth`.
fn each(source: &CaseSource, nth: usize) -> Vec<(Thing, String, String, String)> {
    let outline = Outline::new(source);
    let all: BTreeSet<_> = outline
        .definitions
        .iter()
        .map(|d| (d.thing, d.scope.clone(), d.id.clone()))
        .collect();
    let free = |thing: Thing, id: &str| match thing {
        Thing::Inject => format!("9{id}"),
        _ => format!("z{}", &id[..id.len().min(40)]),
    };
    let all = all.into_iter().step_by(nth);
    all.map(|(thing, scope, id)| {
        let new = free(thing, &id);
        (thing, scope, id, new)
    })
    .collect()
}

#[test]
fn everything_can_be_called_otherwise_and_back_again() {
    let mut kinds = BTreeSet::new();
    for (name, nth) in [
        ("base", 1),
        ("workbench", 1),
        ("first_watch", 2),
        ("the_night_bus", 11),
    ] {
        let source = case(name);
        let told = load(&source).diagnostics.len();
        for (thing, scope, old, new) in each(&source, nth) {
            kinds.insert(thing);
            let what = || format!("{name}: {} {old} in {scope:?}", thing.what());
            let renamed = rename(&source, thing, &scope, &old, &new);
            let renamed = renamed.unwrap_or_else(|e| panic!("{}: {e}", what()));
            assert!(!renamed.splices.is_empty(), "{}", what());
            let there = apply(&source, &renamed.splices);
            assert_eq!(load(&there).diagnostics.len(), told, "{}", what());
            assert!(uses(&there, thing, &scope, &old).is_empty(), "{}", what());
            let back = rename(&there, thing, &scope, &new, &old).expect("back");
            assert!(
                apply(&there, &back.splices).files == source.files,
                "{}",
                what()
            );
        }
    }
    assert!(kinds.len() >= 36, "{kinds:?}");
}

#[test]
fn a_name_that_cannot_be_is_told_and_changes_nothing() {
    let source = case("base");
    let to =
        |old: &str, new: &str| rename(&source, Thing::Item, "", old, new).expect_err("refused");
    let said = |e: RenameError| e.to_string();
    assert_eq!(said(to("no_such", "other")), "no item is called `no_such`");
    assert_eq!(said(to("plate", "plate")), "it is called so already");
    assert_eq!(
        said(to("plate", "Number plate")),
        RenameError::Malformed("Number plate".to_owned()).to_string()
    );
    let other = Outline::new(&source);
    let other = other
        .of(Thing::Item, "")
        .find(|d| d.id != "plate")
        .expect("another")
        .id
        .clone();
    assert_eq!(
        said(to("plate", &other)),
        format!("another item is called `{other}` already")
    );
    assert!(matches!(
        rename(&source, Thing::Inject, "", "1", "one"),
        Err(RenameError::NoNumber(_))
    ));
    let mut torn = source.clone();
    let text = source
        .text("intel.ron")
        .expect("there")
        .replacen("title: ", "title ", 1);
    torn.files.insert("intel.ron".to_owned(), text.into_bytes());
    let refused = rename(&torn, Thing::Item, "", "plate", "number_plate");
    assert_eq!(
        refused,
        Err(RenameError::Unread("intel.ron".to_owned(), "L001"))
    );
}

#[test]
fn the_command_shows_asks_and_takes_translations_along() {
    let folder = tempfile::tempdir().expect("a folder");
    let here = folder.path().join("night_lorry");
    let source = case("base");
    for (name, bytes) in &source.files {
        let file = here.join(name);
        std::fs::create_dir_all(file.parent().expect("below")).expect("made");
        std::fs::write(file, bytes).expect("written");
    }
    let path = here.to_str().expect("a path in UTF-8");
    let mut noted = String::new();
    for text in Outline::new(&source).texts {
        noted.push_str(&format!("0123456789abcdef {}\n", text.path));
    }
    let originals = here.join(Originals::file("ms"));
    std::fs::write(&originals, &noted).expect("written");

    // Nobody answers: it is shown, and nothing is written.
    let shown = liaison(&["rename", path, "plate", "number_plate"])
        .output()
        .expect("it runs");
    assert_eq!(shown.status.code(), Some(1));
    let out = String::from_utf8(shown.stdout).expect("text");
    assert!(out.contains("+ ") && out.contains("number_plate"), "{out}");
    assert!(out.contains("lang/ms.originals: "), "{out}");
    let now = || library::find(path).expect("a case");
    assert_eq!(now().files, source.files);

    let done = liaison(&["rename", path, "plate", "number_plate", "--yes"])
        .output()
        .expect("it runs");
    assert_eq!(
        done.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&done.stderr)
    );
    let there = now();
    assert!(load(&there).scenario.is_some());
    assert!(uses(&there, Thing::Item, "", "plate").is_empty());
    let translated = |source: &CaseSource| {
        let table = translation::table(source, "ms", &Originals::default());
        table
            .rows
            .iter()
            .filter(|row| row.iter().any(|c| c == "UNCHECKED" || c == "unchecked"))
            .count()
    };
    assert_eq!(translated(&there), translated(&source));
    let kept = std::fs::read_to_string(&originals).expect("there");
    assert!(
        kept.contains("intel.number_plate.") && !kept.contains("intel.plate."),
        "{kept}"
    );

    // The person who can be helped and the subject of the chart are called by one word.
    let both = liaison(&["rename", path, "girl", "child"]).output();
    let both = both.expect("it runs");
    assert_eq!(both.status.code(), Some(1));
    let said = String::from_utf8(both.stderr).expect("text");
    let offered: Vec<&str> = said
        .lines()
        .filter_map(|l| l.trim().strip_prefix("--at "))
        .collect();
    assert_eq!(offered.len(), 2, "{said}");
    let at = offered
        .iter()
        .find(|l| l.contains("person"))
        .expect("the person");
    let at = at.split_whitespace().next().expect("a place");
    let done = liaison(&["rename", path, "girl", "child", "--at", at, "--yes"]).output();
    assert_eq!(done.expect("it runs").status.code(), Some(0));
    let there = now();
    assert!(uses(&there, Thing::Person, "", "girl").is_empty());
    assert!(!uses(&there, Thing::Subject, "", "girl").is_empty());
    let none = liaison(&["rename", path, "nobody", "truck"])
        .output()
        .expect("it runs");
    assert_eq!(none.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("nothing is called `nobody`"));
}

/// A case with one file changed.
fn with(name: &str, file: &str, change: impl Fn(&str) -> String) -> CaseSource {
    let mut source = case(name);
    let text = change(source.text(file).expect("there"));
    source.files.insert(file.to_owned(), text.into_bytes());
    source
}

#[test]
fn a_contradiction_follows_what_it_means() {
    // The ticket's slip as evidence, and what is said of it, are called by one word.
    let source = case("the_night_bus");
    let scope = "interviews/ratree.ron ratree";
    let of = |thing| uses(&source, thing, scope, "receipt");
    let (said, held) = (of(Thing::Statement), of(Thing::Evidence));
    assert!(said.len() > 1 && held.len() > 1);
    assert!(said.iter().all(|u| !held.contains(u)));
    let text = source.text("interviews/ratree.ron").expect("there");
    let meant = |u: &&liaison::scenario::outline::Use| text[..u.span.start].ends_with("b: \"");
    assert_eq!(held.iter().filter(meant).count(), 1);
    let renamed = rename(&source, Thing::Statement, scope, "receipt", "slip").expect("free");
    let there = apply(&source, &renamed.splices);
    assert_eq!(
        uses(&there, Thing::Evidence, scope, "receipt").len(),
        held.len()
    );
    // And back: the word is free for it, though evidence is called so.
    let back = rename(&there, Thing::Statement, scope, "slip", "receipt").expect("free");
    assert!(apply(&there, &back.splices).files == source.files);
    // What a contradiction names would be something else.
    let taken = rename(&source, Thing::Statement, scope, "like_photo", "receipt");
    assert!(matches!(taken, Err(RenameError::Taken { .. })), "{taken:?}");
}

#[test]
fn two_interviews_of_one_file_have_words_of_their_own() {
    let first = case("first_watch");
    let file = "interviews/deckhand.ron";
    let text = first.text(file).expect("there");
    let one = text.find("Interview(").expect("one");
    let whole = text[one..].trim_end().trim_end_matches(']').trim_end();
    let second = whole.replacen("id: \"deckhand\"", "id: \"deckhand_two\"", 1);
    let twice = format!("{}{whole}\n{second}\n]\n", &text[..one]);
    let source = with("first_watch", file, |_| twice.clone());
    let (here, there) = (format!("{file} deckhand"), format!("{file} deckhand_two"));
    let count =
        |source: &CaseSource, scope: &str, id: &str| uses(source, Thing::Topic, scope, id).len();
    let all = count(&source, &here, "crossing");
    assert!(all > 1 && count(&source, &there, "crossing") == all);
    let renamed = rename(&source, Thing::Topic, &there, "crossing", "voyage").expect("free");
    let changed = apply(&source, &renamed.splices);
    assert_eq!(count(&changed, &here, "crossing"), all);
    assert_eq!(count(&changed, &there, "voyage"), all);
    // The word that the one has is free for the other.
    rename(&changed, Thing::Topic, &here, "crossing", "voyage").expect("free");
}

#[test]
fn an_id_is_known_however_it_is_written() {
    let raw = |text: &str| text.replacen("id: \"plate\"", "id: r\"plate\"", 1);
    let mut source = with("base", "intel.ron", raw);
    let escaped =
        |text: &str| text.replacen("\"intel.plate.title\"", "\"intel.pl\\u{61}te.title\"", 1);
    let text = escaped(source.text("lang/ms.ron").expect("there"));
    source
        .files
        .insert("lang/ms.ron".to_owned(), text.into_bytes());
    assert!(load(&source).scenario.is_some());
    let renamed = rename(&source, Thing::Item, "", "plate", "number_plate").expect("free");
    let there = apply(&source, &renamed.splices);
    let text = there.text("intel.ron").expect("there");
    assert!(text.contains("id: \"number_plate\""), "{text}");
    assert!(
        there
            .text("lang/ms.ron")
            .expect("there")
            .contains("\"intel.number_plate.title\"")
    );
    assert_eq!(
        load(&there).diagnostics.len(),
        load(&source).diagnostics.len()
    );
}

#[test]
fn a_text_that_is_being_typed_has_its_place() {
    for end in ["\"plate", "\"", "\"\\"] {
        let source = with("base", "theory.ron", |text| {
            let at = text.find("\"plate\"").expect("cited");
            format!("{}{end}", &text[..at])
        });
        let text = source.text("theory.ron").expect("there");
        for id in ["plate", ""] {
            for place in uses(&source, Thing::Item, "", id) {
                assert!(place.span.start <= place.span.end, "{end}: {place:?}");
                let there = source.text(&place.file).expect("there");
                assert_eq!(&there[place.span.clone()], id, "{end}");
            }
        }
        assert!(text.ends_with(end));
    }
}
