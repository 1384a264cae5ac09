//! What ultraviolet light shows: fibres and a picture.

use super::design::{MM, Rosette};
use super::guilloche::{rosette, trace};
use super::{Cx, Rect, Sheet, emblem};
use crate::drawing::dice::Dice;
use crate::drawing::ink::Ink;
use crate::engine::encounter::document::Made;
use crate::engine::encounter::document::issuer::{Feature, Light};

const FIBRES: [Ink; 3] = [Ink(255, 125, 156), Ink(125, 227, 255), Ink(182, 255, 125)];

/// Threads in the paper, another way in every sheet; `over` has a few of them for certain.
fn threads(seed: &str, page: Rect, over: Option<Rect>, count: usize, stiff: bool) -> [String; 3] {
    let mut dice = Dice::of(seed);
    let mut out = [String::new(), String::new(), String::new()];
    for n in 0..count {
        let room = match over {
            Some(place) if n < 6 => place,
            _ => page,
        };
        let (x, y) = (
            dice.between(room.left, room.right()),
            dice.between(room.top, room.bottom()),
        );
        let (a, long) = if stiff {
            (0.5, 20.0)
        } else {
            (
                dice.between(0.0, std::f32::consts::TAU),
                dice.between(10.0, 26.0),
            )
        };
        let (s, c) = a.sin_cos();
        let bow = if stiff { 4.0 } else { dice.between(-9.0, 9.0) };
        out[n % 3].push_str(&format!(
            "M{x:.1} {y:.1}q{:.1} {:.1} {:.1} {:.1}",
            c * long * 0.5 - s * bow,
            s * long * 0.5 + c * bow,
            c * long,
            s * long
        ));
    }
    out
}

pub(super) fn fibres(cx: &mut Cx) {
    let Some(made) = cx.made(Feature::Fibres) else {
        return;
    };
    let place = cx.place(Feature::Fibres);
    if let Some(place) = place {
        cx.put(
            crate::engine::encounter::document::Fact::Protection(Feature::Fibres),
            place,
        );
    }
    scatter(cx, made, place);
}

/// The fibres of any sheet of the book.
pub(super) fn scatter(cx: &mut Cx, made: Made, place: Option<Rect>) {
    let page = cx.page;
    let uv = cx.light == Light::Ultraviolet;
    match made {
        Made::Missing => {}
        Made::Imitated => {
            // Printed: the same little line again and again, seen in any light, and it does not glow.
            let seed = cx.document.page.issuer.clone();
            let all = threads(&seed, page, place, 54, true);
            for (data, ink) in
                all.iter()
                    .zip([Ink(176, 74, 90), Ink(70, 108, 150), Ink(92, 130, 70)])
            {
                cx.pen.stroke(data, ink, 1.4, if uv { 0.55 } else { 0.62 });
            }
        }
        _ if uv => {
            let all = threads(&cx.document.page.number, page, place, 66, false);
            let strong = if made == Made::Worn { 0.6 } else { 1.0 };
            cx.pen.shining(|pen| {
                for (data, ink) in all.iter().zip(FIBRES) {
                    pen.stroke(data, ink, 6.0, 0.16 * strong);
                    pen.stroke(data, ink, 2.0, 0.95 * strong);
                }
            });
        }
        _ => {}
    }
}

/// A picture in ink that is not there by day.
pub(super) fn print(cx: &mut Cx) {
    let Some((made, place)) = cx.put_feature(Feature::UvPrint) else {
        return;
    };
    let uv = cx.light == Light::Ultraviolet;
    let design = cx.design;
    // A card has its picture in the middle of its side, a page where its rosette is.
    let main = design.guilloche.rosettes.first().copied();
    let main = main.filter(|_| cx.sheet == Sheet::Data);
    let at = main.map_or(cx.page.middle(), |r| (r.at.0 * MM, r.at.1 * MM));
    let (one, two) = design.palette.glow;
    match made {
        Made::Missing => {}
        Made::Imitated => {
            // A highlighter's yellow: flat, and half seen by day.
            let sign = emblem::figure(design.emblem, (at.0 + 6.0, at.1 - 4.0), 150.0);
            let (ink, deep) = if uv {
                (Ink(206, 204, 120), 0.42)
            } else {
                (Ink(226, 216, 120), 0.18)
            };
            let draw = |pen: &mut crate::drawing::pen::Pen| {
                pen.fill(&sign.masses, ink, deep);
                pen.stroke(&sign.lines, ink, 11.0, deep);
                pen.stroke(&band(place, 1), ink, 9.0, deep);
            };
            if uv {
                cx.pen.shining(draw)
            } else {
                draw(&mut cx.pen)
            }
        }
        _ if uv => {
            let strong = if made == Made::Worn { 0.6 } else { 1.0 };
            let petals = Rosette {
                lines: 7,
                ..main.unwrap_or(Rosette {
                    at: (at.0 / MM, at.1 / MM),
                    radius: 22.0,
                    petals: 8,
                    lines: 7,
                    depth: 0.5,
                    winding: 1,
                })
            };
            let lines = rosette(&petals, 1.0);
            let sign = emblem::figure(design.emblem, at, 120.0);
            let strip = band(place, 6);
            cx.pen.shining(|pen| {
                pen.soft(at, (300.0, 260.0), 0.0, one, 0.16 * strong);
                pen.stroke(&lines[0], one, 1.7, 0.72 * strong);
                pen.stroke(&lines[1], one, 1.7, 0.62 * strong);
                pen.fill(&sign.masses, two, 0.50 * strong);
                pen.stroke(&sign.lines, two, 3.0, 0.7 * strong);
                pen.stroke(&strip, two, 5.0, 0.12 * strong);
                pen.stroke(&strip, two, 1.6, 0.85 * strong);
            });
            if made == Made::Disturbed {
                super::tamper::patch(cx, place, 74);
            }
        }
        _ => {}
    }
}

/// Waves that run along the foot of the page, through the place that stands for the picture.
fn band(place: Rect, lines: u8) -> String {
    let middle = place.middle().1;
    let left = (place.left - 260.0).max(20.0);
    let wide = place.right() - left;
    (0..lines)
        .map(|n| {
            let n = f32::from(n);
            trace(40, |t| {
                (
                    left + wide * t,
                    middle - 42.0 + n * 9.0 + 26.0 * (t * 21.0 - n * 0.35).sin() * (1.0 - 0.5 * t),
                )
            })
        })
        .collect()
}
