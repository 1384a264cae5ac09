//! What the facilitator sees, field by field: both teams' knowledge side by side, what stands between
//! them, and how far the exercise has come. Evaluators and observers see the same, where the case lets
//! them see both teams.
//!
//! It holds what each team may not know of the other, and the ground truth's measures: it has no place at
//! a team's seat. The list of injects stands beside it, in [`super::MselView`].

use std::sync::Arc;

use serde::{Deserialize, Serialize};

mod build;
mod delta;

pub use build::{facilitator_case, facilitator_view};
pub use delta::{FacilitatorPart, apply_part, facilitator_delta};

use super::facilitation::{FacilitationView, RatingView};
use super::item::{ReceivedView, SharedView, SubjectView};
use super::liaison::TrustView;
use super::questionnaires::{AnswerKey, StandingView};
use super::team::{BreachView, CaseView, CollisionView, DebriefView, PlayedReport, ServiceView};
use crate::engine::{CaseTime, Phase, Start};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, OfficerId, OperationId, PersonId, RequestId, TaskId, Team};
use crate::scenario::words::{Form, Handling, InfoGrade, ItemKind, Skill};

/// What does not change during an exercise: sent once, when the seat is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilitatorCase {
    pub id: Arc<str>,
    pub title: Text,
    pub languages: Arc<[String]>,
    pub minutes: u16,
    pub rounds: u8,
    /// Hours of case time in a round.
    pub round_hours: u8,
    /// By `Team as usize`.
    pub services: [ServiceView; 2],
    /// Every item of the case, by `ItemId`.
    pub items: Vec<ItemCard>,
    /// What is rated: each objective with its criteria.
    pub objectives: Vec<(Text, Vec<Text>)>,
    /// What each team reads before it begins, by `Team as usize`.
    pub teams: [Arc<CaseView>; 2],
    /// The answers to the knowledge questions of the questionnaires.
    pub answer_key: Vec<AnswerKey>,
}

/// An item of the case, whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemCard {
    pub id: ItemId,
    pub origin: Team,
    /// The 7 of `N-07`.
    pub number: u16,
    pub title: Text,
    pub text: Text,
    pub tear_line: Option<Text>,
    pub kind: ItemKind,
    /// 1 reliable, 2 untested, 3 not reliable.
    pub source: u8,
    pub info: InfoGrade,
    pub handling: Handling,
    pub subjects: Vec<SubjectView>,
    /// The case cannot be solved well without it.
    pub critical: bool,
    pub false_lead: bool,
}

/// Everything that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacilitatorView {
    pub phase: Phase,
    /// 0 in the briefing, then from 1.
    pub round: u8,
    pub paused: bool,
    /// Per cent of its speed at which the clock runs.
    pub pace: u8,
    /// Seconds that this phase has in all, with extensions.
    pub limit_seconds: u32,
    /// The truth waits, or will wait, for the facilitator.
    pub held: bool,
    /// By `Team as usize`.
    pub teams: [TeamSide; 2],
    pub pooled: PooledView,
    pub exposure: ExposureView,
    pub trust: TrustView,
    /// By how much trust has moved in this round and the one before.
    pub trust_trend: i16,
    /// By `PersonId`.
    pub people: Vec<RiskView>,
    /// The joint plan on the table.
    pub plan: Option<PlanStanding>,
    /// The joint draft of the verdict.
    pub verdict: Option<DraftStanding>,
    pub breaches: Vec<BreachView>,
    pub collisions: Vec<CollisionView>,
    /// Requests that nobody has answered, oldest first.
    pub waiting: Vec<WaitingView>,
    pub facilitation: FacilitationView,
    /// What evaluators and the trainer gave, each kept apart.
    pub ratings: Vec<RatingView>,
    pub questionnaires: Arc<StandingView>,
    /// The truth, once the exercise is over: before the teams have it.
    pub debrief: Option<Arc<DebriefView>>,
}

