//! Colours of a person: skin, lips, iris, hair, and what years do to them.

use crate::drawing::ink::Ink;
use crate::engine::encounter::document::face::Face;

/// Skin from light to dark: lit, base, shade, deep.
const SKIN: [[Ink; 4]; 6] = [
    [
        Ink(247, 222, 202),
        Ink(232, 196, 170),
        Ink(196, 146, 118),
        Ink(134, 86, 66),
    ],
    [
        Ink(240, 208, 180),
        Ink(222, 180, 146),
        Ink(182, 130, 96),
        Ink(120, 76, 52),
    ],
    [
        Ink(228, 190, 154),
        Ink(206, 160, 120),
        Ink(164, 113, 76),
        Ink(104, 66, 42),
    ],
    [
        Ink(206, 162, 122),
        Ink(182, 134, 94),
        Ink(140, 94, 60),
        Ink(86, 54, 34),
    ],
    [
        Ink(170, 122, 86),
        Ink(144, 98, 66),
        Ink(106, 67, 42),
        Ink(62, 37, 24),
    ],
    [
        Ink(132, 91, 66),
        Ink(106, 70, 49),
        Ink(74, 46, 31),
        Ink(40, 24, 17),
    ],
];

/// Hair from black to fair: mass, light, dark.
const HAIR: [[Ink; 3]; 5] = [
    [Ink(34, 30, 30), Ink(82, 74, 72), Ink(14, 12, 13)],
    [Ink(54, 38, 30), Ink(110, 82, 64), Ink(26, 18, 14)],
    [Ink(92, 64, 44), Ink(152, 112, 80), Ink(50, 33, 22)],
    [Ink(126, 82, 50), Ink(184, 130, 86), Ink(74, 44, 26)],
    [Ink(172, 138, 94), Ink(222, 192, 146), Ink(116, 88, 56)],
];

/// Irises: the outer ring, the field, and the rays about the pupil.
const IRIS: [[Ink; 3]; 5] = [
    [Ink(30, 18, 12), Ink(70, 42, 26), Ink(112, 70, 42)],
    [Ink(38, 24, 14), Ink(94, 60, 34), Ink(146, 98, 56)],
    [Ink(46, 42, 24), Ink(104, 96, 60), Ink(154, 128, 76)],
    [Ink(38, 56, 56), Ink(96, 124, 118), Ink(160, 160, 124)],
    [Ink(40, 56, 76), Ink(104, 132, 158), Ink(168, 184, 190)],
];

#[derive(Clone, Copy, Debug)]
pub(super) struct Colours {
    pub lit: Ink,
    pub skin: Ink,
    pub shade: Ink,
    pub deep: Ink,
    pub blush: Ink,
    pub lip: Ink,
    pub lip_dark: Ink,
    pub hair: Ink,
    pub hair_light: Ink,
    pub hair_dark: Ink,
    pub iris: [Ink; 3],
}

/// How grey somebody is, 0 to 1.
pub(super) fn grey(face: &Face) -> f32 {
    ((f32::from(face.age) - 38.0) / 30.0)
        .clamp(0.0, 1.0)
        .powf(1.2)
        * 0.9
}

impl Colours {
    pub fn of(face: &Face) -> Self {
        let tone = usize::from(face.build.skin).min(SKIN.len() - 1);
        let [lit, skin, shade, deep] = SKIN[tone];
        let pick = usize::from(face.build.hair).min(HAIR.len() - 1);
        let grey = grey(face);
        let [hair, hair_light, hair_dark] = HAIR[pick];
        let iris = match (tone, pick) {
            (3.., _) => pick % 2,
            (_, 0) => 1,
            (_, other) => (other + tone) % IRIS.len(),
        };
        let red = if tone < 3 {
            Ink(196, 92, 84)
        } else {
            Ink(130, 52, 46)
        };
        let soft = if face.build.soft { 0.50 } else { 0.34 };
        let old = ((f32::from(face.age) - 50.0) / 40.0).clamp(0.0, 0.4);
        Self {
            lit,
            skin: skin.mix(skin.grey(), old * 0.4),
            shade: shade.mix(shade.grey(), old * 0.3),
            deep,
            blush: skin.mix(red, 0.55),
            lip: skin.mix(red, soft).mix(shade, 0.22).mix(skin, old * 0.6),
            lip_dark: shade.mix(red, soft * 0.8).mix(deep, 0.34),
            hair: hair.mix(Ink(150, 148, 146), grey),
            hair_light: hair_light.mix(Ink(214, 212, 210), grey),
            hair_dark: hair_dark.mix(Ink(88, 87, 88), grey),
            iris: IRIS[iris],
        }
    }
}
