//! What the four kinds of line mean, in a corner of the sheet.

use crate::scenario::ids::Team;
use crate::scenario::words::LinkStatus;

use super::super::palette::{INK, PAPER, PAPER_RULE_STRONG};
use super::super::svg::{Point, escape, num, width_of};
use super::geometry::Frame;
use super::{Legend, lines};

const LINE: f32 = 22.0;
const WORD: f32 = 13.0;

/// What the legend covers on a sheet of that size, at the lower left.
pub(super) fn frame(legend: &Legend, size: Point) -> Frame {
    let words = legend.words().into_iter();
    let widest = words.map(|w| width_of(w, WORD, false)).fold(0.0, f32::max);
    let (wide, tall) = (widest + 72.0, LINE * 4.0 + 14.0);
    Frame {
        left: 10.0,
        top: size.1 - tall - 10.0,
        right: 10.0 + wide,
        bottom: size.1 - 10.0,
    }
}

pub(super) fn draw(legend: &Legend, size: Point, viewer: Team, out: &mut String) {
    let frame = frame(legend, size);
    out.push_str(&format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{PAPER}" stroke="{PAPER_RULE_STRONG}"/>"#,
        num(frame.left),
        num(frame.top),
        num(frame.width()),
        num(frame.height())
    ));
    let mut y = frame.top + 7.0 + LINE / 2.0;
    for (status, word) in LinkStatus::ALL.iter().zip(legend.words()) {
        let (colour, width, dashes) = lines::stroke(*status, viewer);
        out.push_str(&format!(
            r#"<path d="M{} {y}h40" stroke="{colour}" stroke-width="{}"{dashes}/><text x="{}" y="{}" font-size="{WORD}" fill="{INK}">{}</text>"#,
            num(frame.left + 10.0),
            num(width),
            num(frame.left + 60.0),
            num(y + 4.6),
            escape(word),
            y = num(y)
        ));
        y += LINE;
    }
}
