//! What is written: fields, the machine-readable zone, a signature.

use super::design::{Letters, MM, Placed, Slot};
use super::text::{Anchor, element, fitted, line};
use super::{Cx, Rect};
use crate::drawing::dice::Dice;
use crate::drawing::ink::Ink;
use crate::drawing::pen::smooth;
use crate::drawing::svg::num;
use crate::engine::encounter::document::issuer::issuer;
use crate::engine::encounter::document::zone::Checked;
use crate::engine::encounter::document::{Document, Fact, Field};

impl Slot {
    /// What can be pointed at there; the state's code is part of nothing else.
    pub(super) fn fact(self) -> Option<Fact> {
        Some(match self {
            Self::Code => Fact::Page(Field::Code),
            Self::Number => Fact::Page(Field::Number),
            Self::Surname => Fact::Page(Field::Surname),
            Self::Given => Fact::Page(Field::Given),
            Self::Nationality => Fact::Page(Field::Nationality),
            Self::Birth => Fact::Page(Field::Birth),
            Self::Sex => Fact::Page(Field::Sex),
            Self::Expiry => Fact::Page(Field::Expiry),
            Self::Issued => Fact::Issued,
            Self::Place => Fact::Place,
            Self::State => return None,
        })
    }

    fn says(self, document: &Document) -> String {
        let page = &document.page;
        match self {
            Self::Code => page.code.clone(),
            Self::State => page.issuer.clone(),
            Self::Number => page.number.clone(),
            Self::Surname => page.surname.to_uppercase(),
            Self::Given => page.given.to_uppercase(),
            Self::Nationality => {
                let known = issuer(&page.nationality);
                known.map_or(page.nationality.clone(), |i| i.people.to_uppercase())
            }
            Self::Birth => page.birth.to_string(),
            Self::Sex => page.sex.printed().to_owned(),
            Self::Issued => document.issued.to_string(),
            Self::Expiry => page.expiry.to_string(),
            Self::Place => document.place.to_uppercase(),
        }
    }
}

/// The room of a field: label and what it says.
pub(super) fn room(own: &Placed, labels: &Letters, values: &Letters) -> Rect {
    let gap = labels.size.max(values.size) + 1.0;
    Rect {
        left: (own.at.0 - 0.5) * MM,
        top: (own.at.1 - labels.size.max(values.size) * 0.78) * MM,
        width: (own.wide + 1.0) * MM,
        height: (labels.size.max(values.size) * 0.78 + gap + 0.6) * MM,
    }
}

pub(super) fn fields(cx: &mut Cx) {
    let design = cx.design;
    let layout = &design.layout;
    for own in &layout.fields {
        field(cx, own, &design.labels, &design.values, layout.label_below);
        if layout.ruled {
            let y = num((own.at.1 + design.values.size + 1.7) * MM);
            let rule = format!("M{} {y}h{}", num(own.at.0 * MM), num(own.wide * MM));
            cx.pen.stroke(&rule, design.palette.label, 0.8, 0.6);
        }
    }
}

/// One field, and its place.
pub(super) fn field(cx: &mut Cx, own: &Placed, labels: &Letters, values: &Letters, below: bool) {
    let palette = &cx.design.palette;
    let (letters, ink) = if own.what == Slot::Number {
        (&cx.design.numbers, palette.number)
    } else {
        (values, palette.ink)
    };
    let says = own.what.says(cx.document);
    let letters = fitted(&says, letters, own.wide * MM);
    let gap = labels.size.max(values.size) + 1.0;
    let (x, y) = (own.at.0 * MM, own.at.1 * MM);
    let (label_at, value_at) = if below {
        ((x, y + (labels.size + 1.4) * MM), (x, y))
    } else {
        ((x, y), (x, y + gap * MM))
    };
    let label = fitted(&own.label, labels, own.wide * MM);
    line(
        label_at,
        Anchor::Start,
        &label,
        palette.label,
        &own.label,
        &mut cx.pen,
    );
    let fact = own.what.fact();
    let over = fact.is_some_and(|f| cx.document.scraped.contains(&f));
    if over {
        // Another hand, another ribbon: a little larger, not quite level, not quite as black.
        let again = Letters {
            size: letters.size * 1.03,
            tracking: letters.tracking + 0.06,
            ..letters
        };
        let paint = cx.pen.ink(ink.mix(Ink(70, 74, 104), 0.35)).to_string();
        let text = element((0.0, 0.0), Anchor::Start, &again, &paint, &says, "");
        let (x, y) = (num(value_at.0 + 0.8), num(value_at.1 - 1.4));
        cx.pen.raw(&format!(
            r#"<g transform="translate({x} {y}) rotate(.7)">{text}</g>"#
        ));
    } else {
        line(value_at, Anchor::Start, &letters, ink, &says, &mut cx.pen);
    }
    if let Some(fact) = fact {
        cx.put(fact, room(own, labels, values));
    }
}

/// From one character to another of a line of the zone, counted from 0, the end not included.
pub(super) type Span = (usize, usize, usize);

