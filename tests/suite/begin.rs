//! `liaison new`: a small case that is right, or a copy of another.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use liaison::library;
use liaison::scenario::{load, words::Outcome};
use liaison::simulate::{Settings, simulate};

use crate::support::{liaison, text};

#[test]
fn the_small_case_is_right_can_be_played_and_is_worth_playing() {
    let source = library::template();
    let loaded = load(&source);
    assert_eq!(loaded.diagnostics, vec![]);
    let scenario = Arc::new(loaded.scenario.expect("it can be played"));
    assert_eq!(scenario.languages, ["en", "th"]);
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
    // A copy keeps all but its id.
    let (code, _, err) = new("our_watch", &["--from", "first_watch"]);
    assert_eq!(code, Some(0), "{err}");
    let copy = library::open(at.path().join("our_watch").to_str().expect("a name"))
        .expect("it can be played");
    let shipped = library::open("first_watch").expect("shipped");
    assert_eq!(copy.scenario.id, "our_watch");
    assert_eq!(copy.scenario.title, shipped.scenario.title);
    assert_eq!(load(&copy.source).diagnostics, vec![]);
    let differ = shipped
        .source
        .files
        .iter()
        .filter(|(f, b)| copy.source.files.get(*f) != Some(b));
    assert_eq!(
        differ.map(|(f, _)| f.as_str()).collect::<Vec<_>>(),
        ["scenario.ron"]
    );
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
