//! Who has the keyboard, and that one can see it.
//!
//! Tab and Shift+Tab walk all controls, arrows walk an [`ArrowGroup`], a [`Shortcut`] uses a control
//! from anywhere, Escape does the topmost [`Escape`], `?` or F1 asks for help. When a screen is built
//! anew the focus returns to the control with the same action. Inside a text field only Escape is heard.

use bevy::input::keyboard::{Key, KeyboardInput};
use bevy::input_focus::tab_navigation::{
    NavAction, TabGroup, TabIndex, TabNavigation, TabNavigationPlugin,
};
use bevy::input_focus::{FocusCause, FocusGained, FocusedInput, InputFocus, InputFocusVisible};
use bevy::prelude::*;
use bevy::text::EditableText;
use bevy::ui_widgets::ScrollIntoView;

use super::action::{Acted, Action, Heard};
use super::screens::Screen;
use super::theme::{Casts, Edge, Hollow, Tone, paint::Colours};
use super::wake::Wake;
use super::widgets::dialog::Dialog;
use super::widgets::notice::Notices;
use super::widgets::press::Off;

/// Arrows walk the controls inside.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct ArrowGroup;

/// The control that has the focus when its screen or dialog opens.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct FirstFocus;

/// The key that uses this control from anywhere on the screen.
#[derive(Component, Clone, Copy, Debug)]
pub struct Shortcut(pub KeyCode);

/// What Escape does here.
#[derive(Component, Clone, Debug)]
pub struct Escape(pub Action);

/// Wears the white ring without having the focus: a picked fact, the selected item.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Picked;

/// Where the focus was, for when everything is built anew.
#[derive(Resource, Default)]
struct Memory {
    last: Option<Action>,
    /// Below the open dialogs.
    below: Vec<Option<Action>>,
    /// The focus came back to the same control, built anew.
    again: Option<Entity>,
}

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(TabNavigationPlugin);
    app.init_resource::<Memory>();
    app.insert_resource(InputFocusVisible(true));
    app.add_observer(arrows)
        .add_observer(into_view)
        .add_observer(remember);
    app.add_systems(Update, keys.before(Heard));
    app.add_systems(
        PostUpdate,
        (restore, ring)
            .chain()
            .before(bevy::input_focus::InputFocusSystems::FocusChangeEvents)
            .before(bevy::ui::UiSystems::Prepare),
    );
}

/// The name of a key as it stands on the key cap.
#[must_use]
pub fn key_name(key: KeyCode) -> String {
    match key {
        KeyCode::Enter => "Enter".into(),
        KeyCode::Escape => "Esc".into(),
        KeyCode::Space => "Space".into(),
        KeyCode::Slash => "?".into(),
        KeyCode::Equal => "+".into(),
        KeyCode::Minus => "−".into(),
        other => {
            let name = format!("{other:?}");
            name.strip_prefix("Key")
                .or(name.strip_prefix("Digit"))
                .unwrap_or(&name)
                .to_owned()
        }
    }
}

type Keyed<'a> = (Entity, &'a Shortcut, &'a Action, Option<&'a Off>);

