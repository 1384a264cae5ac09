//! What was done to a document, with all its particulars: which digits, which traits, which day.
//!
//! A deed has no chance in it. A drill draws one for a [`Fraud`]; the author of a case says it.

use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::face::Trait;
use super::fraud::{Effort, FANTASIES, Fraud, VisaPart};
use super::issuer::{Feature, ISSUERS, Kind};
use super::zone::{self, Day, Holds, Sex};
use super::{Fact, Field, Made, Matter, Stamp};

/// One fraud as it was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// A field says something else now.
    Altered {
        field: Field,
        effort: Effort,
        to: Says,
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
    /// A stamp that no record has.
    FalseStamp(Stamp),
    /// A stamp that the record has and the book lacks.
    MissingStamp(Stamp),
    /// The number of the passport for which the visa was made out.
    VisaOfAnother(String),
    /// What the visa says otherwise than the passport.
    VisaUnlike(VisaPart, Says),
}

/// What stands in a field after it was changed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Says {
    Text(String),
    Day(Day),
    Sex(Sex),
}

impl Deed {
    /// The particulars of a fraud, by chance.
    pub fn drawn(fraud: Fraud, matter: &Matter, rng: &mut impl Rng) -> Self {
        match fraud {
            Fraud::Altered(field, effort) => Self::Altered {
                field,
                effort,
                to: altered(field, matter, rng),
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
                let day = if day < matter.today {
                    day
                } else {
                    day.plus_years(-1)
                };
                Self::FalseStamp(Stamp {
                    day,
                    entry: rng.random_ratio(1, 2),
                })
            }
            Fraud::MissingStamp => match matter.document.stamps.choose(rng) {
                Some(stamp) => Self::MissingStamp(*stamp),
                None => Self::MissingStamp(Stamp {
                    day: matter.today,
                    entry: true,
                }),
            },
            Fraud::VisaOfAnother if matter.document.visa.is_some() => {
                Self::VisaOfAnother(another_number(&matter.document.page.number, rng))
            }
            Fraud::VisaOfAnother => Self::VisaOfAnother(String::new()),
            Fraud::VisaUnlike(part) => {
                let field = match part {
                    VisaPart::Name => Field::Surname,
                    VisaPart::Nationality => Field::Nationality,
                    VisaPart::Validity => Field::Expiry,
                };
                Self::VisaUnlike(part, altered(field, matter, rng))
            }
        }
    }

    /// The fraud that it is.
    #[must_use]
    pub fn fraud(&self) -> Fraud {
        let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        match self {
            Self::Altered { field, effort, .. } => Fraud::Altered(*field, *effort),
            Self::PhotoSubstituted => Fraud::PhotoSubstituted,
            Self::PageSubstituted(_) => Fraud::PageSubstituted,
            Self::Counterfeit(features) => Fraud::Counterfeit(count(features.len())),
            Self::StolenBlank => Fraud::StolenBlank,
            Self::Impostor(traits) => Fraud::Impostor(count(traits.len())),
            Self::Fantasy(_) => Fraud::Fantasy,
            Self::FraudulentlyObtained => Fraud::FraudulentlyObtained,
            Self::FalseStamp(_) => Fraud::FalseStamp,
            Self::MissingStamp(_) => Fraud::MissingStamp,
            Self::VisaOfAnother(_) => Fraud::VisaOfAnother,
            Self::VisaUnlike(part, _) => Fraud::VisaUnlike(*part),
        }
    }

