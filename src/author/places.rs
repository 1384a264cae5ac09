//! Where a part is written.
//!
//! The case itself forgets its files once it is read, and a case that does not read any more has none; so a part
//! is looked for by its id in what can still be read of the files.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::parts::{Kind, Part};
use crate::scenario::{self, CaseSource};

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

/// Where the parts of a case are written, all of them found at once.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<String, scenario::Place>);

impl Places {
    #[must_use]
    pub fn of(source: &CaseSource) -> Self {
        Self(scenario::places(source))
    }

    /// Where the part is written, if it can be found.
    #[must_use]
    pub fn place_of(&self, source: &CaseSource, part: &Part) -> Option<Place> {
        let list = match part.of.kind {
            Kind::Briefing => return whole(source, "scenario.ron"),
            Kind::Map => return whole(source, "map.ron"),
            Kind::Debrief => return whole(source, "truth.ron"),
            Kind::Inject => "injects",
            Kind::Item => "intel",
            Kind::Task => "tasks",
            Kind::Authority => "authorities",
            Kind::Operation => "operations",
            Kind::Document => "documents",
            Kind::Interview => "interviews",
            Kind::Line => "lines",
            Kind::Questionnaire => "questionnaires",
        };
        let found = self.0.get(&format!("{list}.{}", part.key))?;
        Some(Place {
            file: found.file.clone(),
            lines: found.first..=found.last,
        })
    }
}

fn whole(source: &CaseSource, file: &str) -> Option<Place> {
    let lines = source.text(file)?.lines().count().max(1);
    Some(Place {
        file: file.to_owned(),
        lines: 1..=lines,
    })
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
            let places = Places::of(&source);
            for part in parts(&case) {
                let place = places.place_of(&source, &part);
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
        let all = crate::library::shipped();
        let first = all.into_iter().find(|s| s.name == "first_watch");
        let mut source = first.expect("a shipped case").source();
        let case = crate::scenario::load(&source)
            .scenario
            .expect("a good case");
        let tasks: Vec<Part> = parts(&case)
            .into_iter()
            .filter(|p| p.of.kind == Kind::Task)
            .collect();
        let [a, b, c, ..] = tasks.as_slice() else {
            panic!("{} tasks", tasks.len());
        };
        // As some write: a blank before the colon, an older version in a remark, the id last, a case that is no
        // case any more.
        let text = format!(
            "[\n    // Task(id: \"{}\"),\n    Task(\n        title: \"with (brackets) :) // and more\",\n        id : \"{}\",\n    ),\n    Task(id: \"{}\"),\n]",
            b.key, a.key, b.key
        );
        source
            .files
            .insert("tasks.ron".to_owned(), text.into_bytes());
        let places = Places::of(&source);
        let lines = |part| places.place_of(&source, part).map(|p| p.lines);
        assert_eq!(lines(a), Some(3..=6));
        assert_eq!(lines(b), Some(7..=7));
        assert_eq!(lines(c), None);
    }
}
