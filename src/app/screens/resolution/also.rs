//! What else happened in the round, and what comes next.

use bevy::prelude::*;

use super::card::number;
use super::{local, span};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::liaison::said;
use crate::app::text::{Parent, column as under, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, R_CONTROL};
use crate::app::theme::{Edge, Fill, Tone, Type, team_tones};
use crate::app::widgets::panel::{count, head, panel};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::scenario::ids::{ItemId, Team};
use crate::session::SeatEnd;
use crate::view::{LineEntry, LineWhat};

/// The column at the right of the report.
pub fn column(parent: &mut Parent, seat: &SeatEnd) {
    let node = Node {
        width: px(404),
        flex_shrink: 0.0,
        min_height: px(0),
        ..under(GAP_2)
    };
    parent.spawn(node).with_children(|side| {
        let round = seat.view.clock.round;
        let entries: Vec<&LineEntry> = seat
            .view
            .line
            .iter()
            .filter(|entry| entry.round == round)
            // It stands at the head of the report.
            .filter(|entry| !matches!(entry.what, LineWhat::Ran { .. }))
            .collect();
        let node = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..default()
        };
        side.spawn(panel(node)).with_children(|panel| {
            head(panel, t("resolution-also"), |end| {
                if !entries.is_empty() {
                    count(end, entries.len());
                }
            });
            scroll::area(panel, px(GAP_2).all(), GAP_2, false, |page| {
                if entries.is_empty() {
                    let node = Node {
                        padding: px(GAP_2).all(),
                        ..default()
                    };
                    page.spawn(node).with_children(|place| {
                        place.spawn(text(
                            t("resolution-also-none"),
                            Type::BODY.tone(Tone::Text2),
                        ));
                    });
                }
                for entry in entries {
                    tile(page, seat, entry);
                }
            });
        });
        next(side, seat);
    });
}

/// What a tile says: whose edge it has, its sign, its head and its text.
struct Tile {
    edge: Tone,
    sign: Icon,
    alarm: bool,
    head: Words,
    text: Option<Words>,
}

fn tile(page: &mut Parent, seat: &SeatEnd, entry: &LineEntry) {
    let tile = told(seat, &entry.what);
    let node = Node {
        padding: UiRect::axes(px(GAP_3), px(GAP_2)),
        border: UiRect::left(px(4)),
        border_radius: BorderRadius::all(px(R_CONTROL)),
        flex_shrink: 0.0,
        ..under(4.0)
    };
    page.spawn((node, Fill(Tone::Room2), Edge::All(tile.edge)))
        .with_children(|place| {
            let head = Node {
                align_items: AlignItems::Start,
                ..row(GAP_2)
            };
            place.spawn(head).with_children(|line| {
                let ink = if tile.alarm { Tone::Alert } else { Tone::Text2 };
                line.spawn(icon(tile.sign, 16.0, ink))
                    .entry::<Node>()
                    .and_modify(|mut node| {
                        node.margin = UiRect::top(px(2));
                    });
                line.spawn(Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..under(0.0)
                })
                .with_children(|words| {
                    words.spawn(text(tile.head, Type::BODY.bold()));
                });
                let at = local(&seat.case, seat.case.team, entry.at.0);
                line.spawn(text(plain(at), Type::LABEL.one_line()));
            });
            if let Some(words) = tile.text {
                place.spawn(text(words, Type::BODY.anywhere()));
            }
        });
}

