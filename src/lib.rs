//! Liaison: an exercise engine for border officers.
pub mod cli;
pub mod library;
pub mod scenario;
