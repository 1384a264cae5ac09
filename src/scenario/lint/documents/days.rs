//! Days that follow each other as they must.

use super::super::super::code::Code;
use super::super::super::doc::Step;
use super::super::super::documents::{FraudFile, age_on, day};
use super::{Fault, Laid};
use crate::document::zone::Day;

/// Older than anybody.
const OLDEST: u8 = 110;

/// Born, issued, stamped, looked at, run out: in this order.
pub(super) fn order(laid: &Laid) -> Option<Fault> {
    let (book, document) = (&laid.document.book, &laid.honest.document);
    let (today, issued, expiry) = (book.today, document.issued, document.page.expiry);
    let late =
        |field, message: String, label| Some(Fault::new(field, Code::DayOrder, message, label));
    if issued <= book.birth {
        let field = given(book.issued.is_some(), "issued", "birth");
        let message = format!("the book is of {issued}, its holder of {}", book.birth);
        return late(field, message, "not before the birth");
    }
    if issued > today {
        let field = given(book.issued.is_some(), "issued", "birth");
        return late(
            field,
            format!("the book is of {issued}, and today is {today}"),
            "not yet made out",
        );
    }
    if age_on(book.birth, today) > OLDEST {
        let message = format!("nobody born {} stands here on {today}", book.birth);
        return late("birth", message, "too long ago");
    }
    if expiry <= issued {
        return late(
            "expires",
            format!("a book of {issued} runs out on {expiry}"),
            "before it began",
        );
    }
    if expiry <= today {
        let field = if book.expires.is_some() {
            "expires"
        } else {
            given(book.issued.is_some(), "issued", "today")
        };
        let message = format!("the book ran out on {expiry}, and today is {today}");
        return late(field, message, "has run out")
            .map(|f| f.help("what has run out is turned away at once; nobody lays it on a bench"));
    }
    for (n, stamp) in book.stamps.iter().enumerate() {
        if let Some((message, label)) = outside(stamp.day, issued, today) {
            return late("stamps", message, label).map(|f| f.step(Step::Nth(n)));
        }
    }
    if let Some(FraudFile::FalseStamp { on }) = &book.fraud
        && let Some((message, label)) = outside(day(*on), issued, today)
    {
        return late("fraud", message, label).map(|f| f.step(Step::Field("on")));
    }
    match book.visa {
        Some((until, _)) if until < today => {
            let message = format!("the visa ran out on {until}, and today is {today}");
            late("visa", message, "has run out").map(|f| f.step(Step::Field("until")))
        }
        _ => None,
    }
}

/// The field that is written, of two that decide.
fn given(written: bool, field: &'static str, otherwise: &'static str) -> &'static str {
    if written { field } else { otherwise }
}

fn outside(stamp: Day, issued: Day, today: Day) -> Option<(String, &'static str)> {
    if stamp < issued {
        Some((
            format!("a stamp of {stamp} in a book of {issued}"),
            "older than the book",
        ))
    } else if stamp > today {
        Some((
            format!("a stamp of {stamp}, and today is {today}"),
            "not yet",
        ))
    } else {
        None
    }
}
