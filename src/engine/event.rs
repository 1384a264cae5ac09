//! What has happened. Events are past; [`super::evolve()`] folds them into [`super::State`].
//!
//! Everything that was rolled is in its event: folding needs neither chance nor clock.

use serde::{Deserialize, Serialize};

use super::authority::GroundLack;
use super::command::Actor;
use super::encounter::set_piece::Act;
use super::liaison::{About, Answer};
use super::operations::{OddsLine, Plan};
use super::questionnaires::SurveyReply;
use super::theory::Theory;
use crate::scenario::ids::{
    AuthorityId, CriticalTaskId, InjectId, ItemId, MilestoneId, OfficerId, OperationId, OptionId,
    PersonId, ReactionId, RequestId, StepId, SubjectId, TaskId, Team,
};
use crate::scenario::model::{Effect, Link};
use crate::scenario::words::{
    Channel, Delivery, Form, Miss, Occasion, OpOutcome, Rating, TrustCause, Use,
};

/// Minutes of case time since the start of round 1, as the host's clock said.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct CaseTime(pub u32);

/// What brought an effect about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// A task that was resolved.
    Task(TaskId),
    /// An inject that fired.
    Inject(InjectId),
    /// A decision that an inject asked for.
    Decision { team: Team, inject: InjectId },
    /// A step of the network's plan.
    Step(StepId),
    /// A reaction of the network.
    Reaction(ReactionId),
    /// Officers of both services in each other's way.
    BlueOnBlue,
    /// A joint operation that was carried out.
    Operation(OperationId),
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "event")]
pub enum Event {
    /// A team has read the briefing or report before it.
    Acknowledged {
        team: Team,
    },
    /// Planning of a round began.
    RoundStarted {
        round: u8,
    },
    TaskAssigned {
        team: Team,
        officer: OfficerId,
        task: TaskId,
    },
    TaskCleared {
        team: Team,
        officer: OfficerId,
    },
    TheoryRecorded {
        team: Team,
        theory: Theory,
        at: CaseTime,
    },
    /// An item left a team; `arrives` is the round in which the partner has it.
    ItemShared {
        team: Team,
        item: ItemId,
        form: Form,
        channel: Channel,
        note: Option<String>,
        arrives: u8,
        at: CaseTime,
    },
    /// A shared item reached the partner's folder. `team` is the receiver.
    ItemArrived {
        team: Team,
        item: ItemId,
        form: Form,
        channel: Channel,
        note: Option<String>,
    },
    MessageSent {
        team: Team,
        text: String,
        at: CaseTime,
    },
    /// A team asked its partner what it holds on these subjects.
    Requested {
        team: Team,
        subjects: Vec<SubjectId>,
        text: Option<String>,
        at: CaseTime,
    },
    /// A team answered its partner's request.
    RequestAnswered {
        team: Team,
        request: RequestId,
        answer: Answer,
        at: CaseTime,
    },
    /// A team asked the register; `matched` is all that it was told.
    PointerQueried {
        team: Team,
        about: About,
        matched: bool,
        at: CaseTime,
    },
    /// An earlier query of `team` has met its match; both services are told.
    PointerMatched {
        team: Team,
        about: About,
    },
    /// A team asked to use its partner's item.
    ConsentAsked {
        team: Team,
        item: ItemId,
        at: CaseTime,
    },
    /// A team, whose item it is, let its partner use it, or did not.
    ConsentGiven {
        team: Team,
        item: ItemId,
        granted: bool,
        at: CaseTime,
    },
    /// A team used its partner's item without consent.
    Breach {
        team: Team,
        item: ItemId,
        by: Use,
    },
    /// Trust between the services moved.
    TrustMoved {
        by: i8,
        why: TrustCause,
    },
    /// Officers of both services got into each other's way; the task of `failed` comes to nothing.
    BlueOnBlue {
        /// By `Team as usize`.
        tasks: [TaskId; 2],
        about: About,
        failed: Team,
    },
    ReadySet {
        team: Team,
        ready: bool,
    },
    /// Planning ended; results follow.
    PlanningEnded {
        by_clock: bool,
    },
    /// A task came to its end.
    TaskResolved {
        team: Team,
        officer: OfficerId,
        task: TaskId,
        /// Per cent, as stated to the team.
        chance: u8,
        /// 1–100; success when not above `chance`.
        roll: u8,
        success: bool,
    },
    /// A task lasts longer than this round.
    TaskContinues {
        team: Team,
        officer: OfficerId,
        task: TaskId,
    },
    /// The work of a task has opened a set piece; `seed` is what it is drawn from.
    SetPieceOpened {
        team: Team,
        officer: OfficerId,
        task: TaskId,
        seed: u64,
    },
    /// The team did something in its set piece.
    SetPiecePlayed {
        team: Team,
        task: TaskId,
        act: Act,
    },
    /// A set piece is over, or the officer has walked out.
    SetPieceEnded {
        team: Team,
        officer: OfficerId,
        task: TaskId,
        /// 0 to 100.
        points: u8,
        success: bool,
        left: bool,
    },
    /// Something came about through a task or an inject.
    Effected {
        effect: Effect,
        cause: Cause,
    },
    /// A person's welfare changed with time.
    WelfareChanged {
        person: PersonId,
        by: i8,
    },
    /// An inject went out: as a round started, or (`at`) during a phase.
    InjectFired {
        inject: InjectId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<CaseTime>,
    },
    /// The facilitator holds an inject back.
    InjectHeld {
        inject: InjectId,
    },
    /// A held inject goes by its trigger again.
    InjectReleased {
        inject: InjectId,
    },
    /// The facilitator took an inject off the list.
    InjectSkipped {
        inject: InjectId,
    },
    /// The facilitator changed the text of an inject.
    InjectEdited {
        inject: InjectId,
        text: String,
    },
    /// A team decided what an inject asked, or (`by_default`) did not in time.
    Decided {
        team: Team,
        inject: InjectId,
        option: OptionId,
        by_default: bool,
    },
    /// A step of the network's plan happened.
    Stepped {
        step: StepId,
    },
    /// A step of the network's plan did not happen: what prevents it held.
    StepPrevented {
        step: StepId,
    },
    /// The network, alarmed, changed its plan.
    Reacted {
        reaction: ReactionId,
    },
    MilestoneReached {
        milestone: MilestoneId,
    },
    /// A team drew a link of its own, or gave it other items.
    LinkAdded {
        team: Team,
        link: Link,
        items: Vec<ItemId>,
    },
    LinkRemoved {
        team: Team,
        link: Link,
    },
    /// A link stands on the joint board; `behind` items speak for it at the team that posted it.
    LinkPosted {
        team: Team,
        link: Link,
        behind: u16,
    },
    LinkWithdrawn {
        team: Team,
        link: Link,
    },
    LinkChallenged {
        team: Team,
        link: Link,
        text: String,
        at: CaseTime,
    },
    /// The challenge does not stand any more.
    ChallengeSettled {
        team: Team,
        link: Link,
    },
    /// A plan for a joint operation lies on the table; what was signed before has fallen.
    PlanDrafted {
        team: Team,
        revision: u16,
        plan: Plan,
        at: CaseTime,
    },
    PlanSigned {
        team: Team,
        revision: u16,
        at: CaseTime,
    },
    PlanWithdrawn {
        team: Team,
        at: CaseTime,
    },
    /// The plan that both had signed was carried out.
    OperationRun {
        operation: OperationId,
        revision: u16,
        /// Per cent; 0 where the plan was wrong or left people in danger.
        chance: u8,
        /// 1–100; success when not above `chance`.
        roll: u8,
        /// What the plan had wrong; nothing if it was right.
        misses: Vec<Miss>,
        /// What `chance` is made of where the plan was right, the network's alarm included.
        lines: Vec<OddsLine>,
        outcome: OpOutcome,
        /// Who acted without the authority that its law asks for.
        unlawful: Vec<Team>,
    },
    /// A team applied for an authority; `from` is the round from which it is held, and nothing where it
    /// was turned down because of what is `missing`.
    AuthorityApplied {
        team: Team,
        authority: AuthorityId,
        items: Vec<ItemId>,
        missing: Vec<GroundLack>,
        from: Option<u8>,
        at: CaseTime,
    },
    Paused,
    Resumed,
    PlanningExtended {
        seconds: u32,
    },
    VerdictOpened,
    VerdictDrafted {
        team: Team,
        revision: u16,
        theory: Theory,
    },
    VerdictSigned {
        team: Team,
        revision: u16,
    },
    /// The exercise is over; `joint` is false when the clock ended it without two signatures.
    DebriefOpened {
        joint: bool,
    },
    /// The clock runs at so many per cent of its speed.
    PaceSet {
        percent: u8,
    },
    /// The trainer has put an item into a team's folder.
    ItemGiven {
        team: Team,
        item: ItemId,
        at: CaseTime,
    },
    /// The trainer has changed what a task came to.
    TaskOverridden {
        team: Team,
        officer: OfficerId,
        task: TaskId,
        /// The round of the report in which the result stands.
        of_round: u8,
        success: bool,
        reason: String,
        at: CaseTime,
    },
    /// The trainer's word to a team, or to both.
    Told {
        to: Option<Team>,
        text: String,
        at: CaseTime,
    },
    /// The trainer has sent an inject that is not on the case's list.
    InjectInserted {
        to: Option<Team>,
        from: String,
        via: Delivery,
        text: String,
        at: CaseTime,
    },
    /// Something was seen and noted.
    Observed {
        by: Actor,
        team: Option<Team>,
        text: String,
        rating: Option<Rating>,
        critical: bool,
        at: CaseTime,
    },
    /// A critical task was rated.
    Rated {
        by: Actor,
        /// How whoever rated is called.
        name: String,
        task: CriticalTaskId,
        rating: Rating,
        note: String,
        at: CaseTime,
    },
    /// The rating of a critical task was decided on.
    RatingSettled {
        task: CriticalTaskId,
        rating: Rating,
        note: String,
        at: CaseTime,
    },
    /// When the exercise is over, the truth waits until it is opened by hand.
    DebriefHeld,
    /// The truth is open to the teams.
    TruthOpened,
    /// A person has handed in a questionnaire.
    QuestionnaireAnswered {
        team: Team,
        who: String,
        when: Occasion,
        /// In the case's order.
        replies: Vec<SurveyReply>,
    },
    /// The teams may read the right answers.
    AnswersShown,
}

/// One command on record: who gave it, and everything that it brought about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Who gave the command.
    pub actor: Actor,
    /// Milliseconds of the phase that had run.
    pub elapsed_ms: u64,
    /// What it brought about, in order.
    pub events: Vec<Event>,
}
