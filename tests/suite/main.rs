//! One binary for every behaviour: each test binary links the whole program.

mod refusals;
mod stories;
mod support;
