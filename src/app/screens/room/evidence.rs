//! Under the statement: what could be put to the person, and whether it is too early for it.

use bevy::prelude::*;

use super::page::{Room, rest, signed};
use super::statement::letter;
use super::{RoomAction, RoomUi};
use crate::app::action::Action;
use crate::app::focus::Picked;
use crate::app::i18n::{case, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, panel, paper};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Act, EvidenceView, View};
use crate::scenario::interviews::Mention;

pub fn evidence(right: &mut Parent, ui: &RoomUi, view: &View, room: Room) {
    let node = Node {
        height: if room.narrow || view.evidence.is_empty() {
            auto()
        } else {
            // A warning takes two lines more.
            px(if view.evidence.len() == 1 && ui.unfree.is_empty() {
                202.0
            } else {
                250.0
            })
        },
        flex_shrink: 0.0,
        ..default()
    };
    right.spawn(panel(node)).with_children(|panel| {
        head(panel, t("room-evidence"), |end| {
            if !room.narrow {
                end.spawn(text(t("room-evidence-how"), Type::LABEL.one_line()));
            }
        });
        let cards = |list: &mut Parent| {
            if view.evidence.is_empty() {
                list.spawn(text(t("room-evidence-none"), Type::LABEL));
            }
            let next = view.evidence.iter().find(|e| e.shown.is_none());
            for one in &view.evidence {
                card(
                    list,
                    ui,
                    view,
                    one,
                    next.is_some_and(|next| next.id == one.id),
                );
            }
        };
        let padding = UiRect::new(px(GAP_2), px(14), px(GAP_2), px(GAP_2));
        if room.narrow || view.evidence.is_empty() {
            let node = Node {
                padding,
                ..column(GAP_2)
            };
            panel.spawn(node).with_children(cards);
        } else {
            let area = scroll::area(panel, padding, GAP_2, false, cards);
            ui.places.keep(panel, area, "evidence");
        }
    });
}

fn card(list: &mut Parent, ui: &RoomUi, view: &View, one: &EvidenceView, next: bool) {
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(8)),
        row_gap: px(4),
        flex_shrink: 0.0,
        ..default()
    };
    let mention = Mention::Held(one.id);
    let at = ui.picked.iter().position(|picked| *picked == mention);
    let mut card = list.spawn(paper(node));
    if at.is_some() {
        card.insert(Picked);
    }
    card.with_children(|sheet| {
        sheet.spawn(text(case(&one.text), Type::BODY.tone(Tone::Ink)));
        if let Some(minute) = one.shown {
            let words = t("room-evidence-shown").with("minute", minute);
            let kind = Type::LABEL.tone(Tone::Ink2);
            signed(sheet, Icon::Check, Tone::Ink2, words, kind);
        } else if let Some(topic) = one.wait.filter(|_| ui.told) {
            let topic = view.topics.iter().find(|t| t.id == topic);
            let words = match topic {
                Some(topic) => t("room-evidence-wait").with("topic", &topic.name),
                None => t("room-evidence-early"),
            };
            let kind = Type::LABEL.tone(Tone::AlertInk);
            signed(sheet, Icon::Clock, Tone::AlertInk, words, kind);
        }
        let unfree = one.item.is_some_and(|item| ui.unfree.contains(&item));
        if unfree && one.shown.is_none() {
            let kind = Type::LABEL.tone(Tone::AlertInk);
            signed(
                sheet,
                Icon::Warning,
                Tone::AlertInk,
                t("room-evidence-unfree"),
                kind,
            );
        }
        sheet.spawn(row(GAP_2)).with_children(|line| {
            if let Some(at) = at {
                letter(line, at, true);
            }
            line.spawn(rest()).with_children(|place| {
                place.spawn(grow());
            });
            let words = if at.is_some() {
                t("room-lay-down")
            } else {
                t("room-take-up")
            };
            Button::quiet(words, Action::Room(RoomAction::Pick(mention)))
                .small()
                .on_paper()
                .spawn(line);
            if one.shown.is_none() {
                let act = Action::Room(RoomAction::Do(Act::Disclose(one.id)));
                let mut button = Button::normal(t("room-put"), act)
                    .icon(Icon::Document)
                    .small()
                    .on_paper();
                if next {
                    button = button.key(KeyCode::KeyE);
                }
                button.spawn(line);
            }
        });
    });
}
