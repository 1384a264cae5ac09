//! The topics: what was said on each, and the lines to what each leads to.

use accesskit::Role;
use bevy::prelude::*;

use super::page::Room;
use super::{RoomAction, RoomUi, words};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{case, t};
use crate::app::picture::{drawing, icon};
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::head;
use crate::app::widgets::press::{Chosen, Look, control};
use crate::drawing::svg::width_of;
use crate::drawing::topics::{CHIP, Topic, lay_out};
use crate::engine::encounter::questioning::{TopicView, View};

pub fn topics(panel: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    head(panel, t("room-topics"), |end| {
        if !room.narrow {
            end.spawn(text(t("room-topics-how"), Type::LABEL.one_line()));
        }
    });
    let width = room.middle();
    let all: Vec<Topic> = (view.topics.iter())
        .map(|topic| Topic {
            width: chip_width(topic).min(width),
            leads_to: topic.leads_to.iter().map(|to| to.index()).collect(),
        })
        .collect();
    let layout = lay_out(&all, width);
    let place = Node {
        margin: px(GAP_3).all(),
        width: px(layout.width),
        height: px(layout.height),
        flex_shrink: 0.0,
        ..default()
    };
    panel.spawn((place, ArrowGroup)).with_children(|place| {
        let lines = layout.lines(&all);
        place
            .spawn(drawing(lines, layout.width, layout.height))
            .entry::<Node>()
            .and_modify(|mut node| node.position_type = PositionType::Absolute);
        for (n, topic) in view.topics.iter().enumerate() {
            let (Some((x, y)), Some(own)) = (layout.middles.get(n), all.get(n)) else {
                continue;
            };
            let node = Node {
                position_type: PositionType::Absolute,
                left: px(x - own.width / 2.0),
                top: px(y - CHIP / 2.0),
                width: px(own.width),
                height: px(CHIP),
                padding: UiRect::horizontal(px(GAP_3)),
                border: px(1).all(),
                border_radius: BorderRadius::all(px(CHIP / 2.0)),
                ..row(GAP_2)
            };
            chip(place, node, ui, topic);
        }
    });
}

/// In whatever language it is longest.
fn chip_width(topic: &TopicView) -> f32 {
    let words = topic
        .name
        .all()
        .map(|(_, words)| width_of(words, 15.0, false));
    words.fold(40.0, f32::max).ceil() + GAP_3 * 2.0 + 16.0 + GAP_2 + 6.0
}

fn chip(place: &mut Parent, node: Node, ui: &RoomUi, topic: &TopicView) {
    let act = Action::Room(RoomAction::Topic(topic.id));
    let (sign, state) = words::state(topic.state);
    let name = t("room-topic-name")
        .with("topic", &topic.name)
        .with("state", state);
    let mut chip = place.spawn((node, control(Look::Card, Role::Tab, name), act));
    chip.with_children(|inside| {
        inside.spawn(icon(sign, 16.0, Tone::Text2));
        inside.spawn(text(case(&topic.name), Type::BODY.one_line()));
    });
    if ui.topic == topic.id {
        chip.insert(Chosen);
    }
}
