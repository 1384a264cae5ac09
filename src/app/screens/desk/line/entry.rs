//! One entry of the liaison line in words, as a tile and in full.

use accesskit::Role;
use bevy::prelude::*;

use super::DeskAction;
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::screens::desk::bar::hours;
use crate::app::screens::desk::cards::code;
use crate::app::screens::folder::FolderAction;
use crate::app::screens::liaison::LiaisonAction;
use crate::app::screens::liaison::said::{self, Said};
use crate::app::text::{Parent, grow, row, text};
use crate::app::theme::measure::{GAP_2, R_PANEL};
use crate::app::theme::{Fill, Tone, Type, team_tones};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{chip_in, team_sign};
use crate::app::widgets::press::{Look, control};
use crate::drawing::icon::Icon;
use crate::engine::{Command, Refusal};
use crate::scenario::ids::{InjectId, ItemId, RequestId, Team};
use crate::session::SeatEnd;
use crate::view::{DecisionView, LineEntry, LineWhat, OfferView, RequestView};

/// One entry in words.
pub(super) struct Entry {
    /// `None` for whoever belongs to neither service.
    from: Option<Team>,
    sign: Icon,
    title: Words,
    when: Words,
    /// The hour alone: a tile is too narrow for more beside its title.
    hour: Words,
    text: Words,
    item: Option<ItemId>,
    alarm: bool,
    /// Rounds that it has waited for the team's answer.
    pub(super) waits: Option<u8>,
    asked: Asked,
}

/// What the team is asked for here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// An answer to the partner's request.
    Answer(RequestId),
    /// It has an answer, and the team holds more that speaks of it.
    More(RequestId),
    /// Consent to use an item of its own.
    Consent(ItemId),
    /// To decide what an inject asks.
    Decision(InjectId),
}

impl Entry {
    pub(super) fn of(entry: &LineEntry, seat: &SeatEnd) -> Self {
        match said::said(seat, &entry.what) {
            Some(said) => Self::desks(entry, seat, said),
            None => Self::other(entry, seat),
        }
    }

    /// It waits for the team to say something.
    pub(super) fn open(&self) -> bool {
        matches!(
            self.asked,
            Asked::Answer(_) | Asked::Consent(_) | Asked::Decision(_)
        )
    }

    /// What passed between the desks.
    fn desks(entry: &LineEntry, seat: &SeatEnd, said: Said) -> Self {
        let mut waits = None;
        let (asked, item) = match &entry.what {
            LineWhat::Request { request } => {
                let request = said::request(seat, *request).filter(|r| r.by != seat.case.team);
                let more = |r: &RequestView| {
                    let given = |offer: &OfferView| {
                        matches!(offer.answers, Err(Refusal::AlreadyAnswered { .. }))
                    };
                    r.offers.iter().any(|offer| !given(offer))
                };
                let asked = match request {
                    Some(request) if request.reply.is_none() => {
                        waits = Some(request.age);
                        Asked::Answer(request.id)
                    }
                    Some(request) if more(request) => Asked::More(request.id),
                    _ => Asked::Nothing,
                };
                (asked, None)
            }
            LineWhat::ConsentAsked { item, .. } => {
                let own = seat.view.folder.iter().find(|held| held.id == *item);
                let open = own.is_some_and(|held| held.may.deny);
                let asked = if open {
                    Asked::Consent(*item)
                } else {
                    Asked::Nothing
                };
                (asked, Some(*item))
            }
            LineWhat::ConsentGiven { item, .. }
            | LineWhat::Breach { item, .. }
            | LineWhat::Given { item } => (Asked::Nothing, Some(*item)),
            _ => (Asked::Nothing, None),
        };
        Self {
            from: said.from,
            sign: said::sign(&entry.what),
            title: said.head,
            when: when(entry, seat),
            hour: hour(entry, seat),
            text: said.text,
            item,
            alarm: said.alarm,
            waits,
            asked,
        }
    }

    fn other(entry: &LineEntry, seat: &SeatEnd) -> Self {
        let own = seat.case.team;
        let service = |team: Team| &seat.case.services[team.index()].short;
        let when = when(entry, seat);
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
        let mut asked = Asked::Nothing;
        let (from, title, text, item) = match &entry.what {
            LineWhat::Message { from, text } => {
                let title = if *from == own {
                    t("desk-we-wrote")
                } else {
                    case(service(*from))
                };
                (Some(*from), title, plain(text.clone()), None)
            }
            LineWhat::Arrived {
                item,
                form,
                channel,
            } => {
                let title = t("desk-arrived")
                    .with("team", service(own.other()))
                    .with("form", family("desk-form", form.key()))
                    .with("channel", family("desk-channel", channel.key()));
                (Some(own.other()), title, named(*item), Some(*item))
            }
            LineWhat::Sent {
                item,
                form,
                channel,
                arrives,
            } => {
                let title = t(if *arrives > entry.round {
                    "desk-under-way"
                } else {
                    "desk-sent"
                })
                .with("form", family("desk-form", form.key()))
                .with("channel", family("desk-channel", channel.key()))
                .with("round", *arrives);
                (Some(own), title, named(*item), Some(*item))
            }
            LineWhat::Inject {
                from,
                via,
                text,
                decision,
            } => {
                let title = t("desk-inject")
                    .with("via", family("desk-via", via.key()))
                    .with("from", from);
                let decision = decision.as_ref();
                if let Some(open) = decision.filter(|d| d.open) {
                    asked = Asked::Decision(open.inject);
                }
                let words = match decision.and_then(decided) {
                    Some(decided) => decided.with("text", text),
                    None => case(text),
                };
                (None, title, words, None)
            }
            // What passes between the desks has words of its own.
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
            | LineWhat::Corrected { .. } => (None, plain(""), plain(""), None),
        };
        Self {
            from,
            sign: said::sign(&entry.what),
            title,
            when,
            hour: hour(entry, seat),
            text,
            item,
            alarm: false,
            waits: None,
            asked,
        }
    }

