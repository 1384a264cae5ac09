//! `liaison rename`: a thing of a case gets another id everywhere.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::PROBLEMS;
use super::sheets::{Import, sound};
use super::translate::originals;
use crate::library::Beside;
use crate::scenario::CaseSource;
use crate::scenario::edit::{Renamed, Splice, rename};
use crate::scenario::outline::{Definition, Outline, Thing};
use crate::scenario::sheet::translation::Originals;
use crate::scenario::sheet::{Back, Change};

/// Arguments of `liaison rename`.
#[derive(Debug, clap::Args)]
pub struct Rename {
    /// A case's folder.
    case: String,
    /// The id as it is, or the number of an inject.
    old: String,
    /// The id as it is to be.
    new: String,
    /// Where it is defined, if several things are called so; with a column if they share a line.
    #[arg(long, value_name = "FILE:LINE")]
    at: Option<String>,
    /// Change the case without asking.
    #[arg(long)]
    yes: bool,
}

pub(super) fn run(asked: &Rename) -> u8 {
    done(asked).unwrap_or_else(|code| code)
}

fn done(asked: &Rename) -> Result<u8, u8> {
    let said = |problem: String| {
        eprintln!("{problem}");
        PROBLEMS
    };
    let source = sound(&asked.case)?;
    let outline = Outline::new(&source);
    let thing = meant(&source, &outline, asked).map_err(said)?;
    let renamed = rename(&source, thing.thing, &thing.scope, &asked.old, &asked.new);
    let renamed = renamed.map_err(|e| said(e.to_string()))?;
    let beside = notes(&asked.case, &source, &renamed)?;
    let what = format!("{} `{}`", thing.thing.what(), asked.old);
    let back = Back {
        changes: changes(&source, &renamed.splices, &what),
        notes: redrawn(thing),
        ..Back::default()
    };
    let import = Import {
        case: &asked.case,
        source: &source,
        back: &back,
        beside,
        ids: true,
        yes: asked.yes,
    };
    Ok(import.run())
}

/// What is drawn by an id is another one with another id.
fn redrawn(thing: &Definition) -> Vec<String> {
    let note = "what its author left open of the document (face, number, days) will be drawn anew";
    let drawn = thing.thing == Thing::Document;
    drawn.then(|| note.to_owned()).into_iter().collect()
}

/// File, line and column of what is defined.
fn place(source: &CaseSource, definition: &Definition) -> String {
    let text = source.text(&definition.file).unwrap_or_default();
    let at = definition.span.start;
    let head = text.get(..at).unwrap_or_default();
    let column = 1 + head.rsplit('\n').next().unwrap_or_default().chars().count();
    format!("{}:{}:{column}", definition.file, line(text, at))
}

fn line(text: &str, at: usize) -> usize {
    1 + text.get(..at).unwrap_or_default().matches('\n').count()
}

/// The thing that is meant, or which there are.
fn meant<'o>(
    source: &CaseSource,
    outline: &'o Outline,
    asked: &Rename,
) -> Result<&'o Definition, String> {
    let old = &asked.old;
    let mut all = outline.called(old);
    if all.is_empty() {
        return Err(format!("nothing is called `{old}` in this case"));
    }
    let mut of = String::new();
    if let Some(at) = &asked.at {
        let at = at.replace('\\', "/");
        let case = format!("{}/", asked.case.replace('\\', "/").trim_end_matches('/'));
        // As `check` tells it: with the case's folder, and with a column or without.
        let at = at.strip_prefix(&case).unwrap_or(&at);
        let at = at.strip_prefix("./").unwrap_or(at);
        let there = |d: &Definition| {
            let place = place(source, d);
            place == at || place.rsplit_once(':').is_some_and(|(line, _)| line == at)
        };
        if !all.iter().any(|d| there(d)) {
            return Err(format!(
                "nothing called `{old}` is defined at {at}{}",
                listed(source, &all)
            ));
        }
        all.retain(|d| there(d));
        of = format!(" at {at}");
    }
    let mut seen = BTreeSet::new();
    all.retain(|d| seen.insert((d.thing, d.scope.as_str())));
    match all.as_slice() {
        [one] => Ok(one),
        several => Err(format!(
            "several things are called `{old}`{of}; say which with --at{}",
            listed(source, several)
        )),
    }
}

fn listed(source: &CaseSource, all: &[&Definition]) -> String {
    let mut out = String::new();
    for d in all {
        let _ = write!(out, "\n  --at {}  {}", place(source, d), d.thing.what());
        if !d.title.is_empty() && d.title != d.id {
            let _ = write!(out, ": {}", d.title);
        }
    }
    out
}

/// One change for each line.
fn changes(source: &CaseSource, splices: &[Splice], what: &str) -> Vec<Change> {
    let mut lines: BTreeMap<(&str, usize), Vec<&Splice>> = BTreeMap::new();
    for splice in splices {
        let text = source.text(&splice.file).unwrap_or_default();
        let at = (splice.file.as_str(), line(text, splice.span.start));
        lines.entry(at).or_default().push(splice);
    }
    lines
        .into_iter()
        .map(|((file, _), mut splices)| {
            splices.sort_by_key(|s| s.span.start);
            let text = source.text(file).unwrap_or_default();
            let start = splices.first().map_or(0, |s| s.span.start);
            let from = text
                .get(..start)
                .and_then(|t| t.rfind('\n'))
                .map_or(0, |n| n + 1);
            let to = text
                .get(start..)
                .and_then(|t| t.find('\n'))
                .map_or(text.len(), |n| start + n);
            let (mut new, mut at) = (String::new(), from);
            for splice in &splices {
                new.push_str(text.get(at..splice.span.start).unwrap_or_default());
                new.push_str(&splice.text);
                at = splice.span.end;
            }
            new.push_str(text.get(at..to).unwrap_or_default());
            let old = text.get(from..to).unwrap_or_default();
            Change {
                cell: None,
                what: what.to_owned(),
                file: file.to_owned(),
                old: Some(old.trim().to_owned()),
                new: Some(new.trim().to_owned()),
                splices: splices.into_iter().cloned().collect(),
            }
        })
        .collect()
}

/// What is noted of originals beside each language, with the paths as they are then.
fn notes(case: &str, source: &CaseSource, renamed: &Renamed) -> Result<Vec<(Beside, String)>, u8> {
    let mut out = Vec::new();
    let files = source.files.keys();
    let tags = files.filter_map(|f| f.strip_prefix("lang/")?.strip_suffix(".ron"));
    for tag in tags {
        let (noted, before) = originals(case, tag)?;
        let moved = noted.moved(&renamed.paths);
        let count = moved.differs(&noted);
        if count > 0 {
            let s = if count == 1 { "" } else { "s" };
            let file = Originals::file(tag);
            let what = format!("{file}: {count} path{s}");
            let now = moved.write();
            out.push((Beside { file, before, now }, what));
        }
    }
    Ok(out)
}
