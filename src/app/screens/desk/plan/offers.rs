//! The operations that can be planned, before one is chosen.

use bevy::prelude::*;

use super::PlanAction;
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{case, family, t};
use crate::app::screens::folder::words::partner;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip, paper};
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::OperationView;

pub(super) fn build(page: &mut Parent, seat: &SeatEnd) {
    let words = t("plan-choose").with("team", partner(&seat.case));
    page.spawn(text(words, Type::BODY.tone(Tone::Text2)));
    page.spawn((column(GAP_2), ArrowGroup))
        .with_children(|list| {
            for offer in &seat.view.operations.offered {
                one(list, offer);
            }
        });
    if seat.view.operations.draft.is_some() {
        page.spawn(row(GAP_2)).with_children(|line| {
            let back = Action::Plan(PlanAction::Drop);
            Button::normal(t("plan-back"), back).spawn(line);
        });
    }
}

fn one(list: &mut Parent, offer: &OperationView) {
    let node = Node {
        padding: px(GAP_3).all(),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    list.spawn(paper(node)).with_children(|sheet| {
        sheet.spawn(row(GAP_2)).with_children(|head| {
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            head.spawn((
                text(case(&offer.title), Type::HEAD.bold().tone(Tone::Ink)),
                place,
            ));
            let kind = family("operation-kind", offer.kind.key());
            chip(head, None, kind, true);
        });
        sheet.spawn(text(case(&offer.detail), Type::BODY.tone(Tone::Ink)));
        sheet.spawn(row(GAP_2)).with_children(|line| {
            let words = t("plan-odds-at-best").with("chance", i64::from(offer.odds));
            line.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
            line.spawn(grow());
            let begin = Action::Plan(PlanAction::Begin(offer.id));
            let off = offer.done.then(|| t("refusal-operation-done"));
            Button::normal(t("plan-begin"), begin)
                .icon(Icon::Pencil)
                .on_paper()
                .off(off)
                .spawn(line);
        });
    });
}
