//! Which two facts cannot both be right.
//!
//! A field says the same wherever it stands: what holds against the page holds against the zone, unless the two
//! differ. So each rule is about what a fact *says*, and the page's form is compared with the zone's by the
//! rules of the zone (Doc 9303 Part 3, sections 4.6 to 4.8).

use std::cell::OnceCell;
use std::ops::Deref;

use super::issuer::{Feature, Kind};
use super::zone::{self, Checked, Day, Holds, Read, Sex};
use super::{Fact, Field, Made, Matter};

impl Matter {
    /// Whether two facts cannot both be right. It does not matter which is named first.
    #[must_use]
    pub fn conflict(&self, a: Fact, b: Fact) -> bool {
        Told::of(self).conflict(a, b)
    }

    /// Every two facts that conflict, each pair once.
    #[must_use]
    pub fn conflicts(&self) -> Vec<(Fact, Fact)> {
        self.conflicts_among(self.facts()).collect()
    }

    /// Every two of these facts that conflict, each pair once, in their order; looked for only as far as is asked.
    pub fn conflicts_among(&self, facts: Vec<Fact>) -> impl Iterator<Item = (Fact, Fact)> {
        let told = Told::of(self);
        let (mut first, mut second) = (0, 0);
        std::iter::from_fn(move || {
            while let Some(a) = facts.get(first) {
                second += 1;
                match facts.get(second) {
                    Some(b) if told.conflict(*a, *b) => return Some((*a, *b)),
                    Some(_) => {}
                    None => {
                        first += 1;
                        second = first;
                    }
                }
            }
            None
        })
    }
}

/// What is compared, with its zone read once for all pairs.
struct Told<'m> {
    matter: &'m Matter,
    zone: OnceCell<Option<Read>>,
    /// What a zone would hold in which the page was written.
    page: OnceCell<Option<Read>>,
}

impl Deref for Told<'_> {
    type Target = Matter;

    fn deref(&self) -> &Matter {
        self.matter
    }
}

impl<'m> Told<'m> {
    fn of(matter: &'m Matter) -> Self {
        Self {
            matter,
            zone: OnceCell::new(),
            page: OnceCell::new(),
        }
    }

    fn zone(&self) -> Option<&Read> {
        self.zone.get_or_init(|| self.matter.read()).as_ref()
    }

    fn conflict(&self, a: Fact, b: Fact) -> bool {
        self.ordered(a, b) || self.ordered(b, a)
    }

