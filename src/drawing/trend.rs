//! Scores of several exercises, oldest first, on paper: each a point on its day, a mean of several with the
//! bracket of its 95 % interval.

use super::palette::{INK, INK_2, PAPER, PAPER_RULE};
use super::svg::{escape, fit, num, open};

/// One day.
#[derive(Clone, Debug)]
pub struct Point {
    /// What stands under it.
    pub name: String,
    /// 0 to 100, as are the ends of the interval.
    pub value: f64,
    /// Not finite, or both the value: no bracket.
    pub low: f64,
    pub high: f64,
    /// How many exercises it is the mean of.
    pub of: u32,
}

/// The points, joined by a line.
#[derive(Clone, Debug, Default)]
pub struct Trend<'a> {
    pub points: &'a [Point],
}

const ABOVE: f32 = 26.0;
const BELOW: f32 = 24.0;
/// Room at the left, for the scale.
const LEFT: f32 = 34.0;
const RIGHT: f32 = 56.0;
/// Least room for a name, in pixels.
const NAME: f32 = 74.0;
/// Least room for a number over its point.
const NUMBER: f32 = 30.0;

impl Trend<'_> {
    /// The chart in `width` × `height` pixels.
    #[must_use]
    pub fn svg(&self, width: f32, height: f32) -> String {
        let mut out = open(width, height);
        let (top, bottom) = (ABOVE, (height - BELOW).max(ABOVE + 1.0));
        let level = |value: f64| {
            #[expect(clippy::cast_possible_truncation, reason = "pixels")]
            let part = (value.clamp(0.0, 100.0) / 100.0) as f32;
            bottom - part * (bottom - top)
        };
        for value in [0.0, 50.0, 100.0] {
            let y = level(value);
            out.push_str(&format!(
                r#"<path d="M{LEFT} {y}H{w}" stroke="{PAPER_RULE}"/><text x="{x}" y="{base}" font-size="13" text-anchor="end" fill="{INK_2}">{value}</text>"#,
                y = num(y),
                w = num(width),
                x = num(LEFT - 6.0),
                base = num(y + 4.5),
            ));
        }
        let room = (width - LEFT - RIGHT * 2.0).max(1.0);
        let step = room / steps(self.points.len());
        // Names and numbers that would touch are left out, the last is always there.
        let every = |least: f32| (least / step.max(0.1)).ceil().max(1.0);
        let (name_every, number_every) = (every(NAME), every(NUMBER));
        let last = self.points.len().saturating_sub(1);
        let mut places = Vec::new();
        let mut x = LEFT + RIGHT;
        // What is no number has no place on the scale.
        let value = |point: &Point| {
            if point.value.is_finite() {
                point.value
            } else {
                0.0
            }
        };
        for point in self.points {
            places.push((x, level(value(point))));
            x += step;
        }
        let line: Vec<String> = places
            .iter()
            .map(|(x, y)| format!("{} {}", num(*x), num(*y)))
            .collect();
        if places.len() > 1 {
            let line = line.join("L");
            out.push_str(&format!(
                r#"<path d="M{line}" fill="none" stroke="{INK}" stroke-width="2" stroke-linejoin="round"/>"#
            ));
        }
        for (at, (point, (x, y))) in self.points.iter().zip(&places).enumerate() {
            let (x, y) = (*x, *y);
            let bracket = point.low.is_finite() && point.high.is_finite();
            let mut above = y - 10.0;
            if bracket && point.high > point.low {
                let (low, high) = (level(point.low), level(point.high));
                above = above.min(high - 5.0);
                out.push_str(&format!(
                    r#"<path d="M{l} {high}H{r}M{x} {high}V{low}M{l} {low}H{r}" stroke="{INK_2}" stroke-width="1.6" fill="none"/>"#,
                    l = num(x - 5.0),
                    r = num(x + 5.0),
                    x = num(x),
                    low = num(low),
                    high = num(high),
                ));
            }
            out.push_str(&format!(
                r#"<circle cx="{x}" cy="{y}" r="4.5" fill="{PAPER}" stroke="{INK}" stroke-width="2.5"/>"#,
                x = num(x),
                y = num(y),
            ));
            if shown(at, last, number_every) {
                out.push_str(&format!(
                    r#"<text x="{x}" y="{y}" font-size="15" font-weight="700" text-anchor="middle" fill="{INK}" stroke="{PAPER}" stroke-width="4" paint-order="stroke">{value:.0}</text>"#,
                    x = num(x),
                    y = num(above.max(14.0)),
                    value = value(point),
                ));
            }
            if shown(at, last, name_every) {
                let room = (step * name_every).max(NAME) - 4.0;
                let name = escape(&fit(&point.name, 13.0, false, room));
                out.push_str(&format!(
                    r#"<text x="{x}" y="{y}" font-size="13" text-anchor="middle" fill="{INK_2}">{name}</text>"#,
                    x = num(x),
                    y = num(height - 6.0),
                ));
            }
        }
        out.push_str("</svg>");
        out
    }
}

/// Counted from the last one, which is always shown.
fn shown(at: usize, last: usize, every: f32) -> bool {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    let every = every.clamp(1.0, 10_000.0) as usize;
    (last - at).is_multiple_of(every)
}

/// How many steps there are between so many points.
#[expect(
    clippy::cast_precision_loss,
    reason = "some hundreds of exercises at most"
)]
fn steps(points: usize) -> f32 {
    points.saturating_sub(1).max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    fn point(value: f64, low: f64, high: f64) -> Point {
        let (name, of) = ("27 <Nov>".to_owned(), 2);
        Point {
            name,
            value,
            low,
            high,
            of,
        }
    }

    #[test]
    fn a_mean_has_its_number_and_its_bracket() {
        let points = [
            point(40.0, f64::NEG_INFINITY, f64::INFINITY),
            point(71.4, 60.0, 83.0),
        ];
        let svg = Trend { points: &points }.svg(400.0, 160.0);
        assert_well_formed(&svg);
        assert!(svg.contains(">40<") && svg.contains(">71<"));
        // Only one of them is known well enough for a bracket.
        assert_eq!(svg.matches("stroke-width=\"1.6\"").count(), 1);
    }

    #[test]
    fn a_hundred_days_do_not_write_over_each_other() {
        let points: Vec<Point> = (0..100).map(|n| point(f64::from(n), 0.0, 0.0)).collect();
        let svg = Trend { points: &points }.svg(500.0, 160.0);
        assert_well_formed(&svg);
        let names = svg.matches("27 &lt;Nov").count();
        assert!((2..=6).contains(&names), "{names}");
        assert!(svg.contains(">99<"));
    }

    #[test]
    fn nothing_and_too_little_room_are_still_drawings() {
        assert_well_formed(&Trend::default().svg(0.0, 0.0));
        let one = [point(f64::NAN, f64::NAN, f64::NAN)];
        assert_well_formed(&Trend { points: &one }.svg(f32::NAN, 10.0));
    }
}
