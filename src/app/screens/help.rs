//! The keys of the screen, in a dialog. It lists the shortcuts that are on the screen now, so it cannot
//! say anything untrue, and the keys that are the same everywhere.

use bevy::prelude::*;

use crate::app::action::{Action, Acts, Answer};
use crate::app::focus::{Shortcut, key_name};
use crate::app::i18n::{Words, plain, t};
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::dialog;
use crate::app::widgets::panel::{key_cap, rule};
use crate::app::widgets::press::Named;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, help.in_set(Answer));
}

fn help(mut acts: Acts, shortcuts: Query<(&Shortcut, &Named)>, mut commands: Commands) {
    if !acts.read().any(|act| act.action == Action::Help) {
        return;
    }
    let mut here: Vec<(String, Words)> = shortcuts
        .iter()
        .map(|(key, name)| (key_name(key.0), name.0.clone()))
        .collect();
    here.sort_by(|a, b| a.0.cmp(&b.0));
    here.dedup_by(|a, b| a.0 == b.0);
    let everywhere = [
        ("Tab", t("help-tab")),
        ("Shift+Tab", t("help-shift-tab")),
        ("↑ ↓ ← →", t("help-arrows")),
        ("Enter", t("help-enter")),
        ("Page Up, Page Down", t("help-pages")),
        ("Esc", t("help-escape")),
        ("?", t("help-help")),
    ];
    let lines = u8::try_from(here.len() + everywhere.len()).unwrap_or(u8::MAX);
    let height = (64.0 + 29.0 * f32::from(lines)).min(560.0);
    dialog::open(
        &mut commands,
        t("help-title"),
        Some(Icon::Keyboard),
        560.0,
        move |dialog| {
            let node = Node {
                height: px(height),
                min_height: px(0),
                ..default()
            };
            dialog.spawn(node).with_children(|place| {
                scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
                    if !here.is_empty() {
                        page.spawn(text(t("help-here"), Type::LABEL));
                        for (key, words) in here {
                            line(page, &key, words);
                        }
                        page.spawn(rule(Tone::Rule));
                    }
                    page.spawn(text(t("help-everywhere"), Type::LABEL));
                    for (key, words) in everywhere {
                        line(page, key, words);
                    }
                });
            });
        },
    );
}

fn line(page: &mut Parent, key: &str, words: Words) {
    page.spawn(row(GAP_4)).with_children(|line| {
        let place = Node {
            width: px(170),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place)
            .with_children(|place| key_cap(place, plain(key), false));
        line.spawn(text(words, Type::BODY));
    });
}
