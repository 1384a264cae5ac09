//! Advice on teaching: a case that can be played and from which little would be learned.

use super::super::code::Code;
use super::super::doc::Step;
use super::super::ids::{ItemId, MilestoneId, TaskId};
use super::super::model::{Condition, Effect, Scenario, Task};
use super::super::sink::shown;
use super::super::words::InfoGrade;
use super::Lint;
use super::reach::{NEVER, Reach, Sharing};
use super::sites::leaves;

/// Most items that are tried alone; each costs as much as playing the case in the head.
const TRIED: usize = 20;
/// A case that costs more to be played in the head is not played so often.
const COSTLY: u64 = 200_000;

pub(super) fn check(lint: &mut Lint, without_sharing: &Reach) {
    served(lint);
    leads(lint);
    decided(lint, without_sharing);
    hot_wash(lint);
    time(lint);
    services(lint);
    locks(lint);
}

/// Objectives whose criteria hang on no item and no inject.
fn served(lint: &mut Lint) {
    let case = lint.case;
    for (objective, file) in case.objectives.iter().zip(&lint.parsed.objectives.all) {
        let mut serves = Serves::of(case);
        if objective.criteria.is_empty() || objective.criteria.iter().any(|c| serves.by(&c.when)) {
            continue;
        }
        let message = format!(
            "no item and no inject serves the objective `{}`",
            objective.key
        );
        lint.tell_whole(file.at, Code::ObjectiveUnserved, message)
            .label("measured, but not exercised")
            .help("let a criterion ask for an item that is shared, found or cited, or for an answer to an inject");
    }
}

/// Whether a condition hangs on an item or an inject, by whatever way.
struct Serves<'c> {
    case: &'c Scenario,
    /// Looked at already.
    milestones: Vec<bool>,
    tasks: Vec<bool>,
    flags: Vec<bool>,
    people: Vec<bool>,
}

impl<'c> Serves<'c> {
    fn of(case: &'c Scenario) -> Self {
        Self {
            case,
            milestones: vec![false; case.milestones.len()],
            tasks: vec![false; case.tasks.len()],
            flags: vec![false; case.flags.len()],
            people: vec![false; case.people.len()],
        }
    }

    fn by(&mut self, condition: &'c Condition) -> bool {
        let mut waiting = vec![condition];
        while let Some(condition) = waiting.pop() {
            let mut served = false;
            leaves(condition, &mut |leaf| {
                served |= self.leaf(leaf, &mut waiting)
            });
            if served {
                return true;
            }
        }
        false
    }

    /// A part by itself; what it leads on to waits.
    fn leaf(&mut self, leaf: &Condition, waiting: &mut Vec<&'c Condition>) -> bool {
        match leaf {
            Condition::Always
            | Condition::Round(_)
            | Condition::Exposure(_)
            | Condition::Trust(_)
            | Condition::Theorised(_)
            | Condition::BlueOnBlue(_) => false,
            Condition::Milestone(id) => {
                self.milestone(*id, waiting);
                false
            }
            Condition::Done(id) => self.task(*id, waiting),
            Condition::Flag(flag) => {
                let first = self.flags.get_mut(flag.index());
                let first = first.is_some_and(|seen| !std::mem::replace(seen, true));
                first && self.sets(Effect::Flag(*flag), waiting)
            }
            Condition::Welfare { person, .. } => {
                let first = self.people.get_mut(person.index());
                if first.is_none_or(|seen| std::mem::replace(seen, true)) {
                    return false;
                }
                let betters = |e: &Effect| matches!(e, Effect::Welfare { person: p, by } if p == person && *by > 0);
                self.brings(&betters, waiting)
            }
            // Everything else is about items, or is found out from them.
            _ => true,
        }
    }

    fn milestone(&mut self, id: MilestoneId, waiting: &mut Vec<&'c Condition>) {
        if let Some(seen) = self.milestones.get_mut(id.index())
            && !std::mem::replace(seen, true)
            && let Some(milestone) = self.case.milestones.get(id.index())
        {
            waiting.push(&milestone.when);
        }
    }

    fn task(&mut self, id: TaskId, waiting: &mut Vec<&'c Condition>) -> bool {
        let Some(seen) = self.tasks.get_mut(id.index()) else {
            return false;
        };
        if std::mem::replace(seen, true) {
            return false;
        }
        let task = self.case.task(id);
        waiting.push(&task.needs);
        // What is closed is opened by somebody.
        task.set_piece.is_some()
            || task.authority.is_some()
            || gives(task)
            || task.closed && self.sets(Effect::Open(id), waiting)
    }

    fn sets(&mut self, wanted: Effect, waiting: &mut Vec<&'c Condition>) -> bool {
        self.brings(&|effect: &Effect| *effect == wanted, waiting)
    }

    /// Can an inject or an operation bring such an effect about, or a task that is served?
    fn brings(
        &mut self,
        wanted: &dyn Fn(&Effect) -> bool,
        waiting: &mut Vec<&'c Condition>,
    ) -> bool {
        let case = self.case;
        let injects = case.injects.iter().any(|i| {
            let options = i.decision.iter().flat_map(|d| &d.options);
            let all = options.flat_map(|o| &o.effects).chain(&i.effects);
            all.into_iter().any(wanted)
        });
        let operations = case.operations.iter();
        if injects || operations.flat_map(|o| &o.success).any(wanted) {
            return true;
        }
        let tasks: Vec<TaskId> = (0u16..)
            .map(TaskId)
            .zip(&case.tasks)
            .filter(|(_, task)| task.effects().any(|e| wanted(&e)))
            .map(|(id, _)| id)
            .collect();
        tasks.into_iter().any(|id| self.task(id, waiting))
    }
}

