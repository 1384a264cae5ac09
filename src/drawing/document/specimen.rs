//! The specimen book: the same drawing of a book that nobody has, with a word across.

use super::design::{Letters, design};
use super::text::{Anchor, element};
use super::{Cx, Drawn, Sheet, draw_with};
use crate::drawing::ink::Ink;
use crate::engine::encounter::document::face::{Build, Face};
use crate::engine::encounter::document::issuer::{Feature, Issuer, Kind, Light, issuer};
use crate::engine::encounter::document::zone::{Day, Holds, Sex, write};
use crate::engine::encounter::document::{Document, Fact, Field, Made};

/// A genuine document of the state, made out to nobody.
#[must_use]
pub fn specimen_document(state: &Issuer, kind: Kind) -> Document {
    let make = state.make(kind);
    let issued = state.second_letter.unwrap_or(Day::new(2024, 3, 1));
    let (letters, digits) = make.number;
    let number = letters.to_owned() + &"0".repeat(digits);
    let tone = u8::try_from(make.years % 2).unwrap_or(0);
    let page = Holds {
        code: state.code_on(kind, issued).to_owned(),
        issuer: state.code.to_owned(),
        number: number.clone(),
        surname: "SPECIMEN".to_owned(),
        given: match kind {
            Kind::Passport => "SAMPLE PAGE",
            Kind::IdentityCard => "SAMPLE CARD",
        }
        .to_owned(),
        nationality: state.code.to_owned(),
        birth: Day::new(1990, 1, 1),
        sex: Sex::Female,
        expiry: issued.plus_years(make.years),
        optional: String::new(),
    };
    let build = Build {
        soft: true,
        skin: 1 + tone,
        hair: 1,
        beard: 0,
    };
    Document {
        kind,
        zone: write(kind.format(), &page),
        issued,
        place: state.places.first().copied().unwrap_or_default().to_owned(),
        photo: Face::new(34, 2, false, [0, 0, 0, 1, 0, 0]).with(build),
        features: make.features.iter().map(|f| (*f, Made::Genuine)).collect(),
        punched: make
            .features
            .contains(&Feature::Perforation)
            .then_some(number),
        stamps: Vec::new(),
        visa: None,
        scraped: Vec::new(),
        page,
    }
}

/// The state's specimen under a light, with the places of what the specimen book says; `None` for a state that
/// is not in the book.
#[must_use]
pub fn specimen(code: &str, sheet: Sheet, light: Light) -> Option<Drawn> {
    let state = issuer(code)?;
    let kind = match sheet {
        Sheet::Data | Sheet::Stamps | Sheet::Visa => Kind::Passport,
        Sheet::Front | Sheet::Back => Kind::IdentityCard,
    };
    let document = specimen_document(state, kind);
    let mut drawn = draw_with(&document, sheet, light, true);
    drawn.places = drawn
        .places
        .into_iter()
        .filter_map(|(fact, place)| {
            let says = match fact {
                Fact::Protection(feature) => Fact::Specimen(feature),
                Fact::Page(Field::Number) => Fact::SpecimenNumber,
                Fact::Page(Field::Code) => Fact::SpecimenCode,
                Fact::Page(Field::Expiry) => Fact::SpecimenYears,
                Fact::Page(Field::Nationality) => Fact::SpecimenState,
                _ => return None,
            };
            Some((says, place))
        })
        .collect();
    Some(drawn)
}

pub(super) fn overprint(cx: &mut Cx) {
    let ink = design(&cx.document.page.issuer)
        .palette
        .emblem
        .mix(Ink(150, 30, 40), 0.5);
    let own = Letters {
        size: 20.0,
        tracking: 2.6,
        bold: true,
        mono: false,
        squeeze: 0.8,
        slant: 0.0,
    };
    let paint = cx.pen.ink(ink).to_string();
    let text = element(
        (0.0, 0.0),
        Anchor::Middle,
        &own,
        &paint,
        "SPECIMEN",
        r#"fill-opacity=".15""#,
    );
    let (x, y) = cx.page.middle();
    cx.pen.raw(&format!(
        r#"<g transform="translate({x} {y}) rotate(-24)">{text}</g>"#
    ));
}
