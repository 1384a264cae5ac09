//! Who does what: the tasks for one officer, the officers for one task, and the question before one is
//! ready with officers idle.
//!
//! A dialog of these is put away when the exercise has moved on; what was refused leaves it open.

mod people;
mod tasks;

use bevy::prelude::*;

use super::DeskAction;
use super::cards::{name_of, portrait_of, why};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, family, t};
use crate::app::screens::{Screen, set_piece};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::press::Inherits;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::session::SeatEnd;
use crate::view::{OfficerView, TaskView};

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
            DeskAction::Tasks(officer) => tasks::open(&mut commands, seat, officer),
            DeskAction::Officers(task) => people::open(&mut commands, seat, task),
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

/// What speaks for sending this officer: the chance, or what skill gives to whoever plays it.
fn speaks(card: &mut Parent, task: &TaskView, at: usize, officer: &OfficerView) {
    if let Some(piece) = &task.set_piece {
        let edge = piece.edges.get(at).copied().unwrap_or(0);
        let why = if edge == 0 {
            let skill = family("skill", task.skill.key());
            t("desk-set-piece-no-skill").with("skill", skill)
        } else {
            t("desk-set-piece-skill").with("level", edge)
        };
        stated(card, set_piece::kind(piece.kind), why);
    } else if let Some(chance) = task.chances.get(at) {
        let words = t("desk-chance").with("chance", *chance);
        stated(card, words, why(task, officer));
    }
}

/// The chance in per cent and what it comes from.
fn stated(card: &mut Parent, words: Words, why: Words) {
    let node = Node {
        width: px(150),
        flex_shrink: 0.0,
        align_items: AlignItems::End,
        ..column(0.0)
    };
    card.spawn(node).with_children(|odds| {
        odds.spawn((text(words, Type::HEAD.one_line()), Inherits));
        let right = Type {
            justify: Justify::Right,
            ..Type::LABEL
        };
        odds.spawn(text(why, right));
    });
}

/// Ready with officers idle or a decision open: says which, and does not stand in the way.
fn ask_ready(commands: &mut Commands, seat: &SeatEnd) {
    let idle: Vec<OfficerView> = seat
        .view
        .officers
        .iter()
        .filter(|officer| officer.idle(seat.view.clock.round))
        .cloned()
        .collect();
    let first = idle.first().map(|officer| officer.id);
    let undecided = super::ready::undecided(seat);
    let (title, next) = match (first, undecided) {
        (Some(first), _) => ("desk-ask-ready", DeskAction::Tasks(first)),
        (None, Some(inject)) => ("desk-ask-undecided", DeskAction::Decision(inject)),
        (None, None) => return,
    };
    let team = seat.case.team;
    dialog::open(
        commands,
        t(title),
        Some(Icon::Question),
        520.0,
        move |dialog| {
            let node = Node {
                padding: px(GAP_4).all(),
                ..column(GAP_3)
            };
            dialog.spawn((node, Decides)).with_children(|body| {
                if undecided.is_some() {
                    body.spawn(text(t("desk-undecided"), Type::BODY));
                }
                if idle.is_empty() {
                    return;
                }
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
                let (words, sign) = match next {
                    DeskAction::Decision(_) => (t("desk-decide-first"), Icon::Flag),
                    _ => (t("desk-give"), Icon::Plus),
                };
                Button::primary(words, Action::Desk(next))
                    .icon(sign)
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
