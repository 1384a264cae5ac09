//! Who knew what, when: a row for every item, from the round in which it was first held to its use.
//!
//! A ring is the first holding, the bar the time in one team's hands, the disc with an arrow the sharing, the
//! line the time in both, the box with a tick the use. What was never shared is dashed to the end. The
//! words come from outside; the same drawing serves the screen and paper.

use crate::scenario::ids::Team;

use super::icon::Icon;
use super::palette::{self, TeamColours};
use super::svg::{escape, fit, num, open, width_of};

/// The whole chart.
#[derive(Clone, Debug, Default)]
pub struct KnowledgeChart<'a> {
    /// Names of the rounds, in order; as many columns.
    pub rounds: Vec<&'a str>,
    pub rows: Vec<Row<'a>>,
}

/// One item. Rounds count from 1.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Whose item it is.
    pub team: Team,
    pub title: &'a str,
    /// Number and weight, `N-07 · critical`.
    pub note: &'a str,
    pub held: u8,
    pub shared: Option<u8>,
    pub used: Option<u8>,
    /// Written in the bar where it has room, `held 2 rounds` or `never shared`.
    pub bar: &'a str,
    /// Written where the line ends without a use, `not used`.
    pub unused: &'a str,
}

/// The surface that a chart lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// A panel of the program; the chart has no ground of its own.
    Room,
    /// A sheet of paper, for reports.
    Paper,
}

struct Colours {
    ground: &'static str,
    grid: &'static str,
    rule: &'static str,
    text: &'static str,
    text_2: &'static str,
    text_3: &'static str,
    line: &'static str,
    /// Box of a use, and the sign in it.
    used: &'static str,
    on_used: &'static str,
}

impl Theme {
    fn colours(self) -> Colours {
        match self {
            Theme::Room => Colours {
                ground: palette::ROOM_1,
                grid: palette::RULE,
                rule: palette::RULE_SOFT,
                text: palette::TEXT,
                text_2: palette::TEXT_2,
                text_3: palette::TEXT_3,
                line: palette::TEXT_2,
                used: palette::TEXT,
                on_used: palette::ROOM_0,
            },
            Theme::Paper => Colours {
                ground: palette::PAPER,
                grid: palette::PAPER_RULE,
                rule: palette::PAPER_2,
                text: palette::INK,
                text_2: palette::INK_2,
                text_3: palette::INK_2,
                line: palette::INK_2,
                used: palette::INK,
                on_used: palette::PAPER,
            },
        }
    }

    /// Edge and fill of a bar, and the sign on its disc.
    fn bar(self, team: TeamColours) -> (&'static str, &'static str, &'static str) {
        match self {
            Theme::Room => (team.bright, team.dim, palette::ROOM_0),
            Theme::Paper => (team.ink, team.wash, palette::PAPER),
        }
    }
}

/// Height of the names of the rounds.
pub const HEAD: f32 = 26.0;
/// Height of a row with room for two lines.
pub const ROW: f32 = 48.0;
/// Below this a row has one line.
const TWO_LINES: f32 = 42.0;
/// Below this nothing is legible.
const LEAST: f32 = 28.0;

/// Where things stand.
struct Frame {
    width: f32,
    left: f32,
    column: f32,
    row: f32,
    rounds: u8,
}

impl Frame {
    /// Left edge of a round.
    fn round(&self, round: u8) -> f32 {
        let round = round.clamp(1, self.rounds.max(1));
        self.left + f32::from(round - 1) * self.column
    }

    fn end(&self) -> f32 {
        self.left + f32::from(self.rounds) * self.column
    }
}

