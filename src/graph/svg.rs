//! The graph as a sheet of A4 or A3: readable in print, all type in 9 points or more.

use std::fmt::Write as _;

use super::layout::{HEAD, LINE, MARGIN, Sheet, Spot, TYPE, broken, foot, layout};
use super::{Bond, Edge, Graph, Kind, Lane};
use crate::drawing::palette::SANS;
use crate::drawing::svg::{escape, num, width_of};

/// Millimetres in a point.
const MM: f32 = 25.4 / 72.0;
const CRITICAL: &str = "#b3261e";
const INK: &str = "#1d2430";
const LINES: &str = "#7d8794";

/// The fill of a kind.
pub(super) fn fill(kind: Kind) -> &'static str {
    match kind {
        Kind::Item => "#ffffff",
        Kind::CriticalItem => "#ffe08a",
        Kind::FalseLead => "#e4e4e4",
        Kind::Task => "#cfe3ff",
        Kind::Inject => "#ffd7c2",
        Kind::Decision => "#ffb184",
        Kind::Milestone => "#d5f0d2",
        Kind::Authority => "#e6d9f7",
        Kind::Operation => "#bfe9e6",
        Kind::Network => "#f3c6cf",
        Kind::Outcome => "#ffffff",
    }
}

/// The sheet. A case too large for A3 has a larger one, never smaller type.
#[must_use]
pub fn svg(graph: &Graph) -> String {
    let sheet = layout(graph);
    let (w, h) = sheet.size;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" font-family=\"{SANS}\" font-size=\"{TYPE}\" fill=\"{INK}\">\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n",
        num(w * MM),
        num(h * MM),
        num(w),
        num(h)
    );
    arrows(&mut out);
    frame(&mut out, graph, &sheet);
    let (bold, plain): (Vec<&Edge>, Vec<&Edge>) =
        graph.edges.iter().partition(|e| graph.path.contains(e));
    for edge in plain {
        line(&mut out, &sheet, edge, false);
    }
    for edge in bold {
        line(&mut out, &sheet, edge, true);
    }
    for (node, spot) in graph.nodes.iter().zip(&sheet.spots) {
        shape(&mut out, node.kind, node.critical, &node.about, spot);
    }
    let mut below = legend(&mut out, graph, &sheet);
    if !graph.path.is_empty() {
        below = in_words(&mut out, graph, &sheet, below);
    }
    for line in &sheet.injects {
        let _ = writeln!(
            out,
            "<text x=\"{MARGIN}\" y=\"{}\">{}</text>",
            num(below + 3.0),
            escape(line)
        );
        below += LINE + 1.0;
    }
    out.push_str("</svg>\n");
    out
}

fn arrows(out: &mut String) {
    for (id, colour) in [("a", LINES), ("c", CRITICAL)] {
        let _ = writeln!(
            out,
            "<marker id=\"{id}\" viewBox=\"0 0 6 6\" refX=\"6\" refY=\"3\" markerWidth=\"5\" markerHeight=\"5\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0L6 3L0 6z\" fill=\"{colour}\"/></marker>"
        );
    }
}

/// Title, headings and lanes.
fn frame(out: &mut String, graph: &Graph, sheet: &Sheet) {
    let _ = writeln!(
        out,
        "<text x=\"{MARGIN}\" y=\"30\" font-size=\"16\" font-weight=\"700\">{}</text>",
        escape(&graph.title)
    );
    let (w, _) = sheet.size;
    for (lane, (top, height)) in Lane::ALL.iter().zip(sheet.lanes) {
        let (tint, name) = match lane {
            Lane::North => ("#f1f6fd", "North"),
            Lane::Both => ("#f6f6f4", "Both, and the network"),
            Lane::South => ("#fdf6ee", "South"),
        };
        let _ = writeln!(
            out,
            "<rect x=\"4\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"4\" fill=\"{tint}\"/>\n<text transform=\"translate(14 {}) rotate(-90)\" text-anchor=\"middle\" font-weight=\"700\">{name}</text>",
            num(top - 3.0),
            num(w - 8.0),
            num(height + 6.0),
            num(top + height / 2.0)
        );
    }
    // Two columns beside each other that are one of the graph's have one heading.
    let mut said = None;
    for column in &sheet.columns {
        if said == Some(column.of) {
            continue;
        }
        said = Some(column.of);
        let same = sheet.columns.iter().filter(|c| c.of == column.of);
        let right = same.map(|c| c.x + c.w).fold(column.x, f32::max);
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"700\">{}</text>",
            num(f32::midpoint(column.x, right)),
            num(HEAD - 10.0),
            escape(&graph.heading(column.of))
        );
    }
}

