//! Why a command was refused. A refusal is a reason with its facts, never a sentence: the interface
//! finds the words under `refusal-<key>`.

use serde::{Deserialize, Serialize};

use crate::scenario::ids::{
    AuthorityId, ElementId, InjectId, ItemId, OfficerId, OperationId, PersonId, PlaceId,
    QuestionId, RequestId, RoleId, SubjectId, SurveyId, TaskId,
};
use crate::scenario::words::PlanPart;

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident $({ $($field:ident : $ty:ty),* })? = $key:literal),* $(,)?) => {
        /// Why a command was refused.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Refusal { $($(#[$doc])* $name $({ $($field : $ty),* })?),* }

        impl Refusal {
            /// Every key, for the test that each has words in every language.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// The interface key, `refusal-…` without the prefix.
            #[must_use]
            pub fn key(&self) -> &'static str {
                match self { $(Refusal::$name $({ $($field: _),* })? => $key),* }
            }
        }
    };
}

refusals! {
    /// The command belongs to another phase.
    WrongPhase = "wrong-phase",
    /// The seat may not give this command.
    NotYours = "not-yours",
    /// The team already did this.
    AlreadyAcknowledged = "already-acknowledged",
    /// The case has no such officer.
    NoSuchOfficer = "no-such-officer",
    /// The officer belongs to the partner service.
    OfficerNotYours { officer: OfficerId } = "officer-not-yours",
    /// The officer is still at a longer task.
    OfficerBusy { officer: OfficerId, until: u8 } = "officer-busy",
    /// The officer has no task to take back.
    OfficerIdle { officer: OfficerId } = "officer-idle",
    /// The team has no such task.
    NoSuchTask = "no-such-task",
    /// What the task needs is not there yet.
    TaskLocked { task: TaskId } = "task-locked",
    /// The task has been done.
    TaskDone { task: TaskId } = "task-done",
    /// Another officer of the team does it this round.
    TaskTaken { task: TaskId, officer: OfficerId } = "task-taken",
    /// The shift has not so many hours left.
    BudgetExceeded { hours: u8, left: u8 } = "budget-exceeded",
    /// The task would last beyond the last round.
    TooLate { task: TaskId, rounds: u8 } = "too-late",
    /// The team plays no such set piece.
    NoSuchSetPiece = "no-such-set-piece",
    /// A set piece has to be over first.
    SetPieceOpen { task: TaskId } = "set-piece-open",
    /// The set piece itself refuses, for its own reason.
    InSetPiece { why: super::encounter::set_piece::Refusal } = "in-set-piece",
    /// The authority that the task needs is not held.
    AuthorityMissing { authority: AuthorityId } = "authority-missing",
    /// The team can apply for no such authority.
    NoSuchAuthority = "no-such-authority",
    /// The team holds the authority.
    AuthorityHeld { authority: AuthorityId } = "authority-held",
    /// It is granted, and held from that round on.
    AuthorityWaiting { authority: AuthorityId, from: u8 } = "authority-waiting",
    /// One applies for an authority once a round.
    AppliedThisRound { authority: AuthorityId } = "applied-this-round",
    /// It would be held only after the last round.
    AuthorityTooLate { authority: AuthorityId, rounds: u8 } = "authority-too-late",
    /// An application cites at least one item.
    NothingCited = "nothing-cited",
    /// The team does not hold it.
    ItemNotHeld = "item-not-held",
    /// It came from the partner, who has it.
    ItemFromPartner { item: ItemId } = "item-from-partner",
    /// Its handling code does not let the full text go.
    HandlingForbidsFull { item: ItemId } = "handling-forbids-full",
    /// Its full text travels only by mutual legal assistance.
    HandlingWantsFormal { item: ItemId } = "handling-wants-formal",
    /// It has no tear-line.
    NoTearLine { item: ItemId } = "no-tear-line",
    /// The partner has it in this form, or it is on its way.
    AlreadyShared { item: ItemId } = "already-shared",
    /// It would arrive after the last round.
    ArrivesTooLate { arrives: u8, rounds: u8 } = "arrives-too-late",
    /// A first theory is put on record before anything is shared.
    TheoryFirst = "theory-first",
    /// A request speaks of one to three subjects.
    RequestSubjects { limit: u8 } = "request-subjects",
    /// The team already waits for an answer about them.
    RequestOpen { request: RequestId } = "request-open",
    /// So many requests wait for an answer already.
    RequestsWaiting { limit: u8 } = "requests-waiting",
    /// There is no such request to answer.
    NoSuchRequest = "no-such-request",
    /// It has this answer already.
    AlreadyAnswered { request: RequestId } = "already-answered",
    /// An answer with items names items.
    AnswerEmpty = "answer-empty",
    /// What is named in an answer has first to be passed on.
    ItemNotSent { item: ItemId } = "item-not-sent",
    /// It does not speak of what was asked.
    ItemNotAbout { item: ItemId } = "item-not-about",
    /// The register was asked that already.
    AlreadyQueried = "already-queried",
    /// The team does not know of the place.
    PlaceUnknown = "place-unknown",
    /// Only for what came from the partner is consent asked.
    ItemIsOwn { item: ItemId } = "item-is-own",
    /// Consent was asked, or given, already.
    ConsentSettled { item: ItemId } = "consent-settled",
    /// The partner has not got the item.
    PartnerLacksItem { item: ItemId } = "partner-lacks-item",
    /// There is nothing in the message.
    EmptyMessage = "empty-message",
    /// The text is longer than fits.
    TextTooLong { length: u16, limit: u16 } = "text-too-long",
    /// The text holds control characters.
    TextNotPlain = "text-not-plain",
    /// The theory does not have the case's questions or persons.
    TheoryMalformed = "theory-malformed",
    /// The team cannot answer with what it does not know of.
    SubjectUnknown { subject: SubjectId } = "subject-unknown",
    /// It is not among the answers to that question.
    NotAnAnswer { question: QuestionId, subject: SubjectId } = "not-an-answer",
    /// The team does not know of the person.
    PersonUnknown { person: PersonId } = "person-unknown",
    /// The team does not know of the person whose role that is.
    RoleUnknown { role: RoleId } = "role-unknown",
    /// No more items can be cited for one element.
    CellFull { element: ElementId, limit: u8 } = "cell-full",
    /// The theory cites what the team does not hold.
    CitedNotHeld = "cited-not-held",
    /// The joint verdict cites what only one service holds.
    CitedNotJoint = "cited-not-joint",
    /// Confidence is 50 to 100 per cent.
    ConfidenceOutOfRange { confidence: u8 } = "confidence-out-of-range",
    /// The theory names no offence yet.
    NoOffence = "no-offence",
    /// There is no draft to sign.
    NoDraft = "no-draft",
    /// The draft has changed since.
    StaleRevision { signed: u16, current: u16 } = "stale-revision",
    /// The team has signed this revision.
    AlreadySigned = "already-signed",
    /// The clock is stopped.
    ClockPaused = "clock-paused",
    /// The clock runs.
    ClockRunning = "clock-running",
    /// A link binds two different subjects.
    LinkToItself = "link-to-itself",
    /// A claim cites what it is read out of.
    LinkWithoutItems = "link-without-items",
    /// The item, as the team can read it, does not name both subjects.
    ItemNamesNotBoth { item: ItemId } = "item-names-not-both",
    /// The team has drawn this link out of these items.
    AlreadyClaimed = "already-claimed",
    /// The team has drawn no such link.
    NoSuchClaim = "no-such-claim",
    /// The team has nothing that speaks for the link.
    LinkNotOnChart = "link-not-on-chart",
    /// The team has posted it.
    AlreadyPosted = "already-posted",
    /// Nothing behind it may go to the partner as it stands.
    HandlingForbidsLink = "handling-forbids-link",
    /// It does not stand on the joint board, or not by this team.
    NotPosted = "not-posted",
    /// One withdraws one's own posting; one does not challenge it.
    OwnLink = "own-link",
    /// The team's challenge stands.
    AlreadyChallenged = "already-challenged",
    /// The team has not challenged it.
    NotChallenged = "not-challenged",
    /// No such operation is offered.
    NoSuchOperation = "no-such-operation",
    /// The operation has come to what it was for.
    OperationDone { operation: OperationId } = "operation-done",
    /// The plan does not fit what the operation offers.
    PlanMalformed = "plan-malformed",
    /// The place is not among those of the operation.
    PlaceNotOffered { place: PlaceId } = "place-not-offered",
    /// The start is in no round of the case, or after the round's end.
    StartOutOfRange { rounds: u8 } = "start-out-of-range",
    /// Officers of the partner are named by the partner.
    PlanNotYours { officer: OfficerId } = "plan-not-yours",
    /// The authority is not among those on which the team can act.
    BasisNotOffered { authority: AuthorityId } = "basis-not-offered",
    /// On what the partner acts the partner writes.
    BasisNotYours = "basis-not-yours",
    /// The plan on the table says the same.
    PlanUnchanged = "plan-unchanged",
    /// There is no plan on the table.
    NoPlan = "no-plan",
    /// Without this a plan cannot be signed.
    PlanIncomplete { what: PlanPart } = "plan-incomplete",
    /// Its start is over.
    PlanStartPast { round: u8 } = "plan-start-past",
    /// Both have signed it.
    PlanStands = "plan-stands",
    /// The officer has a task that lasts into the operation.
    OfficerOnTask { officer: OfficerId, task: TaskId } = "officer-on-task",
    /// A plan that the team has signed takes the officer in that round.
    OfficerInOperation { officer: OfficerId, round: u8 } = "officer-in-operation",
    /// An extension is 1 to 3,600 seconds.
    ExtensionOutOfRange { seconds: u32 } = "extension-out-of-range",
    /// The case has no such inject.
    NoSuchInject = "no-such-inject",
    /// The inject has gone out.
    InjectGone { inject: InjectId } = "inject-gone",
    /// The inject is held already.
    InjectHeld { inject: InjectId } = "inject-held",
    /// The inject is not held.
    InjectNotHeld { inject: InjectId } = "inject-not-held",
    /// The inject was taken off the list.
    InjectSkipped { inject: InjectId } = "inject-skipped",
    /// No planning is left in which to decide what the inject asks.
    NoTimeToDecide { inject: InjectId } = "no-time-to-decide",
    /// No timed inject has come due.
    NothingDue = "nothing-due",
    /// Nothing asks the team to decide this.
    NoSuchDecision = "no-such-decision",
    /// The decision has no such option.
    NoSuchOption { inject: InjectId } = "no-such-option",
    /// The team has decided.
    AlreadyDecided { inject: InjectId } = "already-decided",
    /// The time to decide ended with the planning of that round.
    DecisionClosed { inject: InjectId, until: u8 } = "decision-closed",
    /// The case has no such item.
    NoSuchItem = "no-such-item",
    /// The team holds the item in full.
    ItemHeld { item: ItemId } = "item-held",
    /// A result is changed only with a reason.
    ReasonMissing = "reason-missing",
    /// Only results of this round, the last that was carried out, can be changed; 0: of none yet.
    AnotherRound { round: u8 } = "another-round",
    /// The task came to no result in that round.
    NoResult { task: TaskId } = "no-result",
    /// The task has this result.
    ResultStands { task: TaskId } = "result-stands",
    /// The clock runs at 25 to 100 per cent of its speed.
    PaceOutOfRange { percent: u8 } = "pace-out-of-range",
    /// What was a critical error is rated M or U.
    CriticalCapsRating = "critical-caps-rating",
    /// The case's evaluation guide has no such critical task.
    NoSuchCriticalTask = "no-such-critical-task",
    /// The truth is open already.
    DebriefOpen = "debrief-open",
    /// No questionnaire of the case asks anything on that occasion.
    NothingAsked = "nothing-asked",
    /// The questionnaire before the exercise is answered in the briefing.
    QuestionnaireLate = "questionnaire-late",
    /// The truth has to be open first.
    QuestionnaireEarly = "questionnaire-early",
    /// A questionnaire bears a name.
    NameMissing = "name-missing",
    /// Nothing was answered.
    NothingAnswered = "nothing-answered",
    /// The question is not asked on that occasion.
    QuestionNotAsked { question: SurveyId } = "question-not-asked",
    /// One question has two answers.
    AnsweredTwice { question: SurveyId } = "answered-twice",
    /// The question cannot be answered so.
    NoSuchReply { question: SurveyId } = "no-such-reply",
}
