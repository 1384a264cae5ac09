//! The rules of an exercise, one family a file. Each judges; none changes anything.

pub mod admissible;
pub mod authority;
pub mod consent;
pub mod facilitation;
pub mod flow;
pub mod injects;
pub mod links;
pub mod milestones;
pub mod network;
pub mod odds;
pub mod operations;
pub mod pointer;
pub mod questionnaires;
pub(crate) mod rating;
pub mod requests;
pub mod scoring;
pub mod set_pieces;
pub mod sharing;
pub mod tasks;
pub mod theory;
pub mod trust;
