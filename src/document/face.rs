//! Faces, by what does not change in them and what does.

use serde::{Deserialize, Serialize};

/// What stays in a face as it ages, in the order in which it is compared: ears and marks last, for they
/// tell most and are looked at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Trait {
    Shape,
    Eyes,
    Nose,
    Mouth,
    Ears,
    Mark,
}

impl Trait {
    pub const ALL: [Self; 6] = [
        Self::Shape,
        Self::Eyes,
        Self::Nose,
        Self::Mouth,
        Self::Ears,
        Self::Mark,
    ];

    /// How many kinds there are of each.
    #[must_use]
    pub fn kinds(self) -> u8 {
        match self {
            Self::Shape | Self::Eyes | Self::Nose | Self::Mouth | Self::Ears => 4,
            Self::Mark => 6,
        }
    }
}

/// What goes with a person and is told of nobody: it is the same on a photograph, and an impostor has it too,
/// for whoever lends a book looks for somebody alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Build {
    /// A softer jaw, thinner brows.
    pub soft: bool,
    /// From light to dark, 0 to 5.
    pub skin: u8,
    /// From black over brown to fair, 0 to 4; years make it grey.
    pub hair: u8,
    /// 0 shaven, 1 stubble, 2 moustache, 3 short beard.
    pub beard: u8,
}

impl Build {
    /// From any bytes.
    #[must_use]
    pub fn from_bytes(soft: bool, of: [u8; 6]) -> Self {
        let skin = of[0] / 4 % 6;
        Self {
            soft,
            skin,
            // Fair hair seldom goes with dark skin.
            hair: of[1] / 4 % if skin > 2 { 2 } else { 5 },
            beard: if soft || of[2] < 112 {
                0
            } else {
                1 + of[2] % 3
            },
        }
    }
}

/// A face on a photograph or before the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Face {
    /// Years.
    pub age: u8,
    /// 0 short, 1 to the shoulders, 2 tied back, 3 cropped.
    pub hair: u8,
    pub glasses: bool,
    pub build: Build,
    /// By [`Trait`].
    lasting: [u8; 6],
}

impl Face {
    #[must_use]
    pub fn new(age: u8, hair: u8, glasses: bool, lasting: [u8; 6]) -> Self {
        let mut face = Self {
            age,
            hair: hair % 4,
            glasses,
            build: Build::default(),
            lasting,
        };
        for (kind, of) in face.lasting.iter_mut().zip(Trait::ALL) {
            *kind %= of.kinds();
        }
        face
    }

    #[must_use]
    pub fn with(self, build: Build) -> Self {
        Self { build, ..self }
    }

    #[must_use]
    pub fn of(&self, of: Trait) -> u8 {
        self.lasting[of as usize]
    }

    /// The same face, but for this trait.
    #[must_use]
    pub fn having(mut self, of: Trait, kind: u8) -> Self {
        self.lasting[of as usize] = kind % of.kinds();
        self
    }

    /// The traits in which two faces differ that do not change with the years: none in the same person.
    #[must_use]
    pub fn apart(&self, other: &Self) -> Vec<Trait> {
        let all = Trait::ALL.into_iter();
        all.filter(|t| self.of(*t) != other.of(*t)).collect()
    }

    /// Somebody else who differs in exactly these traits.
    #[must_use]
    pub fn double(mut self, differs: &[Trait]) -> Self {
        for of in differs {
            self.lasting[*of as usize] = (self.of(*of) + 1) % of.kinds();
        }
        self
    }

    /// The same person so many years on, with other hair and with or without glasses.
    #[must_use]
    pub fn later(mut self, years: u8, hair: u8, glasses: bool) -> Self {
        self.age = self.age.saturating_add(years);
        self.hair = hair % 4;
        self.glasses = glasses;
        self
    }
}
