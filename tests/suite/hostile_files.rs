//! Whatever a folder holds, reading it gives a case or diagnostics: no panic, no endless memory.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use liaison::library::read_case;
use liaison::scenario::{CaseSource, Diagnostic, load};
use proptest::prelude::*;

use crate::fixtures::base;

fn write(dir: &Path, source: &CaseSource) {
    for (name, bytes) in &source.files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().expect("it has one")).expect("it can be made");
        fs::write(path, bytes).expect("it can be written");
    }
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    let mut codes: Vec<_> = diagnostics.iter().map(|d| d.code.code()).collect();
    codes.dedup();
    codes
}

/// Loads, and renders everything that is told.
fn told(source: &CaseSource) -> Vec<&'static str> {
    let loaded = load(source);
    for diagnostic in loaded.diagnostics.iter().take(50) {
        assert!(
            diagnostic
                .render(source, "", true)
                .contains(diagnostic.code.code())
        );
    }
    assert!(loaded.scenario.is_some() || !loaded.diagnostics.is_empty());
    codes(&loaded.diagnostics)
}

#[test]
fn an_empty_folder_misses_its_files() {
    let dir = tempfile::tempdir().expect("a folder");
    let source = read_case(dir.path()).expect("it can be read");
    assert!(source.files.is_empty());
    assert_eq!(told(&source), ["L009"]);
}

#[test]
fn a_file_is_not_a_case() {
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("scenario.ron");
    fs::write(&file, "Scenario()").expect("it can be written");
    assert_eq!(
        codes(&read_case(&file).expect_err("it is a file")),
        ["L012"]
    );
}

#[test]
fn only_the_files_of_a_case_are_read() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), &base());
    fs::write(dir.path().join("notes.md"), "# Notes").expect("it can be written");
    fs::write(dir.path().join("inject.ron"), "[").expect("it can be written");
    fs::create_dir(dir.path().join(".git")).expect("it can be made");
    fs::write(dir.path().join(".git/x.ron"), "[").expect("it can be written");
    let source = read_case(dir.path()).expect("it can be read");
    assert!(!source.files.contains_key("notes.md"));
    assert_eq!(told(&source), ["L010", "L080"]);
    assert!(load(&source).scenario.is_some());
}

#[test]
fn sizes_are_looked_at_before_reading() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), &base());
    // Sparse: it takes no room on the disk, and must take none in memory.
    let huge = fs::File::create(dir.path().join("truth.ron")).expect("it can be made");
    huge.set_len(100 << 30).expect("it can be long");
    let start = Instant::now();
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("it is too large")),
        ["L004"]
    );
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[test]
fn many_files_and_bytes_are_refused() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("intel")).expect("it can be made");
    for n in 0..2001 {
        fs::write(dir.path().join(format!("intel/{n}.ron")), "[]").expect("it can be written");
    }
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("too many")),
        ["L006"]
    );
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("intel")).expect("it can be made");
    for n in 0..4 {
        let file =
            fs::File::create(dir.path().join(format!("intel/{n}.ron"))).expect("it can be made");
        file.set_len(10 << 20).expect("it can be long");
    }
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("too large")),
        ["L005"]
    );
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;
    let (dir, outside) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    write(dir.path(), &base());
    write(outside.path(), &base());
    fs::remove_file(dir.path().join("truth.ron")).expect("it was there");
    symlink(
        outside.path().join("truth.ron"),
        dir.path().join("truth.ron"),
    )
    .expect("a link");
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("it leads out")),
        ["L008"]
    );
    // A folder that is a link, too.
    fs::remove_file(dir.path().join("truth.ron")).expect("it was there");
    fs::write(dir.path().join("truth.ron"), &base().files["truth.ron"]).expect("it can be written");
    symlink(outside.path().join("lang"), dir.path().join("intel")).expect("a link");
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("it leads out")),
        ["L008"]
    );
    // What else is wrong is told beside it, and nothing for want of what was not read.
    let (seen, problems) = liaison::library::look(dir.path()).expect("the rest can be read");
    assert_eq!(codes(&problems), ["L008"]);
    assert_eq!(told(&seen), ["L080"]);
    let intel = dir.path().join("tasks.ron");
    fs::write(
        &intel,
        base()
            .text("tasks.ron")
            .expect("it is there")
            .replace("hours: 3", "huors: 3"),
    )
    .expect("it can be written");
    let (seen, _) = liaison::library::look(dir.path()).expect("the rest can be read");
    assert!(told(&seen).contains(&"L017"));
    fs::write(&intel, &base().files["tasks.ron"]).expect("it can be written");
    // Within the case a link is a file like any other.
    fs::remove_file(dir.path().join("intel")).expect("it was there");
    fs::rename(
        dir.path().join("truth.ron"),
        dir.path().join("lang/truth.txt"),
    )
    .expect("it can be moved");
    symlink("lang/truth.txt", dir.path().join("truth.ron")).expect("a link");
    let inside = read_case(dir.path()).expect("it stays inside");
    assert_eq!(inside.files, base().files);
    // One that leads nowhere or round in circles is told.
    symlink("people.ron/x", dir.path().join("theory/a.ron")).unwrap_or_default();
    fs::remove_file(dir.path().join("truth.ron")).expect("it was there");
    symlink("truth.ron", dir.path().join("truth.ron")).expect("a link");
    assert_eq!(
        codes(&read_case(dir.path()).expect_err("it leads nowhere")),
        ["L008"]
    );
}

