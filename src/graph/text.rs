//! The graph for programs that lay it out themselves: Graphviz and Mermaid.

use std::fmt::Write as _;

use super::{Bond, Edge, Graph, Kind, Lane, Node};

/// Graphviz: `dot -Tsvg`.
#[must_use]
pub fn dot(graph: &Graph) -> String {
    let mut out = format!(
        "digraph case {{\n  label=\"{}\"; rankdir=LR; newrank=true; node [fontname=\"Noto Sans\" fontsize=10 style=filled];\n",
        quoted(&graph.title)
    );
    for lane in Lane::ALL {
        let _ = writeln!(out, "  subgraph cluster_{lane:?} {{ label=\"{lane:?}\";");
        for (n, node) in of_lane(graph, lane) {
            let bold = if node.critical {
                " penwidth=3 color=\"#b3261e\""
            } else {
                ""
            };
            let _ = writeln!(
                out,
                "    n{n} [label=\"{}\" tooltip=\"{}\" shape={} fillcolor=\"{}\"{bold}];",
                quoted(&node.in_words().unwrap_or_else(|| node.label.clone())),
                quoted(&node.about),
                shape(node.kind),
                super::svg::fill(node.kind)
            );
        }
        out.push_str("  }\n");
    }
    columns(&mut out, graph);
    for edge in &graph.edges {
        let style = match edge.bond {
            Bond::Needs | Bond::Brings => "solid",
            Bond::Any => "dashed",
            Bond::Not | Bond::Ends => "dotted",
        };
        let bold = if graph.path.contains(edge) {
            " penwidth=3 color=\"#b3261e\""
        } else {
            ""
        };
        // What does not go on in time moves no column.
        let column = |n: usize| graph.nodes.get(n).map_or(0, |node| node.column);
        let free = if column(edge.from) < column(edge.to) {
            ""
        } else {
            " constraint=false"
        };
        let _ = writeln!(
            out,
            "  n{} -> n{} [style={style}{bold}{free}];",
            edge.from, edge.to
        );
    }
    out.push_str("}\n");
    out
}

/// A heading for each column, one after the other; what stands in one column of the sheet has its rank.
fn columns(out: &mut String, graph: &Graph) {
    let used = graph.columns();
    for column in &used {
        let _ = writeln!(
            out,
            "  c{column} [label=\"{}\" shape=plaintext style=\"\"];",
            quoted(&graph.heading(*column))
        );
        let of = graph.nodes.iter().enumerate();
        let of: String = of
            .filter(|(_, n)| n.column == *column)
            .map(|(n, _)| format!(" n{n};"))
            .collect();
        let _ = writeln!(out, "  {{ rank=same; c{column};{of} }}");
    }
    for pair in used.windows(2) {
        if let [a, b] = pair {
            let _ = writeln!(out, "  c{a} -> c{b} [style=invis];");
        }
    }
}

fn of_lane(graph: &Graph, lane: Lane) -> impl Iterator<Item = (usize, &Node)> {
    graph
        .nodes
        .iter()
        .enumerate()
        .filter(move |(_, n)| n.lane == lane)
}

fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Item | Kind::CriticalItem | Kind::FalseLead => "note",
        Kind::Task => "box",
        Kind::Inject => "cds",
        Kind::Decision => "rarrow",
        Kind::Milestone => "diamond",
        Kind::Authority => "hexagon",
        Kind::Operation => "doubleoctagon",
        Kind::Network => "ellipse",
        Kind::Outcome => "doublecircle",
    }
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n")
}

/// Mermaid, for a page of Markdown.
#[must_use]
pub fn mermaid(graph: &Graph) -> String {
    let mut out = String::from("flowchart LR\n");
    for lane in Lane::ALL {
        let _ = writeln!(out, "  subgraph {lane:?}");
        for (n, node) in of_lane(graph, lane) {
            let (open, close) = match node.kind {
                Kind::Item | Kind::CriticalItem | Kind::FalseLead => ("[", "]"),
                Kind::Task => ("(", ")"),
                Kind::Inject | Kind::Decision => (">", "]"),
                Kind::Milestone | Kind::Authority => ("{{", "}}"),
                Kind::Operation | Kind::Outcome => ("[[", "]]"),
                Kind::Network => ("([", "])"),
            };
            let label = node.in_words().unwrap_or_else(|| node.label.clone());
            let label = label.replace('"', "#quot;");
            let _ = writeln!(out, "    n{n}{open}\"{label}\"{close}");
        }
        out.push_str("  end\n");
    }
    let critical = graph.nodes.iter().enumerate();
    let critical: Vec<String> = critical
        .filter(|(_, node)| node.critical)
        .map(|(n, _)| format!("n{n}"))
        .collect();
    if !critical.is_empty() {
        let _ = writeln!(
            out,
            "  classDef critical stroke:#b3261e,stroke-width:3px\n  class {} critical",
            critical.join(",")
        );
    }
    let mut bold = Vec::new();
    for (n, edge) in graph.edges.iter().enumerate() {
        let arrow = match edge.bond {
            Bond::Needs | Bond::Brings => "-->",
            Bond::Any => "-.->",
            Bond::Not | Bond::Ends => "-.-x",
        };
        let Edge { from, to, .. } = edge;
        let _ = writeln!(out, "  n{from} {arrow} n{to}");
        if graph.path.contains(edge) {
            bold.push(n.to_string());
        }
    }
    if !bold.is_empty() {
        let _ = writeln!(
            out,
            "  linkStyle {} stroke:#b3261e,stroke-width:3px",
            bold.join(",")
        );
    }
    out
}
