//! The report to take home: one HTML page that needs no script, no font and no network.

use askama::Template;

use super::account::Sentence;
use super::authorities::{self, Applied};
use super::desks::{self, Desks};
use super::elements::{self, Grid};
use super::operations;
use super::words::{Speaker, number};
use crate::language::{family, t};
use crate::scenario::Text;
use crate::scenario::ids::Team;
use crate::view::{CriterionResult, DebriefView, KnowledgeRow, TruthKind, TruthView};

#[derive(Template)]
#[template(path = "report.html", config = "src/report/askama.toml")]
struct Page<'a> {
    /// Says what the page calls things.
    say: &'a Speaker,
    title: &'a str,
    seed: u64,
    people: String,
    outcome: String,
    outcome_text: &'a str,
    score: u8,
    rounds: u8,
    welfare_loss: u16,
    knowledge: Vec<Row<'a>>,
    objectives: Vec<Objective<'a>>,
    /// Points taken off, and why.
    penalty: Option<String>,
    story: &'a str,
    /// "Round 3", what happened.
    truth: Vec<(String, String)>,
    hot_wash: Vec<&'a str>,
    desks: Desks,
    operations: Vec<operations::Told>,
    authorities: Vec<Applied<'a>>,
    grid: Grid<'a>,
    account: Vec<Line<'a>>,
}

/// What only the page's head says.
impl Page<'_> {
    fn head(&self) -> String {
        self.say.say(&t("report-title").with("title", self.title))
    }

    fn about(&self) -> String {
        let seed = self.seed.to_string();
        let about = self.say.say(&t("report-about").with("seed", seed));
        if self.people.is_empty() {
            return about;
        }
        let people = t("report-people").with("people", self.people.as_str());
        format!("{about} {}", self.say.say(&people))
    }

    fn rounds_played(&self) -> String {
        self.say
            .say(&t("report-rounds").with("number", self.rounds))
    }

    fn at_first(&self, team: Team) -> String {
        self.say
            .say(&t("report-at-first").with("team", self.say.team(team)))
    }
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
    /// "4 of 10".
    earned: String,
    teaching: Option<&'a str>,
}

struct Line<'a> {
    heading: bool,
    team: Option<(&'static str, &'static str)>,
    text: &'a str,
}

/// The page for a finished exercise in the language of this tag, as an [`Account`](super::Account) is told.
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
    let speaker = &Speaker::new(lang);
    let known = |r: &&KnowledgeRow| r.held.is_some() || r.arrived.is_some();
    let knowledge = debrief.knowledge.iter().filter(known);
    let objectives = debrief.objectives.iter().map(|o| Objective {
        text: speaker.text(&o.text),
        criteria: o.criteria.iter().map(|c| criterion(c, speaker)).collect(),
    });
    let page = Page {
        say: speaker,
        title: speaker.text(title),
        seed,
        people: speaker.list(people.iter().flatten().map(String::as_str)),
        outcome: speaker.say(&family("debrief-outcome", debrief.outcome.key())),
        outcome_text: speaker.text(&debrief.outcome_text),
        score: debrief.score,
        rounds,
        welfare_loss: debrief.welfare_loss,
        knowledge: knowledge.map(|r| row(r, speaker)).collect(),
        objectives: objectives.collect(),
        penalty: penalty(debrief, speaker),
        story: speaker.text(&debrief.story),
        truth: debrief.truth.iter().map(|t| truth(t, speaker)).collect(),
        hot_wash: debrief.hot_wash.iter().map(|q| speaker.text(q)).collect(),
        desks: desks::section(debrief, rounds, speaker),
        operations: operations::section(debrief, speaker),
        authorities: authorities::section(debrief, speaker),
        grid: elements::section(debrief, speaker),
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

fn row<'a>(row: &'a KnowledgeRow, speaker: &Speaker) -> Row<'a> {
    let round = |r: Option<u8>| r.map_or("–".to_owned(), |r| speaker.round(r));
    Row {
        class: class(row.origin),
        mark: mark(row.origin),
        number: number(row.origin, row.number),
        title: speaker.text(&row.title),
        critical: row.critical,
        false_lead: row.false_lead,
        lesson: row.lesson.as_ref().map(|l| speaker.text(l)),
        held: round(row.held),
        shared: speaker.shared(row.shared),
        arrived: round(row.arrived),
        used: round(row.used),
    }
}

fn criterion<'a>(criterion: &'a CriterionResult, speaker: &Speaker) -> Criterion<'a> {
    let earned = if criterion.met { criterion.points } else { 0 };
    let told = t("report-earned-of").with("earned", earned);
    Criterion {
        text: speaker.text(&criterion.text),
        met: criterion.met,
        earned: speaker.say(&told.with("points", criterion.points)),
        teaching: criterion.teaching.as_ref().map(|t| speaker.text(t)),
    }
}

fn penalty(debrief: &DebriefView, speaker: &Speaker) -> Option<String> {
    let sure = &debrief.calibration;
    let told = match (sure.penalty, sure.of) {
        (0, _) => return None,
        (_, 0) => t("report-penalty-no-verdict"),
        _ => {
            let told = t("report-penalty").with("confidence", sure.confidence);
            told.with("right", sure.right).with("of", sure.of)
        }
    };
    Some(speaker.say(&told.with("penalty", sure.penalty)))
}

fn truth(truth: &TruthView, speaker: &Speaker) -> (String, String) {
    let told = speaker.text(&truth.text);
    let told = match truth.kind {
        TruthKind::Prevented => speaker.say(&t("account-prevented").with("text", told)),
        _ => told.to_owned(),
    };
    (speaker.round(truth.round), told)
}

pub(super) fn class(team: Team) -> &'static str {
    if team == Team::North { "n" } else { "s" }
}

pub(super) fn mark(team: Team) -> &'static str {
    if team == Team::North { "▲" } else { "◆" }
}
