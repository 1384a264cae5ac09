//! The part of the page about what passed between the two desks, and what it cost.

use super::account::desks::{cause, use_of, withheld};
use super::html::{class, mark};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, Team};
use crate::view::{DebriefView, ReplyView, RequestView, SubjectView};

/// The section.
pub(super) struct Desks {
    /// Name of a moment and trust then.
    pub trust: Vec<(String, u8)>,
    /// Round, points, reason.
    pub moves: Vec<(u8, String, &'static str)>,
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

pub(super) fn section(debrief: &DebriefView, rounds: u8, lang: &str) -> Desks {
    let desks = &debrief.desks;
    let mut now = desks.trust_start;
    let mut trust = vec![("start".to_owned(), now)];
    for round in 1..=rounds {
        for moved in desks.trust.moves.iter().filter(|m| m.round == round) {
            now = now.saturating_add_signed(moved.by).min(100);
        }
        trust.push((format!("round {round}"), now));
    }
    let moves = desks.trust.moves.iter();
    Desks {
        trust,
        moves: moves
            .map(|m| (m.round, format!("{:+}", m.by), cause(m.why)))
            .collect(),
        requests: (desks.requests.iter())
            .map(|r| asked(debrief, r, lang))
            .collect(),
        queries: (desks.queries.iter())
            .map(|q| {
                let name = q.about.name().get(lang);
                let word = if q.matched { "a match" } else { "no match" };
                let text = format!("Round {}: {name}, {word}", q.round);
                (class(q.by), mark(q.by), text)
            })
            .collect(),
        costs: costs(debrief, lang),
    }
}

fn asked(debrief: &DebriefView, request: &RequestView, lang: &str) -> Asked {
    let answer = match &request.reply {
        None => "never answered".to_owned(),
        Some(ReplyView::NoTrace) => "no trace".to_owned(),
        Some(ReplyView::Refused(why)) => format!("refused: {}", withheld(*why)),
        Some(ReplyView::Items { items, .. }) => {
            let items: Vec<_> = items.iter().map(|item| code(debrief, *item)).collect();
            items.join(", ")
        }
    };
    Asked {
        class: class(request.by),
        mark: mark(request.by),
        round: request.asked,
        names: names(&request.subjects, lang),
        waited: match request.age {
            0 => "–".to_owned(),
            1 => "1 round".to_owned(),
            age => format!("{age} rounds"),
        },
        answer,
        untrue: debrief.desks.untrue.contains(&request.id),
    }
}

fn costs(debrief: &DebriefView, lang: &str) -> Vec<String> {
    let get = |text: &Text| text.get(lang).to_owned();
    let breaches = debrief.desks.breaches.iter().map(|b| {
        let item = code(debrief, b.item);
        format!(
            "Round {}: {} used {item} {} without asking its originator, who will think twice before \
             passing on the next.",
            b.round,
            mark(b.team),
            use_of(b.by)
        )
    });
    let met = debrief.desks.collisions.iter().map(|c| {
        let [north, south] = c.tasks.each_ref().map(get);
        format!(
            "Round {}, {}: “{north}” met “{south}”. The task of {} came to nothing and the network \
             was alarmed. One query of the register would have told both.",
            c.round,
            c.about.name().get(lang),
            mark(c.failed)
        )
    });
    breaches.chain(met).collect()
}

fn names(subjects: &[SubjectView], lang: &str) -> String {
    let names: Vec<_> = subjects.iter().map(|s| s.name.get(lang)).collect();
    names.join(", ")
}

pub(super) fn code(debrief: &DebriefView, id: ItemId) -> String {
    let row = debrief.knowledge.iter().find(|row| row.item == id);
    row.map_or_else(String::new, |row| {
        let letter = if row.origin == Team::North { 'N' } else { 'S' };
        format!("{letter}-{:02}", row.number)
    })
}
