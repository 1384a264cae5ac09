//! Where everything lies on the sheet: columns by half round, three lanes by team, and lines that go between the
//! boxes and never over them.
//!
//! The columns are given by the rounds, so that no layout that chooses its own layers serves. What is left is
//! done as Sugiyama's method does it: a line that passes a column keeps a place of its own there, and in each
//! column things are put near what they are bound to.

use std::collections::BTreeMap;

use super::{Graph, Lane, Node};
use crate::drawing::svg::width_of;

/// Type of all labels, in points.
pub(super) const TYPE: f32 = 9.0;
/// A4, landscape: for a small case.
const SMALL: (f32, f32) = (841.89, 595.28);
/// A3, landscape.
const PAGE: (f32, f32) = (1190.55, 841.89);
pub(super) const MARGIN: f32 = 22.0;
/// Above the first lane: title and headings.
pub(super) const HEAD: f32 = 62.0;
/// Below the last: the legend and the critical path in words.
const FOOT: f32 = 32.0;
/// From line to line in a box.
pub(super) const LINE: f32 = 10.5;
const PAD: f32 = 5.0;
/// Below a box of a column, at least.
const GAP: f32 = 3.0;
/// The place of a line that passes a column, and below it.
const PASS: f32 = 2.4;
const PASS_GAP: f32 = 0.6;
/// The place of the critical path, which is thick and keeps clear of everything.
const PASS_CRITICAL: f32 = 7.0;
/// How much of the sheet's height a lane's boxes may take up in one column, as it is tried.
const SHARES: [f32; 8] = [0.42, 0.39, 0.36, 0.33, 0.3, 0.28, 0.25, 0.22];
/// No label is broken that is not wider than this.
const NARROWEST: f32 = 46.0;
/// Between two columns, at least.
const GUTTER: f32 = 15.0;
/// The same, on a sheet that is chosen for a small case.
const GUTTER_SMALL: f32 = 26.0;
const LANE_GAP: f32 = 10.0;
/// Times that columns are put in order.
const SWEEPS: usize = 12;
/// No case with more things than this fits a page: it is laid out once, and put in order less often.
const MANY: usize = 1_000;

/// A box.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    pub x: f32,
    /// Of its middle.
    pub y: f32,
    pub w: f32,
    pub h: f32,
    pub lines: Vec<String>,
}

impl Spot {
    pub fn top(&self) -> f32 {
        self.y - self.h / 2.0
    }
}

/// A column as it is drawn: a wide one is two beside each other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// Of the graph.
    pub of: usize,
    pub x: f32,
    pub w: f32,
}

/// The whole sheet.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub size: (f32, f32),
    pub columns: Vec<Column>,
    /// By node.
    pub spots: Vec<Spot>,
    /// By node: the column as drawn.
    pub at: Vec<usize>,
    /// The injects in words, by line.
    pub injects: Vec<String>,
    /// Top and height of each lane.
    pub lanes: [(f32, f32); 3],
    /// By source and column: at what height its lines pass.
    passes: BTreeMap<(usize, usize), f32>,
}

impl Sheet {
    /// Between two columns.
    fn gutter(&self) -> f32 {
        match self.columns.as_slice() {
            [a, b, ..] => b.x - a.x - a.w,
            _ => f32::INFINITY,
        }
    }

    /// Where the line from a thing passes a column.
    pub fn pass(&self, from: usize, column: usize) -> Option<f32> {
        self.passes.get(&(from, column)).copied()
    }
}

/// A box or a line, in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Node(usize),
    Pass(usize),
}

struct Maker<'g> {
    graph: &'g Graph,
    page: (f32, f32),
    /// By node: what bears on it, and what it bears on.
    from: Vec<Vec<usize>>,
    to: Vec<Vec<usize>>,
    /// By node: the critical path goes on from it.
    bold: Vec<bool>,
    /// By node: the lines of its label.
    labels: Vec<Vec<String>>,
    injects: Vec<String>,
    /// By node: the column as drawn.
    at: Vec<usize>,
    /// By column as drawn: the graph's.
    columns: Vec<usize>,
    /// By column and lane.
    cells: Vec<[Vec<Thing>; 3]>,
    y: BTreeMap<(Thing, usize), f32>,
}

