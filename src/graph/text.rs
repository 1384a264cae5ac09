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
                "    n{n} [label=\"{}\" shape={} fillcolor=\"{}\"{bold}];",
                quoted(&node.label),
                shape(node.kind),
                super::svg::fill(node.kind)
            );
        }
        out.push_str("  }\n");
    }
    // What stands in one column of the sheet has one rank.
    let last = graph.nodes.iter().map(|n| n.column).max().unwrap_or(0);
    for column in 0..=last {
        let of: Vec<String> = graph
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, n)| n.column == column)
            .map(|(n, _)| format!("n{n}"))
            .collect();
        if !of.is_empty() {
            let _ = writeln!(out, "  {{ rank=same; {}; }}", of.join("; "));
        }
    }
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
        let _ = writeln!(
            out,
            "  n{} -> n{} [style={style}{bold}];",
            edge.from, edge.to
        );
    }
    out.push_str("}\n");
    out
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
        Kind::Milestone => "diamond",
        Kind::Authority => "hexagon",
        Kind::Operation => "doubleoctagon",
        Kind::Network => "ellipse",
        Kind::Outcome => "doublecircle",
    }
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
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
                Kind::Inject => (">", "]"),
                Kind::Milestone | Kind::Authority => ("{{", "}}"),
                Kind::Operation | Kind::Outcome => ("[[", "]]"),
                Kind::Network => ("([", "])"),
            };
            let label = node.label.replace('"', "#quot;");
            let _ = writeln!(out, "    n{n}{open}\"{label}\"{close}");
        }
        out.push_str("  end\n");
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
