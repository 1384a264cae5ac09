//! One node: a shape for its kind with an icon in it, its name, and the marks of who knows of it.

use crate::scenario::ids::Team;
use crate::scenario::words::SubjectKind;

use super::super::icon::Icon;
use super::super::palette::{self, INK, INK_2, PAPER, RING};
use super::super::svg::{Point, escape, fit, num, width_of};
use super::geometry::Frame;
use super::{Name, Node};

/// Size of a name, and of the note under it.
const NAME: f32 = 15.0;
const NOTE: f32 = 13.0;
/// Heights of their lines: Thai stands tall.
const NAME_LINE: f32 = 21.0;
const NOTE_LINE: f32 = 18.0;
/// Widest line of a name, and of a name that has no space to break at.
const WIDEST: f32 = 136.0;
const UNBROKEN: f32 = 190.0;

/// How a shape is bounded, for lines that end at it.
#[derive(Clone, Copy, Debug)]
enum Bound {
    Round(f32),
    /// Half the width and height.
    Square(f32, f32),
}

fn bound(kind: SubjectKind) -> Bound {
    match kind {
        SubjectKind::Person => Bound::Round(25.0),
        SubjectKind::Place => Bound::Round(24.0),
        SubjectKind::Vehicle => Bound::Square(26.0, 22.0),
        SubjectKind::Phone => Bound::Square(18.0, 25.0),
        SubjectKind::Document => Bound::Square(20.0, 25.0),
        SubjectKind::Account => Bound::Square(27.0, 20.0),
        SubjectKind::Company => Bound::Square(26.0, 25.0),
    }
}

/// Half the width and height of a shape.
pub(super) fn half(kind: SubjectKind) -> Point {
    match bound(kind) {
        Bound::Round(r) => (r, r),
        Bound::Square(w, h) => (w, h),
    }
}

/// Where a line from the middle towards `to` leaves the shape at `at`.
pub(super) fn border(kind: SubjectKind, at: Point, to: Point) -> Point {
    let (dx, dy) = (to.0 - at.0, to.1 - at.1);
    let far = dx.hypot(dy).max(1.0);
    let reach = match bound(kind) {
        Bound::Round(r) => r,
        Bound::Square(w, h) => {
            let across = w / (dx.abs() / far).max(1.0e-3);
            let down = h / (dy.abs() / far).max(1.0e-3);
            across.min(down)
        }
    } + 2.0;
    (at.0 + dx / far * reach, at.1 + dy / far * reach)
}

fn outline(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Person => r#"<circle r="24""#,
        SubjectKind::Vehicle => r#"<rect x="-26" y="-22" width="52" height="44" rx="4""#,
        SubjectKind::Phone => r#"<rect x="-18" y="-25" width="36" height="50" rx="9""#,
        SubjectKind::Document => r#"<path d="M-20 -25H10L20 -15V25H-20Z""#,
        SubjectKind::Place => r#"<path d="M0 -25L25 -6 15.500 24H-15.500L-25 -6Z""#,
        SubjectKind::Account => r#"<path d="M-17 -20H17L27 0 17 20H-17L-27 0Z""#,
        SubjectKind::Company => r#"<path d="M-25 25V-13L0 -25 25 -13V25Z""#,
    }
}

fn icon(kind: SubjectKind) -> Icon {
    match kind {
        SubjectKind::Person => Icon::Person,
        SubjectKind::Vehicle => Icon::Vehicle,
        SubjectKind::Phone => Icon::Phone,
        SubjectKind::Document => Icon::Document,
        SubjectKind::Place => Icon::Place,
        SubjectKind::Account => Icon::Account,
        SubjectKind::Company => Icon::Company,
    }
}

/// The lines of a name: broken at a space where it is long, cut where it is longer.
pub(super) fn lines(name: &str) -> Vec<String> {
    let room = if name.contains(' ') { WIDEST } else { UNBROKEN };
    if width_of(name, NAME, true) <= room {
        return vec![name.to_owned()];
    }
    let mut first = String::new();
    let mut words = name.split(' ').peekable();
    while let Some(word) = words.peek() {
        let longer = if first.is_empty() {
            (*word).to_owned()
        } else {
            format!("{first} {word}")
        };
        if !first.is_empty() && width_of(&longer, NAME, true) > WIDEST {
            break;
        }
        first = longer;
        words.next();
    }
    let rest: Vec<&str> = words.collect();
    let mut out = vec![fit(&first, NAME, true, UNBROKEN)];
    if !rest.is_empty() {
        out.push(fit(&rest.join(" "), NAME, true, UNBROKEN));
    }
    out
}

/// Width and height of a node's name with its note.
pub(super) fn name_size(node: &Node) -> Point {
    let lines = lines(node.name);
    let widest = lines
        .iter()
        .map(|l| width_of(l, NAME, true))
        .fold(0.0, f32::max);
    let note = node
        .note
        .map_or(0.0, |n| width_of(n, NOTE, false).min(UNBROKEN));
    let tall: f32 = lines.iter().map(|_| NAME_LINE).sum();
    let noted = if node.note.is_some() { NOTE_LINE } else { 0.0 };
    (widest.max(note), tall + noted)
}

