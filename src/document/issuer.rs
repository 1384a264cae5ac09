//! The states that issue documents here. None exists; each has its own way of making them.

use serde::{Deserialize, Serialize};

use super::zone::{Day, Format};

/// What kind of document it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Kind {
    /// A book with a data page (TD3), stamps and visas.
    #[default]
    Passport,
    /// A card with a front and a back (TD1), and no room for anything else.
    IdentityCard,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Passport, Self::IdentityCard];

    /// How its zone is laid out.
    #[must_use]
    pub fn format(self) -> Format {
        match self {
            Self::Passport => Format::Td3,
            Self::IdentityCard => Format::Td1,
        }
    }
}

/// What a document is protected with.
///
/// Levels as in the field: what is seen and felt at once, and what wants a lamp or a magnifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Feature {
    /// Fine unbroken lines in two colours under the text.
    Guilloche,
    /// Letters too small for the eye, printed as a line.
    Microprint,
    /// Ink that stands up from the paper.
    Relief,
    /// Two halves of a picture, front and back, that meet against the light.
    SeeThrough,
    /// A picture in the paper itself.
    Watermark,
    /// A foil over the portrait that changes as it is tilted.
    Hologram,
    /// Threads in the paper that glow.
    Fibres,
    /// A picture that shows under ultraviolet light alone.
    UvPrint,
    /// The number of the book, punched through its pages by laser.
    Perforation,
}

impl Feature {
    pub const ALL: [Self; 9] = [
        Self::Guilloche,
        Self::Microprint,
        Self::Relief,
        Self::SeeThrough,
        Self::Watermark,
        Self::Hologram,
        Self::Fibres,
        Self::UvPrint,
        Self::Perforation,
    ];

    /// Under what it is judged.
    #[must_use]
    pub fn light(self) -> Light {
        match self {
            Self::Guilloche | Self::Microprint => Light::Magnified,
            Self::Relief | Self::Hologram => Light::Oblique,
            Self::SeeThrough | Self::Watermark | Self::Perforation => Light::Transmitted,
            Self::Fibres | Self::UvPrint => Light::Ultraviolet,
        }
    }
}

/// How the officer looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Light {
    /// White light and the magnifier.
    Magnified,
    /// From the side.
    Oblique,
    /// From behind.
    Transmitted,
    Ultraviolet,
}

impl Light {
    pub const ALL: [Self; 4] = [
        Self::Magnified,
        Self::Oblique,
        Self::Transmitted,
        Self::Ultraviolet,
    ];
}

/// How a state makes its documents: what stands in the specimen book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Issuer {
    pub code: &'static str,
    pub name: &'static str,
    /// What its people are called on the page.
    pub people: &'static str,
    pub book: Make,
    pub card: Make,
    /// The first day on which books have the second letter in their code (`PP`).
    pub second_letter: Option<Day>,
    /// Where its documents are made out.
    pub places: &'static [&'static str],
}

/// How a state makes one kind of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Make {
    /// Letters that the numbers begin with, and how many digits follow.
    pub number: (&'static str, usize),
    /// How long an adult's document is valid, in years.
    pub years: i32,
    pub features: &'static [Feature],
}

impl Issuer {
    /// How it makes documents of this kind.
    #[must_use]
    pub fn make(&self, kind: Kind) -> &Make {
        match kind {
            Kind::Passport => &self.book,
            Kind::IdentityCard => &self.card,
        }
    }

    /// The document code of a book or a card made out on this day. No second letter was ever asked for on cards.
    #[must_use]
    pub fn code_on(&self, kind: Kind, issued: Day) -> &'static str {
        match (kind, self.second_letter) {
            (Kind::IdentityCard, _) => "I",
            (Kind::Passport, Some(from)) if issued >= from => "PP",
            (Kind::Passport, _) => "P",
        }
    }
}

impl Make {
    /// Whether a number has the form of these documents.
    #[must_use]
    pub fn numbers(&self, number: &str) -> bool {
        let (letters, digits) = self.number;
        number
            .strip_prefix(letters)
            .is_some_and(|rest| rest.len() == digits && rest.bytes().all(|b| b.is_ascii_digit()))
    }
}

const fn first_of(year: i32, month: u8) -> Day {
    Day {
        year,
        month: Some(month),
        day: Some(1),
    }
}

/// The states of the specimen book.
pub const ISSUERS: [Issuer; 4] = [
    Issuer {
        code: "UTO",
        name: "Utopia",
        people: "Utopian",
        book: Make {
            number: ("L", 8),
            years: 10,
            features: &[
                Feature::Guilloche,
                Feature::Microprint,
                Feature::Relief,
                Feature::Watermark,
                Feature::Hologram,
                Feature::Fibres,
                Feature::UvPrint,
                Feature::Perforation,
            ],
        },
        card: Make {
            number: ("D", 8),
            years: 10,
            features: &[
                Feature::Guilloche,
                Feature::Microprint,
                Feature::Relief,
                Feature::Hologram,
                Feature::UvPrint,
            ],
        },
        second_letter: Some(first_of(2026, 1)),
        places: &["Port Amalia", "Senn"],
    },
    Issuer {
        code: "XVB",
        name: "Velmark and Borra",
        people: "Velmarkian",
        book: Make {
            number: ("VB", 7),
            years: 5,
            features: &[
                Feature::Guilloche,
                Feature::Microprint,
                Feature::SeeThrough,
                Feature::Watermark,
                Feature::Hologram,
                Feature::UvPrint,
            ],
        },
        card: Make {
            number: ("VC", 7),
            years: 5,
            features: &[
                Feature::Guilloche,
                Feature::Microprint,
                Feature::SeeThrough,
                Feature::Hologram,
                Feature::UvPrint,
            ],
        },
        second_letter: Some(first_of(2026, 7)),
        places: &["Orholt", "Borra Town"],
    },
    Issuer {
        code: "XKS",
        name: "Kessaria",
        people: "Kessarian",
        book: Make {
            number: ("", 9),
            years: 10,
            features: &[
                Feature::Guilloche,
                Feature::Relief,
                Feature::SeeThrough,
                Feature::Watermark,
                Feature::Fibres,
                Feature::UvPrint,
                Feature::Perforation,
            ],
        },
        card: Make {
            // Over nine characters: in the zone the rest of it stands in the optional data.
            number: ("K", 11),
            years: 10,
            features: &[
                Feature::Guilloche,
                Feature::Relief,
                Feature::SeeThrough,
                Feature::UvPrint,
            ],
        },
        second_letter: None,
        places: &["Kess", "Talia", "Nubar"],
    },
    Issuer {
        code: "XDN",
        name: "Dunmar",
        people: "Dunmari",
        book: Make {
            number: ("D", 7),
            years: 5,
            features: &[
                Feature::Guilloche,
                Feature::Relief,
                Feature::Watermark,
                Feature::Fibres,
            ],
        },
        card: Make {
            number: ("C", 7),
            years: 5,
            features: &[
                Feature::Guilloche,
                Feature::Microprint,
                Feature::Relief,
                Feature::Fibres,
            ],
        },
        second_letter: None,
        places: &["Dunmar City", "Hasse"],
    },
];

/// The state with this code, if the specimen book has it.
#[must_use]
pub fn issuer(code: &str) -> Option<&'static Issuer> {
    ISSUERS.iter().find(|i| i.code == code)
}
