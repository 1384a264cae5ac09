//! The elements of the offence as a grid: items down, elements across, and before whose courts each item
//! may be put; and who has what part.

use accesskit::Role;
use bevy::prelude::*;

use super::form::{Change, Form, title, wrapping};
use super::marks::{check, choice};
use crate::app::action::Action;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::folder::card::kind_icon;
use crate::app::screens::folder::words::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Edge, Fill, Tone, Type};
use crate::app::widgets::panel::rule;
use crate::app::widgets::press::{Chosen, Look, OnPaper, control};
use crate::drawing::icon::Icon;
use crate::engine::CELL;
use crate::scenario::words::RoleKind;
use crate::view::{ElementView, ItemView};

/// Width of an element's column, and of the column of courts.
const CELL_WIDTH: f32 = 56.0;
const COURTS: f32 = 78.0;

/// Who is what.
pub(super) fn roles(sheet: &mut Parent, form: &Form) {
    title(sheet, t("elements-roles"));
    if form.roles.is_empty() {
        sheet.spawn(text(t("elements-no-roles"), Type::BODY.tone(Tone::Ink2)));
    }
    for role in form.roles {
        let now = form.theory.roles.get(role.id.index()).copied().flatten();
        sheet.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(kind_icon(role.subject.kind), 16.0, Tone::Ink2));
            line.spawn(text(case(&role.subject.name), Type::BODY.tone(Tone::Ink)));
        });
        sheet.spawn((wrapping(), ArrowGroup)).with_children(|line| {
            let open = (form.act)(Change::Role(role.id, None));
            choice(
                line,
                None,
                t("elements-role-open"),
                None,
                now.is_none(),
                open,
            );
            for kind in RoleKind::ALL {
                let words = family("elements-role", kind.key());
                let act = (form.act)(Change::Role(role.id, Some(*kind)));
                choice(line, None, words, None, now == Some(*kind), act);
            }
        });
        if let Some(kind) = now {
            let meaning = family("elements-role-meaning", kind.key());
            sheet.spawn(text(meaning, Type::LABEL.tone(Tone::Ink2)));
        }
    }
}

/// What has to be proven, and by which items.
pub(super) fn elements(sheet: &mut Parent, form: &Form) {
    title(sheet, t("elements-title"));
    sheet.spawn(text(t("elements-how"), Type::LABEL.tone(Tone::Ink2)));
    for element in form.elements {
        let words = t("elements-named")
            .with("kind", family("elements-kind", element.kind.key()))
            .with("text", &element.text);
        sheet.spawn(text(words, Type::BODY.tone(Tone::Ink)));
    }
    sheet.spawn(text(t("elements-child"), Type::LABEL.tone(Tone::Ink2)));
    if form.items.is_empty() {
        let words = form.nothing_to_cite.clone();
        sheet.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(0.0)
    };
    sheet.spawn((node, ArrowGroup)).with_children(|grid| {
        heads(grid, form);
        for item in form.items {
            grid.spawn(rule(Tone::PaperRule));
            grid.spawn(row(0.0)).with_children(|line| {
                let place = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    min_width: px(0),
                    ..column(0.0)
                };
                let on = form.theory.cited.contains(&item.id);
                let cite = (form.act)(Change::Cite(item.id));
                line.spawn(place)
                    .with_children(|place| check(place, item, on, false, cite));
                cell(line, COURTS, |place| {
                    let kind = Type::LABEL.tone(Tone::Ink2);
                    place.spawn(text(courts(form, item), kind));
                });
                for element in form.elements {
                    mark(line, form, element, item);
                }
            });
        }
    });
}

fn cell(line: &mut Parent, width: f32, fill: impl FnOnce(&mut Parent)) {
    let node = Node {
        width: px(width),
        flex_shrink: 0.0,
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    line.spawn(node).with_children(fill);
}

fn heads(grid: &mut Parent, form: &Form) {
    let node = Node {
        padding: UiRect::bottom(px(4)),
        align_items: AlignItems::End,
        ..row(0.0)
    };
    grid.spawn(node).with_children(|line| {
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        let cited = text(t("theory-cited"), Type::LABEL.bold().tone(Tone::Ink));
        line.spawn((cited, place));
        cell(line, COURTS, |place| {
            place.spawn(text(
                t("elements-courts"),
                Type::LABEL.bold().tone(Tone::Ink),
            ));
        });
        for element in form.elements {
            let cited = form.theory.elements.get(element.id.index());
            cell(line, CELL_WIDTH, |place| {
                let node = Node {
                    align_items: AlignItems::Center,
                    ..column(0.0)
                };
                place.spawn(node).with_children(|place| {
                    let kind = family("elements-kind", element.kind.key());
                    place.spawn(text(kind, Type::LABEL.bold().tone(Tone::Ink)));
                    let count = t("elements-cell-of")
                        .with("number", cited.map_or(0, Vec::len))
                        .with("limit", CELL);
                    place.spawn(text(count, Type::LABEL.tone(Tone::Ink2)));
                });
            });
        }
    });
}

/// Before whose courts an item may be put, as far as the team knows.
fn courts(form: &Form, item: &ItemView) -> Words {
    match (item.admissible, item.admissible_there) {
        (true, true) => t("elements-both"),
        (true, false) => t("elements-here"),
        (false, true) => t("elements-there").with("team", form.partner),
        (false, false) => t("elements-no-court"),
    }
}

/// One item for one element, or not.
fn mark(line: &mut Parent, form: &Form, element: &ElementView, item: &ItemView) {
    let cell = form.theory.elements.get(element.id.index());
    let on = cell.is_some_and(|cell| cell.contains(&item.id));
    let node = Node {
        width: px(CELL_WIDTH),
        min_height: px(32),
        flex_shrink: 0.0,
        border: px(1).all(),
        align_items: AlignItems::Center,
        justify_content: JustifyContent::Center,
        ..default()
    };
    let name = t("elements-mark")
        .with("kind", family("elements-kind", element.kind.key()))
        .with("item", plain(number(item)));
    let act: Action = (form.act)(Change::Prove(element.id, item.id));
    let look = control(Look::Quiet, Role::CheckBox, name);
    let mut spawned = line.spawn((node, look, OnPaper, act));
    spawned.with_children(|place| {
        let node = Node {
            width: px(18),
            height: px(18),
            border: px(1).all(),
            border_radius: BorderRadius::all(px(3)),
            align_items: AlignItems::Center,
            justify_content: JustifyContent::Center,
            ..default()
        };
        let fill = if on { Tone::Ink } else { Tone::Paper };
        place
            .spawn((node, Fill(fill), Edge::All(Tone::PaperRuleStrong)))
            .with_children(|tick| {
                if on {
                    tick.spawn(icon(Icon::Check, 13.0, Tone::Paper));
                }
            });
    });
    if on {
        spawned.insert(Chosen);
    }
}
