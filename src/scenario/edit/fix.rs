//! What puts a problem right, where the problem itself says how.

use super::super::code::Code;
use super::super::diagnostic::Diagnostic;
use super::super::read;
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::element::Element;
use super::{Splice, quoted};

/// The change that a problem advises, and what it is called; nothing where a person has to decide.
#[must_use]
pub fn fix(source: &CaseSource, problem: &Diagnostic) -> Option<(String, Splice)> {
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
    matches!(rest, "?" | "").then_some(word)
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