fn told(seat: &SeatEnd, what: &LineWhat) -> Tile {
    let own = seat.case.team;
    let short = |team: Team| &seat.case.services[team.index()].short;
    if let Some(said) = said::said(seat, what) {
        let edge = said.from.map(|team| team_tones(team)[0]);
        return Tile {
            edge: edge.unwrap_or(if said.alarm {
                Tone::Alert
            } else {
                Tone::RuleStrong
            }),
            sign: said::sign(what),
            alarm: said.alarm,
            head: said.head,
            text: Some(said.text),
        };
    }
    match what {
        LineWhat::Message { from, text } => Tile {
            edge: team_tones(*from)[0],
            sign: Icon::Speech,
            alarm: false,
            head: if *from == own {
                t("resolution-wrote")
            } else {
                t("resolution-message").with("team", short(*from))
            },
            text: Some(plain(text.clone())),
        },
        LineWhat::Arrived {
            item,
            form,
            channel,
        } => Tile {
            edge: team_tones(own.other())[0],
            sign: Icon::Folder,
            alarm: false,
            head: t("resolution-arrived")
                .with("number", named(seat, *item))
                .with("team", short(own.other()))
                .with("form", family("resolution-form", form.key()))
                .with("channel", family("resolution-channel", channel.key())),
            text: content(seat, *item),
        },
        LineWhat::Sent {
            item,
            form,
            channel,
            arrives,
        } => Tile {
            edge: team_tones(own)[0],
            sign: Icon::Send,
            alarm: false,
            head: t("resolution-sent")
                .with("number", named(seat, *item))
                .with("form", family("resolution-form", form.key()))
                .with("channel", family("resolution-channel", channel.key())),
            text: (*arrives > seat.view.clock.round)
                .then(|| t("resolution-arrives").with("round", *arrives)),
        },
        LineWhat::Inject {
            from, via, text, ..
        } => Tile {
            edge: Tone::RuleStrong,
            sign: match via {
                crate::scenario::words::Delivery::Telephone => Icon::Call,
                crate::scenario::words::Delivery::Radio => Icon::Radio,
                crate::scenario::words::Delivery::Message => Icon::Mail,
                crate::scenario::words::Delivery::InPerson => Icon::Person,
            },
            alarm: false,
            head: case(from),
            text: Some(case(text)),
        },
        // What passes between the desks has been told above.
        LineWhat::Request { .. }
        | LineWhat::Answer { .. }
        | LineWhat::Query { .. }
        | LineWhat::ConsentAsked { .. }
        | LineWhat::ConsentGiven { .. }
        | LineWhat::Breach { .. }
        | LineWhat::BlueOnBlue { .. }
        | LineWhat::Authority { .. }
        | LineWhat::Plan { .. }
        | LineWhat::Ran { .. }
        | LineWhat::Told { .. }
        | LineWhat::Given { .. }
        | LineWhat::Corrected { .. } => Tile {
            edge: Tone::RuleStrong,
            sign: said::sign(what),
            alarm: false,
            head: plain(""),
            text: None,
        },
    }
}

fn named(seat: &SeatEnd, id: ItemId) -> Words {
    let item = seat.view.folder.iter().find(|item| item.id == id);
    plain(item.map_or_else(String::new, |item| number(item.origin, item.number)))
}

/// The title of an item, or the tear-line where only that is known.
fn content(seat: &SeatEnd, id: ItemId) -> Option<Words> {
    let item = seat.view.folder.iter().find(|item| item.id == id)?;
    Some(case(item.title.as_ref().unwrap_or(&item.text)))
}

fn next(side: &mut Parent, seat: &SeatEnd) {
    let about = &seat.case;
    let round = seat.view.clock.round;
    let node = Node {
        padding: UiRect::axes(px(GAP_4), px(GAP_3)),
        row_gap: px(6),
        flex_shrink: 0.0,
        ..default()
    };
    side.spawn(panel(node)).with_children(|panel| {
        panel.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(icon(Icon::ArrowRight, 16.0, Tone::Text2));
            head.spawn(text(t("resolution-next"), Type::BODY.bold().one_line()));
            head.spawn(grow());
        });
        if round < about.rounds {
            let (from, to) = span(about, about.team, round + 1);
            let words = t("resolution-next-round")
                .with("round", round + 1)
                .with("of", about.rounds)
                .with("from", from.as_str())
                .with("to", to.as_str())
                .with("place", &about.services[about.team.index()].place);
            panel.spawn(text(words, Type::HEAD));
            panel.spawn(text(
                t("resolution-next-round-do"),
                Type::BODY.tone(Tone::Text2),
            ));
        } else {
            panel.spawn(text(t("resolution-next-verdict"), Type::HEAD));
            panel.spawn(text(
                t("resolution-next-verdict-do"),
                Type::BODY.tone(Tone::Text2),
            ));
        }
    });
}
