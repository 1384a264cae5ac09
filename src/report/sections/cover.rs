//! The cover: which exercise it was, who took part, and what it came to.

use super::super::paper::{Line, Tone};
use super::super::telling::{Telling, mark};
use crate::language::{family, t};
use crate::scenario::ids::Team;

pub(super) fn facts(tell: &Telling) -> Vec<(String, Line)> {
    let of = tell.of;
    let mut facts = Vec::new();
    if of.occasion.begun > 0 {
        facts.push((tell.t("aar-cover-date"), tell.date().into()));
    }
    for team in Team::BOTH {
        let service = &of.services[team.index()];
        let words = t("aar-cover-service").with("name", &service.name);
        let name = tell.say(&words.with("place", &service.place));
        let line = Line::default().and(Tone::Team(team), mark(team));
        let line = line.and(Tone::Plain, format!(" {name}"));
        facts.push((tell.t("aar-cover-services"), line));
        let people = &of.occasion.people[team.index()];
        if !people.is_empty() {
            let words = t("aar-cover-people").with("team", tell.short(team));
            facts.push((tell.say(&words), people.join(", ").into()));
        }
    }
    let hours = u32::from(of.played) * u32::from(of.round_hours);
    let length = t("aar-cover-length").with("rounds", of.played);
    let length = length.with("of", of.rounds).with("hours", hours);
    facts.push((tell.t("aar-cover-played"), tell.say(&length).into()));
    let outcome = tell.say(&family("debrief-outcome", of.debrief.outcome.key()));
    facts.push((tell.t("aar-cover-outcome"), Line::strong(outcome)));
    let score = t("debrief-score-of").with("score", of.debrief.score);
    facts.push((tell.t("debrief-tab-score"), tell.say(&score).into()));
    let reader = match of.reader {
        None => tell.t("aar-cover-for-all"),
        Some(team) => tell.say(&t("aar-cover-for-team").with("team", tell.short(team))),
    };
    facts.push((tell.t("aar-cover-for"), reader.into()));
    facts
}
