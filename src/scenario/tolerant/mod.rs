//! Reads a value from a tree and goes on after every mistake.
//!
//! `ron` decides what is accepted. Where it refuses an element, this deserializer reads it again,
//! notes each mistake with its place, and fills in something harmless so that the rest can be read
//! too. What it fills in never reaches a playable case.

use std::cell::RefCell;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};

mod access;

use access::{Fields, Items, Pairs, Variant};

use super::code::Code;
use super::doc::Doc;
use super::sink::shown;
use super::tree::{Bytes, Kind, Node, NodeIx};

/// One mistake.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mistake {
    pub code: Code,
    pub at: Bytes,
    pub message: String,
    pub label: String,
    /// The wrong word and the words that would have been right.
    pub options: Option<(String, &'static [&'static str])>,
}

/// Most mistakes that are noted in one element.
const MAX_MISTAKES: usize = 50;
/// Most missing fields that are filled in in one element.
const MAX_MISSING: usize = 24;

/// Reads `T` at a node: the value, if it could be completed, and every mistake.
pub(super) fn read<'de, T: de::Deserialize<'de>>(
    doc: &Doc,
    node: NodeIx,
) -> (Option<T>, Vec<Mistake>) {
    let mut missing: Vec<(NodeIx, &'static str)> = Vec::new();
    loop {
        let log = RefCell::new(Vec::new());
        let result = T::deserialize(De {
            cx: Cx {
                doc,
                log: &log,
                missing: &missing,
            },
            node: Some(node),
        });
        let mut mistakes = log.into_inner();
        let value = match result {
            Ok(value) => Some(value),
            Err(Stop::Missing(Some(at), field)) if missing.len() < MAX_MISSING => {
                missing.push((at, field));
                continue;
            }
            Err(Stop::Missing(..)) => None,
            Err(Stop::Other(message)) => {
                let at = doc.tree.node(node).span;
                mistakes.push(Mistake {
                    code: Code::WrongType,
                    at,
                    message,
                    label: String::new(),
                    options: None,
                });
                None
            }
        };
        mistakes.extend(
            missing
                .iter()
                .map(|&(at, field)| missing_field(doc, at, field)),
        );
        return (value, mistakes);
    }
}

fn missing_field(doc: &Doc, at: NodeIx, field: &str) -> Mistake {
    let node = doc.tree.node(at);
    let opening = Bytes {
        start: node.span.start,
        end: node.span.start + 1,
    };
    let at = if node.name.is_empty() {
        opening
    } else {
        node.name
    };
    Mistake {
        code: Code::MissingField,
        at,
        message: format!("the field `{field}` is missing"),
        label: format!("needs `{field}`"),
        options: None,
    }
}

/// Why reading had to stop.
#[derive(Debug)]
pub(super) enum Stop {
    Missing(Option<NodeIx>, &'static str),
    Other(String),
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Missing(_, field) => write!(f, "the field `{field}` is missing"),
            Stop::Other(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Stop::Other(message.to_string())
    }
    fn missing_field(field: &'static str) -> Self {
        Stop::Missing(None, field)
    }
}

#[derive(Clone, Copy)]
struct Cx<'c> {
    doc: &'c Doc<'c>,
    log: &'c RefCell<Vec<Mistake>>,
    missing: &'c [(NodeIx, &'static str)],
}

impl Cx<'_> {
    fn note(&self, code: Code, at: Bytes, message: String, label: &str) {
        self.note_with(code, at, message, label, None);
    }

    fn note_with(
        &self,
        code: Code,
        at: Bytes,
        message: String,
        label: &str,
        options: Option<(String, &'static [&'static str])>,
    ) {
        let mut log = self.log.borrow_mut();
        if log.len() < MAX_MISTAKES {
            log.push(Mistake {
                code,
                at,
                message,
                label: label.to_owned(),
                options,
            });
        }
    }
}

/// A place in the tree, or nowhere: then it yields whatever is asked for.
#[derive(Clone, Copy)]
struct De<'c> {
    cx: Cx<'c>,
    node: Option<NodeIx>,
}

