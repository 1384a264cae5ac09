//! What `liaison msel`, `liaison translate` and `liaison rename` have in common: a case out into a workbook, and
//! changes into the case after a look at them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, BufRead as _, IsTerminal as _, Write as _};
use std::path::Path;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::library::{self, Beside};
use crate::scenario::sheet::{Back, Grid, Table};
use crate::scenario::{CaseSource, Code, Diagnostic, Severity, edit, load};

/// A case that can be worked on: one without errors. Otherwise its problems are told.
pub(super) fn sound(case: &str) -> Result<CaseSource, u8> {
    let source = library::find(case).map_err(|problems| {
        tell(&problems, &CaseSource::default(), "");
        PROBLEMS
    })?;
    let errors = errors(&source);
    if errors.is_empty() {
        return Ok(source);
    }
    tell(&errors, &source, case);
    eprintln!("`{case}` does not pass `liaison check`; mend it first");
    Err(PROBLEMS)
}

/// What hinders work on a case. A language that the card promises and that has no file yet does not: these commands
/// are how its file is made.
fn errors(source: &CaseSource) -> Vec<Diagnostic> {
    let mut found = load(source).diagnostics;
    found.retain(|d| d.severity == Severity::Error && !promised(d));
    found
}

/// The error stands at the promise; that of a part that is missing has no place.
fn promised(d: &Diagnostic) -> bool {
    d.code == Code::MissingFile && !d.span.is_empty()
}

/// Warnings that a case has only since it was changed. Where ids have changed, a message is no longer known by its
/// words: as many of a code in a file are taken for the same.
fn fresh_warnings(old: &CaseSource, new: &CaseSource, ids: bool) -> Vec<Diagnostic> {
    let before = load(old).diagnostics;
    let mut found = load(new).diagnostics;
    let count = |all: &[Diagnostic], d: &Diagnostic| {
        let alike = |o: &&Diagnostic| (o.code, &o.file) == (d.code, &d.file);
        let lacking = |o: &Diagnostic| o.missing.as_ref().map_or(1, |m| m.count);
        all.iter().filter(alike).map(lacking).sum::<usize>()
    };
    let after = found.clone();
    found.retain(|d| {
        let same = |o: &Diagnostic| (o.code, &o.file, &o.message) == (d.code, &d.file, &d.message);
        let known = before.iter().any(same) || ids && count(&after, d) <= count(&before, d);
        d.severity == Severity::Warning && !known
    });
    found
}

/// How many texts each language lacks.
fn lacking_by_language(lacking: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let mut out = BTreeMap::new();
    for missing in lacking.iter().filter_map(|d| d.missing.as_ref()) {
        *out.entry(missing.language.as_str()).or_default() += missing.count;
    }
    out
}

fn tell(problems: &[Diagnostic], source: &CaseSource, case: &str) {
    let colour = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let prefix = if case.is_empty() {
        String::new()
    } else {
        format!("{}/", case.trim_end_matches('/'))
    };
    for problem in problems {
        eprintln!("{}\n", problem.render(source, &prefix, colour));
    }
}

/// Writes a table of a case and says where. A file that is there is work of somebody: it is asked for.
pub(super) fn export(case: &str, table: &Table, to: &Path, yes: bool) -> u8 {
    if to
        .extension()
        .is_none_or(|e| !e.eq_ignore_ascii_case("xlsx"))
    {
        eprintln!("`{}` has to end in .xlsx", to.display());
        return PROBLEMS;
    }
    if let Some(mark) = library::open_elsewhere(to) {
        eprintln!(
            "`{}` is open in another program: close it there. If it is not, remove `{}`",
            to.display(),
            mark.display()
        );
        return PROBLEMS;
    }
    if to.is_file() && !yes {
        let question = format!("`{}` is there already. Replace it?", to.display());
        if let Some(code) = refused(&question) {
            return code;
        }
    }
    match library::write_book(to, case, table) {
        Ok(()) => {
            let rows = table.rows.len();
            let text = format!("{}: {rows} rows\n", to.display());
            say(format_args!("{text}")).map_or_else(|e| cut_off(&e), |()| DONE)
        }
        Err(problem) => {
            eprintln!("{problem}");
            PROBLEMS
        }
    }
}

/// The sheets of a workbook, or why there are none.
pub(super) fn grids(file: &Path) -> Result<Vec<Grid>, u8> {
    if library::open_elsewhere(file).is_some() {
        eprintln!(
            "note: `{}` is open in another program; what is not saved there is not read",
            file.display()
        );
    }
    library::read_book(file).map_err(|problem| {
        eprintln!("{problem}");
        PROBLEMS
    })
}

/// What is brought back.
pub(super) struct Import<'i> {
    pub case: &'i str,
    pub source: &'i CaseSource,
    pub back: &'i Back,
    /// Files beside the case that change with it, each with what that means.
    pub beside: Vec<(Beside, String)>,
    /// It changes ids.
    pub ids: bool,
    /// Do not ask.
    pub yes: bool,
}

