//! Officers on the map.
//!
//! Those at one place stand side by side, on the side away from the place's name.

use std::collections::BTreeMap;

use crate::scenario::ids::Team;
use crate::scenario::words::Side;

use super::super::palette::{COUNTER_N, COUNTER_S, team};
use super::super::svg::{Point, escape, num};
use super::labels::Area;
use super::{MapDrawing, Sight};

/// Pixels from one counter to the next.
const STEP: f32 = 37.0;
/// Half the width and height of a counter with its outline.
const HALF: Point = (18.0, 21.0);

/// A counter with its middle in pixels.
pub(super) struct Placed {
    initials: String,
    team: Team,
    declared: bool,
    at: Point,
}

impl Placed {
    pub(super) fn area(&self) -> Area {
        Area::around(self.at, HALF.0, HALF.1)
    }
}

/// Where the counters stand; none in a thumbnail.
pub(super) fn placed(map: &MapDrawing, sight: Sight) -> Vec<Placed> {
    if map.thumbnail {
        return Vec::new();
    }
    let mut rows: BTreeMap<(i16, i16), Vec<usize>> = BTreeMap::new();
    for (index, counter) in map.counters.iter().enumerate() {
        rows.entry(counter.at).or_default().push(index);
    }
    let mut out = Vec::new();
    for (at, row) in rows {
        let px = sight.px(at);
        if !sight.sees(px, 40.0) {
            continue;
        }
        let place = map.places.iter().find(|p| p.at == at);
        let gap = if place.is_some_and(|p| p.selected) {
            20.0
        } else {
            9.0
        };
        let left = place.is_some_and(|p| p.side == Side::Right);
        let first = if left {
            px.0 - gap - HALF.0 - step(row.len() - 1)
        } else {
            px.0 + gap + HALF.0
        };
        // A row that would leave the sheet is moved in, as far as it has room.
        let most = sight.size.0 - HALF.0 - 2.0 - step(row.len() - 1);
        let first = first.min(most).max(HALF.0 + 2.0);
        let y = px.1.min(sight.size.1 - HALF.1 - 2.0).max(HALF.1 + 2.0);
        for (n, index) in row.into_iter().enumerate() {
            let counter = &map.counters[index];
            out.push(Placed {
                initials: counter.initials.chars().take(3).collect(),
                team: counter.team,
                declared: counter.declared,
                at: (first + step(n), y),
            });
        }
    }
    out
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a row holds a handful of officers"
)]
fn step(n: usize) -> f32 {
    n as f32 * STEP
}

pub(super) fn draw(counters: &[Placed], out: &mut String) {
    for counter in counters {
        let (x, y) = counter.at;
        let (shape, baseline) = match counter.team {
            Team::North => ("M-15 -5L0 -16.5 15 -5V16H-15Z", 11.0),
            Team::South => ("M0 -20.500L20.5 0 0 20.5 -20.5 0Z", 4.7),
        };
        let solid = match counter.team {
            Team::North => COUNTER_N,
            Team::South => COUNTER_S,
        };
        let (fill, edge, ink, dashes) = if counter.declared {
            (solid, "#ffffff", "#ffffff", "")
        } else {
            (
                team(counter.team).wash,
                solid,
                solid,
                r#" stroke-dasharray="4 2.5""#,
            )
        };
        let size = if counter.initials.chars().count() > 2 {
            11
        } else {
            13
        };
        out.push_str(&format!(
            concat!(
                r#"<g transform="translate({x} {y})">"#,
                r##"<path d="{shape}" transform="translate(1 2)" fill="#000000" fill-opacity=".22"/>"##,
                r#"<path d="{shape}" fill="{fill}" stroke="{edge}" stroke-width="2" stroke-linejoin="round"{dashes}/>"#,
                r#"<text y="{baseline}" font-size="{size}" font-weight="700" text-anchor="middle" fill="{ink}">{text}</text></g>"#
            ),
            x = num(x),
            y = num(y),
            shape = shape,
            fill = fill,
            edge = edge,
            dashes = dashes,
            baseline = num(baseline),
            size = size,
            ink = ink,
            text = escape(&counter.initials)
        ));
    }
}
