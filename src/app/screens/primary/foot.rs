//! Along the bottom: clear, or refer and on which ground; after the line, another one.

use bevy::prelude::*;

use super::questions::number_key;
use super::{LineAction, rest, words};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Shortcut, key_name};
use crate::app::i18n::{Words, case, plain, t};
use crate::app::screens::{Screen, set_piece};
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::OptionCard;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::key_cap;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::{Ground, Referral, View};

fn bar(parent: &mut Parent, build: impl FnOnce(&mut Parent)) {
    let node = Node {
        min_height: px(58),
        padding: UiRect::axes(px(GAP_4), px(10)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(GAP_3)
    };
    parent
        .spawn((node, Edge::All(Tone::Rule), Fill(Tone::Room1)))
        .with_children(build);
}

/// What is to be done here; a narrow window has no room for it.
fn said(foot: &mut Parent, title: Words, how: Words, narrow: bool) {
    if narrow {
        return;
    }
    foot.spawn(text(title, Type::HEAD.one_line()));
    foot.spawn(text(how, Type::LABEL.one_line()));
    foot.spawn(grow());
}

pub(super) fn foot(parent: &mut Parent, narrow: bool) {
    bar(parent, |foot| {
        said(foot, t("primary-decide"), t("primary-decide-how"), narrow);
        Button::normal(t("primary-clear"), Action::Line(LineAction::Clear))
            .icon(Icon::Check)
            .key(KeyCode::KeyK)
            .spawn(foot);
        for (to, sign, key) in [
            (Referral::SecondLine, Icon::Search, KeyCode::KeyS),
            (Referral::Protection, Icon::Heart, KeyCode::KeyR),
        ] {
            Button::normal(words::refer(to), Action::Line(LineAction::Where(to)))
                .icon(sign)
                .key(key)
                .spawn(foot);
        }
    });
}

pub(super) fn after(parent: &mut Parent, exercise: bool, narrow: bool) {
    bar(parent, |foot| {
        if exercise {
            said(foot, t("primary-over"), t("set-piece-line-over"), narrow);
            set_piece::after(foot);
            return;
        }
        said(foot, t("primary-over"), t("primary-over-how"), narrow);
        Button::normal(t("primary-home"), Action::Go(Screen::Home))
            .icon(Icon::Home)
            .spawn(foot);
        Button::primary(t("primary-another"), Action::Line(LineAction::Another))
            .after(Icon::ArrowRight)
            .key(KeyCode::KeyN)
            .first()
            .spawn(foot);
    });
}

/// What can be given as a ground: whatever was met at this counter, and nothing.
fn grounds(view: &View) -> Vec<(Ground, Words, Words)> {
    let mut all = Vec::new();
    for (n, asked) in view.questions.iter().enumerate() {
        for check in asked.checks.iter().filter(|c| c.fits != Some(true)) {
            let title = t("primary-ground-contradiction")
                .with("number", n + 1)
                .with("source", words::source(check.by));
            let (Some(says), Some(shows)) = (&asked.says, &check.shows) else {
                continue;
            };
            let detail = t("primary-ground-both")
                .with("says", words::saying(says))
                .with("shows", words::saying(shows));
            all.push((Ground::Contradiction(n, check.by), title, detail));
        }
    }
    if let Some(glance) = &view.glance {
        let detail = words::likeness(glance.likeness);
        all.push((Ground::Photo, t("primary-ground-photo"), detail));
    }
    for (n, seen) in view.seen.iter().flatten().enumerate() {
        let detail = case(&seen.text);
        all.push((Ground::Behaviour(n), t("primary-ground-behaviour"), detail));
    }
    let detail = t("primary-ground-unstated-detail");
    all.push((Ground::Unstated, t("primary-ground-unstated"), detail));
    all
}

/// Asks on which ground; choosing one refers.
pub(super) fn ground(commands: &mut Commands, view: &View, to: Referral) {
    let grounds = grounds(view);
    let lines = u8::try_from(grounds.len()).unwrap_or(u8::MAX);
    let height = (84.0 + 68.0 * f32::from(lines)).min(560.0);
    let sign = match to {
        Referral::SecondLine => Icon::Search,
        Referral::Protection => Icon::Heart,
    };
    dialog::open(commands, words::refer(to), Some(sign), 640.0, move |body| {
        let node = Node {
            height: px(height),
            min_height: px(0),
            ..default()
        };
        body.spawn(node).with_children(|place| {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
                page.spawn(text(words::refer_what(to), Type::BODY.tone(Tone::Text2)));
                for (n, (ground, title, detail)) in grounds.into_iter().enumerate() {
                    choice(page, n, LineAction::Refer(to, ground), title, detail);
                }
            });
        });
    });
}

fn choice(page: &mut Parent, n: usize, action: LineAction, title: Words, detail: Words) {
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let key = number_key(n);
        if let Some(key) = key {
            key_cap(line, plain(key_name(key)), false);
        }
        let place = Node {
            flex_direction: FlexDirection::Column,
            ..rest()
        };
        line.spawn(place).with_children(|place| {
            let card = OptionCard {
                title,
                detail: Some(detail),
                price: None,
                chosen: false,
                off: None,
                action: Action::Line(action),
            };
            let card = card.spawn(place);
            let mut commands = place.commands();
            let mut card = commands.entity(card);
            if let Some(key) = key {
                card.insert(Shortcut(key));
            }
            if n == 0 {
                card.insert(FirstFocus);
            }
        });
    });
}

/// Asks before a line is left that is not over.
pub(super) fn leave(commands: &mut Commands, level: u8) {
    let question = dialog::Question {
        title: t("primary-leave"),
        what: t("primary-leave-what"),
        stay: t("primary-stay"),
        yes: t("primary-open").with("level", level),
        act: Action::Line(LineAction::Open(level)),
        key: KeyCode::KeyN,
    };
    dialog::confirm(commands, question);
}