/// One team's side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamSide {
    /// It is ready, has read what is before it, or has signed the verdict.
    pub ready: bool,
    /// Its first theory is on record.
    pub theorised: bool,
    /// Officer hours that its tasks take this round.
    pub hours_used: u8,
    /// In the order in which the items came.
    pub folder: Arc<Vec<FolderRow>>,
    pub officers: Vec<OfficerRow>,
    /// What the tasks of the last round carried out came to.
    pub results: Vec<ResultRow>,
}

/// An item in a team's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FolderRow {
    pub item: ItemId,
    pub origin: Team,
    /// The 7 of `N-07`.
    pub number: u16,
    pub title: Text,
    /// What the team can read of it.
    pub form: Form,
    pub source: u8,
    pub info: InfoGrade,
    pub critical: bool,
    /// Round in which the team first had it.
    pub since: u8,
    /// The trainer has given it.
    pub given: bool,
    /// How it came from the partner.
    pub received: Option<ReceivedView>,
    /// How it went to the partner, newest last.
    pub shared: Vec<SharedView>,
    pub between: Between,
}

/// How an item of a folder stands between the teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Between {
    /// It came from the partner.
    FromPartner,
    /// It went to the partner: in full if it ever did, with the round in which it so left.
    Shared {
        form: Form,
        sent: u8,
        /// It is there.
        arrived: bool,
    },
    /// Both hold it, though nobody passed it on.
    Both,
    /// It has not been passed on for so many rounds; 0: it is new.
    Kept {
        rounds: u8,
        /// The first request of the partner that names one of its subjects.
        asked: Option<RequestId>,
    },
}

/// How far critical items have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PooledView {
    /// Both teams hold it, in either form.
    pub pooled: u16,
    /// At least one team holds it.
    pub held: u16,
    /// Of the case.
    pub all: u16,
}

/// How alarmed the network is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExposureView {
    /// 0–100.
    pub now: u8,
    /// The lowest alarm at which the network will do something that it has not done.
    pub next: Option<u8>,
    /// Every reaction of the network, by the alarm that brings it about.
    pub steps: Vec<ReactionView>,
}

/// What the network does once it is alarmed so much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReactionView {
    pub exposure: u8,
    pub text: Text,
    /// The round in which it did.
    pub round: Option<u8>,
}

/// A person at risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskView {
    pub id: PersonId,
    pub name: Text,
    /// Welfare at the start, 0–10.
    pub start: u8,
    pub now: u8,
    /// At the end of each round played, from round 1.
    pub log: Vec<u8>,
    /// Time does not worsen it any more.
    pub safe: bool,
}

/// An officer and what the officer does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerRow {
    pub id: OfficerId,
    pub name: Text,
    pub skill: Skill,
    pub level: u8,
    pub duty: Option<DutyView>,
    /// The round in which a plan that the team has signed takes the officer.
    pub engaged: Option<u8>,
}

/// A task under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyView {
    pub task: TaskId,
    pub title: Text,
    pub since: u8,
    /// The round at whose end it is carried out.
    pub until: u8,
}

/// What a task came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResultRow {
    /// The round of the result, to name in [`crate::engine::Command::OverrideTask`].
    pub round: u8,
    pub officer: OfficerId,
    pub task: TaskId,
    pub title: Text,
    /// Per cent, and what was rolled; 0 for a set piece.
    pub chance: u8,
    pub roll: u8,
    /// `None` while it goes on.
    pub success: Option<bool>,
    /// It opened a set piece. The facilitator always has the points of one that is over.
    pub played: Option<PlayedReport>,
    /// The trainer has changed it.
    pub corrected: bool,
}

/// The joint plan, and who has signed it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStanding {
    pub operation: OperationId,
    pub title: Text,
    pub revision: u16,
    pub by: Team,
    pub start: Option<Start>,
    /// By `Team as usize`.
    pub signed: [bool; 2],
}

/// The joint draft of the verdict, and who has signed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftStanding {
    pub revision: u16,
    pub by: Team,
    /// By `Team as usize`.
    pub signed: [bool; 2],
}

/// A request without an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingView {
    pub id: RequestId,
    pub by: Team,
    pub subjects: Vec<SubjectView>,
    pub text: Option<Arc<str>>,
    pub asked: u8,
    pub at: CaseTime,
    /// Rounds that it has waited.
    pub age: u8,
}
