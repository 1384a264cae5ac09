//! A face, drawn from what the document bench says of it: on a photograph, and at the counter.
//!
//! What lasts in a face ([`geometry`]) and what does not (years, hair, glasses) never mix, so that the same
//! person stays the same person. No real person is shown.

mod beard;
mod centre;
mod clothes;
mod ears;
mod eyes;
pub mod geometry;
mod hair;
mod hairline;
mod head;
mod skin;
mod years;

use super::dice::Dice;
use super::ink::{Ink, Tone};
use super::pen::Pen;
use super::svg::{num, open};
use crate::engine::encounter::document::face::{Face, Trait};
use geometry::{Geometry, MIDDLE};
use skin::Colours;

/// Width and height of the drawing: a photograph of 35×45 mm.
pub const FIELD: (f32, f32) = (350.0, 450.0);

/// Where a face is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pose {
    /// Printed in a document: even light, pale ground.
    Photograph,
    /// Before the counter, in other clothes.
    Counter,
}

/// Left, top, width, height.
pub type Area = (f32, f32, f32, f32);

/// What the parts of a face need to know.
struct Look {
    geometry: Geometry,
    colours: Colours,
    face: Face,
    pose: Pose,
    /// How far cheeks have sunk, and how deep lines are, 0 to 1.
    sag: f32,
    lines: f32,
}

impl Look {
    fn of(face: &Face, pose: Pose) -> Self {
        let age = f32::from(face.age);
        Self {
            geometry: Geometry::of(face),
            colours: Colours::of(face),
            face: *face,
            pose,
            sag: ((age - 38.0) / 34.0).clamp(0.0, 1.0),
            lines: ((age - 26.0) / 42.0).clamp(0.0, 1.0),
        }
    }

    /// Chance that belongs to the person, for what nobody compares: strands, freckles.
    fn dice(&self, of: u64) -> Dice {
        let lasting = Trait::ALL
            .iter()
            .fold(0, |sum, t| sum * 7 + u64::from(self.face.of(*t)));
        Dice::new(lasting * 64 + of)
    }
}

/// The face as a drawing of its own.
#[must_use]
pub fn svg(face: &Face, pose: Pose) -> String {
    let tone = match pose {
        Pose::Photograph => Tone::Printed,
        Pose::Counter => Tone::Plain,
    };
    let mut out = open(FIELD.0, FIELD.1);
    out.push_str(&fragment(face, pose, tone, "f"));
    out.push_str("</svg>");
    out
}

/// The face as elements in the field, for a drawing that has a place for it; `name` goes before the names of
/// its gradients.
#[must_use]
pub fn fragment(face: &Face, pose: Pose, tone: Tone, name: &'static str) -> String {
    let look = Look::of(face, pose);
    let mut pen = Pen::new(name, tone);
    ground(&look, &mut pen);
    hair::behind(&look, &mut pen);
    head::neck(&look, &mut pen);
    clothes::draw(&look, &mut pen);
    ears::draw(&look, &mut pen);
    head::draw(&look, &mut pen);
    years::draw(&look, &mut pen);
    eyes::draw(&look, &mut pen);
    centre::nose(&look, &mut pen);
    centre::mouth(&look, &mut pen);
    beard::draw(&look, &mut pen);
    hair::before(&look, &mut pen);
    eyes::brows(&look, &mut pen);
    ears::mark(&look, &mut pen);
    if face.glasses {
        years::glasses(&look, &mut pen);
    }
    pen.out
}

fn ground(look: &Look, pen: &mut Pen) {
    let (high, low) = match look.pose {
        Pose::Photograph => (Ink(226, 229, 230), Ink(200, 206, 209)),
        Pose::Counter => (Ink(84, 98, 108), Ink(42, 53, 62)),
    };
    let (w, h) = FIELD;
    let paint = pen.radial((150.0, 160.0), 380.0, &[(0.0, high, 1.0), (1.0, low, 1.0)]);
    pen.fill_with(&format!("M0 0H{}V{}H0Z", num(w), num(h)), &paint, 1.0);
}

/// Where each lasting trait is seen, in the field.
#[must_use]
pub fn places(face: &Face) -> [(Trait, Area); 6] {
    let own = Geometry::of(face);
    let around = |x: f32, y: f32, rx: f32, ry: f32| (x - rx, y - ry, 2.0 * rx, 2.0 * ry);
    let mark = ears::mark_at(&own);
    [
        (Trait::Shape, around(MIDDLE, own.down(346.0), 62.0, 17.0)),
        (Trait::Eyes, around(MIDDLE, own.eyes_at - 8.0, 78.0, 27.0)),
        (Trait::Nose, around(MIDDLE, own.nose_at - 14.0, 36.0, 28.0)),
        (Trait::Mouth, around(MIDDLE, own.mouth_at, 44.0, 19.0)),
        (
            Trait::Ears,
            around(MIDDLE + own.cheek + own.ear * 0.5, 242.0, 20.0, 44.0),
        ),
        (Trait::Mark, around(mark.0, mark.1, 13.0, 13.0)),
    ]
}
