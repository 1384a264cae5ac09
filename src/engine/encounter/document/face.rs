//! Faces, by what does not change in them and what does.

/// What stays in a face as it ages, in the order in which it is compared: ears and marks last, for they
/// tell most and are looked at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// A face on a photograph or before the counter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Face {
    /// Years.
    pub age: u8,
    /// 0 short, 1 to the shoulders, 2 tied back, 3 cropped.
    pub hair: u8,
    pub glasses: bool,
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
            lasting,
        };
        for (kind, of) in face.lasting.iter_mut().zip(Trait::ALL) {
            *kind %= of.kinds();
        }
        face
    }

    #[must_use]
    pub fn of(&self, of: Trait) -> u8 {
        self.lasting[of as usize]
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
