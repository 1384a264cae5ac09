//! One binary for every behaviour: each test binary links the whole program.

#[cfg(feature = "app")]
mod hands;
mod refusals;
#[cfg(feature = "app")]
mod screens;
mod stories;
mod support;
#[cfg(feature = "app")]
mod words;
