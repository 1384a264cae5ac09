//! What is left where somebody was at work: rough paper under a rubbed-out word, a cut around a portrait.

use super::design::Placed;
use super::writing::{Span, Strip};
use super::{Cx, Rect};
use crate::drawing::dice::Dice;
use crate::drawing::ink::Ink;
use crate::drawing::pen::smooth;
use crate::drawing::svg::num;
use crate::engine::encounter::document::issuer::{Feature, Light};
use crate::engine::encounter::document::{Fact, Made};

/// Where paper was scraped: lighter and lineless by day, rough when the lamp is low, thin against the light,
/// bright under ultraviolet.
pub(super) fn patch(cx: &mut Cx, over: Rect, seed: u64) {
    let mut dice = Dice::new(seed * 977 + 5);
    let (cx0, cy0) = over.middle();
    let rim = |grow: f32, dice: &mut Dice| {
        let all: Vec<(f32, f32)> = (0..22_u8)
            .map(|n| {
                let a = f32::from(n) * 0.2856;
                let (s, c) = a.sin_cos();
                // A round-cornered box, not quite.
                let box_x = c.signum() * c.abs().powf(0.5);
                let box_y = s.signum() * s.abs().powf(0.5);
                let off = dice.between(-0.06, 0.06) * over.height;
                (
                    cx0 + box_x * (over.width / 2.0 + grow) + off,
                    cy0 + box_y * (over.height / 2.0 + grow) + off,
                )
            })
            .collect();
        smooth(&all, true)
    };
    let (outer, inner) = (rim(6.0, &mut dice), rim(1.0, &mut dice));
    let mut fuzz = String::new();
    for _ in 0..70 {
        let (x, y) = (
            dice.between(over.left, over.right()),
            dice.between(over.top, over.bottom()),
        );
        fuzz.push_str(&format!(
            "M{x:.1} {y:.1}q{:.1} {:.1} {:.1} {:.1}",
            dice.between(-5.0, 5.0),
            dice.between(-4.0, 4.0),
            dice.between(-9.0, 9.0),
            dice.between(-5.0, 5.0)
        ));
    }
    let paper = cx.design.palette.paper;
    let pen = &mut cx.pen;
    match cx.light {
        Light::Magnified => {
            pen.fill(&outer, paper.mix(Ink(236, 228, 208), 0.5), 0.55);
            pen.fill(&inner, paper.mix(Ink(240, 234, 218), 0.5), 0.85);
            pen.stroke(&fuzz, Ink(150, 138, 116), 0.5, 0.38);
        }
        Light::Oblique => {
            pen.fill(&outer, paper.mix(Ink(160, 148, 128), 0.4), 0.7);
            pen.fill(&inner, paper.mix(Ink(176, 166, 148), 0.3), 0.9);
            pen.raw(r#"<g transform="translate(-1.6 -1.6)">"#);
            pen.stroke(&outer, Ink::WHITE, 1.6, 0.45);
            pen.stroke(&fuzz, Ink::WHITE, 1.1, 0.85);
            pen.raw(r#"</g><g transform="translate(1.2 1.2)">"#);
            pen.stroke(&outer, Ink(50, 40, 30), 1.6, 0.22);
            pen.stroke(&fuzz, Ink(50, 40, 30), 0.9, 0.5);
            pen.raw("</g>");
        }
        Light::Transmitted => pen.shining(|pen| {
            pen.fill(&outer, Ink(255, 248, 224), 0.5);
            pen.fill(&inner, Ink(255, 254, 244), 0.85);
            pen.stroke(&fuzz, Ink(190, 150, 96), 0.8, 0.4);
        }),
        Light::Ultraviolet => pen.shining(|pen| {
            pen.fill(&outer, Ink(185, 193, 245), 0.75);
            pen.fill(&inner, Ink(223, 228, 255), 0.88);
            pen.stroke(&fuzz, Ink(160, 168, 232), 0.8, 0.5);
        }),
    }
}

/// Under the fields that were written over. Where lines are torn and no writing is known to have been, the
/// place that stands for the lines.
pub(super) fn scraped(cx: &mut Cx, fields: &[Placed], below: bool) {
    let fields = fields.iter();
    let under: Vec<Rect> = fields
        .filter(|own| {
            own.what
                .fact()
                .is_some_and(|f| cx.document.scraped.contains(&f))
        })
        .map(|own| {
            let values = &cx.design.values;
            let gap = if below {
                0.0
            } else {
                cx.design.labels.size.max(values.size) + 1.0
            };
            let base = (own.at.1 + gap) * 10.0;
            let high = values.size * 10.0;
            Rect {
                left: own.at.0 * 10.0 - 6.0,
                top: base - high * 0.92,
                width: (own.wide * 10.0 + 6.0).min(high * 8.6),
                height: high * 1.16,
            }
        })
        .collect();
    let torn = cx.made(Feature::Guilloche) == Some(Made::Disturbed);
    let none = cx.document.scraped.is_empty();
    for (n, over) in (80..).zip(&under) {
        patch(cx, *over, n);
    }
    if torn
        && none
        && let Some(place) = cx.place(Feature::Guilloche)
    {
        patch(cx, place.grown(-6.0), 79);
    }
}

/// Under the characters of the zone that were written over.
pub(super) fn in_zone(cx: &mut Cx, spans: &[(Fact, Span)], strip: &Strip) {
    for (n, (fact, span)) in (90..).zip(spans) {
        if cx.document.scraped.contains(fact) {
            let over = strip.rect(*span);
            patch(
                cx,
                Rect {
                    top: over.top + 4.0,
                    height: over.height - 9.0,
                    ..over
                },
                n,
            );
        }
    }
}

/// A foil that was lifted, a photograph that was cut out: edges that do not belong there.
pub(super) fn portrait(cx: &mut Cx, frame: Rect) {
    if cx.made(Feature::Hologram) != Some(Made::Disturbed) {
        return;
    }
    let (l, t, r, b) = (frame.left, frame.top, frame.right(), frame.bottom());
    // Cut by hand: near the frame, and not along it.
    let cut = format!(
        "M{} {}L{} {}L{} {}L{} {}L{} {}Z",
        num(l + 7.0),
        num(t + 5.0),
        num(r - 5.0),
        num(t + 9.0),
        num(r - 8.0),
        num(b * 0.5 + t * 0.5),
        num(r - 5.5),
        num(b - 7.0),
        num(l + 5.0),
        num(b - 5.0)
    );
    let foil = cx.place(Feature::Hologram).unwrap_or(frame);
    let (fx, fy) = foil.middle();
    let torn = smooth(
        &[
            (foil.left - 4.0, fy - 20.0),
            (fx - 34.0, fy - 4.0),
            (fx - 12.0, fy - 22.0),
            (fx + 10.0, fy + 8.0),
            (fx + 30.0, fy - 6.0),
            (foil.right() + 4.0, fy + 16.0),
        ],
        false,
    );
    let bubbles = [
        (l + 60.0, b - 70.0, 15.0),
        (r - 60.0, t + 50.0, 11.0),
        (l + 44.0, t + 120.0, 9.0),
        (r - 40.0, b - 150.0, 12.0),
    ];
    let pen = &mut cx.pen;
    match cx.light {
        Light::Magnified => {
            pen.stroke(&cut, Ink(40, 36, 34), 0.8, 0.55);
            pen.stroke(&torn, Ink(236, 242, 246), 2.4, 0.6);
            pen.stroke(&torn, Ink(96, 96, 102), 0.8, 0.6);
        }
        Light::Oblique => {
            pen.shining(|pen| {
                pen.raw(r#"<g transform="translate(-2.4 -2.4)">"#);
                pen.stroke(&cut, Ink(255, 252, 240), 3.4, 0.95);
                pen.stroke(&torn, Ink(255, 255, 255), 3.4, 0.95);
                pen.raw(r#"</g><g transform="translate(2.2 2.2)">"#);
                pen.stroke(&cut, Ink(16, 12, 12), 4.4, 0.65);
                pen.stroke(&torn, Ink(16, 12, 12), 4.0, 0.6);
                pen.raw("</g>");
                for (x, y, r) in bubbles {
                    pen.soft(
                        (x + 2.0, y + 3.0),
                        (r * 1.2, r * 1.1),
                        0.0,
                        Ink(20, 16, 16),
                        0.5,
                    );
                    pen.soft(
                        (x - 2.0, y - 3.0),
                        (r * 0.8, r * 0.6),
                        0.0,
                        Ink::WHITE,
                        0.85,
                    );
                }
            });
        }
        Light::Transmitted => {
            pen.fill(&cut, Ink(60, 40, 24), 0.30);
            pen.shining(|pen| pen.stroke(&cut, Ink(255, 248, 222), 2.4, 0.95));
        }
        Light::Ultraviolet => pen.shining(|pen| {
            pen.stroke(&cut, Ink(226, 232, 255), 10.0, 0.30);
            pen.stroke(&cut, Ink(226, 232, 255), 4.0, 0.85);
            pen.stroke(&torn, Ink(226, 232, 255), 3.0, 0.6);
        }),
    }
}