    fn ordered(&self, a: Fact, b: Fact) -> bool {
        let document = &self.document;
        let specimen = self.specimen();
        match (a, b) {
            (Fact::Page(f), Fact::Zone(g)) if f == g => self.zone_differs(f),
            (Fact::Zone(field), Fact::Digit(digit)) => {
                covers(digit, field) && self.zone().is_some_and(|r| r.wrong.contains(&digit))
            }
            (Fact::Photo(t), Fact::Face(u)) if t == u => {
                document.photo.of(t) != self.traveller.face.of(t)
            }
            (Fact::Protection(f), Fact::Specimen(g)) if f == g => document
                .features
                .iter()
                .any(|(own, made)| *own == f && !matches!(made, Made::Genuine | Made::Worn)),
            // What was written over lies on broken lines.
            (
                Fact::Page(_) | Fact::Zone(_),
                Fact::Protection(Feature::Guilloche) | Fact::Specimen(Feature::Guilloche),
            ) => document.scraped.contains(&a),
            (Fact::Page(_) | Fact::Zone(_), Fact::SpecimenState) => {
                self.against_state(a).unwrap_or(false)
            }
            (Fact::Place, Fact::SpecimenState) => {
                specimen.is_none_or(|s| !s.places.contains(&document.place.as_str()))
            }
            (Fact::Page(Field::Code) | Fact::Zone(Field::Code), Fact::SpecimenCode) => specimen
                .is_some_and(|s| {
                    let says = self.text(a);
                    says.as_deref() != Some(s.code_on(document.kind, document.issued))
                }),
            (Fact::Page(Field::Number) | Fact::Zone(Field::Number), Fact::SpecimenNumber) => {
                specimen.is_some_and(|s| {
                    let make = s.make(document.kind);
                    self.text(a).is_none_or(|number| !make.numbers(&number))
                })
            }
            (Fact::Issued, Fact::SpecimenYears) => self.too_long(document.page.expiry),
            (Fact::Page(Field::Expiry) | Fact::Zone(Field::Expiry), Fact::SpecimenYears) => {
                self.expiry(a).is_none_or(|day| self.too_long(day))
            }
            (Fact::Page(Field::Expiry) | Fact::Zone(Field::Expiry), Fact::Issued) => {
                self.expiry(a).is_none_or(|day| day <= document.issued)
            }
            (Fact::Page(Field::Birth) | Fact::Zone(Field::Birth), Fact::SaidBirth) => {
                self.birth_differs(a)
            }
            (Fact::Place, Fact::SaidPlace) => document.place != self.traveller.says_place,
            (
                Fact::Page(Field::Surname | Field::Given)
                | Fact::Zone(Field::Surname | Field::Given),
                Fact::OtherName,
            ) => self.registers.other_name,
            (Fact::Stamp(n), Fact::NoCrossing) => document
                .stamps
                .get(usize::from(n))
                .is_some_and(|s| !self.registers.crossings.contains(s)),
            (Fact::Crossing(_), Fact::NoStamp) if document.kind == Kind::IdentityCard => false,
            (Fact::Crossing(n), Fact::NoStamp) => self
                .registers
                .crossings
                .get(usize::from(n))
                .is_some_and(|c| !document.stamps.contains(c)),
            (Fact::Stamp(n), Fact::Issued) => document
                .stamps
                .get(usize::from(n))
                .is_some_and(|s| s.day < document.issued),
            _ => self.numbers_differ(a, b) || self.visa_differs(a, b),
        }
    }

    /// A number of the book against another place where it stands, or against the register of what is lost.
    fn numbers_differ(&self, a: Fact, b: Fact) -> bool {
        let own = |fact| {
            matches!(
                fact,
                Fact::Page(Field::Number) | Fact::Zone(Field::Number) | Fact::Punched
            )
        };
        match b {
            Fact::Punched | Fact::VisaNumber if own(a) && a != b => self.text(a) != self.text(b),
            // The register was asked about the number on the page.
            Fact::Lost if own(a) => {
                let number = &self.document.page.number;
                self.text(a).as_ref() == Some(number) && self.registers.lost.contains(number)
            }
            _ => false,
        }
    }

    /// The visa against the book for which it was made out. No visa here runs longer than its book.
    fn visa_differs(&self, a: Fact, b: Fact) -> bool {
        let Some(visa) = &self.document.visa else {
            return false;
        };
        let page = &self.document.page;
        match (a, b) {
            (Fact::Page(Field::Surname), Fact::VisaName) => visa.surname != page.surname,
            (Fact::Zone(Field::Surname), Fact::VisaName) => {
                let own = Holds {
                    surname: visa.surname.clone(),
                    ..page.clone()
                };
                self.rewritten(&own).map(|r| r.surname) != self.text(a)
            }
            (
                Fact::Page(Field::Nationality) | Fact::Zone(Field::Nationality),
                Fact::VisaNationality,
            ) => self.text(a).as_ref() != Some(&visa.nationality),
            (Fact::Page(Field::Expiry) | Fact::Zone(Field::Expiry), Fact::VisaUntil) => {
                self.expiry(a).is_none_or(|day| visa.until > day)
            }
            _ => false,
        }
    }

