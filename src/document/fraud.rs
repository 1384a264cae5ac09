//! What is done to a genuine document, or with one; and what happens to honest ones.
//!
//! Kinds of fraud after the usual division: counterfeit; forged (data, photo or page, a stolen blank, what
//! is stuck or stamped in); fantasy; impostor; fraudulently obtained.

use std::mem::discriminant;

use rand::Rng;
use rand::seq::IndexedRandom;
use serde::{Deserialize, Serialize};

use super::deed::Deed;
use super::issuer::{Feature, Kind};
use super::{Field, Matter};

/// What the officer says in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Finding {
    Genuine,
    /// Made from nothing to look like a state's document.
    Counterfeit,
    /// A genuine document in which something was changed or added.
    Forged,
    /// A genuine document of somebody else.
    Impostor,
    /// A document that no state issues.
    Fantasy,
    /// A genuine document, got with false papers.
    FraudulentlyObtained,
    /// Not decided at the counter; second line looks.
    Refer,
}

impl Finding {
    pub const ALL: [Self; 7] = [
        Self::Genuine,
        Self::Counterfeit,
        Self::Forged,
        Self::Impostor,
        Self::Fantasy,
        Self::FraudulentlyObtained,
        Self::Refer,
    ];
}

/// How far a forger who changed what is written went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Effort {
    /// The page alone.
    Page,
    /// Page and zone, without a digit.
    Zone,
    /// The field's own digit too: only the composite can tell, and for some changes it cannot. A field that no
    /// digit covers needs no more than `Zone`.
    Digit,
    /// Every digit: nothing in the zone tells. The paper does.
    All,
}

/// What of a visa contradicts the passport, beside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum VisaPart {
    Name,
    Nationality,
    /// It runs longer than the passport.
    Validity,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fraud {
    /// What is written in this field was changed.
    Altered(Field, Effort),
    PhotoSubstituted,
    PageSubstituted,
    /// So many features are imitated or missing.
    Counterfeit(u8),
    StolenBlank,
    /// The holder differs from the person in so many traits.
    Impostor(u8),
    Fantasy,
    FraudulentlyObtained,
    FalseStamp,
    /// A stamp that the record has was taken out.
    MissingStamp,
    VisaOfAnother,
    VisaUnlike(VisaPart),
}

