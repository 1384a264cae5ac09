//! `liaison check`: tells everything that is wrong with cases.

use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use crate::library;
use crate::scenario::{CaseSource, Diagnostic, Severity, load};

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
    let found = u8::from(count(&checked, Severity::Error) > 0);
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
        match library::find(&name) {
            Ok(source) => {
                let diagnostics = load(&source).diagnostics;
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
        let trimmed = self.path.trim_end_matches(['/', '\\']);
        trimmed
            .rsplit(['/', '\\'])
            .next()
            .filter(|n| !n.is_empty())
            .unwrap_or(&self.path)
    }
        if let Some(folder) = &self.source.folder {
            return folder;
        }
}

fn count(checked: &[Checked], severity: Severity) -> usize {
    checked
        .iter()
        .flat_map(|c| &c.diagnostics)
        .filter(|d| d.severity == severity)
        .count()
}

/// What people read.
#[must_use]
pub fn human(checked: &[Checked], colour: bool) -> String {
    let mut out = String::new();
    for case in checked {
        let prefix = format!("{}/", case.path.trim_end_matches('/'));
        for diagnostic in &case.diagnostics {
            let prefix = if diagnostic.file == case.path {
                ""
            } else {
                prefix.as_str()
            };
            out.push_str(&diagnostic.render(&case.source, prefix, colour));
            out.push_str("\n\n");
        }
    }
    let (errors, warnings) = (
        count(checked, Severity::Error),
        count(checked, Severity::Warning),
    );
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
