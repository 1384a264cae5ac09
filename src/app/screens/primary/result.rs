//! After the last traveller: how well they were told apart, and who they were.

use bevy::prelude::*;

use super::{columns, review, side, table, words};
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{head, panel, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::Line;
use crate::engine::encounter::line::score::Score;

pub(super) fn result(parent: &mut Parent, line: &Line, narrow: bool) {
    let Some(score) = Score::of(line) else {
        return;
    };
    let fair = line.fair();
    if !narrow {
        parent
            .spawn(top(false))
            .with_children(|top| figures(top, &score, fair, false));
    }
    columns(parent, narrow, |body| {
        if narrow {
            body.spawn(top(true))
                .with_children(|top| figures(top, &score, fair, true));
        }
        body.spawn(panel(side(470.0, 420.0, narrow)))
            .with_children(|panel| {
                head(panel, t("primary-work"), |_| {});
                scroll::area(panel, super::inset(GAP_3), GAP_2, false, |page| {
                    work(page, &score);
                    page.spawn(rule(Tone::Rule));
                    table::audit(page, &score.audit);
                });
            });
        let node = Node {
            flex_grow: 1.0,
            flex_basis: if narrow { auto() } else { px(0) },
            height: if narrow { px(520) } else { auto() },
            flex_shrink: if narrow { 0.0 } else { 1.0 },
            ..default()
        };
        body.spawn(panel(node)).with_children(|panel| {
            head(panel, t("primary-who"), |end| {
                let number = t("primary-who-number").with("number", score.travellers);
                end.spawn(text(number, Type::LABEL.one_line()));
            });
            scroll::area(panel, super::inset(GAP_2), GAP_2, false, |page| {
                for review in line.reviews().unwrap_or_default() {
                    review::card(page, &review);
                }
            });
        });
    });
}

/// Where the figures stand: a row over everything, or several that scroll with the rest.
fn top(narrow: bool) -> Node {
    let side = px(if narrow { 0.0 } else { GAP_2 });
    Node {
        padding: UiRect::new(side, side, side, px(0)),
        column_gap: px(GAP_2),
        row_gap: px(GAP_2),
        flex_shrink: 0.0,
        flex_wrap: if narrow {
            FlexWrap::Wrap
        } else {
            FlexWrap::NoWrap
        },
        ..default()
    }
}

fn figures(top: &mut Parent, score: &Score, fair: u32, narrow: bool) {
    let of = |part: u32, all: u32| t("primary-of").with("part", part).with("all", all);
    let found = &score.detection;
    let nothing = || (plain("–"), t("primary-d-none"));
    let (d, told) = match (found.d_prime(), found.interval()) {
        (Some(_), _) if !found.told_apart() => (plain("–"), t("primary-d-alike")),
        (Some(d), Some((low, high))) => {
            let told = t("primary-d-interval")
                .with("low", words::decimal(low))
                .with("high", words::decimal(high))
                .with("meaning", words::telling(d));
            (words::decimal(d), told)
        }
        _ => nothing(),
    };
    let (c, leans) = found
        .criterion()
        .map_or_else(nothing, |c| (words::decimal(c), words::leaning(c)));
    let pace = plain(format!("{:.0}", score.pace()));
    let pace = t("primary-pace-seconds").with("seconds", pace);
    let slow = t("primary-pace-what")
        .with("slow", score.slow)
        .with("fair", fair);
    let all = [
        (
            t("primary-hits"),
            of(found.hits, found.signals),
            t("primary-hits-what"),
        ),
        (
            t("primary-false-alarms"),
            of(found.false_alarms, found.noise),
            t("primary-false-alarms-what"),
        ),
        (t("primary-d"), d, told),
        (t("primary-c"), c, leans),
        (t("primary-pace"), pace, slow),
    ];
    for (name, value, meaning) in all {
        figure(top, narrow, name, value, meaning);
    }
}

fn figure(top: &mut Parent, narrow: bool, name: Words, value: Words, meaning: Words) {
    let node = Node {
        flex_grow: 1.0,
        flex_basis: px(if narrow { 180.0 } else { 0.0 }),
        padding: UiRect::axes(px(GAP_3), px(8)),
        ..default()
    };
    top.spawn(panel(node)).with_children(|card| {
        card.spawn(text(name, Type::LABEL.one_line()));
        card.spawn(text(value, Type::FIGURE.one_line()));
        card.spawn(text(meaning, Type::LABEL));
    });
}

/// Notes, grounds and care, each with how many.
fn work(page: &mut Parent, score: &Score) {
    let (notes, grounds, care) = (&score.notes, &score.grounds, &score.care);
    let parts = [
        (
            t("primary-notes"),
            vec![
                (
                    Icon::CheckCircle,
                    t("primary-notes-verified"),
                    notes.verified,
                ),
                (Icon::Check, t("primary-notes-asked"), notes.asked),
                (Icon::Minus, t("primary-notes-bare"), notes.bare),
                (Icon::Minus, t("primary-notes-none"), notes.none),
            ],
        ),
        (
            t("primary-grounds"),
            vec![
                (Icon::CheckCircle, t("primary-grounds-stand"), grounds.stand),
                (
                    Icon::Minus,
                    t("primary-grounds-explained"),
                    grounds.explained,
                ),
                (Icon::Minus, t("primary-grounds-nothing"), grounds.nothing),
            ],
        ),
        (
            t("primary-care"),
            vec![
                (
                    Icon::CheckCircle,
                    t("primary-care-protected"),
                    care.protected,
                ),
                (Icon::Warning, t("primary-care-accused"), care.accused),
                (Icon::Warning, t("primary-care-missed"), care.missed),
            ],
        ),
    ];
    for (title, lines) in parts {
        page.spawn(text(title, Type::BODY.bold()));
        if lines.iter().all(|(_, _, number)| *number == 0) {
            page.spawn(text(t("primary-none-here"), Type::LABEL));
            continue;
        }
        for (sign, words, number) in lines.into_iter().filter(|line| line.2 > 0) {
            page.spawn(row(GAP_2)).with_children(|line| {
                let tone = if sign == Icon::Warning {
                    Tone::Alert
                } else {
                    Tone::Text2
                };
                line.spawn(icon(sign, 15.0, tone));
                line.spawn(super::rest()).with_children(|place| {
                    place.spawn(text(words, Type::BODY));
                });
                let number = plain(number.to_string());
                line.spawn(text(number, Type::BODY.bold().one_line()));
            });
        }
    }
}
