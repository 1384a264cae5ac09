//! `liaison new`: a small case that is right, or a copy of another.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use liaison::library;
use liaison::scenario::{load, words::Outcome};
use liaison::simulate::{Settings, simulate};
use liaison::solve::{Limits, Status, solve};

use crate::support::{liaison, text};

#[test]
fn the_small_case_is_right_can_be_played_and_is_worth_playing() {
    let source = library::template();
    let loaded = load(&source);
    assert_eq!(loaded.diagnostics, vec![]);
    let scenario = Arc::new(loaded.scenario.expect("it can be played"));
    assert_eq!(scenario.languages, ["en", "th"]);
    // It can be won, and only by sharing.
    let limits = Limits {
        states: 50_000,
        over: &|| false,
    };
    let solution = solve(&scenario, &limits, 1, &mut |_| {});
    for judged in &solution.claims {
        assert_eq!(judged.status, Status::Proved, "{:?}", judged.claim);
    }
    assert!(solution.claims.len() >= 5, "{:?}", solution.claims.len());
    let settings = Settings {
        runs: 100,
        ..Settings::with_seed(1)
    };
    let told = simulate(
        &scenario,
        &source,
        &settings,
        &AtomicBool::new(false),
        |_, _| {},
    );
    let full = |n: &str, s: &str| {
        let pair = told.pairs.iter().find(|p| p.north == n && p.south == s);
        pair.expect("they met").outcomes[Outcome::Full as usize]
    };
    assert!(full("sharer", "sharer").low > full("hoarder", "hoarder").high);
    // Every file says something to whoever writes on.
    for (file, bytes) in &source.files {
        assert!(String::from_utf8_lossy(bytes).contains("//"), "{file}");
    }
}

#[test]
fn a_new_case_has_its_own_name() {
    let at = tempfile::tempdir().expect("a folder");
    let new = |name: &str, more: &[&str]| {
        let folder = at.path().join(name);
        let folder = folder.to_str().expect("a name").to_owned();
        let output = liaison(&[&["new", folder.as_str()], more].concat())
            .output()
            .expect("it starts");
        (
            output.status.code(),
            text(&output.stdout).to_owned(),
            text(&output.stderr).to_owned(),
        )
    };
    let (code, out, err) = new("deep/river_post", &[]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("liaison check"), "{out}");
    let case = library::open(at.path().join("deep/river_post").to_str().expect("a name"))
        .expect("it can be played");
    assert_eq!(case.scenario.id, "river_post");
    assert_eq!(case.scenario.title.get("en"), "River Post");
    assert_eq!(load(&case.source).diagnostics, vec![]);
    // In every language: nobody finds two of one name beside each other.
    assert_eq!(case.scenario.title.get("th"), "River Post");
    // A copy keeps all but its id and title, and has the notes for its facilitator.
    let (code, _, err) = new("our_watch", &["--from", "first_watch"]);
    assert_eq!(code, Some(0), "{err}");
    let copy = library::open(at.path().join("our_watch").to_str().expect("a name"))
        .expect("it can be played");
    let shipped = library::open("first_watch").expect("shipped");
    assert_eq!(copy.scenario.id, "our_watch");
    assert_eq!(copy.scenario.title.get("en"), "Our Watch");
    assert_eq!(copy.scenario.title.get("th"), "Our Watch");
    assert_eq!(load(&copy.source).diagnostics, vec![]);
    let differ = shipped
        .source
        .files
        .iter()
        .filter(|(f, b)| copy.source.files.get(*f) != Some(b));
    assert_eq!(
        differ.map(|(f, _)| f.as_str()).collect::<Vec<_>>(),
        ["lang/th.ron", "scenario.ron"]
    );
    let (code, _, err) = new("our_bus", &["--from", "the_night_bus"]);
    assert_eq!(code, Some(0), "{err}");
    let notes = at.path().join("our_bus/FACILITATOR.md");
    assert!(notes.is_file());
    std::fs::write(at.path().join("our_bus/lang/th.originals"), "noted\n").expect("written");
    // What a case does not have is its author's all the same.
    let drafts = "// allow(L010): what I still want to write\n[Task(id: \"later\")]\n";
    std::fs::write(at.path().join("our_bus/drafts.ron"), drafts).expect("written");
    let bus = at.path().join("our_bus");
    let checked = liaison(&["check", bus.to_str().expect("a name")]).output();
    assert!(text(&checked.expect("it starts").stdout).contains("no problems"));
    // What it says goes nowhere: not even the reason is read with the case.
    let read = library::read_case(&bus).expect("a case");
    assert_eq!(
        read.text("drafts.ron"),
        Some("// allow(L010): said there\n")
    );
    let from = at.path().join("our_bus");
    let (code, _, err) = new("their_bus", &["--from", from.to_str().expect("a name")]);
    assert_eq!(code, Some(0), "{err}");
    for note in ["FACILITATOR.md", "lang/th.originals", "drafts.ron"] {
        let copied = at.path().join("their_bus").join(note);
        assert_eq!(
            std::fs::read(copied).expect(note),
            std::fs::read(from.join(note)).expect(note)
        );
    }
    // What is there is not written over; what is no id is said.
    let (code, _, err) = new("our_watch", &[]);
    assert_eq!(code, Some(1));
    assert!(err.contains("is there already"), "{err}");
    for name in ["Our-Watch", "9th", "watch.ron"] {
        let (code, _, err) = new(name, &[]);
        assert_eq!(code, Some(1));
        assert!(err.contains("is no id for a case"), "{err}");
    }
    let (code, _, err) = new("of_none", &["--from", "no_such_case"]);
    assert_eq!(code, Some(1));
    assert!(
        err.contains("no_such_case") && !at.path().join("of_none").exists(),
        "{err}"
    );
}

#[test]
fn what_is_advised_can_be_typed_and_nothing_half_is_left() {
    let at = tempfile::tempdir().expect("a folder");
    let new = |folder: &std::path::Path| {
        liaison(&["new", folder.to_str().expect("a name")])
            .output()
            .expect("it starts")
    };
    let spaced = at.path().join("with spaces/night_case");
    let output = new(&spaced);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let advised = format!("liaison check \"{}\"", spaced.display());
    assert!(
        text(&output.stdout).contains(&advised),
        "{}",
        text(&output.stdout)
    );
    // Below a file there can be no folder: the reason is told.
    let file = at.path().join("file");
    std::fs::write(&file, "").expect("it is written");
    let output = new(&file.join("night_case"));
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr);
    assert!(told.contains("could not be written"), "{told}");
    let left = std::fs::read_dir(at.path()).expect("it is there").count();
    assert_eq!(left, 2, "the file and the case with spaces");
    // A place is no name.
    let output = liaison(&["new", "."]).output().expect("it starts");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        text(&output.stderr).contains("`.` is no id"),
        "{}",
        text(&output.stderr)
    );
}
