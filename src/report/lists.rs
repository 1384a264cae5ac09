//! Lists of a report, each for a sheet of the workbook or a file of its own.

use serde_json::Value;

use super::metrics::{Unit, unit};
use super::paper::tidy;
use super::sections::{planned, rated, standing, status};
use super::telling::{Telling, code, mark};
use crate::language::family;
use crate::scenario::ids::Team;
use crate::view::InjectStatus;

/// A value in a list.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Datum {
    Number(f64),
    Text(String),
    Nothing,
}

/// A list with the names of its columns.
pub(super) struct List {
    pub name: String,
    /// Name, and width in characters.
    pub columns: Vec<(String, f64)>,
    pub rows: Vec<Vec<Datum>>,
}

fn text(text: impl AsRef<str>) -> Datum {
    Datum::Text(tidy(text.as_ref()))
}

fn number(number: impl Into<f64>) -> Datum {
    Datum::Number(number.into())
}

fn round(round: Option<u8>) -> Datum {
    round.map_or(Datum::Nothing, number)
}

fn service(tell: &Telling, team: Option<Team>) -> Datum {
    team.map_or(Datum::Nothing, |team| {
        text(format!("{} {}", mark(team), tell.short(team)))
    })
}

fn list(tell: &Telling, name: &'static str, columns: &[(&'static str, f64)]) -> List {
    let columns = columns.iter().map(|(key, width)| (tell.t(key), *width));
    List {
        name: tell.t(name),
        columns: columns.collect(),
        rows: Vec::new(),
    }
}

/// What happened, in words.
pub(super) fn timeline(tell: &Telling) -> List {
    let columns = [
        ("aar-column-event", 8.0),
        ("aar-round", 8.0),
        ("aar-when", 20.0),
        ("aar-who", 18.0),
        ("aar-happened", 90.0),
    ];
    let mut out = list(tell, "aar-sheet-timeline", &columns);
    for moment in &tell.of.findings.account {
        out.rows.push(vec![
            number(moment.event),
            number(moment.round),
            text(tell.clock(moment.at)),
            service(tell, moment.team),
            text(tell.get(&moment.text)),
        ]);
    }
    out
}

/// Every item and who knew it when.
pub(super) fn items(tell: &Telling) -> List {
    let columns = [
        ("aar-column-item", 8.0),
        ("aar-who", 16.0),
        ("aar-column-title", 34.0),
        ("aar-column-weight", 14.0),
        ("aar-held", 10.0),
        ("aar-shared", 10.0),
        ("aar-column-form", 14.0),
        ("aar-arrived", 10.0),
        ("aar-used", 10.0),
        ("aar-column-text", 70.0),
        ("debrief-lesson", 60.0),
    ];
    let mut out = list(tell, "aar-sheet-items", &columns);
    for row in &tell.of.debrief.knowledge {
        let weight = match (row.critical, row.false_lead) {
            (true, _) => text(tell.t("debrief-critical")),
            (_, true) => text(tell.t("debrief-false-lead")),
            _ => Datum::Nothing,
        };
        let form = row.shared.map_or(Datum::Nothing, |(_, form)| {
            text(tell.say(&family("debrief-form", form.key())))
        });
        let lesson = row.lesson.as_ref();
        out.rows.push(vec![
            text(code(row)),
            service(tell, Some(row.origin)),
            text(tell.get(&row.title)),
            weight,
            round(row.held),
            round(row.shared.map(|(round, _)| round)),
            form,
            round(row.arrived),
            round(row.used),
            text(tell.get(&row.text)),
            lesson.map_or(Datum::Nothing, |l| text(tell.get(l))),
        ]);
    }
    out
}

/// The figures, as numbers.
pub(super) fn metrics(tell: &Telling) -> List {
    let columns = [
        ("aar-measure", 34.0),
        ("aar-measure-both", 12.0),
        // The services' own names stand over these two.
        ("aar-who", 12.0),
        ("aar-who", 12.0),
        ("aar-column-unit", 18.0),
        ("aar-column-meaning", 80.0),
    ];
    let mut out = list(tell, "aar-sheet-metrics", &columns);
    for (n, team) in Team::BOTH.into_iter().enumerate() {
        if let Some(column) = out.columns.get_mut(n + 2) {
            column.0 = tidy(tell.short(team));
        }
    }
    for one in &tell.of.findings.figures {
        let unit = unit(one.metric);
        let scale = if unit == Unit::Hundredths { 100.0 } else { 1.0 };
        let figure = |team| {
            let figure = one.of(team);
            // As exact as anybody reads them.
            let two = |f: f64| (f * 100.0).round() / 100.0;
            figure.map_or(Datum::Nothing, |f| number(two(f.value() / scale)))
        };
        let unit = match unit {
            Unit::Percent => "aar-unit-percent",
            Unit::Minutes => "aar-unit-minutes",
            Unit::Count => "aar-unit-count",
            Unit::Points => "aar-unit-points",
            Unit::Hundredths => "aar-unit-deviations",
        };
        out.rows.push(vec![
            text(tell.family("aar-metric", one.metric.key())),
            figure(None),
            figure(Some(Team::North)),
            figure(Some(Team::South)),
            text(tell.t(unit)),
            text(tell.family("aar-metric-how", one.metric.key())),
        ]);
    }
    out
}

