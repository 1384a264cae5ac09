//! Eyes and brows.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, along, smooth};
use crate::drawing::svg::Point;

/// The two edges of an open eye, from the inner corner to the outer.
struct Lids {
    upper: [Point; 5],
    lower: [Point; 5],
}

fn lids(look: &Look, side: f32) -> Lids {
    let g = &look.geometry;
    let (x, y) = (M + side * g.pupil, g.eyes_at);
    let (up, low) = (g.lids.0 - look.sag * 1.6, g.lids.1);
    let at = |dx: f32, dy: f32| (x + side * dx * g.eye, y + dy);
    let lift = if g.fold { -2.6 } else { -0.8 + look.sag * 1.4 };
    let inner = at(-1.0, 2.2);
    let outer = at(1.0, lift);
    let full = if g.fold { 0.86 } else { 0.80 };
    Lids {
        upper: [
            inner,
            at(-0.55, -up * if g.fold { 0.62 } else { 0.70 }),
            at(-0.05, -up),
            at(0.5, -up * full),
            outer,
        ],
        lower: [
            inner,
            at(-0.5, low * 0.72),
            at(0.05, low),
            at(0.58, low * 0.66),
            outer,
        ],
    }
}

pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let deep = c.shade.mix(c.deep, 0.55);
    for side in [-1.0, 1.0] {
        let x = M + side * g.pupil;
        let more = if side > 0.0 { 1.15 } else { 1.0 };
        // The socket: dark under the brow and towards the nose, lighter on the lid.
        pen.soft(
            (x, g.eyes_at - 6.0),
            (40.0, 24.0),
            side * 6.0,
            deep,
            (0.22 + 0.34 * g.depth) * more,
        );
        pen.soft(
            (M + side * 19.0, g.eyes_at - 7.0),
            (14.0, 21.0),
            side * -8.0,
            deep,
            (0.28 + 0.42 * g.depth) * more,
        );
        pen.soft(
            (x - side * 2.0, g.eyes_at + 15.0),
            (27.0, 9.0),
            side * 6.0,
            deep,
            0.20 + 0.16 * look.lines,
        );
        if g.depth < 0.8 {
            pen.soft(
                (x + side * 3.0, g.eyes_at - 14.0),
                (17.0, 6.0),
                0.0,
                c.lit,
                0.42,
            );
        }
        pen.soft(
            (x + side * 14.0, g.brows_at + 4.0),
            (20.0, 6.0),
            side * 8.0,
            c.lit,
            0.36,
        );
        ball(look, side, pen);
        rims(look, side, pen);
    }
}

fn ball(look: &Look, side: f32, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let Lids { upper, lower } = lids(look, side);
    let mut around: Vec<Point> = upper.to_vec();
    around.extend(lower.iter().rev().skip(1));
    let outline = smooth(&upper, false)
        + &smooth(&lower.iter().rev().copied().collect::<Vec<_>>(), false)[..]
            .replacen('M', "L", 1)
        + "Z";
    let white = Ink(232, 226, 220).mix(c.skin, 0.12);
    pen.fill(&outline, white, 1.0);
    pen.clip(&outline);
    let (x, y) = (M + side * g.pupil, g.eyes_at);
    pen.soft(
        (x - side * g.eye, y + 2.0),
        (8.0, 7.0),
        0.0,
        Ink(196, 120, 108),
        0.7,
    );
    pen.soft((x + side * g.eye, y), (11.0, 10.0), 0.0, c.shade, 0.6);
    // Iris, rays, pupil.
    let r = 10.0;
    let at = (x, y - 1.4);
    let [ring, field, rays] = c.iris;
    let iris = pen.radial(
        at,
        r,
        &[
            (0.0, rays, 1.0),
            (0.42, rays.mix(field, 0.5), 1.0),
            (0.74, field, 1.0),
            (0.9, ring, 1.0),
            (1.0, ring.mix(white, 0.35), 1.0),
        ],
    );
    let disc = |r: f32| {
        format!(
            "M{} {}a{r} {r} 0 1 0 {} 0a{r} {r} 0 1 0 -{} 0Z",
            at.0 - r,
            at.1,
            2.0 * r,
            2.0 * r
        )
    };
    pen.fill_with(&disc(r), &iris, 1.0);
    let mut fine = String::new();
    for n in 0..22_u8 {
        let a = f32::from(n) * 0.2856;
        let (s, co) = a.sin_cos();
        fine.push_str(&format!(
            "M{:.1} {:.1}L{:.1} {:.1}",
            at.0 + co * 4.2,
            at.1 + s * 4.2,
            at.0 + co * 8.0,
            at.1 + s * 8.0
        ));
    }
    pen.stroke(&fine, ring, 0.5, 0.45);
    pen.fill(&disc(3.9), Ink(12, 10, 11), 1.0);
    // The lid's shadow on the eye, then the light of the window.
    pen.stroke(&smooth(&upper, false), Ink(40, 24, 20), 8.0, 0.22);
    pen.stroke(&smooth(&upper, false), Ink(40, 24, 20), 4.6, 0.25);
    pen.soft(
        (at.0 + 3.2, at.1 + 4.0),
        (5.0, 3.6),
        0.0,
        rays.mix(Ink::WHITE, 0.4),
        0.5,
    );
    pen.fill(
        &format!(
            "M{} {}a1.9 2.1 0 1 0 3.8 0a1.9 2.1 0 1 0 -3.8 0Z",
            at.0 - 4.9,
            at.1 - 3.4
        ),
        Ink::WHITE,
        0.92,
    );
    pen.fill(
        &format!(
            "M{} {}a.9 .9 0 1 0 1.8 0a.9 .9 0 1 0 -1.8 0Z",
            at.0 + 2.7,
            at.1 + 3.0
        ),
        Ink::WHITE,
        0.5,
    );
    pen.unclip();
}

