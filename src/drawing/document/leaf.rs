//! The other pages of a book: stamps, and the number that a laser punched through them.

use super::design::{Letters, MM};
use super::text::{Anchor, element, line};
use super::{Cx, Rect, emblem, glow, guilloche, paper};
use crate::drawing::dice::Dice;
use crate::drawing::ink::Ink;
use crate::drawing::svg::num;
use crate::engine::encounter::document::issuer::{Feature, Light};
use crate::engine::encounter::document::{Fact, Made, Stamp};

/// The number's place on every leaf.
const PUNCHED: Rect = Rect {
    left: 300.0,
    top: 786.0,
    width: 650.0,
    height: 86.0,
};

/// Rows of five dots, from the top; the lowest five bits, left to right.
fn dots(c: char) -> [u8; 7] {
    match c {
        '0' => [14, 17, 19, 21, 25, 17, 14],
        '1' => [4, 12, 4, 4, 4, 4, 14],
        '2' => [14, 17, 1, 2, 4, 8, 31],
        '3' => [31, 2, 4, 2, 1, 17, 14],
        '4' => [2, 6, 10, 18, 31, 2, 2],
        '5' => [31, 16, 30, 1, 1, 17, 14],
        '6' => [6, 8, 16, 30, 17, 17, 14],
        '7' => [31, 1, 2, 4, 8, 8, 8],
        '8' => [14, 17, 17, 14, 17, 17, 14],
        '9' => [14, 17, 17, 15, 1, 2, 12],
        'A' => [14, 17, 17, 31, 17, 17, 17],
        'B' => [30, 17, 17, 30, 17, 17, 30],
        'C' => [14, 17, 16, 16, 16, 17, 14],
        'D' => [28, 18, 17, 17, 17, 18, 28],
        'L' => [16, 16, 16, 16, 16, 16, 31],
        'V' => [17, 17, 17, 17, 17, 10, 4],
        _ => [31, 17, 17, 17, 17, 17, 31],
    }
}

/// Paper, lines and sign that every leaf has.
pub(super) fn ground(cx: &mut Cx) {
    paper::sheet(cx);
    let made = cx.made(Feature::Guilloche).unwrap_or(Made::Genuine);
    let page = cx.page;
    let width = cx.design.guilloche.waves.width * MM;
    let inks = cx.design.palette.fine;
    // Leaves are the state's own unless the whole book was made up.
    let made = if made == Made::Disturbed {
        Made::Genuine
    } else {
        made
    };
    let lines = guilloche::waves(&cx.design.guilloche.waves, page);
    guilloche::lay(&lines, inks, width, 0.6, made, &mut cx.pen);
    let ink = cx.design.palette.fine.0;
    emblem::draw(
        cx.design.emblem,
        page.middle(),
        210.0,
        ink,
        0.30,
        &mut cx.pen,
    );
}

pub(super) fn finish(cx: &mut Cx, hole: f32) {
    if let Some(made) = cx.made(Feature::Fibres) {
        glow::scatter(cx, made, None);
    }
    punched(cx, hole);
    paper::wear(cx);
    paper::lamp(cx);
}

/// What lies over a leaf whose punched number is covered.
pub(super) fn finish_covered(cx: &mut Cx) {
    paper::wear(cx);
    paper::lamp(cx);
}

pub(super) fn stamps(cx: &mut Cx) {
    ground(cx);
    let page_no = Letters {
        size: 2.6,
        tracking: 0.0,
        bold: false,
        mono: true,
        squeeze: 1.0,
        slant: 0.0,
    };
    let ink = cx.design.palette.label;
    line((1200.0, 62.0), Anchor::End, &page_no, ink, "7", &mut cx.pen);
    let kind = Letters {
        size: 2.2,
        tracking: 0.4,
        mono: false,
        ..page_no
    };
    line(
        (50.0, 60.0),
        Anchor::Start,
        &kind,
        ink,
        "VISAS · ENTRIES · EXITS",
        &mut cx.pen,
    );
    // The head of the leaf stands for what is not on it.
    cx.put(
        Fact::NoStamp,
        Rect {
            left: 44.0,
            top: 30.0,
            width: 480.0,
            height: 40.0,
        },
    );
    let all = cx.document.stamps.clone();
    let rows = all.len().div_ceil(3).max(2);
    for (n, stamp) in all.iter().enumerate() {
        let (column, row) = (count(n % 3), count(n / 3));
        let high = 690.0 / count(rows);
        let at = (215.0 + 410.0 * column, 85.0 + high * (row + 0.5));
        imprint(cx, n, *stamp, at, (high / 345.0).min(1.0));
    }
    finish(cx, 3.5);
}

#[expect(clippy::cast_precision_loss, reason = "a few stamps")]
fn count(n: usize) -> f32 {
    n as f32
}

