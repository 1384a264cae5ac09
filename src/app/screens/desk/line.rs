//! The liaison line: what came over it, newest first, and a field for a message to the partner.
//!
//! The hint of the case stands among the tiles as a colleague's word and covers nothing.

use accesskit::Role;
use bevy::input_focus::{FocusCause, InputFocus, InputFocusVisible};
use bevy::picking::events::{Pointer, Scroll};
use bevy::input::mouse::MouseScrollUnit;
use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;

use super::DeskAction;
use crate::app::screens::folder::FolderAction;
use super::bar::hours;
use super::cards::{code, delivery_icon};
use crate::app::action::{Action, Acts, Answer};
use crate::app::client::Play;
use crate::app::focus::{ArrowGroup, Shortcut};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_PANEL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
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
use crate::scenario::ids::{ItemId, Team};
use crate::session::{Answer as Said, SeatEnd};
use crate::view::{LineEntry, LineWhat};

/// The message that is being written.
#[derive(Resource, Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft(pub String);

const FIELD: &str = "desk-line";
/// What the rules let a message have.
const MOST: usize = 280;

#[derive(Component)]
struct Room;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Draft>();
    let here = in_state(Screen::Desk).and_then(resource_exists::<Play>);
    app.add_systems(Update, (write, act.in_set(Answer), room.after(Answer)).chain().run_if(here));
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
    let mut send = submitted.read().filter(|line| line.field == FieldId(FIELD)).count() > 0;
    for act in acts.read() {
        let Action::Desk(action) = act.action else { continue };
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
        let message = Command::SendMessage { text: draft.0.clone() };
        match play.bypass_change_detection().send(message) {
            Said::Accepted => {
                draft.0.clear();
                play.set_changed();
            }
            Said::Refused(refusal) => notices.refuse(family("refusal", refusal.key())),
            Said::NotRecorded => notices.refuse(t("common-not-recorded")),
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
    t("desk-room").with("used", draft.chars().count()).with("of", MOST)
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
            if let Some(hint) = &seat.view.hint {
                colleague(strip, case(hint));
            }
            if seat.view.line.is_empty() {
                let node = Node { padding: px(GAP_3).all(), flex_grow: 1.0, ..default() };
                strip.spawn(panel(node)).with_children(|tile| {
                    tile.spawn(text(t("desk-line-empty"), Type::BODY.tone(Tone::Text2)));
                });
            }
            for entry in seat.view.line.iter().rev() {
                tile(strip, &Entry::of(entry, seat));
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
    let Ok((node, mut position)) = strips.get_mut(scroll.entity) else { return };
    let unit = match scroll.unit {
        MouseScrollUnit::Line => MouseScrollUnit::SCROLL_UNIT_CONVERSION_FACTOR,
        MouseScrollUnit::Pixel => 1.0,
    };
    let most = ((node.content_size().x - node.size().x) * node.inverse_scale_factor).max(0.0);
    position.x = (position.x - scroll.y * unit).clamp(0.0, most);
    scroll.propagate(false);
    wake.soon();
}

/// One entry in words.
struct Entry {
    /// `None` for whoever belongs to neither service.
    from: Option<Team>,
    sign: Icon,
    title: Words,
    when: Words,
    text: Words,
    item: Option<ItemId>,
}

impl Entry {
    fn of(entry: &LineEntry, seat: &SeatEnd) -> Self {
        let own = seat.case.team;
        let service = |team: Team| &seat.case.services[team.index()].short;
        let start = u32::from(seat.case.services[own.index()].start_minute);
        let at = hours(start.saturating_add(entry.at.0));
        let when = t("desk-when").with("round", entry.round).with("at", at.as_str());
        let item = |id: ItemId| seat.view.folder.iter().find(|item| item.id == id);
        let named = |id: ItemId| match item(id) {
            Some(item) => {
                let title = item.title.as_ref().map_or_else(|| case(&item.text), case);
                t("desk-item").with("code", code(item).as_str()).with("title", title)
            }
            None => plain(""),
        };
        match &entry.what {
            LineWhat::Message { from, text } => Entry {
                from: Some(*from),
                sign: Icon::Speech,
                title: if *from == own { t("desk-we-wrote") } else { case(service(*from)) },
                when,
                text: plain(text.clone()),
                item: None,
            },
            LineWhat::Arrived { item, form, channel } => Entry {
                from: Some(own.other()),
                sign: Icon::Folder,
                title: t("desk-arrived")
                    .with("team", service(own.other()))
                    .with("form", family("desk-form", form.key()))
                    .with("channel", family("desk-channel", channel.key())),
                when,
                text: named(*item),
                item: Some(*item),
            },
            LineWhat::Sent { item, form, channel, arrives } => Entry {
                from: Some(own),
                sign: Icon::Send,
                title: t(if *arrives > entry.round { "desk-under-way" } else { "desk-sent" })
                    .with("form", family("desk-form", form.key()))
                    .with("channel", family("desk-channel", channel.key()))
                    .with("round", *arrives),
                when,
                text: named(*item),
                item: Some(*item),
            },
            LineWhat::Inject { from, via, text } => Entry {
                from: None,
                sign: delivery_icon(*via),
                title: t("desk-inject").with("via", family("desk-via", via.key())).with("from", from),
                when,
                text: case(text),
                item: None,
            },
        }
    }

    fn edge(&self) -> Tone {
        self.from.map_or(Tone::RuleStrong, |team| team_tones(team)[0])
    }
}

/// The strip at the left that names the sender.
fn edge(tile: &mut Parent, tone: Tone) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(-1),
        top: px(-1),
        bottom: px(-1),
        width: px(4),
        border_radius: BorderRadius::left(px(R_PANEL)),
        ..default()
    };
    tile.spawn((node, Fill(tone), Pickable::IGNORE));
}

