//! What simulated teams do about joint operations.

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::{Command, Plan, Start};
use crate::scenario::ids::{
    AimId, AuthorityId, ContingencyId, ItemId, OfficerId, PlaceId, RiskId, Team,
};
use crate::scenario::words::{Miss, OpRole};
use crate::view::{
    AuthorityStatus, AuthorityView, CaseView, ItemView, OperationView, PlanView, TeamView,
};

/// Most items of the partner for which a team asks consent to cite them.
const CONSENTS: usize = 2;

/// Works on one plan with the partner: asks for consent in time, drafts for the last rounds, completes
/// what the partner has drafted, signs what it can stand for.
pub(super) fn plan(case: &CaseView, view: &TeamView) -> Option<Command> {
    let offered = view.operations.offered.iter();
    let next = offered.clone().find(|o| !o.done)?;
    if let Some(item) = to_ask(view, next) {
        return Some(Command::AskConsent { item });
    }
    let now = view.clock.round;
    // With a partner who passes nothing on there is nothing to plan.
    let partner = view.folder.iter().any(|i| i.received.is_some());
    if now.saturating_add(1) < case.rounds || !partner {
        return None;
    }
    let current = view.operations.draft.as_ref();
    let current = current.filter(|d| d.plan.start.is_none_or(|s| s.round >= now));
    let Some(draft) = current else {
        // The first service writes.
        let mut plan = Plan::blank(next.id);
        // What the partner has written of its officers only the partner changes.
        let old = view.operations.draft.iter().map(|d| &d.plan);
        let old = old
            .filter(|p| p.operation == next.id)
            .flat_map(|p| &p.officers);
        let own = |o: &OfficerId| view.officers.iter().any(|x| x.id == *o);
        plan.officers = old.filter(|(o, _)| !own(o)).copied().collect();
        let plan = better(case, view, next, plan);
        let first = || free_one(case.team, view, next, &plan);
        return (case.team == Team::North)
            .then(|| first().unwrap_or(Command::DraftPlan { plan: plan.clone() }));
    };
    if draft.signed[case.team.index()] {
        return None;
    }
    let mut offered = offered;
    let operation = offered.find(|o| o.id == draft.plan.operation && !o.done)?;
    let plan = better(case, view, operation, draft.plan.clone());
    if let Some(command) = free_one(case.team, view, operation, &plan) {
        return Some(command);
    }
    if plan != draft.plan {
        return Some(Command::DraftPlan { plan });
    }
    let safe =
        |a: AimId| (operation.objectives.get(a.index())).is_some_and(|o| !o.leaves_in_danger);
    let stands_for_it = draft.plan.objective.is_some_and(safe);
    (stands_for_it && draft.sign.is_none()).then_some(Command::SignPlan {
        revision: draft.revision,
    })
}

/// Is the officer wanted for the plan on the table?
pub(super) fn wanted(view: &TeamView, officer: OfficerId) -> bool {
    let plan = view.operations.draft.iter().map(|d| &d.plan);
    let now = plan.filter(|p| p.start.is_some_and(|s| s.round == view.clock.round));
    now.flat_map(|p| &p.officers).any(|(o, _)| *o == officer)
}

/// Where the team's side of the plan lacks an officer, one is called back from this round's task.
fn free_one(
    team: Team,
    view: &TeamView,
    operation: &OperationView,
    plan: &Plan,
) -> Option<Command> {
    let own = |o: OfficerId| view.officers.iter().any(|x| x.id == o);
    let lacks = operation.roles.iter().any(|r| {
        let there = (plan.officers.iter()).filter(|(o, role)| *role == r.role && own(*o));
        there.count() < usize::from(r.officers[team.index()])
    });
    let named = |id: OfficerId| plan.officers.iter().any(|(o, _)| *o == id);
    let mut sent = (view.officers.iter())
        .filter(|o| o.task.is_some() && o.busy_until.is_none() && !named(o.id));
    let officer = sent.next().filter(|_| lacks)?.id;
    Some(Command::ClearTask { officer })
}

