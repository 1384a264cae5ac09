//! `liaison explain`: every code has its reason and two examples, and each example is tried: the wrong one is told
//! so, and the right one, which is nearly the same, is not.

use liaison::library;
use liaison::scenario::{CaseSource, Code, Explained, Severity, explain, load};

use crate::fixtures::base;
use crate::support::{liaison, text};

/// Files that an example can need beside the base case.
const MORE: [(&str, &str); 6] = [
    (
        "authorities.ron",
        include_str!("../fixtures/more/authorities.ron"),
    ),
    (
        "evaluation.ron",
        include_str!("../fixtures/more/evaluation.ron"),
    ),
    ("network.ron", include_str!("../fixtures/more/network.ron")),
    (
        "operations.ron",
        include_str!("../fixtures/more/operations.ron"),
    ),
    (
        "interviews/porter.ron",
        include_str!("../fixtures/interviews/porter.ron"),
    ),
    (
        "documents/bridge.ron",
        include_str!("../fixtures/documents/bridge.ron"),
    ),
];

/// Codes of whole files; they have examples in words, and are tried in `diagnostics` and below.
const OF_FILES: [Code; 11] = [
    Code::NotUtf8,
    Code::Binary,
    Code::FileTooLarge,
    Code::CaseTooLarge,
    Code::TooManyFiles,
    Code::TooDeep,
    Code::OutsideCase,
    Code::MissingFile,
    Code::UnexpectedFile,
    Code::Unreadable,
    Code::TooMany,
];

#[track_caller]
fn edit(source: &mut CaseSource, file: &str, from: &str, to: &str) -> Result<(), String> {
    let text = source.text(file).ok_or_else(|| format!("no {file}"))?;
    match text.matches(from).count() {
        1 => {}
        n => return Err(format!("`{from}` is in {file} {n} times")),
    }
    let edited = text.replacen(from, to, 1);
    source.files.insert(file.to_owned(), edited.into_bytes());
    Ok(())
}

/// The base case with what the example needs, and the example.
fn with(explained: &Explained, example: &str) -> Result<CaseSource, String> {
    let mut source = base();
    let wanted = |file: &str| explained.file == file || explained.beside.iter().any(|b| b == file);
    for (file, text) in MORE.iter().filter(|(file, _)| wanted(file)) {
        source
            .files
            .insert((*file).to_owned(), text.as_bytes().to_vec());
        if *file == "authorities.ron" {
            let needs = "needs: Holds(item: \"yard\", by: North)";
            edit(
                &mut source,
                "tasks.ron",
                needs,
                &format!("authority: \"order\", {needs}"),
            )?;
        }
    }
    for (file, from, to) in &explained.also {
        edit(&mut source, file, from, to)?;
    }
    // The comma after an example stands before its remark, as in the file.
    match (&explained.of, &explained.after) {
        (Some(of), None) => edit(&mut source, &explained.file, of, &ended(example, of))?,
        (None, Some(after)) => {
            let both = format!("{after}\n{example}\n");
            edit(&mut source, &explained.file, after, &both)?;
        }
        _ => return Err("it replaces something or follows something".into()),
    }
    Ok(source)
}

/// What goes on after the example is not to stand in its remark.
fn ended(example: &str, of: &str) -> String {
    let remark = example
        .lines()
        .last()
        .is_some_and(|l| l.contains(" // ") || l.starts_with("//"));
    if remark && !of.ends_with('\n') {
        format!("{example}\n")
    } else {
        example.to_owned()
    }
}

fn tried(code: Code, explained: &Explained) -> Result<(), String> {
    let told = |example: &str| {
        let loaded = load(&with(explained, example)?);
        let brief = loaded
            .diagnostics
            .iter()
            .map(|d| d.brief())
            .collect::<Vec<_>>();
        let has = loaded.diagnostics.iter().any(|d| d.code == code);
        let errors = loaded
            .diagnostics
            .iter()
            .any(|d| d.severity == Severity::Error);
        Ok::<_, String>((has, errors, brief))
    };
    let (has, _, brief) = told(&explained.wrong)?;
    if !has {
        return Err(format!("the wrong example is not told: {brief:#?}"));
    }
    let (has, errors, brief) = told(&explained.right)?;
    if has || errors {
        return Err(format!("the right example is wrong: {brief:#?}"));
    }
    Ok(())
}

