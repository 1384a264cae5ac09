//! What a case file says, word for word, before anything is believed.
//!
//! Every struct denies unknown fields; ids are words; nothing here has been checked against anything
//! else. [`super::validate`] turns these into a [`super::Scenario`].

use serde::Deserialize;

use super::ids::Team;
use super::msel::{DecisionFile, TriggerFile};
use super::words::{
    Delivery, Difficulty, ElementKind, Handling, InfoGrade, ItemKind, LinkKind, Offence,
    PersonStatus, PlaceKind, Risk, RoleKind, Side, Sight, Skill, SubjectKind, TaskKind,
};

/// `scenario.ron`: the card of the case and its frame.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Scenario")]
pub struct CaseFile {
    /// Version of the format; this program writes and reads 1.
    pub format: u32,
    pub id: String,
    pub title: String,
    /// The language in which the texts of the case are written.
    pub language: String,
    /// Languages that `lang/` provides besides it.
    #[serde(default)]
    pub translations: Vec<String>,
    pub summary: String,
    #[serde(default)]
    pub themes: Vec<String>,
    /// Expected length of the whole exercise in minutes.
    pub minutes: u16,
    pub difficulty: Difficulty,
    pub rounds: u8,
    /// Wall-clock limit of each planning phase in seconds.
    #[serde(default = "default_planning")]
    pub planning_seconds: u32,
    /// Hours of case time in a round.
    #[serde(default = "default_round_hours")]
    pub round_hours: u8,
    /// Local time of North when round 1 begins, `HH:MM`.
    pub start: String,
    pub north: TeamFile,
    pub south: TeamFile,
    #[serde(default)]
    pub channels: ChannelsFile,
    /// Alarm of the network at the start, 0–100.
    #[serde(default)]
    pub exposure: u8,
    /// Trust between the services at the start, 0–100.
    #[serde(default = "default_trust")]
    pub trust: u8,
    /// What evaluators and observers see.
    #[serde(default = "default_sight")]
    pub observers: Sight,
}

fn default_sight() -> Sight {
    Sight::All
}

fn default_trust() -> u8 {
    60
}

fn default_planning() -> u32 {
    480
}

fn default_round_hours() -> u8 {
    4
}

/// One service.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Team")]
pub struct TeamFile {
    pub name: String,
    /// A word or two for tight places.
    pub short: String,
    /// Where its clock hangs.
    pub place: String,
    /// Minutes east of UTC.
    pub utc_offset: i16,
    /// Who you are and what has happened.
    pub briefing: String,
    /// What your law lets you do.
    pub law: String,
    /// Officer hours in a round.
    pub budget: u8,
}

/// Rounds until a shared item arrives, by channel.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Channels")]
pub struct ChannelsFile {
    pub liaison_desk: u8,
    pub interpol: u8,
    pub mutual: u8,
}

impl Default for ChannelsFile {
    fn default() -> Self {
        Self {
            liaison_desk: 0,
            interpol: 1,
            mutual: 2,
        }
    }
}

/// `officers.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Officer")]
pub struct OfficerFile {
    pub id: String,
    pub team: Team,
    pub name: String,
    /// Two letters for the map counter.
    pub initials: String,
    pub skill: Skill,
    /// One to five steps.
    pub level: u8,
    /// Place where the officer starts.
    pub at: String,
    #[serde(default)]
    pub portrait: PortraitFile,
}

/// Parameters from which the program draws a face; each is a small number with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(deny_unknown_fields, default, rename = "Portrait")]
pub struct PortraitFile {
    /// Skin tone 0 (light) to 5 (dark).
    pub skin: u8,
    /// Hair style 0–7.
    pub hair: u8,
    /// Hair colour 0 (black), 1 (dark brown), 2 (brown), 3 (grey).
    pub hair_colour: u8,
    /// Years.
    pub age: u8,
    pub glasses: bool,
    pub moustache: bool,
}

impl Default for PortraitFile {
    fn default() -> Self {
        Self {
            skin: 2,
            hair: 0,
            hair_colour: 0,
            age: 35,
            glasses: false,
            moustache: false,
        }
    }
}

