//! `liaison whatif`: what an exercise would have come to, had one thing been otherwise.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::{DONE, PROBLEMS, cut_off, say};
use crate::analysis::{
    Assumption, Change, Changed, Estimate, NoAnswer, Outcomes, Reason, Settings, Verdict, WhatIf,
    what_if,
};
use crate::engine::About;
use crate::journal;
use crate::library;
use crate::scenario::Scenario;
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::words::{Form, Outcome, Use};

pub(super) fn run(file: &Path, runs: u32, seed: Option<u64>, json: bool) -> u8 {
    let exercise = match journal::read_file(file) {
        Ok(exercise) => exercise,
        Err(e) => {
            eprintln!("{e}");
            return PROBLEMS;
        }
    };
    let scenario = match library::from_exercise(&exercise) {
        Ok(scenario) => scenario,
        Err(problem) => {
            eprintln!("{}: {problem}", file.display());
            return PROBLEMS;
        }
    };
    let settings = Settings {
        runs,
        ..Settings::with_seed(seed.unwrap_or(exercise.about.seed))
    };
    let stop = AtomicBool::new(false);
    let answer = what_if(
        &scenario,
        &exercise.entries,
        &settings,
        &stop,
        tell_progress(),
    );
    let told = match answer {
        Ok(answer) if json => match serde_json::to_string(&answer) {
            Ok(line) => say(format_args!("{line}\n")),
            Err(e) => Err(e.into()),
        },
        Ok(answer) => say(format_args!("{}", account(&scenario, &answer))),
        Err(NoAnswer::NotOver) => {
            eprintln!(
                "{}: the exercise is not over; what could have been otherwise is told at its debrief.\n\
                 Go on with: liaison resume {}",
                file.display(),
                file.display()
            );
            return PROBLEMS;
        }
        Err(e @ NoAnswer::Stopped) => {
            eprintln!("{e}");
            return PROBLEMS;
        }
    };
    told.map_or_else(|e| cut_off(&e), |()| DONE)
}

/// On a terminal one line that is written over; elsewhere a line every tenth of the way.
fn tell_progress() -> impl FnMut(u32, u32) {
    let live = std::io::stderr().is_terminal();
    let mut told = 0;
    move |done, of| {
        let percent = u64::from(done) * 100 / u64::from(of.max(1));
        let step = if live { 1 } else { 10 };
        if of == 0 || (done > 0 && percent / step == told / step && done < of) {
            return;
        }
        told = percent;
        let (before, after) = if live { ("\r", "") } else { ("", "\n") };
        let after = if live && done == of { "\n" } else { after };
        let mut err = std::io::stderr().lock();
        let line = format!("{before}{done} of {of} pairs of exercises played ({percent} %){after}");
        // Who does not listen misses nothing that matters.
        let _ = err.write_all(line.as_bytes());
        let _ = err.flush();
    }
}

fn account(scenario: &Scenario, answer: &WhatIf) -> String {
    let mut out = String::new();
    let came = &answer.came;
    let _ = writeln!(
        out,
        "{}\nWhat was played came to: {}, {} points of 100, welfare lost {}.\n",
        scenario.title.get(&scenario.language),
        came.outcome.key(),
        came.score,
        came.welfare_loss
    );
    if answer.changes.is_empty() {
        out.push_str(
            "Nothing to change: every critical item that could go in time went, and the two services \
             neither met unawares nor used what they had no consent for.\n",
        );
    } else {
        let _ = writeln!(
            out,
            "What one thing would have made of it: {} pairs of simulated exercises for each, seed {}.",
            answer.runs, answer.seed
        );
    }
    for (n, change) in answer.changes.iter().enumerate() {
        let _ = write!(out, "\n{}. {}", n + 1, told(scenario, change));
    }
    if !answer.unexamined.is_empty() {
        out.push_str("\nNot examined:\n");
    }
    for u in &answer.unexamined {
        let why = match u.reason {
            Reason::NeverHeld => "was never found",
            Reason::NoTimeLeft => "came when it could not have arrived any more",
        };
        let _ = writeln!(out, "  - {} {why}.", item(scenario, u.item));
    }
    if !answer.assumptions.is_empty() {
        out.push_str("\nWhat these figures rest on:\n");
    }
    for assumption in &answer.assumptions {
        let _ = writeln!(out, "  - {}", assumed(*assumption));
    }
    out
}

fn told(scenario: &Scenario, change: &Changed) -> String {
    let mut out = format!("{}\n", what(scenario, change));
    let _ = writeln!(out, "     as it was:       {}", side(&change.without));
    let _ = writeln!(out, "     with the change: {}", side(&change.with));
    let _ = writeln!(
        out,
        "     difference:      full {}, score {}, welfare lost {}",
        shift(&change.full, 100.0, " points"),
        shift(&change.score, 1.0, ""),
        shift(&change.welfare_loss, 1.0, "")
    );
    let verdict = match change.verdict {
        Verdict::Better => "It would have made the exercise better.",
        Verdict::Worse => "It would have made the exercise worse.",
        Verdict::NoDifference => "No difference was shown in the score.",
        Verdict::NothingChanged => "It would have changed nothing.",
    };
    let _ = writeln!(
        out,
        "     {verdict} {} of {} pairs came to something else.",
        change.differ, change.runs
    );
    out
}

