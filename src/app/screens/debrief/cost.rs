//! What waiting cost: the exercise with one thing otherwise, played again many times by simulated teams.

use bevy::prelude::*;

use super::Told;
use crate::analysis::{Assumption, Change, Changed, Estimate, Outcomes, Standing, Verdict, WhatIf};
use crate::app::i18n::{Words, family, plain, t};
use crate::app::picture::{icon, sketch};
use crate::app::screens::resolution::card::number;
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{paper_meter, rule, team_sign};
use crate::drawing::icon::Icon;
use crate::drawing::likelihood::Likelihood;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::Outcome;

/// What is known so far.
pub fn section(page: &mut Parent, told: &Told) {
    match &told.otherwise {
        Standing::Unasked => {}
        Standing::Playing(done, of) => playing(page, *done, *of),
        Standing::Failed(why) => {
            let words = t("debrief-cost-failed").with("why", why.as_str());
            page.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
        }
        Standing::Known(known) => all(page, told, known),
    }
}

fn playing(page: &mut Parent, done: u32, of: u32) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(6.0)
    };
    page.spawn(node).with_children(|place| {
        let words = if of == 0 {
            t("debrief-cost-begins")
        } else {
            t("debrief-cost-playing").with("done", done).with("of", of)
        };
        place.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
        #[expect(
            clippy::cast_precision_loss,
            reason = "a share of some thousands on a bar of some hundred pixels"
        )]
        let part = done as f32 / of.max(1) as f32;
        paper_meter(place, part);
    });
}

fn all(page: &mut Parent, told: &Told, known: &WhatIf) {
    page.spawn(text(t("debrief-cost"), Type::HEAD.tone(Tone::Ink)));
    if known.changes.is_empty() {
        page.spawn(text(t("debrief-cost-nothing"), Type::BODY.tone(Tone::Ink)));
        return;
    }
    let how = t("debrief-cost-how").with("runs", known.runs);
    page.spawn(text(how, Type::LABEL.tone(Tone::Ink2)));
    // What would have made the most of it comes first.
    let mut changes: Vec<&Changed> = known.changes.iter().collect();
    changes.sort_by(|a, b| b.score.value.total_cmp(&a.score.value));
    for change in changes {
        page.spawn(rule(Tone::PaperRule));
        one(page, told, change);
    }
}

/// What the figures rest on, at the end of the sheet.
pub fn assumptions(page: &mut Parent, told: &Told) {
    let Standing::Known(known) = &told.otherwise else {
        return;
    };
    if known.assumptions.is_empty() {
        return;
    }
    page.spawn(rule(Tone::PaperRule));
    page.spawn(text(
        t("debrief-cost-rests"),
        Type::BODY.bold().tone(Tone::Ink),
    ));
    for assumption in &known.assumptions {
        rests(page, *assumption);
    }
}

fn rests(page: &mut Parent, assumption: Assumption) {
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    page.spawn(node).with_children(|line| {
        line.spawn(text(plain("·"), Type::LABEL.tone(Tone::Ink2).one_line()));
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(words).with_children(|words| {
            let rests = family("whatif-assumption", assumption.key());
            words.spawn(text(rests, Type::LABEL.tone(Tone::Ink2)));
        });
    });
}

