//! What one team may see, field by field.
//!
//! A view is built, never filtered: what is not named here cannot reach a team. It carries texts in
//! every language of the case, so a seat changes language without asking.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::authority::{AuthorityOutcome, AuthorityView, LackView, NeededView};
use super::chart::{BoardLink, ChartView};
use super::elements::{CellView, ElementOutcome, ElementView, RoleOutcome, RoleView};
use super::facilitation::{FacilitationView, SettledView};
use super::item::{ItemView, SubjectView};
use super::liaison::{AboutView, LiaisonView, QueryView, RequestView, TrustView};
use super::operations::{OperationOutcome, OperationsView, RunView};
use super::questionnaires::{SheetView, SurveyView, SurveysView};
use super::set_pieces::{SetPieceOffer, SetPieceOutcome, SetPieceView};
use crate::engine::{CaseTime, Phase, Theory};
use crate::scenario::Text;
use crate::scenario::file::{LabelKind, LineKind, PortraitFile};
use crate::scenario::ids::{AuthorityId, InjectId, OptionId};
use crate::scenario::ids::{
    CriterionId, ItemId, OfficerId, PersonId, PlaceId, QuestionId, RequestId, SubjectId, TaskId,
    Team,
};
use crate::scenario::model::Link;
use crate::scenario::words::{
    Channel, Delivery, Difficulty, Form, Miss, Offence, OpOutcome, Outcome, PersonStatus,
    PlaceKind, PlanNews, Risk, Side, Skill, TaskKind, Use,
};

/// What does not change during an exercise: sent once, when a seat is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseView {
    /// Whose seat this is.
    pub team: Team,
    pub id: Arc<str>,
    pub title: Text,
    pub summary: Text,
    pub languages: Arc<[String]>,
    pub minutes: u16,
    pub difficulty: Difficulty,
    pub rounds: u8,
    pub round_hours: u8,
    /// Both services' public face, by `Team as usize`.
    pub services: [ServiceView; 2],
    /// The team's own briefing.
    pub briefing: Text,
    /// What the team's law lets it do.
    pub law: Text,
    /// Officer hours in a round.
    pub budget: u8,
    /// Rounds until arrival by `Channel as usize`.
    pub delays: [u8; 3],
    pub map: MapView,
    /// What the questionnaires ask, in the case's order, without the answers.
    pub surveys: Arc<[SurveyView]>,
}

/// What everybody knows of a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceView {
    pub name: Text,
    pub short: Text,
    pub place: Text,
    /// Minutes after local midnight when round 1 begins.
    pub start_minute: u16,
}

/// A land area: whose soil it is, and its outline.
pub type Outline = (Option<Team>, Vec<(i16, i16)>);

/// The land itself; places come with the sections, since they become known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapView {
    pub size: (u16, u16),
    pub km_per_100: u16,
    /// Whose soil, and its outline.
    pub land: Vec<Outline>,
    pub lines: Vec<(LineKind, Vec<(i16, i16)>)>,
    pub labels: Vec<(Text, (i16, i16), LabelKind)>,
}

