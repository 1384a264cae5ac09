//! Before a folder is open: which case to write on.

use bevy::prelude::*;

use super::{AuthorAction, Bench, FOLDER, NAME, Typed};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::panel;
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::library;

pub(super) fn page(parent: &mut Parent, bench: &Bench, typed: &Typed) {
    let head = Node {
        padding: UiRect::new(px(GAP_6), px(GAP_6), px(GAP_5), px(GAP_2)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent.spawn(head).with_children(|head| {
        head.spawn(icon(Icon::Pencil, 24.0, Tone::Text2));
        head.spawn(text(t("author-title"), Type::TITLE));
        head.spawn(grow());
        Button::normal(t("debrief-home"), Action::Go(Screen::Home))
            .icon(Icon::Home)
            .spawn(head);
    });
    let padding = UiRect::axes(px(GAP_6), px(GAP_3));
    scroll::area(parent, padding, GAP_4, false, |page| {
        page.spawn(text(t("author-how"), Type::BODY.tone(Tone::Text2)));
        let columns = Node {
            flex_wrap: FlexWrap::Wrap,
            column_gap: px(GAP_4),
            row_gap: px(GAP_4),
            align_items: AlignItems::Start,
            ..default()
        };
        page.spawn(columns).with_children(|columns| {
            columns.spawn(panel(half())).with_children(|side| {
                existing(side, bench, typed);
            });
            columns.spawn(panel(half())).with_children(|side| {
                new(side, bench, typed);
            });
        });
    });
}

fn half() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(480),
        padding: px(GAP_4).all(),
        row_gap: px(GAP_3),
        ..default()
    }
}

fn existing(side: &mut Parent, bench: &Bench, typed: &Typed) {
    side.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::Folder, 18.0, Tone::Text2));
        head.spawn(text(t("author-open"), Type::HEAD));
    });
    let name = t("author-folder");
    let mut field = Field::new(FOLDER, name, t("author-folder-hint"));
    typed.folder.clone_into(&mut field.value);
    field.max = 400;
    field.first = true;
    side.spawn(row(GAP_2)).with_children(|line| {
        field.spawn(line);
        Button::primary(t("common-open"), Action::Author(AuthorAction::Open)).spawn(line);
    });
    let cases = bench.cases();
    if cases.is_empty() {
        side.spawn(text(t("author-none-here"), Type::LABEL));
        return;
    }
    let here = bench.home().display().to_string();
    side.spawn(text(
        t("author-here").with("folder", here.as_str()),
        Type::LABEL,
    ));
    side.spawn((column(6.0), ArrowGroup)).with_children(|list| {
        for (at, folder) in cases.iter().enumerate() {
            let name = folder.file_name().unwrap_or_default().to_string_lossy();
            let act = Action::Author(AuthorAction::Folder(at));
            Button::normal(plain(name.into_owned()), act)
                .icon(Icon::Book)
                .wide()
                .spawn(list);
        }
    });
}

fn new(side: &mut Parent, bench: &Bench, typed: &Typed) {
    side.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(Icon::Plus, 18.0, Tone::Text2));
        head.spawn(text(t("author-new"), Type::HEAD));
    });
    let here = bench.home().display().to_string();
    let how = t("author-new-how").with("folder", here.as_str());
    side.spawn(text(how, Type::LABEL));
    let mut field = Field::new(NAME, t("author-name"), t("author-name-hint"));
    typed.name.clone_into(&mut field.value);
    field.max = 40;
    side.spawn(row(0.0)).with_children(|line| {
        field.spawn(line);
    });
    let act = |from| Action::Author(AuthorAction::New(from));
    Button::normal(t("author-small"), act(None))
        .icon(Icon::Plus)
        .wide()
        .spawn(side);
    for (at, case) in library::shipped().iter().enumerate() {
        Button::normal(t("author-copy").with("case", case.name), act(Some(at)))
            .icon(Icon::Document)
            .wide()
            .spawn(side);
    }
}
