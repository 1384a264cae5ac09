//! Whether honest travellers of one nationality were referred more than the rest: a table with intervals.

use bevy::prelude::*;

use super::words;
use crate::app::i18n::{Words, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::GAP_2;
use crate::app::theme::{Fill, Tone, Type};
use crate::drawing::icon::Icon;
use crate::engine::encounter::line::audit::{Audit, Row};

/// How wide the bar of an interval is.
const TRACK: f32 = 130.0;

pub(super) fn audit(page: &mut Parent, audit: &Audit) {
    page.spawn(text(t("primary-audit"), Type::BODY.bold()));
    page.spawn(text(t("primary-audit-what"), Type::LABEL));
    let rows = audit.rows();
    for row in &rows {
        one(page, row);
    }
    let flagged = rows.iter().any(|row| row.flagged);
    page.spawn(row(GAP_2)).with_children(|line| {
        let (sign, tone, words) = if flagged {
            (Icon::Warning, Tone::Alert, t("primary-audit-flagged"))
        } else {
            (Icon::Info, Tone::Text2, t("primary-audit-clear"))
        };
        line.spawn(icon(sign, 16.0, tone));
        line.spawn(super::rest()).with_children(|place| {
            place.spawn(text(words, Type::BODY));
        });
    });
}

fn cell(line: &mut Parent, width: f32, words: Words, kind: Type) {
    let place = Node {
        width: px(width),
        flex_shrink: 0.0,
        ..default()
    };
    line.spawn(place).with_children(|place| {
        place.spawn(text(words, kind.one_line()));
    });
}

fn one(page: &mut Parent, of: &Row) {
    let line = Node {
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(line).with_children(|line| {
        line.spawn(super::rest()).with_children(|place| {
            if of.flagged {
                place.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
            }
            let state = plain(words::state(&of.nationality));
            place.spawn(text(state, Type::BODY));
        });
        let part = t("primary-of").with("part", of.referred).with("all", of.n);
        cell(line, 62.0, part, Type::BODY.bold());
        bar(line, of);
        let percent = |share: f64| format!("{:.0}", share * 100.0);
        let interval = t("primary-audit-interval")
            .with("low", percent(of.interval.0).as_str())
            .with("high", percent(of.interval.1).as_str());
        cell(line, 82.0, interval, Type::LABEL);
    });
}

/// The interval as a band, the rate as a stroke in it.
fn bar(line: &mut Parent, of: &Row) {
    #[expect(clippy::cast_possible_truncation, reason = "a share, to be drawn")]
    let at = |share: f64| share as f32 * TRACK;
    let (low, high) = (at(of.interval.0), at(of.interval.1));
    let track = Node {
        width: px(TRACK),
        height: px(12),
        flex_shrink: 0.0,
        border_radius: BorderRadius::all(px(3)),
        ..column(0.0)
    };
    line.spawn((track, Fill(Tone::Room2)))
        .with_children(|track| {
            let place = |left: f32, width: f32| Node {
                position_type: PositionType::Absolute,
                left: px(left),
                width: px(width),
                height: percent(100),
                border_radius: BorderRadius::all(px(2)),
                ..default()
            };
            let band = if of.flagged {
                Tone::Alert
            } else {
                Tone::RuleStrong
            };
            track.spawn((place(low, (high - low).max(2.0)), Fill(band)));
            let stroke = (at(of.rate) - 1.0).clamp(0.0, TRACK - 3.0);
            track.spawn((place(stroke, 3.0), Fill(Tone::Text)));
        });
}
