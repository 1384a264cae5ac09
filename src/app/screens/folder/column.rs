//! The column itself: head, search, filter, cards, and what can be done with the selected one.

use std::sync::Arc;

use bevy::prelude::*;
use bevy::ui_widgets::ScrollArea;

use super::card::kind_icon;
use super::slots;
use super::words::{number, partner};
use super::{Filter, FolderAction, FolderUi, Origin, SEARCH};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::screens::liaison::LiaisonAction;
use crate::app::text::{Parent, column as stack, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, HEAD};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::wake::Wake;
use crate::app::widgets::button::Button;
use crate::app::widgets::choice::segments;
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{chip_in, count};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::{About, Refusal};
use crate::scenario::ids::ItemId;
use crate::session::SeatEnd;
use crate::view::{ItemView, KnownView, SubjectView};

/// A card of the folder's list.
#[derive(Component, Clone, Copy, Debug)]
pub struct InList;

/// What the parts of the column were last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    part: Part,
    filter: Filter,
    choices: bool,
    selected: Option<ItemId>,
    round: u8,
    folder: Arc<Vec<ItemView>>,
    known: Vec<KnownView>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Head,
    Filter,
    List,
    Subject,
    Foot,
}

impl Built {
    fn of(part: Part, seat: &SeatEnd, ui: &FolderUi) -> Self {
        let foot = part == Part::Foot;
        Self {
            part,
            filter: ui.filter.clone(),
            choices: part == Part::Filter && ui.choices,
            selected: foot.then(|| ui.selected(&seat.view)).flatten(),
            round: seat.view.clock.round,
            folder: seat.view.folder.clone(),
            known: if part == Part::Subject {
                seat.view.liaison.known.clone()
            } else {
                Vec::new()
            },
        }
    }
}

