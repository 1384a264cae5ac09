//! `liaison events`: the record as a viewer may read it.

use std::io::Write as _;
use std::path::Path;

use super::{DONE, PROBLEMS, USAGE, Viewer, cut_off};
use crate::engine::{Phase, State, evolve};
use crate::journal;
use crate::library;
use crate::scenario::ids::Team;
use crate::view::{Reader, told};

pub(super) fn run(file: &Path, viewer: Option<Viewer>) -> u8 {
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
    let events = || exercise.entries.iter().flat_map(|e| &e.events);
    let reader = match viewer {
        Some(Viewer::North) => Reader::Team(Team::North),
        Some(Viewer::South) => Reader::Team(Team::South),
        Some(Viewer::Truth) => Reader::Truth,
        // What is open by itself: nobody reads the truth by oversight while it can spoil something.
        None if State::replay(scenario.clone(), events()).phase() == Phase::Debrief => {
            Reader::Truth
        }
        None => {
            eprintln!(
                "{}: the exercise is not over; say whose eyes to read it with: --as north, --as south, \
                 or, for whoever runs it, --as truth",
                file.display()
            );
            return USAGE;
        }
    };
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut state = State::new(scenario);
    let mut number = 1;
    for event in events() {
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
