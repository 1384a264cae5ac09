//! The exercise on one page: what it was, what went well, what to improve.

use super::super::paper::{Line, Section};
use super::super::telling::Telling;
use super::ratings::rated;
use crate::language::t;
use crate::scenario::ids::Team;
use crate::scenario::words::{Metric, Rating};

/// Sentences of one kind; more stand in the sections themselves.
const MOST: usize = 8;

pub(super) fn section(tell: &Telling) -> Section {
    let of = tell.of;
    let mut section = Section::new("summary", tell.t("aar-summary"));
    let words = t("aar-summary-what")
        .with("north", &of.services[0].name)
        .with("south", &of.services[1].name)
        .with("title", &of.title)
        .with("rounds", of.played)
        .with("hours", u32::from(of.played) * u32::from(of.round_hours));
    section.says(tell.say(&words));
    let outcome = tell.family("debrief-outcome", of.debrief.outcome.key());
    let words = t("aar-summary-outcome").with("outcome", &*outcome);
    let words = words.with("score", of.debrief.score);
    section.says(Line::strong(tell.say(&words)));
    section.says(tell.get(&of.debrief.outcome_text));
    let (well, better) = judged(tell);
    for (title, none, all) in [
        ("aar-well", "aar-well-none", well),
        ("aar-better", "aar-better-none", better),
    ] {
        section.part(tell.t(title));
        if all.is_empty() {
            section.says(tell.t(none));
        }
        let more = all.len().saturating_sub(MOST);
        let mut points: Vec<Line> = all.into_iter().take(MOST).map(Line::from).collect();
        if more > 0 {
            let words = t("aar-summary-more").with("number", more);
            points.push(Line::soft(tell.say(&words)));
        }
        section.points(points);
    }
    section
}

/// What went well, and what to improve, in sentences.
fn judged(tell: &Telling) -> (Vec<String>, Vec<String>) {
    let (mut well, mut better) = (Vec::new(), Vec::new());
    figures(tell, &mut well, &mut better);
    let all = rated(tell);
    for one in &all {
        let rating = one.rating.map(|r| tell.family("aar-rating", r.key()));
        let Some(rating) = rating else { continue };
        let words = t("aar-summary-task").with("task", &one.task.text);
        let words = tell.say(&words.with("rating", &*rating));
        match one.rating {
            Some(Rating::P) => well.push(words),
            _ => better.push(words),
        }
    }
    // Without a guide the criteria speak.
    if all.iter().all(|one| one.rating.is_none()) {
        let criteria = tell.of.debrief.objectives.iter().flat_map(|o| &o.criteria);
        for one in criteria {
            let text = tell.get(&one.text).to_owned();
            if one.met {
                well.push(text);
            } else {
                better.push(tell.say(&t("aar-summary-not-met").with("text", &*text)));
            }
        }
    }
    (well, better)
}

/// What the figures say outright.
fn figures(tell: &Telling, well: &mut Vec<String>, better: &mut Vec<String>) {
    let of = tell.of;
    let figure = |metric| {
        let mut all = of.findings.figures.iter();
        all.find(|f| f.metric == metric)?.both
    };
    if let Some((pooled, all)) = figure(Metric::Coverage).and_then(|f| f.counted) {
        let words = t("aar-says-coverage").with("pooled", pooled);
        let words = tell.say(&words.with("all", all));
        // Three quarters of it: what a trainer would call most.
        if pooled * 4 >= all * 3 {
            well.push(words);
        } else {
            better.push(words);
        }
    }
    if let Some(delay) = figure(Metric::SharingDelay) {
        let waited = tell.figure(Metric::SharingDelay, Some(delay));
        let round = f64::from(of.round_hours) * 60.0;
        let late = delay.value() >= round;
        let key = if late {
            "aar-says-late"
        } else {
            "aar-says-soon"
        };
        let words = tell.say(&t(key).with("time", &*waited));
        if late {
            better.push(words)
        } else {
            well.push(words)
        }
    }
    if let Some((answered, all)) = figure(Metric::RequestsAnswered).and_then(|f| f.counted) {
        let words = t("aar-says-requests").with("answered", answered);
        let words = tell.say(&words.with("all", all));
        if answered == all {
            well.push(words)
        } else {
            better.push(words)
        }
    }
    for (metric, key) in [
        (Metric::Breaches, "aar-says-breaches"),
        (Metric::DuplicatedWork, "aar-says-duplicated"),
    ] {
        if let Some(figure) = figure(metric) {
            let number = figure.thousandths / 1_000;
            let words = tell.say(&t(key).with("number", number));
            if number == 0 {
                well.push(words)
            } else {
                better.push(words)
            }
        }
    }
    let first = Team::BOTH
        .iter()
        .any(|t| of.debrief.first_theories[t.index()].is_some());
    match (figure(Metric::FirstTheory), figure(Metric::Verdict)) {
        (_, None) => better.push(tell.t("aar-says-no-verdict")),
        (Some(before), Some(after)) if first => {
            let words = t("aar-says-theory")
                .with("before", &*tell.figure(Metric::FirstTheory, Some(before)))
                .with("after", &*tell.figure(Metric::Verdict, Some(after)));
            let words = tell.say(&words);
            let grown = after.thousandths > before.thousandths;
            if grown {
                well.push(words)
            } else {
                better.push(words)
            }
        }
        _ => {}
    }
    let loss = of.debrief.welfare_loss;
    let words = tell.say(&t("aar-says-welfare").with("loss", loss));
    if loss == 0 {
        well.push(words)
    } else {
        better.push(words)
    }
}
