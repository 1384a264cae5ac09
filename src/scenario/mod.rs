//! The case format: what files say, and the validated case that play uses.
//!
//! This module never touches the disk: it is given bytes with their names.

pub mod authority;
mod code;
pub mod diagnostic;
mod doc;
pub mod documents;
mod earliest;
pub mod edit;
pub mod evaluation;
mod explain;
pub mod file;
mod fix;
pub mod ids;
pub mod interviews;
mod lint;
mod load;
pub mod manifest;
mod mending;
pub mod model;
pub mod msel;
pub mod operations;
pub mod outline;
pub mod places;
pub mod primary_line;
pub mod questionnaires;
mod ranges;
mod read;
mod recover;
mod set_piece;
pub mod sheet;
mod silence;
mod sink;
pub mod source;
pub mod text;
mod texts;
mod tolerant;
mod translations;
pub mod tree;
mod validate;
pub mod words;

pub use diagnostic::{Code, Diagnostic, Severity};
pub use earliest::{Earliest, earliest};
pub use explain::{Explained, explain};
pub use fix::Fix;
pub use load::{Loaded, load, load_to_solve};
pub use model::Scenario;
pub use places::{Place, parts_of_full, places};
pub use source::CaseSource;
pub use text::Text;
pub use texts::TextKind;
