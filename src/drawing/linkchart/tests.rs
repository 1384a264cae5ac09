//! Charts of several sizes: everything is readable, nothing jumps, the same every time.

use super::super::svg::assert_well_formed;
use super::*;

const KINDS: &[SubjectKind] = SubjectKind::ALL;
const THAI: [&str; 6] = [
    "รถบัส 7741",
    "ศรีจายา เอ็กซ์เพรส",
    "บุญ",
    "บ้านเช่าที่สะเดา",
    "โทรศัพท์ ลงท้าย 4417",
    "บัญชีธนาคารของผู้จัดการท่ารถ",
];

/// A made-up chart of `n` nodes: three crowds with bridges between them, and a few loners.
fn crowd(n: usize, names: &[String]) -> LinkChart<'_> {
    let nodes = (0..n).map(|i| Node {
        kind: KINDS[i * 5 % KINDS.len()],
        name: &names[i],
        note: (i % 4 == 0).then_some("seen twice"),
        known: [[true, true], [true, false], [false, true]][i % 3],
        selected: i == 3,
    });
    let mut links = Vec::new();
    for i in 1..n {
        if i % 11 == 10 {
            continue;
        }
        let hub = if i < 3 { 0 } else { i % 3 };
        let kinds = LinkStatus::ALL;
        let mut link = |from: usize, to: usize, word| {
            links.push(Link {
                from,
                to,
                word,
                status: kinds[(i + to) % kinds.len()],
                both_ways: i % 4 == 1,
                on_board: i % 5 == 2,
                selected: false,
            });
        };
        link(i, hub, ["drives", "owns", "is in touch with", "ใช้"][i % 4]);
        if i % 6 == 5 {
            link(i, i - 4, "works for");
        }
        if i == 7 {
            link(i, hub, "pays");
        }
    }
    LinkChart {
        nodes: nodes.collect(),
        links,
        viewer: Team::North,
    }
}

fn names(n: usize) -> Vec<String> {
    let name = |i: usize| match i % 3 {
        0 => THAI[i / 3 % THAI.len()].to_owned(),
        1 => format!("Subject {i}"),
        _ => format!("A long name of a company & sons {i}"),
    };
    (0..n).map(name).collect()
}

fn boxes(chart: &LinkChart, at: &[Point]) -> Vec<Frame> {
    let frame = |n: &Node| shapes::shape_frame(n).with(shapes::name_frame(n, Name::Below));
    let nodes = chart.nodes.iter().zip(at);
    nodes.map(|(n, p)| frame(n).moved(*p)).collect()
}

fn overlaps(boxes: &[Frame]) -> usize {
    let pairs = boxes.iter().enumerate();
    pairs
        .map(|(i, a)| {
            boxes[i + 1..]
                .iter()
                .filter(|b| a.overlap(**b) > 0.0)
                .count()
        })
        .sum()
}

#[test]
fn no_box_covers_another_in_charts_of_any_size() {
    for n in [0, 1, 2, 3, 7, 12, 30, 60, 320] {
        let names = names(n);
        let chart = crowd(n, &names);
        let at = chart.arranged(&[]);
        assert_eq!(at.len(), n);
        assert_eq!(overlaps(&boxes(&chart, &at)), 0, "{n} nodes");
    }
}

#[test]
fn the_same_chart_is_arranged_the_same_way() {
    let names = names(30);
    assert_eq!(
        crowd(30, &names).arranged(&[]),
        crowd(30, &names).arranged(&[])
    );
}

#[test]
fn what_was_put_stays_and_what_stood_hardly_moves() {
    let names = names(20);
    let chart = crowd(20, &names);
    let mut places: Vec<Place> = chart.arranged(&[]).into_iter().map(Place::Stood).collect();
    places[4] = Place::Put((900.5, -410.25));
    let at = chart.arranged(&places);
    assert_eq!(at[4], (900.5, -410.25));
    for (i, place) in places.iter().enumerate() {
        if let Place::Stood(before) = place {
            assert_eq!(at[i], *before, "node {i}");
        }
    }
    // Five more come in: nobody else gives way, and they stand near those they are bound to.
    let more = self::names(25);
    let chart = crowd(25, &more);
    let places: Vec<Place> = at.iter().copied().map(Place::Stood).collect();
    let after = chart.arranged(&places);
    assert_eq!(after[..20], at[..]);
    assert_eq!(overlaps(&boxes(&chart, &after)), 0);
    for link in chart.links.iter().filter(|l| l.from >= 20) {
        let (a, b) = (after[link.from], after[link.to]);
        assert!((a.0 - b.0).hypot(a.1 - b.1) < 900.0, "{a:?} {b:?}");
    }
}

#[test]
fn something_put_onto_another_makes_it_give_way() {
    let names = names(6);
    let chart = crowd(6, &names);
    let mut places: Vec<Place> = chart.arranged(&[]).into_iter().map(Place::Stood).collect();
    let Place::Stood(there) = places[1] else {
        panic!("it stood")
    };
    places[0] = Place::Put(there);
    let at = chart.arranged(&places);
    assert_eq!(at[0], there);
    assert_eq!(overlaps(&boxes(&chart, &at)), 0);
}

