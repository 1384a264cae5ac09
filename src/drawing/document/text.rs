//! Setting text: one line, fitted to its room.

use super::design::{Letters, MM};
use crate::drawing::ink::Ink;
use crate::drawing::palette::MONO;
use crate::drawing::pen::Pen;
use crate::drawing::svg::{Point, escape, num, width_of};

/// Which end of a line stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How wide a line is, in drawing units.
pub(super) fn wide(text: &str, own: &Letters) -> f32 {
    let size = own.size * MM;
    let letters = if own.mono {
        chars(text) * 0.602 * size
    } else {
        width_of(text, size, own.bold)
    };
    (letters + chars(text) * own.tracking * MM) * own.squeeze
}

#[expect(clippy::cast_precision_loss, reason = "a line of text")]
fn chars(text: &str) -> f32 {
    text.chars().count() as f32
}

/// The same letters, smaller where the line would be wider than `room`.
pub(super) fn fitted(text: &str, own: &Letters, room: f32) -> Letters {
    let needs = wide(text, own);
    if needs <= room {
        return *own;
    }
    let share = room / needs;
    // Narrow first, then small.
    let squeeze = share.max(0.86);
    Letters {
        squeeze: own.squeeze * squeeze,
        size: own.size * share / squeeze,
        tracking: own.tracking * share / squeeze,
        ..*own
    }
}

/// The line as an element; `more` is any other attributes.
pub(super) fn element(
    at: Point,
    anchor: Anchor,
    own: &Letters,
    paint: &str,
    text: &str,
    more: &str,
) -> String {
    let (x, y) = (num(at.0), num(at.1));
    let mut place = format!("translate({x} {y})");
    if own.slant != 0.0 {
        place.push_str(&format!(" skewX({})", num(-own.slant)));
    }
    if (own.squeeze - 1.0).abs() > 0.001 {
        place.push_str(&format!(" scale({} 1)", num(own.squeeze)));
    }
    let end = match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    };
    let family = if own.mono {
        format!(r#" font-family="{MONO}""#)
    } else {
        String::new()
    };
    let weight = if own.bold {
        r#" font-weight="700""#
    } else {
        ""
    };
    let tracking = if own.tracking == 0.0 {
        String::new()
    } else {
        format!(r#" letter-spacing="{}""#, num(own.tracking * MM))
    };
    format!(
        r#"<text transform="{place}" font-size="{}"{family}{weight}{tracking}{end} fill="{paint}" {more}>{}</text>"#,
        num(own.size * MM),
        escape(text)
    )
}

pub(super) fn line(at: Point, anchor: Anchor, own: &Letters, ink: Ink, text: &str, pen: &mut Pen) {
    let paint = pen.ink(ink).to_string();
    pen.out
        .push_str(&element(at, anchor, own, &paint, text, ""));
}