/// What the shape with its marks covers, around (0, 0).
pub(super) fn shape_frame(node: &Node) -> Frame {
    let (w, h) = half(node.kind);
    let marks = if node.known == [true; 2] { 20.0 } else { 8.0 };
    Frame {
        left: -w - 2.0,
        top: -h - 10.0,
        right: w + marks,
        bottom: h + 2.0,
    }
}

/// What the name covers on that side, around (0, 0).
pub(super) fn name_frame(node: &Node, side: Name) -> Frame {
    let (w, h) = half(node.kind);
    let (wide, tall) = name_size(node);
    let ring = if node.selected { 10.0 } else { 0.0 };
    let middle = match side {
        Name::Below => (0.0, h + 5.0 + ring + tall / 2.0),
        Name::Above => (0.0, -h - 12.0 - ring - tall / 2.0),
        // Under the marks at the upper right.
        Name::Right => (
            w + 8.0 + ring + wide / 2.0,
            (14.0 - h + tall / 2.0).max(2.0),
        ),
        Name::Left => (-w - 8.0 - ring - wide / 2.0, 2.0),
    };
    Frame::around(middle, wide, tall)
}

/// The node at `at`.
pub(super) fn draw(node: &Node, at: Point, side: Name, viewer: Team, out: &mut String) {
    let only = match node.known {
        [true, false] => Some(Team::North),
        [false, true] => Some(Team::South),
        _ => None,
    };
    let (fill, edge) = only.map_or(("#ffffff", INK), |t| {
        (palette::team(t).wash, palette::team(t).ink)
    });
    let dashes = if only == Some(viewer.other()) {
        r#" stroke-dasharray="4 3""#
    } else {
        ""
    };
    out.push_str(&format!(
        r#"<g transform="translate({} {})">"#,
        num(at.0),
        num(at.1)
    ));
    if node.selected {
        let (w, h) = half(node.kind);
        out.push_str(&format!(
            r#"<circle r="{}" fill="{RING}" stroke="{INK}" stroke-width="2.5" stroke-dasharray="5 4"/>"#,
            num(w.max(h) + 9.0)
        ));
    }
    out.push_str(&format!(
        r#"{} fill="{fill}" stroke="{edge}" stroke-width="2.2" stroke-linejoin="round"{dashes}/><g transform="translate(-11 {}) scale(.92)">{}</g>"#,
        outline(node.kind),
        if node.kind == SubjectKind::Company { "-7" } else { "-11" },
        icon(node.kind).group(INK)
    ));
    marks(node, out);
    name(node, side, out);
    out.push_str("</g>");
}

/// Who knows of it, at the upper right.
fn marks(node: &Node, out: &mut String) {
    let (w, h) = half(node.kind);
    let (x, y) = (w - 4.0, -h + 2.0);
    let mark = |team: Team, x: f32, size: f32| {
        let icon = match team {
            Team::North => Icon::Triangle,
            Team::South => Icon::Diamond,
        };
        format!(
            r#"<g transform="translate({} {}) scale({})">{}</g>"#,
            num(x - size / 2.0),
            num(y - size / 2.0),
            num(size / 24.0),
            icon.group(palette::team(team).ink)
        )
    };
    match node.known {
        [true, true] => {
            out.push_str(&format!(
                r#"<rect x="{}" y="{}" width="36" height="19" rx="9.5" fill="{PAPER}" stroke="{INK}" stroke-width="1.3"/>{}{}"#,
                num(x - 13.0),
                num(y - 9.5),
                mark(Team::North, x - 3.0, 11.0),
                mark(Team::South, x + 13.0, 11.0)
            ));
        }
        [true, false] => out.push_str(&mark(Team::North, x, 15.0)),
        [false, true] => out.push_str(&mark(Team::South, x, 15.0)),
        [false, false] => {}
    }
}

fn name(node: &Node, side: Name, out: &mut String) {
    let frame = name_frame(node, side);
    let (x, anchor) = match side {
        Name::Below | Name::Above => (frame.middle().0, "middle"),
        Name::Right => (frame.left, "start"),
        Name::Left => (frame.right, "end"),
    };
    let mut y = frame.top + 16.0;
    let halo = format!(
        r#"stroke="{PAPER}" stroke-width="4" stroke-linejoin="round" paint-order="stroke""#
    );
    for line in lines(node.name) {
        out.push_str(&format!(
            r#"<text x="{}" y="{}" font-size="{NAME}" font-weight="700" text-anchor="{anchor}" fill="{INK}" {halo}>{}</text>"#,
            num(x),
            num(y),
            escape(&line)
        ));
        y += NAME_LINE;
    }
    if let Some(note) = node.note {
        out.push_str(&format!(
            r#"<text x="{}" y="{}" font-size="{NOTE}" text-anchor="{anchor}" fill="{INK_2}" {halo}>{}</text>"#,
            num(x),
            num(y - 2.0),
            escape(&fit(note, NOTE, false, UNBROKEN))
        ));
    }
}
