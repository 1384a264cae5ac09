//! The signs of states that do not exist.

use std::f32::consts::TAU;

use super::design::Emblem;
use crate::drawing::ink::Ink;
use crate::drawing::pen::{Pen, smooth};
use crate::drawing::svg::{Point, num};

/// Outlines to fill, and lines to draw, about a point.
pub(super) struct Figure {
    pub masses: String,
    pub lines: String,
}

/// The sign within a circle of `radius` about `at`.
pub(super) fn figure(kind: Emblem, at: Point, radius: f32) -> Figure {
    let p = |x: f32, y: f32| format!("{} {}", num(at.0 + x * radius), num(at.1 + y * radius));
    let poly = |points: &[Point]| {
        let all: Vec<String> = points.iter().map(|q| p(q.0, q.1)).collect();
        format!("M{}Z", all.join("L"))
    };
    let curve = |points: &[Point]| {
        let all: Vec<Point> = points
            .iter()
            .map(|q| (at.0 + q.0 * radius, at.1 + q.1 * radius))
            .collect();
        smooth(&all, false)
    };
    let ring = |r: f32| {
        let (r, d) = (num(r * radius), num(2.0 * r * radius));
        format!(
            "M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z",
            num(at.0 - r.parse::<f32>().unwrap_or(0.0)),
            num(at.1)
        )
    };
    let (mut masses, mut lines) = (String::new(), ring(1.0) + &ring(0.93));
    match kind {
        Emblem::Sun => {
            for n in 0..11_u8 {
                let a = TAU * (0.5 + f32::from(n) / 20.0);
                let (s, c) = a.sin_cos();
                let (x, y) = (c * 0.80, s * 0.80 + 0.14);
                masses += &poly(&[
                    (x, y),
                    (c * 0.40 - s * 0.045, s * 0.40 + 0.14 + c * 0.045),
                    (c * 0.40 + s * 0.045, s * 0.40 + 0.14 - c * 0.045),
                ]);
            }
            masses += &format!(
                "M{}A{r} {r} 0 0 1 {}Z",
                p(-0.33, 0.16),
                p(0.33, 0.16),
                r = num(0.33 * radius)
            );
            for n in 0..4_u8 {
                let y = 0.30 + f32::from(n) * 0.14;
                let w = (0.80 - f32::from(n) * 0.12).max(0.2);
                lines += &curve(&[
                    (-w, y),
                    (-w * 0.5, y + 0.05),
                    (0.0, y),
                    (w * 0.5, y - 0.05),
                    (w, y),
                ]);
            }
        }
        Emblem::Bridge => {
            for x in [-0.46_f32, 0.46] {
                masses += &poly(&[
                    (x - 0.10, 0.44),
                    (x - 0.10, -0.40),
                    (x - 0.14, -0.40),
                    (x - 0.14, -0.52),
                    (x - 0.07, -0.52),
                    (x - 0.07, -0.45),
                    (x - 0.03, -0.45),
                    (x - 0.03, -0.52),
                    (x + 0.03, -0.52),
                    (x + 0.03, -0.45),
                    (x + 0.07, -0.45),
                    (x + 0.07, -0.52),
                    (x + 0.14, -0.52),
                    (x + 0.14, -0.40),
                    (x + 0.10, -0.40),
                    (x + 0.10, 0.44),
                ]);
            }
            masses += &poly(&[(-0.86, 0.10), (0.86, 0.10), (0.86, 0.18), (-0.86, 0.18)]);
            masses += &format!(
                "M{}A{r} {r} 0 0 1 {}L{}A{s} {s} 0 0 0 {}Z",
                p(-0.36, 0.44),
                p(0.36, 0.44),
                p(0.28, 0.44),
                p(-0.28, 0.44),
                r = num(0.36 * radius),
                s = num(0.28 * radius)
            );
            lines += &curve(&[
                (-0.46, -0.36),
                (-0.2, -0.04),
                (0.0, 0.02),
                (0.2, -0.04),
                (0.46, -0.36),
            ]);
            for y in [0.54, 0.66] {
                lines += &curve(&[
                    (-0.7, y),
                    (-0.35, y + 0.05),
                    (0.0, y),
                    (0.35, y - 0.05),
                    (0.7, y),
                ]);
            }
        }
        Emblem::Peaks => {
            masses += &poly(&[
                (-0.80, 0.42),
                (-0.36, -0.22),
                (-0.20, 0.02),
                (0.06, -0.48),
                (0.36, 0.02),
                (0.50, -0.16),
                (0.82, 0.42),
            ]);
            lines += &poly(&[
                (0.06, -0.48),
                (0.0, -0.2),
                (0.08, -0.28),
                (0.12, -0.12),
                (0.2, -0.22),
            ]);
            for (x, y, r) in [
                (0.06, -0.72, 0.15),
                (-0.40, -0.52, 0.10),
                (0.52, -0.48, 0.10),
            ] {
                let star: Vec<Point> = (0..10_u8)
                    .map(|n| {
                        let (s, c) = (TAU * (f32::from(n) / 10.0 - 0.25)).sin_cos();
                        let r = if n % 2 == 0 { r } else { r * 0.42 };
                        (x + c * r, y + s * r)
                    })
                    .collect();
                masses += &poly(&star);
            }
            lines += &curve(&[(-0.66, 0.56), (-0.2, 0.60), (0.2, 0.56), (0.66, 0.60)]);
            lines += &curve(&[(-0.5, 0.70), (-0.1, 0.73), (0.1, 0.70), (0.5, 0.73)]);
        }
        Emblem::Compass => {
            for n in 0..8_u8 {
                let a = TAU * f32::from(n) / 8.0;
                let long = if n % 2 == 0 { 0.84 } else { 0.5 };
                let (s, c) = a.sin_cos();
                let (s2, c2) = (a + TAU / 16.0).sin_cos();
                masses += &poly(&[(0.0, 0.0), (c * long, s * long), (c2 * 0.2, s2 * 0.2)]);
                let (s3, c3) = (a - TAU / 16.0).sin_cos();
                lines += &poly(&[(0.0, 0.0), (c * long, s * long), (c3 * 0.2, s3 * 0.2)]);
            }
            lines += &ring(0.62);
        }
        Emblem::Globe => {
            lines += &ring(0.62);
            for w in [0.2_f32, 0.44] {
                lines += &curve(&[
                    (0.0, -0.62),
                    (w, -0.3),
                    (w * 1.15, 0.0),
                    (w, 0.3),
                    (0.0, 0.62),
                ]);
                lines += &curve(&[
                    (0.0, -0.62),
                    (-w, -0.3),
                    (-w * 1.15, 0.0),
                    (-w, 0.3),
                    (0.0, 0.62),
                ]);
            }
            for y in [-0.3_f32, 0.0, 0.3] {
                let w = (0.384 - y * y).sqrt();
                lines += &format!("M{}L{}", p(-w, y), p(w, y));
            }
            for n in 0..7_u8 {
                let a = TAU * (0.30 + f32::from(n) * 0.05);
                for side in [-1.0_f32, 1.0] {
                    let (s, c) = a.sin_cos();
                    masses += &poly(&[
                        (side * -c * 0.80, s * 0.80),
                        (side * (-c * 0.9 + 0.02), s * 0.84 - 0.08),
                        (side * -c * 0.78, s * 0.70 - 0.04),
                    ]);
                }
            }
        }
    }
    Figure { masses, lines }
}

