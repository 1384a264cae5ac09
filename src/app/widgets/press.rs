//! What all pressable things share: how they look in each state, their name for a screen reader, and
//! the step from being pressed to [`Acted`].

use accesskit::{Node as Accessible, Role, Toggled};
use bevy::a11y::AccessibilityNode;
use bevy::input_focus::tab_navigation::TabIndex;
use bevy::picking::hover::Hovered;
use bevy::prelude::*;
use bevy::ui::Pressed;
use bevy::ui_widgets::{Activate, Button as Pressable};

use super::notice::Notices;
use crate::app::action::{Acted, Action};
use crate::app::i18n::{Language, Words, say};
use crate::app::theme::{Casts, Edge, Fill, Ink, Tone};

/// The kind of thing that is pressed.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Primary,
    Normal,
    Quiet,
    /// A large entry or a card on the room.
    Card,
    /// One of several: segment, tab, option.
    Segment,
    Tab,
    Option,
    /// A row or card of paper that can be pressed.
    Sheet,
}

/// The control stands on paper.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct OnPaper;

/// This one of several is the one; a check is on.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Chosen;

/// It cannot be used now, for this reason; pressing it tells the reason.
#[derive(Component, Clone, Debug)]
pub struct Off(pub Words);

/// What a screen reader says.
#[derive(Component, Clone, Debug)]
pub struct Named(pub Words);

/// A text or icon in the colour of the control that it is in.
#[derive(Component, Clone, Copy, Debug, Default)]
pub struct Inherits;

/// Background, outline, text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Style(Tone, Edge, Tone);

/// What every control has.
pub fn control(look: Look, role: Role, name: Words) -> impl Bundle {
    (
        Pressable,
        look,
        Named(name),
        AccessibilityNode::from(Accessible::new(role)),
        Hovered::default(),
        TabIndex(0),
        Fill(Tone::Clear),
        Edge::All(Tone::Clear),
        Casts::default(),
        Shown::default(),
    )
}

/// The text colour that the children have.
#[derive(Component, Clone, Copy, Debug, Default)]
struct Shown(Option<Tone>);

pub(super) fn plugin(app: &mut App) {
    app.add_observer(activate);
    app.add_systems(
        PostUpdate,
        (dress, name)
            .before(bevy::ui::UiSystems::Prepare)
            .before(crate::app::theme::Painting),
    );
}

fn activate(
    on: On<Activate>,
    controls: Query<(&Action, Option<&Off>)>,
    mut acted: MessageWriter<Acted>,
    mut notices: ResMut<Notices>,
) {
    match controls.get(on.entity) {
        Ok((_, Some(off))) => notices.refuse(off.0.clone()),
        Ok((action, None)) => {
            acted.write(Acted {
                action: action.clone(),
                source: on.entity,
            });
        }
        Err(_) => {}
    }
}

type Dressed<'a> = (
    Entity,
    &'a Look,
    &'a Hovered,
    Has<Pressed>,
    Has<Off>,
    Has<Chosen>,
    Has<OnPaper>,
    &'a mut Fill,
    &'a mut Edge,
    &'a mut Shown,
);

fn dress(
    mut controls: Query<Dressed>,
    children: Query<&Children>,
    mut inks: Query<&mut Ink, With<Inherits>>,
    new: Query<(), Added<Inherits>>,
    looks: Query<(), With<Look>>,
) {
    let fresh = !new.is_empty();
    for (entity, look, hovered, pressed, off, chosen, paper, mut fill, mut edge, mut shown) in
        &mut controls
    {
        let hover = hovered.get() || pressed;
        let Style(ground, outline, ink) = style(*look, hover, off, chosen, paper);
        fill.set_if_neq(Fill(ground));
        edge.set_if_neq(outline);
        if !fresh && shown.0 == Some(ink) {
            continue;
        }
        shown.0 = Some(ink);
        let mut inside = vec![entity];
        while let Some(at) = inside.pop() {
            // A control inside a control has colours of its own.
            let own = children.get(at).into_iter().flatten();
            for child in own.filter(|child| !looks.contains(**child)) {
                if let Ok(mut own) = inks.get_mut(*child) {
                    own.set_if_neq(Ink(ink));
                }
                inside.push(*child);
            }
        }
    }
}