/// `subjects.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Subject")]
pub struct SubjectFile {
    pub id: String,
    pub kind: SubjectKind,
    pub name: String,
    /// Place on the map that this subject is tied to; a team that knows the subject knows the place.
    pub place: Option<String>,
}

/// `map.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Map")]
pub struct MapFile {
    /// Width and height in map units.
    pub size: (u16, u16),
    /// Kilometres that 100 map units stand for.
    #[serde(default = "default_scale")]
    pub km_per_100: u16,
    #[serde(default)]
    pub land: Vec<LandFile>,
    #[serde(default)]
    pub lines: Vec<LineFile>,
    #[serde(default)]
    pub labels: Vec<LabelFile>,
    pub places: Vec<PlaceFile>,
}

fn default_scale() -> u16 {
    10
}

/// A land area; what is not land is sea.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Land")]
pub struct LandFile {
    /// Whose soil it is; `None` for an island of neither.
    pub of: Option<Team>,
    pub outline: Vec<(i16, i16)>,
}

/// A line on the map.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Line")]
pub struct LineFile {
    pub kind: LineKind,
    pub path: Vec<(i16, i16)>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
pub enum LineKind {
    River,
    Border,
    Road,
    Track,
    Rail,
    Ferry,
}

/// A name written over land or water.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Label")]
pub struct LabelFile {
    pub id: String,
    pub text: String,
    pub at: (i16, i16),
    pub kind: LabelKind,
}

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
pub enum LabelKind {
    Country,
    Water,
}

/// A place that officers and tasks can be at.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Place")]
pub struct PlaceFile {
    pub id: String,
    pub name: String,
    pub at: (i16, i16),
    pub kind: PlaceKind,
    #[serde(default = "default_side")]
    pub label: Side,
    /// A hidden place is on a team's map once the team holds an item about a subject tied to it.
    #[serde(default)]
    pub hidden: bool,
}

fn default_side() -> Side {
    Side::Right
}

/// `people.ron`: persons at risk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Person")]
pub struct PersonFile {
    pub id: String,
    pub name: String,
    /// 0 (lost) to 10 (safe) at the start.
    pub welfare: u8,
    /// Change at the end of every round until the person is safe.
    #[serde(default)]
    pub per_round: i8,
    /// Once this holds the person is safe and welfare stands still.
    pub safe: ConditionFile,
    /// What a right verdict says of the person.
    pub truth: PersonStatus,
    /// A team sees the person in its theory once it holds an item about this subject.
    pub subject: String,
}

/// `intel.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Item")]
pub struct ItemFile {
    pub id: String,
    /// Who holds it from the start; otherwise a task or an inject yields it.
    pub held_by: Option<Team>,
    pub kind: ItemKind,
    pub grade: GradeFile,
    pub handling: Handling,
    pub title: String,
    pub text: String,
    pub tear_line: Option<String>,
    #[serde(default)]
    pub subjects: Vec<String>,
    /// Subjects that the tear-line still names.
    #[serde(default)]
    pub tear_subjects: Vec<String>,
    /// What it says of two of its subjects.
    #[serde(default)]
    pub links: Vec<LinkFile>,
    /// Those of them that the tear-line still tells.
    #[serde(default)]
    pub tear_links: Vec<LinkFile>,
    /// The partner needs it.
    #[serde(default)]
    pub critical: bool,
    /// It points the wrong way.
    #[serde(default)]
    pub false_lead: bool,
    /// Why it mattered; read at the debrief.
    pub lesson: Option<String>,
}

/// What binds two subjects: `Link(from: "joss", to: "lorry", kind: Drives)`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename = "Link")]
pub struct LinkFile {
    pub from: String,
    pub to: String,
    pub kind: LinkKind,
    /// It is said not to be so.
    #[serde(default)]
    pub negated: bool,
}

/// Source and information grade, `(source: 2, info: C)`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GradeFile {
    pub source: u8,
    pub info: InfoGrade,
}

