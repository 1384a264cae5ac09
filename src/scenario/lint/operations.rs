//! Operations that no plan can bring to success.

use super::super::code::Code;
use super::super::doc::Step;
use super::Lint;
use super::reach::NEVER;

pub(super) fn check(lint: &mut Lint) {
    let case = lint.case;
    for (n, operation) in case.operations.iter().enumerate() {
        let Some(file) = lint.parsed.operations.all.get(n) else {
            continue;
        };
        // That it is never offered is told of its `needs`.
        let (first, last) = operation.truth.rounds;
        let offered = lint.reach.attempted[n] != NEVER;
        if lint.reach.executed[n] != NEVER || !offered || first > last {
            continue;
        }
        let message = format!("`{}` can never succeed", operation.key);
        let steps = [Step::Field("truth"), Step::Field("rounds")];
        lint.tell(file.at, &steps, Code::NeverRight, message)
            .label(format!("it is not offered in rounds {first} to {last}"))
            .help("let `needs` hold in one of these rounds, or move `rounds`");
    }
}
