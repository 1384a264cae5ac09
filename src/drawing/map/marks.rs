//! The marks of places, and the scale bar.

use crate::scenario::words::PlaceKind;

use super::super::palette::{BORDER, INK, LAND_N, RING, ROAD_FILL, WATER_INK, team};
use super::super::svg::{Point, escape, num, width_of};
use super::labels::Area;
use super::{Known, MapDrawing, Place, Sight};

/// Half the width and height of a place's mark with what surrounds it.
pub(super) fn half(place: &Place) -> Point {
    if place.selected {
        return (15.0, 15.0);
    }
    let own = own_half(place);
    match place.known {
        Known::Settled => own,
        Known::New(_) => (own.0 + 5.0, own.1 + 3.0),
        Known::FromPartner(_) => (boxed(own) + 1.0, boxed(own) + 1.0),
    }
}

/// What a place's mark covers.
pub(super) fn area(place: &Place, sight: Sight) -> Area {
    let half = half(place);
    Area::around(sight.px(place.at), half.0 - 1.0, half.1 - 1.0)
}

/// The same of the mark alone.
fn own_half(place: &Place) -> Point {
    match place.kind {
        PlaceKind::Crossing => (10.0, 5.0),
        PlaceKind::Landing => (8.0, 8.0),
        PlaceKind::Town | PlaceKind::Site if place.emphasised => (6.0, 6.0),
        PlaceKind::Town | PlaceKind::Site => (5.0, 5.0),
    }
}

/// Half a side of the box around a mark that takes up `own`.
fn boxed(own: Point) -> f32 {
    own.0.max(own.1) + 5.0
}

/// The mark of every place in sight; the selected one last, above its neighbours.
pub(super) fn places(map: &MapDrawing, sight: Sight, out: &mut String) {
    for selected in [false, true] {
        for place in map.places.iter().filter(|p| p.selected == selected) {
            let at = sight.px(place.at);
            if sight.sees(at, 30.0) {
                mark(place, at, out);
            }
        }
    }
}

/// One mark with what surrounds it.
pub(super) fn mark(place: &Place, at: Point, out: &mut String) {
    out.push_str(&format!(
        r#"<g transform="translate({} {})">"#,
        num(at.0),
        num(at.1)
    ));
    if let Known::FromPartner(partner) = place.known {
        let colours = team(partner);
        let reach = boxed(own_half(place));
        out.push_str(&format!(
            r#"<rect x="{x}" y="{x}" width="{s}" height="{s}" rx="4" fill="{}" stroke="{}" stroke-width="1.8" stroke-dasharray="4 2.5"/>"#,
            colours.wash,
            colours.ink,
            x = num(-reach),
            s = num(reach * 2.0)
        ));
    }
    if place.selected {
        out.push_str(&format!(
            concat!(
                r#"<circle r="13" fill="{fill}" fill-opacity=".55" stroke="{ring}" stroke-width="6"/>"#,
                r#"<circle r="13" fill="none" stroke="{ink}" stroke-width="2.2"/>"#
            ),
            fill = ROAD_FILL,
            ring = RING,
            ink = INK
        ));
    }
    out.push_str(&shape(place));
    if let Known::New(viewer) = place.known {
        let (w, h) = if place.selected {
            (11.0, 11.0)
        } else {
            own_half(place)
        };
        out.push_str(&format!(
            r##"<circle cx="{}" cy="{}" r="4" fill="{}" stroke="#ffffff" stroke-width="1.5"/>"##,
            num(w),
            num(-h),
            team(viewer).ink
        ));
    }
    out.push_str("</g>");
}

fn shape(place: &Place) -> String {
    match place.kind {
        PlaceKind::Town if place.emphasised => format!(
            r#"<rect x="-5" y="-5" width="10" height="10" fill="{INK}" stroke="{ROAD_FILL}" stroke-width="1.5"/>"#
        ),
        PlaceKind::Town => {
            format!(r#"<circle r="3.8" fill="{ROAD_FILL}" stroke="{INK}" stroke-width="1.6"/>"#)
        }
        PlaceKind::Crossing => format!(
            r#"<rect x="-9" y="-4" width="18" height="8" rx="2" fill="{BORDER}" stroke="{ROAD_FILL}" stroke-width="1.5"/>"#
        ),
        PlaceKind::Landing => format!(
            concat!(
                r#"<circle r="7.5" fill="{paper}" stroke="{ink}" stroke-width="1.5"/>"#,
                r#"<path d="M0 -1.8V4.3M-1.9 -.6H1.9M-3.6 1.3C-3.4 3.3 -1.9 4.3 0 4.3S3.4 3.3 3.6 1.3" fill="none" stroke="{ink}" stroke-width="1.3" stroke-linecap="round"/>"#,
                r#"<circle cy="-3.3" r="1.4" fill="none" stroke="{ink}" stroke-width="1.2"/>"#
            ),
            paper = ROAD_FILL,
            ink = WATER_INK
        ),
        PlaceKind::Site => {
            let fill = if place.emphasised { INK } else { ROAD_FILL };
            format!(
                r#"<path d="M-4.5 4.3V-1.5L0 -5.3 4.5 -1.5V4.3Z" fill="{fill}" stroke="{INK}" stroke-width="1.6" stroke-linejoin="round"/>"#
            )
        }
    }
}

/// A bar for a round number of kilometres, in the lower right corner.
pub(super) fn scale_bar(map: &MapDrawing, sight: Sight, out: &mut String) {
    let Some(scale) = map.scale.filter(|s| s.km_per_100 > 0) else {
        return;
    };
    let px_per_km = 100.0 * sight.zoom / f32::from(scale.km_per_100);
    let round: [u16; 10] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let Some(km) = round
        .into_iter()
        .rev()
        .find(|km| f32::from(*km) * px_per_km <= 130.0)
    else {
        return;
    };
    let length = f32::from(km) * px_per_km;
    let text = format!("{km} {}", scale.unit);
    if length < 12.0 || width_of(&text, 13.0, false) + 28.0 > sight.size.0 {
        return;
    }
    let right = sight.size.0 - 14.0;
    let y = sight.size.1 - 14.0;
    let bar = format!(
        "M{} {}v5h{}v-5",
        num(right - length),
        num(y - 5.0),
        num(length)
    );
    out.push_str(&format!(
        concat!(
            r#"<path d="{bar}" fill="none" stroke="{halo}" stroke-width="4.5" stroke-linejoin="round" stroke-linecap="round"/>"#,
            r#"<path d="{bar}" fill="none" stroke="{ink}" stroke-width="1.6" stroke-linejoin="round"/>"#,
            r#"<text x="{x}" y="{y}" font-size="13" text-anchor="middle" fill="{ink}" stroke="{halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">{text}</text>"#
        ),
        bar = bar,
        halo = LAND_N,
        ink = INK,
        x = num(
            (right - length / 2.0)
                .min(right + 6.0 - width_of(&text, 13.0, false) / 2.0)
        ),
        y = num(y - 10.0),
        text = escape(&text)
    ));
}
