//! Which fields define an id and which refer to one, by the types that declare them.

/// A kind of thing that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    Item,
    Task,
    Subject,
    Place,
    Person,
    Officer,
    Milestone,
    Question,
    Inject,
    /// A way to decide; its scope is the number of its inject.
    Choice,
    Step,
    Reaction,
    Authority,
    Element,
    Operation,
    Document,
    Interview,
    Line,
    Objective,
    /// Its scope is its objective.
    Criterion,
    Capability,
    /// Its scope is its capability.
    CriticalTask,
    /// Of an authority, which is its scope.
    Ground,
    /// What an operation can be to come to; its scope is the operation.
    Aim,
    /// Its scope is its operation.
    Risk,
    /// Its scope is its operation.
    Contingency,
    Label,
    Survey,
    Flag,
    /// Of a line, which is its scope.
    Behaviour,
    /// Of a line, which is its scope.
    LineQuestion,
    /// Of a line, which is its scope.
    Journey,
    /// Of a line, which is its scope.
    Traveller,
    /// Of an interview; its scope is the interview.
    Topic,
    /// A question of an interview; its scope is the interview.
    Asking,
    /// Of an interview; its scope is the interview.
    Statement,
    /// Of an interview; its scope is the interview.
    Evidence,
    /// Either of the last two: what can contradict something. Nothing is defined as such.
    Said,
}

impl Thing {
    /// As it is called.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            Thing::Item => "item",
            Thing::Task => "task",
            Thing::Subject => "subject",
            Thing::Place => "place",
            Thing::Person => "person",
            Thing::Officer => "officer",
            Thing::Milestone => "milestone",
            Thing::Question => "question of the theory",
            Thing::Inject => "inject",
            Thing::Choice => "option of a decision",
            Thing::Step => "step of the network's plan",
            Thing::Reaction => "reaction of the network",
            Thing::Authority => "authority",
            Thing::Element => "element of the offence",
            Thing::Operation => "operation",
            Thing::Document => "document",
            Thing::Interview => "interview",
            Thing::Line => "line",
            Thing::Objective => "objective",
            Thing::Criterion => "criterion",
            Thing::Capability => "capability",
            Thing::CriticalTask => "critical task",
            Thing::Ground => "ground of an authority",
            Thing::Aim => "objective of an operation",
            Thing::Risk => "risk of an operation",
            Thing::Contingency => "contingency of an operation",
            Thing::Label => "label of the map",
            Thing::Behaviour => "behaviour of a line",
            Thing::LineQuestion => "question of a line",
            Thing::Journey => "journey of a line",
            Thing::Traveller => "kind of traveller of a line",
            Thing::Survey => "question of a questionnaire",
            Thing::Flag => "flag",
            Thing::Topic => "topic of an interview",
            Thing::Asking => "question of an interview",
            Thing::Statement => "statement of an interview",
            Thing::Evidence => "evidence of an interview",
            Thing::Said => "statement or evidence of an interview",
        }
    }

    /// The type that it is known within, and the field that tells one of those from the next; nothing if it is known in
    /// the whole case.
    #[must_use]
    pub fn home(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Thing::Choice => ("InjectFile", "number"),
            Thing::Topic | Thing::Asking | Thing::Statement | Thing::Evidence | Thing::Said => {
                ("InterviewFile", "id")
            }
            Thing::Criterion => ("ObjectiveFile", "id"),
            Thing::CriticalTask => ("CapabilityFile", "id"),
            Thing::Ground => ("AuthorityFile", "id"),
            Thing::Aim | Thing::Risk | Thing::Contingency => ("OperationFile", "id"),
            Thing::Behaviour | Thing::LineQuestion | Thing::Journey | Thing::Traveller => {
                ("ProfileFile", "id")
            }
            _ => return None,
        })
    }

    /// What is defined as `other` is one.
    #[must_use]
    pub fn takes(self, other: Thing) -> bool {
        self == other || self == Thing::Said && matches!(other, Thing::Statement | Thing::Evidence)
    }
}

