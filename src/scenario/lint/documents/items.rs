//! Items that a finding brings: each once, true after the right one, and not in the folder already.

use std::collections::BTreeSet;

use super::super::super::code::Code;
use super::super::super::doc::{At, Step};
use super::super::super::documents::CaseDocument;
use super::super::{Lint, shown};

pub(super) fn check(lint: &mut Lint, document: &CaseDocument, at: At) {
    let case = lint.case;
    let mut once = BTreeSet::new();
    let right = document.right.iter().enumerate();
    let wrong = document.wrong.iter().enumerate();
    let all = (right.map(|(n, id)| ("right", n, id))).chain(wrong.map(|(n, id)| ("wrong", n, id)));
    for (list, n, id) in all {
        let Some(item) = case.items.get(id.index()) else {
            continue;
        };
        let label = if !once.insert(id) {
            "named before"
        } else if list == "right" && item.false_lead {
            "a false lead"
        } else if item.held_at_start && item.origin == document.team {
            "in the folder from the start"
        } else if item.held_at_start {
            "the partner's from the start"
        } else {
            continue;
        };
        let message = format!("a {list} finding cannot bring `{}`", shown(&item.key));
        lint.tell(
            at,
            &[Step::Field(list), Step::Nth(n)],
            Code::FindingItem,
            message,
        )
        .label(label);
    }
}
