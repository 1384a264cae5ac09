//! What JOIN shows: the ticket's field and the name's, how it goes, and what there is to go back to.

use bevy::prelude::*;

use super::{JoinAction, Joining, NAME, Part, TICKET};
use crate::app::action::Action;
use crate::app::i18n::{plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5, GAP_6};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{panel, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;

pub(super) fn build(parent: &mut Parent, joining: &Joining) {
    let head = Node {
        padding: UiRect::new(px(GAP_6), px(GAP_6), px(GAP_5), px(GAP_2)),
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    parent.spawn(head).with_children(|head| {
        head.spawn(icon(Icon::People, 24.0, Tone::Text2));
        head.spawn(text(t("join-title"), Type::TITLE));
        head.spawn(grow());
        Button::normal(t("common-back"), Action::Go(Screen::Home))
            .icon(Icon::ChevronLeft)
            .spawn(head);
    });
    let padding = UiRect::axes(px(GAP_6), px(GAP_3));
    scroll::area(parent, padding, GAP_4, false, |page| {
        page.spawn(text(t("join-how"), Type::BODY.tone(Tone::Text2)));
        let columns = Node {
            flex_wrap: FlexWrap::Wrap,
            column_gap: px(GAP_4),
            row_gap: px(GAP_4),
            align_items: AlignItems::Start,
            ..default()
        };
        page.spawn(columns).with_children(|columns| {
            let node = Node {
                flex_grow: 2.0,
                flex_basis: px(560),
                padding: px(GAP_4).all(),
                row_gap: px(GAP_3),
                ..default()
            };
            columns
                .spawn(panel(node))
                .with_children(|own| ticket(own, joining));
            let node = Node {
                flex_grow: 1.0,
                flex_basis: px(320),
                padding: px(GAP_4).all(),
                row_gap: px(GAP_3),
                ..default()
            };
            columns.spawn(panel(node)).with_children(|side| {
                side.spawn((column(GAP_3), Part::Had))
                    .with_children(|place| had(place, joining));
                side.spawn(rule(Tone::Rule));
                side.spawn((column(GAP_2), Part::Found))
                    .with_children(|place| found(place, joining));
                side.spawn(rule(Tone::Rule));
                side.spawn(text(t("join-seats"), Type::BODY.bold()));
                for key in ["join-seats-lead", "join-seats-officer", "join-seats-watch"] {
                    side.spawn(text(t(key), Type::BODY.tone(Tone::Text2)));
                }
            });
        });
    });
}

fn ticket(own: &mut Parent, joining: &Joining) {
    own.spawn(text(t("join-ticket"), Type::HEAD));
    own.spawn(text(t("join-ticket-where"), Type::LABEL));
    let mut field = Field::new(TICKET, t("join-ticket"), t("join-ticket-hint"));
    field.value.clone_from(&joining.ticket);
    field.max = 60;
    // Who has a seat most likely goes back to it.
    field.first = joining.had.is_none();
    own.spawn(Node::default()).with_children(|line| {
        field.spawn(line);
    });
    own.spawn(text(t("join-name"), Type::HEAD));
    own.spawn(text(t("join-name-why"), Type::LABEL));
    let mut field = Field::new(NAME, t("join-name"), t("join-name-hint"));
    field.value.clone_from(&joining.name);
    field.max = 40;
    own.spawn(Node::default()).with_children(|line| {
        field.spawn(line);
    });
    own.spawn((column(GAP_3), Part::Status))
        .with_children(|place| status(place, joining));
}

/// How it goes, and what can be done about it.
pub(super) fn status(place: &mut Parent, joining: &Joining) {
    let (sign, tone, words) = match (&joining.far, &joining.why) {
        (Some(far), _) => match &far.lost {
            Some(why) => {
                let address = far.pass.ticket.address.to_string();
                let words = t("join-trying").with("address", address.as_str());
                (
                    Icon::Warning,
                    Tone::Alert,
                    Some((words, Some(plain(why.as_str())))),
                )
            }
            None => (Icon::Clock, Tone::Text2, Some((t("join-going"), None))),
        },
        (None, _) if joining.seeks.is_some() => {
            (Icon::Search, Tone::Text2, Some((t("join-seeking"), None)))
        }
        (None, Some(why)) => (Icon::Warning, Tone::Alert, Some((why.clone(), None))),
        (None, None) => (Icon::Info, Tone::Text2, None),
    };
    if let Some((words, detail)) = words {
        let node = Node {
            align_items: AlignItems::Start,
            ..row(GAP_2)
        };
        place.spawn(node).with_children(|line| {
            line.spawn(icon(sign, 18.0, tone));
            let both = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(2.0)
            };
            line.spawn(both).with_children(|both| {
                both.spawn(text(words, Type::BODY));
                if let Some(detail) = detail {
                    both.spawn(text(detail, Type::LABEL));
                }
            });
        });
    }
    place.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(grow());
        if joining.far.is_some() || joining.seeks.is_some() {
            Button::normal(t("join-cancel"), Action::Join(JoinAction::Cancel))
                .icon(Icon::Close)
                .spawn(line);
        }
        Button::primary(t("join-take"), Action::Join(JoinAction::Take))
            .icon(Icon::ChevronRight)
            .spawn(line);
    });
}

pub(super) fn had(place: &mut Parent, joining: &Joining) {
    place.spawn(text(t("join-had"), Type::BODY.bold()));
    match &joining.had {
        Some(pass) => {
            let words = if pass.name.is_empty() {
                t("join-had-nobody")
            } else {
                t("join-had-who").with("who", pass.name.as_str())
            };
            place.spawn(text(words, Type::BODY.tone(Tone::Text2)));
            Button::normal(t("join-return"), Action::Join(JoinAction::Return))
                .icon(Icon::Play)
                .key(KeyCode::KeyB)
                .first()
                .spawn(place);
        }
        None => {
            place.spawn(text(t("join-had-none"), Type::BODY.tone(Tone::Text2)));
        }
    }
}

/// The tables that the network has.
pub(super) fn found(place: &mut Parent, joining: &Joining) {
    place.spawn(text(t("join-found"), Type::BODY.bold()));
    if joining.tables.is_empty() {
        place.spawn(text(t("join-found-none"), Type::BODY.tone(Tone::Text2)));
    }
    for table in joining.tables.iter().take(6) {
        place.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(icon(Icon::Monitor, 16.0, Tone::Text2));
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                ..column(0.0)
            };
            line.spawn(words).with_children(|words| {
                words.spawn(text(plain(table.name.as_str()), Type::BODY));
                words.spawn(text(plain(table.title.as_str()), Type::LABEL));
            });
        });
    }
}