/// Module, type and field that define an id.
const DEFINED: &[(&str, &str, &str, Thing)] = &[
    ("file", "ItemFile", "id", Thing::Item),
    ("file", "TaskFile", "id", Thing::Task),
    ("file", "SubjectFile", "id", Thing::Subject),
    ("file", "PlaceFile", "id", Thing::Place),
    ("file", "PersonFile", "id", Thing::Person),
    ("file", "OfficerFile", "id", Thing::Officer),
    ("file", "MilestoneFile", "id", Thing::Milestone),
    ("file", "QuestionFile", "id", Thing::Question),
    ("file", "ElementFile", "id", Thing::Element),
    ("file", "ObjectiveFile", "id", Thing::Objective),
    ("file", "CriterionFile", "id", Thing::Criterion),
    ("file", "LabelFile", "id", Thing::Label),
    ("file", "InjectFile", "number", Thing::Inject),
    ("evaluation", "CapabilityFile", "id", Thing::Capability),
    ("evaluation", "CriticalTaskFile", "id", Thing::CriticalTask),
    ("authority", "GroundFile", "id", Thing::Ground),
    ("operations", "AimFile", "id", Thing::Aim),
    ("operations", "RiskFile", "id", Thing::Risk),
    ("operations", "ContingencyFile", "id", Thing::Contingency),
    ("primary_line", "BehaviourFile", "id", Thing::Behaviour),
    ("primary_line", "QuestionFile", "id", Thing::LineQuestion),
    ("primary_line", "JourneyFile", "id", Thing::Journey),
    ("primary_line", "KindFile", "id", Thing::Traveller),
    ("msel", "OptionFile", "id", Thing::Choice),
    ("msel", "StepFile", "id", Thing::Step),
    ("msel", "ReactionFile", "id", Thing::Reaction),
    ("authority", "AuthorityFile", "id", Thing::Authority),
    ("operations", "OperationFile", "id", Thing::Operation),
    ("documents", "DocumentFile", "id", Thing::Document),
    ("interviews", "InterviewFile", "id", Thing::Interview),
    ("interviews", "TopicFile", "id", Thing::Topic),
    ("interviews", "QuestionFile", "id", Thing::Asking),
    ("interviews", "StatementFile", "id", Thing::Statement),
    ("interviews", "EvidenceFile", "id", Thing::Evidence),
    ("primary_line", "ProfileFile", "id", Thing::Line),
    (
        "questionnaires",
        "SurveyFile::Knowledge",
        "id",
        Thing::Survey,
    ),
    (
        "questionnaires",
        "SurveyFile::Reaction",
        "id",
        Thing::Survey,
    ),
    ("file", "EffectFile::Flag", "", Thing::Flag),
];

