//! A case of ten thousand items is read, checked and linted while its author still looks.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use liaison::graph::{graph, svg};
use liaison::scenario::{CaseSource, load};

use crate::fixtures::base;

/// The base case with many more items, tasks that yield them one after the other, and translations.
fn large(items: usize) -> CaseSource {
    let mut source = base();
    let (mut intel, mut tasks, mut milestones, mut ms) =
        (String::new(), String::new(), String::new(), String::new());
    for n in 0..items {
        let _ = writeln!(
            intel,
            "Item(id: \"item_{n}\", kind: Evidence, grade: (source: 1, info: A), handling: Open, \
             title: \"Item {n}\", text: \"What was seen on day {n}.\", subjects: [\"lorry\", \"girl\"]),"
        );
        let needs = if n % 3 == 0 {
            "Always".to_owned()
        } else {
            format!("Done(\"task_{}\")", n - 1)
        };
        let _ = writeln!(
            tasks,
            "Task(id: \"task_{n}\", team: North, kind: Canvass, title: \"Task {n}\", detail: \"Ask.\", \
             place: \"town\", needs: {needs}, skill: Documents, hours: 1, odds: 90, \
             success: [Give(item: \"item_{n}\")], success_text: \"Seen.\"),"
        );
        let before = if n == 0 {
            "Always".to_owned()
        } else {
            format!("Milestone(\"mile_{}\")", n - 1)
        };
        let _ = writeln!(milestones, "Milestone(id: \"mile_{n}\", when: {before}),");
        for path in ["intel.item_{}.title", "intel.item_{}.text"] {
            let _ = writeln!(
                ms,
                "\"{}\": \"Perkara {n}\",",
                path.replace("{}", &n.to_string())
            );
        }
        for path in ["title", "detail", "success_text"] {
            let _ = writeln!(ms, "\"tasks.task_{n}.{path}\": \"Tugas {n}\",");
        }
    }
    for (file, more, end) in [
        ("intel.ron", intel, ']'),
        ("tasks.ron", tasks, ']'),
        ("milestones.ron", milestones, ']'),
        ("lang/ms.ron", ms, '}'),
    ] {
        let text = source
            .text(file)
            .expect("it is there")
            .trim_end()
            .trim_end_matches(end)
            .to_owned();
        source
            .files
            .insert(file.to_owned(), format!("{text}{more}{end}").into_bytes());
    }
    source
}

#[test]
fn ten_thousand_items_are_read_quickly() {
    for (items, most) in [
        (1_000, Duration::from_secs(2)),
        (10_000, Duration::from_secs(20)),
    ] {
        let source = large(items);
        let bytes: usize = source.files.values().map(Vec::len).sum();
        let start = Instant::now();
        let loaded = load(&source);
        let took = start.elapsed();
        println!("{items} items, {} KiB: {took:?}", bytes / 1024);
        assert_eq!(loaded.diagnostics, vec![]);
        assert_eq!(
            loaded.scenario.expect("it is a good case").items.len(),
            items + 4
        );
        assert!(took < most, "{items} items took {took:?}");
    }
}

#[test]
fn ten_thousand_mistakes_are_told_quickly() {
    let mut source = large(10_000);
    let text = source
        .text("tasks.ron")
        .expect("it is there")
        .replace("Give(item: \"item_", "Give(item: \"itme_");
    source
        .files
        .insert("tasks.ron".to_owned(), text.into_bytes());
    let start = Instant::now();
    let loaded = load(&source);
    let took = start.elapsed();
    println!("{took:?}");
    assert_eq!(loaded.diagnostics.len(), 501);
    assert!(took < Duration::from_secs(20), "took {took:?}");
}

#[test]
fn thousands_of_things_are_drawn_quickly() {
    let case = load(&large(1_000)).scenario.expect("it can be played");
    let started = Instant::now();
    let graph = graph(&case);
    let drawn = svg(&graph);
    let took = started.elapsed();
    assert!(graph.nodes.len() > 3_000, "{}", graph.nodes.len());
    for label in ["task_0", "item_999", "mile_500"] {
        assert!(drawn.contains(&format!(">{label}</text>")), "{label}");
    }
    assert!(took < Duration::from_secs(10), "{took:?}");
}
