//! Tables of a case as workbooks (.xlsx): written for people, read back with limits and without trust.

use std::fs::File;
use std::io::{self, Cursor, Read as _};
use std::path::{Path, PathBuf};

use calamine::{DataRef, Reader as _, Xlsx};
use rust_xlsxwriter::{
    DataValidation, DocProperties, Format, FormatAlign, FormatBorder, Note, Workbook, Worksheet,
    XlsxError,
};

use crate::drawing::palette;
use crate::drawing::svg::{keeps_upright, width_of};
use crate::scenario::sheet::{BASE, Cell, Grid, Head, Table};

/// Largest workbook that is read.
const MAX_BYTES: u64 = 32 * 1024 * 1024;
/// Most bytes that its parts may have once they are unpacked.
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// Rows and columns that are looked at.
const MAX_ROWS: usize = 70_000;
const MAX_COLUMNS: usize = 256;
/// Most characters in a cell of a workbook.
const MAX_CELL: usize = 32_767;
/// Empty rows below a list that are ready for new ones.
const SPARE: u32 = 200;

/// Why a workbook is not written or not read.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    #[error("`{0}` is not there")]
    Missing(PathBuf),
    #[error("`{path}` cannot be read: {what}{hint}")]
    Read {
        path: PathBuf,
        what: io::Error,
        hint: &'static str,
    },
    #[error("`{path}` {what}")]
    NotABook { path: PathBuf, what: &'static str },
    #[error("`{path}` is damaged: {what}")]
    Damaged { path: PathBuf, what: String },
    #[error("{what} of `{row}` has more than 32,767 characters, and no cell holds it")]
    CellFull { what: &'static str, row: String },
    #[error("the workbook cannot be composed: {0}")]
    Compose(XlsxError),
    #[error("`{path}` cannot be written: {what}{hint}")]
    Write {
        path: PathBuf,
        what: io::Error,
        hint: &'static str,
    },
}

/// Writes a table as a workbook: the sheet to edit, and hidden behind it what stood there when it went out. A file of
/// that name is replaced, whole or not at all.
///
/// # Errors
/// If a text is too long for a cell, or the file cannot be written.
pub fn write_book(path: &Path, title: &str, table: &Table) -> Result<(), BookError> {
    for row in &table.rows {
        for (cell, head) in row.iter().zip(&table.heads) {
            if cell.chars().nth(MAX_CELL).is_some() {
                return Err(BookError::CellFull {
                    what: head.name,
                    row: row.first().cloned().unwrap_or_default(),
                });
            }
        }
    }
    let bytes = compose(title, table).map_err(BookError::Compose)?;
    super::revise::replace(path, &bytes).map_err(|what| BookError::Write {
        hint: hint(path, &what),
        path: path.to_owned(),
        what,
    })
}

/// What may help where a file cannot be written.
pub(super) fn hint(path: &Path, what: &io::Error) -> &'static str {
    match what.kind() {
        io::ErrorKind::NotFound => "; is its folder there?",
        io::ErrorKind::IsADirectory => "; give the name of a file",
        _ if path.is_dir() => "; give the name of a file",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy => {
            "; is it open in another program, or read-only?"
        }
        _ => "",
    }
}

