//! Reactions of the network that its alarm never brings about.

use super::super::code::Code;
use super::super::doc::Step;
use super::Lint;
use super::bounds::alarm;

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let Some(file) = &parsed.network else { return };
    let (_, highest) = alarm(case);
    for (n, reaction) in case.network.reactions.iter().enumerate() {
        if reaction.exposure > highest {
            let message = format!("the network never reacts with `{}`", reaction.key);
            let steps = [
                Step::Field("reactions"),
                Step::Nth(n),
                Step::Field("exposure"),
            ];
            lint.tell(file.at, &steps, Code::NeverReacts, message)
                .label(format!("its alarm never comes above {highest}"))
                .help("let a task or an inject raise `Exposure`, or ask for less");
        }
    }
}
