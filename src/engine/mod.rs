//! The exercise itself, without IO, clock or hidden chance.
//!
//! [`decide()`] judges a command and says what happens; [`evolve()`] folds what happened into the
//! [`State`]. The state of an exercise is the fold of its events and nothing else.

pub(crate) mod authority;
pub(crate) mod board;
mod command;
pub mod condition;
mod decide;
mod desk;
pub mod encounter;
mod event;
mod evolve;
pub(crate) mod facilitation;
mod fingerprint;
mod fits;
pub(crate) mod liaison;
pub(crate) mod operations;
pub(crate) mod plot;
pub mod questionnaires;
mod refusal;
pub mod rules;
pub(crate) mod set_pieces;
pub(crate) mod state;
mod theory;
mod waits;

pub use authority::GroundLack;
pub use command::{Actor, Command};
pub use decide::decide;
pub use event::{CaseTime, Cause, Entry, Event};
pub use evolve::evolve;
pub use fingerprint::fingerprint;
pub use fits::fits;
pub use liaison::{About, Answer, Consent};
pub use operations::{OddsLine, Plan, Start};
pub use refusal::Refusal;
pub use state::{Phase, State};
pub use theory::{CELL, Theory};
