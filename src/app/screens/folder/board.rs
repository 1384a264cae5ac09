//! JOINT BOARD: what both services hold, what is on its way, and what to do while it is empty.

use std::sync::Arc;

use bevy::prelude::*;

use super::FolderAction;
use super::card::card;
use super::words::{channel, partner, sending};
use crate::app::action::Action;
use crate::app::client::Play;
use crate::app::focus::ArrowGroup;
use crate::app::i18n::{Words, family, t};
use crate::app::picture::icon;
use crate::app::screens::desk::chart::board::links;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type, team_tones};
use crate::app::wake::Wake;
use crate::app::widgets::panel::{count, panel, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::session::SeatEnd;
use crate::view::{BoardLink, ItemView};

/// What the board was last built from.
#[derive(Component, Clone, Debug, PartialEq)]
pub struct Built {
    round: u8,
    folder: Arc<Vec<ItemView>>,
    links: Vec<BoardLink>,
}

impl Built {
    fn of(seat: &SeatEnd) -> Self {
        Self {
            round: seat.view.clock.round,
            folder: seat.view.folder.clone(),
            links: seat.view.board.clone(),
        }
    }
}

/// How many items both services hold: for the tab.
#[must_use]
pub fn size(seat: &SeatEnd) -> usize {
    seat.view.folder.iter().filter(|item| item.joint).count()
}

/// The work surface of the tab.
pub fn board(parent: &mut Parent, seat: &SeatEnd) {
    scroll::area(parent, px(GAP_3).all(), GAP_3, false, |page| {
        page.spawn((column(GAP_3), Built::of(seat)))
            .with_children(|page| fill(page, seat));
    });
}

/// Builds the board anew when something was passed on or has arrived.
pub fn refresh(
    play: Res<Play>,
    mut boards: Query<(Entity, &mut Built)>,
    mut wake: ResMut<Wake>,
    mut commands: Commands,
) {
    for (entity, mut built) in &mut boards {
        let now = Built::of(play.seat());
        if *built != now {
            *built = now;
            wake.soon();
            let mut place = commands.entity(entity);
            place
                .despawn_related::<Children>()
                .with_children(|page| fill(page, play.seat()));
        }
    }
}

fn fill(page: &mut Parent, seat: &SeatEnd) {
    let folder = &seat.view.folder;
    let ours: Vec<&ItemView> = folder
        .iter()
        .filter(|item| item.received.is_none() && item.joint)
        .collect();
    let theirs: Vec<&ItemView> = folder
        .iter()
        .filter(|item| item.received.is_some())
        .collect();
    let round = seat.view.clock.round;
    let goes = |item: &&ItemView| item.shared.iter().any(|sent| sent.arrives > round);
    let going: Vec<&ItemView> = folder.iter().filter(goes).collect();
    page.spawn(text(t("board-what"), Type::BODY.tone(Tone::Text2)));
    let halves = Node {
        display: Display::Grid,
        grid_template_columns: RepeatedGridTrack::flex(2, 1.0),
        column_gap: px(GAP_3),
        align_items: AlignItems::Start,
        ..default()
    };
    page.spawn(halves).with_children(|halves| {
        halves.spawn(column(GAP_2)).with_children(|half| {
            let title = t("board-ours").with("team", partner(&seat.case));
            head(half, seat, true, title, ours.len());
            let empty = t("board-ours-empty").with("team", partner(&seat.case));
            cards(half, seat, &ours, empty, |item| arrived(item, round));
            if !going.is_empty() {
                half.spawn(Node {
                    padding: UiRect::top(px(8)),
                    ..row(GAP_2)
                })
                .with_children(|line| {
                    line.spawn(icon(Icon::Clock, 16.0, Tone::Text2));
                    line.spawn(text(t("board-going"), Type::BODY.bold()));
                    count(line, going.len());
                });
                cards(half, seat, &going, t("board-going"), |item| {
                    item.shared
                        .iter()
                        .rfind(|sent| sent.arrives > round)
                        .map(|sent| sending(sent, round))
                });
            }
        });
        halves.spawn(column(GAP_2)).with_children(|half| {
            let title = t("board-theirs").with("team", partner(&seat.case));
            head(half, seat, false, title, theirs.len());
            let empty = t("board-theirs-empty").with("team", partner(&seat.case));
            cards(half, seat, &theirs, empty, received);
        });
    });
    links(page, seat);
}

fn head(half: &mut Parent, seat: &SeatEnd, own: bool, title: Words, number: usize) {
    let team = if own {
        seat.case.team
    } else {
        seat.case.team.other()
    };
    half.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(team_sign(team, 14.0, false));
        line.spawn(text(title, Type::BODY.bold().tone(team_tones(team)[0])));
        count(line, number);
        line.spawn(grow());
    });
}

fn cards(
    half: &mut Parent,
    seat: &SeatEnd,
    items: &[&ItemView],
    empty: Words,
    words: impl Fn(&ItemView) -> Option<Words>,
) {
    if items.is_empty() {
        half.spawn(panel(Node {
            padding: px(GAP_3).all(),
            ..default()
        }))
        .with_children(|panel| {
            panel.spawn(text(empty, Type::BODY.tone(Tone::Text2)));
        });
        return;
    }
    half.spawn((column(GAP_2), ArrowGroup))
        .with_children(|list| {
            for item in items {
                let open = Action::Folder(FolderAction::OpenOnBoard(item.id));
                card(
                    list,
                    item,
                    &seat.case,
                    seat.view.clock.round,
                    words(item),
                    open,
                );
            }
        });
}

/// The fullest of what has arrived of it.
fn arrived(item: &ItemView, round: u8) -> Option<Words> {
    let there = item.shared.iter().filter(|sent| sent.arrives <= round);
    let best = there.min_by_key(|sent| (sent.form, std::cmp::Reverse(sent.channel)))?;
    Some(sending(best, round))
}

fn received(item: &ItemView) -> Option<Words> {
    let received = item.received.as_ref()?;
    let words = t("board-received")
        .with("form", family("folder-form", item.form.key()))
        .with("channel", channel(received.channel))
        .with("round", received.round);
    Some(words)
}
