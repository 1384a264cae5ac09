//! The events of a record as its reader may read them, by the same door as `liaison events`.

use std::sync::Arc;

use serde_json::Value;

use crate::engine::{Entry, State, evolve};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::view::{Reader, told};

/// Every event that this reader is told, in order; `None`: whoever ran the exercise.
#[must_use]
pub fn events(scenario: &Arc<Scenario>, entries: &[Entry], reader: Option<Team>) -> Vec<Value> {
    let reader = reader.map_or(Reader::Truth, Reader::Team);
    let mut state = State::new(Arc::clone(scenario));
    let mut out = Vec::new();
    let mut number = 1;
    for event in entries.iter().flat_map(|e| &e.events) {
        if let Some(line) = told(&state, number, event, reader) {
            number += 1;
            out.push(line);
        }
        evolve(&mut state, event);
    }
    out
}
