//! One binary for every behaviour: each test binary links the whole program.

mod finish;
mod refusals;
#[cfg(feature = "app")]
mod screens;
mod stories;
mod support;
