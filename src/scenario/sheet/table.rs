//! Tables as they go out and as they come back, and what can be wrong with one.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Rows among which the heads are looked for: people write titles above a list.
const HEAD_ROWS: usize = 20;
/// The sheet behind the one that people edit, with what stood there when it went out.
pub const BASE: &str = "As it went out";
/// Most rows that are read; a case has at most so many things.
pub const MAX_ROWS: usize = 60_000;

/// A column that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub name: &'static str,
    /// In characters.
    pub width: u16,
    /// What stands in it, for whoever fills it in.
    pub note: &'static str,
    /// It is shown and never read back.
    pub shown_only: bool,
    /// What may stand in it; anything if this is empty.
    pub choice: &'static [&'static str],
}

/// What goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub heads: Vec<Head>,
    pub rows: Vec<Vec<String>>,
}

/// What comes back: the texts of one sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    pub name: String,
    /// By row and column; what is beyond the end of a row is empty.
    pub rows: Vec<Vec<String>>,
    /// Cells that hold no text or number, and what they hold.
    pub illegible: Vec<(Cell, String)>,
}

/// A cell, its row and column counted from 0; it is shown as spreadsheets show it, `C7`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub row: usize,
    pub column: usize,
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut letters, mut n) = (Vec::new(), self.column + 1);
        while n > 0 {
            let letter = u8::try_from((n - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            n = (n - 1) / 26;
        }
        let letters: String = letters.iter().rev().collect();
        write!(f, "{letters}{}", self.row + 1)
    }
}

macro_rules! faults {
    ($($name:ident = $code:literal $title:literal,)*) => {
        /// One kind of problem with a table. A code is never given a new meaning.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Fault { $(#[doc = $title] $name),* }

        impl Fault {
            /// Every kind, by number.
            pub const ALL: &'static [Fault] = &[$(Fault::$name),*];

            /// `S003`
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Fault::$name => $code),* }
            }
            /// The kind written so, in upper or lower case.
            #[must_use]
            pub fn of(word: &str) -> Option<Fault> {
                let mut all = Fault::ALL.iter().copied();
                all.find(|fault| fault.code().eq_ignore_ascii_case(word))
            }
            /// What it is about, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Fault::$name => $title),* }
            }
        }
    };
}

faults! {
    NoColumns = "S001" "sheet without the columns",
    TooManyRows = "S002" "too many rows",
    ColumnTwice = "S003" "column given twice",
    UnknownNumber = "S004" "unknown inject number",
    RowTwice = "S005" "row given twice",
    NotANumber = "S006" "not a whole number",
    RoundBeyond = "S007" "round beyond the case",
    UnknownTeam = "S008" "unknown team",
    UnknownDelivery = "S009" "unknown delivery",
    UnknownTrigger = "S010" "unknown trigger",
    TextTooLong = "S011" "text too long for its card",
    Emptied = "S012" "cell that may not be empty",
    NotNotation = "S013" "not in the case's notation",
    NewLacks = "S014" "new inject that lacks something",
    UnknownText = "S015" "unknown place of a text",
    Placeholder = "S016" "placeholder missing or not known",
    UnknownStatus = "S017" "unknown status",
    NotLegible = "S018" "cell that holds an error or a date",
    Misplaced = "S019" "value that its trigger does not have",
    OtherLanguage = "S020" "sheet of another language",
}

/// One problem with a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub fault: Fault,
    /// Nothing for a problem of the whole sheet.
    pub cell: Option<Cell>,
    /// The head of its column.
    pub column: &'static str,
    pub message: String,
}

impl fmt::Display for Problem {
    /// `S007 row 4, column C (Round): the case has 4 rounds, not 9`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.fault.code())?;
        if let Some(cell) = self.cell {
            let name = cell.to_string();
            let letters = name.trim_end_matches(|c: char| c.is_ascii_digit());
            write!(f, " row {}, column {letters}", cell.row + 1)?;
            if !self.column.is_empty() {
                write!(f, " ({})", self.column)?;
            }
            write!(f, ":")?;
        }
        write!(f, " {}", self.message)
    }
}

