//! The critical task that is picked: what was observed and which events stand behind it, what the evaluators
//! gave side by side, and the note that goes with the decision.

use bevy::prelude::*;

use super::ratings::{May, picked, settled};
use super::{Picks, Told};
use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::picture::icon;
use crate::app::text::{Parent, column, row, text};
use crate::app::theme::measure::{GAP_2, GAP_3, GAP_4};
use crate::app::theme::{Edge, Tone, Type};
use crate::app::widgets::field::Field;
use crate::app::widgets::panel::{chip, head, rule};
use crate::app::widgets::scroll;
use crate::drawing::icon::Icon;
use crate::engine::Actor;
use crate::report::findings::{Moment, Observed, Proposal};
use crate::scenario::evaluation::Part as Speaks;
use crate::scenario::ids::CriticalTaskId;
use crate::scenario::words::Rating;

pub const NOTE: &str = "debrief-rating-note";

/// What the evaluator at this seat has given; the name is the table's.
pub fn own(told: &Told, task: CriticalTaskId) -> Option<Rating> {
    let own = told.ratings.iter().find(|r| {
        r.task == task && r.by == Actor::Evaluator && told.name.as_deref() == Some(&*r.name)
    });
    own.map(|r| r.rating)
}

pub fn detail(panel: &mut Parent, told: &Told, picks: &Picks, note: &str) {
    let Some(proposal) = picked(told, picks) else {
        return;
    };
    head(panel, case(&proposal.text), |_| {});
    scroll::area(
        panel,
        UiRect::axes(px(GAP_3), px(10)),
        GAP_3,
        false,
        |page| {
            proposed(page, told, proposal);
            for part in Speaks::ALL {
                observed(page, told, proposal, part);
            }
            given(page, told, proposal);
        },
    );
    if told.may == May::Read {
        return;
    }
    let node = Node {
        padding: UiRect::new(px(GAP_3), px(GAP_3), px(8), px(10)),
        border: UiRect::top(px(1)),
        flex_shrink: 0.0,
        ..column(4.0)
    };
    panel
        .spawn((node, Edge::All(Tone::Rule)))
        .with_children(|foot| {
            foot.spawn(text(t("debrief-rating-note-how"), Type::LABEL));
            let mut field = Field::new(
                NOTE,
                t("debrief-rating-note"),
                t("debrief-rating-note-hint"),
            );
            note.clone_into(&mut field.value);
            field.max = 300;
            foot.spawn(row(0.0)).with_children(|line| {
                field.spawn(line);
            });
        });
}

fn meaning(rating: Rating) -> Words {
    t("debrief-rating-means")
        .with("letter", plain(rating.key().to_uppercase()))
        .with("meaning", family("debrief-rating", rating.key()))
}

fn proposed(page: &mut Parent, told: &Told, proposal: &Proposal) {
    let node = Node {
        flex_shrink: 0.0,
        ..column(2.0)
    };
    page.spawn(node).with_children(|place| {
        let words = match proposal.rating {
            Some(rating) => t("debrief-rating-proposed").with("rating", meaning(rating)),
            None => t("debrief-rating-for-eye"),
        };
        place.spawn(text(words, Type::BODY));
        if proposal.critical {
            place.spawn(row(6.0)).with_children(|line| {
                line.spawn(icon(Icon::Warning, 15.0, Tone::Alert));
                let kind = Type::BODY.tone(Tone::Alert);
                line.spawn(text(t("debrief-rating-capped-why"), kind));
            });
        }
        let settled_note = told.debrief.settled.get(proposal.task.index());
        if let Some(Some(settled)) = settled_note {
            let words = t("debrief-rating-settled").with("rating", meaning(settled.rating));
            place.spawn(text(words, Type::BODY.bold()));
            if !settled.note.is_empty() {
                let note = t("debrief-quote").with("text", &*settled.note);
                place.spawn(text(note, Type::BODY.tone(Tone::Text2)));
            }
        }
    });
}

