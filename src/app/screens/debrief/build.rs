//! The frame of the screen: bar, tabs, and the tab that is open.

use bevy::prelude::*;

use super::{
    DebriefAction, Shown, Tab, Told, desks, hot_wash, knowledge, learning, ratings, score, tell,
    theories, truth,
};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice;
use crate::app::widgets::panel::panel;
use crate::drawing::icon::Icon;
use crate::library::Format;

pub fn screen(parent: &mut Parent, told: &Told, shown: &Shown, out: Screen) {
    bar(parent, told, shown.opened, out);
    if !shown.opened {
        if shown.asking {
            hot_wash::page(parent, told);
        } else {
            tell::page(parent, told);
        }
        return;
    }
    // Over the whole width: beside a paper there is no room for so many.
    parent
        .spawn((column(0.0), Fill(Tone::Room1)))
        .with_children(|strip| tabs(strip, shown.tab));
    let body = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_height: px(0),
        padding: px(GAP_2).all(),
        column_gap: px(GAP_2),
        ..default()
    };
    parent.spawn(body).with_children(|body| {
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        body.spawn(panel(node))
            .with_children(|panel| match shown.tab {
                Tab::Knowledge => knowledge::tab(panel, told, shown),
                Tab::Truth => truth::tab(panel),
                Tab::Theories => theories::tab(panel, told),
                Tab::Ratings => ratings::tab(panel, told),
                Tab::Score => score::tab(panel, told),
                Tab::Desks => desks::tab(panel, told),
                Tab::HotWash => hot_wash::tab(panel, told),
                Tab::Learning => learning::tab(panel, told),
            });
        match shown.tab {
            Tab::Knowledge => super::unshared::paper_of(body, told),
            Tab::Truth => truth::paper_of(body, told),
            Tab::Ratings => ratings::beside(body),
            Tab::Score => score::paper_of(body, told),
            Tab::Desks => desks::paper_of(body, told),
            Tab::Theories | Tab::HotWash | Tab::Learning => {}
        }
    });
}

fn tabs(panel: &mut Parent, open: Tab) {
    const KEYS: [KeyCode; 8] = [
        KeyCode::Digit1,
        KeyCode::Digit2,
        KeyCode::Digit3,
        KeyCode::Digit4,
        KeyCode::Digit5,
        KeyCode::Digit6,
        KeyCode::Digit7,
        KeyCode::Digit8,
    ];
    let tabs = Tab::ALL
        .into_iter()
        .zip(KEYS)
        .map(|(tab, key)| choice::Tab {
            words: t(match tab {
                Tab::Knowledge => "debrief-tab-knowledge",
                Tab::Truth => "debrief-tab-truth",
                Tab::Theories => "debrief-tab-theories",
                Tab::Ratings => "debrief-tab-ratings",
                Tab::Score => "debrief-tab-score",
                Tab::Desks => "liaison-debrief-tab",
                Tab::HotWash => "debrief-tab-hot-wash",
                Tab::Learning => "debrief-tab-learning",
            }),
            count: None,
            chosen: tab == open,
            action: Action::Debrief(DebriefAction::Tab(tab)),
            key: Some(key),
        });
    choice::tabs(panel, true, tabs);
}

fn bar(parent: &mut Parent, told: &Told, opened: bool, out: Screen) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        ..row(GAP_3)
    };
    parent
        .spawn((node, Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule)))
        .with_children(|bar| {
            bar.spawn(row(GAP_2)).with_children(|name| {
                name.spawn(icon(Icon::Book, 18.0, Tone::Text));
                name.spawn(text(t("debrief-phase"), Type::HEAD.one_line()));
            });
            separator(bar);
            bar.spawn(text(case(&told.case.title), Type::HEAD.one_line()));
            let facts = if opened {
                t("debrief-facts")
                    .with("rounds", told.rounds)
                    .with("outcome", outcome(told))
                    .with("score", told.debrief.score)
            } else {
                t("debrief-rounds").with("rounds", told.rounds)
            };
            bar.spawn(text(facts, Type::LABEL.one_line()));
            bar.spawn(grow());
            if opened {
                let again = Action::Debrief(DebriefAction::Replay);
                Button::normal(t("debrief-replay"), again)
                    .icon(Icon::Play)
                    .key(KeyCode::KeyR)
                    .spawn(bar);
                let save = |format| Action::Debrief(DebriefAction::SaveReport(format));
                bar.spawn(text(t("debrief-save"), Type::LABEL.one_line()));
                Button::primary(t("debrief-save-page"), save(Format::Html))
                    .icon(Icon::Export)
                    .key(KeyCode::KeyS)
                    .spawn(bar);
                Button::normal(t("debrief-save-word"), save(Format::Docx))
                    .icon(Icon::Document)
                    .spawn(bar);
                Button::normal(t("debrief-save-excel"), save(Format::Xlsx))
                    .icon(Icon::Grid)
                    .spawn(bar);
            }
            let (words, sign) = match out {
                Screen::Console => ("debrief-console", Icon::Eye),
                _ => ("debrief-home", Icon::Home),
            };
            Button::normal(t(words), Action::Go(out))
                .icon(sign)
                .spawn(bar);
            separator(bar);
            let lang = told.lang;
            Button::quiet(plain(lang.name()), Action::Speak(lang.next()))
                .icon(Icon::Globe)
                .spawn(bar);
            Button::icon_only(Icon::Question, t("common-help"), Action::Help)
                .small()
                .spawn(bar);
        });
}

fn separator(bar: &mut Parent) {
    let node = Node {
        width: px(1),
        height: px(32),
        flex_shrink: 0.0,
        ..default()
    };
    bar.spawn((node, Fill(Tone::Rule)));
}

/// What the exercise came to, in a word or two.
pub fn outcome(told: &Told) -> Words {
    family("debrief-outcome", told.debrief.outcome.key())
}

/// The exercise is over, and the truth waits for the trainer.
pub fn held(parent: &mut Parent) {
    let node = Node {
        flex_grow: 1.0,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..column(GAP_4)
    };
    parent.spawn(node).with_children(|page| {
        page.spawn(icon(Icon::Lock, 40.0, Tone::Text2));
        page.spawn(text(t("debrief-held"), Type::TITLE.centred()));
        let narrow = Node {
            max_width: px(620),
            ..column(GAP_2)
        };
        page.spawn(narrow).with_children(|words| {
            words.spawn(text(t("debrief-held-do"), Type::BODY.centred()));
            for key in ["debrief-held-1", "debrief-held-2", "debrief-held-3"] {
                words.spawn(text(t(key), Type::BODY.tone(Tone::Text2).centred()));
            }
        });
    });
}

/// The exercise is not over, or nothing was told.
pub fn nothing(parent: &mut Parent) {
    let node = Node {
        flex_grow: 1.0,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..column(GAP_4)
    };
    parent.spawn(node).with_children(|page| {
        page.spawn(text(t("debrief-nothing"), Type::HEAD.centred()));
        Button::primary(t("debrief-home"), Action::Go(Screen::Home))
            .icon(Icon::Home)
            .first()
            .spawn(page);
    });
}
