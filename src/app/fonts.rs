//! The fonts, built in, and which of them answers for which script.
//!
//! They go straight into the text system's collection and never into the asset store: a dropped font
//! asset clears the whole collection, and what is no asset cannot be dropped.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::text::FontCx;
use parley::fontique::{Blob, FallbackKey, FamilyId, Script};

use crate::drawing::raster::FONTS;

/// The family that every text asks for; the others answer where it has no glyph.
pub const SANS: &str = "Noto Sans";
/// Item numbers and machine-readable zones.
pub const MONO: &str = "DejaVu Sans Mono";

/// Scripts whose words the interface and the cases may hold; common signs take their neighbours' script.
const SCRIPTS: [[u8; 4]; 5] = [*b"Latn", *b"Thai", *b"Zyyy", *b"Zinh", *b"Grek"];

pub(super) fn plugin(app: &mut App) {
    let mut context = app.world_mut().resource_mut::<FontCx>();
    let mut families: Vec<FamilyId> = Vec::new();
    for (_, file) in FONTS {
        let added = context
            .collection
            .register_fonts(Blob::new(Arc::new(file)), None);
        for (family, _) in added {
            if !families.contains(&family) {
                families.push(family);
            }
        }
    }
    for script in SCRIPTS {
        let key = FallbackKey::new(Script::from_bytes(script), None);
        context
            .collection
            .append_fallbacks(key, families.iter().copied());
    }
}
