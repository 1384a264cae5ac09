//! A file from which one sign is missing: its line is told, and little else.
//!
//! Of every file of the shipped cases and of a new case, single brackets, quotes, commas and colons are taken out.

use std::collections::BTreeMap;
use std::path::Path;

use liaison::library;
use liaison::scenario::{CaseSource, Code, Diagnostic, Severity, load};

/// Signs that are taken out, of each kind and file.
const SAMPLES: usize = 15;

/// Codes of reading: all that a missing sign can bring about in its file.
const READING: [Code; 7] = [
    Code::Syntax,
    Code::UnknownField,
    Code::MissingField,
    Code::WrongType,
    Code::UnknownWord,
    Code::FieldTwice,
    Code::OutOfRange,
];

/// Where the signs of a file stand that are no part of a text or remark; of a text its two quotes.
fn signs(text: &str) -> Vec<(char, usize)> {
    let mut out = Vec::new();
    let mut all = text.char_indices().peekable();
    while let Some((at, c)) = all.next() {
        match c {
            '/' if all.peek().is_some_and(|(_, next)| *next == '/') => {
                while all.next_if(|(_, c)| *c != '\n').is_some() {}
            }
            '"' => {
                out.push(('"', at));
                while let Some((at, c)) = all.next() {
                    match c {
                        '\\' => drop(all.next()),
                        '"' => {
                            out.push(('"', at));
                            break;
                        }
                        _ => {}
                    }
                }
            }
            '(' | ')' | '[' | ']' | '{' | '}' | ',' | ':' => out.push((c, at)),
            _ => {}
        }
    }
    out
}

/// Some of many, always the same.
fn sampled(text: &str) -> Vec<(char, usize)> {
    let mut by: BTreeMap<char, Vec<usize>> = BTreeMap::new();
    for (sign, at) in signs(text) {
        by.entry(sign).or_default().push(at);
    }
    let mut out = Vec::new();
    for (sign, places) in by {
        let step = places.len().div_ceil(SAMPLES).max(1);
        // Not always the first of a kind.
        let from = (text.len() * 7) % step;
        let some = places.iter().skip(from).step_by(step);
        out.extend(some.map(|&at| (sign, at)));
    }
    out
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at].matches('\n').count()
}

/// What is told of reading a file that stands alone.
fn told(file: &str, text: String) -> Vec<Diagnostic> {
    let source = CaseSource::new([(file, text)]);
    let all = load(&source).diagnostics.into_iter();
    all.filter(|d| d.file == file && READING.contains(&d.code) && d.severity == Severity::Error)
        .collect()
}

/// The files of shipped cases and of the case that a new one begins with.
fn files() -> Vec<(String, String, String)> {
    let mut out = Vec::new();
    let mut add = |case: &str, source: &CaseSource| {
        for file in source.files.keys() {
            if let Some(text) = source.text(file) {
                out.push((case.to_owned(), file.clone(), text.to_owned()));
            }
        }
    };
    for shipped in library::shipped() {
        add(
            shipped.name,
            &library::find(shipped.name).expect("it is shipped"),
        );
    }
    let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/template");
    add(
        "template",
        &library::read_case(&template).expect("it can be read"),
    );
    out
}

#[derive(Default)]
struct Figures {
    tried: usize,
    /// Something was told, and the first of it within a line.
    placed: usize,
    few: usize,
    one: usize,
    errors: usize,
    most: usize,
    /// Nothing told: without the sign it says the same.
    silent: usize,
}

#[test]
fn one_missing_sign_is_told_where_it_is_missing() {
    let mut by: BTreeMap<char, Figures> = BTreeMap::new();
    for (case, file, text) in files() {
        for (sign, at) in sampled(&text) {
            let mut damaged = text.clone();
            damaged.remove(at);
            let line = line_of(&text, at);
            let told = told(&file, damaged);
            let figures = by.entry(sign).or_default();
            let Some(first) = told.first() else {
                figures.silent += 1;
                continue;
            };
            let placed = first.line.abs_diff(line) <= 1;
            figures.tried += 1;
            figures.placed += usize::from(placed);
            figures.few += usize::from(told.len() <= 2);
            figures.one += usize::from(told.len() == 1);
            figures.errors += told.len();
            figures.most = figures.most.max(told.len());
            if !placed || told.len() > 1 {
                println!("{case}/{file}:{line} without {sign:?}: {} told", told.len());
                for d in told.iter().take(3) {
                    println!("    {}", d.brief());
                }
            }
        }
    }
    let mut whole = Figures::default();
    for (sign, f) in &by {
        println!(
            "{sign} tried {} placed {} one {} few {} mean {:.2} most {} silent {}",
            f.tried,
            f.placed,
            f.one,
            f.few,
            f.errors as f64 / f.tried.max(1) as f64,
            f.most,
            f.silent
        );
        whole.tried += f.tried;
        whole.placed += f.placed;
        whole.few += f.few;
    }
    println!(
        "all tried {} placed {} few {}",
        whole.tried, whole.placed, whole.few
    );
    assert!(whole.tried > 500);
    assert!(whole.placed * 100 >= whole.tried * 90);
    assert!(whole.few * 100 >= whole.tried * 90);
}
