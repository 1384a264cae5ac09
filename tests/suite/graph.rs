//! `liaison graph`: every thing of the case in its place, nothing over anything else, the critical path whole.

use liaison::graph::{Graph, Kind, Lane, dot, graph, mermaid, svg};

use liaison::scenario::Code;

use crate::fixtures::broken;
use crate::support::{fixture, liaison, shipped, text};

fn node<'g>(graph: &'g Graph, label: &str) -> &'g liaison::graph::Node {
    let found = graph.nodes.iter().find(|n| n.label == label);
    found.unwrap_or_else(|| panic!("no {label}"))
}

#[test]
fn things_stand_by_team_and_round() {
    let base = crate::fixtures::base();
    let case = liaison::scenario::load(&base)
        .scenario
        .expect("it can be played");
    let graph = graph(&case);
    let plate = node(&graph, "plate");
    assert_eq!(
        (plate.kind, plate.lane, plate.column),
        (Kind::CriticalItem, Lane::North, 0)
    );
    // Watching takes the yard's item, which South has from the start and can share at once.
    let watch = node(&graph, "watch_yard");
    assert_eq!(
        (watch.kind, watch.lane, watch.column),
        (Kind::Task, Lane::North, 1)
    );
    // What it opens can be done from the next round on.
    assert_eq!(node(&graph, "stop_lorry").column, 3);
    let log = node(&graph, "log");
    assert_eq!(
        (log.kind, log.lane, log.column),
        (Kind::Item, Lane::North, 2)
    );
    assert_eq!(node(&graph, "inject 2").lane, Lane::South);
    assert_eq!(node(&graph, "full").column, 7);
    assert_eq!(graph.heading(0), "From the start");
    assert_eq!(graph.heading(3), "Round 2");
    assert_eq!(graph.heading(7), "Verdict");
}

#[test]
fn the_critical_path_goes_from_the_start_to_the_full_outcome() {
    for case in shipped() {
        let graph = graph(&case.scenario);
        assert!(node(&graph, "full").critical);
        assert!(
            graph.path.len() >= 3,
            "{}: {:?}",
            case.scenario.id,
            graph.path
        );
        // Each thing on it is reached from one that comes no later, back to one that waits for nothing.
        for edge in &graph.path {
            let (from, to) = (&graph.nodes[edge.from], &graph.nodes[edge.to]);
            assert!(
                from.critical && to.critical && from.column <= to.column,
                "{from:?} {to:?}"
            );
        }
        let marked = graph.nodes.iter().filter(|n| n.critical).count();
        assert_eq!(marked, graph.path.len() + 1, "{}", case.scenario.id);
        // In words as well: from what is there first, by what waits for it, to the end.
        let words = graph.critical_path();
        assert_eq!(words.len(), marked, "{words:?}");
        assert_eq!(words.last(), Some(&"full"));
        assert_eq!(node(&graph, words[0]).column, 0, "{words:?}");
        let drawn = svg(&graph);
        let line = format!("Critical path: {}", words.join(" › "));
        assert!(drawn.contains(&line), "{line}");
    }
}

#[test]
fn what_takes_several_rounds_is_waited_for_longest() {
    let mut source = crate::fixtures::base();
    let tasks = source.text("tasks.ron").expect("it is there");
    // Watching the yard takes longer than seeing the girl, and the full outcome waits for what was seen.
    let tasks = tasks.replace("id: \"watch_yard\",", "id: \"watch_yard\", rounds: 2,");
    source
        .files
        .insert("tasks.ron".to_owned(), tasks.into_bytes());
    let case = liaison::scenario::load(&source)
        .scenario
        .expect("it can be played");
    let graph = graph(&case);
    assert_eq!(graph.critical_path(), ["yard", "watch_yard", "full"]);
}

#[test]
fn an_idle_round_has_its_column() {
    let longer = broken(Code::UnreachableTask).edit("scenario.ron", "rounds: 3", "rounds: 6");
    let case = liaison::scenario::load(&longer.source).scenario;
    let graph = graph(&case.expect("it can be played"));
    for drawn in [svg(&graph), dot(&graph)] {
        let at = |heading: &str| {
            drawn.find(&format!(
                "{heading}{}",
                if drawn.starts_with("digraph") {
                    "\""
                } else {
                    "</text>"
                }
            ))
        };
        let places: Vec<Option<usize>> = [
            "Round 2", "Round 3", "Round 4", "Round 5", "Round 6", "Verdict",
        ]
        .map(at)
        .into();
        assert!(
            places.iter().all(Option::is_some) && places.is_sorted(),
            "{places:?}"
        );
    }
}

/// The numbers of an attribute of a tag.
fn number(tag: &str, name: &str) -> f32 {
    let from = tag.find(&format!(" {name}=\"")).expect("it has it") + name.len() + 3;
    let rest = &tag[from..];
    rest[..rest.find('"').expect("it ends")]
        .parse()
        .expect("a number")
}

