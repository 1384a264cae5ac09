//! The list of injects on its time: a lane for each kind of trigger, a column for each round, and the
//! inject that is picked with what can be done about it.

use accesskit::Role;
use bevy::prelude::*;

use super::{ConsoleAction, Scene};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{head, team_mark};
use crate::app::widgets::press::{Chosen, Inherits, Look, control};
use crate::drawing::icon::Icon;
use crate::engine::{Command, Phase};
use crate::scenario::ids::Team;
use crate::view::{InjectRow, InjectStatus, TriggerView};

/// Width of a lane's name, height of a lane and width of a chip, in logical pixels.
const NAME: f32 = 98.0;
const LANE: f32 = 33.0;
const CHIP: f32 = 50.0;

/// The lanes, by what makes an inject go.
const LANES: [&str; 4] = [
    "console-lane-timed",
    "console-lane-holds",
    "console-lane-contingency",
    "console-lane-by-hand",
];

fn lane(trigger: &TriggerView) -> usize {
    match trigger {
        TriggerView::Timed { .. } => 0,
        TriggerView::Holds { .. } => 1,
        TriggerView::Contingency { .. } => 2,
        TriggerView::ByHand => 3,
    }
}

fn sign(status: InjectStatus) -> (Icon, &'static str) {
    match status {
        InjectStatus::Fired(_) => (Icon::Check, "console-inject-done"),
        InjectStatus::Due => (Icon::Warning, "console-inject-due"),
        InjectStatus::Held => (Icon::Pause, "console-inject-held"),
        InjectStatus::Waiting => (Icon::Clock, "console-inject-planned"),
        InjectStatus::Skipped => (Icon::Close, "console-inject-skipped"),
        InjectStatus::NotNeeded => (Icon::NotEqual, "console-inject-not-needed"),
    }
}

pub(super) fn build(panel: &mut Parent, scene: &Scene) {
    head(panel, t("console-injects"), |end| {
        for status in [
            InjectStatus::Fired(0),
            InjectStatus::Due,
            InjectStatus::Held,
            InjectStatus::Waiting,
            InjectStatus::Skipped,
        ] {
            let (sign, key) = sign(status);
            let tone = tone(status);
            end.spawn(row(5.0)).with_children(|key_of| {
                key_of.spawn(icon(sign, 12.0, tone));
                key_of.spawn(text(t(key), Type::LABEL.tone(tone).one_line()));
            });
        }
    });
    // It is on its way.
    let Some(msel) = &scene.conduct.msel else {
        return;
    };
    let picked = picked(scene, &msel.injects);
    let rounds = scene.conduct.case.rounds.max(1);
    let lanes = Node {
        padding: UiRect::new(px(GAP_3), px(GAP_3), px(4), px(0)),
        ..column(0.0)
    };
    panel.spawn((lanes, ArrowGroup)).with_children(|lanes| {
        rounds_row(lanes, scene, rounds);
        for (at, name) in LANES.into_iter().enumerate() {
            let own: Vec<&InjectRow> = msel
                .injects
                .iter()
                .filter(|row| lane(&row.trigger) == at)
                .collect();
            lane_row(lanes, scene, name, &own, rounds, picked.map(|row| row.id));
        }
    });
    panel.spawn(grow());
    match picked {
        Some(row) => detail(panel, scene, row),
        None => {
            let node = Node {
                padding: px(GAP_3).all(),
                ..default()
            };
            panel.spawn(node).with_children(|place| {
                place.spawn(text(t("console-no-injects"), Type::BODY.tone(Tone::Text2)));
            });
        }
    }
}

fn tone(status: InjectStatus) -> Tone {
    match status {
        InjectStatus::Due => Tone::Alert,
        InjectStatus::Skipped | InjectStatus::NotNeeded => Tone::Text3,
        _ => Tone::Text2,
    }
}

/// The one that somebody picked; else what needs the trainer first.
fn picked<'a>(scene: &Scene, rows: &'a [InjectRow]) -> Option<&'a InjectRow> {
    let chosen = scene.ui.inject;
    let find = |wanted: &dyn Fn(&InjectRow) -> bool| rows.iter().find(|row| wanted(row));
    find(&|row| Some(row.id) == chosen)
        .or_else(|| find(&|row| row.status == InjectStatus::Due))
        .or_else(|| find(&|row| row.status == InjectStatus::Held))
        .or_else(|| find(&|row| row.status == InjectStatus::Waiting))
        .or_else(|| rows.last())
}