impl Import<'_> {
    /// Tells what is wrong or what would change, asks, and writes.
    pub fn run(&self) -> u8 {
        let mut problems: Vec<_> = self.back.problems.iter().collect();
        problems.sort_by_key(|p| p.cell);
        for note in &self.back.notes {
            eprintln!("note: {note}");
        }
        for problem in &problems {
            eprintln!("{problem}");
        }
        if !problems.is_empty() {
            let count = problems.len();
            let s = if count == 1 { "" } else { "s" };
            eprintln!("{count} problem{s} in the sheet; nothing is changed");
            return PROBLEMS;
        }
        if self.back.changes.is_empty() && self.beside.is_empty() {
            return say(format_args!("nothing to change\n"))
                .map_or_else(|e| cut_off(&e), |()| DONE);
        }
        let splices = self.back.splices();
        if let Some(splice) = edit::meet(self.source, &splices) {
            eprintln!(
                "two changes meet in one place of {}: bring one of them in first; nothing is changed",
                splice.file
            );
            return PROBLEMS;
        }
        let new = edit::apply(self.source, &splices);
        let errors = errors(&new);
        if let Err(e) = say(format_args!("{}", self.preview())) {
            return cut_off(&e);
        }
        if !errors.is_empty() {
            tell(&errors, &new, self.case);
            eprintln!("the case would not pass `liaison check`; nothing is changed");
            return PROBLEMS;
        }
        let (lacking, fresh): (Vec<_>, Vec<_>) = fresh_warnings(self.source, &new, self.ids)
            .into_iter()
            .partition(|d| d.missing.is_some());
        tell(&fresh, &new, self.case);
        for (language, count) in lacking_by_language(&lacking) {
            eprintln!("note: {count} texts are not translated into `{language}` yet");
        }
        let folder = Path::new(self.case);
        if !folder.is_dir() {
            eprintln!("{}", library::ReviseError::NoFolder(self.case.to_owned()));
            return PROBLEMS;
        }
        if !self.yes
            && let Some(code) = refused(&format!("Write to `{}`?", self.case))
        {
            return code;
        }
        // What has been written meanwhile may use what changes.
        if library::find(self.case).is_ok_and(|now| now.files != self.source.files) {
            eprintln!(
                "`{}` has been changed by somebody else meanwhile; nothing is written. Begin again",
                self.case
            );
            return PROBLEMS;
        }
        let beside: Vec<Beside> = self.beside.iter().map(|(b, _)| b.clone()).collect();
        match library::revise(folder, self.source, &new, &beside) {
            Ok(written) => {
                let lines: String = (written.iter())
                    .map(|path| format!("written: {}\n", path.display()))
                    .collect();
                say(format_args!("{lines}")).map_or_else(|e| cut_off(&e), |()| DONE)
            }
            Err(problem) => {
                eprintln!("{problem}");
                PROBLEMS
            }
        }
    }

    /// Every change with its cell and its place, old and new below each other.
    fn preview(&self) -> String {
        let mut out = String::new();
        for change in &self.back.changes {
            let text = self.source.text(&change.file).unwrap_or_default();
            let at = change.splices.first().map_or(0, |splice| {
                // What goes takes the line end before it along.
                let gone = text.get(splice.span.clone()).unwrap_or_default();
                splice.span.start + gone.len() - gone.trim_start_matches(['\r', '\n']).len()
            });
            let line = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
            let cell = change.cell.map(|cell| format!(", cell {cell}"));
            let cell = cell.unwrap_or_default();
            let _ = writeln!(out, "{} ({}:{line}{cell})", change.what, change.file);
            for (mark, side) in [("-", &change.old), ("+", &change.new)] {
                for line in side.iter().flat_map(|t| t.lines()) {
                    let _ = writeln!(out, "  {mark} {line}");
                }
            }
        }
        for (_, what) in &self.beside {
            let _ = writeln!(out, "{what}");
        }
        let count = self.back.changes.len();
        let s = if count == 1 { "" } else { "s" };
        let _ = writeln!(out, "{count} change{s} to the case");
        out
    }
}

/// Asks. Nothing if the answer is yes, otherwise the exit code: it is nobody's fault if somebody says no, and where
/// nobody is there to answer nothing has been done.
fn refused(question: &str) -> Option<u8> {
    // Where this cannot be read, nobody answers.
    let _ = say(format_args!("{question} [y/N] "));
    let _ = io::stdout().flush();
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    if !io::stdin().is_terminal() {
        let _ = say(format_args!("\n"));
    }
    if answer.is_empty() || read.is_err() {
        eprintln!("nothing is written: nobody answers. `--yes` does not ask");
        return Some(PROBLEMS);
    }
    if matches!(answer.trim().to_lowercase().as_str(), "y" | "yes") {
        return None;
    }
    eprintln!("nothing is written");
    Some(DONE)
}
