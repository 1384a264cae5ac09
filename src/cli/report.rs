//! `liaison report`: an exercise that is over, written as files to take home.

use std::path::Path;

use clap::ValueEnum;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::language::Lang;
use crate::library::{Format, Otherwise, Wanted, write_report};
use crate::scenario::ids::Team;

/// In what a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatName {
    /// One web page that prints well and needs no network.
    Html,
    /// A Word document to edit, with the improvement plan to fill.
    Docx,
    /// A workbook: timeline, items, metrics, ratings, injects, events.
    Xlsx,
    /// Timeline and events, for any spreadsheet.
    Csv,
    /// The whole report, and the events one a line.
    Json,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Html => Format::Html,
            FormatName::Docx => Format::Docx,
            FormatName::Xlsx => Format::Xlsx,
            FormatName::Csv => Format::Csv,
            FormatName::Json => Format::Json,
        }
    }
}

/// For whom a report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ReaderName {
    /// The first service: what the debrief opened to it, and what was noted about it.
    North,
    /// The second service, likewise.
    South,
    /// Whoever ran the exercise: everything.
    All,
}

impl ReaderName {
    fn team(self) -> Option<Team> {
        match self {
            ReaderName::North => Some(Team::North),
            ReaderName::South => Some(Team::South),
            ReaderName::All => None,
        }
    }
}

/// A language by its tag, of which only the language itself counts: `th-TH` is Thai.
pub(super) fn language(tag: &str) -> Result<Lang, String> {
    let lang = Lang::of(tag);
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    if lang.tag().eq_ignore_ascii_case(primary) {
        return Ok(lang);
    }
    let spoken = Lang::ALL.map(|lang| format!("{} ({})", lang.tag(), lang.name()));
    Err(format!("the program speaks {}", spoken.join(" and ")))
}

/// A line every tenth of the way.
fn told(done: u32, of: u32) {
    let tenth = |n: u32| u64::from(n) * 10 / u64::from(of.max(1));
    if done > 0 && tenth(done) != tenth(done - 1) {
        eprintln!("{done} of {of} pairs of exercises played");
    }
}

pub(super) fn run(
    file: &Path,
    folder: &Path,
    formats: &[FormatName],
    lang: Option<Lang>,
    reader: ReaderName,
    what_if: bool,
) -> u8 {
    let mut formats: Vec<Format> = formats.iter().map(|f| Format::from(*f)).collect();
    formats.sort_unstable();
    formats.dedup();
    let wanted = Wanted {
        formats,
        lang,
        reader: reader.team(),
        otherwise: if what_if {
            Otherwise::Worked(told)
        } else {
            Otherwise::Left
        },
    };
    match write_report(file, folder, &wanted) {
        Ok(written) => {
            let lines: String = (written.iter())
                .map(|path| format!("{}\n", path.display()))
                .collect();
            say(format_args!("{lines}")).map_or_else(|e| cut_off(&e), |()| DONE)
        }
        Err(problem) => {
            eprintln!("{problem}");
            PROBLEMS
        }
    }
}
