//! What is done to a genuine document, or with one; and what happens to honest ones.
//!
//! Kinds of fraud after the usual division: counterfeit; forged (data, photo or page, a stolen blank, what
//! is stuck or stamped in); fantasy; impostor; fraudulently obtained.

use rand::{Rng, RngExt};
use serde::{Deserialize, Serialize};

use super::face::Trait;
use super::issuer::Feature;
use super::zone::{self, Day, Format};
use super::{Fact, Field, Made, Matter, Stamp};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
        match self {
            Self::AlteredBirth(effort) => altered_birth(matter, effort, rng),
            Self::PhotoSubstituted => {
                // The photograph is the person's; the foil over it had to come off.
                spoil(matter, Feature::Hologram, Made::Disturbed);
            }
            Self::PageSubstituted => {
                // The book was another's, and its other pages still say so.
                let number = &matter.document.page.number;
                matter.document.punched = Some(another_number(number, rng));
            }
            Self::Counterfeit(count) => counterfeit(matter, count, rng),
            Self::StolenBlank => {
                let number = matter.document.page.number.clone();
                matter.registers.lost.push(number);
                // A true book; what was printed into it was not printed by the state.
                spoil(matter, Feature::Guilloche, Made::Imitated);
            }
            Self::Impostor(count) => {
                let mut all = Trait::ALL;
                // A close double is told by ears and marks, a poor one by everything.
                if count > 2 {
                    shuffle(&mut all, rng);
                } else {
                    all.reverse();
                }
                let differs = &all[..usize::from(count).clamp(1, all.len())];
                matter.document.photo = matter.document.photo.double(differs);
            }
            Self::Fantasy => {
                let page = &mut matter.document.page;
                let (code, _) = FANTASIES[rng.random_range(0..FANTASIES.len())];
                page.issuer = code.to_owned();
                page.nationality = code.to_owned();
                matter.document.zone = zone::write(Format::Td3, page);
            }
            Self::FraudulentlyObtained => {
                matter.registers.other_name = true;
                let places = matter.specimen().map_or(&[][..], |s| s.places);
                let other = places.iter().find(|p| **p != matter.document.place);
                if let Some(other) = other {
                    matter.traveller.says_place = (*other).to_owned();
                }
            }
            Self::FalseStamp => {
                let day = Day {
                    year: matter.today.year,
                    month: Some(rng.random_range(1..=12)),
                    day: Some(rng.random_range(1..=28)),
                };
                let day = if day < matter.today {
                    day
                } else {
                    day.plus_years(-1)
                };
                // A day on which the record has nothing.
                let stamp = Stamp { day, entry: true };
                matter.registers.crossings.retain(|c| *c != stamp);
                matter.document.stamps.push(stamp);
            }
            Self::VisaOfAnother => {
                if let Some(visa) = &mut matter.document.visa {
                    visa.passport = another_number(&matter.document.page.number, rng);
                }
            }
        }
    }
}

/// States that nobody has heard of: code and name.
pub const FANTASIES: [(&str, &str); 3] = [
    ("XWC", "World Citizens' Council"),
    ("XOS", "Order of the Open Sea"),
    ("XNA", "Free Territory of Navia"),
];

/// What happens to honest documents and their holders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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

fn spoil(matter: &mut Matter, feature: Feature, made: Made) {
    let features = &mut matter.document.features;
    if let Some((_, own)) = features.iter_mut().find(|(f, _)| *f == feature) {
        *own = made;
    }
}

/// The date is rubbed out and written over: that the paper tells, whatever the zone says.
fn altered_birth(matter: &mut Matter, effort: Effort, rng: &mut impl Rng) {
    let document = &mut matter.document;
    let genuine = document.zone.clone();
    // Older by three to nine years: of age, or out of the list of the wanted.
    let years = -rng.random_range(3..=9);
    document.page.birth = document.page.birth.plus_years(years);
    matter.traveller.says_birth = document.page.birth;
    let whole = zone::write(Format::Td3, &document.page);
    // Where the second line stays as it was: all of it, or the digit and the composite, or that alone.
    let kept: &[(usize, usize)] = match effort {
        Effort::Page => &[(0, 44)],
        Effort::Zone => &[(19, 20), (43, 44)],
        Effort::Digit => &[(43, 44)],
        Effort::All => &[],
    };
    let mut line = whole[1].clone();
    for (from, to) in kept {
        line.replace_range(*from..*to, &genuine[1][*from..*to]);
    }
    document.zone = vec![genuine[0].clone(), line];
    document.scraped.push(Fact::Page(Field::Birth));
    if effort > Effort::Page {
        document.scraped.push(Fact::Zone(Field::Birth));
    }
    spoil(matter, Feature::Guilloche, Made::Disturbed);
}

fn counterfeit(matter: &mut Matter, count: u8, rng: &mut impl Rng) {
    let mut order: Vec<usize> = (0..matter.document.features.len()).collect();
    shuffle(&mut order, rng);
    for at in order.into_iter().take(usize::from(count)) {
        matter.document.features[at].1 = if rng.random_ratio(1, 3) {
            Made::Missing
        } else {
            Made::Imitated
        };
    }
}

/// Fisher and Yates.
fn shuffle<T>(all: &mut [T], rng: &mut impl Rng) {
    for at in (1..all.len()).rev() {
        all.swap(at, rng.random_range(0..=at));
    }
}

/// Another number of the same form; the same one if it has no digits.
fn another_number(number: &str, rng: &mut impl Rng) -> String {
    let mut other: Vec<char> = number.chars().collect();
    let digits = (0..other.len()).filter(|at| other[*at].is_ascii_digit());
    let digits: Vec<usize> = digits.collect();
    if digits.is_empty() {
        return number.to_owned();
    }
    let at = digits[rng.random_range(0..digits.len())];
    let old = other[at].to_digit(10).unwrap_or(0);
    let new = (old + rng.random_range(1..=9)) % 10;
    other[at] = char::from_digit(new, 10).unwrap_or('0');
    other.into_iter().collect()
}