/// Everything that changes, in sections that are sent again when they differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TeamView {
    pub clock: ClockView,
    pub officers: Vec<OfficerView>,
    pub tasks: Arc<Vec<TaskView>>,
    pub folder: Arc<Vec<ItemView>>,
    pub places: Arc<Vec<PlaceView>>,
    pub line: Arc<Vec<LineEntry>>,
    pub liaison: Arc<LiaisonView>,
    pub theory: Arc<TheoryView>,
    pub verdict: Option<VerdictView>,
    pub report: Option<ReportView>,
    /// What a colleague would remind the team of now.
    pub hint: Option<Text>,
    pub debrief: Option<Arc<DebriefView>>,
    /// Subjects and links as the team can read them.
    pub chart: Arc<ChartView>,
    /// Links that either service stands for before the other; the same for both.
    pub board: Vec<BoardLink>,
    /// What can be done together, the plan on the table, and what was carried out.
    pub operations: OperationsView,
    /// What the team can apply for, in the case's order.
    pub authorities: Vec<AuthorityView>,
    /// What the team plays before it reads on, in the order in which it was opened.
    pub set_pieces: Vec<Arc<SetPieceView>>,
    /// Questionnaires that persons of the team have handed in.
    pub handed_in: Vec<SheetView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockView {
    pub phase: Phase,
    /// 0 in the briefing, then from 1.
    pub round: u8,
    pub paused: bool,
    /// Wall-clock seconds that this phase has in all, with extensions.
    pub limit_seconds: u32,
    /// Officer hours that the tasks given take this round.
    pub hours_used: u8,
    /// This team is ready, or has read what is before it.
    pub ready: bool,
    pub partner_ready: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerView {
    pub id: OfficerId,
    pub name: Text,
    pub initials: Arc<str>,
    pub skill: Skill,
    pub level: u8,
    pub portrait: PortraitFile,
    /// Where the officer is, or goes for the task given.
    pub place: PlaceId,
    pub task: Option<TaskId>,
    /// The officer is busy with it until the end of this round.
    pub busy_until: Option<u8>,
    /// The round in which a plan that the team has signed takes the officer.
    pub engaged: Option<u8>,
}

impl OfficerView {
    /// Whether a plan that the team has signed takes the officer in this round.
    #[must_use]
    pub fn operates(&self, round: u8) -> bool {
        self.engaged == Some(round)
    }

    /// Whether the officer has neither a task nor a part in an operation of this round.
    #[must_use]
    pub fn idle(&self, round: u8) -> bool {
        self.task.is_none() && !self.operates(round)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    pub id: TaskId,
    pub kind: TaskKind,
    pub title: Text,
    pub detail: Text,
    pub place: PlaceId,
    pub skill: Skill,
    pub hours: u8,
    pub rounds: u8,
    pub risk: Risk,
    /// The subject that it is about.
    pub target: Option<SubjectView>,
    /// What must be held before an officer can be sent.
    pub authority: Option<NeededView>,
    /// Officers are seen at it: somebody else at the same place or person would notice.
    pub in_the_field: bool,
    pub state: TaskState,
    /// It has succeeded before, and can be done once more.
    #[serde(default)]
    pub again: bool,
    /// Chance of success in per cent for each of the team's officers, in their order; none for a set piece.
    pub chances: Vec<u8>,
    /// Played by the team, in place of a roll.
    pub set_piece: Option<SetPieceOffer>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskState {
    /// An officer can be sent.
    Available,
    /// Something is lacking; the author says what.
    Locked(Text),
    /// The authority that it needs is not held.
    Unauthorised,
    /// An officer has it this round.
    Given(OfficerId),
    /// It has succeeded.
    Done,
}

/// A place that the team knows of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceView {
    pub id: PlaceId,
    pub name: Text,
    pub at: (i16, i16),
    pub kind: PlaceKind,
    pub label: Side,
    /// Known through an item, not from the public map.
    pub learned: bool,
}

/// One entry of the liaison line, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineEntry {
    pub round: u8,
    pub at: CaseTime,
    pub what: LineWhat,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineWhat {
    /// A line from one service to the other.
    Message { from: Team, text: Arc<str> },
    /// The partner's item arrived.
    Arrived {
        item: ItemId,
        form: Form,
        channel: Channel,
    },
    /// The team's item left, to arrive in that round.
    Sent {
        item: ItemId,
        form: Form,
        channel: Channel,
        arrives: u8,
    },
    /// An inject reached the team.
    Inject {
        from: Text,
        via: Delivery,
        text: Text,
        /// What it asks the team to decide.
        decision: Option<DecisionView>,
    },
    /// A request of either service: see the desks' [`super::LiaisonView::requests`].
    Request { request: RequestId },
    /// A request got an answer, or more of it.
    Answer { request: RequestId },
    /// A pointer query. The partner's is told without its subject where there was no match.
    Query {
        by: Team,
        about: Option<AboutView>,
        matched: bool,
    },
    /// One service asked to use the other's item.
    ConsentAsked { by: Team, item: ItemId },
    /// Whose item it is has answered.
    ConsentGiven {
        by: Team,
        item: ItemId,
        granted: bool,
    },
    /// An item was used without consent.
    Breach { by: Team, item: ItemId, used: Use },
    /// The team's officers met the partner's.
    BlueOnBlue {
        task: TaskId,
        title: Text,
        failed: bool,
    },
    /// Something has become of the plan for a joint operation.
    Plan {
        by: Team,
        title: Text,
        revision: u16,
        news: PlanNews,
    },
    /// A joint operation was carried out; both read the same.
    Ran {
        title: Text,
        outcome: OpOutcome,
        misses: Vec<Miss>,
        text: Text,
    },
    /// What was decided on the team's application for an authority.
    Authority {
        authority: AuthorityId,
        title: Text,
        /// The round from which it is held; `None`: turned down.
        from: Option<u8>,
        /// The grounds that were not shown.
        missing: Vec<LackView>,
    },
    /// The trainer's word.
    Told { text: Arc<str> },
    /// The trainer has given this item.
    Given { item: ItemId },
    /// The trainer has changed what the team's task came to.
    Corrected {
        task: TaskId,
        title: Text,
        success: bool,
    },
}

/// What an inject asks a team to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionView {
    /// To name in [`crate::engine::Command::Decide`].
    pub inject: InjectId,
    /// By `OptionId`.
    pub options: Vec<Text>,
    /// The last round in whose planning the team can decide.
    pub until: u8,
    /// The team can decide now.
    pub open: bool,
    /// What was decided.
    pub chosen: Option<OptionId>,
    /// Nobody in the team decided in time; `chosen` is what came of it.
    pub by_default: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TheoryView {
    /// The first theory on record; it never changes.
    pub first: Option<Theory>,
    /// The latest on record.
    pub current: Option<Theory>,
    pub questions: Vec<QuestionView>,
    /// Persons at risk whom the team knows of.
    pub people: Vec<PersonView>,
    /// How many persons a theory has places for, known or not.
    pub people_in_case: u16,
    /// Elements of the offence, with what the latest theory cites for each.
    pub elements: Vec<ElementView>,
    /// Persons whose role is asked, of those that the team knows of.
    pub roles: Vec<RoleView>,
    /// For how many persons a theory has a role, known or not.
    pub roles_in_case: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    pub id: QuestionId,
    pub text: Text,
    /// Answers that the team knows of, in the case's order.
    pub options: Vec<SubjectView>,
}

/// A person at risk whom the team knows of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    pub id: PersonId,
    pub name: Text,
    /// The subject that items name.
    pub subject: SubjectId,
}

/// The joint draft, which both teams see.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerdictView {
    pub revision: u16,
    pub by: Option<Team>,
    pub theory: Theory,
    /// Who has signed this revision, by `Team as usize`.
    pub signed: [bool; 2],
    /// Whom and what the draft names: read there, known or not.
    pub named: Vec<SubjectView>,
    /// Persons whom the draft judges.
    pub people: Vec<PersonView>,
    /// By element: what the draft cites for it, and before whose courts that may be put.
    pub cells: Vec<Vec<CellView>>,
    /// Persons whose role the draft names.
    pub roles: Vec<RoleView>,
}