    pub(super) fn edge(&self) -> Tone {
        let none = if self.alarm {
            Tone::Alert
        } else {
            Tone::RuleStrong
        };
        self.from.map_or(none, |team| team_tones(team)[0])
    }

    fn ink(&self) -> Tone {
        if self.alarm { Tone::Alert } else { Tone::Text2 }
    }
}

/// What the team decided, after what it was asked.
fn decided(decision: &DecisionView) -> Option<Words> {
    let option = decision.options.get(decision.chosen?.index())?;
    let key = if decision.by_default {
        "decision-by-default"
    } else {
        "decision-decided"
    };
    Some(t(key).with("option", option))
}

fn when(entry: &LineEntry, seat: &SeatEnd) -> Words {
    t("desk-when")
        .with("round", entry.round)
        .with("at", at(entry, seat).as_str())
}

fn hour(entry: &LineEntry, seat: &SeatEnd) -> Words {
    t("desk-hour").with("at", at(entry, seat).as_str())
}

fn at(entry: &LineEntry, seat: &SeatEnd) -> String {
    let start = u32::from(seat.case.services[seat.case.team.index()].start_minute);
    hours(start.saturating_add(entry.at.0))
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

/// Sender and heading, with the round and the hour, or in a tile with the hour alone.
pub(super) fn title(line: &mut Parent, entry: &Entry, tile: bool) {
    match entry.from {
        Some(team) => {
            line.spawn(team_sign(team, 12.0, false));
            // What waits needs the room for its age.
            if entry.waits.is_none() && !tile {
                line.spawn(icon(entry.sign, 14.0, entry.ink()));
            }
        }
        None => {
            line.spawn(icon(entry.sign, 14.0, entry.ink()));
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
    match entry.waits {
        // The amber of a wait; what came in this round has not waited yet.
        Some(rounds) => {
            let (edge, ink) = if rounds > 0 {
                (Tone::South, Tone::South)
            } else {
                (Tone::RuleStrong, Tone::Text2)
            };
            let words = t("liaison-line-waiting").with("rounds", rounds);
            chip_in(line, Some(Icon::Clock), words, edge, ink);
        }
        None => {
            let when = if tile { &entry.hour } else { &entry.when };
            line.spawn(text(when.clone(), Type::LABEL.one_line()));
        }
    }
}

/// A tile of the strip; it opens the whole line, since it may show less than all of its words.
pub(super) fn tile(strip: &mut Parent, entry: &Entry, keyed: bool) {
    let node = Node {
        // A lone tile takes the room that there is.
        flex_basis: px(if entry.open() { 380.0 } else { 320.0 }),
        flex_grow: 1.0,
        flex_shrink: 0.0,
        min_width: px(0),
        border: px(1).all(),
        border_radius: BorderRadius::all(px(R_PANEL)),
        padding: UiRect::new(px(14), px(10), px(8), px(8)),
        overflow: Overflow::clip(),
        flex_direction: FlexDirection::Column,
        // Two lines of words and what can be said to them.
        row_gap: px(if entry.open() { 1.0 } else { 4.0 }),
        ..default()
    };
    let look = control(Look::Card, Role::Button, entry.title.clone());
    strip
        .spawn((node, look, Action::Desk(DeskAction::Line)))
        .with_children(|tile| {
            edge(tile, entry.edge());
            tile.spawn(row(GAP_2))
                .with_children(|line| title(line, entry, true));
            if entry.open() {
                body(tile, entry, 2, true);
                tile.spawn(grow());
                answers(tile, entry, keyed);
            } else {
                body(tile, entry, 3, true);
            }
        });
}

/// What can be said to it.
pub(super) fn answers(tile: &mut Parent, entry: &Entry, keyed: bool) {
    let liaison = |action| Action::Liaison(action);
    let buttons = match entry.asked {
        Asked::Nothing => return,
        Asked::Answer(id) => vec![
            ("liaison-do-answer", liaison(LiaisonAction::Answer(id))),
            ("liaison-do-no-trace", liaison(LiaisonAction::NoTrace(id))),
            ("liaison-do-refuse", liaison(LiaisonAction::Refuse(id))),
        ],
        Asked::More(id) => vec![("liaison-do-more", liaison(LiaisonAction::Answer(id)))],
        Asked::Decision(inject) => {
            let decide = Action::Desk(DeskAction::Decision(inject));
            vec![("decision-do", decide)]
        }
        Asked::Consent(item) => {
            let give = |granted| Action::Command(Command::GiveConsent { item, granted });
            vec![
                ("liaison-do-allow", give(true)),
                ("liaison-do-deny", give(false)),
            ]
        }
    };
    tile.spawn(row(GAP_2)).with_children(|line| {
        for (at, (words, action)) in buttons.into_iter().enumerate() {
            let first = at == 0 && entry.open();
            let button = if first {
                Button::primary(t(words), action)
            } else {
                Button::normal(t(words), action)
            };
            let button = if first && keyed {
                button.key(KeyCode::KeyA)
            } else {
                button
            };
            button.small().spawn(line);
        }
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
            words.spawn(text(entry.text.clone(), Type::BODY.anywhere()));
        });
        if let Some(item) = entry.item {
            let open = Action::Folder(FolderAction::Open(item));
            Button::normal(t("common-read"), open).small().spawn(body);
        }
    });
}