#[cfg(unix)]
#[test]
fn pipes_are_not_waited_for() {
    let dir = tempfile::tempdir().expect("a folder");
    write(dir.path(), &base());
    fs::remove_file(dir.path().join("truth.ron")).expect("it was there");
    let made = std::process::Command::new("mkfifo")
        .arg(dir.path().join("truth.ron"))
        .status();
    if made.is_ok_and(|status| status.success()) {
        assert_eq!(
            codes(&read_case(dir.path()).expect_err("it is a pipe")),
            ["L012"]
        );
    }
}

#[test]
fn odd_bytes_give_diagnostics() {
    let long = "x".repeat(200_000);
    let deep = "[".repeat(1_000_000);
    let strange: [&[u8]; 22] = [
        b"",
        b" ",
        b"\xef\xbb\xbf",
        b"\xff\xfe[\0]\0",
        b"\0",
        b"(",
        b"[(",
        b"\"",
        b"r#\"",
        b"/*",
        b"'",
        b"\\",
        b"[Item(id: \"\\",
        b"#![enable(implicit_some)]",
        b"#!",
        b"[r#r#]",
        b"[,,,]",
        b"}}}",
        b"[Some(Some(Some(\"a\")))]",
        "[“quoted”]".as_bytes(),
        long.as_bytes(),
        deep.as_bytes(),
    ];
    for bytes in strange {
        for file in [
            "intel.ron",
            "scenario.ron",
            "map.ron",
            "lang/ms.ron",
            "theory.ron",
            "officers.ron",
        ] {
            let mut source = base();
            source.files.insert(file.to_owned(), bytes.to_vec());
            let start = Instant::now();
            assert!(
                !told(&source).is_empty(),
                "{file}: {:?}",
                String::from_utf8_lossy(&bytes[..bytes.len().min(20)])
            );
            assert!(start.elapsed() < Duration::from_secs(5));
        }
    }
}

#[test]
fn large_nonsense_is_refused_in_good_time() {
    let many = |one: &str, bytes: usize| format!("[{}]", one.repeat(bytes / one.len()));
    let size = 8 << 20;
    let nonsense = [
        ("intel.ron", many("[],", size)),
        ("intel.ron", many("Item(),", size)),
        (
            "intel.ron",
            many("Item(id: \"a\", held_by: Nroth),\n", size),
        ),
        ("tasks.ron", many("\"a\" ", size)),
        (
            "milestones.ron",
            many("Milestone(id: \"a\", when: Flag(\"b\")),", size),
        ),
        (
            "theory.ron",
            format!("Theory(full: All({}))", many("Done(\"x\"),", size)),
        ),
        (
            "lang/ms.ron",
            format!("{{{}}}", "\"intel.plate.titel\": \"x\",".repeat(size / 25)),
        ),
        ("intel.ron", many("(((((((", size)),
        ("intel.ron", many("/*", size)),
        ("intel.ron", many(")", size)),
        // A word that never ends, and a remark, before and behind what is amiss.
        (
            "officers.ron",
            format!("[\n]\n    Officer(team: N{})", "กำ".repeat(size / 6)),
        ),
        (
            "officers.ron",
            format!("[Officer(id \"a\" /*{}*/ team North,", "x".repeat(size)),
        ),
    ];
    for (file, text) in nonsense {
        let mut source = base();
        let beginning: String = text.chars().take(40).collect();
        source.files.insert(file.to_owned(), text.into_bytes());
        let start = Instant::now();
        assert!(!told(&source).is_empty());
        let took = start.elapsed();
        assert!(
            took < Duration::from_secs(20),
            "{file} {beginning} took {took:?}"
        );
    }
}

