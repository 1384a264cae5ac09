//! Along the top: which line, which traveller, and the seconds.

use bevy::prelude::*;

use super::{LineAction, LineUi};
use crate::app::action::Action;
use crate::app::i18n::{case, plain, t};
use crate::app::picture::icon;
use crate::app::screens::set_piece::Exercise;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{BAR, GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::meter;
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::View;
use crate::engine::encounter::line::shipped::LEVELS;

pub(super) fn bar(
    parent: &mut Parent,
    ui: &LineUi,
    view: &View,
    exercise: &Exercise,
    narrow: bool,
) {
    let node = Node {
        min_height: px(BAR),
        flex_shrink: 0.0,
        padding: UiRect::axes(px(GAP_3), px(4)),
        border: UiRect::new(px(0), px(0), px(4), px(1)),
        column_gap: px(GAP_4),
        row_gap: px(4),
        flex_wrap: FlexWrap::Wrap,
        align_items: AlignItems::Center,
        ..default()
    };
    let look = (Fill(Tone::Room1), Edge::Top(Tone::Accent, Tone::Rule));
    parent.spawn((node, look)).with_children(|bar| {
        Button::icon_only(Icon::ChevronLeft, t("common-back"), exercise.back())
            .small()
            .spawn(bar);
        bar.spawn(text(case(&view.title), Type::HEAD.one_line()));
        if !narrow {
            bar.spawn(text(case(&view.place), Type::LABEL.one_line()));
        }
        bar.spawn(row(6.0)).with_children(|hour| {
            hour.spawn(icon(Icon::Clock, 16.0, Tone::Text2));
            hour.spawn(text(plain(now(view)), Type::HEAD.one_line()));
            if !narrow {
                hour.spawn(text(t("primary-local"), Type::LABEL.one_line()));
            }
        });
        bar.spawn(grow());
        if let Some(now) = ui.level() {
            bar.spawn(text(t("primary-level"), Type::LABEL.one_line()));
            segments(
                bar,
                LEVELS.map(|level| {
                    let act = Action::Line(LineAction::Level(level));
                    (plain(level.to_string()), level == now, act)
                }),
            );
        }
        exercise.bar(bar, narrow);
        if !view.over {
            let traveller = t("primary-traveller")
                .with("number", view.number)
                .with("of", view.of);
            bar.spawn(text(traveller, Type::HEAD.one_line()));
            seconds(bar, view);
        }
        Button::icon_only(Icon::Question, t("common-help"), Action::Help)
            .small()
            .spawn(bar);
    });
}

/// The local hour: when the line began, and what it has taken since.
fn now(view: &View) -> String {
    let part = |n: usize| -> u32 {
        let of = view.hour.split(':').nth(n);
        of.and_then(|part| part.parse().ok()).unwrap_or(0)
    };
    let minutes = part(0) * 60 + part(1) + view.gone / 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

fn seconds(bar: &mut Parent, view: &View) {
    let late = view.seconds > view.fair;
    let (words, tone) = if late {
        (t("primary-seconds-late"), Tone::Alert)
    } else {
        (t("primary-seconds"), Tone::Accent)
    };
    let place = Node {
        width: px(150),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    bar.spawn(place).with_children(|place| {
        place.spawn(row(GAP_2)).with_children(|line| {
            if late {
                line.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
            }
            let words = words.with("seconds", view.seconds).with("fair", view.fair);
            let ink = if late { Tone::Alert } else { Tone::Text };
            line.spawn(text(words, Type::BODY.tone(ink).one_line()));
        });
        // A line has minutes: both fit.
        #[expect(
            clippy::cast_precision_loss,
            reason = "seconds of one traveller are few"
        )]
        let part = view.seconds as f32 / view.fair.max(1) as f32;
        meter(place, part, tone);
    });
}
