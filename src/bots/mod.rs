//! Simulated officers: policies that see a team's view and give commands, like a person.
//!
//! A policy never sees the state, the partner's view or the case's files, and cannot read texts: it
//! goes by what is listed, named and held.

mod authority;
mod decide;
mod desk;
pub mod fitted;
mod guess;
mod links;
mod operations;
mod policy;
mod set_pieces;
mod weights;
mod work;

pub use policy::{Plays, Policy, Simulated};
