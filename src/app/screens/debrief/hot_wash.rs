//! The questions for talking, one at a time, large enough for a projector.

use accesskit::Role;
use bevy::prelude::*;

use super::tell::open_truth;
use super::{DebriefAction, Lands, Part, Told};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{case, plain, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4, GAP_5, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{panel, paper};
use crate::app::widgets::press::{Inherits, Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

pub fn tab(panel: &mut Parent, told: &Told) {
    let number = told.debrief.hot_wash.len();
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_4).all(),
        ..column(GAP_4)
    };
    panel.spawn(body).with_children(|body| {
        if number > 1 {
            let node = Node {
                flex_shrink: 0.0,
                ..row(GAP_4)
            };
            body.spawn(node).with_children(|line| {
                line.spawn(text(
                    t("debrief-hot-wash-how"),
                    Type::BODY.tone(Tone::Text2),
                ));
                line.spawn(grow());
                numbers(line, number);
            });
        }
        let sheet = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_height: px(0),
            ..default()
        };
        body.spawn((paper(sheet), Part::Question));
    });
}

/// The second step, before the truth: the case's questions, and then the way to the truth.
pub fn page(parent: &mut Parent, told: &Told) {
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        body.spawn(panel(node))
            .with_children(|panel| tab(panel, told));
    });
    let foot = Node {
        padding: UiRect::axes(px(GAP_5), px(GAP_2)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    parent
        .spawn((foot, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(|foot| {
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(GAP_2)
            };
            foot.spawn(words).with_children(|words| {
                let how = t("debrief-questions-then");
                words.spawn(text(how, Type::BODY.tone(Tone::Text2)));
            });
            open_truth(foot, true);
        });
}

fn numbers(line: &mut Parent, number: usize) {
    let frame = Node {
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..default()
    };
    line.spawn((
        frame,
        Edge::All(Tone::RuleStrong),
        Fill(Tone::Room2),
        ArrowGroup,
    ))
    .with_children(|frame| {
        for at in 0..number {
            let node = Node {
                min_width: px(40),
                min_height: px(34),
                border_radius: BorderRadius::all(px(R_CONTROL - 1.0)),
                justify_content: JustifyContent::Center,
                ..row(0.0)
            };
            let name = t("debrief-question")
                .with("number", at + 1)
                .with("of", number);
            let action = Action::Debrief(DebriefAction::Question(at));
            let mut one = frame.spawn((
                node,
                control(Look::Segment, Role::RadioButton, name),
                action,
            ));
            one.with_children(|inside| {
                let words = plain((at + 1).to_string());
                inside.spawn((text(words, Type::BODY.bold().one_line()), Inherits));
            });
            if at == 0 {
                one.insert(Lands);
            }
        }
    });
}

/// The question that is picked.
pub fn question(sheet: &mut Parent, told: &Told, at: usize) {
    let number = told.debrief.hot_wash.len();
    let words = told
        .debrief
        .hot_wash
        .get(at)
        .map_or_else(|| t("debrief-prompt-what"), case);
    scroll::area(sheet, UiRect::axes(px(56), px(40)), GAP_5, true, |page| {
        page.spawn(grow());
        if number > 1 {
            let which = t("debrief-question")
                .with("number", at + 1)
                .with("of", number);
            page.spawn(text(which, Type::BODY.tone(Tone::Ink2)));
        }
        let large = Type {
            bold: false,
            ..Type::DISPLAY
        };
        page.spawn(text(words, large.tone(Tone::Ink)));
        page.spawn(grow());
    });
    if number < 2 {
        return;
    }
    let foot = Node {
        padding: UiRect::axes(px(GAP_4), px(GAP_4)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    sheet.spawn(foot).with_children(|foot| {
        foot.spawn(grow());
        let before = Action::Debrief(DebriefAction::PreviousQuestion);
        let off = (at == 0).then(|| t("debrief-question-first"));
        let words = t("debrief-question-before");
        Button::normal(words, before)
            .icon(Icon::ChevronLeft)
            .key(KeyCode::KeyP)
            .off(off)
            .on_paper()
            .spawn(foot);
        let after = Action::Debrief(DebriefAction::NextQuestion);
        let off = (at + 1 >= number).then(|| t("debrief-question-last"));
        Button::normal(t("debrief-question-after"), after)
            .after(Icon::ChevronRight)
            .key(KeyCode::KeyN)
            .off(off)
            .on_paper()
            .spawn(foot);
    });
}
