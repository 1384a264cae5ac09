//! What was observed, what the trainer did by hand, and the questions for the teams' own talk.

use super::super::paper::{Block, Cell, Line, Section, Table, column};
use super::super::telling::Telling;
use crate::engine::Actor;
use crate::language::{family, t};
use crate::view::ObservationView;

pub(super) fn observations(tell: &Telling) -> Section {
    let done = &tell.of.debrief.facilitation;
    let mut section = Section::new("observations", tell.t("console-notes"));
    if done.observations.is_empty() {
        section.says(tell.t("aar-notes-none"));
    }
    let columns = vec![
        column(tell.t("aar-when"), 16),
        column(tell.t("aar-notes-about"), 16),
        column(tell.t("aar-notes-what"), 50),
        column(tell.t("aar-notes-rating"), 18),
    ];
    let mut table = Table::new(tell.t("aar-notes-caption"), columns);
    for note in done.observations.iter() {
        table.row(observation(tell, note));
    }
    section.table(table);
    by_hand(tell, &mut section);
    section
}

fn observation(tell: &Telling, note: &ObservationView) -> Vec<Cell> {
    let by = match note.by {
        Actor::Facilitator => tell.t("aar-by-trainer"),
        _ => tell.t("aar-by-evaluator"),
    };
    let when = Cell::from(tell.round(note.round)).line(Line::soft(tell.clock(note.at)));
    let rating = note
        .rating
        .map(|r| tell.say(&family("aar-rating", r.key())));
    let mut rated = Cell::from(rating.unwrap_or_else(|| "–".to_owned()));
    if note.critical {
        rated = rated.line(Line::alert(tell.t("console-critical")));
    }
    let what = Cell::from(&*note.text).line(Line::soft(by));
    vec![when, tell.whose(note.team).into(), what, rated]
}

/// What the trainer gave and changed.
fn by_hand(tell: &Telling, section: &mut Section) {
    let done = &tell.of.debrief.facilitation;
    let mut points: Vec<Line> = Vec::new();
    for given in &done.given {
        let title = tell.row(given.item).map_or("", |row| tell.get(&row.title));
        let item = format!("{} {title}", tell.code(given.item));
        let words = t("aar-hand-given").with("round", given.round);
        let words = words.with("team", tell.short(given.team));
        points.push(tell.say(&words.with("item", &*item)).into());
    }
    for changed in &done.overrides {
        let key = if changed.success {
            "aar-hand-to-well"
        } else {
            "aar-hand-to-badly"
        };
        let words = t(key)
            .with("round", changed.round)
            .with("team", tell.short(changed.team))
            .with("task", &changed.title)
            .with("reason", &*changed.reason);
        points.push(tell.say(&words).into());
    }
    for sent in &done.inserted {
        let words = t("aar-hand-sent").with("round", sent.round);
        let words = words.with("from", &*sent.from).with("text", &*sent.text);
        points.push(tell.say(&words).into());
    }
    if !points.is_empty() {
        section.part(tell.t("aar-hand"));
        section.points(points);
    }
}

/// The teams' own questions.
pub(super) fn hot_wash(tell: &Telling) -> Option<Section> {
    let questions = &tell.of.debrief.hot_wash;
    if questions.is_empty() {
        return None;
    }
    let mut section = Section::new("hot-wash", tell.t("debrief-tab-hot-wash"));
    section.says(tell.t("debrief-hot-wash-how"));
    let points = questions.iter().map(|q| tell.get(q).into());
    section.blocks.push(Block::Points {
        numbered: true,
        points: points.collect(),
    });
    Some(section)
}
