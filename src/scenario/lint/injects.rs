//! Injects that reach nobody and change nothing.

use super::super::code::Code;
use super::super::doc::{Doc, Trail};
use super::super::read::Parsed;
use super::super::sink::Sink;

pub(super) fn check(docs: &[Doc], parsed: &Parsed, sink: &mut Sink) {
    for inject in parsed.injects.all.iter().filter(|i| !i.broken) {
        if inject.value.to.is_empty()
            && inject.value.effects.is_empty()
            && inject.value.decision.is_none()
        {
            let message = format!(
                "inject {} reaches nobody and changes nothing",
                inject.value.number
            );
            let root = Trail::Root(inject.at);
            sink.at(docs, root.field("to").find(docs), Code::NoReceiver, message)
                .label("to nobody")
                .help("write `to: [North]`, `to: [South]` or `to: [North, South]`");
        }
    }
}
