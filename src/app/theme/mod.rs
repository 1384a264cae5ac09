//! How things look: colours by role, sizes, and who is looking.
//!
//! Entities carry roles ([`Fill`], [`Edge`], [`Ink`], [`Casts`]); this module turns roles into colours
//! whenever a role, the viewer or the contrast changes. No screen names a colour.

pub mod measure;
pub mod paint;
mod palette;

use bevy::prelude::*;

pub use measure::{Size, Type};
pub use paint::{Casts, Edge, Fill, Hollow, Ink};
pub use palette::{Tone, colour};

use crate::scenario::ids::Team;

/// Who sits at the screen: the room takes their colour.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Viewer {
    North,
    South,
    /// Facilitator, debrief, and the screens outside an exercise.
    #[default]
    Neutral,
}

impl From<Team> for Viewer {
    fn from(team: Team) -> Self {
        match team {
            Team::North => Viewer::North,
            Team::South => Viewer::South,
        }
    }
}

/// The high-contrast room.
#[derive(Resource, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Contrast(pub bool);

/// When roles become colours; what changes a role in `PostUpdate` does so before.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Painting;

/// The colours of a team on the room, as a fill there, on paper, and as a fill on paper.
#[must_use]
pub fn team_tones(team: Team) -> [Tone; 4] {
    match team {
        Team::North => [Tone::North, Tone::NorthDim, Tone::NorthInk, Tone::NorthWash],
        Team::South => [Tone::South, Tone::SouthDim, Tone::SouthInk, Tone::SouthWash],
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Viewer>().init_resource::<Contrast>();
    app.add_plugins(paint::plugin);
}
