//! SETTINGS: language, scale, contrast. Every choice shows at once and is kept.

use bevy::prelude::*;

use super::{Before, Root, Screen, rebuild, root_with_escape};
use crate::app::action::{Action, Answer};
use crate::app::i18n::{Lang, Words, plain, t};
use crate::app::picture::icon;
use crate::app::settings::{Settings, SettingsFile};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6, SCALES};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::{Check, segments};
use crate::app::widgets::panel::{panel, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(OnEnter(Screen::Settings), enter);
    app.add_systems(
        Update,
        again
            .after(Answer)
            .run_if(in_state(Screen::Settings).and_then(resource_changed::<Settings>)),
    );
}

fn enter(
    mut commands: Commands,
    settings: Res<Settings>,
    file: Res<SettingsFile>,
    before: Res<Before>,
) {
    let node = Node {
        flex_direction: FlexDirection::Column,
        ..default()
    };
    let root = root_with_escape(Screen::Settings, node, Action::Go(before.0));
    let id = commands.spawn(root).id();
    rebuild(&mut commands, id, |parent| {
        build(parent, &settings, &file, before.0)
    });
}

fn again(
    mut commands: Commands,
    settings: Res<Settings>,
    file: Res<SettingsFile>,
    before: Res<Before>,
    root: Single<Entity, With<Root>>,
) {
    rebuild(&mut commands, *root, |parent| {
        build(parent, &settings, &file, before.0)
    });
}

fn build(parent: &mut Parent, settings: &Settings, file: &SettingsFile, before: Screen) {
    scroll::area(parent, UiRect::all(px(GAP_6)), GAP_5, false, |page| {
        page.spawn(row(GAP_3)).with_children(|head| {
            head.spawn(icon(Icon::Settings, 24.0, Tone::Text2));
            head.spawn(text(t("settings-title"), Type::TITLE));
            head.spawn(grow());
            Button::normal(t("common-back"), Action::Go(before))
                .icon(Icon::ChevronLeft)
                .first()
                .spawn(head);
        });
        let node = Node {
            padding: px(GAP_4).all(),
            row_gap: px(GAP_4),
            max_width: px(820),
            ..default()
        };
        page.spawn(panel(node)).with_children(|panel| {
            line(
                panel,
                Icon::Globe,
                t("settings-language"),
                t("settings-language-detail"),
                |end| {
                    segments(
                        end,
                        Lang::ALL.map(|lang| {
                            (
                                plain(lang.name()),
                                lang == settings.language,
                                Action::Speak(lang),
                            )
                        }),
                    );
                },
            );
            panel.spawn(rule(Tone::Rule));
            line(
                panel,
                Icon::TextSize,
                t("settings-scale"),
                t("settings-scale-detail"),
                |end| {
                    segments(
                        end,
                        SCALES.map(|scale| {
                            let words = t("common-percent").with("number", scale);
                            (words, scale == settings.scale, Action::Scale(scale))
                        }),
                    );
                },
            );
            panel.spawn(rule(Tone::Rule));
            line(
                panel,
                Icon::Contrast,
                t("settings-contrast"),
                t("settings-contrast-detail"),
                |end| {
                    let action = Action::Contrast(!settings.contrast);
                    Check {
                        words: t("settings-contrast-on"),
                        on: settings.contrast,
                        action,
                    }
                    .spawn(end);
                },
            );
        });
        let kept = match &file.0 {
            Some(path) => t("settings-kept").with("path", path.display().to_string().as_str()),
            None => t("settings-not-keeping"),
        };
        page.spawn(text(kept, Type::LABEL.tone(Tone::Text3)));
    });
}

fn line(
    parent: &mut Parent,
    sign: Icon,
    title: Words,
    detail: Words,
    end: impl FnOnce(&mut Parent),
) {
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(GAP_2),
        ..row(GAP_4)
    };
    parent.spawn(node).with_children(|line| {
        line.spawn(icon(sign, 20.0, Tone::Text2));
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(220),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            words.spawn(text(title, Type::BODY.bold()));
            words.spawn(text(detail, Type::LABEL));
        });
        end(line);
    });
}