/// Items of the partner that speak of a place of the operation, for which consent was not asked.
fn to_ask(view: &TeamView, operation: &OperationView) -> Option<ItemId> {
    let speaking = || operation.places.iter().flatten().flat_map(|c| &c.items);
    let asked = |i: &&ItemView| i.received.is_some() && i.consent.is_some();
    if view.folder.iter().filter(asked).count() >= CONSENTS {
        return None;
    }
    let open = |i: &&ItemView| i.may.ask && speaking().any(|s| *s == i.id);
    view.folder.iter().find(open).map(|i| i.id)
}

/// The plan with what the team can add to it; what stands in it, stays.
fn better(case: &CaseView, view: &TeamView, operation: &OperationView, plan: Plan) -> Plan {
    let mut plan = plan;
    let runs = || (view.operations.runs.iter()).filter(|r| r.operation == operation.id);
    if plan.objective.is_none() {
        let safe = operation
            .objectives
            .iter()
            .position(|o| !o.leaves_in_danger);
        plan.objective = safe.and_then(|n| u16::try_from(n).ok()).map(AimId);
    }
    for (side, wrong) in [(0, Miss::NorthPlace), (1, Miss::SouthPlace)] {
        let failed = |p: PlaceId| {
            runs().any(|r| r.plan.places[side] == Some(p) && r.misses.contains(&wrong))
        };
        let own = side == case.team.index();
        // Each service knows its own side best; what the other knows of neither writes nothing.
        if plan.places[side].is_none() {
            let left = operation.places[side]
                .iter()
                .filter(|c| !failed(c.place.id));
            let best = left.rev().max_by_key(|c| c.items.len());
            plan.places[side] = best
                .filter(|c| own || !c.items.is_empty())
                .map(|c| c.place.id);
        }
    }
    if plan.start.is_none() {
        let minutes = u16::from(case.round_hours) * 60;
        let late = runs().filter(|r| r.misses.contains(&Miss::Hour)).count();
        let minute = [minutes / 2, minutes / 4, minutes * 3 / 4, 0][late.min(3)];
        let round = view.clock.round;
        plan.start = Some(Start { round, minute });
    }
    let own = case.team.index();
    let held = |id: &&AuthorityId| {
        let status = |a: &&AuthorityView| a.id == **id;
        let status = view.authorities.iter().find(status).map(|a| &a.status);
        matches!(status, Some(AuthorityStatus::Held { .. }))
    };
    if plan.basis[own].is_none() {
        let basis = operation.basis.iter();
        plan.basis[own] = basis.clone().find(held).or(basis.clone().next()).copied();
    }
    man(case.team, view, operation, &mut plan);
    if plan.risks.is_empty() {
        let all = u16::try_from(operation.risks.len()).unwrap_or(0);
        plan.risks = (0..all).map(RiskId).collect();
    }
    if plan.contingency.is_none() && !operation.contingencies.is_empty() {
        plan.contingency = Some(ContingencyId(0));
    }
    let granted = |i: &&ItemView| i.joint && i.consent == Some(crate::engine::Consent::Granted);
    for item in view.folder.iter().filter(granted) {
        if let Err(at) = plan.cited.binary_search(&item.id) {
            plan.cited.insert(at, item.id);
        }
    }
    plan
}

/// Fills every role of the team's side with an officer who is free in the plan's round, command first.
fn man(team: Team, view: &TeamView, operation: &OperationView, plan: &mut Plan) {
    let round = plan.start.map_or(view.clock.round, |s| s.round);
    let named = |plan: &Plan, o: OfficerId| plan.officers.iter().any(|(x, _)| *x == o);
    let mut roles: Vec<_> = operation.roles.iter().collect();
    roles.sort_by_key(|r| r.role != OpRole::Command);
    for fill in roles {
        let own = |entry: &&(OfficerId, OpRole)| {
            entry.1 == fill.role && view.officers.iter().any(|o| o.id == entry.0)
        };
        let there = plan.officers.iter().filter(own).count();
        for _ in there..usize::from(fill.officers[team.index()]) {
            let busy = |until: u8| until >= round;
            let mut free = view.officers.iter().filter(|o| {
                o.task.is_none() && !o.busy_until.is_some_and(busy) && !named(plan, o.id)
            });
            let Some(officer) = free.next() else { return };
            let at = plan.officers.partition_point(|(o, _)| *o < officer.id);
            plan.officers.insert(at, (officer.id, fill.role));
        }
    }
}

