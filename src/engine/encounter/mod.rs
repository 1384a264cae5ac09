//! Set pieces: an officer in front of a document, or of a person. Each is a small machine that knows no
//! window, clock or chance of its own, so that it can be played in an exercise and as a drill.

pub mod document;
pub mod line;
pub mod questioning;
pub mod set_piece;
