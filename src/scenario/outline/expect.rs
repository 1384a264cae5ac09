//! What could stand at a place of a file: ids of a kind, fields of a thing, words of a list.

use std::ops::Range;

use super::super::tree::{Kind, Tree};
use super::look::{named, within};
use super::schema::{Body, Field, Holds, Ty};
use super::walk::{Parts, Slot, Step, fields, is_lang, way};
use super::{Thing, things};

/// What is expected at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// Bytes that what is chosen replaces.
    pub span: Range<usize>,
    pub wanted: Wanted,
}

/// Kinds of what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// An id; `quotes` if they are still to be written.
    Id {
        thing: Thing,
        scope: String,
        quotes: bool,
    },
    /// The path of a text; `quotes` likewise.
    Path { quotes: bool },
    /// One of these.
    Words(Vec<Offer>),
}

/// A word that fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub name: String,
    /// What is written.
    pub text: String,
    pub doc: String,
    /// A field that may not be left out.
    pub needed: bool,
}

/// What could stand at an offset; nothing, if nothing is known of the place.
#[must_use]
pub fn expected(file: &str, text: &str, offset: usize) -> Option<Expected> {
    let tree = Tree::scan(text);
    let way = way(file, text, &tree, offset);
    let last = way.last()?;
    let node = *tree.node(last.node);
    let (start, end) = (node.span.start as usize, node.span.end as usize);
    if node.kind == Kind::Str && start < offset && offset < end {
        return in_text(file, text, &tree, &way, start + 1..end - 1);
    }
    if is_lang(file) {
        let key = node.key.start as usize..node.key.end as usize;
        if key.start < offset && offset < key.end {
            return Some(Expected {
                span: key.start + 1..key.end - 1,
                wanted: Wanted::Path { quotes: false },
            });
        }
        let empty = offset..offset;
        return matches!(node.kind, Kind::Map).then_some(Expected {
            span: empty,
            wanted: Wanted::Path { quotes: true },
        });
    }
    let letters = |c: char| c.is_alphanumeric() || c == '_';
    let head = text.get(..offset)?;
    let from = head.trim_end_matches(letters).len();
    let tail = text.get(offset..)?;
    let to = offset + (tail.len() - tail.trim_start_matches(letters).len());
    let wanted = at_word(file, text, &tree, &way, from)?;
    Some(Expected {
        span: from..to,
        wanted,
    })
}

fn in_text(
    file: &str,
    text: &str,
    tree: &Tree,
    way: &[Step],
    span: Range<usize>,
) -> Option<Expected> {
    if is_lang(file) {
        let node = tree.node(way.last()?.node);
        return node.key.is_empty().then_some(Expected {
            span,
            wanted: Wanted::Path { quotes: false },
        });
    }
    let (thing, scope) = named(file, text, tree, way)?;
    Some(Expected {
        span,
        wanted: Wanted::Id {
            thing,
            scope,
            quotes: false,
        },
    })
}

/// Outside of texts: by what stands before the word.
fn at_word(file: &str, text: &str, tree: &Tree, way: &[Step], from: usize) -> Option<Wanted> {
    // The innermost bracket that is open there.
    let inner = way.iter().rposition(|step| {
        let node = tree.node(step.node);
        let open = node.span.start as usize + node.name.of(text).len();
        matches!(node.kind, Kind::List | Kind::Struct) && open < from
    })?;
    let (way, owner) = (&way[..=inner], &way[inner]);
    let node = tree.node(owner.node);
    let ty = owner.ty.as_ref()?;
    let head = text.get(..from)?.trim_end();
    match head.chars().last()? {
        ':' => {
            let head = head[..head.len() - 1].trim_end();
            let letters = |c: char| c.is_alphanumeric() || c == '_';
            let key = &head[head.trim_end_matches(letters).len()..];
            let (slot, Parts::Fields(fields)) = fields(text, node, ty)? else {
                return None;
            };
            let field = fields.iter().find(|f| f.name == key)?;
            let slot = Slot {
                field: key.to_owned(),
                ..slot
            };
            value(
                file,
                text,
                tree,
                way,
                &slot,
                &Ty::declared(slot.module, &field.ty),
            )
        }
        '[' | ',' if node.kind == Kind::List => {
            let slot = owner.slot.clone();
            let none = Slot {
                module: ty.module,
                owner: String::new(),
                field: String::new(),
            };
            value(file, text, tree, way, &slot.unwrap_or(none), &ty.element())
        }
        '(' | ',' => match fields(text, node, ty)? {
            (slot, Parts::One(ty)) => value(file, text, tree, way, &slot, &ty),
            (_, Parts::Fields(fields)) => {
                let there: Vec<&str> = tree
                    .children(owner.node)
                    .map(|c| tree.node(c).key.of(text))
                    .collect();
                let open = fields.iter().filter(|f| !there.contains(&f.name.as_str()));
                Some(Wanted::Words(open.map(offer).collect()))
            }
        },
        _ => None,
    }
}

fn offer(field: &Field) -> Offer {
    Offer {
        name: field.name.clone(),
        text: format!("{}: ", field.name),
        doc: field.doc.clone(),
        needed: !field.optional,
    }
}

/// What a value of a type could be.
fn value(
    file: &str,
    text: &str,
    tree: &Tree,
    way: &[Step],
    slot: &Slot,
    ty: &Ty,
) -> Option<Wanted> {
    let word = |name: &str, text: String, doc: &str| Offer {
        name: name.to_owned(),
        text,
        doc: doc.to_owned(),
        needed: false,
    };
    if ty.list {
        return Some(Wanted::Words(vec![word("[ ]", "[]".to_owned(), "a list")]));
    }
    if let Some(thing) = things::referred(slot.key()) {
        return Some(Wanted::Id {
            thing,
            scope: within(thing, slot.owner.as_str(), file, text, tree, way),
            quotes: thing != Thing::Inject,
        });
    }
    if ty.name == "bool" {
        let both = ["true", "false"].map(|w| word(w, w.to_owned(), ""));
        return Some(Wanted::Words(both.into()));
    }
    let declared = ty.look_up()?;
    Some(Wanted::Words(match &declared.holds {
        Holds::Fields(_) => {
            let text = format!("{}()", declared.word);
            vec![word(&declared.word, text, &declared.doc)]
        }
        Holds::Words(words) => words
            .iter()
            .map(|v| {
                let text = match v.body {
                    Body::Nothing => v.name.clone(),
                    Body::One(_) | Body::Fields(_) => format!("{}()", v.name),
                };
                word(&v.name, text, &v.doc)
            })
            .collect(),
    }))
}
