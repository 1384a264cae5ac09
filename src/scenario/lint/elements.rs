//! Elements of the offence that nobody can prove before any court.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::{ElementId, Team};
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let Some(theory) = &parsed.theory else { return };
    for (element, i) in case.theory.elements.iter().zip(0u16..) {
        let proves = |team| lint.reach.proves(ElementId(i), team, lint.reach.end);
        if Team::BOTH.into_iter().any(proves) {
            continue;
        }
        let label = if element.proof.is_empty() {
            "no item"
        } else {
            "nothing admissible that both teams can have"
        };
        let message = format!(
            "the element `{}` can be proven before no court",
            element.key
        );
        let steps = [
            Step::Field("elements"),
            Step::Nth(usize::from(i)),
            Step::Field("proof"),
        ];
        lint.tell(theory.at, &steps, Code::ElementUnproven, message)
            .label(label)
            .help("name evidence that one team has itself and can let the other have");
    }
}