/// What became of a round, told to the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportView {
    pub round: u8,
    pub by_clock: bool,
    pub tasks: Vec<TaskReport>,
    /// Items that came in through the round's tasks.
    pub gained: Vec<ItemId>,
    /// The joint operation that was carried out; both teams read its result.
    pub operation: Option<RunView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskReport {
    pub officer: OfficerId,
    pub task: TaskId,
    pub title: Text,
    pub chance: u8,
    pub roll: u8,
    /// `None` while a longer task goes on.
    pub success: Option<bool>,
    pub text: Option<Text>,
    pub gained: Vec<ItemId>,
    /// It opened a set piece.
    pub played: Option<PlayedReport>,
    /// The trainer has changed what it came to.
    pub corrected: bool,
}

/// How far a task's set piece has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlayedReport {
    Open,
    /// Its points; nothing where they are kept for the debrief.
    Over(Option<u8>),
}

/// Everything, once the debrief is open to the teams.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DebriefView {
    pub outcome: Outcome,
    pub outcome_text: Text,
    /// 0–100.
    pub score: u8,
    pub welfare_loss: u16,
    pub story: Text,
    /// What really happened, by round: the case's story, and what the network did in this exercise.
    pub truth: Vec<TruthView>,
    /// What the teams were asked to decide, in the order in which it was asked.
    pub decisions: Vec<DecisionOutcome>,
    pub hot_wash: Vec<Text>,
    pub objectives: Vec<ObjectiveResult>,
    pub calibration: CalibrationView,
    pub knowledge: Vec<KnowledgeRow>,
    pub desks: DesksView,
    /// What both teams could apply for, and did.
    pub authorities: Vec<AuthorityOutcome>,
    /// By `Team as usize`.
    pub first_theories: [Option<Theory>; 2],
    pub verdict: Option<Theory>,
    pub answer: AnswerView,
    pub people: Vec<PersonOutcome>,
    pub places: Vec<PlaceView>,
    /// Names of all subjects, by `SubjectId`.
    pub subjects: Vec<SubjectView>,
    /// Links that the case judges, or that a team drew or posted.
    pub links: Vec<LinkOutcome>,
    /// The elements of the offence: what was cited, and what proved them.
    pub elements: Vec<ElementOutcome>,
    pub roles: Vec<RoleOutcome>,
    /// Every operation of the case: what is true beside what was planned.
    pub operations: Vec<OperationOutcome>,
    /// What the teams played, in that order.
    pub set_pieces: Vec<SetPieceOutcome>,
    /// What the trainer did by hand, and what was noted.
    pub facilitation: FacilitationView,
    /// What was decided on, by `CriticalTaskId`.
    pub settled: Vec<Option<SettledView>>,
    /// What was right in the questionnaires, and how many knew it.
    pub surveys: SurveysView,
}

