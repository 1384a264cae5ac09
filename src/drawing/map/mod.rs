//! The map of a case in the one cartographic style of the program.
//!
//! Given in map units, drawn in pixels: zooming in spreads things out, and lines, marks and letters keep their
//! size. The map shows what it is given and nothing else; what a team knows is decided elsewhere.

mod counters;
mod ground;
mod labels;
mod legend;
mod marks;

use crate::scenario::file::{LabelKind, LineKind};
use crate::scenario::ids::Team;
use crate::scenario::words::{PlaceKind, Side};

pub use legend::Sign;

use super::palette::SEA;
use super::svg::{Point, num, open};

/// A map, ready to be drawn. `MapDrawing::default()` is an empty sea.
#[derive(Clone, Debug, Default)]
pub struct MapDrawing<'a> {
    /// Width and height in map units. What touches this frame is drawn on beyond it.
    pub size: (u16, u16),
    pub land: Vec<Land<'a>>,
    pub lines: Vec<Line<'a>>,
    pub labels: Vec<Label<'a>>,
    pub places: Vec<Place<'a>>,
    pub routes: Vec<Route<'a>>,
    pub counters: Vec<Counter<'a>>,
    pub steps: Vec<Step>,
    /// Without it there is no scale bar.
    pub scale: Option<Scale<'a>>,
    /// A small picture of the case: emphasised names only, no counters, no scale, thinner lines.
    pub thumbnail: bool,
}

/// A land area.
#[derive(Clone, Copy, Debug)]
pub struct Land<'a> {
    pub of: Option<Team>,
    pub outline: &'a [(i16, i16)],
}

/// A line on the ground.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    pub kind: LineKind,
    pub path: &'a [(i16, i16)],
}

/// A name over land or water, centred on `at`.
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    pub text: &'a str,
    pub at: (i16, i16),
    pub kind: LabelKind,
}

/// A place that officers and tasks can be at.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    pub name: &'a str,
    pub at: (i16, i16),
    pub kind: PlaceKind,
    /// Where the name goes if there is room for it.
    pub side: Side,
    /// A principal town, or whatever the picture is about.
    pub emphasised: bool,
    /// Inside the white ring.
    pub selected: bool,
    pub known: Known,
}

/// Since when, and from whom, a place is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// From the start, or for some time.
    #[default]
    Settled,
    /// Since this round: a dot in the colour of the team that looks.
    New(Team),
    /// Only from what this partner shared: dashed, in its colour.
    FromPartner(Team),
}

/// A way that somebody took or takes; dotted.
#[derive(Clone, Copy, Debug)]
pub struct Route<'a> {
    /// The partner from whom alone it is known; `None` for one's own.
    pub from_partner: Option<Team>,
    pub path: &'a [(i16, i16)],
}

/// An officer on the map: a house-shaped counter for North, a diamond for South.
#[derive(Clone, Copy, Debug)]
pub struct Counter<'a> {
    /// Two letters; no more than three are drawn.
    pub initials: &'a str,
    pub at: (i16, i16),
    pub team: Team,
    /// Filled if so; otherwise open and dashed: seen by the facilitator only.
    pub declared: bool,
}

/// A numbered step of what really happened, for the debrief.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub number: u16,
    pub at: (i16, i16),
}

/// What a distance means.
#[derive(Clone, Copy, Debug)]
pub struct Scale<'a> {
    /// Kilometres that 100 map units stand for.
    pub km_per_100: u16,
    /// The word after the number.
    pub unit: &'a str,
}

