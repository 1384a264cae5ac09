//! What previews are made of: texts with a heading, facts beside each other, lists.

use bevy::prelude::*;

use super::Look;
use crate::app::i18n::{Words, plain};
use crate::app::picture::{drawing, icon};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_4, R_CONTROL};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::chip;
use crate::drawing::icon::Icon;
use crate::scenario::ids::ItemId;
use crate::scenario::{Scenario, Text};

/// What a preview is made from.
pub(super) struct Sheet<'a> {
    pub case: &'a Scenario,
    /// The language of the case's texts.
    pub tag: &'a str,
    pub look: &'a Look,
}

impl Sheet<'_> {
    pub fn say(&self, text: &Text) -> String {
        text.get(self.tag).to_owned()
    }

    /// `N-07 Title`
    pub fn item(&self, id: ItemId) -> String {
        let item = self.case.item(id);
        let letter = match item.origin {
            crate::scenario::ids::Team::North => 'N',
            crate::scenario::ids::Team::South => 'S',
        };
        format!("{letter}-{:02} {}", item.number, self.say(&item.title))
    }
}

/// A small heading.
pub(super) fn heading(page: &mut Parent, words: Words) {
    page.spawn(text(words, Type::LABEL.bold().tone(Tone::Ink2)));
}

/// A text of the case, its paragraphs apart.
pub(super) fn paragraphs(page: &mut Parent, said: &str) {
    for part in said.split("\n\n").filter(|part| !part.trim().is_empty()) {
        let words = plain(part.trim().to_owned());
        page.spawn(text(words, Type::BODY.tone(Tone::Ink)));
    }
}

/// The same under a heading; nothing if there is none.
pub(super) fn passage(page: &mut Parent, title: Words, said: &str) {
    if said.trim().is_empty() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(4.0)
    };
    page.spawn(node).with_children(|place| {
        heading(place, title);
        paragraphs(place, said);
    });
}

/// Facts beside each other.
pub(super) fn chips(page: &mut Parent, facts: impl IntoIterator<Item = (Option<Icon>, Words)>) {
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        for (sign, words) in facts {
            chip(line, sign, words, true);
        }
    });
}

/// A line with a sign before it.
pub(super) fn line(page: &mut Parent, sign: Icon, words: Words, quiet: bool) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(icon(sign, 16.0, Tone::Ink2))
            .entry::<Node>()
            .and_modify(|mut node| node.margin = UiRect::top(px(3)));
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        })
        .with_children(|place| {
            let tone = if quiet { Tone::Ink2 } else { Tone::Ink };
            place.spawn(text(words, Type::BODY.tone(tone)));
        });
    });
}

/// Items by number and title.
pub(super) fn items(page: &mut Parent, sheet: &Sheet, title: Words, items: &[ItemId]) {
    if items.is_empty() {
        return;
    }
    heading(page, title);
    for item in items {
        line(page, Icon::Folder, plain(sheet.item(*item)), false);
    }
}

/// A drawing of this size, with what is said beside it.
pub(super) fn beside(
    page: &mut Parent,
    svg: String,
    size: (f32, f32),
    body: impl FnOnce(&mut Parent),
) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_4)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(drawing(svg, size.0, size.1))
            .entry::<Node>()
            .and_modify(|mut node| {
                node.border_radius = BorderRadius::all(px(R_CONTROL));
                node.flex_shrink = 0.0;
            });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(GAP_2)
        })
        .with_children(body);
    });
}
