//! Crisp text. The engine draws a glyph at a fraction of a pixel, which loses the last column of a
//! stem, and blends in linear light, which makes dark words on paper thin.
//!
//! Glyphs are set on whole pixels, and ink on paper is laid on twice.

use bevy::prelude::*;
use bevy::text::TextLayoutInfo;
use bevy::ui::UiSystems;

use super::theme::{Ink, Painting, Tone, paint::Colours};

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        PostUpdate,
        (
            snap.after(UiSystems::PostLayout),
            thicken.after(Painting).before(UiSystems::Prepare),
        ),
    );
}

fn snap(mut texts: Query<&mut TextLayoutInfo, Changed<TextLayoutInfo>>) {
    for mut text in &mut texts {
        for glyph in &mut text.bypass_change_detection().glyphs {
            let half = glyph.atlas_info.rect.size() / 2.0;
            glyph.position = (glyph.position - half).round() + half;
        }
    }
}

fn thicken(
    colours: Colours,
    texts: Query<(Entity, Ref<Ink>, Has<TextShadow>), With<Text>>,
    mut commands: Commands,
) {
    let all = colours.fresh();
    for (entity, ink, thick) in &texts {
        if !all && !ink.is_changed() {
            continue;
        }
        let dark = matches!(
            ink.0,
            Tone::Ink
                | Tone::Ink2
                | Tone::NorthInk
                | Tone::SouthInk
                | Tone::AlertInk
                | Tone::OnAccent
        );
        if dark {
            let shadow = TextShadow {
                offset: Vec2::ZERO,
                color: colours.of(ink.0),
            };
            commands.entity(entity).try_insert(shadow);
        } else if thick {
            commands.entity(entity).try_remove::<TextShadow>();
        }
    }
}
