//! What a seat may ask for. Commands are imperative; [`super::decide()`] judges them.

use serde::{Deserialize, Serialize};

use super::encounter::set_piece::Act;
use super::liaison::{About, Answer};
use super::operations::Plan;
use super::questionnaires::SurveyReply;
use super::theory::Theory;
use crate::scenario::ids::{
    AuthorityId, CriticalTaskId, InjectId, ItemId, OfficerId, OptionId, RequestId, SubjectId,
    TaskId, Team,
};
use crate::scenario::model::Link;
use crate::scenario::words::{Channel, Delivery, Form, Occasion, Rating};

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Actor {
    /// An officer's seat in a team.
    Team(Team),
    /// The trainer, or in hotseat whoever works the clock.
    Facilitator,
    /// The host itself, when a planning phase's time is out.
    Clock,
    /// Somebody who watches and notes what was seen; changes nothing.
    Evaluator,
}

/// Everything that can be asked of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Command {
    /// The team has read what is before it: the briefing, or a round's report.
    Acknowledge,
    /// Send an officer to do a task at this round's end.
    AssignTask { officer: OfficerId, task: TaskId },
    /// Take an officer's task back.
    ClearTask { officer: OfficerId },
    /// Put the team's theory on record; the first one is kept as the first theory.
    RecordTheory { theory: Theory },
    /// Pass an item to the partner service. It cannot be taken back.
    ShareItem {
        item: ItemId,
        form: Form,
        channel: Channel,
        /// Read word for word by the partner.
        note: Option<String>,
    },
    /// Write a line to the partner service.
    SendMessage { text: String },
    /// Ask the partner service what it holds on one to three subjects.
    Request {
        subjects: Vec<SubjectId>,
        text: Option<String>,
    },
    /// Answer a request of the partner service.
    AnswerRequest { request: RequestId, answer: Answer },
    /// Ask the register whether the partner works on the same: yes or no, nothing else.
    PointerQuery { about: About },
    /// Ask the partner whether its item may be used in a warrant, a plan or an interview.
    AskConsent { item: ItemId },
    /// Let the partner use an item of one's own so, or not.
    GiveConsent { item: ItemId, granted: bool },
    /// Ready, or not ready any more, to end planning.
    SetReady { ready: bool },
    /// Replace the joint draft of the verdict; signatures fall.
    DraftVerdict { theory: Theory },
    /// Sign the joint draft at this revision.
    SignVerdict { revision: u16 },
    /// Put a plan for a joint operation on the table, or another in its place; signatures fall.
    DraftPlan { plan: Plan },
    /// Sign the plan on the table at this revision.
    SignPlan { revision: u16 },
    /// Put the plan on the table away.
    WithdrawPlan,
    /// Draw a link of the team's own, read out of items that it holds; with other items, replace it.
    AddLink { link: Link, items: Vec<ItemId> },
    /// Take a link of one's own off the chart.
    RemoveLink { link: Link },
    /// Put a link onto the joint board.
    PostLink { link: Link },
    /// Take one's posting off the joint board.
    WithdrawLink { link: Link },
    /// Doubt what the partner has posted, with a reason.
    ChallengeLink { link: Link, text: String },
    /// Doubt it no more.
    SettleChallenge { link: Link },
    /// Apply for an authority of the team's own, citing what is to show its grounds.
    ApplyAuthority {
        authority: AuthorityId,
        items: Vec<ItemId>,
    },
    /// Decide what an inject asks of the team; it cannot be taken back.
    Decide { inject: InjectId, option: OptionId },
    /// Do something in the set piece that a task of the team has opened.
    PlaySetPiece { task: TaskId, act: Act },
    /// Walk out of it.
    LeaveSetPiece { task: TaskId },
    /// Send an inject now, whatever its trigger.
    FireInject { inject: InjectId },
    /// Keep an inject from going by itself.
    HoldInject { inject: InjectId },
    /// Let a held inject go by its trigger again, or at once if its moment has passed.
    ReleaseInject { inject: InjectId },
    /// Take an inject off the list.
    SkipInject { inject: InjectId },
    /// Change the text of an inject before it goes.
    EditInject { inject: InjectId, text: String },
    /// The clock's: planning has run for so many seconds; timed injects that are due go.
    FireDue { second: u32 },
    /// Stop the planning clock.
    Pause,
    /// Let it run on.
    Resume,
    /// Give planning more time.
    ExtendPlanning { seconds: u32 },
    /// End the planning (or verdict) phase now.
    EndPhase,
    /// Let the clock run at so many per cent of its speed, in this phase and the next ones.
    SetPace { percent: u8 },
    /// Put an item of the case into a team's folder now.
    GiveItem { team: Team, item: ItemId },
    /// Change what a task of the last round that was carried out came to.
    OverrideTask {
        /// The round of the report in which the result stands.
        round: u8,
        task: TaskId,
        success: bool,
        /// Kept on record; the team is not told it.
        reason: String,
    },
    /// Say something to a team, or to both, as the trainer.
    Tell { to: Option<Team>, text: String },
    /// Send an inject that is not on the case's list, to a team or to both.
    InsertInject {
        to: Option<Team>,
        /// Who speaks, in the exercise.
        from: String,
        via: Delivery,
        text: String,
    },
    /// Note what was seen, pinned to this moment; no team reads it before the debrief is open.
    Observe {
        /// Whom the note is about; `None`: both.
        team: Option<Team>,
        text: String,
        rating: Option<Rating>,
        /// A critical error.
        critical: bool,
    },
    /// Rate a critical task of the evaluation guide, as an evaluator or the trainer; a second rating by the same
    /// name takes the place of the first.
    Rate {
        task: CriticalTaskId,
        rating: Rating,
        /// Who rates; the host of a room puts in how the person is called.
        name: String,
        /// Why; it may be empty.
        note: String,
    },
    /// Decide on the rating of a critical task, with all evaluators' ratings side by side.
    SettleRating {
        task: CriticalTaskId,
        rating: Rating,
        note: String,
    },
    /// Keep the truth from the teams when the exercise is over, until it is opened by hand.
    HoldDebrief,
    /// Open the truth to the teams.
    OpenDebrief,
    /// Hand in a person's questionnaire; a second one takes the place of the first.
    AnswerQuestionnaire {
        /// Whose person it is: the own team, or for the facilitator either.
        team: Team,
        /// The person's name.
        who: String,
        when: Occasion,
        /// What was left out is not named.
        replies: Vec<SurveyReply>,
    },
    /// Let the teams read the right answers of the questionnaires, whoever still owes one.
    ShowAnswers,
}
