//! Land, water and the lines on it.

use std::collections::BTreeMap;

use crate::scenario::file::LineKind;
use crate::scenario::ids::Team;

use super::super::palette::{
    self, BORDER, COAST, INK, LAND_N, LAND_NEUTRAL, LAND_S, RAIL, RIVER, ROAD, ROAD_FILL, SHALLOWS,
    TRACK, WATER_INK,
};
use super::super::svg::{Curve, num};
use super::{MapDrawing, Sight};

type Unit = (i16, i16);

/// How often each side of an outline occurs, whichever way it runs.
type Sides = BTreeMap<(Unit, Unit), usize>;

fn side(a: Unit, b: Unit) -> (Unit, Unit) {
    if a <= b { (a, b) } else { (b, a) }
}

/// Land with its shore. Sides that two areas share are drawn once, as the border that they are, and areas
/// close up along them.
pub(super) fn land(map: &MapDrawing, sight: Sight, out: &mut String) {
    let mut sides = Sides::new();
    for area in &map.land {
        for (i, &from) in area.outline.iter().enumerate() {
            let to = area.outline[(i + 1) % area.outline.len()];
            *sides.entry(side(from, to)).or_default() += 1;
        }
    }
    let shapes: Vec<(Option<Team>, String)> = map
        .land
        .iter()
        .map(|area| (area.of, outline(area.outline, &sides, map.size, sight)))
        .filter(|(_, data)| !data.is_empty())
        .collect();
    let all: String = shapes.iter().map(|(_, data)| data.as_str()).collect();
    if all.is_empty() {
        return;
    }
    let shore = [
        (SHALLOWS[0], 28.0 * sight.pen),
        (SHALLOWS[1], 14.0 * sight.pen),
        (COAST, 3.8 * sight.pen),
    ];
    for (colour, width) in shore {
        out.push_str(&format!(
            r#"<path d="{all}" fill="none" stroke="{colour}" stroke-width="{}" stroke-linejoin="round"/>"#,
            num(width)
        ));
    }
    for (of, data) in &shapes {
        let fill = match of {
            Some(Team::North) => LAND_N,
            Some(Team::South) => LAND_S,
            None => LAND_NEUTRAL,
        };
        out.push_str(&format!(
            r#"<path d="{data}" fill="{fill}" stroke="{fill}" stroke-width="1.2" stroke-linejoin="round"/>"#
        ));
    }
}

/// One area: smooth along its shore and along each border, sharp where they meet, and carried on where it
/// meets the frame of the map.
fn outline(points: &[Unit], sides: &Sides, size: (u16, u16), sight: Sight) -> String {
    let n = points.len();
    if n < 3 {
        return String::new();
    }
    let shared = |a, b| sides.get(&side(a, b)).is_some_and(|times| *times > 1);
    let mut curve = Curve::default();
    for i in 0..n {
        let (before, at, after) = (points[(i + n - 1) % n], points[i], points[(i + 1) % n]);
        let px = sight.px(at);
        if !on_frame(at, size) {
            if shared(before, at) == shared(at, after) {
                curve.through(px);
            } else {
                curve.corner(px);
            }
            continue;
        }
        // Where a shore or border runs out of the map it goes on straight, as a line does.
        if !on_frame(before, size) {
            curve.through(px);
            curve.corner(sight.to_px(beyond(at, before, size)));
        }
        curve.corner(sight.to_px(pushed(at, size)));
        if !on_frame(after, size) {
            curve.corner(sight.to_px(beyond(at, after, size)));
            curve.through(px);
        }
    }
    curve.data(true)
}

fn on_frame(at: Unit, size: (u16, u16)) -> bool {
    let (x, y) = (i32::from(at.0), i32::from(at.1));
    x <= 0 || y <= 0 || x >= i32::from(size.0) || y >= i32::from(size.1)
}

/// A point on the frame, moved far outside it.
fn pushed(at: Unit, size: (u16, u16)) -> (f32, f32) {
    let far = f32::from(size.0.max(size.1));
    let push = |v: i16, end: u16| {
        if v <= 0 {
            f32::from(v) - far
        } else if i32::from(v) >= i32::from(end) {
            f32::from(v) + far
        } else {
            f32::from(v)
        }
    };
    (push(at.0, size.0), push(at.1, size.1))
}

