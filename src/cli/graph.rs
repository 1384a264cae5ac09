//! `liaison graph`: a case drawn by team and round.

use std::path::Path;

use super::{DONE, PROBLEMS, USAGE, cut_off, say};
use crate::graph::{dot, graph, mermaid, svg};
use crate::library;

pub(super) fn run(case: &str, output: &Path) -> u8 {
    let ending = output.extension().unwrap_or_default().to_ascii_lowercase();
    let write = match ending.to_string_lossy().as_ref() {
        "svg" => svg,
        "dot" => dot,
        "mmd" => mermaid,
        _ => {
            eprintln!(
                "{}: what is drawn ends in .svg, .dot or .mmd",
                output.display()
            );
            return USAGE;
        }
    };
    let case = match library::open(case) {
        Ok(case) => case,
        Err(problem) => {
            eprintln!("{problem}");
            return PROBLEMS;
        }
    };
    let graph = graph(&case.scenario);
    if let Err(e) = std::fs::write(output, write(&graph)) {
        eprintln!("{} could not be written: {e}", output.display());
        return PROBLEMS;
    }
    let told = say(format_args!(
        "{}: {} things, {} bonds; it shows what both teams hold\ncritical path: {}\n",
        output.display(),
        graph.nodes.len(),
        graph.edges.len(),
        graph.critical_path().join(" > ")
    ));
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}