fn what(scenario: &Scenario, change: &Changed) -> String {
    let who = name(scenario, change.team);
    let form = |form: Form| match form {
        Form::Full => "in full",
        Form::TearLine => "as a tear-line",
    };
    match &change.change {
        Change::SharedLate {
            item: id,
            from,
            to,
            form: f,
        } => format!(
            "{who} shared {} in round {from}; it could have gone in round {to}, {}.",
            item(scenario, *id),
            form(*f)
        ),
        Change::NeverShared {
            item: id,
            to,
            form: f,
        } => format!(
            "{who} never shared {}; it could have gone in round {to}, {}.",
            item(scenario, *id),
            form(*f)
        ),
        Change::BlueOnBlue { tasks, about } => {
            let [north, south] = tasks.map(|t| task(scenario, t));
            format!(
                "Round {}: blue on blue at {} (“{north}”, “{south}”). {who} could have asked the register \
                 and sent its officer elsewhere.",
                change.round,
                place(scenario, *about)
            )
        }
        Change::Breach { item: id, by } => {
            let by = match by {
                Use::Warrant => "an application",
                Use::Plan => "a plan",
                Use::Interview => "an interview",
            };
            format!(
                "Round {}: {who} used {} in {by} without consent; it could have asked before.",
                change.round,
                item(scenario, *id)
            )
        }
    }
}

fn name(scenario: &Scenario, team: Team) -> String {
    let short = &scenario.service(team).short;
    short.get(&scenario.language).to_owned()
}

fn item(scenario: &Scenario, id: ItemId) -> String {
    let item = scenario.item(id);
    let letter = match item.origin {
        Team::North => 'N',
        Team::South => 'S',
    };
    let title = item.title.get(&scenario.language);
    format!("{letter}-{:02} “{title}”", item.number)
}

fn task(scenario: &Scenario, id: TaskId) -> String {
    scenario.task(id).title.get(&scenario.language).to_owned()
}

fn place(scenario: &Scenario, about: About) -> String {
    let text = match about {
        About::Subject(id) => &scenario.subject(id).name,
        About::Place(id) => &scenario.place(id).name,
    };
    text.get(&scenario.language).to_owned()
}

fn side(side: &Outcomes) -> String {
    let mut out = String::new();
    let outcomes = [Outcome::Full, Outcome::Partial, Outcome::Failed];
    for (outcome, e) in outcomes.into_iter().zip(&side.outcomes) {
        let _ = write!(
            out,
            "{} {:.0} % ({:.0} to {:.0}), ",
            outcome.key(),
            e.value * 100.0,
            e.low * 100.0,
            e.high * 100.0
        );
    }
    let _ = write!(
        out,
        "score {}, welfare lost {}",
        plain(&side.score),
        plain(&side.welfare_loss)
    );
    out
}

fn plain(e: &Estimate) -> String {
    format!("{:.1} ({:.1} to {:.1})", e.value, e.low, e.high)
}

fn shift(e: &Estimate, by: f64, unit: &str) -> String {
    // No minus before nothing.
    let tidy = |v: f64| {
        let v = (v * by * 10.0).round() / 10.0;
        if v == 0.0 { 0.0 } else { v }
    };
    format!(
        "{:+.1}{unit} ({:+.1} to {:+.1})",
        tidy(e.value),
        tidy(e.low),
        tidy(e.high)
    )
}

fn assumed(assumption: Assumption) -> &'static str {
    match assumption {
        Assumption::BothSimulated => {
            "From the moment on both teams are simulated, with the change and without it. So “as it was” is \
             what teams like these come to from there, not the exercise that was played."
        }
        Assumption::HabitsKept => {
            "They go on as the teams had played until then: as busy, as open, as careful, with a taste for \
             the same kinds of task. What they could have done and never did, they seldom do now. The less there is of the record until then, the more the whole record \
             counts, and after it what is usual."
        }
        Assumption::CannotRead => {
            "They cannot read. They go by what is listed, named and held, and so does their verdict."
        }
        Assumption::PlayedSoundly => {
            "Benches, rooms and counters they play soundly, whatever the officers made of them."
        }
        Assumption::DecisionsKept => {
            "What injects asked is decided as it really was; what was never asked, by chance."
        }
        Assumption::TrainerStill => "The trainer does nothing more by hand.",
        Assumption::SameLuck => "Both exercises of a pair have the same luck.",
        Assumption::OnlyTheItem => {
            "The item goes as it really went, or at once in every lawful way that is of use. Everything else \
             that is shared after that the simulated teams share by habit."
        }
        Assumption::RoundAsGiven => {
            "The round of a collision is carried out with the tasks that were given; the officer who is \
             called back gets another one, or none."
        }
        Assumption::ConsentGiven => "The partner would have given consent.",
        Assumption::OneAtATime => {
            "Each change is made alone. The effects of several do not add up."
        }
        Assumption::EachAlone => {
            "Intervals are of 95 %, each by itself: of twenty, one misses by chance."
        }
    }
}
