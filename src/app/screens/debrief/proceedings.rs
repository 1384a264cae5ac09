//! What the services applied for, what was to be proven, and what they carried out together: each beside
//! what was true.

use super::Told;
use super::desks::{code, cost, entry, head, plain_entry, short};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::screens::bench::words as at_the_bench;
use crate::app::screens::desk::hours;
use crate::app::screens::liaison::said::{lacks, list};
use crate::app::text::{Parent, text};
use crate::app::theme::{Tone, Type};
use crate::app::widgets::panel::rule;
use crate::engine::encounter::document::fraud::{Finding, Fraud};
use crate::scenario::ids::Team;
use crate::scenario::words::OpOutcome;
use crate::view::{CitedOutcome, DocumentOutcome, ElementOutcome, OperationOutcome, RunOutcome};

/// What both services could apply for, and did.
pub fn authorities(page: &mut Parent, told: &Told) {
    let all = &told.debrief.authorities;
    if all.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    head(page, t("authority-debrief-tab"), all.len());
    for one in all {
        entry(page, Some(one.team), |body| {
            body.spawn(text(case(&one.title), Type::BODY.bold()));
            if one.applications.is_empty() {
                body.spawn(text(t("authority-debrief-never"), Type::BODY));
            }
            for applied in &one.applications {
                let items = list(applied.items.iter().map(|item| code(told, *item)));
                let words = match applied.from {
                    Some(from) => t("authority-debrief-granted").with("from", from),
                    None => t("authority-debrief-turned-down").with("lacks", lacks(&applied.lacks)),
                };
                let words = words.with("round", applied.round).with("items", items);
                body.spawn(text(words, Type::BODY));
            }
            for ground in &one.grounds {
                let items = list(ground.items.iter().map(|item| code(told, *item)));
                let words = t("authority-debrief-shows")
                    .with("ground", &ground.text)
                    .with("items", items);
                body.spawn(text(words, Type::LABEL));
            }
        });
    }
}

/// What the teams examined, asked and worked themselves.
pub fn set_pieces(page: &mut Parent, told: &Told) {
    let all = &told.debrief.set_pieces;
    if all.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    head(page, t("set-piece-debrief"), all.len());
    for one in all {
        let Some(end) = one.end else { continue };
        entry(page, Some(one.team), |body| {
            body.spawn(text(case(&one.title), Type::BODY.bold()));
            let words = match (end.left, end.success) {
                (true, _) => t("set-piece-debrief-left"),
                (_, true) => t("set-piece-debrief-well"),
                (_, false) => t("set-piece-debrief-badly"),
            };
            let words = words
                .with("round", one.round)
                .with("officer", &one.officer)
                .with("points", end.points.unwrap_or(0));
            if end.success {
                body.spawn(text(words, Type::BODY));
            } else {
                cost(body, words);
            }
            if let Some(document) = &one.document {
                finding(body, document);
            }
            for lesson in &one.lessons {
                body.spawn(text(case(lesson), Type::LABEL));
            }
        });
    }
}

/// What was found on a document, what it was, what was done to it, and what it teaches.
fn finding(body: &mut Parent, one: &DocumentOutcome) {
    if let Some(said) = one.bench.said {
        let words = t("set-piece-debrief-found").with("finding", at_the_bench::finding(said));
        body.spawn(text(words, Type::BODY));
    }
    let truth = one.truth.fraud.map_or(Finding::Genuine, Fraud::finding);
    let words = t("set-piece-debrief-was").with("finding", at_the_bench::finding(truth));
    body.spawn(text(words, Type::BODY));
    if let Some(fraud) = one.truth.fraud {
        body.spawn(text(at_the_bench::lesson(fraud), Type::LABEL));
    }
    body.spawn(text(case(&one.lesson), Type::LABEL));
    for (a, b) in one.truth.matter.conflicts() {
        let words = t("bench-against")
            .with("a", at_the_bench::fact(&one.truth.matter, a))
            .with("b", at_the_bench::fact(&one.truth.matter, b));
        body.spawn(text(words, Type::LABEL));
    }
}

/// What the verdict cited for each element, and what that was worth.
pub fn elements(page: &mut Parent, told: &Told) {
    let all = &told.debrief.elements;
    if all.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    head(page, t("elements-debrief-title"), 0);
    for one in all {
        plain_entry(page, |body| element(body, told, one));
    }
}

