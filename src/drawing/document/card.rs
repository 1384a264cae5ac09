//! An identity card (TD1, 85.6×54 mm): the side with the photograph, and the side with the three lines of the zone.
//!
//! A card is laid on the bench larger than it is, so that it fills the room of a page.

use super::design::{Placed, Slot};
use super::text::{Anchor, fitted, line};
use super::writing::{Span, Strip, characters, field, signature};
use super::{Cx, Drawn, PAGE, Rect, Sheet, emblem, foil, glow, guilloche, paper, relief, tamper};
use crate::drawing::ink::Ink;
use crate::drawing::svg::{num, open};
use crate::engine::encounter::document::issuer::Feature;
use crate::engine::encounter::document::zone::{Checked, number_digit};
use crate::engine::encounter::document::{Document, Fact, Field, Made};

pub(super) const CARD: Rect = Rect {
    left: 0.0,
    top: 0.0,
    width: 856.0,
    height: 540.0,
};

/// Its corners (ISO/IEC 7810: 3.18 mm).
const CORNER: f32 = 31.8;

/// How much larger it lies on the bench: eleven eighths, so that edges that touch still do.
const LARGER: f32 = 1.375;

/// Left end of the state's name.
pub(super) const TITLE: (f32, f32) = (108.0, 64.0);

const PORTRAIT: Rect = Rect {
    left: 36.0,
    top: 120.0,
    width: 240.0,
    height: 308.6,
};

const STRIP: Strip = Strip {
    left: 46.0,
    pitch: 25.5,
    lines: [372.0, 436.0, 500.0],
    size: 3.95,
};

const fn area(left: f32, top: f32, width: f32, height: f32) -> Rect {
    Rect {
        left,
        top,
        width,
        height,
    }
}

/// Where each feature is that a card can have. A picture in the paper and holes have no place in one.
const FEATURES: [(Sheet, Feature, Rect); 7] = [
    (
        Sheet::Front,
        Feature::Relief,
        area(100.0, 22.0, 400.0, 58.0),
    ),
    (
        Sheet::Front,
        Feature::Microprint,
        area(300.0, 97.0, 520.0, 14.0),
    ),
    (
        Sheet::Front,
        Feature::UvPrint,
        area(706.0, 276.0, 120.0, 58.0),
    ),
    (
        Sheet::Front,
        Feature::Guilloche,
        area(706.0, 436.0, 120.0, 58.0),
    ),
    (
        Sheet::Front,
        Feature::Hologram,
        area(222.0, 330.0, 76.0, 100.0),
    ),
    (
        Sheet::Back,
        Feature::SeeThrough,
        area(660.0, 176.0, 100.0, 100.0),
    ),
    (Sheet::Back, Feature::Fibres, area(96.0, 186.0, 150.0, 80.0)),
];

/// Where a feature is on a side; none if it is on the other, or on neither.
pub(super) fn place(side: Sheet, feature: Feature) -> Option<Rect> {
    let mut all = FEATURES.iter();
    all.find(|(own, f, _)| *own == side && *f == feature)
        .map(|(_, _, place)| *place)
}

fn fields(side: Sheet) -> Vec<Placed> {
    let all: &[(Slot, &str, (f32, f32), f32)] = if side == Sheet::Front {
        &[
            (Slot::Surname, "Surname", (30.5, 15.2), 52.0),
            (Slot::Given, "Given names", (30.5, 22.6), 52.0),
            (Slot::Nationality, "Nationality", (30.5, 30.0), 26.0),
            (Slot::Sex, "Sex", (60.0, 30.0), 8.0),
            (Slot::Birth, "Date of birth", (30.5, 37.4), 26.0),
            (Slot::Expiry, "Date of expiry", (60.0, 37.4), 22.0),
            (Slot::Number, "Card No.", (30.5, 44.8), 26.0),
            (Slot::Code, "Type", (60.0, 44.8), 8.0),
        ]
    } else {
        &[
            (Slot::Issued, "Date of issue", (5.0, 9.0), 28.0),
            (Slot::Place, "Place of issue", (42.0, 9.0), 36.0),
        ]
    };
    let placed = all.iter().map(|(what, label, at, wide)| Placed {
        what: *what,
        label: (*label).to_owned(),
        at: *at,
        wide: *wide,
    });
    placed.collect()
}

/// The sheet with its fine lines, and what runs through all of it.
fn ground(cx: &mut Cx) {
    paper::sheet(cx);
    let made = cx.made(Feature::Guilloche).unwrap_or(Made::Genuine);
    let lines = guilloche::waves(&cx.design.guilloche.waves, CARD);
    guilloche::lay(&lines, cx.design.palette.fine, 0.8, 0.8, made, &mut cx.pen);
}

fn written(cx: &mut Cx) {
    let own = fields(cx.sheet);
    tamper::scraped(cx, &own, false);
    let (labels, values) = (cx.design.labels, cx.design.values);
    for own in &own {
        field(cx, own, &labels, &values, false);
    }
}

