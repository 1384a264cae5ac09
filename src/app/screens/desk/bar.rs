//! The bar of the desk: whose it is, which case and round, both services' clocks, the time left.
//!
//! The clocks move without anything being built anew: [`tick`] writes into what [`build`] spawned.

use bevy::prelude::*;

use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::i18n::{Lang, Words, case, plain, t};
use crate::app::picture::{Picture, icon};
use crate::app::screens::liaison::trust;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Fill, Ink, Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{pips, team_mark, team_sign};
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::scenario::ids::Team;
use crate::session::SeatEnd;
use crate::view::ServiceView;

/// What of the bar moves with the clock.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Local time of a service.
    Local(Team),
    Left,
    Sign,
    Word,
    Meter,
}

/// The clocks at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Dial {
    /// Minutes after local midnight, by `Team as usize`.
    local: [u32; 2],
    /// Seconds left.
    left: u64,
    /// Of the whole time, 0 to 1.
    part: f32,
    mood: Mood,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Runs,
    LastMinute,
    Stands,
}

impl Dial {
    fn of(seat: &SeatEnd) -> Self {
        let clock = &seat.view.clock;
        let limit = (u64::from(clock.limit_seconds) * 1000).max(1);
        let left = seat.left_ms.min(limit);
        let case = &seat.case;
        let local = times(
            &case.services,
            case.round_hours,
            clock.round,
            (limit - left, limit),
        );
        let seconds = left.div_ceil(1000);
        let mood = match () {
            () if clock.paused => Mood::Stands,
            () if seconds <= 60 => Mood::LastMinute,
            () => Mood::Runs,
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a part of a whole, to a thousandth"
        )]
        let part = (left * 1000 / limit) as f32 / 1000.0;
        Self {
            local,
            left: seconds,
            part,
            mood,
        }
    }

    fn tone(self) -> Tone {
        if self.mood == Mood::LastMinute {
            Tone::Alert
        } else {
            Tone::Text
        }
    }

    fn sign(self) -> Icon {
        match self.mood {
            Mood::Runs => Icon::Clock,
            Mood::LastMinute => Icon::Warning,
            Mood::Stands => Icon::Pause,
        }
    }

    fn words(self, face: Face) -> Option<Words> {
        Some(match face {
            Face::Local(team) => plain(hours(self.local[team.index()])),
            Face::Left => plain(format!("{:02}:{:02}", self.left / 60, self.left % 60)),
            Face::Word => t(match self.mood {
                Mood::Runs => "desk-left",
                Mood::LastMinute => "desk-last-minute",
                Mood::Stands => "desk-stands",
            }),
            Face::Sign | Face::Meter => return None,
        })
    }
}

/// Minutes after both services' local midnight, when `part` of this round's planning has run.
pub(in super::super) fn times(
    services: &[ServiceView; 2],
    round_hours: u8,
    round: u8,
    (part, whole): (u64, u64),
) -> [u32; 2] {
    let length = u64::from(round_hours) * 60;
    let before = u64::from(round.saturating_sub(1)) * length;
    let passed = before + length * part / whole.max(1);
    Team::BOTH.map(|team| {
        let start = u64::from(services[team.index()].start_minute);
        u32::try_from((start + passed) % (24 * 60)).unwrap_or(0)
    })
}