fn one(page: &mut Parent, told: &Told, change: &Changed) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(6.0)
    };
    page.spawn(node).with_children(|place| {
        let head = Node {
            align_items: AlignItems::Start,
            ..row(GAP_2)
        };
        place.spawn(head).with_children(|head| {
            head.spawn(team_sign(change.team, 14.0, true))
                .entry::<Node>()
                .and_modify(|mut node| node.margin = UiRect::top(px(3)));
            let words = Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            };
            head.spawn(words).with_children(|words| {
                words.spawn(text(what(told, change), Type::BODY.tone(Tone::Ink)));
            });
        });
        if change.verdict == Verdict::NothingChanged {
            place.spawn(text(
                t("debrief-cost-same"),
                Type::BODY.bold().tone(Tone::Ink),
            ));
            return;
        }
        // Where it is never solved in full either way, the bars tell how often in part.
        let full = Outcome::Full as usize;
        let never = [&change.with, &change.without]
            .iter()
            .all(|o| o.outcomes[full].value < 0.005);
        let of = |outcomes: &Outcomes| {
            if never {
                at_least_in_part(outcomes)
            } else {
                outcomes.outcomes[full]
            }
        };
        let words = if never {
            ["debrief-cost-with-part", "debrief-cost-without-part"]
        } else {
            ["debrief-cost-with", "debrief-cost-without"]
        };
        likely(place, t(words[0]), of(&change.with), Some(change.team));
        likely(place, t(words[1]), of(&change.without), None);
        place.spawn(row(GAP_3)).with_children(|line| {
            let sign = match change.verdict {
                Verdict::Better => Icon::CheckCircle,
                Verdict::Worse => Icon::Warning,
                Verdict::NoDifference | Verdict::NothingChanged => Icon::Info,
            };
            line.spawn(icon(sign, 16.0, Tone::Ink2));
            line.spawn(text(difference(change), Type::BODY.bold().tone(Tone::Ink)));
            line.spawn(grow());
        });
    });
}

/// All that is not failed.
fn at_least_in_part(of: &Outcomes) -> Estimate {
    let failed = of.outcomes[Outcome::Failed as usize];
    Estimate {
        value: 1.0 - failed.value,
        low: 1.0 - failed.high,
        high: 1.0 - failed.low,
    }
}

/// What would have been otherwise.
fn what(told: &Told, change: &Changed) -> Words {
    let named = |id: ItemId| {
        let row = told.debrief.knowledge.iter().find(|row| row.item == id);
        row.map_or_else(
            || plain("?"),
            |row| {
                t("debrief-row")
                    .with("number", &*number(row.origin, row.number))
                    .with("title", &row.title)
            },
        )
    };
    match change.change {
        Change::SharedLate { item, from, to, .. } => t("debrief-cost-late-item")
            .with("item", named(item))
            .with("to", to)
            .with("from", from),
        Change::NeverShared { item, to, .. } => t("debrief-cost-never-item")
            .with("item", named(item))
            .with("to", to),
        Change::BlueOnBlue { .. } => t("debrief-cost-met").with("round", change.round),
        Change::Breach { item, .. } => t("debrief-cost-breach")
            .with("item", named(item))
            .with("round", change.round),
    }
}

/// How many points the change is worth, with its interval.
fn difference(change: &Changed) -> Words {
    let whole = |value: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "points of a hundred")]
        let whole = value.round() as i64;
        whole
    };
    let signed = |value: f64| {
        let whole = whole(value);
        plain(match whole.signum() {
            1 => format!("+{whole}"),
            -1 => format!("−{}", -whole),
            _ => "0".to_owned(),
        })
    };
    let of = &change.score;
    let key = match change.verdict {
        Verdict::Better | Verdict::Worse => "debrief-cost-points",
        Verdict::NoDifference | Verdict::NothingChanged => "debrief-cost-no-difference",
    };
    t(key)
        .with("points", signed(of.value))
        .with("low", signed(of.low))
        .with("high", signed(of.high))
}

/// A bar with its bracket: how likely the full outcome is.
fn likely(place: &mut Parent, words: Words, of: Estimate, with: Option<Team>) {
    let percent = |value: f64| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a probability in per cent"
        )]
        let percent = (value * 100.0).round().clamp(0.0, 100.0) as u8;
        percent
    };
    place.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(text(words, Type::LABEL.tone(Tone::Ink)));
        line.spawn(grow());
        let share = t("debrief-cost-share").with("percent", percent(of.value));
        line.spawn(text(share, Type::BODY.bold().tone(Tone::Ink).one_line()));
        let bracket = t("debrief-cost-interval")
            .with("low", percent(of.low))
            .with("high", percent(of.high));
        line.spawn(text(bracket, Type::LABEL.tone(Tone::Ink2).one_line()));
    });
    let node = Node {
        height: px(24),
        flex_shrink: 0.0,
        ..default()
    };
    place.spawn(sketch(node, move |width, height| {
        Likelihood {
            value: of.value,
            low: of.low,
            high: of.high,
            with,
        }
        .svg(width, height)
    }));
}
