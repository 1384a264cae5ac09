//! What was learned: the questionnaires before, after and weeks later, of the same persons, without names.

use super::super::learning::Paired;
use super::super::paper::{Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::language::t;

/// Nothing, where nobody has answered.
pub(super) fn section(tell: &Telling) -> Option<Section> {
    let learned = tell.of.learned.as_ref()?;
    let mut section = Section::new("learning", tell.t("aar-learning"));
    section.says(tell.t("aar-learning-how"));
    let columns = vec![
        column(tell.t("aar-learning-what"), 46),
        column(tell.t("aar-learning-people"), 10),
        column(tell.t("aar-learning-before"), 11),
        column(tell.t("aar-learning-after"), 11),
        column(tell.t("aar-learning-gain"), 11),
        column(tell.t("aar-learning-later"), 11),
    ];
    let mut table = Table::new(tell.t("aar-learning-caption"), columns);
    for row in &learned.rows {
        table.row(vec![
            tell.get(&row.text).into(),
            row.after.n.to_string().into(),
            percent(row.after, |(before, _)| before).into(),
            percent(row.after, |(_, after)| after).into(),
            gain(row.after).into(),
            percent(row.follow_up, |(_, later)| later).into(),
        ]);
    }
    let all = learned.overall;
    table.row(vec![
        Line::strong(tell.t("aar-learning-all")).into(),
        all.after.n.to_string().into(),
        percent(all.after, |(before, _)| before).into(),
        percent(all.after, |(_, after)| after).into(),
        gain(all.after).into(),
        percent(all.follow_up, |(_, later)| later).into(),
    ]);
    section.table(table);
    if !learned.scales.is_empty() {
        let columns = vec![
            column(tell.t("aar-learning-asked"), 52),
            column("1".to_owned(), 9),
            column("2".to_owned(), 9),
            column("3".to_owned(), 9),
            column("4".to_owned(), 9),
            column("5".to_owned(), 12),
        ];
        let mut table = Table::new(tell.t("aar-learning-scales"), columns);
        for (text, when, counts) in &learned.scales {
            let when = tell.family("account-occasion", when.key());
            let mut cells = vec![Cell::from(tell.get(text)).line(Line::soft(when))];
            cells.extend(counts.iter().map(|n| n.to_string().into()));
            table.row(cells);
        }
        section.table(table);
    }
    if !learned.texts.is_empty() {
        section.part(tell.t("aar-learning-texts"));
        let said = learned.texts.iter().map(|(asked, text)| {
            let quote = t("debrief-quote").with("text", text.as_str());
            Line::soft(format!("{} ", tell.get(asked)))
                .and(super::super::paper::Tone::Plain, tell.say(&quote))
        });
        section.points(said.collect());
    }
    Some(section)
}

fn percent(of: Paired, which: impl Fn((f64, f64)) -> f64) -> String {
    let shares = of.shares().map(which);
    shares.map_or_else(|| "–".to_owned(), |share| format!("{:.0} %", share * 100.0))
}

/// Normalised gain.
fn gain(of: Paired) -> String {
    let gain = of.gain();
    gain.map_or_else(|| "–".to_owned(), |g| format!("{g:+.2}").replace('-', "−"))
}
