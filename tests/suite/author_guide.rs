//! The author's guide is true: its examples are read, its tables are complete.

use std::path::Path;

use liaison::scenario::words::Metric;
use liaison::scenario::{CaseSource, Code, Severity, TextKind, load};

use crate::support::{liaison, text};

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/author-guide.md");
    std::fs::read_to_string(path).expect("the guide is there")
}

#[test]
fn the_table_lists_every_code() {
    let guide = guide();
    for code in Code::ALL {
        let severity = match code.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let row = format!("| {} | {severity} | {} |", code.code(), code.title());
        assert!(guide.contains(&row), "the guide has no row {row}");
    }
    assert_eq!(
        guide.matches("\n| L").count(),
        Code::ALL.len(),
        "no code that is none"
    );
}

#[test]
fn the_table_lists_every_limit() {
    let guide = guide();
    for kind in TextKind::ALL {
        let row = format!("| {} | {} |", kind.what(), kind.limit());
        assert!(guide.contains(&row), "the guide has no row {row}");
    }
}

#[test]
fn the_table_lists_every_metric() {
    let guide = guide();
    for metric in Metric::ALL {
        let row = format!("\n| `{metric:?}` | ");
        assert_eq!(guide.matches(&row).count(), 1, "the guide has no row{row}");
    }
}

#[test]
fn the_examples_are_read() {
    let guide = guide();
    let blocks: Vec<&str> = guide
        .split("```ron\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    let source = CaseSource::new(blocks.iter().map(|block| {
        let file = block
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("// "))
            .expect("a file name");
        (file, *block)
    }));
    assert_eq!(source.files.len(), 21, "an example of every file");
    let shape: Vec<String> = load(&source)
        .diagnostics
        .iter()
        .filter(|d| d.code <= Code::FieldTwice)
        .map(|d| d.brief())
        .collect();
    assert_eq!(shape, Vec::<String>::new());
}

/// What is fenced in the tutorial, in its order: what kind it is, and its lines.
fn steps(guide: &str) -> Vec<(&str, Vec<&str>)> {
    let from = guide
        .find("## A case in thirty minutes")
        .expect("it begins");
    let tutorial = &guide[from..];
    let to = tutorial.find("\n## ").expect("something follows");
    let mut out: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut within = false;
    for line in tutorial[..to].lines() {
        match (line.strip_prefix("```"), within) {
            (Some(kind), false) => {
                out.push((kind, Vec::new()));
                within = true;
            }
            (Some(_), true) => within = false,
            (None, true) => out.last_mut().expect("it is open").1.push(line),
            (None, false) => {}
        }
    }
    out
}

/// Changes a file as a block of the tutorial tells; what it shows must stand there once.
fn change(case: &Path, lines: &[&str]) {
    let file = lines[0].strip_prefix("--- ").expect("a file");
    let path = case.join(file);
    let before = std::fs::read_to_string(&path).expect("it is there");
    let of = |marks: [char; 2]| {
        let kept = lines[1..].iter().filter(|l| l.starts_with(marks));
        kept.map(|l| format!("{}\n", &l[1..])).collect::<String>()
    };
    let (old, new) = (of([' ', '-']), of([' ', '+']));
    assert_eq!(before.matches(&old).count(), 1, "{file}: {old}");
    std::fs::write(&path, before.replace(&old, &new)).expect("it is written");
}

#[test]
fn the_tutorial_does_what_it_says() {
    let guide = guide();
    let at = tempfile::tempdir().expect("a folder");
    let case = at.path().join("river_post");
    let run = |args: &[&str]| {
        let mut command = liaison(args);
        let output = command
            .current_dir(at.path())
            .env("LIAISON_HOME", at.path().join("home"))
            .output();
        output.expect("it starts")
    };
    let mut told = String::new();
    let mut seen = Vec::new();
    for (kind, lines) in steps(&guide) {
        match kind {
            "sh" => {
                told.clear();
                for line in &lines {
                    if let Some(gone) = line.strip_prefix("rm -r ") {
                        std::fs::remove_dir_all(at.path().join(gone)).expect("it was there");
                        continue;
                    }
                    let args: Vec<&str> = line.split(' ').collect();
                    assert_eq!(args[0], "liaison", "{line}");
                    let output = run(&args[1..]);
                    told += &text(&output.stdout);
                    seen.push(args[1].to_owned());
                    let code = output.status.code();
                    let wrong = u8::from(told.contains("error["));
                    assert_eq!(
                        code,
                        Some(wrong.into()),
                        "{line}\n{told}\n{}",
                        text(&output.stderr)
                    );
                }
            }
            // What opens a window is there, and takes these words.
            "sh window" => {
                for line in &lines {
                    let args: Vec<&str> = line.split(' ').chain(["--help"]).collect();
                    let output = run(&args[1..]);
                    assert_eq!(output.status.code(), Some(0), "{line}");
                    seen.push(args[1].to_owned());
                }
            }
            "text" => {
                for line in &lines {
                    assert!(told.contains(line), "`{line}` is not told:\n{told}");
                }
            }
            "diff" => change(&case, &lines),
            other => panic!("what is a `{other}`?"),
        }
    }
    for command in [
        "new", "check", "explain", "graph", "solve", "simulate", "report", "author", "play",
    ] {
        assert!(seen.iter().any(|s| s == command), "{command}");
    }
    // In the end there is a case without problems, its sheet, its record and its report.
    let loaded = load(&liaison::library::read_case(&case).expect("it can be read"));
    assert_eq!(loaded.diagnostics, vec![]);
    for file in ["river_post.svg", "first.liaison", "first/first.en.html"] {
        assert!(at.path().join(file).is_file(), "{file}");
    }
}
