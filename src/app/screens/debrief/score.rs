//! What it came to, and why: the objectives with their criteria, the verdict's certainty, the people.

use std::sync::Arc;

use bevy::prelude::*;

use super::{Told, build, figures};
use crate::app::i18n::{Words, case, family, plain, say, t};
use crate::app::picture::{icon, sketch};
use crate::app::text::{Parent, column, grow, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4, GAP_5};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::{paper, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::drawing::welfare::Welfare;
use crate::scenario::words::Outcome;
use crate::view::{CriterionResult, ObjectiveResult, PersonOutcome};

/// The objectives.
pub fn tab(panel: &mut Parent, told: &Told) {
    scroll::area(panel, UiRect::axes(px(18), px(14)), GAP_5, false, |page| {
        for objective in &told.debrief.objectives {
            one(page, objective);
        }
        figures::section(page, told);
    });
}

fn one(page: &mut Parent, objective: &ObjectiveResult) {
    let sum = |only_met: bool| -> u32 {
        objective
            .criteria
            .iter()
            .filter(|c| c.met || !only_met)
            .map(|c| u32::from(c.points))
            .sum()
    };
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(GAP_2)
    })
    .with_children(|place| {
        place.spawn(row(GAP_4)).with_children(|head| {
            head.spawn(icon(Icon::Target, 18.0, Tone::Text2));
            head.spawn(Node {
                flex_grow: 1.0,
                flex_basis: px(0),
                ..column(0.0)
            })
            .with_children(|title| {
                title.spawn(text(case(&objective.text), Type::HEAD));
            });
            let points = t("debrief-points-of")
                .with("points", sum(true))
                .with("of", sum(false));
            head.spawn(text(points, Type::BODY.bold().one_line()));
        });
        for criterion in &objective.criteria {
            place.spawn(rule(Tone::Rule));
            self::criterion(place, criterion);
        }
    });
}

fn criterion(place: &mut Parent, criterion: &CriterionResult) {
    let node = Node {
        align_items: AlignItems::Start,
        padding: UiRect::vertical(px(4)),
        ..row(GAP_3)
    };
    place.spawn(node).with_children(|line| {
        let word = Node {
            width: px(104),
            flex_shrink: 0.0,
            ..row(6.0)
        };
        line.spawn(word).with_children(|word| {
            let (sign, words) = if criterion.met {
                (Icon::Check, "debrief-met")
            } else {
                (Icon::Close, "debrief-not-met")
            };
            word.spawn(icon(
                sign,
                16.0,
                if criterion.met {
                    Tone::Text
                } else {
                    Tone::Text3
                },
            ));
            let kind = if criterion.met {
                Type::BODY.bold()
            } else {
                Type::BODY.tone(Tone::Text2)
            };
            word.spawn(text(t(words), kind.one_line()));
        });
        line.spawn(Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(2.0)
        })
        .with_children(|words| {
            words.spawn(text(case(&criterion.text), Type::BODY));
            if let Some(teaching) = &criterion.teaching {
                words.spawn(text(case(teaching), Type::BODY.tone(Tone::Text2)));
            }
        });
        let points = if criterion.met {
            t("debrief-points-met").with("points", criterion.points)
        } else {
            t("debrief-points-missed").with("points", criterion.points)
        };
        line.spawn(text(points, Type::BODY.one_line()));
    });
}

/// Outcome, score, certainty, people.
pub fn paper_of(parent: &mut Parent, told: &Told) {
    let node = Node {
        width: px(420),
        flex_shrink: 0.0,
        min_height: px(0),
        ..default()
    };
    parent.spawn(paper(node)).with_children(|sheet| {
        scroll::area(sheet, UiRect::axes(px(18), px(14)), GAP_3, true, |page| {
            outcome(page, told);
            page.spawn(rule(Tone::PaperRule));
            calibration(page, told);
            figures::course(page, told);
            if !told.debrief.people.is_empty() {
                page.spawn(rule(Tone::PaperRule));
                people(page, told);
            }
        });
    });
}

