//! The program: typed arguments become one command, its result the exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(liaison::cli::run())
}
