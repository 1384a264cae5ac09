//! Every effect of a case and where it is written.

use super::super::doc::{At, Step};
use super::super::model::{Effect, Scenario};
use super::super::read::Parsed;

/// One effect.
pub(super) struct Written<'c> {
    pub effect: &'c Effect,
    pub at: At,
    pub steps: Vec<Step>,
}

/// Every effect of tasks, injects, decisions, the network and operations.
pub(super) fn all<'c>(case: &'c Scenario, parsed: &Parsed) -> Vec<Written<'c>> {
    let mut out = Vec::new();
    let mut add = |effects: &'c [Effect], at: At, way: &[Step]| {
        for (n, effect) in effects.iter().enumerate() {
            let mut steps = way.to_vec();
            steps.push(Step::Nth(n));
            out.push(Written { effect, at, steps });
        }
    };
    for (task, file) in case.tasks.iter().zip(&parsed.tasks.all) {
        add(&task.success, file.at, &[Step::Field("success")]);
        add(&task.failure, file.at, &[Step::Field("failure")]);
    }
    for (inject, file) in case.injects.iter().zip(&parsed.injects.all) {
        add(&inject.effects, file.at, &[Step::Field("effects")]);
        let options = inject.decision.iter().flat_map(|d| &d.options).enumerate();
        for (n, option) in options {
            let way = [
                Step::Field("decision"),
                Step::Field("options"),
                Step::Nth(n),
                Step::Field("effects"),
            ];
            add(&option.effects, file.at, &way);
        }
    }
    for (operation, file) in case.operations.iter().zip(&parsed.operations.all) {
        add(&operation.success, file.at, &[Step::Field("success")]);
        add(&operation.failure, file.at, &[Step::Field("failure")]);
        add(&operation.danger, file.at, &[Step::Field("danger")]);
    }
    if let Some(file) = &parsed.network {
        let plan = case.network.plan.iter().map(|s| &s.effects).enumerate();
        let reactions = case.network.reactions.iter().map(|r| &r.effects);
        for (list, n, effects) in plan
            .map(|(n, e)| ("plan", n, e))
            .chain(reactions.enumerate().map(|(n, e)| ("reactions", n, e)))
        {
            let way = [Step::Field(list), Step::Nth(n), Step::Field("effects")];
            add(effects, file.at, &way);
        }
    }
    out
}
