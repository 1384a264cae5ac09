//! Buttons: one primary in a group, normal, quiet, and those with nothing but an icon.

use accesskit::Role;
use bevy::prelude::*;

use super::panel::key_cap;
use super::press::{Chosen, Inherits, Look, Off, OnPaper, control};
use crate::app::action::Action;
use crate::app::focus::{FirstFocus, Shortcut, key_name};
use crate::app::i18n::{Words, plain};
use crate::app::picture::icon;
use crate::app::text::{Parent, text};
use crate::app::theme::measure::{BUTTON, BUTTON_SMALL, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::drawing::icon::Icon;

/// A button to be spawned.
#[derive(Clone, Debug)]
pub struct Button {
    look: Look,
    name: Words,
    shows_name: bool,
    act: Action,
    icon: Option<Icon>,
    after: Option<Icon>,
    key: Option<KeyCode>,
    off: Option<Words>,
    small: bool,
    wide: bool,
    paper: bool,
    first: bool,
    chosen: bool,
}

impl Button {
    fn new(look: Look, name: Words, act: Action) -> Self {
        Self {
            look,
            name,
            shows_name: true,
            act,
            icon: None,
            after: None,
            key: None,
            off: None,
            small: false,
            wide: false,
            paper: false,
            first: false,
            chosen: false,
        }
    }

    /// The one that goes on.
    #[must_use]
    pub fn primary(words: Words, act: Action) -> Self {
        Self::new(Look::Primary, words, act)
    }

    #[must_use]
    pub fn normal(words: Words, act: Action) -> Self {
        Self::new(Look::Normal, words, act)
    }

    #[must_use]
    pub fn quiet(words: Words, act: Action) -> Self {
        Self::new(Look::Quiet, words, act)
    }

    /// Square, with an icon; `name` is only spoken.
    #[must_use]
    pub fn icon_only(icon: Icon, name: Words, act: Action) -> Self {
        Self {
            icon: Some(icon),
            shows_name: false,
            ..Self::new(Look::Normal, name, act)
        }
    }

    #[must_use]
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon behind the words.
    #[must_use]
    pub fn after(mut self, icon: Icon) -> Self {
        self.after = Some(icon);
        self
    }

    /// The key that uses it, shown on a key cap.
    #[must_use]
    pub fn key(mut self, key: KeyCode) -> Self {
        self.key = Some(key);
        self
    }

    /// It cannot be used now, and why.
    #[must_use]
    pub fn off(mut self, why: Option<Words>) -> Self {
        self.off = why;
        self
    }

    #[must_use]
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as its place.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    #[must_use]
    pub fn on_paper(mut self) -> Self {
        self.paper = true;
        self
    }

    /// Has the focus first.
    #[must_use]
    pub fn first(mut self) -> Self {
        self.first = true;
        self
    }

    /// It is on (a button that opens something that is open).
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    pub fn spawn(self, parent: &mut Parent) -> Entity {
        let height = if self.small { BUTTON_SMALL } else { BUTTON };
        let side = match (self.look, self.small, self.shows_name) {
            (_, _, false) => 0.0,
            (Look::Quiet, _, _) => 8.0,
            (_, true, _) => 10.0,
            _ => 12.0,
        };
        let node = Node {
            min_height: px(height),
            min_width: px(height),
            width: if self.wide { percent(100) } else { auto() },
            flex_shrink: 0.0,
            padding: UiRect::horizontal(px(side)),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(R_CONTROL)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            column_gap: px(8),
            ..default()
        };
        let bold = self.look == Look::Primary && self.off.is_none();
        let kind = if bold { Type::BODY.bold() } else { Type::BODY }.one_line();
        let mut spawned = parent.spawn((
            node,
            control(self.look, Role::Button, self.name.clone()),
            self.act,
        ));
        spawned.with_children(|inside| {
            if self.off.is_some() {
                inside.spawn((icon(Icon::Lock, 16.0, Tone::Text3), Inherits));
            } else if let Some(sign) = self.icon {
                inside.spawn((icon(sign, 16.0, Tone::Text), Inherits));
            }
            if self.shows_name {
                inside.spawn((text(self.name, kind), Inherits));
            }
            if let Some(sign) = self.after {
                inside.spawn((icon(sign, 14.0, Tone::Text), Inherits));
            }
            if let Some(key) = self.key.filter(|_| self.shows_name) {
                key_cap(inside, plain(key_name(key)), true);
            }
        });
        if let Some(key) = self.key {
            spawned.insert(Shortcut(key));
        }
        if let Some(why) = self.off {
            spawned.insert(Off(why));
        }
        if self.paper {
            spawned.insert(OnPaper);
        }
        if self.first {
            spawned.insert(FirstFocus);
        }
        if self.chosen {
            spawned.insert(Chosen);
        }
        spawned.id()
    }
}
