//! The Griffiths Question Map: what kind of question was asked when, in two groups of rows, joined over time.
//!
//! A disc is an appropriate question, a square any other, a square with a stroke one asked under pressure. Above
//! stands what was talked of. The words come from outside; the same drawing serves the screen and paper.

use super::chart::Theme;
use super::palette;
use super::svg::{escape, fit, num, open, width_of};

/// The whole map.
#[derive(Clone, Debug, Default)]
pub struct QuestionMap<'a> {
    /// Kinds of questions, the appropriate ones first.
    pub rows: Vec<Kind<'a>>,
    /// Questions in the order in which they were asked.
    pub asked: Vec<Asked<'a>>,
    /// How long it took, in minutes.
    pub minutes: u16,
    /// Names of the two groups of rows.
    pub good: &'a str,
    pub bad: &'a str,
    /// The unit of the axis.
    pub unit: &'a str,
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Kind<'a> {
    pub name: &'a str,
    pub good: bool,
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    pub minute: u16,
    /// Its row.
    pub row: usize,
    pub topic: &'a str,
    pub pressed: bool,
}

struct Colours {
    ground: &'static str,
    band: &'static str,
    rule: &'static str,
    text: &'static str,
    text_2: &'static str,
    line: &'static str,
    alert: &'static str,
}

fn colours(theme: Theme) -> Colours {
    match theme {
        Theme::Room => Colours {
            ground: palette::ROOM_1,
            band: palette::ROOM_2,
            rule: palette::RULE,
            text: palette::TEXT,
            text_2: palette::TEXT_2,
            line: palette::TEXT_3,
            alert: palette::ALERT,
        },
        Theme::Paper => Colours {
            ground: palette::PAPER,
            band: palette::PAPER_2,
            rule: palette::PAPER_RULE,
            text: palette::INK,
            text_2: palette::INK_2,
            line: palette::INK_2,
            alert: palette::ALERT_INK,
        },
    }
}

/// Room for the topics above, for the axis below, and for the names at the left.
const ABOVE: f32 = 30.0;
const BELOW: f32 = 28.0;
const GROUP: f32 = 24.0;
/// Height of a row.
const ROW: f32 = 30.0;

/// Where things stand.
struct Frame {
    left: f32,
    right: f32,
    row: f32,
    minutes: f32,
}

impl Frame {
    fn x(&self, minute: f32) -> f32 {
        let share = (minute / self.minutes).clamp(0.0, 1.0);
        self.left + 14.0 + share * (self.right - self.left - 28.0).max(1.0)
    }
}

