//! Whether the case can be won, and only by sharing.

use super::super::code::Code;
use super::super::doc::Step;
use super::Lint;
use super::impossible::{culprit, ever, reason};
use super::reach::Reach;
use super::sites::Decides;

pub(super) fn check(lint: &mut Lint, without_sharing: &Reach) {
    let (case, parsed) = (lint.case, lint.parsed);
    let Some(theory) = &parsed.theory else { return };
    let mut steps = vec![Step::Field("full")];
    if !ever(lint, Decides::Full, &case.theory.full) {
        let part = culprit(lint, Decides::Full, &case.theory.full, &mut steps);
        let why = reason(lint, Decides::Full, part)
            .unwrap_or_else(|| "this can never come about".to_owned());
        let message =
            "`full` cannot be reached, even if everything is shared and succeeds".to_owned();
        lint.tell(theory.at, &steps, Code::FullUnreachable, message)
            .label(why);
    } else if without_sharing.may(&case.theory.full, without_sharing.end) {
        let message = "`full` can be reached without sharing anything".to_owned();
        lint.tell(theory.at, &steps, Code::NoNeedToShare, message)
            .label("neither team needs the other")
            .help("let it ask for a task that needs, or a citation of, an item which the partner holds");
    }
}
