//! Travel documents: a passport or an identity card of a state that does not exist, its holder at the counter, the specimen, the
//! registers, what can be done to a document, and which two facts conflict.
//!
//! After ICAO Doc 9303 (zones, Part 2 on protection) and the handbook kinds of document fraud: counterfeit,
//! forged, fantasy, impostor, fraudulently obtained. A zone whose digits are right never proves a document.
//!
//! This module knows no case and no play: the format reckons with it when it checks what an author describes
//! (`scenario::documents`), and the bench plays by it (`engine::encounter::document`).

mod conflict;
pub mod deed;
pub mod face;
pub mod fraud;
pub mod issuer;
pub mod zone;

use serde::{Deserialize, Serialize};

use face::{Face, Trait};
use fraud::{Fraud, Oddity};
use issuer::{Feature, Issuer, Kind, issuer};
use zone::{Checked, Day, Format, Holds, Read};

/// A field that stands both in the visual zone and in the machine-readable one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    Code,
    Surname,
    Given,
    Number,
    Nationality,
    Birth,
    Sex,
    Expiry,
}

impl Field {
    pub const ALL: [Self; 8] = [
        Self::Code,
        Self::Surname,
        Self::Given,
        Self::Number,
        Self::Nationality,
        Self::Birth,
        Self::Sex,
        Self::Expiry,
    ];
}

/// How a feature of protection is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Made {
    Genuine,
    /// Something that is to look like it.
    Imitated,
    Missing,
    /// Genuine, and scratched or torn.
    Disturbed,
    /// Genuine, and dull from use: no sign of anything.
    Worn,
}

/// A stamp of the state whose counter this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Stamp {
    pub day: Day,
    pub entry: bool,
}

/// How large a visa is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum VisaSize {
    /// A part of a page (MRV-B).
    #[default]
    Small,
    /// All of a page (MRV-A).
    FullPage,
}

impl VisaSize {
    pub const ALL: [Self; 2] = [Self::Small, Self::FullPage];

    /// How its zone is laid out.
    #[must_use]
    pub fn format(self) -> Format {
        match self {
            Self::Small => Format::MrvB,
            Self::FullPage => Format::MrvA,
        }
    }
}

/// A visa glued into the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visa {
    pub size: VisaSize,
    /// The number of the passport for which it was made out.
    pub passport: String,
    pub surname: String,
    /// Code of the holder's state.
    pub nationality: String,
    pub until: Day,
}

/// A passport or an identity card as it lies on the bench.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub kind: Kind,
    /// What the visual zone says.
    pub page: Holds,
    pub issued: Day,
    pub place: String,
    pub zone: Vec<String>,
    pub photo: Face,
    /// What the state's documents of this kind have, and how it is in this one.
    pub features: Vec<(Feature, Made)>,
    /// The number that is punched through the other pages, where the state's books have it.
    pub punched: Option<String>,
    /// A card has none, and no visa.
    pub stamps: Vec<Stamp>,
    pub visa: Option<Visa>,
    /// The writing that was rubbed out and written over, where the paper shows it.
    pub scraped: Vec<Fact>,
}

/// Who stands at the counter, and says what is asked at any counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Traveller {
    pub face: Face,
    pub says_birth: Day,
    /// Where the book was made out.
    pub says_place: String,
}

/// What the registers hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registers {
    /// Numbers of books and of blanks that are reported lost or stolen.
    pub lost: Vec<String>,
    pub crossings: Vec<Stamp>,
    /// The issuer knows the same face under another name.
    pub other_name: bool,
}

/// The day at the counter, where nobody says another: a seed gives the same documents on every real one.
pub const TODAY: Day = Day {
    year: 2026,
    month: Some(11),
    day: Some(20),
};

/// A document and what is true of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    pub matter: Matter,
    pub fraud: Option<Fraud>,
    pub oddity: Option<Oddity>,
}

