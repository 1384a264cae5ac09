//! The card of what is picked on the chart: what is known of it, what is behind it, what can be done.

use bevy::prelude::*;

use super::{ChartAction, Pick, says};
use crate::app::action::Action;
use crate::app::i18n::{Words, case, family, t};
use crate::app::picture::icon;
use crate::app::screens::folder::FolderAction;
use crate::app::screens::folder::card::kind_icon;
use crate::app::screens::folder::words::{number, partner};
use crate::app::screens::liaison::LiaisonAction;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::button::Button;
use crate::app::widgets::panel::{paper, rule};
use crate::drawing::icon::Icon;
use crate::engine::{About, Command, Refusal};
use crate::scenario::ids::{ItemId, SubjectId};
use crate::scenario::model::Link;
use crate::session::SeatEnd;
use crate::view::{LinkView, SubjectView};

/// Most items that a card lists.
const MOST: usize = 4;

fn link_of(seat: &SeatEnd, link: Link) -> Option<&LinkView> {
    seat.view.chart.links.iter().find(|l| l.link == link)
}

pub(super) fn subject(seat: &SeatEnd, id: SubjectId) -> Option<&SubjectView> {
    let mut nodes = seat.view.chart.nodes.iter();
    nodes.find(|n| n.subject.id == id).map(|n| &n.subject)
}

/// The items behind a link: those that say it, and those of the team's own claim.
fn behind(view: &LinkView) -> Vec<ItemId> {
    let claimed = view.claim.iter().flatten();
    let mut all: Vec<ItemId> = view.says.iter().chain(claimed).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// About how high the card comes out.
pub(super) fn height(seat: &SeatEnd, picked: Pick) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let rows = |n: usize| n.min(MOST) as f32 * 30.0;
    match picked {
        Pick::Node(_) => 150.0,
        Pick::Link(link) => link_of(seat, link).map_or(150.0, |view| {
            210.0 + rows(behind(view).len()) + rows(view.denies.len())
        }),
    }
}

pub(super) fn build(parent: &mut Parent, seat: &SeatEnd, picked: Pick, node: Node) {
    let node = Node {
        width: px(crate::app::screens::desk::place::WIDTH),
        max_width: percent(92),
        max_height: percent(96),
        padding: UiRect::axes(px(GAP_3), px(10)),
        row_gap: px(6),
        overflow: Overflow::clip(),
        ..node
    };
    parent
        .spawn(paper(node))
        .with_children(|card| match picked {
            Pick::Node(id) => node_card(card, seat, id),
            Pick::Link(link) => {
                if let Some(view) = link_of(seat, link) {
                    link_card(card, seat, view);
                }
            }
        });
}

fn head(card: &mut Parent, sign: Icon, name: Words) {
    card.spawn(row(GAP_2)).with_children(|head| {
        head.spawn(icon(sign, 16.0, Tone::Ink));
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            min_width: px(0),
            ..default()
        };
        head.spawn((text(name, Type::BODY.bold().tone(Tone::Ink)), place));
        let away = Action::Chart(ChartAction::NoPick);
        Button::icon_only(Icon::Close, t("desk-put-away"), away)
            .small()
            .on_paper()
            .spawn(head);
    });
}

fn node_card(card: &mut Parent, seat: &SeatEnd, id: SubjectId) {
    let mut nodes = seat.view.chart.nodes.iter();
    let Some(node) = nodes.find(|n| n.subject.id == id) else {
        return;
    };
    head(card, kind_icon(node.subject.kind), case(&node.subject.name));
    let partner = partner(&seat.case);
    let key = match (
        node.items.is_empty(),
        node.known[seat.case.team.other().index()],
    ) {
        (false, true) => "chart-both-know",
        (false, false) => "chart-we-know",
        (true, _) => "chart-they-know",
    };
    let words = t(key)
        .with("number", node.items.len())
        .with("partner", partner);
    card.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
    card.spawn(rule(Tone::PaperRule));
    let wrap = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(6.0)
    };
    card.spawn(wrap).with_children(|line| {
        let claim = Action::Chart(ChartAction::Claim(id));
        Button::normal(t("chart-claim"), claim)
            .icon(Icon::Link)
            .small()
            .on_paper()
            .spawn(line);
        let known = seat.view.liaison.known.iter().find(|k| k.subject.id == id);
        if let Some(known) = known {
            let query = Action::Liaison(LiaisonAction::QueryAbout(About::Subject(id)));
            let off = known.query.map(|why| family("refusal", why.key()));
            Button::normal(t("liaison-with-query"), query)
                .icon(Icon::Target)
                .small()
                .on_paper()
                .off(off)
                .spawn(line);
            let ask = Action::Liaison(LiaisonAction::Ask(Some(id)));
            Button::normal(t("liaison-with-ask"), ask)
                .icon(Icon::Question)
                .small()
                .on_paper()
                .spawn(line);
        }
    });
}

