//! Nose and mouth.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, smooth};

pub(super) fn nose(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let deep = c.shade.mix(c.deep, 0.55);
    let (w, y) = (g.nose, g.nose_at);
    let long = y - g.eyes_at;
    // The bridge: its far side in shade, its back in light; a bent one goes aside half-way.
    let bend = |share: f32| g.bent * (share * std::f32::consts::PI).sin();
    let back = |off: f32| {
        let at = [0.0, 0.25, 0.5, 0.75, 1.0].map(|s: f32| {
            (
                M + off * (0.8 + s * 0.5) + bend(s),
                g.eyes_at - 8.0 + s * (long - 2.0),
            )
        });
        smooth(&at, false)
    };
    pen.feather(&back(g.bridge), deep, 17.0, 0.24);
    pen.feather(&back(-g.bridge), deep, 13.0, 0.10);
    pen.feather(&back(-1.6), c.lit, g.bridge * 1.5, 0.42);
    if g.bent > 0.0 {
        pen.soft(
            (M + g.bent * 0.9 - 4.0, g.eyes_at + long * 0.42),
            (6.0, 8.0),
            0.0,
            c.lit,
            0.7,
        );
        pen.soft(
            (M + g.bent + 8.5, g.eyes_at + long * 0.46),
            (5.0, 12.0),
            -8.0,
            deep,
            0.55,
        );
        pen.soft(
            (M - 9.5, g.eyes_at + long * 0.66),
            (5.0, 11.0),
            8.0,
            deep,
            0.34,
        );
    }
    // Wings and tip.
    pen.soft((M + w + 5.0, y - 4.0), (13.0, 15.0), 0.0, deep, 0.38);
    pen.soft((M - w - 4.0, y - 4.0), (11.0, 14.0), 0.0, deep, 0.26);
    pen.soft((M, y + 6.0), (w + 9.0, 9.5), 0.0, deep, 0.55);
    pen.soft((M + w * 0.62, y - 6.0), (w * 0.36, 9.0), 0.0, c.skin, 0.6);
    pen.soft(
        (M - w * 0.62, y - 6.0),
        (w * 0.36, 9.0),
        0.0,
        c.skin.mix(c.lit, 0.4),
        0.7,
    );
    pen.soft((M + 1.0, y - 4.0), (w * 0.52, 11.0), 0.0, c.blush, 0.26);
    pen.soft((M + w * 0.36, y - 2.0), (4.5, 9.0), 12.0, deep, 0.28);
    pen.soft((M - w * 0.38, y - 2.0), (4.0, 8.0), -12.0, deep, 0.2);
    pen.soft((M - 3.5, y - 9.0), (w * 0.30, 7.5), 0.0, c.lit, 0.8);
    pen.soft(
        (M - 4.0, y - 10.0),
        (3.6, 3.0),
        0.0,
        Ink(255, 250, 244),
        0.5,
    );
    // Wings' outer line, nostrils, the line below the tip.
    let dark = c.deep.mix(Ink(30, 14, 12), 0.35);
    for side in [-1.0_f32, 1.0] {
        let x = M + side * w;
        let weight = if side > 0.0 { 0.46 } else { 0.32 };
        let wing = format!(
            "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}",
            x - side * 0.6,
            y - 12.0,
            x + side * 2.4,
            y - 9.0,
            x + side * 2.6,
            y - 1.0,
            x - side * 2.0,
            y + 1.6,
            x - side * 4.0,
            y + 2.8,
            x - side * 6.0,
            y + 2.0,
            x - side * 8.0,
            y + 0.4
        );
        pen.stroke(&wing, dark, 3.2, weight * 0.25);
        pen.stroke(&wing, dark, 1.1, weight);
        let inner = M + side * w * 0.26;
        let mid = M + side * w * 0.56;
        let open = 3.3 * g.nostrils + 0.6;
        let hole = format!(
            "M{} {}C{} {} {} {} {} {}C{} {} {} {} {} {}Z",
            inner,
            y + 1.6,
            inner + side,
            y - open,
            mid + side * 3.0,
            y - open - 0.6,
            M + side * (w * 0.80),
            y - 0.4,
            mid + side * 2.0,
            y + 1.8,
            mid - side * 3.0,
            y + 3.4,
            inner,
            y + 1.6
        );
        pen.fill(&hole, dark, 0.85);
        pen.stroke(&hole, dark, 1.4, 0.25);
    }
    let tip = format!(
        "M{} {}C{} {} {} {} {} {}",
        M - w * 0.28,
        y + 2.0,
        M - w * 0.1,
        y + 5.6,
        M + w * 0.1,
        y + 5.6,
        M + w * 0.28,
        y + 2.0
    );
    pen.stroke(&tip, dark, 1.3, 0.42);
}

