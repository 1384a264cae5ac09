//! What was wrong with an element, and why reading it had to stop.

use std::fmt;

use serde::de;

use crate::scenario::code::Code;
use crate::scenario::doc::Page;
use crate::scenario::sink::{shown, similar};
use crate::scenario::tree::{Bytes, Kind, Node, NodeIx};

/// One mistake.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario) struct Mistake {
    pub code: Code,
    pub at: Bytes,
    pub message: String,
    pub label: String,
    /// The wrong word and the words that would have been right.
    pub options: Option<(String, &'static [&'static str])>,
    /// How to write it.
    pub help: Option<String>,
    /// The struct that an unknown field was found in.
    owner: Option<NodeIx>,
}

impl Mistake {
    pub fn new(code: Code, at: Bytes, message: String, label: &str) -> Self {
        Self {
            code,
            at,
            message,
            label: label.to_owned(),
            options: None,
            help: None,
            owner: None,
        }
    }

    pub fn missing(page: Page, at: NodeIx, field: &str) -> Self {
        let node = page.tree.node(at);
        let opening = Bytes {
            start: node.span.start,
            end: node.span.start + 1,
        };
        let at = if node.name.is_empty() {
            opening
        } else {
            node.name
        };
        let message = format!("the field `{field}` is missing");
        Self::new(Code::MissingField, at, message, &format!("needs `{field}`"))
    }

    pub fn instead_of(mut self, word: &str, options: &'static [&'static str]) -> Self {
        self.options = Some((word.to_owned(), options));
        self
    }

    pub fn help(mut self, help: String) -> Self {
        self.help = Some(help);
        self
    }

    pub fn within(mut self, owner: NodeIx) -> Self {
        self.owner = Some(owner);
        self
    }

    /// True for an unknown field of a struct which was probably to be this one.
    pub fn means(&self, owner: NodeIx, field: &str) -> bool {
        let Some((word, options)) = &self.options else {
            return false;
        };
        self.owner == Some(owner) && similar(word, options.iter().copied()) == Some(field)
    }

    /// The words that would have been right.
    pub fn listed(&self) -> Option<String> {
        let (_, words) = self.options.as_ref()?;
        Some(format!("expected {}", listed(words)))
    }
}

/// Why reading had to stop.
#[derive(Debug)]
pub(in crate::scenario) enum Stop {
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

pub(super) fn describe(node: &Node, text: &str) -> String {
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

pub(super) fn listed(words: &[&str]) -> String {
    words
        .iter()
        .map(|w| format!("`{w}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
