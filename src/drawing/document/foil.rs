//! The foil over a corner of the portrait: nearly clear by day, all colours when the lamp stands low.

use super::guilloche::trace;
use super::{Cx, Rect, emblem};
use crate::drawing::ink::Ink;
use crate::drawing::pen::Pen;
use crate::engine::encounter::document::Made;
use crate::engine::encounter::document::issuer::{Feature, Light};

const RAINBOW: [Ink; 7] = [
    Ink(255, 92, 120),
    Ink(255, 176, 66),
    Ink(240, 240, 90),
    Ink(84, 224, 130),
    Ink(76, 206, 246),
    Ink(112, 116, 250),
    Ink(226, 96, 230),
];

/// Its scalloped edge.
fn edge(place: Rect) -> String {
    let (x, y) = place.middle();
    let path = trace(96, |t| {
        let a = t * std::f32::consts::TAU;
        let r = 0.5 - 0.018 * (1.0 + (a * 24.0).cos());
        (
            x + place.width * r * a.cos(),
            y + place.height * r * a.sin(),
        )
    });
    path + "Z"
}

/// Fine lines that fill it.
fn lines(place: Rect) -> String {
    let (x, y) = place.middle();
    (1..=7_u8)
        .map(|n| {
            let share = f32::from(n) / 7.6;
            trace(60, |t| {
                let a = t * std::f32::consts::TAU;
                let r = 0.48 * share * (1.0 + 0.10 * (a * 9.0 + f32::from(n)).sin());
                (
                    x + place.width * r * a.cos(),
                    y + place.height * r * a.sin(),
                )
            })
        })
        .collect()
}

fn spectrum(place: Rect, opacity: f32, pen: &mut Pen) -> String {
    let mut stops = Vec::new();
    for n in 0..14_u8 {
        let ink = RAINBOW[usize::from(n) % RAINBOW.len()];
        stops.push((f32::from(n) / 13.0, ink, opacity));
    }
    pen.linear(
        (place.left, place.top),
        (place.right(), place.bottom()),
        &stops,
    )
}

pub(super) fn draw(cx: &mut Cx) {
    if let Some((_, place)) = cx.put_feature(Feature::Hologram) {
        over(cx, place);
    }
}

/// The foil at a place, if such documents have one.
pub(super) fn over(cx: &mut Cx, place: Rect) {
    let Some(made) = cx.made(Feature::Hologram) else {
        return;
    };
    let (edge, lines) = (edge(place), lines(place));
    let sign = emblem::figure(cx.design.emblem, place.middle(), place.height * 0.27);
    let light = cx.light;
    match made {
        Made::Missing => {}
        Made::Imitated => {
            // Printed, or kitchen foil: the same from every side.
            let grey = Ink(176, 178, 184);
            let pen = &mut cx.pen;
            pen.fill(&edge, grey, 0.40);
            let paint = [
                Ink(214, 178, 186),
                Ink(206, 204, 176),
                Ink(178, 206, 196),
                Ink(184, 190, 216),
            ];
            let stops: Vec<_> = (0..4_u8)
                .map(|n| (f32::from(n) / 3.0, paint[usize::from(n)], 0.5))
                .collect();
            let paint = pen.linear(
                (place.left, place.top),
                (place.right(), place.bottom()),
                &stops,
            );
            pen.fill_with(&edge, &paint, 0.8);
            pen.stroke(&sign.lines, Ink(120, 122, 130), 2.2, 0.6);
            pen.fill(&sign.masses, Ink(120, 122, 130), 0.45);
        }
        Made::Genuine | Made::Worn | Made::Disturbed => {
            let low = if made == Made::Worn { 0.6 } else { 1.0 };
            let pen = &mut cx.pen;
            match light {
                Light::Oblique => pen.shining(|pen| {
                    let paint = spectrum(place, 0.62 * low, pen);
                    pen.fill_with(&edge, &paint, 1.0);
                    pen.soft(
                        (
                            place.left + place.width * 0.34,
                            place.top + place.height * 0.3,
                        ),
                        (place.width * 0.36, place.height * 0.22),
                        -30.0,
                        Ink::WHITE,
                        0.75 * low,
                    );
                    pen.stroke(&lines, Ink::WHITE, 0.9, 0.85 * low);
                    pen.fill(&sign.masses, Ink(255, 255, 255), 0.62 * low);
                    pen.stroke(&sign.lines, Ink(30, 60, 120), 1.6, 0.75 * low);
                    pen.stroke(&edge, Ink::WHITE, 1.4, 0.8 * low);
                }),
                Light::Magnified => {
                    pen.fill(&edge, Ink(214, 226, 232), 0.10);
                    let paint = spectrum(place, 0.10 * low, pen);
                    pen.fill_with(&edge, &paint, 1.0);
                    pen.stroke(&lines, Ink(250, 252, 255), 0.7, 0.42 * low);
                    pen.stroke(&sign.lines, Ink(250, 252, 255), 1.2, 0.42 * low);
                    pen.stroke(&edge, Ink(240, 246, 250), 0.9, 0.5);
                }
                Light::Transmitted | Light::Ultraviolet => {
                    pen.fill(&edge, Ink(90, 90, 100), 0.10);
                    pen.stroke(&edge, Ink(90, 90, 100), 0.9, 0.35);
                }
            }
        }
    }
}
