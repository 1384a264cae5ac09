//! The card of a place on the map: what is known of it, and what can be done there at what price.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use super::cards::{needs, price, task_icon};
use crate::app::action::Action;
use crate::app::i18n::{case, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_PAPER};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{paper, rule};
use crate::app::widgets::press::{Inherits, Look, Off, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::{PlaceView, TaskState, TaskView};

pub(super) const WIDTH: f32 = 300.0;

/// About how high the card comes out.
pub(super) fn height(seat: &SeatEnd, place: &PlaceView) -> f32 {
    let rows = seat
        .view
        .tasks
        .iter()
        .filter(|task| task.place == place.id)
        .count();
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = rows.max(1) as f32;
    70.0 + rows * 52.0
}

pub(super) fn build(parent: &mut Parent, seat: &SeatEnd, place: &PlaceView, node: Node) {
    let node = Node {
        width: px(WIDTH),
        max_width: percent(92),
        max_height: percent(96),
        padding: UiRect::axes(px(GAP_3), px(10)),
        row_gap: px(6),
        overflow: Overflow::clip(),
        ..node
    };
    parent.spawn(paper(node)).with_children(|card| {
        card.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(icon(Icon::Place, 16.0, Tone::Ink));
            let name = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            head.spawn((
                text(case(&place.name), Type::BODY.bold().tone(Tone::Ink)),
                name,
            ));
            Button::icon_only(
                Icon::Close,
                t("desk-put-away"),
                Action::Desk(DeskAction::NoPlace),
            )
            .small()
            .on_paper()
            .spawn(head);
        });
        let kind = family("desk-place", place.kind.key());
        let about = if place.learned {
            t("desk-place-learned").with("kind", kind)
        } else {
            kind
        };
        card.spawn(text(about, Type::LABEL.tone(Tone::Ink2)));
        card.spawn(rule(Tone::PaperRule));
        let mut here = seat
            .view
            .tasks
            .iter()
            .filter(|task| task.place == place.id)
            .peekable();
        if here.peek().is_none() {
            card.spawn(text(t("desk-place-no-tasks"), Type::LABEL.tone(Tone::Ink2)));
        }
        for task in here {
            line(card, seat, task);
        }
    });
}

fn line(card: &mut Parent, seat: &SeatEnd, task: &TaskView) {
    let (sign, words, off) = match &task.state {
        TaskState::Available => (task_icon(task.kind), price(task), None),
        TaskState::Given(to) => {
            let officer = seat.view.officers.iter().find(|officer| officer.id == *to);
            let initials =
                officer.map_or_else(|| plain(""), |officer| plain(officer.initials.clone()));
            (
                task_icon(task.kind),
                t("desk-place-given").with("name", initials),
                None,
            )
        }
        TaskState::Locked(why) => (Icon::Lock, case(why), Some(case(why))),
        TaskState::Unauthorised => {
            let words = needs(task);
            (Icon::Lock, words.clone(), Some(words))
        }
        TaskState::Done => (Icon::Check, t("desk-task-done"), Some(t("desk-task-done"))),
    };
    let node = Node {
        padding: UiRect::axes(px(6), px(4)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PAPER)),
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        column_gap: px(GAP_2),
        ..default()
    };
    let action = Action::Desk(DeskAction::Officers(task.id));
    let look = (
        control(Look::Quiet, Role::Button, case(&task.title)),
        OnPaper,
    );
    let open = off.is_none();
    let mut spawned = card.spawn((node, look, action));
    spawned.with_children(|line| {
        line.spawn(Node {
            padding: UiRect::top(px(3)),
            ..default()
        })
        .with_children(|place| {
            place.spawn((icon(sign, 15.0, Tone::Ink2), Inherits));
        });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|words_at| {
            let tone = if open { Tone::Ink } else { Tone::Ink2 };
            words_at.spawn(text(case(&task.title), Type::BODY.tone(tone)));
            words_at.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
        });
        if open {
            line.spawn(Node {
                padding: UiRect::top(px(4)),
                ..default()
            })
            .with_children(|place| {
                place.spawn((icon(Icon::ChevronRight, 13.0, Tone::Ink2), Inherits));
            });
        }
    });
    if let Some(why) = off {
        spawned.insert(Off(why));
    }
}
