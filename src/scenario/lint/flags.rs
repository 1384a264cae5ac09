//! Flags that are set and never asked for, or asked for and never set.

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::model::{Condition, Effect};
use super::Lint;
use super::sites::{self, leaves, walk};

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let conditions = sites::all(case, parsed);
    let mut asked = vec![false; case.flags.len()];
    let mut set = vec![false; case.flags.len()];
    for site in &conditions {
        leaves(site.condition, &mut |leaf| {
            if let Condition::Flag(flag) = leaf {
                asked[flag.index()] = true;
            }
        });
    }
    let each_effect = |visit: &mut dyn FnMut(&Effect, At, &'static str, usize)| {
        for (task, file) in case.tasks.iter().zip(&parsed.tasks.all) {
            task.success
                .iter()
                .enumerate()
                .for_each(|(n, e)| visit(e, file.at, "success", n));
            task.failure
                .iter()
                .enumerate()
                .for_each(|(n, e)| visit(e, file.at, "failure", n));
        }
        for (inject, file) in case.injects.iter().zip(&parsed.injects.all) {
            inject
                .effects
                .iter()
                .enumerate()
                .for_each(|(n, e)| visit(e, file.at, "effects", n));
        }
    };
    each_effect(&mut |effect, _, _, _| {
        if let Effect::Flag(flag) = effect {
            set[flag.index()] = true;
        }
    });
    if asked == set {
        return;
    }
    each_effect(&mut |effect, at, list, n| {
        if let Effect::Flag(flag) = effect
            && !std::mem::replace(&mut asked[flag.index()], true)
        {
            let message = format!(
                "the flag `{}` is set, but no condition asks for it",
                case.flags[flag.index()]
            );
            lint.tell(
                at,
                &[Step::Field(list), Step::Nth(n), Step::Nth(0)],
                Code::FlagNeverAsked,
                message,
            )
            .label("never asked for");
        }
    });
    for site in &conditions {
        let mut steps = site.steps.clone();
        walk(site.condition, &mut steps, &mut |part, steps| {
            if let Condition::Flag(flag) = part
                && !std::mem::replace(&mut set[flag.index()], true)
            {
                let name = &case.flags[flag.index()];
                let message = format!("the flag `{name}` is asked for, but nothing sets it");
                let help = lint
                    .sink
                    .similar(name, case.flags.iter().map(String::as_str));
                let mut place = steps.to_vec();
                place.push(Step::Nth(0));
                lint.tell(site.at, &place, Code::FlagNeverSet, message)
                    .label("never set")
                    .maybe_help(help);
            }
        });
    }
}
