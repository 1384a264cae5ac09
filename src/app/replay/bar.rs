//! The bar along the foot: the whole exercise as a track, what was done last, and whose eyes.

use accesskit::Role;
use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::{Replay, ReplayAction, Seen};
use crate::app::action::{Acted, Action};
use crate::app::i18n::{Language, Words, case, t};
use crate::app::screens::{Root, rebuild};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::panel::team_sign;
use crate::app::widgets::press::{Look, control};
use crate::drawing::icon::Icon;
use crate::engine::Phase;

/// So much of the screen it takes, in logical pixels.
pub const HEIGHT: f32 = 92.0;

/// A word of the track begins before so many hundredths of it.
const ROOM: usize = 94;

/// The bar.
#[derive(Component)]
struct Bar;

/// The track, from the beginning to the end.
#[derive(Component)]
struct Track;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (build, make_room).chain().after(crate::app::action::Answer),
    );
}

/// There while a record is looked at, and as it stands.
fn build(
    mut commands: Commands,
    replay: Option<Res<Replay>>,
    language: Res<Language>,
    bars: Query<Entity, With<Bar>>,
    mut wake: ResMut<Wake>,
) {
    let Some(replay) = replay else {
        for bar in &bars {
            commands.entity(bar).despawn();
            wake.soon();
        }
        return;
    };
    if !replay.is_changed() && !language.is_changed() && !bars.is_empty() {
        return;
    }
    wake.soon();
    let bar = bars.iter().next().unwrap_or_else(|| {
        let node = Node {
            position_type: PositionType::Absolute,
            left: px(0),
            right: px(0),
            bottom: px(0),
            height: px(HEIGHT),
            border: UiRect::top(px(1)),
            padding: UiRect::axes(px(GAP_3), px(6)),
            ..column(6.0)
        };
        let looks = (Fill(Tone::Room2), Edge::All(Tone::RuleStrong));
        let bar = (node, looks, Bar, TabGroup::new(1), GlobalZIndex(1));
        commands.spawn(bar).id()
    });
    rebuild(&mut commands, bar, |bar| {
        track(bar, &replay);
        bar.spawn(row(GAP_2))
            .with_children(|line| controls(line, &replay));
    });
}

/// Screens end above it.
fn make_room(replay: Option<Res<Replay>>, mut roots: Query<&mut Node, With<Root>>) {
    for mut root in &mut roots {
        let (height, bottom) = match replay {
            Some(_) => (Val::Auto, px(HEIGHT)),
            None => (percent(100), Val::Auto),
        };
        if root.height != height || root.bottom != bottom {
            root.height = height;
            root.bottom = bottom;
        }
    }
}

/// The exercise from its beginning to its end, with its rounds; pressed, it goes there.
fn track(bar: &mut Parent, replay: &Replay) {
    let node = Node {
        height: px(28),
        flex_shrink: 0.0,
        align_self: AlignSelf::Stretch,
        ..default()
    };
    let end = replay.player.len().max(1);
    let part = |place: usize| {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a record has far fewer entries than 2^23"
        )]
        let part = place as f32 / end as f32;
        percent(part * 100.0)
    };
    let act = Action::Replay(ReplayAction::Place(replay.place));
    let name = t("replay-track")
        .with("place", replay.place)
        .with("of", replay.player.len());
    let frame = (node, control(Look::Quiet, Role::Slider, name), act, Track);
    bar.spawn(frame)
        .observe(press)
        .observe(drag)
        .with_children(|track| {
            let groove = Node {
                position_type: PositionType::Absolute,
                left: px(0),
                right: px(0),
                top: px(20),
                height: px(6),
                border_radius: BorderRadius::all(px(3)),
                ..default()
            };
            track.spawn((groove, Fill(Tone::Room3), Pickable::IGNORE));
            let done = Node {
                position_type: PositionType::Absolute,
                left: px(0),
                top: px(20),
                width: part(replay.place),
                height: px(6),
                border_radius: BorderRadius::all(px(3)),
                ..default()
            };
            track.spawn((done, Fill(Tone::Accent), Pickable::IGNORE));
            for (at, phase, round) in replay.player.phases() {
                let words = begins(phase, round);
                // At the very end there is no room for a word.
                let Some(words) = words.filter(|_| at * 100 < end * ROOM) else {
                    continue;
                };
                let mark = Node {
                    position_type: PositionType::Absolute,
                    left: part(at),
                    top: px(0),
                    padding: UiRect::left(px(4)),
                    border: UiRect::left(px(1)),
                    height: px(26),
                    ..default()
                };
                track
                    .spawn((mark, Edge::All(Tone::RuleStrong), Pickable::IGNORE))
                    .with_children(|mark| {
                        mark.spawn((text(words, Type::LABEL.one_line()), Pickable::IGNORE));
                    });
            }
            let knob = Node {
                position_type: PositionType::Absolute,
                left: part(replay.place),
                top: px(16),
                width: px(14),
                height: px(14),
                margin: UiRect::left(px(-7)),
                border: px(2).all(),
                border_radius: BorderRadius::all(px(7)),
                ..default()
            };
            let looks = (Fill(Tone::Room0), Edge::All(Tone::Ring));
            track.spawn((knob, looks, Pickable::IGNORE));
        });
}