pub(super) fn mouth(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let deep = c.shade.mix(c.deep, 0.5);
    let y = g.mouth_at;
    let thin = 1.0 - 0.28 * look.sag;
    let (up, low) = (g.lips.0 * thin, g.lips.1 * thin);
    // Groove between nose and lip.
    pen.soft(
        (M + 3.0, (g.nose_at + y) / 2.0),
        (4.2, 13.0),
        0.0,
        deep,
        0.30,
    );
    pen.soft(
        (M - 4.6, (g.nose_at + y) / 2.0 + 1.0),
        (3.4, 12.0),
        0.0,
        c.lit,
        0.34,
    );
    // Line between the lips; one side higher, or corners that hang.
    let left = (M - g.mouth, y - 1.4 + g.hang - g.uneven * 0.2);
    let right = (M + g.mouth, y - 1.4 + g.hang - g.uneven * 1.3);
    let part = [
        left,
        (M - g.mouth * 0.55, y + 0.9 + g.hang * 0.1),
        (M - 6.0, y - 0.9),
        (M, y + 0.7),
        (M + 6.0, y - 0.9 - g.uneven * 0.14),
        (M + g.mouth * 0.55, y + 0.9 + g.hang * 0.1 - g.uneven * 0.6),
        right,
    ];
    let mut upper = part.to_vec();
    upper.extend([
        (M + g.mouth * 0.55, y - up * 0.62 - g.uneven * 0.95),
        (M + 8.0, y - up * 1.06 - g.uneven * 0.36),
        (M, y - up * 0.74),
        (M - 8.0, y - up * 1.06),
        (M - g.mouth * 0.55, y - up * 0.62 + g.uneven * 0.12),
    ]);
    let mut lower = part.to_vec();
    lower.extend([
        (
            M + g.mouth * 0.6,
            y + low * 0.72 + g.hang * 0.3 - g.uneven * 0.55,
        ),
        (M + g.mouth * 0.26, y + low * 1.06 - g.uneven * 0.12),
        (M - g.mouth * 0.26, y + low * 1.06),
        (M - g.mouth * 0.6, y + low * 0.72 + g.hang * 0.3),
    ]);
    let shade = pen.linear(
        (M, y - up),
        (M, y + 2.0),
        &[
            (0.0, c.lip.mix(c.lip_dark, 0.25), 1.0),
            (1.0, c.lip_dark, 1.0),
        ],
    );
    let full = pen.linear(
        (M, y),
        (M, y + low * 1.1),
        &[
            (0.0, c.lip_dark, 1.0),
            (0.3, c.lip, 1.0),
            (0.7, c.lip.mix(c.lit, 0.16), 1.0),
            (1.0, c.lip.mix(c.shade, 0.35), 1.0),
        ],
    );
    let (upper, lower) = (smooth(&upper, true), smooth(&lower, true));
    pen.stroke(&upper, c.lip_dark, 2.6, 0.14);
    pen.fill_with(&lower, &full, 0.94);
    pen.fill_with(&upper, &shade, 0.94);
    pen.stroke(&lower, c.lip_dark, 2.2, 0.12);
    pen.soft(
        (M - 6.0, y + low * 0.58),
        (13.0, low * 0.34),
        0.0,
        c.lit,
        0.5,
    );
    // Wrinkles of the lip.
    let mut fine = String::new();
    for n in -6_i8..=6 {
        let x = M + f32::from(n) * g.mouth * 0.125;
        fine.push_str(&format!(
            "M{x:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}",
            y + low * 0.3,
            f32::from(n) * 0.1,
            low * 0.25,
            f32::from(n) * 0.3,
            low * 0.5
        ));
    }
    pen.stroke(&fine, c.lip_dark, 0.6, 0.22);
    let line = smooth(&part, false);
    let dark = c.lip_dark.mix(Ink(36, 14, 14), 0.55);
    pen.stroke(&line, dark, 2.8, 0.22);
    pen.stroke(&line, dark, 1.3, 0.85);
    for corner in [left, right] {
        pen.soft(corner, (5.6, 4.4), 0.0, deep, 0.42);
    }
}
