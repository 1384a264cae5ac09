//! Tear-lines that are missing, tell everything or name too much; leads that lead astray and matter.

use super::super::code::Code;
use super::super::doc::{Doc, Trail};
use super::super::file::ItemFile;
use super::super::read::Parsed;
use super::super::sink::{Sink, shown};
use super::super::words::Handling;

pub(super) fn check(docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    for item in &parsed.items.all {
        if !item.broken {
            one(docs, &item.value, &Trail::Root(item.at), sink);
        }
    }
}

fn one(docs: &[Doc], item: &ItemFile, root: &Trail, sink: &mut Sink) {
    if item.handling == Handling::TearLineOnly && item.tear_line.is_none() {
        let message = format!(
            "`{}` may only be shared as a tear-line and has none",
            shown(&item.id)
        );
        sink.at(
            docs,
            root.field("handling").find(docs),
            Code::TearLineMissing,
            message,
        )
        .label("needs a tear-line")
        .help("add `tear_line: \"..\"`, or let it be shared in full");
    }
    if let Some(tear_line) = &item.tear_line {
        let (tear, text) = (plain(tear_line), plain(&item.text));
        if !text.is_empty() && tear.contains(&text) {
            let message = format!(
                "the tear-line of `{}` says all that the item says",
                shown(&item.id)
            );
            sink.at(
                docs,
                root.field("tear_line").find(docs),
                Code::TearLineRepeats,
                message,
            )
            .label("the same text")
            .help("leave out what the source must not be known by");
        }
    }
    let list = root.field("tear_subjects");
    for (n, subject) in item.tear_subjects.iter().enumerate() {
        let why = if item.tear_line.is_none() {
            "has no tear-line"
        } else if !item.subjects.contains(subject) {
            "does not name it"
        } else {
            continue;
        };
        let message = format!(
            "the tear-line is to name `{}`, but `{}` {why}",
            shown(subject),
            shown(&item.id)
        );
        sink.at(
            docs,
            list.nth(n).find(docs),
            Code::TearLineSubjects,
            message,
        )
        .label(why);
    }
    if item.critical && item.false_lead {
        let message = format!("`{}` is a false lead and critical", shown(&item.id));
        sink.at(
            docs,
            root.field("critical").find(docs),
            Code::FalseLeadCritical,
            message,
        )
        .label("the partner cannot need what is wrong");
    }
}

/// A text without what does not make it another text.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