fn gives(task: &Task) -> bool {
    task.effects().any(|e| matches!(e, Effect::Give { .. }))
}

/// False leads that nobody can tell from true ones.
fn leads(lint: &mut Lint) {
    let (case, reach) = (lint.case, lint.reach);
    for (item, file) in case.items.iter().zip(&lint.parsed.items.all) {
        let warned = item.source >= 3 || item.info >= InfoGrade::D;
        if !item.false_lead || warned {
            continue;
        }
        let about = |subject| item.subjects.contains(subject);
        let others = case.items.iter().zip(&reach.holds);
        let another = others
            .filter(|(other, _)| !other.false_lead)
            .any(|(other, holds)| *holds != [NEVER; 2] && other.subjects.iter().any(about));
        let places = || item.subjects.iter().filter_map(|s| case.subject(*s).place);
        let checked = case.tasks.iter().any(|task| {
            task.target.as_ref().is_some_and(about) || places().any(|p| p == task.place)
        });
        if another || checked {
            continue;
        }
        let message = format!("nothing sees through the false lead `{}`", item.key);
        lint.tell_whole(file.at, Code::LeadUnseen, message)
            .label("a trap, not a lesson")
            .help("grade it as doubtful, let another item speak of its subjects, or let an officer check them");
    }
}

/// Cases in which one item is all that has to be shared.
fn decided(lint: &mut Lint, without_sharing: &Reach) {
    let case = lint.case;
    let full = &case.theory.full;
    let can = |reach: &Reach| reach.may(full, reach.end);
    // Where nothing has to be shared, or nothing helps, that is told already.
    if lint.reach.cost() > COSTLY || can(without_sharing) || !can(lint.reach) {
        return;
    }
    let critical = (0u16..).map(ItemId).zip(&case.items);
    let critical = critical.filter(|(_, item)| item.critical).map(|(id, _)| id);
    let alone = critical
        .take(TRIED)
        .find(|id| can(&Reach::of(case, Sharing::Only(*id))));
    let Some(id) = alone else { return };
    let Some(file) = lint.parsed.items.all.get(id.index()) else {
        return;
    };
    let key = &case.item(id).key;
    let message = format!("everything is decided by `{key}`: nothing else has to be shared");
    lint.tell_whole(file.at, Code::OneItemDecides, message)
        .label("shared, it is enough for the full outcome")
        .help("let the full outcome rest on an item of the other team as well");
}

/// Cases whose debrief asks nothing.
fn hot_wash(lint: &mut Lint) {
    let Some(truth) = &lint.parsed.truth else {
        return;
    };
    if lint.case.truth.hot_wash.is_empty() {
        let message = "the debrief has no question of the case's own".to_owned();
        let steps = [Step::Field("hot_wash")];
        lint.tell(truth.at, &steps, Code::NoHotWash, message)
            .label("nothing to talk about")
            .help("add `hot_wash: [\"When did each team know enough to act?\"]`");
    }
}

/// Cases whose rounds do not fit into their time.
fn time(lint: &mut Lint) {
    let Some(file) = &lint.parsed.case else {
        return;
    };
    let case = lint.case;
    let planned = (u32::from(case.rounds) * case.planning_seconds).div_ceil(60);
    if planned <= u32::from(case.minutes) {
        return;
    }
    let message = format!(
        "the exercise is said to take {} minutes, and its planning alone takes {planned}",
        case.minutes
    );
    let steps = [Step::Field("minutes")];
    lint.tell(file.at, &steps, Code::TooLong, message)
        .label("briefing, verdict and debrief come on top")
        .help("say how long the whole takes, or shorten `planning_seconds` or `rounds`");
}

/// Services that nobody can tell apart.
fn services(lint: &mut Lint) {
    let Some(file) = &lint.parsed.case else {
        return;
    };
    let [north, south] = [&file.value.north, &file.value.south];
    for (field, one, other) in [
        ("name", &north.name, &south.name),
        ("short", &north.short, &south.short),
    ] {
        if one.is_empty() || one.to_lowercase() != other.to_lowercase() {
            continue;
        }
        let message = format!("both services have the {field} `{}`", shown(other));
        let steps = [Step::Field("south"), Step::Field(field)];
        lint.tell(file.at, &steps, Code::SameName, message)
            .label("as the other")
            .help("every page, the record and the report tell them apart by it");
    }
}

/// Texts of locks that are never shown.
fn locks(lint: &mut Lint) {
    for (task, file) in lint.case.tasks.iter().zip(&lint.parsed.tasks.all) {
        if task.locked.is_none() || task.needs != Condition::Always {
            continue;
        }
        let message = format!(
            "the task `{}` needs nothing, so nobody reads why it is locked",
            task.key
        );
        let steps = [Step::Field("locked")];
        lint.tell(file.at, &steps, Code::LockUnseen, message)
            .label("never shown")
            .help("say what it needs, such as `needs: Holds(item: \"..\", by: North)`, or take this out");
    }
}
