//! Travel documents as drawings: the data page, the leaf with the stamps, the visa, a card.
//!
//! A drawing depends on the document and the light alone; what a fraud was, it never hears. With the drawing
//! come the places of all facts on it, so that a screen can let them be pointed at. Everything is vector and
//! nothing is filtered, so a magnifier is the same drawing, larger.

mod card;
pub mod design;
mod emblem;
mod foil;
mod glow;
mod guilloche;
mod leaf;
mod page;
mod paper;
mod relief;
mod specimen;
mod tamper;
mod text;
mod visa;
mod writing;

use super::identity;
use super::ink::Tone;
use super::pen::Pen;
use super::svg::{num, open};
use crate::engine::encounter::document::face::Face;
use crate::engine::encounter::document::issuer::{Feature, Kind, Light};
use crate::engine::encounter::document::{Document, Fact, Made};
use design::Design;

pub use specimen::{specimen, specimen_document};

/// A place in a drawing, in its units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f32,
    pub top: f32,
    pub width: f32,
    pub height: f32,
}

impl Rect {
    #[must_use]
    pub fn middle(&self) -> (f32, f32) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    #[must_use]
    pub fn right(&self) -> f32 {
        self.left + self.width
    }

    #[must_use]
    pub fn bottom(&self) -> f32 {
        self.top + self.height
    }

    #[must_use]
    pub fn holds(&self, x: f32, y: f32) -> bool {
        (self.left..=self.right()).contains(&x) && (self.top..=self.bottom()).contains(&y)
    }

    /// Whether they have more than an edge in common.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.left < other.right()
            && other.left < self.right()
            && self.top < other.bottom()
            && other.top < self.bottom()
    }

    fn grown(&self, by: f32) -> Self {
        Self {
            left: self.left - by,
            top: self.top - by,
            width: self.width + 2.0 * by,
            height: self.height + 2.0 * by,
        }
    }

    /// As path data.
    fn data(&self) -> String {
        format!(
            "M{} {}h{}v{}h-{}Z",
            num(self.left),
            num(self.top),
            num(self.width),
            num(self.height),
            num(self.width)
        )
    }
}

/// A drawing, and where the facts on it are.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub svg: String,
    /// Width and height in drawing units: tenths of a millimetre; a card is drawn larger than it is.
    pub size: (f32, f32),
    pub places: Vec<(Fact, Rect)>,
}

impl Drawn {
    #[must_use]
    pub fn place(&self, fact: Fact) -> Option<Rect> {
        self.places.iter().find(|(f, _)| *f == fact).map(|p| p.1)
    }

    /// What is meant by a finger at this point: where places lie over each other, the smallest.
    #[must_use]
    pub fn at(&self, x: f32, y: f32) -> Option<Fact> {
        let under = self.places.iter().filter(|(_, r)| r.holds(x, y));
        let area = |r: &Rect| r.width * r.height;
        under
            .min_by(|a, b| area(&a.1).total_cmp(&area(&b.1)))
            .map(|p| p.0)
    }
}

/// A side of a document that can lie open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sheet {
    /// The page with the photograph.
    Data,
    /// Another page, with stamps and the punched number.
    Stamps,
    /// The page with the visa.
    Visa,
    /// Of a card, the side with the photograph.
    Front,
    /// Of a card, the side with the zone.
    Back,
}

/// The sides that this document has; the first has the photograph.
#[must_use]
pub fn sheets(document: &Document) -> Vec<Sheet> {
    if document.kind == Kind::IdentityCard {
        return vec![Sheet::Front, Sheet::Back];
    }
    let mut all = vec![Sheet::Data, Sheet::Stamps];
    if document.visa.is_some() {
        all.push(Sheet::Visa);
    }
    all
}

/// A page of an ID-3 book, 125×88 mm.
pub const PAGE: Rect = Rect {
    left: 0.0,
    top: 0.0,
    width: 1250.0,
    height: 880.0,
};

/// One side of a document as it looks under a light.
#[must_use]
pub fn draw(document: &Document, sheet: Sheet, light: Light) -> Drawn {
    draw_with(document, sheet, light, false)
}

