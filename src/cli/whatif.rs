//! `liaison whatif`: what an exercise would have come to, had one thing been otherwise.

use std::fmt::Write as _;
use std::io::{IsTerminal as _, Write as _};
use std::path::Path;
use std::sync::atomic::AtomicBool;

use super::{DONE, PROBLEMS, cut_off, say as write_out};
use crate::analysis::{
    Change, Changed, Estimate, NoAnswer, Outcomes, Reason, Settings, Verdict, WhatIf, what_if,
};
use crate::engine::About;
use crate::journal;
use crate::language::{Lang, Words, case, family, say, t};
use crate::library;
use crate::report::item_number;
use crate::scenario::Scenario;
use crate::scenario::ids::ItemId;
use crate::scenario::words::{Form, Outcome};

pub(super) fn run(file: &Path, runs: u32, seed: Option<u64>, lang: Option<Lang>, json: bool) -> u8 {
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
            Ok(line) => write_out(format_args!("{line}\n")),
            Err(e) => Err(e.into()),
        },
        Ok(answer) => {
            let lang = lang.unwrap_or_else(|| Lang::of(&scenario.language));
            write_out(format_args!("{}", account(&scenario, &answer, lang)))
        }
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

fn account(scenario: &Scenario, answer: &WhatIf, lang: Lang) -> String {
    let tell = Telling { scenario, lang };
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = tell.write(answer, &mut out);
    out
}

/// Tells of one case in one language.
struct Telling<'a> {
    scenario: &'a Scenario,
    lang: Lang,
}

impl Telling<'_> {
    fn say(&self, words: &Words) -> String {
        say(self.lang, words)
    }

    fn write(&self, answer: &WhatIf, out: &mut String) -> std::fmt::Result {
        let came = &answer.came;
        let words = t("whatif-came")
            .with("outcome", family("debrief-outcome", came.outcome.key()))
            .with("score", came.score)
            .with("loss", came.welfare_loss);
        let title = self.say(&case(&self.scenario.title));
        writeln!(out, "{title}\n{}\n", self.say(&words))?;
        let what = if answer.changes.is_empty() {
            t("debrief-cost-nothing")
        } else {
            let how = t("whatif-how").with("runs", answer.runs);
            how.with("seed", answer.seed.to_string())
        };
        writeln!(out, "{}", self.say(&what))?;
        for (n, change) in answer.changes.iter().enumerate() {
            writeln!(out, "\n{}. {}", n + 1, self.say(&self.what(change)))?;
            for words in self.came(change) {
                writeln!(out, "     {}", self.say(&words))?;
            }
        }
        if !answer.unexamined.is_empty() {
            writeln!(out, "\n{}:", self.say(&t("whatif-unexamined")))?;
        }
        for u in &answer.unexamined {
            let words = match u.reason {
                Reason::NeverHeld => t("whatif-never-held"),
                Reason::NoTimeLeft => t("whatif-no-time-left"),
            };
            let words = words.with("item", self.item(u.item));
            writeln!(out, "  - {}", self.say(&words))?;
        }
        if !answer.assumptions.is_empty() {
            writeln!(out, "\n{}:", self.say(&t("debrief-cost-rests")))?;
        }
        for assumption in &answer.assumptions {
            let words = family("whatif-assumption", assumption.key());
            writeln!(out, "  - {}", self.say(&words))?;
        }
        Ok(())
    }

    /// What would have been otherwise.
    fn what(&self, change: &Changed) -> Words {
        let who = &self.scenario.service(change.team).short;
        let moved = |words: Words, item: ItemId, to: u8, form: Form| {
            let words = words.with("item", self.item(item)).with("to", to);
            words.with("form", family("debrief-form", form.key()))
        };
        let words = match &change.change {
            Change::SharedLate {
                item,
                from,
                to,
                form,
            } => moved(t("whatif-late").with("from", *from), *item, *to, *form),
            Change::NeverShared { item, to, form } => moved(t("whatif-never"), *item, *to, *form),
            Change::BlueOnBlue { tasks, about } => {
                let place = match about {
                    About::Subject(id) => &self.scenario.subject(*id).name,
                    About::Place(id) => &self.scenario.place(*id).name,
                };
                let [north, south] = tasks.map(|task| &self.scenario.task(task).title);
                let words = t("whatif-met").with("place", place);
                words.with("north", north).with("south", south)
            }
            Change::Breach { item, by } => {
                let words = t("whatif-breach").with("item", self.item(*item));
                words.with("use", family("liaison-use", by.key()))
            }
        };
        words.with("team", who).with("round", change.round)
    }

    /// `N-02 “A plate number”`.
    fn item(&self, id: ItemId) -> Words {
        let item = self.scenario.item(id);
        let words = t("account-item").with("number", item_number(item.origin, item.number));
        words.with("title", &item.title)
    }

    /// What it came to with and without it, and the difference.
    fn came(&self, change: &Changed) -> [Words; 4] {
        let difference = t("whatif-difference")
            .with("solved", shift("whatif-more-solved", &change.full, 100.0))
            .with("score", shift("whatif-score", &change.score, 1.0))
            .with("loss", shift("whatif-loss", &change.welfare_loss, 1.0));
        let verdict = match change.verdict {
            Verdict::Better => t("whatif-better"),
            Verdict::Worse => t("whatif-worse"),
            Verdict::NoDifference => t("whatif-no-difference"),
            Verdict::NothingChanged => t("whatif-nothing-changed"),
        };
        let differ = t("whatif-differ").with("verdict", verdict);
        [
            t("whatif-as-it-was").with("what", self.side(&change.without)),
            t("whatif-with-change").with("what", self.side(&change.with)),
            difference,
            differ
                .with("differ", change.differ)
                .with("runs", change.runs),
        ]
    }

    fn side(&self, side: &Outcomes) -> String {
        let percent = |e: f64| format!("{:.0}", e * 100.0);
        let outcomes = [Outcome::Full, Outcome::Partial, Outcome::Failed];
        let mut parts: Vec<Words> = (outcomes.into_iter().zip(&side.outcomes))
            .map(|(outcome, e)| {
                t("whatif-share")
                    .with("outcome", family("debrief-outcome", outcome.key()))
                    .with("percent", percent(e.value))
                    .with("low", percent(e.low))
                    .with("high", percent(e.high))
            })
            .collect();
        parts.push(estimate("whatif-score", &side.score, |v| format!("{v:.1}")));
        let loss = estimate("whatif-loss", &side.welfare_loss, |v| format!("{v:.1}"));
        parts.push(loss);
        let parts: Vec<_> = parts.iter().map(|words| self.say(words)).collect();
        parts.join(", ")
    }
}

fn estimate(key: &'static str, e: &Estimate, figure: impl Fn(f64) -> String) -> Words {
    let words = t(key).with("value", figure(e.value));
    words
        .with("low", figure(e.low))
        .with("high", figure(e.high))
}

fn shift(key: &'static str, e: &Estimate, by: f64) -> Words {
    // No minus before nothing.
    let tidy = |v: f64| {
        let v = (v * by * 10.0).round() / 10.0;
        if v == 0.0 { 0.0 } else { v }
    };
    estimate(key, e, |v| format!("{:+.1}", tidy(v)))
}
