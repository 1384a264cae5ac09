//! How each critical task stands: as a person decided, or else as the program proposes.

use super::super::findings::{Capability, Proposal};
use super::super::paper::Line;
use super::super::telling::Telling;
use crate::language::{family, t};
use crate::scenario::words::Rating;

/// A critical task with its rating.
pub(in crate::report) struct Rated<'a> {
    pub capability: &'a Capability,
    pub task: &'a Proposal,
    pub rating: Option<Rating>,
    /// Somebody decided; otherwise the program proposes.
    pub settled: bool,
    /// What whoever decided wrote beside it.
    pub note: &'a str,
}

/// Every critical task of the guide.
pub(in crate::report) fn rated<'a>(tell: &Telling<'a>) -> Vec<Rated<'a>> {
    let of = tell.of;
    let capabilities = of.findings.capabilities.iter();
    let tasks = capabilities.flat_map(|c| c.tasks.iter().map(move |task| (c, task)));
    let told = tasks.map(|(capability, task)| {
        let decided = of.debrief.settled.get(task.task.index());
        let decided = decided.and_then(Option::as_ref);
        Rated {
            capability,
            task,
            rating: decided.map(|d| d.rating).or(task.rating),
            settled: decided.is_some(),
            note: decided.map_or("", |d| &*d.note),
        }
    });
    told.collect()
}

/// `M · achieved, other work was harmed (proposed)`.
pub(in crate::report) fn standing(tell: &Telling, one: &Rated) -> Line {
    let Some(rating) = one.rating else {
        return Line::soft(tell.t("aar-rating-none"));
    };
    let words = tell.say(&family("aar-rating", rating.key()));
    if one.settled {
        return Line::strong(words);
    }
    let proposed = t("aar-rating-proposed").with("rating", &*words);
    tell.say(&proposed).into()
}