fn compose(title: &str, table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let about = DocProperties::new().set_title(title).set_author("Liaison");
    book.set_properties(&about);
    fill(book.add_worksheet(), table)?;
    keep(book.add_worksheet(), table)?;
    book.save_to_buffer()
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    // Cells are texts: what looks like a day or a formula stays what it is.
    let base = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_num_format("@");
    let shown = base.clone().set_background_color(palette::PAPER_2);
    let head = base
        .clone()
        .set_bold()
        .set_background_color(palette::PAPER_2)
        .set_border_bottom(FormatBorder::Thin);
    sheet.set_name(&table.name)?;
    let last = u32::try_from(table.rows.len()).unwrap_or(u32::MAX - SPARE);
    for (n, column) in (0u16..).zip(&table.heads) {
        let cells = if column.shown_only { &shown } else { &base };
        sheet.set_column_width(n, column.width)?;
        sheet.set_column_format(n, cells)?;
        sheet.write_string_with_format(0, n, column.name, &head)?;
        let note = Note::new(column.note).add_author_prefix(false);
        sheet.insert_note(0, n, &note.set_width(260))?;
        if !column.choice.is_empty() {
            let choice = DataValidation::new().allow_list_strings(column.choice)?;
            sheet.add_data_validation(1, n, last + SPARE, n, &choice)?;
        }
    }
    for (row, cells) in (1u32..).zip(&table.rows) {
        sheet.set_row_height(row, height(cells, &table.heads))?;
        for ((n, column), cell) in (0u16..).zip(&table.heads).zip(cells) {
            let format = if column.shown_only { &shown } else { &base };
            if cell.is_empty() {
                sheet.write_blank(row, n, format)?;
            } else {
                sheet.write_string_with_format(row, n, cell, format)?;
            }
        }
    }
    let width = u16::try_from(table.heads.len()).unwrap_or(1);
    sheet.autofilter(0, 0, last, width.saturating_sub(1))?;
    sheet.set_freeze_panes(1, 1)?;
    // A4, on its side, as wide as the paper, with the head on every page.
    sheet.set_paper_size(9).set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The same cells, hidden: what is edited is told by them from what the case has got since.
fn keep(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(BASE)?.set_hidden(true);
    for (n, column) in (0u16..).zip(&table.heads) {
        sheet.write_string(0, n, column.name)?;
        for (row, cells) in (1u32..).zip(&table.rows) {
            if let Some(cell) = cells.get(usize::from(n)).filter(|c| !c.is_empty()) {
                sheet.write_string(row, n, cell)?;
            }
        }
    }
    Ok(())
}

/// The mark that an office program leaves beside a file that it has open.
#[must_use]
pub fn open_elsewhere(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let marks = [format!(".~lock.{name}#"), format!("~${name}")];
    let mut marks = marks.into_iter().map(|mark| path.with_file_name(mark));
    marks.find(|mark| mark.is_file())
}

/// Points that a row needs so that no line of it is cut.
fn height(cells: &[String], heads: &[Head]) -> f64 {
    let lines = cells.iter().zip(heads).map(|(text, head)| {
        // A column is as wide as so many digits of 11 points, of 7 pixels each.
        let room = f64::from(head.width) * 7.0 - 6.0;
        let lines = text.lines().map(|line| {
            let wide = f64::from(width_of(line, 14.7, false));
            (wide / room).ceil().max(1.0)
        });
        lines.sum::<f64>()
    });
    let lines = lines.fold(1.0, f64::max);
    let thai = cells.iter().any(|text| keeps_upright(text));
    // The most that a row can have is 409.
    (lines * if thai { 20.0 } else { 15.0 }).min(409.0)
}

/// The sheets of a workbook.
///
/// # Errors
/// If it is not there, is no workbook, is damaged or larger than any list of a case.
pub fn read_book(path: &Path) -> Result<Vec<Grid>, BookError> {
    let bytes = bytes_of(path)?;
    let no_book = |what| BookError::NotABook {
        path: path.to_owned(),
        what,
    };
    let damaged = |what: String| BookError::Damaged {
        path: path.to_owned(),
        what,
    };
    if bytes.is_empty() {
        return Err(no_book("is empty"));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(no_book(
            "is in the old format or protected by a password: save it as .xlsx without one",
        ));
    }
    if !bytes.starts_with(b"PK") {
        return Err(no_book("is not a workbook: save it as .xlsx"));
    }
    unpacked(&bytes, &no_book, &damaged)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    let mut grids = Vec::new();
    for name in book.sheet_names() {
        let mut grid = Grid {
            name: name.clone(),
            ..Grid::default()
        };
        // A chart sheet has no cells.
        let Ok(mut cells) = book.worksheet_cells_reader(&name) else {
            continue;
        };
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(e.to_string()))? {
            let (row, column) = cell.get_position();
            let at = Cell {
                row: usize::try_from(row).unwrap_or(usize::MAX),
                column: usize::try_from(column).unwrap_or(usize::MAX),
            };
            if at.column >= MAX_COLUMNS {
                continue;
            }
            let text = match cell.get_value() {
                DataRef::Empty => continue,
                DataRef::String(text) => text.clone(),
                DataRef::SharedString(text) => (*text).to_owned(),
                DataRef::Int(n) => n.to_string(),
                DataRef::Float(n) => n.to_string(),
                DataRef::Bool(yes) => yes.to_string(),
                DataRef::DateTime(_) | DataRef::DateTimeIso(_) | DataRef::DurationIso(_) => {
                    grid.illegible.push((at, "a date or a time".to_owned()));
                    continue;
                }
                DataRef::Error(error) => {
                    grid.illegible.push((at, format!("the error {error}")));
                    continue;
                }
            };
            if text.trim().is_empty() {
                continue;
            }
            if at.row >= MAX_ROWS {
                return Err(no_book("has more rows than any list of a case"));
            }
            if grid.rows.len() <= at.row {
                grid.rows.resize(at.row + 1, Vec::new());
            }
            let row = &mut grid.rows[at.row];
            if row.len() <= at.column {
                row.resize(at.column + 1, String::new());
            }
            row[at.column] = text;
        }
        grids.push(grid);
    }
    Ok(grids)
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, BookError> {
    let failed = |what: io::Error| {
        if what.kind() == io::ErrorKind::NotFound {
            BookError::Missing(path.to_owned())
        } else {
            BookError::Read {
                hint: hint(path, &what),
                path: path.to_owned(),
                what,
            }
        }
    };
    let no_book = |what| BookError::NotABook {
        path: path.to_owned(),
        what,
    };
    let file = File::open(path).map_err(failed)?;
    if !file.metadata().map_err(failed)?.is_file() {
        return Err(no_book("is not a file"));
    }
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(no_book("is larger than 32 MiB"));
    }
    Ok(bytes)
}

/// Refuses what would fill the memory once it is unpacked, and what is no workbook inside.
fn unpacked(
    bytes: &[u8],
    no_book: &dyn Fn(&'static str) -> BookError,
    damaged: &dyn Fn(String) -> BookError,
) -> Result<(), BookError> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    if archive.index_for_name("content.xml").is_some() {
        return Err(no_book("is an OpenDocument spreadsheet: save it as .xlsx"));
    }
    if archive.index_for_name("[Content_Types].xml").is_none() {
        return Err(no_book("is not a workbook: save it as .xlsx"));
    }
    let mut room = MAX_UNPACKED;
    for n in 0..archive.len() {
        let part = archive.by_index(n).map_err(|e| damaged(e.to_string()))?;
        let size = io::copy(&mut part.take(room + 1), &mut io::sink())
            .map_err(|e| damaged(e.to_string()))?;
        room = room
            .checked_sub(size)
            .ok_or_else(|| no_book("unpacks to more than 256 MiB"))?;
    }
    Ok(())
}