/// A line from thing to thing, through its places in the columns between.
fn line(out: &mut String, sheet: &Sheet, edge: &Edge, bold: bool) {
    let (Some(from), Some(to)) = (sheet.spots.get(edge.from), sheet.spots.get(edge.to)) else {
        return;
    };
    let (a, b) = (sheet.at[edge.from], sheet.at[edge.to]);
    let mut path = String::new();
    if a == b {
        // Within a column: round by the gutter on its right.
        let x = from.x + from.w;
        let _ = write!(
            path,
            "M{} {}C{} {} {} {} {} {}",
            num(x),
            num(from.y),
            num(x + 11.0),
            num(from.y),
            num(x + 11.0),
            num(to.y),
            num(x),
            num(to.y)
        );
    } else {
        let forward = a < b;
        let (mut x, mut y) = (if forward { from.x + from.w } else { from.x }, from.y);
        let _ = write!(path, "M{} {}", num(x), num(y));
        let between: Vec<usize> = if forward {
            (a + 1..b).collect()
        } else {
            (b + 1..a).rev().collect()
        };
        for column in between {
            let Some(pass) = sheet.pass(edge.from, column) else {
                continue;
            };
            let Some(c) = sheet.columns.get(column) else {
                continue;
            };
            let (near, far) = if forward {
                (c.x, c.x + c.w)
            } else {
                (c.x + c.w, c.x)
            };
            curve(&mut path, (x, y), (near, pass));
            let _ = write!(path, "L{} {}", num(far), num(pass));
            (x, y) = (far, pass);
        }
        let end = if forward { to.x } else { to.x + to.w };
        curve(&mut path, (x, y), (end, to.y));
    }
    let (colour, width, mark) = if bold {
        (CRITICAL, 2.0, "c")
    } else {
        (LINES, 0.6, "a")
    };
    let dash = dashes(edge.bond);
    let _ = writeln!(
        out,
        "<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{dash} marker-end=\"url(#{mark})\"/>"
    );
}

fn dashes(bond: Bond) -> &'static str {
    match bond {
        Bond::Needs | Bond::Brings => "",
        Bond::Any => " stroke-dasharray=\"4 2\"",
        Bond::Not | Bond::Ends => " stroke-dasharray=\"1 2\"",
    }
}

fn curve(path: &mut String, from: (f32, f32), to: (f32, f32)) {
    let middle = f32::midpoint(from.0, to.0);
    let _ = write!(
        path,
        "C{} {} {} {} {} {}",
        num(middle),
        num(from.1),
        num(middle),
        num(to.1),
        num(to.0),
        num(to.1)
    );
}

/// A box with its label. What it is about is shown where a pointer rests on it.
fn shape(out: &mut String, kind: Kind, critical: bool, about: &str, spot: &Spot) {
    let (stroke, width) = match (critical, kind) {
        (true, _) => (CRITICAL, 1.8),
        (_, Kind::Outcome) => (INK, 1.4),
        _ => ("#56606d", 0.6),
    };
    let round = match kind {
        Kind::Task => 5.0,
        Kind::Milestone | Kind::Network => spot.h / 2.0,
        _ => 1.0,
    };
    let _ = writeln!(
        out,
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{}\" stroke=\"{stroke}\" stroke-width=\"{width}\">{}</rect>",
        num(spot.x),
        num(spot.top()),
        num(spot.w),
        num(spot.h),
        num(round),
        fill(kind),
        hover(about)
    );
    let weight = if critical || kind == Kind::Outcome {
        " font-weight=\"700\""
    } else {
        ""
    };
    let mut y = spot.top() + LINE - 1.0;
    for line in &spot.lines {
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\" text-anchor=\"middle\" pointer-events=\"none\"{weight}>{}</text>",
            num(spot.x + spot.w / 2.0),
            num(y),
            escape(line)
        );
        y += LINE;
    }
}

