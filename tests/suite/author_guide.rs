//! The author's guide is true: its examples are read, its tables are complete.

use std::path::Path;

use liaison::scenario::words::Metric;
use liaison::scenario::{CaseSource, Code, Severity, TextKind, load};

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
