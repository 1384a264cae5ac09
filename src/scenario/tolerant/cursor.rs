//! A place in the tree while it is read, and the log of what is wrong there.

use std::cell::RefCell;

use serde::de::Visitor;

use super::access::Fields;
use super::mistake::{Mistake, Stop, describe};
use crate::scenario::code::Code;
use crate::scenario::doc::Page;
use crate::scenario::ranges::{called, range};
use crate::scenario::sink::shown;
use crate::scenario::tree::{Bytes, Kind, Node, NodeIx};

/// Most mistakes that are noted in one element.
const MAX_MISTAKES: usize = 50;

#[derive(Clone, Copy)]
pub(super) struct Cx<'c> {
    pub page: Page<'c>,
    pub log: &'c RefCell<Vec<Mistake>>,
    pub missing: &'c [(NodeIx, &'static str)],
}

impl Cx<'_> {
    pub fn note(&self, code: Code, at: Bytes, message: String, label: &str) {
        self.log(Mistake::new(code, at, message, label));
    }

    pub fn log(&self, mistake: Mistake) {
        let mut log = self.log.borrow_mut();
        if log.len() < MAX_MISTAKES {
            log.push(mistake);
        }
    }
}

/// A place in the tree, or nowhere: then it yields whatever is asked for.
#[derive(Clone, Copy)]
pub(super) struct De<'c> {
    pub cx: Cx<'c>,
    pub node: Option<NodeIx>,
    /// The field or word that it stands under.
    pub owner: &'static str,
}

impl<'c> De<'c> {
    pub fn node(&self) -> Option<&'c Node> {
        self.node.map(|ix| self.cx.page.tree.node(ix))
    }
    pub fn text(&self) -> &'c str {
        self.cx.page.text
    }
    pub fn nowhere(self) -> Self {
        De { node: None, ..self }
    }
    pub fn wrong(&self, expected: &str) {
        self.wrong_but(expected, None);
    }
    /// The same, with how to write it.
    pub fn wrong_but(&self, expected: &str, help: Option<String>) {
        if let Some(node) = self.node() {
            let found = describe(node, self.text());
            let at = if node.name.is_empty() {
                node.span
            } else {
                node.name
            };
            let message = format!("expected {expected}, found {found}");
            let mistake = Mistake::new(Code::WrongType, at, message, expected);
            self.cx.log(match help {
                Some(help) => mistake.help(help),
                None => mistake,
            });
        }
    }
    /// What stands there, if it is short enough to be said again.
    pub fn said(&self) -> Option<&'c str> {
        let said = self.node()?.span.of(self.text());
        (said.chars().count() <= 40 && !said.contains('\n')).then_some(said)
    }
    /// The node, if it is of a kind; otherwise a mistake is noted.
    pub fn of(&self, kind: Kind, expected: &str) -> Option<NodeIx> {
        self.of_or(kind, expected, || None)
    }
    /// The same, with how to write it.
    pub fn of_or(
        &self,
        kind: Kind,
        expected: &str,
        help: impl FnOnce() -> Option<String>,
    ) -> Option<NodeIx> {
        let ix = self.node?;
        if self.cx.page.tree.node(ix).kind == kind {
            return Some(ix);
        }
        self.wrong_but(expected, help());
        None
    }
    pub fn items(&self, ix: NodeIx) -> Vec<De<'c>> {
        self.cx
            .page
            .tree
            .children(ix)
            .map(|child| De {
                node: Some(child),
                ..*self
            })
            .collect()
    }

    pub fn number<N>(&self, least: N, greatest: N) -> N
    where
        N: TryFrom<i64> + Into<i64> + Default,
    {
        let bare = || {
            let said = self.said()?.strip_prefix('"')?.strip_suffix('"')?;
            said.parse::<i64>().ok()?;
            Some(format!("write `{said}`, without quotes"))
        };
        let Some(ix) = self.of_or(Kind::Number, "a number", bare) else {
            return N::default();
        };
        let node = self.cx.page.tree.node(ix);
        let word = node.span.of(self.text());
        let (mut min, mut max) = (least.into(), greatest.into());
        let known = range(self.owner);
        if let Some((from, to)) = known {
            (min, max) = (min.max(from), max.min(to));
        }
        let message = match ron::from_str::<i64>(word) {
            Ok(n) => match (N::try_from(n), known) {
                (Ok(n), _) => return n,
                (Err(_), None) => format!("{n} is out of range"),
                (Err(_), Some(_)) => {
                    let what = called(self.owner);
                    format!("{what} is {n}; it must be from {min} to {max}")
                }
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
    pub fn fields(
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
                self.cx.log(
                    Mistake::new(Code::UnknownField, node.key, message, "not a field")
                        .instead_of(key, fields)
                        .within(ix),
                );
                continue;
            };
            if out.iter().any(|(seen, _)| *seen == name) {
                let message = format!("the field `{name}` is given twice");
                self.cx.note(Code::FieldTwice, node.key, message, "again");
                continue;
            }
            let child = De {
                owner: name,
                ..child
            };
            out.push((name, child));
        }
        for &(_, field) in self.cx.missing.iter().filter(|(at, _)| *at == ix) {
            out.push((field, self.nowhere()));
        }
        out
    }

    pub fn map_of<'de, V: Visitor<'de>>(
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
