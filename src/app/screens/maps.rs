//! Small maps of a case: what the public map shows, nothing that must be found out.

use crate::drawing::map::{Known, Label, Land, Line, MapDrawing, Place, ViewBox};
use crate::scenario::model::Map;
use crate::scenario::words::PlaceKind;

/// The case's map as a drawing of this size, with names in `lang`.
#[must_use]
pub fn thumbnail(map: &Map, lang: &str, width: f32, height: f32) -> String {
    // In a small picture names would lie on each other.
    let names = width >= 240.0;
    let drawing = MapDrawing {
        size: map.size,
        land: map
            .land
            .iter()
            .map(|(of, outline)| Land { of: *of, outline })
            .collect(),
        lines: map
            .lines
            .iter()
            .map(|(kind, path)| Line { kind: *kind, path })
            .collect(),
        labels: map
            .labels
            .iter()
            .map(|label| Label {
                text: label.text.get(lang),
                at: label.at,
                kind: label.kind,
            })
            .collect(),
        places: map
            .places
            .iter()
            .filter(|place| !place.hidden)
            .map(|place| Place {
                name: place.name.get(lang),
                at: place.at,
                kind: place.kind,
                side: place.label,
                emphasised: names && place.kind == PlaceKind::Town,
                selected: false,
                known: Known::default(),
            })
            .collect(),
        thumbnail: true,
        ..MapDrawing::default()
    };
    let (view, zoom) = ViewBox::cover(map.size, width, height);
    drawing.svg(view, zoom)
}
