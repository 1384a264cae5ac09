//! Along the bottom: the mix of questions so far, the question map, a break, and the two ways to close.

use bevy::prelude::*;

use super::page::Room;
use super::{RoomAction, RoomUi, words};
use crate::app::action::Action;
use crate::app::i18n::t;
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Act, Mix, View};

/// The bar that a foot is.
pub fn bar(parent: &mut Parent, build: impl FnOnce(&mut Parent)) {
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

pub fn foot(parent: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    bar(parent, |foot| {
        mix(foot, ui, view.mix, room);
        if !room.narrow {
            foot.spawn(grow());
        }
        if ui.told {
            Button::normal(t("room-map"), Action::Room(RoomAction::Map))
                .icon(Icon::Grid)
                .key(KeyCode::KeyM)
                .chosen(ui.map)
                .spawn(foot);
        }
        Button::normal(t("room-break"), Action::Room(RoomAction::Do(Act::Break)))
            .icon(Icon::Pause)
            .key(KeyCode::KeyB)
            .spawn(foot);
        let refer = Action::Room(RoomAction::Close { refer: true });
        Button::normal(t("room-refer"), refer)
            .icon(Icon::Heart)
            .key(KeyCode::KeyR)
            .spawn(foot);
        let close = Action::Room(RoomAction::Close { refer: false });
        Button::primary(t("room-close"), close)
            .key(KeyCode::KeyC)
            .spawn(foot);
    });
}

/// What was asked so far: a bar in parts, and the same in words.
fn mix(parent: &mut Parent, ui: &RoomUi, mix: Mix, room: Room) {
    // Kinds that are not named are not counted either.
    if !ui.told {
        let all = mix.open + mix.probing + mix.closed + mix.inappropriate;
        let words = t("room-asked-number").with("number", all);
        parent.spawn(text(words, Type::LABEL.bold().tone(Tone::Text).one_line()));
        return;
    }

    let small = room.small();
    let place = Node {
        width: if room.narrow {
            percent(100)
        } else {
            px(if small { 244.0 } else { 340.0 })
        },
        flex_shrink: 1.0,
        ..column(5.0)
    };
    parent.spawn(place).with_children(|place| {
        place.spawn(row(6.0)).with_children(|line| {
            line.spawn(text(
                t("room-mix"),
                Type::LABEL.bold().tone(Tone::Text).one_line(),
            ));
            if mix.inappropriate == 0 || !small {
                line.spawn(text(words::mix(mix), Type::LABEL.one_line()));
            }
            if mix.inappropriate > 0 {
                line.spawn(icon(Icon::Warning, 14.0, Tone::Alert));
                let words = t("room-mix-inappropriate").with("number", mix.inappropriate);
                line.spawn(text(words, Type::LABEL.tone(Tone::Alert).one_line()));
            }
        });
        let track = Node {
            height: px(8),
            column_gap: px(2),
            border_radius: BorderRadius::all(px(2)),
            overflow: Overflow::clip(),
            ..default()
        };
        place
            .spawn((track, Fill(Tone::Room3)))
            .with_children(|track| {
                let parts = [
                    (mix.open, Tone::Text),
                    (mix.probing, Tone::Text3),
                    (mix.closed, Tone::RuleStrong),
                    (mix.inappropriate, Tone::Alert),
                ];
                for (number, tone) in parts.into_iter().filter(|part| part.0 > 0) {
                    let node = Node {
                        flex_grow: f32::from(number),
                        flex_basis: px(0),
                        height: percent(100),
                        ..default()
                    };
                    track.spawn((node, Fill(tone)));
                }
            });
    });
}
