//! What passed between the two liaison desks, and what it cost.

use super::super::paper::{Cell, Line, Section, Table, Tone, column};
use super::super::telling::Telling;
use crate::language::{family, t};
use crate::view::{ReplyView, RequestView};

pub(super) fn section(tell: &Telling) -> Section {
    let desks = &tell.of.debrief.desks;
    let mut section = Section::new("desks", tell.t("liaison-debrief-tab"));
    section.part(tell.t("liaison-debrief-requests"));
    if desks.requests.is_empty() {
        section.says(tell.t("liaison-debrief-no-requests"));
    }
    let columns = vec![
        column(tell.t("aar-round"), 12),
        column(tell.t("aar-request-by"), 16),
        column(tell.t("aar-request-about"), 28),
        column(tell.t("aar-request-answer"), 44),
    ];
    let mut table = Table::new(tell.t("aar-requests-caption"), columns);
    for request in &desks.requests {
        let mut about = Cell::from(tell.names(&request.subjects));
        if let Some(text) = &request.text {
            about = about.line(Line::soft(format!("“{text}”")));
        }
        let round = Cell::from(tell.round(request.asked));
        let by = Cell::from(tell.team(request.by));
        table.row(vec![round, by, about, answer(tell, request)]);
    }
    section.table(table);
    queries(tell, &mut section);
    breaches(tell, &mut section);
    collisions(tell, &mut section);
    trust(tell, &mut section);
    section
}

fn answer(tell: &Telling, request: &RequestView) -> Cell {
    let team = tell.short(request.by.other());
    let key = |key| t(key).with("team", team);
    let words = match &request.reply {
        None => key("liaison-debrief-open"),
        Some(ReplyView::NoTrace) => key("liaison-debrief-no-trace"),
        Some(ReplyView::Refused(why)) => {
            key("liaison-debrief-refused").with("why", family("liaison-withheld", why.key()))
        }
        Some(ReplyView::Items { items, .. }) => {
            key("liaison-debrief-items").with("items", &*tell.codes(items))
        }
    };
    let words = tell.say(&words);
    let mut cell = Cell::from(if request.reply.is_none() {
        Line::alert(words)
    } else {
        words.into()
    });
    if request.age > 0 {
        let words = t("liaison-debrief-waited").with("rounds", request.age);
        cell = cell.line(Line::soft(tell.say(&words)));
    }
    if tell.of.debrief.desks.untrue.contains(&request.id) {
        let words = key("liaison-debrief-untrue").with("partner", tell.short(request.by));
        cell = cell.line(Line::alert(tell.say(&words)));
    }
    cell
}

fn queries(tell: &Telling, section: &mut Section) {
    section.part(tell.t("liaison-debrief-queries"));
    let queries = &tell.of.debrief.desks.queries;
    if queries.is_empty() {
        section.says(tell.t("liaison-debrief-no-queries"));
    }
    let told = queries.iter().map(|q| {
        let key = if q.matched {
            "liaison-debrief-match"
        } else {
            "liaison-debrief-no-match"
        };
        let words = t(key).with("round", q.round).with("name", q.about.name());
        let words = format!(" {}", tell.say(&words));
        tell.team(q.by).and(Tone::Plain, words)
    });
    section.points(told.collect());
}

fn breaches(tell: &Telling, section: &mut Section) {
    section.part(tell.t("liaison-debrief-breaches"));
    let breaches = &tell.of.debrief.desks.breaches;
    if breaches.is_empty() {
        section.says(tell.t("liaison-debrief-no-breaches"));
    }
    let told = breaches.iter().map(|b| {
        let words = t("liaison-debrief-breach")
            .with("round", b.round)
            .with("team", tell.short(b.team))
            .with("item", &*tell.code(b.item))
            .with("use", family("liaison-use", b.by.key()))
            .with("partner", tell.short(b.team.other()));
        Line::alert(format!("✗ {}", tell.say(&words)))
    });
    section.points(told.collect());
}

fn collisions(tell: &Telling, section: &mut Section) {
    section.part(tell.t("liaison-line-blue-on-blue"));
    let collisions = &tell.of.debrief.desks.collisions;
    if collisions.is_empty() {
        section.says(tell.t("liaison-debrief-no-blue"));
    }
    let told = collisions.iter().map(|c| {
        let words = t("liaison-debrief-blue")
            .with("round", c.round)
            .with("name", c.about.name())
            .with("north", &c.tasks[0])
            .with("south", &c.tasks[1])
            .with("failed", tell.short(c.failed));
        Line::alert(format!("✗ {}", tell.say(&words)))
    });
    section.points(told.collect());
}

fn trust(tell: &Telling, section: &mut Section) {
    section.part(tell.t("liaison-trust-title"));
    let desks = &tell.of.debrief.desks;
    let words = t("liaison-debrief-trust").with("from", desks.trust_start);
    section.says(tell.say(&words.with("to", desks.trust.now)));
    let columns = vec![
        column(tell.t("aar-round"), 16),
        column(tell.t("aar-points"), 14),
        column(tell.t("aar-why"), 70),
    ];
    let mut table = Table::new(tell.t("liaison-trust-moves"), columns);
    for moved in &desks.trust.moves {
        let why = tell.say(&family("liaison-cause", moved.why.key()));
        let by = format!("{:+}", moved.by);
        table.row(vec![tell.round(moved.round).into(), by.into(), why.into()]);
    }
    section.table(table);
}
