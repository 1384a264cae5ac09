//! The machine-readable zone of a travel document (ICAO Doc 9303), in all five formats.
//!
//! The crate `mrz` writes and reads the characters: layouts and check digits (Part 3 section 4.9, Parts 4 to 7
//! section 4.2), names (Part 3 sections 4.6 and 6), unknown dates (Part 3 section 4.8), document numbers that
//! overflow (Part 5 section 4.2.2.1, Part 6 section 4.2.2.1), the document codes of 2026 (Part 4 section 4.4).
//! Here the five become one type, so that a document says what it holds and not how it is laid out, and what
//! check digits say is told field by field.

use std::fmt;

use mrz::{
    Date, MrvAFields, MrvBFields, MrzData, MrzDate, MrzError, ParseOptions, RawDateField,
    Td1Fields, Td2Fields, Td3Fields,
};
use serde::{Deserialize, Serialize};

/// The sizes of Doc 9303.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A card: three lines of 30 (Part 5).
    Td1,
    /// A larger card: two lines of 36 (Part 6).
    Td2,
    /// A passport: two lines of 44 (Part 4).
    Td3,
    /// A visa as large as a page: two lines of 44 (Part 7).
    MrvA,
    /// A smaller visa: two lines of 36 (Part 7).
    MrvB,
}

impl Format {
    pub const ALL: [Self; 5] = [Self::Td1, Self::Td2, Self::Td3, Self::MrvA, Self::MrvB];

    /// Lines, and characters in each.
    #[must_use]
    pub fn size(self) -> (usize, usize) {
        match self {
            Self::Td1 => (3, 30),
            Self::Td2 | Self::MrvB => (2, 36),
            Self::Td3 | Self::MrvA => (2, 44),
        }
    }

    /// How many characters a name has (surname, two fillers, given names).
    #[must_use]
    pub fn name_width(self) -> usize {
        match self {
            Self::Td1 => 30,
            Self::Td2 | Self::MrvB => 31,
            Self::Td3 | Self::MrvA => 39,
        }
    }
}

/// The sex as a document gives it; `X` is printed, and is the filler in the zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Sex {
    Female,
    Male,
    Unspecified,
}

impl Sex {
    /// As it is printed in the visual zone.
    #[must_use]
    pub fn printed(self) -> &'static str {
        match self {
            Self::Female => "F",
            Self::Male => "M",
            Self::Unspecified => "X",
        }
    }
}

/// A date on a document. Of a birth, the month and the day or the day alone may be unknown; the zone then has
/// fillers (Part 3 section 4.8). A year is always written in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day {
    pub year: i32,
    pub month: Option<u8>,
    pub day: Option<u8>,
}

impl Day {
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Self {
        Self {
            year,
            month: Some(month),
            day: Some(day),
        }
    }

    /// The same day so many years later; 29 February becomes 28 February.
    #[must_use]
    pub fn plus_years(self, years: i32) -> Self {
        let day = match (self.month, self.day) {
            (Some(2), Some(29)) => Some(28),
            (_, day) => day,
        };
        Self {
            year: self.year + years,
            day,
            ..self
        }
    }

    /// The six characters of the zone.
    #[must_use]
    pub fn zone(self) -> String {
        let two = |part: Option<u8>| part.map_or("<<".to_owned(), |n| format!("{n:02}"));
        format!(
            "{:02}{}{}",
            self.year.rem_euclid(100),
            two(self.month),
            two(self.day)
        )
    }

    fn mrz(self) -> MrzDate {
        match (self.month, self.day) {
            (Some(month), Some(day)) => {
                MrzDate::Calendar(Date::new(self.year, month.into(), day.into()))
            }
            _ => RawDateField::try_from(self.zone().as_str())
                .map_or(MrzDate::Unknown, MrzDate::PartiallyUnknown),
        }
    }
}

/// As it is printed: `12 AUG 1974`, `XX XX 1974`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MONTHS: [&str; 12] = [
            "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC",
        ];
        match self.day {
            Some(day) => write!(f, "{day:02} ")?,
            None => f.write_str("XX ")?,
        }
        let month = self
            .month
            .and_then(|m| MONTHS.get(usize::from(m.checked_sub(1)?)));
        write!(f, "{} {}", month.copied().unwrap_or("XX"), self.year)
    }
}

/// What a zone holds, before it is laid out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holds {
    /// One or two letters: `P`, `PP`, `I`, `V`.
    pub code: String,
    /// Three letters of the state.
    pub issuer: String,
    /// Of any length that the format can hold: over nine it overflows, in TD1 and TD2.
    pub number: String,
    pub surname: String,
    pub given: String,
    pub nationality: String,
    pub birth: Day,
    pub sex: Sex,
    pub expiry: Day,
    /// Personal number or other data of the issuer.
    pub optional: String,
}

