//! The map of what is talked of: chips in a few rows, from left to right, and the lines between them.
//!
//! The chips themselves are controls of the screen: this says where their middles are and draws the lines, so
//! that none runs behind a chip that it does not belong to where that can be helped.

use super::palette;
use super::svg::{num, open};

/// One chip.
#[derive(Clone, Debug, Default)]
pub struct Topic {
    pub width: f32,
    /// Places in the list of those that it leads to.
    pub leads_to: Vec<usize>,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The middle of each chip.
    pub middles: Vec<(f32, f32)>,
    pub width: f32,
    pub height: f32,
}

/// How high a chip is.
pub const CHIP: f32 = 34.0;
/// From one row to the next.
const ROW: f32 = 47.0;
/// Between two chips of a row.
const GAP: f32 = 22.0;
/// How far a chip stands behind the one that leads to it, at least.
const STEP: f32 = 46.0;
const MOST_ROWS: usize = 7;

/// Places the chips in `width` pixels.
#[must_use]
pub fn lay_out(topics: &[Topic], width: f32) -> Layout {
    let width = if width.is_finite() {
        width.max(1.0)
    } else {
        1.0
    };
    let order = order(topics);
    let first = if topics.len() > 4 { 3 } else { 2 }.min(topics.len().max(1));
    let mut best: Option<Trial> = None;
    for rows in first..=MOST_ROWS {
        let trial = search(topics, &order, rows, width);
        let better = best.as_ref().is_none_or(|b| trial.over < b.over);
        if better {
            best = Some(trial);
        }
        if best.as_ref().is_some_and(|b| b.over <= 0.0) {
            break;
        }
    }
    let Some(best) = best else {
        return Layout::default();
    };
    let rows = best.rows.iter().max().map_or(0, |r| r + 1);
    Layout {
        middles: best.middles,
        width,
        height: (at(rows) - at(0) - (ROW - CHIP)).max(0.0),
    }
}

impl Layout {
    /// The lines, under the chips.
    #[must_use]
    pub fn lines(&self, topics: &[Topic]) -> String {
        let mut out = open(self.width, self.height);
        for (from, to) in edges(topics) {
            let (Some(a), Some(b)) = (self.middles.get(from), self.middles.get(to)) else {
                continue;
            };
            out.push_str(&format!(
                r#"<path d="M{} {}L{} {}" stroke="{}" stroke-width="1.5"/>"#,
                num(a.0),
                num(a.1),
                num(b.0),
                num(b.1),
                palette::RULE_STRONG
            ));
        }
        out.push_str("</svg>");
        out
    }
}

fn edges(topics: &[Topic]) -> impl Iterator<Item = (usize, usize)> {
    let all = topics.iter().enumerate();
    all.flat_map(|(from, t)| t.leads_to.iter().map(move |to| (from, *to)))
        .filter(|(from, to)| from != to && *to < topics.len())
}

/// Whoever is led to stands behind; where it goes round in a circle, as they are listed.
fn order(topics: &[Topic]) -> Vec<usize> {
    let mut depth = vec![0_usize; topics.len()];
    for _ in 0..topics.len() {
        for (from, to) in edges(topics) {
            if depth[to] <= depth[from] && depth[from] + 1 < topics.len() {
                depth[to] = depth[from] + 1;
            }
        }
    }
    let mut order: Vec<usize> = (0..topics.len()).collect();
    order.sort_by_key(|n| (depth[*n], *n));
    order
}

/// One way to place them, and what it costs.
struct Trial {
    rows: Vec<usize>,
    middles: Vec<(f32, f32)>,
    over: f32,
    cost: f32,
}

/// Begins with plain patterns and betters each, one chip or two at a time.
fn search(topics: &[Topic], order: &[usize], rows: usize, width: f32) -> Trial {
    let start = |turn: usize, step: usize| {
        let mut all = vec![0; topics.len()];
        for (n, topic) in order.iter().enumerate() {
            all[*topic] = (n * step + turn) % rows;
        }
        place(topics, order, all, width)
    };
    let mut best = better(topics, order, rows, width, start(0, 1));
    for (turn, step) in [(1, 1), (0, 2), (1, 2), (2, 2)] {
        let next = better(topics, order, rows, width, start(turn, step));
        if next.cost < best.cost {
            best = next;
        }
    }
    best
}

fn better(topics: &[Topic], order: &[usize], rows: usize, width: f32, start: Trial) -> Trial {
    let mut best = start;
    // A few rounds settle it.
    for _ in 0..6 {
        let before = best.cost;
        for n in 0..topics.len() {
            for row in 0..rows {
                let mut changed = best.rows.clone();
                changed[n] = row;
                take(&mut best, place(topics, order, changed, width));
            }
            for m in 0..n {
                let mut changed = best.rows.clone();
                changed.swap(n, m);
                take(&mut best, place(topics, order, changed, width));
            }
        }
        if best.cost >= before {
            break;
        }
    }
    best
}

fn take(best: &mut Trial, next: Trial) {
    if next.cost + 0.01 < best.cost {
        *best = next;
    }
}

