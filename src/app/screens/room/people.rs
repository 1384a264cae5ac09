//! Who can be asked, in a dialog; and the question before an interview is left that is not over.

use std::sync::Arc;

use bevy::prelude::*;

use super::drill::{DrillAction, PEOPLE, on};
use super::page::rest;
use super::questions::NUMBERS;
use crate::app::focus::{FirstFocus, Shortcut};
use crate::app::i18n::{case, plain, t};
use crate::app::picture::drawing;
use crate::app::text::{Parent, row};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::widgets::choice::OptionCard;
use crate::app::widgets::dialog;
use crate::app::widgets::panel::key_cap;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::portrait;
use crate::engine::encounter::questioning::Interview;
use crate::library::Invited;

/// Everybody who can be asked.
pub fn people(commands: &mut Commands, now: usize) {
    let lines = u8::try_from(PEOPLE.len()).unwrap_or(u8::MAX);
    let height = (36.0 + 86.0 * f32::from(lines)).min(640.0);
    let sign = Some(Icon::People);
    dialog::open(commands, t("room-people-title"), sign, 920.0, move |body| {
        let node = Node {
            height: px(height),
            min_height: px(0),
            ..default()
        };
        body.spawn(node).with_children(|place| {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
                for (n, invited) in PEOPLE.iter().enumerate() {
                    person(page, n, invited, n == now);
                }
            });
        });
    });
}

fn person(page: &mut Parent, n: usize, invited: &Invited, now: bool) {
    let view = Interview::new(Arc::clone(&invited.who)).view();
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let key = NUMBERS.get(n).copied();
        if key.is_some() {
            key_cap(line, plain((n + 1).to_string()), false);
        }
        let svg = portrait::person(view.portrait);
        line.spawn(drawing(svg, 54.0, 63.0))
            .entry::<Node>()
            .and_modify(|mut node| node.border_radius = BorderRadius::all(px(R_CONTROL)));
        let place = Node {
            flex_direction: FlexDirection::Column,
            ..rest()
        };
        line.spawn(place).with_children(|place| {
            let card = OptionCard {
                title: case(&view.name),
                detail: Some(case(&view.about)),
                price: Some(case(&invited.case)),
                chosen: now,
                off: None,
                action: on(DrillAction::Person(n)),
            };
            let card = card.spawn(place);
            let mut commands = place.commands();
            let mut card = commands.entity(card);
            if let Some(key) = key {
                card.insert(Shortcut(key));
            }
            if now {
                card.insert(FirstFocus);
            }
        });
    });
}

/// Asks before an interview is left that is not over.
pub fn leave(commands: &mut Commands, person: usize, level: u8) {
    let question = dialog::Question {
        title: t("room-leave"),
        what: t("room-leave-what"),
        stay: t("room-stay"),
        yes: t("room-leave-yes"),
        act: on(DrillAction::Open(person, level)),
        key: KeyCode::KeyY,
    };
    dialog::confirm(commands, question);
}
