//! Questions whose answer cannot be given: not among the options, or known to nobody.

use super::super::code::Code;
use super::super::doc::{Doc, Step, Trail};
use super::super::read::Parsed;
use super::super::sink::{Sink, shown};
use super::Lint;

/// The truth must be one of the options.
pub(super) fn offered(docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    let Some(theory) = parsed.theory.as_ref().filter(|t| !t.broken) else {
        return;
    };
    let root = Trail::Root(theory.at);
    let list = root.field("questions");
    for (n, question) in theory.value.questions.iter().enumerate() {
        if !question.options.contains(&question.truth) {
            let message = format!("`{}` is not among the options", shown(&question.truth));
            sink.at(
                docs,
                list.nth(n).field("truth").find(docs),
                Code::TruthNotOffered,
                message,
            )
            .label("not offered")
            .help("add it to `options`");
        }
    }
}

/// A subject can only be chosen by a team that knows it.
pub(super) fn knowable(lint: &mut Lint) {
    let (case, reach, parsed) = (lint.case, lint.reach, lint.parsed);
    let Some(theory) = &parsed.theory else { return };
    for (n, question) in case.theory.questions.iter().enumerate() {
        if !reach.known(question.truth) {
            let steps = [Step::Field("questions"), Step::Nth(n), Step::Field("truth")];
            let key = &case.subject(question.truth).key;
            let message =
                format!("nobody can answer this: no item that a team can get names `{key}`");
            lint.tell(theory.at, &steps, Code::AnswerUnknowable, message)
                .label("never known");
        }
    }
}