fn style(look: Look, hover: bool, off: bool, chosen: bool, paper: bool) -> Style {
    use Tone::{
        Accent, AccentDim, Clear, Ink, Ink2, OnAccent, Paper, Paper2, PaperRule, PaperRuleStrong,
        Room1, Room2, Room3, Rule, RuleStrong, Text, Text2, Text3,
    };
    let all = Edge::All;
    match (look, paper) {
        (Look::Card | Look::Option | Look::Primary | Look::Normal, false) if off => {
            Style(Clear, all(Rule), Text3)
        }
        (_, false) if off => Style(Clear, all(Clear), Text3),
        (Look::Sheet, _) if off => Style(Paper2, all(Clear), Ink2),
        (_, true) if off => Style(Paper, all(PaperRule), Ink2),
        (Look::Primary, false) => Style(Accent, all(if hover { Text } else { Accent }), OnAccent),
        (Look::Primary, true) => Style(if hover { Ink2 } else { Ink }, all(Ink), Paper),
        (Look::Normal, false) => Style(if hover { Room3 } else { Room2 }, all(RuleStrong), Text),
        (Look::Normal, true) => Style(
            if hover { Paper2 } else { Paper },
            all(PaperRuleStrong),
            Ink,
        ),
        (Look::Quiet, false) => Style(if hover { Room3 } else { Clear }, all(Clear), Text2),
        (Look::Quiet, true) => Style(if hover { Paper2 } else { Paper }, all(Clear), Ink2),
        (Look::Card, _) if chosen => Style(AccentDim, all(Accent), Text),
        (Look::Card, _) => Style(if hover { Room3 } else { Room2 }, all(Rule), Text),
        (Look::Segment, _) if chosen => Style(Accent, all(Clear), OnAccent),
        (Look::Segment, _) => Style(if hover { Room3 } else { Room2 }, all(Clear), Text2),
        (Look::Tab, _) if chosen => Style(Clear, Edge::Bottom(Accent, Clear), Text),
        (Look::Tab, _) => Style(if hover { Room2 } else { Clear }, all(Clear), Text2),
        (Look::Option, true) if chosen => Style(Paper2, all(Ink), Ink),
        (Look::Option, true) => Style(
            if hover { Paper2 } else { Paper },
            all(PaperRuleStrong),
            Ink,
        ),
        (Look::Option, false) if chosen => Style(AccentDim, all(Accent), Text),
        (Look::Option, false) => Style(if hover { Room3 } else { Room2 }, all(Rule), Text),
        (Look::Sheet, _) => Style(if hover { Paper2 } else { Paper }, all(Room1), Ink),
    }
}

type Labelled<'a> = (
    Ref<'a, Named>,
    &'a mut AccessibilityNode,
    Option<&'a Off>,
    Has<Chosen>,
);

fn name(language: Res<Language>, mut controls: Query<Labelled>) {
    let all = language.is_changed();
    for (named, mut node, off, chosen) in &mut controls {
        if all || named.is_changed() {
            let label = say(language.0, &named.0);
            node.set_label(match off {
                Some(off) => format!("{label}. {}", say(language.0, &off.0)),
                None => label,
            });
        }
        let toggled = if chosen {
            Toggled::True
        } else {
            Toggled::False
        };
        let shows = matches!(
            node.role(),
            Role::CheckBox | Role::RadioButton | Role::Switch
        );
        if shows && node.toggled() != Some(toggled) {
            node.set_toggled(toggled);
        }
        if node.role() == Role::Tab && node.is_selected() != Some(chosen) {
            node.set_selected(chosen);
        }
    }
}