#[test]
fn many_files_full_of_values_are_refused() {
    let mut source = base();
    for n in 0..8 {
        let text = format!("[{}]", "0,".repeat(900_000));
        source
            .files
            .insert(format!("intel/{n}.ron"), text.into_bytes());
    }
    let start = Instant::now();
    assert!(told(&source).contains(&"L013"));
    assert!(start.elapsed() < Duration::from_secs(20));
}

#[test]
fn conditions_too_large_to_follow_are_refused() {
    let parts: String = (0..30_000)
        .map(|n| format!("Milestone(\"m{n}\"),"))
        .collect();
    let mut text = String::from("[\n");
    for n in 0..30_000 {
        let when = if n == 0 {
            "Always".to_owned()
        } else {
            format!("Milestone(\"m{}\")", n - 1)
        };
        text.push_str(&format!("Milestone(id: \"m{n}\", when: {when}),\n"));
    }
    for n in 0..8 {
        text.push_str(&format!("Milestone(id: \"z{n}\", when: All([{parts}])),\n"));
    }
    let mut source = base();
    source
        .files
        .insert("milestones.ron".to_owned(), format!("{text}]").into_bytes());
    let start = Instant::now();
    told(&source);
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "took {:?}",
        start.elapsed()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_change_of_bytes_panics(
        file in 0usize..13,
        every_rule in any::<bool>(),
        cut in any::<Option<u16>>(),
        changes in prop::collection::vec((any::<u16>(), prop::sample::select(&b"()[]{},:\"\\'#r/*0-9aZ_ \n\0\xff\xc3"[..]), any::<bool>()), 0..8),
        swap in any::<Option<(u16, u16)>>(),
    ) {
        let mut source = if every_rule { crate::support::fixture("workbench").source } else { base() };
        let name = source.files.keys().nth(file).cloned().expect("there are 13 files");
        let bytes = source.files.get_mut(&name).expect("it is there");
        for (at, byte, insert) in changes {
            let at = usize::from(at) % bytes.len().max(1);
            if insert || bytes.is_empty() { bytes.insert(at.min(bytes.len()), byte) } else { bytes[at] = byte }
        }
        if let Some((a, b)) = swap {
            let (a, b) = (usize::from(a) % bytes.len(), usize::from(b) % bytes.len());
            let piece: Vec<u8> = bytes[a.min(b)..a.max(b)].to_vec();
            bytes.splice(a..a, piece);
        }
        if let Some(cut) = cut {
            bytes.truncate(usize::from(cut) % bytes.len().max(1));
        }
        let loaded = load(&source);
        for d in &loaded.diagnostics {
            prop_assert!(d.line >= 1 && d.column >= 1);
            if let Some(text) = source.text(&d.file) {
                prop_assert!(text.get(d.span.clone()).is_some(), "{:?} is no part of {}", d.span, d.file);
            }
            prop_assert!(!d.render(&source, "", false).is_empty());
        }
    }

    #[test]
    fn any_bytes_at_all(bytes in prop::collection::vec(any::<u8>(), 0..400), name in "[a-z/.]{0,20}") {
        let mut source = base();
        source.files.insert(name, bytes.clone());
        source.files.insert("intel.ron".to_owned(), bytes);
        prop_assert!(!load(&source).diagnostics.is_empty());
    }
}
