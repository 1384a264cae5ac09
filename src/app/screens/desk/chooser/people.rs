//! The officers for one task, with the chance of each.

use accesskit::Role;
use bevy::prelude::*;

use super::{foot, hours_left, list, speaks};
use crate::app::action::Action;
use crate::app::focus::FirstFocus;
use crate::app::i18n::{case, t};
use crate::app::picture::icon;
use crate::app::screens::desk::cards::{name_of, portrait_of, price, task_icon};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::dialog;
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::TaskId;
use crate::session::SeatEnd;
use crate::view::{OfficerView, TaskView};

pub(super) fn open(commands: &mut Commands, seat: &SeatEnd, id: TaskId) {
    let Some(task) = seat.view.tasks.iter().find(|task| task.id == id).cloned() else {
        return;
    };
    let seat = seat.clone();
    let title = t("desk-who-goes").with("task", &task.title);
    dialog::open(
        commands,
        title,
        Some(task_icon(task.kind)),
        640.0,
        move |dialog| {
            let about = Node {
                padding: UiRect::new(px(GAP_4), px(GAP_4), px(GAP_3), px(0)),
                ..column(4.0)
            };
            dialog.spawn(about).with_children(|about| {
                about.spawn(text(case(&task.detail), Type::BODY));
                about.spawn(text(price(&task), Type::LABEL));
            });
            list(dialog, seat.view.officers.len(), 76.0, |place| {
                for (at, officer) in seat.view.officers.iter().enumerate() {
                    officer_card(place, &seat, officer, at, &task);
                }
            });
            foot(dialog, |foot| {
                foot.spawn(icon(Icon::Clock, 16.0, Tone::Text2));
                foot.spawn(text(hours_left(&seat), Type::LABEL));
            });
        },
    );
}

fn officer_card(
    place: &mut Parent,
    seat: &SeatEnd,
    officer: &OfficerView,
    at: usize,
    task: &TaskView,
) {
    let node = Node {
        padding: UiRect::axes(px(12), px(8)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    let action = Action::Command(Command::AssignTask {
        officer: officer.id,
        task: task.id,
    });
    let mut card = place.spawn((
        node,
        control(Look::Option, Role::RadioButton, name_of(officer)),
        action,
    ));
    card.with_children(|card| {
        card.spawn(portrait_of(officer, seat.case.team, 44.0, 51.0));
        card.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(2.0)
        })
        .with_children(|body| {
            body.spawn((text(name_of(officer), Type::BODY.bold()), Inherits));
            let now = officer
                .task
                .and_then(|id| seat.view.tasks.iter().find(|task| task.id == id));
            let words = match (officer.busy_until, now) {
                (Some(until), _) => t("desk-busy-until").with("round", until),
                (None, Some(now)) if now.id == task.id => t("desk-goes"),
                (None, Some(now)) => t("desk-instead-of").with("task", &now.title),
                (None, None) => t("desk-free"),
            };
            body.spawn(text(words, Type::LABEL));
        });
        speaks(card, task, at, officer);
    });
    if officer.task == Some(task.id) {
        card.insert(Chosen);
    }
    if let Some(until) = officer.busy_until {
        card.insert(Off(t("desk-busy")
            .with("name", &officer.name)
            .with("round", until)));
    }
    if at == 0 {
        card.insert(FirstFocus);
    }
}
