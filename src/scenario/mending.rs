//! Files that are not well formed: read as they were to be, with what is missing or too much told.

use super::code::Code;
use super::doc::{Doc, Spot};
use super::fix;
use super::recover::{self, Finding, Mended, visible};
use super::sink::Sink;
use super::tree::{Flaw, FlawKind, Tree};

/// Flaws that are told of a file for which nothing was found that would mend it; most follow from the first.
const MAX_FLAWS: usize = 5;

/// A file with its tree, and as it was to be if that can be found.
pub(super) fn doc<'s>(file: &'s str, text: &'s str, tree: Tree) -> Doc<'s> {
    let beyond = |flaw: &Flaw| {
        matches!(
            flaw.kind,
            FlawKind::TooDeep
                | FlawKind::TooManyValues
                | FlawKind::Empty
                | FlawKind::CommentNeverClosed
        )
    };
    // A remark ends with its line, and there is only one.
    let carriage = text.contains('\r') && !text.contains('\n') && !tree.flaws.is_empty();
    let mut doc = Doc {
        file,
        text,
        tree,
        mended: None,
        findings: Vec::new(),
    };
    if carriage {
        doc.tree = Tree::default();
        doc.tree.cut = true;
        doc.findings.push(Finding::carriage());
        return doc;
    }
    let flawed = !doc.tree.flaws.is_empty();
    if doc.tree.flaws.iter().any(beyond) || !flawed && !doc.tree.mixed() {
        return doc;
    }
    let recovered = recover::recover(file, text);
    let colons = recovered.whole && recovered.findings.iter().all(Finding::is_colon);
    if recovered.findings.is_empty() || !flawed && !colons {
        return doc;
    }
    let mended = Mended::new(text, recovered.edits);
    doc.tree = mended.tree_as_written();
    doc.mended = Some(mended);
    doc.findings = recovered.findings;
    doc
}

/// Tells what is missing or too much in a file.
pub(super) fn tell(docs: &[Doc], ix: usize, sink: &mut Sink) {
    let Some(doc) = docs.get(ix) else { return };
    for finding in &doc.findings {
        sink.broken = true;
        let spot = Spot {
            doc: ix,
            bytes: finding.at,
        };
        sink.at(docs, spot, Code::Syntax, finding.message.clone())
            .label(finding.label.as_str())
            .fix(finding.fix.clone())
            .maybe_help(finding.help.clone());
    }
    for flaw in doc.tree.flaws.iter().take(MAX_FLAWS) {
        tell_flaw(docs, ix, flaw, sink);
    }
}

fn tell_flaw(docs: &[Doc], doc: usize, flaw: &Flaw, sink: &mut Sink) {
    sink.broken = true;
    let code = match flaw.kind {
        FlawKind::TooDeep => Code::TooDeep,
        FlawKind::TooManyValues => Code::TooMany,
        _ => Code::Syntax,
    };
    let (message, label) = match flaw.kind {
        FlawKind::NeverClosed(c) => (format!("this `{c}` is never closed"), "opened here"),
        FlawKind::TextNeverClosed => ("this text is never closed".to_owned(), "opened here"),
        FlawKind::CommentNeverClosed => ("this comment is never closed".to_owned(), "opened here"),
        FlawKind::NeverOpened(c) => (format!("nothing opened this `{c}`"), "closes nothing"),
        FlawKind::CommaExpected => ("a comma is missing before this".to_owned(), "expected `,`"),
        FlawKind::ValueExpected => (
            "this field has no value".to_owned(),
            "expected a value after it",
        ),
        FlawKind::Unexpected(c) => (
            format!("unexpected `{}`", visible(&c.to_string())),
            "not expected here",
        ),
        FlawKind::Trailing => (
            "the file goes on after its value".to_owned(),
            "should end before this",
        ),
        FlawKind::Empty => ("the file is empty".to_owned(), "expected a value"),
        FlawKind::TooDeep => (
            "brackets are nested more than 64 deep".to_owned(),
            "too deep",
        ),
        FlawKind::TooManyValues => (
            "the file holds more than 1,000,000 values".to_owned(),
            "too many",
        ),
    };
    let quotes = matches!(
        flaw.kind,
        FlawKind::Unexpected('“' | '”' | '‘' | '’' | '\'')
    );
    let text = docs.get(doc).map_or("", |d| d.text);
    let fix = match flaw.kind {
        FlawKind::CommaExpected => fix::comma(text, flaw.at.start as usize),
        _ => None,
    };
    sink.at(
        docs,
        Spot {
            doc,
            bytes: flaw.at,
        },
        code,
        message,
    )
    .label(label)
    .fix(fix)
    .maybe_help(quotes.then(|| "write texts in straight double quotes `\"`".to_owned()));
}
