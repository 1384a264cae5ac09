//! The paper as one web page: no script, no font and no network; vector charts; light, dark and print.

use askama::Template;

use super::{Block, Cell, Chart, Column, Line, Paper, Span, Table, Tone};
use crate::drawing::palette;
use crate::drawing::svg::escape;
use crate::scenario::ids::Team;

#[derive(Template)]
#[template(path = "page.html", config = "src/report/askama.toml")]
struct Page<'a> {
    paper: &'a Paper,
    lang: &'static str,
    /// A colour of a drawing, and the variable that stands for it on the page.
    inks: [(&'static str, &'static str); 9],
}

/// The page.
///
/// # Errors
/// If it cannot be composed, which no report causes.
pub(in crate::report) fn page(paper: &Paper) -> Result<String, askama::Error> {
    let page = Page {
        paper,
        lang: paper.lang.tag(),
        inks: [
            (palette::PAPER, "paper"),
            (palette::PAPER_2, "rule"),
            (palette::PAPER_RULE, "rule"),
            (palette::INK, "ink"),
            (palette::INK_2, "soft"),
            (palette::NORTH_INK, "north"),
            (palette::NORTH_WASH, "north-wash"),
            (palette::SOUTH_INK, "south"),
            (palette::SOUTH_WASH, "south-wash"),
        ],
    };
    page.render()
}

impl Tone {
    /// Its class on the page.
    fn class(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Strong => "b",
            Tone::Soft => "soft",
            Tone::Alert => "no",
            Tone::Team(Team::North) => "n",
            Tone::Team(Team::South) => "s",
        }
    }
}

impl Line {
    fn spans(&self) -> &[Span] {
        &self.0
    }
}

impl Cell {
    fn lines(&self) -> &[Line] {
        &self.0
    }
}

impl Table {
    /// A column's share of the width in per cent.
    fn percent(&self, column: &Column) -> u32 {
        let all: u32 = self.columns.iter().map(|c| u32::from(c.share)).sum();
        u32::from(column.share) * 100 / all.max(1)
    }
}

impl Chart {
    /// The drawing with its name and its story inside, for who cannot see it. The ids are unique by `id`.
    fn told(&self, id: &str) -> String {
        let (head, rest) = self.svg.split_once('>').unwrap_or((&self.svg, ""));
        format!(
            r#"{head} role="img" aria-labelledby="{id}-t {id}-d"><title id="{id}-t">{}</title><desc id="{id}-d">{}</desc>{rest}"#,
            escape(&self.title),
            escape(&self.about)
        )
    }
}
