//! Endless documents with known truth, from a seed.
//!
//! One in two is a fraud, and one in two has an oddity that means nothing; the two are drawn apart from
//! each other, so that an oddity tells nothing about its book. Of a drill's documents one in four is a card.

use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::face::{Build, Face};
use super::fraud::{Fraud, Oddity};
use super::issuer::{Feature, ISSUERS, Issuer, Kind, Make};
use super::zone::{self, Day, Holds, Sex};
use super::{Document, Made, Matter, Registers, Stamp, Traveller, Visa, VisaSize};
pub use super::{Example, TODAY};

/// Names that no one person has.
const SURNAMES: [&str; 12] = [
    "ERIKSSON", "VALDEZ", "OKORO", "LINDT", "MARUN", "HASSE", "TALVI", "BORRAN", "SELKO",
    "ANDRADE", "PETRIN", "OSK",
];
const GIVEN: [(&str, Sex); 12] = [
    ("ANNA MARIA", Sex::Female),
    ("INES", Sex::Female),
    ("LEYA", Sex::Female),
    ("RUTA", Sex::Female),
    ("MIRA", Sex::Female),
    ("SELA", Sex::Female),
    ("JARO", Sex::Male),
    ("TEVAN", Sex::Male),
    ("IVO", Sex::Male),
    ("MARK", Sex::Male),
    ("DARIN", Sex::Male),
    ("ELIAS", Sex::Male),
];

/// A passport of a level (1 to 3), as of `today`.
pub fn example(level: u8, today: Day, rng: &mut impl Rng) -> Example {
    example_of(Kind::Passport, level, today, rng)
}

/// A document of this kind and of a level (1 to 3), as of `today`.
pub fn example_of(kind: Kind, level: u8, today: Day, rng: &mut impl Rng) -> Example {
    let all: Vec<Oddity> = (Oddity::ALL.into_iter().filter(|o| o.fits(kind))).collect();
    let oddity = rng
        .random_ratio(1, 2)
        .then(|| all[rng.random_range(0..all.len())]);
    let fraud = rng.random_ratio(1, 2);
    let state = ISSUERS[rng.random_range(0..ISSUERS.len())];
    let mut matter = genuine_of(kind, state, oddity, today, rng);
    let fraud = if fraud {
        Fraud::drawn(level, &matter, rng)
    } else {
        None
    };
    if let Some(fraud) = fraud {
        fraud.commit(&mut matter, rng);
    }
    Example {
        matter,
        fraud,
        oddity,
    }
}

/// The document of a drill: the same whenever seed and level are the same, and another one at each level.
#[must_use]
pub fn drill(level: u8, seed: u64) -> Example {
    let stream = |number: u64| {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(number);
        rng
    };
    // Drawn apart, so that what kind it is moves nothing else.
    let kind = if stream(CARDS + u64::from(level)).random_ratio(1, 4) {
        Kind::IdentityCard
    } else {
        Kind::Passport
    };
    example_of(kind, level, TODAY, &mut stream(level.into()))
}

/// The stream of the kind at level 0; levels have their own below.
const CARDS: u64 = 1 << 8;

/// An honest traveller with a genuine book.
pub fn genuine(oddity: Option<Oddity>, today: Day, rng: &mut impl Rng) -> Matter {
    let state = ISSUERS[rng.random_range(0..ISSUERS.len())];
    genuine_of(Kind::Passport, state, oddity, today, rng)
}

