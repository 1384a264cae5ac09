//! Both first theories beside the verdict and the right answer.

use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use super::verdicts::calibration;
use crate::engine::Theory;
use crate::language::{family, t};
use crate::scenario::ids::Team;

pub(super) fn section(tell: &Telling) -> Section {
    let debrief = &tell.of.debrief;
    let mut section = Section::new("theories", tell.t("aar-theories"));
    section.says(tell.t("aar-theories-how"));
    if debrief.verdict.is_none() {
        section.says(Line::alert(tell.t("aar-sure-none")));
    }
    let theories = [
        debrief.first_theories[0].as_ref(),
        debrief.first_theories[1].as_ref(),
        debrief.verdict.as_ref(),
    ];
    let first = |team| {
        let words = t("aar-theories-first").with("team", tell.short(team));
        tell.say(&words)
    };
    let columns = vec![
        column(tell.t("aar-theories-question"), 28),
        column(first(Team::North), 18),
        column(first(Team::South), 18),
        column(tell.t("debrief-verdict"), 18),
        column(tell.t("debrief-answer"), 18),
    ];
    let mut table = Table::new(tell.t("aar-theories-caption"), columns);
    let mut row = |question: Line, said: [Option<(String, bool)>; 3], answer: String| {
        let mut cells = vec![Cell::from(question)];
        cells.extend(said.map(|said| match said {
            None => Line::soft(tell.t("debrief-open")).into(),
            Some((words, true)) => Cell::from(Line::strong(format!("✓ {words}"))),
            Some((words, false)) => Cell::from(Line::alert(format!("✗ {words}"))),
        }));
        cells.push(answer.into());
        table.row(cells);
    };
    let truth = debrief.answer.offence;
    let offence = |o: crate::scenario::words::Offence| tell.family("debrief-offence", o.key());
    row(
        tell.t("debrief-offence").into(),
        theories.map(|theory| theory?.offence.map(|o| (offence(o), o == truth))),
        offence(truth),
    );
    for (n, (question, answer)) in debrief.answer.answers.iter().enumerate() {
        let said = |theory: &Theory| theory.answers.get(n).copied().flatten();
        row(
            tell.get(question).into(),
            theories.map(|theory| {
                let said = said(theory?)?;
                Some((tell.subject(said).to_owned(), said == answer.id))
            }),
            tell.get(&answer.name).to_owned(),
        );
    }
    let status = |s: crate::scenario::words::PersonStatus| tell.family("debrief-status", s.key());
    for (n, (person, answer)) in debrief.answer.people.iter().enumerate() {
        row(
            tell.get(person).into(),
            theories.map(|theory| {
                let said = theory?.people.get(n).copied()?;
                Some((status(said), said == *answer))
            }),
            status(*answer),
        );
    }
    let plain = |theory: Option<&Theory>, words: &dyn Fn(&Theory) -> String| {
        let none = || "–".to_owned();
        Cell::from(theory.map_or_else(none, words))
    };
    let rests = |theory: &Theory| {
        let mut items: Vec<_> = theory.all_cited().collect();
        items.sort_unstable();
        items.dedup();
        tell.codes(&items)
    };
    let mut cells = vec![Cell::from(tell.t("debrief-cited"))];
    cells.extend(theories.map(|theory| plain(theory, &rests)));
    cells.push("–".into());
    table.row(cells);
    let sure = |theory: &Theory| format!("{} %", theory.confidence);
    let mut cells = vec![Cell::from(tell.t("debrief-sure"))];
    cells.extend(theories.map(|theory| plain(theory, &sure)));
    cells.push("–".into());
    table.row(cells);
    section.table(table);
    if debrief.verdict.is_some() {
        section.says(calibration(tell));
    }
    links(tell, &mut section);
    section
}

/// Links that the case judges, who stood for them, and whether they are true.
fn links(tell: &Telling, section: &mut Section) {
    let mut points = Vec::new();
    // What the case does not judge, nobody can learn from.
    let judged = tell.of.debrief.links.iter().filter(|l| l.truth.is_some());
    for link in judged {
        let says = t("chart-says")
            .with("from", &link.from.name)
            .with("kind", family("link-kind", link.link.kind.key()))
            .with("to", &link.to.name);
        let key = if link.truth == Some(true) {
            "chart-debrief-true"
        } else {
            "chart-debrief-false"
        };
        let mut words = vec![tell.say(&t(key).with("says", says))];
        for team in Team::BOTH {
            let n = team.index();
            let name = tell.short(team);
            if let Some(round) = link.posted[n] {
                let posted = t("chart-debrief-posted").with("round", round);
                words.push(tell.say(&posted.with("team", name)));
            }
            if link.challenged[n] {
                words.push(tell.say(&t("chart-debrief-doubted").with("team", name)));
            }
        }
        if link.truth == Some(true) && link.posted == [None, None] {
            words.push(tell.t("chart-debrief-missed"));
        }
        points.push(words.join(" ").into());
    }
    if !points.is_empty() {
        section.part(tell.t("aar-links"));
        section.points(points);
    }
}
