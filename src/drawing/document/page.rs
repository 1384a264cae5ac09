//! The data page, from the paper up.

use super::design::MM;
use super::text::{Anchor, line};
use super::{Cx, emblem, foil, glow, guilloche, paper, relief, tamper, writing};
use crate::drawing::ink::Ink;
use crate::engine::encounter::document::Made;
use crate::engine::encounter::document::fraud::FANTASIES;
use crate::engine::encounter::document::issuer::{Feature, issuer};

pub(super) fn draw(cx: &mut Cx) {
    paper::sheet(cx);
    paper::watermark(cx);
    let fine = cx.put_feature(Feature::Guilloche);
    guilloche::draw(
        cx.design,
        cx.page,
        fine.map_or(Made::Genuine, |f| f.0),
        &mut cx.pen,
    );
    head(cx);
    glow::print(cx);
    relief::register(cx);
    relief::microprint(cx);
    photograph(cx);
    let layout = &cx.design.layout;
    tamper::scraped(cx, &layout.fields, layout.label_below);
    writing::fields(cx);
    writing::zone(cx, cx.design.palette.paper);
    foil::draw(cx);
    tamper::portrait(cx, layout.portrait.rect());
    glow::fibres(cx);
    paper::wear(cx);
    paper::lamp(cx);
}

/// What the page calls its state.
pub(super) fn title(cx: &Cx) -> String {
    if !cx.design.title.is_empty() {
        return cx.design.title.clone();
    }
    let code = &cx.document.page.issuer;
    let fantasy = FANTASIES.iter().find(|f| f.0 == code);
    let known = issuer(code).map(|i| i.name);
    fantasy
        .map(|f| f.1)
        .or(known)
        .unwrap_or(code)
        .to_uppercase()
}

/// Band, emblem, name of the state, kind of document.
fn head(cx: &mut Cx) {
    let design = cx.design;
    let layout = &design.layout;
    if let Some(band) = design.palette.band {
        let high = 11.0 * MM;
        let data = format!("M0 0H{}V{high}H0Z", cx.page.width);
        cx.pen.fill(&data, band, 0.96);
        if let (Some(strip), Some(made)) = (design.guilloche.band, cx.made(Feature::Guilloche)) {
            let inks = (
                band.mix(Ink::WHITE, 0.35),
                band.mix(design.palette.fine.1, 0.6),
            );
            guilloche::lay(
                &guilloche::woven(strip.rect(), 9),
                inks,
                0.8,
                0.75,
                made,
                &mut cx.pen,
            );
        }
    }
    let ink = if design.palette.band.is_some() {
        design.palette.title
    } else {
        design.palette.emblem
    };
    let (x, y, radius) = layout.emblem;
    emblem::draw(
        design.emblem,
        (x * MM, y * MM),
        radius * MM,
        ink,
        1.0,
        &mut cx.pen,
    );
    relief::title(cx);
    let at = (layout.kind.0 * MM, layout.kind.1 * MM);
    line(
        at,
        Anchor::End,
        &design.kinds,
        design.palette.title,
        &design.kind,
        &mut cx.pen,
    );
}

fn photograph(cx: &mut Cx) {
    let layout = &cx.design.layout;
    let at = layout.portrait.rect();
    let face = cx.document.photo;
    cx.portrait(at, &face);
    let edge = cx.design.palette.label;
    cx.pen.stroke(&at.data(), edge, 0.9, 0.55);
    if let Some(ghost) = layout.ghost {
        paper::ghost(cx, ghost.rect(), &face);
    }
    writing::signature(cx, layout.signature.rect());
}