/// The part of the map in sight, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ViewBox {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl ViewBox {
    /// The whole of a map of `size` in the middle of a surface of `width` × `height` pixels, and the zoom that
    /// goes with it.
    #[must_use]
    pub fn whole(size: (u16, u16), width: f32, height: f32) -> (Self, f32) {
        let (w, h) = (f32::from(size.0.max(1)), f32::from(size.1.max(1)));
        let zoom = (width / w).min(height / h).max(1.0e-3);
        Self::around((w / 2.0, h / 2.0), zoom, width, height)
    }

    /// The same, but so that the map fills the surface and what does not fit is cut.
    #[must_use]
    pub fn cover(size: (u16, u16), width: f32, height: f32) -> (Self, f32) {
        let (w, h) = (f32::from(size.0.max(1)), f32::from(size.1.max(1)));
        let zoom = (width / w).max(height / h).max(1.0e-3);
        Self::around((w / 2.0, h / 2.0), zoom, width, height)
    }

    /// `centre` (in map units) in the middle of a surface of `width` × `height` pixels.
    #[must_use]
    pub fn around(centre: Point, zoom: f32, width: f32, height: f32) -> (Self, f32) {
        let (w, h) = (width / zoom, height / zoom);
        let (x, y) = (centre.0 - w / 2.0, centre.1 - h / 2.0);
        (Self { x, y, w, h }, zoom)
    }
}

/// From map units to pixels.
#[derive(Clone, Copy, Debug)]
struct Sight {
    view: ViewBox,
    zoom: f32,
    /// Pixels of the drawing.
    size: Point,
    /// How thick lines are: 1, or less in a thumbnail.
    pen: f32,
}

impl Sight {
    fn to_px(self, at: Point) -> Point {
        (
            (at.0 - self.view.x) * self.zoom,
            (at.1 - self.view.y) * self.zoom,
        )
    }

    fn px(self, at: (i16, i16)) -> Point {
        self.to_px((f32::from(at.0), f32::from(at.1)))
    }

    /// Is `at` within `margin` pixels of what is in sight?
    fn sees(self, at: Point, margin: f32) -> bool {
        at.0 >= -margin
            && at.1 >= -margin
            && at.0 <= self.size.0 + margin
            && at.1 <= self.size.1 + margin
    }
}

impl MapDrawing<'_> {
    /// The part `view` of the map at `zoom` pixels per map unit. The drawing is `view.w * zoom` pixels wide:
    /// raster it at that size times the scale of the interface.
    #[must_use]
    pub fn svg(&self, view: ViewBox, zoom: f32) -> String {
        let zoom = if zoom.is_finite() && zoom > 0.0 {
            zoom
        } else {
            1.0
        };
        let sight = Sight {
            view,
            zoom,
            size: (view.w * zoom, view.h * zoom),
            pen: if self.thumbnail { 0.8 } else { 1.0 },
        };
        let mut out = open(sight.size.0, sight.size.1);
        out.push_str(&format!(
            r#"<rect width="{}" height="{}" fill="{SEA}"/>"#,
            num(sight.size.0),
            num(sight.size.1)
        ));
        ground::land(self, sight, &mut out);
        ground::lines(self, sight, &mut out);
        let pieces = counters::placed(self, sight);
        let mut taken: Vec<_> = pieces.iter().map(counters::Placed::area).collect();
        taken.extend(self.places.iter().map(|p| marks::area(p, sight)));
        labels::names_of_areas(self, &mut taken, sight, &mut out);
        ground::routes(self, sight, &mut out);
        labels::names_of_places(self, &mut taken, sight, &mut out);
        marks::places(self, sight, &mut out);
        counters::draw(&pieces, &mut out);
        if !self.thumbnail {
            marks::scale_bar(self, sight, &mut out);
        }
        out.push_str("</svg>");
        out
    }

    /// The place whose mark is within `reach` pixels of `at` (in map units); the nearest if there are more.
    #[must_use]
    pub fn place_at(&self, at: Point, zoom: f32, reach: f32) -> Option<usize> {
        let near = |place: &Place| {
            let (x, y) = (f32::from(place.at.0), f32::from(place.at.1));
            super::svg::distance((x, y), at) * zoom
        };
        self.places
            .iter()
            .enumerate()
            .map(|(index, place)| (index, near(place)))
            .filter(|(_, far)| *far <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(index, _)| index)
    }
}

#[cfg(test)]
mod tests;