/// The sheet: on A4 where nothing has to be squeezed for it, else on A3 if there is a way.
pub(super) fn layout(graph: &Graph) -> Sheet {
    if graph.nodes.len() > MANY {
        return attempt(graph, PAGE, f32::INFINITY, 1.0);
    }
    let small = attempt(graph, SMALL, f32::INFINITY, SHARES[0]);
    if small.size == SMALL && small.gutter() >= GUTTER_SMALL {
        return small;
    }
    let mut best: Option<Sheet> = None;
    // A full lane goes on in a column beside it: the sooner, the wider and the lower the sheet.
    for share in SHARES {
        let sheet = as_narrow_as_needed(graph, share);
        let (w, h) = sheet.size;
        if (w, h) == PAGE {
            return sheet;
        }
        if best.as_ref().is_none_or(|b| w * h < b.size.0 * b.size.1) {
            best = Some(sheet);
        }
    }
    best.unwrap_or_else(|| attempt(graph, PAGE, NARROWEST, 1.0))
}

/// The widest labels are broken until everything fits beside each other.
fn as_narrow_as_needed(graph: &Graph, share: f32) -> Sheet {
    let labels = graph.nodes.iter().map(|n| wide(&n.label));
    let mut widest = labels.fold(NARROWEST, f32::max);
    loop {
        let sheet = attempt(graph, PAGE, widest, share);
        if sheet.size.0 <= PAGE.0 || widest <= NARROWEST {
            return sheet;
        }
        widest -= 4.0;
    }
}

fn wide(text: &str) -> f32 {
    width_of(text, TYPE, true) + 2.0 * PAD
}

fn attempt(graph: &Graph, page: (f32, f32), widest: f32, share: f32) -> Sheet {
    let labels: Vec<_> = graph
        .nodes
        .iter()
        .map(|n| broken(&n.label, widest))
        .collect();
    let mut from = vec![Vec::new(); graph.nodes.len()];
    let mut to = from.clone();
    for edge in &graph.edges {
        if let (Some(from), Some(to)) = (from.get_mut(edge.to), to.get_mut(edge.from)) {
            from.push(edge.from);
            to.push(edge.to);
        }
    }
    let mut bold = vec![false; graph.nodes.len()];
    for edge in &graph.path {
        if let Some(bold) = bold.get_mut(edge.from) {
            *bold = true;
        }
    }
    let injects = injects(graph, page.0 - 2.0 * MARGIN);
    let room = page.1 - HEAD - foot(&injects) - MARGIN - 2.0 * LANE_GAP;
    let mut maker = Maker {
        graph,
        page,
        from,
        to,
        bold,
        at: vec![0; graph.nodes.len()],
        labels,
        injects,
        columns: Vec::new(),
        cells: Vec::new(),
        y: BTreeMap::new(),
    };
    maker.fill([room * share, room * share / 2.0, room * share]);
    maker.pass();
    let lanes = maker.lanes(room);
    let sweeps = if graph.nodes.len() > MANY { 2 } else { SWEEPS };
    for n in 0..sweeps {
        maker.sweep(&lanes, n % 2 == 0);
    }
    maker.sheet(lanes)
}

/// Below the last lane, with the injects in words.
pub(super) fn foot(injects: &[String]) -> f32 {
    let lines = u16::try_from(injects.len()).unwrap_or(u16::MAX);
    FOOT + (LINE + 1.0) * f32::from(lines)
}

/// What the injects are about, in lines that are broken between them: a number in a box says nothing.
fn injects(graph: &Graph, widest: f32) -> Vec<String> {
    let one = |node: &Node| {
        let words = node.in_words()?;
        let words = words.strip_prefix("inject ").unwrap_or(&words);
        Some(words.replace(' ', "\u{a0}"))
    };
    let all: Vec<String> = graph.nodes.iter().filter_map(one).collect();
    if all.is_empty() {
        return Vec::new();
    }
    // It is set in a lighter face than what `broken` reckons with, and yet no line goes to the very edge.
    let lines = broken(&format!("Injects: {}", all.join(" · ")), widest * 0.88);
    let whole = |line: &String| line.trim_end_matches(" ·").to_owned();
    lines.iter().map(whole).collect()
}

