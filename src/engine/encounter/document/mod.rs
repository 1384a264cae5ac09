//! The document bench: a passport of a state that does not exist, its holder at the counter, the specimen,
//! the registers, and the officer who looks for two facts that conflict.
//!
//! After ICAO Doc 9303 (zones, Part 2 on protection) and the handbook kinds of document fraud: counterfeit,
//! forged, fantasy, impostor, fraudulently obtained. A zone whose digits are right never proves a document.

use serde::{Deserialize, Serialize};

pub mod bench;
pub mod face;
pub mod fraud;
pub mod generate;
pub mod issuer;
pub mod policy;
pub mod zone;

use face::{Face, Trait};
use issuer::{Feature, Issuer, issuer};
use zone::{Checked, Day, Format, Holds, Read, Sex};

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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    pub day: Day,
    pub entry: bool,
}

/// A visa glued into the book.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visa {
    /// The number of the passport for which it was made out.
    pub passport: String,
    pub surname: String,
    pub until: Day,
}

/// A passport as it lies on the bench.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// What the visual zone says.
    pub page: Holds,
    pub issued: Day,
    pub place: String,
    pub zone: Vec<String>,
    pub photo: Face,
    /// What the state's books have, and how it is in this one.
    pub features: Vec<(Feature, Made)>,
    /// The number that is punched through the other pages, where the state's books have it.
    pub punched: Option<String>,
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
    /// The register of lost and stolen documents has the number.
    Lost,
    /// The entry and exit record, by its line.
    Crossing(u8),
    /// That the entry and exit record has no line for a stamp.
    NoCrossing,
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
        zone::read(Format::Td3, &self.document.zone, self.today.year).ok()
    }

    /// All facts that can be seen here.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let document = &self.document;
        let fields = Field::ALL.into_iter();
        let mut all: Vec<Fact> = fields.clone().map(Fact::Page).collect();
        all.extend([Fact::Issued, Fact::Place]);
        all.extend(fields.map(Fact::Zone));
        all.extend(
            [
                Checked::Number,
                Checked::Birth,
                Checked::Expiry,
                Checked::Personal,
                Checked::Composite,
            ]
            .map(Fact::Digit),
        );
        all.extend(Trait::ALL.map(Fact::Photo));
        all.extend(Trait::ALL.map(Fact::Face));
        all.extend(document.features.iter().map(|(f, _)| Fact::Protection(*f)));
        if let Some(specimen) = self.specimen() {
            all.extend(specimen.features.iter().map(|f| Fact::Specimen(*f)));
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
            all.extend([Fact::VisaNumber, Fact::VisaName]);
        }
        all.push(Fact::Lost);
        all.extend(count(self.registers.crossings.len()).map(Fact::Crossing));
        all.extend([
            Fact::NoCrossing,
            Fact::OtherName,
            Fact::SaidBirth,
            Fact::SaidPlace,
        ]);
        all
    }

    /// Whether two facts cannot both be right. It does not matter which is named first.
    #[must_use]
    pub fn conflict(&self, a: Fact, b: Fact) -> bool {
        self.ordered(a, b) || self.ordered(b, a)
    }

    fn ordered(&self, a: Fact, b: Fact) -> bool {
        let document = &self.document;
        let page = &document.page;
        let specimen = self.specimen();
        match (a, b) {
            (Fact::Page(f), Fact::Zone(g)) if f == g => self.zone_differs(f),
            (Fact::Zone(field), Fact::Digit(digit)) => {
                let own = match digit {
                    Checked::Number => field == Field::Number,
                    Checked::Birth => field == Field::Birth,
                    Checked::Expiry => field == Field::Expiry,
                    Checked::Personal => false,
                    Checked::Composite => {
                        matches!(field, Field::Number | Field::Birth | Field::Expiry)
                    }
                };
                own && self.read().is_some_and(|r| r.wrong.contains(&digit))
            }
            (Fact::Photo(t), Fact::Face(u)) if t == u => {
                document.photo.of(t) != self.traveller.face.of(t)
            }
            (Fact::Protection(f), Fact::Specimen(g)) if f == g => document
                .features
                .iter()
                .any(|(own, made)| *own == f && !matches!(made, Made::Genuine | Made::Worn)),
            (Fact::Page(Field::Number), Fact::SpecimenNumber) => {
                specimen.is_some_and(|s| !s.numbers(&page.number))
            }
            (Fact::Page(Field::Code) | Fact::Zone(Field::Code), Fact::SpecimenCode) => {
                specimen.is_some_and(|s| s.code_on(document.issued) != page.code)
            }
            (Fact::Issued, Fact::Page(Field::Expiry)) => page.expiry <= document.issued,
            (Fact::Page(Field::Expiry) | Fact::Issued, Fact::SpecimenYears) => {
                specimen.is_some_and(|s| page.expiry > document.issued.plus_years(s.years))
            }
            (Fact::Page(Field::Nationality | Field::Code), Fact::SpecimenState) => {
                specimen.is_none()
            }
            (Fact::Place, Fact::SpecimenState) => {
                specimen.is_some_and(|s| !s.places.contains(&document.place.as_str()))
            }
            (Fact::Page(Field::Number) | Fact::Zone(Field::Number), Fact::Punched) => {
                document.punched.as_ref().is_some_and(|p| *p != page.number)
            }
            (Fact::Page(Field::Number) | Fact::Zone(Field::Number) | Fact::Punched, Fact::Lost) => {
                self.registers.lost.contains(&page.number)
            }
            (Fact::Stamp(n), Fact::NoCrossing) => document
                .stamps
                .get(usize::from(n))
                .is_some_and(|s| !self.registers.crossings.contains(s)),
            (Fact::Stamp(n), Fact::Issued) => document
                .stamps
                .get(usize::from(n))
                .is_some_and(|s| s.day < document.issued),
            (Fact::Page(Field::Number) | Fact::Punched, Fact::VisaNumber) => {
                let visa = document.visa.as_ref();
                visa.is_some_and(|v| v.passport != page.number)
            }
            (Fact::Page(Field::Surname), Fact::VisaName) => {
                let visa = document.visa.as_ref();
                visa.is_some_and(|v| v.surname != page.surname)
            }
            (Fact::Page(Field::Surname | Field::Given), Fact::OtherName) => {
                self.registers.other_name
            }
            (Fact::Page(Field::Birth) | Fact::Zone(Field::Birth), Fact::SaidBirth) => {
                page.birth != self.traveller.says_birth
            }
            (Fact::Place, Fact::SaidPlace) => document.place != self.traveller.says_place,
            _ => false,
        }
    }

    /// Whether a field of the zone says another thing than the page, after the rules of the zone: a name may
    /// be transliterated and cut.
    fn zone_differs(&self, field: Field) -> bool {
        let page = &self.document.page;
        let Some(zone) = self.read() else {
            return true;
        };
        // A name is as it should be if the page's would have been written so.
        let written = zone::read(
            Format::Td3,
            &zone::write(Format::Td3, page),
            self.today.year,
        );
        let name = |of: fn(&Read) -> &String| written.as_ref().map(of) != Ok(of(&zone));
        match field {
            Field::Code => zone.code != page.code,
            Field::Surname => name(|read| &read.surname),
            Field::Given => name(|read| &read.given),
            Field::Number => zone.number != page.number,
            Field::Nationality => zone.nationality != page.nationality,
            Field::Birth => zone.birth != page.birth.zone(),
            Field::Sex => {
                let own = match page.sex {
                    Sex::Female => 'F',
                    Sex::Male => 'M',
                    Sex::Unspecified => '<',
                };
                zone.sex != own
            }
            Field::Expiry => zone.expiry != page.expiry.zone(),
        }
    }

    /// Every two facts that conflict, each pair once.
    #[must_use]
    pub fn conflicts(&self) -> Vec<(Fact, Fact)> {
        let facts = self.facts();
        let mut found = Vec::new();
        for (n, a) in facts.iter().enumerate() {
            for b in &facts[n + 1..] {
                if self.conflict(*a, *b) {
                    found.push((*a, *b));
                }
            }
        }
        found
    }
}
