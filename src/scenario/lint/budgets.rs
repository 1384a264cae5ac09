//! Tasks that ask for more than there is: hours of a round, rounds of the case.

use super::super::code::Code;
use super::super::doc::Step;
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
    let case = lint.case;
    for (task, file) in case.tasks.iter().zip(&lint.parsed.tasks.all) {
        let budget = case.service(task.team).budget;
        if task.hours > budget {
            let (hours, team) = (task.hours, task.team);
            let message = format!(
                "`{}` takes {hours} hours; {team:?} has {budget} in a round",
                task.key
            );
            lint.tell(file.at, &[Step::Field("hours")], Code::OverBudget, message)
                .label(format!("at most {budget}"));
        }
        if task.rounds > case.rounds {
            let message = format!(
                "`{}` takes {} rounds; the case has {}",
                task.key, task.rounds, case.rounds
            );
            lint.tell(
                file.at,
                &[Step::Field("rounds")],
                Code::TaskTooLong,
                message,
            )
            .label("never done in time");
        }
    }
}
