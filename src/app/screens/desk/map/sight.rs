//! What part of the map is in sight: panning, zooming, and where a point of the map is then.
//!
//! The map never shows what lies beyond its frame, unless all of it is in sight.

use bevy::prelude::*;

use crate::drawing::map::ViewBox;

/// What part of the map is in sight.
#[derive(Resource, Clone, Copy, Debug, PartialEq)]
pub(in super::super) struct Sight {
    /// In map units; `None` for the middle.
    pub(super) centre: Option<(f32, f32)>,
    /// How many times nearer than the whole map.
    pub(super) factor: f32,
    /// Of the surface, in logical pixels; zero until it was laid out.
    pub(super) size: Vec2,
}

impl Default for Sight {
    fn default() -> Self {
        Self {
            centre: None,
            factor: 1.0,
            size: Vec2::ZERO,
        }
    }
}

/// Nearest.
const NEAREST: f32 = 6.0;
/// Half a place's control.
pub(super) const REACH: f32 = 15.0;

impl Sight {
    pub(super) fn view(self, map: (u16, u16)) -> (ViewBox, f32) {
        let (width, height) = (self.size.x.max(1.0), self.size.y.max(1.0));
        let (_, whole) = ViewBox::whole(map, width, height);
        let zoom = whole * self.factor;
        let axis = |middle: f32, extent: u16, seen: f32| {
            let extent = f32::from(extent);
            if seen >= extent {
                extent / 2.0
            } else {
                middle.clamp(seen / 2.0, extent - seen / 2.0)
            }
        };
        let wanted = self
            .centre
            .unwrap_or((f32::from(map.0) / 2.0, f32::from(map.1) / 2.0));
        let centre = (
            axis(wanted.0, map.0, width / zoom),
            axis(wanted.1, map.1, height / zoom),
        );
        ViewBox::around(centre, zoom, width, height)
    }

    /// Where a point of the map is on the surface.
    pub(super) fn pixel(self, map: (u16, u16), at: (i16, i16)) -> Vec2 {
        let (view, zoom) = self.view(map);
        Vec2::new(
            (f32::from(at.0) - view.x) * zoom,
            (f32::from(at.1) - view.y) * zoom,
        )
    }

    /// The same, moved by pixels of the surface.
    pub(super) fn moved(mut self, map: (u16, u16), by: Vec2) -> Self {
        let (view, zoom) = self.view(map);
        self.centre = Some((
            view.x + view.w / 2.0 + by.x / zoom,
            view.y + view.h / 2.0 + by.y / zoom,
        ));
        // From where it really is, so that moving back has an effect at once.
        let (view, _) = self.view(map);
        self.centre = Some((view.x + view.w / 2.0, view.y + view.h / 2.0));
        self
    }

    /// Nearer by this factor, with the point at `pixel` staying where it is.
    pub(super) fn zoomed(self, map: (u16, u16), by: f32, pixel: Vec2) -> Self {
        let (view, zoom) = self.view(map);
        let at = (view.x + pixel.x / zoom, view.y + pixel.y / zoom);
        let mut next = self;
        next.factor = (self.factor * by).clamp(1.0, NEAREST);
        let (_, zoom) = next.view(map);
        let middle = self.size / 2.0;
        next.centre = Some((
            at.0 + (middle.x - pixel.x) / zoom,
            at.1 + (middle.y - pixel.y) / zoom,
        ));
        next.moved(map, Vec2::ZERO)
    }

    pub(super) fn sees(self, map: (u16, u16), at: (i16, i16)) -> bool {
        let pixel = self.pixel(map, at);
        let inside = Rect::from_corners(Vec2::splat(REACH), self.size - REACH);
        inside.contains(pixel)
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    const MAP: (u16, u16) = (760, 534);

    fn sight() -> Sight {
        Sight {
            size: Vec2::new(760.0, 534.0),
            ..Sight::default()
        }
    }

    #[test]
    fn the_whole_map_comes_first_and_does_not_move() {
        let whole = sight();
        assert_eq!(whole.pixel(MAP, (380, 267)), Vec2::new(380.0, 267.0));
        let moved = whole.moved(MAP, Vec2::new(500.0, 0.0));
        assert_eq!(moved.pixel(MAP, (380, 267)), Vec2::new(380.0, 267.0));
        assert_eq!(whole.zoomed(MAP, 0.5, Vec2::ZERO).factor, 1.0);
    }

    #[test]
    fn what_is_pointed_at_stays_there() {
        let at = Vec2::new(300.0, 200.0);
        let near = sight().zoomed(MAP, 2.0, at);
        let seen = near.pixel(MAP, (300, 200));
        assert!(seen.distance(at) < 0.1, "{seen}");
        assert!(near.sees(MAP, (300, 200)));
    }

    #[test]
    fn the_map_ends_at_its_edge() {
        let far = sight()
            .zoomed(MAP, 2.0, Vec2::ZERO)
            .moved(MAP, Vec2::splat(9000.0));
        let (view, _) = far.view(MAP);
        assert!((view.x + view.w - 760.0).abs() < 0.1);
        let back = far.moved(MAP, Vec2::new(-10.0, 0.0));
        assert!(back.view(MAP).0.x < view.x);
    }
}
