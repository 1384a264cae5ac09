//! From what an author says to the document on the bench.
//!
//! Total: whatever a book says, a matter comes of it; whether it makes sense, the checks tell. What is left
//! open is drawn from the ids of case and document alone, each part with a stream of its own, so that a part
//! that is filled in later moves no other.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use sha2::{Digest, Sha256};

use super::file::{Beard, FraudFile, Hair, YearMonthDay};
use super::model::{Book, CaseDocument};
use crate::document::deed::{Deed, Says, altered, another_number};
use crate::document::face::{Build, Face};
use crate::document::fraud::{Fraud, Oddity};
use crate::document::issuer::{Feature, Kind};
use crate::document::zone::{self, Day, Holds};
use crate::document::{Document, Example, Field, Made, Matter, Registers, Stamp, Traveller, Visa};

/// The document as it lies on the bench, and what is true of it. `case` is the id of its case.
#[must_use]
pub fn example(case: &str, document: &CaseDocument) -> Example {
    let book = &document.book;
    let mut matter = honest(case, document);
    if book.reported {
        matter
            .registers
            .lost
            .push(matter.document.page.number.clone());
    }
    let deed = (book.fraud.as_ref())
        .map(|fraud| self::deed(fraud, &matter, &mut Part::Deed.stream(case, &document.key)));
    if let Some(deed) = &deed {
        deed.commit(&mut matter);
    }
    Example {
        matter,
        fraud: deed.map(|d| d.fraud()),
        oddity: book.oddity,
    }
}

/// The same document before anything was done to it.
#[must_use]
pub fn honest(case: &str, document: &CaseDocument) -> Matter {
    let book = &document.book;
    let stream = |part: Part| part.stream(case, &document.key);
    let passport = book.kind == Kind::Passport;
    let issued = (book.issued).unwrap_or_else(|| drawn_issue(book, &mut stream(Part::Issued)));
    let number = (book.number.clone()).unwrap_or_else(|| {
        let (letters, digits) = book.make().number;
        let mut rng = stream(Part::Number);
        let digits = (0..digits).map(|_| char::from(b'0' + rng.random_range(0..10u8)));
        letters.chars().chain(digits).collect()
    });
    let place = (book.place.clone()).unwrap_or_else(|| {
        let places = book.state.places;
        let at = stream(Part::Place).random_range(0..places.len().max(1));
        places.get(at).copied().unwrap_or_default().to_owned()
    });
    let page = Holds {
        code: book.state.code_on(book.kind, issued).to_owned(),
        issuer: book.state.code.to_owned(),
        number,
        surname: book.surname.clone(),
        given: book.given.clone(),
        nationality: book.state.code.to_owned(),
        birth: book.birth,
        sex: book.sex,
        expiry: (book.expires).unwrap_or_else(|| issued.plus_years(book.make().years)),
        optional: String::new(),
    };
    let made = if book.oddity == Some(Oddity::WornBook) {
        Made::Worn
    } else {
        Made::Genuine
    };
    let punched =
        (book.make().features.contains(&Feature::Perforation)).then(|| page.number.clone());
    let face = holder(book, &mut stream(Part::Holder));
    Matter {
        today: book.today,
        traveller: Traveller {
            face,
            says_birth: book.birth,
            says_place: place.clone(),
        },
        registers: Registers {
            crossings: book.stamps.clone(),
            ..Registers::default()
        },
        document: Document {
            kind: book.kind,
            zone: zone::write(book.kind.format(), &page),
            issued,
            place,
            photo: photo(book, issued, face),
            features: book.make().features.iter().map(|f| (*f, made)).collect(),
            punched,
            stamps: if passport {
                book.stamps.clone()
            } else {
                Vec::new()
            },
            visa: book.visa.filter(|_| passport).map(|(until, size)| Visa {
                size,
                passport: page.number.clone(),
                surname: page.surname.clone(),
                nationality: page.nationality.clone(),
                until,
            }),
            scraped: Vec::new(),
            page,
        },
    }
}

/// What is drawn.
#[derive(Clone, Copy)]
enum Part {
    Issued,
    Number,
    Place,
    Holder,
    Deed,
}

impl Part {
    fn stream(self, case: &str, document: &str) -> ChaCha8Rng {
        // No id has a zero byte.
        let seed = Sha256::digest(format!("{case}\0{document}"));
        let mut rng = ChaCha8Rng::from_seed(seed.into());
        rng.set_stream(self as u64);
        rng
    }
}

/// A day within the time that a book is valid; before its stamps, and old where the oddity wants it so.
fn drawn_issue(book: &Book, rng: &mut impl Rng) -> Day {
    let old = matches!(book.oddity, Some(Oddity::OldCode | Oddity::Aged));
    let most = (book.make().years - 1).max(1);
    let years = rng.random_range(1..=most);
    let (month, day) = (rng.random_range(1..=12), rng.random_range(1..=27));
    let stamped = book.stamps.iter().map(|s| s.day.year - 1).min();
    let drawn = book.today.year - if old { most } else { years };
    let year = drawn.min(stamped.unwrap_or(drawn));
    Day::new(year.max(book.birth.year + 1), month, day)
}