impl KnowledgeChart<'_> {
    /// The height at which every row has two lines.
    #[must_use]
    pub fn height(&self) -> f32 {
        HEAD + ROW * rows_of(self.rows.len())
    }

    /// The chart in `width` × `height` pixels. Rows close up where there are many; with more than fit even so,
    /// the last are cut off: give it [`Self::height`] and let it scroll.
    #[must_use]
    pub fn svg(&self, width: f32, height: f32, theme: Theme) -> String {
        let c = theme.colours();
        let rounds = u8::try_from(self.rounds.len()).unwrap_or(u8::MAX);
        let left = (width * 0.285).clamp(120.0, 320.0);
        let frame = Frame {
            width,
            left,
            column: (width - left - 10.0).max(1.0) / f32::from(rounds.max(1)),
            row: ((height - HEAD) / rows_of(self.rows.len()).max(1.0)).clamp(LEAST, ROW),
            rounds,
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
        self.grid(&frame, &c, &mut out);
        let mut top = HEAD;
        for (n, row) in self.rows.iter().enumerate() {
            if n > 0 {
                out.push_str(&format!(
                    r#"<path d="M0 {}H{}" stroke="{}"/>"#,
                    num(top),
                    num(width),
                    c.rule
                ));
            }
            name(row, top, &frame, theme, &c, &mut out);
            knowledge(row, top + frame.row / 2.0, &frame, theme, &c, &mut out);
            top += frame.row;
        }
        out.push_str("</svg>");
        out
    }

    fn grid(&self, frame: &Frame, c: &Colours, out: &mut String) {
        let bottom = HEAD + frame.row * rows_of(self.rows.len());
        let mut x = frame.left;
        for text in &self.rounds {
            out.push_str(&format!(
                r#"<path d="M{x} {HEAD}V{bottom}" stroke="{grid}"/><text x="{middle}" y="18" font-size="13" text-anchor="middle" fill="{fill}">{text}</text>"#,
                x = num(x),
                bottom = num(bottom),
                grid = c.grid,
                middle = num(x + frame.column / 2.0),
                fill = c.text_2,
                text = escape(&fit(text, 13.0, false, frame.column - 4.0))
            ));
            x += frame.column;
        }
        out.push_str(&format!(
            r#"<path d="M{} {HEAD}V{}" stroke="{}"/>"#,
            num(x),
            num(bottom),
            c.grid
        ));
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a case has hundreds of items at most"
)]
fn rows_of(n: usize) -> f32 {
    n as f32
}

/// The team's mark, the title, the note.
fn name(row: &Row, top: f32, frame: &Frame, theme: Theme, c: &Colours, out: &mut String) {
    let (mark, _, _) = theme.bar(palette::team(row.team));
    let icon = match row.team {
        Team::North => Icon::Triangle,
        Team::South => Icon::Diamond,
    };
    let middle = top + frame.row / 2.0;
    out.push_str(&format!(
        r#"<g transform="translate(11.5 {}) scale(.55)">{}</g>"#,
        num(middle - 6.9),
        icon.group(mark)
    ));
    let room = frame.left - 34.0 - 10.0;
    let two = frame.row >= TWO_LINES && !row.note.is_empty();
    let baseline = if two { middle - 3.5 } else { middle + 5.0 };
    out.push_str(&format!(
        r#"<text x="34" y="{}" font-size="15" fill="{}">{}</text>"#,
        num(baseline),
        c.text,
        escape(&fit(row.title, 15.0, false, room))
    ));
    if two {
        out.push_str(&format!(
            r#"<text x="34" y="{}" font-size="13" fill="{}">{}</text>"#,
            num(baseline + 18.0),
            c.text_3,
            escape(&fit(row.note, 13.0, false, room))
        ));
    }
}

/// Ring, bar, disc, line and box.
fn knowledge(row: &Row, y: f32, frame: &Frame, theme: Theme, c: &Colours, out: &mut String) {
    let (edge, fill, on_disc) = theme.bar(palette::team(row.team));
    let tall = (frame.row - 14.0).clamp(16.0, 22.0);
    let inset = (frame.column * 0.12).min(14.0);
    let start = frame.round(row.held) + inset;
    // Shared in the round in which it was found: the bar still shows, and the disc stays in its column.
    let shared = row.shared.map(|round| {
        (frame.round(round) + inset).max(start + (frame.column * 0.4).clamp(22.0, 40.0))
    });
    let end = shared.unwrap_or(frame.end() - 6.0).max(start + 4.0);
    let dashes = if shared.is_none() {
        r#" stroke-dasharray="5 4""#
    } else {
        ""
    };
    out.push_str(&format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="4" fill="{fill}" stroke="{edge}" stroke-width="1.5"{dashes}/>"#,
        num(start),
        num(y - tall / 2.0),
        num(end - start),
        num(tall)
    ));
    let words = width_of(row.bar, 13.0, false);
    let taken = if shared.is_some() { 12.0 } else { 0.0 };
    let room = end - taken - start - 8.0;
    let bar_words = if words <= room {
        Some((start + 7.0 + (room - 6.0) / 2.0, "middle"))
    } else if shared.is_none() && start - words - 14.0 > frame.left {
        // Too late to have room: the words stand before the ring.
        Some((start - 12.0, "end"))
    } else {
        None
    };
    if let Some((x, anchor)) = bar_words {
        label(row.bar, x, y, anchor, c.text, out);
    }
    if let Some(from) = shared {
        after(row, from, y, frame, c, out);
        disc(from, y, tall / 22.0, edge, on_disc, out);
    }
    out.push_str(&format!(
        r#"<circle cx="{}" cy="{}" r="6" fill="{}" stroke="{edge}" stroke-width="2.5"/>"#,
        num(start),
        num(y),
        c.ground
    ));
}

