//! The bar of the console: case, round, both services' clocks, the time left, and the trainer's hand on it.

use bevy::prelude::*;

use super::super::desk::{hours, times};
use super::{ConsoleAction, Scene};
use crate::app::action::Action;
use crate::app::conduct::Conduct;
use crate::app::i18n::{Words, case, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Fill, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{pips, team_sign};
use crate::drawing::icon::Icon;
use crate::engine::{Command, Phase};
use crate::scenario::ids::Team;

/// What of the bar moves with the clock.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Local time of a service.
    Local(Team),
    Left,
    Word,
    Meter,
}

/// The clocks at one moment.
struct Dial {
    local: [u32; 2],
    /// Seconds left.
    left: u64,
    /// Of the whole time, in per cent.
    part: f32,
    runs: bool,
    last: bool,
}

impl Dial {
    fn of(conduct: &Conduct) -> Self {
        let (about, view) = (&conduct.case, &conduct.view);
        let limit = (u64::from(view.limit_seconds) * 1000).max(1);
        let left = conduct.left_ms.min(limit);
        // The planning stands for the round's hours.
        let part = match view.phase {
            Phase::Planning => limit - left,
            Phase::Briefing => 0,
            Phase::Resolution | Phase::Verdict | Phase::Debrief => limit,
        };
        let local = times(
            &about.services,
            about.round_hours,
            view.round,
            (part, limit),
        );
        let seconds = left.div_ceil(1000);
        #[expect(
            clippy::cast_precision_loss,
            reason = "a part of a whole, to a thousandth"
        )]
        let part = (left * 1000 / limit) as f32 / 10.0;
        Self {
            local,
            left: seconds,
            part,
            runs: conduct.running,
            last: conduct.running && seconds <= 60,
        }
    }

    fn words(&self, face: Face) -> Option<Words> {
        Some(match face {
            Face::Local(team) => plain(hours(self.local[team.index()])),
            Face::Left => plain(format!("{:02}:{:02}", self.left / 60, self.left % 60)),
            Face::Word if self.last => t("desk-last-minute"),
            Face::Word if self.runs => t("desk-left"),
            Face::Word => t("desk-stands"),
            Face::Meter => return None,
        })
    }

    fn of_face(&self, face: Face, kind: Type) -> impl Bundle {
        let words = self.words(face).unwrap_or_else(|| plain(""));
        (text(words, kind.one_line()), face)
    }
}

pub(super) fn build(bar: &mut Parent, scene: &Scene) {
    let conduct = scene.conduct;
    let (about, view) = (&conduct.case, &conduct.view);
    let dial = Dial::of(conduct);
    bar.spawn(row(GAP_2)).with_children(|mark| {
        mark.spawn(icon(Icon::Eye, 18.0, Tone::Text));
        let role = if conduct.runs_it() {
            "role-facilitator"
        } else if conduct.notes_it() {
            "role-evaluator"
        } else {
            "console-observer"
        };
        mark.spawn(text(t(role), Type::HEAD.one_line()));
    });
    divider(bar);
    let clips = Node {
        min_width: px(0),
        flex_shrink: 1.0,
        overflow: Overflow::clip(),
        ..default()
    };
    bar.spawn(clips).with_children(|title| {
        title.spawn(text(case(&about.title), Type::BODY.bold().one_line()));
    });
    let stays = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    bar.spawn(stays).with_children(|round| {
        round.spawn(row(6.0)).with_children(|line| {
            let words = t("desk-round")
                .with("round", view.round)
                .with("of", about.rounds);
            line.spawn(text(words, Type::LABEL.one_line()));
            let phase = match view.phase {
                Phase::Briefing => "console-phase-briefing",
                Phase::Planning => "desk-planning",
                Phase::Resolution => "console-phase-resolution",
                Phase::Verdict => "console-phase-verdict",
                Phase::Debrief => "console-phase-debrief",
            };
            let kind = Type::LABEL.bold().tone(Tone::Text).one_line();
            line.spawn(text(t(phase), kind));
        });
        pips(round, view.round, about.rounds);
    });
    bar.spawn(grow());
    for team in Team::BOTH {
        bar.spawn(row(GAP_2)).with_children(|one| {
            one.spawn(team_sign(team, 15.0, false));
            one.spawn(dial.of_face(Face::Local(team), Type::HEAD));
        });
    }
    bar.spawn(grow());
    if matches!(view.phase, Phase::Planning | Phase::Verdict) {
        left(bar, &dial);
    }
    if conduct.runs_it() {
        hand(bar, scene);
    }
    end(bar, scene);
}

