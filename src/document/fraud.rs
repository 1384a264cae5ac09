//! What is done to a genuine document, or with one; and what happens to honest ones.
//!
//! Kinds of fraud after the usual division: counterfeit; forged (data, photo or page, a stolen blank, what
//! is stuck or stamped in); fantasy; impostor; fraudulently obtained.

use rand::Rng;
use serde::{Deserialize, Serialize};

use super::Matter;
use super::deed::Deed;
use super::issuer::Feature;

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

/// How far a forger who changed the date of birth went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize)]
pub enum Effort {
    /// The page alone.
    Page,
    /// Page and zone, without a digit.
    Zone,
    /// The field's own digit too: only the composite can tell, and for some changes it cannot.
    Digit,
    /// Every digit: nothing in the zone tells. The paper does.
    All,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fraud {
    AlteredBirth(Effort),
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
    VisaOfAnother,
}

impl Fraud {
    /// What is there to be done at a level, 1 (plain) to 3 (hard).
    #[must_use]
    pub fn of_level(level: u8) -> &'static [Self] {
        match level {
            0 | 1 => &[
                Self::AlteredBirth(Effort::Page),
                Self::AlteredBirth(Effort::Zone),
                Self::Counterfeit(3),
                Self::Impostor(4),
                Self::Fantasy,
                Self::FalseStamp,
            ],
            2 => &[
                Self::AlteredBirth(Effort::Zone),
                Self::AlteredBirth(Effort::Digit),
                Self::PhotoSubstituted,
                Self::PageSubstituted,
                Self::Counterfeit(2),
                Self::Impostor(2),
                Self::VisaOfAnother,
                Self::FalseStamp,
            ],
            _ => &[
                Self::AlteredBirth(Effort::Digit),
                Self::AlteredBirth(Effort::All),
                Self::StolenBlank,
                Self::Counterfeit(1),
                Self::Impostor(1),
                Self::FraudulentlyObtained,
                Self::PageSubstituted,
            ],
        }
    }

    /// What an officer ought to find.
    #[must_use]
    pub fn finding(self) -> Finding {
        match self {
            Self::AlteredBirth(_)
            | Self::PhotoSubstituted
            | Self::PageSubstituted
            | Self::StolenBlank
            | Self::FalseStamp
            | Self::VisaOfAnother => Finding::Forged,
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
            Self::VisaOfAnother => matter.document.visa.is_some(),
            Self::PhotoSubstituted => has(matter, Feature::Hologram),
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
    /// Carried for years in a back pocket.
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
}

fn has(matter: &Matter, feature: Feature) -> bool {
    matter.document.features.iter().any(|(f, _)| *f == feature)
}