/// Module, type and field that refer to one; a field is empty where the word holds the id itself.
const REFERRED: &[(&str, &str, &str, Thing)] = &[
    ("file", "OfficerFile", "at", Thing::Place),
    ("file", "SubjectFile", "place", Thing::Place),
    ("file", "PersonFile", "subject", Thing::Subject),
    ("file", "ItemFile", "subjects", Thing::Subject),
    ("file", "ItemFile", "tear_subjects", Thing::Subject),
    ("file", "LinkFile", "from", Thing::Subject),
    ("file", "LinkFile", "to", Thing::Subject),
    ("file", "TaskFile", "place", Thing::Place),
    ("file", "TaskFile", "target", Thing::Subject),
    ("file", "TaskFile", "authority", Thing::Authority),
    ("file", "SetPieceFile::Document", "", Thing::Document),
    ("file", "SetPieceFile::Interview", "", Thing::Interview),
    ("file", "SetPieceFile::Line", "", Thing::Line),
    ("file", "EffectFile::Give", "item", Thing::Item),
    ("file", "EffectFile::Welfare", "person", Thing::Person),
    ("file", "EffectFile::Open", "", Thing::Task),
    ("file", "EffectFile::Close", "", Thing::Task),
    ("file", "QuestionFile", "options", Thing::Subject),
    ("file", "QuestionFile", "truth", Thing::Subject),
    ("file", "ElementFile", "proof", Thing::Item),
    ("file", "RoleFile", "subject", Thing::Subject),
    ("file", "TruthEventFile", "place", Thing::Place),
    ("file", "ConditionFile::Welfare", "person", Thing::Person),
    ("file", "ConditionFile::Holds", "item", Thing::Item),
    ("file", "ConditionFile::Shared", "item", Thing::Item),
    (
        "file",
        "ConditionFile::Requested",
        "subject",
        Thing::Subject,
    ),
    ("file", "ConditionFile::Replied", "subject", Thing::Subject),
    ("file", "ConditionFile::Queried", "subject", Thing::Subject),
    ("file", "ConditionFile::Done", "", Thing::Task),
    ("file", "ConditionFile::Flag", "", Thing::Flag),
    ("file", "ConditionFile::Milestone", "", Thing::Milestone),
    ("file", "ConditionFile::Answered", "", Thing::Question),
    ("file", "ConditionFile::Status", "person", Thing::Person),
    ("file", "ConditionFile::Cited", "", Thing::Item),
    ("file", "ConditionFile::Stepped", "", Thing::Step),
    ("file", "ConditionFile::Reacted", "", Thing::Reaction),
    ("file", "ConditionFile::Chosen", "inject", Thing::Inject),
    ("file", "ConditionFile::Chosen", "option", Thing::Choice),
    ("file", "ConditionFile::Executed", "", Thing::Operation),
    ("file", "ConditionFile::Attempted", "", Thing::Operation),
    ("file", "ConditionFile::Authorised", "", Thing::Authority),
    ("file", "ConditionFile::Proven", "element", Thing::Element),
    ("file", "ConditionFile::Role", "subject", Thing::Subject),
    ("msel", "DecisionFile", "default", Thing::Choice),
    ("msel", "StepFile", "place", Thing::Place),
    ("msel", "StepFile", "subjects", Thing::Subject),
    ("msel", "ReactionFile", "place", Thing::Place),
    ("msel", "ReactionFile", "cancels", Thing::Step),
    ("authority", "GroundFile", "items", Thing::Item),
    ("operations", "OperationFile", "north_places", Thing::Place),
    ("operations", "OperationFile", "south_places", Thing::Place),
    (
        "operations",
        "OperationFile",
        "north_basis",
        Thing::Authority,
    ),
    (
        "operations",
        "OperationFile",
        "south_basis",
        Thing::Authority,
    ),
    ("operations", "OperationFile", "evidence", Thing::Item),
    ("operations", "KeyFile", "north", Thing::Place),
    ("operations", "KeyFile", "south", Thing::Place),
    (
        "evaluation",
        "CapabilityFile",
        "objective",
        Thing::Objective,
    ),
    ("interviews", "InterviewFile", "subject", Thing::Subject),
    ("interviews", "TopicFile", "leads_to", Thing::Topic),
    ("interviews", "QuestionFile", "topic", Thing::Topic),
    ("interviews", "QuestionFile", "says", Thing::Statement),
    ("interviews", "StatementFile", "topic", Thing::Topic),
    ("interviews", "StatementFile", "item", Thing::Item),
    ("interviews", "EvidenceFile", "item", Thing::Item),
    ("interviews", "EvidenceFile", "topics", Thing::Topic),
    ("interviews", "EvidenceFile", "after", Thing::Statement),
    ("interviews", "EvidenceFile", "late", Thing::Statement),
    ("interviews", "EvidenceFile", "early", Thing::Statement),
    ("interviews", "ContradictionFile", "a", Thing::Said),
    ("interviews", "ContradictionFile", "b", Thing::Said),
    ("interviews", "NeedFile::Asked", "", Thing::Asking),
    ("interviews", "NeedFile::Heard", "", Thing::Statement),
    ("interviews", "NeedFile::Unheard", "", Thing::Statement),
    ("interviews", "NeedFile::Disclosed", "", Thing::Evidence),
    ("interviews", "NeedFile::Unshown", "", Thing::Evidence),
    ("documents", "DocumentFile", "subject", Thing::Subject),
    ("documents", "DocumentFile", "right", Thing::Item),
    ("documents", "DocumentFile", "wrong", Thing::Item),
    ("primary_line", "ProfileFile", "at", Thing::Place),
    ("primary_line", "KindFile", "item", Thing::Item),
    ("primary_line", "KindFile", "claims", Thing::Journey),
    ("primary_line", "SlipFile", "on", Thing::Journey),
    ("primary_line", "SlipFile", "to", Thing::LineQuestion),
    ("primary_line", "LeakFile", "to", Thing::LineQuestion),
    ("primary_line", "AnswerFile", "to", Thing::LineQuestion),
    (
        "questionnaires",
        "SurveyFile::Knowledge",
        "pair",
        Thing::Survey,
    ),
];

fn find(
    table: &[(&str, &str, &str, Thing)],
    (module, owner, field): (&str, &str, &str),
) -> Option<Thing> {
    let row = table
        .iter()
        .find(|(m, o, f, _)| (*m, *o, *f) == (module, owner, field));
    row.map(|(.., thing)| *thing)
}

/// What a field defines.
pub(super) fn defined(slot: (&str, &str, &str)) -> Option<Thing> {
    find(DEFINED, slot)
}

/// What a field refers to.
pub(super) fn referred(slot: (&str, &str, &str)) -> Option<Thing> {
    find(REFERRED, slot)
}

/// Every place that either table names.
#[cfg(test)]
pub(super) fn slots() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let all = DEFINED.iter().chain(REFERRED);
    all.map(|&(module, owner, field, _)| (module, owner, field))
}
