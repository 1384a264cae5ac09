use super::super::svg::assert_well_formed;
use super::*;

const NORTH_SOIL: [(i16, i16); 4] = [(0, 0), (400, 0), (400, 150), (0, 150)];
const SOUTH_SOIL: [(i16, i16); 5] = [(0, 150), (400, 150), (300, 250), (100, 260), (0, 300)];
const WAY: [(i16, i16); 3] = [(0, 20), (200, 100), (250, 400)];

fn place(name: &str, at: (i16, i16), kind: PlaceKind) -> Place<'_> {
    Place {
        name,
        at,
        kind,
        side: Side::Right,
        emphasised: false,
        selected: false,
        known: Known::Settled,
    }
}

fn officer(initials: &str, at: (i16, i16), team: Team) -> Counter<'_> {
    Counter {
        initials,
        at,
        team,
        declared: true,
    }
}

fn sample() -> MapDrawing<'static> {
    let kinds = [
        LineKind::River,
        LineKind::Border,
        LineKind::Road,
        LineKind::Track,
        LineKind::Rail,
        LineKind::Ferry,
    ];
    MapDrawing {
        size: (400, 300),
        land: vec![
            Land {
                of: Some(Team::North),
                outline: &NORTH_SOIL,
            },
            Land {
                of: Some(Team::South),
                outline: &SOUTH_SOIL,
            },
            Land {
                of: None,
                outline: &[],
            },
        ],
        lines: kinds.map(|kind| Line { kind, path: &WAY }).to_vec(),
        labels: vec![
            Label {
                text: "Strait <&>",
                at: (50, 280),
                kind: LabelKind::Water,
            },
            Label {
                text: "ประเทศไทย",
                at: (80, 40),
                kind: LabelKind::Country,
            },
        ],
        places: vec![
            place("A & B <Town>", (200, 100), PlaceKind::Town),
            place("ด่านสะเดา", (210, 150), PlaceKind::Crossing),
            Place {
                known: Known::FromPartner(Team::South),
                ..place("Pier", (100, 260), PlaceKind::Landing)
            },
            Place {
                selected: true,
                known: Known::New(Team::North),
                ..place("House", (20, 60), PlaceKind::Site)
            },
        ],
        routes: vec![Route {
            from_partner: Some(Team::South),
            path: &WAY,
        }],
        counters: vec![
            officer("KA", (200, 100), Team::North),
            officer("<>&\"x", (200, 100), Team::South),
        ],
        steps: vec![Step {
            number: 1,
            at: (200, 100),
        }],
        scale: Some(Scale {
            km_per_100: 10,
            unit: "km",
        }),
        thumbnail: false,
    }
}

#[test]
fn an_empty_map_is_a_sea() {
    let empty = MapDrawing::default();
    for (view, zoom) in [
        ViewBox::whole(empty.size, 764.0, 534.0),
        ViewBox::cover(empty.size, 0.0, 0.0),
        (
            ViewBox {
                x: 0.0,
                y: 0.0,
                w: 0.0,
                h: 0.0,
            },
            0.0,
        ),
        (
            ViewBox {
                x: f32::NAN,
                y: 0.0,
                w: 9.0,
                h: 9.0,
            },
            f32::NAN,
        ),
    ] {
        assert_well_formed(&empty.svg(view, zoom));
        assert_well_formed(&sample().svg(view, zoom));
    }
}

#[test]
fn whatever_a_case_says_is_text() {
    let map = sample();
    for zoom in [0.3, 1.0, 4.0] {
        let (view, zoom) = ViewBox::around((200.0, 150.0), zoom, 764.0, 534.0);
        let svg = map.svg(view, zoom);
        assert_well_formed(&svg);
        assert!(svg.contains("A &amp; B &lt;Town&gt;"));
    }
}

#[test]
fn names_keep_their_size() {
    let map = sample();
    let sizes = |zoom| {
        let (view, zoom) = ViewBox::around((200.0, 150.0), zoom, 764.0, 534.0);
        map.svg(view, zoom).matches(r#"font-size="13""#).count()
    };
    assert!(sizes(1.0) > 0);
    assert_eq!(sizes(1.0), sizes(1.6));
}

#[test]
fn officers_at_one_place_stand_side_by_side() {
    let (view, zoom) = ViewBox::whole((400, 300), 764.0, 534.0);
    let map = sample();
    let sight = Sight {
        view,
        zoom,
        size: (764.0, 534.0),
        pen: 1.0,
    };
    let areas: Vec<_> = counters::placed(&map, sight)
        .iter()
        .map(|c| format!("{:?}", c.area()))
        .collect();
    assert_eq!(areas.len(), 3);
    assert!(areas[0] != areas[1] && areas[1] != areas[2]);
}

#[test]
fn a_thumbnail_shows_no_officers_and_few_names() {
    let map = MapDrawing {
        thumbnail: true,
        ..sample()
    };
    let (view, zoom) = ViewBox::cover(map.size, 200.0, 120.0);
    let svg = map.svg(view, zoom);
    assert_well_formed(&svg);
    assert!(!svg.contains("KA") && !svg.contains("Pier") && svg.contains("House"));
}

#[test]
fn a_click_finds_the_nearest_place() {
    let map = sample();
    assert_eq!(map.place_at((203.0, 104.0), 1.0, 12.0), Some(0));
    assert_eq!(map.place_at((203.0, 104.0), 4.0, 12.0), None);
}
