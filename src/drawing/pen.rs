//! A pen for drawings with depth: soft shades from gradients, smooth outlines, every colour through its light.

use super::ink::{Ink, Tone};
use super::svg::{Curve, Point, num};

/// Writes SVG elements, and the gradients that they need, into one text.
#[derive(Clone, Debug)]
pub struct Pen {
    pub out: String,
    pub tone: Tone,
    /// Goes before every name, so that two drawings can lie in one.
    name: &'static str,
    names: usize,
    /// Gradients of soft shades that are there by now.
    soft: Vec<(Ink, usize)>,
}

impl Pen {
    #[must_use]
    pub fn new(name: &'static str, tone: Tone) -> Self {
        Self {
            out: String::new(),
            tone,
            name,
            names: 0,
            soft: Vec::new(),
        }
    }

    /// The colour as it is under this light.
    #[must_use]
    pub fn ink(&self, ink: Ink) -> Ink {
        self.tone.of(ink)
    }

    /// Draws in colours that the light does not change: what shines of itself.
    pub fn shining<T>(&mut self, draw: impl FnOnce(&mut Self) -> T) -> T {
        let tone = std::mem::replace(&mut self.tone, Tone::Plain);
        let drawn = draw(self);
        self.tone = tone;
        drawn
    }

    fn fresh(&mut self) -> usize {
        self.names += 1;
        self.names
    }

    pub fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// A filled outline.
    pub fn fill(&mut self, data: &str, ink: Ink, opacity: f32) {
        let ink = self.ink(ink);
        self.fill_with(data, &ink.to_string(), opacity);
    }

    /// A filled outline; `paint` is a colour or `url(#…)`.
    pub fn fill_with(&mut self, data: &str, paint: &str, opacity: f32) {
        if !data.is_empty() {
            let opacity = num(opacity);
            self.out.push_str(&format!(
                r#"<path d="{data}" fill="{paint}" fill-opacity="{opacity}"/>"#
            ));
        }
    }

    /// A line with round ends.
    pub fn stroke(&mut self, data: &str, ink: Ink, width: f32, opacity: f32) {
        let ink = self.ink(ink);
        self.stroke_with(data, &ink.to_string(), width, opacity, "");
    }

    /// A line; `more` is any other attributes.
    pub fn stroke_with(&mut self, data: &str, paint: &str, width: f32, opacity: f32, more: &str) {
        if !data.is_empty() {
            let (width, opacity) = (num(width), num(opacity));
            self.out.push_str(&format!(
                r#"<path d="{data}" fill="none" stroke="{paint}" stroke-width="{width}" stroke-opacity="{opacity}" stroke-linecap="round" stroke-linejoin="round" {more}/>"#
            ));
        }
    }

    /// A shade without an edge: full in the middle, nothing at the rim of the ellipse.
    pub fn soft(&mut self, at: Point, radii: Point, turn: f32, ink: Ink, opacity: f32) {
        let ink = self.ink(ink);
        let known = self.soft.iter().find(|(own, _)| *own == ink).map(|s| s.1);
        let id = known.unwrap_or_else(|| {
            let id = self.fresh();
            self.soft.push((ink, id));
            let name = self.name;
            self.out.push_str(&format!(
                concat!(
                    r#"<radialGradient id="{name}{id}"><stop offset="0" stop-color="{ink}"/>"#,
                    r#"<stop offset=".25" stop-color="{ink}" stop-opacity=".84"/><stop offset=".5" stop-color="{ink}" stop-opacity=".46"/>"#,
                    r#"<stop offset=".75" stop-color="{ink}" stop-opacity=".14"/><stop offset="1" stop-color="{ink}" stop-opacity="0"/></radialGradient>"#
                ),
                name = name,
                id = id,
                ink = ink
            ));
            id
        });
        let turned = if turn == 0.0 {
            String::new()
        } else {
            let (t, x, y) = (num(turn), num(at.0), num(at.1));
            format!(r#" transform="rotate({t} {x} {y})""#)
        };
        self.out.push_str(&format!(
            r#"<ellipse cx="{}" cy="{}" rx="{}" ry="{}" fill="url(#{}{id})" fill-opacity="{}"{turned}/>"#,
            num(at.0),
            num(at.1),
            num(radii.0),
            num(radii.1),
            self.name,
            num(opacity)
        ));
    }

    /// A line without an edge: full in the middle, nothing at half of `width` to either side.
    pub fn feather(&mut self, data: &str, ink: Ink, width: f32, opacity: f32) {
        let steps: u8 = if width < 15.0 { 4 } else { 6 };
        let each = 1.0 - (1.0 - opacity.clamp(0.0, 0.99)).powf(1.0 / f32::from(steps));
        for step in (1..=steps).rev() {
            self.stroke(data, ink, width * f32::from(step) / f32::from(steps), each);
        }
    }

    /// A gradient between two points of the drawing; gives what to paint with. Stops are place, colour,
    /// opacity.
    pub fn linear(&mut self, from: Point, to: Point, stops: &[(f32, Ink, f32)]) -> String {
        let ends = format!(
            r#"x1="{}" y1="{}" x2="{}" y2="{}""#,
            num(from.0),
            num(from.1),
            num(to.0),
            num(to.1)
        );
        self.gradient("linearGradient", &ends, stops)
    }

    /// A gradient around a point of the drawing.
    pub fn radial(&mut self, at: Point, radius: f32, stops: &[(f32, Ink, f32)]) -> String {
        let round = format!(
            r#"cx="{}" cy="{}" r="{}""#,
            num(at.0),
            num(at.1),
            num(radius)
        );
        self.gradient("radialGradient", &round, stops)
    }

    fn gradient(&mut self, kind: &str, ends: &str, stops: &[(f32, Ink, f32)]) -> String {
        let (id, name) = (self.fresh(), self.name);
        self.out.push_str(&format!(
            r#"<{kind} id="{name}{id}" gradientUnits="userSpaceOnUse" {ends}>"#
        ));
        for (offset, ink, opacity) in stops {
            let ink = self.ink(*ink);
            self.out.push_str(&format!(
                r#"<stop offset="{}" stop-color="{ink}" stop-opacity="{}"/>"#,
                num(*offset),
                num(*opacity)
            ));
        }
        self.out.push_str(&format!("</{kind}>"));
        format!("url(#{name}{id})")
    }

    /// What follows shows only inside this outline, until [`Pen::unclip`].
    pub fn clip(&mut self, data: &str) {
        let (id, name) = (self.fresh(), self.name);
        self.out.push_str(&format!(
            r#"<clipPath id="{name}{id}"><path d="{data}"/></clipPath><g clip-path="url(#{name}{id})">"#
        ));
    }

    pub fn unclip(&mut self) {
        self.out.push_str("</g>");
    }
}

/// A smooth line through points.
#[must_use]
pub fn smooth(points: &[Point], closed: bool) -> String {
    let mut curve = Curve::default();
    for at in points {
        curve.through(*at);
    }
    curve.data(closed)
}

/// The place between two points, 0 at the first and 1 at the second.
#[must_use]
pub fn between(a: Point, b: Point, share: f32) -> Point {
    (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
}

/// Where on a line through points one is after this share of its points, 0 to 1.
#[must_use]
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a handful of points, and the share is clamped"
)]
pub fn along(points: &[Point], share: f32) -> Point {
    let Some(last) = points.len().checked_sub(1) else {
        return (0.0, 0.0);
    };
    let at = share.clamp(0.0, 1.0) * last as f32;
    let from = (at as usize).min(last);
    let to = (from + 1).min(last);
    between(points[from], points[to], at - from as f32)
}
