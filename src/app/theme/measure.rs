//! Sizes: type, spacing, radii, heights. Logical pixels at interface scale 1.

use bevy::prelude::*;

pub const GAP_1: f32 = 4.0;
pub const GAP_2: f32 = 8.0;
pub const GAP_3: f32 = 12.0;
pub const GAP_4: f32 = 16.0;
pub const GAP_5: f32 = 24.0;
pub const GAP_6: f32 = 32.0;

pub const R_PAPER: f32 = 3.0;
pub const R_CONTROL: f32 = 5.0;
pub const R_PANEL: f32 = 6.0;
pub const R_DIALOG: f32 = 10.0;

pub const BAR: f32 = 60.0;
pub const HEAD: f32 = 40.0;
pub const BUTTON: f32 = 34.0;
pub const BUTTON_SMALL: f32 = 28.0;

/// The design size; 1280×720 works too.
pub const WINDOW: (u32, u32) = (1366, 768);

/// Interface scale in per cent.
pub const SCALES: [u16; 7] = [80, 90, 100, 125, 150, 175, 200];

/// A step of the type scale with its line height; Thai needs every pixel of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Size {
    Label,
    Body,
    Head,
    Title,
    Figure,
    Display,
}

impl Size {
    /// Size and line height.
    #[must_use]
    pub fn px(self) -> (f32, f32) {
        match self {
            Size::Label => (13.0, 18.0),
            Size::Body => (15.0, 21.0),
            Size::Head => (17.0, 24.0),
            Size::Title => (21.0, 28.0),
            Size::Figure => (26.0, 36.0),
            Size::Display => (44.0, 60.0),
        }
    }
}

/// Size, weight and colour of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    pub size: Size,
    pub bold: bool,
    pub mono: bool,
    pub tone: super::Tone,
    pub wrap: bool,
    /// A word longer than its line is broken inside.
    pub anywhere: bool,
    pub justify: Justify,
}

impl Type {
    const fn of(size: Size, bold: bool, tone: super::Tone) -> Self {
        Self {
            size,
            bold,
            mono: false,
            tone,
            wrap: true,
            anywhere: false,
            justify: Justify::Left,
        }
    }

    pub const LABEL: Type = Type::of(Size::Label, false, super::Tone::Text2);
    pub const BODY: Type = Type::of(Size::Body, false, super::Tone::Text);
    pub const HEAD: Type = Type::of(Size::Head, true, super::Tone::Text);
    pub const TITLE: Type = Type::of(Size::Title, true, super::Tone::Text);
    pub const FIGURE: Type = Type::of(Size::Figure, true, super::Tone::Text);
    pub const DISPLAY: Type = Type::of(Size::Display, true, super::Tone::Text);

    #[must_use]
    pub const fn bold(mut self) -> Self {
        self.bold = true;
        self
    }

    #[must_use]
    pub const fn mono(mut self) -> Self {
        self.mono = true;
        self
    }

    #[must_use]
    pub const fn tone(mut self, tone: super::Tone) -> Self {
        self.tone = tone;
        self
    }

    /// For what people write themselves: a word longer than its line is broken inside.
    #[must_use]
    pub const fn anywhere(mut self) -> Self {
        self.anywhere = true;
        self
    }

    /// Never broken into lines.
    #[must_use]
    pub const fn one_line(mut self) -> Self {
        self.wrap = false;
        self
    }

    #[must_use]
    pub const fn centred(mut self) -> Self {
        self.justify = Justify::Center;
        self
    }
}
