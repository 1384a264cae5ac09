//! The sheet itself: colour, watermark, wear, and the light that falls on it or through it.

use super::emblem::figure;
use super::{Cx, Rect};
use crate::drawing::dice::Dice;
use crate::drawing::identity::{FIELD, Pose, fragment};
use crate::drawing::ink::Ink;
use crate::drawing::pen::smooth;
use crate::drawing::svg::num;
use crate::engine::encounter::document::Made;
use crate::engine::encounter::document::face::Face;
use crate::engine::encounter::document::issuer::{Feature, Light};

pub(super) fn sheet(cx: &mut Cx) {
    let page = cx.page;
    let palette = &cx.design.palette;
    let stops = [
        (0.0, palette.paper, 1.0),
        (0.55, palette.paper.mix(palette.tint, 0.6), 1.0),
        (1.0, palette.tint, 1.0),
    ];
    let paint = cx.pen.linear((0.0, 0.0), (page.width, page.height), &stops);
    cx.pen.fill_with(&page.data(), &paint, 1.0);
    if cx.light == Light::Transmitted {
        let at = (page.width * 0.5, page.height * 0.45);
        cx.pen.shining(|pen| {
            pen.soft(
                at,
                (page.width * 0.62, page.height * 0.75),
                0.0,
                Ink(255, 250, 228),
                0.75,
            );
        });
        cloud(cx);
    }
}

/// Paper held against the light is never even.
fn cloud(cx: &mut Cx) {
    let mut dice = Dice::of(&cx.document.page.number);
    let page = cx.page;
    for n in 0..14 {
        let at = (
            dice.between(0.0, page.width),
            dice.between(0.0, page.height),
        );
        let size = dice.between(30.0, 110.0);
        let ink = if n % 2 == 0 {
            Ink(255, 252, 236)
        } else {
            Ink(206, 164, 104)
        };
        cx.pen
            .shining(|pen| pen.soft(at, (size, size * 0.6), dice.between(0.0, 90.0), ink, 0.14));
    }
}

/// A picture in the paper, in several tones; printed grey if it is an imitation.
pub(super) fn watermark(cx: &mut Cx) {
    let Some((made, place)) = cx.put_feature(Feature::Watermark) else {
        return;
    };
    let at = place.middle();
    let radius = place.width.min(place.height) * 0.47;
    let sign = figure(cx.design.emblem, at, radius);
    match (made, cx.light) {
        (Made::Missing, _) | (_, Light::Ultraviolet) => {}
        (Made::Imitated, light) => {
            // Ink on the surface: there in any light, and never lighter than the paper.
            let deep = if light == Light::Transmitted {
                0.34
            } else {
                0.15
            };
            cx.pen.fill(&sign.masses, Ink(120, 118, 112), deep);
            cx.pen
                .stroke(&sign.lines, Ink(120, 118, 112), radius * 0.05, deep);
        }
        (_, Light::Transmitted) => {
            let strong = if made == Made::Worn { 0.72 } else { 1.0 };
            let pen = &mut cx.pen;
            pen.shining(|pen| {
                pen.soft(
                    at,
                    (radius * 1.25, radius * 1.25),
                    0.0,
                    Ink(150, 96, 44),
                    0.34 * strong,
                );
                // Thin paper is light, thick paper dark; edges are soft.
                pen.feather(
                    &sign.masses,
                    Ink(255, 253, 240),
                    radius * 0.24,
                    0.5 * strong,
                );
                pen.fill(&sign.masses, Ink(255, 254, 246), 0.86 * strong);
                pen.feather(&sign.lines, Ink(122, 74, 30), radius * 0.13, 0.7 * strong);
                pen.soft(
                    (at.0 - radius * 0.2, at.1 + radius * 0.3),
                    (radius * 0.6, radius * 0.3),
                    0.0,
                    Ink(120, 72, 30),
                    0.20 * strong,
                );
            });
            if made == Made::Disturbed {
                super::tamper::patch(cx, place.grown(-20.0), 71);
            }
        }
        _ => {}
    }
}

/// A second portrait in one ink.
pub(super) fn ghost(cx: &mut Cx, at: Rect, face: &Face) {
    let scale = num(at.width / FIELD.0);
    let tone = cx.pen.tone;
    let photo = fragment(face, Pose::Photograph, tone, "h");
    cx.pen.raw(&format!(
        r#"<g opacity=".42" transform="translate({} {}) scale({scale})">"#,
        num(at.left),
        num(at.top)
    ));
    cx.pen.raw(&photo);
    cx.pen.raw("</g>");
    cx.pen.fill(&at.data(), cx.design.palette.emblem, 0.22);
}

