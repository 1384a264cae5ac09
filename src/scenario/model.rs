//! A case that has passed every check: ids resolve, numbers are in range, nothing is optional that
//! play needs. Only [`super::validate`] makes one.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::authority::Authority;
use super::documents::CaseDocument;
use super::evaluation::{Capability, CriticalTask};
use super::file::{Cmp, LabelKind, LineKind, PortraitFile};
use super::ids::{
    AuthorityId, CriterionId, ElementId, FlagId, InjectId, ItemId, MilestoneId, OfficerId,
    OperationId, OptionId, PersonId, PlaceId, QuestionId, ReactionId, RoleId, StepId, SubjectId,
    TaskId, Team,
};
use super::interviews::Interviewee;
use super::msel::{Decision, Network, Trigger, TriggerWords};
use super::operations::Operation;
use super::primary_line::Profile;
use super::questionnaires::SurveyQuestion;
pub use super::set_piece::SetPiece;
use super::text::{Lang, Text};
use super::words::{
    Channel, Delivery, Difficulty, ElementKind, Form, Handling, InfoGrade, ItemKind, LinkKind,
    Offence, Outcome, PersonStatus, PlaceKind, Risk, RoleKind, Side, Sight, Skill, SubjectKind,
    TaskKind,
};

/// A validated case; immutable during play.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scenario {
    pub id: String,
    pub title: Text,
    pub language: Lang,
    /// Every language the case is complete in, its own first.
    pub languages: Vec<Lang>,
    pub summary: Text,
    pub themes: Vec<Text>,
    pub minutes: u16,
    pub difficulty: Difficulty,
    pub rounds: u8,
    pub planning_seconds: u32,
    pub round_hours: u8,
    /// Minutes after local midnight of North when round 1 begins.
    pub start_minute: u16,
    pub services: [Service; 2],
    /// Rounds until arrival by `Channel as usize`.
    pub delays: [u8; 3],
    pub exposure: u8,
    /// Trust between the services at the start, 0–100.
    pub trust: u8,
    /// What evaluators and observers see.
    pub observers: Sight,
    pub officers: Vec<Officer>,
    pub subjects: Vec<Subject>,
    pub map: Map,
    pub people: Vec<Person>,
    pub items: Vec<Item>,
    pub tasks: Vec<Task>,
    pub authorities: Vec<Authority>,
    pub injects: Vec<Inject>,
    pub network: Network,
    pub operations: Vec<Operation>,
    /// Counters that can be worked.
    pub lines: Vec<Profile>,
    pub interviews: Vec<Interviewee>,
    /// Documents that can be laid on the bench, by `DocumentId`.
    pub documents: Vec<CaseDocument>,
    pub milestones: Vec<Milestone>,
    pub theory: TheoryKey,
    pub objectives: Vec<Objective>,
    /// The evaluation guide: what is rated; empty, if the case has none.
    pub evaluation: Vec<Capability>,
    pub truth: Truth,
    /// What officers are asked before and after, by `SurveyId`.
    pub questionnaires: Vec<SurveyQuestion>,
    /// Names of the flags, by `FlagId`.
    pub flags: Vec<String>,
}

/// One service.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Service {
    pub name: Text,
    pub short: Text,
    pub place: Text,
    pub utc_offset: i16,
    pub briefing: Text,
    pub law: Text,
    pub budget: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Officer {
    pub key: String,
    pub team: Team,
    pub name: Text,
    pub initials: Arc<str>,
    pub skill: Skill,
    pub level: u8,
    pub at: PlaceId,
    pub portrait: PortraitFile,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    pub key: String,
    pub kind: SubjectKind,
    pub name: Text,
    pub place: Option<PlaceId>,
}

