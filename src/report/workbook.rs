//! The figures and lists of a report as a workbook: a sheet each, heads that stay, filters, and no formulas: a
//! text stays a text, whatever it begins with.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};
use serde_json::Value;

use super::AfterAction;
use super::lists::{self, Datum, List};
use super::telling::Telling;
use crate::drawing::palette;
use crate::drawing::svg::{keeps_upright, width_of};
use crate::language::Lang;

/// Most characters in a cell of a workbook.
const CELL: usize = 32_000;
/// Height of the heads in points: for one line of Thai, with room for its marks.
const HEAD: f64 = 24.0;

/// The workbook. `events` are those of the record as its reader is told them.
///
/// # Errors
/// If it cannot be composed, which no report causes.
pub fn workbook(of: &AfterAction, events: &[Value], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let tell = Telling { of, lang };
    let mut book = Workbook::new();
    let begun = i64::try_from(of.occasion.begun).unwrap_or_default();
    let begun =
        ExcelDateTime::from_timestamp(begun).or_else(|_| ExcelDateTime::from_timestamp(0))?;
    let about = DocProperties::new()
        .set_title(tell.get(&of.title))
        .set_subject(tell.t("aar-kind"))
        .set_author("Liaison")
        .set_creation_datetime(&begun);
    book.set_properties(&about);
    let mut all = vec![
        lists::timeline(&tell),
        lists::items(&tell),
        lists::metrics(&tell),
        lists::ratings(&tell),
    ];
    all.extend(lists::msel(&tell));
    all.push(lists::events(&tell, events));
    for list in &all {
        sheet(book.add_worksheet(), list)?;
    }
    book.save_to_buffer()
}

fn sheet(sheet: &mut Worksheet, list: &List) -> Result<(), XlsxError> {
    let base = Format::new().set_align(FormatAlign::Top).set_text_wrap();
    let head = base
        .clone()
        .set_bold()
        .set_background_color(palette::PAPER_2)
        .set_border_bottom(FormatBorder::Thin);
    sheet.set_name(&list.name)?;
    sheet.set_row_height(0, HEAD)?;
    for (n, (name, width)) in (0u16..).zip(&list.columns) {
        sheet.set_column_width(n, *width)?;
        sheet.write_string_with_format(0, n, name, &head)?;
    }
    for (row, cells) in (1u32..).zip(&list.rows) {
        sheet.set_row_height(row, height(cells, &list.columns))?;
        for (n, cell) in (0u16..).zip(cells) {
            match cell {
                Datum::Number(number) => {
                    sheet.write_number_with_format(row, n, *number, &base)?;
                }
                Datum::Text(text) => {
                    let short: String = text.chars().take(CELL).collect();
                    sheet.write_string_with_format(row, n, short, &base)?;
                }
                Datum::Nothing => {}
            }
        }
    }
    let last = u32::try_from(list.rows.len()).unwrap_or(0);
    let width = u16::try_from(list.columns.len()).unwrap_or(1);
    sheet.autofilter(0, 0, last, width.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 0)?;
    // A4, on its side, as wide as the paper, with the head on every page.
    sheet.set_paper_size(9).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_footer("&C&P / &N");
    Ok(())
}

/// Points that a row needs so that no line of it is cut: not every program reckons it out when it opens a file.
fn height(cells: &[Datum], columns: &[(String, f64)]) -> f64 {
    let lines = cells.iter().zip(columns).map(|(cell, (_, width))| {
        let Datum::Text(text) = cell else { return 1.0 };
        // A column is as wide as so many digits of 11 points, of 7 pixels each.
        (f64::from(width_of(text, 14.7, false)) / (width * 7.0 - 6.0)).ceil()
    });
    let lines = lines.fold(1.0, f64::max);
    let thai = cells
        .iter()
        .any(|c| matches!(c, Datum::Text(t) if keeps_upright(t)));
    let line = if thai { 20.0 } else { 15.0 };
    // The most that a row can have.
    (lines * line).min(409.0)
}
