//! The link chart: subjects as nodes, what binds them as lines, in the program's one style for charts.
//!
//! [`LinkChart::arranged`] places the nodes, [`LinkChart::svg`] draws them, [`LinkChart::hit`] says what
//! is under a pointer. Places are in the chart's own units, which do not change when nodes come in; a
//! [`Sight`] says which part of them is on the sheet. What a team knows is decided elsewhere.

mod geometry;
mod layout;
mod legend;
mod lines;
mod shapes;
#[cfg(test)]
mod tests;

use crate::scenario::ids::Team;
use crate::scenario::words::{LinkStatus, SubjectKind};

pub use geometry::Frame;
pub use layout::{Edge, Vertex, settle};

use super::palette::{PAPER, PAPER_RULE};
use super::svg::{Point, num, open};

/// A chart, ready to be placed and drawn.
#[derive(Clone, Debug)]
pub struct LinkChart<'a> {
    pub nodes: Vec<Node<'a>>,
    pub links: Vec<Link<'a>>,
    /// Whose chart it is: what only the other knows of is dashed, in the other's colour.
    pub viewer: Team,
}

/// A subject.
#[derive(Clone, Copy, Debug)]
pub struct Node<'a> {
    pub kind: SubjectKind,
    pub name: &'a str,
    /// A few words under the name.
    pub note: Option<&'a str>,
    /// By `Team as usize`: who has something on it.
    pub known: [bool; 2],
    pub selected: bool,
}

/// What binds two nodes, by their positions in the list.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    pub from: usize,
    pub to: usize,
    /// Such as “drives”.
    pub word: &'a str,
    pub status: LinkStatus,
    /// It holds in both directions; otherwise it has a head at `to`.
    pub both_ways: bool,
    /// It stands on the joint board.
    pub on_board: bool,
    pub selected: bool,
}

/// Where a node was left.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Place {
    /// It is new.
    #[default]
    New,
    /// It stood here when the chart was last arranged.
    Stood(Point),
    /// It was put here by hand.
    Put(Point),
}

/// On which side of a shape its name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Below,
    Right,
    Left,
    Above,
}

/// What is under a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    Node(usize),
    Link(usize),
}

/// The words of the legend, by [`LinkStatus`].
#[derive(Clone, Copy, Debug)]
pub struct Legend<'a> {
    pub corroborated: &'a str,
    pub one_source: &'a str,
    pub contested: &'a str,
    pub partner_only: &'a str,
}

impl<'a> Legend<'a> {
    fn words(&self) -> [&'a str; 4] {
        [
            self.corroborated,
            self.one_source,
            self.contested,
            self.partner_only,
        ]
    }
}

/// What part of a chart is on the sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// The place in the middle of the sheet.
    pub middle: Point,
    /// Pixels that a unit takes.
    pub zoom: f32,
    /// Width and height of the sheet in pixels.
    pub size: Point,
}

/// Free room around a chart that is shown as a whole.
const MARGIN: f32 = 24.0;

impl Sight {
    /// All of a chart that covers `frame`; never larger than life.
    #[must_use]
    pub fn whole(frame: Frame, size: Point) -> Self {
        let room = |across: f32, all: f32| (all - MARGIN * 2.0).max(1.0) / across.max(1.0);
        let zoom = room(frame.width(), size.0).min(room(frame.height(), size.1));
        Self {
            middle: frame.middle(),
            zoom: zoom.clamp(0.05, 1.0),
            size,
        }
    }

    /// Where a place is on the sheet.
    #[must_use]
    pub fn px(&self, at: Point) -> Point {
        (
            (at.0 - self.middle.0) * self.zoom + self.size.0 / 2.0,
            (at.1 - self.middle.1) * self.zoom + self.size.1 / 2.0,
        )
    }

    /// The place at a pixel of the sheet.
    #[must_use]
    pub fn place(&self, px: Point) -> Point {
        let zoom = self.zoom.max(1.0e-3);
        (
            (px.0 - self.size.0 / 2.0) / zoom + self.middle.0,
            (px.1 - self.size.1 / 2.0) / zoom + self.middle.1,
        )
    }
}

/// Everything of a chart that has its place.
struct Placed {
    /// By node: the side of its name.
    sides: Vec<Name>,
    /// By link.
    ways: Vec<Option<lines::Way>>,
    /// By link: its label.
    labels: Vec<Option<Frame>>,
}

