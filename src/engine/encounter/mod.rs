//! Set pieces: a person in front of a document. Each is a small machine that knows no window, clock or
//! chance of its own, so that it can be played in an exercise and as a drill.

pub mod document;
pub mod line;
