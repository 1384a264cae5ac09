//! What years draw into a face, and glasses.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, smooth};
use crate::drawing::svg::Point;

pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let deep = c.shade.mix(c.deep, 0.6);
    let lines = look.lines;
    // From the wings of the nose to the mouth, always a little.
    for side in [-1.0_f32, 1.0] {
        let fold = smooth(
            &[
                (M + side * (g.nose + 4.0), g.nose_at - 6.0),
                (M + side * (g.nose + 14.0), g.nose_at + 10.0),
                (
                    M + side * (g.mouth + 9.0 + look.sag * 3.0),
                    g.mouth_at - 2.0,
                ),
            ],
            false,
        );
        let weight = if side > 0.0 { 1.0 } else { 0.8 };
        pen.stroke(&fold, deep, 8.0, (0.03 + 0.11 * lines) * weight);
        pen.stroke(&fold, deep, 3.0, (0.01 + 0.24 * lines) * weight);
        pen.stroke(&fold, deep, 1.1, 0.55 * lines * weight);
        // The bag under the eye, and crow's feet.
        let x = M + side * g.pupil;
        let y = g.eyes_at;
        let bag = smooth(
            &[
                (x - side * 19.0, y + 9.0),
                (x - side * 6.0, y + 17.0),
                (x + side * 9.0, y + 17.0),
                (x + side * 21.0, y + 10.0),
            ],
            false,
        );
        pen.stroke(&bag, deep, 5.0, 0.05 + 0.16 * look.sag);
        pen.stroke(&bag, deep, 1.2, 0.08 + 0.42 * look.sag);
        pen.soft(
            (x, y + 11.5),
            (16.0, 4.6),
            side * 4.0,
            c.lit,
            0.42 * look.sag,
        );
        let feet: [[Point; 2]; 3] = [
            [(24.0, -3.0), (37.0, -9.0)],
            [(25.0, 1.0), (39.0, 1.0)],
            [(23.0, 6.0), (35.0, 11.0)],
        ];
        for [a, b] in feet {
            let line = format!(
                "M{} {}Q{} {} {} {}",
                x + side * a.0,
                y + a.1,
                x + side * (a.0 + b.0) / 2.0,
                y + a.1 + (b.1 - a.1) * 0.3,
                x + side * b.0,
                y + b.1
            );
            pen.stroke(&line, deep, 1.1, (lines - 0.25).max(0.0) * 0.75);
        }
        // Jowls, and the line from the corner of the mouth down.
        let sag = look.sag;
        pen.soft(
            (M + side * (g.jaw - 24.0), g.down(326.0)),
            (20.0, 22.0),
            side * -20.0,
            c.lit,
            0.20 * sag,
        );
        pen.soft(
            (M + side * (g.mouth + 12.0), g.down(341.0)),
            (8.0, 20.0),
            side * -14.0,
            deep,
            0.46 * sag,
        );
        let corner = format!(
            "M{} {}q{} 9 {} 19",
            M + side * (g.mouth + 3.0),
            g.mouth_at + 7.0 + g.hang,
            side * 3.4,
            side * 3.0
        );
        pen.stroke(&corner, deep, 1.3, 0.5 * (sag - 0.2).max(0.0));
    }
    // Forehead and between the brows.
    let strength = (lines - 0.35).max(0.0);
    for (n, y) in [136.0, 149.0, 162.0].into_iter().enumerate() {
        let wide = [46.0, 60.0, 52.0][n];
        let line = smooth(
            &[
                (M - wide, y + 3.0),
                (M - wide * 0.4, y - 1.0),
                (M, y + 0.8),
                (M + wide * 0.45, y - 1.2),
                (M + wide, y + 2.4),
            ],
            false,
        );
        pen.stroke(&line, deep, 4.0, strength * 0.14);
        pen.stroke(&line, deep, 1.1, strength * 0.62);
    }
    let frown = format!(
        "M{} {}q2 8 .6 15M{} {}q-2.4 7 -.8 13",
        M - 6.5,
        g.brows_at - 8.0,
        M + 6.0,
        g.brows_at - 6.0
    );
    pen.stroke(&frown, deep, 3.2, strength * 0.18);
    pen.stroke(&frown, deep, 1.1, strength * 0.6);
    spots(look, pen);
}

/// Spots of age at the temples.
fn spots(look: &Look, pen: &mut Pen) {
    let old = ((f32::from(look.face.age) - 55.0) / 15.0).clamp(0.0, 1.0);
    if old == 0.0 {
        return;
    }
    let mut dice = look.dice(3);
    for _ in 0..9 {
        let side = if dice.unit() < 0.5 { -1.0 } else { 1.0 };
        let at = (
            M + side * dice.between(62.0, 86.0),
            dice.between(136.0, 300.0),
        );
        let size = dice.between(2.0, 4.6);
        pen.soft(at, (size, size * 0.8), 0.0, look.colours.deep, 0.34 * old);
    }
}

pub(super) fn glasses(look: &Look, pen: &mut Pen) {
    let g = &look.geometry;
    let dark = if look.face.build.soft {
        Ink(70, 44, 38)
    } else {
        Ink(38, 40, 44)
    };
    let y = g.eyes_at + 1.0;
    let half = 32.0;
    for side in [-1.0_f32, 1.0] {
        let x = M + side * (g.pupil * 0.55 + 19.5);
        let rim = smooth(
            &[
                (x - side * (half - 4.0), y - 15.0),
                (x, y - 18.5),
                (x + side * (half - 2.0), y - 15.0),
                (x + side * half, y - 1.0),
                (x + side * (half - 7.0), y + 16.0),
                (x, y + 20.0),
                (x - side * (half - 9.0), y + 15.0),
                (x - side * half, y - 2.0),
            ],
            true,
        );
        // Glass: a cool reflection across the upper part, and the shadow of the rim on the cheek.
        pen.stroke(&rim, look.colours.deep, 5.0, 0.10);
        pen.clip(&rim);
        let sheen = pen.linear(
            (x - 20.0, y - 20.0),
            (x + 16.0, y + 18.0),
            &[
                (0.0, Ink::WHITE, 0.30),
                (0.3, Ink::WHITE, 0.10),
                (0.34, Ink::WHITE, 0.0),
                (1.0, Ink::WHITE, 0.05),
            ],
        );
        pen.fill_with(&rim, &sheen, 1.0);
        pen.unclip();
        pen.stroke(&rim, dark, 3.0, 0.95);
        pen.stroke(&rim, Ink(200, 200, 200), 0.8, 0.35);
        let temple = M + side * (g.half_at(y - 8.0) + 2.0);
        let arm = format!("M{} {}L{temple} {}", x + side * half, y - 8.0, y - 13.0);
        pen.stroke(&arm, dark, 3.0, 0.9);
    }
    let inner = g.pupil * 0.55 + 19.5 - half;
    let bridge = format!(
        "M{} {}Q{M} {} {} {}",
        M - inner,
        y - 6.0,
        y - 12.0,
        M + inner,
        y - 6.0
    );
    pen.stroke(&bridge, dark, 3.0, 0.95);
    pen.stroke(&bridge, Ink(210, 210, 210), 0.8, 0.3);
}
