//! Links: four kinds of line by how well they are supported, told by weight, dash and sign as well as by
//! colour, with their word at the middle or where it covers least.

use crate::scenario::ids::Team;
use crate::scenario::words::LinkStatus;

use super::super::icon::Icon;
use super::super::palette::{self, ALERT_INK, INK, PAPER};
use super::super::svg::{Point, escape, fit, num, width_of};
use super::geometry::{Frame, between, cross};
use super::{Link, LinkChart, shapes};

/// Size of a link's word, and the height of its label.
const WORD: f32 = 14.0;
const TALL: f32 = 25.0;
/// Widest word.
const WIDEST: f32 = 150.0;
/// How far links between the same two nodes run apart.
const APART: f32 = 30.0;
/// Where along its line a label may stand, best first.
const SPOTS: [f32; 11] = [
    0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8,
];

/// The way that a link takes: from border to border, bent where it has to make room for another.
#[derive(Clone, Copy, Debug)]
pub(super) struct Way {
    pub from: Point,
    pub to: Point,
    /// The point that it bends towards; its middle if it does not bend.
    bend: Point,
    bent: bool,
}

impl Way {
    /// The point so far along.
    pub(super) fn at(&self, t: f32) -> Point {
        between(
            between(self.from, self.bend, t),
            between(self.bend, self.to, t),
            t,
        )
    }

    /// Short straight pieces.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Point, Point)> + '_ {
        let steps: u8 = if self.bent { 8 } else { 1 };
        let t = move |k: u8| f32::from(k) / f32::from(steps);
        (0..steps).map(move |k| (self.at(t(k)), self.at(t(k + 1))))
    }

    pub(super) fn crosses(&self, frame: Frame) -> bool {
        self.pieces().any(|(a, b)| frame.crossed(a, b))
    }

    fn meets(&self, other: &Way) -> bool {
        self.pieces()
            .any(|(a, b)| other.pieces().any(|(c, d)| cross(a, b, c, d)))
    }

    fn data(&self) -> String {
        let (from, to, bend) = (self.from, self.to, self.bend);
        if self.bent {
            format!(
                "M{} {}Q{} {} {} {}",
                num(from.0),
                num(from.1),
                num(bend.0),
                num(bend.1),
                num(to.0),
                num(to.1)
            )
        } else {
            format!(
                "M{} {}L{} {}",
                num(from.0),
                num(from.1),
                num(to.0),
                num(to.1)
            )
        }
    }
}

/// The way of every link; none for one whose ends are not there or are the same.
pub(super) fn ways(chart: &LinkChart, at: &[Point]) -> Vec<Option<Way>> {
    let ends = |l: &Link| (l.from.min(l.to), l.from.max(l.to));
    let way = |(k, link): (usize, &Link)| {
        let (from, to) = (*at.get(link.from)?, *at.get(link.to)?);
        let (a, b) = (chart.nodes.get(link.from)?, chart.nodes.get(link.to)?);
        if link.from == link.to {
            return None;
        }
        let before = chart.links[..k].iter().filter(|l| ends(l) == ends(link));
        let all = chart.links.iter().filter(|l| ends(l) == ends(link));
        let (before, all) = (few(before.count()), few(all.count()));
        let off = (before - (all - 1.0) / 2.0) * APART;
        // The same side for both directions.
        let (low, high) = if link.from < link.to {
            (from, to)
        } else {
            (to, from)
        };
        let long = (high.0 - low.0).hypot(high.1 - low.1).max(1.0);
        let side = ((low.1 - high.1) / long, (high.0 - low.0) / long);
        let middle = between(from, to, 0.5);
        let bend = (middle.0 + side.0 * off * 2.0, middle.1 + side.1 * off * 2.0);
        let start = shapes::border(a.kind, from, bend);
        let end = shapes::border(b.kind, to, bend);
        let bent = off.abs() > 0.5;
        Some(Way {
            from: start,
            to: end,
            bend: if bent { bend } else { between(start, end, 0.5) },
            bent,
        })
    };
    chart.links.iter().enumerate().map(way).collect()
}

fn few(n: usize) -> f32 {
    u8::try_from(n).map_or(255.0, f32::from)
}

fn word<'a>(link: &Link<'a>) -> std::borrow::Cow<'a, str> {
    fit(link.word, WORD, false, WIDEST).into()
}

/// Width and height of a link's label.
pub(super) fn label_size(link: &Link) -> Point {
    let sign = if link.status == LinkStatus::OneSource {
        0.0
    } else {
        20.0
    };
    let board = if link.on_board { 17.0 } else { 0.0 };
    (
        width_of(&word(link), WORD, false) + sign + board + 22.0,
        TALL,
    )
}

/// Where every label stands: off nodes and names, off other labels, and off other lines where it can.
pub(super) fn labels(
    chart: &LinkChart,
    ways: &[Option<Way>],
    covered: &[Frame],
) -> Vec<Option<Frame>> {
    let mut out: Vec<Option<Frame>> = vec![None; ways.len()];
    // Short lines have the least choice.
    let mut order: Vec<usize> = (0..ways.len()).collect();
    let long = |k: usize| ways[k].map_or(0.0, |w| (w.to.0 - w.from.0).hypot(w.to.1 - w.from.1));
    order.sort_by(|a, b| long(*a).total_cmp(&long(*b)).then(a.cmp(b)));
    for k in order {
        let Some(way) = ways[k] else { continue };
        let (wide, tall) = label_size(&chart.links[k]);
        let mut best: Option<(f32, Frame)> = None;
        for t in SPOTS {
            let frame = Frame::around(way.at(t), wide, tall);
            let grown = frame.grown(3.0);
            let nodes: f32 = covered.iter().map(|c| c.overlap(grown)).sum();
            let labels: f32 = out.iter().flatten().map(|l| l.overlap(grown)).sum();
            let others = ways.iter().enumerate().filter(|(j, _)| *j != k);
            let lines = others.filter(|(_, w)| w.is_some_and(|w| w.crosses(grown)));
            let cost =
                nodes * 4.0 + labels * 4.0 + few(lines.count()) * 60.0 + (t - 0.5).abs() * 90.0;
            if best.is_none_or(|(least, _)| cost < least) {
                best = Some((cost, frame));
            }
        }
        out[k] = best.map(|(_, frame)| frame);
    }
    out
}

