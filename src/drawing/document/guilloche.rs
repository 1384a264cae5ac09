//! Fine lines from mathematics: waves, rosettes, woven bands.
//!
//! Lines are cubic curves through few points with their true slopes, so that they are smooth under any lens.

use std::f32::consts::TAU;
use std::fmt::Write as _;

use super::Rect;
use super::design::{Design, Guilloche, MM, Rosette, Waves};
use crate::drawing::ink::Ink;
use crate::drawing::pen::Pen;
use crate::drawing::svg::{Point, num};
use crate::engine::encounter::document::Made;

/// The line of `at(t)` for t from 0 to 1 in so many pieces.
pub(super) fn trace(pieces: u16, at: impl Fn(f32) -> Point) -> String {
    let step = 1.0 / f32::from(pieces.max(1));
    let slope = |t: f32| {
        let (a, b) = (at(t - 1.0e-3), at(t + 1.0e-3));
        ((b.0 - a.0) / 2.0e-3, (b.1 - a.1) / 2.0e-3)
    };
    let start = at(0.0);
    let mut out = format!("M{} {}", num(start.0), num(start.1));
    let (mut from, mut lean) = (start, slope(0.0));
    for n in 1..=pieces {
        let t = f32::from(n) * step;
        let (to, next) = (at(t), slope(t));
        let third = step / 3.0;
        let _ = write!(
            out,
            "C{} {} {} {} {} {}",
            num(from.0 + lean.0 * third),
            num(from.1 + lean.1 * third),
            num(to.0 - next.0 * third),
            num(to.1 - next.1 * third),
            num(to.0),
            num(to.1)
        );
        (from, lean) = (to, next);
    }
    out
}

/// Lines of a field, in two inks by turns.
pub(super) fn waves(own: &Waves, over: Rect) -> [String; 2] {
    let mut out = [String::new(), String::new()];
    let (sin, cos) = own.turned.to_radians().sin_cos();
    let middle = over.middle();
    // A turned field has to reach into the corners.
    let (w, h) = if own.turned == 0.0 {
        (over.width, over.height)
    } else {
        let reach = over.width.hypot(over.height);
        (reach, reach)
    };
    let shortest = own.swell.iter().map(|s| s.0).fold(1.0e3, f32::min) * MM;
    let pieces = pieces(w / shortest * 5.0);
    for n in 0..own.lines {
        let line = f32::from(n);
        let base = h * ((line + 0.5) / f32::from(own.lines) - 0.5);
        let path = trace(pieces, |t| {
            let x = w * (t - 0.5);
            let mut y = base;
            for (length, high, ahead) in &own.swell {
                y += high * MM * (TAU * (x / (length * MM) + ahead * line)).sin();
            }
            (middle.0 + x * cos - y * sin, middle.1 + x * sin + y * cos)
        });
        out[usize::from(n % 2)].push_str(&path);
    }
    out
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped before"
)]
fn pieces(count: f32) -> u16 {
    count.clamp(4.0, 400.0) as u16
}

/// A rosette's lines, in two inks by turns; `grown` scales it.
pub(super) fn rosette(own: &Rosette, grown: f32) -> [String; 2] {
    let mut out = [String::new(), String::new()];
    let at = (own.at.0 * MM, own.at.1 * MM);
    let winding = f32::from(own.winding.max(1));
    let petals = f32::from(own.petals) / winding;
    for n in 0..own.lines {
        let line = f32::from(n) / f32::from(own.lines);
        let radius = own.radius * MM * grown * (1.0 - 0.55 * line);
        let path = trace(pieces(f32::from(own.petals) * 9.0), |t| {
            let angle = TAU * winding * t;
            let fine = 0.16 * (petals * 2.0 * angle + TAU * line * 2.0).cos();
            let wave = (petals * angle + TAU * line * 0.9).sin() + fine;
            let r = radius * (1.0 - own.depth * 0.5 + own.depth * 0.5 * wave);
            let (s, c) = (angle + line * 0.6).sin_cos();
            (at.0 + r * c, at.1 + r * s)
        });
        out[usize::from(n % 2)].push_str(&path);
    }
    out
}

