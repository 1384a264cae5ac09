//! Items that nobody can get or share, tasks that can never be done.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::Step;
use super::super::model::Effect;
use super::Lint;
use super::bounds::effects;
use super::impossible::Told;
use super::reach::{NEVER, Reach};

pub(super) fn check(lint: &mut Lint, told: &Told) {
    tasks(lint, told);
    let given = given(lint);
    let documents = lint.case.documents.iter();
    let yielded: BTreeSet<usize> = documents
        .flat_map(|d| d.right.iter().chain(&d.wrong))
        .map(|item| item.index())
        .collect();
    let case = lint.case;
    for (n, (item, file)) in case.items.iter().zip(&lint.parsed.items.all).enumerate() {
        // When a finding brings it, the task that lays the document on the bench says.
        let found = yielded.contains(&n) && !item.critical;
        if lint.reach.own[n] == [NEVER; 2] && found {
            continue;
        }
        if lint.reach.own[n] == [NEVER; 2] {
            let label = if given[n] {
                "given only by what never happens"
            } else {
                "nothing gives it"
            };
            let (code, message) = if item.critical {
                (
                    Code::CriticalUnobtainable,
                    format!("nobody can get the critical item `{}`", item.key),
                )
            } else {
                (
                    Code::UnreachableItem,
                    format!("nobody can get the item `{}`", item.key),
                )
            };
            lint.tell_whole(file.at, code, message).label(label).help(
                "let a team hold it from the start (`held_by`), or `Give` it in a task or an inject",
            );
        } else if item.critical && lint.reach.holds[n].contains(&NEVER) {
            let way = Reach::shortest_way(case, item);
            let label = way.map_or_else(
                || "no form of it may be shared".to_owned(),
                |rounds| format!("needs {rounds} rounds on its way and comes after the last one"),
            );
            let message = format!("the partner can never get the critical item `{}`", item.key);
            lint.tell(
                file.at,
                &[Step::Field("handling")],
                Code::CriticalUnshareable,
                message,
            )
            .label(label);
        }
    }
}

fn tasks(lint: &mut Lint, told: &Told) {
    let case = lint.case;
    let mut opened = vec![false; case.tasks.len()];
    for effect in effects(case) {
        if let Effect::Open(task) = effect {
            opened[task.index()] = true;
        }
    }
    for (n, (task, file)) in case.tasks.iter().zip(&lint.parsed.tasks.all).enumerate() {
        if lint.reach.open_in[n] != 0 || told[n] || task.rounds > case.rounds {
            continue;
        }
        let nothing_opens = task.closed && !opened[n];
        let label = if nothing_opens {
            "closed, and nothing opens it"
        } else {
            "waits for what never happens, or for longer than the case lasts"
        };
        let message = format!("`{}` can never be done", task.key);
        lint.tell_whole(file.at, Code::UnreachableTask, message)
            .label(label);
    }
}

fn given(lint: &Lint) -> Vec<bool> {
    let mut given = vec![false; lint.case.items.len()];
    for effect in effects(lint.case) {
        if let Effect::Give { item, .. } = effect {
            given[item.index()] = true;
        }
    }
    given
}
