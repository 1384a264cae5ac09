//! What is wrong with a case although it can be read: one idea a file.

mod texts;

use super::doc::Doc;
use super::model::Scenario;
use super::read::Parsed;
use super::sink::Sink;
use super::texts::Site;

/// Checks on what the files say, run whatever else is wrong.
pub(super) fn files(docs: &[Doc], parsed: &Parsed, sites: &[Site], sink: &mut Sink) {
    let _ = parsed;
    texts::check(docs, sites, sink);
}

/// Checks on the case as a whole, run when every name resolves.
pub(super) fn case(docs: &[Doc], parsed: &Parsed, case: &Scenario, sink: &mut Sink) {
    let _ = (docs, parsed, case, sink);
}
