//! Hair: mass, light and strands; and beards. Ears always stay free, for they are compared.

use super::Look;
use super::geometry::MIDDLE as M;
use super::hairline::{crown, fringe, hairline};
use super::skin::grey;
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, along, between, smooth};
use crate::drawing::svg::Point;

/// Strands between a line of roots and a line of ends, bent outwards.
struct Strands<'a> {
    from: &'a [Point],
    to: &'a [Point],
    count: usize,
    bow: f32,
    width: f32,
}

impl Strands<'_> {
    /// Dark and light ones lie over each other.
    fn draw(&self, look: &Look, of: u64, pen: &mut Pen) {
        let mut dice = look.dice(of);
        let mut paths = [String::new(), String::new(), String::new()];
        for n in 0..self.count {
            let t = dice.unit();
            let (a, b) = (
                along(self.from, t),
                along(self.to, (t + dice.between(-0.03, 0.03)).clamp(0.0, 1.0)),
            );
            let start = between(a, b, dice.between(0.0, 0.22));
            let end = between(a, b, dice.between(0.72, 1.0));
            let middle = between(start, end, 0.5);
            let (dx, dy) = (end.0 - start.0, end.1 - start.1);
            let bow = self.bow * dice.between(0.7, 1.3);
            paths[n % 3].push_str(&format!(
                "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
                start.0,
                start.1,
                middle.0 - dy * bow,
                middle.1 + dx * bow,
                end.0,
                end.1
            ));
        }
        let c = &look.colours;
        let white = Ink(222, 221, 220);
        pen.stroke(&paths[0], c.hair_dark, self.width, 0.5);
        pen.stroke(&paths[1], c.hair_light, self.width * 0.8, 0.34);
        pen.stroke(
            &paths[2],
            c.hair.mix(white, grey(&look.face) * 0.7),
            self.width * 0.8,
            0.4,
        );
    }
}

pub(super) fn behind(look: &Look, pen: &mut Pen) {
    let (g, c) = (&look.geometry, &look.colours);
    let mass = |pen: &mut Pen, data: &str| {
        let paint = pen.linear(
            (60.0, 80.0),
            (290.0, 420.0),
            &[
                (0.0, c.hair, 1.0),
                (0.5, c.hair.mix(c.hair_dark, 0.5), 1.0),
                (1.0, c.hair_dark, 1.0),
            ],
        );
        pen.fill_with(data, &paint, 1.0);
    };
    match look.face.hair {
        1 => {
            let w = g.cheek;
            let half = [
                (w * 0.42, 72.0),
                (w + 8.0, 148.0),
                (w + 15.0, 190.0),
                (w + 25.0, 270.0),
                (w + 29.0, 340.0),
                (w + 18.0, 402.0),
                (w - 20.0, 416.0),
                (w - 44.0, 404.0),
            ];
            let mut around: Vec<Point> = half.iter().map(|p| (M + p.0, p.1)).collect();
            around.extend(half.iter().rev().map(|p| (M - p.0, p.1)));
            mass(pen, &smooth(&around, true));
            for side in [-1.0_f32, 1.0] {
                let from = [
                    (M + side * (w - 20.0), 200.0),
                    (M + side * (w + 14.0), 180.0),
                ];
                let to = [
                    (M + side * (w - 40.0), 406.0),
                    (M + side * (w + 22.0), 400.0),
                ];
                Strands {
                    from: &from,
                    to: &to,
                    count: 110,
                    bow: side * -0.07,
                    width: 1.3,
                }
                .draw(look, 20, pen);
            }
        }
        2 if look.face.build.soft => {
            let knot = smooth(
                &[
                    (M - 34.0, 62.0),
                    (M - 22.0, 36.0),
                    (M + 4.0, 27.0),
                    (M + 30.0, 38.0),
                    (M + 36.0, 64.0),
                    (M, 80.0),
                ],
                true,
            );
            mass(pen, &knot);
            let (from, to) = (
                [(M - 32.0, 62.0), (M - 18.0, 38.0)],
                [(M + 34.0, 62.0), (M + 22.0, 36.0)],
            );
            Strands {
                from: &from,
                to: &to,
                count: 60,
                bow: 0.1,
                width: 1.1,
            }
            .draw(look, 21, pen);
        }
        2 => {
            // A tail that shows beside the neck.
            let w = g.jaw;
            let tail = smooth(
                &[
                    (M + w - 10.0, 300.0),
                    (M + w + 12.0, 340.0),
                    (M + w + 16.0, 392.0),
                    (M + w, 430.0),
                    (M + w - 22.0, 400.0),
                ],
                true,
            );
            mass(pen, &tail);
        }
        _ => {}
    }
}

