//! Whether a described document can lie on a bench: what was done can be shown, and what is honest shows
//! nothing.
//!
//! One question after the other, and the first that fails is told: a date out of order makes a conflict that
//! is no news.

mod days;
mod holder;
mod items;
mod proof;

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::documents::{CaseDocument, honest};
use super::Lint;
use crate::document::Matter;

/// What is wrong: where, what, and in a few words; perhaps with advice.
struct Fault {
    steps: Vec<Step>,
    code: Code,
    message: String,
    label: String,
    help: Option<String>,
}

impl Fault {
    fn new(
        field: &'static str,
        code: Code,
        message: impl Into<String>,
        label: impl Into<String>,
    ) -> Self {
        Self {
            steps: vec![Step::Field(field)],
            code,
            message: message.into(),
            label: label.into(),
            help: None,
        }
    }

    fn step(mut self, step: Step) -> Self {
        self.steps.push(step);
        self
    }

    fn help(self, help: impl Into<String>) -> Self {
        Self {
            help: Some(help.into()),
            ..self
        }
    }
}

/// A document and the genuine book behind it.
struct Laid<'a> {
    case: &'a str,
    document: &'a CaseDocument,
    honest: Matter,
}

pub(super) fn check(lint: &mut Lint) {
    let places: Vec<At> = lint.parsed.documents.all.iter().map(|d| d.at).collect();
    let case = lint.case;
    for (document, at) in case.documents.iter().zip(places) {
        items::check(lint, document, at);
        if let Some(fault) = holder::written(document) {
            lint.fault(at, fault);
            continue;
        }
        let laid = Laid {
            case: &case.id,
            document,
            honest: honest(&case.id, document),
        };
        let questions = [
            days::order,
            holder::age,
            proof::leaves,
            proof::fits,
            proof::quiet,
            proof::shown,
            holder::odd,
        ];
        if let Some(fault) = questions.iter().find_map(|ask| ask(&laid)) {
            lint.fault(at, fault);
        }
    }
}

impl Lint<'_, '_> {
    fn fault(&mut self, at: At, fault: Fault) {
        self.tell(at, &fault.steps, fault.code, fault.message)
            .label(fault.label)
            .maybe_help(fault.help);
    }
}
