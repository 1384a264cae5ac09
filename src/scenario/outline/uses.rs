//! Where an id stands in a case.

use std::ops::Range;

use super::super::read;
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::super::tree::Kind;
use super::look::named;
use super::things::{self, Thing};
use super::{Definition, Outline, plain, said, walk};

/// One place at which an id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub file: String,
    /// Bytes of the id.
    pub span: Range<usize>,
    /// They leave out its quotes, because it is written as it is read; otherwise they are all of the value.
    pub plain: bool,
    /// The thing is defined here.
    pub defines: bool,
}

impl Use {
    /// What is written here for another id.
    #[must_use]
    pub fn write(&self, id: &str) -> String {
        if self.plain {
            id.to_owned()
        } else {
            super::super::edit::quoted(id)
        }
    }
}

/// Every place at which a thing's id stands, by file and place. A flag is defined wherever it is set.
#[must_use]
pub fn uses(source: &CaseSource, thing: Thing, scope: &str, id: &str) -> Vec<Use> {
    let outline = Outline::new(source);
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let mut out = Vec::new();
    for doc in &docs {
        walk::every(doc.file, doc.text, &doc.tree, |way| {
            let Some(step) = way.last() else { return };
            let node = doc.tree.node(step.node);
            let written = node.span.of(doc.text);
            if !matches!(node.kind, Kind::Str | Kind::Number) || said(written) != id {
                return;
            }
            let named = named(doc.file, doc.text, &doc.tree, way);
            let Some((kind, within)) = named.filter(|(_, within)| within == scope) else {
                return;
            };
            let meant = match kind {
                Thing::Said => outline.define(kind, &within, id).map(|d| d.thing),
                other => Some(other),
            };
            if meant != Some(thing) {
                return;
            }
            let (start, end) = (node.span.start as usize, node.span.end as usize);
            let inner = plain(written);
            out.push(Use {
                file: doc.file.to_owned(),
                // The closing quote may be missing while somebody types.
                span: inner.map_or(start..end, |text| start + 1..start + 1 + text.len()),
                plain: inner.is_some() || node.kind == Kind::Number,
                defines: (step.slot.as_ref()).is_some_and(|s| things::defined(s.key()).is_some()),
            });
        });
    }
    out.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
    out
}

impl Outline {
    /// Everything that is called so, be it of which kind and known within what it may.
    #[must_use]
    pub fn called(&self, id: &str) -> Vec<&Definition> {
        self.definitions.iter().filter(|d| d.id == id).collect()
    }
}
