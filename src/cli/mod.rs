//! One file per subcommand; each prints and gives an exit code.

pub mod check;
