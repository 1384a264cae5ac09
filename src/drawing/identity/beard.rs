//! Beards, which leave lips and marks free.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::pen::{Pen, smooth};

/// Stubble, moustache or short beard, over skin that stays visible at lips and marks.
pub(super) fn draw(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let kind = look.face.build.beard;
    if kind == 0 {
        return;
    }
    let mut dice = look.dice(32);
    let ink = c.hair_dark.mix(c.hair, 0.5);
    let outline = smooth(&g.outline(look.sag), true);
    if kind != 2 {
        let full = kind == 3;
        pen.clip(&outline);
        let shade = if full { 0.72 } else { 0.22 };
        for side in [-1.0_f32, 1.0] {
            pen.soft(
                (M + side * (g.jaw - 6.0), g.down(318.0)),
                (27.0, 52.0),
                side * 22.0,
                ink,
                shade,
            );
            pen.soft(
                (M + side * 42.0, g.down(352.0)),
                (40.0, 24.0),
                side * -26.0,
                ink,
                shade,
            );
        }
        pen.soft((M, g.chin_at - 6.0), (44.0, 22.0), 0.0, ink, shade);
        let mut hairs = [String::new(), String::new()];
        let count = if full { 900 } else { 460 };
        for n in 0..count {
            let x = dice.between(-g.cheek, g.cheek);
            let low = g.mouth_at + g.lips.1 + 9.0 - (x.abs() / g.cheek).powi(2) * 84.0;
            let low = if x.abs() < g.mouth + 6.0 {
                low.max(g.mouth_at + g.lips.1 + 8.0)
            } else {
                low
            };
            let y = dice.between(low, g.chin_at + 2.0);
            let near_mark = g.mark == 2 && (x - 17.0).hypot(y - g.down(351.0)) < 8.0;
            if near_mark {
                continue;
            }
            let long = if full {
                dice.between(3.0, 6.5)
            } else {
                dice.between(0.6, 1.5)
            };
            hairs[n % 2].push_str(&format!(
                "M{:.1} {y:.1}q{:.1} {:.1} {:.1} {long:.1}",
                M + x,
                x * 0.01,
                long * 0.5,
                x * -0.018 + dice.between(-0.8, 0.8)
            ));
        }
        pen.stroke(&hairs[0], ink, 0.9, if full { 0.7 } else { 0.5 });
        pen.stroke(
            &hairs[1],
            c.hair_light.mix(c.hair, 0.4),
            0.8,
            if full { 0.5 } else { 0.3 },
        );
        pen.unclip();
    }
    moustache(look, kind, pen);
}

fn moustache(look: &Look, kind: u8, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let ink = c.hair_dark.mix(c.hair, 0.5);
    let mut dice = look.dice(33);
    let mut hairs = [String::new(), String::new()];
    let (count, long) = if kind == 1 { (130, 1.5) } else { (330, 7.5) };
    for n in 0..count {
        let side = if n % 2 == 0 { -1.0 } else { 1.0 };
        let t = dice.unit();
        let x = side * (2.5 + t * (g.mouth - 1.0));
        let lip = g.mouth_at - g.lips.0 - 1.0 + t * t * 7.0 - long * 0.5;
        let y = dice.between(
            g.nose_at + 9.0 + t * t * 22.0,
            lip.max(g.nose_at + 10.0 + t * t * 22.0),
        );
        let scar = g.mark == 4 && (x - 12.0).abs() < 4.0;
        if scar {
            continue;
        }
        hairs[n / 2 % 2].push_str(&format!(
            "M{:.1} {y:.1}q{:.1} {:.1} {:.1} {:.1}",
            M + x,
            side * long * 0.2,
            long * 0.3,
            side * long * (0.25 + t * 0.6),
            long * (0.9 - t * 0.3)
        ));
    }
    let heavy = if kind == 1 { 0.4 } else { 0.8 };
    let middle = (g.nose_at + 8.0 + g.mouth_at - g.lips.0) / 2.0;
    for side in [-1.0_f32, 1.0] {
        let at = (M + side * g.mouth * 0.46, middle + 2.0);
        pen.soft(at, (g.mouth * 0.66, 11.0), side * 14.0, ink, heavy * 0.6);
    }
    pen.stroke(&hairs[0], ink, 1.0, heavy);
    pen.stroke(&hairs[1], ink.mix(c.hair_light, 0.3), 0.9, heavy * 0.8);
}
