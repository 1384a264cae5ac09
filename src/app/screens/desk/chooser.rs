//! Who does what: the tasks for one officer, the officers for one task, and the question before one is
//! ready with officers idle.
//!
//! A dialog of these is put away when the exercise has moved on; what was refused leaves it open.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use super::cards::{name_of, portrait_of, price, task_icon, why};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::{ArrowGroup, FirstFocus};
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::{OfficerId, TaskId};
use crate::scenario::words::Risk;
use crate::session::SeatEnd;
use crate::view::{OfficerView, TaskState, TaskView};

/// Inside a dialog that is over when something was decided.
#[derive(Component)]
struct Decides;

pub(super) fn plugin(app: &mut App) {
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (act.in_set(Answer), settle.after(Answer)).run_if(here),
    );
}

fn act(
    mut acts: Acts,
    play: Res<Play>,
    deciding: Query<(), With<Decides>>,
    mut commands: Commands,
) {
    let seat = play.seat();
    for act in acts.read() {
        let Action::Desk(action) = act.action else {
            continue;
        };
        // One question at a time: the other dialog goes first.
        if matches!(action, DeskAction::Tasks(_) | DeskAction::Officers(_)) && !deciding.is_empty()
        {
            dialog::close_all(&mut commands);
        }
        match action {
            DeskAction::Tasks(officer) => tasks_for(&mut commands, seat, officer),
            DeskAction::Officers(task) => officers_for(&mut commands, seat, task),
            DeskAction::AskReady => ask_ready(&mut commands, seat),
            _ => {}
        }
    }
}

/// Puts the dialogs away once something was decided.
fn settle(
    play: Res<Play>,
    deciding: Query<(), With<Decides>>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if play.is_changed() && !deciding.is_empty() {
        dialog::close_all(&mut commands);
        wake.soon();
    }
}

/// A list in a dialog, about as high as it needs.
fn list(dialog: &mut Parent, rows: usize, each: f32, body: impl FnOnce(&mut Parent)) {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let height = (rows as f32 * (each + GAP_2) + 2.0 * GAP_4).clamp(120.0, 520.0);
    let node = Node {
        height: px(height),
        min_height: px(0),
        ..default()
    };
    dialog
        .spawn((node, Decides, ArrowGroup))
        .with_children(|place| {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, body);
        });
}

fn foot(dialog: &mut Parent, body: impl FnOnce(&mut Parent)) {
    let node = Node {
        min_height: px(52),
        padding: UiRect::axes(px(GAP_4), px(GAP_2)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    dialog
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(body);
}

fn hours_left(seat: &SeatEnd) -> Words {
    let left = seat.case.budget.saturating_sub(seat.view.clock.hours_used);
    t("desk-hours-left")
        .with("left", left)
        .with("of", seat.case.budget)
}

fn tasks_for(commands: &mut Commands, seat: &SeatEnd, id: OfficerId) {
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
        tasks.sort_by_key(|task| match task.state {
            TaskState::Available | TaskState::Given(_) => 0,
            TaskState::Locked(_) => 1,
            TaskState::Done => 2,
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
        TaskState::Done => (Some(t("desk-task-done")), Icon::Check),
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
        if let Some(chance) = task.chances.get(at).filter(|_| open) {
            odds(card, *chance, why(task, officer));
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

/// The chance in per cent and what it comes from.
fn odds(card: &mut Parent, chance: u8, why: Words) {
    let node = Node {
        width: px(150),
        flex_shrink: 0.0,
        align_items: AlignItems::End,
        ..column(0.0)
    };
    card.spawn(node).with_children(|odds| {
        let words = t("desk-chance").with("chance", chance);
        odds.spawn((text(words, Type::HEAD.one_line()), Inherits));
        let right = Type {
            justify: Justify::Right,
            ..Type::LABEL
        };
        odds.spawn(text(why, right));
    });
}

fn officers_for(commands: &mut Commands, seat: &SeatEnd, id: TaskId) {
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
        if let Some(chance) = task.chances.get(at) {
            odds(card, *chance, why(task, officer));
        }
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

/// Ready with officers idle: says who, and does not stand in the way.
fn ask_ready(commands: &mut Commands, seat: &SeatEnd) {
    let idle: Vec<OfficerView> = seat
        .view
        .officers
        .iter()
        .filter(|officer| officer.task.is_none())
        .cloned()
        .collect();
    let Some(first) = idle.first().map(|officer| officer.id) else {
        return;
    };
    let team = seat.case.team;
    dialog::open(
        commands,
        t("desk-ask-ready"),
        Some(Icon::Question),
        520.0,
        move |dialog| {
            let node = Node {
                padding: px(GAP_4).all(),
                ..column(GAP_3)
            };
            dialog.spawn((node, Decides)).with_children(|body| {
                body.spawn(text(t("desk-idle").with("number", idle.len()), Type::BODY));
                for officer in &idle {
                    body.spawn(row(GAP_3)).with_children(|line| {
                        line.spawn(portrait_of(officer, team, 36.0, 42.0));
                        line.spawn(text(name_of(officer), Type::BODY.bold()));
                    });
                }
                body.spawn(text(t("desk-idle-detail"), Type::LABEL));
            });
            foot(dialog, |foot| {
                Button::primary(t("desk-give"), Action::Desk(DeskAction::Tasks(first)))
                    .icon(Icon::Plus)
                    .first()
                    .spawn(foot);
                foot.spawn(grow());
                let ready = Action::Command(Command::SetReady { ready: true });
                Button::normal(t("desk-ready-anyway"), ready)
                    .icon(Icon::Check)
                    .spawn(foot);
            });
        },
    );
}
