//! Where the nodes of a link chart stand: the same every time, without chance.
//!
//! Distances in the drawing follow distances in the graph (stress majorisation: Gansner, Koren and North,
//! *Graph Drawing by Stress Majorization*, 2004), from several fixed beginnings of which the clearest
//! result is taken. Then boxes that cover each other are pushed apart.
//!
//! Promises: a fixed node stands where it was put; a node that had a place keeps it, unless it covers
//! another such; no two boxes overlap but those of nodes that were both fixed so; it always ends. Nothing
//! here knows what is drawn.

use super::super::svg::Point;
use super::geometry::{Frame, cross, nearest};

/// A node to be placed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Vertex {
    /// What it covers, around a place of (0, 0).
    pub frame: Frame,
    /// Put there by hand.
    pub fixed: Option<Point>,
    /// Where it stood before.
    pub before: Option<Point>,
}

/// A line between two nodes, by their positions in the list.
#[derive(Clone, Copy, Debug)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    /// Width and height of the label at its middle.
    pub label: Point,
}

impl Edge {
    /// How long it should be, for its label to have room.
    fn length(&self) -> f32 {
        (self.label.0 + self.label.1 + ENDS - 25.0).clamp(SHORTEST, 600.0)
    }

    /// What its label covers.
    fn label(&self, at: &[Point]) -> Frame {
        let (a, b) = (at[self.from], at[self.to]);
        let middle = (f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1));
        Frame::around(middle, self.label.0, self.label.1).grown(3.0)
    }

    fn ends_at(&self, i: usize) -> bool {
        i == self.from || i == self.to
    }
}

/// Free room around a box.
const GAP: f32 = 14.0;
/// Rounds of pulling, and of pushing apart.
const PULLS: usize = 160;
const PUSHES: usize = 240;
/// Beginnings that are tried.
const STARTS: usize = 8;
/// More nodes than these are only set out in rows: nobody could read them as a graph.
const MOST: usize = 300;
/// What a line has besides a label of one line, and how long it is at least.
const ENDS: f32 = 112.0;
const SHORTEST: f32 = 190.0;
/// How long a way of several lines is beside a single one: less than 1 lets long chains curl up.
const CURL: f32 = 0.8;
/// How much wider than high the chart likes to be.
const ASPECT: f32 = 1.45;

/// A place for every node.
#[must_use]
pub fn settle(nodes: &[Vertex], edges: &[Edge]) -> Vec<Point> {
    let plan = Plan::of(nodes, edges);
    let mut best: Option<(f32, Vec<Point>)> = None;
    let starts = if plan.is_whole_new() && nodes.len() <= MOST {
        STARTS
    } else {
        1
    };
    for start in 0..starts {
        let mut at = plan.begin(start);
        if nodes.len() <= MOST {
            plan.pull(&mut at);
            plan.push(&mut at);
        }
        plan.part(&mut at);
        let cost = plan.cost(&at);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, at));
        }
    }
    best.map(|(_, at)| at).unwrap_or_default()
}

/// Who gives way: the higher number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Fixed,
    Placed,
    New,
}

struct Plan {
    frames: Vec<Frame>,
    places: Vec<Option<Point>>,
    ranks: Vec<Rank>,
    edges: Vec<Edge>,
    /// By node and node: how far apart they should be, and how much it matters.
    wish: Vec<(f32, f32)>,
}

impl Plan {
    fn of(nodes: &[Vertex], edges: &[Edge]) -> Self {
        let n = nodes.len();
        let finite = |p: Option<Point>| p.filter(|p| p.0.is_finite() && p.1.is_finite());
        let mut plan = Self {
            frames: nodes.iter().map(|v| v.frame).collect(),
            places: nodes
                .iter()
                .map(|v| finite(v.fixed).or(finite(v.before)))
                .collect(),
            ranks: nodes
                .iter()
                .map(|v| match (finite(v.fixed), finite(v.before)) {
                    (Some(_), _) => Rank::Fixed,
                    (None, Some(_)) => Rank::Placed,
                    (None, None) => Rank::New,
                })
                .collect(),
            edges: edges
                .iter()
                .copied()
                .filter(|e| e.from != e.to && e.from < n && e.to < n)
                .collect(),
            wish: Vec::new(),
        };
        if n <= MOST {
            plan.wish = plan.wishes();
        }
        plan
    }

    fn len(&self) -> usize {
        self.frames.len()
    }

    fn is_whole_new(&self) -> bool {
        self.ranks.iter().all(|r| *r == Rank::New)
    }

