//! The finding, along the bottom.

use bevy::prelude::*;

use super::{BenchAction, BenchUi, words};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, t};
use crate::app::screens::set_piece;
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::drawing::icon::Icon;
use crate::engine::encounter::document::fraud::Finding;

/// The strip that it stands on.
pub(super) fn bar() -> impl Bundle {
    let node = Node {
        min_height: px(58),
        padding: UiRect::axes(px(GAP_4), px(GAP_3)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(GAP_3)
    };
    (node, Edge::All(Tone::Rule), Fill(Tone::Room1))
}

pub(super) fn foot(foot: &mut Parent, ui: &BenchUi, narrow: bool) {
    foot.spawn(text(t("bench-finding"), Type::HEAD.one_line()));
    if ui.over() {
        if let Some(said) = ui.bench.said {
            foot.spawn(text(words::finding(said), Type::BODY));
        }
        if ui.drill().is_none() {
            set_piece::after(foot);
            return;
        }
        foot.spawn(grow());
        Button::primary(t("bench-next"), Action::Bench(BenchAction::Next))
            .after(Icon::ArrowRight)
            .key(KeyCode::KeyN)
            .first()
            .spawn(foot);
        return;
    }
    let all = Finding::ALL.map(|finding| {
        let act = Action::Bench(BenchAction::Say(finding));
        (words::finding(finding), ui.said == Some(finding), act)
    });
    if narrow {
        wrapped(foot, all);
    } else {
        segments(foot, all);
    }
    foot.spawn(grow());
    Button::primary(t("bench-record"), Action::Bench(BenchAction::Record))
        .icon(Icon::Check)
        .key(KeyCode::KeyR)
        .off(ui.said.is_none().then(|| t("bench-say-first")))
        .spawn(foot);
}

/// A choice that takes as many lines as it needs.
fn wrapped(foot: &mut Parent, choices: impl IntoIterator<Item = (Words, bool, Action)>) {
    let node = Node {
        width: percent(100),
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(GAP_2)
    };
    foot.spawn((node, ArrowGroup)).with_children(|list| {
        for (words, chosen, act) in choices {
            let button = if chosen {
                Button::primary(words, act).chosen(true)
            } else {
                Button::normal(words, act)
            };
            button.spawn(list);
        }
    });
}
