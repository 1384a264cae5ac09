//! Liaison: an exercise engine for border officers.
//!
//! Functional core, imperative shell. The core ([`document`], [`scenario`], [`engine`], [`view`], [`bots`],
//! [`report`], [`drawing`], [`language`], [`protocol`]) knows no window, file, clock or hidden chance; the shells
//! ([`library`], [`journal`], [`session`], [`lsp`], [`cli`], `app`) carry bytes, pixels and files. See
//! `ARCHITECTURE.md` for the invariants and where each is tested.

// The core.
pub mod bots;
pub mod document;
pub mod drawing;
pub mod engine;
pub mod graph;
pub mod language;
pub mod protocol;
pub mod report;
pub mod scenario;
pub mod view;

// What is made of both.
pub mod analysis;
pub mod author;
mod background;
pub mod simulate;

// What can be proved of a case: the engine, and nothing above it.
pub mod solve;

// The shells.
#[cfg(feature = "app")]
pub mod app;
pub mod cli;
pub mod journal;
pub mod library;
pub mod lsp;
#[cfg(feature = "net")]
pub mod net;
pub mod session;
