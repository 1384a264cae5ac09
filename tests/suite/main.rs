//! One binary for every behaviour: each test binary links the whole program.

mod command_line;
mod recovery;
mod refusals;
mod replay;
mod secrecy;
#[cfg(feature = "app")]
mod screens;
mod stories;
mod support;
