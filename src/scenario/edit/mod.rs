//! Changes to the files of a case as splices of their text: comments and layout around them stay.
//!
//! Nothing here writes a file, and nothing judges what comes of a change: load the result and look.

pub(super) mod element;
mod fix;

use std::collections::BTreeMap;
use std::ops::Range;

use super::source::CaseSource;
pub use fix::fix;

/// Bytes of a file that are replaced; an empty range inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Relative to the case.
    pub file: String,
    pub span: Range<usize>,
    pub text: String,
}

/// The case with every splice made. Those of one place are made in the order given; one that reaches into the one
/// before it, or beyond its file, is left out.
#[must_use]
pub fn apply(source: &CaseSource, splices: &[Splice]) -> CaseSource {
    let mut out = source.clone();
    let mut by_file: BTreeMap<&str, Vec<&Splice>> = BTreeMap::new();
    for splice in splices {
        by_file.entry(&splice.file).or_default().push(splice);
    }
    for (file, mut splices) in by_file {
        splices.sort_by_key(|s| (s.span.start, s.span.end));
        let old = source.text(file).unwrap_or_default();
        let mut new = String::with_capacity(old.len() + 256);
        // A file keeps the line ends that it has.
        let dos = old.contains("\r\n");
        let mut at = 0;
        let mut before = None;
        for splice in splices {
            let Some(kept) = old.get(at..splice.span.start) else {
                continue;
            };
            if old.get(splice.span.clone()).is_none() {
                continue;
            }
            new.push_str(kept);
            // Where two things are put behind the same value, one comma is enough.
            let again = splice.span.is_empty() && before == Some(splice.span.start);
            let text = match splice.text.strip_prefix(',') {
                Some(rest) if again && new.ends_with(',') => rest,
                _ => splice.text.as_str(),
            };
            before = Some(splice.span.start);
            if dos {
                let text = text.replace("\r\n", "\n");
                new.push_str(&text.replace('\n', "\r\n"));
            } else {
                new.push_str(text);
            }
            at = splice.span.end;
        }
        new.push_str(old.get(at..).unwrap_or_default());
        out.files.insert(file.to_owned(), new.into_bytes());
    }
    out
}

/// A text as RON writes it, in straight double quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
