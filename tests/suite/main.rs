//! One binary for every behaviour: each test binary links the whole program.

mod author_guide;
mod case_files;
mod command_line;
mod diagnostics;
mod fixtures;
mod hostile_files;
mod large_cases;
mod recovery;
mod refusals;
mod replay;
mod secrecy;
mod stories;
mod support;
