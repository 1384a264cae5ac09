//! Identities of the things a case defines.
//!
//! An author writes ids as words (`"bus_manifest"`); past validation each is a small index into the
//! `Scenario` that defined it, so it is `Copy`, cheap to hash, and meaningless without its case.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u16);

        impl $name {
            /// Position in the list of the case that defines it.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    )*};
}

ids! {
    /// One piece of intelligence or evidence.
    ItemId,
    /// Something an officer can be sent to do.
    TaskId,
    /// A game piece with skills.
    OfficerId,
    /// A person, vehicle, phone, document, place, account or company that items speak of.
    SubjectId,
    /// A place on the map of the case.
    PlaceId,
    /// A person (or group) at risk.
    PersonId,
    /// A remembered fact that conditions can ask for.
    FlagId,
    /// A named condition with a meaning for hints and scoring.
    MilestoneId,
    /// An event of the master scenario events list.
    InjectId,
    /// A way to decide what an inject asks, among those of its inject.
    OptionId,
    /// A step of the network's plan.
    StepId,
    /// What the network does once it is alarmed.
    ReactionId,
    /// A question that the case theory answers.
    QuestionId,
    /// An observable criterion of an objective.
    CriterionId,
    /// A critical task of the evaluation guide.
    CriticalTaskId,
    /// A joint operation that the case offers.
    OperationId,
    /// What an operation is to come to, among the objectives of its operation.
    AimId,
    /// Something that could go wrong, among the risks of its operation.
    RiskId,
    /// What is done if it goes another way, among those of its operation.
    ContingencyId,
    /// What a team can apply for before certain work.
    AuthorityId,
    /// What has to be shown for an authority, among the grounds of that authority.
    GroundId,
    /// An element of the offence that has to be proven.
    ElementId,
    /// A person whose role in the case is asked.
    RoleId,
    /// Somebody who can be questioned.
    InterviewId,
    /// A counter that can be worked.
    LineId,
    /// A topic of an interview.
    TopicId,
    /// Something that can be asked in an interview.
    AskId,
    /// Something that a questioned person can say.
    StatementId,
    /// Something that can be put to a questioned person.
    EvidenceId,
    /// A document that can be laid on the bench.
    DocumentId,
    /// A question of the questionnaires.
    SurveyId,
    /// A request from one service to the other, in the order in which they were made.
    RequestId,
}

/// One of exactly two services.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Team {
    /// The first service, told by ▲.
    North,
    /// The second service, told by ◆.
    South,
}

impl Team {
    /// Both, in the order used everywhere.
    pub const BOTH: [Team; 2] = [Team::North, Team::South];

    /// The partner service.
    #[must_use]
    pub fn other(self) -> Team {
        match self {
            Team::North => Team::South,
            Team::South => Team::North,
        }
    }

    /// 0 for North, 1 for South.
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }

    /// Lower-case name used in keys and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Team::North => "north",
            Team::South => "south",
        }
    }
}
