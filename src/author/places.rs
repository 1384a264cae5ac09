//! Where a part is written.
//!
//! The case itself forgets its files once it is read, and a case that does not read any more has none; so a part
//! is looked for by its id, in the files in which such parts stand.

use std::ops::RangeInclusive;

use super::parts::{Kind, Part};
use crate::scenario::CaseSource;

/// Lines of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Relative to the case.
    pub file: String,
    /// From 1, with the last one.
    pub lines: RangeInclusive<usize>,
}

impl Place {
    /// `injects.ron:12`
    #[must_use]
    pub fn brief(&self) -> String {
        format!("{}:{}", self.file, self.lines.start())
    }
}

/// Where the part is written, if it can be found.
#[must_use]
pub fn place_of(source: &CaseSource, part: &Part) -> Option<Place> {
    let (files, field) = match part.of.kind {
        Kind::Briefing => return whole(source, "scenario.ron"),
        Kind::Map => return whole(source, "map.ron"),
        Kind::Debrief => return whole(source, "truth.ron"),
        Kind::Inject => ("injects", format!("number: {},", part.key)),
        Kind::Item => ("intel", id(part)),
        Kind::Task => ("tasks", id(part)),
        Kind::Authority => ("authorities", id(part)),
        Kind::Operation => ("operations", id(part)),
        Kind::Document => ("documents", id(part)),
        Kind::Interview => ("interviews", id(part)),
        Kind::Line => ("lines", id(part)),
        Kind::Questionnaire => ("questionnaires", id(part)),
    };
    let of_kind = |name: &str| {
        let rest = name.strip_prefix(files);
        rest.is_some_and(|rest| rest.starts_with('/') || rest == ".ron")
    };
    source
        .files
        .keys()
        .filter(|name| of_kind(name))
        .find_map(|file| {
            let text = source.text(file)?;
            let at = find(text, &field)?;
            let (from, to) = block(text, at);
            Some(Place {
                file: file.clone(),
                lines: line(text, from)..=line(text, to),
            })
        })
}

fn id(part: &Part) -> String {
    format!("id: \"{}\"", part.key)
}

fn whole(source: &CaseSource, file: &str) -> Option<Place> {
    let lines = source.text(file)?.lines().count().max(1);
    Some(Place {
        file: file.to_owned(),
        lines: 1..=lines,
    })
}

/// The field as a whole word, not in a comment.
fn find(text: &str, field: &str) -> Option<usize> {
    text.match_indices(field).map(|(at, _)| at).find(|at| {
        let before = &text[..*at];
        let word = before.chars().next_back();
        let line = before.rsplit('\n').next().unwrap_or_default();
        !word.is_some_and(|c| c.is_alphanumeric() || c == '_') && !line.contains("//")
    })
}

/// The brackets around a place of the text: from the word before the opening one to the closing one.
fn block(text: &str, at: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut from = at;
    // What stands before the id of a part are its own brackets and words.
    for n in (0..at).rev() {
        match bytes[n] {
            b')' => depth += 1,
            b'(' if depth == 0 => {
                let name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_';
                let word = bytes[..n].iter().rev().take_while(|b| name(b)).count();
                from = n - word;
                break;
            }
            b'(' => depth -= 1,
            _ => {}
        }
    }
    let mut depth = 1usize;
    let mut inside = false;
    let mut escaped = false;
    for (n, byte) in bytes.iter().enumerate().skip(at) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if inside => escaped = true,
            b'"' => inside = !inside,
            b'(' if !inside => depth += 1,
            b')' if !inside => {
                depth -= 1;
                if depth == 0 {
                    return (from, n);
                }
            }
            _ => {}
        }
    }
    (from, text.len())
}

/// The line of a byte, from 1.
fn line(text: &str, at: usize) -> usize {
    let before = text.as_bytes().iter().take(at);
    before.filter(|b| **b == b'\n').count() + 1
}

/// The lines of a place as they are written, without what all of them are indented by; no more than `most`.
#[must_use]
pub fn excerpt(source: &CaseSource, place: &Place, most: usize) -> Vec<String> {
    let Some(text) = source.text(&place.file) else {
        return Vec::new();
    };
    let from = place.lines.start().saturating_sub(1);
    let number = place.lines.end().saturating_sub(from);
    let lines: Vec<&str> = text.lines().skip(from).take(number).collect();
    let indent = |l: &&str| l.len() - l.trim_start().len();
    let filled = lines.iter().filter(|l| !l.trim().is_empty());
    let common = filled.map(indent).min().unwrap_or(0);
    let mut out: Vec<String> = lines
        .iter()
        .take(most)
        .map(|l| l.get(common..).unwrap_or("").to_owned())
        .collect();
    if lines.len() > most {
        out.push("…".to_owned());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::parts::parts;
    use super::*;

    fn source(name: &str) -> CaseSource {
        let all = crate::library::shipped();
        let shipped = all.into_iter().find(|s| s.name == name);
        shipped.expect("a shipped case").source()
    }

    #[test]
    fn every_part_of_the_shipped_cases_is_found_where_it_is_written() {
        for name in ["first_watch", "the_night_bus"] {
            let source = source(name);
            let loaded = crate::scenario::load(&source);
            let case = loaded.scenario.expect("a good case");
            for part in parts(&case) {
                let place = place_of(&source, &part);
                let place = place.unwrap_or_else(|| panic!("{name}: {part:?} is not found"));
                if part.key.is_empty() {
                    continue;
                }
                let lines = excerpt(&source, &place, usize::MAX).join("\n");
                assert!(lines.contains(&part.key), "{part:?}: {lines}");
                let opened = lines.matches('(').count();
                assert!(opened > 0, "{part:?}: {lines}");
            }
        }
    }

    #[test]
    fn a_part_ends_where_its_brackets_do() {
        let text = "[\n    Item(\n        id: \"a\",\n        text: \"with (brackets) :)\",\n    ),\n    Item(id: \"b\"),\n]";
        let source = CaseSource::new([("intel/x.ron", text)]);
        let part = |key: &str| Part {
            of: super::super::Of {
                kind: Kind::Item,
                at: 0,
            },
            key: key.to_owned(),
            number: String::new(),
            title: crate::scenario::Text::default(),
            team: None,
        };
        let lines = |key: &str| place_of(&source, &part(key)).map(|p| p.lines);
        assert_eq!(lines("a"), Some(2..=5));
        assert_eq!(lines("b"), Some(6..=6));
        assert_eq!(lines("c"), None);
    }
}