fn element(body: &mut Parent, told: &Told, one: &ElementOutcome) {
    let words = t("elements-named")
        .with("kind", family("elements-kind", one.kind.key()))
        .with("text", &one.text);
    body.spawn(text(words, Type::BODY.bold()));
    for team in Team::BOTH {
        let key = if one.proven[team.index()] {
            "elements-debrief-proven-before"
        } else {
            "elements-debrief-not-proven-before"
        };
        let words = t(key).with("team", short(told, team));
        if one.proven[team.index()] {
            body.spawn(text(words, Type::BODY));
        } else {
            cost(body, words);
        }
    }
    if one.cited.is_empty() {
        body.spawn(text(t("elements-debrief-none"), Type::LABEL));
    }
    for cited in &one.cited {
        body.spawn(text(worth(told, cited), Type::LABEL));
    }
    let proof = list(one.proof.iter().map(|item| code(told, *item)));
    let words = t("elements-debrief-proof").with("items", proof);
    body.spawn(text(words, Type::LABEL));
}

fn worth(told: &Told, cited: &CitedOutcome) -> Words {
    let key = match (cited.proves, cited.admissible) {
        (false, _) => "elements-debrief-not",
        (true, [true, true]) => "elements-debrief-proves-both",
        (true, [false, false]) => "elements-debrief-no-court",
        (true, _) => "elements-debrief-proves",
    };
    let team = if cited.admissible[0] {
        Team::North
    } else {
        Team::South
    };
    t(key)
        .with("item", code(told, cited.item))
        .with("team", short(told, team))
}

/// Plans beside what was true of them.
pub fn operations(page: &mut Parent, told: &Told) {
    let all = &told.debrief.operations;
    if all.is_empty() {
        return;
    }
    page.spawn(rule(Tone::Rule));
    head(page, t("operation-debrief"), all.len());
    for one in all {
        plain_entry(page, |body| operation(body, told, one));
    }
}

fn place(told: &Told, id: crate::scenario::ids::PlaceId) -> Words {
    let places = told.debrief.places.iter();
    let found = places.into_iter().find(|p| p.id == id);
    found.map_or_else(|| plain("?"), |p| case(&p.name))
}

fn operation(body: &mut Parent, told: &Told, one: &OperationOutcome) {
    body.spawn(text(case(&one.title), Type::BODY.bold()));
    let right = one.places.iter().flatten().map(|id| place(told, *id));
    let (first, last) = one.rounds;
    let words = t("operation-debrief-true")
        .with("places", list(right))
        .with("first", first)
        .with("last", last);
    body.spawn(text(words, Type::BODY));
    if let Some((from, to)) = one.hours {
        let north = &told.case.services[0].short;
        let words = t("operation-debrief-hours")
            .with("from", hours(u32::from(from)).as_str())
            .with("to", hours(u32::from(to)).as_str())
            .with("team", north);
        body.spawn(text(words, Type::LABEL));
    }
    let real = one.risks.iter().filter(|(_, real)| *real);
    for (risk, _) in real {
        let words = t("operation-debrief-risk").with("text", risk);
        body.spawn(text(words, Type::LABEL));
    }
    if one.runs.is_empty() {
        body.spawn(text(t("operation-debrief-never"), Type::BODY));
    }
    for run in &one.runs {
        carried_out(body, told, one, run);
    }
}

fn carried_out(body: &mut Parent, told: &Told, one: &OperationOutcome, run: &RunOutcome) {
    let outcome = family("operation-outcome", run.outcome.key());
    let went = run.plan.places.iter().flatten().map(|id| place(told, *id));
    let words = t("operation-debrief-ran")
        .with("round", run.round)
        .with("outcome", outcome)
        .with("places", list(went));
    body.spawn(text(words, Type::BODY.bold()));
    let aim = run
        .plan
        .objective
        .and_then(|a| one.objectives.get(a.index()));
    if let Some((words, _)) = aim {
        body.spawn(text(case(words), Type::LABEL));
    }
    let words = t("operation-debrief-chance")
        .with("chance", run.chance)
        .with("roll", run.roll);
    body.spawn(text(words, Type::LABEL));
    for line in &run.lines {
        let words = t("operation-debrief-odds")
            .with("what", family("operation-odds", line.what.key()))
            .with("points", i64::from(line.by));
        body.spawn(text(words, Type::LABEL));
    }
    for miss in &run.misses {
        cost(body, family("operation-miss", miss.key()));
    }
    for team in &run.unlawful {
        let words = t("operation-debrief-unlawful").with("team", short(told, *team));
        cost(body, words);
    }
    if run.outcome == OpOutcome::Danger {
        cost(body, t("operation-debrief-critical"));
    }
}
