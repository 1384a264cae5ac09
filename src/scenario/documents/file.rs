//! What a file of `documents/` says, word for word.
//!
//! An author describes the genuine document and its holder, and then what was done. What is left out is
//! drawn from the ids of case and document, so it is the same in every exercise.

use serde::Deserialize;

use super::super::ids::Team;
use crate::document::face::Trait;
use crate::document::fraud::{Effort, Oddity, VisaPart};
use crate::document::issuer::{Feature, Kind};
use crate::document::zone::Sex;
use crate::document::{Field, VisaSize};

/// A day: year, month, day. In a date of birth, month and day may be 0: nobody wrote them down.
pub type YearMonthDay = (u16, u8, u8);

/// One document with its holder, as it lies on the bench.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Document")]
pub struct DocumentFile {
    pub id: String,
    /// On whose bench it lies.
    pub team: Team,
    /// A passport, unless it says another.
    #[serde(default)]
    pub kind: Kind,
    /// What it is, or whose, among the subjects of the case.
    pub subject: Option<String>,
    pub title: String,
    /// What the officer knows when it is laid on the bench.
    pub about: String,
    /// Code of a state of the specimen book; none exists.
    pub state: String,
    /// One of the offices of that state.
    pub place: Option<String>,
    /// In the form of that state's numbers.
    pub number: Option<String>,
    pub surname: String,
    pub given: String,
    pub sex: Sex,
    /// As the genuine document says it.
    pub birth: YearMonthDay,
    pub issued: Option<YearMonthDay>,
    /// As many years later as the state's books are valid, unless given.
    pub expires: Option<YearMonthDay>,
    /// The day at the counter.
    pub today: Option<YearMonthDay>,
    /// Who stands before the officer.
    #[serde(default)]
    pub holder: HolderFile,
    /// What is otherwise on the photograph.
    #[serde(default)]
    pub photo: PhotoFile,
    /// Crossings of this border, in the book and on record; of a card, on record alone.
    #[serde(default)]
    pub stamps: Vec<StampFile>,
    pub visa: Option<VisaFile>,
    /// Its rightful holder has reported it lost.
    #[serde(default)]
    pub reported: bool,
    /// What was done, if anything.
    pub fraud: Option<FraudFile>,
    /// What is odd about it and means nothing.
    pub oddity: Option<Oddity>,
    /// Read after the finding.
    pub lesson: String,
    /// Items that the right finding brings; for a fraud, with a conflict that was shown.
    #[serde(default)]
    pub right: Vec<String>,
    /// Items that a wrong finding puts into the folder: what was believed.
    #[serde(default)]
    pub wrong: Vec<String>,
}

/// A person; whatever is left out is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Holder")]
pub struct HolderFile {
    /// Years; as the date of birth has it, unless given.
    pub age: Option<u8>,
    pub hair: Option<Hair>,
    pub glasses: Option<bool>,
    /// From light to dark, 0 to 5.
    pub skin: Option<u8>,
    /// From black over brown to fair, 0 to 4.
    pub hair_colour: Option<u8>,
    pub beard: Option<Beard>,
    /// Kinds of what stays in a face, 0 to 3; of marks and scars, 0 to 5.
    pub shape: Option<u8>,
    pub eyes: Option<u8>,
    pub nose: Option<u8>,
    pub mouth: Option<u8>,
    pub ears: Option<u8>,
    pub mark: Option<u8>,
}

impl HolderFile {
    /// What is said of each trait, with the name of its field.
    #[must_use]
    pub fn traits(&self) -> [(&'static str, Trait, Option<u8>); 6] {
        [
            ("shape", Trait::Shape, self.shape),
            ("eyes", Trait::Eyes, self.eyes),
            ("nose", Trait::Nose, self.nose),
            ("mouth", Trait::Mouth, self.mouth),
            ("ears", Trait::Ears, self.ears),
            ("mark", Trait::Mark, self.mark),
        ]
    }
}

/// What a photograph shows otherwise than the holder looks today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Photo")]
pub struct PhotoFile {
    pub hair: Option<Hair>,
    pub glasses: Option<bool>,
}

/// How hair is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Hair {
    Short,
    /// To the shoulders.
    Long,
    Tied,
    Cropped,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Beard {
    Shaven,
    Stubble,
    Moustache,
    Short,
}

/// A stamp of this border: year, month, day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum StampFile {
    Entry(u16, u8, u8),
    Exit(u16, u8, u8),
}

impl StampFile {
    /// The day, and whether it is an entry.
    #[must_use]
    pub fn parts(self) -> (YearMonthDay, bool) {
        match self {
            Self::Entry(year, month, day) => ((year, month, day), true),
            Self::Exit(year, month, day) => ((year, month, day), false),
        }
    }
}

/// A visa in the book, made out for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields, rename = "Visa")]
pub struct VisaFile {
    pub until: YearMonthDay,
    #[serde(default)]
    pub size: VisaSize,
}

/// What was done to the genuine document, or with it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum FraudFile {
    /// The date of birth was changed: the holder is older by so many years.
    AlteredBirth {
        effort: Effort,
        years: u8,
    },
    /// What is written in another field was changed: which value stands there now is drawn.
    Altered {
        field: Field,
        effort: Effort,
    },
    PhotoSubstituted,
    PageSubstituted,
    /// Made from nothing; these features only look like the state's, or are missing.
    Counterfeit {
        #[serde(default)]
        imitated: Vec<Feature>,
        #[serde(default)]
        missing: Vec<Feature>,
    },
    StolenBlank,
    /// A true book of somebody else, who differs from the holder in these.
    Impostor(Vec<Trait>),
    /// It claims a state that nobody has heard of; the book is modelled on `state`.
    Fantasy(String),
    FraudulentlyObtained,
    /// An entry that no record has.
    FalseStamp {
        on: YearMonthDay,
    },
    /// The stamp of a day was taken out of the book; the record has it.
    MissingStamp {
        on: YearMonthDay,
    },
    VisaOfAnother,
    /// What of the visa contradicts the passport.
    VisaUnlike(VisaPart),
}