fn draw_with(document: &Document, sheet: Sheet, light: Light, specimen: bool) -> Drawn {
    let size = match sheet {
        Sheet::Data | Sheet::Stamps | Sheet::Visa => PAGE,
        Sheet::Front | Sheet::Back => card::CARD,
    };
    let mut cx = Cx::new(document, sheet, light, size);
    match sheet {
        Sheet::Data => page::draw(&mut cx),
        Sheet::Stamps => leaf::stamps(&mut cx),
        Sheet::Visa => visa::draw(&mut cx),
        Sheet::Front => card::front(&mut cx),
        Sheet::Back => card::back(&mut cx),
    }
    if specimen {
        specimen::overprint(&mut cx);
    }
    match sheet {
        Sheet::Data | Sheet::Stamps | Sheet::Visa => cx.done(),
        Sheet::Front | Sheet::Back => card::laid(cx),
    }
}

/// What every part of a drawing needs.
struct Cx<'a> {
    document: &'a Document,
    design: &'static Design,
    sheet: Sheet,
    light: Light,
    page: Rect,
    pen: Pen,
    places: Vec<(Fact, Rect)>,
}

impl<'a> Cx<'a> {
    fn new(document: &'a Document, sheet: Sheet, light: Light, page: Rect) -> Self {
        let tone = match light {
            Light::Magnified => Tone::Plain,
            Light::Oblique => Tone::Raking,
            Light::Transmitted => Tone::Behind,
            Light::Ultraviolet if bright(document) => Tone::Shining,
            Light::Ultraviolet => Tone::Violet,
        };
        Self {
            document,
            design: design::design(&document.page.issuer),
            sheet,
            light,
            page,
            pen: Pen::new("p", tone),
            places: Vec::new(),
        }
    }

    /// How a feature is in this document; `None` if such books do not have it.
    fn made(&self, feature: Feature) -> Option<Made> {
        let all = &self.document.features;
        all.iter().find(|(f, _)| *f == feature).map(|p| p.1)
    }

    fn put(&mut self, fact: Fact, place: Rect) {
        self.places.push((fact, place));
    }

    /// Where a feature is on this side; none for what is on another.
    fn place(&self, feature: Feature) -> Option<Rect> {
        match self.sheet {
            Sheet::Front | Sheet::Back => card::place(self.sheet, feature),
            Sheet::Data | Sheet::Stamps | Sheet::Visa => self.design.place(feature),
        }
    }

    /// The place of a feature on this side, if such documents have it.
    fn put_feature(&mut self, feature: Feature) -> Option<(Made, Rect)> {
        let made = self.made(feature)?;
        let place = self.place(feature)?;
        self.put(Fact::Protection(feature), place);
        Some((made, place))
    }

    /// The photograph and its traits.
    fn portrait(&mut self, at: Rect, face: &Face) {
        let tone = match self.light {
            Light::Magnified => Tone::Printed,
            _ => self.pen.tone,
        };
        self.pen.clip(&at.data());
        let scale = at.width / identity::FIELD.0;
        self.pen.raw(&format!(
            r#"<g transform="translate({} {}) scale({})">"#,
            num(at.left),
            num(at.top),
            num(scale)
        ));
        let photo = identity::fragment(face, identity::Pose::Photograph, tone, "f");
        self.pen.raw(&photo);
        self.pen.raw("</g>");
        self.pen.unclip();
        let scale = num(scale).parse().unwrap_or(scale);
        for (of, (x, y, w, h)) in identity::places(face) {
            let place = Rect {
                left: at.left + x * scale,
                top: at.top + y * scale,
                width: w * scale,
                height: h * scale,
            };
            self.put(Fact::Photo(of), place);
        }
    }

    fn done(self) -> Drawn {
        let (w, h) = (self.page.width, self.page.height);
        Drawn {
            svg: open(w, h) + &self.pen.out + "</svg>",
            size: (w, h),
            places: self.places,
        }
    }
}

/// Paper that the state did not make has brightener in it.
fn bright(document: &Document) -> bool {
    let paper = [Feature::Fibres, Feature::UvPrint];
    let of_paper = document.features.iter().filter(|(f, _)| paper.contains(f));
    of_paper
        .into_iter()
        .any(|(_, made)| matches!(made, Made::Missing | Made::Imitated))
}
