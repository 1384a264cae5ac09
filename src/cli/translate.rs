//! `liaison translate`: the texts of a case out to translators as a spreadsheet, and back.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::PROBLEMS;
use super::sheets::{Import, export, grids, sound};
use crate::library::Beside;
use crate::scenario::sheet::translation::{self, Originals};

/// Arguments of `liaison translate`.
#[derive(Debug, Args)]
pub struct Translate {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write every text with its translation, and what is new or stale, as a workbook.
    Export {
        /// A case's folder, or the name of a shipped case.
        case: String,
        /// The language, such as th; it need not be in the case yet.
        #[arg(long, value_name = "TAG", value_parser = tag)]
        lang: String,
        /// The workbook.
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// Replace a file of that name without asking.
        #[arg(long)]
        yes: bool,
    },
    /// Show what a translated workbook changes, and change it.
    Import {
        /// A case's folder.
        case: String,
        /// The language, such as th.
        #[arg(long, value_name = "TAG", value_parser = tag)]
        lang: String,
        /// The workbook.
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// Change the case without asking.
        #[arg(long)]
        yes: bool,
    },
}

/// A language in the form that file names have.
fn tag(tag: &str) -> Result<String, String> {
    let parsed: Option<unic_langid::LanguageIdentifier> = tag.parse().ok();
    match parsed
        .filter(|l| !l.language.is_empty() && l.language.as_str().len() <= 3)
        .map(|l| l.to_string())
    {
        Some(better) if better == tag => Ok(better),
        Some(better) => Err(format!("write `{better}`")),
        None => Err("not a language tag such as `en` or `th`".to_owned()),
    }
}

pub(super) fn run(asked: &Translate) -> u8 {
    done(asked).unwrap_or_else(|code| code)
}

fn done(asked: &Translate) -> Result<u8, u8> {
    match &asked.verb {
        Verb::Export {
            case,
            lang,
            file,
            yes,
        } => {
            let source = sound(case)?;
            foreign(&source, lang)?;
            let noted = originals(case, lang)?.0;
            let table = translation::table(&source, lang, &noted);
            Ok(export(case, &table, file, *yes))
        }
        Verb::Import {
            case,
            lang,
            file,
            yes,
        } => {
            let source = sound(case)?;
            foreign(&source, lang)?;
            let (before, text) = originals(case, lang)?;
            let (back, noted) = translation::back(&source, lang, &before, &grids(file)?);
            let count = noted.differs(&before);
            let s = if count == 1 { "" } else { "s" };
            let beside = (count > 0).then(|| {
                let file = Originals::file(lang);
                let what = format!("{file}: {count} original{s} noted");
                let (before, now) = (text, noted.write());
                (Beside { file, before, now }, what)
            });
            let beside = beside.into_iter().collect();
            let import = Import {
                case,
                source: &source,
                back: &back,
                beside,
                ids: false,
                yes: *yes,
            };
            Ok(import.run())
        }
    }
}

/// A case is not translated into its own language.
fn foreign(source: &crate::scenario::CaseSource, lang: &str) -> Result<(), u8> {
    let own = translation::own_language(source);
    if own.as_deref() == Some(lang) {
        eprintln!("`{lang}` is the language in which the case is written");
        return Err(PROBLEMS);
    }
    Ok(())
}

/// What is noted beside the translations, and the text that says it; nothing for a case that the program carries, or
/// has none.
pub(super) fn originals(case: &str, lang: &str) -> Result<(Originals, Option<String>), u8> {
    let path = Path::new(case).join(Originals::file(lang));
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((Originals::read(&text), Some(text))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok((Originals::default(), None)),
        Err(e) => {
            eprintln!("`{}` cannot be read: {e}", path.display());
            Err(PROBLEMS)
        }
    }
}