#[test]
fn nothing_lies_over_anything_and_all_type_can_be_read() {
    let mut cases: Vec<_> = shipped().into_iter().map(|c| c.scenario).collect();
    cases.push(fixture("workbench").scenario);
    for case in cases {
        let graph = graph(&case);
        let drawn = svg(&graph);
        let boxes: Vec<[f32; 4]> = drawn
            .lines()
            .filter(|l| l.starts_with("<rect x=") && l.contains("stroke="))
            .map(|l| ["x", "y", "width", "height"].map(|name| number(l, name)))
            .collect();
        // The legend has one of each kind that is there.
        let kinds = Kind::ALL.into_iter();
        let kinds = kinds.filter(|k| graph.nodes.iter().any(|n| n.kind == *k));
        assert_eq!(boxes.len(), graph.nodes.len() + kinds.count());
        for (n, [x, y, w, h]) in boxes.iter().enumerate() {
            for [a, b, c, d] in &boxes[n + 1..] {
                let apart = x + w <= *a || a + c <= *x || y + h <= *b + 0.1 || b + d <= *y + 0.1;
                assert!(
                    apart,
                    "{}: {:?} lies over {:?}",
                    case.id,
                    [x, y, w, h],
                    [a, b, c, d]
                );
            }
        }
        // On one sheet, of A3 at most, with type of 9 points or more.
        let page = drawn.lines().next().expect("a tag");
        let small = ["first_watch", "workbench"].contains(&case.id.as_str());
        let (wide, high) = if small {
            (841.89, 595.28)
        } else {
            (1190.55, 841.89)
        };
        let size = format!("viewBox=\"0 0 {wide} {high}\"");
        assert!(page.contains(&size), "{}: {page}", case.id);
        assert!(page.contains("font-size=\"9\""), "{page}");
        assert!(
            boxes
                .iter()
                .all(|[x, y, w, h]| *x >= 0.0 && *y >= 0.0 && x + w <= wide && y + h <= high)
        );
        // The legend ends on the sheet: no letter is wider than two thirds of its height.
        for line in drawn
            .lines()
            .filter(|l| l.starts_with("<text x=") && !l.contains("middle"))
        {
            let words = line.split(['>', '<']).nth(2).unwrap_or_default();
            let letters = u16::try_from(words.chars().count()).expect("few");
            let end = number(line, "x") + f32::from(letters) * 6.0;
            assert!(
                end <= wide && number(line, "y") <= high,
                "{}: {line}",
                case.id
            );
        }
        for (at, _) in drawn.match_indices("font-size=\"") {
            let size = drawn[at + 11..].split('"').next().expect("it ends");
            assert!(size.parse::<f32>().expect("a number") >= 9.0, "{size}");
        }
        // Every label is there whole, perhaps in several lines.
        for node in &graph.nodes {
            let last = node.label.rsplit(['_', ' ']).next().expect("a word");
            assert!(drawn.contains(&format!("{last}</text>")), "{}", node.label);
        }
    }
}

#[test]
fn the_same_graph_is_written_for_other_programs() {
    let case = fixture("workbench").scenario;
    let graph = graph(&case);
    let (dot, mermaid) = (dot(&graph), mermaid(&graph));
    assert!(dot.starts_with("digraph") && dot.trim_end().ends_with('}'));
    let lines = |begins: &str, with: &str| {
        let of = dot
            .lines()
            .filter(|l| l.starts_with(begins) && l.contains(with));
        of.count()
    };
    assert_eq!(lines("  n", " -> n"), graph.edges.len());
    assert_eq!(lines("    n", " shape="), graph.nodes.len());
    // Its columns follow each other in time, each under its heading, with everything in one.
    let headings = lines("  c", "shape=plaintext");
    assert_eq!(lines("  c", " -> c"), headings - 1);
    let ranked = dot.lines().filter(|l| l.starts_with("  { rank=same; c"));
    let ranked: usize = ranked.map(|l| l.matches(" n").count()).sum();
    assert_eq!(ranked, graph.nodes.len());
    for heading in ["From the start", "Round 1", "Verdict"] {
        assert!(dot.contains(&format!("[label=\"{heading}\"")), "{heading}");
    }
    assert!(mermaid.starts_with("flowchart LR\n"));
    let class = mermaid
        .lines()
        .find(|l| l.starts_with("  class "))
        .expect("it is marked");
    let marked = graph.nodes.iter().filter(|n| n.critical).count();
    assert_eq!(class.split(',').count(), marked, "{class}");
    let arrows = ["-->", "-.->", "-.-x"].map(|a| mermaid.matches(&format!(" {a} ")).count());
    assert_eq!(arrows.iter().sum::<usize>(), graph.edges.len());
    assert_eq!(
        mermaid.matches("subgraph").count(),
        mermaid.matches("\n  end").count()
    );
}

#[test]
fn the_command_writes_what_the_ending_says() {
    let at = tempfile::tempdir().expect("a folder");
    let run = |name: &str| {
        let file = at.path().join(name);
        let file = file.to_str().expect("a name");
        liaison(&["graph", "first_watch", "-o", file])
            .output()
            .expect("it starts")
    };
    for (name, begins) in [
        ("a.svg", "<svg"),
        ("B.SVG", "<svg"),
        ("a.dot", "digraph"),
        ("a.mmd", "flowchart"),
    ] {
        let output = run(name);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let written = std::fs::read_to_string(at.path().join(name)).expect("it is there");
        assert!(written.starts_with(begins), "{name}");
    }
    let wrong = run("a.png");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains(".svg, .dot or .mmd"));
    let nowhere = run("no/such/a.svg");
    assert_eq!(nowhere.status.code(), Some(1));
}
