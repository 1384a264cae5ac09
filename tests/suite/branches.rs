//! A new exercise from a round of an old one.

use std::path::{Path, PathBuf};

use liaison::engine::{Phase, State};
use liaison::journal::{Exercise, read_file};
use liaison::library::from_exercise;
use liaison::session::Session;

use crate::support::{liaison, path, text};

/// A simulated exercise of *First Watch* that is over.
fn played(folder: &Path) -> PathBuf {
    let file = folder.join("old.liaison");
    let output = liaison(&["play", "first_watch", "--self-play", "--seed", "4"])
        .args(["--journal", path(&file)])
        .output()
        .expect("it starts");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    file
}

fn branch(file: &Path, round: &str, new: &Path) -> (Option<i32>, String) {
    let output = liaison(&["branch", path(file), "--round", round, "-o", path(new)])
        .output()
        .expect("it starts");
    let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
    (output.status.code(), said)
}

fn state(exercise: &Exercise) -> State {
    let scenario = from_exercise(exercise).expect("its own case");
    State::replay(scenario, exercise.entries.iter().flat_map(|e| &e.events))
}

#[test]
fn a_branch_stands_at_the_start_of_its_round_and_the_old_file_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = played(folder.path());
    let before = read_file(&old).expect("it opens");
    for round in 1..=3u8 {
        let new = folder.path().join(format!("from_{round}.liaison"));
        let (code, said) = branch(&old, &round.to_string(), &new);
        assert_eq!(code, Some(0), "{said}");
        assert!(said.contains("liaison resume"), "{said}");
        let exercise = read_file(&new).expect("it opens");
        let now = state(&exercise);
        assert_eq!((now.phase(), now.round()), (Phase::Planning, round));
        // A beginning of the old record, told as such.
        let taken = exercise.entries.len();
        assert_eq!(exercise.entries[..], before.entries[..taken]);
        assert_eq!(exercise.case, before.case);
        assert_eq!(exercise.about.seed, before.about.seed);
        let origin = exercise.about.origin.clone().expect("it has one");
        assert_eq!((origin.file.as_str(), origin.round), ("old.liaison", round));
        assert_eq!(origin.begun, before.about.begun);
        // It can be gone on with, and with a whole round before it.
        let (journal, exercise) = liaison::journal::Journal::open(&new).expect("it opens");
        let scenario = from_exercise(&exercise).expect("its own case");
        let seed = exercise.about.seed;
        let session = Session::resume(scenario, seed, &exercise.entries, Box::new(journal));
        let session = session.expect("it goes on");
        let limit = u64::from(session.state().limit_seconds());
        assert_eq!(session.left_ms(), limit * 1000);
    }
    let after = read_file(&old).expect("it opens");
    assert_eq!(after.about, before.about);
    assert_eq!(after.entries, before.entries);
}

#[test]
fn what_cannot_be_branched_is_told_and_nothing_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let old = played(folder.path());
    let new = folder.path().join("new.liaison");
    let fails = |file: &Path, round: &str, new: &Path, words: &str| {
        let (code, said) = branch(file, round, new);
        assert_eq!(code, Some(1), "{said}");
        assert!(said.contains(words), "{said}");
    };
    fails(&old, "9", &new, "the case has 3 rounds");
    // Half a record: it never came to round 3.
    let half = folder.path().join("half.liaison");
    assert_eq!(branch(&old, "2", &half).0, Some(0));
    fails(&half, "3", &new, "choose a round from 1 to 2");
    fails(&old, "2", &half, "there already");
    fails(&old, "2", &old, "there already");
    fails(
        &folder.path().join("gone.liaison"),
        "2",
        &new,
        "no such file",
    );
    fails(
        &old,
        "2",
        &folder.path().join("no/folder.liaison"),
        "folder",
    );
    std::fs::write(folder.path().join("note.liaison"), "not an exercise").expect("written");
    let note = folder.path().join("note.liaison");
    fails(&note, "2", &new, "not an exercise file");
    // An entry in the middle is unreadable.
    let torn = folder.path().join("torn.liaison");
    std::fs::copy(&half, &torn).expect("copied");
    let connection = rusqlite::Connection::open(&torn).expect("it opens");
    let sql = "UPDATE event SET body = '{\"event\":\"Nonsense\"}' WHERE number = 2";
    connection.execute(sql, []).expect("torn");
    drop(connection);
    fails(&torn, "2", &new, "damaged");
    assert!(!new.exists());
    let made = std::fs::read_dir(folder.path()).expect("readable");
    let names = made.map(|f| f.expect("readable").file_name().into_string());
    let left = names.filter(|n| n.as_ref().is_ok_and(|n| n.ends_with(".new")));
    assert_eq!(left.count(), 0, "no draft is left behind");
}
