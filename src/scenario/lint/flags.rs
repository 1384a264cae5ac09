//! Flags that are set and never asked for, or asked for and never set.

use super::super::code::Code;
use super::super::doc::Step;
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
    let effects = super::effects::all(case, parsed);
    for written in &effects {
        if let Effect::Flag(flag) = written.effect {
            set[flag.index()] = true;
        }
    }
    if asked == set {
        return;
    }
    for written in &effects {
        if let Effect::Flag(flag) = written.effect
            && !std::mem::replace(&mut asked[flag.index()], true)
        {
            let message = format!(
                "the flag `{}` is set, but no condition asks for it",
                case.flags[flag.index()]
            );
            let mut steps = written.steps.clone();
            steps.push(Step::Nth(0));
            lint.tell(written.at, &steps, Code::FlagNeverAsked, message)
                .label("never asked for");
        }
    }
    for site in &conditions {
        let mut steps = site.steps.clone();
        walk(site.condition, &mut steps, &mut |part, steps| {
            if let Condition::Flag(flag) = part
                && !std::mem::replace(&mut set[flag.index()], true)
            {
                let name = &case.flags[flag.index()];
                let message = format!("the flag `{name}` is asked for, but nothing sets it");
                let docs = lint.docs;
                let guess = lint
                    .sink
                    .similar(name, case.flags.iter().map(String::as_str));
                let mut place = steps.to_vec();
                place.push(Step::Nth(0));
                lint.tell(site.at, &place, Code::FlagNeverSet, message)
                    .label("never set")
                    .guess(docs, guess);
            }
        });
    }
}