/// All that can be looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    pub today: Day,
    pub document: Document,
    pub traveller: Traveller,
    pub registers: Registers,
}

/// Something that the officer can lay a finger on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fact {
    /// In the visual zone.
    Page(Field),
    Issued,
    Place,
    /// In the machine-readable zone.
    Zone(Field),
    /// A check digit in the zone.
    Digit(Checked),
    /// A trait on the photograph.
    Photo(Trait),
    /// The same on the person.
    Face(Trait),
    /// On the document, under its light.
    Protection(Feature),
    /// In the specimen book: what the state's documents have.
    Specimen(Feature),
    /// In the specimen book: the form of numbers, the code, how long books are valid; and that the state is
    /// in it at all.
    SpecimenNumber,
    SpecimenCode,
    SpecimenYears,
    SpecimenState,
    Punched,
    Stamp(u8),
    VisaNumber,
    VisaName,
    VisaNationality,
    VisaUntil,
    /// The register of lost and stolen documents has the number.
    Lost,
    /// The entry and exit record, by its line.
    Crossing(u8),
    /// That the entry and exit record has no line for a stamp.
    NoCrossing,
    /// That a book has no stamp for a line of the record.
    NoStamp,
    /// The issuer's answer to a face.
    OtherName,
    SaidBirth,
    SaidPlace,
}

impl Matter {
    /// The specimen for the document's state, if the book has one.
    #[must_use]
    pub fn specimen(&self) -> Option<&'static Issuer> {
        issuer(&self.document.page.issuer)
    }

    /// The zone as a machine reads it; `None` if no machine could.
    #[must_use]
    pub fn read(&self) -> Option<Read> {
        zone::read(
            self.document.kind.format(),
            &self.document.zone,
            self.today.year,
        )
        .ok()
    }

    /// All facts that can be seen here.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let document = &self.document;
        let fields = Field::ALL.into_iter();
        let mut all: Vec<Fact> = fields.clone().map(Fact::Page).collect();
        all.extend([Fact::Issued, Fact::Place]);
        all.extend(fields.map(Fact::Zone));
        let book = document.kind == Kind::Passport;
        let digits = [
            Checked::Number,
            Checked::Birth,
            Checked::Expiry,
            Checked::Personal,
            Checked::Composite,
        ];
        // A card has no digit over what is optional (Part 5, 4.2.4).
        let own = |digit: &Checked| book || *digit != Checked::Personal;
        all.extend(digits.into_iter().filter(own).map(Fact::Digit));
        all.extend(Trait::ALL.map(Fact::Photo));
        all.extend(Trait::ALL.map(Fact::Face));
        all.extend(document.features.iter().map(|(f, _)| Fact::Protection(*f)));
        if let Some(specimen) = self.specimen() {
            all.extend(
                specimen
                    .make(document.kind)
                    .features
                    .iter()
                    .map(|f| Fact::Specimen(*f)),
            );
            all.extend([
                Fact::SpecimenNumber,
                Fact::SpecimenCode,
                Fact::SpecimenYears,
            ]);
        }
        all.push(Fact::SpecimenState);
        if document.punched.is_some() {
            all.push(Fact::Punched);
        }
        let count = |n: usize| 0..u8::try_from(n).unwrap_or(u8::MAX);
        all.extend(count(document.stamps.len()).map(Fact::Stamp));
        if document.visa.is_some() {
            all.extend([
                Fact::VisaNumber,
                Fact::VisaName,
                Fact::VisaNationality,
                Fact::VisaUntil,
            ]);
        }
        all.push(Fact::Lost);
        all.extend(count(self.registers.crossings.len()).map(Fact::Crossing));
        all.push(Fact::NoCrossing);
        // Nobody stamps a card.
        if book {
            all.push(Fact::NoStamp);
        }
        all.extend([Fact::OtherName, Fact::SaidBirth, Fact::SaidPlace]);
        all
    }
}