/// `tasks.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Task")]
pub struct TaskFile {
    pub id: String,
    pub team: Team,
    pub kind: TaskKind,
    pub title: String,
    pub detail: String,
    pub place: String,
    /// The subject that it is about: two services after the same one get into each other's way.
    pub target: Option<String>,
    /// The team's own authority that must be held before an officer can be sent.
    pub authority: Option<String>,
    #[serde(default)]
    pub needs: ConditionFile,
    /// Said to the team while `needs` does not hold; without it the task is not shown until then.
    pub locked: Option<String>,
    /// Not listed until an effect opens it.
    #[serde(default)]
    pub closed: bool,
    pub skill: Skill,
    pub hours: u8,
    #[serde(default = "one")]
    pub rounds: u8,
    /// Chance of success in per cent with an officer of level 3 in the skill.
    #[serde(default = "certain")]
    pub odds: u8,
    #[serde(default = "low")]
    pub risk: Risk,
    /// May be done again after it succeeded.
    #[serde(default)]
    pub repeat: bool,
    #[serde(default)]
    pub success: Vec<EffectFile>,
    pub success_text: String,
    #[serde(default)]
    pub failure: Vec<EffectFile>,
    pub failure_text: Option<String>,
    /// Played by the team when the work is done, in place of a roll.
    pub set_piece: Option<SetPieceFile>,
}

/// What a task opens, by its id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SetPieceFile {
    /// A document is examined.
    Document(String),
    /// Somebody is questioned.
    Interview(String),
    /// A counter is worked.
    Line(String),
}

fn one() -> u8 {
    1
}

fn certain() -> u8 {
    100
}

fn low() -> Risk {
    Risk::Low
}

/// What a task or an inject brings about.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum EffectFile {
    /// The item comes into a folder; without `to`, into that of the team whose task it is.
    Give { item: String, to: Option<Team> },
    /// The flag is set.
    Flag(String),
    /// The network's alarm changes.
    Exposure(i8),
    /// A person's welfare changes.
    Welfare { person: String, by: i8 },
    /// Trust between the services changes.
    Trust(i8),
    /// The task is listed.
    Open(String),
    /// The task is listed no more.
    Close(String),
}

/// `injects.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Inject")]
pub struct InjectFile {
    pub number: u16,
    /// It goes only while this holds; by which `trigger`, see there.
    #[serde(default)]
    pub when: ConditionFile,
    #[serde(default)]
    pub trigger: TriggerFile,
    /// What it is, in a line of the facilitator's list.
    pub synopsis: Option<String>,
    /// Whose liaison line it reaches.
    pub to: Vec<Team>,
    pub from: String,
    pub via: Delivery,
    pub text: String,
    pub expect: Option<String>,
    #[serde(default)]
    pub effects: Vec<EffectFile>,
    /// What each team that it goes to is to decide.
    pub decision: Option<DecisionFile>,
}

/// `milestones.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Milestone")]
pub struct MilestoneFile {
    pub id: String,
    /// The team that it speaks of and that sees its hint.
    pub team: Option<Team>,
    pub when: ConditionFile,
    /// Shown to `team` while this is its first milestone not yet reached.
    pub hint: Option<String>,
}

/// `theory.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Theory")]
pub struct TheoryFile {
    pub offence: Offence,
    pub questions: Vec<QuestionFile>,
    /// What has to be proven of the offence.
    #[serde(default)]
    pub elements: Vec<ElementFile>,
    /// Who is what in the case.
    #[serde(default)]
    pub roles: Vec<RoleFile>,
    /// Links that are true, or with `negated` false; read at the debrief.
    #[serde(default)]
    pub links: Vec<LinkFile>,
    /// When an exercise has come to everything that the case asks for.
    pub full: ConditionFile,
    /// When it has come to a part of it.
    pub partial: ConditionFile,
    pub full_text: String,
    pub partial_text: String,
    pub failed_text: String,
}

/// A question of the theory, answered with a subject.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Question")]
pub struct QuestionFile {
    pub id: String,
    pub text: String,
    pub options: Vec<String>,
    pub truth: String,
}

