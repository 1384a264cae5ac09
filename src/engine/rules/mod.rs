//! The rules of an exercise, one family a file. Each judges; none changes anything.

pub mod consent;
pub mod flow;
pub mod milestones;
pub mod pointer;
pub mod requests;
pub mod scoring;
pub mod sharing;
pub mod tasks;
pub mod theory;
pub mod trust;
