//! The liaison line: what came over it, newest first, and a field for a message to the partner.
//!
//! The hint of the case stands among the tiles as a colleague's word and covers nothing.

mod decision;
mod entry;

use accesskit::Role;
use bevy::input::mouse::MouseScrollUnit;
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::picking::events::{Pointer, Scroll};
use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;

use entry::{Entry, answers, body, edge, tile, title};

use super::DeskAction;
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::{ArrowGroup, Shortcut};
use crate::app::i18n::{Words, case, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::screens::liaison::LiaisonAction;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_PANEL};
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::dialog;
use crate::app::widgets::field::{Edited, Field, FieldId, Submitted};
use crate::app::widgets::notice::Notices;
use crate::app::widgets::panel::{panel, team_sign};
use crate::app::widgets::press::{Look, control};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Command;
use crate::session::SeatEnd;

/// The message that is being written.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft(pub String);

const FIELD: &str = "desk-line";
/// What the rules let a message have.
const MOST: usize = 280;

#[derive(Component)]
struct Room;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Draft>()
        .init_resource::<decision::Picked>();
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(
        Update,
        (
            (write, act.in_set(Answer), room.after(Answer)).chain(),
            decision::act.in_set(Answer),
            decision::refresh.after(Answer),
        )
            .run_if(here),
    );
}

fn write(mut edited: MessageReader<Edited>, mut draft: ResMut<Draft>) {
    for edit in edited.read().filter(|edit| edit.field == FieldId(FIELD)) {
        draft.set_if_neq(Draft(edit.text.clone()));
    }
}

fn act(
    mut acts: Acts,
    mut submitted: MessageReader<Submitted>,
    mut play: ResMut<Play>,
    mut draft: ResMut<Draft>,
    mut notices: ResMut<Notices>,
    fields: Query<(Entity, &FieldId)>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut commands: Commands,
) {
    let mut send = submitted
        .read()
        .filter(|line| line.field == FieldId(FIELD))
        .count()
        > 0;
    for act in acts.read() {
        let Action::Desk(action) = act.action else {
            continue;
        };
        match action {
            DeskAction::SendMessage => send = true,
            DeskAction::Line => whole(&mut commands, play.seat()),
            DeskAction::Write => {
                if let Some((field, _)) = fields.iter().find(|(_, id)| **id == FieldId(FIELD)) {
                    focus.set(field, FocusCause::Navigated);
                    visible.0 = true;
                }
            }
            _ => {}
        }
    }
    if send {
        let message = Command::SendMessage {
            text: draft.0.clone(),
        };
        match play.bypass_change_detection().send(message).why_not() {
            None => {
                draft.0.clear();
                play.set_changed();
            }
            Some(why) => notices.refuse(why),
        }
    }
}

/// How much room a message has left.
fn room(draft: Res<Draft>, mut rooms: Query<&mut Words, With<Room>>) {
    for mut words in &mut rooms {
        words.set_if_neq(left(&draft.0));
    }
}

fn left(draft: &str) -> Words {
    t("desk-room")
        .with("used", draft.chars().count())
        .with("of", MOST)
}

pub(super) fn build(parent: &mut Parent, seat: &SeatEnd, draft: &str) {
    let strip = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        column_gap: px(GAP_2),
        overflow: Overflow::scroll_x(),
        ..default()
    };
    parent
        .spawn((strip, ScrollArea, ArrowGroup))
        .with_children(|strip| {
            // What waits for the team stands first, the longest wait before the others.
            let (mut waiting, others): (Vec<Entry>, Vec<Entry>) = seat
                .view
                .line
                .iter()
                .rev()
                .map(|entry| Entry::of(entry, seat))
                .partition(Entry::open);
            waiting.sort_by_key(|entry| std::cmp::Reverse(entry.waits));
            for (at, entry) in waiting.iter().enumerate() {
                tile(strip, entry, at == 0);
            }
            if let Some(hint) = &seat.view.hint {
                colleague(strip, case(hint));
            }
            if seat.view.line.is_empty() {
                let node = Node {
                    padding: px(GAP_3).all(),
                    flex_grow: 1.0,
                    ..default()
                };
                strip.spawn(panel(node)).with_children(|tile| {
                    tile.spawn(text(t("desk-line-empty"), Type::BODY.tone(Tone::Text2)));
                });
            }
            for entry in &others {
                tile(strip, entry, false);
            }
        })
        .observe(sideways);
    writer(parent, seat, draft);
}

/// The wheel moves what lies side by side.
fn sideways(
    mut scroll: On<Pointer<Scroll>>,
    mut strips: Query<(&ComputedNode, &mut ScrollPosition)>,
    mut wake: ResMut<Wake>,
) {
    let Ok((node, mut position)) = strips.get_mut(scroll.entity) else {
        return;
    };
    let unit = match scroll.unit {
        MouseScrollUnit::Line => MouseScrollUnit::SCROLL_UNIT_CONVERSION_FACTOR,
        MouseScrollUnit::Pixel => 1.0,
    };
    let most = ((node.content_size().x - node.size().x) * node.inverse_scale_factor).max(0.0);
    position.x = (position.x - scroll.y * unit).clamp(0.0, most);
    scroll.propagate(false);
    wake.soon();
}

