//! The officers of the team, what each has been given, and the hours of the shift.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use super::cards::{name_of, portrait_of, task_icon};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Shortcut, key_name};
use crate::app::i18n::{case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::liaison::checked;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, key_cap, meter, panel, steps};
use crate::app::widgets::press::{Chosen, Inherits, Look, Off, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::OfficerView;

/// The key that gives the next task.
const KEY: KeyCode = KeyCode::KeyT;

pub(super) fn build(parent: &mut Parent, seat: &SeatEnd) {
    let officers = &seat.view.officers;
    let round = seat.view.clock.round;
    let given = officers
        .iter()
        .filter(|officer| !officer.idle(round))
        .count();
    head(parent, t("desk-officers"), |end| {
        let words = t("desk-given")
            .with("given", given)
            .with("of", officers.len());
        end.spawn(text(words, Type::LABEL.one_line()));
    });
    let idle = officers.iter().position(|officer| officer.idle(round));
    let keyed = idle.or_else(|| {
        officers
            .iter()
            .position(|officer| officer.busy_until.is_none() && !officer.operates(round))
    });
    scroll::area(
        parent,
        UiRect::new(px(GAP_2), px(GAP_3), px(GAP_2), px(GAP_2)),
        GAP_2,
        false,
        |list| {
            for (at, officer) in officers.iter().enumerate() {
                card(
                    list,
                    seat,
                    officer,
                    keyed == Some(at),
                    at == keyed.unwrap_or(0),
                );
            }
        },
    );
    budget(parent, seat);
}

fn card(list: &mut Parent, seat: &SeatEnd, officer: &OfficerView, keyed: bool, first: bool) {
    let node = Node {
        padding: px(10).all(),
        row_gap: px(GAP_2),
        flex_shrink: 0.0,
        ..default()
    };
    list.spawn(panel(node))
        .insert(Fill(Tone::Room2))
        .with_children(|card| {
            card.spawn(row(GAP_3)).with_children(|top| {
                top.spawn(portrait_of(officer, seat.case.team, 48.0, 56.0));
                let words = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                top.spawn(words).with_children(|words| {
                    words
                        .spawn(Node {
                            align_items: AlignItems::Start,
                            ..row(GAP_2)
                        })
                        .with_children(|line| {
                            let name = Node {
                                flex_grow: 1.0,
                                flex_basis: px(0),
                                min_width: px(0),
                                ..default()
                            };
                            line.spawn((text(name_of(officer), Type::BODY.bold()), name));
                            line.spawn(text(
                                plain(officer.initials.clone()),
                                Type::LABEL.one_line(),
                            ));
                        });
                    words.spawn(text(
                        family("skill", officer.skill.key()),
                        Type::LABEL.one_line(),
                    ));
                    words
                        .spawn(Node {
                            margin: UiRect::top(px(2)),
                            ..default()
                        })
                        .with_children(|gauge| {
                            steps(gauge, officer.level, 5);
                        });
                });
            });
            task(card, seat, officer, keyed, first);
        });
}

/// What the officer does, or that a task can be given.
fn task(card: &mut Parent, seat: &SeatEnd, officer: &OfficerView, keyed: bool, first: bool) {
    let task = officer
        .task
        .and_then(|id| seat.view.tasks.iter().find(|task| task.id == id));
    let node = Node {
        min_height: px(34),
        padding: UiRect::axes(px(10), px(5)),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        ..row(GAP_2)
    };
    let action = Action::Desk(DeskAction::Tasks(officer.id));
    let operates = officer.operates(seat.view.clock.round);
    let name = match task {
        Some(task) => t("desk-change")
            .with("name", &officer.name)
            .with("task", &task.title),
        None if operates => t("desk-engaged").with("name", &officer.name),
        None => t("desk-give-to").with("name", &officer.name),
    };
    let doing = match task {
        Some(task) => Some((task_icon(task.kind), case(&task.title))),
        None => operates.then(|| (Icon::Target, t("resolution-engaged"))),
    };
    let given = doing.is_some();
    let look = if given { Look::Card } else { Look::Normal };
    let mut chip = card.spawn((node, control(look, Role::Button, name), action));
    chip.with_children(|chip| match doing {
        Some((sign, words)) => {
            chip.spawn((icon(sign, 16.0, Tone::Text), Inherits));
            let node = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..default()
            };
            chip.spawn((text(words, Type::BODY), Inherits, node));
            if operates || officer.busy_until.is_some() {
                chip.spawn(icon(Icon::Lock, 14.0, Tone::Text2));
            }
        }
        None => {
            chip.spawn((icon(Icon::Plus, 14.0, Tone::Text), Inherits));
            chip.spawn((text(t("desk-give"), Type::BODY.one_line()), Inherits));
            chip.spawn(grow());
            if keyed {
                key_cap(chip, plain(key_name(KEY)), true);
            }
        }
    });
    if given {
        chip.insert(Chosen);
    }
    if operates {
        chip.insert(Off(t("desk-engaged").with("name", &officer.name)));
    }
    if let Some(until) = officer.busy_until {
        chip.insert(Off(t("desk-busy")
            .with("name", &officer.name)
            .with("round", until)));
    }
    if keyed {
        chip.insert(Shortcut(KEY));
    }
    if first {
        chip.insert(FirstFocus);
    }
    if let Some(until) = officer.busy_until {
        card.spawn(text(t("desk-busy-until").with("round", until), Type::LABEL));
    }
}

fn budget(parent: &mut Parent, seat: &SeatEnd) {
    let node = Node {
        padding: px(GAP_3).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(6.0)
    };
    parent
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            let (used, of) = (seat.view.clock.hours_used, seat.case.budget);
            foot.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(text(t("desk-budget"), Type::LABEL.one_line()));
                line.spawn(grow());
                let words = t("desk-budget-used").with("used", used).with("of", of);
                line.spawn(text(words, Type::LABEL.tone(Tone::Text).one_line()));
            });
            meter(foot, f32::from(used) / f32::from(of.max(1)), Tone::Accent);
            checked(foot, seat);
            if !seat.view.authorities.is_empty() {
                let list = Action::Desk(DeskAction::Authority(None));
                foot.spawn(row(0.0)).with_children(|line| {
                    Button::normal(t("authority-open-list"), list)
                        .small()
                        .icon(Icon::Shield)
                        .key(KeyCode::KeyW)
                        .spawn(line);
                });
            }
        });
}
