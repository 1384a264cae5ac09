//! The stable codes of everything that can be wrong with a case.
//!
//! A code is never given a new meaning and never reused; new kinds get new numbers.

use serde::{Serialize, Serializer};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The case cannot be played.
    Error,
    /// It can be played, but probably not as meant.
    Warning,
}

macro_rules! codes {
    ($($name:ident = $code:literal $severity:ident $title:literal,)*) => {
        /// One kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $(#[doc = $title] $name),* }

        impl Code {
            /// Every code, by number.
            pub const ALL: &'static [Code] = &[$(Code::$name),*];

            /// `L017`
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Code::$name => $code),* }
            }
            /// What it is about, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Code::$name => $title),* }
            }
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity),* }
            }
        }
    };
}

codes! {
    // The files.
    Syntax = "L001" Error "syntax error",
    NotUtf8 = "L002" Error "file is not UTF-8",
    Binary = "L003" Error "file is not text",
    FileTooLarge = "L004" Error "file too large",
    CaseTooLarge = "L005" Error "case too large",
    TooManyFiles = "L006" Error "too many files",
    TooDeep = "L007" Error "brackets nested too deep",
    OutsideCase = "L008" Error "path leads outside the case",
    MissingFile = "L009" Error "file missing",
    UnexpectedFile = "L010" Warning "unexpected file",
    FormatVersion = "L011" Error "unsupported format version",
    Unreadable = "L012" Error "cannot be read",
    TooMany = "L013" Error "too many values",
    MoreProblems = "L014" Error "more problems than are shown",
    // The shape of what they say.
    UnknownField = "L017" Error "unknown field",
    MissingField = "L018" Error "missing field",
    WrongType = "L019" Error "wrong type of value",
    UnknownWord = "L020" Error "unknown word",
    FieldTwice = "L021" Error "field given twice",
    // Names.
    DuplicateId = "L022" Error "id used twice",
    MalformedId = "L023" Error "malformed id",
    UnknownItem = "L024" Error "unknown item",
    UnknownTask = "L025" Error "unknown task",
    UnknownSubject = "L026" Error "unknown subject",
    UnknownPlace = "L027" Error "unknown place",
    UnknownPerson = "L028" Error "unknown person",
    UnknownMilestone = "L029" Error "unknown milestone",
    UnknownQuestion = "L030" Error "unknown question",
    // Values.
    OutOfRange = "L031" Error "number out of range",
    NoRounds = "L032" Error "case without rounds",
    BadTime = "L033" Error "bad time",
    BadLanguage = "L034" Error "bad language tag",
    TextTooLong = "L035" Error "text too long for its card",
    EmptyText = "L036" Error "empty text",
    PlaceOffMap = "L037" Error "place outside the map",
    TruthNotOffered = "L038" Error "truth not among the options",
    SameInitials = "L039" Error "initials used twice in a team",
    NoOfficers = "L040" Error "team without officers",
    GiveToWhom = "L041" Error "item given to nobody in particular",
    TearLineMissing = "L042" Error "tear-line missing",
    TearLineRepeats = "L043" Error "tear-line repeats the text",
    TearLineSubjects = "L044" Error "tear-line names what the item does not",
    FalseLeadCritical = "L045" Error "false lead marked critical",
    NoReceiver = "L046" Warning "inject that does nothing",
    TearLineNames = "L047" Warning "tear-line that names what it leaves out",
    // Translations.
    MissingTranslation = "L050" Warning "missing translation",
    UnknownPath = "L051" Error "translation of nothing",
    TranslatedTwice = "L052" Error "translation given twice",
    UndeclaredLanguage = "L053" Warning "language not declared",
    // The logic of the case.
    NeverHolds = "L060" Error "condition can never hold",
    RefersToItself = "L061" Error "milestone that waits for itself",
    BeforeVerdict = "L062" Error "verdict asked for before the verdict",
    InjectAfterEnd = "L063" Error "inject after the last round",
    OverBudget = "L064" Error "task over the team's budget",
    TaskTooLong = "L065" Error "task longer than the case",
    UnreachableItem = "L066" Warning "item that nobody can get",
    UnreachableTask = "L067" Warning "task that can never be done",
    NoWork = "L068" Warning "team without work",
    CriticalUnobtainable = "L069" Error "critical item that nobody can get",
    CriticalUnshareable = "L070" Error "critical item that cannot be shared",
    NothingObservable = "L071" Error "objective without an observable criterion",
    UnusedSubject = "L072" Warning "unused subject",
    FlagNeverAsked = "L073" Warning "flag set but never asked for",
    FlagNeverSet = "L074" Error "flag asked for but never set",
    HintTellsSecret = "L075" Error "hint depends on what only the partner knows",
    TaskTellsSecret = "L076" Warning "task depends on what only the partner knows",
    NoNeedToShare = "L077" Warning "case can be solved without sharing",
    FullUnreachable = "L078" Error "full outcome cannot be reached",
    AnswerUnknowable = "L079" Warning "question that nobody can answer",
    // The case among others.
    FolderName = "L080" Warning "id differs from the folder's name",
    // More of the logic.
    ShowsPartner = "L081" Warning "shown by what only the partner can bring about",
    HintNames = "L082" Warning "hint that names what the team does not know",
    TaskNames = "L083" Warning "task that names what the team does not know",
    // Links between subjects.
    LinkUntold = "L084" Warning "true link that no item tells",
    LinkToItself = "L085" Error "link from a subject to itself",
    LinkSubjects = "L086" Error "link of what the item does not name",
    TearLinkUnsaid = "L087" Error "tear-line with a link that the item does not have",
    LinkTwice = "L088" Error "link given twice",
    LinkUnlikely = "L089" Warning "link of a kind that does not fit",
    // Injects and the network.
    UnknownInject = "L090" Error "unknown inject",
    UnknownOption = "L091" Error "unknown option of a decision",
    UnknownStep = "L092" Error "unknown step of the network's plan",
    UnknownReaction = "L093" Error "unknown reaction of the network",
    NothingToChoose = "L094" Error "decision without a choice",
    DecidedByNobody = "L095" Error "decision asked of nobody",
    InjectAfterTime = "L096" Warning "inject after the end of planning",
    NeverReacts = "L097" Warning "reaction that never comes",
    // Authorities.
    UnknownAuthority = "L100" Error "unknown authority",
    NoGrounds = "L101" Error "authority without grounds",
    GroundWithoutItems = "L102" Error "ground without items",
    AuthorityOfPartner = "L103" Error "task that waits for the partner's authority",
    AuthorityTooLate = "L104" Error "authority held only after the last round",
    GroundNeverMet = "L105" Warning "ground that nothing can meet",
    AuthorityUnused = "L106" Warning "authority that nothing asks for",
    // Elements of the offence, and roles.
    UnknownElement = "L107" Error "unknown element of the offence",
    ElementUnproven = "L108" Warning "element that nothing can prove",
    UnknownRole = "L109" Error "role of a subject that has none",
    // Operations.
    UnknownOperation = "L110" Error "unknown operation",
    NoObjective = "L111" Error "operation without an objective",
    OnlyDanger = "L112" Error "operation that can only leave people in danger",
    NeverManned = "L113" Error "operation for which a team has too few officers",
    OperationTellsSecret = "L114" Warning "operation depends on what only one team knows",
    NeverRight = "L115" Warning "operation that can never succeed",
    DangerUntold = "L116" Warning "danger without a word of what came of it",
    BasisOfPartner = "L117" Error "operation that rests on the partner's authority",
    // Interviews.
    UnknownTopic = "L120" Error "unknown topic of an interview",
    UnknownAsking = "L121" Error "unknown question of an interview",
    UnknownStatement = "L122" Error "unknown statement of an interview",
    UnknownEvidence = "L123" Error "unknown evidence of an interview",
    StatementNeverSaid = "L124" Error "statement that is never said",
    NeverCovered = "L125" Error "topic that cannot be covered",
    TruthByBadQuestion = "L126" Error "truth that only a bad question brings out",
    LostInTime = "L127" Error "statement that a sound interview can lose",
    SafeguardMissing = "L128" Error "interview without a safeguard that it owes",
    NeverDisagrees = "L129" Error "contradiction that nobody can find",
    InterviewTooLong = "L130" Error "interview that does not fit into its minutes",
    NeverInTime = "L131" Error "evidence that can never be put in time",
    // Primary lines.
    Untellable = "L132" Error "traveller whom no check can tell",
    JudgedBehaviour = "L133" Warning "behaviour that nobody can see",
    UnknownJourney = "L134" Error "unknown journey of a line",
    UnknownState = "L135" Error "state that the specimen book lacks",
    OpenAnswer = "L136" Error "answer that does not fit its question",
    ThinLine = "L137" Error "line with too little to draw from",
    // Documents.
    DayOrder = "L138" Error "day of a document out of order",
    UnknownOffice = "L139" Error "office that the state does not have",
    UnwrittenName = "L140" Error "name that no zone can write",
    AgeOfFace = "L141" Error "face that is not as old as its holder",
    FraudUnfit = "L142" Error "fraud that does not fit its document",
    FraudUnshown = "L143" Error "fraud that nothing on the bench shows",
    HonestConflict = "L144" Error "genuine document with a conflict",
    OddityAbsent = "L145" Error "oddity that the document does not have",
    FindingItem = "L146" Error "item that does not go with its finding",
    // Set pieces.
    UnknownDocument = "L149" Error "unknown document",
    UnknownInterview = "L150" Error "unknown interview",
    UnknownLine = "L151" Error "unknown line",
    SetPieceRolled = "L152" Error "set piece with odds",
    SetPieceOfPartner = "L153" Error "set piece that is the partner's",
    // What is asked.
    QuestionTells = "L154" Warning "question that names what the team does not know",
    TagQuestion = "L155" Warning "leading question that passes as a good one",
    // More of set pieces and documents.
    SetPieceUnopened = "L156" Warning "set piece that no task opens",
    VisaOnCard = "L157" Error "visa on a card",
    // Questionnaires.
    UnknownSurvey = "L160" Error "unknown question of a questionnaire",
    NothingRight = "L161" Error "knowledge question that no answer decides",
    TooFewOptions = "L162" Error "knowledge question without a choice",
    NeverAsked = "L163" Error "question that no questionnaire asks",
    PairUnlike = "L164" Error "pair that does not measure the same",
    NotMeasured = "L165" Warning "knowledge that is not asked before and after",
    SurveyTells = "L166" Warning "questionnaire that names what the case hides",
    // The evaluation guide.
    UnknownObjective = "L170" Error "unknown objective",
    NothingAchieved = "L171" Error "critical task that nothing can achieve",
    TwoEyes = "L172" Error "observable seen in two ways",
    // Advice on teaching.
    ObjectiveUnserved = "L175" Warning "objective that no item or inject serves",
    LeadUnseen = "L176" Warning "false lead that nothing sees through",
    OneItemDecides = "L177" Warning "everything decided by one item",
    NoHotWash = "L178" Warning "debrief without a question",
    TooLong = "L179" Warning "more planning than the exercise has time",
    SameName = "L180" Warning "services with one name",
    LockUnseen = "L181" Warning "text of a lock where nothing is locked",
    BriefingNames = "L182" Warning "briefing that names what only the partner knows",
    // Warnings that are silenced in the file.
    SilenceUnexplained = "L190" Warning "silence without a reason",
    SilencesNothing = "L191" Warning "silence that silences nothing",
}

impl Code {
    /// The code written so, in upper or lower case.
    #[must_use]
    pub fn of(word: &str) -> Option<Code> {
        let mut all = Code::ALL.iter().copied();
        all.find(|code| code.code().eq_ignore_ascii_case(word))
    }
}

impl Code {
    /// Does it say that something can never come about, in a case that is sound otherwise?
    #[must_use]
    pub fn tells_never(self) -> bool {
        matches!(
            self,
            Code::NeverHolds
                | Code::CriticalUnobtainable
                | Code::CriticalUnshareable
                | Code::FlagNeverSet
                | Code::FullUnreachable
                | Code::NothingAchieved
        )
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.code())
    }
}
