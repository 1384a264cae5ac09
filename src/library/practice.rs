//! People to practise questioning on: they belong to no case that anybody plays, so a drill spoils none.
//!
//! An interview is read and checked as a part of a case. These stand in one that has nothing else
//! (`assets/interviews/host`), so everything that holds for people of cases holds for them.

use super::Invited;
use crate::scenario::{CaseSource, Code, Diagnostic, load};

/// The files of the case that hosts them.
const FILES: [(&str, &str); 13] = {
    macro_rules! file {
        ($name:literal, $path:literal) => {
            (
                $name,
                include_str!(concat!("../../assets/interviews/", $path)),
            )
        };
    }
    [
        file!("scenario.ron", "host/scenario.ron"),
        file!("officers.ron", "host/officers.ron"),
        file!("subjects.ron", "host/subjects.ron"),
        file!("map.ron", "host/map.ron"),
        file!("intel.ron", "host/intel.ron"),
        file!("tasks.ron", "host/tasks.ron"),
        file!("theory.ron", "host/theory.ron"),
        file!("objectives.ron", "host/objectives.ron"),
        file!("truth.ron", "host/truth.ron"),
        file!("lang/th.ron", "th.ron"),
        file!("interviews/1_ticket_window.ron", "1_ticket_window.ron"),
        file!("interviews/2_upper_floor.ron", "2_upper_floor.ron"),
        file!("interviews/3_kitchen_help.ron", "3_kitchen_help.ron"),
    ]
};

/// Everybody whom the drill brings in, from the first level to the third.
#[must_use]
pub fn practice() -> Vec<Invited> {
    let case = load(&source()).scenario;
    case.map(|case| super::cases::invited(&case))
        .unwrap_or_default()
}

/// What a check has to say of them; nothing, in a program that was tested. That no task opens an interview is no
/// problem here: the drill does.
#[must_use]
pub fn practice_problems() -> Vec<Diagnostic> {
    let mut all = load(&source()).diagnostics;
    all.retain(|problem| problem.code != Code::SetPieceUnopened);
    all
}

fn source() -> CaseSource {
    let files = FILES.iter();
    CaseSource {
        files: files
            .map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()))
            .collect(),
        ..CaseSource::default()
    }
}
