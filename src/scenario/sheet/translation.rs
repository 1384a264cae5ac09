//! The texts of a case as a table for translators: each with its place, the original, the translation, and whether
//! there is something to do.
//!
//! Which original a translation is of is noted beside it in `lang/<tag>.originals`: the first 16 digits of the
//! SHA-256 of the original, and the path, a line each. No translation goes by a note: it tells what is stale.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest as _, Sha256};

use super::super::doc::Doc;
use super::super::edit::element::{Element, append};
use super::super::edit::{Splice, quoted};
use super::super::read::{self, Parsed};
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::super::texts::{self, Site};
use super::super::translations::problem;
use super::super::tree::NodeIx;
use super::table::{Cell, Fault, Found, Grid, Head, MAX_ROWS, Problem, Table, clean, plain};
use super::{Back, Change};

const PLACE: &str = "Place";
const KIND: &str = "Kind";
const ORIGINAL: &str = "Original";
const TRANSLATION: &str = "Translation";
const STATUS: &str = "Status";
const NOTE: &str = "Note";

/// Nothing stands there yet.
const NEW: &str = "NEW";
/// The original has changed since it was translated.
const STALE: &str = "STALE";
/// It is a translation of this original.
const OK: &str = "OK";
/// It is not noted of which original it is a translation.
const UNCHECKED: &str = "UNCHECKED";
const STATUSES: &[&str] = &[NEW, STALE, OK, UNCHECKED];

/// Originals by path, each as the digits of its hash.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Originals(BTreeMap<String, String>);

impl Originals {
    /// What a file says; lines that say nothing are passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let lines = text.lines().filter_map(|line| line.split_once(' '));
        let notes = lines.filter(|(hash, _)| hash.len() == 16);
        Self(
            notes
                .map(|(hash, path)| (path.trim().to_owned(), hash.to_owned()))
                .collect(),
        )
    }

    /// As the file says it.
    #[must_use]
    pub fn write(&self) -> String {
        let lines = self.0.iter().map(|(path, hash)| format!("{hash} {path}\n"));
        lines.collect()
    }

    /// The file in which they stand, relative to the case.
    #[must_use]
    pub fn file(tag: &str) -> String {
        format!("lang/{tag}.originals")
    }

    /// How many notes are others than before.
    #[must_use]
    pub fn differs(&self, before: &Self) -> usize {
        let fresh = self
            .0
            .iter()
            .filter(|(path, hash)| before.0.get(*path) != Some(hash));
        fresh.count()
    }

    fn note(&mut self, path: &str, original: &str) {
        self.0.insert(path.to_owned(), hash(original));
    }

    fn status(&self, path: &str, original: &str, translation: &str) -> &'static str {
        match self.0.get(path) {
            _ if translation.is_empty() => NEW,
            None => UNCHECKED,
            Some(noted) if *noted == hash(original) => OK,
            Some(_) => STALE,
        }
    }
}

fn hash(text: &str) -> String {
    let digest = Sha256::digest(clean(text).as_bytes());
    let digits = digest.iter().take(8).map(|b| format!("{b:02x}"));
    digits.collect()
}

fn heads() -> Vec<Head> {
    let head = |name, width, note| Head {
        name,
        width,
        note,
        shown_only: true,
        choice: &[],
    };
    vec![
        head(PLACE, 30, "Where the text stands. Leave it as it is."),
        head(KIND, 18, "What the text is."),
        head(
            ORIGINAL,
            60,
            "Leave it as it is: it tells of what this is a translation.",
        ),
        Head {
            shown_only: false,
            ..head(TRANSLATION, 60, "Write here.")
        },
        Head {
            shown_only: false,
            choice: &[NEW, STALE, OK, UNCHECKED],
            ..head(
                STATUS,
                13,
                "NEW: nothing yet. STALE: the original has changed. UNCHECKED: nobody noted of which original it is. \
                 Write OK where the translation is right as it stands.",
            )
        },
        head(
            NOTE,
            30,
            "How much room there is, and what has to stand in it.",
        ),
    ]
}

