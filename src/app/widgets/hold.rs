//! The hold button: filled while it is held with the mouse, Enter or Space; used when it is full. In a
//! dialog Enter may be held on what is chosen there.
//!
//! For what cannot be taken back. Letting go early does nothing.

use accesskit::Role;
use bevy::a11y::AccessibilityNode;
use bevy::input_focus::InputFocus;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::prelude::*;
use bevy::ui::Pressed;

use super::dialog::{Dialog, topmost};
use super::notice::Notices;
use super::panel::key_cap;
use super::press::{Inherits, Look, Off, control};
use crate::app::action::{Acted, Action, Heard};
use crate::app::focus::FirstFocus;
use crate::app::i18n::{Words, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, text};
use crate::app::theme::measure::R_CONTROL;
use crate::app::theme::{Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::drawing::icon::Icon;

/// Seconds until a held button is used.
const FULL: f32 = 0.9;

/// What is held and how far.
#[derive(Component, Clone, Debug)]
pub struct Holding {
    pub action: Action,
    held: f32,
    /// The key or button went down on this control and has not been let go.
    armed: bool,
}

#[derive(Component)]
struct Filling;

/// A hold button to be spawned; as wide as its place, 44 px high.
#[derive(Clone, Debug)]
pub struct Hold {
    pub words: Words,
    pub icon: Option<Icon>,
    pub action: Action,
    pub off: Option<Words>,
    pub first: bool,
}

impl Hold {
    #[must_use]
    pub fn new(words: Words, action: Action) -> Self {
        Self {
            words,
            icon: None,
            action,
            off: None,
            first: false,
        }
    }

    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    #[must_use]
    pub fn off(mut self, why: Option<Words>) -> Self {
        self.off = why;
        self
    }

    #[must_use]
    pub fn first(mut self) -> Self {
        self.first = true;
        self
    }

    pub fn spawn(self, parent: &mut Parent) -> Entity {
        let node = Node {
            min_height: px(44),
            flex_grow: 1.0,
            padding: UiRect::horizontal(px(12)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            column_gap: px(10),
            overflow: Overflow::clip(),
            ..default()
        };
        // An option that is chosen has the colours that a held act has: dim, outlined in the accent.
        let chosen = super::press::Chosen;
        let mut spawned = parent.spawn((
            node,
            control(Look::Option, Role::Button, self.words.clone()),
            chosen,
        ));
        spawned.with_children(|inside| {
            let fill = Node {
                position_type: PositionType::Absolute,
                left: px(0),
                top: px(0),
                bottom: px(0),
                width: percent(0),
                ..default()
            };
            inside.spawn((fill, Fill(Tone::AccentHalf), Filling, Pickable::IGNORE));
            if let Some(sign) = self.icon.filter(|_| self.off.is_none()) {
                inside.spawn((icon(sign, 16.0, Tone::Text), Inherits));
            }
            if self.off.is_some() {
                inside.spawn((icon(Icon::Lock, 16.0, Tone::Text3), Inherits));
            }
            inside.spawn((text(self.words, Type::BODY.bold().one_line()), Inherits));
            if self.off.is_none() {
                key_cap(inside, t("common-hold-enter"), true);
            }
        });
        match self.off {
            Some(why) => spawned.insert(Off(why)),
            None => spawned.insert(Holding {
                action: self.action,
                held: 0.0,
                armed: false,
            }),
        };
        if self.first {
            spawned.insert(FirstFocus);
        }
        spawned.id()
    }
}

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Update, (hold.before(Heard), refuse.after(Heard)));
}

fn hold(
    time: Res<Time<Real>>,
    keys: Res<ButtonInput<KeyCode>>,
    focus: Res<InputFocus>,
    mut wake: ResMut<Wake>,
    mut buttons: Query<(Entity, &mut Holding, Has<Pressed>, &Children)>,
    mut fills: Query<&mut Node, With<Filling>>,
    dialogs: Query<(Entity, &Dialog)>,
    parents: Query<&ChildOf>,
    roles: Query<&AccessibilityNode>,
    mut acted: MessageWriter<Acted>,
) {
    let own = [KeyCode::Enter, KeyCode::NumpadEnter, KeyCode::Space];
    let choosing = focus.get().filter(|entity| {
        let role = roles.get(*entity).map(|node| node.role());
        matches!(role, Ok(Role::RadioButton | Role::CheckBox))
    });
    let inside = |top: Entity, entity: Entity| parents.iter_ancestors(entity).any(|up| up == top);
    // Whoever chooses in a dialog that has one such button holds Enter where they are.
    let from_choice = topmost(&dialogs)
        .filter(|top| choosing.is_some_and(|entity| inside(*top, entity)))
        .and_then(|top| {
            let mut here = buttons.iter().map(|b| b.0).filter(|b| inside(top, *b));
            here.next().filter(|_| here.next().is_none())
        });
    for (entity, mut holding, pressed, children) in &mut buttons {
        let focused = focus.get() == Some(entity);
        let keyed: &[KeyCode] = if from_choice == Some(entity) {
            &own[..2]
        } else if focused {
            &own
        } else {
            &[]
        };
        let begun = keyed.iter().any(|key| keys.just_pressed(*key));
        let held = keyed.iter().any(|key| keys.pressed(*key));
        let down = pressed || (held && (begun || holding.armed));
        let before = holding.held;
        if !down {
            holding.bypass_change_detection().armed = false;
            holding.bypass_change_detection().held = 0.0;
        } else if !holding.armed {
            holding.armed = true;
        } else if holding.held < FULL {
            // A long gap between frames is not holding.
            holding.held += time.delta_secs().min(0.3);
            if holding.held >= FULL {
                acted.write(Acted {
                    action: holding.action.clone(),
                    source: entity,
                });
            }
        }
        if down || before > 0.0 {
            wake.soon();
            let width = percent((holding.held / FULL).min(1.0) * 100.0);
            for child in children {
                if let Ok(mut fill) = fills.get_mut(*child) {
                    fill.width = width;
                }
            }
        }
    }
}

/// A hold button that is off tells why.
fn refuse(
    keys: Res<ButtonInput<KeyCode>>,
    focus: Res<InputFocus>,
    offs: Query<(Entity, &Off, Ref<Pressed>), (Without<Action>, With<TabIndex>)>,
    keyed: Query<&Off, (Without<Action>, With<TabIndex>)>,
    mut notices: ResMut<Notices>,
) {
    for (_, off, pressed) in &offs {
        if pressed.is_added() {
            notices.refuse(off.0.clone());
        }
    }
    if keys.any_just_pressed([KeyCode::Enter, KeyCode::Space])
        && let Some(off) = focus.get().and_then(|entity| keyed.get(entity).ok())
    {
        notices.refuse(off.0.clone());
    }
}
