//! What was learned, as a table for the terminal. Nobody is named.

use std::fmt::Write as _;

use crate::language::Lang;
use crate::report::{Learning, Paired};
use crate::scenario::Scenario;
use crate::scenario::ids::SurveyId;
use crate::scenario::words::Occasion;

pub(super) fn text(scenario: &Scenario, learned: &Learning, lang: Lang) -> String {
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write(scenario, learned, lang, &mut out);
    out
}

fn write(
    scenario: &Scenario,
    learned: &Learning,
    lang: Lang,
    out: &mut String,
) -> std::fmt::Result {
    let question = |id: SurveyId| {
        let q = scenario.questionnaires.get(id.index());
        q.map_or("", |q| q.text.get(lang.tag()))
    };
    writeln!(out, "Questionnaires: {}", scenario.title.get(lang.tag()))?;
    let sheets = Occasion::ALL
        .iter()
        .map(|w| (w.key(), learned.handed_in(*w)));
    let sheets: Vec<String> = sheets.map(|(key, n)| format!("{key} {n}")).collect();
    writeln!(out, "Sheets: {}", sheets.join(", "))?;
    for (title, of) in [
        (
            "Before and after",
            (|l| l.after) as fn(&crate::report::Later) -> Paired,
        ),
        ("Before and weeks later", |l| l.follow_up),
    ] {
        if of(&learned.overall).n == 0 {
            continue;
        }
        writeln!(out, "\n{title}, by persons who handed in both:")?;
        writeln!(
            out,
            "    n  right before  right later   gain  gained/lost      p"
        )?;
        for m in &learned.measures {
            let by = m.what.by.iter().flatten().next();
            let said = by.map_or("", |id| question(*id));
            line(
                out,
                of(&m.later),
                true,
                &format!("{}: {said}", m.what.topic.key()),
            )?;
        }
        for (topic, sum) in &learned.topics {
            line(out, of(sum), false, &format!("all of {}", topic.key()))?;
        }
        line(out, of(&learned.overall), false, "all")?;
    }
    if !learned.scales.is_empty() {
        writeln!(
            out,
            "\nOn a scale of 1 to 5:\n    n  median  1 / 2 / 3 / 4 / 5"
        )?;
    }
    for s in &learned.scales {
        let median = s.twice_median().map_or("–".to_owned(), |twice| {
            format!("{:.1}", f64::from(twice) / 2.0)
        });
        let counts = s.counts.map(|c| c.to_string()).join(" / ");
        let (n, when) = (s.n(), s.when.key());
        writeln!(
            out,
            "{n:>5}  {median:>6}  {counts}  {when}: {}",
            question(s.question)
        )?;
    }
    let mut last = None;
    for (id, when, words) in &learned.texts {
        if last != Some((id, when)) {
            writeln!(
                out,
                "\nIn their own words, {}: {}",
                when.key(),
                question(*id)
            )?;
            last = Some((id, when));
        }
        writeln!(out, "- {words}")?;
    }
    Ok(())
}

/// A row; `tested`: one question, whose persons are counted once each.
fn line(out: &mut String, p: Paired, tested: bool, what: &str) -> std::fmt::Result {
    let Some((before, later)) = p.shares() else {
        return Ok(());
    };
    let none = || "–".to_owned();
    let gain = p.gain().map_or_else(none, |g| format!("{g:.2}"));
    let test = p.p().filter(|_| tested);
    let test = test.map_or_else(none, |p| format!("{p:.3}"));
    writeln!(
        out,
        "{:>5}  {:>10.0} %  {:>9.0} %  {gain:>5}  {:>6}/{:<4}  {test:>5}  {what}",
        p.n,
        before * 100.0,
        later * 100.0,
        p.gained,
        p.lost,
    )
}