/// The language in which a case is written, if its card says it.
#[must_use]
pub fn own_language(source: &CaseSource) -> Option<String> {
    with(source, "", |texts| {
        let case = texts.parsed.case.as_ref()?;
        Some(case.value.language.clone())
    })
}

/// The texts of a case and their translations into `tag`.
#[must_use]
pub fn table(source: &CaseSource, tag: &str, originals: &Originals) -> Table {
    with(source, tag, |texts| {
        let rows = texts.sites.iter().map(|site| {
            let translation = texts.translation(&site.path).unwrap_or_default();
            let mut note = format!("at most {} characters", site.kind.limit());
            let holes: Vec<&str> = holes(site.text).into_iter().collect();
            if !holes.is_empty() {
                note.push_str(&format!("; keep {}", holes.join(" ")));
            }
            vec![
                site.path.clone(),
                site.kind.what().to_owned(),
                clean(site.text),
                clean(translation),
                originals
                    .status(&site.path, site.text, translation)
                    .to_owned(),
                note,
            ]
        });
        Table {
            name: "Translation",
            heads: heads(),
            rows: rows.collect(),
        }
    })
}

/// What a table that comes back would change, and the originals as they are noted then. The case has to be one
/// without errors. A language that the case does not have yet gets its file and is added to the card.
#[must_use]
pub fn back(
    source: &CaseSource,
    tag: &str,
    originals: &Originals,
    grids: &[Grid],
) -> (Back, Originals) {
    with(source, tag, |texts| {
        let mut reader = Reader {
            texts,
            out: Back::default(),
            noted: originals.clone(),
            fresh: Vec::new(),
        };
        reader.read(grids);
        reader.new_entries();
        (reader.out, reader.noted)
    })
}

/// The texts of a case beside their translations.
struct Texts<'t, 's> {
    tag: &'t str,
    docs: &'t [Doc<'s>],
    parsed: &'t Parsed,
    sites: Vec<Site<'t>>,
    /// The file of the language, if there is one, and its map.
    file: Option<(&'t Doc<'s>, NodeIx)>,
    /// Texts by path, with the nodes of their values.
    entries: BTreeMap<&'t str, (&'t str, NodeIx)>,
}

impl Texts<'_, '_> {
    fn translation(&self, path: &str) -> Option<&str> {
        self.entries.get(path).map(|(text, _)| *text)
    }
}

fn with<R>(source: &CaseSource, tag: &str, then: impl FnOnce(&Texts) -> R) -> R {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let parsed = read::read(source, &docs, &mut sink);
    let mut sites = texts::sites(&parsed);
    sites.retain(|site| !site.path.is_empty() && !site.text.is_empty());
    let translation = parsed.translations.get(tag);
    let file = translation.and_then(|t| Some((docs.get(t.doc)?, t.root)));
    let mut entries = BTreeMap::new();
    if let (Some(translation), Some((doc, root))) = (translation, file) {
        let nodes = doc.tree.children(root);
        for ((path, text), node) in translation.entries.iter().zip(nodes) {
            entries
                .entry(path.as_str())
                .or_insert((text.as_str(), node));
        }
    }
    then(&Texts {
        tag,
        docs: &docs,
        parsed: &parsed,
        sites,
        file,
        entries,
    })
}

struct Reader<'r, 't, 's> {
    texts: &'r Texts<'t, 's>,
    out: Back,
    noted: Originals,
    /// Texts that the language has not had: place among the sites, cell, translation.
    fresh: Vec<(usize, Cell, String)>,
}

