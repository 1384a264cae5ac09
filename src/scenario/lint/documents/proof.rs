//! What the bench can show: all that was done, and nothing of what was not.

use super::super::super::code::Code;
use super::super::super::documents::{FraudFile, example};
use super::{Fault, Laid};
use crate::document::issuer::Kind;
use crate::document::zone::Day;
use crate::document::{Fact, Field, Matter};

/// A visa lies on a leaf, and a card has none.
pub(super) fn leaves(laid: &Laid) -> Option<Fault> {
    let book = &laid.document.book;
    if book.kind == Kind::Passport || book.visa.is_none() {
        return None;
    }
    let message = "a card has no leaf on which a visa could lie";
    Some(
        Fault::new("visa", Code::VisaOnCard, message, "no room for it")
            .help("leave it out, or make the document a Passport"),
    )
}

/// The fraud can be done to this document at all.
pub(super) fn fits(laid: &Laid) -> Option<Fault> {
    let book = &laid.document.book;
    let fraud = example(laid.case, laid.document).fraud?;
    let things = match book.kind {
        Kind::Passport => "the books",
        Kind::IdentityCard => "the cards",
    };
    let why = match &book.fraud {
        Some(FraudFile::Counterfeit { imitated, missing }) => {
            let all = imitated.iter().chain(missing);
            let absent = all.clone().find(|f| !book.make().features.contains(f));
            let twice = imitated.iter().find(|f| missing.contains(f));
            match (absent, twice) {
                (Some(f), _) => Some(format!("{things} of {} have no {f:?}", book.state.name)),
                (_, Some(f)) => Some(format!("{f:?} is imitated and missing")),
                _ => None,
            }
        }
        Some(FraudFile::FalseStamp { on }) if book.kind == Kind::Passport => {
            let there = |d: Day| book.stamps.iter().any(|s| s.entry && s.day == d);
            let on = super::super::super::documents::day(*on);
            there(on).then(|| format!("the record has the entry of {on}"))
        }
        Some(FraudFile::MissingStamp { .. }) if book.kind == Kind::IdentityCard => {
            Some("nobody stamps a card".to_owned())
        }
        Some(FraudFile::MissingStamp { on }) => {
            let on = super::super::super::documents::day(*on);
            let there = book.stamps.iter().any(|s| s.day == on);
            (!there).then(|| format!("the book has no stamp of {on} that could be missing"))
        }
        _ if !fraud.fits(&laid.honest) => Some(match &book.fraud {
            Some(FraudFile::VisaOfAnother | FraudFile::VisaUnlike(_)) => {
                "there is no visa in the book".to_owned()
            }
            Some(FraudFile::Altered { .. }) => "the code follows from the day of issue".to_owned(),
            Some(FraudFile::PhotoSubstituted | FraudFile::StolenBlank) => {
                format!(
                    "{things} of {} have no foil over the photograph",
                    book.state.name
                )
            }
            Some(FraudFile::FalseStamp { .. }) => "nobody stamps a card".to_owned(),
            _ => format!(
                "{things} of {} have no number in their pages",
                book.state.name
            ),
        }),
        _ => None,
    };
    why.map(|why| Fault::new("fraud", Code::FraudUnfit, why, "cannot be done to it"))
}

/// Before anything was done there is nothing that conflicts; and what is genuine is not reported lost.
pub(super) fn quiet(laid: &Laid) -> Option<Fault> {
    let book = &laid.document.book;
    if book.reported && book.fraud.is_none() {
        let message = "the register of lost documents has the number of a genuine document";
        return Some(
            Fault::new("reported", Code::HonestConflict, message, "a conflict")
                .help("only somebody else's or a stolen book is reported and presented"),
        );
    }
    let (a, b) = laid.honest.conflicts().into_iter().next()?;
    let field = match (a, b) {
        (Fact::Page(Field::Number) | Fact::Zone(Field::Number), _) => "number",
        (_, Fact::VisaUntil) => "visa",
        (Fact::Issued | Fact::Page(Field::Expiry), _) if book.expires.is_some() => "expires",
        _ => "id",
    };
    let message = format!("{a:?} and {b:?} cannot both be right, and nothing was done to either");
    Some(Fault::new(
        field,
        Code::HonestConflict,
        message,
        "a conflict",
    ))
}

/// What was done shows in two facts that conflict.
pub(super) fn shown(laid: &Laid) -> Option<Fault> {
    laid.document.book.fraud.as_ref()?;
    if !proofs(laid, &example(laid.case, laid.document).matter).is_empty() {
        return None;
    }
    let message = "no two facts on the bench conflict: nobody can show this fraud";
    Some(
        Fault::new("fraud", Code::FraudUnshown, message, "leaves no trace")
            .help("name a trait or a feature in which it shows"),
    )
}

/// The conflicts that the fraud itself has made; that a book is reported lost is not its doing.
fn proofs(laid: &Laid, matter: &Matter) -> Vec<(Fact, Fact)> {
    let book = &laid.document.book;
    let apart = book.reported && book.fraud != Some(FraudFile::StolenBlank);
    let mut found = matter.conflicts();
    found.retain(|(a, b)| !(apart && (*a == Fact::Lost || *b == Fact::Lost)));
    found
}
