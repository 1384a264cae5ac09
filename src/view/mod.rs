//! The only door out of [`crate::engine::State`]: what each viewer may see.

mod debrief;
mod delta;
mod project;
mod record;
mod team;

pub use delta::{Section, apply, delta};
pub use project::{case_view, map_view, project};
pub use record::{Reader, told};
pub use team::*;
