//! The folder, the joint board and the theory as plain lists.

use bevy::prelude::*;

use super::DeskAction;
use super::cards::code;
use crate::app::action::Action;
use crate::app::i18n::{case, plain, t};
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{count, head, paper};
use crate::app::widgets::scroll;
use crate::session::SeatEnd;
use crate::view::ItemView;

pub(super) fn column(parent: &mut Parent, seat: &SeatEnd) {
    let items = &seat.view.folder;
    head(parent, t("desk-folder"), |end| count(end, items.len()));
    list(parent, items.iter());
}

/// What both services know.
pub(super) fn board(parent: &mut Parent, seat: &SeatEnd) {
    list(parent, seat.view.folder.iter().filter(|item| item.received.is_some() || !item.shared.is_empty()));
}

pub(super) fn theory(parent: &mut Parent, seat: &SeatEnd) {
    scroll::area(parent, px(GAP_3).all(), GAP_2, false, |page| {
        for question in &seat.view.theory.questions {
            page.spawn(text(case(&question.text), Type::BODY));
        }
    });
}

fn list<'a>(parent: &mut Parent, items: impl Iterator<Item = &'a ItemView>) {
    scroll::area(parent, px(GAP_2).all(), GAP_2, false, |page| {
        for item in items {
            let node = Node { padding: px(GAP_2).all(), row_gap: px(4), flex_shrink: 0.0, ..default() };
            page.spawn(paper(node)).with_children(|card| {
                card.spawn(row(GAP_2)).with_children(|line| {
                    line.spawn(text(plain(code(item)), Type::LABEL.mono().tone(Tone::Ink2).one_line()));
                    if let Some(title) = &item.title {
                        let node = Node { flex_grow: 1.0, flex_basis: px(0), ..default() };
                        line.spawn((text(case(title), Type::BODY.bold().tone(Tone::Ink)), node));
                    }
                    let open = Action::Desk(DeskAction::OpenItem(item.id));
                    Button::normal(t("common-open"), open).small().on_paper().spawn(line);
                });
                card.spawn(text(case(&item.text), Type::BODY.tone(Tone::Ink)));
            });
        }
    });
}
