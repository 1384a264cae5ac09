//! Numbers in range, times, language tags: what a value may be without looking at anything else.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::file::{CaseFile, MapFile, TeamFile};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::Cx;

/// The version of the format that this program reads.
pub const FORMAT: u32 = 1;

pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    if let Some(case) = &parsed.case {
        cx.mended = case.broken;
        card(cx, &case.value, &Trail::Root(case.at));
    }
    if let Some(map) = &parsed.map {
        cx.mended = map.broken;
        map_values(cx, &map.value, &Trail::Root(map.at));
    }
    for officer in &parsed.officers.all {
        let (root, o) = (Trail::Root(officer.at), &officer.value);
        cx.mended = officer.broken;
        cx.ranged(&root, "level", o.level.into());
        let portrait = root.field("portrait");
        cx.ranged(&portrait, "skin", o.portrait.skin.into());
        cx.ranged(&portrait, "hair", o.portrait.hair.into());
        cx.ranged(&portrait, "hair_colour", o.portrait.hair_colour.into());
        cx.ranged(&portrait, "age", o.portrait.age.into());
    }
    for person in &parsed.people.all {
        let root = Trail::Root(person.at);
        cx.mended = person.broken;
        cx.ranged(&root, "welfare", person.value.welfare.into());
        cx.ranged(&root, "per_round", person.value.per_round.into());
    }
    for item in &parsed.items.all {
        let (root, grade) = (Trail::Root(item.at), item.value.grade);
        cx.mended = item.broken;
        cx.ranged(&root.field("grade"), "source", grade.source.into());
    }
    for task in &parsed.tasks.all {
        let (root, t) = (Trail::Root(task.at), &task.value);
        cx.mended = task.broken;
        cx.ranged(&root, "hours", t.hours.into());
        cx.ranged(&root, "rounds", t.rounds.into());
        cx.ranged(&root, "odds", t.odds.into());
    }
    for inject in &parsed.injects.all {
        cx.mended = inject.broken;
        let root = Trail::Root(inject.at);
        cx.ranged(&root, "number", inject.value.number.into());
    }
    for objective in &parsed.objectives.all {
        let root = Trail::Root(objective.at);
        cx.mended = objective.broken;
        for (n, criterion) in objective.value.criteria.iter().enumerate() {
            let points = root.field("criteria");
            let points = points.nth(n);
            cx.ranged(&points, "points", criterion.points.into());
        }
    }
    let (Some(truth), Some(case)) = (&parsed.truth, &parsed.case) else {
        return;
    };
    cx.mended = truth.broken || case.broken;
    // Without rounds there is none that an event could be in, and that has been told.
    let rounds = match case.value.rounds {
        0 => return,
        rounds => i64::from(rounds),
    };
    for (n, event) in truth.value.events.iter().enumerate() {
        let (root, round) = (Trail::Root(truth.at), i64::from(event.round));
        let events = root.field("events");
        cx.within(&events.nth(n).field("round"), "round", round, 0, rounds);
    }
}

