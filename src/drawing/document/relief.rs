//! What is printed with care: the raised title, the microprint, the two halves of the register.

use super::design::{Letters, MM};
use super::emblem;
use super::text::{Anchor, element, fitted, line, wide};
use super::{Cx, Rect, Sheet, card, page};
use crate::drawing::dice::Dice;
use crate::drawing::ink::Ink;
use crate::drawing::svg::num;
use crate::engine::encounter::document::Made;
use crate::engine::encounter::document::issuer::{Feature, Light};

/// The name of the state: raised ink throws a shadow when the lamp stands low.
pub(super) fn title(cx: &mut Cx) {
    let design = cx.design;
    let text = page::title(cx);
    let at = match cx.sheet {
        Sheet::Front | Sheet::Back => card::TITLE,
        _ => (design.layout.title.0 * MM, design.layout.title.1 * MM),
    };
    let own = cx.put_feature(Feature::Relief);
    let room = cx.place(Feature::Relief).map_or(500.0, |r| r.width);
    let letters = fitted(&text, &design.titles, room);
    let ink = design.palette.title;
    match own {
        Some((Made::Missing, _)) => {
            line(
                at,
                Anchor::Start,
                &letters,
                ink.mix(design.palette.paper, 0.25),
                &text,
                &mut cx.pen,
            );
        }
        Some((Made::Genuine | Made::Worn | Made::Disturbed, place)) => {
            let low = if own.is_some_and(|o| o.0 == Made::Worn) {
                0.5
            } else {
                1.0
            };
            if cx.light == Light::Oblique {
                let (dark, lit) = (Ink(16, 12, 10).to_string(), Ink(255, 250, 236).to_string());
                for (off, share) in [(3.6, 0.34), (2.4, 0.5), (1.4, 0.6)] {
                    let more = format!(r#"fill-opacity="{}""#, num(share * low));
                    let shadow = element(
                        (at.0 + off, at.1 + off),
                        Anchor::Start,
                        &letters,
                        &dark,
                        &text,
                        &more,
                    );
                    cx.pen.raw(&shadow);
                }
                let more = format!(r#"fill-opacity="{}""#, num(0.95 * low));
                let light = element(
                    (at.0 - 1.5, at.1 - 1.5),
                    Anchor::Start,
                    &letters,
                    &lit,
                    &text,
                    &more,
                );
                cx.pen.raw(&light);
                line(
                    at,
                    Anchor::Start,
                    &letters,
                    ink.mix(Ink(120, 120, 120), 0.1),
                    &text,
                    &mut cx.pen,
                );
            } else {
                let paint = cx.pen.ink(ink).to_string();
                let more = format!(r#"stroke="{paint}" stroke-width=".9""#);
                cx.pen
                    .raw(&element(at, Anchor::Start, &letters, &paint, &text, &more));
            }
            if own.is_some_and(|o| o.0 == Made::Disturbed) {
                let part = Rect {
                    left: place.left + place.width * 0.3,
                    width: place.width * 0.25,
                    ..place
                };
                super::tamper::patch(cx, part.grown(-8.0), 72);
            }
        }
        Some((Made::Imitated, _)) | None => {
            line(at, Anchor::Start, &letters, ink, &text, &mut cx.pen);
        }
    }
}

/// Letters of a third of a millimetre; a copier makes dots of them.
pub(super) fn microprint(cx: &mut Cx) {
    let Some((made, place)) = cx.put_feature(Feature::Microprint) else {
        return;
    };
    let y = place.top + place.height * 0.5 + 2.0;
    let ink = cx.design.palette.emblem;
    match made {
        Made::Missing => {}
        Made::Imitated => {
            let mut dice = Dice::of(&cx.document.page.number);
            let mut data = String::new();
            let mut x = place.left;
            while x < place.right() {
                let long = dice.between(1.2, 3.4);
                data.push_str(&format!(
                    "M{x:.1} {:.1}h{long:.1}",
                    y - 1.8 + dice.between(-0.4, 0.4)
                ));
                x += long + dice.between(1.6, 2.6);
            }
            cx.pen
                .stroke(&data, ink.mix(Ink(120, 120, 120), 0.3), 2.2, 0.8);
        }
        _ => {
            let letters = Letters {
                size: 0.46,
                tracking: 0.035,
                bold: true,
                mono: false,
                squeeze: 1.0,
                slant: 0.0,
            };
            let kind = match cx.sheet {
                Sheet::Front | Sheet::Back => &cx.design.card,
                _ => &cx.design.kind,
            };
            let once = format!("{} {} ", page::title(cx), kind.to_uppercase());
            let mut text = String::new();
            while wide(&text, &letters) < place.width * 0.97 && text.len() < 600 {
                text.push_str(&once);
            }
            while wide(&text, &letters) > place.width {
                text.pop();
            }
            let pale = if made == Made::Worn { 0.6 } else { 0.95 };
            let paint = cx.pen.ink(ink).to_string();
            let more = format!(r#"fill-opacity="{}""#, num(pale));
            cx.pen.raw(&element(
                (place.left, y),
                Anchor::Start,
                &letters,
                &paint,
                text.trim_end(),
                &more,
            ));
            if made == Made::Disturbed {
                let part = Rect {
                    left: place.middle().0 - 60.0,
                    width: 120.0,
                    ..place
                };
                super::tamper::patch(cx, part, 73);
            }
        }
    }
}

/// Rays of a star, by turns on the front and on the back: against the light they meet.
pub(super) fn register(cx: &mut Cx) {
    let Some((made, place)) = cx.put_feature(Feature::SeeThrough) else {
        return;
    };
    if made == Made::Missing {
        return;
    }
    let (at, radius) = (place.middle(), place.width.min(place.height) * 0.46);
    let ink = cx.design.palette.emblem;
    let pale = if made == Made::Worn { 0.6 } else { 0.85 };
    cx.pen.fill(
        &emblem::register(at, radius, false, 0.0, (0.0, 0.0)),
        ink,
        pale,
    );
    if cx.light == Light::Transmitted {
        let (turned, off) = match made {
            Made::Imitated => (0.16, (radius * 0.17, -radius * 0.13)),
            Made::Disturbed => (0.05, (radius * 0.06, radius * 0.05)),
            _ => (0.0, (0.0, 0.0)),
        };
        let back = emblem::register(at, radius, true, turned, off);
        cx.pen
            .fill(&back, ink.mix(cx.design.palette.paper, 0.18), pale * 0.86);
    }
}
