//! What is where in a case, for who writes it: ids with their places, what stands at a place, and what could.
//!
//! It goes by brackets and declarations and not by whether the case is right, so it answers while a file is half
//! written. Nothing here judges: see [`super::load`].

mod expect;
mod look;
pub(super) mod schema;
mod things;
mod uses;
pub(super) mod walk;

use std::borrow::Cow;
use std::ops::Range;

use super::read;
use super::sink::Sink;
use super::source::CaseSource;
use super::texts::{self, TextKind};
use super::tree::{Kind, NodeIx, Tree};

pub use expect::{Expected, Offer, Wanted, expected};
pub use look::{Look, What, look};
pub use things::Thing;
pub use uses::{Use, uses};

/// An id and where it is defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    pub thing: Thing,
    pub id: String,
    /// What it is known within, told apart from all others of its kind; empty if that is the whole case.
    pub scope: String,
    /// Title, name or text of what it is; empty if it has none.
    pub title: String,
    pub file: String,
    /// Bytes of the id with its quotes.
    pub span: Range<usize>,
}

/// A text that can be translated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPlace {
    pub path: String,
    pub kind: TextKind,
    pub text: String,
    pub file: String,
    pub span: Range<usize>,
}

/// Everything that has a name in a case.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    pub definitions: Vec<Definition>,
    pub texts: Vec<TextPlace>,
}

impl Outline {
    /// Of all files, as far as they can be read.
    #[must_use]
    pub fn new(source: &CaseSource) -> Self {
        let mut sink = Sink::default();
        let docs = read::docs(source, &mut sink);
        let mut out = Self::default();
        for doc in &docs {
            out.gather(doc.file, doc.text, &doc.tree);
        }
        out.definitions
            .sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
        let parsed = read::read(source, &docs, &mut sink);
        let sites = texts::sites(&parsed);
        out.texts = (sites.iter())
            .filter(|site| !site.path.is_empty() && !site.text.is_empty())
            .filter_map(|site| {
                let spot = site.find(&docs);
                Some(TextPlace {
                    path: site.path.clone(),
                    kind: site.kind,
                    text: site.text.to_owned(),
                    file: docs.get(spot.doc)?.file.to_owned(),
                    span: spot.bytes.start as usize..spot.bytes.end as usize,
                })
            })
            .collect();
        out
    }

    fn gather(&mut self, file: &str, text: &str, tree: &Tree) {
        walk::every(file, text, tree, |way| {
            let Some(step) = way.last() else { return };
            let Some(slot) = &step.slot else { return };
            let Some(thing) = things::defined(slot.key()) else {
                return;
            };
            let node = tree.node(step.node);
            let parent = way.len().checked_sub(2).and_then(|n| way.get(n));
            self.definitions.push(Definition {
                thing,
                id: said(node.span.of(text)).into_owned(),
                scope: look::within(thing, &slot.owner, file, text, tree, way),
                title: parent.map_or_else(String::new, |p| title(tree, text, p.node)),
                file: file.to_owned(),
                span: node.span.start as usize..node.span.end as usize,
            });
        });
    }

    /// Where an id is defined.
    #[must_use]
    pub fn define(&self, thing: Thing, scope: &str, id: &str) -> Option<&Definition> {
        let find = |thing| {
            let mut all = self.definitions.iter();
            all.find(|d| d.thing == thing && d.scope == scope && d.id == id)
        };
        match thing {
            // As the case is read: evidence, where both are called so.
            Thing::Said => find(Thing::Evidence).or_else(|| find(Thing::Statement)),
            other => find(other),
        }
    }

    /// Everything of a kind that is known within a scope, in the order of files.
    pub fn of<'o>(&'o self, thing: Thing, scope: &'o str) -> impl Iterator<Item = &'o Definition> {
        let all = self.definitions.iter();
        all.filter(move |d| thing.takes(d.thing) && d.scope == scope)
    }
}

/// What a text in quotes says, or a number comes to; anything else as it is.
pub(super) fn said(written: &str) -> Cow<'_, str> {
    if let Some(inner) = plain(written) {
        return Cow::Borrowed(inner);
    }
    if written.starts_with(|c: char| c.is_ascii_digit()) {
        let number: Result<u64, _> = written.replace('_', "").parse();
        return number.map_or(Cow::Borrowed(written), |n| Cow::Owned(n.to_string()));
    }
    let text: Result<String, _> = ron::from_str(written);
    text.map_or(Cow::Borrowed(written), Cow::Owned)
}

/// A text that stands between its quotes as it is read.
fn plain(written: &str) -> Option<&str> {
    let inner = written.strip_prefix('"')?;
    let inner = inner.strip_suffix('"').unwrap_or(inner);
    (!inner.contains('\\')).then_some(inner)
}

fn title(tree: &Tree, text: &str, of: NodeIx) -> String {
    let fields = ["title", "name", "synopsis", "text", "ask", "hint"];
    let mut all = fields.iter().filter_map(|f| tree.field(text, of, f));
    let node = all.find(|&n| tree.node(n).kind == Kind::Str);
    node.map_or_else(String::new, |n| {
        said(tree.node(n).span.of(text)).into_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::schema::{Body, Holds, Ty};
    use super::things::slots;

    /// The tables name nothing that the format does not have.
    #[test]
    fn every_slot_is_declared() {
        for (module, owner, field) in slots() {
            let (name, word) = owner.split_once("::").unwrap_or((owner, ""));
            let declared = Ty::new(module, name, false).look_up();
            let declared = declared.unwrap_or_else(|| panic!("no type {owner}"));
            assert_eq!(declared.module, module, "{owner}");
            let fields = match &declared.holds {
                Holds::Fields(fields) => Some(fields),
                Holds::Words(words) => {
                    let word = words.iter().find(|v| v.name == word);
                    let word = word.unwrap_or_else(|| panic!("no word {owner}"));
                    match &word.body {
                        Body::Fields(fields) => Some(fields),
                        Body::One(ty) => {
                            assert_eq!(ty, "String", "{owner}");
                            None
                        }
                        Body::Nothing => panic!("{owner} holds nothing"),
                    }
                }
            };
            match fields {
                Some(fields) => {
                    let there = fields.iter().any(|f| f.name == field);
                    assert!(there, "no field {owner}.{field}");
                }
                None => assert_eq!(field, "", "{owner}"),
            }
        }
    }
}
