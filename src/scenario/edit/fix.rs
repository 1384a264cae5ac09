//! What puts a problem right: what does it for certain, and what the problem advises and a person decides on.

use super::super::code::Code;
use super::super::diagnostic::Diagnostic;
use super::super::read;
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::element::Element;
use super::{Splice, quoted};

/// A change that is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    pub title: String,
    pub splice: Splice,
    /// `liaison check --fix` would make it.
    pub certain: bool,
}

/// The change that mends a problem, if there is one that is certain or advised.
#[must_use]
pub fn fix(source: &CaseSource, problem: &Diagnostic) -> Option<Offer> {
    if let Some(fix) = &problem.fix {
        let title = match (fix.span.is_empty(), fix.with.trim_matches('"')) {
            (_, "") => "Take it out".to_owned(),
            (true, with) => format!("Put `{with}` in"),
            (false, with) => format!("Write `{with}`"),
        };
        let splice = Splice {
            file: problem.file.clone(),
            span: fix.span.clone(),
            text: fix.with.clone(),
        };
        return Some(Offer {
            title,
            splice,
            certain: true,
        });
    }
    let (title, splice) = advice(source, problem)?;
    Some(Offer {
        title,
        splice,
        certain: false,
    })
}

/// The change that the words of a problem advise, and what it is called.
fn advice(source: &CaseSource, problem: &Diagnostic) -> Option<(String, Splice)> {
    let suggestion = problem.suggestion.as_deref()?;
    let there = source.text(&problem.file)?.get(problem.span.clone())?;
    let replace = |text: String| Splice {
        file: problem.file.clone(),
        span: problem.span.clone(),
        text,
    };
    if problem.code == Code::UndeclaredLanguage {
        return declare(source, &problem.file);
    }
    if problem.code == Code::Syntax && matches!(there, "“" | "”") {
        let title = "Write a straight quote".to_owned();
        return Some((title, replace("\"".to_owned())));
    }
    let word = advised(suggestion)?;
    // A text keeps its quotes, a word has none.
    let text = if there.starts_with('"') {
        quoted(word)
    } else if there.chars().all(|c| c.is_alphanumeric() || c == '_') && !there.is_empty() {
        word.to_owned()
    } else {
        return None;
    };
    Some((format!("Write `{word}`"), replace(text)))
}

/// The word of "did you mean `x`?" and "write `x`".
fn advised(suggestion: &str) -> Option<&str> {
    let rest = ["did you mean `", "write `"]
        .iter()
        .find_map(|start| suggestion.strip_prefix(start))?;
    let (word, rest) = rest.split_once('`')?;
    (rest.is_empty() || rest.starts_with('?')).then_some(word)
}

/// The language of a file is added to the card.
fn declare(source: &CaseSource, file: &str) -> Option<(String, Splice)> {
    let tag = file.strip_prefix("lang/")?.strip_suffix(".ron")?;
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let doc = docs.iter().find(|d| d.file == "scenario.ron")?;
    let element = Element {
        doc,
        node: doc.tree.root()?,
        order: &["format", "id", "title", "language", "translations"],
    };
    let list = match element.value("translations") {
        Some((old, _)) => {
            let inner = old.strip_prefix('[')?.strip_suffix(']')?;
            let inner = inner.trim_end().trim_end_matches(',');
            let gap = if inner.trim().is_empty() { "" } else { ", " };
            format!("[{inner}{gap}{}]", quoted(tag))
        }
        None => format!("[{}]", quoted(tag)),
    };
    let title = format!("Add `{tag}` to the translations of the case");
    Some((title, element.set("translations", list)))
}
