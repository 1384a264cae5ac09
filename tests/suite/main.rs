//! Behaviours of the whole program, one file each, in one binary.

mod author_guide;
mod case_files;
mod diagnostics;
mod fixtures;
mod hostile_files;
mod large_cases;
