//! Every condition of a case: what it decides and where it is written.

use super::super::doc::{At, Step};
use super::super::evaluation::{Eye, Part};
use super::super::model::{Condition, Scenario};
use super::super::msel::Trigger;
use super::super::read::Parsed;

/// What a condition decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decides {
    /// Whether the task may be assigned.
    Needs(usize),
    /// Whether the operation is offered.
    Offered,
    /// Whether a contingency answers what has come about.
    Covers,
    /// When the inject fires.
    Inject,
    /// Whether a contingency is needed at the start of this round.
    Expected(u8),
    /// Whether a step of the network is prevented at the end of this round.
    Unless(u8),
    Milestone,
    /// Whether a person is safe.
    Safe,
    Full,
    Partial,
    Criterion,
}

/// One condition.
pub(super) struct Site<'c> {
    pub decides: Decides,
    pub condition: &'c Condition,
    pub at: At,
    pub steps: Vec<Step>,
}

/// Every condition of the case.
pub(super) fn all<'c>(case: &'c Scenario, parsed: &Parsed) -> Vec<Site<'c>> {
    let mut out = Vec::new();
    let mut add = |decides, condition, at, steps: &[Step]| {
        out.push(Site {
            decides,
            condition,
            at,
            steps: steps.to_vec(),
        });
    };
    for (n, (task, file)) in case.tasks.iter().zip(&parsed.tasks.all).enumerate() {
        add(
            Decides::Needs(n),
            &task.needs,
            file.at,
            &[Step::Field("needs")],
        );
    }
    for (inject, file) in case.injects.iter().zip(&parsed.injects.all) {
        add(
            Decides::Inject,
            &inject.when,
            file.at,
            &[Step::Field("when")],
        );
        if let Trigger::Contingency { expected, by } = &inject.trigger {
            let way = [Step::Field("trigger"), Step::Field("expected")];
            add(Decides::Expected(*by), expected, file.at, &way);
        }
    }
    for (operation, file) in case.operations.iter().zip(&parsed.operations.all) {
        let way = [Step::Field("needs")];
        add(Decides::Offered, &operation.needs, file.at, &way);
        for (n, contingency) in operation.contingencies.iter().enumerate() {
            let list = Step::Field("contingencies");
            let way = [list, Step::Nth(n), Step::Field("covers")];
            add(Decides::Covers, &contingency.covers, file.at, &way);
        }
    }
    let plan = case.network.plan.iter().enumerate();
    for ((n, step), file) in plan.zip(std::iter::repeat(&parsed.network)) {
        if let (Some(unless), Some(file)) = (&step.unless, file) {
            let way = [Step::Field("plan"), Step::Nth(n), Step::Field("unless")];
            add(Decides::Unless(step.round), unless, file.at, &way);
        }
    }
    for (milestone, file) in case.milestones.iter().zip(&parsed.milestones.all) {
        add(
            Decides::Milestone,
            &milestone.when,
            file.at,
            &[Step::Field("when")],
        );
    }
    for (person, file) in case.people.iter().zip(&parsed.people.all) {
        add(Decides::Safe, &person.safe, file.at, &[Step::Field("safe")]);
    }
    for (objective, file) in case.objectives.iter().zip(&parsed.objectives.all) {
        for (n, criterion) in objective.criteria.iter().enumerate() {
            let steps = [Step::Field("criteria"), Step::Nth(n), Step::Field("when")];
            add(Decides::Criterion, &criterion.when, file.at, &steps);
        }
    }
    for (capability, file) in case.evaluation.iter().zip(&parsed.evaluation.all) {
        for (n, task) in capability.tasks.iter().enumerate() {
            for part in Part::ALL {
                let own = task.observables.iter().filter(|o| o.part == part);
                for (nth, o) in own.enumerate() {
                    let Eye::When(when) = &o.by else { continue };
                    let way = [
                        Step::Field("tasks"),
                        Step::Nth(n),
                        Step::Field(part.field()),
                        Step::Nth(nth),
                        Step::Field("when"),
                    ];
                    add(Decides::Criterion, when, file.at, &way);
                }
            }
        }
    }
    if let Some(file) = &parsed.theory {
        add(
            Decides::Full,
            &case.theory.full,
            file.at,
            &[Step::Field("full")],
        );
        add(
            Decides::Partial,
            &case.theory.partial,
            file.at,
            &[Step::Field("partial")],
        );
    }
    out
}

/// Visits a condition and all its parts with the way to each.
pub(super) fn walk<'c>(
    condition: &'c Condition,
    steps: &mut Vec<Step>,
    visit: &mut impl FnMut(&'c Condition, &[Step]),
) {
    visit(condition, steps);
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for (n, part) in parts.iter().enumerate() {
                steps.extend([Step::Nth(0), Step::Nth(n)]);
                walk(part, steps, visit);
                steps.truncate(steps.len() - 2);
            }
        }
        Condition::Not(inner) => {
            steps.push(Step::Nth(0));
            walk(inner, steps, visit);
            steps.pop();
        }
        _ => {}
    }
}

/// Visits the parts of a condition that have no parts.
pub(super) fn leaves<'c>(condition: &'c Condition, visit: &mut impl FnMut(&'c Condition)) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().for_each(|p| leaves(p, visit))
        }
        Condition::Not(inner) => leaves(inner, visit),
        leaf => visit(leaf),
    }
}
