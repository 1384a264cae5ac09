//! The closed vocabularies of the format: words that mean the same in the file, the engine and the view.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* $variant),* }

        impl $name {
            /// Every word, in the order shown to people.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word as it appears in interface keys: lower case, hyphens.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),* }
            }
        }
    )*};
}

words! {
    /// What kind of thing an item is in law: a lead to work on, or something a court may see.
    ItemKind {
        /// A lead; not evidence.
        Intelligence = "intelligence",
        /// Material that can be put before a court when it came by an admissible way.
        Evidence = "evidence",
    }

    /// What an originator lets happen to an item (doctrine: handling codes, third-party rule).
    Handling {
        /// May be passed in full.
        Open = "open",
        /// Only the sanitised form may be passed.
        TearLineOnly = "tear-line-only",
        /// In full after a supervisor has approved, which takes one round.
        Supervisor = "supervisor",
        /// In full only through mutual legal assistance.
        FormalOnly = "formal-only",
    }

    /// Information grade A–E of the 3×5×2 scheme.
    InfoGrade {
        /// Known directly to the source.
        A = "a",
        /// Known indirectly but corroborated.
        B = "b",
        /// Known indirectly.
        C = "c",
        /// Not known.
        D = "d",
        /// Suspected to be false.
        E = "e",
    }

    /// How an item is written when it is shared.
    Form {
        /// The whole text.
        Full = "full",
        /// The sanitised form.
        TearLine = "tear-line",
    }

    /// How something is shared; channels differ in delay and in what arrives.
    Channel {
        /// Officer to officer: arrives at once, a lead only.
        LiaisonDesk = "liaison-desk",
        /// An INTERPOL-type channel: one round, a lead only.
        Interpol = "interpol",
        /// Mutual legal assistance: slow, and admissible on both sides.
        Mutual = "mutual",
    }

    /// What an item can be about.
    SubjectKind {
        /// A person.
        Person = "person",
        /// A vehicle or vessel.
        Vehicle = "vehicle",
        /// A telephone or number.
        Phone = "phone",
        /// A document.
        Document = "document",
        /// A place.
        Place = "place",
        /// A bank or payment account.
        Account = "account",
        /// A company.
        Company = "company",
    }

    /// What binds one subject to another, read from the first to the second.
    LinkKind {
        /// The first has the second as property.
        Owns = "owns",
        /// The first is at the wheel of the second.
        Drives = "drives",
        /// The first makes use of the second.
        Uses = "uses",
        /// They are in touch by telephone, whoever rings.
        Calls = "calls",
        /// Money goes from the first to the second.
        Pays = "pays",
        /// They have been together.
        MeetsWith = "meets-with",
        /// The first takes orders from the second.
        WorksFor = "works-for",
        /// The first lives or sleeps at the second.
        StaysAt = "stays-at",
        /// The first brings the second along.
        Carries = "carries",
        /// They are kin.
        RelatedTo = "related-to",
    }

    /// How well a link on a team's chart is supported.
    LinkStatus {
        /// By two items or more, of which at least one source is better than not reliable.
        Corroborated = "corroborated",
        /// By one item, by the team's own reading, or by unreliable sources alone.
        OneSource = "one-source",
        /// An item says that it is not so, or a challenge stands.
        Contested = "contested",
        /// The partner has posted it; the team holds nothing on it.
        PartnerOnly = "partner-only",
    }

    /// What an officer is sent to do.
    TaskKind {
        /// Watch a place or person.
        Surveil = "surveil",
        /// Ask around.
        Canvass = "canvass",
        /// Ask a register.
        RegistryCheck = "registry-check",
        /// Phone and account analysis.
        Analysis = "analysis",
        /// Examine a document.
        DocumentExamination = "document-examination",
        /// Interview a person.
        Interview = "interview",
        /// Work a counter of the primary line.
        PrimaryLine = "primary-line",
        /// Search a place or vehicle.
        Search = "search",
        /// Stop a vehicle, vessel or person on its way.
        Intercept = "intercept",
        /// See to a person at risk.
        VictimAssistance = "victim-assistance",
        /// Visit the partner service.
        LiaisonVisit = "liaison-visit",
    }

    /// What an officer is good at.
    Skill {
        /// Following and watching.
        Surveillance = "surveillance",
        /// Talking with people.
        Interviewing = "interviewing",
        /// Registers, phones and accounts.
        Analysis = "analysis",
        /// Travel documents.
        Documents = "documents",
    }

    /// How likely a task is to alarm the network.
    Risk {
        /// Hardly.
        Low = "low",
        /// It may.
        Some = "some",
        /// Probably.
        High = "high",
    }

    /// How hard a case is.
    Difficulty {
        /// For a first time.
        Easy = "easy",
        /// For officers who know the moves.
        Medium = "medium",
        /// For experienced pairs.
        Hard = "hard",
    }

    /// The offence that a theory claims (Palermo protocols, Art. 3 of each).
    Offence {
        /// Procuring illegal entry for gain.
        Smuggling = "smuggling",
        /// Act, means and purpose of exploitation.
        Trafficking = "trafficking",
        /// Both, for different persons or stages.
        Both = "both",
        /// Neither.
        Neither = "neither",
    }

    /// How a theory sees a person at risk.
    PersonStatus {
        /// Not judged.
        Unknown = "unknown",
        /// A smuggled migrant, not liable for having been smuggled.
        Migrant = "migrant",
        /// Indicators are present: to be referred.
        PresumedVictim = "presumed-victim",
        /// Referred to protection.
        Referred = "referred",
    }

    /// What a place on the map is.
    PlaceKind {
        /// A town.
        Town = "town",
        /// An official crossing.
        Crossing = "crossing",
        /// A landing or pier.
        Landing = "landing",
        /// A building or yard.
        Site = "site",
    }

    /// Where a label stands beside its mark.
    Side {
        /// To the right.
        Right = "right",
        /// To the left.
        Left = "left",
        /// Above.
        Above = "above",
        /// Below.
        Below = "below",
    }

    /// How an inject reaches its players.
    Delivery {
        /// By telephone.
        Telephone = "telephone",
        /// By radio.
        Radio = "radio",
        /// As a written message.
        Message = "message",
        /// In person.
        InPerson = "in-person",
    }

    /// Why a service does not give what it was asked for.
    Withheld {
        /// The source would be at risk.
        SourceAtRisk = "source-at-risk",
        /// An operation of its own would be at risk.
        OperationRunning = "operation-running",
        /// Its law gives it no ground to pass it on.
        NoLegalBasis = "no-legal-basis",
        /// It takes a formal request.
        WantsFormal = "wants-formal",
        /// The question is too wide to be answered.
        TooBroad = "too-broad",
    }

    /// Why trust between the services moved.
    TrustCause {
        /// A request was answered with items in the round in which it was made.
        AnsweredAtOnce = "answered-at-once",
        /// A request was answered with items, later.
        Answered = "answered",
        /// A request was answered with *no trace*.
        NoTrace = "no-trace",
        /// A request was refused with a reason.
        Refused = "refused",
        /// A request waited for another round without an answer.
        Unanswered = "unanswered",
        /// Information graded as probably false went over without a word of warning.
        Doubtful = "doubtful",
        /// More went over in one round than a desk can read.
        Swamped = "swamped",
        /// Consent to use an item was given.
        ConsentGiven = "consent-given",
        /// Consent to use an item was refused.
        ConsentRefused = "consent-refused",
        /// An item was used without its originator's consent.
        Breach = "breach",
        /// The two services found out in time that they work on the same.
        Deconflicted = "deconflicted",
        /// The two services got into each other's way.
        BlueOnBlue = "blue-on-blue",
        /// Something in the case moved it.
        Case = "case",
    }

    /// How well a critical task was done, as in HSEEP's evaluation guide.
    Rating {
        /// Achieved, and no other activity was harmed.
        P = "p",
        /// As P, and a more efficient way was found.
        S = "s",
        /// Achieved, but other activities were harmed.
        M = "m",
        /// Not achieved.
        U = "u",
    }

    /// A figure that an exercise is measured by; the report tells its formula, unit, range and source.
    Metric {
        /// Critical items that both services could read, of all critical items, in per cent.
        Coverage = "coverage",
        /// Of what was discussed, what only one service held at the time, in per cent.
        Focus = "focus",
        /// Median minutes of case time from holding a critical item to sharing it.
        SharingDelay = "sharing-delay",
        /// Sharings in the form and by the channel that fit, in per cent.
        RightWay = "right-way",
        /// Times that more went over than a desk can read, or what is doubtful without a warning.
        OverSharing = "over-sharing",
        /// Uses of the partner's items without consent.
        Breaches = "breaches",
        /// Pairs of tasks of both services on the same in the same round without deconfliction.
        DuplicatedWork = "duplicated-work",
        /// The network's alarm that the services' own work raised, in points.
        ExposureCaused = "exposure-caused",
        /// Requests of the partner that were answered, in per cent.
        RequestsAnswered = "requests-answered",
        /// What of the first theory was right, in per cent.
        FirstTheory = "first-theory",
        /// What of the verdict was right, in per cent.
        Verdict = "verdict",
        /// How far stated confidence lay from what was right (Brier), in points of 100.
        Calibration = "calibration",
        /// Appropriate questions of all questions, in per cent.
        QuestionMix = "question-mix",
        /// Sensitivity at the primary line, d′, in hundredths.
        Sensitivity = "sensitivity",
        /// Bias at the primary line, c, in hundredths.
        Bias = "bias",
        /// Welfare that people at risk lost, in points.
        WelfareLost = "welfare-lost",
    }

    /// Whose side of an exercise evaluators and observers see.
    Sight {
        /// Both teams, as the facilitator sees them.
        All = "all",
        /// What North sees.
        North = "north",
        /// What South sees.
        South = "south",
    }

    /// What an item of the partner is used for.
    Use {
        /// In an application for a warrant.
        Warrant = "warrant",
        /// In the plan of an operation.
        Plan = "plan",
        /// Put to a person in an interview.
        Interview = "interview",
    }

    /// What kind of set piece it is (3-rules, Set pieces).
    SetPieceKind {
        /// A document is examined.
        Document = "document",
        /// Somebody is questioned.
        Interview = "interview",
        /// A counter is worked.
        Line = "line",
    }

    /// What kind of joint operation it is (3-rules, Operations).
    OperationKind {
        /// Goods or money run on under watch; people at risk never are.
        ControlledDelivery = "controlled-delivery",
        /// Both services go in at the same moment.
        SimultaneousEntry = "simultaneous-entry",
        /// A vehicle, vessel or person is stopped on its way.
        Interception = "interception",
        /// People are brought out.
        Rescue = "rescue",
    }

    /// What an officer does in an operation.
    OpRole {
        /// Decides on the spot; each side has its own.
        Command = "command",
        /// Goes in first.
        Entry = "entry",
        /// Arrests.
        Arrest = "arrest",
        /// Sees to the people at risk.
        VictimCare = "victim-care",
        /// Secures what a court will want to see.
        Evidence = "evidence",
        /// Speaks for those who share no language.
        Interpreter = "interpreter",
    }

    /// What a plan cannot be signed without.
    PlanPart {
        /// What it is to come to.
        Objective = "objective",
        /// A place on each side that has one to choose.
        Place = "place",
        /// Round and minute.
        Start = "start",
        /// An officer in command on each side that is to have one.
        Command = "command",
    }

    /// What moves the odds of an operation.
    OddsCause {
        /// The odds of the case, with everything prepared.
        Prepared = "prepared",
        /// Places in roles that nobody fills.
        Roles = "roles",
        /// A side acts without the authority that its law asks for.
        Basis = "basis",
        /// The plan rests on no item.
        Uncited = "uncited",
        /// There is no contingency, or none for what has come about.
        Contingency = "contingency",
        /// Real risks that the plan does not name.
        Risk = "risk",
        /// The network's alarm.
        Alarm = "alarm",
    }

    /// How an operation ended.
    OpOutcome {
        /// It came to what it was for.
        Success = "success",
        /// It did not.
        Failure = "failure",
        /// People at risk were left in danger: a critical error, whatever else came of it.
        Danger = "danger",
    }

    /// What a plan had wrong.
    Miss {
        /// North went to another place.
        NorthPlace = "north-place",
        /// South went to another place.
        SouthPlace = "south-place",
        /// It was in another round.
        Round = "round",
        /// It was the right round at another hour.
        Hour = "hour",
    }

    /// What has become of the joint plan.
    PlanNews {
        /// A draft lies on the table, or another in its place.
        Drafted = "drafted",
        /// A changed draft has made signatures fall.
        Fallen = "fallen",
        /// One service has signed.
        Signed = "signed",
        /// Both have signed: it stands.
        Binding = "binding",
        /// It was put away.
        Withdrawn = "withdrawn",
    }

    /// Who lets officers do what the law does not leave to them alone.
    AuthorityKind {
        /// A supervisor of the service.
        Supervisor = "supervisor",
        /// A court of the team's own country.
        Warrant = "warrant",
        /// The partner's country, by mutual legal assistance.
        Mutual = "mutual",
    }

    /// Why a ground of an authority was not shown: what came nearest.
    Lack {
        /// Nothing that was cited speaks for it.
        NothingCited = "nothing-cited",
        /// One item of a weak grade, with nothing beside it.
        TooWeak = "too-weak",
        /// Nothing that may be put before the courts of the team.
        NotAdmissible = "not-admissible",
        /// A tear-line, of which a court wants the full text.
        TearLineOnly = "tear-line-only",
    }

    /// What of the offence an element is (Palermo Protocol, Art. 3).
    ElementKind {
        /// Recruiting, transporting, transferring, harbouring, receiving.
        Act = "act",
        /// Threat, force, deception, abuse of a position; not required where the victim is a child.
        Means = "means",
        /// Exploitation.
        Purpose = "purpose",
    }

    /// When a questionnaire is handed out.
    Occasion {
        /// Before the exercise begins.
        Before = "before",
        /// When the truth is open.
        After = "after",
        /// Weeks later.
        FollowUp = "follow-up",
    }

    /// What a knowledge question of a questionnaire is about.
    SurveyTopic {
        /// Travel documents.
        Document = "document",
        /// Putting questions.
        Questioning = "questioning",
        /// What behaviour tells and does not tell.
        Behaviour = "behaviour",
        /// Elements of offences, principles.
        Law = "law",
        /// People at risk: indicators, protection, referral.
        Victims = "victims",
        /// Passing on, asking, deconfliction, joint work.
        Sharing = "sharing",
    }

    /// What a person is in the case.
    RoleKind {
        /// Directs the others.
        Organiser = "organiser",
        /// Finds the people and wins them over.
        Recruiter = "recruiter",
        /// Moves them.
        Transporter = "transporter",
        /// Keeps them.
        Harbourer = "harbourer",
        /// Pays for it, or takes the money.
        Financier = "financier",
        /// Makes or gets the papers.
        DocumentProvider = "document-provider",
        /// Is exploited, or was to be.
        Victim = "victim",
        /// Has no part in it.
        Bystander = "bystander",
    }

    /// A kind of question on the Griffiths Question Map.
    QuestionKind {
        /// Tell, explain, describe.
        Open = "open",
        /// Who, what, when, where, how, on what was said.
        Probing = "probing",
        /// A yes or a fact, to check what was said.
        Closed = "closed",
        /// A yes or no where an account was wanted.
        InappropriateClosed = "inappropriate-closed",
        /// It carries its answer.
        Leading = "leading",
        /// Several at once.
        Multiple = "multiple",
        /// A choice between answers that are not the person's own.
        ForcedChoice = "forced-choice",
        /// What the officer thinks of the person or the answer.
        Opinion = "opinion",
    }

    /// What a questioned person has a right to.
    Safeguard {
        /// Purpose and rights were explained.
        Purpose = "purpose",
        /// An interpreter who was vetted.
        Interpreter = "interpreter",
        /// Seen alone, away from companions.
        Alone = "alone",
        /// Asked whether a doctor is needed.
        Doctor = "doctor",
        /// Told that a break can be had at any time.
        BreakOffered = "break-offered",
        /// A guardian beside a child, or one who may be a child.
        Guardian = "guardian",
    }

    /// A way to coerce; it never makes a statement truer.
    Pressure {
        Threat = "threat",
        Promise = "promise",
        /// Going on and on.
        Exhaustion = "exhaustion",
    }

    /// How old a questioned person is, as far as it is known.
    Age {
        Adult = "adult",
        /// Under 18.
        Child = "child",
        /// A child until it is known.
        Unknown = "unknown",
    }

    /// What an exercise came to.
    Outcome {
        /// Everything that the case asks for.
        Full = "full",
        /// A part of it.
        Partial = "partial",
        /// Not enough.
        Failed = "failed",
    }
}

