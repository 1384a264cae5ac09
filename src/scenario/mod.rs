//! The case format: what files say, and the validated case that play uses.
//!
//! This module never touches the disk: it is given bytes with their names.

pub mod file;
pub mod ids;
pub mod model;
pub mod text;
pub mod words;

pub use model::Scenario;
pub use text::Text;