    /// Does it to a genuine document.
    pub fn commit(&self, matter: &mut Matter) {
        match self {
            Self::Altered { field, effort, to } => alter(matter, *field, *effort, to),
            // The photograph is the person's; the foil over it had to come off.
            Self::PhotoSubstituted => spoil(matter, Feature::Hologram, Made::Disturbed),
            // The book was another's, and its other pages still say so.
            Self::PageSubstituted(number) => {
                matter.document.punched = Some(number.clone());
                if let Some(visa) = &mut matter.document.visa {
                    visa.passport.clone_from(number);
                }
            }
            Self::Counterfeit(features) => {
                for (feature, made) in features {
                    spoil(matter, *feature, *made);
                }
            }
            Self::StolenBlank => {
                let number = matter.document.page.number.clone();
                matter.registers.lost.push(number);
                // A blank has its paper and its background print; the foil goes on when a book is made out.
                spoil(matter, Feature::Hologram, Made::Imitated);
            }
            Self::Impostor(differs) => {
                matter.document.photo = matter.document.photo.double(differs);
            }
            Self::Fantasy(code) => {
                let page = &mut matter.document.page;
                page.issuer.clone_from(code);
                page.nationality.clone_from(code);
                matter.document.zone = zone::write(matter.document.kind.format(), page);
            }
            Self::FraudulentlyObtained => {
                matter.registers.other_name = true;
                let places = matter.specimen().map_or(&[][..], |s| s.places);
                let other = places.iter().find(|p| **p != matter.document.place);
                if let Some(other) = other {
                    matter.traveller.says_place = (*other).to_owned();
                }
            }
            Self::FalseStamp(stamp) => {
                // Of which the record has nothing. It lies where its day has it, among the honest ones.
                matter.registers.crossings.retain(|c| c != stamp);
                let stamps = &mut matter.document.stamps;
                let at = stamps.partition_point(|s| s.day <= stamp.day);
                stamps.insert(at, *stamp);
            }
            Self::MissingStamp(stamp) => matter.document.stamps.retain(|s| s != stamp),
            Self::VisaOfAnother(number) => {
                if let Some(visa) = &mut matter.document.visa {
                    visa.passport.clone_from(number);
                }
            }
            Self::VisaUnlike(part, says) => {
                let Some(visa) = &mut matter.document.visa else {
                    return;
                };
                match (part, says) {
                    (VisaPart::Name, Says::Text(name)) => visa.surname.clone_from(name),
                    (VisaPart::Nationality, Says::Text(code)) => visa.nationality.clone_from(code),
                    (VisaPart::Validity, Says::Day(until)) => visa.until = *until,
                    _ => {}
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

/// Another value for a field, as somebody would want it who changes it.
pub fn altered(field: Field, matter: &Matter, rng: &mut impl Rng) -> Says {
    let page = &matter.document.page;
    match field {
        Field::Code => Says::Text(page.code.clone()),
        Field::Surname => Says::Text(another_letter(&page.surname, rng)),
        Field::Given => Says::Text(another_letter(&page.given, rng)),
        Field::Number => Says::Text(another_number(&page.number, rng)),
        Field::Nationality => {
            let others = ISSUERS.iter().filter(|s| s.code != page.nationality);
            let others: Vec<&str> = others.map(|s| s.code).collect();
            Says::Text(others.choose(rng).copied().unwrap_or_default().to_owned())
        }
        // Older by three to nine years: of age, or out of the list of the wanted.
        Field::Birth => Says::Day(page.birth.plus_years(-rng.random_range(3..=9))),
        Field::Sex => Says::Sex(match page.sex {
            Sex::Female => Sex::Male,
            Sex::Male | Sex::Unspecified => Sex::Female,
        }),
        Field::Expiry => Says::Day(page.expiry.plus_years(rng.random_range(1..=4))),
    }
}

/// A name with another letter in it.
fn another_letter(name: &str, rng: &mut impl Rng) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    // The first letters: of a long name the zone has no more.
    let plain = (0..letters.len().min(8)).filter(|at| letters[*at].is_ascii_uppercase());
    let plain: Vec<usize> = plain.collect();
    if let Some(at) = plain.choose(rng) {
        let other = |c: &u8| char::from(*c) != letters[*at];
        let others: Vec<u8> = b"AEIORNTL".iter().copied().filter(other).collect();
        letters[*at] = others.choose(rng).copied().map_or('A', char::from);
    }
    letters.into_iter().collect()
}

/// What is written is rubbed out and written over: that the paper tells, whatever the zone says.
fn alter(matter: &mut Matter, field: Field, effort: Effort, to: &Says) {
    let document = &mut matter.document;
    let page = &mut document.page;
    match (field, to) {
        (Field::Surname, Says::Text(text)) => page.surname.clone_from(text),
        (Field::Given, Says::Text(text)) => page.given.clone_from(text),
        (Field::Number, Says::Text(text)) => page.number.clone_from(text),
        (Field::Nationality, Says::Text(text)) => page.nationality.clone_from(text),
        (Field::Birth, Says::Day(day)) => {
            page.birth = *day;
            matter.traveller.says_birth = *day;
        }
        (Field::Expiry, Says::Day(day)) => page.expiry = *day,
        (Field::Sex, Says::Sex(sex)) => page.sex = *sex,
        _ => return,
    }
    document.scraped.push(Fact::Page(field));
    if effort > Effort::Page {
        document.scraped.push(Fact::Zone(field));
        document.zone = rewritten(document.kind, &document.zone, &document.page, field, effort);
    }
    spoil(matter, Feature::Guilloche, Made::Disturbed);
}

/// The zone after a field was written over: which check digits were left as they were. Names, nationality and sex
/// have none (Doc 9303 Part 4, 4.2.2; Part 5, 4.2.4).
fn rewritten(
    kind: Kind,
    genuine: &[String],
    page: &Holds,
    field: Field,
    effort: Effort,
) -> Vec<String> {
    let (own, composite) = digits(kind, page, field);
    let left: Vec<(usize, usize)> = match effort {
        Effort::Page | Effort::Zone => own.into_iter().chain([composite]).collect(),
        Effort::Digit => vec![composite],
        Effort::All => Vec::new(),
    };
    let mut lines = zone::write(kind.format(), page);
    for (row, at) in left {
        if let (Some(line), Some(old)) = (lines.get_mut(row), genuine.get(row))
            && let Some(digit) = old.get(at..=at).filter(|_| at < line.len())
        {
            line.replace_range(at..=at, digit);
        }
    }
    lines
}

/// Where the check digit of a field stands, and where the composite: line and character, counted from 0.
fn digits(kind: Kind, page: &Holds, field: Field) -> (Option<(usize, usize)>, (usize, usize)) {
    let own = match (kind, field) {
        (Kind::Passport, Field::Number) => Some((1, 9)),
        (Kind::Passport, Field::Birth) => Some((1, 19)),
        (Kind::Passport, Field::Expiry) => Some((1, 27)),
        (Kind::IdentityCard, Field::Number) => Some((0, zone::number_digit(&page.number))),
        (Kind::IdentityCard, Field::Birth) => Some((1, 6)),
        (Kind::IdentityCard, Field::Expiry) => Some((1, 14)),
        (_, Field::Code | Field::Surname | Field::Given | Field::Nationality | Field::Sex) => None,
    };
    let composite = match kind {
        Kind::Passport => (1, 43),
        Kind::IdentityCard => (1, 29),
    };
    (own, composite)
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