/// The corners of a piece of land.
pub type Outline = Vec<(i16, i16)>;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Map {
    pub size: (u16, u16),
    pub km_per_100: u16,
    pub land: Vec<(Option<Team>, Outline)>,
    pub lines: Vec<(LineKind, Vec<(i16, i16)>)>,
    pub labels: Vec<Label>,
    pub places: Vec<Place>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    pub text: Text,
    pub at: (i16, i16),
    pub kind: LabelKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    pub key: String,
    pub name: Text,
    pub at: (i16, i16),
    pub kind: PlaceKind,
    pub label: Side,
    pub hidden: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Person {
    pub key: String,
    pub name: Text,
    pub welfare: u8,
    pub per_round: i8,
    pub safe: Condition,
    pub truth: PersonStatus,
    pub subject: SubjectId,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    pub key: String,
    /// The service that it comes from: it holds it, or its task yields it.
    pub origin: Team,
    pub held_at_start: bool,
    /// 1-based, counted by originating service: the 7 of `N-07`.
    pub number: u16,
    pub kind: ItemKind,
    /// 1 reliable, 2 untested, 3 not reliable.
    pub source: u8,
    pub info: InfoGrade,
    pub handling: Handling,
    pub title: Text,
    pub text: Text,
    pub tear_line: Option<Text>,
    pub subjects: Vec<SubjectId>,
    pub tear_subjects: Vec<SubjectId>,
    pub links: Vec<Said>,
    pub tear_links: Vec<Said>,
    pub critical: bool,
    pub false_lead: bool,
    pub lesson: Option<Text>,
}

impl Item {
    /// Graded well enough to stand alone: the source is reliable or untested, and what it says is known
    /// to it directly, indirectly with corroboration, or indirectly (6-doctrine, Law: grading 3×5×2).
    #[must_use]
    pub fn strong(&self) -> bool {
        self.source <= 2 && self.info <= InfoGrade::C
    }

    /// The subjects that whoever has the item in this form can read of.
    #[must_use]
    pub fn named(&self, form: Form) -> &[SubjectId] {
        match form {
            Form::Full => &self.subjects,
            Form::TearLine => &self.tear_subjects,
        }
    }

    /// What the item in this form says of links.
    #[must_use]
    pub fn says(&self, form: Form) -> &[Said] {
        match form {
            Form::Full => &self.links,
            Form::TearLine => &self.tear_links,
        }
    }
}

/// What may bind two subjects. Two that mean the same are equal: who rings whom makes no other link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Link {
    pub from: SubjectId,
    pub to: SubjectId,
    pub kind: LinkKind,
}

impl Link {
    /// `from` is bound to `to`; for a link that holds both ways, the lower id stands first.
    #[must_use]
    pub fn new(from: SubjectId, to: SubjectId, kind: LinkKind) -> Self {
        let (from, to) = if kind.both_ways() && to < from {
            (to, from)
        } else {
            (from, to)
        };
        Self { from, to, kind }
    }
}

/// That a link is so, or that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Said {
    pub link: Link,
    pub negated: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Task {
    pub key: String,
    pub team: Team,
    pub kind: TaskKind,
    pub title: Text,
    pub detail: Text,
    pub place: PlaceId,
    pub target: Option<SubjectId>,
    pub authority: Option<AuthorityId>,
    pub needs: Condition,
    pub locked: Option<Text>,
    pub closed: bool,
    pub skill: Skill,
    pub hours: u8,
    pub rounds: u8,
    /// Per cent at level 3; see `engine::rules::tasks` for other levels.
    pub odds: u8,
    pub risk: Risk,
    pub repeat: bool,
    pub success: Vec<Effect>,
    pub success_text: Text,
    pub failure: Vec<Effect>,
    pub failure_text: Option<Text>,
    /// Played by the team when the work is done, in place of a roll.
    pub set_piece: Option<SetPiece>,
    /// Items that playing it can bring into the folder, beside the effects.
    pub found: Vec<ItemId>,
}

impl Task {
    /// All that it can bring about, well or badly.
    pub fn effects(&self) -> impl Iterator<Item = Effect> {
        let found = self.found.iter().map(|item| Effect::Give {
            item: *item,
            to: self.team,
        });
        let told = self.success.iter().chain(&self.failure).copied();
        told.chain(found)
    }
}

/// What a task or inject brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Effect {
    Give { item: ItemId, to: Team },
    Flag(FlagId),
    Exposure(i8),
    Welfare { person: PersonId, by: i8 },
    Trust(i8),
    Open(TaskId),
    Close(TaskId),
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Inject {
    pub number: u16,
    pub when: Condition,
    pub trigger: Trigger,
    pub trigger_words: TriggerWords,
    pub synopsis: Option<Text>,
    pub to: Vec<Team>,
    pub from: Text,
    pub via: Delivery,
    pub text: Text,
    pub expect: Option<Text>,
    pub effects: Vec<Effect>,
    pub decision: Option<Decision>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Milestone {
    pub key: String,
    pub team: Option<Team>,
    pub when: Condition,
    pub hint: Option<Text>,
}

/// The right theory, and what an exercise comes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TheoryKey {
    pub offence: Offence,
    pub questions: Vec<Question>,
    /// By `ElementId`.
    pub elements: Vec<Element>,
    /// By `RoleId`.
    pub roles: Vec<Role>,
    /// What is true, or false, of pairs of subjects; of others the case says nothing.
    pub links: Vec<Said>,
    pub full: Condition,
    pub partial: Condition,
    /// By `Outcome as usize`.
    pub texts: [Text; 3],
}

