//! Where things are in a face, from what does not change in it.
//!
//! The field is 350×450, as on a photograph of 35×45 mm; the face stands in its middle and looks straight
//! ahead. Years, hair and glasses never come in here. Kinds are numbered as in [`Trait`].

use crate::drawing::svg::Point;
use crate::engine::encounter::document::face::{Face, Trait};

/// The middle of the face.
pub(super) const MIDDLE: f32 = 175.0;
/// Where the face is widest.
const WIDEST: f32 = 224.0;
const CHIN: f32 = 368.0;

/// What stays.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Geometry {
    /// Half of the width at temple, cheek, jaw and chin, and the height of the chin.
    pub temple: f32,
    pub cheek: f32,
    pub jaw: f32,
    pub chin: f32,
    pub chin_at: f32,
    /// From the middle to a pupil; half of an eye; how far lids open, above and below.
    pub pupil: f32,
    pub eye: f32,
    pub lids: (f32, f32),
    /// Height of the eyes and of the brows.
    pub eyes_at: f32,
    pub brows_at: f32,
    /// How deep eyes lie, and whether the lid has a fold over the inner corner.
    pub depth: f32,
    pub fold: bool,
    /// Half of the width of the nose, where it ends, how far its bridge goes aside, how wide the bridge is.
    pub nose: f32,
    pub nose_at: f32,
    pub bent: f32,
    pub bridge: f32,
    pub nostrils: f32,
    /// Half of the mouth, upper and lower lip, how much the corners hang, how much one side is higher.
    pub mouth: f32,
    pub mouth_at: f32,
    pub lips: (f32, f32),
    pub hang: f32,
    pub uneven: f32,
    /// How far ears stand out, whether lobes hang free, whether the rim has a notch.
    pub ear: f32,
    pub free: bool,
    pub notch: bool,
    pub mark: u8,
}

impl Geometry {
    #[must_use]
    pub fn of(face: &Face) -> Self {
        let soft = face.build.soft;
        let less = |by: f32| if soft { by } else { 0.0 };
        let (temple, cheek, jaw, chin, chin_at) = match face.of(Trait::Shape) {
            0 => (96.0, 98.0, 78.0, 34.0, CHIN),
            1 => (99.0, 106.0, 91.0, 45.0, CHIN - 9.0),
            2 => (91.0, 91.0, 75.0, 34.0, CHIN + 13.0),
            _ => (98.0, 99.0, 95.0, 51.0, CHIN - 1.0),
        };
        let (pupil, lids, brows_at, depth, fold) = match face.of(Trait::Eyes) {
            0 => (38.5, (9.2, 6.0), 191.0, 0.5, false),
            1 => (49.0, (9.3, 6.2), 189.0, 0.45, false),
            2 => (43.5, (7.8, 5.6), 196.5, 1.0, false),
            _ => (44.0, (7.4, 5.4), 186.5, 0.15, true),
        };
        let (nose, nose_at, bent, bridge, nostrils) = match face.of(Trait::Nose) {
            0 => (24.0, 286.0, 0.0, 8.0, 0.6),
            1 => (31.5, 286.0, 0.0, 11.0, 0.8),
            2 => (25.0, 288.0, 6.5, 8.5, 0.6),
            _ => (25.0, 274.0, 0.0, 8.5, 1.0),
        };
        let (mouth, lips, hang, uneven) = match face.of(Trait::Mouth) {
            0 => (36.0, (4.6, 6.2), 0.0, 0.0),
            1 => (36.0, (10.4, 13.2), 0.0, 0.0),
            2 => (36.0, (7.0, 9.4), 0.0, 4.6),
            _ => (35.0, (6.6, 8.8), 5.2, 0.0),
        };
        let (ear, free, notch) = match face.of(Trait::Ears) {
            0 => (16.0, true, false),
            1 => (16.0, false, false),
            2 => (27.0, true, false),
            _ => (17.0, true, true),
        };
        let chin_at = chin_at - less(3.0);
        let mut own = Self {
            temple: temple - less(3.0),
            cheek: cheek - less(2.0),
            jaw: jaw - less(6.0),
            chin: chin - less(7.0),
            chin_at,
            pupil,
            eye: if soft { 22.0 } else { 20.6 },
            lids: (lids.0 + less(-1.2), lids.1),
            eyes_at: 217.0,
            brows_at: brows_at - less(2.5),
            depth,
            fold,
            nose: nose - less(2.6),
            nose_at: 0.0,
            bent,
            bridge,
            nostrils,
            mouth: mouth - less(2.0),
            mouth_at: 0.0,
            lips: (lips.0 + less(-1.2), lips.1 + less(-1.4)),
            hang,
            uneven,
            ear: ear - less(1.5),
            free,
            notch,
            mark: face.of(Trait::Mark),
        };
        own.nose_at = own.down(nose_at);
        own.mouth_at = own.down(321.0);
        own
    }

    /// A height in the face of this length; all below the eyes follows the chin.
    #[must_use]
    pub fn down(&self, y: f32) -> f32 {
        if y <= WIDEST {
            return y;
        }
        WIDEST + (y - WIDEST) * (self.chin_at - WIDEST) / (CHIN - WIDEST)
    }

    /// Half of the outline, from crown to chin; `sag` is how far cheeks have sunk to the jaw.
    fn half(&self, sag: f32) -> [Point; 11] {
        let jaw = self.jaw + sag * 5.0;
        [
            (0.0, 64.0),
            (self.temple * 0.41, 70.0),
            (self.temple * 0.72, 90.0),
            (self.temple - 6.0, 128.0),
            (self.temple + 1.0, 176.0),
            (self.cheek, WIDEST),
            (
                self.cheek * 0.48 + (self.jaw + 15.0) * 0.52,
                self.down(268.0),
            ),
            (jaw + 1.5, self.down(309.0)),
            ((jaw * 0.53 + self.chin * 0.55), self.down(341.0)),
            (self.chin * 0.86, self.down(360.0)),
            (0.0, self.chin_at),
        ]
    }

    /// The outline of the head without hair.
    #[must_use]
    pub fn outline(&self, sag: f32) -> Vec<Point> {
        let half = self.half(sag);
        let right = half.iter().map(|p| (MIDDLE + p.0, p.1));
        let left = half.iter().rev().skip(1).map(|p| (MIDDLE - p.0, p.1));
        let mut all: Vec<Point> = right.chain(left).collect();
        all.pop();
        all
    }

    /// Half of the width of the head at a height above the cheek.
    #[must_use]
    pub fn half_at(&self, y: f32) -> f32 {
        let half = self.half(0.0);
        let mut width = 0.0;
        for pair in half.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            if (a.1..=b.1).contains(&y) {
                width = a.0 + (b.0 - a.0) * (y - a.1) / (b.1 - a.1).max(0.1);
            }
        }
        width
    }
}