/// A sheet whose columns have been found.
pub(super) struct Found<'g> {
    grid: &'g Grid,
    /// Row of the heads.
    head: usize,
    columns: BTreeMap<&'static str, usize>,
    /// Heads that no column of ours has.
    pub strange: Vec<String>,
    twice: Vec<(Cell, &'static str)>,
    illegible: BTreeSet<Cell>,
    /// The column that says of what a row is.
    key: &'static str,
    base: Option<Base>,
}

/// What stood in the cells when the sheet went out, by what the row is of and by column.
struct Base {
    rows: BTreeSet<String>,
    cells: BTreeMap<(String, &'static str), String>,
}

impl<'g> Found<'g> {
    /// The first sheet that has the `needed` columns, of which the first says of what a row is; otherwise what the
    /// likeliest one lacks.
    pub fn new(
        grids: &'g [Grid],
        known: &[Head],
        needed: &[&'static str],
    ) -> Result<Self, Problem> {
        let mut lacking: Option<(usize, String)> = None;
        let key = needed.first().copied().unwrap_or_default();
        for grid in grids.iter().filter(|grid| grid.name != BASE) {
            for head in 0..grid.rows.len().min(HEAD_ROWS) {
                let mut found = Self::at(grid, head, known);
                let lacks: Vec<String> = (needed.iter())
                    .filter(|n| !found.columns.contains_key(*n))
                    .map(|n| format!("`{n}`"))
                    .collect();
                if lacks.is_empty() {
                    if let Some(other) = alike(grids, grid, known, needed) {
                        return Err(Problem {
                            fault: Fault::NoColumns,
                            cell: None,
                            column: "",
                            message: format!(
                                "the sheets `{}` and `{other}` both have the columns; leave the one that is meant",
                                grid.name
                            ),
                        });
                    }
                    found.key = key;
                    found.base = Base::new(grids, known, key);
                    return Ok(found);
                }
                if lacking.as_ref().is_none_or(|(n, _)| lacks.len() < *n)
                    && lacks.len() < needed.len()
                {
                    let message = format!(
                        "the sheet `{}` has no column {}; the heads are in row {}",
                        grid.name,
                        lacks.join(", "),
                        head + 1
                    );
                    lacking = Some((lacks.len(), message));
                }
            }
        }
        let names: Vec<String> = needed.iter().map(|n| format!("`{n}`")).collect();
        let message = lacking.map_or_else(
            || format!("no sheet has the columns {}", names.join(", ")),
            |(_, message)| message,
        );
        Err(Problem {
            fault: Fault::NoColumns,
            cell: None,
            column: "",
            message,
        })
    }

    fn at(grid: &'g Grid, head: usize, known: &[Head]) -> Self {
        let mut found = Self {
            grid,
            head,
            columns: BTreeMap::new(),
            strange: Vec::new(),
            twice: Vec::new(),
            illegible: grid.illegible.iter().map(|(cell, _)| *cell).collect(),
            key: "",
            base: None,
        };
        for (n, name) in grid.rows[head].iter().enumerate() {
            let name = name.trim();
            let ours = known.iter().find(|k| plain(k.name) == plain(name));
            match ours {
                Some(ours) if found.columns.contains_key(ours.name) => {
                    let cell = Cell {
                        row: head,
                        column: n,
                    };
                    found.twice.push((cell, ours.name));
                }
                Some(ours) => {
                    found.columns.insert(ours.name, n);
                }
                None if !name.is_empty() => found.strange.push(name.to_owned()),
                None => {}
            }
        }
        found
    }

    /// Columns given twice, and cells of known columns that cannot be read.
    pub fn faults(&self) -> Vec<Problem> {
        let twice = self.twice.iter().map(|&(cell, column)| Problem {
            fault: Fault::ColumnTwice,
            cell: Some(cell),
            column,
            message: format!("there is a column `{column}` before this one"),
        });
        let illegible = self.grid.illegible.iter().filter_map(|(cell, what)| {
            let mut columns = self.columns.iter();
            let (column, _) = columns.find(|(_, n)| **n == cell.column)?;
            (cell.row > self.head).then(|| Problem {
                fault: Fault::NotLegible,
                cell: Some(*cell),
                column,
                message: format!("the cell holds {what}; write it as a text"),
            })
        });
        twice.chain(illegible).collect()
    }

    /// What the sheet is called.
    pub fn sheet(&self) -> &str {
        &self.grid.name
    }

    /// Rows below the heads in which anything stands.
    pub fn rows(&self) -> impl Iterator<Item = usize> + use<'g> {
        let (grid, head) = (self.grid, self.head);
        (head + 1..grid.rows.len())
            .filter(move |&row| grid.rows[row].iter().any(|cell| !cell.trim().is_empty()))
    }

