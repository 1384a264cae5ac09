//! `liaison explain`: what a code means.

use std::fmt::Write as _;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::scenario::sheet::Fault;
use crate::scenario::{Code, Severity, explain};

pub(super) fn run(codes: &[String]) -> u8 {
    let mut out = String::new();
    let mut unknown = Vec::new();
    if codes.is_empty() {
        for code in Code::ALL {
            let _ = writeln!(
                out,
                "{} {:<7} {}",
                code.code(),
                severity(*code),
                code.title()
            );
        }
        out.push_str("\nliaison explain L017 tells the rest of one.\n");
    }
    for (n, word) in codes.iter().enumerate() {
        match Code::of(word) {
            Some(code) => {
                if n > 0 {
                    out.push('\n');
                }
                out.push_str(&told(code));
            }
            None => match Fault::of(word) {
                Some(fault) => {
                    let _ = writeln!(
                        out,
                        "{}: {}. Told by row and column when a sheet is brought back with `liaison msel import` or \
                         `liaison translate import`; nothing is changed then.",
                        fault.code(),
                        fault.title()
                    );
                }
                None => unknown.push(word.as_str()),
            },
        }
    }
    if let Err(e) = say(format_args!("{out}")) {
        return cut_off(&e);
    }
    for word in &unknown {
        eprintln!("there is no code `{word}`; liaison explain lists all of them");
    }
    if unknown.is_empty() { DONE } else { PROBLEMS }
}

fn severity(code: Code) -> &'static str {
    match code.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// Everything that is to be said of a code.
fn told(code: Code) -> String {
    let mut out = format!("{} {}: {}\n", code.code(), severity(code), code.title());
    if let Some(explained) = explain(code) {
        let _ = writeln!(out, "\n{}", explained.why);
        let place = if explained.file.is_empty() {
            String::new()
        } else {
            format!(", in {}", explained.file)
        };
        let _ = writeln!(out, "\nWrong{place}:\n{}", indented(&explained.wrong));
        let _ = writeln!(out, "\nRight:\n{}", indented(&explained.right));
    }
    if let Some(place) = silenced(code) {
        let _ = writeln!(
            out,
            "\nWhere it is meant so, say why {place}:\n    // allow({}): the reason",
            code.code()
        );
    }
    out
}

/// Where a code is silenced, if it can be.
fn silenced(code: Code) -> Option<&'static str> {
    match code {
        Code::SilenceUnexplained | Code::SilencesNothing => None,
        Code::UnexpectedFile | Code::UndeclaredLanguage => Some("at the head of the file"),
        code => (code.severity() == Severity::Warning).then_some("on the line before"),
    }
}

fn indented(text: &str) -> String {
    let lines: Vec<String> = text
        .lines()
        .map(|l| format!("    {}", l.trim_end()))
        .collect();
    lines.join("\n")
}