#[test]
fn every_code_has_an_example_that_is_wrong_and_one_that_nearly_is() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let Some(explained) = explain(*code) else {
            wrong.push(format!("{} has no explanation", code.code()));
            continue;
        };
        let texts = [&explained.why, &explained.wrong, &explained.right];
        if texts.iter().any(|t| t.trim().is_empty()) || explained.wrong == explained.right {
            wrong.push(format!("{} has no example", code.code()));
        }
        let whole = OF_FILES.contains(code) || *code == Code::MoreProblems;
        if explained.file.is_empty() != whole {
            wrong.push(format!("{} is tried or it is not", code.code()));
        } else if !whole && let Err(why) = tried(*code, explained) {
            wrong.push(format!("{}: {why}", code.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn codes(source: &CaseSource) -> Vec<Code> {
    load(source).diagnostics.iter().map(|d| d.code).collect()
}

fn with_file(file: &str, bytes: impl Into<Vec<u8>>) -> CaseSource {
    let mut source = base();
    source.files.insert(file.to_owned(), bytes.into());
    source
}

/// A file as large as it may be.
fn padded(file: &str, size: usize) -> CaseSource {
    let mut text = base().files[file].clone();
    text.resize(size, b' ');
    with_file(file, text)
}

/// As large as a case may be.
fn largest() -> CaseSource {
    let mut source = base();
    let rest: usize = source.files.values().map(Vec::len).sum();
    let own = source.files.remove("intel.ron").expect("it was there");
    source.files.insert("intel/own.ron".into(), own);
    let room = 32 * 1024 * 1024 - rest;
    for (file, size) in [("intel/a.ron", room / 2), ("intel/b.ron", room - room / 2)] {
        let mut list = b"[]".to_vec();
        list.resize(size, b' ');
        source.files.insert(file.into(), list);
    }
    source
}

/// As many files as a case may have.
fn fullest() -> CaseSource {
    let mut source = base();
    let own = source.files.remove("intel.ron").expect("it was there");
    source.files.insert("intel/own.ron".into(), own);
    for n in source.files.len()..2_000 {
        let file = format!("intel/more_{n}.ron");
        source.files.insert(file, b"[]".to_vec());
    }
    source
}

/// A case that is nearly wrong, and what may be told of it all the same.
fn near(code: Code) -> (CaseSource, &'static [Code]) {
    let truth = |joss: &str| {
        let text = base()
            .text("truth.ron")
            .map(|t| t.replace("Joss Marr", joss));
        with_file("truth.ron", text.expect("it is there"))
    };
    let mut source = base();
    match code {
        // Letters of every script.
        Code::NotUtf8 => (truth("โจส Marr é"), &[]),
        Code::Binary => (truth("Joss\tMarr"), &[]),
        Code::FileTooLarge => (padded("truth.ron", 16 * 1024 * 1024), &[]),
        Code::CaseTooLarge => (largest(), &[]),
        Code::TooManyFiles => (fullest(), &[]),
        // As deep as brackets may stand.
        Code::TooDeep => {
            let deep = format!(
                "safe: All([Done(\"see_girl\"), {}Always{}])",
                "Not(".repeat(58),
                ")".repeat(58)
            );
            edit(&mut source, "people.ron", "safe: Done(\"see_girl\")", &deep).expect("once");
            (source, &[])
        }
        // Dots in a name lead nowhere.
        Code::OutsideCase => (with_file("intel/..barge.ron", "[]"), &[]),
        // Not every file has to be there.
        Code::MissingFile => {
            source.files.remove("injects.ron").expect("it was there");
            (source, &[Code::UnknownPath, Code::FlagNeverSet])
        }
        // In a folder of the list's name.
        Code::UnexpectedFile => {
            let injects = source.files.remove("injects.ron").expect("it was there");
            source.files.insert("injects/night.ron".into(), injects);
            (source, &[])
        }
        // An empty folder can be read.
        Code::Unreadable => {
            let at = tempfile::tempdir().expect("a folder");
            let read = library::read_case(at.path()).expect("it can be read");
            (read, &[Code::MissingFile])
        }
        // One question fewer than too many.
        Code::TooMany => {
            let one = |n| {
                format!("Reaction(id: \"q{n}\", asked: [After], text: \"Why?\", answer: Free),")
            };
            let many: String = (0..100).map(one).collect();
            let source = with_file("questionnaires.ron", format!("[{many}]"));
            (source, &[Code::MissingTranslation, Code::UnknownPath])
        }
        // As many problems as are shown.
        Code::MoreProblems => {
            let with = |n: usize| {
                let one = |n| format!("Milestone(id: \"X{n}\", when: Always),");
                let many: String = (0..n).map(one).collect();
                with_file("milestones.ron", format!("[{many}]"))
            };
            let beside = codes(&with(1)).len() - 1;
            let source = with(500 - beside);
            assert_eq!(codes(&source).len(), 500);
            (
                source,
                &[Code::MalformedId, Code::UnknownMilestone, Code::UnknownPath],
            )
        }
        other => panic!("{} is tried by its example", other.code()),
    }
}

#[test]
fn files_that_are_nearly_wrong_are_right() {
    let mut wrong = Vec::new();
    for code in OF_FILES.into_iter().chain([Code::MoreProblems]) {
        let (source, also) = near(code);
        let mut told = codes(&source);
        told.retain(|c| !also.contains(c));
        if !told.is_empty() {
            wrong.push(format!("{}: {told:?}", code.code()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_command_explains_and_lists() {
    let told = |args: &[&str]| {
        let output = liaison(&[&["explain"], args].concat())
            .output()
            .expect("it starts");
        (
            output.status.code(),
            text(&output.stdout).to_owned(),
            text(&output.stderr).to_owned(),
        )
    };
    let (code, out, _) = told(&["l017"]);
    assert_eq!(code, Some(0));
    assert!(out.starts_with("L017 error: unknown field\n"), "{out}");
    assert!(
        out.contains("tear_subject: [") && out.contains("tear_subjects: ["),
        "{out}"
    );
    assert!(
        !out.contains("allow("),
        "an error cannot be silenced: {out}"
    );
    let (_, out, _) = told(&["L067"]);
    assert!(
        out.contains("on the line before:\n    // allow(L067): the reason"),
        "{out}"
    );
    let (_, out, _) = told(&["L010"]);
    assert!(
        out.contains("at the head of the file:\n    // allow(L010): the reason"),
        "{out}"
    );
    let (_, out, _) = told(&["L190", "L191"]);
    assert!(!out.contains("Where it is meant so"), "{out}");
    let (code, out, _) = told(&[]);
    assert_eq!(code, Some(0));
    assert_eq!(out.matches("\nL").count() + 1, Code::ALL.len(), "{out}");
    let (code, _, err) = told(&["L999"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("there is no code `L999`"), "{err}");
}
