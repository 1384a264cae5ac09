//! Changes to the files of a case as splices of their text: comments and layout around them stay.
//!
//! Nothing here writes a file, and nothing judges what comes of a change: load the result and look.

pub(super) mod element;
mod fix;
mod rename;

use std::collections::BTreeMap;
use std::ops::Range;

use super::source::CaseSource;
pub use fix::{Offer, fix};
pub use rename::{RenameError, Renamed, rename, unread};

/// Bytes of a file that are replaced; an empty range inserts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// Relative to the case.
    pub file: String,
    pub span: Range<usize>,
    pub text: String,
}

/// The case with every splice made. Those of one place are made in the order given; one that reaches into the one
/// before it, or beyond its file, is left out: [`meet`] says whether there is one.
#[must_use]
pub fn apply(source: &CaseSource, splices: &[Splice]) -> CaseSource {
    let mut out = source.clone();
    for (file, splices) in by_file(splices) {
        let old = source.text(file).unwrap_or_default();
        let mut new = String::with_capacity(old.len() + 256);
        // A file keeps the line ends that it has.
        let dos = old.contains("\r\n");
        let mut at = 0;
        for splice in splices {
            let Some(kept) = old.get(at..splice.span.start) else {
                continue;
            };
            if old.get(splice.span.clone()).is_none() {
                continue;
            }
            new.push_str(kept);
            // Where two things are put behind the same value, or what stood there goes, one comma is enough.
            let bare = new.trim_end().ends_with([',', '(', '[', '{']);
            let text = match splice.text.strip_prefix(',') {
                Some(rest) if bare && splice.span.is_empty() => rest,
                _ => splice.text.as_str(),
            };
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

/// The first splice that cannot be made: it reaches into one before it, or beyond its file.
#[must_use]
pub fn meet<'p>(source: &CaseSource, splices: &'p [Splice]) -> Option<&'p Splice> {
    for (file, splices) in by_file(splices) {
        let old = source.text(file).unwrap_or_default();
        let mut at = 0;
        for splice in splices {
            if splice.span.start < at || old.get(splice.span.clone()).is_none() {
                return Some(splice);
            }
            at = splice.span.end;
        }
    }
    None
}

/// Splices of each file in the order of their places.
fn by_file(splices: &[Splice]) -> BTreeMap<&str, Vec<&Splice>> {
    let mut by_file: BTreeMap<&str, Vec<&Splice>> = BTreeMap::new();
    for splice in splices {
        by_file.entry(&splice.file).or_default().push(splice);
    }
    for splices in by_file.values_mut() {
        splices.sort_by_key(|s| (s.span.start, s.span.end));
    }
    by_file
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
