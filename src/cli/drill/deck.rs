//! Where the documents of a sitting come from: drawn from a seed, or described in a case.

use std::io::Write;
use std::sync::Arc;

use super::words::looks;
use crate::engine::encounter::document::bench::Bench;
use crate::engine::encounter::document::described;
use crate::engine::encounter::document::fraud::FANTASIES;
use crate::engine::encounter::document::generate::{TODAY, drill};
use crate::engine::encounter::document::issuer::Kind;
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
    pub fn lesson(&self) -> Option<&str> {
        let (case, document) = self.document()?;
        Some(document.lesson.get(&case.language))
    }

    /// Lays the document on the bench and says what is to be seen at once.
    pub fn lay(&self, out: &mut impl Write) -> std::io::Result<Bench> {
        let bench = match (self, self.document()) {
            (_, Some((case, document))) => {
                let lang = &case.language;
                let bench = described::bench(case, document);
                writeln!(
                    out,
                    "\n{}. Today is {}.\n\n  {}\n",
                    document.title.get(lang),
                    bench.matter().today,
                    document.about.get(lang)
                )?;
                bench
            }
            (Self::Drawn { seed, level }, _) => {
                writeln!(out, "\nDocument {seed}, level {level}. Today is {TODAY}.\n")?;
                drawn(*seed, *level)
            }
            (Self::Case { .. }, None) => drawn(0, 1),
        };
        show(&bench, out)?;
        Ok(bench)
    }
}

fn drawn(seed: u64, level: u8) -> Bench {
    Bench::new(drill(level, seed))
}

fn show(bench: &Bench, out: &mut impl Write) -> std::io::Result<()> {
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
    let kind = match document.kind {
        Kind::Passport => "PASSPORT",
        Kind::IdentityCard => "IDENTITY CARD",
    };
    writeln!(out, "  {}   {kind}   {}", state.to_uppercase(), page.code)?;
    writeln!(out, "  {}   {}", page.surname, page.given)?;
    writeln!(
        out,
        "  No. {}   nationality {}   born {}   sex {}",
        page.number,
        page.nationality,
        page.birth,
        page.sex.printed()
    )?;
    writeln!(
        out,
        "  issued {} in {}   expires {}",
        document.issued, document.place, page.expiry
    )?;
    for line in &document.zone {
        writeln!(out, "  {line}")?;
    }
    if let Some(visa) = &document.visa {
        writeln!(
            out,
            "  Visa for passport {}, {}, nationality {}, until {}",
            visa.passport, visa.surname, visa.nationality, visa.until
        )?;
    }
    for stamp in &document.stamps {
        let way = if stamp.entry { "entry" } else { "exit" };
        writeln!(out, "  Stamp: {way} {}", stamp.day)?;
    }
    writeln!(
        out,
        "\n  Photograph: about {}; {}",
        document.photo.age,
        looks(document.photo.hair, document.photo.glasses)
    )?;
    let person = &matter.traveller;
    writeln!(
        out,
        "  At the counter: about {}; {}. Says: born {}, the document was made out in {}.",
        person.face.age,
        looks(person.face.hair, person.face.glasses),
        person.says_birth,
        person.says_place
    )
}
