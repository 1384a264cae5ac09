//! The tasks for one officer, with this officer's chances.

use accesskit::Role;
use bevy::prelude::*;

use super::{Decides, foot, hours_left, list, speaks};
use crate::app::action::Action;
use crate::app::focus::FirstFocus;
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::screens::desk::cards::{name_of, needs, price, task_icon};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::OfficerId;
use crate::scenario::words::Risk;
use crate::session::SeatEnd;
use crate::view::{OfficerView, TaskState, TaskView};

pub(super) fn open(commands: &mut Commands, seat: &SeatEnd, id: OfficerId) {
    let Some(at) = seat
        .view
        .officers
        .iter()
        .position(|officer| officer.id == id)
    else {
        return;
    };
    let seat = seat.clone();
    let officer = seat.view.officers[at].clone();
    let title = t("desk-tasks-for").with("name", &officer.name);
    dialog::open(commands, title, Some(Icon::Person), 780.0, move |dialog| {
        // What can be done stands before what cannot.
        let mut tasks: Vec<&TaskView> = seat.view.tasks.iter().collect();
        // What the officer is good at comes first among them.
        tasks.sort_by_key(|task| {
            let standing = match task.state {
                TaskState::Available | TaskState::Given(_) => 0,
                TaskState::Locked(_) | TaskState::Unauthorised => 1,
                TaskState::Done => 2,
            };
            (standing, task.skill != officer.skill)
        });
        if tasks.is_empty() {
            dialog
                .spawn((
                    Node {
                        padding: px(GAP_4).all(),
                        ..default()
                    },
                    Decides,
                ))
                .with_children(|place| {
                    place.spawn(text(t("desk-no-tasks"), Type::BODY));
                });
        } else {
            let first = tasks
                .iter()
                .position(|task| matches!(task.state, TaskState::Given(to) if to == id));
            let open = |task: &&TaskView| task.state == TaskState::Available;
            let first = first.or_else(|| tasks.iter().position(open)).unwrap_or(0);
            list(dialog, tasks.len(), 98.0, |place| {
                for (row, task) in tasks.into_iter().enumerate() {
                    task_card(place, &seat, &officer, at, task, row == first);
                }
            });
        }
        foot(dialog, |foot| {
            foot.spawn(icon(Icon::Clock, 16.0, Tone::Text2));
            foot.spawn(text(hours_left(&seat), Type::LABEL));
            foot.spawn(grow());
            if officer.task.is_some() {
                let clear = Action::Command(Command::ClearTask { officer: id });
                Button::normal(t("desk-call-back"), clear)
                    .icon(Icon::Undo)
                    .spawn(foot);
            }
        });
    });
}

fn task_card(
    place: &mut Parent,
    seat: &SeatEnd,
    officer: &OfficerView,
    at: usize,
    task: &TaskView,
    first: bool,
) {
    let (off, sign) = match &task.state {
        TaskState::Available => (None, task_icon(task.kind)),
        TaskState::Given(to) if *to == officer.id => (None, task_icon(task.kind)),
        TaskState::Given(to) => {
            let other = seat.view.officers.iter().find(|officer| officer.id == *to);
            let name = other.map_or_else(|| t("desk-somebody"), name_of);
            (Some(t("desk-task-taken").with("name", name)), Icon::Lock)
        }
        TaskState::Locked(why) => (Some(case(why)), Icon::Lock),
        TaskState::Unauthorised => (Some(needs(task)), Icon::Lock),
        TaskState::Done => (Some(t("refusal-task-done")), Icon::Check),
    };
    let node = Node {
        padding: UiRect::axes(px(12), px(8)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        column_gap: px(GAP_3),
        flex_shrink: 0.0,
        align_items: AlignItems::Start,
        ..default()
    };
    let action = Action::Command(Command::AssignTask {
        officer: officer.id,
        task: task.id,
    });
    let mut card = place.spawn((
        node,
        control(Look::Option, Role::RadioButton, case(&task.title)),
        action,
    ));
    let open = off.is_none();
    card.with_children(|card| {
        let tone = if open { Tone::Text } else { Tone::Text3 };
        let sign_place = Node {
            padding: UiRect::top(px(2)),
            ..default()
        };
        card.spawn(sign_place).with_children(|place| {
            place.spawn((icon(sign, 18.0, tone), Inherits));
        });
        card.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(2.0)
        })
        .with_children(|body| {
            body.spawn((text(case(&task.title), Type::BODY.bold()), Inherits));
            body.spawn(text(case(&task.detail), Type::LABEL));
            let facts = Node {
                flex_wrap: FlexWrap::Wrap,
                row_gap: px(2),
                ..row(GAP_3)
            };
            body.spawn(facts).with_children(|facts| {
                if let Some(why) = off.clone() {
                    fact(facts, sign, why, Tone::Text);
                }
                if let Some(place) = seat.view.places.iter().find(|place| place.id == task.place) {
                    fact(facts, Icon::Place, case(&place.name), Tone::Text2);
                }
                let risky = task.risk == Risk::High;
                let sign = if risky { Icon::Warning } else { Icon::Clock };
                fact(
                    facts,
                    sign,
                    price(task),
                    if risky { Tone::Alert } else { Tone::Text2 },
                );
            });
        });
        if open {
            speaks(card, task, at, officer);
        }
    });
    if matches!(task.state, TaskState::Given(to) if to == officer.id) {
        card.insert(Chosen);
    }
    if let Some(why) = off {
        card.insert(Off(why));
    }
    if first {
        card.insert(FirstFocus);
    }
}

fn fact(facts: &mut Parent, sign: Icon, words: Words, tone: Tone) {
    facts.spawn(row(5.0)).with_children(|fact| {
        fact.spawn(icon(sign, 14.0, tone));
        fact.spawn(text(words, Type::LABEL.tone(tone)));
    });
}