fn holder(book: &Book, rng: &mut impl Rng) -> Face {
    let of = &book.holder;
    let (hair, glasses) = (rng.random_range(0..4), rng.random_ratio(1, 4));
    let bytes = rng.random();
    let mut build = Build::from_bytes(book.sex == zone::Sex::Female, bytes);
    build.skin = of.skin.unwrap_or(build.skin);
    build.hair = of.hair_colour.unwrap_or(build.hair);
    build.beard = of.beard.map_or(build.beard, Beard::kind);
    let age = of.age.unwrap_or_else(|| age_on(book.birth, book.today));
    let hair = of.hair.map_or(hair, Hair::kind);
    let face = Face::new(age, hair, of.glasses.unwrap_or(glasses), bytes).with(build);
    let said = of.traits().into_iter();
    said.filter_map(|(_, of, kind)| Some((of, kind?)))
        .fold(face, |face, (of, kind)| face.having(of, kind))
}

/// The holder on the day of issue; of an impostor, somebody of the age that the book says.
fn photo(book: &Book, issued: Day, holder: Face) -> Face {
    let mut photo = holder;
    photo.age = if matches!(book.fraud, Some(FraudFile::Impostor(_))) {
        age_on(book.birth, issued)
    } else {
        holder.age.saturating_sub(age_on(issued, book.today))
    };
    if matches!(book.oddity, Some(Oddity::OtherHair | Oddity::Aged)) {
        photo.hair = (holder.hair + 1) % 4;
        photo.glasses = !holder.glasses;
    }
    photo.hair = book.photo.hair.map_or(photo.hair, Hair::kind);
    photo.glasses = book.photo.glasses.unwrap_or(photo.glasses);
    photo
}

/// Whole years from one day to another; 0 if it is the wrong way round.
#[must_use]
pub fn age_on(birth: Day, day: Day) -> u8 {
    let before = (day.month, day.day) < (birth.month, birth.day);
    u8::try_from(day.year - birth.year - i32::from(before)).unwrap_or(0)
}

fn deed(fraud: &FraudFile, matter: &Matter, rng: &mut impl Rng) -> Deed {
    let number = &matter.document.page.number;
    match fraud {
        FraudFile::AlteredBirth { effort, years } => Deed::Altered {
            field: Field::Birth,
            effort: *effort,
            to: Says::Day(matter.document.page.birth.plus_years(-i32::from(*years))),
        },
        FraudFile::Altered { field, effort } => Deed::Altered {
            field: *field,
            effort: *effort,
            to: altered(*field, matter, rng),
        },
        FraudFile::PhotoSubstituted => Deed::PhotoSubstituted,
        FraudFile::PageSubstituted => Deed::PageSubstituted(another_number(number, rng)),
        FraudFile::Counterfeit { imitated, missing } => {
            let imitated = imitated.iter().map(|f| (*f, Made::Imitated));
            let missing = missing.iter().map(|f| (*f, Made::Missing));
            Deed::Counterfeit(imitated.chain(missing).collect())
        }
        FraudFile::StolenBlank => Deed::StolenBlank,
        FraudFile::Impostor(differs) => {
            let mut differs = differs.clone();
            differs.sort();
            differs.dedup();
            Deed::Impostor(differs)
        }
        FraudFile::Fantasy(code) => Deed::Fantasy(code.clone()),
        FraudFile::FraudulentlyObtained => Deed::FraudulentlyObtained,
        FraudFile::FalseStamp { on } => Deed::FalseStamp(Stamp {
            day: day(*on),
            entry: true,
        }),
        FraudFile::MissingStamp { on } => {
            let on = day(*on);
            let mut all = matter.document.stamps.iter();
            let taken = all.find(|s| s.day == on).copied();
            Deed::MissingStamp(taken.unwrap_or(Stamp {
                day: on,
                entry: true,
            }))
        }
        FraudFile::VisaUnlike(part) => Deed::drawn(Fraud::VisaUnlike(*part), matter, rng),
        FraudFile::VisaOfAnother => Deed::VisaOfAnother(another_number(number, rng)),
    }
}

/// A day as a file writes it; what is 0 is unknown.
#[must_use]
pub fn day((year, month, day): YearMonthDay) -> Day {
    let known = |n: u8| (n > 0).then_some(n);
    Day {
        year: year.into(),
        month: known(month),
        day: known(month).and(known(day)),
    }
}

/// A stamp as a file writes it.
#[must_use]
pub fn stamp(file: super::file::StampFile) -> Stamp {
    let (on, entry) = file.parts();
    Stamp {
        day: day(on),
        entry,
    }
}

impl Hair {
    /// As [`Face::hair`] has it.
    #[must_use]
    pub fn kind(self) -> u8 {
        self as u8
    }
}

impl Beard {
    /// As [`Build::beard`] has it.
    #[must_use]
    pub fn kind(self) -> u8 {
        self as u8
    }
}
