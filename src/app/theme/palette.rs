//! The colours by their names in the design, for the normal and the high-contrast room.
//!
//! Nothing outside this file knows a colour; everything else names a [`Tone`].

use bevy::color::{Alpha, Color};

use super::Viewer;
use crate::drawing::palette as p;

/// A colour by its role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tone {
    /// Nothing at all.
    Clear,
    /// Window, panel, control or card, track or hover.
    Room0,
    Room1,
    Room2,
    Room3,
    /// Hairline, and the outline of a control.
    Rule,
    RuleStrong,
    /// Body, secondary and hints on the room.
    Text,
    Text2,
    Text3,
    /// Everything that belongs to the case.
    Paper,
    Paper2,
    PaperRule,
    PaperRuleStrong,
    Ink,
    Ink2,
    North,
    NorthDim,
    NorthInk,
    NorthWash,
    South,
    SouthDim,
    SouthInk,
    SouthWash,
    /// The one alarm colour; always with an icon and a word.
    Alert,
    AlertDim,
    AlertInk,
    AlertWash,
    /// Of whoever sits here: on the room, as a fill, text on it, and its hover.
    Accent,
    AccentDim,
    OnAccent,
    /// The accent at rest under words that must stay legible: a held button.
    AccentHalf,
    /// The white ring of focus, selection and picked fact.
    Ring,
    /// Behind a dialog.
    Veil,
    /// Land, sea and coast of the map.
    Land,
    Sea,
    Coast,
}

/// The colour that `tone` has for this viewer.
#[must_use]
pub fn colour(tone: Tone, viewer: Viewer, contrast: bool) -> Color {
    if tone == Tone::AccentHalf {
        return colour(Tone::Accent, viewer, contrast).with_alpha(0.35);
    }
    let [r, g, b, a] = (if contrast {
        high(tone, viewer)
    } else {
        usual(tone, viewer)
    })
    .to_be_bytes();
    Color::srgba_u8(r, g, b, a)
}

fn usual(tone: Tone, viewer: Viewer) -> u32 {
    match tone {
        Tone::Clear | Tone::AccentHalf => 0x0000_0000,
        Tone::Room0 => rgb(p::ROOM_0),
        Tone::Room1 => rgb(p::ROOM_1),
        Tone::Room2 => rgb(p::ROOM_2),
        Tone::Room3 => rgb(p::ROOM_3),
        Tone::Rule => rgb(p::RULE),
        Tone::RuleStrong => rgb(p::RULE_STRONG),
        Tone::Text => rgb(p::TEXT),
        Tone::Text2 => rgb(p::TEXT_2),
        Tone::Text3 => rgb(p::TEXT_3),
        Tone::Paper => rgb(p::PAPER),
        Tone::Paper2 => rgb(p::PAPER_2),
        Tone::PaperRule => rgb(p::PAPER_RULE),
        Tone::PaperRuleStrong => rgb(p::PAPER_RULE_STRONG),
        Tone::Ink => rgb(p::INK),
        Tone::Ink2 => rgb(p::INK_2),
        Tone::North => rgb(p::NORTH),
        Tone::NorthDim => rgb(p::NORTH_DIM),
        Tone::NorthInk => rgb(p::NORTH_INK),
        Tone::NorthWash => rgb(p::NORTH_WASH),
        Tone::South => rgb(p::SOUTH),
        Tone::SouthDim => rgb(p::SOUTH_DIM),
        Tone::SouthInk => rgb(p::SOUTH_INK),
        Tone::SouthWash => rgb(p::SOUTH_WASH),
        Tone::Alert => rgb(p::ALERT),
        Tone::AlertDim => rgb(p::ALERT_DIM),
        Tone::AlertInk => rgb(p::ALERT_INK),
        Tone::AlertWash => rgb(p::ALERT_WASH),
        Tone::Accent => match viewer {
            Viewer::North => rgb(p::NORTH),
            Viewer::South => rgb(p::SOUTH),
            Viewer::Neutral => rgb(p::NEUTRAL),
        },
        Tone::AccentDim => match viewer {
            Viewer::North => rgb(p::NORTH_DIM),
            Viewer::South => rgb(p::SOUTH_DIM),
            Viewer::Neutral => rgb(p::NEUTRAL_DIM),
        },
        Tone::OnAccent => match viewer {
            Viewer::North => rgb(p::ON_NORTH),
            Viewer::South => rgb(p::ON_SOUTH),
            Viewer::Neutral => rgb(p::ON_NEUTRAL),
        },
        Tone::Ring => rgb(p::RING),
        Tone::Veil => 0x080c_0fd9,
        Tone::Land => rgb(p::LAND_N),
        Tone::Sea => rgb(p::SEA),
        Tone::Coast => rgb(p::COAST),
    }
}

/// Darker floors, lighter words and outlines; the teams keep their hue.
fn high(tone: Tone, viewer: Viewer) -> u32 {
    match tone {
        Tone::Room0 => 0x0000_00ff,
        Tone::Room1 => 0x0a0f_13ff,
        Tone::Room2 => 0x141c_23ff,
        Tone::Room3 => 0x2536_43ff,
        Tone::Rule => 0x7488_98ff,
        Tone::RuleStrong => 0xb4c3_ceff,
        Tone::Text | Tone::Ring => 0xffff_ffff,
        Tone::Text2 => 0xe8ee_f2ff,
        Tone::Text3 => 0xcdd8_dfff,
        Tone::Paper => 0xffff_ffff,
        Tone::Paper2 => 0xf2ef_e8ff,
        Tone::PaperRule => 0x857c_6aff,
        Tone::PaperRuleStrong => 0x4c46_3aff,
        Tone::Ink => 0x0000_00ff,
        Tone::Ink2 => 0x2629_2bff,
        Tone::North => 0x6fe0_cfff,
        Tone::South => 0xffc4_66ff,
        Tone::Alert => 0xffb3_a7ff,
        Tone::NorthInk => 0x0049_41ff,
        Tone::SouthInk => 0x613b_00ff,
        Tone::Veil => 0x0000_00ee,
        Tone::Accent => match viewer {
            Viewer::North => high(Tone::North, viewer),
            Viewer::South => high(Tone::South, viewer),
            Viewer::Neutral => 0xffff_ffff,
        },
        Tone::OnAccent => 0x0000_00ff,
        other => usual(other, viewer),
    }
}

/// `#rrggbb` as red, green, blue and full alpha.
const fn rgb(hex: &str) -> u32 {
    let digits = hex.as_bytes();
    let mut value = 0;
    let mut at = 1;
    while at < digits.len() {
        let digit = match digits[at] {
            c @ b'0'..=b'9' => c - b'0',
            c @ b'a'..=b'f' => c - b'a' + 10,
            _ => 0,
        };
        value = value * 16 + digit as u32;
        at += 1;
    }
    value * 256 + 255
}
