//! Names on the map.
//!
//! A place's name goes where the case asks for it, or to the nearest side where it covers nothing. A name is
//! never left out for want of room: a place that nobody can name cannot be spoken of.

use crate::scenario::file::LabelKind;
use crate::scenario::words::Side;

use super::super::palette::{INK, LAND_INK, LAND_N, LAND_S, WATER_INK};
use super::super::svg::{Point, escape, keeps_upright, num, width_of};
use super::{MapDrawing, Place, Sight, marks};

/// A rectangle that something covers, in pixels.
#[derive(Clone, Copy, Debug)]
pub(super) struct Area {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Area {
    pub(super) fn around(at: Point, half_w: f32, half_h: f32) -> Self {
        Self {
            left: at.0 - half_w,
            top: at.1 - half_h,
            right: at.0 + half_w,
            bottom: at.1 + half_h,
        }
    }

    /// Square pixels that both cover.
    pub(super) fn overlap(self, other: Self) -> f32 {
        let w = self.right.min(other.right) - self.left.max(other.left);
        let h = self.bottom.min(other.bottom) - self.top.max(other.top);
        w.max(0.0) * h.max(0.0)
    }

    /// Square pixels that lie outside a sheet of `size`.
    fn outside(self, size: Point) -> f32 {
        let sheet = Self {
            left: 2.0,
            top: 2.0,
            right: size.0 - 2.0,
            bottom: size.1 - 2.0,
        };
        (self.right - self.left) * (self.bottom - self.top) - self.overlap(sheet)
    }
}

/// How far the name of an area may move up or down so that nothing covers it.
const SHIFTS: [f32; 5] = [0.0, -20.0, 20.0, -36.0, 36.0];

/// Names of countries and waters.
pub(super) fn names_of_areas(
    map: &MapDrawing,
    taken: &mut Vec<Area>,
    sight: Sight,
    out: &mut String,
) {
    for label in &map.labels {
        let at = sight.px(label.at);
        if map.thumbnail || !sight.sees(at, 150.0) {
            continue;
        }
        let upright = keeps_upright(label.text);
        let (text, colour, spacing, halo, skew) = match label.kind {
            LabelKind::Country if upright => (label.text.to_owned(), LAND_INK, 0.0, LAND_S, ""),
            LabelKind::Country => (label.text.to_uppercase(), LAND_INK, 5.0, LAND_S, ""),
            LabelKind::Water if upright => (label.text.to_owned(), WATER_INK, 0.0, "", ""),
            // Only upright fonts are shipped; water is slanted by hand.
            LabelKind::Water => (label.text.to_owned(), WATER_INK, 1.0, "", " skewX(-12)"),
        };
        let letters = num_of(&text);
        let wide = width_of(&text, 15.0, false) + spacing * letters;
        let candidate = |shift: f32| Area::around((at.0, at.1 + shift), wide / 2.0, 10.0);
        let cover = |shift: f32| {
            let area = candidate(shift);
            taken.iter().map(|t| t.overlap(area)).sum::<f32>()
        };
        let shift = SHIFTS
            .into_iter()
            .reduce(|best, next| {
                if cover(next) + 1.0 < cover(best) {
                    next
                } else {
                    best
                }
            })
            .unwrap_or(0.0);
        taken.push(candidate(shift));
        let at = (at.0, at.1 + shift);
        out.push_str(&format!(
            r#"<text transform="translate({} {}){skew}" font-size="15" text-anchor="middle" fill="{colour}""#,
            num(at.0),
            num(at.1 + 5.0)
        ));
        if spacing > 0.0 {
            out.push_str(&format!(r#" letter-spacing="{}""#, num(spacing)));
        }
        if !halo.is_empty() {
            out.push_str(&format!(
                r#" stroke="{halo}" stroke-opacity=".55" stroke-width="3" stroke-linejoin="round" paint-order="stroke""#
            ));
        }
        out.push_str(&format!(">{}</text>", escape(&text)));
    }
}

#[expect(clippy::cast_precision_loss, reason = "a name has a few letters")]
fn num_of(text: &str) -> f32 {
    text.chars().count() as f32
}

/// Names of places; those that matter most choose first.
pub(super) fn names_of_places(
    map: &MapDrawing,
    taken: &mut Vec<Area>,
    sight: Sight,
    out: &mut String,
) {
    let mut visible: Vec<(&Place, Point)> = map
        .places
        .iter()
        .map(|p| (p, sight.px(p.at)))
        .filter(|(p, at)| sight.sees(*at, 8.0) && !p.name.is_empty())
        .filter(|(p, _)| !map.thumbnail || p.emphasised || p.selected)
        .collect();
    visible.sort_by_key(|(p, _)| (!p.selected, !p.emphasised));
    for (place, at) in visible {
        let bold = place.emphasised || place.selected;
        let size = if bold { 15.0 } else { 13.0 };
        let (x, anchor, area) = best(place, at, size, bold, taken, sight);
        taken.push(area);
        out.push_str(&format!(
            r#"<text x="{}" y="{}" font-size="{size}" text-anchor="{anchor}" fill="{INK}" stroke="{LAND_N}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"{}>{}</text>"#,
            num(x),
            num(area.bottom - size * 0.29),
            if bold { r#" font-weight="700""# } else { "" },
            escape(place.name)
        ));
    }
}

/// The side that covers least; in a draw, the one that the case asks for.
fn best(
    place: &Place,
    at: Point,
    size: f32,
    bold: bool,
    taken: &[Area],
    sight: Sight,
) -> (f32, &'static str, Area) {
    let width = width_of(place.name, size, bold);
    let half = marks::half(place);
    let sides = [
        place.side,
        Side::Right,
        Side::Left,
        Side::Above,
        Side::Below,
    ];
    let mut found: Option<(f32, (f32, &'static str, Area))> = None;
    for side in sides {
        let candidate = set(side, at, half, width, size);
        let cover = taken.iter().map(|a| a.overlap(candidate.2)).sum::<f32>()
            + candidate.2.outside(sight.size);
        if found.as_ref().is_none_or(|(least, _)| cover + 1.0 < *least) {
            found = Some((cover, candidate));
        }
    }
    found.map_or_else(|| set(place.side, at, half, width, size), |(_, best)| best)
}

/// Where a name of that width stands on that side: its x, its anchor, what it covers.
fn set(side: Side, at: Point, half: Point, width: f32, size: f32) -> (f32, &'static str, Area) {
    let tall = size * 0.62;
    match side {
        Side::Right => {
            let x = at.0 + half.0 + 5.0;
            let middle = (x + width / 2.0, at.1);
            (x, "start", Area::around(middle, width / 2.0, tall))
        }
        Side::Left => {
            let x = at.0 - half.0 - 5.0;
            let middle = (x - width / 2.0, at.1);
            (x, "end", Area::around(middle, width / 2.0, tall))
        }
        Side::Above => {
            let middle = (at.0, at.1 - half.1 - tall - 2.0);
            (at.0, "middle", Area::around(middle, width / 2.0, tall))
        }
        Side::Below => {
            let middle = (at.0, at.1 + half.1 + tall + 2.0);
            (at.0, "middle", Area::around(middle, width / 2.0, tall))
        }
    }
}