/// A label in lines of at most so many points, broken where its words meet.
pub(super) fn broken(label: &str, widest: f32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in label.split_inclusive(['_', ' ']) {
        let Some(last) = lines.last_mut() else { break };
        let longer = format!("{last}{word}");
        if last.is_empty() || wide(longer.trim_end()) <= widest {
            *last = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    lines.iter().map(|l| l.trim_end().to_owned()).collect()
}

impl Maker<'_> {
    fn height(&self, thing: Thing) -> f32 {
        match thing {
            Thing::Pass(n) if self.bold.get(n) == Some(&true) => PASS_CRITICAL,
            Thing::Pass(_) => PASS,
            Thing::Node(n) => {
                let lines = self.labels.get(n).map_or(1, Vec::len);
                LINE * f32::from(u8::try_from(lines).unwrap_or(u8::MAX)) + 3.0
            }
        }
    }

    fn gap(thing: Thing) -> f32 {
        match thing {
            Thing::Node(_) => GAP,
            Thing::Pass(_) => PASS_GAP,
        }
    }

    fn stack(&self, things: &[Thing]) -> f32 {
        let each = things.iter().map(|t| self.height(*t) + Self::gap(*t));
        each.sum()
    }

    /// Puts every node into a column, and begins another beside it where a lane is full.
    fn fill(&mut self, most: [f32; 3]) {
        let mut nodes: Vec<usize> = (0..self.graph.nodes.len()).collect();
        nodes.sort_by_key(|n| self.graph.nodes.get(*n).map(|x| (x.column, x.lane, *n)));
        let all = self.graph.columns();
        let mut first = 0;
        let mut column = None;
        for n in nodes {
            let Some(node) = self.graph.nodes.get(n) else {
                continue;
            };
            if column != Some(node.column) {
                let idle = |c: &&usize| column.is_some_and(|last| **c > last) && **c < node.column;
                all.iter().filter(idle).for_each(|c| self.open(*c));
                column = Some(node.column);
                first = self.cells.len();
                self.open(node.column);
            }
            let lane = node.lane as usize;
            let height = self.height(Thing::Node(n)) + GAP;
            let fits = |cells: &[Vec<Thing>; 3]| self.stack(&cells[lane]) + height <= most[lane];
            let free = (first..self.cells.len()).find(|c| fits(&self.cells[*c]));
            let at = free.unwrap_or_else(|| {
                self.open(node.column);
                self.cells.len() - 1
            });
            self.cells[at][lane].push(Thing::Node(n));
            self.at[n] = at;
        }
    }

    fn open(&mut self, of: usize) {
        self.columns.push(of);
        self.cells.push([Vec::new(), Vec::new(), Vec::new()]);
    }

    /// Gives every line that passes columns a place in each; the lines from one thing share it.
    fn pass(&mut self) {
        let mut reach: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
        for edge in &self.graph.edges {
            let (from, to) = (self.at[edge.from], self.at[edge.to]);
            let span = reach.entry(edge.from).or_insert((from, from));
            span.0 = span.0.min(to);
            span.1 = span.1.max(to);
        }
        for (n, (least, most)) in reach {
            let own = self.at[n];
            let lane = self.graph.nodes[n].lane as usize;
            for column in least + 1..most {
                if column != own {
                    self.cells[column][lane].push(Thing::Pass(n));
                }
            }
        }
    }

    /// Each lane as high as its fullest column, and higher where there is room.
    fn lanes(&self, room: f32) -> [(f32, f32); 3] {
        let full = |lane: usize| {
            let stacks = self.cells.iter().map(|cells| self.stack(&cells[lane]));
            stacks.fold(24.0, f32::max)
        };
        let mut heights = [full(0), full(1), full(2)];
        let spare = (room - heights.iter().sum::<f32>()) / 3.0;
        if spare > 0.0 {
            heights.iter_mut().for_each(|h| *h += spare);
        }
        let mut top = HEAD;
        heights.map(|h| {
            let lane = (top, h);
            top += h + LANE_GAP;
            lane
        })
    }

    /// Puts things near what they are bound to, column by column.
    fn sweep(&mut self, lanes: &[(f32, f32); 3], forward: bool) {
        let mut order: Vec<usize> = (0..self.cells.len()).collect();
        if !forward {
            order.reverse();
        }
        for column in order {
            for (lane, (top, height)) in lanes.iter().enumerate() {
                let mut things: Vec<(f32, Thing)> = Vec::new();
                let middle = top + height / 2.0;
                for thing in &self.cells[column][lane] {
                    things.push((self.wanted(*thing, column).unwrap_or(middle), *thing));
                }
                things.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                let placed = self.place(&things, *top, *height);
                for (thing, y) in &placed {
                    self.y.insert((*thing, column), *y);
                }
                self.cells[column][lane] = placed.into_iter().map(|(t, _)| t).collect();
            }
        }
    }

    /// Where a thing would best lie: at the mean of what it is bound to.
    fn wanted(&self, thing: Thing, column: usize) -> Option<f32> {
        let mut sum = (0.0, 0.0);
        let mut add = |y: Option<f32>, weight: f32| {
            if let Some(y) = y {
                sum = (sum.0 + y * weight, sum.1 + weight);
            }
        };
        let node = |n: usize| self.y.get(&(Thing::Node(n), self.at[n])).copied();
        let pass = |n: usize, c: usize| self.y.get(&(Thing::Pass(n), c)).copied();
        match thing {
            Thing::Pass(n) => {
                let beside = |c: usize| pass(n, c).or((self.at[n] == c).then(|| node(n)).flatten());
                add(column.checked_sub(1).and_then(beside), 2.0);
                add(beside(column + 1), 2.0);
                self.to[n].iter().for_each(|to| add(node(*to), 0.5));
            }
            Thing::Node(n) => {
                for from in &self.from[n] {
                    let near = column.checked_sub(1).and_then(|c| pass(*from, c));
                    add(near.or_else(|| node(*from)), 1.0);
                }
                self.to[n].iter().for_each(|to| add(node(*to), 1.0));
            }
        }
        (sum.1 > 0.0).then(|| sum.0 / sum.1)
    }

    /// In this order, as near to where each wants to lie as the others let it.
    fn place(&self, things: &[(f32, Thing)], top: f32, height: f32) -> Vec<(Thing, f32)> {
        let mut out = Vec::new();
        let mut free = top;
        for (wanted, thing) in things {
            let h = self.height(*thing);
            let y = (wanted - h / 2.0).max(free);
            out.push((*thing, y));
            free = y + h + Self::gap(*thing);
        }
        let mut end = top + height;
        for (thing, y) in out.iter_mut().rev() {
            let h = self.height(*thing);
            *y = y.min(end - h - Self::gap(*thing)).max(top);
            end = *y;
            *y += h / 2.0;
        }
        out
    }

    fn sheet(self, lanes: [(f32, f32); 3]) -> Sheet {
        let lines = |c: usize| self.cells[c].iter().flatten();
        let wide_of = |c: usize| {
            let labels = lines(c).filter_map(|t| match t {
                Thing::Node(n) => self.labels.get(*n),
                Thing::Pass(_) => None,
            });
            labels.flatten().map(|l| wide(l)).fold(34.0, f32::max)
        };
        let widths: Vec<f32> = (0..self.cells.len()).map(wide_of).collect();
        let between = u16::try_from(widths.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let spare = self.page.0 - 2.0 * MARGIN - widths.iter().sum::<f32>();
        let gutter = (spare / f32::from(between.max(1))).max(GUTTER);
        let mut x = MARGIN;
        let mut columns = Vec::new();
        for (of, w) in self.columns.iter().zip(&widths) {
            columns.push(Column { of: *of, x, w: *w });
            x += w + gutter;
        }
        let y = |thing: Thing, column: usize| self.y.get(&(thing, column)).copied();
        let spots = (0..self.graph.nodes.len()).map(|n| {
            let column = &columns[self.at[n]];
            Spot {
                x: column.x,
                y: y(Thing::Node(n), self.at[n]).unwrap_or(HEAD),
                w: column.w,
                h: self.height(Thing::Node(n)),
                lines: self.labels.get(n).cloned().unwrap_or_default(),
            }
        });
        let spots = spots.collect();
        let passes = self
            .y
            .iter()
            .filter_map(|((thing, column), y)| match thing {
                Thing::Pass(n) => Some(((*n, *column), *y)),
                Thing::Node(_) => None,
            });
        let passes = passes.collect();
        let (last, high) = lanes[Lane::South as usize];
        let bottom = last + high + foot(&self.injects) + MARGIN;
        let right = columns.last().map_or(0.0, |c| c.x + c.w + MARGIN);
        // What is over by less than can be seen is not over.
        let over = |have: f32, page: f32| if have <= page + 0.5 { page } else { have };
        Sheet {
            injects: self.injects,
            size: (over(right, self.page.0), over(bottom, self.page.1)),
            columns,
            spots,
            at: self.at,
            lanes,
            passes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_broken_where_words_meet() {
        assert_eq!(broken("bus_manifest", 400.0), ["bus_manifest"]);
        assert_eq!(
            broken("the_long_bus_manifest", 70.0),
            ["the_long_", "bus_", "manifest"]
        );
        assert_eq!(broken("inject 12", 20.0), ["inject", "12"]);
    }
}
