//! What each part must not name, read from the sources.

use std::path::{Path, PathBuf};

fn sources(part: &str) -> Vec<(PathBuf, String)> {
    fn walk(at: &Path, found: &mut Vec<(PathBuf, String)>) {
        if at.is_dir() {
            for entry in std::fs::read_dir(at).expect("readable") {
                walk(&entry.expect("readable").path(), found);
            }
        } else if at.extension().is_some_and(|e| e == "rs") {
            let text = std::fs::read_to_string(at).expect("readable");
            // Comments may speak of what the code may not do.
            let code = text.lines().filter(|l| !l.trim_start().starts_with("//"));
            found.push((at.to_owned(), code.collect::<Vec<_>>().join("\n")));
        }
    }
    let mut found = Vec::new();
    walk(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(part),
        &mut found,
    );
    assert!(!found.is_empty(), "{part} is gone");
    found
}

#[track_caller]
fn never(parts: &[&str], words: &[&str]) {
    let mut slips = Vec::new();
    for part in parts {
        for (path, code) in sources(part) {
            for word in words.iter().filter(|w| code.contains(**w)) {
                slips.push(format!("{} names {word}", path.display()));
            }
        }
    }
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

const CORE: [&str; 10] = [
    "document",
    "scenario",
    "engine",
    "view",
    "bots",
    "report",
    "protocol",
    "drawing",
    "language",
    "language.rs",
];

#[test]
fn the_core_knows_no_window_file_clock_chance_or_hash_order() {
    never(
        &CORE,
        &[
            "bevy",
            "std::fs",
            "std::net",
            "std::io",
            "std::time",
            "HashMap",
            "HashSet",
            "rand::rng(",
            "thread_rng",
            "std::env",
        ],
    );
}

#[test]
fn the_core_knows_no_shell() {
    never(
        &CORE,
        &[
            "crate::app",
            "crate::cli",
            "crate::journal",
            "crate::library",
            "crate::session",
        ],
    );
}

#[test]
fn arrows_go_one_way() {
    never(
        &["document"],
        &[
            "crate::scenario",
            "crate::engine",
            "crate::view",
            "crate::bots",
            "crate::protocol",
            "crate::report",
        ],
    );
    never(
        &["scenario"],
        &[
            "crate::engine",
            "crate::view",
            "crate::bots",
            "crate::protocol",
            "crate::report",
        ],
    );
    never(
        &["engine"],
        &[
            "crate::view",
            "crate::bots",
            "crate::protocol",
            "crate::report",
        ],
    );
    never(
        &["view"],
        &["crate::bots", "crate::protocol", "crate::report"],
    );
    never(
        &["session", "journal", "library", "net"],
        &["crate::app", "crate::cli"],
    );
}

#[test]
fn an_analysis_needs_no_shell_but_the_session_and_knows_no_clock() {
    never(
        &["analysis", "simulate"],
        &[
            "bevy",
            "std::fs",
            "std::net",
            "std::io",
            "std::time",
            "HashMap",
            "HashSet",
            "std::env",
            "crate::app",
            "crate::cli",
            "crate::journal",
            "crate::library",
            "crate::net",
            "crate::report",
            "crate::protocol",
        ],
    );
    never(
        &["engine", "view", "bots", "protocol", "session"],
        &["crate::analysis", "crate::simulate"],
    );
}

#[test]
fn a_proof_needs_the_engine_and_nothing_above_it() {
    never(
        &["solve"],
        &[
            "bevy",
            "std::fs",
            "std::net",
            "std::io",
            "std::time",
            "HashMap",
            "HashSet",
            "std::env",
            "rand::rng(",
            "crate::analysis",
            "crate::app",
            "crate::bots",
            "crate::cli",
            "crate::journal",
            "crate::library",
            "crate::net",
            "crate::protocol",
            "crate::report",
            "crate::session",
            "crate::view",
        ],
    );
    never(
        &["document", "scenario", "engine", "view", "bots", "session"],
        &["crate::solve"],
    );
}

#[test]
fn nobody_but_the_session_and_the_core_sees_the_truth() {
    never(
        &["bots"],
        &["engine::state", "engine::{State", " State,", "project("],
    );
    never(
        &["app"],
        &["engine::state", "engine::State", "decide(", "evolve("],
    );
}
