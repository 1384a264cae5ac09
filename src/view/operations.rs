//! Joint operations as a team may see them: what is offered, the plan on the table, what was carried out.
//!
//! Both see the same, but for which of their own items speak of a place, what they gained, and why they
//! cannot sign. Which places, rounds and hours are right, which risks are real and how alarmed the network
//! is nobody sees before the debrief, so neither does anybody see what chance came to.

use serde::{Deserialize, Serialize};

use super::few::Few;
use super::project::place_view;
use super::team::PlaceView;
use crate::engine::operations::{PlanDraft, Run};
use crate::engine::rules::{odds, operations};
use crate::engine::state::Holding;
use crate::engine::{OddsLine, Phase, Plan, Refusal, State};
use crate::scenario::Text;
use crate::scenario::ids::{AuthorityId, ItemId, OfficerId, OperationId, PlaceId, SubjectId, Team};
use crate::scenario::operations::Operation;
use crate::scenario::words::{Miss, OpOutcome, OpRole, OperationKind, PlanPart};

/// Everything about joint operations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationsView {
    /// What can be planned, and what has come to what it was for; in the case's order.
    pub offered: Vec<OperationView>,
    /// The plan on the table.
    pub draft: Option<PlanView>,
    /// What was carried out, oldest first.
    pub runs: Vec<RunView>,
}

/// An operation that both teams can plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationView {
    pub id: OperationId,
    pub kind: OperationKind,
    pub title: Text,
    pub detail: Text,
    /// It has succeeded.
    pub done: bool,
    /// By `AimId`.
    pub objectives: Vec<AimView>,
    /// By `Team as usize`: where that side may go; empty if it goes nowhere.
    pub places: [Vec<ChoiceView>; 2],
    /// Authorities of the team of which any will do; empty if its law asks for none.
    pub basis: Vec<AuthorityId>,
    /// By `Team as usize`: that side's law asks for an authority.
    pub basis_asked: [bool; 2],
    pub roles: Vec<FillView>,
    /// By `RiskId`.
    pub risks: Vec<Text>,
    /// By `ContingencyId`.
    pub contingencies: Vec<Text>,
    /// Per cent with everything prepared.
    pub odds: u8,
}

/// What an operation can be to come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AimView {
    pub text: Text,
    /// What the text says in words, for simulated teams, who cannot read: people stay in danger. A screen
    /// leaves it to the officers to see.
    pub leaves_in_danger: bool,
}

/// A place that a side may choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceView {
    pub place: PlaceView,
    /// The team's own items that name a subject tied to it.
    pub items: Vec<ItemId>,
}

/// Officers that a role takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillView {
    pub role: OpRole,
    /// By `Team as usize`.
    pub officers: [u8; 2],
}

/// An officer in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberView {
    pub officer: OfficerId,
    pub team: Team,
    pub name: Text,
    pub role: OpRole,
}

/// The plan on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanView {
    /// To name in [`crate::engine::Command::SignPlan`].
    pub revision: u16,
    pub by: Team,
    pub plan: Plan,
    pub title: Text,
    pub officers: Vec<MemberView>,
    /// By `Team as usize`: on what that side acts, as it has written; whether it holds it only it knows.
    pub basis: [Option<Text>; 2],
    /// By `Team as usize`; by both: it will be carried out.
    pub signed: [bool; 2],
    /// What the odds are made of; they add up to `chance`.
    pub lines: Vec<OddsLine>,
    /// What may come off them at the most, for what nobody can know.
    pub unsure: Vec<OddsLine>,
    /// Per cent if nothing of `unsure` comes off.
    pub chance: u8,
    /// Per cent if all of it does.
    pub least: u8,
    /// What it still lacks.
    pub lacking: Vec<PlanPart>,
    /// Why this team cannot sign now.
    pub sign: Option<Refusal>,
}

/// An operation that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunView {
    pub operation: OperationId,
    pub title: Text,
    pub round: u8,
    pub plan: Plan,
    pub outcome: OpOutcome,
    /// What the plan had wrong.
    pub misses: Vec<Miss>,
    pub text: Text,
    /// Items that it brought this team.
    pub gained: Vec<ItemId>,
}

/// For the debrief: what is true of an operation, and what was planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OperationOutcome {
    pub id: OperationId,
    pub title: Text,
    /// What it could be for, and whether that leaves people in danger.
    pub objectives: Vec<(Text, bool)>,
    /// By `Team as usize`: the right place.
    pub places: [Option<PlaceId>; 2],
    /// The first and the last right round.
    pub rounds: (u8, u8),
    /// The right hours, as minutes after North's midnight.
    pub hours: Option<(u16, u16)>,
    /// What could go wrong, and whether it was really there.
    pub risks: Vec<(Text, bool)>,
    pub contingencies: Vec<Text>,
    /// Items that show place and time.
    pub evidence: Vec<ItemId>,
    /// Oldest first.
    pub runs: Vec<RunOutcome>,
}