    /// Shortest ways through the graph (Floyd and Warshall); parts without a way stand a little apart.
    fn wishes(&self) -> Vec<(f32, f32)> {
        let n = self.len();
        let mut far = vec![f32::INFINITY; n * n];
        for i in 0..n {
            far[i * n + i] = 0.0;
        }
        for e in &self.edges {
            let length = e.length();
            for at in [e.from * n + e.to, e.to * n + e.from] {
                far[at] = far[at].min(length);
            }
        }
        for k in 0..n {
            for i in 0..n {
                let first = far[i * n + k];
                if first.is_finite() {
                    for j in 0..n {
                        let both = first + far[k * n + j];
                        if both < far[i * n + j] {
                            far[i * n + j] = both;
                        }
                    }
                }
            }
        }
        for d in &mut far {
            if d.is_finite() && *d > SHORTEST {
                *d = SHORTEST * (*d / SHORTEST).powf(CURL);
            }
        }
        let reach = far.iter().copied().filter(|d| d.is_finite());
        let apart = (reach.fold(0.0, f32::max) * 0.5).clamp(230.0, 600.0);
        let wish = |d: f32| {
            if d.is_finite() {
                (d, 1.0 / (d * d).max(1.0))
            } else {
                (apart, 0.12 / (apart * apart))
            }
        };
        far.into_iter().map(wish).collect()
    }

    /// Where everything begins: kept places; new nodes beside their neighbours, or on a spiral.
    fn begin(&self, start: usize) -> Vec<Point> {
        let n = self.len();
        let mut at: Vec<Option<Point>> = self.places.clone();
        for i in self.walk(start) {
            if at[i].is_some() {
                continue;
            }
            let mut near = Vec::new();
            for e in &self.edges {
                let other = match i {
                    i if i == e.from => e.to,
                    i if i == e.to => e.from,
                    _ => continue,
                };
                near.extend(at[other]);
            }
            let placed = at.iter().flatten().count();
            let (middle, reach) = match mean(&near) {
                Some(middle) => (middle, 150.0),
                None => (
                    mean(&at.iter().flatten().copied().collect::<Vec<_>>()).unwrap_or((0.0, 0.0)),
                    110.0 * small(placed).sqrt(),
                ),
            };
            // The golden angle never comes back to where it was.
            let angle = 2.399_963 * small(placed) + 0.785 * small(start) + 0.3;
            at[i] = Some((
                middle.0 + reach * angle.cos(),
                middle.1 + reach * angle.sin() / ASPECT,
            ));
        }
        if n > MOST {
            return self.rows(&at);
        }
        at.into_iter().map(|p| p.unwrap_or((0.0, 0.0))).collect()
    }

    /// The nodes by nearness in the graph, from one that depends on `start`; best-linked first.
    fn walk(&self, start: usize) -> Vec<usize> {
        let n = self.len();
        let mut links = vec![0usize; n];
        for e in &self.edges {
            links[e.from] += 1;
            links[e.to] += 1;
        }
        let mut roots: Vec<usize> = (0..n).collect();
        roots.sort_by_key(|i| (std::cmp::Reverse(links[*i]), *i));
        if n > 0 {
            roots.rotate_left(start / 2 % n);
        }
        let mut seen = vec![false; n];
        let mut out = Vec::with_capacity(n);
        for root in roots {
            let mut next = out.len();
            if !std::mem::replace(&mut seen[root], true) {
                out.push(root);
            }
            while next < out.len() {
                let here = out[next];
                next += 1;
                for e in &self.edges {
                    for (a, b) in [(e.from, e.to), (e.to, e.from)] {
                        if a == here && !std::mem::replace(&mut seen[b], true) {
                            out.push(b);
                        }
                    }
                }
            }
        }
        out
    }

    /// New nodes in rows below the others.
    fn rows(&self, at: &[Option<Point>]) -> Vec<Point> {
        let widest = self.frames.iter().map(|f| f.width()).fold(40.0, f32::max) + GAP;
        let highest = self.frames.iter().map(|f| f.height()).fold(40.0, f32::max) + GAP;
        let kept = self.places.iter().flatten();
        let below = kept.map(|p| p.1).fold(f32::NEG_INFINITY, f32::max);
        let top = if below.is_finite() {
            below + highest
        } else {
            0.0
        };
        let in_row = (small(self.len()) * ASPECT).sqrt().ceil().max(1.0);
        let mut count = 0.0;
        let place = |(i, p): (usize, &Option<Point>)| match (self.ranks[i], p) {
            (Rank::Fixed | Rank::Placed, Some(p)) => *p,
            _ => {
                let row = (count / in_row).floor();
                let column = count - row * in_row;
                count += 1.0;
                (column * widest, top + row * highest)
            }
        };
        at.iter().enumerate().map(place).collect()
    }

