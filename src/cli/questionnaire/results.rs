//! What was learned, for the terminal. Nobody is named.

use std::fmt::Write as _;

use crate::language::{Lang, Words, case, family, plain, say, t};
use crate::report::{Later, Learning, Paired};
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
    let words = |words: Words| say(lang, &words);
    let question = |id: SurveyId| {
        let q = scenario.questionnaires.get(id.index());
        q.map_or_else(|| plain(""), |q| case(&q.text))
    };
    let title = t("questionnaire-results").with("title", &scenario.title);
    writeln!(out, "{}", words(title))?;
    let sheets = t("questionnaire-results-sheets")
        .with("before", learned.handed_in(Occasion::Before))
        .with("after", learned.handed_in(Occasion::After))
        .with("later", learned.handed_in(Occasion::FollowUp));
    writeln!(out, "{}", words(sheets))?;
    let after: fn(&Later) -> Paired = |l| l.after;
    let later: fn(&Later) -> Paired = |l| l.follow_up;
    for (heading, of) in [
        ("questionnaire-results-after", after),
        ("questionnaire-results-later", later),
    ] {
        if of(&learned.overall).n == 0 {
            continue;
        }
        writeln!(out, "\n{}", words(t(heading)))?;
        let mut row = |what: Words, paired: Paired, tested: bool| match figures(paired, tested) {
            Some(figures) => writeln!(out, "{}\n    {}", words(what), words(figures)),
            None => Ok(()),
        };
        for m in &learned.measures {
            let by = m.what.by.iter().flatten().next();
            let what = t("questionnaire-results-question")
                .with("topic", family("questionnaire-topic", m.what.topic.key()))
                .with("question", by.map_or_else(|| plain(""), |id| question(*id)));
            row(what, of(&m.later), true)?;
        }
        for (topic, sum) in &learned.topics {
            let topic = family("questionnaire-topic", topic.key());
            let what = t("questionnaire-results-topic").with("topic", topic);
            row(what, of(sum), false)?;
        }
        row(t("aar-learning-all"), of(&learned.overall), false)?;
    }
    let scales = || learned.scales.iter().filter(|s| s.n() > 0);
    if scales().next().is_some() {
        writeln!(out, "\n{}", words(t("questionnaire-results-scales")))?;
    }
    for s in scales() {
        let median = s.twice_median().map_or("–".to_owned(), |twice| {
            format!("{:.1}", f64::from(twice) / 2.0)
        });
        let what = t("questionnaire-results-scale")
            .with("when", family("account-occasion", s.when.key()))
            .with("question", question(s.question));
        let counts = t("questionnaire-results-counts")
            .with("n", s.n())
            .with("median", median)
            .with("counts", s.counts.map(|c| c.to_string()).join(" / "));
        writeln!(out, "{}\n    {}", words(what), words(counts))?;
    }
    let mut last = None;
    for (id, when, said) in &learned.texts {
        if last != Some((id, when)) {
            let what = t("questionnaire-results-words")
                .with("when", family("account-occasion", when.key()))
                .with("question", question(*id));
            writeln!(out, "\n{}", words(what))?;
            last = Some((id, when));
        }
        writeln!(out, "- {said}")?;
    }
    Ok(())
}

/// Nothing where nobody handed in both. `tested`: one question, whose persons are counted once each.
fn figures(p: Paired, tested: bool) -> Option<Words> {
    let (before, later) = p.shares()?;
    let gain = p.gain().map_or("–".to_owned(), |g| format!("{g:.2}"));
    let figures = t("questionnaire-results-figures")
        .with("n", p.n)
        .with("before", format!("{:.0}", before * 100.0))
        .with("share", format!("{:.0}", later * 100.0))
        .with("gain", gain)
        .with("gained", p.gained)
        .with("lost", p.lost);
    Some(match p.p().filter(|_| tested) {
        None => figures,
        Some(p) => t("questionnaire-results-tested")
            .with("figures", figures)
            .with("p", format!("{p:.3}")),
    })
}
