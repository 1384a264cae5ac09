//! The two edges of hair: where it begins on the skin, and where it ends in the air.

use super::Look;
use super::geometry::MIDDLE as M;
use crate::drawing::svg::Point;

/// Years take the hair from the forehead of some.
fn back(look: &Look) -> f32 {
    if look.face.build.soft {
        return 0.0;
    }
    let years = ((f32::from(look.face.age) - 34.0) / 30.0).clamp(0.0, 1.0);
    years * 20.0
}

/// How far hair goes down before the ears.
fn sideburn(look: &Look) -> f32 {
    match (look.face.hair, look.face.build.soft) {
        (3, _) | (_, true) => 206.0,
        _ => 224.0,
    }
}

/// Where hair begins, from the left sideburn to the right one.
pub(super) fn hairline(look: &Look) -> Vec<Point> {
    let g = &look.geometry;
    let back = back(look);
    let side = g.half_at(200.0);
    let down = sideburn(look);
    let half = [
        (side + 1.0, down),
        (side - 7.0, 200.0),
        (side - 9.0, 172.0),
        (side - 15.0 + back * 0.1, 148.0 - back * 0.3),
        (side - 30.0 + back * 0.2, 125.0 - back * 0.75),
        (side - 56.0, 117.0 - back * 0.45),
        (0.0, 113.0 - back * 0.5),
    ];
    let left = half.iter().map(|p| (M - p.0, p.1));
    let right = half.iter().rev().skip(1).map(|p| (M + p.0, p.1));
    left.chain(right).collect()
}

/// The outer edge of hair that stands off the skull by `lift` above and `side` at the temples.
pub(super) fn crown(look: &Look, lift: f32, side: f32) -> Vec<Point> {
    let g = &look.geometry;
    let down = sideburn(look);
    let wide = g.half_at(170.0) + side;
    let mut half = vec![
        (g.half_at(215.0) + side * 0.15, down),
        (g.half_at(192.0) + side * 0.75, 192.0),
    ];
    // An ellipse over the temples, a little square.
    for step in 0..=6_u8 {
        let (s, c) = (f32::from(step) * std::f32::consts::FRAC_PI_2 / 6.0).sin_cos();
        half.push((wide * c.max(0.0).powf(0.97), 166.0 - (104.0 + lift) * s));
    }
    let left = half.iter().map(|p| (M - p.0, p.1));
    let right = half.iter().rev().skip(1).map(|p| (M + p.0, p.1));
    left.chain(right).collect()
}

/// How hair falls onto the forehead.
pub(super) fn fringe(look: &Look, line: &mut [Point]) {
    let last = line.len() - 1;
    match (look.face.hair, look.face.build.soft) {
        (0, true) => {
            for (n, drop) in [
                (3, 6.0),
                (4, 4.0),
                (5, -4.0),
                (6, 12.0),
                (7, 24.0),
                (8, 26.0),
                (9, 16.0),
            ] {
                line[n].1 += drop;
            }
        }
        (0, false) => {
            line[5].1 -= 4.0;
            line[7].1 += 5.0;
        }
        (1, _) => {
            // Parted in the middle, drawn aside and behind the ears.
            for (n, drop) in [(6, -14.0), (5, -4.0), (4, 8.0), (3, 9.0)] {
                line[n].1 += drop;
                if n != 6 {
                    line[last - n].1 += drop;
                }
            }
        }
        _ => {}
    }
}