    /// Moves new nodes to where their distances are most as wished, with the others standing still.
    fn pull(&self, at: &mut [Point]) {
        let n = self.len();
        for _ in 0..PULLS {
            for i in 0..n {
                if self.ranks[i] != Rank::New {
                    continue;
                }
                let (mut x, mut y, mut all) = (0.0f32, 0.0f32, 0.0f32);
                for j in 0..n {
                    let (wish, weight) = self.wish[i * n + j];
                    if i == j || weight <= 0.0 {
                        continue;
                    }
                    let (dx, dy) = (at[i].0 - at[j].0, (at[i].1 - at[j].1) * ASPECT);
                    let far = dx.hypot(dy).max(1.0);
                    x += weight * (at[j].0 + wish * dx / far);
                    y += weight * (at[j].1 + wish * dy / far / ASPECT);
                    all += weight;
                }
                if all > 0.0 {
                    at[i] = (x / all, y / all);
                }
            }
        }
    }

    /// Pushes boxes off each other, and off the lines that do not end at them.
    fn push(&self, at: &mut [Point]) {
        let n = self.len();
        for _ in 0..PUSHES {
            let mut still = true;
            for e in &self.edges {
                for i in 0..n {
                    if e.ends_at(i) || self.ranks[i] != Rank::New {
                        continue;
                    }
                    let frame = self.frames[i].moved(at[i]).grown(4.0);
                    let (a, b) = (at[e.from], at[e.to]);
                    if !frame.crossed(a, b) {
                        continue;
                    }
                    let (far, foot) = nearest(frame.middle(), a, b);
                    let away = if far < 0.5 {
                        let long = (b.0 - a.0).hypot(b.1 - a.1).max(1.0);
                        ((a.1 - b.1) / long, (b.0 - a.0) / long)
                    } else {
                        let middle = frame.middle();
                        ((middle.0 - foot.0) / far, (middle.1 - foot.1) / far)
                    };
                    at[i] = (at[i].0 + away.0 * 6.0, at[i].1 + away.1 * 6.0);
                    still = false;
                }
            }
            still &= !self.make_room_for_labels(at);
            for i in 0..n {
                for j in i + 1..n {
                    // What stood keeps its place as long as nothing covers it.
                    let gap = if self.ranks[i].max(self.ranks[j]) == Rank::New {
                        GAP / 2.0
                    } else {
                        0.0
                    };
                    let (a, b) = (self.room(i, at, gap), self.room(j, at, gap));
                    let Some((across, down)) = a.shared(b) else {
                        continue;
                    };
                    let (mine, theirs) = match self.ranks[i].cmp(&self.ranks[j]) {
                        _ if self.ranks[i] == Rank::Fixed && self.ranks[j] == Rank::Fixed => {
                            continue;
                        }
                        std::cmp::Ordering::Less => (0.0, 1.0),
                        std::cmp::Ordering::Greater => (1.0, 0.0),
                        std::cmp::Ordering::Equal => (0.5, 0.5),
                    };
                    let (ma, mb) = (a.middle(), b.middle());
                    let by = if across < down {
                        (if ma.0 <= mb.0 { -across } else { across }, 0.0)
                    } else {
                        (0.0, if ma.1 <= mb.1 { -down } else { down })
                    };
                    at[i] = (at[i].0 + by.0 * mine, at[i].1 + by.1 * mine);
                    at[j] = (at[j].0 - by.0 * theirs, at[j].1 - by.1 * theirs);
                    still = false;
                }
            }
            if still {
                return;
            }
        }
    }