/// A time of day on 24 hours.
pub(in super::super) fn hours(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

pub(super) fn build(bar: &mut Parent, seat: &SeatEnd, language: Lang, room: u8) {
    let dial = Dial::of(seat);
    let clock = &seat.view.clock;
    let own = &seat.case.services[seat.case.team.index()];
    team_mark(bar, seat.case.team, case(&own.short), false, Type::HEAD);
    divider(bar);
    if room >= 3 {
        let clips = Node {
            min_width: px(0),
            overflow: Overflow::clip(),
            ..default()
        };
        bar.spawn(clips).with_children(|title| {
            title.spawn(text(case(&seat.case.title), Type::HEAD.one_line()));
        });
    }
    let stays = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    bar.spawn(stays).with_children(|round| {
        round.spawn(row(6.0)).with_children(|line| {
            let words = t("desk-round")
                .with("round", clock.round)
                .with("of", seat.case.rounds);
            line.spawn(text(words, Type::LABEL.one_line()));
            line.spawn(text(
                t("desk-planning"),
                Type::LABEL.bold().tone(Tone::Text).one_line(),
            ));
        });
        pips(round, clock.round, seat.case.rounds);
    });
    bar.spawn(grow());
    for team in Team::BOTH {
        if team == Team::South {
            divider(bar);
        }
        let service = &seat.case.services[team.index()];
        bar.spawn(row(GAP_2)).with_children(|one| {
            one.spawn(team_sign(team, 15.0, false));
            one.spawn((
                time(dial, Face::Local(team), Type::TITLE),
                Face::Local(team),
            ));
            let ours = team == seat.case.team;
            let tone = if ours { Tone::Text } else { Tone::Text2 };
            if room >= 2 {
                one.spawn(text(case(&service.place), Type::BODY.tone(tone).one_line()));
            }
        });
    }
    bar.spawn(grow());
    trust::gauge(bar, &seat.view.liaison.trust, room >= 2);
    let left = Node {
        width: px(104),
        flex_shrink: 0.0,
        align_items: AlignItems::End,
        ..column(4.0)
    };
    bar.spawn(left).with_children(|left| {
        left.spawn(row(6.0)).with_children(|line| {
            line.spawn((icon(dial.sign(), 14.0, dial.tone()), Face::Sign));
            let kind = Type::LABEL.one_line();
            line.spawn((time(dial, Face::Word, kind), Face::Word));
        });
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
                    width: percent(dial.part * 100.0),
                    height: percent(100),
                    ..default()
                };
                track.spawn((part, Fill(meter(dial)), Face::Meter));
            });
    });
    let figure = Node {
        min_width: px(76),
        ..default()
    };
    bar.spawn((
        time(dial, Face::Left, Type::FIGURE.tone(dial.tone())),
        Face::Left,
    ))
    .insert(figure);
    let (sign, words, command) = if clock.paused {
        (Icon::Play, t("desk-resume"), Command::Resume)
    } else {
        (Icon::Pause, t("desk-pause"), Command::Pause)
    };
    bar.spawn(row(GAP_2)).with_children(|end| {
        // At a table elsewhere the clock is the trainer's.
        if !seat.conducted {
            Button::icon_only(sign, words, Action::Clock(command))
                .key(KeyCode::KeyP)
                .chosen(clock.paused)
                .spawn(end);
        }
        let other = language.next();
        let speak = Action::Speak(other);
        if room >= 1 {
            Button::quiet(plain(other.name()), speak)
                .icon(Icon::Globe)
                .spawn(end);
        } else {
            Button::icon_only(Icon::Globe, plain(other.name()), speak).spawn(end);
        }
        Button::icon_only(Icon::Question, t("common-help"), Action::Help).spawn(end);
    });
}

fn time(dial: Dial, face: Face, kind: Type) -> impl Bundle {
    text(
        dial.words(face).unwrap_or_else(|| plain("")),
        kind.one_line(),
    )
}

fn meter(dial: Dial) -> Tone {
    if dial.mood == Mood::LastMinute {
        Tone::Alert
    } else {
        Tone::Accent
    }
}

fn divider(bar: &mut Parent) {
    let node = Node {
        width: px(1),
        height: px(32),
        flex_shrink: 0.0,
        margin: UiRect::horizontal(px(GAP_4 / 4.0)),
        ..default()
    };
    bar.spawn((node, Fill(Tone::Rule)));
}

type Moving<'a> = (
    &'a Face,
    Option<&'a mut Words>,
    Option<&'a mut Ink>,
    Option<&'a mut Picture>,
    Option<&'a mut Fill>,
    &'a mut Node,
);

/// Sets the clocks to the time.
pub(super) fn tick(play: Res<Play>, mut faces: Query<Moving>) {
    let dial = Dial::of(play.seat());
    for (face, words, ink, picture, fill, mut node) in &mut faces {
        if let (Some(mut shown), Some(now)) = (words, dial.words(*face)) {
            shown.set_if_neq(now);
        }
        if let (Some(mut ink), Face::Left | Face::Sign) = (ink, face) {
            ink.set_if_neq(Ink(dial.tone()));
        }
        if let Some(mut picture) = picture {
            picture.set_if_neq(Picture::Icon(dial.sign()));
        }
        if let (Some(mut fill), Face::Meter) = (fill, face) {
            fill.set_if_neq(Fill(meter(dial)));
            let width = percent(dial.part * 100.0);
            if node.width != width {
                node.width = width;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::client::tests::table;

    #[test]
    fn case_time_moves_within_the_round() {
        let mut seat = table().seat(Team::North).clone();
        seat.view.clock.round = 2;
        seat.view.clock.limit_seconds = 360;
        seat.left_ms = 180_000;
        // First Watch begins at 20:00 and a round has four hours.
        let dial = Dial::of(&seat);
        assert_eq!(dial.words(Face::Local(Team::North)), Some(plain("02:00")));
        assert_eq!(dial.words(Face::Local(Team::South)), Some(plain("03:00")));
        assert_eq!(dial.words(Face::Left), Some(plain("03:00")));
        assert_eq!((dial.mood, dial.part), (Mood::Runs, 0.5));
        seat.left_ms = 59_001;
        assert_eq!(Dial::of(&seat).mood, Mood::LastMinute);
        seat.view.clock.paused = true;
        assert_eq!(Dial::of(&seat).mood, Mood::Stands);
    }
}
