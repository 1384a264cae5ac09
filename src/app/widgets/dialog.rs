//! Modal dialogs: a veil over everything, the keyboard kept inside, Escape closes.
//!
//! A dialog is despawned by `Action::CloseDialog`, by leaving the screen, or by whoever opened it.

use bevy::input_focus::tab_navigation::TabGroup;
use bevy::prelude::*;

use super::button::Button;
use crate::app::action::{Action, Acts, Answer};
use crate::app::focus::Escape;
use crate::app::i18n::{Words, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_DIALOG};
use crate::app::theme::paint::Shadow;
use crate::app::theme::{Casts, Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::drawing::icon::Icon;

/// An open dialog; a later one lies on top.
#[derive(Component, Clone, Copy, Debug)]
pub struct Dialog {
    depth: i32,
}

/// How many are open.
#[derive(Resource, Default)]
struct Depth(i32);

/// Opens a dialog `width` wide. `body` gets the column under the head.
pub fn open(
    commands: &mut Commands,
    title: Words,
    sign: Option<Icon>,
    width: f32,
    body: impl FnOnce(&mut Parent) + Send + Sync + 'static,
) {
    commands.queue(move |world: &mut World| {
        let mut open = world.resource_mut::<Depth>();
        open.0 += 1;
        let depth = open.0;
        world.resource_mut::<Wake>().soon();
        let mut commands = world.commands();
        spawn(&mut commands, depth, title, sign, width, body);
    });
}

/// What is asked before something that there is no way back from.
pub struct Question {
    pub title: Words,
    /// What follows from it.
    pub what: Words,
    /// The word for doing nothing; it has the focus, and the key B.
    pub stay: Words,
    pub yes: Words,
    pub act: Action,
    /// The key of `yes`.
    pub key: KeyCode,
}

/// Asks it.
pub fn confirm(commands: &mut Commands, question: Question) {
    let Question {
        title,
        what,
        stay,
        yes,
        act,
        key,
    } = question;
    let sign = Some(Icon::Warning);
    open(commands, title, sign, 520.0, move |body| {
        let node = Node {
            padding: px(GAP_4).all(),
            ..column(GAP_4)
        };
        body.spawn(node).with_children(|page| {
            page.spawn(text(what, Type::BODY));
            page.spawn(row(GAP_2)).with_children(|line| {
                line.spawn(grow());
                Button::normal(stay, Action::CloseDialog)
                    .key(KeyCode::KeyB)
                    .first()
                    .spawn(line);
                Button::primary(yes, act).key(key).spawn(line);
            });
        });
    });
}

fn spawn(
    commands: &mut Commands,
    depth: i32,
    title: Words,
    sign: Option<Icon>,
    width: f32,
    body: impl FnOnce(&mut Parent),
) {
    let veil = Node {
        position_type: PositionType::Absolute,
        left: px(0),
        top: px(0),
        width: percent(100),
        height: percent(100),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let root = (
        veil,
        Fill(Tone::Veil),
        GlobalZIndex(100 + depth),
        Dialog { depth },
        TabGroup::modal(),
        Escape(Action::CloseDialog),
    );
    commands.spawn(root).with_children(|veil| {
        let frame = Node {
            width: px(width),
            max_width: percent(96),
            max_height: percent(92),
            flex_direction: FlexDirection::Column,
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_DIALOG)),
            ..default()
        };
        let look = (
            Fill(Tone::Room1),
            Edge::All(Tone::RuleStrong),
            Casts {
                shadow: Shadow::Dialog,
                ring: false,
            },
        );
        veil.spawn((frame, look)).with_children(|dialog| {
            let head = Node {
                min_height: px(52),
                flex_shrink: 0.0,
                padding: UiRect::horizontal(px(GAP_4)),
                border: UiRect::bottom(px(1)),
                ..row(GAP_3)
            };
            dialog
                .spawn((head, Edge::All(Tone::Rule)))
                .with_children(|head| {
                    if let Some(sign) = sign {
                        head.spawn(icon(sign, 18.0, Tone::Text2));
                    }
                    head.spawn(text(title, Type::HEAD.one_line()));
                    head.spawn(grow());
                    Button::icon_only(Icon::Close, t("common-close"), Action::CloseDialog)
                        .small()
                        .spawn(head);
                });
            body(dialog);
        });
    });
}

/// Two halves side by side in a dialog, `height` pixels high: the left one `wide` per cent of it, the
/// right one on a darker ground.
pub fn halves(
    dialog: &mut Parent,
    height: f32,
    wide: f32,
    left: impl FnOnce(&mut Parent),
    right: impl FnOnce(&mut Parent),
) {
    let node = Node {
        height: px(height),
        min_height: px(0),
        flex_shrink: 1.0,
        ..default()
    };
    dialog.spawn(node).with_children(|halves| {
        let node = Node {
            width: percent(wide),
            min_height: px(0),
            flex_shrink: 0.0,
            ..column(0.0)
        };
        halves.spawn(node).with_children(left);
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            border: UiRect::left(px(1)),
            border_radius: BorderRadius::bottom_right(px(R_DIALOG - 1.0)),
            min_height: px(0),
            ..column(0.0)
        };
        halves
            .spawn((node, Fill(Tone::Room0), Edge::All(Tone::Rule)))
            .with_children(right);
    });
}

/// Closes all that are open, without an act of a person.
pub fn close_all(commands: &mut Commands) {
    commands.queue(|world: &mut World| {
        let open: Vec<Entity> = world
            .query_filtered::<Entity, With<Dialog>>()
            .iter(world)
            .collect();
        for dialog in open {
            world.despawn(dialog);
        }
        world.resource_mut::<Depth>().0 = 0;
        world.resource_mut::<Wake>().soon();
    });
}

/// Closes the topmost, without an act of a person: what lies under it is there again.
pub fn close_top(commands: &mut Commands) {
    commands.queue(|world: &mut World| {
        let mut open = world.query::<(Entity, &Dialog)>();
        let top = open.iter(world).max_by_key(|(_, dialog)| dialog.depth);
        let Some(entity) = top.map(|(entity, _)| entity) else {
            return;
        };
        world.despawn(entity);
        let mut depth = world.resource_mut::<Depth>();
        depth.0 = (depth.0 - 1).max(0);
        world.resource_mut::<Wake>().soon();
    });
}

/// The one that has the keyboard.
pub fn topmost(dialogs: &Query<(Entity, &Dialog)>) -> Option<Entity> {
    dialogs
        .iter()
        .max_by_key(|(_, dialog)| dialog.depth)
        .map(|(entity, _)| entity)
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Depth>();
    app.add_systems(Update, (close.in_set(Answer), leave));
}

fn close(
    mut acts: Acts,
    dialogs: Query<(Entity, &Dialog)>,
    mut depth: ResMut<Depth>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    if acts.read().any(|act| act.action == Action::CloseDialog)
        && let Some(top) = topmost(&dialogs)
    {
        commands.entity(top).despawn();
        depth.0 = (depth.0 - 1).max(0);
        wake.soon();
    }
}

/// A dialog belongs to the screen on which it was opened.
fn leave(
    mut transitions: MessageReader<StateTransitionEvent<Screen>>,
    dialogs: Query<Entity, With<Dialog>>,
    mut depth: ResMut<Depth>,
    mut commands: Commands,
) {
    if transitions
        .read()
        .any(|transition| transition.entered != transition.exited)
    {
        for dialog in &dialogs {
            commands.entity(dialog).despawn();
        }
        depth.0 = 0;
    }
}