/// What a colleague says: no edge, no alarm.
fn colleague(strip: &mut Parent, words: Words) {
    let node = Node {
        width: px(380),
        flex_shrink: 0.0,
        overflow: Overflow::clip(),
        ..default()
    };
    strip.spawn(panel(node)).with_children(|tile| {
        let node = Node {
            flex_grow: 1.0,
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_PANEL)),
            padding: UiRect::new(px(12), px(10), px(6), px(6)),
            ..column(4.0)
        };
        let look = control(Look::Quiet, Role::Button, t("desk-colleague"));
        tile.spawn((node, look, Action::Desk(DeskAction::Line)))
            .with_children(|tile| said(tile, words));
    });
}

fn said(tile: &mut Parent, words: Words) {
    tile.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(icon(Icon::Person, 14.0, Tone::Text2));
        line.spawn(text(t("desk-colleague"), Type::LABEL.bold().one_line()));
    });
    tile.spawn(text(words, Type::BODY));
}

fn writer(parent: &mut Parent, seat: &SeatEnd, draft: &str) {
    let partner = seat.case.team.other();
    let short = &seat.case.services[partner.index()].short;
    let node = Node {
        width: px(272),
        flex_shrink: 0.0,
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        row_gap: px(6),
        ..default()
    };
    parent.spawn(panel(node)).with_children(|writer| {
        writer.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(team_sign(partner, 12.0, false));
            line.spawn(text(
                t("desk-to").with("team", short),
                Type::LABEL.bold().tone(Tone::Text).one_line(),
            ));
            line.spawn(grow());
            line.spawn((text(left(draft), Type::LABEL.one_line()), Room));
        });
        writer.spawn(row(GAP_2)).with_children(|line| {
            let name = t("desk-write-to").with("team", short);
            let mut field = Field::new(FIELD, name.clone(), t("desk-write-hint"));
            draft.clone_into(&mut field.value);
            field.max = MOST;
            let field = field.spawn(line);
            let by_key = (Action::Desk(DeskAction::Write), Shortcut(KeyCode::KeyM));
            line.commands().entity(field).insert(by_key);
            Button::icon_only(
                Icon::Send,
                t("desk-send"),
                Action::Desk(DeskAction::SendMessage),
            )
            .spawn(line);
        });
        writer.spawn(row(GAP_2)).with_children(|line| {
            Button::normal(t("liaison-ask"), Action::Liaison(LiaisonAction::Ask(None)))
                .small()
                .icon(Icon::Question)
                .key(KeyCode::KeyK)
                .spawn(line);
            line.spawn(grow());
            let words = t("desk-line-all").with("number", seat.view.line.len());
            Button::quiet(words, Action::Desk(DeskAction::Line))
                .small()
                .key(KeyCode::KeyL)
                .spawn(line);
        });
    });
}

/// The whole line in a dialog.
fn whole(commands: &mut Commands, seat: &SeatEnd) {
    let entries: Vec<Entry> = seat
        .view
        .line
        .iter()
        .rev()
        .map(|entry| Entry::of(entry, seat))
        .collect();
    let hint = seat.view.hint.clone();
    #[expect(clippy::cast_precision_loss, reason = "a number of messages")]
    let height = (entries.len() as f32 * 92.0 + 110.0).min(500.0);
    dialog::open(
        commands,
        t("desk-line"),
        Some(Icon::Speech),
        720.0,
        move |dialog| {
            let node = Node {
                height: px(height),
                min_height: px(0),
                ..default()
            };
            dialog.spawn(node).with_children(|place| {
                scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
                    if let Some(hint) = &hint {
                        let node = Node {
                            padding: UiRect::horizontal(px(14)),
                            flex_shrink: 0.0,
                            ..column(4.0)
                        };
                        page.spawn(node)
                            .with_children(|place| said(place, case(hint)));
                    }
                    if entries.is_empty() {
                        page.spawn(text(t("desk-line-empty"), Type::BODY));
                    }
                    for entry in &entries {
                        let node = Node {
                            padding: UiRect::new(px(14), px(12), px(8), px(8)),
                            border: px(1).all(),
                            border_radius: BorderRadius::all(px(R_PANEL)),
                            flex_shrink: 0.0,
                            ..column(4.0)
                        };
                        page.spawn((node, Fill(Tone::Room2), Edge::All(Tone::Rule)))
                            .with_children(|tile| {
                                edge(tile, entry.edge());
                                tile.spawn(row(GAP_2))
                                    .with_children(|line| title(line, entry, false));
                                body(tile, entry, 0, false);
                                answers(tile, entry, false);
                            });
                    }
                });
            });
        },
    );
}
