//! How a person at risk, or trust, fared from round to round: a line with its numbers, on paper.

use super::palette::{INK, INK_2, PAPER, PAPER_RULE};
use super::svg::{escape, fit, num, open};

/// The line. Values go from 0 to `most`; more are read as that.
#[derive(Clone, Debug, Default)]
pub struct Welfare<'a> {
    /// At the start, then at the end of each round.
    pub values: &'a [u8],
    pub most: u8,
    /// What stands under each value.
    pub names: Vec<&'a str>,
}

/// Room for the numbers above, and for the names below.
const ABOVE: f32 = 22.0;
const BELOW: f32 = 22.0;
/// Room at both sides.
const SIDE: f32 = 28.0;

impl Welfare<'_> {
    /// The line in `width` × `height` pixels.
    #[must_use]
    pub fn svg(&self, width: f32, height: f32) -> String {
        let mut out = open(width, height);
        let (top, bottom) = (ABOVE, (height - BELOW).max(ABOVE + 1.0));
        for value in [0, self.most / 2, self.most] {
            let y = num(level(value, self.most, top, bottom));
            out.push_str(&format!(
                r#"<path d="M0 {y}H{}" stroke="{PAPER_RULE}"/>"#,
                num(width)
            ));
        }
        let step = (width - SIDE * 2.0).max(1.0) / steps(self.values.len());
        let mut points = Vec::new();
        let mut x = SIDE;
        for value in self.values {
            points.push((x, level(*value, self.most, top, bottom)));
            x += step;
        }
        let line: Vec<String> = points
            .iter()
            .map(|(x, y)| format!("{} {}", num(*x), num(*y)))
            .collect();
        if points.len() > 1 {
            let line = line.join("L");
            out.push_str(&format!(
                r#"<path d="M{line}" fill="none" stroke="{INK}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"/>"#
            ));
        }
        for (at, (x, y)) in points.iter().enumerate() {
            let value = self.values[at];
            out.push_str(&format!(
                r#"<circle cx="{x}" cy="{y}" r="4.5" fill="{PAPER}" stroke="{INK}" stroke-width="2.5"/><text x="{x}" y="{above}" font-size="15" font-weight="700" text-anchor="middle" fill="{INK}" stroke="{PAPER}" stroke-width="4" paint-order="stroke">{value}</text>"#,
                x = num(*x),
                y = num(*y),
                above = num(y - 9.0),
            ));
            if let Some(name) = self.names.get(at) {
                let name = escape(&fit(name, 13.0, false, step.max(SIDE * 2.0) - 2.0));
                out.push_str(&format!(
                    r#"<text x="{}" y="{}" font-size="13" text-anchor="middle" fill="{INK_2}">{name}</text>"#,
                    num(*x),
                    num(height - 5.0),
                ));
            }
        }
        out.push_str("</svg>");
        out
    }
}

/// How many steps there are between so many values.
#[expect(
    clippy::cast_precision_loss,
    reason = "a case has a few dozen rounds at most"
)]
fn steps(values: usize) -> f32 {
    values.saturating_sub(1).max(1) as f32
}

/// Where a value stands.
fn level(value: u8, most: u8, top: f32, bottom: f32) -> f32 {
    let most = most.max(1);
    bottom - f32::from(value.min(most)) / f32::from(most) * (bottom - top)
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    #[test]
    fn every_value_is_told_as_a_number() {
        let svg = Welfare {
            values: &[6, 5, 0],
            most: 10,
            names: vec!["start", "<1>", "2"],
        }
        .svg(380.0, 104.0);
        assert_well_formed(&svg);
        for number in [">6<", ">5<", ">0<"] {
            assert!(svg.contains(number), "{number}");
        }
    }

    #[test]
    fn nothing_and_too_little_room_are_still_drawings() {
        assert_well_formed(&Welfare::default().svg(0.0, 0.0));
        assert_well_formed(
            &Welfare {
                values: &[255],
                most: 10,
                names: vec![],
            }
            .svg(f32::NAN, 10.0),
        );
    }
}
