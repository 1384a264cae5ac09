//! Who else sits at this desk, on laptops of their own, and what each of them looks at.

use bevy::prelude::*;

use super::{DeskTab, Scene};
use crate::app::client::Play;
use crate::app::cursors;
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::screens::Screen;
use crate::app::screens::folder::item::Built;
use crate::app::screens::folder::words::number;
use crate::app::screens::set_piece::Playing;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Edge, Tone, Type};
use crate::drawing::icon::Icon;
use crate::net::wire::Role;
use crate::protocol::together::Looking;
use crate::session::SeatEnd;

/// So many colleagues are named; more are counted.
const NAMED: usize = 3;

/// The colleagues under the officers, if there are any.
pub(super) fn build(parent: &mut Parent, scene: &Scene) {
    let Some(far) = scene.far else { return };
    let own = far.role.and_then(Role::team);
    let others: Vec<_> = far
        .people
        .iter()
        .filter(|person| person.role.team() == own && own.is_some())
        .collect();
    // Alone at the desk one needs no list of oneself.
    if others.len() < 2 {
        return;
    }
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(2.0)
    };
    parent
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|list| {
            list.spawn(text(t("desk-at-this-desk"), Type::LABEL.one_line()));
            for person in others.iter().take(NAMED) {
                list.spawn(row(6.0)).with_children(|line| {
                    let lead = matches!(person.role, Role::Lead(_));
                    let sign = if lead { Icon::Flag } else { Icon::Person };
                    line.spawn(icon(sign, 13.0, Tone::Text2));
                    let clips = Node {
                        flex_grow: 1.0,
                        flex_basis: px(0),
                        min_width: px(0),
                        overflow: Overflow::clip(),
                        ..default()
                    };
                    line.spawn(clips).with_children(|name| {
                        let words = if person.name.is_empty() {
                            t(if lead {
                                "desk-lead"
                            } else {
                                "desk-officer-mate"
                            })
                        } else {
                            plain(person.name.as_str())
                        };
                        name.spawn(text(words, Type::BODY.one_line()));
                    });
                    let (words, tone) = match (person.here, person.looking) {
                        (false, _) => (t("host-away"), Tone::Alert),
                        (true, Some(looking)) => (place(scene.seat, looking), Tone::Text2),
                        (true, None) => (plain(""), Tone::Text2),
                    };
                    line.spawn(text(words, Type::LABEL.tone(tone).one_line()));
                });
            }
            if others.len() > NAMED {
                let more = t("desk-more-colleagues").with("number", others.len() - NAMED);
                list.spawn(text(more, Type::LABEL.one_line()));
            }
        });
}

/// Where somebody looks, in a word.
fn place(seat: &SeatEnd, looking: Looking) -> Words {
    match looking {
        Looking::Map => t("desk-tab-map"),
        Looking::Chart => t("desk-tab-chart"),
        Looking::Board => t("desk-tab-board"),
        Looking::Plan => t("desk-tab-plan"),
        Looking::Theory => t("desk-tab-theory"),
        Looking::Item(id) => {
            let item = seat.view.folder.iter().find(|item| item.id == id);
            item.map_or_else(|| plain(""), |item| plain(number(item)))
        }
        Looking::SetPiece(_) => t("desk-in-set-piece"),
        Looking::Elsewhere => plain(""),
    }
}

/// Tells the colleagues where this person looks.
pub(super) fn look(
    screen: Res<State<Screen>>,
    tab: Res<DeskTab>,
    pages: Query<&Built>,
    playing: Option<Res<Playing>>,
    pointer: cursors::Own,
    mut play: ResMut<Play>,
) {
    if play.far().is_none() {
        return;
    }
    let looking = match (**screen, &playing) {
        (_, Some(playing)) => Looking::SetPiece(playing.0),
        (Screen::Desk, None) => match (pages.iter().next().map(Built::id), *tab) {
            (Some(item), _) => Looking::Item(item),
            (None, DeskTab::Map) => Looking::Map,
            (None, DeskTab::Chart) => Looking::Chart,
            (None, DeskTab::Board) => Looking::Board,
            (None, DeskTab::Plan) => Looking::Plan,
            (None, DeskTab::Theory) => Looking::Theory,
        },
        _ => Looking::Elsewhere,
    };
    if let Some(far) = play.bypass_change_detection().far_mut() {
        far.look(looking, pointer.cursor());
    }
}