/// For the debrief: a plan that was carried out, with its odds and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunOutcome {
    pub round: u8,
    /// Minutes after North's midnight at which it started.
    pub at: Option<u16>,
    pub plan: Plan,
    pub officers: Vec<MemberView>,
    /// By `Team as usize`: on what that side acted.
    pub basis: [Option<Text>; 2],
    /// Who acted without the authority that its law asks for: success or not, that was a breach of it.
    pub unlawful: Vec<Team>,
    pub misses: Vec<Miss>,
    /// What the odds were made of where the plan was right.
    pub lines: Vec<OddsLine>,
    /// Per cent, as it was.
    pub chance: u8,
    pub roll: u8,
    pub outcome: OpOutcome,
    pub text: Text,
}

pub(super) fn operations(state: &State, team: Team) -> OperationsView {
    let scenario = state.scenario();
    if scenario.operations.is_empty() {
        return OperationsView::default();
    }
    OperationsView {
        offered: offered(state, team),
        draft: (state.operations.draft.as_ref()).map(|d| plan(state, team, d)),
        runs: runs(state, team),
    }
}

/// Of what the team can read, that of which there may be more than before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Read {
    Nothing,
    Items(Few<ItemId>),
    Anything,
}

impl Read {
    /// Can what it says of the place be other than it was?
    fn of(self, state: &State, place: PlaceId) -> bool {
        let scenario = state.scenario();
        let there = |s: &SubjectId| scenario.subject(*s).place == Some(place);
        match self {
            Read::Nothing => false,
            Read::Items(items) => items.iter().any(|id| {
                let item = scenario.item(id);
                item.subjects.iter().chain(&item.tear_subjects).any(there)
            }),
            Read::Anything => true,
        }
    }
}

/// Brings it up to date; true if anything has changed. Of an operation only that can be whether it was
/// carried out and, where the team's items may have changed, what they say of its places; of a plan its
/// signatures, of a run what it brought.
pub(super) fn renew(state: &State, team: Team, read: Read, old: &mut OperationsView) -> bool {
    let mut changed = false;
    let spoken = |view: &OperationView| {
        let choices = view.places.iter().flatten();
        let mut of = choices.filter(|choice| read.of(state, choice.place.id));
        of.all(|choice| {
            let items = choice.items.iter().copied();
            items.eq(speaking(state, team, choice.place.id))
        })
    };
    let same = |view: &OperationView, id: OperationId| {
        view.id == id && view.done == state.operations.executed(id) && spoken(view)
    };
    let mut now = listed(state).map(|(id, _)| id);
    if !(old
        .offered
        .iter()
        .all(|v| now.next().is_some_and(|id| same(v, id)))
        && now.next().is_none())
    {
        old.offered = offered(state, team);
        changed = true;
    }
    let draft = state.operations.draft.as_ref();
    let shown = old.draft.as_ref().map(|d| (d.revision, d.signed, d.sign));
    if shown != draft.map(|d| (d.revision, d.signed, sign(state, team, d))) {
        old.draft = draft.map(|d| plan(state, team, d));
        changed = true;
    }
    let brought = state
        .operations
        .runs
        .iter()
        .map(|r| &r.gained[team.index()]);
    if !old.runs.iter().map(|r| &r.gained).eq(brought) {
        old.runs = runs(state, team);
        changed = true;
    }
    changed
}

/// What can be planned, and what has come to what it was for.
fn listed(state: &State) -> impl Iterator<Item = (OperationId, &Operation)> {
    let all = (0u16..).map(OperationId).zip(&state.scenario().operations);
    all.filter(|(id, _)| operations::offered(state, *id) || state.operations.executed(*id))
}

fn offered(state: &State, team: Team) -> Vec<OperationView> {
    listed(state)
        .map(|(id, operation)| offer(state, team, id, operation))
        .collect()
}

fn runs(state: &State, team: Team) -> Vec<RunView> {
    let all = state.operations.runs.iter();
    all.map(|run| told(state, team, run)).collect()
}

fn offer(state: &State, team: Team, id: OperationId, operation: &Operation) -> OperationView {
    let scenario = state.scenario();
    let choice = |place: &PlaceId| ChoiceView {
        place: place_view(*place, scenario.place(*place)),
        items: speaking(state, team, *place).collect(),
    };
    let choices = |places: &Vec<PlaceId>| places.iter().map(choice).collect();
    OperationView {
        id,
        kind: operation.kind,
        title: operation.title.clone(),
        detail: operation.detail.clone(),
        done: state.operations.executed(id),
        objectives: (operation.objectives.iter())
            .map(|a| AimView {
                text: a.text.clone(),
                leaves_in_danger: a.leaves_in_danger,
            })
            .collect(),
        places: operation.places.each_ref().map(choices),
        basis: operation.basis[team.index()].clone(),
        basis_asked: operation.basis.each_ref().map(|b| !b.is_empty()),
        roles: (operation.roles.iter())
            .map(|f| FillView {
                role: f.role,
                officers: f.officers,
            })
            .collect(),
        risks: operation.risks.iter().map(|r| r.text.clone()).collect(),
        contingencies: (operation.contingencies.iter())
            .map(|c| c.text.clone())
            .collect(),
        odds: operation.odds,
    }
}

