//! The part of the page about what was to be proven, and who was what.

use super::authorities::codes;
use super::desks::code;
use super::html::mark;
use crate::scenario::ids::Team;
use crate::scenario::words::{ElementKind, RoleKind};
use crate::view::{CitedOutcome, DebriefView, ElementOutcome};

/// The section.
pub(super) struct Grid<'a> {
    pub elements: Vec<Element<'a>>,
    pub roles: Vec<Role<'a>>,
}

/// An element of the offence.
pub(super) struct Element<'a> {
    pub kind: &'static str,
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
    pub said: [&'static str; 3],
    pub right: bool,
    pub truth: &'static str,
}

pub(super) fn section<'a>(debrief: &'a DebriefView, lang: &str) -> Grid<'a> {
    let roles = debrief.roles.iter().map(|r| Role {
        name: r.subject.name.get(lang),
        said: [r.first[0], r.first[1], r.verdict].map(|said| said.map_or("–", role)),
        right: r.verdict == Some(r.truth),
        truth: role(r.truth),
    });
    let elements = debrief.elements.iter();
    Grid {
        elements: elements.map(|e| element(debrief, e, lang)).collect(),
        roles: roles.collect(),
    }
}

fn element<'a>(debrief: &'a DebriefView, e: &'a ElementOutcome, lang: &str) -> Element<'a> {
    let marks = |before: [bool; 2]| -> Vec<&'static str> {
        let teams = Team::BOTH.into_iter().filter(|t| before[t.index()]);
        teams.map(mark).collect()
    };
    let worth = |c: &CitedOutcome| {
        let item = code(debrief, c.item);
        let before = marks(c.admissible);
        match (c.proves, before.is_empty()) {
            (false, _) => format!("{item}: does not prove it"),
            (true, true) => format!("{item}: proves it, and no court may see it"),
            (true, false) => format!("{item}: proves it before {}", before.join(" ")),
        }
    };
    let proven = marks(e.proven);
    Element {
        kind: kind(e.kind),
        text: e.text.get(lang),
        cited: e.cited.iter().map(worth).collect(),
        proof: codes(debrief, &e.proof),
        proven: (!proven.is_empty()).then(|| proven.join(" ")),
    }
}

pub(super) fn kind(kind: ElementKind) -> &'static str {
    match kind {
        ElementKind::Act => "act",
        ElementKind::Means => "means",
        ElementKind::Purpose => "purpose",
    }
}

pub(super) fn role(role: RoleKind) -> &'static str {
    match role {
        RoleKind::Organiser => "organiser",
        RoleKind::Recruiter => "recruiter",
        RoleKind::Transporter => "transporter",
        RoleKind::Harbourer => "harbourer",
        RoleKind::Financier => "financier",
        RoleKind::DocumentProvider => "provider of papers",
        RoleKind::Victim => "victim",
        RoleKind::Bystander => "no part in it",
    }
}
