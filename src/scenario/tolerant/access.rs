//! The parts of lists, structs, maps and enums, handed to serde one by one.

use serde::de::value::StrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::{De, Mistake, Stop};
use crate::scenario::code::Code;
use crate::scenario::sink::shown;
use crate::scenario::tree::{Bytes, Kind};

/// Elements of a list.
pub(super) struct Items<'c>(pub std::vec::IntoIter<De<'c>>);

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Stop;
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Stop> {
        self.0.next().map(|de| seed.deserialize(de)).transpose()
    }
}

/// Fields of a struct, known ones only.
pub(super) struct Fields<'c> {
    pub entries: std::vec::IntoIter<(&'static str, De<'c>)>,
    pub value: Option<De<'c>>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Stop;
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Stop> {
        let Some((key, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::new(key)).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.value.take() {
            Some(de) => seed.deserialize(de),
            None => Err(Stop::Other("a value without a field".to_owned())),
        }
    }
}

/// Entries of a map whose keys are texts.
pub(super) struct Pairs<'c> {
    pub items: std::vec::IntoIter<De<'c>>,
    pub value: Option<De<'c>>,
}

impl<'de> MapAccess<'de> for Pairs<'_> {
    type Error = Stop;
    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Stop> {
        let Some(de) = self.items.next() else {
            return Ok(None);
        };
        self.value = Some(de);
        let node = de.node();
        let key = node.map_or("", |n| n.key.of(de.text()));
        let text = ron::from_str::<String>(key).unwrap_or_else(|_| {
            if let Some(node) = node {
                let at = if node.key.is_empty() {
                    node.span
                } else {
                    node.key
                };
                de.cx.note(
                    Code::WrongType,
                    at,
                    "expected `\"path\": \"text\"`".to_owned(),
                    "a key in quotes",
                );
            }
            String::new()
        });
        seed.deserialize(StrDeserializer::new(&text)).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        match self.value.take() {
            Some(de) => seed.deserialize(de),
            None => Err(Stop::Other("a value without a key".to_owned())),
        }
    }
}

/// A variant whose name is known to be right.
pub(super) struct Variant<'c> {
    pub de: De<'c>,
    pub name: &'static str,
}

impl<'de, 'c> EnumAccess<'de> for Variant<'c> {
    type Error = Stop;
    type Variant = Self;
    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Stop> {
        let value = seed.deserialize(StrDeserializer::new(self.name))?;
        Ok((value, self))
    }
}

impl<'c> Variant<'c> {
    /// What stands in the brackets, if there is something and no field is named.
    fn unnamed(&self) -> Option<Vec<&'c str>> {
        let ix = self
            .de
            .node
            .filter(|&ix| self.de.cx.page.tree.node(ix).kind == Kind::Struct)?;
        let (tree, text) = (self.de.cx.page.tree, self.de.text());
        let values = tree.children(ix).map(|child| tree.node(child));
        let bare = values.map(|v| v.key.is_empty().then(|| v.span.of(text)));
        bare.collect::<Option<Vec<_>>>().filter(|v| !v.is_empty())
    }
}

/// A struct of a case file as it is written, with the author's values and examples of the rest.
fn written(name: &str, fields: &[&str], values: &[&str]) -> String {
    let example = |field: &str| match (name, field) {
        ("Holds", "by") => Some("North"),
        ("Shared", "to") => Some("South"),
        ("Welfare", "is") => Some("AtLeast(5)"),
        ("Welfare", "by") => Some("-1"),
        ("Status", "is") => Some("Referred"),
        // What may be left out is.
        _ => None,
    };
    let parts: Vec<String> = fields
        .iter()
        .enumerate()
        .filter_map(|(n, field)| {
            let value = values.get(n).copied().or_else(|| example(field))?;
            Some(format!("{field}: {}", shown(value)))
        })
        .collect();
    format!("{name}({})", parts.join(", "))
}

impl<'de> VariantAccess<'de> for Variant<'_> {
    type Error = Stop;

    fn unit_variant(self) -> Result<(), Stop> {
        if self.de.node().is_some_and(|n| n.kind != Kind::Word) {
            self.de.wrong(&format!("`{}` alone", self.name));
        }
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Stop> {
        let expected = format!("`{}( .. )` with one value", self.name);
        let items = self
            .de
            .of(Kind::Struct, &expected)
            .map_or_else(Vec::new, |ix| self.de.items(ix));
        match items.as_slice() {
            [one] => {
                if let Some(node) = one.node().filter(|n| !n.key.is_empty()) {
                    let message = format!("expected {expected}, found a field");
                    self.de
                        .cx
                        .note(Code::WrongType, node.key, message, "no field name here");
                }
                seed.deserialize(De {
                    owner: self.de.owner,
                    ..*one
                })
            }
            [] if self.de.node().is_none_or(|n| n.kind != Kind::Struct) => {
                seed.deserialize(self.de.nowhere())
            }
            many => {
                if many.len() > 1
                    && let Some(node) = self.de.node()
                {
                    let message = format!("expected {expected}, found {}", many.len());
                    let mistake = Mistake::new(Code::WrongType, node.name, message, &expected);
                    let help = format!("several go into a list: `{}([ .. ])`", self.name);
                    let lists = ["All", "Any"].contains(&self.name);
                    self.de
                        .cx
                        .log(if lists { mistake.help(help) } else { mistake });
                } else {
                    self.de.wrong(&expected);
                }
                seed.deserialize(self.de.nowhere())
            }
        }
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Stop> {
        self.de.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        if let Some(values) = self.unnamed() {
            let message = format!("the fields of `{}` must be named", self.name);
            let at = self.de.node().map_or_else(Bytes::default, |n| n.span);
            let help = format!("write `{}`", written(self.name, fields, &values));
            self.de
                .cx
                .log(Mistake::new(Code::WrongType, at, message, "which field is what?").help(help));
            return self.de.nowhere().map_of(None, fields, "", visitor);
        }
        let ix = self
            .de
            .of(Kind::Struct, &format!("`{}( .. )` with fields", self.name));
        self.de
            .map_of(ix, fields, &format!("`{}`", self.name), visitor)
    }
}