/// A band of woven lines along a strip.
pub(super) fn woven(over: Rect, lines: u16) -> [String; 2] {
    let mut out = [String::new(), String::new()];
    let upright = over.height > over.width;
    let (long, wide) = if upright {
        (over.height, over.width)
    } else {
        (over.width, over.height)
    };
    let turns = (long / (wide * 2.2)).round().max(2.0);
    for n in 0..lines {
        let ahead = f32::from(n) / f32::from(lines);
        let path = trace(pieces(turns * 8.0), |t| {
            let swing = 0.30 * (TAU * (turns * t + ahead)).sin()
                + 0.16 * (TAU * (turns * 1.5 * t - ahead * 2.0)).sin();
            let (a, b) = (long * t, wide * (0.5 + swing));
            if upright {
                (over.left + b, over.top + a)
            } else {
                (over.left + a, over.top + b)
            }
        });
        out[usize::from(n % 2)].push_str(&path);
    }
    out
}

/// All fine lines of a page, in the state that they are in.
pub(super) fn draw(design: &Design, page: Rect, made: Made, pen: &mut Pen) {
    let own: &Guilloche = &design.guilloche;
    let inks = design.palette.fine;
    let width = own.waves.width * MM;
    let mut all = Vec::new();
    if made == Made::Imitated {
        // Fewer lines, as a copier leaves them.
        let fewer = Waves {
            lines: own.waves.lines / 2,
            swell: own
                .waves
                .swell
                .iter()
                .map(|s| (s.0, s.1, s.2 * 2.0))
                .collect(),
            ..own.waves.clone()
        };
        all.push((waves(&fewer, page), 0.8));
    } else {
        all.push((waves(&own.waves, page), 0.8));
    }
    all.extend(own.rosettes.iter().map(|r| (rosette(r, 1.0), 0.9)));
    if let Some(band) = own.band {
        all.push((woven(band.rect(), 8), 0.9));
    }
    if own.frame {
        let (w, h, edge) = (page.width, page.height, 32.0);
        let strip = |left, top, width, height| Rect {
            left,
            top,
            width,
            height,
        };
        for side in [
            strip(8.0, 6.0, w - 16.0, edge),
            strip(8.0, h - edge - 6.0, w - 16.0, edge),
        ] {
            all.push((woven(side, 6), 0.7));
        }
        for side in [
            strip(6.0, 8.0, edge, h - 16.0),
            strip(w - edge - 6.0, 8.0, edge, h - 16.0),
        ] {
            all.push((woven(side, 6), 0.7));
        }
    }
    for (lines, opacity) in all {
        lay(&lines, inks, width, opacity, made, pen);
    }
}

/// Two sets of lines: whole, or in dots that lie beside each other, or pale.
pub(super) fn lay(
    lines: &[String; 2],
    inks: (Ink, Ink),
    width: f32,
    opacity: f32,
    made: Made,
    pen: &mut Pen,
) {
    match made {
        Made::Missing => {}
        Made::Imitated => {
            // One ink for both, screened.
            let mud = inks.0.mix(inks.1, 0.5).mix(Ink(120, 120, 120), 0.2);
            let paint = pen.ink(mud).to_string();
            for data in lines {
                pen.out.push_str(&format!(
                    r#"<path d="{data}" fill="none" stroke="{paint}" stroke-width="{}" stroke-opacity="{}" stroke-dasharray="{} {}"/>"#,
                    num(width * 1.9),
                    num(opacity),
                    num(width * 1.8),
                    num(width * 1.5)
                ));
            }
        }
        Made::Genuine | Made::Disturbed | Made::Worn => {
            let pale = if made == Made::Worn { 0.72 } else { 1.0 };
            pen.stroke(&lines[0], inks.0, width, opacity * pale);
            pen.stroke(&lines[1], inks.1, width, opacity * pale);
        }
    }
}
