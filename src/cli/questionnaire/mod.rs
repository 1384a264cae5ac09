//! `liaison questionnaire`: asks a person in the terminal, takes in what was filled in on paper, prints the
//! paper, and tells what was learned. It goes on with a finished exercise weeks later.

mod answers;
mod ask;
mod results;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::{DONE, PROBLEMS, cut_off, say};
use crate::engine::questionnaires::SurveyReply;
use crate::engine::{Actor, Command, Refusal};
use crate::journal::{self, Journal};
use crate::language::{Lang, family, say as words, t};
use crate::library;
use crate::report::{learning, paper};
use crate::scenario::Scenario;
use crate::scenario::ids::Team;
use crate::scenario::words::Occasion;
use crate::session::{Session, Trouble};

/// Arguments of `liaison questionnaire`.
#[derive(Debug, Args)]
pub struct Questionnaire {
    /// An exercise file (.liaison); with --paper also a case's folder, or the name of a shipped case.
    file: String,
    /// Which questionnaire.
    #[arg(long, value_enum, required_unless_present = "results")]
    when: Option<When>,
    /// Whose officer answers.
    #[arg(long, value_enum, required_unless_present_any = ["paper", "results"])]
    team: Option<TeamName>,
    /// The officer's name, the same each time.
    #[arg(long, required_unless_present_any = ["paper", "results"])]
    name: Option<String>,
    /// The language in which it is asked; otherwise the case's own.
    #[arg(long, value_parser = ["en", "th"])]
    lang: Option<String>,
    /// Do not ask: these are the answers, in the order of the questions, with commas between. An option's
    /// number (`1+3` for several), a step of a scale, words; `-` for none.
    #[arg(long, value_name = "1,3,-,…", allow_hyphen_values = true)]
    answers: Option<String>,
    /// Print the questionnaire for the pen, without the answers.
    #[arg(long, value_enum, value_name = "FORM", num_args = 0..=1, default_missing_value = "text",
        conflicts_with_all = ["team", "name", "answers"])]
    paper: Option<Form>,
    /// Tell what was learned, without names.
    #[arg(long, conflicts_with_all = ["when", "team", "name", "answers", "paper"])]
    results: bool,
}

/// An occasion by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum When {
    Before,
    After,
    FollowUp,
}

/// A team by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TeamName {
    North,
    South,
}

/// How a paper is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Html,
}

impl From<When> for Occasion {
    fn from(when: When) -> Self {
        match when {
            When::Before => Occasion::Before,
            When::After => Occasion::After,
            When::FollowUp => Occasion::FollowUp,
        }
    }
}

pub(super) fn run(asked: &Questionnaire) -> u8 {
    let when = asked.when.map_or(Occasion::Before, Occasion::from);
    let done = match (asked.paper, asked.team, &asked.name) {
        (Some(form), ..) => print(asked, when, form),
        _ if asked.results => told(asked),
        (None, Some(team), Some(name)) => {
            let team = match team {
                TeamName::North => Team::North,
                TeamName::South => Team::South,
            };
            hand_in(asked, when, team, name)
        }
        // The arguments say that one of these is there.
        (None, ..) => Ok(()),
    };
    match done {
        Ok(()) => DONE,
        Err(Stop::Output(e)) => cut_off(&e),
        Err(Stop::Problem(problem)) => {
            // Where even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr().lock(), "{problem}");
            PROBLEMS
        }
    }
}

/// Why it went no further.
enum Stop {
    Output(std::io::Error),
    Problem(String),
}

impl From<std::io::Error> for Stop {
    fn from(e: std::io::Error) -> Self {
        Stop::Output(e)
    }
}

impl From<String> for Stop {
    fn from(problem: String) -> Self {
        Stop::Problem(problem)
    }
}

impl Questionnaire {
    /// The language asked for, or the case's own, or English.
    fn language(&self, scenario: &Scenario) -> Lang {
        let tag = self.lang.as_deref().unwrap_or(&scenario.language);
        let mut all = Lang::ALL.into_iter();
        all.find(|l| l.tag() == tag).unwrap_or_default()
    }
}

