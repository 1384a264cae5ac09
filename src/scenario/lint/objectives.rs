//! Objectives that nothing anybody does can meet or miss.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::file::Cmp;
use super::super::model::Condition;
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
    let case = lint.case;
    for (objective, file) in case.objectives.iter().zip(&lint.parsed.objectives.all) {
        for (n, criterion) in objective.criteria.iter().enumerate() {
            if always(&criterion.when) {
                let steps = [Step::Field("criteria"), Step::Nth(n), Step::Field("when")];
                let message = format!(
                    "the criterion `{}` is met whatever anybody does",
                    criterion.key
                );
                lint.tell(file.at, &steps, Code::NothingObservable, message)
                    .label("always holds")
                    .help("ask for something that a team does: a task, an item shared, an answer");
            }
        }
        if objective.criteria.iter().all(|c| c.points == 0) {
            let message = format!(
                "the objective `{}` has no criterion that earns points",
                objective.key
            );
            lint.tell_whole(file.at, Code::NothingObservable, message)
                .label("nothing to observe")
                .help("add a `Criterion( .. )` with points");
        }
    }
}

/// True for what holds whatever happens.
fn always(condition: &Condition) -> bool {
    match condition {
        Condition::Always => true,
        Condition::All(parts) => parts.iter().all(always),
        Condition::Any(parts) => parts.iter().any(always),
        Condition::Round(Cmp::AtLeast(n)) => *n <= 1,
        _ => false,
    }
}