impl<'c> De<'c> {
    fn node(&self) -> Option<&'c Node> {
        self.node.map(|ix| self.cx.doc.tree.node(ix))
    }
    fn text(&self) -> &'c str {
        self.cx.doc.text
    }
    fn nowhere(self) -> Self {
        De { node: None, ..self }
    }
    fn wrong(&self, expected: &str) {
        if let Some(node) = self.node() {
            let found = describe(node, self.text());
            let at = if node.name.is_empty() {
                node.span
            } else {
                node.name
            };
            self.cx.note(
                Code::WrongType,
                at,
                format!("expected {expected}, found {found}"),
                expected,
            );
        }
    }
    /// The node, if it is of a kind; otherwise a mistake is noted.
    fn of(&self, kind: Kind, expected: &str) -> Option<NodeIx> {
        let ix = self.node?;
        if self.cx.doc.tree.node(ix).kind == kind {
            return Some(ix);
        }
        self.wrong(expected);
        None
    }
    fn items(&self, ix: NodeIx) -> Vec<De<'c>> {
        self.cx
            .doc
            .tree
            .children(ix)
            .map(|child| De {
                node: Some(child),
                ..*self
            })
            .collect()
    }

    fn number<N: TryFrom<i64> + Default + fmt::Display>(&self, min: N, max: N) -> N {
        let Some(ix) = self.of(Kind::Number, "a number") else {
            return N::default();
        };
        let node = self.cx.doc.tree.node(ix);
        let word = node.span.of(self.text());
        let message = match ron::from_str::<i64>(word) {
            Ok(n) => match N::try_from(n) {
                Ok(n) => return n,
                Err(_) => format!("{n} is out of range"),
            },
            Err(_) => format!("`{}` is not a whole number within range", shown(word)),
        };
        self.cx.note(
            Code::OutOfRange,
            node.span,
            message,
            &format!("{min} to {max}"),
        );
        N::default()
    }

    /// Fields of a struct: those that are known, each once.
    fn fields(
        &self,
        ix: NodeIx,
        fields: &'static [&'static str],
        owner: &str,
    ) -> Vec<(&'static str, De<'c>)> {
        let mut out: Vec<(&'static str, De<'c>)> = Vec::new();
        for child in self.items(ix) {
            let Some(node) = child.node() else { continue };
            let key = node.key.of(self.text());
            let key = key.strip_prefix("r#").unwrap_or(key);
            if key.is_empty() {
                let message = format!(
                    "expected `field: value`, found {}",
                    describe(node, self.text())
                );
                self.cx
                    .note(Code::WrongType, node.span, message, "which field is this?");
                continue;
            }
            let Some(&name) = fields.iter().find(|f| **f == key) else {
                let message = format!("unknown field `{}` in {owner}", shown(key));
                let options = Some((key.to_owned(), fields));
                self.cx.note_with(
                    Code::UnknownField,
                    node.key,
                    message,
                    "not a field",
                    options,
                );
                continue;
            };
            if out.iter().any(|(seen, _)| *seen == name) {
                let message = format!("the field `{name}` is given twice");
                self.cx.note(Code::FieldTwice, node.key, message, "again");
                continue;
            }
            out.push((name, child));
        }
        for &(_, field) in self.cx.missing.iter().filter(|(at, _)| *at == ix) {
            out.push((field, self.nowhere()));
        }
        out
    }

    fn map_of<'de, V: Visitor<'de>>(
        self,
        ix: Option<NodeIx>,
        fields: &'static [&'static str],
        owner: &str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let entries = match ix {
            Some(ix) => self.fields(ix, fields, owner),
            None => fields.iter().map(|&f| (f, self.nowhere())).collect(),
        };
        let result = visitor.visit_map(Fields {
            entries: entries.into_iter(),
            value: None,
        });
        result.map_err(|stop| match stop {
            Stop::Missing(None, field) => Stop::Missing(ix, field),
            other => other,
        })
    }
}

fn describe(node: &Node, text: &str) -> String {
    match node.kind {
        Kind::List => "a list".to_owned(),
        Kind::Map => "a map".to_owned(),
        Kind::Str => "a text".to_owned(),
        Kind::Other => "a character".to_owned(),
        Kind::Number => format!("the number {}", shown(node.span.of(text))),
        Kind::Word => format!("`{}`", shown(node.span.of(text))),
        Kind::Struct if node.name.is_empty() => "`( .. )`".to_owned(),
        Kind::Struct => format!("`{}( .. )`", shown(node.name.of(text))),
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $ty:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            visitor.$visit(self.number::<$ty>(<$ty>::MIN, <$ty>::MAX))
        }
    )*};
}