fn link_card(card: &mut Parent, seat: &SeatEnd, view: &LinkView) {
    let (Some(from), Some(to)) = (subject(seat, view.link.from), subject(seat, view.link.to))
    else {
        return;
    };
    head(card, Icon::Link, says(from, view.link, to));
    let status = family("link-status", view.status.key()).with("partner", partner(&seat.case));
    card.spawn(text(status, Type::LABEL.tone(Tone::Ink2)));
    if view.claim.is_some() {
        card.spawn(text(t("chart-own-reading"), Type::LABEL.tone(Tone::Ink2)));
    }
    if let Some(number) = view.partner {
        let words = t("chart-partner-says")
            .with("partner", partner(&seat.case))
            .with("number", number);
        card.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
    }
    card.spawn(rule(Tone::PaperRule));
    items(card, seat, &behind(view), "chart-behind");
    items(card, seat, &view.denies, "chart-denies");
    let wrap = Node {
        flex_wrap: FlexWrap::Wrap,
        row_gap: px(6),
        ..row(6.0)
    };
    card.spawn(wrap)
        .with_children(|line| buttons(line, seat, view));
}

fn items(card: &mut Parent, seat: &SeatEnd, ids: &[ItemId], key: &'static str) {
    if ids.is_empty() {
        return;
    }
    card.spawn(text(t(key), Type::LABEL.bold().tone(Tone::Ink)));
    for id in ids.iter().take(MOST) {
        let Some(item) = seat.view.folder.iter().find(|i| i.id == *id) else {
            continue;
        };
        card.spawn(row(GAP_2)).with_children(|line| {
            let kind = Type::LABEL.mono().tone(Tone::Ink).one_line();
            line.spawn(text(crate::app::i18n::plain(number(item)), kind));
            let place = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                min_width: px(0),
                max_height: px(Type::LABEL.size.px().1),
                overflow: Overflow::clip(),
                ..column(0.0)
            };
            line.spawn(place).with_children(|place| {
                let title = item.title.as_ref().unwrap_or(&item.text);
                place.spawn(text(case(title), Type::LABEL.tone(Tone::Ink)));
            });
            let open = Action::Folder(FolderAction::Open(*id));
            Button::quiet(t("common-read"), open)
                .small()
                .on_paper()
                .spawn(line);
        });
    }
    if ids.len() > MOST {
        let words = t("chart-more").with("number", ids.len() - MOST);
        card.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
    }
}

/// What can be done with a link, by who stands for it.
fn buttons(line: &mut Parent, seat: &SeatEnd, view: &LinkView) {
    let link = view.link;
    let entry = seat.view.board.iter().find(|b| b.link == link);
    let own = seat.case.team.index();
    let posted = entry.is_some_and(|b| b.posted[own].is_some());
    let mut button = |words, action, off: Option<Refusal>| {
        Button::normal(t(words), action)
            .small()
            .on_paper()
            .off(off.map(|why| family("refusal", why.key())))
            .spawn(line);
    };
    if posted {
        let withdraw = Action::Command(Command::WithdrawLink { link });
        button("chart-withdraw", withdraw, None);
    } else {
        let post = Action::Chart(ChartAction::Post(link));
        button("chart-post", post, view.post.err());
    }
    if view.claim.is_some() {
        let remove = Action::Command(Command::RemoveLink { link });
        button("chart-remove", remove, None);
    }
    if let Some(entry) = entry.filter(|b| b.posted[seat.case.team.other().index()].is_some()) {
        if entry.challenged[own].is_some() {
            let settle = Action::Command(Command::SettleChallenge { link });
            button("chart-settle", settle, None);
        } else {
            let challenge = Action::Chart(ChartAction::Challenge(link));
            button("chart-challenge", challenge, None);
        }
    }
    line.spawn(grow());
}
