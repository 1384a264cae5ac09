//! Where the documents of a sitting come from: drawn from a seed, or described in a case.

use std::io::Write;
use std::sync::Arc;

use super::voice::Voice;
use super::words::looks;
use crate::engine::encounter::document::bench::Bench;
use crate::engine::encounter::document::described;
use crate::engine::encounter::document::fraud::FANTASIES;
use crate::engine::encounter::document::generate::{TODAY, drill};
use crate::engine::encounter::document::issuer::Kind;
use crate::language::{bench as named, t};
use crate::library;
use crate::scenario::Scenario;
use crate::scenario::documents::CaseDocument;

/// A stack of documents that never ends.
pub(super) enum Deck {
    Drawn { seed: u64, level: u8 },
    Case { case: Arc<Scenario>, at: usize },
}

impl Deck {
    /// The documents of a case, from the one with this id on, or from the first.
    ///
    /// # Errors
    ///
    /// What is wrong, in words: no such case, no documents in it, or none with this id.
    pub fn of_case(name: &str, id: Option<&str>) -> Result<Self, String> {
        let case = library::open(name)?.scenario;
        let keys: Vec<&str> = case.documents.iter().map(|d| d.key.as_str()).collect();
        let at = match id {
            None if keys.is_empty() => return Err(format!("The case {name} has no documents.")),
            None => 0,
            Some(id) => keys.iter().position(|key| *key == id).ok_or_else(|| {
                format!(
                    "The case {name} has no document {id}. It has: {}",
                    keys.join(", ")
                )
            })?,
        };
        Ok(Self::Case { case, at })
    }

    /// Goes on to the next one; after the last of a case comes its first.
    pub fn next(&mut self) {
        match self {
            Self::Drawn { seed, .. } => *seed = seed.wrapping_add(1),
            Self::Case { case, at } => *at = (*at + 1) % case.documents.len().max(1),
        }
    }

    fn document(&self) -> Option<(&Scenario, &CaseDocument)> {
        match self {
            Self::Drawn { .. } => None,
            Self::Case { case, at } => Some((case, case.documents.get(*at)?)),
        }
    }

    /// What is taught after the finding, where an author has written it.
    pub fn lesson(&self, voice: Voice) -> Option<&str> {
        let (_, document) = self.document()?;
        Some(voice.text(&document.lesson))
    }

    /// Lays the document on the bench and says what is to be seen at once.
    pub fn lay(&self, voice: Voice, out: &mut impl Write) -> std::io::Result<Bench> {
        writeln!(out)?;
        let bench = match (self, self.document()) {
            (_, Some((case, document))) => {
                let bench = described::bench(case, document);
                let told = t("drill-case-document").with("title", voice.text(&document.title));
                let day = bench.matter().today.to_string();
                voice.line(out, &told.with("day", day))?;
                writeln!(out, "\n  {}\n", voice.text(&document.about))?;
                bench
            }
            (Self::Drawn { seed, level }, _) => {
                let told = t("drill-document").with("seed", seed.to_string());
                let told = told.with("level", *level);
                voice.line(out, &told.with("day", TODAY.to_string()))?;
                writeln!(out)?;
                drawn(*seed, *level)
            }
            (Self::Case { .. }, None) => drawn(0, 1),
        };
        show(&bench, voice, out)?;
        Ok(bench)
    }
}

fn drawn(seed: u64, level: u8) -> Bench {
    Bench::new(drill(level, seed))
}

fn show(bench: &Bench, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let matter = bench.matter();
    let document = &matter.document;
    let page = &document.page;
    let state = matter.specimen().map_or_else(
        || {
            let known = FANTASIES.iter().find(|(code, _)| *code == page.issuer);
            known.map_or("", |(_, name)| name)
        },
        |s| s.name,
    );
    let told = match document.kind {
        Kind::Passport => t("drill-passport"),
        Kind::IdentityCard => t("drill-card"),
    };
    let told = told.with("state", state.to_uppercase());
    voice.under(out, &told.with("code", page.code.as_str()))?;
    writeln!(out, "  {}   {}", page.surname, page.given)?;
    let told = t("drill-number-line").with("number", page.number.as_str());
    let told = told.with("nationality", page.nationality.as_str());
    let told = told.with("birth", page.birth.to_string());
    voice.under(out, &told.with("sex", page.sex.printed()))?;
    let told = t("drill-issued-line").with("issued", document.issued.to_string());
    let told = told.with("place", document.place.as_str());
    voice.under(out, &told.with("expiry", page.expiry.to_string()))?;
    for line in &document.zone {
        writeln!(out, "  {line}")?;
    }
    if let Some(visa) = &document.visa {
        let told = t("drill-visa-line").with("passport", visa.passport.as_str());
        let told = told.with("surname", visa.surname.as_str());
        let told = told.with("nationality", visa.nationality.as_str());
        voice.under(out, &told.with("until", visa.until.to_string()))?;
    }
    for stamp in &document.stamps {
        voice.under(
            out,
            &t("drill-stamp-line").with("stamp", named::stamp(Some(stamp))),
        )?;
    }
    writeln!(out)?;
    let photo = &document.photo;
    let told = t("drill-photo-line").with("age", i64::from(photo.age));
    voice.under(out, &told.with("looks", looks(photo.hair, photo.glasses)))?;
    let person = &matter.traveller;
    let face = &person.face;
    let told = t("drill-person-line").with("age", i64::from(face.age));
    let told = told.with("looks", looks(face.hair, face.glasses));
    let told = told.with("birth", person.says_birth.to_string());
    voice.under(out, &told.with("place", &*person.says_place))
}