fn rounds_row(lanes: &mut Parent, scene: &Scene, rounds: u8) {
    let now = scene.conduct.view.round;
    lanes.spawn(row(0.0)).with_children(|line| {
        let name = Node {
            width: px(NAME),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(name);
        for round in 1..=rounds {
            let node = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                padding: UiRect::left(px(8)),
                ..default()
            };
            line.spawn(node).with_children(|place| {
                let (key, kind) = if round == now {
                    ("console-round-now", Type::LABEL.bold().tone(Tone::Text))
                } else {
                    ("console-round", Type::LABEL)
                };
                let words = t(key).with("round", round);
                place.spawn(text(words, kind.one_line()));
            });
        }
    });
}

/// Where an inject stands on its lane, in rounds from the left.
fn at(row: &InjectRow, now: u8, minutes: f32) -> f32 {
    let round = match (row.status, row.due) {
        (InjectStatus::Fired(round), None) => f32::from(round) - 1.0,
        (_, Some((round, minute))) => {
            f32::from(round.max(1)) - 1.0 + (f32::from(minute) / minutes.max(1.0)).min(0.9)
        }
        (_, None) => f32::from(now.max(1)) - 1.0,
    };
    round.max(0.0)
}

fn lane_row(
    lanes: &mut Parent,
    scene: &Scene,
    name: &'static str,
    own: &[&InjectRow],
    rounds: u8,
    picked: Option<crate::scenario::ids::InjectId>,
) {
    let view = &scene.conduct.view;
    let node = Node {
        height: px(LANE),
        ..row(0.0)
    };
    lanes.spawn(node).with_children(|line| {
        let place = Node {
            width: px(NAME),
            flex_shrink: 0.0,
            overflow: Overflow::clip(),
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(t(name), Type::LABEL.one_line()));
        });
        let track = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            height: percent(100),
            align_items: AlignItems::Center,
            ..default()
        };
        line.spawn(track).with_children(|track| {
            for round in 1..=rounds {
                let cell = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    height: percent(100),
                    border: UiRect::left(px(1)),
                    ..default()
                };
                let fill = if round == view.round {
                    Tone::Room2
                } else {
                    Tone::Clear
                };
                track.spawn((cell, Fill(fill), Edge::All(Tone::Rule)));
            }
            let string = Node {
                position_type: PositionType::Absolute,
                left: px(0),
                right: px(0),
                top: px(LANE / 2.0),
                height: px(1),
                ..default()
            };
            track.spawn((string, Fill(Tone::Rule)));
            // Chips of one lane stand beside each other, never on each other.
            let minutes = f32::from(scene.conduct.case.minutes) / f32::from(rounds);
            let width = 1000.0 - NAME - 24.0;
            let each = width / f32::from(rounds);
            let mut places: Vec<(f32, &InjectRow)> = own
                .iter()
                .map(|row| (at(row, view.round, minutes) * each + 4.0, *row))
                .collect();
            places.sort_by(|a, b| a.0.total_cmp(&b.0));
            let mut free = 0.0_f32;
            for (wanted, row) in places {
                let left = wanted.max(free);
                free = left + CHIP + 4.0;
                let share = percent(left / width * 100.0);
                chip(track, row, share, picked == Some(row.id));
            }
        });
    });
}

fn chip(track: &mut Parent, one: &InjectRow, left: Val, picked: bool) {
    let (icon_of, key) = sign(one.status);
    let name = t("console-inject-name")
        .with("number", one.number)
        .with("state", t(key));
    let node = Node {
        position_type: PositionType::Absolute,
        left,
        top: px((LANE - 26.0) / 2.0),
        width: px(CHIP),
        height: px(26),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(13)),
        justify_content: JustifyContent::Center,
        ..row(5.0)
    };
    let act = Action::Console(ConsoleAction::Inject(one.id));
    let look = match one.status {
        InjectStatus::Fired(_) => Look::Normal,
        _ => Look::Card,
    };
    let mut chip = track.spawn((node, control(look, Role::RadioButton, name), act));
    chip.with_children(|chip| {
        let tone = if one.status == InjectStatus::Due {
            Tone::Alert
        } else {
            Tone::Text
        };
        chip.spawn((icon(icon_of, 12.0, tone), Inherits));
        let words = plain(one.number.to_string());
        chip.spawn((
            text(words, Type::LABEL.bold().tone(tone).one_line()),
            Inherits,
        ));
    });
    if picked {
        chip.insert(Chosen);
    }
}

/// What makes it go, in words.
fn trigger(row: &InjectRow) -> Words {
    match &row.trigger {
        TriggerView::Timed { round, minute, .. } => t("console-trigger-timed")
            .with("round", *round)
            .with("minute", *minute),
        TriggerView::Holds { .. } => t("console-trigger-holds"),
        TriggerView::Contingency { by, .. } => t("console-trigger-contingency").with("round", *by),
        TriggerView::ByHand => t("console-trigger-by-hand"),
    }
}