impl Fraud {
    /// What is there to be done at a level, 1 (plain) to 3 (hard).
    #[must_use]
    pub fn of_level(level: u8) -> &'static [Self] {
        match level {
            0 | 1 => &[
                Self::Altered(Field::Birth, Effort::Page),
                Self::Altered(Field::Birth, Effort::Zone),
                Self::Altered(Field::Expiry, Effort::Page),
                Self::Altered(Field::Number, Effort::Page),
                Self::Counterfeit(3),
                Self::Impostor(4),
                Self::Fantasy,
                Self::FalseStamp,
            ],
            2 => &[
                Self::Altered(Field::Birth, Effort::Zone),
                Self::Altered(Field::Birth, Effort::Digit),
                Self::Altered(Field::Number, Effort::Zone),
                Self::Altered(Field::Expiry, Effort::Digit),
                Self::Altered(Field::Surname, Effort::Page),
                Self::PhotoSubstituted,
                Self::PageSubstituted,
                Self::Counterfeit(2),
                Self::Impostor(2),
                Self::VisaOfAnother,
                Self::VisaUnlike(VisaPart::Name),
                Self::VisaUnlike(VisaPart::Validity),
                Self::FalseStamp,
                Self::MissingStamp,
            ],
            _ => &[
                Self::Altered(Field::Birth, Effort::Digit),
                Self::Altered(Field::Birth, Effort::All),
                Self::Altered(Field::Number, Effort::All),
                Self::Altered(Field::Expiry, Effort::All),
                Self::Altered(Field::Surname, Effort::Zone),
                // No digit covers these: the composite is over positions 1–10, 14–20 and 22–43 of line 2.
                Self::Altered(Field::Nationality, Effort::Zone),
                Self::Altered(Field::Sex, Effort::Zone),
                Self::StolenBlank,
                Self::Counterfeit(1),
                Self::Impostor(1),
                Self::FraudulentlyObtained,
                Self::PageSubstituted,
                Self::MissingStamp,
                Self::VisaUnlike(VisaPart::Nationality),
            ],
        }
    }

    /// One of what can be done to this document at a level: each kind as often as any other, however many ways
    /// there are to do it.
    pub fn drawn(level: u8, matter: &Matter, rng: &mut impl Rng) -> Option<Self> {
        let all = Self::of_level(level).iter().filter(|f| f.fits(matter));
        let mut kinds: Vec<Vec<Self>> = Vec::new();
        for fraud in all {
            let same = |one: &&mut Vec<Self>| {
                (one.first()).is_some_and(|first| discriminant(first) == discriminant(fraud))
            };
            match kinds.iter_mut().find(same) {
                Some(kind) => kind.push(*fraud),
                None => kinds.push(vec![*fraud]),
            }
        }
        let kind = kinds.choose(rng)?;
        kind.choose(rng).copied()
    }

    /// What an officer ought to find.
    #[must_use]
    pub fn finding(self) -> Finding {
        match self {
            Self::Altered(..)
            | Self::PhotoSubstituted
            | Self::PageSubstituted
            | Self::StolenBlank
            | Self::FalseStamp
            | Self::MissingStamp
            | Self::VisaOfAnother
            | Self::VisaUnlike(_) => Finding::Forged,
            Self::Counterfeit(_) => Finding::Counterfeit,
            Self::Impostor(_) => Finding::Impostor,
            Self::Fantasy => Finding::Fantasy,
            Self::FraudulentlyObtained => Finding::FraudulentlyObtained,
        }
    }

    /// Whether it can be done to this document at all.
    #[must_use]
    pub fn fits(self, matter: &Matter) -> bool {
        match self {
            Self::PageSubstituted => matter.document.punched.is_some(),
            Self::VisaOfAnother | Self::VisaUnlike(_) => matter.document.visa.is_some(),
            Self::MissingStamp => !matter.document.stamps.is_empty(),
            // The code is by the day of issue, and nobody gains by another.
            Self::Altered(field, _) => field != Field::Code,
            Self::FalseStamp => matter.document.kind == Kind::Passport,
            // What the state puts on when a book is made out: a blank has all the rest.
            Self::PhotoSubstituted | Self::StolenBlank => has(matter, Feature::Hologram),
            _ => true,
        }
    }

    /// Does it. A forger's work shows somewhere, always; where, is for the officer to find.
    pub fn commit(self, matter: &mut Matter, rng: &mut impl Rng) {
        Deed::drawn(self, matter, rng).commit(matter);
    }
}

/// States that nobody has heard of: code and name.
pub const FANTASIES: [(&str, &str); 3] = [
    ("XWC", "World Citizens' Council"),
    ("XOS", "Order of the Open Sea"),
    ("XNA", "Free Territory of Navia"),
];

/// What happens to honest documents and their holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Oddity {
    /// Carried for years in a back pocket: a book or a card.
    WornBook,
    /// Longer than the zone has room for.
    LongName,
    /// A book from before the second letter of the code.
    OldCode,
    /// Nobody wrote down the day of birth.
    UnknownBirthday,
    /// Letters that the zone lacks, a hyphen, an apostrophe.
    Accents,
    /// The photograph is nine years old.
    Aged,
    /// Other hair, and glasses.
    OtherHair,
}

impl Oddity {
    pub const ALL: [Self; 7] = [
        Self::WornBook,
        Self::LongName,
        Self::OldCode,
        Self::UnknownBirthday,
        Self::Accents,
        Self::Aged,
        Self::OtherHair,
    ];

    /// Whether a document of this kind can have it: only books have had another code.
    #[must_use]
    pub fn fits(self, kind: Kind) -> bool {
        self != Self::OldCode || kind == Kind::Passport
    }
}

fn has(matter: &Matter, feature: Feature) -> bool {
    matter.document.features.iter().any(|(f, _)| *f == feature)
}