fn hover(about: &str) -> String {
    if about.is_empty() {
        return String::new();
    }
    // One thing is one line.
    let words: Vec<&str> = about.split_whitespace().collect();
    format!("<title>{}</title>", escape(&words.join(" ")))
}

/// An entry of the legend: a box, or a line.
enum Sample {
    Box(Kind),
    Line(Bond, bool),
}

/// What is on the sheet, and only that.
fn samples(graph: &Graph) -> Vec<(Sample, &'static str)> {
    let kinds = Kind::ALL.into_iter();
    let there = |kind: &Kind| graph.nodes.iter().any(|n| n.kind == *kind);
    let boxes = kinds.filter(there).map(|k| (Sample::Box(k), k.label()));
    let of = |bonds: &[Bond]| graph.edges.iter().any(|e| bonds.contains(&e.bond));
    let lines = [
        (&[Bond::Needs, Bond::Brings][..], "needs, brings"),
        (&[Bond::Any], "one of several"),
        (&[Bond::Not, Bond::Ends], "not, or ends"),
    ];
    let lines = lines.into_iter().filter(|(bonds, _)| of(bonds));
    let lines =
        lines.filter_map(|(bonds, what)| Some((Sample::Line(*bonds.first()?, false), what)));
    let path =
        (!graph.path.is_empty()).then_some((Sample::Line(Bond::Needs, true), "critical path"));
    boxes.chain(lines).chain(path).collect()
}

/// Draws the legend, in as many lines as it needs, and gives where the next line stands.
fn legend(out: &mut String, graph: &Graph, sheet: &Sheet) -> f32 {
    let (wide, high) = sheet.size;
    let (mut x, mut y) = (MARGIN, high - foot(&sheet.injects) - 6.0);
    for (sample, what) in samples(graph) {
        let drawn = match sample {
            Sample::Box(_) => 16.0,
            Sample::Line(..) => 22.0,
        };
        let needs = drawn + 4.0 + width_of(what, TYPE, false);
        if x + needs > wide - MARGIN && x > MARGIN {
            (x, y) = (MARGIN, y + LINE + 3.0);
        }
        match sample {
            Sample::Box(kind) => {
                let spot = Spot {
                    x,
                    y,
                    w: drawn,
                    h: 9.0,
                    lines: Vec::new(),
                };
                shape(out, kind, false, "", &spot);
            }
            Sample::Line(bond, bold) => {
                let (colour, width) = if bold { (CRITICAL, 2.0) } else { (LINES, 0.8) };
                let dash = dashes(bond);
                let _ = writeln!(
                    out,
                    "<path d=\"M{} {}h{drawn}\" stroke=\"{colour}\" stroke-width=\"{width}\"{dash}/>",
                    num(x),
                    num(y)
                );
            }
        }
        let _ = writeln!(
            out,
            "<text x=\"{}\" y=\"{}\">{what}</text>",
            num(x + drawn + 4.0),
            num(y + 3.0)
        );
        x += needs + 10.0;
    }
    y + LINE + 5.0
}

/// The critical path below the legend: it is the first that an author looks for. Gives where the next line stands.
fn in_words(out: &mut String, graph: &Graph, sheet: &Sheet, top: f32) -> f32 {
    let (w, _) = sheet.size;
    let text = format!("Critical path: {}", graph.critical_path().join(" › "));
    let mut y = top + 3.0;
    for line in broken(&text, w - 2.0 * MARGIN) {
        let _ = writeln!(
            out,
            "<text x=\"{MARGIN}\" y=\"{}\" font-weight=\"700\" fill=\"{CRITICAL}\">{}</text>",
            num(y),
            escape(&line)
        );
        y += LINE + 1.0;
    }
    y - 3.0
}