    /// Moves nodes off the labels of other lines, and lines whose labels cover each other apart. Says
    /// whether anything moved.
    fn make_room_for_labels(&self, at: &mut [Point]) -> bool {
        let mut moved = false;
        let mut shift = |at: &mut [Point], i: usize, by: Point, share: f32| {
            if self.ranks[i] == Rank::New {
                at[i] = (at[i].0 + by.0 * share, at[i].1 + by.1 * share);
                moved = true;
            }
        };
        for (k, e) in self.edges.iter().enumerate() {
            for i in 0..self.len() {
                let label = e.label(at);
                let frame = self.frames[i].moved(at[i]);
                if e.ends_at(i) || frame.shared(label).is_none() {
                    continue;
                }
                let by = off(label, frame);
                shift(at, i, by, 0.5);
                shift(at, e.from, by, -0.2);
                shift(at, e.to, by, -0.2);
            }
            for f in &self.edges[k + 1..] {
                let (one, other) = (e.label(at), f.label(at));
                if one.shared(other).is_none() {
                    continue;
                }
                let by = off(one, other);
                for (edge, rest, share) in [(e, f, -0.3), (f, e, 0.3)] {
                    for i in [edge.from, edge.to] {
                        if !rest.ends_at(i) {
                            shift(at, i, by, share);
                        }
                    }
                }
            }
        }
        moved
    }

    /// A node's box with so much room around it.
    fn room(&self, i: usize, at: &[Point], gap: f32) -> Frame {
        self.frames[i].moved(at[i]).grown(gap)
    }

    /// Sets every box that still covers another into the nearest free room, and what is new onto
    /// whole numbers.
    fn part(&self, at: &mut [Point]) {
        let mut order: Vec<usize> = (0..self.len()).collect();
        order.sort_by_key(|i| (self.ranks[*i], *i));
        let mut taken: Vec<Frame> = Vec::with_capacity(order.len());
        for i in order {
            if self.ranks[i] != Rank::Fixed {
                if self.ranks[i] == Rank::New {
                    at[i] = (at[i].0.round(), at[i].1.round());
                }
                let free = |p: Point| {
                    let room = self.frames[i].moved(p).grown(2.0);
                    taken.iter().all(|t| t.shared(room).is_none())
                };
                at[i] = rings(at[i]).find(|p| free(*p)).unwrap_or(at[i]);
            }
            taken.push(self.frames[i].moved(at[i]).grown(2.0));
        }
    }

    /// How hard it is to read: lines that cross, boxes on lines, wishes not met, room taken.
    fn cost(&self, at: &[Point]) -> f32 {
        let mut cost = 0.0;
        for (k, e) in self.edges.iter().enumerate() {
            let (a, b) = (at[e.from], at[e.to]);
            for f in &self.edges[k + 1..] {
                if cross(a, b, at[f.from], at[f.to]) {
                    cost += 160.0;
                }
                if e.label(at).shared(f.label(at)).is_some() {
                    cost += 90.0;
                }
            }
            for i in 0..self.len() {
                let inner = !e.ends_at(i);
                let frame = self.frames[i].moved(at[i]);
                if inner && frame.crossed(a, b) {
                    cost += 240.0;
                }
                if inner && frame.shared(e.label(at)).is_some() {
                    cost += 120.0;
                }
            }
            let long = (a.0 - b.0).hypot(a.1 - b.1);
            cost += (long - e.length()).abs() * 0.6;
        }
        let all = at.iter().zip(&self.frames).map(|(p, f)| f.moved(*p));
        let sheet = all.reduce(Frame::with).unwrap_or_default();
        cost + sheet.width() / ASPECT + sheet.height()
    }
}

/// The shorter way, across or down, by which `b` gets off `a`; not more than a step at once.
fn off(a: Frame, b: Frame) -> Point {
    const STEP: f32 = 16.0;
    let (across, down) = a.shared(b).unwrap_or_default();
    let (ma, mb) = (a.middle(), b.middle());
    if across < down {
        let by = across.min(STEP);
        (if ma.0 <= mb.0 { by } else { -by }, 0.0)
    } else {
        let by = down.min(STEP);
        (0.0, if ma.1 <= mb.1 { by } else { -by })
    }
}

/// A place, then places around it, ever farther.
fn rings(at: Point) -> impl Iterator<Item = Point> {
    let ring = move |r: u16| {
        let steps = r * 8;
        (0..steps).map(move |k| {
            let angle = std::f32::consts::TAU * f32::from(k) / f32::from(steps);
            let reach = f32::from(r) * 12.0;
            (
                (at.0 + reach * angle.cos()).round(),
                (at.1 + reach * angle.sin()).round(),
            )
        })
    };
    std::iter::once(at).chain((1..2_000).flat_map(ring))
}

fn mean(points: &[Point]) -> Option<Point> {
    let sum = points
        .iter()
        .copied()
        .reduce(|a, b| (a.0 + b.0, a.1 + b.1))?;
    let n = small(points.len());
    Some((sum.0 / n, sum.1 / n))
}

/// A count as a number to reckon with.
fn small(n: usize) -> f32 {
    u16::try_from(n).map_or(65_535.0, f32::from)
}
