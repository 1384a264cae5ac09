//! Files as texts with their trees, and the way from a value back to where it was written.
//!
//! A [`Trail`] costs nothing while all is well: it is only followed into the tree when there is
//! something to tell.

use super::recover::{Finding, Mended};
use super::tree::{Bytes, Kind, NodeIx, Tree};

/// One file that is text.
pub(super) struct Doc<'s> {
    pub file: &'s str,
    pub text: &'s str,
    /// Of the file as it was to be, with the places where things are written.
    pub tree: Tree,
    /// The file as it was to be, if signs of it are missing or too many.
    pub mended: Option<Mended>,
    /// Those signs.
    pub findings: Vec<Finding>,
}

/// A text with its tree.
#[derive(Clone, Copy)]
pub(super) struct Page<'p> {
    pub text: &'p str,
    pub tree: &'p Tree,
}

impl Doc<'_> {
    /// What is read: the file as it was to be.
    pub fn page(&self) -> Page<'_> {
        match &self.mended {
            Some(mended) => Page {
                text: &mended.text,
                tree: &mended.tree,
            },
            None => Page {
                text: self.text,
                tree: &self.tree,
            },
        }
    }

    /// Where something of the page is written.
    pub fn written(&self, bytes: Bytes) -> Bytes {
        self.mended
            .as_ref()
            .map_or(bytes, |mended| mended.written(bytes))
    }
}

/// Bytes in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub doc: usize,
    pub bytes: Bytes,
}

/// A value in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct At {
    pub doc: usize,
    pub node: NodeIx,
    pub spot: Spot,
}

impl At {
    pub fn new(docs: &[Doc], doc: usize, node: NodeIx) -> Self {
        let bytes = docs
            .get(doc)
            .map_or_else(Bytes::default, |d| d.tree.node(node).span);
        Self {
            doc,
            node,
            spot: Spot { doc, bytes },
        }
    }
}

/// A value as it was read, and where.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub value: T,
    pub at: At,
    /// Something in it was wrong and has been filled in.
    pub broken: bool,
}

/// The way to a value inside an element.
#[derive(Clone, Copy, Debug)]
pub(super) enum Trail<'t> {
    Root(At),
    Field(&'t Trail<'t>, &'static str),
    Nth(&'t Trail<'t>, usize),
}

impl<'t> Trail<'t> {
    pub fn field(&'t self, name: &'static str) -> Trail<'t> {
        Trail::Field(self, name)
    }
    pub fn nth(&'t self, n: usize) -> Trail<'t> {
        Trail::Nth(self, n)
    }
    /// Where it stands; for something that is not written, where its owner stands.
    pub fn find(&self, docs: &[Doc]) -> Spot {
        self.resolve(docs).0.spot
    }

    /// The node and whether every step of the way was found.
    pub fn resolve(&self, docs: &[Doc]) -> (At, bool) {
        let (up, step) = match *self {
            Trail::Root(at) => return (at, true),
            Trail::Field(up, name) => (up, Step::Field(name)),
            Trail::Nth(up, n) => (up, Step::Nth(n)),
        };
        let (at, whole) = up.resolve(docs);
        if !whole {
            return (at, false);
        }
        match step.take(docs, at) {
            Some(next) => (next, true),
            None => (short(docs, at), false),
        }
    }
}

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Field(&'static str),
    Nth(usize),
}

impl Step {
    fn take(self, docs: &[Doc], at: At) -> Option<At> {
        let doc = docs.get(at.doc)?;
        let next = match self {
            Step::Field(name) => doc.tree.field(doc.text, at.node, name),
            Step::Nth(n) => doc.tree.children(at.node).nth(n),
        }?;
        Some(At::new(docs, at.doc, doc.tree.unwrapped(doc.text, next)))
    }
}

/// Follows steps as far as they lead.
pub(super) fn follow(docs: &[Doc], at: At, steps: &[Step]) -> Spot {
    let mut here = at;
    for step in steps {
        match step.take(docs, here) {
            Some(next) => here = next,
            None => return short(docs, here).spot,
        }
    }
    here.spot
}

/// The short way to point at a value: the name of a struct, the id of an element, or all of it.
pub(super) fn short(docs: &[Doc], at: At) -> At {
    let Some(doc) = docs.get(at.doc) else {
        return at;
    };
    let node = doc.tree.node(at.node);
    let bytes = match node.kind {
        Kind::Struct if !node.name.is_empty() => node.name,
        Kind::Struct | Kind::List | Kind::Map => Bytes {
            start: node.span.start,
            end: node.span.start + 1,
        },
        _ => node.span,
    };
    At {
        spot: Spot { doc: at.doc, bytes },
        ..at
    }
}

/// Where an element says who it is: its `id` or `number`.
pub(super) fn identity(docs: &[Doc], at: At) -> Spot {
    let named = ["id", "number"]
        .iter()
        .find_map(|name| Step::Field(name).take(docs, at));
    named.unwrap_or_else(|| short(docs, at)).spot
}