fn title(line: &mut Parent, entry: &Entry) {
    match entry.from {
        Some(team) => {
            line.spawn(team_sign(team, 12.0, false));
            line.spawn(icon(entry.sign, 14.0, Tone::Text2));
        }
        None => {
            line.spawn(icon(entry.sign, 14.0, Tone::Text2));
        }
    }
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        height: px(Type::LABEL.size.px().1),
        overflow: Overflow::clip(),
        ..default()
    };
    line.spawn(node).with_children(|place| {
        place.spawn(text(entry.title.clone(), Type::LABEL.bold().tone(Tone::Text).one_line()));
    });
    line.spawn(text(entry.when.clone(), Type::LABEL.one_line()));
}

/// A tile of the strip; it opens the whole line, since it may show less than all of its words.
fn tile(strip: &mut Parent, entry: &Entry) {
    let node = Node {
        width: px(340),
        flex_shrink: 0.0,
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        padding: UiRect::new(px(14), px(10), px(8), px(8)),
        overflow: Overflow::clip(),
        ..column(4.0)
    };
    let look = control(Look::Card, Role::Button, entry.title.clone());
    strip.spawn((node, look, Action::Desk(DeskAction::Line))).with_children(|tile| {
        edge(tile, entry.edge());
        tile.spawn(row(GAP_2)).with_children(|line| title(line, entry));
        body(tile, entry, 3, true);
    });
}

/// The words, and the way to the item that they speak of.
fn body(tile: &mut Parent, entry: &Entry, lines: u8, clipped: bool) {
    let height = f32::from(lines) * Type::BODY.size.px().1;
    let node = Node { align_items: AlignItems::Start, ..row(GAP_2) };
    tile.spawn(node).with_children(|body| {
        let mut words = Node { flex_grow: 1.0, flex_basis: px(0), min_width: px(0), ..default() };
        if clipped {
            words.max_height = px(height);
            words.overflow = Overflow::clip();
        }
        body.spawn(words).with_children(|words| {
            words.spawn(text(entry.text.clone(), Type::BODY));
        });
        if let Some(item) = entry.item {
            let open = Action::Folder(FolderAction::Open(item));
            Button::normal(t("common-open"), open).small().spawn(body);
        }
    });
}

/// What a colleague says: no edge, no alarm.
fn colleague(strip: &mut Parent, words: Words) {
    let node = Node {
        width: px(300),
        flex_shrink: 0.0,
        padding: UiRect::new(px(12), px(10), px(8), px(8)),
        row_gap: px(4),
        overflow: Overflow::clip(),
        ..default()
    };
    strip.spawn(panel(node)).with_children(|tile| {
        tile.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(Icon::Person, 14.0, Tone::Text2));
            line.spawn(text(t("desk-colleague"), Type::LABEL.bold().one_line()));
        });
        tile.spawn(text(words, Type::LABEL.tone(Tone::Text)));
    });
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
            line.spawn(text(t("desk-to").with("team", short), Type::LABEL.bold().tone(Tone::Text).one_line()));
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
            Button::icon_only(Icon::Send, t("desk-send"), Action::Desk(DeskAction::SendMessage)).spawn(line);
        });
        writer.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(grow());
            let words = t("desk-line-all").with("number", seat.view.line.len());
            Button::quiet(words, Action::Desk(DeskAction::Line)).small().icon(Icon::List).key(KeyCode::KeyL).spawn(line);
        });
    });
}

/// The whole line in a dialog.
fn whole(commands: &mut Commands, seat: &SeatEnd) {
    let entries: Vec<Entry> = seat.view.line.iter().rev().map(|entry| Entry::of(entry, seat)).collect();
    dialog::open(commands, t("desk-line"), Some(Icon::Speech), 720.0, move |dialog| {
        let node = Node { height: px(480), min_height: px(0), ..default() };
        dialog.spawn(node).with_children(|place| {
            scroll::area(place, px(GAP_4).all(), GAP_2, false, |page| {
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
                    page.spawn((node, Fill(Tone::Room2), Edge::All(Tone::Rule))).with_children(|tile| {
                        edge(tile, entry.edge());
                        tile.spawn(row(GAP_2)).with_children(|line| title(line, entry));
                        body(tile, entry, 0, false);
                    });
                }
            });
        });
    });
}
