//! The part of the page about what passed between the two desks, and what it cost.

use super::html::{class, mark};
use super::words::{Speaker, number};
use crate::language::{family, t};
use crate::scenario::ids::ItemId;
use crate::view::{DebriefView, ReplyView, RequestView};

/// The section.
pub(super) struct Desks {
    /// Name of a moment and trust then.
    pub trust: Vec<(String, u8)>,
    /// Round, points, reason.
    pub moves: Vec<(u8, String, String)>,
    pub requests: Vec<Asked>,
    /// Class and mark of the team, sentence.
    pub queries: Vec<(&'static str, &'static str, String)>,
    /// Breaches and blue on blue, each with what it cost.
    pub costs: Vec<String>,
}

/// A request.
pub(super) struct Asked {
    pub class: &'static str,
    pub mark: &'static str,
    pub round: u8,
    pub names: String,
    pub waited: String,
    pub answer: String,
    pub untrue: bool,
}

pub(super) fn section(debrief: &DebriefView, rounds: u8, speaker: &Speaker) -> Desks {
    let desks = &debrief.desks;
    let mut now = desks.trust_start;
    let mut trust = vec![(speaker.t("debrief-welfare-start"), now)];
    for round in 1..=rounds {
        for moved in desks.trust.moves.iter().filter(|m| m.round == round) {
            now = now.saturating_add_signed(moved.by).min(100);
        }
        trust.push((speaker.round(round), now));
    }
    let moves = desks.trust.moves.iter().map(|m| {
        let why = speaker.say(&family("liaison-cause", m.why.key()));
        (m.round, format!("{:+}", m.by), why)
    });
    let queries = desks.queries.iter().map(|q| {
        let told = if q.matched {
            t("liaison-debrief-match")
        } else {
            t("liaison-debrief-no-match")
        };
        let told = told.with("round", q.round);
        let told = told.with("name", speaker.text(q.about.name()));
        (class(q.by), mark(q.by), speaker.say(&told))
    });
    let requests = desks.requests.iter();
    Desks {
        trust,
        moves: moves.collect(),
        requests: requests.map(|r| asked(debrief, r, speaker)).collect(),
        queries: queries.collect(),
        costs: costs(debrief, speaker),
    }
}

fn asked(debrief: &DebriefView, request: &RequestView, speaker: &Speaker) -> Asked {
    let answer = match &request.reply {
        None => speaker.t("report-never-answered"),
        Some(ReplyView::NoTrace) => speaker.t("liaison-do-no-trace"),
        Some(ReplyView::Refused(why)) => {
            let why = family("liaison-withheld", why.key());
            speaker.say(&t("report-refused").with("why", why))
        }
        Some(ReplyView::Items { items, .. }) => codes(debrief, items, speaker),
    };
    let names = request.subjects.iter().map(|s| speaker.text(&s.name));
    Asked {
        class: class(request.by),
        mark: mark(request.by),
        round: request.asked,
        names: speaker.list(names),
        waited: match request.age {
            0 => "–".to_owned(),
            age => speaker.say(&t("report-waited-rounds").with("rounds", age)),
        },
        answer,
        untrue: debrief.desks.untrue.contains(&request.id),
    }
}

fn costs(debrief: &DebriefView, speaker: &Speaker) -> Vec<String> {
    let breaches = debrief.desks.breaches.iter().map(|b| {
        let told = t("liaison-debrief-breach").with("round", b.round);
        let told = told.with("team", speaker.team(b.team));
        let told = told.with("item", code(debrief, b.item));
        let told = told.with("use", family("liaison-use", b.by.key()));
        speaker.say(&told.with("partner", speaker.team(b.team.other())))
    });
    let met = debrief.desks.collisions.iter().map(|c| {
        let [north, south] = c.tasks.each_ref().map(|task| speaker.text(task));
        let told = t("liaison-debrief-blue").with("round", c.round);
        let told = told.with("name", speaker.text(c.about.name()));
        let told = told.with("north", north).with("south", south);
        speaker.say(&told.with("failed", speaker.team(c.failed)))
    });
    breaches.chain(met).collect()
}

/// The number of an item.
pub(super) fn code(debrief: &DebriefView, id: ItemId) -> String {
    let row = debrief.knowledge.iter().find(|row| row.item == id);
    row.map_or_else(String::new, |row| number(row.origin, row.number))
}

/// The numbers of items.
pub(super) fn codes(debrief: &DebriefView, items: &[ItemId], speaker: &Speaker) -> String {
    speaker.list(items.iter().map(|item| code(debrief, *item)))
}
