//! Between which numbers the network's alarm and people's welfare can move at all.

use super::super::file::Cmp;
use super::super::ids::Team;
use super::super::model::{Effect, Person, Scenario};
use super::super::operations::Operation;

/// The least and the greatest that a number can be.
pub(super) type Span = (u8, u8);

/// Every effect of the case.
pub(super) fn effects(case: &Scenario) -> impl Iterator<Item = &Effect> {
    let tasks = case
        .tasks
        .iter()
        .flat_map(|t| t.success.iter().chain(&t.failure));
    let injects = case.injects.iter().flat_map(|i| {
        let options = i.decision.iter().flat_map(|d| &d.options);
        i.effects.iter().chain(options.flat_map(|o| &o.effects))
    });
    let plan = case.network.plan.iter().flat_map(|s| &s.effects);
    let reactions = case.network.reactions.iter().flat_map(|r| &r.effects);
    let operations = case.operations.iter().flat_map(Operation::effects);
    tasks
        .chain(injects)
        .chain(plan)
        .chain(reactions)
        .chain(operations)
}

/// Between what the network's alarm can be.
pub(super) fn alarm(case: &Scenario) -> Span {
    let mut span = (case.exposure, case.exposure);
    if collide(case) {
        // Officers of both services may get into each other's way in every round.
        span.1 = 100;
    }
    for effect in effects(case) {
        if let Effect::Exposure(by) = effect {
            widen(&mut span, *by, 100);
        }
    }
    span
}

/// How often people at risk can be left in danger by an operation: never, if none can leave them so.
pub(super) fn critical_errors(case: &Scenario) -> Span {
    let mut aims = case.operations.iter().flat_map(|o| &o.objectives);
    let any = aims.any(|a| a.leaves_in_danger);
    // One plan is carried out a round.
    (0, if any { case.rounds } else { 0 })
}

/// Can tasks of the two services ever meet (see `engine::rules::pointer`)?
pub(super) fn collide(case: &Scenario) -> bool {
    let field = |team: Team| {
        case.tasks
            .iter()
            .filter(move |t| t.team == team && t.kind.in_the_field())
    };
    field(Team::North).any(|n| {
        field(Team::South).any(|s| {
            let narrow = case.place(n.place).kind.narrow();
            n.target.is_some() && n.target == s.target || n.place == s.place && narrow
        })
    })
}

/// Between what the welfare of each person can be.
pub(super) fn welfare(case: &Scenario) -> Vec<Span> {
    let people = case.people.iter();
    let mut spans: Vec<Span> = people.map(|p| drift(p, case.rounds)).collect();
    for effect in effects(case) {
        if let Effect::Welfare { person, by } = effect {
            widen(&mut spans[person.index()], *by, 10);
        }
    }
    spans
}

/// Between what time alone moves a person's welfare.
pub(super) fn drift(person: &Person, rounds: u8) -> Span {
    let drift = i32::from(person.per_round) * i32::from(rounds);
    let at_end = (i32::from(person.welfare) + drift).clamp(0, 10);
    let at_end = u8::try_from(at_end).unwrap_or(0);
    (person.welfare.min(at_end), person.welfare.max(at_end))
}

/// A change may come again and again, so only its direction counts.
pub(super) fn widen(span: &mut Span, by: i8, max: u8) {
    match by.signum() {
        1 => span.1 = max,
        -1 => span.0 = 0,
        _ => {}
    }
}

/// Can a number between these satisfy the comparison?
pub(super) fn meets(cmp: Cmp, (low, high): Span) -> bool {
    match cmp {
        Cmp::AtLeast(n) => high >= n,
        Cmp::AtMost(n) => low <= n,
        Cmp::Exactly(n) => low <= n && n <= high,
    }
}