/// What became of a link, and whether it is true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkOutcome {
    pub link: Link,
    pub from: SubjectView,
    pub to: SubjectView,
    /// `None` where the case does not say.
    pub truth: Option<bool>,
    /// Items of the case that say it in full.
    pub told_by: Vec<ItemId>,
    /// By `Team as usize`: it stood on the team's chart as its own claim.
    pub claimed: [bool; 2],
    /// By `Team as usize`: the round in which the team first posted it.
    pub posted: [Option<u8>; 2],
    /// It was on the joint board at the end.
    pub stands: bool,
    /// By `Team as usize`: the team doubted it at the end.
    pub challenged: [bool; 2],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TruthView {
    pub round: u8,
    pub place: Option<PlaceId>,
    pub text: Text,
    pub kind: TruthKind,
}

/// Whose telling an event of the truth is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TruthKind {
    /// It stands in the case and happened whatever the teams did.
    Told,
    /// A step of the network's plan that nobody prevented.
    Step,
    /// A step of the network's plan that did not happen because of what the teams had done.
    Prevented,
    /// What the network did because it was alarmed.
    Reaction,
}

/// What an inject asked, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionOutcome {
    /// Of the inject.
    pub number: u16,
    /// Round in which it was asked.
    pub round: u8,
    pub from: Text,
    pub text: Text,
    pub options: Vec<Text>,
    /// By `Team as usize`.
    pub asked: [bool; 2],
    /// By `Team as usize`: the option, and whether nobody decided in time.
    pub chosen: [Option<(OptionId, bool)>; 2],
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveResult {
    pub text: Text,
    pub criteria: Vec<CriterionResult>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionResult {
    pub id: CriterionId,
    pub text: Text,
    pub points: u8,
    pub met: bool,
    pub teaching: Option<Text>,
}

/// What passed between the two desks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DesksView {
    pub trust_start: u8,
    pub trust: TrustView,
    pub requests: Vec<RequestView>,
    /// Requests that were answered *no trace* although the service held something.
    pub untrue: Vec<RequestId>,
    /// Every query, matched or not.
    pub queries: Vec<QueryView>,
    pub breaches: Vec<BreachView>,
    pub collisions: Vec<CollisionView>,
}

/// An item that was used without consent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BreachView {
    pub team: Team,
    pub item: ItemId,
    pub by: Use,
    pub round: u8,
}

/// Officers of both services in each other's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CollisionView {
    /// Titles of the tasks, by `Team as usize`.
    pub tasks: [Text; 2],
    pub about: AboutView,
    /// Whose task came to nothing.
    pub failed: Team,
    pub round: u8,
}

/// How sure the verdict was, against how right it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalibrationView {
    pub right: u8,
    pub of: u8,
    pub confidence: u8,
    /// Points taken off.
    pub penalty: u8,
}

/// Who knew an item when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnowledgeRow {
    pub item: ItemId,
    pub origin: Team,
    pub number: u16,
    pub title: Text,
    pub text: Text,
    pub critical: bool,
    pub false_lead: bool,
    pub lesson: Option<Text>,
    /// Round from which the originator held it; `None` if nobody ever did.
    pub held: Option<u8>,
    /// Round and form in which it first left.
    pub shared: Option<(u8, Form)>,
    /// Round in which the partner first had it.
    pub arrived: Option<u8>,
    /// Round in which it was first used: a task that needed it, an application for an authority, or the verdict.
    pub used: Option<u8>,
}

/// The right theory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    pub offence: Offence,
    /// Question, true answer.
    pub answers: Vec<(Text, SubjectView)>,
    pub people: Vec<(Text, PersonStatus)>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonOutcome {
    pub name: Text,
    pub welfare_start: u8,
    /// Welfare at the end of each round, from round 1.
    pub welfare: Vec<u8>,
    pub truth: PersonStatus,
}
