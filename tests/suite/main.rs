//! One binary for every behaviour: each test binary links the whole program.

mod command_line;
#[cfg(feature = "app")]
mod folder;
mod recovery;
mod refusals;
mod replay;
#[cfg(feature = "app")]
mod screens;
mod secrecy;
mod stories;
mod support;