fn place(topics: &[Topic], order: &[usize], rows: Vec<usize>, width: f32) -> Trial {
    let mut lefts = vec![0.0_f32; topics.len()];
    let mut free = vec![0.0_f32; rows.iter().max().map_or(0, |r| r + 1)];
    let mut placed = vec![false; topics.len()];
    for n in order {
        let mut left = free[rows[*n]];
        for (from, _) in edges(topics).filter(|(from, to)| to == n && placed[*from]) {
            let middle = lefts[from] + topics[from].width / 2.0;
            left = left.max(middle + STEP - topics[*n].width / 2.0);
        }
        lefts[*n] = left;
        placed[*n] = true;
        free[rows[*n]] = left + topics[*n].width + GAP;
    }
    let wide = (0..topics.len())
        .map(|n| lefts[n] + topics[n].width)
        .fold(1.0, f32::max);
    let over = (wide - width).max(0.0);
    let spread = (width - wide).max(0.0) / wide;
    let middles: Vec<(f32, f32)> = (0..topics.len())
        .map(|n| {
            let middle = lefts[n] + topics[n].width / 2.0;
            (middle * (1.0 + spread), at(rows[n]))
        })
        .collect();
    let cost = over * 1000.0 + untidy(topics, &middles);
    Trial {
        rows,
        middles,
        over,
        cost,
    }
}

/// The middle of a row.
fn at(row: usize) -> f32 {
    CHIP / 2.0 + ROW * f32::from(u8::try_from(row).unwrap_or(u8::MAX))
}

/// Lines behind chips, lines across lines, long lines.
fn untidy(topics: &[Topic], middles: &[(f32, f32)]) -> f32 {
    let lines: Vec<(usize, usize)> = edges(topics).collect();
    let mut cost = 0.0;
    for (n, (from, to)) in lines.iter().enumerate() {
        let (a, b) = (middles[*from], middles[*to]);
        cost += (a.0 - b.0).hypot(a.1 - b.1) * 0.05;
        let others = (0..topics.len()).filter(|c| c != from && c != to);
        let behind = others.filter(|c| behind(a, b, middles[*c], topics[*c].width));
        cost += 60.0 * behind.map(|_| 1.0).sum::<f32>();
        let crossed = lines[..n].iter().filter(|(c, d)| {
            let apart = c != from && c != to && d != from && d != to;
            apart && cross(a, b, middles[*c], middles[*d])
        });
        cost += 20.0 * crossed.map(|_| 1.0).sum::<f32>();
    }
    cost
}

/// Does a line run behind a chip?
fn behind(a: (f32, f32), b: (f32, f32), middle: (f32, f32), width: f32) -> bool {
    let (half, high) = (width / 2.0 + 4.0, CHIP / 2.0 + 4.0);
    // Where the line is as high as the chip, it must not be as far to the right.
    let (low, top) = (middle.1 - high, middle.1 + high);
    let (mut from, mut to) = (0.0_f32, 1.0_f32);
    let rise = b.1 - a.1;
    if rise.abs() < 0.01 {
        if a.1 < low || a.1 > top {
            return false;
        }
    } else {
        let (one, two) = ((low - a.1) / rise, (top - a.1) / rise);
        from = from.max(one.min(two));
        to = to.min(one.max(two));
        if from >= to {
            return false;
        }
    }
    let x = |part: f32| a.0 + (b.0 - a.0) * part;
    let (left, right) = (x(from).min(x(to)), x(from).max(x(to)));
    left < middle.0 + half && right > middle.0 - half
}

fn cross(a: (f32, f32), b: (f32, f32), c: (f32, f32), d: (f32, f32)) -> bool {
    let side = |p: (f32, f32), q: (f32, f32), r: (f32, f32)| {
        (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0)
    };
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

#[cfg(test)]
mod tests {
    use super::super::svg::assert_well_formed;
    use super::*;

    fn topics(all: &[(f32, &[usize])]) -> Vec<Topic> {
        let of = |(width, to): &(f32, &[usize])| Topic {
            width: *width,
            leads_to: to.to_vec(),
        };
        all.iter().map(of).collect()
    }

    #[track_caller]
    fn apart(topics: &[Topic], layout: &Layout) {
        for n in 0..topics.len() {
            let (x, _) = layout.middles[n];
            let half = topics[n].width / 2.0;
            assert!(x - half >= -0.5 && x + half <= layout.width + 0.5, "{n}");
            for m in 0..n {
                let (a, b) = (layout.middles[n], layout.middles[m]);
                let beside = (a.0 - b.0).abs() >= f32::midpoint(topics[n].width, topics[m].width);
                assert!(beside || (a.1 - b.1).abs() >= CHIP, "{n} lies on {m}");
            }
        }
    }

    #[test]
    fn eight_topics_stand_apart_in_a_panel_and_no_line_runs_behind_a_chip() {
        let eight = topics(&[
            (120.0, &[1]),
            (185.0, &[2, 3]),
            (155.0, &[6]),
            (120.0, &[4]),
            (130.0, &[5]),
            (115.0, &[6]),
            (210.0, &[]),
            (115.0, &[]),
        ]);
        for width in [650.0, 560.0, 420.0] {
            let layout = lay_out(&eight, width);
            apart(&eight, &layout);
            assert_well_formed(&layout.lines(&eight));
        }
        let layout = lay_out(&eight, 650.0);
        assert!(layout.height <= 140.0, "three rows: {}", layout.height);
        assert!(untidy(&eight, &layout.middles) < 60.0, "{layout:?}");
    }

    #[test]
    fn nothing_a_circle_and_nonsense_are_still_laid_out() {
        let nothing = lay_out(&[], 600.0);
        assert!(nothing.middles.is_empty() && nothing.height == 0.0);
        let circle = topics(&[(90.0, &[1]), (90.0, &[0, 1, 9])]);
        apart(&circle, &lay_out(&circle, 600.0));
        let odd = topics(&[(900.0, &[1]), (20.0, &[])]);
        let layout = lay_out(&odd, f32::NAN);
        assert!(
            layout
                .middles
                .iter()
                .all(|(x, y)| x.is_finite() && y.is_finite())
        );
    }
}
