//! Authorities that nobody can get or that nobody needs.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::{AuthorityId, GroundId};
use super::super::model::Condition;
use super::Lint;
use super::sites::{self, leaves};

pub(super) fn check(lint: &mut Lint) {
    let (case, parsed) = (lint.case, lint.parsed);
    let mut asked: Vec<bool> = vec![false; case.authorities.len()];
    for id in case.tasks.iter().filter_map(|t| t.authority) {
        asked[id.index()] = true;
    }
    for id in case
        .operations
        .iter()
        .flat_map(|o| o.basis.iter().flatten())
    {
        asked[id.index()] = true;
    }
    if !asked.is_empty() {
        for site in sites::all(case, parsed) {
            leaves(site.condition, &mut |leaf| {
                if let Condition::Authorised(id) = leaf {
                    asked[id.index()] = true;
                }
            });
        }
    }
    let files = case.authorities.iter().zip(&parsed.authorities.all);
    for ((authority, file), (i, asked)) in files.zip((0u16..).zip(asked)) {
        if !asked {
            let message = format!("no task and no condition asks for `{}`", authority.key);
            lint.tell_whole(file.at, Code::AuthorityUnused, message)
                .label("not asked for");
        }
        for (n, ground) in (0u16..).zip(&authority.grounds) {
            if ground.items.is_empty()
                || lint
                    .reach
                    .meets(AuthorityId(i), GroundId(n), lint.reach.end)
            {
                continue;
            }
            let why = if ground.evidence {
                "nothing admissible"
            } else {
                "nothing good enough"
            };
            let message = format!(
                "{:?} can never show the ground `{}` of `{}`",
                authority.team, ground.key, authority.key
            );
            let n = usize::from(n);
            let steps = [Step::Field("grounds"), Step::Nth(n), Step::Field("items")];
            lint.tell(file.at, &steps, Code::GroundNeverMet, message)
                .label(why)
                .help("name an item that the team can hold, of grade 1 or 2 and A to C, or two others");
        }
    }
}