/// An element of the offence, for which a theory cites items.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Element")]
pub struct ElementFile {
    pub id: String,
    pub kind: ElementKind,
    pub text: String,
    /// Any one of these proves it before a court that may see it.
    pub proof: Vec<String>,
}

/// A person whose role a theory names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Role")]
pub struct RoleFile {
    /// The person as a subject; a team can name the role once it knows of it.
    pub subject: String,
    pub truth: RoleKind,
}

/// `objectives.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Objective")]
pub struct ObjectiveFile {
    pub id: String,
    pub text: String,
    pub criteria: Vec<CriterionFile>,
}

/// Something observable that earns points.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Criterion")]
pub struct CriterionFile {
    pub id: String,
    pub text: String,
    pub points: u8,
    pub when: ConditionFile,
    /// Shown at the debrief, met or not.
    pub teaching: Option<String>,
}

/// `truth.ron`: what really happened.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Truth")]
pub struct TruthFile {
    pub story: String,
    #[serde(default)]
    pub events: Vec<TruthEventFile>,
    /// Questions for the hot wash.
    #[serde(default)]
    pub hot_wash: Vec<String>,
}

/// One step of the network's plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Event")]
pub struct TruthEventFile {
    pub round: u8,
    pub place: Option<String>,
    pub text: String,
}

/// The one boolean expression that injects, prerequisites, milestones and scoring use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ConditionFile {
    /// Holds at all times.
    #[default]
    Always,
    All(Vec<ConditionFile>),
    Any(Vec<ConditionFile>),
    Not(Box<ConditionFile>),
    /// The current round.
    Round(Cmp),
    /// The network's alarm, 0–100.
    Exposure(Cmp),
    /// A person's welfare, 0–10.
    Welfare {
        person: String,
        is: Cmp,
    },
    /// The team has the item in its folder, own or arrived from the partner, in any form.
    Holds {
        item: String,
        by: Team,
    },
    /// The item was sent to the team.
    Shared {
        item: String,
        to: Team,
    },
    /// Trust between the services, 0–100.
    Trust(Cmp),
    /// The team asked its partner about the subject.
    Requested {
        subject: String,
        by: Team,
    },
    /// The team answered a request about the subject.
    Replied {
        subject: String,
        by: Team,
    },
    /// The team asked the register about the subject.
    Queried {
        subject: String,
        by: Team,
    },
    /// How often officers of both services got into each other's way.
    BlueOnBlue(Cmp),
    /// How often an item was used without its originator's consent.
    Breaches(Cmp),
    /// The team put its first theory on record.
    Theorised(Team),
    /// The task succeeded.
    Done(String),
    Flag(String),
    Milestone(String),
    /// The joint verdict names this offence.
    Offence(Offence),
    /// The joint verdict answers the question rightly.
    Answered(String),
    /// The joint verdict sees the person so.
    Status {
        person: String,
        is: PersonStatus,
    },
    /// The joint verdict cites the item.
    Cited(String),
    /// The step of the network's plan has happened.
    Stepped(String),
    /// The network has reacted so.
    Reacted(String),
    /// The team has decided so, or by default.
    Chosen {
        inject: u16,
        option: String,
        by: Team,
    },
    /// The joint operation was carried out and succeeded.
    Executed(String),
    /// The joint operation was carried out, whatever came of it.
    Attempted(String),
    /// How often people at risk were left in danger by an operation.
    CriticalErrors(Cmp),
    /// The authority is held.
    Authorised(String),
    /// The joint verdict cites for this element something that proves it before the team's courts.
    Proven {
        element: String,
        before: Team,
    },
    /// The joint verdict names this role of the subject.
    Role {
        subject: String,
        is: RoleKind,
    },
}

/// A comparison with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
pub enum Cmp {
    AtLeast(u8),
    AtMost(u8),
    Exactly(u8),
}

impl Cmp {
    /// Does `n` satisfy it?
    #[must_use]
    pub fn holds(self, n: u8) -> bool {
        match self {
            Cmp::AtLeast(x) => n >= x,
            Cmp::AtMost(x) => n <= x,
            Cmp::Exactly(x) => n == x,
        }
    }
}