/// The right column of the desk, into a panel 336 wide. Once built it keeps itself up to date.
pub fn column(panel: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    let head = Node {
        min_height: px(HEAD),
        flex_shrink: 0.0,
        padding: UiRect::horizontal(px(GAP_3)),
        border: UiRect::bottom(px(1)),
        ..row(GAP_2)
    };
    part(panel, (head, Edge::All(Tone::Rule)), Part::Head, seat, ui);
    let find = Node {
        padding: UiRect::new(px(8), px(8), px(8), px(0)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    panel.spawn(find).with_children(|find| {
        let mut field = Field::new(SEARCH, t("folder-search"), t("folder-search-hint"));
        field.value.clone_from(&ui.filter.search);
        field.icon = Some(Icon::Search);
        field.spawn(find);
        let words = t("folder-filter");
        Button::icon_only(Icon::Filter, words, Action::Folder(FolderAction::Filter)).spawn(find);
    });
    let choices = Node {
        padding: UiRect::horizontal(px(8)),
        flex_shrink: 0.0,
        ..stack(GAP_2)
    };
    part(panel, choices, Part::Filter, seat, ui);
    scroll::area(
        panel,
        UiRect::new(px(8), px(13), px(8), px(8)),
        GAP_2,
        false,
        |list| {
            part(list, (stack(GAP_2), ArrowGroup), Part::List, seat, ui);
        },
    );
    part(
        panel,
        Node {
            flex_shrink: 0.0,
            ..stack(6.0)
        },
        Part::Subject,
        seat,
        ui,
    );
    let foot = Node {
        padding: px(8).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    part(panel, (foot, Edge::All(Tone::Rule)), Part::Foot, seat, ui);
}

fn part(parent: &mut Parent, place: impl Bundle, part: Part, seat: &SeatEnd, ui: &FolderUi) {
    parent
        .spawn((place, Built::of(part, seat, ui)))
        .with_children(|place| fill(place, part, seat, ui));
}

/// Builds anew the parts that have changed.
pub fn refresh(
    play: Res<Play>,
    ui: Res<FolderUi>,
    mut parts: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    let seat = play.seat();
    for (entity, mut built) in &mut parts {
        let now = Built::of(built.part, seat, &ui);
        if *built == now {
            continue;
        }
        let kind = built.part;
        *built = now;
        wake.soon();
        let mut place = commands.entity(entity);
        place
            .despawn_related::<Children>()
            .with_children(|place| fill(place, kind, seat, &ui));
    }
}

fn fill(place: &mut Parent, part: Part, seat: &SeatEnd, ui: &FolderUi) {
    match part {
        Part::Head => head(place, seat, ui),
        Part::Filter => choices(place, seat, ui),
        Part::List => list(place, seat, ui),
        Part::Subject => with_subject(place, seat, ui),
        Part::Foot => foot(place, seat, ui),
    }
}

fn head(head: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    let folder = &seat.view.folder;
    head.spawn(text(t("folder-title"), Type::BODY.bold().one_line()));
    count(head, folder.len());
    head.spawn(grow());
    if !ui.filter.narrows() {
        return;
    }
    let shown = ui.filter.shown(folder).len();
    let words = t("folder-shown")
        .with("shown", shown)
        .with("all", folder.len());
    head.spawn(text(words, Type::LABEL.one_line()));
    let close = Action::Folder(FolderAction::ShowAll);
    Button::icon_only(Icon::Close, t("folder-show-all"), close)
        .small()
        .spawn(head);
}

fn choices(place: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    if let Some(subject) = ui
        .filter
        .subject
        .and_then(|id| subjects(seat).find(|s| s.id == id))
    {
        let about = Node {
            padding: UiRect::top(px(8)),
            flex_wrap: FlexWrap::Wrap,
            ..row(GAP_2)
        };
        place.spawn(about).with_children(|line| {
            line.spawn(text(t("folder-speaks-of"), Type::LABEL));
            chip_in(
                line,
                Some(kind_icon(subject.kind)),
                case(&subject.name),
                Tone::Accent,
                Tone::Text,
            );
        });
    }
    if !ui.choices {
        return;
    }
    place
        .spawn(Node {
            padding: UiRect::top(px(8)),
            ..row(0.0)
        })
        .with_children(|line| {
            let words = |origin: Origin| family("folder-origin", origin.key());
            let choose = |origin: Origin| {
                (
                    words(origin),
                    ui.filter.origin == origin,
                    Action::Folder(FolderAction::Origin(origin)),
                )
            };
            segments(line, Origin::ALL.map(choose));
        });
    let mut named: Vec<&SubjectView> = Vec::new();
    for subject in subjects(seat) {
        if !named.iter().any(|before| before.id == subject.id) {
            named.push(subject);
        }
    }
    place.spawn(text(t("folder-only-about"), Type::LABEL));
    let node = Node {
        flex_wrap: FlexWrap::Wrap,
        column_gap: px(6),
        row_gap: px(6),
        padding: px(4).all(),
        max_height: px(176),
        overflow: Overflow::scroll_y(),
        ..default()
    };
    place
        .spawn((node, ScrollArea, ArrowGroup))
        .with_children(|line| {
            for subject in named {
                let chosen = ui.filter.subject == Some(subject.id);
                let next = if chosen { None } else { Some(subject.id) };
                Button::normal(
                    case(&subject.name),
                    Action::Folder(FolderAction::Subject(next)),
                )
                .icon(kind_icon(subject.kind))
                .small()
                .chosen(chosen)
                .spawn(line);
            }
        });
}

fn subjects(seat: &SeatEnd) -> impl Iterator<Item = &SubjectView> {
    seat.view.folder.iter().flat_map(|item| &item.subjects)
}

fn list(list: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    let shown = ui.filter.shown(&seat.view.folder);
    if shown.is_empty() {
        let words = if seat.view.folder.is_empty() {
            "folder-empty"
        } else {
            "folder-none-shown"
        };
        list.spawn(Node {
            padding: px(8).all(),
            ..stack(GAP_2)
        })
        .with_children(|empty| {
            empty.spawn(text(t(words), Type::BODY.tone(Tone::Text2)));
            if !seat.view.folder.is_empty() {
                empty.spawn(row(0.0)).with_children(|line| {
                    Button::normal(t("folder-show-all"), Action::Folder(FolderAction::ShowAll))
                        .spawn(line);
                });
            }
        });
    }
    if shown.len() > slots::WHOLE {
        slots::list(list, &shown, seat);
        return;
    }
    for item in shown {
        slots::fill(list, item, seat);
    }
}

/// What can be asked about the subject that the folder is narrowed to.
fn with_subject(place: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    let Some(id) = ui.filter.subject else { return };
    let known = seat.view.liaison.known.iter();
    let Some(known) = known.into_iter().find(|known| known.subject.id == id) else {
        return;
    };
    let node = Node {
        padding: px(GAP_2).all(),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..stack(6.0)
    };
    place
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|place| {
            let words = t("liaison-with").with("name", &known.subject.name);
            place.spawn(text(words, Type::LABEL));
            place.spawn(row(GAP_2)).with_children(|line| {
                let about = About::Subject(id);
                let query = Action::Liaison(LiaisonAction::QueryAbout(about));
                let off = known.query.map(|why| family("refusal", why.key()));
                Button::normal(t("liaison-with-query"), query)
                    .icon(Icon::Target)
                    .small()
                    .off(off)
                    .spawn(line);
                let ask = Action::Liaison(LiaisonAction::Ask(Some(id)));
                Button::normal(t("liaison-with-ask"), ask)
                    .icon(Icon::Question)
                    .small()
                    .spawn(line);
            });
            let words = t("liaison-with-detail").with("team", partner(&seat.case));
            place.spawn(text(words, Type::LABEL));
        });
}

fn foot(foot: &mut Parent, seat: &SeatEnd, ui: &FolderUi) {
    let selected = ui.selected(&seat.view);
    let item = selected.and_then(|id| seat.view.folder.iter().find(|item| item.id == id));
    let Some(item) = item else {
        foot.spawn(text(t("folder-nothing-selected"), Type::LABEL));
        return;
    };
    let place = Node {
        min_width: px(40),
        ..default()
    };
    foot.spawn(place).with_children(|place| {
        place.spawn(text(plain(number(item)), Type::LABEL.mono().one_line()));
    });
    foot.spawn(grow());
    Button::normal(
        t("common-read"),
        Action::Folder(FolderAction::Open(item.id)),
    )
    .small()
    .spawn(foot);
    Button::primary(
        t("folder-share"),
        Action::Folder(FolderAction::Share(item.id)),
    )
    .icon(Icon::Send)
    .key(KeyCode::KeyS)
    .small()
    .off(not_shareable(item))
    .spawn(foot);
}

/// Why there is no dialog for it at all: the partner's items have no way onward.
pub fn not_shareable(item: &ItemView) -> Option<Words> {
    let came = Refusal::ItemFromPartner { item: item.id };
    item.ways.is_empty().then(|| family("refusal", came.key()))
}
