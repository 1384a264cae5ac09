//! Colour roles on entities, and the systems that paint them.

use bevy::ecs::system::SystemParam;
use bevy::prelude::*;
use bevy::text::TextCursorStyle;

use super::{Contrast, Tone, Viewer, colour};

/// Background of a node.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(BackgroundColor)]
pub struct Fill(pub Tone);

/// Colour of all four borders, or of the left one and the rest.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
#[require(BorderColor)]
pub enum Edge {
    All(Tone),
    /// The left edge names the originator; the rest is as given.
    Left(Tone, Tone),
    Top(Tone, Tone),
    Bottom(Tone, Tone),
}

/// Colour of a text or an icon.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(pub Tone);

/// What a node lays on the ground behind it; `ring` is the gap inside a white ring.
#[derive(Component, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Casts {
    pub shadow: Shadow,
    pub ring: bool,
}

/// Only paper and dialogs cast one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shadow {
    #[default]
    None,
    Paper,
    Dialog,
}

impl Casts {
    pub const PAPER: Casts = Casts {
        shadow: Shadow::Paper,
        ring: false,
    };
    pub const DIALOG: Casts = Casts {
        shadow: Shadow::Dialog,
        ring: false,
    };
}

/// The colours as they are now.
#[derive(SystemParam)]
pub struct Colours<'w> {
    viewer: Res<'w, Viewer>,
    contrast: Res<'w, Contrast>,
}

impl Colours<'_> {
    pub fn of(&self, tone: Tone) -> Color {
        colour(tone, *self.viewer, self.contrast.0)
    }

    /// Everything must be painted again.
    pub fn fresh(&self) -> bool {
        self.viewer.is_changed() || self.contrast.is_changed()
    }
}

/// What lies behind shows through: the gap inside the ring is this node's border of 2 px, and only that.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Hollow;

/// Painting happens in `PostUpdate`, before layout and text.
pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PostUpdate,
        (fills, edges, inks, icons, cursors, grounds)
            .in_set(super::Painting)
            .before(bevy::ui::UiSystems::Prepare),
    );
}

fn fills(colours: Colours, mut nodes: Query<(Ref<Fill>, &mut BackgroundColor)>) {
    let all = colours.fresh();
    for (fill, mut background) in &mut nodes {
        if all || fill.is_changed() {
            background.0 = colours.of(fill.0);
        }
    }
}

fn edges(colours: Colours, mut nodes: Query<(Ref<Edge>, &mut BorderColor)>) {
    let all = colours.fresh();
    for (edge, mut border) in &mut nodes {
        if !all && !edge.is_changed() {
            continue;
        }
        *border = match *edge {
            Edge::All(tone) => BorderColor::all(colours.of(tone)),
            Edge::Left(left, rest) => BorderColor {
                left: colours.of(left),
                ..BorderColor::all(colours.of(rest))
            },
            Edge::Top(top, rest) => BorderColor {
                top: colours.of(top),
                ..BorderColor::all(colours.of(rest))
            },
            Edge::Bottom(bottom, rest) => BorderColor {
                bottom: colours.of(bottom),
                ..BorderColor::all(colours.of(rest))
            },
        };
    }
}

fn inks(colours: Colours, mut texts: Query<(Ref<Ink>, &mut TextColor)>) {
    let all = colours.fresh();
    for (ink, mut text) in &mut texts {
        if all || ink.is_changed() {
            text.0 = colours.of(ink.0);
        }
    }
}

fn icons(colours: Colours, mut images: Query<(Ref<Ink>, &mut ImageNode)>) {
    let all = colours.fresh();
    for (ink, mut image) in &mut images {
        if all || ink.is_changed() {
            image.color = colours.of(ink.0);
        }
    }
}

fn cursors(colours: Colours, mut fields: Query<&mut TextCursorStyle>) {
    if colours.fresh() || fields.iter().any(|field| field.color == Color::NONE) {
        for mut field in &mut fields {
            field.color = colours.of(Tone::Accent);
            field.selection_color = colours.of(Tone::AccentDim);
            field.unfocused_selection_color = colours.of(Tone::Room3);
        }
    }
}

fn grounds(
    colours: Colours,
    nodes: Query<(Entity, Ref<Casts>, Has<Hollow>)>,
    mut commands: Commands,
) {
    let all = colours.fresh();
    for (entity, casts, hollow) in &nodes {
        if !all && !casts.is_changed() {
            continue;
        }
        let mut shadows = Vec::new();
        if casts.ring && !hollow {
            shadows.push(ShadowStyle {
                color: colours.of(Tone::Room0),
                x_offset: Val::ZERO,
                y_offset: Val::ZERO,
                spread_radius: px(2),
                blur_radius: Val::ZERO,
            });
        }
        match casts.shadow {
            Shadow::None => {}
            Shadow::Paper => shadows.push(ShadowStyle {
                color: Color::srgba_u8(0, 0, 0, 0x59),
                x_offset: Val::ZERO,
                y_offset: px(1),
                spread_radius: Val::ZERO,
                blur_radius: px(3),
            }),
            Shadow::Dialog => shadows.push(ShadowStyle {
                color: Color::srgba_u8(0, 0, 0, 0xa6),
                x_offset: Val::ZERO,
                y_offset: px(18),
                spread_radius: Val::ZERO,
                blur_radius: px(48),
            }),
        }
        commands.entity(entity).try_insert(BoxShadow(shadows));
    }
}
