//! Reads a value from a tree and goes on after every mistake.
//!
//! `ron` decides what is accepted. Where it refuses an element, this deserializer reads it again,
//! notes each mistake with its place, and fills in something harmless so that the rest can be read
//! too. What it fills in never reaches a playable case.

use std::cell::RefCell;

use serde::de::{self, Deserializer, Visitor};

mod access;
mod cursor;
mod mistake;

use access::{Items, Pairs, Variant};
use cursor::{Cx, De};
pub(super) use mistake::Mistake;
use mistake::{Stop, listed};

use super::code::Code;
use super::doc::Page;
use super::sink::shown;
use super::tree::{Kind, NodeIx};

/// The words that say nothing of what is compared: those of [`super::file::Cmp`].
const COMPARISON: &str = "Cmp";

/// Most missing fields that are filled in in one element.
const MAX_MISSING: usize = 24;

/// Reads `T` at a node: the value, if it could be completed, and every mistake.
pub(super) fn read<'de, T: de::Deserialize<'de>>(
    page: Page,
    node: NodeIx,
) -> (Option<T>, Vec<Mistake>) {
    let mut missing: Vec<(NodeIx, &'static str)> = Vec::new();
    loop {
        let log = RefCell::new(Vec::new());
        let result = T::deserialize(De {
            cx: Cx {
                page,
                log: &log,
                missing: &missing,
            },
            node: Some(node),
            owner: "",
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
                let at = page.tree.node(node).span;
                mistakes.push(Mistake::new(Code::WrongType, at, message, ""));
                None
            }
        };
        // A field that is only misspelt is not missing as well.
        missing.retain(|&(at, field)| !mistakes.iter().any(|m| m.means(at, field)));
        mistakes.extend(
            missing
                .iter()
                .map(|&(at, field)| Mistake::missing(page, at, field)),
        );
        return (value, mistakes);
    }
}

macro_rules! numbers {
    ($($method:ident $visit:ident $ty:ty;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
            visitor.$visit(self.number::<$ty>(<$ty>::MIN, <$ty>::MAX))
        }
    )*};
}

impl De<'_> {
    /// How something else than a word is written as one of these.
    fn as_word(&self, enumeration: &str, variants: &[&str]) -> Option<String> {
        let (node, said) = (self.node()?, self.said()?);
        match node.kind {
            Kind::Str => {
                let word = said.trim_matches('"');
                let word = variants.iter().find(|v| v.eq_ignore_ascii_case(word))?;
                Some(format!("write `{word}`, without quotes"))
            }
            Kind::Number if enumeration == COMPARISON => {
                Some(format!("say how it compares: `AtLeast({said})`"))
            }
            _ => None,
        }
    }
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
        let quoted = || {
            if self.node()?.kind == Kind::Other {
                return Some("write texts in straight double quotes `\"`".to_owned());
            }
            let bare = matches!(self.node()?.kind, Kind::Word | Kind::Number);
            let said = self.said().filter(|_| bare)?;
            Some(format!("write `\"{said}\"`, in quotes"))
        };
        let Some(ix) = self.of_or(Kind::Str, "a text in quotes", quoted) else {
            return visitor.visit_str("");
        };
        let span = self.cx.page.tree.node(ix).span;
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
        if self.cx.page.tree.node(ix).span.of(self.text()) == "None" {
            return visitor.visit_none();
        }
        let inner = self.cx.page.tree.unwrapped(self.text(), ix);
        visitor.visit_some(De {
            node: Some(inner),
            ..self
        })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        let alone = || {
            let said = self.said().filter(|said| !said.starts_with(['{', '(']))?;
            Some(format!("write `[{said}]`, also for one alone"))
        };
        let items = self
            .of_or(Kind::List, "a list `[ .. ]`", alone)
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
        let fields_of = || {
            let few = fields.len() <= 4 && known.is_empty() && !fields.is_empty();
            let each = fields.iter().map(|field| format!("{field}: .."));
            let each: Vec<String> = each.collect();
            few.then(|| format!("write `({})`", each.join(", ")))
        };
        let ix = self.of_or(Kind::Struct, &format!("`{known}( .. )`"), fields_of);
        if let Some(node) = ix.map(|ix| self.cx.page.tree.node(ix)) {
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
        enumeration: &'static str,
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
                self.wrong_but(
                    &format!("one of {}", listed(variants)),
                    self.as_word(enumeration, variants),
                );
                return visitor.visit_enum(Variant {
                    de: self.nowhere(),
                    name: first,
                });
            }
        };
        let word = at.of(self.text());
        if let Some(&name) = variants.iter().find(|v| **v == word) {
            // A comparison is about what it stands under.
            let owner = if enumeration == COMPARISON {
                self.owner
            } else {
                name
            };
            let de = De { owner, ..self };
            return visitor.visit_enum(Variant { de, name });
        }
        let message = format!("unknown word `{}`", shown(word));
        self.cx.log(
            Mistake::new(Code::UnknownWord, at, message, "not known here")
                .instead_of(word, variants),
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