impl LinkChart<'_> {
    /// A place for every node. `places` are by node; those that are missing are new.
    #[must_use]
    pub fn arranged(&self, places: &[Place]) -> Vec<Point> {
        let vertex = |(i, node): (usize, &Node)| {
            let place = places.get(i).copied().unwrap_or_default();
            Vertex {
                frame: shapes::shape_frame(node).with(shapes::name_frame(node, Name::Below)),
                fixed: match place {
                    Place::Put(at) => Some(at),
                    Place::Stood(_) | Place::New => None,
                },
                before: match place {
                    Place::Stood(at) => Some(at),
                    Place::Put(_) | Place::New => None,
                },
            }
        };
        let nodes: Vec<Vertex> = self.nodes.iter().enumerate().map(vertex).collect();
        // Links between the same two nodes have their labels one above the other.
        let edge = |l: &Link| {
            let beside =
                |m: &&Link| (m.from, m.to) == (l.from, l.to) || (m.to, m.from) == (l.from, l.to);
            let sizes = self.links.iter().filter(beside).map(lines::label_size);
            Edge {
                from: l.from,
                to: l.to,
                label: sizes.fold((0.0, 0.0), |all, one| (all.0.max(one.0), all.1 + one.1)),
            }
        };
        let edges: Vec<Edge> = self.links.iter().map(edge).collect();
        settle(&nodes, &edges)
    }

    /// What the whole chart covers, with its names and labels.
    #[must_use]
    pub fn frame(&self, at: &[Point]) -> Frame {
        let placed = self.placed(at);
        let nodes = self.covered(at, &placed.sides);
        let all = nodes.into_iter().chain(placed.labels.into_iter().flatten());
        all.reduce(Frame::with).unwrap_or_default()
    }

    /// All of the chart on a sheet of that size, beside its legend.
    #[must_use]
    pub fn sight(&self, at: &[Point], size: Point, legend: Option<&Legend>) -> Sight {
        let frame = self.frame(at);
        let whole = Sight::whole(frame, size);
        let Some(corner) = legend.map(|l| legend::frame(l, size)) else {
            return whole;
        };
        let px = |f: Frame| {
            let ((left, top), (right, bottom)) =
                (whole.px((f.left, f.top)), whole.px((f.right, f.bottom)));
            Frame {
                left,
                top,
                right,
                bottom,
            }
        };
        let placed = self.placed(at);
        let nodes = self.covered(at, &placed.sides).into_iter();
        let mut all = nodes.chain(placed.labels.into_iter().flatten());
        if !all.any(|f| px(f).shared(corner).is_some()) {
            return whole;
        }
        // To the right of the legend or above it, whichever shows more.
        let above = Sight::whole(frame, (size.0, corner.top));
        let beside = Sight::whole(frame, (size.0 - corner.right, size.1));
        let (zoom, off) = if beside.zoom >= above.zoom {
            (beside.zoom, (-corner.right / 2.0, 0.0))
        } else {
            (above.zoom, (0.0, (size.1 - corner.top) / 2.0))
        };
        let middle = frame.middle();
        Sight {
            middle: (middle.0 + off.0 / zoom, middle.1 + off.1 / zoom),
            zoom,
            size,
        }
    }

    /// By link: what its label covers, if it has one.
    #[must_use]
    pub fn label_frames(&self, at: &[Point]) -> Vec<Option<Frame>> {
        self.placed(at).labels
    }

    /// What is at a pixel of the sheet: a node with its name before a link with its label.
    #[must_use]
    pub fn hit(&self, at: &[Point], sight: &Sight, px: Point) -> Option<Hit> {
        let place = sight.place(px);
        let placed = self.placed(at);
        let nodes = self.nodes.iter().zip(&placed.sides).zip(at).enumerate();
        for (i, ((node, side), at)) in nodes {
            let name = shapes::name_frame(node, *side).moved(*at);
            if shapes::shape_frame(node).moved(*at).holds(place) || name.holds(place) {
                return Some(Hit::Node(i));
            }
        }
        for (k, label) in placed.labels.iter().enumerate() {
            if label.is_some_and(|l| l.holds(place)) {
                return Some(Hit::Link(k));
            }
        }
        let reach = 7.0 / sight.zoom.max(0.05);
        let near = |way: &lines::Way| {
            way.pieces()
                .any(|(a, b)| geometry::nearest(place, a, b).0 <= reach)
        };
        let mut ways = placed.ways.iter();
        ways.position(|w| w.as_ref().is_some_and(near))
            .map(Hit::Link)
    }

    /// The chart with its nodes at `at`, on paper.
    #[must_use]
    pub fn svg(&self, at: &[Point], sight: &Sight, legend: Option<&Legend>) -> String {
        let placed = self.placed(at);
        let mut out = open(sight.size.0, sight.size.1);
        ground(sight.size, &mut out);
        let zero = sight.px((0.0, 0.0));
        out.push_str(&format!(
            r#"<g transform="translate({} {}) scale({})">"#,
            num(zero.0),
            num(zero.1),
            num_fine(sight.zoom)
        ));
        for (link, way) in self.links.iter().zip(&placed.ways) {
            if let Some(way) = way {
                lines::draw_line(link, way, self.viewer, &mut out);
            }
        }
        for ((node, side), at) in self.nodes.iter().zip(&placed.sides).zip(at) {
            shapes::draw(node, *at, *side, self.viewer, &mut out);
        }
        for (link, label) in self.links.iter().zip(&placed.labels) {
            if let Some(label) = label {
                lines::draw_label(link, *label, self.viewer, &mut out);
            }
        }
        out.push_str("</g>");
        if let Some(legend) = legend {
            legend::draw(legend, sight.size, self.viewer, &mut out);
        }
        out.push_str("</svg>");
        out
    }

    fn placed(&self, at: &[Point]) -> Placed {
        let ways = lines::ways(self, at);
        let sides = self.sides(at, &ways);
        let covered = self.covered(at, &sides);
        let labels = lines::labels(self, &ways, &covered);
        Placed {
            sides,
            ways,
            labels,
        }
    }

    /// Shapes and names.
    fn covered(&self, at: &[Point], sides: &[Name]) -> Vec<Frame> {
        let mut out = Vec::new();
        for ((node, side), at) in self.nodes.iter().zip(sides).zip(at) {
            out.push(shapes::shape_frame(node).moved(*at));
            out.push(shapes::name_frame(node, *side).moved(*at));
        }
        out
    }

    /// For every name the side on which fewest lines cross it: beneath, unless another is free.
    fn sides(&self, at: &[Point], ways: &[Option<lines::Way>]) -> Vec<Name> {
        let mut sides = vec![Name::Below; self.nodes.len()];
        for (i, (node, place)) in self.nodes.iter().zip(at).enumerate() {
            let others: Vec<Frame> = {
                let nodes = self.nodes.iter().zip(&sides).zip(at).enumerate();
                nodes
                    .filter(|(j, _)| *j != i)
                    .flat_map(|(_, ((n, s), p))| {
                        [
                            shapes::shape_frame(n).moved(*p),
                            shapes::name_frame(n, *s).moved(*p),
                        ]
                    })
                    .collect()
            };
            let cost = |side: Name| {
                let frame = shapes::name_frame(node, side).moved(*place);
                let lines = ways.iter().flatten().filter(|w| w.crosses(frame)).count();
                let cover: f32 = others.iter().map(|o| o.overlap(frame.grown(4.0))).sum();
                (cover > 0.0, lines)
            };
            let mut best = (cost(Name::Below), Name::Below);
            for side in [Name::Right, Name::Left, Name::Above] {
                if best.0.1 > 0 && cost(side) < best.0 {
                    best = (cost(side), side);
                }
            }
            sides[i] = best.1;
        }
        sides
    }

    /// How many times lines cross each other: what an arrangement tries to keep low.
    #[must_use]
    pub fn crossings(&self, at: &[Point]) -> usize {
        lines::crossings(&lines::ways(self, at))
    }
}

/// Paper with faint points, so that it can be seen to move.
fn ground(size: Point, out: &mut String) {
    out.push_str(&format!(
        r#"<defs><pattern id="points" width="26" height="26" patternUnits="userSpaceOnUse"><circle cx="13" cy="13" r="1" fill="{PAPER_RULE}"/></pattern></defs><rect width="{w}" height="{h}" fill="{PAPER}"/><rect width="{w}" height="{h}" fill="url(#points)"/>"#,
        w = num(size.0),
        h = num(size.1)
    ));
}

/// A factor with four decimals: two would move what is far from the middle.
fn num_fine(value: f32) -> String {
    if value.is_finite() {
        format!("{value:.4}")
    } else {
        "1".to_owned()
    }
}