/// What became of it once both had it.
fn after(row: &Row, from: f32, y: f32, frame: &Frame, c: &Colours, out: &mut String) {
    let words = width_of(row.unused, 13.0, false);
    let to = match row.used {
        Some(round) => (frame.round(round) + frame.column * 0.58).max(from + 32.0),
        None => (frame.end() - 6.0 - words - 12.0).max(from),
    };
    let to = to.min(frame.width - 13.0);
    out.push_str(&format!(
        r#"<path d="M{} {}H{}" stroke="{}" stroke-width="3"/>"#,
        num(from),
        num(y),
        num(to),
        c.line
    ));
    if row.used.is_some() {
        let (x, y) = (to - 12.0, y - 12.0);
        out.push_str(&format!(
            r#"<rect x="{}" y="{}" width="24" height="24" rx="4" fill="{}"/><g transform="translate({} {}) scale(.67)">{}</g>"#,
            num(x),
            num(y),
            c.used,
            num(x + 4.0),
            num(y + 3.7),
            Icon::Check.group(c.on_used)
        ));
    } else if to > from {
        label(row.unused, frame.end() - 6.0, y, "end", c.text_2, out);
    }
}

fn disc(x: f32, y: f32, scale: f32, fill: &str, sign: &str, out: &mut String) {
    out.push_str(&format!(
        r#"<g transform="translate({} {}) scale({})"><circle r="12" fill="{fill}"/><path d="M-5.5 0H5M.5 -4.5L5 0 .5 4.5" fill="none" stroke="{sign}" stroke-width="2.1" stroke-linecap="round" stroke-linejoin="round"/></g>"#,
        num(x),
        num(y),
        num(scale)
    ));
}

fn label(text: &str, x: f32, y: f32, anchor: &str, fill: &str, out: &mut String) {
    out.push_str(&format!(
        r#"<text x="{}" y="{}" font-size="13" text-anchor="{anchor}" fill="{fill}">{}</text>"#,
        num(x),
        num(y + 4.7),
        escape(text)
    ));
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    fn row(held: u8, shared: Option<u8>, used: Option<u8>) -> Row<'static> {
        Row {
            team: Team::North,
            title: "Manifest <& meals>",
            note: "N-07 · critical",
            held,
            shared,
            used,
            bar: "held",
            unused: "not used",
        }
    }

    #[test]
    fn a_chart_without_rows_or_rounds_is_still_a_drawing() {
        let chart = KnowledgeChart::default();
        for theme in [Theme::Room, Theme::Paper] {
            assert_well_formed(&chart.svg(828.0, chart.height(), theme));
            assert_well_formed(&chart.svg(0.0, 0.0, theme));
            let odd = KnowledgeChart {
                rounds: vec![],
                rows: vec![row(0, Some(255), Some(0)), row(255, None, None)],
            };
            assert_well_formed(&odd.svg(828.0, f32::NAN, theme));
        }
    }

    #[test]
    fn signs_say_what_happened() {
        let drawn = |row| {
            let chart = KnowledgeChart {
                rounds: vec!["1", "2", "3", "4"],
                rows: vec![row],
            };
            let svg = chart.svg(828.0, 300.0, Theme::Room);
            assert_well_formed(&svg);
            svg
        };
        let never = drawn(row(1, None, None));
        assert!(never.contains("stroke-dasharray") && !never.contains("not used"));
        let unused = drawn(row(1, Some(2), None));
        assert!(!unused.contains("stroke-dasharray") && unused.contains("not used"));
        let used = drawn(row(1, Some(2), Some(3)));
        assert!(used.contains("translate") && !used.contains("not used"));
    }
}
