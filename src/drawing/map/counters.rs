//! Officers and numbered steps on the map.
//!
//! Those at one place stand side by side, on the side away from the place's name or where they cover least.

use std::collections::BTreeMap;

use crate::scenario::ids::Team;
use crate::scenario::words::Side;

use super::super::palette::{self, COUNTER_N, COUNTER_S, INK, RING};
use super::super::svg::{Point, escape, num};
use super::labels::Area;
use super::{MapDrawing, Sight, marks};

/// What stands on the map beside a place.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    Officer {
        initials: String,
        team: Team,
        declared: bool,
    },
    Step(u16),
}

impl Piece {
    /// Half the width and height, with the outline.
    fn half(&self) -> Point {
        match self {
            Piece::Officer {
                team: Team::North, ..
            } => (16.5, 18.0),
            Piece::Officer {
                team: Team::South, ..
            } => (20.5, 21.5),
            Piece::Step(_) => (12.5, 12.5),
        }
    }
}

/// A piece with its middle in pixels.
pub(super) struct Placed {
    piece: Piece,
    at: Point,
}

impl Placed {
    pub(super) fn area(&self) -> Area {
        let half = self.piece.half();
        Area::around(self.at, half.0, half.1)
    }
}

/// Where the pieces stand; none in a thumbnail.
pub(super) fn placed(map: &MapDrawing, sight: Sight) -> Vec<Placed> {
    if map.thumbnail {
        return Vec::new();
    }
    let mut rows: BTreeMap<(i16, i16), Vec<Piece>> = BTreeMap::new();
    for counter in &map.counters {
        rows.entry(counter.at).or_default().push(Piece::Officer {
            initials: counter.initials.chars().take(3).collect(),
            team: counter.team,
            declared: counter.declared,
        });
    }
    for step in &map.steps {
        rows.entry(step.at)
            .or_default()
            .push(Piece::Step(step.number));
    }
    let mut taken: Vec<Area> = map.places.iter().map(|p| marks::area(p, sight)).collect();
    let mut out: Vec<Placed> = Vec::new();
    for (at, row) in rows {
        if !sight.sees(sight.px(at), 40.0) {
            continue;
        }
        let row = best(map, at, &row, &taken, sight);
        taken.extend(row.iter().map(Placed::area));
        out.extend(row);
    }
    out
}

/// The row on the side where it covers least; in a draw, away from the name.
fn best(
    map: &MapDrawing,
    at: (i16, i16),
    row: &[Piece],
    taken: &[Area],
    sight: Sight,
) -> Vec<Placed> {
    let place = map.places.iter().find(|p| p.at == at);
    let half = place.map_or((0.0, 0.0), marks::half);
    let sides = match place.map(|p| p.side) {
        Some(Side::Right) => [Side::Left, Side::Above, Side::Below, Side::Right],
        Some(Side::Below) => [Side::Right, Side::Above, Side::Left, Side::Below],
        Some(Side::Left | Side::Above) | None => {
            [Side::Right, Side::Below, Side::Left, Side::Above]
        }
    };
    let mut found: Option<(f32, Vec<Placed>)> = None;
    for side in sides {
        let candidate = stand(row, sight.px(at), half, side, sight);
        let cover: f32 = candidate
            .iter()
            .map(Placed::area)
            .map(|a| taken.iter().map(|t| t.overlap(a)).sum::<f32>())
            .sum();
        if found.as_ref().is_none_or(|(least, _)| cover + 1.0 < *least) {
            found = Some((cover, candidate));
        }
    }
    found.map(|(_, row)| row).unwrap_or_default()
}

/// A row beside a mark of that half size. One that would leave the sheet is moved in as far as it has room.
fn stand(row: &[Piece], at: Point, half: Point, side: Side, sight: Sight) -> Vec<Placed> {
    let width: f32 = row.iter().map(|p| p.half().0 * 2.0 + 3.0).sum::<f32>() - 3.0;
    let tall = row.iter().map(|p| p.half().1).fold(0.0, f32::max);
    let (left, y) = match side {
        Side::Right => (at.0 + half.0 + 3.0, at.1),
        Side::Left => (at.0 - half.0 - 3.0 - width, at.1),
        Side::Above => (at.0 - width / 2.0, at.1 - half.1 - tall - 2.0),
        Side::Below => (at.0 - width / 2.0, at.1 + half.1 + tall + 2.0),
    };
    let mut x = left.min(sight.size.0 - width - 3.0).max(3.0);
    let y = y.min(sight.size.1 - tall - 3.0).max(tall + 3.0);
    let mut out = Vec::with_capacity(row.len());
    for piece in row {
        let half = piece.half().0;
        out.push(Placed {
            piece: piece.clone(),
            at: (x + half, y),
        });
        x += half * 2.0 + 3.0;
    }
    out
}

pub(super) fn draw(pieces: &[Placed], out: &mut String) {
    for placed in pieces {
        out.push_str(&format!(
            r#"<g transform="translate({} {})">{}</g>"#,
            num(placed.at.0),
            num(placed.at.1),
            piece(&placed.piece)
        ));
    }
}

/// A piece around the origin.
pub(super) fn piece(piece: &Piece) -> String {
    match piece {
        Piece::Officer {
            initials,
            team,
            declared,
        } => officer(initials, *team, *declared),
        Piece::Step(number) => format!(
            concat!(
                r##"<circle cx="1" cy="2" r="11" fill="#000000" fill-opacity=".22"/>"##,
                r#"<circle r="11" fill="{ink}" stroke="{ring}" stroke-width="2"/>"#,
                r#"<text y="4.7" font-size="13" font-weight="700" text-anchor="middle" fill="{ring}">{number}</text>"#
            ),
            ink = INK,
            ring = RING,
            number = number
        ),
    }
}

fn officer(initials: &str, team: Team, declared: bool) -> String {
    let (shape, baseline, solid) = match team {
        Team::North => ("M-15 -5L0 -16.5 15 -5V16H-15Z", 11.0, COUNTER_N),
        Team::South => ("M0 -20.5L20.5 0 0 20.5 -20.5 0Z", 4.7, COUNTER_S),
    };
    let (fill, edge, ink, dashes) = if declared {
        (solid, RING, RING, "")
    } else {
        let wash = palette::team(team).wash;
        (wash, solid, solid, r#" stroke-dasharray="4 2.5""#)
    };
    let size = if initials.chars().count() > 2 { 11 } else { 13 };
    format!(
        concat!(
            r##"<path d="{shape}" transform="translate(1 2)" fill="#000000" fill-opacity=".22"/>"##,
            r#"<path d="{shape}" fill="{fill}" stroke="{edge}" stroke-width="2" stroke-linejoin="round"{dashes}/>"#,
            r#"<text y="{baseline}" font-size="{size}" font-weight="700" text-anchor="middle" fill="{ink}">{text}</text>"#
        ),
        shape = shape,
        fill = fill,
        edge = edge,
        dashes = dashes,
        baseline = num(baseline),
        size = size,
        ink = ink,
        text = escape(initials)
    )
}
