//! Between the services: requests and how they were answered, queries, what was used without consent,
//! officers in each other's way, and at the right what all of it did to trust.

use std::sync::Arc;

use bevy::prelude::*;

use super::{Told, joint, proceedings};
use crate::app::i18n::{Words, family, plain, say, t};
use crate::app::picture::{icon, sketch};
use crate::app::screens::liaison::said::{list, names};
use crate::app::screens::liaison::trust::signed;
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{count, paper, rule, team_sign};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::welfare::Welfare;
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, Team};
use crate::view::{DesksView, ReplyView, RequestView};

pub fn tab(panel: &mut Parent, told: &Told) {
    let desks = &told.debrief.desks;
    scroll::area(panel, px(GAP_4).all(), GAP_3, false, |page| {
        head(page, t("liaison-debrief-requests"), desks.requests.len());
        if desks.requests.is_empty() {
            say_none(page, t("liaison-debrief-no-requests"));
        }
        for request in &desks.requests {
            asked(page, told, request);
        }
        page.spawn(rule(Tone::Rule));
        head(page, t("liaison-debrief-queries"), desks.queries.len());
        if desks.queries.is_empty() {
            say_none(page, t("liaison-debrief-no-queries"));
        }
        for query in &desks.queries {
            let key = if query.matched {
                "liaison-debrief-match"
            } else {
                "liaison-debrief-no-match"
            };
            let words = t(key)
                .with("round", query.round)
                .with("name", query.about.name());
            entry(page, Some(query.by), |body| {
                body.spawn(text(words, Type::BODY));
            });
        }
        page.spawn(rule(Tone::Rule));
        head(page, t("liaison-debrief-breaches"), desks.breaches.len());
        if desks.breaches.is_empty() {
            say_none(page, t("liaison-debrief-no-breaches"));
        }
        for breach in &desks.breaches {
            let words = t("liaison-debrief-breach")
                .with("round", breach.round)
                .with("team", short(told, breach.team))
                .with("partner", short(told, breach.team.other()))
                .with("item", code(told, breach.item))
                .with("use", family("liaison-use", breach.by.key()));
            entry(page, Some(breach.team), |body| cost(body, words));
        }
        page.spawn(rule(Tone::Rule));
        head(page, t("liaison-line-blue-on-blue"), desks.collisions.len());
        if desks.collisions.is_empty() {
            say_none(page, t("liaison-debrief-no-blue"));
        }
        for met in &desks.collisions {
            let words = t("liaison-debrief-blue")
                .with("round", met.round)
                .with("name", met.about.name())
                .with("north", &met.tasks[0])
                .with("south", &met.tasks[1])
                .with("failed", short(told, met.failed));
            entry(page, None, |body| cost(body, words));
        }
        joint::links(page, told);
        joint::decisions(page, told);
        proceedings::authorities(page, told);
        proceedings::elements(page, told);
        proceedings::operations(page, told);
        proceedings::set_pieces(page, told);
    });
}

pub(super) fn short(told: &Told, team: Team) -> &Text {
    &told.case.services[team.index()].short
}

pub(super) fn code(told: &Told, id: ItemId) -> Words {
    let row = told.debrief.knowledge.iter().find(|row| row.item == id);
    plain(row.map_or_else(String::new, |row| number(row.origin, row.number)))
}

pub(super) fn head(page: &mut Parent, words: Words, number: usize) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    })
    .with_children(|line| {
        line.spawn(text(words, Type::HEAD.one_line()));
        if number > 0 {
            count(line, number);
        }
    });
}

pub(super) fn say_none(page: &mut Parent, words: Words) {
    page.spawn(text(words, Type::BODY.tone(Tone::Text2)));
}

/// A line with the sign of the team that did it.
pub(super) fn entry(page: &mut Parent, team: Option<Team>, fill: impl FnOnce(&mut Parent)) {
    signed_entry(page, fill, |place| {
        if let Some(team) = team {
            place.spawn(team_sign(team, 14.0, false));
        } else {
            place.spawn(icon(Icon::Warning, 14.0, Tone::Alert));
        }
    });
}

/// A line of neither team in particular.
pub(super) fn plain_entry(page: &mut Parent, fill: impl FnOnce(&mut Parent)) {
    signed_entry(page, fill, |place| {
        place.spawn(icon(Icon::Flag, 14.0, Tone::Text2));
    });
}

fn signed_entry(page: &mut Parent, fill: impl FnOnce(&mut Parent), sign: impl FnOnce(&mut Parent)) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_3)
    };
    page.spawn(node).with_children(|line| {
        let place = Node {
            width: px(16),
            padding: UiRect::top(px(3)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(sign);
        let body = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(4.0)
        };
        line.spawn(body).with_children(fill);
    });
}

/// What it cost, with its sign.
pub(super) fn cost(body: &mut Parent, words: Words) {
    let node = Node {
        align_items: AlignItems::Start,
        ..row(GAP_2)
    };
    body.spawn(node).with_children(|line| {
        let place = Node {
            padding: UiRect::top(px(3)),
            flex_shrink: 0.0,
            ..default()
        };
        line.spawn(place).with_children(|place| {
            place.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
        });
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(words, Type::BODY));
        });
    });
}

