//! What was done to a document, with all its particulars: which digits, which traits, which day.
//!
//! A deed has no chance in it. A drill draws one for a [`Fraud`]; the author of a case says it.

use rand::{Rng, RngExt};

use super::face::Trait;
use super::fraud::{Effort, FANTASIES, Fraud};
use super::issuer::Feature;
use super::zone::{self, Day, Format};
use super::{Fact, Field, Made, Matter, Stamp};

/// One fraud as it was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// The holder is made older by so many years.
    AlteredBirth {
        effort: Effort,
        years: u8,
    },
    PhotoSubstituted,
    /// The number that the other pages of the book still have.
    PageSubstituted(String),
    /// Features that are imitated or missing.
    Counterfeit(Vec<(Feature, Made)>),
    StolenBlank,
    /// The traits in which the photograph is not the holder.
    Impostor(Vec<Trait>),
    /// The code of a state that nobody has heard of.
    Fantasy(String),
    FraudulentlyObtained,
    /// The day of an entry that no record has.
    FalseStamp(Day),
    /// The number of the passport for which the visa was made out.
    VisaOfAnother(String),
}

impl Deed {
    /// The particulars of a fraud, by chance.
    pub fn drawn(fraud: Fraud, matter: &Matter, rng: &mut impl Rng) -> Self {
        match fraud {
            // Older by three to nine years: of age, or out of the list of the wanted.
            Fraud::AlteredBirth(effort) => Self::AlteredBirth {
                effort,
                years: rng.random_range(3..=9),
            },
            Fraud::PhotoSubstituted => Self::PhotoSubstituted,
            Fraud::PageSubstituted => {
                Self::PageSubstituted(another_number(&matter.document.page.number, rng))
            }
            Fraud::Counterfeit(count) => Self::Counterfeit(spoilt(matter, count, rng)),
            Fraud::StolenBlank => Self::StolenBlank,
            Fraud::Impostor(count) => {
                let mut all = Trait::ALL;
                // A close double is told by ears and marks, a poor one by everything.
                if count > 2 {
                    shuffle(&mut all, rng);
                } else {
                    all.reverse();
                }
                Self::Impostor(all[..usize::from(count).clamp(1, all.len())].to_vec())
            }
            Fraud::Fantasy => {
                let (code, _) = FANTASIES[rng.random_range(0..FANTASIES.len())];
                Self::Fantasy(code.to_owned())
            }
            Fraud::FraudulentlyObtained => Self::FraudulentlyObtained,
            Fraud::FalseStamp => {
                let (month, day) = (rng.random_range(1..=12), rng.random_range(1..=28));
                let day = Day::new(matter.today.year, month, day);
                Self::FalseStamp(if day < matter.today {
                    day
                } else {
                    day.plus_years(-1)
                })
            }
            Fraud::VisaOfAnother if matter.document.visa.is_some() => {
                Self::VisaOfAnother(another_number(&matter.document.page.number, rng))
            }
            Fraud::VisaOfAnother => Self::VisaOfAnother(String::new()),
        }
    }

    /// The fraud that it is.
    #[must_use]
    pub fn fraud(&self) -> Fraud {
        let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        match self {
            Self::AlteredBirth { effort, .. } => Fraud::AlteredBirth(*effort),
            Self::PhotoSubstituted => Fraud::PhotoSubstituted,
            Self::PageSubstituted(_) => Fraud::PageSubstituted,
            Self::Counterfeit(features) => Fraud::Counterfeit(count(features.len())),
            Self::StolenBlank => Fraud::StolenBlank,
            Self::Impostor(traits) => Fraud::Impostor(count(traits.len())),
            Self::Fantasy(_) => Fraud::Fantasy,
            Self::FraudulentlyObtained => Fraud::FraudulentlyObtained,
            Self::FalseStamp(_) => Fraud::FalseStamp,
            Self::VisaOfAnother(_) => Fraud::VisaOfAnother,
        }
    }

