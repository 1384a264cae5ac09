//! The part of the page about what the teams applied for, and what would have shown it.

use super::account::lack;
use super::desks::code;
use super::html::{class, mark};
use crate::scenario::ids::ItemId;
use crate::view::{ApplicationView, AuthorityOutcome, DebriefView};

/// One authority.
pub(super) struct Applied<'a> {
    pub class: &'static str,
    pub mark: &'static str,
    pub title: &'a str,
    /// Ground, and the items any of which shows it.
    pub grounds: Vec<(&'a str, String)>,
    /// Round, what was cited, what was decided.
    pub applications: Vec<(u8, String, String)>,
}

pub(super) fn section<'a>(debrief: &'a DebriefView, lang: &str) -> Vec<Applied<'a>> {
    let told = debrief.authorities.iter();
    told.map(|a| applied(debrief, a, lang)).collect()
}

fn applied<'a>(debrief: &DebriefView, a: &'a AuthorityOutcome, lang: &str) -> Applied<'a> {
    let ground = |g: &'a crate::view::GroundOutcome| {
        let way = if g.evidence {
            "one of these, admissible"
        } else {
            "one of these, or two that are weak"
        };
        let items = codes(debrief, &g.items);
        (g.text.get(lang), format!("{items} ({way})"))
    };
    let applications = a.applications.iter();
    Applied {
        class: class(a.team),
        mark: mark(a.team),
        title: a.title.get(lang),
        grounds: a.grounds.iter().map(ground).collect(),
        applications: applications
            .map(|x| (x.round, codes(debrief, &x.items), decided(x, lang)))
            .collect(),
    }
}

fn decided(application: &ApplicationView, lang: &str) -> String {
    match application.from {
        Some(from) => format!("granted, held from round {from}"),
        None => {
            let lacks = application.lacks.iter();
            let lacks = lacks.map(|l| format!("{}: {}", l.ground.get(lang), lack(l.lack)));
            format!("turned down. {}", lacks.collect::<Vec<_>>().join("; "))
        }
    }
}

fn codes(debrief: &DebriefView, items: &[ItemId]) -> String {
    let codes: Vec<_> = items.iter().map(|i| code(debrief, *i)).collect();
    codes.join(", ")
}