pub(super) fn draw(kind: Emblem, at: Point, radius: f32, ink: Ink, opacity: f32, pen: &mut Pen) {
    let Figure { masses, lines } = figure(kind, at, radius);
    pen.fill(&masses, ink, opacity);
    pen.stroke(&lines, ink, radius * 0.028, opacity);
}

/// A star whose rays are printed by turns on the two sides of the leaf; `turned` and `off` are how badly the
/// back fits.
pub(super) fn register(at: Point, radius: f32, back: bool, turned: f32, off: Point) -> String {
    let mut out = String::new();
    for n in 0..12_u8 {
        if (n % 2 == 1) != back {
            continue;
        }
        let a = TAU * f32::from(n) / 12.0 + if back { turned } else { 0.0 };
        let edge = TAU / 24.0;
        let (x, y) = if back {
            (at.0 + off.0, at.1 + off.1)
        } else {
            at
        };
        let q = |angle: f32, r: f32| {
            let (s, c) = angle.sin_cos();
            format!("{} {}", num(x + c * r * radius), num(y + s * r * radius))
        };
        out += &format!(
            "M{}L{}L{}L{}Z",
            q(a - edge, 0.42),
            q(a, 1.0),
            q(a + edge, 0.42),
            q(a, 0.18)
        );
    }
    out
}
