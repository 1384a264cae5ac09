//! Asks before the interview is closed: what is still open, and that there is no way back.

use bevy::prelude::*;

use super::page::signed;
use super::{RoomAction, words};
use crate::app::action::Action;
use crate::app::i18n::{Words, t};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::drawing::icon::Icon;
use crate::engine::encounter::questioning::{Act, TopicState, View};
use crate::scenario::interviews::moves::READ_BACK;

pub fn ask(commands: &mut Commands, view: &View, refer: bool) {
    let open = still_open(view);
    let (title, what, button, sign) = if refer {
        (
            t("room-refer-title"),
            t("room-refer-what"),
            t("room-refer-yes"),
            Icon::Heart,
        )
    } else {
        (
            t("room-close-title"),
            t("room-close-what"),
            t("room-close-yes"),
            Icon::Book,
        )
    };
    dialog::open(commands, title, Some(sign), 600.0, move |body| {
        let node = Node {
            padding: px(GAP_4).all(),
            ..column(GAP_4)
        };
        body.spawn(node).with_children(|page| {
            page.spawn(text(what, Type::BODY));
            page.spawn(column(6.0))
                .with_children(|list| rest(list, open));
            let end = t("room-close-end").with("minutes", READ_BACK);
            page.spawn(text(end, Type::LABEL));
            let line = Node {
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(6),
                ..row(GAP_2)
            };
            page.spawn(line).with_children(|line| {
                line.spawn(grow());
                Button::normal(t("room-stay"), Action::CloseDialog)
                    .key(KeyCode::KeyB)
                    .first()
                    .spawn(line);
                let act = RoomAction::Do(Act::Close { refer });
                Button::primary(button, Action::Room(act))
                    .key(KeyCode::KeyY)
                    .spawn(line);
            });
        });
    });
}

fn rest(list: &mut Parent, open: Vec<Words>) {
    if open.is_empty() {
        let kind = Type::BODY.tone(Tone::Text2);
        signed(list, Icon::Check, Tone::Text2, t("room-open-nothing"), kind);
        return;
    }
    list.spawn(text(t("room-open"), Type::BODY.bold()));
    for words in open {
        signed(list, Icon::Minus, Tone::Text2, words, Type::BODY);
    }
}

/// What a careful officer would look at once more.
fn still_open(view: &View) -> Vec<Words> {
    let mut open = Vec::new();
    for (safeguard, given) in &view.safeguards {
        if given.is_none() {
            let name = words::safeguard(*safeguard);
            open.push(t("room-open-safeguard").with("safeguard", name));
        }
    }
    let topics = view.topics.iter().filter(|t| t.needed);
    let count = |state| topics.clone().filter(|t| t.state == state).count();
    let (untouched, unfinished) = (count(TopicState::Untouched), count(TopicState::Open));
    if untouched > 0 {
        open.push(t("room-open-untouched").with("number", untouched));
    }
    if unfinished > 0 {
        open.push(t("room-open-topics").with("number", unfinished));
    }
    let evidence = view.evidence.iter().filter(|e| e.shown.is_none()).count();
    if evidence > 0 {
        open.push(t("room-open-evidence").with("number", evidence));
    }
    open
}
