//! The part of the page about what was to be proven, and who was what.

use super::desks::{code, codes};
use super::html::mark;
use super::words::Speaker;
use crate::language::{family, t};
use crate::scenario::ids::Team;
use crate::scenario::words::RoleKind;
use crate::view::{CitedOutcome, DebriefView, ElementOutcome};

/// The section.
pub(super) struct Grid<'a> {
    pub elements: Vec<Element<'a>>,
    pub roles: Vec<Role<'a>>,
}

/// An element of the offence.
pub(super) struct Element<'a> {
    pub kind: String,
    pub text: &'a str,
    /// What the verdict cited, each with what it was worth.
    pub cited: Vec<String>,
    /// What proves it.
    pub proof: String,
    pub proven: Option<String>,
}

/// A person.
pub(super) struct Role<'a> {
    pub name: &'a str,
    /// What North and South said first, then the verdict.
    pub said: [String; 3],
    pub right: bool,
    pub truth: String,
}

pub(super) fn section<'a>(debrief: &'a DebriefView, speaker: &Speaker) -> Grid<'a> {
    let role = |role: RoleKind| speaker.say(&family("elements-role", role.key()));
    let roles = debrief.roles.iter().map(|r| Role {
        name: speaker.text(&r.subject.name),
        said: [r.first[0], r.first[1], r.verdict].map(|said| said.map_or("–".to_owned(), role)),
        right: r.verdict == Some(r.truth),
        truth: role(r.truth),
    });
    let elements = debrief.elements.iter();
    Grid {
        elements: elements.map(|e| element(debrief, e, speaker)).collect(),
        roles: roles.collect(),
    }
}

fn element<'a>(debrief: &DebriefView, e: &'a ElementOutcome, speaker: &Speaker) -> Element<'a> {
    let proven = e.proven;
    let marks = Team::BOTH.into_iter().filter(|team| proven[team.index()]);
    let marks: Vec<_> = marks.map(mark).collect();
    Element {
        kind: speaker.say(&family("elements-kind", e.kind.key())),
        text: speaker.text(&e.text),
        cited: e.cited.iter().map(|c| worth(debrief, c, speaker)).collect(),
        proof: codes(debrief, &e.proof, speaker),
        proven: (!marks.is_empty()).then(|| marks.join(" ")),
    }
}

/// What an item that was cited proves, and before which courts.
fn worth(debrief: &DebriefView, cited: &CitedOutcome, speaker: &Speaker) -> String {
    let told = match (cited.proves, cited.admissible) {
        (false, _) => t("elements-debrief-not"),
        (true, [false, false]) => t("elements-debrief-no-court"),
        (true, [true, true]) => t("elements-debrief-proves-both"),
        (true, [north, _]) => {
            let team = if north { Team::North } else { Team::South };
            t("elements-debrief-proves").with("team", speaker.team(team))
        }
    };
    speaker.say(&told.with("item", code(debrief, cited.item)))
}