/// One in how many random doings is about operations: what lies on the table is taken up oftener. None,
/// where the case has none.
pub(super) fn seldom(view: &TeamView) -> Option<u8> {
    let none = view.operations.offered.is_empty();
    let odds = if view.operations.draft.is_some() {
        2
    } else {
        5
    };
    (!none).then_some(odds)
}

/// Anything that can be asked about operations, wise or not.
pub(super) fn any(team: Team, view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    // Without a theory on record nothing can be drafted.
    if view.theory.first.is_none() && rng.random_bool(0.7) {
        return Some(Command::RecordTheory {
            theory: super::guess::random(view, rng),
        });
    }
    if let Some(draft) = &view.operations.draft {
        let sign = Command::SignPlan {
            revision: draft.revision,
        };
        let ready = draft.lacking.is_empty();
        match rng.random_range(0..12u8) {
            0 => return Some(Command::WithdrawPlan),
            1 => return Some(sign),
            2..=8 if ready => return Some(sign),
            _ => {}
        }
    }
    let operation = pick(&view.operations.offered, rng)?;
    let kept = view.operations.draft.as_ref();
    let kept = kept.filter(|d| d.plan.operation == operation.id);
    let plan = kept.map_or_else(|| Plan::blank(operation.id), |d: &PlanView| d.plan.clone());
    Some(Command::DraftPlan {
        plan: changed(team, view, operation, plan, rng),
    })
}

/// The plan with some of it decided anew.
fn changed(
    team: Team,
    view: &TeamView,
    operation: &OperationView,
    mut plan: Plan,
    rng: &mut impl Rng,
) -> Plan {
    let mut anew = |decided: bool| !decided || rng.random_range(0..5u8) == 0;
    let (aim, start) = (anew(plan.objective.is_some()), anew(plan.start.is_some()));
    let sides = plan.places.map(|p| anew(p.is_some()));
    if aim {
        let aims: Vec<usize> = (0..operation.objectives.len()).collect();
        let aim = pick(&aims, rng).and_then(|n| u16::try_from(*n).ok());
        plan.objective = aim.map(AimId);
    }
    for (side, anew) in sides.into_iter().enumerate() {
        if anew {
            plan.places[side] = pick(&operation.places[side], rng).map(|c| c.place.id);
        }
    }
    if start {
        // Now and then over already, or too late for the round.
        let round = view
            .clock
            .round
            .saturating_add(rng.random_range(0..4u8) / 3);
        let minute = rng.random_range(0..250u16);
        plan.start = Some(Start { round, minute });
    }
    man(team, view, operation, &mut plan);
    plan.basis[team.index()] = pick(&operation.basis, rng).copied();
    if rng.random_range(0..4u8) == 0 {
        plan.officers
            .retain(|(o, _)| view.officers.iter().all(|x| x.id != *o));
    }
    let risks = u16::try_from(operation.risks.len()).unwrap_or(0);
    plan.risks = (0..risks)
        .filter(|_| rng.random_bool(0.5))
        .map(RiskId)
        .collect();
    let others = u16::try_from(operation.contingencies.len()).unwrap_or(0);
    plan.contingency =
        (others > 0 && rng.random_bool(0.7)).then(|| ContingencyId(rng.random_range(0..others)));
    if rng.random_bool(0.3) {
        plan.cited = (view.folder.iter().filter(|i| i.joint))
            .filter(|_| rng.random_bool(0.5))
            .map(|i| i.id)
            .collect();
        plan.cited.sort_unstable();
    }
    plan
}
