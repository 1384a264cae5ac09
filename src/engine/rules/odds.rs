//! The odds of a joint operation: stated to both before they sign, as lines that add up.
//!
//! The outcome depends on what is true, on what is prepared, on the network's alarm and on stated odds,
//! never on a hidden coin (3-rules, Operations). The network's alarm and which risks are real nobody can
//! know beforehand: of those the teams are told the most that they can cost. The steps are this
//! program's own.

use super::authority;
use crate::engine::condition::holds;
use crate::engine::operations::{OddsLine, Plan};
use crate::engine::state::State;
use crate::scenario::Scenario;
use crate::scenario::ids::{RiskId, Team};
use crate::scenario::operations::Operation;
use crate::scenario::words::{OddsCause, OpRole};

/// What each place in a role that nobody fills takes, of 100.
pub const UNFILLED: i16 = 15;
/// What each side takes that acts without the authority that its law asks for.
pub const UNLAWFUL: i16 = 20;
/// What it takes that the plan rests on no item.
pub const UNCITED: i16 = 10;
/// What it takes that there is no contingency for what comes.
pub const UNCOVERED: i16 = 5;
/// What each real risk takes that the plan does not name.
pub const UNNAMED: i16 = 5;
/// The network's alarm takes a fifth of itself: 20 at the most.
pub const ALARM_SHARE: i16 = 5;

/// The odds as far as a plan itself tells them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// These are certain, and add up.
    pub lines: Vec<OddsLine>,
    /// These may take so much more, at the most.
    pub unsure: Vec<OddsLine>,
}

/// What both services can know of the odds of a plan.
#[must_use]
pub fn stated(scenario: &Scenario, plan: &Plan) -> Stated {
    let operation = scenario.operation(plan.operation);
    let mut unsure = Vec::new();
    // Whether an authority that is named will be held then, only its team can know.
    less(
        &mut unsure,
        OddsCause::Basis,
        UNLAWFUL * basis(operation, |side| plan.basis[side].is_some()),
    );
    less(
        &mut unsure,
        OddsCause::Risk,
        UNNAMED * unnamed(operation, plan, false),
    );
    if plan.contingency.is_some() {
        less(&mut unsure, OddsCause::Contingency, UNCOVERED);
    }
    less(&mut unsure, OddsCause::Alarm, 100 / ALARM_SHARE);
    let mut lines = prepared(scenario, operation, plan);
    less(
        &mut lines,
        OddsCause::Basis,
        UNLAWFUL * basis(operation, |side| plan.basis[side].is_none()),
    );
    if plan.contingency.is_none() {
        less(&mut lines, OddsCause::Contingency, UNCOVERED);
    }
    Stated { lines, unsure }
}

/// What the odds really are now.
pub(crate) fn real(state: &State, plan: &Plan) -> Vec<OddsLine> {
    let operation = state.scenario.operation(plan.operation);
    let mut lines = prepared(&state.scenario, operation, plan);
    let unheld = unlawful(state, plan).len();
    let unheld = i16::try_from(unheld).unwrap_or(2);
    less(&mut lines, OddsCause::Basis, UNLAWFUL * unheld);
    let chosen = plan.contingency.map(|c| c.index());
    let chosen = chosen.and_then(|c| operation.contingencies.get(c));
    if !chosen.is_some_and(|c| holds(state, &c.covers)) {
        less(&mut lines, OddsCause::Contingency, UNCOVERED);
    }
    less(
        &mut lines,
        OddsCause::Risk,
        UNNAMED * unnamed(operation, plan, true),
    );
    let alarm = i16::from(state.exposure) / ALARM_SHARE;
    less(&mut lines, OddsCause::Alarm, alarm);
    lines
}

/// Which sides act without an authority that their law asks for and that they hold now.
pub(crate) fn unlawful(state: &State, plan: &Plan) -> Vec<Team> {
    let operation = state.scenario.operation(plan.operation);
    let lacks = |team: &Team| {
        let held = plan.basis[team.index()].is_some_and(|id| authority::held(state, id));
        !operation.basis[team.index()].is_empty() && !held
    };
    Team::BOTH.into_iter().filter(lacks).collect()
}

/// How many sides whose law asks for an authority are so.
fn basis(operation: &Operation, so: impl Fn(usize) -> bool) -> i16 {
    let asked = |side: &usize| !operation.basis[*side].is_empty() && so(*side);
    [0, 1].iter().filter(|s| asked(s)).map(|_| 1).sum()
}

/// What lines come to, in per cent.
#[must_use]
pub fn chance(lines: &[OddsLine]) -> u8 {
    let sum: i16 = lines.iter().map(|l| l.by).sum();
    u8::try_from(sum.clamp(0, 100)).unwrap_or(100)
}

/// Officers whom a role of one side still lacks.
#[must_use]
pub fn lacking(scenario: &Scenario, plan: &Plan, role: OpRole, team: Team) -> u8 {
    let operation = scenario.operation(plan.operation);
    let fills = operation.roles.iter().filter(|f| f.role == role);
    let wanted: u8 = fills.map(|f| f.officers[team.index()]).sum();
    let of_team = |o: &crate::scenario::ids::OfficerId| scenario.officer(*o).team == team;
    let named = plan
        .officers
        .iter()
        .filter(|(o, r)| *r == role && of_team(o));
    wanted.saturating_sub(u8::try_from(named.count()).unwrap_or(u8::MAX))
}

fn prepared(scenario: &Scenario, operation: &Operation, plan: &Plan) -> Vec<OddsLine> {
    let mut lines = vec![OddsLine {
        what: OddsCause::Prepared,
        by: operation.odds.into(),
    }];
    let of = |role: &OpRole| Team::BOTH.map(|t| i16::from(lacking(scenario, plan, *role, t)));
    let unfilled: i16 = OpRole::ALL.iter().flat_map(of).sum();
    less(&mut lines, OddsCause::Roles, UNFILLED * unfilled);
    if plan.cited.is_empty() {
        less(&mut lines, OddsCause::Uncited, UNCITED);
    }
    lines
}

/// Risks that the plan does not name: the real ones, or all that the teams can see.
fn unnamed(operation: &Operation, plan: &Plan, real: bool) -> i16 {
    let risks = operation.risks.iter().zip((0u16..).map(RiskId));
    let open = risks.filter(|(r, id)| (r.real || !real) && !plan.risks.contains(id));
    i16::try_from(open.count()).unwrap_or(i16::MAX / UNNAMED)
}

fn less(lines: &mut Vec<OddsLine>, what: OddsCause, by: i16) {
    if by > 0 {
        lines.push(OddsLine { what, by: -by });
    }
}
