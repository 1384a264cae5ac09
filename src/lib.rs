//! Liaison: an exercise engine for border officers.
pub mod scenario;