fn asked(page: &mut Parent, told: &Told, request: &RequestView) {
    let untrue = told.debrief.desks.untrue.contains(&request.id);
    entry(page, Some(request.by), |body| {
        let words = t("liaison-debrief-asked")
            .with("round", request.asked)
            .with("team", short(told, request.by))
            .with("names", names(&request.subjects));
        body.spawn(text(words, Type::BODY.bold()));
        let partner = short(told, request.by.other());
        let answered = match &request.reply {
            None => t("liaison-debrief-open"),
            Some(ReplyView::NoTrace) => t("liaison-debrief-no-trace"),
            Some(ReplyView::Refused(why)) => {
                let why = family("liaison-withheld", why.key());
                t("liaison-debrief-refused").with("why", why)
            }
            Some(ReplyView::Items { items, .. }) => {
                let items = list(items.iter().map(|item| code(told, *item)));
                t("liaison-debrief-items").with("items", items)
            }
        };
        let words = answered.with("team", partner).with("rounds", request.age);
        body.spawn(text(words, Type::BODY));
        let partner = || short(told, request.by.other());
        if untrue {
            let words = t("liaison-debrief-untrue").with("partner", short(told, request.by));
            cost(body, words.with("team", partner()));
        }
        if request.age > 0 {
            cost(
                body,
                t("liaison-debrief-waited").with("rounds", request.age),
            );
        }
    });
}

/// Trust at the start and at the end of each round.
fn course(desks: &DesksView, rounds: u8) -> Vec<u8> {
    let mut now = desks.trust_start;
    let mut course = vec![now];
    for round in 1..=rounds {
        for moved in desks.trust.moves.iter().filter(|m| m.round == round) {
            now = now.saturating_add_signed(moved.by).min(100);
        }
        course.push(now);
    }
    course
}

/// The sheet at the right: trust over time, and what moved it.
pub fn paper_of(parent: &mut Parent, told: &Told) {
    let node = Node {
        width: px(420),
        flex_shrink: 0.0,
        min_height: px(0),
        ..default()
    };
    let desks = &told.debrief.desks;
    parent.spawn(paper(node)).with_children(|sheet| {
        scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_3, true, |page| {
            page.spawn(text(t("liaison-trust-title"), Type::HEAD.tone(Tone::Ink)));
            let words = t("liaison-debrief-trust")
                .with("from", desks.trust_start)
                .with("to", desks.trust.now);
            page.spawn(text(words, Type::BODY.tone(Tone::Ink)));
            chart(page, told);
            page.spawn(rule(Tone::PaperRule));
            page.spawn(text(
                t("liaison-trust-moves"),
                Type::BODY.bold().tone(Tone::Ink),
            ));
            if desks.trust.moves.is_empty() {
                let words = t("liaison-debrief-no-moves");
                page.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
            }
            for moved in &desks.trust.moves {
                let node = Node {
                    align_items: AlignItems::Start,
                    flex_shrink: 0.0,
                    ..row(GAP_3)
                };
                page.spawn(node).with_children(|line| {
                    let place = |width: f32| Node {
                        width: px(width),
                        flex_shrink: 0.0,
                        ..default()
                    };
                    line.spawn(place(64.0)).with_children(|place| {
                        let round = t("liaison-trust-round").with("round", moved.round);
                        place.spawn(text(round, Type::BODY.tone(Tone::Ink2).one_line()));
                    });
                    line.spawn(place(32.0)).with_children(|place| {
                        let kind = Type::BODY.bold().tone(Tone::Ink).one_line();
                        place.spawn(text(signed(moved.by), kind));
                    });
                    line.spawn(Node {
                        flex_grow: 1.0,
                        flex_basis: px(0),
                        ..column(0.0)
                    })
                    .with_children(|place| {
                        let why = family("liaison-cause", moved.why.key());
                        place.spawn(text(why, Type::BODY.tone(Tone::Ink)));
                    });
                });
            }
        });
    });
}

fn chart(page: &mut Parent, told: &Told) {
    let values = course(&told.debrief.desks, told.rounds);
    let lang = told.lang;
    let mut below = vec![say(lang, &t("debrief-welfare-start"))];
    for round in 1..values.len() {
        below.push(say(
            lang,
            &if round == 1 {
                t("debrief-round").with("round", 1u8)
            } else {
                plain(round.to_string())
            },
        ));
    }
    let below: Arc<[String]> = below.into();
    let node = Node {
        height: px(120),
        flex_shrink: 0.0,
        ..default()
    };
    page.spawn(sketch(node, move |width, height| {
        Welfare {
            values: &values,
            most: 100,
            names: below.iter().map(String::as_str).collect(),
        }
        .svg(width, height)
    }));
}

#[cfg(test)]
mod tests {
    use super::course;
    use crate::scenario::words::TrustCause;
    use crate::view::{DesksView, TrustMoveView, TrustView};

    #[test]
    fn trust_is_told_for_the_end_of_every_round() {
        let moved = |round, by| TrustMoveView {
            round,
            by,
            why: TrustCause::Case,
        };
        let desks = DesksView {
            trust_start: 95,
            trust: TrustView {
                now: 85,
                low: 40,
                high: 75,
                desk_delay: 0,
                approval: 0,
                moves: vec![moved(1, 6), moved(3, -15)],
            },
            requests: Vec::new(),
            untrue: Vec::new(),
            queries: Vec::new(),
            breaches: Vec::new(),
            collisions: Vec::new(),
        };
        assert_eq!(course(&desks, 3), [95, 100, 100, 85]);
    }
}