/// An honest traveller of this state with a genuine document.
pub fn genuine_of(
    kind: Kind,
    state: Issuer,
    oddity: Option<Oddity>,
    today: Day,
    rng: &mut impl Rng,
) -> Matter {
    let book = kind == Kind::Passport;
    let make = state.make(kind);
    let odd = |which: Oddity| oddity == Some(which);
    let years = if odd(Oddity::OldCode) || odd(Oddity::Aged) {
        // Old, and valid still.
        make.years - 2
    } else {
        rng.random_range(0..make.years - 1)
    };
    let issued = day(today.year - years - 1, rng);
    let (given, sex) = GIVEN[rng.random_range(0..GIVEN.len())];
    let surname = SURNAMES[rng.random_range(0..SURNAMES.len())];
    let (surname, given) = match oddity {
        Some(Oddity::LongName) => (
            format!("{surname} DE LA VERANDERA"),
            match sex {
                Sex::Male => format!("{given} MAXIMILIANO BARTOLOMEO"),
                _ => format!("{given} CRISTOBALINA ESPERANZA"),
            },
        ),
        Some(Oddity::Accents) => {
            let second = if sex == Sex::Male { "NOËL" } else { "ZOË" };
            let given = if book {
                format!("{given} {second}")
            } else {
                // A card's zone has 30 characters for a name, and none is to be cut.
                second.to_owned()
            };
            (format!("D'{surname}-MÜLLER"), given)
        }
        _ => (surname.to_owned(), given.to_owned()),
    };
    let age = rng.random_range(20..62);
    let mut birth = day(today.year - age, rng);
    if odd(Oddity::UnknownBirthday) {
        (birth.month, birth.day) = (None, None);
    }
    let page = Holds {
        code: state.code_on(kind, issued).to_owned(),
        issuer: state.code.to_owned(),
        number: number(make, rng),
        surname,
        given,
        nationality: state.code.to_owned(),
        birth,
        sex,
        expiry: issued.plus_years(make.years),
        optional: String::new(),
    };
    let (hair, glasses) = (rng.random_range(0..4), rng.random_ratio(1, 4));
    let bytes = rng.random();
    let person = Face::new(u8::try_from(age).unwrap_or(40), hair, glasses, bytes)
        .with(Build::from_bytes(sex == Sex::Female, bytes));
    let since = u8::try_from(today.year - issued.year).unwrap_or(0);
    let mut photo = person;
    photo.age = person.age.saturating_sub(since);
    if odd(Oddity::OtherHair) || odd(Oddity::Aged) {
        photo.hair = (person.hair + 1) % 4;
        photo.glasses = !person.glasses;
    }
    let made = if odd(Oddity::WornBook) {
        Made::Worn
    } else {
        Made::Genuine
    };
    let features = make.features.iter().map(|f| (*f, made)).collect();
    let punched = make
        .features
        .contains(&Feature::Perforation)
        .then(|| page.number.clone());
    let place = state.places[rng.random_range(0..state.places.len())];
    let crossings = stamps(issued, today, rng);
    let visa = (rng.random_ratio(1, 2) && book).then(|| Visa {
        size: visa_size(&page.number),
        passport: page.number.clone(),
        surname: page.surname.clone(),
        nationality: page.nationality.clone(),
        // No visa runs longer than its book.
        until: Day::new(today.year + 1, 6, 30).min(page.expiry),
    });
    Matter {
        today,
        document: Document {
            kind,
            zone: zone::write(kind.format(), &page),
            issued,
            place: place.to_owned(),
            photo,
            features,
            punched,
            stamps: if book { crossings.clone() } else { Vec::new() },
            visa,
            scraped: Vec::new(),
            page,
        },
        traveller: Traveller {
            face: person,
            says_birth: birth,
            says_place: place.to_owned(),
        },
        registers: Registers {
            lost: Vec::new(),
            crossings,
            other_name: false,
        },
    }
}

/// Honest crossings, by day. Not all are pairs: who is here has not left yet, and who came in over another border
/// has an exit alone.
fn stamps(issued: Day, today: Day, rng: &mut impl Rng) -> Vec<Stamp> {
    let visits = rng.random_range(0..4);
    let (here, elsewhere) = (rng.random_ratio(1, 2), rng.random_ratio(1, 4));
    let mut all = Vec::new();
    for n in 0..visits {
        let first = day(issued.year + 1 + n, rng);
        let second = Day {
            day: Some(28),
            ..first
        };
        if n > 0 || !elsewhere {
            all.push(Stamp {
                day: first,
                entry: true,
            });
        }
        if n + 1 < visits || !here {
            all.push(Stamp {
                day: second,
                entry: false,
            });
        }
    }
    all.retain(|s| s.day > issued && s.day < today);
    all.sort_by_key(|s| s.day);
    all
}

fn day(year: i32, rng: &mut impl Rng) -> Day {
    Day::new(year, rng.random_range(1..=12), rng.random_range(1..=27))
}

/// One visa in three or so is as large as a page. The number of the book says which: another draw would move all that
/// is drawn after it.
fn visa_size(number: &str) -> VisaSize {
    match number.bytes().last() {
        Some(b'0' | b'4' | b'8') => VisaSize::FullPage,
        _ => VisaSize::Small,
    }
}

fn number(make: &Make, rng: &mut impl Rng) -> String {
    let (letters, digits) = make.number;
    let digits = (0..digits).map(|_| char::from(b'0' + rng.random_range(0..10u8)));
    letters.chars().chain(digits).collect()
}