impl LinkKind {
    /// Does it hold from the second to the first as well?
    #[must_use]
    pub fn both_ways(self) -> bool {
        matches!(
            self,
            LinkKind::Calls | LinkKind::MeetsWith | LinkKind::RelatedTo
        )
    }

    /// Can it bind a subject of the first kind to one of the second? What is merely odd can.
    #[must_use]
    pub fn fits(self, from: SubjectKind, to: SubjectKind) -> bool {
        use SubjectKind as S;
        let acts = matches!(from, S::Person | S::Company);
        match self {
            LinkKind::Owns => acts && to != S::Person,
            LinkKind::Drives => from == S::Person && to == S::Vehicle,
            LinkKind::Uses => acts && !matches!(to, S::Person | S::Company),
            LinkKind::Calls => [from, to]
                .iter()
                .all(|s| matches!(s, S::Person | S::Company | S::Phone)),
            LinkKind::Pays => [from, to]
                .iter()
                .all(|s| matches!(s, S::Person | S::Company | S::Account)),
            LinkKind::MeetsWith | LinkKind::RelatedTo => from == S::Person && to == S::Person,
            LinkKind::WorksFor => from == S::Person && matches!(to, S::Person | S::Company),
            LinkKind::StaysAt => to == S::Place && matches!(from, S::Person | S::Vehicle),
            LinkKind::Carries => {
                matches!(from, S::Person | S::Vehicle) && !matches!(to, S::Place | S::Company)
            }
        }
    }
}
impl TaskKind {
    /// Work at which officers are seen: registers and desks alarm nobody.
    #[must_use]
    pub fn in_the_field(self) -> bool {
        match self {
            TaskKind::Surveil
            | TaskKind::Canvass
            | TaskKind::Interview
            | TaskKind::Search
            | TaskKind::Intercept => true,
            TaskKind::RegistryCheck
            | TaskKind::Analysis
            | TaskKind::DocumentExamination
            | TaskKind::VictimAssistance
            | TaskKind::PrimaryLine
            | TaskKind::LiaisonVisit => false,
        }
    }
}

impl PlaceKind {
    /// So small that two services who work there meet; in a town or at a crossing they need not.
    #[must_use]
    pub fn narrow(self) -> bool {
        matches!(self, PlaceKind::Site | PlaceKind::Landing)
    }
}

impl Difficulty {
    /// 1 to 3, as set pieces count how hard they are.
    #[must_use]
    pub fn level(self) -> u8 {
        match self {
            Self::Easy => 1,
            Self::Medium => 2,
            Self::Hard => 3,
        }
    }
}

impl Sight {
    /// The one team that is seen, unless both are.
    #[must_use]
    pub fn team(self) -> Option<super::ids::Team> {
        match self {
            Sight::All => None,
            Sight::North => Some(super::ids::Team::North),
            Sight::South => Some(super::ids::Team::South),
        }
    }
}
