//! Liaison: an exercise engine for border officers.
pub mod drawing;
pub mod scenario;