impl TheoryKey {
    /// What the debrief says of an outcome.
    #[must_use]
    pub fn text(&self, outcome: Outcome) -> &Text {
        &self.texts[outcome as usize]
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Question {
    pub key: String,
    pub text: Text,
    pub options: Vec<SubjectId>,
    pub truth: SubjectId,
}

/// An element of the offence.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Element {
    pub key: String,
    pub kind: ElementKind,
    pub text: Text,
    /// What proves it where it is admissible: the answer key, read at the debrief.
    pub proof: Vec<ItemId>,
}

/// What a person is in the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Role {
    pub subject: SubjectId,
    pub truth: RoleKind,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Objective {
    pub key: String,
    pub text: Text,
    pub criteria: Vec<Criterion>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Criterion {
    pub key: String,
    /// Position among all criteria of the case.
    pub id: CriterionId,
    pub text: Text,
    pub points: u8,
    pub when: Condition,
    pub teaching: Option<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Truth {
    pub story: Text,
    pub events: Vec<TruthEvent>,
    pub hot_wash: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TruthEvent {
    pub round: u8,
    pub place: Option<PlaceId>,
    pub text: Text,
}

/// [`super::file::ConditionFile`] with its references resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    Always,
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Round(Cmp),
    Exposure(Cmp),
    Welfare {
        person: PersonId,
        is: Cmp,
    },
    Holds {
        item: ItemId,
        by: Team,
    },
    Shared {
        item: ItemId,
        to: Team,
    },
    Trust(Cmp),
    Requested {
        subject: SubjectId,
        by: Team,
    },
    Replied {
        subject: SubjectId,
        by: Team,
    },
    Queried {
        subject: SubjectId,
        by: Team,
    },
    BlueOnBlue(Cmp),
    Breaches(Cmp),
    Theorised(Team),
    Done(TaskId),
    Flag(FlagId),
    Milestone(MilestoneId),
    Offence(Offence),
    Answered(QuestionId),
    Status {
        person: PersonId,
        is: PersonStatus,
    },
    Cited(ItemId),
    Stepped(StepId),
    Reacted(ReactionId),
    Chosen {
        inject: InjectId,
        option: OptionId,
        by: Team,
    },
    Executed(OperationId),
    Attempted(OperationId),
    CriticalErrors(Cmp),
    Authorised(AuthorityId),
    Proven {
        element: ElementId,
        before: Team,
    },
    Role {
        role: RoleId,
        is: RoleKind,
    },
}

impl Scenario {
    #[must_use]
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.index()]
    }
    #[must_use]
    pub fn task(&self, id: TaskId) -> &Task {
        &self.tasks[id.index()]
    }
    #[must_use]
    pub fn officer(&self, id: OfficerId) -> &Officer {
        &self.officers[id.index()]
    }
    #[must_use]
    pub fn subject(&self, id: SubjectId) -> &Subject {
        &self.subjects[id.index()]
    }
    #[must_use]
    pub fn place(&self, id: PlaceId) -> &Place {
        &self.map.places[id.index()]
    }
    #[must_use]
    pub fn inject(&self, id: InjectId) -> &Inject {
        &self.injects[id.index()]
    }
    #[must_use]
    pub fn operation(&self, id: OperationId) -> &Operation {
        &self.operations[id.index()]
    }
    #[must_use]
    pub fn authority(&self, id: AuthorityId) -> &Authority {
        &self.authorities[id.index()]
    }
    #[must_use]
    pub fn service(&self, team: Team) -> &Service {
        &self.services[team.index()]
    }
    /// Rounds until something sent through `channel` arrives.
    #[must_use]
    pub fn delay(&self, channel: Channel) -> u8 {
        self.delays[channel as usize]
    }
    /// All critical tasks of the evaluation guide, by `CriticalTaskId`.
    pub fn critical_tasks(&self) -> impl Iterator<Item = &CriticalTask> {
        self.evaluation.iter().flat_map(|c| &c.tasks)
    }
    /// All criteria of all objectives, in order.
    pub fn criteria(&self) -> impl Iterator<Item = &Criterion> {
        self.objectives.iter().flat_map(|o| &o.criteria)
    }
}

impl Condition {
    /// Calls `f` with every item that the condition asks to be there: nothing under a `Not`.
    pub fn for_each_item(&self, f: &mut impl FnMut(ItemId)) {
        match self {
            Condition::All(all) | Condition::Any(all) => {
                all.iter().for_each(|c| c.for_each_item(f));
            }
            Condition::Holds { item, .. }
            | Condition::Shared { item, .. }
            | Condition::Cited(item) => f(*item),
            _ => {}
        }
    }
}
