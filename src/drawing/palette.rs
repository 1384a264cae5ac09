//! The tokens of the visual design: every colour that the program draws with.
//!
//! Strings of the form `#rrggbb`, so that drawings and the theme of the interface read the same
//! constants. Which text colour is legible on which surface is fixed in the design notes; a colour that is
//! not here is not used.

use crate::scenario::ids::Team;

// The room: everything that is program.
/// Window background.
pub const ROOM_0: &str = "#10171c";
/// Panel.
pub const ROOM_1: &str = "#18212a";
/// Control, or card on a panel.
pub const ROOM_2: &str = "#212c36";
/// Track of a meter, hover.
pub const ROOM_3: &str = "#2d3a46";
/// Hairline between things.
pub const RULE: &str = "#34424f";
/// Hairline between rows of one thing.
pub const RULE_SOFT: &str = "#263340";
/// Outline of a control.
pub const RULE_STRONG: &str = "#5f7282";
pub const TEXT: &str = "#edf1f3";
pub const TEXT_2: &str = "#bcc8d0";
pub const TEXT_3: &str = "#98a7b2";
/// Focus, selection, picked fact.
pub const RING: &str = "#ffffff";

// Paper: everything that belongs to the case.
pub const PAPER: &str = "#f5f1e7";
pub const PAPER_2: &str = "#eae4d6";
/// Hairline on paper.
pub const PAPER_RULE: &str = "#cdc4b1";
/// Outline of a control on paper.
pub const PAPER_RULE_STRONG: &str = "#857c6a";
pub const INK: &str = "#1d2327";
pub const INK_2: &str = "#4c5153";

// The services: colour, shape and name, always together.
/// North on the room.
pub const NORTH: &str = "#45baa9";
/// Fill on the room.
pub const NORTH_DIM: &str = "#163c3a";
/// North on paper.
pub const NORTH_INK: &str = "#08645a";
/// Fill on paper.
pub const NORTH_WASH: &str = "#d3e7e1";
/// Text on [`NORTH`].
pub const ON_NORTH: &str = "#06211e";
/// South on the room.
pub const SOUTH: &str = "#eaa640";
/// Fill on the room.
pub const SOUTH_DIM: &str = "#45310f";
/// South on paper.
pub const SOUTH_INK: &str = "#835000";
/// Fill on paper.
pub const SOUTH_WASH: &str = "#f5e2bf";
/// Text on [`SOUTH`].
pub const ON_SOUTH: &str = "#2a1b00";
/// Accent of facilitator, debrief and home.
pub const NEUTRAL: &str = "#dbe3e8";
/// Fill of the neutral accent on the room.
pub const NEUTRAL_DIM: &str = "#33414d";
/// Text on [`NEUTRAL`].
pub const ON_NEUTRAL: &str = "#12191f";

// The one alarm colour; never without an icon and a word.
pub const ALERT: &str = "#ff8f7e";
pub const ALERT_DIM: &str = "#4a211d";
pub const ALERT_INK: &str = "#9c2416";
pub const ALERT_WASH: &str = "#f6dcd5";

// The map.
/// Soil of North.
pub const LAND_N: &str = "#f1ecdf";
/// Soil of South.
pub const LAND_S: &str = "#e7e0cf";
/// An island of neither.
pub const LAND_NEUTRAL: &str = "#ece6d7";
pub const SEA: &str = "#d3dfe3";
/// Shallow water, from the outer band to the shore.
pub const SHALLOWS: [&str; 2] = ["#cbd9de", "#c3d3d9"];
pub const COAST: &str = "#7f98a2";
pub const RIVER: &str = "#9db8c1";
/// Names of water.
pub const WATER_INK: &str = "#3e5d69";
/// Names of countries.
pub const LAND_INK: &str = "#6a6354";
/// Casing of a road.
pub const ROAD: &str = "#8b7d67";
/// Inside of a road, fill of an open mark.
pub const ROAD_FILL: &str = "#f8f3e6";
pub const TRACK: &str = "#b3a68f";
pub const RAIL: &str = "#565a5c";
pub const BORDER: &str = "#7a4f6d";
/// Counter of an officer of North on the map.
pub const COUNTER_N: &str = "#0b6f64";
/// Counter of an officer of South on the map.
pub const COUNTER_S: &str = "#8f5a04";

/// Font stack of every drawing.
pub const SANS: &str = "Noto Sans, Noto Sans Thai, sans-serif";
/// Font stack of item numbers and machine-readable zones.
pub const MONO: &str = "DejaVu Sans Mono, monospace";

/// The four colours of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TeamColours {
    /// On the room.
    pub bright: &'static str,
    /// Fill on the room.
    pub dim: &'static str,
    /// On paper.
    pub ink: &'static str,
    /// Fill on paper.
    pub wash: &'static str,
    /// Text on `bright`.
    pub on_bright: &'static str,
}

/// The colours of `team`.
#[must_use]
pub const fn team(team: Team) -> TeamColours {
    match team {
        Team::North => TeamColours {
            bright: NORTH,
            dim: NORTH_DIM,
            ink: NORTH_INK,
            wash: NORTH_WASH,
            on_bright: ON_NORTH,
        },
        Team::South => TeamColours {
            bright: SOUTH,
            dim: SOUTH_DIM,
            ink: SOUTH_INK,
            wash: SOUTH_WASH,
            on_bright: ON_SOUTH,
        },
    }
}