fn outcome(page: &mut Parent, told: &Told) {
    let debrief = &told.debrief;
    let sign = match debrief.outcome {
        Outcome::Full => Icon::CheckCircle,
        Outcome::Partial => Icon::Contrast,
        Outcome::Failed => Icon::Warning,
    };
    page.spawn(row(GAP_2)).with_children(|line| {
        line.spawn(icon(sign, 20.0, Tone::Ink));
        line.spawn(text(build::outcome(told), Type::HEAD.tone(Tone::Ink)));
        line.spawn(grow());
        let score = t("debrief-score-of").with("score", debrief.score);
        line.spawn(text(score, Type::TITLE.tone(Tone::Ink).one_line()));
    });
    page.spawn(text(
        case(&debrief.outcome_text),
        Type::BODY.tone(Tone::Ink),
    ));
    let all: u32 = criteria(told).map(|c| u32::from(c.points)).sum();
    let met: u32 = criteria(told)
        .filter(|c| c.met)
        .map(|c| u32::from(c.points))
        .sum();
    let share = (met * 100).checked_div(all).unwrap_or(0);
    let words = match (debrief.calibration.penalty, all) {
        (0, 100) => t("debrief-sum-plain"),
        (0, _) => t("debrief-sum"),
        _ if debrief.verdict.is_none() => t("debrief-sum-none"),
        _ => t("debrief-sum-less"),
    };
    let words = words
        .with("met", met)
        .with("all", all)
        .with("share", share)
        .with("penalty", debrief.calibration.penalty)
        .with("score", debrief.score);
    page.spawn(text(words, Type::BODY.tone(Tone::Ink2)));
}

fn criteria(told: &Told) -> impl Iterator<Item = &CriterionResult> {
    told.debrief
        .objectives
        .iter()
        .flat_map(|objective| &objective.criteria)
}

fn calibration(page: &mut Parent, told: &Told) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(4.0)
    })
    .with_children(|place| {
        place.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(icon(Icon::Scales, 16.0, Tone::Ink2));
            head.spawn(text(
                t("debrief-calibration"),
                Type::BODY.bold().tone(Tone::Ink),
            ));
        });
        place.spawn(text(sureness(told), Type::BODY.tone(Tone::Ink)));
    });
}

/// How sure the verdict was against how right it was.
fn sureness(told: &Told) -> Words {
    let c = &told.debrief.calibration;
    if told.debrief.verdict.is_none() || c.of == 0 {
        return t("debrief-calibration-none");
    }
    let share = u32::from(c.right) * 100 / u32::from(c.of);
    let sure = u32::from(c.confidence);
    let key = if share + 15 < sure {
        "debrief-calibration-over"
    } else if sure + 15 < share {
        "debrief-calibration-under"
    } else {
        "debrief-calibration-well"
    };
    t(key)
        .with("confidence", c.confidence)
        .with("right", c.right)
        .with("of", c.of)
        .with("penalty", c.penalty)
}

fn people(page: &mut Parent, told: &Told) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(4.0)
    })
    .with_children(|place| {
        place.spawn(row(GAP_2)).with_children(|head| {
            head.spawn(icon(Icon::Heart, 16.0, Tone::Ink2));
            head.spawn(text(
                t("debrief-welfare"),
                Type::BODY.bold().tone(Tone::Ink),
            ));
        });
        let loss = t("debrief-welfare-loss").with("loss", told.debrief.welfare_loss);
        place.spawn(text(loss, Type::BODY.tone(Tone::Ink2)));
    });
    for person in &told.debrief.people {
        self::person(page, told, person);
    }
}

fn person(page: &mut Parent, told: &Told, person: &PersonOutcome) {
    page.spawn(Node {
        flex_shrink: 0.0,
        ..column(4.0)
    })
    .with_children(|place| {
        place.spawn(text(case(&person.name), Type::BODY.bold().tone(Tone::Ink)));
        let end = person
            .welfare
            .last()
            .copied()
            .unwrap_or(person.welfare_start);
        let words = t("debrief-welfare-from-to")
            .with("from", person.welfare_start)
            .with("to", end)
            .with("truth", family("debrief-status", person.truth.key()));
        place.spawn(text(words, Type::LABEL.tone(Tone::Ink2)));
        let lang = told.lang;
        let mut values = vec![person.welfare_start];
        values.extend(&person.welfare);
        let mut names = vec![say(lang, &t("debrief-welfare-start"))];
        for round in 1..values.len() {
            names.push(say(
                lang,
                &if round == 1 {
                    t("debrief-round").with("round", 1u8)
                } else {
                    plain(round.to_string())
                },
            ));
        }
        let names: Arc<[String]> = names.into();
        let node = Node {
            height: px(104),
            flex_shrink: 0.0,
            ..default()
        };
        place.spawn(sketch(node, move |width, height| {
            Welfare {
                values: &values,
                most: 10,
                names: names.iter().map(String::as_str).collect(),
            }
            .svg(width, height)
        }));
    });
}
