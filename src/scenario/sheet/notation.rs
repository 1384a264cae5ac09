//! Values in the case's notation in a cell.

use serde::de::DeserializeOwned;

use super::super::doc::Page;
use super::super::read::from_ron;
use super::super::sink::similar;
use super::super::tolerant;
use super::super::tree::{Kind, Tree};
use super::table::clean;

/// Several lines as a cell shows them: without what the file indents them by.
pub(super) fn dedent(text: &str) -> String {
    let text = clean(text);
    if has_broken_text(&text) {
        return text;
    }
    let rest = || text.lines().skip(1).filter(|l| !l.trim().is_empty());
    let by = rest()
        .map(|l| l.len() - l.trim_start_matches(' ').len())
        .min();
    let Some(by) = by.filter(|by| *by > 0) else {
        return text;
    };
    let mut lines = text.lines();
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(by..).unwrap_or_default());
    }
    out
}

/// The way back: every line but the first is indented.
pub(super) fn indent(text: &str, by: &str) -> String {
    if has_broken_text(text) {
        return text.to_owned();
    }
    text.replace('\n', &format!("\n{by}"))
}

/// A text in quotes that goes over several lines: its blanks are its own.
fn has_broken_text(text: &str) -> bool {
    if !text.contains('\n') {
        return false;
    }
    let tree = Tree::scan(text);
    let Some(root) = tree.root() else {
        return true;
    };
    let mut waiting = vec![root];
    while let Some(ix) = waiting.pop() {
        let node = tree.node(ix);
        if matches!(node.kind, Kind::Str | Kind::Other) && node.span.of(text).contains('\n') {
            return true;
        }
        waiting.extend(tree.children(ix));
    }
    false
}

/// The first mistake in the words in which it would be told of a file.
fn mistake<T: DeserializeOwned>(text: &str, tree: &Tree) -> Option<String> {
    let page = Page { text, tree };
    let (_, mistakes) = tolerant::read::<T>(page, tree.root()?);
    let first = mistakes.into_iter().next()?;
    let guess = first.options.as_ref().and_then(|(word, options)| {
        let best = similar(word, options.iter().copied())?;
        Some(format!("did you mean `{best}`?"))
    });
    let help = guess
        .or_else(|| first.help.clone())
        .or_else(|| first.listed());
    Some(match help {
        Some(help) => format!("{}; {help}", first.message),
        None => first.message,
    })
}

/// Why this is not one value of the kind, if it is not.
pub(super) fn fault<T: DeserializeOwned>(text: &str) -> Option<String> {
    let tree = Tree::scan(text);
    let whole = tree.root().is_some_and(|root| {
        let span = tree.node(root).span;
        span.start == 0 && span.end as usize == text.len()
    });
    match from_ron::<T>(text) {
        Err(error) => Some(mistake::<T>(text, &tree).unwrap_or_else(|| error.code.to_string())),
        Ok(_) if !tree.flaws.is_empty() || !whole => {
            Some("one value, and nothing before or behind it".to_owned())
        }
        Ok(_) => None,
    }
}
