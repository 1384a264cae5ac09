//! An identity card (TD1, 85.6×54 mm), from a document whose zone has three lines.

use super::design::{MM, Placed, Slot};
use super::text::{Anchor, fitted, line};
use super::writing::{Span, Strip, characters, field, signature};
use super::{Cx, Drawn, Rect, emblem, foil, glow, guilloche, page, paper, tamper};
use crate::drawing::ink::Ink;
use crate::engine::encounter::document::issuer::{Feature, Light};
use crate::engine::encounter::document::zone::Checked;
use crate::engine::encounter::document::{Document, Fact, Field, Made};

/// Which side of a card lies up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    Front,
    Back,
}

const CARD: Rect = Rect {
    left: 0.0,
    top: 0.0,
    width: 856.0,
    height: 540.0,
};

const STRIP: Strip = Strip {
    left: 46.0,
    pitch: 25.5,
    lines: [372.0, 436.0, 500.0],
    size: 3.95,
};

/// One side of a card as it looks under a light.
#[must_use]
pub fn card(document: &Document, side: Side, light: Light) -> Drawn {
    let mut cx = Cx::new(document, light, CARD);
    paper::sheet(&mut cx);
    let made = cx.made(Feature::Guilloche).unwrap_or(Made::Genuine);
    let lines = guilloche::waves(&cx.design.guilloche.waves, CARD);
    guilloche::lay(&lines, cx.design.palette.fine, 0.8, 0.8, made, &mut cx.pen);
    match side {
        Side::Front => front(&mut cx),
        Side::Back => back(&mut cx),
    }
    if let Some(made) = cx.made(Feature::Fibres) {
        glow::scatter(&mut cx, made, None);
    }
    paper::wear(&mut cx);
    paper::lamp(&mut cx);
    cx.done()
}

fn front(cx: &mut Cx) {
    let design = cx.design;
    let palette = &design.palette;
    let ink = if let Some(band) = palette.band {
        cx.pen.fill("M0 0H856V92H0Z", band, 0.96);
        palette.title
    } else {
        palette.emblem
    };
    emblem::draw(design.emblem, (58.0, 47.0), 36.0, ink, 1.0, &mut cx.pen);
    let title = page::title(cx);
    let set = fitted(&title, &design.titles, 420.0);
    line(
        (108.0, 64.0),
        Anchor::Start,
        &set,
        palette.title,
        &title,
        &mut cx.pen,
    );
    let set = fitted(&design.card, &design.kinds, 280.0);
    line(
        (826.0, 62.0),
        Anchor::End,
        &set,
        palette.title,
        &design.card,
        &mut cx.pen,
    );
    let portrait = Rect {
        left: 36.0,
        top: 120.0,
        width: 240.0,
        height: 308.6,
    };
    let face = cx.document.photo;
    cx.portrait(portrait, &face);
    signature(
        cx,
        Rect {
            left: 36.0,
            top: 444.0,
            width: 240.0,
            height: 64.0,
        },
    );
    let (labels, values) = (design.labels, design.values);
    let rows = [
        (Slot::Surname, "Surname", 30.5, 15.2, 52.0),
        (Slot::Given, "Given names", 30.5, 22.6, 52.0),
        (Slot::Nationality, "Nationality", 30.5, 30.0, 26.0),
        (Slot::Sex, "Sex", 60.0, 30.0, 8.0),
        (Slot::Birth, "Date of birth", 30.5, 37.4, 26.0),
        (Slot::Expiry, "Date of expiry", 60.0, 37.4, 22.0),
        (Slot::Number, "Card No.", 30.5, 44.8, 26.0),
        (Slot::Code, "Type", 60.0, 44.8, 8.0),
    ];
    for (what, label, x, y, wide) in rows {
        let own = Placed {
            what,
            label: label.to_owned(),
            at: (x, y),
            wide,
        };
        field(cx, &own, &labels, &values, false);
    }
    if cx.made(Feature::Guilloche) == Some(Made::Disturbed) {
        tamper::patch(
            cx,
            Rect {
                left: 700.0,
                top: 450.0,
                width: 110.0,
                height: 40.0,
            },
            75,
        );
    }
    foil::over(
        cx,
        Rect {
            left: 222.0,
            top: 330.0,
            width: 76.0,
            height: 100.0,
        },
    );
}

fn back(cx: &mut Cx) {
    let labels = cx.design.labels;
    let values = cx.design.values;
    for (what, label, x, wide) in [
        (Slot::Issued, "Date of issue", 5.0, 28.0),
        (Slot::Place, "Place of issue", 42.0, 36.0),
    ] {
        let own = Placed {
            what,
            label: label.to_owned(),
            at: (x, 9.0),
            wide,
        };
        field(cx, &own, &labels, &values, false);
    }
    let ink = cx.design.palette.fine.0;
    emblem::draw(
        cx.design.emblem,
        (CARD.width / 2.0, 21.5 * MM),
        80.0,
        ink,
        0.6,
        &mut cx.pen,
    );
    let strip = Rect {
        left: 0.0,
        top: 318.0,
        width: CARD.width,
        height: CARD.height - 318.0,
    };
    cx.pen.fill(
        &strip.data(),
        cx.design.palette.paper.mix(Ink::WHITE, 0.45),
        0.88,
    );
    let spans = spans(&cx.document.zone);
    tamper::in_zone(cx, &spans, &STRIP);
    characters(cx, &STRIP, &spans);
}

/// Where things stand in the zone of a card.
fn spans(lines: &[String]) -> Vec<(Fact, Span)> {
    let name = lines.get(2).map_or("", String::as_str);
    let cut = name.find("<<").unwrap_or(name.len());
    let rest = name.get(cut + 2..).unwrap_or("");
    let end = rest.trim_end_matches('<').len().max(2);
    vec![
        (Fact::Zone(Field::Code), (0, 0, 2)),
        (Fact::Zone(Field::Number), (0, 5, 14)),
        (Fact::Digit(Checked::Number), (0, 14, 15)),
        (Fact::Zone(Field::Birth), (1, 0, 6)),
        (Fact::Digit(Checked::Birth), (1, 6, 7)),
        (Fact::Zone(Field::Sex), (1, 7, 8)),
        (Fact::Zone(Field::Expiry), (1, 8, 14)),
        (Fact::Digit(Checked::Expiry), (1, 14, 15)),
        (Fact::Zone(Field::Nationality), (1, 15, 18)),
        (Fact::Digit(Checked::Composite), (1, 29, 30)),
        (Fact::Zone(Field::Surname), (2, 0, cut)),
        (
            Fact::Zone(Field::Given),
            (2, cut + 2, (cut + 2 + end).min(30)),
        ),
    ]
}
