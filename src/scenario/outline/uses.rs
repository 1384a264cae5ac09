//! Where an id stands in a case.

use std::ops::Range;

use super::super::read;
use super::super::sink::Sink;
use super::super::source::CaseSource;
use super::super::tree::Kind;
use super::look::named;
use super::things::{self, Thing};
use super::walk::{Step, child, root};
use super::{Outline, bare};

/// One place at which an id stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub file: String,
    /// Bytes of the id without its quotes.
    pub span: Range<usize>,
    /// The thing is defined here.
    pub defines: bool,
}

/// Every place at which a thing's id stands, by file and place; flags are set and asked for, and none of it defines
/// them alone.
#[must_use]
pub fn uses(source: &CaseSource, thing: Thing, scope: &str, id: &str) -> Vec<Use> {
    let mut sink = Sink::default();
    let docs = read::docs(source, &mut sink);
    let mut out = Vec::new();
    for doc in &docs {
        let (Some(node), Some(ty)) = (doc.tree.root(), root(doc.file)) else {
            continue;
        };
        let first = Step {
            node,
            ty: Some(ty),
            slot: None,
        };
        let mut waiting = vec![(first, 0)];
        let mut way: Vec<Step> = Vec::new();
        while let Some((step, depth)) = waiting.pop() {
            way.truncate(depth);
            for part in doc.tree.children(step.node) {
                waiting.push((child(&doc.tree, doc.text, &step, part), depth + 1));
            }
            let node = *doc.tree.node(step.node);
            let slot = step.slot.clone();
            way.push(step);
            let written = node.span.of(doc.text);
            if !matches!(node.kind, Kind::Str | Kind::Number) || bare(written) != id {
                continue;
            }
            let named = named(doc.file, doc.text, &doc.tree, &way);
            if named.is_none_or(|(kind, within)| !kind.takes(thing) || within != scope) {
                continue;
            }
            let start = node.span.start as usize + usize::from(written.starts_with('"'));
            out.push(Use {
                file: doc.file.to_owned(),
                span: start..start + id.len(),
                defines: slot.is_some_and(|slot| things::defined(slot.key()).is_some()),
            });
        }
    }
    out.sort_by(|a, b| (&a.file, a.span.start).cmp(&(&b.file, b.span.start)));
    out
}

impl Outline {
    /// Everything that is called so, be it of which kind and known within what it may.
    #[must_use]
    pub fn called(&self, id: &str) -> Vec<&super::Definition> {
        self.definitions.iter().filter(|d| d.id == id).collect()
    }
}
