//! Rectangles and line segments, in the units of a chart.

use super::super::svg::Point;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Frame {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Frame {
    /// Around a middle.
    #[must_use]
    pub fn around(at: Point, width: f32, height: f32) -> Self {
        Self {
            left: at.0 - width / 2.0,
            top: at.1 - height / 2.0,
            right: at.0 + width / 2.0,
            bottom: at.1 + height / 2.0,
        }
    }

    /// The same one elsewhere.
    #[must_use]
    pub fn moved(self, by: Point) -> Self {
        Self {
            left: self.left + by.0,
            top: self.top + by.1,
            right: self.right + by.0,
            bottom: self.bottom + by.1,
        }
    }

    /// Wider by so much on every side.
    #[must_use]
    pub fn grown(self, by: f32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The smallest one around both.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    #[must_use]
    pub fn middle(self) -> Point {
        (
            f32::midpoint(self.left, self.right),
            f32::midpoint(self.top, self.bottom),
        )
    }

    #[must_use]
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    #[must_use]
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    #[must_use]
    pub fn holds(self, at: Point) -> bool {
        at.0 >= self.left && at.0 <= self.right && at.1 >= self.top && at.1 <= self.bottom
    }

    /// How far the two lie in each other, across and down; nothing if they do not.
    #[must_use]
    pub fn shared(self, other: Self) -> Option<Point> {
        let across = self.right.min(other.right) - self.left.max(other.left);
        let down = self.bottom.min(other.bottom) - self.top.max(other.top);
        (across > 0.0 && down > 0.0).then_some((across, down))
    }

    /// Square units that both cover.
    #[must_use]
    pub fn overlap(self, other: Self) -> f32 {
        self.shared(other).map_or(0.0, |(w, h)| w * h)
    }

    /// Does the line from `a` to `b` touch it? (Liang and Barsky's clipping.)
    #[must_use]
    pub fn crossed(self, a: Point, b: Point) -> bool {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let (mut enter, mut leave) = (0.0f32, 1.0f32);
        for (step, room) in [
            (-dx, a.0 - self.left),
            (dx, self.right - a.0),
            (-dy, a.1 - self.top),
            (dy, self.bottom - a.1),
        ] {
            if step.abs() < 1.0e-6 {
                if room < 0.0 {
                    return false;
                }
            } else if step < 0.0 {
                enter = enter.max(room / step);
            } else {
                leave = leave.min(room / step);
            }
        }
        enter <= leave
    }
}

/// The point so far along from `a` to `b`.
#[must_use]
pub fn between(a: Point, b: Point, t: f32) -> Point {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// Do the lines cross, ends apart?
#[must_use]
pub fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let side = |p: Point, q: Point, r: Point| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// How far `p` is from the line from `a` to `b`, and the nearest point on it.
#[must_use]
pub fn nearest(p: Point, a: Point, b: Point) -> (f32, Point) {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let length = dx * dx + dy * dy;
    let t = if length < 1.0e-6 {
        0.0
    } else {
        (((p.0 - a.0) * dx + (p.1 - a.1) * dy) / length).clamp(0.0, 1.0)
    };
    let at = between(a, b, t);
    ((p.0 - at.0).hypot(p.1 - at.1), at)
}