impl QuestionMap<'_> {
    /// The height at which it is easy to read.
    #[must_use]
    pub fn height(&self) -> f32 {
        ABOVE + BELOW + GROUP * 2.0 + ROW * count(self.rows.len())
    }

    /// The map in `width` × `height` pixels.
    #[must_use]
    pub fn svg(&self, width: f32, height: f32, theme: Theme) -> String {
        let c = colours(theme);
        let rows = count(self.rows.len()).max(1.0);
        let frame = Frame {
            left: self.names().min(width * 0.36).max(90.0),
            right: width,
            row: ((height - ABOVE - BELOW - GROUP * 2.0) / rows).clamp(14.0, ROW),
            minutes: f32::from(self.minutes.max(1)),
        };
        let mut out = open(width, height);
        if theme == Theme::Paper {
            out.push_str(&format!(
                r#"<rect width="{}" height="{}" fill="{}"/>"#,
                num(width),
                num(height),
                c.ground
            ));
        }
        let levels = self.rows(&frame, &c, &mut out);
        let bottom = levels.last().map_or(ABOVE, |y| y + frame.row / 2.0);
        self.axis(&frame, bottom, &c, &mut out);
        self.topics(&frame, &c, &mut out);
        self.line(&frame, &levels, &c, &mut out);
        out.push_str("</svg>");
        out
    }

    /// Room for the longest name.
    fn names(&self) -> f32 {
        let names = self.rows.iter().map(|row| width_of(row.name, 15.0, false));
        names.fold(120.0, f32::max) + 24.0
    }

    /// Bands, names and groups; gives the middle of each row.
    fn rows(&self, frame: &Frame, c: &Colours, out: &mut String) -> Vec<f32> {
        let mut levels = Vec::new();
        let mut y = ABOVE;
        let mut group = None;
        for row in &self.rows {
            if group != Some(row.good) {
                group = Some(row.good);
                let name = if row.good { self.good } else { self.bad };
                let fill = if row.good { c.text } else { c.alert };
                out.push_str(&format!(
                    r#"<text x="10" y="{}" font-size="13" font-weight="700" fill="{fill}">{}</text><path d="M0 {}H{}" stroke="{}"/>"#,
                    num(y + GROUP - 7.0),
                    escape(&fit(name, 13.0, true, frame.left - 14.0)),
                    num(y),
                    num(frame.right),
                    c.rule
                ));
                y += GROUP;
            }
            let middle = y + frame.row / 2.0;
            out.push_str(&format!(
                r#"<rect x="{}" y="{}" width="{}" height="{}" rx="3" fill="{}"/><text x="10" y="{}" font-size="15" fill="{}">{}</text>"#,
                num(frame.left),
                num(y + 1.0),
                num((frame.right - frame.left).max(1.0)),
                num(frame.row - 2.0),
                c.band,
                num(middle + 5.0),
                c.text_2,
                escape(&fit(row.name, 15.0, false, frame.left - 18.0))
            ));
            levels.push(middle);
            y += frame.row;
        }
        levels
    }

    fn axis(&self, frame: &Frame, bottom: f32, c: &Colours, out: &mut String) {
        let step = match self.minutes {
            0..=40 => 5,
            41..=100 => 15,
            _ => 30,
        };
        for minute in (0..=self.minutes).step_by(step) {
            let x = num(frame.x(f32::from(minute)));
            out.push_str(&format!(
                r#"<path d="M{x} {ABOVE}V{}" stroke="{}" stroke-width="1"/><text x="{x}" y="{}" font-size="13" text-anchor="middle" fill="{}">{minute}</text>"#,
                num(bottom),
                c.rule,
                num(bottom + 18.0),
                c.text_2
            ));
        }
        out.push_str(&format!(
            r#"<text x="10" y="{}" font-size="13" fill="{}">{}</text>"#,
            num(bottom + 18.0),
            c.text_2,
            escape(&fit(self.unit, 13.0, false, frame.left - 14.0))
        ));
    }

    /// What was talked of, over each run of questions on one topic.
    fn topics(&self, frame: &Frame, c: &Colours, out: &mut String) {
        let mut at = 0;
        while let Some(first) = self.asked.get(at) {
            let rest = self.asked.get(at..).unwrap_or_default();
            let run = rest.iter().take_while(|a| a.topic == first.topic).count();
            let next = self.asked.get(at + run).map_or(self.minutes, |a| a.minute);
            let (from, to) = (frame.x(f32::from(first.minute)), frame.x(f32::from(next)));
            let room = to - from - 8.0;
            out.push_str(&format!(
                r#"<path d="M{} 26V20H{}" fill="none" stroke="{}" stroke-width="1.5"/>"#,
                num(from),
                num((to - 6.0).max(from + 2.0)),
                c.line
            ));
            if room > 26.0 {
                out.push_str(&format!(
                    r#"<text x="{}" y="15" font-size="13" fill="{}">{}</text>"#,
                    num(from),
                    c.text_2,
                    escape(&fit(first.topic, 13.0, false, room))
                ));
            }
            at += run.max(1);
        }
    }

    fn line(&self, frame: &Frame, levels: &[f32], c: &Colours, out: &mut String) {
        let mut points = Vec::new();
        for asked in &self.asked {
            let (Some(y), Some(row)) = (levels.get(asked.row), self.rows.get(asked.row)) else {
                continue;
            };
            points.push((
                frame.x(f32::from(asked.minute)),
                *y,
                row.good,
                asked.pressed,
            ));
        }
        if points.len() > 1 {
            let path: Vec<String> = points
                .iter()
                .map(|(x, y, ..)| format!("{} {}", num(*x), num(*y)))
                .collect();
            out.push_str(&format!(
                r#"<path d="M{}" fill="none" stroke="{}" stroke-width="1.5" stroke-linejoin="round"/>"#,
                path.join("L"),
                c.line
            ));
        }
        for (x, y, good, pressed) in points {
            if good && !pressed {
                out.push_str(&format!(
                    r#"<circle cx="{}" cy="{}" r="5.5" fill="{}" stroke="{}" stroke-width="1.5"/>"#,
                    num(x),
                    num(y),
                    c.text,
                    c.ground
                ));
                continue;
            }
            out.push_str(&format!(
                r#"<rect x="{}" y="{}" width="11" height="11" fill="{}" stroke="{}" stroke-width="1.5"/>"#,
                num(x - 5.5),
                num(y - 5.5),
                c.alert,
                c.ground
            ));
            if pressed {
                out.push_str(&format!(
                    r#"<path d="M{0} {1}L{2} {3}" stroke="{4}" stroke-width="2"/>"#,
                    num(x - 8.0),
                    num(y + 8.0),
                    num(x + 8.0),
                    num(y - 8.0),
                    c.text
                ));
            }
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "there are eight kinds of questions"
)]
fn count(n: usize) -> f32 {
    n as f32
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    fn map() -> QuestionMap<'static> {
        let asked = |minute, row, topic, pressed| Asked {
            minute,
            row,
            topic,
            pressed,
        };
        QuestionMap {
            rows: vec![
                Kind {
                    name: "Open",
                    good: true,
                },
                Kind {
                    name: "ชี้นำ",
                    good: false,
                },
            ],
            asked: vec![
                asked(3, 0, "The <journey>", false),
                asked(9, 0, "The <journey>", false),
                asked(30, 1, "Papers", true),
                asked(31, 1, "Papers", false),
            ],
            minutes: 60,
            good: "Appropriate",
            bad: "Not appropriate",
            unit: "minutes",
        }
    }

    #[test]
    fn every_question_has_a_sign_and_every_run_a_topic() {
        for theme in [Theme::Room, Theme::Paper] {
            let map = map();
            let svg = map.svg(900.0, map.height(), theme);
            assert_well_formed(&svg);
            assert_eq!(svg.matches("<circle").count(), 2, "appropriate");
            assert_eq!(svg.matches(r#"width="11""#).count(), 2, "not appropriate");
            assert!(svg.contains("The &lt;journey&gt;") && svg.contains(">Papers<"));
        }
    }

    #[test]
    fn nothing_and_nonsense_are_still_drawings() {
        assert_well_formed(&QuestionMap::default().svg(0.0, f32::NAN, Theme::Room));
        let odd = QuestionMap {
            minutes: 0,
            asked: vec![Asked {
                minute: 900,
                row: 99,
                topic: "",
                pressed: false,
            }],
            ..map()
        };
        assert_well_formed(&odd.svg(40.0, 10.0, Theme::Paper));
    }
}
