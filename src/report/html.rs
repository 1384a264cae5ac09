//! The report to take home: one HTML page that needs no script, no font and no network.

use askama::Template;

use super::account::Sentence;
use super::authorities::{self, Applied};
use super::desks::{self, Desks};
use super::elements::{self, Grid};
use super::operations;
use super::surveys::{self, Asked};
use crate::scenario::Text;
use crate::scenario::ids::Team;
use crate::scenario::words::Form;
use crate::view::{DebriefView, TruthKind};

#[derive(Template)]
#[template(path = "report.html", config = "src/report/askama.toml")]
struct Page<'a> {
    lang: &'a str,
    title: &'a str,
    seed: u64,
    people: String,
    outcome: &'static str,
    outcome_text: &'a str,
    score: u8,
    rounds: u8,
    welfare_loss: u16,
    knowledge: Vec<Row<'a>>,
    objectives: Vec<Objective<'a>>,
    penalty: u8,
    confidence: u8,
    right: u8,
    of: u8,
    story: &'a str,
    truth: Vec<(u8, String)>,
    hot_wash: Vec<&'a str>,
    desks: Desks,
    operations: Vec<operations::Told>,
    authorities: Vec<Applied<'a>>,
    grid: Grid<'a>,
    surveys: Vec<Asked<'a>>,
    account: Vec<Line<'a>>,
}

struct Row<'a> {
    class: &'static str,
    mark: &'static str,
    number: String,
    title: &'a str,
    critical: bool,
    false_lead: bool,
    lesson: Option<&'a str>,
    held: String,
    shared: String,
    arrived: String,
    used: String,
}

struct Objective<'a> {
    text: &'a str,
    criteria: Vec<Criterion<'a>>,
}

struct Criterion<'a> {
    text: &'a str,
    met: bool,
    earned: u8,
    points: u8,
    teaching: Option<&'a str>,
}

struct Line<'a> {
    heading: bool,
    team: Option<(&'static str, &'static str)>,
    text: &'a str,
}

/// The page for a finished exercise.
///
/// # Errors
/// If the page cannot be composed, which a finished exercise does not cause.
pub fn html(
    title: &Text,
    seed: u64,
    people: &[Vec<String>; 2],
    rounds: u8,
    debrief: &DebriefView,
    account: &[Sentence],
    lang: &str,
) -> Result<String, askama::Error> {
    let round = |r: Option<u8>| r.map_or("–".to_owned(), |r| format!("round {r}"));
    let knowledge = debrief
        .knowledge
        .iter()
        .filter(|r| r.held.is_some() || r.arrived.is_some());
    let page = Page {
        lang,
        title: title.get(lang),
        seed,
        people: people
            .iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(", "),
        outcome: debrief.outcome.key(),
        outcome_text: debrief.outcome_text.get(lang),
        score: debrief.score,
        rounds,
        welfare_loss: debrief.welfare_loss,
        knowledge: knowledge
            .map(|r| Row {
                class: class(r.origin),
                mark: mark(r.origin),
                number: format!(
                    "{}-{:02}",
                    if r.origin == Team::North { 'N' } else { 'S' },
                    r.number
                ),
                title: r.title.get(lang),
                critical: r.critical,
                false_lead: r.false_lead,
                lesson: r.lesson.as_ref().map(|l| l.get(lang)),
                held: round(r.held),
                shared: r.shared.map_or("never".to_owned(), |(round, form)| {
                    let form = if form == Form::Full {
                        "in full"
                    } else {
                        "tear-line"
                    };
                    format!("round {round}, {form}")
                }),
                arrived: round(r.arrived),
                used: round(r.used),
            })
            .collect(),
        objectives: debrief
            .objectives
            .iter()
            .map(|o| Objective {
                text: o.text.get(lang),
                criteria: o
                    .criteria
                    .iter()
                    .map(|c| Criterion {
                        text: c.text.get(lang),
                        met: c.met,
                        earned: if c.met { c.points } else { 0 },
                        points: c.points,
                        teaching: c.teaching.as_ref().map(|t| t.get(lang)),
                    })
                    .collect(),
            })
            .collect(),
        penalty: debrief.calibration.penalty,
        confidence: debrief.calibration.confidence,
        right: debrief.calibration.right,
        of: debrief.calibration.of,
        story: debrief.story.get(lang),
        truth: debrief
            .truth
            .iter()
            .map(|t| {
                let told = t.text.get(lang);
                let prevented = t.kind == TruthKind::Prevented;
                let told = if prevented {
                    format!("Prevented: {told}")
                } else {
                    told.to_owned()
                };
                (t.round, told)
            })
            .collect(),
        hot_wash: debrief.hot_wash.iter().map(|q| q.get(lang)).collect(),
        desks: desks::section(debrief, rounds, lang),
        operations: operations::section(debrief, lang),
        authorities: authorities::section(debrief, lang),
        grid: elements::section(debrief, lang),
        surveys: surveys::asked(debrief, lang),
        account: account
            .iter()
            .map(|s| Line {
                heading: s.heading,
                team: s.team.map(|t| (class(t), mark(t))),
                text: &s.text,
            })
            .collect(),
    };
    page.render()
}

pub(super) fn class(team: Team) -> &'static str {
    if team == Team::North { "n" } else { "s" }
}

pub(super) fn mark(team: Team) -> &'static str {
    if team == Team::North { "▲" } else { "◆" }
}
