//! `liaison check`: tells everything that is wrong with cases.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

mod fix;

pub use fix::fix;

use crate::library;
use crate::scenario::diagnostic::Missing;
use crate::scenario::{CaseSource, Code, Diagnostic, Severity, load};

/// Untranslated texts that are named of each language; people then know where to look.
const NAMED: usize = 3;

/// How problems are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Format {
    /// For people: the line, a caret, advice.
    #[default]
    Human,
    /// For editors: one array of objects.
    Json,
}

/// Checks cases, given as folders or names of shipped cases; 1 if any has an error, otherwise 0.
#[must_use]
pub fn run(paths: &[PathBuf], format: Format) -> u8 {
    let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let checked: Vec<Checked> = paths.iter().map(|path| Checked::new(path)).collect();
    let text = match format {
        Format::Human => human(&checked, colour),
        Format::Json => json(&checked),
    };
    let mut told = checked.iter().flat_map(|c| &c.diagnostics);
    let found = u8::from(told.any(|d| d.severity == Severity::Error));
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_or_else(|e| super::cut_off(&e).max(found), |()| found)
}

/// One case and what was found.
pub struct Checked {
    /// As it was named on the command line.
    pub path: String,
    pub source: CaseSource,
    pub diagnostics: Vec<Diagnostic>,
}

impl Checked {
    fn new(path: &Path) -> Self {
        let name = path.display().to_string();
        match library::find_all(&name) {
            Ok((source, mut diagnostics)) => {
                diagnostics.extend(load(&source).diagnostics);
                Self {
                    path: name,
                    source,
                    diagnostics,
                }
            }
            Err(diagnostics) => Self {
                path: name,
                source: CaseSource::default(),
                diagnostics,
            },
        }
    }

    /// The name of its folder.
    fn name(&self) -> &str {
        if let Some(folder) = &self.source.folder {
            return folder;
        }
        let trimmed = self.path.trim_end_matches(['/', '\\']);
        trimmed
            .rsplit(['/', '\\'])
            .next()
            .filter(|n| !n.is_empty())
            .unwrap_or(&self.path)
    }
}

/// What people read: what keeps a case from being played first.
#[must_use]
pub fn human(checked: &[Checked], colour: bool) -> String {
    let mut out = String::new();
    let (mut errors, mut warnings) = (0, 0);
    for case in checked {
        let prefix = format!("{}/", case.path.trim_end_matches('/'));
        for diagnostic in in_order(&case.diagnostics) {
            let prefix = if diagnostic.file == case.path {
                ""
            } else {
                prefix.as_str()
            };
            out.push_str(&diagnostic.render(&case.source, prefix, colour));
            out.push_str("\n\n");
            match diagnostic.severity {
                Severity::Error => errors += 1,
                Severity::Warning => warnings += 1,
            }
        }
    }
    if errors + warnings == 0 {
        for case in checked {
            out.push_str(&format!("{}: no problems\n", case.name()));
        }
        return out;
    }
    let parts: Vec<String> = [(errors, "error"), (warnings, "warning")]
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, what)| plural(n, what))
        .collect();
    out.push_str(&format!(
        "{} in {}\n",
        parts.join(", "),
        plural(checked.len(), "case")
    ));
    out
}

/// Errors before warnings, each by file and line; what a language lacks as one.
fn in_order(all: &[Diagnostic]) -> Vec<Cow<'_, Diagnostic>> {
    let mut lacking: BTreeMap<&str, Vec<(&Missing, &Diagnostic)>> = BTreeMap::new();
    let mut out = Vec::new();
    for diagnostic in all {
        match &diagnostic.missing {
            Some(missing) => lacking
                .entry(&missing.language)
                .or_default()
                .push((missing, diagnostic)),
            None => out.push(Cow::Borrowed(diagnostic)),
        }
    }
    for (language, texts) in lacking {
        out.push(match texts.as_slice() {
            [(_, one)] => Cow::Borrowed(*one),
            many => Cow::Owned(untranslated(language, many)),
        });
    }
    // That there are more comes after what is shown.
    let place = |d: &Diagnostic| (d.code == Code::MoreProblems, d.severity);
    out.sort_by(|a, b| {
        (place(a), &a.file, a.line, a.column).cmp(&(place(b), &b.file, b.line, b.column))
    });
    out
}

fn untranslated(language: &str, texts: &[(&Missing, &Diagnostic)]) -> Diagnostic {
    let count: usize = texts.iter().map(|(missing, _)| missing.count).sum();
    let paths = texts.iter().filter_map(|(m, _)| m.path.as_deref());
    let named: Vec<String> = paths.take(NAMED).map(|p| format!("`{p}`")).collect();
    let more = match count - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (file, message) = (
        format!("lang/{language}.ron"),
        format!("{count} texts are not translated into `{language}`"),
    );
    Diagnostic::of_file(texts[0].1.code, file, message)
        .suggest(format!("add {}{more}", named.join(", ")))
}

fn plural(n: usize, what: &str) -> String {
    if n == 1 {
        format!("1 {what}")
    } else {
        format!("{n} {what}s")
    }
}

/// What editors read.
#[must_use]
pub fn json(checked: &[Checked]) -> String {
    #[derive(serde::Serialize)]
    struct Line<'a> {
        case: &'a str,
        title: &'a str,
        #[serde(flatten)]
        diagnostic: &'a Diagnostic,
    }
    let lines: Vec<Line> = checked
        .iter()
        .flat_map(|case| {
            case.diagnostics.iter().map(|diagnostic| Line {
                case: &case.path,
                title: diagnostic.code.title(),
                diagnostic,
            })
        })
        .collect();
    let mut out = serde_json::to_string_pretty(&lines).unwrap_or_else(|_| "[]".to_owned());
    out.push('\n');
    out
}