fn rims(look: &Look, side: f32, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let Lids { upper, lower } = lids(look, side);
    let dark = c.deep.mix(Ink(24, 16, 16), 0.6);
    // Lower lid: a wet edge and a soft line.
    let below: Vec<Point> = lower.iter().map(|p| (p.0, p.1 + 1.2)).collect();
    pen.stroke(&smooth(&below, false), c.lit.mix(c.blush, 0.5), 1.6, 0.55);
    let below: Vec<Point> = lower[1..].iter().map(|p| (p.0, p.1 + 0.6)).collect();
    pen.stroke(&smooth(&below, false), dark, 0.9, 0.55);
    // Upper lid: thickest outside.
    let edge = smooth(&upper, false);
    pen.stroke(
        &edge,
        dark,
        if look.face.build.soft { 2.7 } else { 2.1 },
        0.92,
    );
    pen.stroke(
        &smooth(&upper[2..], false),
        dark,
        if look.face.build.soft { 3.2 } else { 2.5 },
        0.75,
    );
    let mut lashes = String::new();
    let long = if look.face.build.soft { 3.0 } else { 1.8 };
    for n in 0..13_u8 {
        let t = 0.16 + f32::from(n) * 0.068;
        let p = along(&upper, t);
        let out = (t - 0.42) * 1.5;
        lashes.push_str(&format!(
            "M{:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}",
            p.0,
            p.1,
            side * out * long * 0.3,
            -long * 0.6,
            side * out * long,
            -long * (0.75 + t * 0.3)
        ));
    }
    pen.stroke(&lashes, dark, 0.7, 0.4);
    // The crease of the lid; a lid with a fold has none, and covers the inner corner.
    if g.fold {
        let p = upper[0];
        let hook = format!(
            "M{:.1} {:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            upper[1].0,
            upper[1].1 - 1.0,
            p.0 + side * 4.0,
            p.1 - 3.5,
            p.0 - side * 1.5,
            p.1 - 1.0,
            p.0 - side * 1.0,
            p.1 + 4.4
        );
        pen.stroke(&hook, c.skin, 3.4, 0.9);
        pen.stroke(&hook, dark, 1.3, 0.6);
        let puff: Vec<Point> = upper[1..].iter().map(|p| (p.0, p.1 - 4.2)).collect();
        pen.stroke(&smooth(&puff, false), c.lit, 4.2, 0.30);
    } else {
        let rise = 4.4 - g.depth * 2.0 + look.sag * -0.8;
        let crease: Vec<Point> = upper
            .iter()
            .enumerate()
            .map(|(n, p)| {
                let lift = [0.9, 1.12, 1.2, 1.08, 0.8][n];
                (p.0, p.1 - rise * lift - 0.6)
            })
            .collect();
        pen.stroke(&smooth(&crease, false), c.deep, 3.4, 0.14 + 0.12 * g.depth);
        pen.stroke(&smooth(&crease, false), c.deep, 1.2, 0.62);
    }
}

/// Brows, hair by hair.
pub(super) fn brows(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let soft = look.face.build.soft;
    let mut dice = look.dice(2);
    for side in [-1.0, 1.0] {
        let x = M + side * g.pupil;
        let y = g.brows_at;
        let (thick, arch) = if soft { (6.0, 6.0) } else { (9.0, 3.6) };
        let arch = arch - 3.0 * g.depth;
        let spine = [
            (x - side * 25.0, y + 3.4),
            (x - side * 10.0, y - arch * 0.4),
            (x + side * 8.0, y - arch),
            (x + side * 20.0, y - arch * 0.55),
            (x + side * 30.0, y + 4.8),
        ];
        let mut hairs = [String::new(), String::new()];
        for n in 0..150 {
            let t = dice.unit();
            let p = along(&spine, t);
            let body = thick * if t < 0.15 { 0.75 } else { 1.06 - t * 0.75 };
            let off = dice.between(-0.5, 0.5) * body;
            let lean = side * (2.0 + t * 5.0 + dice.between(-0.6, 0.6));
            let rise = -3.8 + t * 5.6 - off * 0.3;
            hairs[n % 2].push_str(&format!(
                "M{:.1} {:.1}q{:.1} {:.1} {:.1} {:.1}",
                p.0,
                p.1 + off + 1.4,
                lean * 0.35,
                rise * 0.6,
                lean,
                rise
            ));
        }
        let ink = c.hair_dark.mix(c.hair, 0.4);
        let body = |share: f32| {
            let width = [0.20, 0.5, 0.44, 0.28, 0.03];
            let high: Vec<Point> = (0..5)
                .map(|n| (spine[n].0, spine[n].1 - thick * width[n] * share))
                .collect();
            let low: Vec<Point> = (0..5)
                .rev()
                .map(|n| (spine[n].0, spine[n].1 + thick * width[n] * share))
                .collect();
            smooth(&high, false) + &smooth(&low, false).replacen('M', "L", 1) + "Z"
        };
        let (wide, narrow) = (body(1.1), body(0.7));
        pen.stroke(&wide, ink, 2.4, 0.10);
        pen.fill(&wide, ink, 0.26);
        pen.fill(&narrow, ink, 0.30);
        pen.stroke(&hairs[0], ink, 0.8, 0.5);
        pen.stroke(&hairs[1], ink.mix(c.skin, 0.3), 0.7, 0.45);
    }
}