impl Reader<'_, '_, '_> {
    fn read(&mut self, grids: &[Grid]) {
        let found = match Found::new(grids, &heads(), &[PLACE, TRANSLATION]) {
            Ok(found) => found,
            Err(problem) => return self.out.problems.push(problem),
        };
        self.out.problems.extend(found.faults());
        for name in &found.strange {
            let note = format!("the column `{name}` is not one of a translation's and is not read");
            self.out.notes.push(note);
        }
        if found.rows().count() > MAX_ROWS {
            return self.out.problems.push(Problem {
                fault: Fault::TooManyRows,
                cell: None,
                column: "",
                message: format!("the sheet has more than {MAX_ROWS} rows"),
            });
        }
        let texts = self.texts;
        let places = texts.sites.iter().enumerate();
        let places: BTreeMap<&str, usize> = places.map(|(n, s)| (s.path.as_str(), n)).collect();
        let mut seen = BTreeSet::new();
        for row in found.rows() {
            let path = found.text(row, PLACE).unwrap_or_default();
            let fault = match places.get(path.as_str()) {
                None => Some((
                    Fault::UnknownText,
                    format!(
                        "the case has no text `{}`",
                        super::super::sink::shown(&path)
                    ),
                )),
                Some(_) if !seen.insert(path.clone()) => Some((
                    Fault::RowTwice,
                    format!("`{path}` stands in the sheet twice"),
                )),
                Some(&nth) => {
                    self.row(&found, row, nth);
                    None
                }
            };
            if let Some((fault, message)) = fault {
                let problem = found.problem(fault, row, PLACE, message);
                self.out.problems.push(problem);
            }
        }
        let gone = places.keys().filter(|path| !seen.contains(**path)).count();
        if gone > 0 {
            let note = match gone {
                1 => "1 text is not in the sheet; it stays as it is".to_owned(),
                more => format!("{more} texts are not in the sheet; they stay as they are"),
            };
            self.out.notes.push(note);
        }
    }

    fn row(&mut self, found: &Found, row: usize, nth: usize) {
        let site = &self.texts.sites[nth];
        let new = found.text(row, TRANSLATION).unwrap_or_default();
        let old = self.texts.translation(&site.path).unwrap_or_default();
        let status = found.text(row, STATUS).unwrap_or_default();
        if !status.is_empty() && !STATUSES.iter().any(|s| plain(s) == plain(&status)) {
            let message = format!("`{status}` is no status; there are {}", STATUSES.join(", "));
            let problem = found.problem(Fault::UnknownStatus, row, STATUS, message);
            self.out.problems.push(problem);
        }
        let original = found.text(row, ORIGINAL).filter(|o| !o.is_empty());
        let original = original.unwrap_or_else(|| clean(site.text));
        if new.is_empty() {
            if !old.is_empty() {
                let note = format!(
                    "`{}` has no translation in the sheet; the one in the case stays",
                    site.path
                );
                self.out.notes.push(note);
            }
            return;
        }
        if clean(old) == new {
            if plain(&status) == plain(OK) {
                self.noted.note(&site.path, &original);
            }
            return;
        }
        if let Some((_, message, _)) = problem(site.kind, &new) {
            let problem = found.problem(Fault::TextTooLong, row, TRANSLATION, message);
            return self.out.problems.push(problem);
        }
        if let Some(message) = holes_differ(site.text, &new) {
            let problem = found.problem(Fault::Placeholder, row, TRANSLATION, message);
            return self.out.problems.push(problem);
        }
        if original != clean(site.text) {
            let note = format!(
                "`{}`: the original has changed since the sheet was made; the translation is taken and stays stale",
                site.path
            );
            self.out.notes.push(note);
        }
        self.noted.note(&site.path, &original);
        let cell = found
            .cell(row, TRANSLATION)
            .unwrap_or(Cell { row, column: 0 });
        match self.texts.entries.get(site.path.as_str()) {
            Some((_, node)) => self.changed(nth, cell, new, *node),
            None => self.fresh.push((nth, cell, new)),
        }
    }

    fn changed(&mut self, nth: usize, cell: Cell, new: String, node: NodeIx) {
        let site = &self.texts.sites[nth];
        let Some((doc, _)) = self.texts.file else {
            return;
        };
        let span = doc.tree.node(node).span;
        let old = self.texts.translation(&site.path).map(clean);
        self.out.changes.push(Change {
            cell,
            what: site.path.clone(),
            file: doc.file.to_owned(),
            old,
            splices: vec![Splice {
                file: doc.file.to_owned(),
                span: span.start as usize..span.end as usize,
                text: quoted(&new),
            }],
            new: Some(new),
        });
    }

    /// What the language has not had goes behind the text before it, or into a new file.
    fn new_entries(&mut self) {
        let mut fresh = std::mem::take(&mut self.fresh);
        fresh.sort_by_key(|(nth, ..)| *nth);
        if fresh.is_empty() {
            return;
        }
        let texts = self.texts;
        let file = format!("lang/{}.ron", texts.tag);
        let mut last_group = "";
        let all = fresh.len();
        for (done, (nth, cell, new)) in fresh.into_iter().enumerate() {
            let site = &texts.sites[nth];
            let entry = format!("{}: {}", quoted(&site.path), quoted(&new));
            let splice = match texts.file {
                Some((doc, root)) => {
                    let before = texts.sites[..nth].iter().rev();
                    let anchor = before
                        .filter_map(|s| texts.entries.get(s.path.as_str()))
                        .map(|(_, node)| *node)
                        .next();
                    append(doc, root, anchor, |_| entry.clone())
                }
                None => {
                    let group = site.path.split('.').next().unwrap_or_default();
                    let open = if done == 0 { "{\n" } else { "" };
                    let gap = if done > 0 && group != last_group {
                        "\n"
                    } else {
                        ""
                    };
                    let close = if done + 1 == all { "}\n" } else { "" };
                    last_group = group;
                    Splice {
                        file: file.clone(),
                        span: 0..0,
                        text: format!("{open}{gap}    {entry},\n{close}"),
                    }
                }
            };
            self.out.changes.push(Change {
                cell,
                what: site.path.clone(),
                file: file.clone(),
                old: None,
                new: Some(new),
                splices: vec![splice],
            });
        }
        self.declare();
    }

    /// The card names the language.
    fn declare(&mut self) {
        let texts = self.texts;
        let Some(case) = &texts.parsed.case else {
            return;
        };
        let Some(doc) = texts.docs.get(case.at.doc) else {
            return;
        };
        if case.value.translations.iter().any(|t| t == texts.tag) {
            return;
        }
        let element = Element {
            doc,
            node: case.at.node,
            order: &["format", "id", "title", "language", "translations"],
        };
        let mut tags: Vec<&str> = case.value.translations.iter().map(String::as_str).collect();
        let old = (!tags.is_empty()).then(|| tags.join(", "));
        tags.push(texts.tag);
        let list: Vec<String> = tags.iter().map(|t| quoted(t)).collect();
        self.out.changes.push(Change {
            cell: Cell { row: 0, column: 0 },
            what: "translations of the case".to_owned(),
            file: doc.file.to_owned(),
            old,
            new: Some(tags.join(", ")),
            splices: vec![element.set("translations", format!("[{}]", list.join(", ")))],
        });
    }
}

/// Words in braces, which the program fills in: `{place}`.
fn holes(text: &str) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        rest = &rest[start..];
        let Some(end) = rest.find('}') else { break };
        let word = &rest[1..end];
        if !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            out.insert(&rest[..=end]);
        }
        rest = &rest[1..];
    }
    out
}

fn holes_differ(original: &str, translation: &str) -> Option<String> {
    let (wanted, there) = (holes(original), holes(translation));
    let list = |holes: Vec<&&str>| {
        let holes: Vec<String> = holes.iter().map(|h| format!("`{h}`")).collect();
        holes.join(", ")
    };
    let missing: Vec<&&str> = wanted.difference(&there).collect();
    if !missing.is_empty() {
        return Some(format!("{} of the original is missing", list(missing)));
    }
    let strange: Vec<&&str> = there.difference(&wanted).collect();
    (!strange.is_empty()).then(|| format!("the original has no {}", list(strange)))
}
