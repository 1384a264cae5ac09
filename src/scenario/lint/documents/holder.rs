//! Names that a zone can write, faces as old as their holders, oddities that are there.

use super::super::super::code::Code;
use super::super::super::documents::{CaseDocument, FraudFile, age_on};
use super::super::shown;
use super::{Fault, Laid};
use crate::document::fraud::Oddity;
use crate::document::issuer::Kind;
use crate::document::zone::in_zone;

/// Characters that the page has room for.
const SURNAME: usize = 30;
const GIVEN: usize = 36;
/// Years by which somebody may look older or younger.
const LOOKS: u8 = 3;

/// The names of the page can be written in the zone, and a number has the form of the state's.
pub(super) fn written(document: &CaseDocument) -> Option<Fault> {
    let book = &document.book;
    for (field, name, most) in [
        ("surname", &book.surname, SURNAME),
        ("given", &book.given, GIVEN),
    ] {
        let fault = |message: String, label: &str| {
            Some(Fault::new(field, Code::UnwrittenName, message, label))
        };
        if let Some(c) = name.chars().find(|c| !writes(*c)) {
            let message = format!("no zone has a letter for `{}`", c.escape_debug());
            return fault(message, "cannot be written")
                .map(|f| f.help("write the name in Latin letters, as its page would"));
        }
        if in_zone(name).trim().is_empty() {
            return fault("a name needs a letter".to_owned(), "no letter");
        }
        let length = name.chars().count();
        if length > most {
            let message = format!("{length} characters; the page has room for {most}");
            return fault(message, "too long");
        }
    }
    if cut(document) && book.oddity != Some(Oddity::LongName) {
        let message = "the zone has no room for all of this name".to_owned();
        return Some(
            Fault::new("given", Code::UnwrittenName, message, "will be cut")
                .help("say `oddity: LongName`, or shorten it"),
        );
    }
    let number = book.number.as_ref().filter(|n| !book.make().numbers(n))?;
    let (letters, digits) = book.make().number;
    let message = format!(
        "{} gives no number such as `{}`",
        book.state.name,
        shown(number)
    );
    Some(
        Fault::new(
            "number",
            Code::HonestConflict,
            message,
            "conflicts with the specimen book",
        )
        .help(format!(
            "write {digits} digits after \"{letters}\", or leave it out"
        )),
    )
}

/// Letters that the zone writes by its rules, and what joins them.
fn writes(c: char) -> bool {
    let joins = matches!(c, ' ' | '-' | '\'');
    let letters = in_zone(&c.to_string());
    joins
        || c.is_alphabetic()
            && !letters.is_empty()
            && letters.chars().all(|l| l.is_ascii_uppercase())
}

fn cut(document: &CaseDocument) -> bool {
    let book = &document.book;
    let length = in_zone(&book.surname).len() + 2 + in_zone(&book.given).len();
    length > book.kind.format().name_width()
}

/// The person is as old as the book says, unless it is the book of another.
pub(super) fn age(laid: &Laid) -> Option<Fault> {
    let book = &laid.document.book;
    let (looks, is) = (
        laid.honest.traveller.face.age,
        age_on(book.birth, book.today),
    );
    if matches!(book.fraud, Some(FraudFile::Impostor(_))) || looks.abs_diff(is) <= LOOKS {
        return None;
    }
    let message = format!("a face of {looks} years, and the genuine book says {is}");
    Some(
        Fault::new("holder", Code::AgeOfFace, message, "another age")
            .step(super::Step::Field("age"))
            .help("leave the age out; only an impostor's may differ"),
    )
}

/// The oddity that is told afterwards can be seen before.
pub(super) fn odd(laid: &Laid) -> Option<Fault> {
    let (book, matter) = (&laid.document.book, &laid.honest);
    let document = &matter.document;
    let unknown = book.birth.day.is_none();
    if unknown && book.oddity != Some(Oddity::UnknownBirthday) {
        let message = "nobody wrote down the day of birth";
        return Some(
            Fault::new(
                "birth",
                Code::OddityAbsent,
                message,
                "an oddity that is not said",
            )
            .help("say `oddity: UnknownBirthday`, or write the day"),
        );
    }
    let (photo, person) = (document.photo, matter.traveller.face);
    let years = i32::from(age_on(document.issued, book.today));
    let (there, why) = match book.oddity? {
        Oddity::WornBook => (true, ""),
        Oddity::LongName => (cut(laid.document), "the zone has room for the whole name"),
        Oddity::OldCode if book.kind == Kind::IdentityCard => {
            (false, "the code of cards was never another")
        }
        Oddity::OldCode => (
            document.page.expiry < book.today.plus_years(3),
            "the book is valid for years",
        ),
        Oddity::UnknownBirthday => (unknown, "the date of birth is whole"),
        Oddity::Accents => {
            let plain = |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c == ' ');
            (
                !plain(&book.surname) || !plain(&book.given),
                "the zone has all letters of the name",
            )
        }
        Oddity::Aged => (years * 2 >= book.make().years, "the photograph is young"),
        Oddity::OtherHair => (
            photo.hair != person.hair || photo.glasses != person.glasses,
            "hair and glasses are the same on the photograph",
        ),
    };
    (!there).then(|| Fault::new("oddity", Code::OddityAbsent, why, "nobody can see it"))
}