/// One stamp: a frame with its side open where one goes, a day, an arrow; no two lie alike.
fn imprint(cx: &mut Cx, n: usize, stamp: Stamp, at: (f32, f32), size: f32) {
    let mut dice = Dice::of(&format!("{}{}{n}", stamp.day, stamp.entry));
    let turn = dice.between(-9.0, 9.0);
    let (x, y) = (
        at.0 + dice.between(-14.0, 14.0),
        at.1 + dice.between(-12.0, 12.0),
    );
    let ink = if stamp.entry {
        Ink(38, 62, 130)
    } else {
        Ink(140, 34, 52)
    };
    let paint = cx.pen.ink(ink).to_string();
    let small = Letters {
        size: 2.4,
        tracking: 0.3,
        bold: true,
        mono: false,
        squeeze: 1.0,
        slant: 0.0,
    };
    let big = Letters {
        size: 4.3,
        tracking: 0.15,
        mono: true,
        bold: false,
        ..small
    };
    cx.pen.raw(&format!(
        r#"<g transform="translate({} {}) rotate({}) scale({})">"#,
        num(x),
        num(y),
        num(turn),
        num(size)
    ));
    let frame = if stamp.entry {
        "M-160 -95H160V95H-160Z"
    } else {
        "M-130 -95H130L170 0L130 95H-130L-170 0Z"
    };
    cx.pen.stroke(frame, ink, 5.0, 0.78);
    cx.pen.stroke("M-120 -38H120M-120 40H120", ink, 2.0, 0.6);
    let word = if stamp.entry { "ENTRY" } else { "EXIT" };
    let more = r#"fill-opacity=".82""#;
    for (at, letters, text) in [
        ((0.0, -54.0), &small, "BORDER CONTROL"),
        ((0.0, 18.0), &big, stamp.day.to_string().as_str()),
        ((-20.0, 76.0), &small, word),
    ] {
        let text = element(at, Anchor::Middle, letters, &paint, text, more);
        cx.pen.raw(&text);
    }
    let arrow = if stamp.entry {
        "M62 66H104M104 66l-14 -10M104 66l-14 10M116 48V84"
    } else {
        "M62 66H116M116 66l-14 -10M116 66l-14 10M62 48V84"
    };
    cx.pen.stroke(arrow, ink, 4.0, 0.8);
    // Where the pad was dry.
    for _ in 0..7 {
        let spot = (dice.between(-150.0, 150.0), dice.between(-90.0, 90.0));
        let radii = (dice.between(14.0, 50.0), dice.between(6.0, 20.0));
        let paper = cx.design.palette.paper;
        cx.pen
            .soft(spot, radii, dice.between(0.0, 180.0), paper, 0.6);
    }
    cx.pen.raw("</g>");
    let reach = (172.0 * size, 112.0 * size);
    let place = Rect {
        left: x - reach.0,
        top: y - reach.1,
        width: 2.0 * reach.0,
        height: 2.0 * reach.1,
    };
    if let Ok(n) = u8::try_from(n) {
        cx.put(Fact::Stamp(n), place);
    }
}

/// Holes: conical from a laser, so smaller the further back; from a needle all alike, and ragged.
fn punched(cx: &mut Cx, hole: f32) {
    let Some(number) = cx.document.punched.clone() else {
        return;
    };
    let made = cx.made(Feature::Perforation).unwrap_or(Made::Genuine);
    let (pitch, step) = (11.0, 66.0);
    let wide = count(number.chars().count()) * step - pitch;
    let left = PUNCHED.middle().0 - wide / 2.0;
    let top = PUNCHED.top + 10.0;
    let mut dice = Dice::of(&number);
    let (mut holes, mut cores) = (String::new(), String::new());
    let needle = made == Made::Imitated;
    for (n, c) in number.chars().enumerate() {
        for (row, bits) in (0_u8..).zip(dots(c)) {
            for column in 0..5_u8 {
                if bits & (16 >> column) == 0 {
                    continue;
                }
                let off = if needle { 1.9 } else { 0.0 };
                let x =
                    left + count(n) * step + f32::from(column) * pitch + dice.between(-off, off);
                let y = top + f32::from(row) * pitch + dice.between(-off, off);
                let r = if needle {
                    4.3 + dice.between(-0.7, 0.7)
                } else {
                    hole
                };
                let disc = |r: f32| {
                    format!(
                        "M{:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {:.1} 0a{r:.1} {r:.1} 0 1 0 -{:.1} 0Z",
                        x - r,
                        2.0 * r,
                        2.0 * r
                    )
                };
                holes.push_str(&disc(r));
                cores.push_str(&disc(r * 0.6));
            }
        }
    }
    let pen = &mut cx.pen;
    if made != Made::Missing {
        match cx.light {
            Light::Transmitted => pen.shining(|pen| {
                if needle {
                    pen.fill(&holes, Ink(255, 236, 190), 0.85);
                    pen.stroke(&holes, Ink(110, 70, 30), 1.6, 0.6);
                } else {
                    pen.stroke(&holes, Ink(255, 250, 228), 3.4, 0.30);
                    pen.fill(&holes, Ink(255, 248, 224), 0.9);
                    pen.fill(&cores, Ink::WHITE, 1.0);
                }
            }),
            Light::Oblique if needle => {
                pen.stroke(&holes, Ink::WHITE, 2.2, 0.8);
                pen.fill(&holes, Ink(30, 26, 24), 0.7);
            }
            _ => {
                pen.fill(&holes, Ink(60, 54, 48), 0.42);
                if !needle {
                    pen.stroke(&holes, Ink(120, 84, 50), 0.7, 0.5);
                }
            }
        }
    }
    let digits = Rect {
        left: left - 8.0,
        top: top - 8.0,
        width: wide + 16.0,
        height: 7.0 * pitch + 4.0,
    };
    if cx.made(Feature::Perforation).is_some() {
        // The strip beside the number stands for how it was made, the number for what it says.
        cx.put(
            Fact::Protection(Feature::Perforation),
            Rect {
                left: digits.right() + 6.0,
                width: 90.0,
                ..digits
            },
        );
    }
    cx.put(Fact::Punched, digits);
}
