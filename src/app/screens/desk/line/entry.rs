//! One entry of the liaison line in words, as a tile and in full.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::desk::bar::hours;
use crate::app::screens::desk::cards::{code, delivery_icon};
use crate::app::screens::folder::FolderAction;
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, R_PANEL};
use crate::app::theme::{Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::team_sign;
use crate::app::widgets::press::{Look, control};
use crate::drawing::icon::Icon;
use crate::scenario::ids::{ItemId, Team};
use crate::session::SeatEnd;
use crate::view::{LineEntry, LineWhat};

/// One entry in words.
pub(super) struct Entry {
    /// `None` for whoever belongs to neither service.
    from: Option<Team>,
    sign: Icon,
    title: Words,
    when: Words,
    text: Words,
    item: Option<ItemId>,
}

impl Entry {
    pub(super) fn of(entry: &LineEntry, seat: &SeatEnd) -> Self {
        let own = seat.case.team;
        let service = |team: Team| &seat.case.services[team.index()].short;
        let start = u32::from(seat.case.services[own.index()].start_minute);
        let at = hours(start.saturating_add(entry.at.0));
        let when = t("desk-when")
            .with("round", entry.round)
            .with("at", at.as_str());
        let item = |id: ItemId| seat.view.folder.iter().find(|item| item.id == id);
        let named = |id: ItemId| match item(id) {
            Some(item) => {
                let title = item.title.as_ref().map_or_else(|| case(&item.text), case);
                t("desk-item")
                    .with("code", code(item).as_str())
                    .with("title", title)
            }
            None => plain(""),
        };
        match &entry.what {
            LineWhat::Message { from, text } => Entry {
                from: Some(*from),
                sign: Icon::Speech,
                title: if *from == own {
                    t("desk-we-wrote")
                } else {
                    case(service(*from))
                },
                when,
                text: plain(text.clone()),
                item: None,
            },
            LineWhat::Arrived {
                item,
                form,
                channel,
            } => Entry {
                from: Some(own.other()),
                sign: Icon::Folder,
                title: t("desk-arrived")
                    .with("team", service(own.other()))
                    .with("form", family("desk-form", form.key()))
                    .with("channel", family("desk-channel", channel.key())),
                when,
                text: named(*item),
                item: Some(*item),
            },
            LineWhat::Sent {
                item,
                form,
                channel,
                arrives,
            } => Entry {
                from: Some(own),
                sign: Icon::Send,
                title: t(if *arrives > entry.round {
                    "desk-under-way"
                } else {
                    "desk-sent"
                })
                .with("form", family("desk-form", form.key()))
                .with("channel", family("desk-channel", channel.key()))
                .with("round", *arrives),
                when,
                text: named(*item),
                item: Some(*item),
            },
            LineWhat::Inject {
                from, via, text, ..
            } => Entry {
                from: None,
                sign: delivery_icon(*via),
                title: t("desk-inject")
                    .with("via", family("desk-via", via.key()))
                    .with("from", from),
                when,
                text: case(text),
                item: None,
            },
        }
    }

    pub(super) fn edge(&self) -> Tone {
        self.from
            .map_or(Tone::RuleStrong, |team| team_tones(team)[0])
    }
}

/// The strip at the left that names the sender.
pub(super) fn edge(tile: &mut Parent, tone: Tone) {
    let node = Node {
        position_type: PositionType::Absolute,
        left: px(-1),
        top: px(-1),
        bottom: px(-1),
        width: px(4),
        border_radius: BorderRadius::left(px(R_PANEL)),
        ..default()
    };
    tile.spawn((node, Fill(tone), Pickable::IGNORE));
}

pub(super) fn title(line: &mut Parent, entry: &Entry) {
    match entry.from {
        Some(team) => {
            line.spawn(team_sign(team, 12.0, false));
            line.spawn(icon(entry.sign, 14.0, Tone::Text2));
        }
        None => {
            line.spawn(icon(entry.sign, 14.0, Tone::Text2));
        }
    }
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        height: px(Type::LABEL.size.px().1),
        overflow: Overflow::clip(),
        ..default()
    };
    line.spawn(node).with_children(|place| {
        place.spawn(text(
            entry.title.clone(),
            Type::LABEL.bold().tone(Tone::Text).one_line(),
        ));
    });
    line.spawn(text(entry.when.clone(), Type::LABEL.one_line()));
}

/// A tile of the strip; it opens the whole line, since it may show less than all of its words.
pub(super) fn tile(strip: &mut Parent, entry: &Entry) {
    let node = Node {
        // A lone tile takes the room that there is.
        flex_basis: px(320),
        flex_grow: 1.0,
        flex_shrink: 0.0,
        min_width: px(0),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        padding: UiRect::new(px(14), px(10), px(8), px(8)),
        overflow: Overflow::clip(),
        flex_direction: FlexDirection::Column,
        row_gap: px(4),
        ..default()
    };
    let look = control(Look::Card, Role::Button, entry.title.clone());
    strip
        .spawn((node, look, Action::Desk(DeskAction::Line)))
        .with_children(|tile| {
            edge(tile, entry.edge());
            tile.spawn(row(GAP_2))
                .with_children(|line| title(line, entry));
            body(tile, entry, 3, true);
        });
}

/// The words, and the way to the item that they speak of.
pub(super) fn body(tile: &mut Parent, entry: &Entry, lines: u8, clipped: bool) {
    let height = f32::from(lines) * Type::BODY.size.px().1;
    let node = Node {
        align_items: AlignItems::Start,
        ..row(GAP_2)
    };
    tile.spawn(node).with_children(|body| {
        let mut words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        if clipped {
            words.max_height = px(height);
            words.overflow = Overflow::clip();
        }
        body.spawn(words).with_children(|words| {
            words.spawn(text(entry.text.clone(), Type::BODY));
        });
        if let Some(item) = entry.item {
            let open = Action::Folder(FolderAction::Open(item));
            Button::normal(t("common-open"), open).small().spawn(body);
        }
    });
}