impl<'de> Deserializer<'de> for De<'_> {
    type Error = Stop;

    numbers! {
        deserialize_u8 visit_u8 u8;
        deserialize_u16 visit_u16 u16;
        deserialize_u32 visit_u32 u32;
        deserialize_i8 visit_i8 i8;
        deserialize_i16 visit_i16 i16;
        deserialize_i32 visit_i32 i32;
        deserialize_i64 visit_i64 i64;
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.node().map(|node| node.span.of(self.text())) {
            Some("true") => visitor.visit_bool(true),
            Some("false") | None => visitor.visit_bool(false),
            Some(_) => {
                self.wrong("`true` or `false`");
                visitor.visit_bool(false)
            }
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let Some(ix) = self.of(Kind::Str, "a text in quotes") else {
            return visitor.visit_str("");
        };
        let span = self.cx.doc.tree.node(ix).span;
        match ron::from_str::<String>(span.of(self.text())) {
            Ok(text) => visitor.visit_string(text),
            Err(error) => {
                self.cx.note(
                    Code::Syntax,
                    span,
                    format!("bad text: {}", error.code),
                    "in this text",
                );
                visitor.visit_str("")
            }
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let Some(ix) = self.node else {
            return visitor.visit_none();
        };
        if self.cx.doc.tree.node(ix).span.of(self.text()) == "None" {
            return visitor.visit_none();
        }
        let inner = self.cx.doc.tree.unwrapped(self.text(), ix);
        visitor.visit_some(De {
            node: Some(inner),
            ..self
        })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let items = self
            .of(Kind::List, "a list `[ .. ]`")
            .map_or_else(Vec::new, |ix| self.items(ix));
        visitor.visit_seq(Items(items.into_iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Stop> {
        let expected = format!("{len} values in `( .. )`");
        let mut items = self
            .of(Kind::Struct, &expected)
            .map_or_else(Vec::new, |ix| self.items(ix));
        if self.node.is_some() && items.len() != len {
            self.wrong(&expected);
        }
        items.resize(len, self.nowhere());
        visitor.visit_seq(Items(items.into_iter()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let items = self
            .of(Kind::Map, "a map `{ .. }`")
            .map_or_else(Vec::new, |ix| self.items(ix));
        visitor.visit_map(Pairs {
            items: items.into_iter(),
            value: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let known = if name.ends_with("File") {
            String::new()
        } else {
            name.to_owned()
        };
        let ix = self.of(Kind::Struct, &format!("`{known}( .. )`"));
        if let Some(node) = ix.map(|ix| self.cx.doc.tree.node(ix)) {
            let found = node.name.of(self.text());
            if !found.is_empty() && found != name {
                let message = format!("expected `{known}( .. )`, found `{}( .. )`", shown(found));
                self.cx.note(
                    Code::UnknownWord,
                    node.name,
                    message,
                    &format!("should be `{known}`"),
                );
            }
        }
        let owner = if known.is_empty() {
            "this".to_owned()
        } else {
            format!("`{known}`")
        };
        self.map_of(ix, fields, &owner, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let first = variants.first().copied().unwrap_or_default();
        let Some(node) = self.node() else {
            return visitor.visit_enum(Variant {
                de: self,
                name: first,
            });
        };
        let at = match node.kind {
            Kind::Word => node.span,
            Kind::Struct if !node.name.is_empty() => node.name,
            _ => {
                self.wrong(&format!("one of {}", listed(variants)));
                return visitor.visit_enum(Variant {
                    de: self.nowhere(),
                    name: first,
                });
            }
        };
        let word = at.of(self.text());
        if let Some(&name) = variants.iter().find(|v| **v == word) {
            return visitor.visit_enum(Variant { de: self, name });
        }
        let message = format!(
            "unknown word `{}`: expected {}",
            shown(word),
            listed(variants)
        );
        self.cx.note_with(
            Code::UnknownWord,
            at,
            message,
            "not known here",
            Some((word.to_owned(), variants)),
        );
        visitor.visit_enum(Variant {
            de: self.nowhere(),
            name: first,
        })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_unit()
    }

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Stop> {
        Err(Stop::Other(
            "this kind of value is not used in case files".to_owned(),
        ))
    }

    serde::forward_to_deserialize_any! {
        u64 i128 u128 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

fn listed(words: &[&str]) -> String {
    words
        .iter()
        .map(|w| format!("`{w}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
