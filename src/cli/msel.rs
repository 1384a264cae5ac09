//! `liaison msel`: the injects of a case out into a spreadsheet, and back.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::sheets::{Import, export, grids, sound};
use crate::scenario::sheet::{Missing, msel};

/// Arguments of `liaison msel`.
#[derive(Debug, Args)]
pub struct Msel {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write the list of injects as a workbook.
    Export {
        /// A case's folder, or the name of a shipped case.
        case: String,
        /// The workbook.
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// Replace a file of that name without asking.
        #[arg(long)]
        yes: bool,
    },
    /// Show what an edited workbook changes in the injects, and change it.
    Import {
        /// A case's folder.
        case: String,
        /// The workbook.
        #[arg(value_name = "FILE.xlsx")]
        file: PathBuf,
        /// Take injects out of the case that have no row in the workbook.
        #[arg(long)]
        remove: bool,
        /// Change the case without asking.
        #[arg(long)]
        yes: bool,
    },
}

pub(super) fn run(asked: &Msel) -> u8 {
    done(asked).unwrap_or_else(|code| code)
}

fn done(asked: &Msel) -> Result<u8, u8> {
    match &asked.verb {
        Verb::Export { case, file, yes } => {
            let source = sound(case)?;
            Ok(export(case, &msel::table(&source), file, *yes))
        }
        Verb::Import {
            case,
            file,
            remove,
            yes,
        } => {
            let source = sound(case)?;
            let missing = if *remove {
                Missing::Goes
            } else {
                Missing::Stays
            };
            let back = msel::back(&source, &grids(file)?, missing);
            let import = Import {
                case,
                source: &source,
                back: &back,
                beside: Vec::new(),
                ids: false,
                yes: *yes,
            };
            Ok(import.run())
        }
    }
}
