//! A field for a person's own words. It owns the text while it is edited and writes [`Edited`] at every
//! change and [`Submitted`] at Enter (in a field of one line).
//!
//! When a screen is built anew, give the field the text that it had. It is not offered an undo.

use std::time::Duration;

use accesskit::{Node as Accessible, Role};
use bevy::a11y::AccessibilityNode;
use bevy::input::keyboard::KeyboardInput;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::input_focus::{FocusedInput, InputFocus};
use bevy::prelude::*;
use bevy::text::{EditableText, LineBreak, TextCursorStyle, TextEditChange};

use super::press::Named;
use crate::app::focus::FirstFocus;
use crate::app::i18n::Words;
use crate::app::picture::icon;
use crate::app::text::{Parent, grow, style, text};
use crate::app::theme::measure::{BUTTON, R_CONTROL};
use crate::app::theme::{Casts, Edge, Fill, Tone, Type};
use crate::app::wake::Wake;
use crate::drawing::icon::Icon;

/// Which field; screens compare it.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldId(pub &'static str);

/// The text is now this.
#[derive(Message, Clone, Debug)]
pub struct Edited {
    pub field: FieldId,
    pub text: String,
}

/// Enter in a field of one line.
#[derive(Message, Clone, Debug)]
pub struct Submitted {
    pub field: FieldId,
    pub text: String,
}

/// A field to be spawned.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: FieldId,
    pub name: Words,
    pub placeholder: Words,
    pub value: String,
    /// In characters.
    pub max: usize,
    /// More than one makes Enter a new line.
    pub lines: u8,
    pub icon: Option<Icon>,
    pub first: bool,
}

#[derive(Component)]
struct Placeholder;

impl Field {
    #[must_use]
    pub fn new(id: &'static str, name: Words, placeholder: Words) -> Self {
        Self {
            id: FieldId(id),
            name,
            placeholder,
            value: String::new(),
            max: 80,
            lines: 1,
            icon: None,
            first: false,
        }
    }

    /// Fills its place.
    pub fn spawn(self, parent: &mut Parent) -> Entity {
        let many = self.lines > 1;
        let node = Node {
            min_height: px(BUTTON),
            flex_grow: 1.0,
            min_width: px(0),
            padding: UiRect::axes(px(10), px(6)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            column_gap: px(8),
            align_items: if many {
                AlignItems::Start
            } else {
                AlignItems::Center
            },
            ..default()
        };
        let mut edited = None;
        let frame = (
            node,
            Fill(Tone::Room0),
            Edge::All(Tone::RuleStrong),
            Frame,
            Casts::default(),
        );
        parent.spawn(frame).with_children(|frame| {
            if let Some(sign) = self.icon {
                frame.spawn(icon(sign, 16.0, Tone::Text3));
            }
            frame.spawn(grow()).with_children(|place| {
                let over = Node {
                    position_type: PositionType::Absolute,
                    ..default()
                };
                let hint = text(self.placeholder, Type::BODY.tone(Tone::Text3).one_line());
                place.spawn((hint, over, Placeholder, Pickable::IGNORE));
                let mut editable = EditableText::new(&self.value);
                editable.max_characters = Some(self.max);
                editable.visible_lines = Some(f32::from(self.lines));
                editable.allow_newlines = many;
                editable.cursor_blink_period = Duration::from_secs(1);
                let linebreak = if many {
                    LineBreak::WordOrCharacter
                } else {
                    LineBreak::NoWrap
                };
                let mut field = place.spawn((
                    Node {
                        width: percent(100),
                        ..default()
                    },
                    editable,
                    style(Type::BODY),
                    TextCursorStyle {
                        color: Color::NONE,
                        ..default()
                    },
                    self.id,
                    Named(self.name),
                    AccessibilityNode::from(Accessible::new(if many {
                        Role::MultilineTextInput
                    } else {
                        Role::TextInput
                    })),
                    TabIndex(0),
                ));
                field.insert(TextLayout {
                    linebreak,
                    ..default()
                });
                if self.first {
                    field.insert(FirstFocus);
                }
                edited = Some(field.id());
            });
        });
        edited.unwrap_or(Entity::PLACEHOLDER)
    }
}

/// The outline of a field wears the ring for the text inside.
#[derive(Component)]
struct Frame;

pub(super) fn plugin(app: &mut App) {
    app.add_message::<Edited>().add_message::<Submitted>();
    app.add_observer(changed).add_observer(enter);
    app.add_systems(Update, (placeholders, blink, surround));
}

fn changed(
    on: On<TextEditChange>,
    fields: Query<(&FieldId, &EditableText)>,
    mut edited: MessageWriter<Edited>,
    mut wake: ResMut<Wake>,
) {
    if let Ok((field, editable)) = fields.get(on.event_target()) {
        edited.write(Edited {
            field: *field,
            text: editable.value().to_string(),
        });
        wake.soon();
    }
}

fn enter(
    on: On<FocusedInput<KeyboardInput>>,
    fields: Query<(&FieldId, &EditableText)>,
    mut submitted: MessageWriter<Submitted>,
) {
    let pressed = on.input.state.is_pressed()
        && !on.input.repeat
        && matches!(on.input.key_code, KeyCode::Enter | KeyCode::NumpadEnter);
    if pressed
        && let Ok((field, editable)) = fields.get(on.focused_entity)
        && !editable.allow_newlines
        && !editable.is_composing()
    {
        submitted.write(Submitted {
            field: *field,
            text: editable.value().to_string(),
        });
    }
}

fn placeholders(
    fields: Query<(&EditableText, &ChildOf)>,
    children: Query<&Children>,
    mut hints: Query<&mut Visibility, With<Placeholder>>,
) {
    for (editable, place) in &fields {
        let empty = editable.value().to_string().is_empty() && !editable.is_composing();
        let wanted = if empty {
            Visibility::Inherited
        } else {
            Visibility::Hidden
        };
        for child in children.get(place.parent()).into_iter().flatten() {
            if let Ok(mut visible) = hints.get_mut(*child) {
                visible.set_if_neq(wanted);
            }
        }
    }
}

/// A cursor blinks only while somebody writes.
fn blink(
    focus: Res<InputFocus>,
    fields: Query<(), With<EditableText>>,
    mut writing: Local<bool>,
    mut wake: ResMut<Wake>,
) {
    let now = focus.get().is_some_and(|entity| fields.contains(entity));
    if now != *writing {
        *writing = now;
        wake.writing(now);
    }
}

fn surround(
    focus: Res<InputFocus>,
    parents: Query<&ChildOf>,
    frames: Query<(Entity, Has<crate::app::focus::Picked>), With<Frame>>,
    fields: Query<(), With<EditableText>>,
    mut commands: Commands,
) {
    let inside = focus.get().filter(|entity| fields.contains(*entity));
    for (frame, picked) in &frames {
        let wears =
            inside.is_some_and(|entity| parents.iter_ancestors(entity).any(|up| up == frame));
        if wears && !picked {
            commands.entity(frame).try_insert(crate::app::focus::Picked);
        } else if !wears && picked {
            commands
                .entity(frame)
                .try_remove::<crate::app::focus::Picked>();
        }
    }
}
