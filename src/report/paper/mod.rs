//! A report before it is written in a format: sections of sentences, lists, tables and charts, in one language.
//!
//! The web page and the Word document are written from the same paper, so neither can tell what the other does
//! not. Whatever is put on it is fit for every format: no control character gets through.

mod page;
mod word;

pub(super) use page::page;
pub(super) use word::word;

use crate::language::Lang;
use crate::scenario::ids::Team;

/// The whole report.
pub(super) struct Paper {
    pub lang: Lang,
    /// The case's.
    pub title: String,
    /// What kind of paper it is.
    pub kind: String,
    /// The cover: name and what it is.
    pub facts: Vec<(String, Line)>,
    /// How the list of sections is called.
    pub contents: String,
    /// Under which a chart's numbers are folded away.
    pub as_table: String,
    /// `page` for “Page 3”.
    pub page: String,
    pub sections: Vec<Section>,
}

/// A part of the report with a heading of its own.
pub(super) struct Section {
    /// Unique in the report; an anchor.
    pub id: &'static str,
    pub title: String,
    pub blocks: Vec<Block>,
}

impl Section {
    pub fn new(id: &'static str, title: String) -> Self {
        let blocks = Vec::new();
        Self { id, title, blocks }
    }

    pub fn part(&mut self, title: impl Into<String>) {
        self.blocks.push(Block::Part(tidy(&title.into())));
    }

    pub fn says(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Says(line.into()));
    }

    /// A list, unless it is empty.
    pub fn points(&mut self, points: Vec<Line>) {
        if !points.is_empty() {
            let numbered = false;
            self.blocks.push(Block::Points { numbered, points });
        }
    }

    /// A table, unless it has no rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Table(table));
        }
    }
}

/// What a section is made of.
pub(super) enum Block {
    /// A heading inside the section.
    Part(String),
    Says(Line),
    Points {
        numbered: bool,
        points: Vec<Line>,
    },
    Table(Table),
    Chart(Chart),
}

/// A drawing, with its numbers for who cannot see it and for a format that cannot show it.
pub(super) struct Chart {
    pub title: String,
    /// The drawing in words.
    pub about: String,
    pub svg: String,
    pub table: Table,
}

/// Letters of ten points beside each other on A4, more or less.
const LETTERS: usize = 96;
/// Lines of a row that are always kept together.
const TALL: usize = 8;

/// A table with a caption; each row has a cell for every column, and the first names its row.
pub(super) struct Table {
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    pub fn new(caption: String, columns: Vec<Column>) -> Self {
        let rows = Vec::new();
        Self {
            caption: tidy(&caption),
            columns,
            rows,
        }
    }

    pub fn row(&mut self, cells: Vec<Cell>) {
        self.rows.push(cells);
    }

    /// On paper such a row may go over to the next page: kept together it could leave a page half empty.
    fn is_tall(&self, row: &[Cell]) -> bool {
        let all: usize = self.columns.iter().map(|c| usize::from(c.share)).sum();
        let tall = |(cell, column): (&Cell, &Column)| {
            let room = (LETTERS * usize::from(column.share) / all.max(1)).max(1);
            let lines = cell.0.iter().map(|line| {
                let letters = line.0.iter().map(|span| span.text.chars().count());
                letters.sum::<usize>().div_ceil(room).max(1)
            });
            lines.sum::<usize>() > TALL
        };
        row.iter().zip(&self.columns).any(tall)
    }
}

pub(super) struct Column {
    pub name: String,
    /// Share of the width, beside those of the others.
    pub share: u16,
}

/// A column of this name and share of the width.
pub(super) fn column(name: String, share: u16) -> Column {
    let name = tidy(&name);
    Column { name, share }
}

/// The lines of a cell.
#[derive(Default)]
pub(super) struct Cell(pub Vec<Line>);

impl Cell {
    pub fn line(mut self, line: impl Into<Line>) -> Self {
        self.0.push(line.into());
        self
    }
}

impl<L: Into<Line>> From<L> for Cell {
    fn from(line: L) -> Self {
        Self(vec![line.into()])
    }
}

/// A sentence, or a few words.
#[derive(Clone, Default)]
pub(super) struct Line(pub Vec<Span>);

/// Words of one look.
#[derive(Clone)]
pub(super) struct Span {
    pub tone: Tone,
    pub text: String,
}

/// How words look; what a tone says is also said in words or by a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Strong,
    /// A remark beside the matter.
    Soft,
    /// Something went wrong.
    Alert,
    Team(Team),
}

impl Line {
    pub fn and(mut self, tone: Tone, text: impl AsRef<str>) -> Self {
        let text = tidy(text.as_ref());
        self.0.push(Span { tone, text });
        self
    }

    pub fn strong(text: impl AsRef<str>) -> Self {
        Self::default().and(Tone::Strong, text)
    }

    pub fn soft(text: impl AsRef<str>) -> Self {
        Self::default().and(Tone::Soft, text)
    }

    pub fn alert(text: impl AsRef<str>) -> Self {
        Self::default().and(Tone::Alert, text)
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self::default().and(Tone::Plain, text)
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self::default().and(Tone::Plain, text)
    }
}

/// `text` as every format can hold it: on one line, without the characters that XML forbids.
pub(super) fn tidy(text: &str) -> String {
    let fit = |c: char| match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        c if c.is_control() => None,
        c => Some(c),
    };
    text.chars().filter_map(fit).collect()
}

#[cfg(test)]
mod tests {
    use super::tidy;

    #[test]
    fn text_loses_what_no_format_can_hold_and_nothing_else() {
        assert_eq!(tidy("a\u{0}\u{1b}[31mb\u{ffff}\r\nc"), "a[31mb  c");
        assert_eq!(tidy("<ที่นี่ & \"=1+1\">"), "<ที่นี่ & \"=1+1\">");
    }
}
