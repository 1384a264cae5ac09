//! The plan of a joint operation as it would be right.

use super::fact::ids;
use crate::engine::{Plan, Start, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{
    AimId, AuthorityId, ContingencyId, OfficerId, OperationId, RiskId, Team,
};

/// To be carried out in this round: the right places and hour, every role that officers are free for, all
/// risks named, the contingency that fits.
pub(super) fn plan(state: &State, id: OperationId) -> Plan {
    let case: &Scenario = &state.scenario;
    let operation = case.operation(id);
    let mut plan = Plan::blank(id);
    let safe = operation
        .objectives
        .iter()
        .position(|o| !o.leaves_in_danger);
    plan.objective = safe.and_then(|n| u16::try_from(n).ok()).map(AimId);
    for side in 0..2 {
        let first = operation.places[side].first().copied();
        plan.places[side] = operation.truth.places[side].or(first);
        let held = |a: &&AuthorityId| crate::engine::rules::authority::held(state, **a);
        plan.basis[side] = operation.basis[side].iter().find(held).copied();
    }
    let (round, minutes) = (state.round, u16::from(case.round_hours) * 60);
    let right = |minute: &u16| {
        let minute = *minute;
        let now = crate::engine::rules::operations::local(case, Start { round, minute });
        operation.truth.hours.is_none_or(|(from, to)| {
            if from <= to {
                (from..=to).contains(&now)
            } else {
                now >= from || now <= to
            }
        })
    };
    let minute = (0..minutes).find(right).unwrap_or(0);
    plan.start = Some(Start { round, minute });
    let mut free: Vec<OfficerId> = ids(case.officers.len(), OfficerId)
        .filter(|o| state.duty(*o).is_none())
        .collect();
    for fill in &operation.roles {
        for team in Team::BOTH {
            for _ in 0..fill.officers[team.index()] {
                if let Some(at) = free.iter().position(|o| case.officer(*o).team == team) {
                    plan.officers.push((free.remove(at), fill.role));
                }
            }
        }
    }
    plan.officers.sort_unstable_by_key(|(o, _)| *o);
    plan.risks = ids(operation.risks.len(), RiskId).collect();
    let covers = |c: &crate::scenario::operations::Contingency| {
        crate::engine::condition::holds(state, &c.covers)
    };
    let fits = operation.contingencies.iter().position(covers);
    plan.contingency = fits.and_then(|n| u16::try_from(n).ok()).map(ContingencyId);
    plan
}
