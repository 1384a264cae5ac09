//! Where the parts of a case are written, for tools that tell of them: file and line by path.

use std::collections::BTreeMap;

use super::doc::{At, Doc, Located, Spot, Trail, identity};
use super::file::ConditionFile;
use super::read::{self, Parsed};
use super::sink::Sink;
use super::source::CaseSource;
use super::texts;

/// A place in a file of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Place {
    /// Relative to the case.
    pub file: String,
    /// Where it says who it is. From 1.
    pub line: usize,
    /// All its lines.
    #[serde(skip)]
    pub first: usize,
    #[serde(skip)]
    pub last: usize,
}

/// Where each part of a case stands, by the path under which its texts are translated, without the text's own
/// name: `intel.yard`, `injects.3`, `injects.3.options.go`, `theory.questions.organiser`. What cannot be read is
/// left out.
#[must_use]
pub fn places(source: &CaseSource) -> BTreeMap<String, Place> {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    let lines = Lines::of(&docs);
    let mut out = BTreeMap::new();
    for (path, at) in elements(&parsed) {
        if let Some(mut place) = lines.place(&docs, identity(&docs, at)) {
            if let Some(doc) = docs.get(at.doc) {
                let span = doc.tree.node(at.node).span;
                place.first = lines.line(at.doc, span.start as usize);
                place.last = lines.line(at.doc, (span.end as usize).saturating_sub(1));
            }
            out.entry(path).or_insert(place);
        }
    }
    // What has no list of its own stands where its first text does.
    for site in texts::sites(&parsed) {
        let Some((owner, _)) = site.path.rsplit_once('.') else {
            continue;
        };
        if out.contains_key(owner) {
            continue;
        }
        if let Some(place) = lines.place(&docs, site.find(&docs)) {
            out.insert(owner.to_owned(), place);
        }
    }
    out
}

/// The parts of the condition for the full outcome, as they are written: all that an `All` asks for, or the one
/// condition that it is.
#[must_use]
pub fn parts_of_full(source: &CaseSource) -> Vec<(Place, String)> {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    let Some(theory) = &parsed.theory else {
        return Vec::new();
    };
    let lines = Lines::of(&docs);
    let root = Trail::Root(theory.at);
    let full = root.field("full");
    let list = full.nth(0);
    let told = |trail: &Trail| {
        let spot = trail.find(&docs);
        let bytes = spot.bytes.start as usize..spot.bytes.end as usize;
        let written = docs.get(spot.doc)?.text.get(bytes)?;
        let words: Vec<&str> = written.split_whitespace().collect();
        Some((lines.place(&docs, spot)?, words.join(" ")))
    };
    match &theory.value.full {
        ConditionFile::All(all) => (0..all.len()).filter_map(|n| told(&list.nth(n))).collect(),
        _ => told(&full).into_iter().collect(),
    }
}

/// The elements of lists that texts need not be written for.
fn elements(parsed: &Parsed) -> Vec<(String, At)> {
    let mut out = Vec::new();
    add(&mut out, "intel", &parsed.items.all, |i| i.id.clone());
    add(&mut out, "tasks", &parsed.tasks.all, |t| t.id.clone());
    add(&mut out, "injects", &parsed.injects.all, |i| {
        i.number.to_string()
    });
    add(&mut out, "milestones", &parsed.milestones.all, |m| {
        m.id.clone()
    });
    add(&mut out, "operations", &parsed.operations.all, |o| {
        o.id.clone()
    });
    add(&mut out, "authorities", &parsed.authorities.all, |a| {
        a.id.clone()
    });
    add(&mut out, "objectives", &parsed.objectives.all, |o| {
        o.id.clone()
    });
    add(&mut out, "people", &parsed.people.all, |p| p.id.clone());
    add(&mut out, "subjects", &parsed.subjects.all, |s| s.id.clone());
    add(&mut out, "officers", &parsed.officers.all, |o| o.id.clone());
    add(&mut out, "documents", &parsed.documents.all, |d| {
        d.id.clone()
    });
    add(&mut out, "interviews", &parsed.interviews.all, |i| {
        i.id.clone()
    });
    add(&mut out, "lines", &parsed.lines, |l| l.id.clone());
    let surveys = &parsed.questionnaires.all;
    add(&mut out, "questionnaires", surveys, |q| q.id().clone());
    out
}

fn add<'p, T: 'p>(
    out: &mut Vec<(String, At)>,
    list: &str,
    all: impl IntoIterator<Item = &'p Located<T>>,
    id: impl Fn(&T) -> String,
) {
    let path = |element: &Located<T>| format!("{list}.{}", id(&element.value));
    out.extend(all.into_iter().map(|e| (path(e), e.at)));
}

/// Where the lines of each file begin.
struct Lines(Vec<Vec<usize>>);

impl Lines {
    fn of(docs: &[Doc]) -> Self {
        let begins = |doc: &Doc| {
            let breaks = doc.text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(breaks).collect()
        };
        Self(docs.iter().map(begins).collect())
    }

    /// From 1.
    fn line(&self, doc: usize, at: usize) -> usize {
        let begins = self.0.get(doc).map_or(&[][..], Vec::as_slice);
        begins.partition_point(|b| *b <= at)
    }

    fn place(&self, docs: &[Doc], spot: Spot) -> Option<Place> {
        let line = self.line(spot.doc, spot.bytes.start as usize);
        Some(Place {
            file: docs.get(spot.doc)?.file.to_owned(),
            line,
            first: line,
            last: line,
        })
    }
}