pub(super) fn before(look: &Look, pen: &mut Pen) {
    let c = &look.colours;
    let line = hairline(look);
    let (lift, side) = match (look.face.hair, look.face.build.soft) {
        (0, true) => (13.0, 10.0),
        (0, false) => (13.0, 4.0),
        (1, _) => (9.0, 9.0),
        (2, _) => (5.0, 3.5),
        _ => (3.0, 1.6),
    };
    let edge = crown(look, lift, side);
    let mut line = line;
    fringe(look, &mut line);
    let outer = smooth(&edge, false);
    let inner = smooth(&line.iter().rev().copied().collect::<Vec<_>>(), false);
    let body = outer + &inner.replacen('M', "L", 1) + "Z";
    if look.face.hair == 3 {
        cropped(look, &edge, &line, &body, pen);
        return;
    }
    // The shadow that hair throws on the forehead.
    let forehead = smooth(&line[2..line.len() - 2], false);
    pen.feather(&forehead, c.deep, 24.0, 0.36);
    let paint = pen.radial(
        (M - 40.0, 92.0),
        190.0,
        &[
            (0.0, c.hair.mix(c.hair_light, 0.35), 1.0),
            (0.35, c.hair, 1.0),
            (1.0, c.hair_dark, 1.0),
        ],
    );
    pen.fill_with(&body, &paint, 1.0);
    pen.clip(&body);
    let half = edge.len() / 2;
    let (left, right) = (&edge[..=half], &edge[half..]);
    let turned: Vec<Point> = line.iter().rev().copied().collect();
    match look.face.hair {
        0 => {
            // Combed over from a parting on the left.
            let part = [(M - 46.0, 112.0), (M - 40.0, 60.0)];
            let sweep = [(M + 96.0, 200.0), (M + 70.0, 44.0)];
            Strands {
                from: &part,
                to: &sweep,
                count: 170,
                bow: -0.20,
                width: 1.2,
            }
            .draw(look, 22, pen);
            Strands {
                from: &line[..5],
                to: &left[..5],
                count: 80,
                bow: 0.12,
                width: 1.1,
            }
            .draw(look, 23, pen);
            let over = [(M - 50.0, 100.0), (M - 40.0, 60.0)];
            let down = [(M - 104.0, 190.0), (M - 84.0, 90.0)];
            Strands {
                from: &over,
                to: &down,
                count: 90,
                bow: 0.18,
                width: 1.2,
            }
            .draw(look, 24, pen);
            Strands {
                from: &turned[..5],
                to: &edge.iter().rev().copied().collect::<Vec<_>>()[..5],
                count: 80,
                bow: -0.12,
                width: 1.1,
            }
            .draw(look, 25, pen);
        }
        1 => {
            let part = [(M - 4.0, 112.0), (M - 2.0, 52.0)];
            for side in [-1.0_f32, 1.0] {
                let ends = [(M + side * 88.0, 232.0), (M + side * 116.0, 150.0)];
                Strands {
                    from: &part,
                    to: &ends,
                    count: 150,
                    bow: side * -0.22,
                    width: 1.3,
                }
                .draw(look, 26, pen);
            }
            pen.stroke(
                &format!("M{} 110Q{} 82 {} 54", M - 4.0, M - 5.0, M - 2.0),
                c.skin.mix(c.hair, 0.4),
                1.6,
                0.7,
            );
        }
        _ => {
            let knot = [(M - 26.0, 62.0), (M + 26.0, 62.0)];
            Strands {
                from: &line,
                to: &knot,
                count: 210,
                bow: 0.0,
                width: 1.1,
            }
            .draw(look, 27, pen);
            Strands {
                from: &line[..4],
                to: &left[1..4],
                count: 60,
                bow: 0.08,
                width: 1.1,
            }
            .draw(look, 28, pen);
            Strands {
                from: &turned[..4],
                to: &right.iter().rev().copied().collect::<Vec<_>>()[1..4],
                count: 60,
                bow: -0.08,
                width: 1.1,
            }
            .draw(look, 29, pen);
        }
    }
    // A band of light, and the dark of the sides.
    pen.soft((M - 46.0, 84.0), (58.0, 18.0), -24.0, c.hair_light, 0.42);
    pen.soft((M + 44.0, 80.0), (40.0, 13.0), 22.0, c.hair_light, 0.20);
    pen.soft((M + 104.0, 180.0), (26.0, 70.0), 0.0, c.hair_dark, 0.6);
    pen.soft((M - 104.0, 200.0), (18.0, 60.0), 0.0, c.hair_dark, 0.45);
    pen.unclip();
    flyaways(look, &edge, pen);
}