/// Every critical task with what stands, and what each evaluator gave.
pub(super) fn ratings(tell: &Telling) -> List {
    let columns = [
        ("aar-column-objective", 36.0),
        ("aar-column-capability", 36.0),
        ("aar-guide-task", 44.0),
        ("aar-who", 16.0),
        ("aar-guide-rating", 36.0),
        ("aar-column-by", 18.0),
        ("aar-column-note", 50.0),
    ];
    let mut out = list(tell, "aar-sheet-ratings", &columns);
    for one in rated(tell) {
        let mut row = |rating: String, by: String, note: &str| {
            out.rows.push(vec![
                text(tell.get(&one.capability.objective)),
                text(tell.get(&one.capability.text)),
                text(tell.get(&one.task.text)),
                service(tell, one.task.team),
                text(rating),
                text(by),
                text(note),
            ]);
        };
        let stands = standing(tell, &one);
        let stands: String = stands.0.into_iter().map(|span| span.text).collect();
        let by = if one.settled {
            "aar-by-decided"
        } else {
            "aar-by-program"
        };
        row(stands, tell.t(by), one.note);
        let given = tell.of.ratings.iter().filter(|r| r.task == one.task.task);
        for rating in given {
            let words = tell.family("aar-rating", rating.rating.key());
            row(words, rating.name.to_string(), &rating.note);
        }
    }
    out
}

/// The list of injects, planned beside actual; in no team's report.
pub(super) fn msel(tell: &Telling) -> Option<List> {
    let msel = tell.of.msel.as_ref()?;
    let columns = [
        ("aar-msel-number", 8.0),
        ("aar-msel-what", 54.0),
        ("aar-msel-planned", 26.0),
        ("aar-msel-actual", 10.0),
        ("aar-column-status", 16.0),
        ("aar-column-from", 24.0),
        ("aar-column-to", 20.0),
        ("aar-msel-expected", 54.0),
    ];
    let mut out = list(tell, "aar-sheet-msel", &columns);
    for row in &msel.injects {
        let to = row
            .to
            .iter()
            .map(|t| format!("{} {}", mark(*t), tell.short(*t)));
        let to: Vec<_> = to.collect();
        let (actual, now) = match row.status {
            InjectStatus::Fired(round) => (number(round), tell.t("console-inject-done")),
            other => (Datum::Nothing, status(tell, other)),
        };
        let expect = row.expect.as_ref();
        out.rows.push(vec![
            number(row.number),
            text(tell.get(row.synopsis.as_ref().unwrap_or(&row.text))),
            text(planned(tell, row)),
            actual,
            text(now),
            text(tell.get(&row.from)),
            text(to.join(", ")),
            expect.map_or(Datum::Nothing, |e| text(tell.get(e))),
        ]);
    }
    for one in &msel.inserted {
        let to = one.to.map_or_else(
            || text(tell.t("console-about-both")),
            |team| service(tell, Some(team)),
        );
        out.rows.push(vec![
            number(one.number),
            text(&one.text),
            text(tell.t("aar-msel-inserted")),
            number(one.round),
            text(tell.t("console-inject-done")),
            text(&one.from),
            to,
            Datum::Nothing,
        ]);
    }
    Some(out)
}

/// The record itself: what each event says beside its number, round and service stands as JSON.
pub(super) fn events(tell: &Telling, events: &[Value]) -> List {
    let columns = [
        ("aar-column-event", 8.0),
        ("aar-round", 8.0),
        ("aar-column-kind", 24.0),
        ("aar-who", 14.0),
        ("aar-column-details", 110.0),
    ];
    let mut out = list(tell, "aar-sheet-events", &columns);
    for event in events {
        let Some(fields) = event.as_object() else {
            continue;
        };
        let figure = |key: &str| {
            let value = fields.get(key).and_then(Value::as_f64);
            value.map_or(Datum::Nothing, Datum::Number)
        };
        let word = |key: &str| {
            let value = fields.get(key).and_then(Value::as_str);
            value.map_or(Datum::Nothing, text)
        };
        let apart = ["number", "round", "event", "team"];
        let rest = fields
            .iter()
            .filter(|(key, _)| !apart.contains(&key.as_str()));
        let rest: serde_json::Map<String, Value> =
            rest.map(|(k, v)| (k.clone(), v.clone())).collect();
        let details = if rest.is_empty() {
            Datum::Nothing
        } else {
            text(Value::Object(rest).to_string())
        };
        out.rows.push(vec![
            figure("number"),
            figure("round"),
            word("event"),
            word("team"),
            details,
        ]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Datum, text};

    #[test]
    fn a_text_is_kept_on_one_line() {
        assert_eq!(text("=1\n+1\u{7}"), Datum::Text("=1 +1".to_owned()));
    }
}