/// What the mark says; nothing where none stands.
fn begins(phase: Phase, round: u8) -> Option<Words> {
    match phase {
        Phase::Planning => Some(t("debrief-round").with("round", round)),
        Phase::Verdict => Some(t("verdict-phase")),
        Phase::Briefing | Phase::Resolution | Phase::Debrief => None,
    }
}

fn press(
    pressed: On<Pointer<Press>>,
    tracks: Query<(&ComputedNode, &UiGlobalTransform), With<Track>>,
    replay: Option<Res<Replay>>,
    mut acted: MessageWriter<Acted>,
) {
    let at = pressed.pointer_location.position;
    go(pressed.entity, at, &tracks, replay.as_deref(), &mut acted);
}

fn drag(
    dragged: On<Pointer<Drag>>,
    tracks: Query<(&ComputedNode, &UiGlobalTransform), With<Track>>,
    replay: Option<Res<Replay>>,
    mut acted: MessageWriter<Acted>,
) {
    let at = dragged.pointer_location.position;
    go(dragged.entity, at, &tracks, replay.as_deref(), &mut acted);
}

/// To the place under the pointer, which is in window pixels.
fn go(
    track: Entity,
    at: Vec2,
    tracks: &Query<(&ComputedNode, &UiGlobalTransform), With<Track>>,
    replay: Option<&Replay>,
    acted: &mut MessageWriter<Acted>,
) {
    let (Ok((node, transform)), Some(replay)) = (tracks.get(track), replay) else {
        return;
    };
    let width = node.size().x.max(1.0);
    // A node is measured in the window's own pixels, a pointer in logical ones.
    let scale = node.inverse_scale_factor().max(f32::EPSILON);
    let left = transform.translation.x - width / 2.0;
    let part = ((at.x / scale - left) / width).clamp(0.0, 1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a part of a record of far fewer entries than 2^23"
    )]
    let place = (part * replay.player.len() as f32).round() as usize;
    let action = Action::Replay(ReplayAction::Place(place));
    acted.write(Acted {
        action,
        source: track,
    });
}

fn controls(line: &mut Parent, replay: &Replay) {
    let small = |icon: Icon, key: &'static str, act: ReplayAction, code: KeyCode| {
        Button::icon_only(icon, t(key), Action::Replay(act))
            .key(code)
            .small()
    };
    small(
        Icon::First,
        "replay-round-before",
        ReplayAction::Round(false),
        KeyCode::F6,
    )
    .spawn(line);
    small(
        Icon::ChevronLeft,
        "replay-step-back",
        ReplayAction::Step(false),
        KeyCode::F7,
    )
    .spawn(line);
    let (sign, name) = if replay.runs {
        (Icon::Pause, "replay-stop")
    } else {
        (Icon::Play, "replay-run")
    };
    small(sign, name, ReplayAction::Run, KeyCode::F8).spawn(line);
    small(
        Icon::ChevronRight,
        "replay-step-on",
        ReplayAction::Step(true),
        KeyCode::F9,
    )
    .spawn(line);
    small(
        Icon::Last,
        "replay-round-after",
        ReplayAction::Round(true),
        KeyCode::F10,
    )
    .spawn(line);
    told(line, replay);
    let eyes = Seen::ALL.map(|seen| {
        let words = match seen {
            Seen::Team(team) => {
                let short = &replay.player.scenario().service(team).short;
                case(short)
            }
            Seen::Both => t("replay-facilitator"),
        };
        (
            words,
            seen == replay.seen,
            Action::Replay(ReplayAction::See(seen)),
        )
    });
    segments(line, eyes);
    Button::normal(t("replay-events"), Action::Replay(ReplayAction::List))
        .icon(Icon::List)
        .key(KeyCode::F3)
        .small()
        .spawn(line);
    let off = (replay.round() == 0).then(|| t("replay-branch-briefing"));
    Button::normal(t("replay-branch"), Action::Replay(ReplayAction::Branch))
        .key(KeyCode::F4)
        .off(off)
        .small()
        .spawn(line);
    Button::normal(t("replay-close"), Action::Replay(ReplayAction::Close))
        .icon(Icon::Close)
        .key(KeyCode::F12)
        .small()
        .spawn(line);
}

/// What was done last, on one line.
fn told(line: &mut Parent, replay: &Replay) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        overflow: Overflow::clip(),
        ..row(6.0)
    };
    line.spawn(node).with_children(|place| {
        let Some(moment) = replay.last_told() else {
            place.spawn(text(t("replay-beginning"), Type::LABEL.one_line()));
            return;
        };
        if let Some(team) = moment.team {
            place.spawn(team_sign(team, 13.0, false));
        }
        let words = case(&moment.text);
        place.spawn(text(words, Type::BODY.one_line()));
    });
}
