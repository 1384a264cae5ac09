//! The joint plan on the table, and the operations that were carried out, as a fold of events.

use serde::{Deserialize, Serialize};

use super::event::{CaseTime, Event};
use super::state::{LineKind, State};
use crate::scenario::ids::{
    AimId, AuthorityId, ContingencyId, ItemId, OfficerId, OperationId, PlaceId, RiskId, Team,
};
use crate::scenario::words::{Miss, OddsCause, OpOutcome, OpRole, PlanNews};

/// When an operation begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Start {
    /// The round at whose end it is carried out, from 1.
    pub round: u8,
    /// Minutes of case time since that round began.
    pub minute: u16,
}

/// What two services mean to do together; the same paper lies before both.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Plan {
    pub operation: OperationId,
    /// What it is to come to; `None` while not decided, as for all that follows.
    pub objective: Option<AimId>,
    /// By `Team as usize`: where that side goes.
    pub places: [Option<PlaceId>; 2],
    pub start: Option<Start>,
    /// Ascending, each officer once; a team names only its own.
    pub officers: Vec<(OfficerId, OpRole)>,
    /// By `Team as usize`: the authority on which that side acts; a team names only its own.
    pub basis: [Option<AuthorityId>; 2],
    /// What could go wrong, ascending.
    pub risks: Vec<RiskId>,
    pub contingency: Option<ContingencyId>,
    /// Items that it rests on, ascending; both services have them.
    pub cited: Vec<ItemId>,
}

impl Plan {
    /// Nothing decided yet.
    #[must_use]
    pub fn blank(operation: OperationId) -> Self {
        Self {
            operation,
            objective: None,
            places: [None; 2],
            start: None,
            officers: Vec::new(),
            basis: [None; 2],
            risks: Vec::new(),
            contingency: None,
            cited: Vec::new(),
        }
    }
}

/// One reason why the odds are what they are; the lines add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct OddsLine {
    pub what: OddsCause,
    /// Points of a hundred.
    pub by: i16,
}

/// The plan on the table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct PlanDraft {
    /// Counted over all drafts of the exercise, from 1: a signature binds to one.
    pub revision: u16,
    /// Who wrote this revision.
    pub by: Team,
    pub plan: Plan,
    /// By `Team as usize`.
    pub signed: [bool; 2],
}

impl PlanDraft {
    /// Signed by both: it is carried out at its time.
    pub fn stands(&self) -> bool {
        self.signed == [true; 2]
    }
}

/// An operation that was carried out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Run {
    pub plan: Plan,
    pub revision: u16,
    pub round: u8,
    /// What chance came to, in per cent; 0 where the plan was wrong or left people in danger.
    pub chance: u8,
    /// 1–100; success when not above `chance`.
    pub roll: u8,
    pub misses: Vec<Miss>,
    pub lines: Vec<OddsLine>,
    pub outcome: OpOutcome,
    /// Who acted without the authority that its law asks for.
    pub unlawful: Vec<Team>,
    /// By `Team as usize`: items that it brought in.
    pub gained: [Vec<ItemId>; 2],
}

/// The joint plan, and what was carried out so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Operations {
    pub draft: Option<PlanDraft>,
    /// The last revision that was given out.
    pub revision: u16,
    /// Oldest first.
    pub runs: Vec<Run>,
}

impl Operations {
    /// Carried out, and it came to what it was for.
    pub fn executed(&self, operation: OperationId) -> bool {
        let mut runs = self.runs.iter();
        runs.any(|r| r.plan.operation == operation && r.outcome == OpOutcome::Success)
    }

    /// Carried out, whatever came of it.
    pub fn attempted(&self, operation: OperationId) -> bool {
        self.runs.iter().any(|r| r.plan.operation == operation)
    }

    /// How often people at risk were left in danger.
    pub fn critical_errors(&self) -> u8 {
        let danger = self.runs.iter().filter(|r| r.outcome == OpOutcome::Danger);
        u8::try_from(danger.count()).unwrap_or(u8::MAX)
    }

    /// The round in which an operation takes the officer, once its service has signed.
    pub fn engaged(&self, team: Team, officer: OfficerId) -> Option<u8> {
        let draft = self.draft.as_ref().filter(|d| d.signed[team.index()])?;
        let named = draft.plan.officers.iter().any(|(o, _)| *o == officer);
        draft.plan.start.filter(|_| named).map(|s| s.round)
    }
}

/// Folds an event of this family; leaves others alone.
pub(super) fn fold(state: &mut State, event: &Event) {
    match event {
        Event::PlanDrafted {
            team,
            revision,
            plan,
            at,
        } => {
            let before = state.operations.draft.take();
            let fell = before.is_some_and(|d| d.signed.iter().any(|s| *s));
            state.operations.revision = *revision;
            state.operations.draft = Some(PlanDraft {
                revision: *revision,
                by: *team,
                plan: plan.clone(),
                signed: [false; 2],
            });
            let news = if fell {
                PlanNews::Fallen
            } else {
                PlanNews::Drafted
            };
            tell(state, *team, plan.operation, *revision, news, *at);
        }
        Event::PlanSigned { team, revision, at } => {
            let Some(draft) = &mut state.operations.draft else {
                return;
            };
            draft.signed[team.index()] = true;
            let operation = draft.plan.operation;
            let news = if draft.stands() {
                PlanNews::Binding
            } else {
                PlanNews::Signed
            };
            tell(state, *team, operation, *revision, news, *at);
        }
        Event::PlanWithdrawn { team, at } => {
            if let Some(draft) = state.operations.draft.take() {
                let (operation, revision) = (draft.plan.operation, draft.revision);
                let news = PlanNews::Withdrawn;
                tell(state, *team, operation, revision, news, *at);
            }
        }
        Event::OperationRun {
            chance,
            roll,
            misses,
            lines,
            outcome,
            unlawful,
            ..
        } => {
            let Some(draft) = state.operations.draft.take() else {
                return;
            };
            let round = state.round;
            for item in &draft.plan.cited {
                state.note_use(*item);
            }
            state.operations.runs.push(Run {
                plan: draft.plan,
                revision: draft.revision,
                round,
                chance: *chance,
                roll: *roll,
                misses: misses.clone(),
                lines: lines.clone(),
                outcome: *outcome,
                unlawful: unlawful.clone(),
                gained: [Vec::new(), Vec::new()],
            });
            let run = u16::try_from(state.operations.runs.len() - 1).unwrap_or(u16::MAX);
            for team in Team::BOTH {
                super::evolve::line(state, team, LineKind::Ran(run));
                if let Some(report) = &mut state.teams[team.index()].report {
                    report.operation = Some(run);
                }
            }
        }
        _ => {}
    }
}

/// Both services read it on their lines.
fn tell(
    state: &mut State,
    by: Team,
    operation: OperationId,
    revision: u16,
    news: PlanNews,
    at: CaseTime,
) {
    state.now = at;
    for team in Team::BOTH {
        let what = LineKind::Plan {
            by,
            operation,
            revision,
            news,
        };
        super::evolve::line(state, team, what);
    }
}

impl State {
    /// An item that a team holds counts as used in this round, if it was not used before.
    fn note_use(&mut self, item: ItemId) {
        for team in Team::BOTH {
            let holds = self.held[team.index()].has(item.index());
            let used = self.used[team.index()].get_mut(item.index());
            if let Some(used) = used.filter(|u| holds && **u == 0) {
                *used = self.round;
            }
        }
    }
}
