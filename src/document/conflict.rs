//! Which two facts cannot both be right.

use super::zone::{self, Checked, Format, Read, Sex};
use super::{Fact, Field, Made, Matter};

impl Matter {
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
