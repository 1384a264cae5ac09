//! One binary for every behaviour: each test binary links the whole program.

mod refusals;
#[cfg(feature = "app")]
mod screens;
mod stories;
mod support;
