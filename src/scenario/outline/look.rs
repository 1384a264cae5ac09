//! What stands at a place of a file.

use std::ops::Range;

use super::super::tree::{Kind, Tree};
use super::schema::{Holds, Ty};
use super::walk::{Parts, Step, fields, is_lang, way};
use super::{Thing, said, things};

/// What stands at a place, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub span: Range<usize>,
    pub what: What,
}

/// What something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An id where it is defined, or where it is used.
    Id {
        thing: Thing,
        scope: String,
        id: String,
    },
    /// The path of a translated text.
    Path(String),
    /// The name of a field: of what, which, its type, what is said of it.
    Field {
        of: String,
        name: String,
        ty: String,
        doc: String,
    },
    /// A word: what it is, and what is said of it.
    Word { name: String, doc: String },
}

/// What stands at an offset of a file; nothing, if nothing is known of it.
#[must_use]
pub fn look(file: &str, text: &str, offset: usize) -> Option<Look> {
    let tree = Tree::scan(text);
    let way = way(file, text, &tree, offset);
    let last = way.last()?;
    let node = *tree.node(last.node);
    let within = |start: u32, end: u32| (start as usize..=end as usize).contains(&offset);
    let on_key = !node.key.is_empty() && within(node.key.start, node.key.end);
    let bytes = |b: super::super::tree::Bytes| b.start as usize..b.end as usize;
    if is_lang(file) {
        let path = said(node.key.of(text)).into_owned();
        let span = if on_key { node.key } else { node.span };
        return (way.len() > 1 && !path.is_empty()).then(|| Look {
            span: bytes(span),
            what: What::Path(path),
        });
    }
    if on_key {
        let owner = way.get(way.len().checked_sub(2)?)?;
        return Some(Look {
            span: bytes(node.key),
            what: field(&tree, text, owner, node.key.of(text))?,
        });
    }
    if let Some(id) = id(file, text, &tree, &way) {
        return Some(Look {
            span: bytes(node.span),
            what: id,
        });
    }
    let name = if node.kind == Kind::Word {
        node.span
    } else {
        node.name
    };
    if name.is_empty() || !within(name.start, name.end) {
        return None;
    }
    let declared = last.ty.as_ref().filter(|t| !t.list)?.look_up()?;
    let word = name.of(text);
    let doc = match &declared.holds {
        Holds::Words(words) => &words.iter().find(|v| v.name == word)?.doc,
        Holds::Fields(_) => &declared.doc,
    };
    Some(Look {
        span: bytes(name),
        what: What::Word {
            name: word.to_owned(),
            doc: doc.clone(),
        },
    })
}

fn id(file: &str, text: &str, tree: &Tree, way: &[Step]) -> Option<What> {
    let last = way.last()?;
    let node = tree.node(last.node);
    if !matches!(node.kind, Kind::Str | Kind::Number) {
        return None;
    }
    let (thing, scope) = named(file, text, tree, way)?;
    Some(What::Id {
        thing,
        scope,
        id: said(node.span.of(text)).into_owned(),
    })
}

/// What kind of id the last value on a way is or should be, and within what it is known.
pub(super) fn named(file: &str, text: &str, tree: &Tree, way: &[Step]) -> Option<(Thing, String)> {
    let slot = way.last()?.slot.as_ref()?;
    let thing = things::referred(slot.key()).or_else(|| things::defined(slot.key()))?;
    Some((
        thing,
        within(thing, slot.owner.as_str(), file, text, tree, way),
    ))
}

/// The scope of an id that is named in `owner`.
pub(super) fn within(
    thing: Thing,
    owner: &str,
    file: &str,
    text: &str,
    tree: &Tree,
    way: &[Step],
) -> String {
    let Some((home, key)) = thing.home() else {
        return String::new();
    };
    let told = |step: &Step, field: &str| {
        let node = tree.field(text, step.node, field)?;
        Some(said(tree.node(node).span.of(text)).into_owned())
    };
    if owner == "ConditionFile::Chosen" {
        let mut around = way.iter().rev();
        let number = around.find_map(|step| told(step, "inject"));
        return number.unwrap_or_default();
    }
    let is = |ty: &Ty| ty.name == home && !ty.list;
    let mut around = way.iter().rev();
    let one = around.find(|step| step.ty.as_ref().is_some_and(is));
    let one = one.and_then(|step| told(step, key)).unwrap_or_default();
    match thing {
        Thing::Choice => one,
        _ => format!("{file} {one}"),
    }
}

fn field(tree: &Tree, text: &str, owner: &Step, name: &str) -> Option<What> {
    let (slot, parts) = fields(text, tree.node(owner.node), owner.ty.as_ref()?)?;
    let Parts::Fields(fields) = parts else {
        return None;
    };
    let field = fields.iter().find(|f| f.name == name)?;
    Some(What::Field {
        of: slot.owner.replace("File", ""),
        name: field.name.clone(),
        ty: field.ty.replace("File", ""),
        doc: field.doc.clone(),
    })
}