fn keys(
    pressed: Res<ButtonInput<KeyCode>>,
    signs: Res<ButtonInput<Key>>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
    mut memory: ResMut<Memory>,
    fields: Query<(), With<EditableText>>,
    controls: Query<Keyed>,
    stops: Query<(), (With<Action>, With<TabIndex>)>,
    escapes: Query<(Entity, &Escape)>,
    screen: Res<State<Screen>>,
    dialogs: Query<(Entity, &Dialog)>,
    parents: Query<&ChildOf>,
    mut acted: MessageWriter<Acted>,
    mut notices: ResMut<Notices>,
) {
    let top = super::widgets::dialog::topmost(&dialogs);
    let here = |entity: Entity| {
        top.is_none_or(|top| entity == top || parents.iter_ancestors(entity).any(|up| up == top))
    };
    let typing = focus.get().is_some_and(|entity| fields.contains(entity));
    // Where leaving ends something, out of the field first: what was written stays, and the keys of the screen are
    // heard again.
    let costly = matches!(**screen, Screen::Debrief | Screen::Console);
    if typing && costly && top.is_none() && pressed.just_pressed(KeyCode::Escape) {
        focus.clear();
        memory.last = None;
        return;
    }
    if pressed.just_pressed(KeyCode::Escape)
        && let Some((source, escape)) = escapes.iter().find(|(entity, _)| here(*entity))
    {
        acted.write(Acted {
            action: escape.0.clone(),
            source,
        });
    }
    let modified = [
        KeyCode::ControlLeft,
        KeyCode::ControlRight,
        KeyCode::AltLeft,
        KeyCode::AltRight,
    ];
    // Whoever works with keys sees where they go.
    if pressed.get_just_pressed().next().is_some() && !visible.0 {
        visible.0 = true;
    }
    if typing && pressed.just_pressed(KeyCode::Escape) && !escapes.iter().any(|(e, _)| here(e)) {
        // Out of the field: the keys of the screen are heard again.
        focus.clear();
        memory.last = None;
        return;
    }
    if typing || pressed.any_pressed(modified) {
        return;
    }
    let asked = signs.just_pressed(Key::Character("?".into())) || pressed.just_pressed(KeyCode::F1);
    if asked && top.is_none() {
        acted.write(Acted {
            action: Action::Help,
            source: Entity::PLACEHOLDER,
        });
        return;
    }
    // The control with the focus is used by Enter and Space itself.
    let taken = focus.get().is_some_and(|entity| stops.contains(entity));
    for (source, shortcut, action, off) in &controls {
        let own = taken && matches!(shortcut.0, KeyCode::Enter | KeyCode::Space);
        if own || !pressed.just_pressed(shortcut.0) || !here(source) {
            continue;
        }
        match off {
            Some(off) => notices.refuse(off.0.clone()),
            None => {
                // What it opens leads back to it, as if it had been pressed.
                memory.last = Some(action.clone());
                acted.write(Acted {
                    action: action.clone(),
                    source,
                });
            }
        }
    }
}

fn arrows(
    mut input: On<FocusedInput<KeyboardInput>>,
    groups: Query<(), With<ArrowGroup>>,
    children: Query<&Children>,
    stops: Query<&TabIndex>,
    mut focus: ResMut<InputFocus>,
    mut visible: ResMut<InputFocusVisible>,
) {
    if !groups.contains(input.focused_entity) || !input.input.state.is_pressed() {
        return;
    }
    let forward = match input.input.key_code {
        KeyCode::ArrowDown | KeyCode::ArrowRight => true,
        KeyCode::ArrowUp | KeyCode::ArrowLeft => false,
        _ => return,
    };
    let inside: Vec<Entity> = children
        .iter_descendants_depth_first(input.focused_entity)
        .filter(|entity| stops.get(*entity).is_ok_and(|stop| stop.0 >= 0))
        .collect();
    let Some(at) = inside
        .iter()
        .position(|entity| focus.get() == Some(*entity))
    else {
        return;
    };
    let step = if forward { 1 } else { inside.len() - 1 };
    input.propagate(false);
    visible.0 = true;
    focus.set(inside[(at + step) % inside.len()], FocusCause::Navigated);
}

fn into_view(gained: On<FocusGained>, mut memory: ResMut<Memory>, mut commands: Commands) {
    if gained.entity != gained.original_event_target() {
        return;
    }
    // The same control again is where it was; it has not been laid out yet, so nobody can say where.
    if memory.again == Some(gained.entity) {
        memory.again = None;
        return;
    }
    commands.trigger(ScrollIntoView {
        entity: gained.entity,
    });
}

fn remember(gained: On<FocusGained>, actions: Query<&Action>, mut memory: ResMut<Memory>) {
    if gained.entity == gained.original_event_target()
        && let Ok(action) = actions.get(gained.entity)
    {
        memory.last = Some(action.clone());
    }
}

