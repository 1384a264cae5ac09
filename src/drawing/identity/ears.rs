//! Ears, and the mark that one may have.

use super::Look;
use super::geometry::{Geometry, MIDDLE as M};
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, smooth};
use crate::drawing::svg::Point;

pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    for side in [-1.0_f32, 1.0] {
        let root = M + side * (g.half_at(224.0) - 5.0);
        let at = |dx: f32, y: f32| (root + side * dx, y);
        let out = g.ear + 4.0;
        let lobe: &[Point] = if g.free {
            &[
                at(out * 0.78, 264.0),
                at(out * 0.66, 276.0),
                at(out * 0.40, 281.0),
                at(out * 0.14, 277.0),
                at(0.0, 266.0),
            ]
        } else {
            &[at(out * 0.66, 262.0), at(out * 0.34, 271.0), at(0.0, 278.0)]
        };
        let mut rim = vec![at(0.0, 210.0), at(out * 0.44, 200.0)];
        if g.notch {
            // A piece is missing from the rim.
            rim.extend([
                at(out * 0.66, 200.0),
                at(out * 0.60, 210.0),
                at(out * 0.98, 207.0),
            ]);
        } else {
            rim.extend([at(out * 0.86, 205.0)]);
        }
        rim.extend([at(out * 1.08, 220.0), at(out * 1.0, 244.0)]);
        rim.extend(lobe);
        let outline = smooth(&rim, true);
        let paint = pen.linear(
            at(-2.0, 0.0),
            at(out, 0.0),
            &[
                (0.0, c.shade.mix(c.deep, 0.35), 1.0),
                (0.55, c.skin.mix(c.blush, 0.4), 1.0),
                (1.0, c.skin.mix(c.shade, 0.25), 1.0),
            ],
        );
        pen.fill_with(&outline, &paint, 1.0);
        pen.clip(&outline);
        let deep = c.deep.mix(c.blush, 0.35);
        pen.soft(at(out * 0.34, 246.0), (out * 0.34, 17.0), 0.0, deep, 0.8);
        pen.soft(
            at(out * 0.56, 218.0),
            (out * 0.22, 13.0),
            side * 12.0,
            deep,
            0.5,
        );
        let fold = smooth(
            &[
                at(out * 0.26, 212.0),
                at(out * 0.56, 207.0),
                at(out * 0.78, 218.0),
                at(out * 0.74, 242.0),
                at(out * 0.52, 262.0),
            ],
            false,
        );
        pen.stroke(&fold, deep, 2.4, 0.35);
        pen.stroke(&fold, deep, 1.0, 0.55);
        let inner = smooth(
            &[
                at(out * 0.42, 226.0),
                at(out * 0.60, 234.0),
                at(out * 0.54, 252.0),
                at(out * 0.3, 262.0),
            ],
            false,
        );
        pen.stroke(&inner, c.lit, 2.0, 0.35);
        if g.free {
            pen.soft(at(out * 0.42, 270.0), (out * 0.3, 7.0), 0.0, c.lit, 0.4);
        }
        pen.unclip();
        pen.stroke(&outline, c.deep, 1.0, 0.4);
    }
}

/// Where the mark is, or would be: each kind has its own place.
pub(super) fn mark_at(g: &Geometry) -> Point {
    match g.mark {
        // On the person's own left, which is right in the picture.
        2 => (M + 17.0, g.down(351.0)),
        3 => (M - g.pupil - 8.0, g.brows_at - 2.0),
        4 => (M + 12.0, g.mouth_at - g.lips.0 - 6.0),
        5 => (M + 38.0, 402.0),
        _ => (M + g.pupil + 6.0, g.eyes_at + 27.0),
    }
}

pub(super) fn mark(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let (x, y) = mark_at(g);
    let brown = Ink(74, 44, 32).mix(c.deep, 0.4);
    match g.mark {
        1 | 2 => {
            pen.soft((x + 0.8, y + 1.0), (5.6, 5.6), 0.0, c.deep, 0.5);
            pen.fill(
                &smooth(
                    &[
                        (x - 2.9, y),
                        (x, y - 2.8),
                        (x + 2.9, y + 0.2),
                        (x + 0.2, y + 2.8),
                    ],
                    true,
                ),
                brown,
                0.92,
            );
            pen.soft((x - 0.9, y - 1.0), (1.3, 1.1), 0.0, c.lit, 0.5);
        }
        3 => {
            // Bare skin across the hairs.
            let cut = format!(
                "M{} {}C{} {} {} {} {} {}",
                x + 4.6,
                y - 13.0,
                x + 1.6,
                y - 5.0,
                x - 1.0,
                y + 3.0,
                x - 4.4,
                y + 11.0
            );
            pen.stroke(&cut, c.skin, 4.2, 0.95);
            pen.stroke(&cut, c.lit.mix(c.blush, 0.3), 2.2, 0.9);
            pen.stroke(&cut, c.shade, 0.8, 0.6);
        }
        4 => {
            let cut = format!(
                "M{} {}C{} {} {} {} {} {}",
                x + 2.4,
                y - 9.0,
                x + 0.4,
                y - 3.0,
                x + 1.4,
                y + 2.0,
                x - 1.0,
                y + 8.6
            );
            pen.stroke(&cut, c.shade.mix(c.blush, 0.5), 3.4, 0.55);
            pen.stroke(&cut, c.lit.mix(Ink::WHITE, 0.25), 1.7, 0.85);
        }
        5 => {
            let patch = smooth(
                &[
                    (x - 11.0, y - 2.0),
                    (x - 4.0, y - 9.0),
                    (x + 6.0, y - 7.0),
                    (x + 11.0, y + 1.0),
                    (x + 5.0, y + 8.0),
                    (x - 3.0, y + 5.0),
                    (x - 9.0, y + 7.0),
                ],
                true,
            );
            let stain = c.blush.mix(Ink(104, 40, 44), 0.5);
            pen.fill(&patch, stain, 0.42);
            pen.stroke(&patch, stain, 2.4, 0.18);
        }
        _ => {}
    }
}