fn observed(page: &mut Parent, told: &Told, proposal: &Proposal, part: Speaks) {
    let all = || proposal.observed.iter().filter(|o| o.part == part);
    if all().next().is_none() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(GAP_2)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(rule(Tone::Rule));
        let title = family("debrief-observed", part.field());
        place.spawn(text(title, Type::LABEL.bold()));
        all().for_each(|o| observable(place, told, o));
    });
}

fn observable(place: &mut Parent, told: &Told, o: &Observed) {
    // What speaks against the task is bad news where it was seen.
    let against = matches!(o.part, Speaks::Harmed | Speaks::Critical);
    let (sign, tone) = match (o.met, against) {
        (None, _) => (Icon::Eye, Tone::Text2),
        (Some(true), false) => (Icon::Check, Tone::Text),
        (Some(true), true) => (Icon::Warning, Tone::Alert),
        (Some(false), _) => (Icon::Close, Tone::Text3),
    };
    let node = Node {
        align_items: AlignItems::Start,
        flex_shrink: 0.0,
        ..row(GAP_2)
    };
    place.spawn(node).with_children(|line| {
        line.spawn(icon(sign, 16.0, tone))
            .entry::<Node>()
            .and_modify(|mut node| node.margin = UiRect::top(px(3)));
        let words = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(2.0)
        };
        line.spawn(words).with_children(|words| {
            words.spawn(text(case(&o.text), Type::BODY));
            let said = match o.met {
                None => "debrief-observed-eye",
                Some(true) => "debrief-observed-yes",
                Some(false) => "debrief-observed-no",
            };
            words.spawn(text(t(said), Type::LABEL));
            for event in &o.events {
                let of = told.findings.iter().flat_map(|f| &f.account);
                if let Some(moment) = of.into_iter().find(|m| m.event == *event) {
                    behind(words, moment);
                }
            }
        });
    });
}

/// An event that stands behind what was observed.
fn behind(words: &mut Parent, moment: &Moment) {
    let node = Node {
        align_items: AlignItems::Start,
        ..row(6.0)
    };
    words.spawn(node).with_children(|line| {
        let round = t("debrief-round").with("round", moment.round);
        line.spawn(text(round, Type::LABEL.bold().one_line()));
        let place = Node {
            flex_grow: 1.0,
            flex_basis: px(0),
            ..column(0.0)
        };
        line.spawn(place).with_children(|place| {
            place.spawn(text(case(&moment.text), Type::LABEL));
        });
    });
}

/// What the evaluators gave, each kept apart.
fn given(page: &mut Parent, told: &Told, proposal: &Proposal) {
    let all = || told.ratings.iter().filter(|r| r.task == proposal.task);
    if all().next().is_none() {
        return;
    }
    let node = Node {
        flex_shrink: 0.0,
        ..column(GAP_2)
    };
    page.spawn(node).with_children(|place| {
        place.spawn(rule(Tone::Rule));
        place.spawn(row(GAP_2)).with_children(|line| {
            line.spawn(text(t("debrief-rating-given"), Type::LABEL.bold()));
            let mut given: Vec<Rating> = all().map(|r| r.rating).collect();
            given.dedup();
            if given.len() > 1 && settled(told, proposal.task).is_none() {
                chip(
                    line,
                    Some(Icon::NotEqual),
                    t("debrief-rating-differ"),
                    false,
                );
            }
        });
        for rating in all() {
            let line = Node {
                align_items: AlignItems::Start,
                ..row(GAP_4)
            };
            place.spawn(line).with_children(|line| {
                let letter = plain(rating.rating.key().to_uppercase());
                line.spawn(text(letter, Type::BODY.bold().one_line()));
                let words = Node {
                    flex_grow: 1.0,
                    flex_basis: px(0),
                    ..column(0.0)
                };
                line.spawn(words).with_children(|words| {
                    words.spawn(text(plain(&*rating.name), Type::BODY));
                    if !rating.note.is_empty() {
                        words.spawn(text(plain(&*rating.note), Type::BODY.tone(Tone::Text2)));
                    }
                });
            });
        }
    });
}