/// How many times lines cross each other.
pub(super) fn crossings(ways: &[Option<Way>]) -> usize {
    let all: Vec<&Way> = ways.iter().flatten().collect();
    let pairs = all.iter().enumerate();
    pairs
        .map(|(k, a)| all[k + 1..].iter().filter(|b| a.meets(b)).count())
        .sum()
}

/// Colour, width and dashes of a line.
pub(super) fn stroke(status: LinkStatus, viewer: Team) -> (&'static str, f32, &'static str) {
    match status {
        LinkStatus::Corroborated => (INK, 4.6, ""),
        LinkStatus::OneSource => (INK, 1.9, ""),
        LinkStatus::Contested => (ALERT_INK, 2.6, r#" stroke-dasharray="11 6""#),
        LinkStatus::PartnerOnly => (
            palette::team(viewer.other()).ink,
            2.4,
            r#" stroke-dasharray="3 4""#,
        ),
    }
}

pub(super) fn draw_line(link: &Link, way: &Way, viewer: Team, out: &mut String) {
    let (colour, width, dashes) = stroke(link.status, viewer);
    if link.selected {
        out.push_str(&format!(
            r##"<path d="{}" fill="none" stroke="#ffffff" stroke-width="{}" stroke-linecap="round"/>"##,
            way.data(),
            num(width + 8.0)
        ));
    }
    out.push_str(&format!(
        r#"<path d="{}" fill="none" stroke="{colour}" stroke-width="{}"{dashes}/>"#,
        way.data(),
        num(width)
    ));
    if !link.both_ways {
        arrow(way, colour, width, out);
    }
}

/// A small head at the far end: the first does it to the second.
fn arrow(way: &Way, colour: &str, width: f32, out: &mut String) {
    let (tip, back) = (way.to, way.at(0.9));
    let long = (tip.0 - back.0).hypot(tip.1 - back.1).max(1.0e-3);
    let (ux, uy) = ((tip.0 - back.0) / long, (tip.1 - back.1) / long);
    let (deep, half) = (9.0 + width, 3.5 + width * 0.7);
    let base = (tip.0 - ux * deep, tip.1 - uy * deep);
    out.push_str(&format!(
        r#"<path d="M{} {}L{} {}L{} {}Z" fill="{colour}"/>"#,
        num(tip.0),
        num(tip.1),
        num(base.0 - uy * half),
        num(base.1 + ux * half),
        num(base.0 + uy * half),
        num(base.1 - ux * half)
    ));
}

pub(super) fn draw_label(link: &Link, frame: Frame, viewer: Team, out: &mut String) {
    let (colour, _, _) = stroke(link.status, viewer);
    let partner = palette::team(viewer.other());
    let fill = match link.status {
        LinkStatus::PartnerOnly => partner.wash,
        _ => PAPER,
    };
    out.push_str(&format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="{}" fill="{fill}" stroke="{colour}" stroke-width="{}"/>"#,
        num(frame.left),
        num(frame.top),
        num(frame.width()),
        num(frame.height()),
        num(TALL / 2.0),
        if link.selected { "2.6" } else { "1.4" }
    ));
    let mut x = frame.left + 11.0;
    let y = frame.middle().1;
    if let Some(sign) = sign(link.status, viewer) {
        out.push_str(&format!(
            r#"<g transform="translate({} {})">{sign}</g>"#,
            num(x - 1.0),
            num(y - 7.0)
        ));
        x += 20.0;
    }
    let word = word(link);
    out.push_str(&format!(
        r#"<text x="{}" y="{}" font-size="{WORD}" fill="{colour}">{}</text>"#,
        num(x),
        num(y + 4.9),
        escape(&word)
    ));
    if link.on_board {
        x += width_of(&word, WORD, false) + 5.0;
        out.push_str(&format!(
            r#"<g transform="translate({} {}) scale(.54)">{}</g>"#,
            num(x),
            num(y - 6.5),
            Icon::Send.group(colour)
        ));
    }
}

/// The sign of a status, 16×14: two ticks, not equal, the partner's mark.
pub(super) fn sign(status: LinkStatus, viewer: Team) -> Option<String> {
    let drawn = |path: &str, colour: &str| {
        format!(
            r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"/>"#
        )
    };
    match status {
        LinkStatus::Corroborated => Some(drawn(
            "M0 7.500L3 10.500 8.500 3.500M7 10.300L13 3.500",
            INK,
        )),
        LinkStatus::OneSource => None,
        LinkStatus::Contested => Some(drawn("M2 5H12M2 9.500H12M10 1.500L4.500 13", ALERT_INK)),
        LinkStatus::PartnerOnly => {
            let icon = match viewer.other() {
                Team::North => Icon::Triangle,
                Team::South => Icon::Diamond,
            };
            let mark = icon.group(palette::team(viewer.other()).ink);
            Some(format!(
                r#"<g transform="translate(1 1) scale(.5)">{mark}</g>"#
            ))
        }
    }
}