/// So short that the skull shows through.
fn cropped(look: &Look, edge: &[Point], line: &[Point], body: &str, pen: &mut Pen) {
    let c = &look.colours;
    let g = &look.geometry;
    let ink = c.hair.mix(c.skin, 0.24);
    pen.fill(body, ink, 0.80);
    let rim = smooth(&line[2..line.len() - 2], false);
    pen.feather(&rim, ink, 12.0, 0.5);
    pen.clip(body);
    pen.soft(
        (M - 38.0, 88.0),
        (64.0, 34.0),
        -18.0,
        c.lit.mix(c.hair_light, 0.5),
        0.34,
    );
    pen.soft((M + 92.0, 150.0), (34.0, 80.0), 0.0, c.hair_dark, 0.5);
    let mut dice = look.dice(30);
    let (mut dark, mut light) = (String::new(), String::new());
    for n in 0..760 {
        let x = dice.between(-g.temple - 4.0, g.temple + 4.0);
        let y = dice.between(58.0, 206.0);
        let out = if n % 3 == 0 { &mut light } else { &mut dark };
        out.push_str(&format!(
            "M{:.1} {y:.1}l{:.1} {:.1}",
            M + x,
            x * 0.018,
            dice.between(0.8, 2.0)
        ));
    }
    pen.stroke(&dark, c.hair_dark, 0.8, 0.30);
    pen.stroke(&light, c.hair_light, 0.7, 0.22);
    pen.unclip();
    pen.stroke(&smooth(edge, false), c.hair_dark, 1.2, 0.3);
}

/// Single hairs outside the mass.
fn flyaways(look: &Look, edge: &[Point], pen: &mut Pen) {
    let mut dice = look.dice(31);
    let mut out = String::new();
    for _ in 0..34 {
        let t = dice.between(0.06, 0.94);
        let (a, b) = (along(edge, t), along(edge, t + dice.between(0.03, 0.09)));
        let lift = dice.between(1.0, 3.6);
        let middle = between(a, b, 0.5);
        out.push_str(&format!(
            "M{:.1} {:.1}Q{:.1} {:.1} {:.1} {:.1}",
            a.0,
            a.1,
            middle.0 + (middle.0 - M) * 0.04,
            middle.1 - lift,
            b.0,
            b.1
        ));
    }
    pen.stroke(&out, look.colours.hair, 0.7, 0.5);
}
