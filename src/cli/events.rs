//! `liaison events`: the record as a viewer may read it.

use std::io::Write as _;
use std::path::Path;

use super::{DONE, PROBLEMS, Viewer, cut_off};
use crate::engine::{State, evolve};
use crate::journal;
use crate::library;
use crate::scenario::ids::Team;
use crate::view::{Reader, told};

pub(super) fn run(file: &Path, viewer: Viewer) -> u8 {
    let exercise = match journal::read_file(file) {
        Ok(exercise) => exercise,
        Err(e) => {
            eprintln!("{e}");
            return PROBLEMS;
        }
    };
    let scenario = match library::from_exercise(&exercise) {
        Ok(scenario) => scenario,
        Err(problem) => {
            eprintln!("{}: {problem}", file.display());
            return PROBLEMS;
        }
    };
    let reader = match viewer {
        Viewer::North => Reader::Team(Team::North),
        Viewer::South => Reader::Team(Team::South),
        Viewer::Truth => Reader::Truth,
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut state = State::new(scenario);
    let mut number = 1;
    for event in exercise.entries.iter().flat_map(|e| &e.events) {
        if let Some(line) = told(&state, number, event, reader) {
            number += 1;
            if let Err(e) = writeln!(out, "{line}") {
                return cut_off(&e);
            }
        }
        evolve(&mut state, event);
    }
    out.flush().map_or_else(|e| cut_off(&e), |()| DONE)
}