/// Lays it out, with every check digit that the format has.
///
/// Characters that the alphabet lacks are transliterated (Part 3 section 6), and a name that is too long is
/// truncated (Parts 4 to 7 section 4.2.3).
#[must_use]
pub fn write(format: Format, holds: &Holds) -> Vec<String> {
    let (birth, expiry) = (holds.birth.mrz(), holds.expiry.mrz());
    let sex = match holds.sex {
        Sex::Female => mrz::Sex::Female,
        Sex::Male => mrz::Sex::Male,
        Sex::Unspecified => mrz::Sex::Unspecified,
    };
    let optional = Some(holds.optional.clone()).filter(|text| !text.is_empty());
    // The five have the same fields but for the name of what is optional; a card has a second such field.
    macro_rules! fields {
        ($of:ident, $optional:ident $(, $more:ident)?) => {
            $of {
                document_code: holds.code.clone(),
                issuing_country: holds.issuer.clone(),
                document_number: holds.number.clone(),
                surname: holds.surname.clone(),
                given_names: holds.given.clone(),
                nationality: holds.nationality.clone(),
                date_of_birth: birth,
                sex,
                date_of_expiry: expiry,
                $optional: optional,
                $($more: None,)?
            }
        };
    }
    let text = match format {
        Format::Td1 => mrz::format_td1(&fields!(Td1Fields, optional_data_1, optional_data_2)),
        Format::Td2 => mrz::format_td2(&fields!(Td2Fields, optional_data)),
        Format::Td3 => mrz::format_td3(&fields!(Td3Fields, personal_number)),
        Format::MrvA => mrz::format_mrv_a(&fields!(MrvAFields, optional_data)),
        Format::MrvB => mrz::format_mrv_b(&fields!(MrvBFields, optional_data)),
    };
    text.lines().map(str::to_owned).collect()
}

/// Where the check digit of a card's number stands in its first line (TD1), counted from 0: after nine characters;
/// of a longer number it follows the rest, in the optional data (Part 5, 4.2.2.1).
#[must_use]
pub fn number_digit(number: &str) -> usize {
    match number.len() {
        0..=9 => 14,
        long => 15 + (long - 9),
    }
}

/// A field that a check digit covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Checked {
    Number,
    Birth,
    Expiry,
    /// TD3 alone has one over the personal number.
    Personal,
    /// Over the others together; visas have none.
    Composite,
}

/// What stands in a zone, as it was read, and what its check digits say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub code: String,
    pub issuer: String,
    pub number: String,
    /// Without fillers; transliterated, and truncated where it was too long.
    pub surname: String,
    pub given: String,
    pub nationality: String,
    /// Six characters.
    pub birth: String,
    /// `F`, `M` or `<`.
    pub sex: char,
    pub expiry: String,
    pub optional: String,
    /// A letter in the last place of the name: there may have been more of it (Part 3 section 4.7).
    pub cut: bool,
    /// The check digits that do not fit.
    pub wrong: Vec<Checked>,
}

/// Why lines are no zone of the format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a zone of this format: {0}")]
pub struct NoZone(String);

/// Reads lines as a zone of `format`; two-digit years of birth above `year` are of the century before.
///
/// # Errors
///
/// [`NoZone`] if there are too few or too many lines or characters, or characters that no zone has.
pub fn read(format: Format, lines: &[String], year: i32) -> Result<Read, NoZone> {
    let pivot = u32::try_from(year.rem_euclid(100)).unwrap_or(0);
    let options = ParseOptions::default().with_pivot_yy(pivot);
    let line = |n: usize| lines.get(n).map_or("", String::as_str);
    if lines.len() != format.size().0 {
        return Err(NoZone(format!("{} lines", lines.len())));
    }
    let data = match format {
        Format::Td1 => mrz::parse_td1_with(line(0), line(1), line(2), &options),
        Format::Td2 => mrz::parse_td2_with(line(0), line(1), &options),
        Format::Td3 => mrz::parse_td3_with(line(0), line(1), &options),
        Format::MrvA => mrz::parse_mrv_a_with(line(0), line(1), &options),
        Format::MrvB => mrz::parse_mrv_b_with(line(0), line(1), &options),
    };
    let data = data.map_err(|e: MrzError| NoZone(e.to_string()))?;
    Ok(Read::of(format, lines, &data))
}

impl Read {
    fn of(format: Format, lines: &[String], data: &MrzData) -> Self {
        let name = match format {
            Format::Td1 => &lines[2],
            _ => &lines[0],
        };
        // Fixed places: birth and expiry follow the number in all formats but TD1.
        let (birth, expiry) = match format {
            Format::Td1 => (&lines[1][..6], &lines[1][8..14]),
            _ => (&lines[1][13..19], &lines[1][21..27]),
        };
        let checks = &data.checks;
        let all = [
            (Checked::Number, checks.document_number),
            (Checked::Birth, checks.date_of_birth),
            (Checked::Expiry, checks.date_of_expiry),
            (Checked::Personal, checks.personal_number),
            (Checked::Composite, checks.composite),
        ];
        Self {
            code: data.document_type.clone(),
            issuer: data.issuing_country.clone(),
            number: data.full_document_number().to_owned(),
            surname: data.surname.clone(),
            given: data.given_names.clone(),
            nationality: data.nationality.clone(),
            birth: birth.to_owned(),
            sex: data.sex.zone_char(),
            expiry: expiry.to_owned(),
            optional: data.optional_data_1.clone().unwrap_or_default(),
            cut: name.ends_with(|c: char| c.is_ascii_uppercase()),
            wrong: all
                .into_iter()
                .filter(|(_, fits)| *fits == Some(false))
                .map(|(field, _)| field)
                .collect(),
        }
    }
}

/// A name as the zone would have it, without room for fillers: transliterated, hyphens and spaces as one
/// space, apostrophes dropped (Part 3 sections 4.6 and 6).
#[must_use]
pub fn in_zone(name: &str) -> String {
    mrz::encode_name_component(name).replace('<', " ")
}