fn left(bar: &mut Parent, dial: &Dial) {
    let node = Node {
        width: px(76),
        flex_shrink: 0.0,
        align_items: AlignItems::End,
        ..column(4.0)
    };
    bar.spawn(node).with_children(|left| {
        left.spawn(dial.of_face(Face::Word, Type::LABEL));
        let track = Node {
            height: px(6),
            align_self: AlignSelf::Stretch,
            border_radius: BorderRadius::all(px(3)),
            overflow: Overflow::clip(),
            ..default()
        };
        left.spawn((track, Fill(Tone::Room3)))
            .with_children(|track| {
                let part = Node {
                    width: percent(dial.part),
                    height: percent(100),
                    ..default()
                };
                track.spawn((part, Fill(Tone::Ring), Face::Meter));
            });
    });
    let figure = Node {
        min_width: px(72),
        flex_shrink: 0.0,
        ..default()
    };
    bar.spawn(figure).with_children(|place| {
        place.spawn(dial.of_face(Face::Left, Type::FIGURE));
    });
}

/// What the trainer does with the clock and the phase.
fn hand(bar: &mut Parent, scene: &Scene) {
    let view = &scene.conduct.view;
    let node = Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    bar.spawn(node).with_children(|hand| match view.phase {
        Phase::Planning | Phase::Verdict => {
            let (sign, words, command) = if view.paused {
                (Icon::Play, t("console-resume"), Command::Resume)
            } else {
                (Icon::Pause, t("console-pause"), Command::Pause)
            };
            Button::primary(words, Action::Clock(command))
                .icon(sign)
                .key(KeyCode::KeyP)
                .spawn(hand);
            if view.phase == Phase::Planning {
                let more = Command::ExtendPlanning { seconds: 120 };
                Button::normal(t("console-more-time"), Action::Clock(more))
                    .icon(Icon::Plus)
                    .spawn(hand);
            }
            Button::normal(t("console-end"), Action::Console(ConsoleAction::AskEnd)).spawn(hand);
        }
        Phase::Debrief => {
            if view.held {
                Button::primary(
                    t("console-open-truth"),
                    Action::Console(ConsoleAction::OpenTruth),
                )
                .icon(Icon::Book)
                .spawn(hand);
            }
            Button::normal(
                t("console-debrief"),
                Action::Console(ConsoleAction::Debrief),
            )
            .icon(Icon::Eye)
            .key(KeyCode::KeyD)
            .spawn(hand);
        }
        Phase::Briefing | Phase::Resolution => {
            let words = t("console-reads");
            hand.spawn(text(words, Type::LABEL.one_line()));
        }
    });
}

fn end(bar: &mut Parent, scene: &Scene) {
    let node = Node {
        flex_shrink: 0.0,
        ..row(4.0)
    };
    bar.spawn(node).with_children(|end| {
        if scene.conduct.runs_it() {
            Button::normal(t("console-tools"), Action::Console(ConsoleAction::Tools))
                .icon(Icon::List)
                .key(KeyCode::KeyM)
                .spawn(end);
        }
        let other = scene.language.next();
        Button::icon_only(Icon::Globe, plain(other.name()), Action::Speak(other)).spawn(end);
        Button::icon_only(Icon::Question, t("common-help"), Action::Help).spawn(end);
    });
}

fn divider(bar: &mut Parent) {
    let node = Node {
        width: px(1),
        height: px(32),
        flex_shrink: 0.0,
        ..default()
    };
    bar.spawn((node, Fill(Tone::Rule)));
}

/// Sets the clocks to the time.
pub(super) fn tick(
    conduct: Res<Conduct>,
    mut faces: Query<(&Face, Option<&mut Words>, &mut Node)>,
) {
    let dial = Dial::of(&conduct);
    for (face, words, mut node) in &mut faces {
        if let (Some(mut shown), Some(now)) = (words, dial.words(*face)) {
            shown.set_if_neq(now);
        }
        if *face == Face::Meter {
            let width = percent(dial.part);
            if node.width != width {
                node.width = width;
            }
        }
    }
}