#[test]
fn labels_cover_neither_shapes_nor_each_other_where_there_is_room() {
    for n in [7, 12, 30] {
        let names = names(n);
        let chart = crowd(n, &names);
        let at = chart.arranged(&[]);
        let placed = chart.placed(&at);
        let labels: Vec<Frame> = placed.labels.iter().flatten().copied().collect();
        assert_eq!(labels.len(), chart.links.len());
        let shapes = chart.nodes.iter().zip(&at);
        let covered = shapes
            .filter(|(node, at)| {
                let shape = shapes::shape_frame(node).moved(**at);
                labels.iter().any(|l| l.overlap(shape) > 60.0)
            })
            .count();
        assert!(covered * 10 <= n, "{covered} of {n} nodes are under labels");
        assert!(
            overlaps(&labels) * 6 <= labels.len(),
            "{}",
            overlaps(&labels)
        );
    }
}

#[test]
fn a_small_graph_has_no_crossing() {
    let names = names(9);
    let chart = crowd(9, &names);
    assert_eq!(chart.crossings(&chart.arranged(&[])), 0);
}

#[test]
fn nodes_labels_and_lines_are_found_under_the_pointer() {
    let names = names(12);
    let chart = crowd(12, &names);
    let at = chart.arranged(&[]);
    let sight = Sight::whole(chart.frame(&at), (760.0, 530.0));
    for (i, p) in at.iter().enumerate() {
        assert_eq!(chart.hit(&at, &sight, sight.px(*p)), Some(Hit::Node(i)));
    }
    let placed = chart.placed(&at);
    let label = placed.labels[0].expect("a label").middle();
    assert_eq!(chart.hit(&at, &sight, sight.px(label)), Some(Hit::Link(0)));
    assert_eq!(chart.hit(&at, &sight, (-4000.0, -4000.0)), None);
}

#[test]
fn the_legend_covers_nothing_of_a_whole_chart() {
    let legend = Legend {
        corroborated: "Corroborated: two sources",
        one_source: "One source",
        contested: "Contested",
        partner_only: "Only from South",
    };
    let size = (764.0, 534.0);
    for n in [3, 9, 12, 30] {
        let names = names(n);
        let chart = crowd(n, &names);
        let at = chart.arranged(&[]);
        let sight = chart.sight(&at, size, Some(&legend));
        let corner = legend::frame(&legend, size);
        let placed = chart.placed(&at);
        let nodes = chart.covered(&at, &placed.sides).into_iter();
        for frame in nodes.chain(placed.labels.into_iter().flatten()) {
            let (a, b) = (
                sight.px((frame.left, frame.top)),
                sight.px((frame.right, frame.bottom)),
            );
            let frame = Frame {
                left: a.0,
                top: a.1,
                right: b.0,
                bottom: b.1,
            };
            assert_eq!(frame.overlap(corner), 0.0, "{n} nodes: {frame:?}");
            assert!(frame.left >= 0.0 && frame.bottom <= size.1);
        }
        assert_well_formed(&chart.svg(&at, &sight, Some(&legend)));
    }
}

#[test]
fn the_whole_chart_is_on_the_sheet() {
    let names = names(30);
    let chart = crowd(30, &names);
    let at = chart.arranged(&[]);
    let frame = chart.frame(&at);
    let sight = Sight::whole(frame, (760.0, 530.0));
    for corner in [(frame.left, frame.top), (frame.right, frame.bottom)] {
        let (x, y) = sight.px(corner);
        assert!((0.0..=760.0).contains(&x) && (0.0..=530.0).contains(&y));
        let back = sight.place((x, y));
        assert!((back.0 - corner.0).abs() < 0.1 && (back.1 - corner.1).abs() < 0.1);
    }
}

#[test]
fn every_status_has_its_own_line_and_sign_and_words_cannot_open_tags() {
    let node = |name| Node {
        kind: SubjectKind::Person,
        name,
        note: Some("<note>"),
        known: [true, false],
        selected: false,
    };
    for viewer in Team::BOTH {
        let mut strokes = Vec::new();
        for status in LinkStatus::ALL {
            let chart = LinkChart {
                nodes: vec![node("<a> & b"), node("c")],
                links: vec![Link {
                    from: 0,
                    to: 1,
                    word: "\"<uses>",
                    status: *status,
                    both_ways: false,
                    on_board: true,
                    selected: true,
                }],
                viewer,
            };
            let at = chart.arranged(&[]);
            let sight = Sight::whole(chart.frame(&at), (400.0, 300.0));
            let svg = chart.svg(&at, &sight, None);
            assert_well_formed(&svg);
            strokes.push((lines::stroke(*status, viewer), lines::sign(*status, viewer)));
        }
        for (i, (stroke, sign)) in strokes.iter().enumerate() {
            for (other, other_sign) in &strokes[i + 1..] {
                // Not by colour alone.
                assert!((stroke.1, stroke.2) != (other.1, other.2) && sign != other_sign);
            }
        }
    }
}

#[test]
fn odd_input_is_still_a_drawing() {
    let names = names(4);
    let mut chart = crowd(4, &names);
    let link = chart.links[0];
    chart.links.push(Link { to: 99, ..link });
    chart.links.push(Link {
        to: link.from,
        ..link
    });
    let nowhere = [
        Place::Put((f32::NAN, 0.0)),
        Place::Stood((0.0, f32::INFINITY)),
    ];
    let at = chart.arranged(&nowhere);
    assert!(at.iter().all(|p| p.0.is_finite() && p.1.is_finite()));
    let sight = Sight {
        middle: (f32::NAN, 0.0),
        zoom: f32::NAN,
        size: (0.0, 0.0),
    };
    assert_well_formed(&chart.svg(&at, &sight, None));
    assert_well_formed(&chart.svg(&at[..2], &sight, None));
    assert_eq!(settle(&[], &[]), vec![]);
}
