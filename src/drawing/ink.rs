//! Colours that can be mixed, and what a light makes of them.
//!
//! A drawing that is looked at under several lights names its colours as they are in daylight, and each goes
//! through a [`Tone`] on its way into the SVG; nothing is filtered afterwards, so every line stays a line.

use std::fmt;

use serde::Deserialize;

/// A colour in daylight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Ink(pub u8, pub u8, pub u8);

/// Why a text is no colour.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no colour: write #rrggbb")]
pub struct NoInk(String);

impl TryFrom<String> for Ink {
    type Error = NoInk;

    fn try_from(text: String) -> Result<Self, NoInk> {
        let part = |at: usize| {
            let two = text.get(at..at + 2)?;
            u8::from_str_radix(two, 16).ok()
        };
        let whole = text.len() == 7 && text.starts_with('#');
        match (part(1), part(3), part(5)) {
            (Some(r), Some(g), Some(b)) if whole => Ok(Self(r, g, b)),
            _ => Err(NoInk(text)),
        }
    }
}

/// As `#rrggbb`.
impl fmt::Display for Ink {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl Ink {
    pub const WHITE: Self = Self(255, 255, 255);
    pub const BLACK: Self = Self(0, 0, 0);

    /// So much of `other` (0 to 1) in this.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let share = share.clamp(0.0, 1.0);
        let one = |a: u8, b: u8| byte(f32::from(a) + (f32::from(b) - f32::from(a)) * share);
        Self(
            one(self.0, other.0),
            one(self.1, other.1),
            one(self.2, other.2),
        )
    }

    /// How light it is, 0 to 1.
    #[must_use]
    pub fn light(self) -> f32 {
        (0.299 * f32::from(self.0) + 0.587 * f32::from(self.1) + 0.114 * f32::from(self.2)) / 255.0
    }

    /// Without colour.
    #[must_use]
    pub fn grey(self) -> Self {
        let all = byte(self.light() * 255.0);
        Self(all, all, all)
    }

    /// As through glass of another colour.
    #[must_use]
    pub fn times(self, glass: Self) -> Self {
        let one = |a: u8, b: u8| byte(f32::from(a) * f32::from(b) / 255.0);
        Self(
            one(self.0, glass.0),
            one(self.1, glass.1),
            one(self.2, glass.2),
        )
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "clamped to a byte before"
)]
fn byte(value: f32) -> u8 {
    value.clamp(0.0, 255.0).round() as u8
}

/// What a light makes of colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Daylight.
    Plain,
    /// Daylight on a print: less depth, a little of the paper.
    Printed,
    /// A low lamp from the side.
    Raking,
    /// A lamp behind the paper.
    Behind,
    /// Ultraviolet on paper that does not shine.
    Violet,
    /// Ultraviolet on paper with brightener.
    Shining,
}

impl Tone {
    #[must_use]
    pub fn of(self, ink: Ink) -> Ink {
        match self {
            Self::Plain => ink,
            Self::Printed => ink
                .mix(ink.grey(), 0.12)
                .mix(Ink(236, 231, 222), 0.13)
                .mix(Ink(40, 38, 44), 0.04),
            Self::Raking => ink.times(Ink(222, 214, 200)).mix(Ink(40, 34, 30), 0.10),
            Self::Behind => {
                let light = ink.light();
                let lit = Ink(54, 28, 10).mix(Ink(238, 212, 164), light.powf(0.9));
                lit.mix(ink, 0.16)
            }
            Self::Violet => ramp(
                ink.light(),
                Ink(14, 8, 36),
                Ink(84, 75, 146),
                Ink(142, 134, 202),
            ),
            Self::Shining => ramp(
                ink.light(),
                Ink(22, 18, 62),
                Ink(104, 112, 200),
                Ink(214, 222, 255),
            ),
        }
    }
}

fn ramp(light: f32, low: Ink, middle: Ink, high: Ink) -> Ink {
    if light < 0.5 {
        low.mix(middle, light * 2.0)
    } else {
        middle.mix(high, light * 2.0 - 1.0)
    }
}