/// What lies over all.
fn finish(cx: &mut Cx) {
    glow::fibres(cx);
    paper::wear(cx);
    paper::lamp(cx);
}

pub(super) fn front(cx: &mut Cx) {
    cx.pen.clip(&rounded());
    ground(cx);
    cx.put_feature(Feature::Guilloche);
    let design = cx.design;
    let palette = &design.palette;
    let ink = if let Some(band) = palette.band {
        cx.pen.fill("M0 0H856V92H0Z", band, 0.96);
        palette.title
    } else {
        palette.emblem
    };
    emblem::draw(design.emblem, (58.0, 47.0), 36.0, ink, 1.0, &mut cx.pen);
    relief::title(cx);
    let set = fitted(&design.card, &design.kinds, 280.0);
    line(
        (826.0, 62.0),
        Anchor::End,
        &set,
        palette.title,
        &design.card,
        &mut cx.pen,
    );
    glow::print(cx);
    relief::microprint(cx);
    let face = cx.document.photo;
    cx.portrait(PORTRAIT, &face);
    signature(cx, area(36.0, 444.0, 240.0, 64.0));
    written(cx);
    foil::draw(cx);
    tamper::portrait(cx, PORTRAIT);
    finish(cx);
    cx.pen.unclip();
}

pub(super) fn back(cx: &mut Cx) {
    cx.pen.clip(&rounded());
    ground(cx);
    let ink = cx.design.palette.fine.0;
    emblem::draw(
        cx.design.emblem,
        (CARD.width / 2.0, 218.0),
        80.0,
        ink,
        0.6,
        &mut cx.pen,
    );
    relief::register(cx);
    written(cx);
    let strip = area(0.0, 318.0, CARD.width, CARD.height - 318.0);
    cx.pen.fill(
        &strip.data(),
        cx.design.palette.paper.mix(Ink::WHITE, 0.45),
        0.88,
    );
    let spans = spans(cx.document);
    tamper::in_zone(cx, &spans, &STRIP);
    characters(cx, &STRIP, &spans);
    finish(cx);
    cx.pen.unclip();
}

/// The outline of a card.
fn rounded() -> String {
    let (w, h, r) = (CARD.width, CARD.height, CORNER);
    let corner = |x: f32, y: f32| format!("a{r} {r} 0 0 1 {} {}", num(x), num(y));
    format!(
        "M{r} 0H{}{}V{}{}H{r}{}V{r}{}Z",
        num(w - r),
        corner(r, r),
        num(h - r),
        corner(-r, r),
        corner(-r, -r),
        corner(r, -r)
    )
}

/// The drawing of a side, larger, in the middle of the room that a page takes.
pub(super) fn laid(cx: Cx) -> Drawn {
    let (left, top) = (
        (PAGE.width - CARD.width * LARGER) / 2.0,
        (PAGE.height - CARD.height * LARGER) / 2.0,
    );
    let Drawn { svg, places, size } = cx.done();
    let inner = svg.strip_prefix(&open(size.0, size.1));
    let inner = inner.and_then(|rest| rest.strip_suffix("</svg>"));
    let place = |(fact, at): (Fact, Rect)| {
        let at = Rect {
            left: left + at.left * LARGER,
            top: top + at.top * LARGER,
            width: at.width * LARGER,
            height: at.height * LARGER,
        };
        (fact, at)
    };
    Drawn {
        svg: format!(
            r#"{}<g transform="translate({} {}) scale({LARGER})">{}</g></svg>"#,
            open(PAGE.width, PAGE.height),
            num(left),
            num(top),
            inner.unwrap_or_default()
        ),
        size: (PAGE.width, PAGE.height),
        places: places.into_iter().map(place).collect(),
    }
}

/// Where things stand in the zone of a card. A number over nine characters goes on in the optional data, and its
/// check digit stands behind it there.
fn spans(document: &Document) -> Vec<(Fact, Span)> {
    let lines = &document.zone;
    let name = lines.get(2).map_or("", String::as_str);
    let cut = name.find("<<").unwrap_or(name.len());
    let rest = name.get(cut + 2..).unwrap_or("");
    let end = rest.trim_end_matches('<').len().max(2);
    let digit = overflow(lines.first().map_or("", String::as_str));
    let mut all = vec![
        (Fact::Zone(Field::Code), (0, 0, 2)),
        (Fact::Zone(Field::Number), (0, 5, 14)),
        (Fact::Digit(Checked::Number), (0, digit, digit + 1)),
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
            (2, (cut + 2).min(28), (cut + 2 + end).min(30)),
        ),
    ];
    if digit > 14 {
        all.push((Fact::Zone(Field::Number), (0, 15, digit)));
    }
    all
}

/// Where the check digit of the number stands, as the first line says it: fillers stand at its usual place if the
/// number goes on behind.
fn overflow(line: &str) -> usize {
    let behind = line.get(15..).unwrap_or("");
    let long = behind.find('<').unwrap_or(behind.len());
    if line.get(14..15) != Some("<") || long < 2 {
        return number_digit("");
    }
    14 + long
}
