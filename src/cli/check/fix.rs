//! `liaison check --fix`: mends what can be mended for certain, after it was shown.

use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Group, Level, Patch, Renderer, Snippet};

use super::{Checked, Format};
use crate::cli::{PROBLEMS, cut_off, say};
use crate::library;
use crate::scenario::{CaseSource, Diagnostic, Fix};

/// Mending can lay bare what it hid; no case needs so many rounds.
const ROUNDS: usize = 20;

/// Shows each change and asks, or with `yes` writes them all; then checks what is left.
#[must_use]
pub fn fix(paths: &[PathBuf], yes: bool) -> u8 {
    let mut written = 0;
    for path in paths {
        match mend(path, yes) {
            Ok(n) => written += n,
            Err(Broken::Output(e)) => return cut_off(&e),
            Err(Broken::Case(problem)) => {
                eprintln!("{problem}");
                return PROBLEMS;
            }
        }
    }
    let told = match written {
        0 => say(format_args!("Nothing was changed.\n\n")),
        1 => say(format_args!("1 change was written.\n\n")),
        n => say(format_args!("{n} changes were written.\n\n")),
    };
    match told {
        Ok(()) => super::run(paths, Format::Human),
        Err(e) => cut_off(&e),
    }
}

/// Why mending breaks off.
enum Broken {
    Output(io::Error),
    Case(String),
}

impl From<io::Error> for Broken {
    fn from(e: io::Error) -> Self {
        Self::Output(e)
    }
}

/// Changes of one case that were written.
fn mend(path: &Path, yes: bool) -> Result<usize, Broken> {
    let (mut written, mut declined) = (0, Vec::new());
    for _ in 0..ROUNDS {
        let checked = Checked::new(path);
        let certain = certain(&checked.diagnostics, &declined);
        if certain.is_empty() {
            break;
        }
        if !path.is_dir() {
            let shown = path.display();
            return Err(Broken::Case(format!(
                "{shown} is no folder on disk, so it cannot be mended; copy it first: liaison new my_case --from {shown}"
            )));
        }
        let mut taken = Vec::new();
        for diagnostic in certain {
            show(&checked.source, diagnostic)?;
            if yes || asked()? {
                taken.push(diagnostic);
            } else {
                declined.push(diagnostic.brief());
            }
        }
        if taken.is_empty() {
            break;
        }
        written += taken.len();
        write(path, &checked.source, &taken)?;
    }
    Ok(written)
}

/// What is mended for certain and was not declined; of two changes of one place, the first.
fn certain<'d>(all: &'d [Diagnostic], declined: &[String]) -> Vec<&'d Diagnostic> {
    let mut out: Vec<&Diagnostic> = Vec::new();
    for diagnostic in all.iter().filter(|d| d.fix.is_some()) {
        let overlaps = |other: &&Diagnostic| {
            let (Some(a), Some(b)) = (&other.fix, &diagnostic.fix) else {
                return false;
            };
            other.file == diagnostic.file
                && a.span.start <= b.span.end
                && b.span.start <= a.span.end
        };
        if !out.iter().any(overlaps) && !declined.contains(&diagnostic.brief()) {
            out.push(diagnostic);
        }
    }
    out
}

/// The problem, and the lines before and after the change.
fn show(source: &CaseSource, diagnostic: &Diagnostic) -> io::Result<()> {
    let (Some(fix), Some(text)) = (&diagnostic.fix, source.text(&diagnostic.file)) else {
        return Ok(());
    };
    let title = format!("{} {}", diagnostic.code.code(), diagnostic.message);
    let lines = Lines::around(text, fix);
    let patch = Patch::new(lines.span.clone(), fix.with.as_str());
    let snippet = Snippet::source(lines.text)
        .path(diagnostic.file.as_str())
        .line_start(lines.first)
        .patch(patch);
    let group = Group::with_title(Level::HELP.secondary_title(title)).element(snippet);
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let renderer = if colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let shown = renderer.decor_style(DecorStyle::Ascii).render(&[group]);
    say(format_args!("{shown}\n"))
}

/// The whole lines that a change touches.
struct Lines<'t> {
    text: &'t str,
    first: usize,
    /// Of the change, in these lines.
    span: std::ops::Range<usize>,
}

impl<'t> Lines<'t> {
    fn around(text: &'t str, fix: &Fix) -> Self {
        let (start, end) = (fix.span.start.min(text.len()), fix.span.end.min(text.len()));
        let from = text
            .get(..start)
            .and_then(|t| t.rfind('\n'))
            .map_or(0, |n| n + 1);
        // A change that takes a line's break with it ends there.
        let last = end.max(start + 1).saturating_sub(1).max(start);
        let to = text
            .get(last..)
            .and_then(|t| t.find('\n'))
            .map_or(text.len(), |n| last + n + 1);
        let head = text.get(..from).unwrap_or_default();
        Self {
            text: text.get(from..to).unwrap_or_default(),
            first: 1 + head.matches('\n').count(),
            span: start - from..end.clamp(from, to) - from,
        }
    }
}

/// Whether to write it. Who cannot answer declines.
fn asked() -> io::Result<bool> {
    say(format_args!("Write this change? [y/N] "))?;
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    say(format_args!("\n"))?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

/// Writes the changed files, each whole or not at all, and none that somebody has saved meanwhile.
fn write(folder: &Path, source: &CaseSource, taken: &[&Diagnostic]) -> Result<(), Broken> {
    let mut new = source.clone();
    // From the end, so that places before stay where they are.
    let mut fixes: Vec<(&str, &Fix)> = taken
        .iter()
        .filter_map(|d| Some((d.file.as_str(), d.fix.as_ref()?)))
        .collect();
    fixes.sort_by_key(|(_, fix)| std::cmp::Reverse(fix.span.start));
    for (file, fix) in fixes {
        let now = new.text(file).and_then(|text| fix.apply(text));
        if let Some(now) = now {
            new.files.insert(file.to_owned(), now.into_bytes());
        }
    }
    match library::revise(folder, source, &new, &[]) {
        Ok(_) => Ok(()),
        Err(problem) => Err(Broken::Case(problem.to_string())),
    }
}