/// A point far outside the map, straight on from `before` over `end`.
fn beyond(end: Unit, before: Unit, size: (u16, u16)) -> (f32, f32) {
    let far = f32::from(size.0.max(size.1));
    let (dx, dy) = (
        f32::from(end.0) - f32::from(before.0),
        f32::from(end.1) - f32::from(before.1),
    );
    let length = dx.hypot(dy).max(1.0);
    (
        f32::from(end.0) + dx / length * far,
        f32::from(end.1) + dy / length * far,
    )
}

/// A smooth line; where it ends on the frame it goes on straight.
fn line(path: &[Unit], size: (u16, u16), sight: Sight) -> String {
    let mut curve = Curve::default();
    if let [first, second, ..] = path
        && on_frame(*first, size)
    {
        curve.corner(sight.to_px(beyond(*first, *second, size)));
    }
    for &at in path {
        curve.through(sight.px(at));
    }
    if let [.., second, last] = path
        && on_frame(*last, size)
    {
        curve.corner(sight.to_px(beyond(*last, *second, size)));
    }
    curve.data(false)
}

/// One stroke of a line.
struct Stroke {
    colour: &'static str,
    width: f32,
    dashes: &'static str,
    round: bool,
    opacity: f32,
}

const fn stroke(colour: &'static str, width: f32, dashes: &'static str) -> Stroke {
    Stroke {
        colour,
        width,
        dashes,
        round: true,
        opacity: 1.0,
    }
}

/// Kinds in the order in which they are drawn, with their strokes from the bottom up.
const KINDS: [(LineKind, &[Stroke]); 6] = [
    (LineKind::River, &[stroke(RIVER, 1.8, "")]),
    (
        LineKind::Border,
        &[
            Stroke {
                opacity: 0.16,
                ..stroke(BORDER, 9.0, "")
            },
            stroke(BORDER, 1.7, "10 4 2 4"),
        ],
    ),
    (
        LineKind::Ferry,
        &[Stroke {
            opacity: 0.75,
            ..stroke(WATER_INK, 1.6, "6 5")
        }],
    ),
    (LineKind::Track, &[stroke(TRACK, 1.9, "6 4")]),
    (
        LineKind::Road,
        &[stroke(ROAD, 4.8, ""), stroke(ROAD_FILL, 2.6, "")],
    ),
    (
        LineKind::Rail,
        &[
            stroke(RAIL, 1.3, ""),
            Stroke {
                round: false,
                ..stroke(RAIL, 6.0, "1.4 8")
            },
        ],
    ),
];

/// Rivers, borders, ways. Every casing lies below every filling, so that roads meet without a seam.
pub(super) fn lines(map: &MapDrawing, sight: Sight, out: &mut String) {
    for (kind, strokes) in &KINDS {
        let all: String = map
            .lines
            .iter()
            .filter(|l| l.kind == *kind)
            .map(|l| line(l.path, map.size, sight))
            .collect();
        if all.is_empty() {
            continue;
        }
        for s in *strokes {
            draw(&all, s, sight, out);
        }
    }
}

/// Ways that somebody took.
pub(super) fn routes(map: &MapDrawing, sight: Sight, out: &mut String) {
    for route in &map.routes {
        let data = line(route.path, map.size, sight);
        if data.is_empty() {
            continue;
        }
        let colour = route
            .from_partner
            .map_or(INK, |team| palette::team(team).ink);
        draw(&data, &stroke(colour, 3.2, "0.1 7"), sight, out);
    }
}

fn draw(data: &str, stroke: &Stroke, sight: Sight, out: &mut String) {
    let cap = if stroke.round && stroke.dashes.len() < 6 {
        "round"
    } else {
        "butt"
    };
    out.push_str(&format!(
        r#"<path d="{data}" fill="none" stroke="{}" stroke-width="{}" stroke-linejoin="round" stroke-linecap="{cap}""#,
        stroke.colour,
        num(stroke.width * sight.pen)
    ));
    if !stroke.dashes.is_empty() {
        out.push_str(&format!(r#" stroke-dasharray="{}""#, stroke.dashes));
    }
    if stroke.opacity < 1.0 {
        out.push_str(&format!(r#" stroke-opacity="{}""#, num(stroke.opacity)));
    }
    out.push_str("/>");
}
