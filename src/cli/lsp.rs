//! `liaison lsp`: serves an editor on standard input and output.

use std::io::{self, BufReader};

use super::{DONE, PROBLEMS, cut_off};
use crate::lsp;

pub(super) fn run() -> u8 {
    let input = BufReader::new(io::stdin());
    match lsp::serve(input, &mut io::stdout().lock()) {
        Ok(true) => DONE,
        // As the protocol has it: an editor that goes without a word.
        Ok(false) => PROBLEMS,
        Err(e) => cut_off(&e),
    }
}