/// Where things stand in the zone of a passport.
pub(super) fn spans(lines: &[String]) -> Vec<(Fact, Span)> {
    let first = lines.first().map_or("", String::as_str);
    let name = first.get(5..).unwrap_or("");
    let cut = name.find("<<").unwrap_or(name.len());
    let rest = name.get(cut + 2..).unwrap_or("");
    let end = rest.trim_end_matches('<').len().max(2);
    vec![
        (Fact::Zone(Field::Code), (0, 0, 2)),
        (Fact::Zone(Field::Surname), (0, 5, 5 + cut)),
        (
            Fact::Zone(Field::Given),
            (0, 5 + cut + 2, (5 + cut + 2 + end).min(44)),
        ),
        (Fact::Zone(Field::Number), (1, 0, 9)),
        (Fact::Digit(Checked::Number), (1, 9, 10)),
        (Fact::Zone(Field::Nationality), (1, 10, 13)),
        (Fact::Zone(Field::Birth), (1, 13, 19)),
        (Fact::Digit(Checked::Birth), (1, 19, 20)),
        (Fact::Zone(Field::Sex), (1, 20, 21)),
        (Fact::Zone(Field::Expiry), (1, 21, 27)),
        (Fact::Digit(Checked::Expiry), (1, 27, 28)),
        (Fact::Digit(Checked::Personal), (1, 42, 43)),
        (Fact::Digit(Checked::Composite), (1, 43, 44)),
    ]
}

/// How a zone lies in its drawing, in drawing units.
pub(super) struct Strip {
    pub left: f32,
    pub pitch: f32,
    pub lines: [f32; 3],
    pub size: f32,
}

/// The zone of a page.
pub(super) const STRIP: Strip = Strip {
    left: 63.6,
    pitch: 25.5,
    lines: [766.0, 836.0, 0.0],
    size: 3.95,
};

impl Strip {
    pub(super) fn rect(&self, (row, from, to): Span) -> Rect {
        let x = |n: usize| self.left + self.pitch * count(n);
        let y = self.lines.get(row).copied().unwrap_or_default();
        Rect {
            left: x(from),
            top: y - self.size * MM * 0.92,
            width: x(to) - x(from),
            height: self.size * MM * 1.24,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "characters of a line")]
fn count(n: usize) -> f32 {
    n as f32
}

pub(super) fn zone(cx: &mut Cx, paper: Ink) {
    let top = 700.0;
    let strip = Rect {
        left: 0.0,
        top,
        width: cx.page.width,
        height: cx.page.height - top,
    };
    cx.pen
        .fill(&strip.data(), paper.mix(Ink::WHITE, 0.45), 0.86);
    let edge = format!("M0 {top}H{}", num(cx.page.width));
    cx.pen.stroke(&edge, cx.design.palette.fine.0, 0.8, 0.8);
    let spans = spans(&cx.document.zone);
    super::tamper::in_zone(cx, &spans, &STRIP);
    characters(cx, &STRIP, &spans);
}

/// The characters, each in its place; what was written over, a little off.
pub(super) fn characters(cx: &mut Cx, strip: &Strip, spans: &[(Fact, Span)]) {
    let own = Letters {
        size: strip.size,
        tracking: 0.0,
        bold: false,
        mono: true,
        squeeze: 1.0,
        slant: 0.0,
    };
    let ink = Ink(18, 18, 20);
    let over = |row: usize, at: usize| {
        spans.iter().any(|(fact, span)| {
            cx.document.scraped.contains(fact) && span.0 == row && (span.1..span.2).contains(&at)
        })
    };
    let (mut plain, mut again) = (String::new(), String::new());
    let paint = [
        cx.pen.ink(ink).to_string(),
        cx.pen.ink(ink.mix(Ink(70, 74, 104), 0.4)).to_string(),
    ];
    for (row, text) in cx.document.zone.iter().enumerate() {
        let y = strip.lines.get(row).copied().unwrap_or_default();
        for (over_it, out) in [(false, &mut plain), (true, &mut again)] {
            let own_chars: Vec<(usize, char)> = text
                .chars()
                .enumerate()
                .filter(|(at, _)| over(row, *at) == over_it)
                .collect();
            if own_chars.is_empty() {
                continue;
            }
            let xs: Vec<String> = own_chars
                .iter()
                .map(|(at, _)| num(strip.left + strip.pitch * count(*at)))
                .collect();
            let letters: String = own_chars.iter().map(|c| c.1).collect();
            let more = format!(r#"x="{}""#, xs.join(" "));
            let y = if over_it { y - 1.6 } else { y };
            out.push_str(&element(
                (0.0, y),
                Anchor::Start,
                &own,
                &paint[usize::from(over_it)],
                &letters,
                &more,
            ));
        }
    }
    cx.pen.raw(&plain);
    cx.pen.raw(&again);
    for (fact, span) in spans {
        cx.put(*fact, strip.rect(*span));
    }
}

/// A hand that nobody has: loops from the letters of a name.
pub(super) fn signature(cx: &mut Cx, over: Rect) {
    let page = &cx.document.page;
    let mut dice = Dice::of(&format!("{}{}", page.surname, page.given));
    let mut points = Vec::new();
    let mut x = over.left + over.width * 0.10;
    let base = over.top + over.height * 0.62;
    let end = over.left + over.width * 0.86;
    let high = over.height * 0.30;
    points.push((x, base + high * 0.4));
    points.push((x + high * 0.5, base - high * 1.5));
    points.push((x + high * 0.8, base + high * 0.5));
    points.push((x + high * 0.1, base - high * 0.3));
    x += high * 1.5;
    while x < end {
        let tall = if dice.unit() < 0.2 { 1.5 } else { 0.55 };
        points.push((x, base - high * tall * dice.between(0.6, 1.1)));
        x += dice.between(5.0, 11.0);
        points.push((x, base + high * dice.between(0.0, 0.35)));
        x += dice.between(3.0, 9.0);
    }
    points.push((x + high, base - high * 0.3));
    cx.pen
        .stroke(&smooth(&points, false), Ink(28, 34, 74), 2.1, 0.85);
    let line = format!(
        "M{} {}h{}",
        num(over.left),
        num(over.bottom() - 2.0),
        num(over.width)
    );
    cx.pen.stroke(&line, cx.design.palette.label, 0.7, 0.6);
}