fn refused(lang: Lang, refusal: &Refusal) -> Stop {
    Stop::Problem(words(lang, &family("refusal", refusal.key())))
}

/// The case of an exercise file.
fn case_of(file: &str, exercise: &journal::Exercise) -> Result<Arc<Scenario>, String> {
    library::from_exercise(exercise).map_err(|problem| format!("{file}: {problem}"))
}

fn print(asked: &Questionnaire, when: Occasion, form: Form) -> Result<(), Stop> {
    let file = Path::new(&asked.file);
    let scenario = if file.is_file() {
        let exercise = journal::read_file(file).map_err(|e| e.to_string())?;
        case_of(&asked.file, &exercise)?
    } else {
        library::open(&asked.file)?.scenario
    };
    let lang = asked.language(&scenario);
    let sheet =
        paper(&scenario, when, lang).ok_or_else(|| refused(lang, &Refusal::NothingAsked))?;
    let text = match form {
        Form::Text => sheet.text(),
        Form::Html => sheet.html().map_err(|e| e.to_string())?,
    };
    Ok(say(format_args!("{text}"))?)
}

fn told(asked: &Questionnaire) -> Result<(), Stop> {
    let exercise = journal::read_file(Path::new(&asked.file)).map_err(|e| e.to_string())?;
    let scenario = case_of(&asked.file, &exercise)?;
    let lang = asked.language(&scenario);
    let learned = learning(&scenario, &exercise.entries);
    Ok(say(format_args!(
        "{}",
        results::text(&scenario, &learned, lang)
    ))?)
}

fn hand_in(asked: &Questionnaire, when: Occasion, team: Team, name: &str) -> Result<(), Stop> {
    let path = PathBuf::from(&asked.file);
    let (journal, exercise) = Journal::open(&path).map_err(|e| e.to_string())?;
    let scenario = case_of(&asked.file, &exercise)?;
    let lang = asked.language(&scenario);
    let (seed, entries) = (exercise.about.seed, &exercise.entries);
    let session = Session::resume(Arc::clone(&scenario), seed, entries, Box::new(journal));
    let mut session = session.map_err(|e| e.to_string())?;
    let command = |replies: Vec<SurveyReply>| Command::AnswerQuestionnaire {
        team,
        who: name.to_owned(),
        when,
        replies,
    };
    // Whoever cannot hand it in is told before the first question: a sheet without answers is refused for
    // every other reason first.
    match session.command(Actor::Facilitator, &command(Vec::new())) {
        Err(Trouble::Refused(Refusal::NothingAnswered)) => {}
        Err(Trouble::Refused(refusal)) => return Err(refused(lang, &refusal)),
        Err(Trouble::NotRecorded(e)) => return Err(Stop::Problem(e.to_string())),
        Ok(_) => return Ok(()),
    }
    let replies = match &asked.answers {
        Some(given) => answers::read(&scenario, when, given)?,
        None => {
            let input = std::io::stdin().lock();
            let out = &mut std::io::stdout().lock();
            ask::ask(&scenario, when, lang, input, out)?
                .ok_or_else(|| words(lang, &t("questionnaire-broken-off")))?
        }
    };
    let answered = replies.len();
    let again = session.handed_in(team, name, when);
    match session.command(Actor::Facilitator, &command(replies)) {
        Ok(_) => {}
        Err(Trouble::Refused(refusal)) => return Err(refused(lang, &refusal)),
        Err(Trouble::NotRecorded(e)) => return Err(Stop::Problem(e.to_string())),
    }
    let recorded = t("questionnaire-recorded")
        .with("name", name.trim())
        .with("answered", answered)
        .with("asked", scenario.asked(when).count());
    say(format_args!("{}\n", words(lang, &recorded)))?;
    if again {
        let replaced = t("questionnaire-replaced").with("name", name.trim());
        say(format_args!("{}\n", words(lang, &replaced)))?;
    }
    Ok(())
}