    /// Does it to a genuine document.
    pub fn commit(&self, matter: &mut Matter) {
        match self {
            Self::AlteredBirth { effort, years } => alter_birth(matter, *effort, *years),
            // The photograph is the person's; the foil over it had to come off.
            Self::PhotoSubstituted => spoil(matter, Feature::Hologram, Made::Disturbed),
            // The book was another's, and its other pages still say so.
            Self::PageSubstituted(number) => matter.document.punched = Some(number.clone()),
            Self::Counterfeit(features) => {
                for (feature, made) in features {
                    spoil(matter, *feature, *made);
                }
            }
            Self::StolenBlank => {
                let number = matter.document.page.number.clone();
                matter.registers.lost.push(number);
                // A true book; what was printed into it was not printed by the state.
                spoil(matter, Feature::Guilloche, Made::Imitated);
            }
            Self::Impostor(differs) => {
                matter.document.photo = matter.document.photo.double(differs);
            }
            Self::Fantasy(code) => {
                let page = &mut matter.document.page;
                page.issuer.clone_from(code);
                page.nationality.clone_from(code);
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
            Self::FalseStamp(day) => {
                // A day on which the record has nothing.
                let stamp = Stamp {
                    day: *day,
                    entry: true,
                };
                matter.registers.crossings.retain(|c| *c != stamp);
                matter.document.stamps.push(stamp);
            }
            Self::VisaOfAnother(number) => {
                if let Some(visa) = &mut matter.document.visa {
                    visa.passport.clone_from(number);
                }
            }
        }
    }
}

fn spoil(matter: &mut Matter, feature: Feature, made: Made) {
    let features = &mut matter.document.features;
    if let Some((_, own)) = features.iter_mut().find(|(f, _)| *f == feature) {
        *own = made;
    }
}

/// The date is rubbed out and written over: that the paper tells, whatever the zone says.
fn alter_birth(matter: &mut Matter, effort: Effort, years: u8) {
    let document = &mut matter.document;
    let genuine = document.zone.clone();
    document.page.birth = document.page.birth.plus_years(-i32::from(years));
    matter.traveller.says_birth = document.page.birth;
    let whole = zone::write(Format::Td3, &document.page);
    // Where the second line stays as it was: all of it, or the digit and the composite, or that alone.
    let kept: &[(usize, usize)] = match effort {
        Effort::Page => &[(0, 44)],
        Effort::Zone => &[(19, 20), (43, 44)],
        Effort::Digit => &[(43, 44)],
        Effort::All => &[],
    };
    let (Some(first), Some(second)) = (genuine.first(), genuine.get(1)) else {
        return;
    };
    let mut line = whole.get(1).cloned().unwrap_or_default();
    for (from, to) in kept {
        if let Some(own) = second.get(*from..*to).filter(|_| line.len() >= *to) {
            line.replace_range(*from..*to, own);
        }
    }
    document.zone = vec![first.clone(), line];
    document.scraped.push(Fact::Page(Field::Birth));
    if effort > Effort::Page {
        document.scraped.push(Fact::Zone(Field::Birth));
    }
    spoil(matter, Feature::Guilloche, Made::Disturbed);
}

fn spoilt(matter: &Matter, count: u8, rng: &mut impl Rng) -> Vec<(Feature, Made)> {
    let features = &matter.document.features;
    let mut order: Vec<usize> = (0..features.len()).collect();
    shuffle(&mut order, rng);
    let spoilt = order.into_iter().take(usize::from(count));
    spoilt
        .map(|at| {
            let made = if rng.random_ratio(1, 3) {
                Made::Missing
            } else {
                Made::Imitated
            };
            (features[at].0, made)
        })
        .collect()
}

/// Fisher and Yates.
fn shuffle<T>(all: &mut [T], rng: &mut impl Rng) {
    for at in (1..all.len()).rev() {
        all.swap(at, rng.random_range(0..=at));
    }
}

/// Another number of the same form; the same one if it has no digits.
#[must_use]
pub fn another_number(number: &str, rng: &mut impl Rng) -> String {
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
