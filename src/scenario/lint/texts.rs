//! Texts that are empty or do not fit on their card.

use super::super::doc::Doc;
use super::super::sink::Sink;
use super::super::texts::Site;
use super::super::translations::problem;

pub(super) fn check(docs: &[Doc], sites: &[Site], sink: &mut Sink) {
    for site in sites {
        if site.mended && site.text.is_empty() {
            continue;
        }
        if let Some((code, message, label)) = problem(site.kind, site.text) {
            sink.at(docs, site.find(docs), code, message).label(label);
        }
    }
}
