//! The chain that the full outcome waits for longest: from it back, at each thing that which comes last of all
//! that it needs, or first of what will do.

use super::{Bond, Edge, Graph, Kind};

/// Marks nodes and edges of the critical path.
pub(super) fn mark(graph: &mut Graph) {
    let full = |n: &super::Node| n.kind == Kind::Outcome && n.label == "full";
    let Some(mut at) = graph.nodes.iter().position(full) else {
        return;
    };
    loop {
        let Some(node) = graph.nodes.get_mut(at) else {
            return;
        };
        if std::mem::replace(&mut node.critical, true) {
            return;
        }
        let Some(edge) = before(graph, at) else {
            return;
        };
        graph.path.insert(edge);
        at = edge.from;
    }
}

/// What the node waits for.
fn before(graph: &Graph, at: usize) -> Option<Edge> {
    let column = |n: usize| graph.nodes.get(n).map_or(0, |node| node.column);
    let ends = |e: &Edge| graph.nodes.get(e.from).map_or(0, |node| node.ends);
    let into = |bond: Bond| {
        let all = graph.edges.iter().copied();
        // What comes later cannot be what it waited for.
        let new = |n: usize| graph.nodes.get(n).is_some_and(|node| !node.critical);
        let before = move |e: &Edge| column(e.from) <= column(at) && new(e.from);
        all.filter(move |e| e.to == at && e.bond == bond && before(e))
    };
    let needed = into(Bond::Needs).max_by_key(ends);
    let any = into(Bond::Any).min_by_key(ends);
    let brought = into(Bond::Brings).min_by_key(ends);
    let latest = [needed, any, brought].into_iter().flatten();
    latest.max_by_key(ends)
}
