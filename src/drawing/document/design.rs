//! How each state's documents look, from the descriptions in `assets/documents`.
//!
//! Lengths are millimetres on a page of 125×88. What a state's books are protected with stands in the engine's
//! table of issuers; a description says where each of it is. A description that has an unknown word, or lacks
//! one, is refused with its line.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Rect;
use crate::drawing::ink::Ink;
use crate::engine::encounter::document::issuer::Feature;

/// Drawing units in a millimetre.
pub const MM: f32 = 10.0;

/// Left, top, width, height in millimetres.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Area(pub f32, pub f32, pub f32, pub f32);

impl Area {
    /// In units of the drawing.
    #[must_use]
    pub fn rect(self) -> Rect {
        Rect {
            left: self.0 * MM,
            top: self.1 * MM,
            width: self.2 * MM,
            height: self.3 * MM,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Palette {
    /// The page, from the upper left to the lower right.
    pub paper: Ink,
    pub tint: Ink,
    pub title: Ink,
    /// Behind the title, if it stands on a band.
    pub band: Option<Ink>,
    pub label: Ink,
    pub ink: Ink,
    /// The number of the book.
    pub number: Ink,
    /// The two inks of the fine lines.
    pub fine: (Ink, Ink),
    pub emblem: Ink,
    /// The two inks that glow.
    pub glow: (Ink, Ink),
}

/// A way of setting text.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Letters {
    pub size: f32,
    #[serde(default)]
    pub tracking: f32,
    #[serde(default)]
    pub bold: bool,
    #[serde(default)]
    pub mono: bool,
    /// Width of a letter against its own.
    #[serde(default = "one")]
    pub squeeze: f32,
    /// Degrees.
    #[serde(default)]
    pub slant: f32,
}

fn one() -> f32 {
    1.0
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Emblem {
    Sun,
    Bridge,
    Peaks,
    Compass,
    Globe,
}

/// Lines that run over the whole page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waves {
    pub lines: u16,
    /// Length, height, and by how much of a turn each line is ahead of the one above.
    pub swell: Vec<(f32, f32, f32)>,
    /// Degrees by which the whole is turned.
    #[serde(default)]
    pub turned: f32,
    pub width: f32,
}

/// Closed lines around a point.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rosette {
    pub at: (f32, f32),
    pub radius: f32,
    pub petals: u16,
    pub lines: u16,
    /// How deep petals are cut, 0 to 1.
    pub depth: f32,
    /// How many petals one line lies over, for those that cross themselves.
    #[serde(default = "once")]
    pub winding: u16,
}

fn once() -> u16 {
    1
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guilloche {
    pub waves: Waves,
    pub rosettes: Vec<Rosette>,
    /// Height of a woven band under the title, or along the edges if `frame`.
    pub band: Option<Area>,
    #[serde(default)]
    pub frame: bool,
}

/// What stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Slot {
    Code,
    State,
    Number,
    Surname,
    Given,
    Nationality,
    Birth,
    Sex,
    Issued,
    Expiry,
    Place,
}

impl Slot {
    pub const ALL: [Self; 11] = [
        Self::Code,
        Self::State,
        Self::Number,
        Self::Surname,
        Self::Given,
        Self::Nationality,
        Self::Birth,
        Self::Sex,
        Self::Issued,
        Self::Expiry,
        Self::Place,
    ];
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placed {
    pub what: Slot,
    pub label: String,
    /// Left end of the upper line of writing.
    pub at: (f32, f32),
    pub wide: f32,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    pub title: (f32, f32),
    /// Right end of the kind of document.
    pub kind: (f32, f32),
    /// Middle and radius of the emblem.
    pub emblem: (f32, f32, f32),
    pub portrait: Area,
    /// A second, pale portrait.
    pub ghost: Option<Area>,
    pub signature: Area,
    pub fields: Vec<Placed>,
    /// Labels stand under what they name.
    #[serde(default)]
    pub label_below: bool,
    /// Fields stand on lines.
    #[serde(default)]
    pub ruled: bool,
}

/// A state's passport page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// The state's three letters; none for what no state issues.
    pub code: String,
    pub title: String,
    pub kind: String,
    pub card: String,
    pub palette: Palette,
    pub titles: Letters,
    pub kinds: Letters,
    pub labels: Letters,
    pub values: Letters,
    pub numbers: Letters,
    pub emblem: Emblem,
    pub guilloche: Guilloche,
    pub layout: Layout,
    /// Where each feature is that a page can have.
    pub features: Vec<(Feature, Area)>,
}

impl Design {
    /// Where a feature is on the data page; none for what is on other pages.
    #[must_use]
    pub fn place(&self, feature: Feature) -> Option<Rect> {
        let own = self.features.iter().find(|(f, _)| *f == feature);
        own.map(|(_, area)| area.rect())
    }
}

/// A description that is none.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{name}, {cause}")]
pub struct Broken {
    pub name: String,
    pub cause: Box<ron::error::SpannedError>,
}

/// Reads a description; `name` is for the error.
///
/// # Errors
///
/// [`Broken`], with line and column.
pub fn parse(name: &str, text: &str) -> Result<Design, Broken> {
    ron::from_str(text).map_err(|cause| Broken {
        name: name.to_owned(),
        cause: Box::new(cause),
    })
}

/// The descriptions of the program, by file. The last is for documents that no state issues.
pub const FILES: [(&str, &str); 5] = [
    (
        "utopia.ron",
        include_str!("../../../assets/documents/utopia.ron"),
    ),
    (
        "velmark.ron",
        include_str!("../../../assets/documents/velmark.ron"),
    ),
    (
        "kessaria.ron",
        include_str!("../../../assets/documents/kessaria.ron"),
    ),
    (
        "dunmar.ron",
        include_str!("../../../assets/documents/dunmar.ron"),
    ),
    (
        "fantasy.ron",
        include_str!("../../../assets/documents/fantasy.ron"),
    ),
];

static DESIGNS: LazyLock<Vec<Design>> = LazyLock::new(|| {
    let all = FILES.iter().map(|(name, text)| parse(name, text));
    all.collect::<Result<_, _>>()
        .unwrap_or_else(|broken| panic!("built in: {broken}"))
});

/// The design of a state's documents, or of one that nobody has heard of.
#[must_use]
pub fn design(code: &str) -> &'static Design {
    let own = DESIGNS.iter().find(|d| d.code == code);
    own.unwrap_or(&DESIGNS[DESIGNS.len() - 1])
}
