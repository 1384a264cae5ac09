//! One problem of a case, with its place, and how it is shown to people and to editors.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

pub use super::code::{Code, Severity};
use super::fix::Fix;
use super::source::CaseSource;

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// The file, relative to the case.
    pub file: String,
    /// Bytes of the file that it is about.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    pub message: String,
    /// What stands at the caret.
    pub label: String,
    pub suggestion: Option<String>,
    /// What mends it, where that is certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// For missing translations: what is missing, so that many can be told as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
}

/// Texts that a language lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    pub language: String,
    /// The path of the text; none where several are told at once.
    pub path: Option<String>,
    pub count: usize,
}

impl Diagnostic {
    /// A problem with a whole file.
    #[must_use]
    pub fn of_file(code: Code, file: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            file: file.into(),
            span: 0..0,
            line: 1,
            column: 1,
            message: message.into(),
            label: String::new(),
            suggestion: None,
            fix: None,
            missing: None,
        }
    }

    /// With advice.
    #[must_use]
    pub fn suggest(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    /// `L017 intel.ron:12:9 unknown field …`: one line, for lists and tests.
    #[must_use]
    pub fn brief(&self) -> String {
        let mut out = format!(
            "{} {}:{}:{} {}",
            self.code.code(),
            self.file,
            self.line,
            self.column,
            self.message
        );
        if let Some(suggestion) = &self.suggestion {
            let _ = write!(out, " ({suggestion})");
        }
        out
    }

    /// With the line it stands in, a caret and advice; colours on request.
    #[must_use]
    pub fn render(&self, source: &CaseSource, prefix: &str, colour: bool) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let path = format!("{prefix}{}", self.file);
        let mut group = Group::with_title(
            level
                .primary_title(self.message.as_str())
                .id(self.code.code()),
        );
        match source
            .files
            .get(&self.file)
            .and_then(|bytes| excerpt(bytes, &self.span))
        {
            Some((line, span)) => {
                group = group.element(
                    Snippet::source(line)
                        .path(path)
                        .line_start(self.line)
                        .annotation(
                            AnnotationKind::Primary
                                .span(span)
                                .label(self.label.as_str()),
                        ),
                );
            }
            None => {
                group = group.element(Origin::path(path).line(self.line).char_column(self.column));
                if !self.label.is_empty() {
                    group = group.element(Level::NOTE.message(self.label.as_str()));
                }
            }
        }
        if let Some(suggestion) = &self.suggestion {
            group = group.element(Level::HELP.message(suggestion.as_str()));
        }
        let renderer = if colour {
            Renderer::styled()
        } else {
            Renderer::plain()
        };
        renderer.decor_style(DecorStyle::Ascii).render(&[group])
    }
}

/// Longest line that is shown.
const MAX_LINE: usize = 1_000;

/// The line in which a span begins and the span within it; nothing for a problem of the whole file,
/// or if the line is too long to show.
fn excerpt<'t>(file: &'t [u8], span: &Range<usize>) -> Option<(&'t str, Range<usize>)> {
    if span.is_empty() {
        return None;
    }
    // Nothing but the line is read as text: files are long, and have many problems.
    let newline = |byte: &u8| *byte == b'\n';
    let head = file.get(..span.start)?;
    let start = head.iter().rposition(newline).map_or(0, |n| n + 1);
    let rest = file.get(start..)?;
    let bytes = rest.split(newline).next()?;
    if bytes.len() > MAX_LINE + 1 {
        return None;
    }
    let line = std::str::from_utf8(bytes).ok()?.trim_end_matches('\r');
    if line.is_empty() || line.len() > MAX_LINE {
        return None;
    }
    let from = (span.start - start).min(line.len());
    let to = span.end.saturating_sub(start).clamp(from, line.len());
    Some((line, from..to))
}
