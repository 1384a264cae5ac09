//! The document as presented and its specimen, under one light, with the places that can be picked.

use std::sync::Arc;

use accesskit::Role;
use bevy::prelude::*;

use super::parts::{Scene, Which};
use super::{BenchAction, BenchUi, sides, words};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Picked};
use crate::app::i18n::{plain, t};
use crate::app::picture::{Ahead, icon, sketch};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4, R_CONTROL, R_PANEL};
use crate::app::theme::{Edge, Fill, Hollow, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::press::{Look, control};
use crate::drawing::document::{PAGE, Rect, Sheet};
use crate::drawing::icon::Icon;
use crate::engine::encounter::document::Fact;
use crate::engine::encounter::document::issuer::Light;

/// A place that can be picked; whether it is.
#[derive(Component, Clone, Copy, Debug)]
pub(super) struct Spot(pub(super) bool);

/// What lies on the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lying {
    Presented,
    Specimen,
}

/// Half of the room above.
pub(super) fn half() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(6.0)
    }
}

fn head() -> Node {
    Node {
        height: px(34),
        flex_shrink: 0.0,
        ..row(GAP_2)
    }
}

/// What decides the heading of a half, and what can lie in it.
pub(super) fn heading(ui: &BenchUi, lying: Lying) -> impl std::fmt::Debug {
    let document = &ui.bench.matter.document;
    let opened = ui.bench.open().contains(&Fact::SpecimenState);
    let code = (lying == Lying::Specimen).then(|| (opened, document.page.issuer.to_string()));
    (document.kind, sides(ui), code)
}

pub(super) fn half_of(half: &mut Parent, scene: &Scene, lying: Lying) {
    match lying {
        Lying::Presented => presented(half, scene),
        Lying::Specimen => specimen(half, scene),
    }
}

fn presented(half: &mut Parent, scene: &Scene) {
    let ui = scene.ui;
    half.spawn(head()).with_children(|head| {
        head.spawn(text(t("bench-presented"), Type::HEAD.one_line()));
        head.spawn(grow());
        segments(
            head,
            sides(ui).into_iter().map(|sheet| {
                let act = Action::Bench(BenchAction::Sheet(sheet));
                (words::sheet(sheet), sheet == ui.sheet, act)
            }),
        );
    });
    page(half, scene, Lying::Presented);
}

fn specimen(half: &mut Parent, scene: &Scene) {
    let ui = scene.ui;
    let matter = &ui.bench.matter;
    let opened = ui.bench.open().contains(&Fact::SpecimenState);
    half.spawn(head()).with_children(|head| {
        head.spawn(text(t("bench-specimen"), Type::HEAD.one_line()));
        head.spawn(grow());
        if let (true, Some(state)) = (opened, matter.specimen()) {
            let rule = words::rules(state, matter.document.kind);
            head.spawn(text(rule, Type::LABEL.one_line()));
        }
    });
    if !opened {
        closed(half, |place| {
            place.spawn(icon(Icon::Book, 34.0, Tone::Text2));
            place.spawn(text(
                t("bench-specimen-closed"),
                Type::BODY.tone(Tone::Text2).centred(),
            ));
            Button::normal(
                t("bench-specimen-open"),
                Action::Bench(BenchAction::Specimen),
            )
            .icon(Icon::Book)
            .key(KeyCode::KeyB)
            .spawn(place);
        });
    } else if scene.drawn(Lying::Specimen).is_none() {
        closed(half, |place| {
            place.spawn(icon(Icon::Warning, 34.0, Tone::Alert));
            let words = t("bench-no-specimen").with("code", &*matter.document.page.issuer);
            place.spawn(text(words, Type::BODY.centred()));
            let act = Action::Bench(BenchAction::Pick(Fact::SpecimenState));
            Button::normal(t("bench-pick-no-specimen"), act)
                .chosen(ui.picked.contains(&Fact::SpecimenState))
                .spawn(place);
        });
    } else {
        page(half, scene, Lying::Specimen);
    }
}

/// A place of the size of a page, with nothing open in it.
fn closed(half: &mut Parent, fill: impl FnOnce(&mut Parent)) {
    let node = Node {
        width: percent(100),
        aspect_ratio: Some(PAGE.width / PAGE.height),
        padding: px(GAP_4).all(),
        row_gap: px(GAP_4),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..column(GAP_4)
    };
    half.spawn((node, Fill(Tone::Room1), Edge::All(Tone::Rule)))
        .with_children(fill);
}

/// What the magnifier leaves of a drawing.
fn seen(ui: &BenchUi) -> Rect {
    let zoom = f32::from(ui.zoom.max(1));
    let (width, height) = (PAGE.width / zoom, PAGE.height / zoom);
    let at = |middle: f32, size: f32, whole: f32| (middle - size / 2.0).clamp(0.0, whole - size);
    Rect {
        left: at(ui.centre.0, width, PAGE.width),
        top: at(ui.centre.1, height, PAGE.height),
        width,
        height,
    }
}

