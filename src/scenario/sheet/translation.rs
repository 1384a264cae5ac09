//! The texts of a case as a table for translators: each with its place, the original, the translation, and whether
//! there is something to do.
//!
//! Which original a translation is of is noted beside it in `lang/<tag>.originals`: the first 16 digits of the
//! SHA-256 of the original, and the path, a line each. No translation goes by a note: it tells what is stale.

mod back;
mod holes;
mod originals;

use std::collections::BTreeMap;

use super::super::doc::Doc;
use super::super::read::{self, Parsed};
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::super::texts::{self, Site};
use super::super::tree::NodeIx;
use super::Back;
use super::table::{Grid, Head, Table, clean};
use back::Reader;
use holes::holes;
pub use originals::Originals;

const PLACE: &str = "Place";
const KIND: &str = "Kind";
const ORIGINAL: &str = "Original";
const TRANSLATION: &str = "Translation";
const STATUS: &str = "Status";
const NOTE: &str = "Note";

/// What the sheet is called, before its language.
const SHEET: &str = "Translation ";

/// Nothing stands there yet.
const NEW: &str = "NEW";
/// The original has changed since it was translated.
const STALE: &str = "STALE";
/// It is a translation of this original.
const OK: &str = "OK";
/// It is not noted of which original it is a translation.
const UNCHECKED: &str = "UNCHECKED";
const STATUSES: &[&str] = &[NEW, STALE, OK, UNCHECKED];

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
            name: format!("{SHEET}{tag}"),
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
