//! Lists as comma-separated values (RFC 4180) that Excel opens with every script and as text: a mark at the
//! beginning says that it is UTF-8, and a text that a spreadsheet would take for a formula stands behind an
//! apostrophe.

use serde_json::Value;

use super::AfterAction;
use super::lists::{self, Datum, List};
use super::telling::Telling;
use crate::language::Lang;

/// What happened, in words: a line for each moment of the account.
///
/// # Errors
/// If it cannot be composed, which no report causes.
pub fn timeline_csv(of: &AfterAction, lang: Lang) -> Result<Vec<u8>, csv::Error> {
    written(&lists::timeline(&Telling { of, lang }))
}

/// The record: a line for each event as its reader is told it.
///
/// # Errors
/// If it cannot be composed, which no report causes.
pub fn events_csv(of: &AfterAction, events: &[Value], lang: Lang) -> Result<Vec<u8>, csv::Error> {
    written(&lists::events(&Telling { of, lang }, events))
}

fn written(list: &List) -> Result<Vec<u8>, csv::Error> {
    let mark = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(mark);
    writer.write_record(list.columns.iter().map(|(name, _)| harmless(name)))?;
    for row in &list.rows {
        writer.write_record(row.iter().map(|cell| match cell {
            Datum::Number(number) => number.to_string(),
            Datum::Text(text) => harmless(text),
            Datum::Nothing => String::new(),
        }))?;
    }
    writer.into_inner().map_err(|e| e.into_error().into())
}

/// Nothing that a spreadsheet would reckon with (OWASP, CSV injection).
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_reckoned_with_and_every_field_is_its_own() {
        let text = |text: &str| Datum::Text(text.to_owned());
        let list = List {
            name: String::new(),
            columns: vec![("ชื่อ".to_owned(), 1.0), ("b".to_owned(), 1.0)],
            rows: vec![
                vec![text("=HYPERLINK(\"x\")"), Datum::Number(-2.5)],
                vec![text("a, \"b\""), Datum::Nothing],
            ],
        };
        let written = String::from_utf8(written(&list).expect("written")).expect("UTF-8");
        assert_eq!(
            written,
            "\u{feff}ชื่อ,b\r\n\"'=HYPERLINK(\"\"x\"\")\",-2.5\r\n\"a, \"\"b\"\"\",\r\n"
        );
    }
}
