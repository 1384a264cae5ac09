//! At the left: who stands there, what is usual at this hour, and what a look shows.

use bevy::prelude::*;

use super::{LineAction, inset, rest, side, words};
use crate::app::action::Action;
use crate::app::i18n::{case, t};
use crate::app::picture::drawing;
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, head, panel, paper};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::identity::{self, FIELD, Pose};
use crate::engine::encounter::document::face::Face;
use crate::engine::encounter::line::{COST, Seen, View};

pub(super) fn counter(body: &mut Parent, view: &View, narrow: bool) {
    body.spawn(panel(side(324.0, 460.0, narrow)))
        .with_children(|panel| {
            head(panel, t("primary-counter"), |end| {
                let (sign, words) = match view.party {
                    0 | 1 => (Icon::Person, t("primary-alone")),
                    n => (Icon::People, t("primary-party").with("number", n)),
                };
                chip(end, Some(sign), words, false);
            });
            scroll::area(panel, inset(GAP_3), 10.0, false, |page| {
                person(page, view);
                usual(page, view);
                look(page, view);
            });
        });
}

/// Whoever stands there, and beside the face what it never tells.
fn person(page: &mut Parent, view: &View) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        if let Some(of) = &view.face {
            face(line, of, Pose::Counter, 112.0);
        }
        let rules = Node {
            flex_direction: FlexDirection::Column,
            row_gap: px(GAP_2),
            ..rest()
        };
        line.spawn(rules).with_children(|place| {
            place.spawn(text(t("primary-behaviour-rule"), Type::LABEL));
            place.spawn(text(t("primary-practice"), Type::LABEL));
        });
    });
}

/// A face of this width.
pub(super) fn face(line: &mut Parent, of: &Face, pose: Pose, width: f32) {
    let height = (width * FIELD.1 / FIELD.0).round();
    line.spawn(drawing(identity::svg(of, pose), width, height))
        .entry::<Node>()
        .and_modify(|mut node| {
            node.border_radius = BorderRadius::all(px(R_CONTROL));
        });
}

fn usual(page: &mut Parent, view: &View) {
    page.spawn(text(t("primary-usual"), Type::BODY.bold()));
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(10)),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        let words = case(&view.baseline);
        sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
    });
}

fn look(page: &mut Parent, view: &View) {
    let Some(seen) = &view.seen else {
        Button::normal(t("primary-look"), Action::Line(LineAction::Look))
            .icon(Icon::Eye)
            .key(KeyCode::KeyL)
            .wide()
            .first()
            .spawn(page);
        let how = t("primary-look-how").with("seconds", COST.look);
        page.spawn(text(how, Type::LABEL));
        return;
    };
    page.spawn(text(t("primary-seen"), Type::BODY.bold()));
    for one in seen {
        behaviour(page, one);
    }
}

fn behaviour(page: &mut Parent, seen: &Seen) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(8)),
        flex_shrink: 0.0,
        row_gap: px(6),
        align_items: AlignItems::Start,
        ..default()
    };
    page.spawn(paper(node)).with_children(|sheet| {
        let words = case(&seen.text);
        sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        let (sign, words) = words::against(seen.is);
        chip(sheet, Some(sign), words, true);
    });
}
