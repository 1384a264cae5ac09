//! The key facts of the passport at a glance, and the face beside the photograph.

use bevy::prelude::*;

use super::counter::face;
use super::{LineAction, rest, words};
use crate::app::action::Action;
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip_in, head, panel, paper, rule};
use crate::drawing::icon::Icon;
use crate::drawing::identity::Pose;
use crate::engine::encounter::line::{COST, Glance, Likeness, View};

pub(super) fn passport(middle: &mut Parent, view: &View) {
    let node = Node {
        flex_shrink: 0.0,
        ..default()
    };
    middle.spawn(panel(node)).with_children(|panel| {
        head(panel, t("primary-passport"), |end| {
            let today = t("primary-today").with("day", view.today.to_string().as_str());
            end.spawn(text(today, Type::LABEL.one_line()));
        });
        let body = Node {
            padding: px(GAP_2).all(),
            ..column(GAP_2)
        };
        panel.spawn(body).with_children(|body| match &view.glance {
            Some(glance) => facts(body, glance),
            None => {
                body.spawn(row(GAP_3)).with_children(|line| {
                    Button::normal(t("primary-inspect"), Action::Line(LineAction::Inspect))
                        .icon(Icon::Document)
                        .key(KeyCode::KeyP)
                        .spawn(line);
                    let how = t("primary-inspect-how").with("seconds", COST.inspect);
                    line.spawn(rest()).with_children(|place| {
                        place.spawn(text(how, Type::LABEL));
                    });
                });
            }
        });
    });
}

fn facts(body: &mut Parent, glance: &Glance) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(10)),
        row_gap: px(8),
        flex_shrink: 0.0,
        ..default()
    };
    body.spawn(paper(node)).with_children(|sheet| {
        let line = Node {
            align_items: AlignItems::Start,
            ..row(GAP_3)
        };
        sheet.spawn(line).with_children(|line| {
            face(line, &glance.photo, Pose::Photograph, 84.0);
            let beside = Node {
                flex_direction: FlexDirection::Column,
                row_gap: px(8),
                ..rest()
            };
            line.spawn(beside)
                .with_children(|place| written(place, glance));
        });
    });
}

/// What is written in it, and how the face compares.
fn written(sheet: &mut Parent, glance: &Glance) {
    let line = Node {
        column_gap: px(GAP_5),
        row_gap: px(6),
        flex_wrap: FlexWrap::Wrap,
        ..default()
    };
    sheet.spawn(line).with_children(|line| {
        let fact = |line: &mut Parent, name: Words, value: Words| {
            line.spawn(column(0.0)).with_children(|fact| {
                fact.spawn(text(name, Type::LABEL.tone(Tone::Ink2).one_line()));
                fact.spawn(text(value, Type::BODY.bold().tone(Tone::Ink)));
            });
        };
        fact(line, t("primary-surname"), plain(&*glance.surname));
        fact(line, t("primary-given"), plain(&*glance.given));
        let state = words::state(&glance.nationality);
        fact(line, t("primary-nationality"), plain(state));
        fact(line, t("primary-birth"), plain(glance.birth.to_string()));
        fact(line, t("primary-expiry"), plain(glance.expiry.to_string()));
        if glance.expired {
            let (tone, words) = (Tone::AlertInk, t("primary-expired"));
            chip_in(line, Some(Icon::Warning), words, tone, tone);
        }
    });
    sheet.spawn(rule(Tone::PaperRule));
    sheet.spawn(row(GAP_2)).with_children(|line| {
        let differs = glance.likeness == Likeness::Differs;
        let (sign, tone) = if differs {
            (Icon::Warning, Tone::AlertInk)
        } else {
            (Icon::Person, Tone::Ink)
        };
        line.spawn(icon(sign, 16.0, tone));
        line.spawn(rest()).with_children(|place| {
            let words = words::likeness(glance.likeness);
            place.spawn(text(words, Type::BODY.tone(tone)));
        });
    });
}