/// After a despawn, a new screen or a new dialog: the same control again, or the first one.
fn restore(
    new: Query<Entity, Added<TabIndex>>,
    opened: Query<Entity, Added<Dialog>>,
    stops: Query<(Entity, Option<&Action>, Has<FirstFocus>), With<TabIndex>>,
    dialogs: Query<(Entity, &Dialog)>,
    parents: Query<&ChildOf>,
    groups: Query<(), With<TabGroup>>,
    roots: Query<Entity, With<super::screens::Root>>,
    tab: TabNavigation,
    mut acts: MessageReader<Acted>,
    mut focus: ResMut<InputFocus>,
    mut memory: ResMut<Memory>,
) {
    // Pressed and let go within one frame, a control may be gone before it was told of the focus.
    let used = acts.read().filter(|act| focus.get() == Some(act.source));
    // A button that is held has no action to be found by; whatever had the focus before it has.
    let known = |act: &&Acted| stops.iter().any(|(_, own, _)| own == Some(&act.action));
    if let Some(act) = used.last().filter(known) {
        memory.last = Some(act.action.clone());
    }
    let held = focus.get().filter(|entity| stops.contains(*entity));
    if !opened.is_empty() {
        let last = memory.last.take();
        memory.below.push(last);
    } else if let Some(held) = held {
        // What a key used is gone, and the focus is where it was: there it comes back to.
        let gone = !stops.iter().any(|(_, own, _)| own == memory.last.as_ref());
        if gone && let Ok((_, Some(own), _)) = stops.get(held) {
            memory.last = Some(own.clone());
        }
        return;
    } else if focus.get().is_none() && new.is_empty() {
        return;
    }
    let top = super::widgets::dialog::topmost(&dialogs);
    let here = |entity: Entity| {
        let reachable = parents.iter_ancestors(entity).any(|up| groups.contains(up));
        reachable && top.is_none_or(|top| parents.iter_ancestors(entity).any(|up| up == top))
    };
    let find = |wanted: &Option<Action>| {
        let wanted = wanted.as_ref()?;
        let mut all = stops.iter();
        all.find(|(entity, action, _)| *action == Some(wanted) && here(*entity))
            .map(|stop| stop.0)
    };
    let mut found = find(&memory.last);
    while found.is_none() && memory.below.len() > dialogs.iter().len() {
        memory.last = memory.below.pop().flatten();
        found = find(&memory.last);
    }
    memory.below.truncate(dialogs.iter().len());
    let first = || {
        stops
            .iter()
            .find(|(entity, _, first)| *first && here(*entity))
            .map(|stop| stop.0)
    };
    let any = || {
        let group = top.or_else(|| roots.iter().next())?;
        tab.initialize(group, NavAction::First).ok()
    };
    memory.again = found;
    if let Some(entity) = found.or_else(first).or_else(any) {
        focus.set(entity, FocusCause::Navigated);
    } else if focus.get().is_some() && held.is_none() {
        focus.clear();
    }
}

type Ringed<'a> = (
    Entity,
    &'a mut Casts,
    Option<&'a mut Outline>,
    Has<Picked>,
    Has<Hollow>,
    Option<&'a mut Edge>,
);

/// Two pixels of gap, two pixels of white.
fn ring(
    focus: Res<InputFocus>,
    visible: Res<InputFocusVisible>,
    colours: Colours,
    mut nodes: Query<Ringed>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut casts, outline, picked, hollow, edge) in &mut nodes {
        let wears = picked || (visible.0 && focus.get() == Some(entity));
        if casts.ring != wears {
            casts.ring = wears;
            wake.soon();
        }
        if let (true, Some(mut edge)) = (hollow, edge) {
            let gap = if wears { Tone::Room0 } else { Tone::Clear };
            edge.set_if_neq(Edge::All(gap));
        }
        let colour = if wears {
            colours.of(Tone::Ring)
        } else {
            Color::NONE
        };
        match outline {
            Some(mut outline) => {
                if outline.color != colour {
                    outline.color = colour;
                }
            }
            None => {
                let gap = px(if hollow { 0 } else { 2 });
                commands
                    .entity(entity)
                    .try_insert(Outline::new(px(2), gap, colour));
            }
        }
    }
}
