//! At the left: who stands there, what is usual at this hour, and what a look shows.

use bevy::prelude::*;

use super::{LineAction, inset, rest, side, words};
use crate::app::action::Action;
use crate::app::i18n::{plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, head, panel, paper};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::{COST, Seen, View};

pub(super) fn counter(body: &mut Parent, view: &View, narrow: bool) {
    body.spawn(panel(side(300.0, 460.0, narrow)))
        .with_children(|panel| {
            head(panel, t("primary-counter"), |end| {
                let (sign, words) = match view.party {
                    0 | 1 => (Icon::Person, t("primary-alone")),
                    n => (Icon::People, t("primary-party").with("number", n)),
                };
                chip(end, Some(sign), words, false);
            });
            // The face of whoever stands there goes above the look, as the first child of this area.
            scroll::area(panel, inset(GAP_3), 10.0, false, |page| {
                usual(page, view);
                look(page, view);
                page.spawn(grow());
                hint(page, t("primary-behaviour-rule"));
                hint(page, t("primary-practice"));
            });
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
        let words = plain(view.baseline.as_str());
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
        let words = plain(seen.text.as_str());
        sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
        let (sign, words) = words::against(seen.is);
        chip(sheet, Some(sign), words, true);
    });
}

fn hint(page: &mut Parent, words: crate::app::i18n::Words) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(Icon::Info, 15.0, Tone::Text2));
        line.spawn(rest()).with_children(|place| {
            place.spawn(text(words, Type::LABEL));
        });
    });
}