    /// What a fact says of the state, against the specimen book: that the state is in it, and that its books are
    /// for its own people. `None` for a fact that says nothing of a state.
    fn against_state(&self, fact: Fact) -> Option<bool> {
        let (Fact::Page(field) | Fact::Zone(field)) = fact else {
            return None;
        };
        let state = self.specimen();
        match field {
            Field::Code => Some(state.is_none()),
            Field::Nationality => {
                let says = self.text(fact);
                Some(state.is_none_or(|s| says.as_deref() != Some(s.code)))
            }
            _ => None,
        }
    }

    fn too_long(&self, expiry: Day) -> bool {
        let issued = self.document.issued;
        (self.specimen())
            .is_some_and(|s| expiry > issued.plus_years(s.make(self.document.kind).years))
    }

    /// What a fact says where letters and digits alone count; `None` where the zone cannot be read.
    fn text(&self, fact: Fact) -> Option<String> {
        let page = &self.document.page;
        Some(match fact {
            Fact::Page(Field::Code) => page.code.clone(),
            Fact::Page(Field::Number) => page.number.clone(),
            Fact::Page(Field::Nationality) => page.nationality.clone(),
            Fact::Zone(Field::Code) => self.zone()?.code.clone(),
            Fact::Zone(Field::Number) => self.zone()?.number.clone(),
            Fact::Zone(Field::Nationality) => self.zone()?.nationality.clone(),
            Fact::Zone(Field::Surname) => self.zone()?.surname.clone(),
            Fact::Punched => self.document.punched.clone()?,
            Fact::VisaNumber => self.document.visa.as_ref()?.passport.clone(),
            _ => return None,
        })
    }

    /// Until when the book is valid, as the page or the zone says; `None` if no day can be read.
    fn expiry(&self, fact: Fact) -> Option<Day> {
        match fact {
            Fact::Zone(_) => day_in_zone(&self.zone()?.expiry),
            _ => Some(self.document.page.expiry),
        }
    }

    /// The date of birth on page or zone against what the traveller says.
    fn birth_differs(&self, fact: Fact) -> bool {
        let says = self.traveller.says_birth;
        match fact {
            Fact::Zone(_) => self.zone().is_none_or(|r| r.birth != says.zone()),
            _ => self.document.page.birth != says,
        }
    }

    /// What a zone would hold in which this was written.
    fn rewritten(&self, holds: &Holds) -> Option<Read> {
        let format = self.document.kind.format();
        let lines = zone::write(format, holds);
        zone::read(format, &lines, self.today.year).ok()
    }

    /// Whether a field of the zone says another thing than the page, after the rules of the zone: a name may
    /// be transliterated and cut.
    fn zone_differs(&self, field: Field) -> bool {
        let page = &self.document.page;
        let Some(zone) = self.zone() else {
            return true;
        };
        // A name is as it should be if the page's would have been written so.
        let written = || self.page.get_or_init(|| self.rewritten(page)).as_ref();
        let name = |of: fn(&Read) -> &String| written().map(of) != Some(of(zone));
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
}

/// Whether a check digit is worked out over a field (Doc 9303 Part 4, 4.2.2: the composite over line 2,
/// positions 1–10, 14–20 and 22–43; on a card Part 5, 4.2.4: line 1, 6–30, line 2, 1–7, 9–15 and 19–29), so over
/// neither nationality nor sex.
fn covers(digit: Checked, field: Field) -> bool {
    match digit {
        Checked::Number => field == Field::Number,
        Checked::Birth => field == Field::Birth,
        Checked::Expiry => field == Field::Expiry,
        Checked::Personal => false,
        Checked::Composite => matches!(field, Field::Number | Field::Birth | Field::Expiry),
    }
}

/// The day of six characters; of an expiry, so of this century. `None` if it is none.
fn day_in_zone(text: &str) -> Option<Day> {
    let two = |from: usize| text.get(from..from + 2)?.parse::<u8>().ok();
    let (year, month, day) = (two(0)?, two(2)?, two(4)?);
    Some(Day::new(2000 + i32::from(year), month, day))
}
