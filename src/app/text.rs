//! Texts and the plain boxes around them.

use bevy::prelude::*;
use bevy::text::{FontSource, LineBreak, LineHeight};

use super::fonts::{MONO, SANS};
use super::i18n::Words;
use super::theme::{Ink, Type};

/// What a spawn closure is given.
pub type Parent<'a> = bevy::ecs::hierarchy::ChildSpawnerCommands<'a>;

/// Words in a step of the type scale.
pub fn text(words: Words, kind: Type) -> impl Bundle {
    (words, Text::default(), style(kind))
}

/// The look of a text without its words: for fields and spans.
pub fn style(kind: Type) -> impl Bundle {
    let (size, line) = kind.size.px();
    (
        TextFont {
            font: FontSource::Family(if kind.mono { MONO } else { SANS }.into()),
            font_size: FontSize::Px(size),
            weight: if kind.bold {
                FontWeight::BOLD
            } else {
                FontWeight::NORMAL
            },
            ..default()
        },
        LineHeight::Px(line),
        TextLayout {
            justify: kind.justify,
            linebreak: match (kind.wrap, kind.anywhere) {
                (true, false) => LineBreak::WordBoundary,
                (true, true) => LineBreak::WordOrCharacter,
                (false, _) => LineBreak::NoWrap,
            },
        },
        TextColor::default(),
        Ink(kind.tone),
    )
}

/// Children side by side, centred on their line.
#[must_use]
pub fn row(gap: f32) -> Node {
    Node {
        align_items: AlignItems::Center,
        column_gap: px(gap),
        ..default()
    }
}

/// Children under each other.
#[must_use]
pub fn column(gap: f32) -> Node {
    Node {
        flex_direction: FlexDirection::Column,
        row_gap: px(gap),
        min_width: px(0),
        ..default()
    }
}

/// Takes the room that is left, in both directions, and pushes what follows to the end.
#[must_use]
pub fn grow() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        min_height: px(0),
        ..default()
    }
}
