//! The page with the visa: a sticker of the state whose counter this is, a part of the page (MRV-B, 105×74 mm) or all of
//! it (MRV-A, 120×80 mm).

use super::design::{Emblem, Letters, Rosette, Waves};
use super::text::{Anchor, element, fitted, line};
use super::{Cx, Rect, emblem, guilloche, leaf};
use crate::drawing::ink::Ink;
use crate::drawing::svg::num;
use crate::engine::encounter::document::zone::{Holds, write};
use crate::engine::encounter::document::{Fact, Made, Visa, VisaSize};

/// The sticker on its leaf.
fn sticker_on(size: VisaSize) -> Rect {
    match size {
        VisaSize::Small => Rect {
            left: 100.0,
            top: 30.0,
            width: 1050.0,
            height: 740.0,
        },
        VisaSize::FullPage => Rect {
            left: 25.0,
            top: 40.0,
            width: 1200.0,
            height: 800.0,
        },
    }
}

/// Width of a character of the zone.
const PITCH: f32 = 25.5;

const INK: Ink = Ink(24, 26, 34);
const FINE: (Ink, Ink) = (Ink(126, 170, 150), Ink(196, 150, 172));
const TITLE: Ink = Ink(30, 82, 74);

pub(super) fn draw(cx: &mut Cx) {
    leaf::ground(cx);
    let visa = cx.document.visa.clone();
    if let Some(visa) = &visa {
        sticker(cx, visa);
    }
    // A sticker of the size of the page lies over the number that is punched through it.
    if visa.is_some_and(|v| v.size == VisaSize::FullPage) {
        leaf::finish_covered(cx);
    } else {
        leaf::finish(cx, 2.7);
    }
}

fn letters(size: f32, bold: bool, mono: bool) -> Letters {
    Letters {
        size,
        tracking: 0.0,
        bold,
        mono,
        squeeze: 1.0,
        slant: 0.0,
    }
}

fn sticker(cx: &mut Cx, visa: &Visa) {
    let own = sticker_on(visa.size);
    let (across, down) = (own.width / 1050.0, own.height / 740.0);
    let pen = &mut cx.pen;
    pen.raw(r#"<g transform="translate(3 4)">"#);
    pen.fill(&own.data(), Ink(40, 36, 30), 0.22);
    pen.raw("</g>");
    let paint = pen.linear(
        (own.left, own.top),
        (own.right(), own.bottom()),
        &[
            (0.0, Ink(243, 248, 242), 1.0),
            (1.0, Ink(249, 238, 243), 1.0),
        ],
    );
    pen.fill_with(&own.data(), &paint, 1.0);
    pen.clip(&own.data());
    let waves = Waves {
        lines: 36,
        swell: vec![(36.0, 2.6, 0.03), (14.0, 0.8, 0.3)],
        turned: 0.0,
        width: 0.08,
    };
    guilloche::lay(
        &guilloche::waves(&waves, own),
        FINE,
        0.8,
        0.8,
        Made::Genuine,
        pen,
    );
    for (x, y, radius) in [(78.0, 34.0, 22.0), (104.0, 17.0, 9.0)] {
        let petals = Rosette {
            at: (x, y),
            radius,
            petals: 12,
            lines: 8,
            depth: 0.6,
            winding: 1,
        };
        guilloche::lay(
            &guilloche::rosette(&petals, 1.0),
            FINE,
            0.8,
            0.9,
            Made::Genuine,
            pen,
        );
    }
    pen.unclip();
    emblem::draw(
        Emblem::Compass,
        (own.left + 74.0, own.top + 66.0),
        44.0,
        TITLE,
        1.0,
        pen,
    );
    let title = Letters {
        tracking: 1.2,
        ..letters(7.0, true, false)
    };
    line(
        (own.left + 140.0, own.top + 90.0),
        Anchor::Start,
        &title,
        TITLE,
        "VISA",
        pen,
    );
    let service = Letters {
        tracking: 0.25,
        ..letters(2.6, false, false)
    };
    line(
        (own.right() - 40.0, own.top + 62.0),
        Anchor::End,
        &service,
        TITLE,
        "BORDER SERVICE",
        pen,
    );
    pen.stroke(
        &format!(
            "M{} {}H{}",
            num(own.left + 30.0),
            num(own.top + 130.0),
            num(own.right() - 30.0)
        ),
        TITLE,
        1.4,
        0.7,
    );
    let (label, value) = (letters(2.1, false, false), letters(3.4, true, false));
    let ink = INK;
    let rows = [
        (
            40.0,
            190.0,
            420.0,
            "Surname",
            visa.surname.to_uppercase(),
            Some(Fact::VisaName),
        ),
        (
            560.0,
            190.0,
            420.0,
            "Passport No.",
            visa.passport.clone(),
            Some(Fact::VisaNumber),
        ),
        (40.0, 310.0, 240.0, "Kind", "SHORT STAY".to_owned(), None),
        (320.0, 310.0, 200.0, "Entries", "MULTIPLE".to_owned(), None),
        (
            560.0,
            310.0,
            420.0,
            "Valid until",
            visa.until.to_string(),
            Some(Fact::VisaUntil),
        ),
        (40.0, 430.0, 420.0, "Stay", "30 DAYS".to_owned(), None),
        (
            560.0,
            430.0,
            420.0,
            "Nationality",
            visa.nationality.clone(),
            Some(Fact::VisaNationality),
        ),
    ];
    for (x, y, room, name, says, fact) in rows {
        let (x, y, room) = (own.left + x * across, own.top + y * down, room * across);
        line((x, y), Anchor::Start, &label, TITLE, name, &mut cx.pen);
        let set = fitted(&says, &value, room);
        line((x, y + 44.0), Anchor::Start, &set, ink, &says, &mut cx.pen);
        if let Some(fact) = fact {
            cx.put(
                fact,
                Rect {
                    left: x - 6.0,
                    top: y - 24.0,
                    width: room + 12.0,
                    height: 80.0,
                },
            );
        }
    }
    zone(cx, visa);
}

/// Two lines of 36 or of 44 (Doc 9303, Part 7).
fn zone(cx: &mut Cx, visa: &Visa) {
    let page = &cx.document.page;
    let format = visa.size.format();
    let lines = write(
        format,
        &Holds {
            code: "V".to_owned(),
            issuer: "XBS".to_owned(),
            number: visa.passport.clone(),
            surname: visa.surname.clone(),
            nationality: visa.nationality.clone(),
            expiry: visa.until,
            optional: String::new(),
            ..page.clone()
        },
    );
    let own = sticker_on(visa.size);
    let strip = Rect {
        left: own.left,
        top: own.bottom() - 178.0,
        width: own.width,
        height: 178.0,
    };
    cx.pen.fill(&strip.data(), Ink(250, 250, 248), 0.88);
    let paint = cx.pen.ink(INK).to_string();
    let signs = u8::try_from(format.size().1).unwrap_or(u8::MAX);
    let inset = (own.width - f32::from(signs) * PITCH) / 2.0;
    for (text, y) in lines
        .iter()
        .zip([own.bottom() - 108.0, own.bottom() - 42.0])
    {
        let xs: Vec<String> = (0..signs)
            .map(|n| num(own.left + inset + f32::from(n) * PITCH))
            .collect();
        let more = format!(r#"x="{}""#, xs.join(" "));
        cx.pen.raw(&element(
            (0.0, y),
            Anchor::Start,
            &letters(3.95, false, true),
            &paint,
            text,
            &more,
        ));
    }
}
