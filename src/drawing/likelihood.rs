//! How likely something is, on paper: a bar, and the bracket of its 95 % interval under it.

use super::palette::{INK, PAPER_2, PAPER_RULE_STRONG, team};
use super::svg::{num, open};
use crate::scenario::ids::Team;

/// A probability with its interval, all from 0 to 1.
#[derive(Clone, Copy, Debug)]
pub struct Likelihood {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    /// With a change of this team's doing; nothing: as it was.
    pub with: Option<Team>,
}

impl Likelihood {
    /// The bar in `width` × `height` pixels.
    #[must_use]
    pub fn svg(self, width: f32, height: f32) -> String {
        let mut out = open(width, height);
        let across = |part: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "pixels")]
            let part = part.clamp(0.0, 1.0) as f32;
            1.0 + part * (width - 2.0)
        };
        let bar = (height - 12.0).max(4.0);
        let fill = self.with.map_or(PAPER_RULE_STRONG, |of| team(of).ink);
        out.push_str(&format!(
            r#"<rect x="1" y="1" width="{w}" height="{h}" fill="{PAPER_2}" stroke="{PAPER_RULE_STRONG}"/><rect x="1" y="1" width="{v}" height="{h}" fill="{fill}"/>"#,
            w = num(width - 2.0),
            h = num(bar),
            v = num(across(self.value) - 1.0),
        ));
        let (low, high) = (across(self.low), across(self.high));
        let (y, up, down) = (bar + 6.0, bar + 3.0, bar + 9.0);
        out.push_str(&format!(
            r#"<path d="M{l} {u}V{d}M{l} {y}H{h}M{h} {u}V{d}" stroke="{INK}" stroke-width="1.6" fill="none"/></svg>"#,
            l = num(low),
            h = num(high),
            y = num(y),
            u = num(up),
            d = num(down),
        ));
        out
    }
}