    /// Where a column's cell of a row is; nothing if the sheet has no such column.
    pub fn cell(&self, row: usize, column: &str) -> Option<Cell> {
        let column = *self.columns.get(column)?;
        Some(Cell { row, column })
    }

    /// What stands in a cell, with line ends as files have them and nothing around it; nothing if there is no such
    /// column or the cell cannot be read.
    pub fn text(&self, row: usize, column: &str) -> Option<String> {
        let cell = self.cell(row, column)?;
        if self.illegible(cell) {
            return None;
        }
        let text = self.grid.rows[row].get(cell.column);
        Some(clean(text.map_or("", String::as_str)))
    }

    /// The cell holds no text or number, and that is told already.
    pub fn illegible(&self, cell: Cell) -> bool {
        self.illegible.contains(&cell)
    }

    /// What stood in a cell when the sheet went out; nothing if the sheet does not say it.
    pub fn was(&self, row: usize, column: &'static str) -> Option<&str> {
        let key = self.text(row, self.key)?;
        let cells = &self.base.as_ref()?.cells;
        cells.get(&(key, column)).map(String::as_str)
    }

    /// There was a row of this when the sheet went out; nothing if the sheet does not say it.
    pub fn had(&self, key: &str) -> Option<bool> {
        Some(self.base.as_ref()?.rows.contains(key))
    }

    /// The problem with a cell.
    pub fn problem(
        &self,
        fault: Fault,
        row: usize,
        column: &'static str,
        message: impl Into<String>,
    ) -> Problem {
        let (cell, message) = (self.cell(row, column), message.into());
        let message = match cell {
            Some(_) => message,
            // The sheet has no such column.
            None => format!("row {}: {message}", row + 1),
        };
        Problem {
            fault,
            cell,
            column,
            message,
        }
    }
}

impl Base {
    fn new(grids: &[Grid], known: &[Head], key: &'static str) -> Option<Self> {
        let grid = grids.iter().find(|grid| grid.name == BASE)?;
        grid.rows.first()?;
        let found = Found::at(grid, 0, known);
        let mut base = Self {
            rows: BTreeSet::new(),
            cells: BTreeMap::new(),
        };
        for row in found.rows() {
            let of = found.text(row, key)?;
            for &column in found.columns.keys() {
                let text = found.text(row, column)?;
                base.cells.insert((of.clone(), column), text);
            }
            base.rows.insert(of);
        }
        Some(base)
    }
}

/// Another sheet that could be the list: a copy of it, perhaps.
fn alike<'g>(
    grids: &'g [Grid],
    first: &Grid,
    known: &[Head],
    needed: &[&'static str],
) -> Option<&'g str> {
    let others = grids
        .iter()
        .filter(|grid| grid.name != BASE && grid.name != first.name);
    let is = |grid: &&Grid| {
        let rows = 0..grid.rows.len().min(HEAD_ROWS);
        rows.into_iter().any(|head| {
            let found = Found::at(grid, head, known);
            needed.iter().all(|n| found.columns.contains_key(n))
        })
    };
    others.into_iter().find(is).map(|grid| grid.name.as_str())
}

/// A text as cells and files are compared.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.trim().to_owned()
}

/// A word as people may write it: case, blanks and hyphens do not matter.
pub(super) fn plain(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
