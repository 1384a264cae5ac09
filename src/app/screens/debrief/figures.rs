//! The figures of the exercise, and how alarm and trust went.

use std::sync::Arc;

use bevy::prelude::*;

use super::Told;
use crate::app::i18n::{Words, case, family, plain, say, t};
use crate::app::picture::{icon, sketch};
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::rule;
use crate::drawing::icon::Icon;
use crate::drawing::welfare::Welfare;
use crate::report::findings::Course;
use crate::report::metrics::{Measured, told as told_of};
use crate::scenario::ids::Team;

/// Of both services, and of each.
const COLUMN: f32 = 112.0;

/// Every figure with what it means.
pub fn section(page: &mut Parent, told: &Told) {
    let Some(findings) = &told.findings else {
        return;
    };
    let node = Node {
        flex_shrink: 0.0,
        ..column(GAP_2)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(row(GAP_4)).with_children(|head| {
            head.spawn(icon(Icon::Grid, 18.0, Tone::Text2));
            head.spawn(wide()).with_children(|title| {
                title.spawn(text(t("aar-measures"), Type::HEAD));
            });
            cell(head, t("aar-measure-both"), true);
            for team in Team::BOTH {
                cell(head, case(&told.case.services[team.index()].short), true);
            }
        });
        for measured in &findings.figures {
            place.spawn(rule(Tone::Rule));
            one(place, measured);
        }
    });
}

fn wide() -> Node {
    Node {
        flex_grow: 1.0,
        flex_basis: px(0),
        min_width: px(0),
        ..column(2.0)
    }
}

fn one(place: &mut Parent, measured: &Measured) {
    let node = Node {
        align_items: AlignItems::Start,
        padding: UiRect::vertical(px(4)),
        ..row(GAP_4)
    };
    place.spawn(node).with_children(|line| {
        let key = measured.metric.key();
        line.spawn(wide()).with_children(|words| {
            words.spawn(text(family("aar-metric", key), Type::BODY));
            words.spawn(text(family("aar-metric-how", key), Type::LABEL));
        });
        for whose in [None, Some(Team::North), Some(Team::South)] {
            let figure = told_of(measured.metric, measured.of(whose));
            cell(line, figure, false);
        }
    });
}

fn cell(line: &mut Parent, words: Words, head: bool) {
    let node = Node {
        width: px(COLUMN),
        flex_shrink: 0.0,
        ..row(0.0)
    };
    let kind = if head { Type::LABEL } else { Type::BODY };
    line.spawn(node).with_children(|place| {
        place.spawn(text(words, kind));
    });
}

/// Alarm and trust from round to round, on paper.
pub fn course(page: &mut Parent, told: &Told) {
    let Some(findings) = &told.findings else {
        return;
    };
    line(page, told, "aar-alarm", &findings.course, |c| c.exposure);
    line(page, told, "liaison-trust-title", &findings.course, |c| {
        c.trust
    });
}

fn line(
    page: &mut Parent,
    told: &Told,
    title: &'static str,
    course: &[Course],
    of: impl Fn(&Course) -> u8,
) {
    // How it stood at the start, then at the end of each round.
    let at_end = |round: u8| {
        let last = course.iter().rev().find(|c| c.round <= round);
        last.or(course.first()).map_or(0, &of)
    };
    let values: Vec<u8> = (0..=told.rounds).map(at_end).collect();
    let names: Vec<String> = (0..=told.rounds)
        .map(|round| match round {
            0 => say(told.lang, &t("debrief-welfare-start")),
            1 => say(told.lang, &t("debrief-round").with("round", round)),
            _ => say(told.lang, &plain(round.to_string())),
        })
        .collect();
    let names: Arc<[String]> = names.into();
    page.spawn(rule(Tone::PaperRule));
    let node = Node {
        flex_shrink: 0.0,
        ..column(GAP_3)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(text(t(title), Type::BODY.bold().tone(Tone::Ink)));
        let node = Node {
            height: px(104),
            flex_shrink: 0.0,
            ..default()
        };
        place.spawn(sketch(node, move |width, height| {
            Welfare {
                values: &values,
                most: 100,
                names: names.iter().map(String::as_str).collect(),
            }
            .svg(width, height)
        }));
    });
}