/// The team's items that, as it can read them, name a subject tied to the place.
fn speaking(state: &State, team: Team, place: PlaceId) -> impl Iterator<Item = ItemId> {
    let scenario = state.scenario();
    let speaks = move |holding: &&Holding| {
        let named = scenario.item(holding.item).named(holding.form);
        named
            .iter()
            .any(|s| scenario.subject(*s).place == Some(place))
    };
    let folder = state.team(team).folder.iter();
    folder.filter(speaks).map(|h| h.item)
}

/// Why the team cannot sign the plan now.
fn sign(state: &State, team: Team, draft: &PlanDraft) -> Option<Refusal> {
    if state.phase() == Phase::Planning {
        operations::may_sign(state, team, draft).err()
    } else {
        Some(Refusal::WrongPhase)
    }
}

fn plan(state: &State, team: Team, draft: &PlanDraft) -> PlanView {
    let scenario = state.scenario();
    let odds::Stated { lines, unsure } = odds::stated(scenario, &draft.plan);
    let all: Vec<OddsLine> = lines.iter().chain(&unsure).copied().collect();
    PlanView {
        revision: draft.revision,
        by: draft.by,
        title: scenario.operation(draft.plan.operation).title.clone(),
        officers: members(state, &draft.plan),
        basis: basis(state, &draft.plan),
        signed: draft.signed,
        chance: odds::chance(&lines),
        least: odds::chance(&all),
        lines,
        unsure,
        lacking: operations::lacking(scenario, &draft.plan),
        sign: sign(state, team, draft),
        plan: draft.plan.clone(),
    }
}

fn basis(state: &State, plan: &Plan) -> [Option<Text>; 2] {
    let title = |id: AuthorityId| state.scenario().authority(id).title.clone();
    plan.basis.map(|b| b.map(title))
}

fn members(state: &State, plan: &Plan) -> Vec<MemberView> {
    let member = |(officer, role): &(OfficerId, OpRole)| {
        let o = state.scenario().officer(*officer);
        MemberView {
            officer: *officer,
            team: o.team,
            name: o.name.clone(),
            role: *role,
        }
    };
    plan.officers.iter().map(member).collect()
}

pub(super) fn told(state: &State, team: Team, run: &Run) -> RunView {
    let operation = state.scenario().operation(run.plan.operation);
    RunView {
        operation: run.plan.operation,
        title: operation.title.clone(),
        round: run.round,
        plan: run.plan.clone(),
        outcome: run.outcome,
        misses: run.misses.clone(),
        text: operation.text(run.outcome).clone(),
        gained: run.gained[team.index()].clone(),
    }
}

/// For the debrief: every operation of the case.
pub(super) fn outcomes(state: &State) -> Vec<OperationOutcome> {
    let scenario = state.scenario();
    let all = (0u16..).map(OperationId).zip(&scenario.operations);
    let outcome = |(id, o): (OperationId, &Operation)| OperationOutcome {
        id,
        title: o.title.clone(),
        objectives: (o.objectives.iter())
            .map(|a| (a.text.clone(), a.leaves_in_danger))
            .collect(),
        places: o.truth.places,
        rounds: o.truth.rounds,
        hours: o.truth.hours,
        risks: o.risks.iter().map(|r| (r.text.clone(), r.real)).collect(),
        contingencies: o.contingencies.iter().map(|c| c.text.clone()).collect(),
        evidence: o.evidence.clone(),
        runs: (state.operations.runs.iter())
            .filter(|run| run.plan.operation == id)
            .map(|run| run_outcome(state, run, o))
            .collect(),
    };
    all.map(outcome).collect()
}

fn run_outcome(state: &State, run: &Run, operation: &Operation) -> RunOutcome {
    let start = run.plan.start;
    RunOutcome {
        round: run.round,
        at: start.map(|s| operations::local(state.scenario(), s)),
        plan: run.plan.clone(),
        officers: members(state, &run.plan),
        basis: basis(state, &run.plan),
        unlawful: run.unlawful.clone(),
        misses: run.misses.clone(),
        lines: run.lines.clone(),
        chance: run.chance,
        roll: run.roll,
        outcome: run.outcome,
        text: operation.text(run.outcome).clone(),
    }
}