fn card(cx: &mut Cx, case: &CaseFile, root: &Trail) {
    if case.format != FORMAT && !(case.format == 0 && cx.mended) {
        let message = format!(
            "the case is written in format {}; this program reads {FORMAT}",
            case.format
        );
        cx.tell(
            &root.field("format"),
            Code::FormatVersion,
            message,
            "not supported",
        );
    }
    if case.rounds == 0 {
        if !cx.mended {
            let message = "a case needs at least one round".to_owned();
            cx.tell(&root.field("rounds"), Code::NoRounds, message, "no rounds");
        }
    } else {
        cx.ranged(root, "rounds", case.rounds.into());
    }
    cx.ranged(root, "minutes", case.minutes.into());
    cx.ranged(root, "planning_seconds", case.planning_seconds.into());
    cx.ranged(root, "round_hours", case.round_hours.into());
    cx.ranged(root, "exposure", case.exposure.into());
    cx.within(&root.field("trust"), "trust", case.trust.into(), 0, 100);
    let channels = root.field("channels");
    for (name, delay) in [
        ("liaison_desk", case.channels.liaison_desk),
        ("interpol", case.channels.interpol),
        ("mutual", case.channels.mutual),
    ] {
        cx.ranged(&channels, name, delay.into());
    }
    if minutes(&case.start).is_none() && !(cx.mended && case.start.is_empty()) {
        let message = format!(
            "`{}` is not a time of day: write `HH:MM`, such as `06:30`",
            shown(&case.start)
        );
        cx.tell(&root.field("start"), Code::BadTime, message, "not a time");
    }
    team(cx, &case.north, &root.field("north"));
    team(cx, &case.south, &root.field("south"));
    language(cx, &case.language, &root.field("language"));
    for (n, tag) in case.translations.iter().enumerate() {
        let list = root.field("translations");
        let at = list.nth(n);
        language(cx, tag, &at);
        if *tag == case.language || case.translations[..n].contains(tag) {
            let message = format!("the language `{}` is named twice", shown(tag));
            cx.tell(&at, Code::BadLanguage, message, "again");
        }
        if n > 40 {
            cx.tell(
                &at,
                Code::TooMany,
                "more than 40 translations".to_owned(),
                "one too many",
            );
            return;
        }
    }
}

fn team(cx: &mut Cx, team: &TeamFile, root: &Trail) {
    cx.ranged(root, "budget", team.budget.into());
    cx.ranged(root, "utc_offset", team.utc_offset.into());
}

/// Minutes after midnight of `HH:MM`.
pub(in crate::scenario) fn minutes(time: &str) -> Option<u16> {
    let (hours, minutes) = time.split_once(':')?;
    let digits = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
    if !digits(hours) || !digits(minutes) {
        return None;
    }
    let (hours, minutes): (u16, u16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// A language in the form that the interface and the file names use.
fn language(cx: &mut Cx, tag: &str, trail: &Trail) {
    let parsed = unic_langid::LanguageIdentifier::from_bytes(tag.as_bytes());
    // Longer ones are allowed and never given: somebody has written the language's name.
    let canonical = parsed
        .ok()
        .filter(|l| !l.language.is_empty() && l.language.as_str().len() <= 3)
        .map(|l| l.to_string());
    if canonical.as_deref() == Some(tag) || (tag.is_empty() && cx.mended) {
        return;
    }
    let message = format!(
        "`{}` is not a language tag such as `en` or `th`",
        shown(tag)
    );
    let help = match canonical {
        Some(better) => format!("write `{better}`"),
        None => "two or three letters of ISO 639, as `en` for English".to_owned(),
    };
    let help = Some(help);
    cx.sink
        .at(cx.docs, trail.find(cx.docs), Code::BadLanguage, message)
        .label("not a language tag")
        .maybe_help(help);
}

fn map_values(cx: &mut Cx, map: &MapFile, root: &Trail) {
    let size = root.field("size");
    let (width, height) = map.size;
    cx.as_in(&size.nth(0), "size", "width", width.into());
    cx.as_in(&size.nth(1), "size", "height", height.into());
    cx.ranged(root, "km_per_100", map.km_per_100.into());
    let labels = map.labels.iter().map(|l| (&l.id, l.at)).enumerate();
    let places = map.places.iter().map(|p| (&p.id, p.at)).enumerate();
    for (list, n, (id, (x, y))) in labels
        .map(|(n, l)| ("labels", n, l))
        .chain(places.map(|(n, p)| ("places", n, p)))
    {
        let inside = |n: i16, max: u16| n >= 0 && i32::from(n) <= i32::from(max);
        if !inside(x, width) || !inside(y, height) {
            let trail = root.field(list);
            let message = format!(
                "`{}` is at ({x}, {y}), outside the map of {width} by {height}",
                shown(id)
            );
            cx.tell(
                &trail.nth(n).field("at"),
                Code::PlaceOffMap,
                message,
                "outside",
            );
        }
    }
}