/// A side of a document with its places on it.
fn page(half: &mut Parent, scene: &Scene, lying: Lying) {
    let node = Node {
        width: percent(100),
        aspect_ratio: Some(PAGE.width / PAGE.height),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        overflow: Overflow::clip(),
        ..default()
    };
    half.spawn(node).with_children(|place| {
        scene.part(place, Which::Drawing(lying), whole());
        scene.part(place, Which::Spots(lying), whole());
    });
}

/// All of the page.
fn whole() -> Node {
    Node {
        position_type: PositionType::Absolute,
        width: percent(100),
        height: percent(100),
        ..default()
    }
}

/// The drawing. Under which light it is looked at next is not known, so it is drawn under all.
pub(super) fn drawing_of(place: &mut Parent, scene: &Scene, lying: Lying) {
    let (ui, Some(drawn)) = (scene.ui, scene.drawn(lying)) else {
        return;
    };
    let view = seen(ui);
    let svg = window(&drawn.svg, drawn.size, view);
    let sheet = ui.sheet;
    let others = Light::ALL.into_iter().filter(|light| *light != ui.light);
    let ahead = Ahead::of(others.map(|light| {
        let (document, kept) = (Arc::clone(&scene.document), ui.kept.clone());
        move || {
            let drawn = kept.drawn(&document, lying, sheet, light);
            drawn.map_or_else(String::new, |drawn| window(&drawn.svg, drawn.size, view))
        }
    }));
    place.spawn((sketch(whole(), move |_, _| svg.clone()), ahead));
}

/// The places that can be picked and are seen; what is small lies on what is large.
pub(super) fn spots(scene: &Scene, lying: Lying) -> Vec<(Fact, Rect)> {
    let (ui, Some(drawn)) = (scene.ui, scene.drawn(lying)) else {
        return Vec::new();
    };
    let (open, view) = (ui.bench.open(), seen(ui));
    let places = drawn.places.iter().copied();
    let mut spots: Vec<(Fact, Rect)> = places
        .filter(|(fact, at)| open.contains(fact) && at.meets(&view))
        .collect();
    let area = |r: &Rect| r.width * r.height;
    spots.sort_by(|a, b| area(&b.1).total_cmp(&area(&a.1)));
    spots
}

pub(super) fn spots_of(place: &mut Parent, scene: &Scene, lying: Lying) {
    let ui = scene.ui;
    let first = lying == Lying::Presented
        && matches!(ui.sheet, Sheet::Data | Sheet::Front)
        && ui.picked.is_empty()
        && !ui.over();
    for (n, (fact, at)) in spots(scene, lying).into_iter().enumerate() {
        spot(place, ui, fact, at, seen(ui), first && n == 0);
    }
}

/// The same drawing, of which only the window is seen.
fn window(svg: &str, size: (f32, f32), view: Rect) -> String {
    let whole = format!(r#"viewBox="0 0 {} {}""#, size.0, size.1);
    let part = format!(
        r#"viewBox="{} {} {} {}""#,
        view.left, view.top, view.width, view.height
    );
    svg.replacen(&whole, &part, 1)
}

/// A finger is wider than a line of print, in drawing units.
const FINGER: f32 = 6.0;

fn spot(place: &mut Parent, ui: &BenchUi, fact: Fact, at: Rect, view: Rect, first: bool) {
    let at = Rect {
        left: at.left - FINGER,
        top: at.top - FINGER,
        width: at.width + 2.0 * FINGER,
        height: at.height + 2.0 * FINGER,
    };
    let part = |from: f32, start: f32, size: f32| percent((from - start) / size * 100.0);
    let node = Node {
        position_type: PositionType::Absolute,
        left: part(at.left, view.left, view.width),
        top: part(at.top, view.top, view.height),
        width: percent(at.width / view.width * 100.0),
        height: percent(at.height / view.height * 100.0),
        border: px(2).all(),
        border_radius: BorderRadius::all(px(3)),
        ..default()
    };
    let picked = ui.picked.iter().position(|one| *one == fact);
    let name = words::fact(&ui.bench.matter, fact);
    let act = Action::Bench(BenchAction::Pick(fact));
    let mut one = place.spawn((node, control(Look::Quiet, Role::CheckBox, name), act));
    // It must not cover what it is about.
    one.remove::<Look>()
        .insert((Spot(picked.is_some()), Hollow));
    if first {
        one.insert(FirstFocus);
    }
    let Some(picked) = picked else { return };
    one.insert(Picked);
    one.with_children(|spot| {
        letter(spot, picked);
    });
}

/// The disc with A or B at a picked place.
fn letter(spot: &mut Parent, picked: usize) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(-20),
        top: px(-8),
        width: px(18),
        height: px(18),
        border_radius: BorderRadius::all(px(9)),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    spot.spawn((node, Fill(Tone::Ring))).with_children(|disc| {
        let letter = plain(if picked == 0 { "A" } else { "B" });
        disc.spawn(text(
            letter,
            Type::LABEL.bold().tone(Tone::Room0).one_line(),
        ));
    });
}