fn detail(panel: &mut Parent, scene: &Scene, one: &InjectRow) {
    let node = Node {
        margin: px(GAP_2).all(),
        padding: UiRect::new(px(GAP_3), px(GAP_3), px(6), px(6)),
        border: UiRect::left(px(4)),
        flex_shrink: 0.0,
        ..column(2.0)
    };
    let due = one.status == InjectStatus::Due;
    let edge = if due { Tone::Alert } else { Tone::RuleStrong };
    panel
        .spawn((node, Fill(Tone::Room2), Edge::All(edge)))
        .with_children(|detail| {
            detail.spawn(row(GAP_3)).with_children(|line| {
                let place = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    min_width: px(0),
                    overflow: Overflow::clip(),
                    ..row(GAP_2)
                };
                line.spawn(place)
                    .with_children(|line| about(line, scene, one));
                if scene.conduct.runs_it() {
                    hand(line, scene, one);
                }
            });
            words(detail, scene, one);
        });
}

fn about(line: &mut Parent, scene: &Scene, one: &InjectRow) {
    let (icon_of, key) = sign(one.status);
    let tone = tone(one.status);
    line.spawn(icon(icon_of, 13.0, tone));
    let name = t("console-inject-name")
        .with("number", one.number)
        .with("state", t(key));
    line.spawn(text(name, Type::LABEL.bold().tone(tone).one_line()));
    for team in &one.to {
        let service = &scene.conduct.case.services[team.index()];
        team_mark(line, *team, case(&service.short), false, Type::LABEL);
    }
    let via = family("desk-via", one.via.key());
    line.spawn(text(via, Type::LABEL.one_line()));
    line.spawn(text(trigger(one), Type::LABEL.one_line()));
}

/// Who fires it has to know what it says.
fn words(words: &mut Parent, scene: &Scene, one: &InjectRow) {
    words.spawn(text(case(&one.text), Type::BODY));
    words.spawn(row(GAP_2)).with_children(|line| {
        if one.edited {
            line.spawn(icon(Icon::Pencil, 12.0, Tone::Text2));
            line.spawn(text(t("console-inject-edited"), Type::LABEL.one_line()));
        }
        if let Some(expect) = &one.expect {
            let words = t("console-inject-expected").with("what", expect);
            line.spawn(text(words, Type::LABEL.one_line()));
        } else if let Some(synopsis) = &one.synopsis {
            line.spawn(text(case(synopsis), Type::LABEL.one_line()));
        }
    });
    if let Some(asked) = &one.decision {
        words.spawn(row(GAP_2)).with_children(|line| {
            for team in Team::BOTH.into_iter().filter(|team| one.to.contains(team)) {
                let service = case(&scene.conduct.case.services[team.index()].short);
                let said = match asked.chosen[team.index()] {
                    Some((option, by_default)) => {
                        let what = asked.options.get(usize::from(option));
                        let what = what.map_or_else(|| plain(""), case);
                        let key = if by_default {
                            "console-decided-nobody"
                        } else {
                            "console-decided"
                        };
                        t(key).with("team", service).with("what", what)
                    }
                    None => t("console-undecided").with("team", service),
                };
                line.spawn(text(said, Type::LABEL.tone(Tone::Text).one_line()));
            }
        });
    }
}

/// Fire, hold or let go, edit, skip: what can still be done.
fn hand(detail: &mut Parent, scene: &Scene, one: &InjectRow) {
    let inject = one.id;
    let to_come = matches!(
        one.status,
        InjectStatus::Waiting | InjectStatus::Due | InjectStatus::Held
    );
    if !to_come {
        return;
    }
    let playing = matches!(scene.conduct.view.phase, Phase::Planning);
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    detail.spawn(node).with_children(|hand| {
        let fire = Action::Clock(Command::FireInject { inject });
        Button::primary(t("console-fire"), fire)
            .key(KeyCode::KeyF)
            .off((!playing).then(|| t("console-fire-when")))
            .spawn(hand);
        if one.status == InjectStatus::Held {
            let release = Action::Clock(Command::ReleaseInject { inject });
            Button::normal(t("console-release"), release)
                .key(KeyCode::KeyH)
                .spawn(hand);
        } else {
            let hold = Action::Clock(Command::HoldInject { inject });
            Button::normal(t("console-hold"), hold)
                .key(KeyCode::KeyH)
                .spawn(hand);
        }
        let edit = Action::Console(ConsoleAction::AskEdit(inject));
        Button::normal(t("console-edit"), edit)
            .key(KeyCode::KeyE)
            .spawn(hand);
        let skip = Action::Clock(Command::SkipInject { inject });
        Button::normal(t("console-skip"), skip)
            .key(KeyCode::KeyK)
            .spawn(hand);
    });
}
