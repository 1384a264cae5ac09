//! The subjects that a team knows of, to search and to choose from.

use bevy::prelude::*;

use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Lang, t};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::field::Field;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::KnownView;

/// The search field.
pub const SEARCH: &str = "liaison-search";

/// The subjects whose names hold all the words.
pub fn found<'a>(seat: &'a SeatEnd, search: &str, lang: Lang) -> Vec<&'a KnownView> {
    let words: Vec<String> = search.split_whitespace().map(str::to_lowercase).collect();
    let takes = |known: &&KnownView| {
        let name = known.subject.name.get(lang.tag()).to_lowercase();
        words.iter().all(|word| name.contains(word.as_str()))
    };
    seat.view.liaison.known.iter().filter(takes).collect()
}

/// The field, and under it a place that scrolls; `list` fills it.
pub fn frame(parent: &mut Parent, list: impl FnOnce(&mut Parent)) {
    let head = Node {
        padding: UiRect::new(px(GAP_4), px(GAP_4), px(GAP_4), px(0)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    parent.spawn(head).with_children(|head| {
        let mut field = Field::new(SEARCH, t("liaison-search"), t("liaison-search"));
        field.icon = Some(Icon::Search);
        field.first = true;
        field.spawn(head);
    });
    scroll::area(parent, px(GAP_4).all(), GAP_2, false, list);
}

/// The place that `list` is spawned into.
pub fn place() -> impl Bundle {
    (
        Node {
            flex_shrink: 0.0,
            ..column(GAP_2)
        },
        ArrowGroup,
    )
}

/// Nothing was found, or there is nothing yet.
pub fn empty(list: &mut Parent, seat: &SeatEnd) {
    let key = if seat.view.liaison.known.is_empty() {
        "liaison-knows-nothing"
    } else {
        "liaison-none-found"
    };
    list.spawn(text(t(key), Type::BODY.tone(Tone::Text2)));
}