/// What a back pocket does to a book: everywhere, and to nothing in particular.
pub(super) fn wear(cx: &mut Cx) {
    if !cx
        .document
        .features
        .iter()
        .any(|(_, made)| *made == Made::Worn)
    {
        return;
    }
    let page = cx.page;
    let mut dice = Dice::of(&format!("{} worn", cx.document.page.number));
    let light = cx.light;
    let rubbed = cx.design.palette.paper;
    for _ in 0..12 {
        let at = (
            dice.between(0.0, page.width),
            dice.between(0.0, page.height),
        );
        let radii = (dice.between(60.0, 190.0), dice.between(24.0, 70.0));
        let turn = dice.between(-40.0, 40.0);
        cx.pen.soft(at, radii, turn, rubbed, 0.30);
    }
    // Dirt at the corners and along the outer edge.
    let dirt = Ink(122, 98, 66);
    for (x, y, r) in [
        (0.0, 0.0, 150.0),
        (page.width, 0.0, 190.0),
        (page.width, page.height, 230.0),
        (0.0, page.height, 140.0),
    ] {
        cx.pen.soft((x, y), (r, r * 0.8), 0.0, dirt, 0.5);
    }
    cx.pen.soft(
        (page.width, page.height * 0.5),
        (36.0, page.height * 0.5),
        0.0,
        dirt,
        0.3,
    );
    // One bend through the whole page.
    let x = page.width * dice.between(0.55, 0.7);
    let bend = smooth(
        &[
            (x, 0.0),
            (x - 14.0, page.height * 0.3),
            (x + 4.0, page.height * 0.65),
            (x - 10.0, page.height),
        ],
        false,
    );
    let raking = if light == Light::Oblique { 1.0 } else { 0.5 };
    cx.pen.stroke(&bend, Ink(90, 76, 58), 7.0, 0.12 * raking);
    cx.pen.stroke(&bend, Ink(90, 76, 58), 1.6, 0.5 * raking);
    cx.pen.raw(r#"<g transform="translate(2.4 0)">"#);
    cx.pen.stroke(&bend, Ink::WHITE, 1.6, 0.6 * raking);
    cx.pen.raw("</g>");
    let mut scratches = String::new();
    for _ in 0..60 {
        let (x, y) = (
            dice.between(0.0, page.width),
            dice.between(0.0, page.height),
        );
        scratches.push_str(&format!(
            "M{x:.1} {y:.1}q{:.1} {:.1} {:.1} {:.1}",
            dice.between(-30.0, 30.0),
            dice.between(-8.0, 8.0),
            dice.between(-70.0, 70.0),
            dice.between(-16.0, 16.0)
        ));
    }
    let shown = if light == Light::Oblique { 0.6 } else { 0.28 };
    cx.pen.stroke(&scratches, Ink::WHITE, 0.8, shown);
}

/// The lamp: from the side it lies on the page, from behind it fades to the edges.
pub(super) fn lamp(cx: &mut Cx) {
    let page = cx.page;
    let (w, h) = (page.width, page.height);
    let paint = match cx.light {
        Light::Magnified => return,
        Light::Oblique => cx.pen.shining(|pen| {
            let stops = [
                (0.0, Ink(255, 244, 218), 0.34),
                (0.35, Ink(255, 244, 218), 0.05),
                (0.5, Ink(20, 18, 24), 0.04),
                (1.0, Ink(20, 18, 24), 0.36),
            ];
            pen.linear((0.0, 0.0), (w, h * 0.7), &stops)
        }),
        Light::Transmitted => cx.pen.shining(|pen| {
            pen.radial(
                (w * 0.5, h * 0.46),
                w * 0.66,
                &[
                    (0.0, Ink(96, 54, 18), 0.0),
                    (0.6, Ink(96, 54, 18), 0.10),
                    (1.0, Ink(70, 36, 10), 0.5),
                ],
            )
        }),
        Light::Ultraviolet => cx.pen.shining(|pen| {
            pen.radial(
                (w * 0.45, h * 0.4),
                w * 0.72,
                &[
                    (0.0, Ink(120, 104, 220), 0.10),
                    (0.6, Ink(40, 26, 110), 0.08),
                    (1.0, Ink(18, 8, 60), 0.46),
                ],
            )
        }),
    };
    cx.pen.fill_with(&page.data(), &paint, 1.0);
}
