//! Liaison: an exercise engine for border officers.
#[cfg(feature = "app")]
pub mod app;
pub mod bots;
pub mod engine;
pub mod journal;
pub mod protocol;
pub mod drawing;
pub mod scenario;
pub mod session;
pub mod view;
