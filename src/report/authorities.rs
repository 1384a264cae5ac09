//! The part of the page about what the teams applied for, and what would have shown it.

use super::desks::codes;
use super::html::{class, mark};
use super::words::Speaker;
use crate::language::{Words, family, t};
use crate::view::{ApplicationView, AuthorityOutcome, DebriefView, GroundOutcome};

/// One authority.
pub(super) struct Applied<'a> {
    pub class: &'static str,
    pub mark: &'static str,
    pub title: &'a str,
    /// Ground, and the items any of which shows it.
    pub grounds: Vec<(&'a str, String)>,
    /// Round ("Round 3"), what was cited, what was decided.
    pub applications: Vec<(String, String, String)>,
}

pub(super) fn section<'a>(debrief: &'a DebriefView, speaker: &Speaker) -> Vec<Applied<'a>> {
    let told = debrief.authorities.iter();
    told.map(|a| applied(debrief, a, speaker)).collect()
}

fn applied<'a>(debrief: &DebriefView, a: &'a AuthorityOutcome, speaker: &Speaker) -> Applied<'a> {
    let ground = |g: &'a GroundOutcome| {
        let told = if g.evidence {
            t("report-shows-admissible")
        } else {
            t("report-shows")
        };
        let told = told.with("items", codes(debrief, &g.items, speaker));
        (speaker.text(&g.text), speaker.say(&told))
    };
    let application = |x: &ApplicationView| {
        let cited = codes(debrief, &x.items, speaker);
        (
            speaker.round(x.round),
            cited,
            speaker.say(&decided(x, speaker)),
        )
    };
    Applied {
        class: class(a.team),
        mark: mark(a.team),
        title: speaker.text(&a.title),
        grounds: a.grounds.iter().map(ground).collect(),
        applications: a.applications.iter().map(application).collect(),
    }
}

fn decided(application: &ApplicationView, speaker: &Speaker) -> Words {
    match application.from {
        Some(from) => t("account-granted").with("round", from),
        None => {
            let why = application.lacks.iter().map(|l| {
                let told = t("authority-lacking").with("ground", speaker.text(&l.ground));
                speaker.say(&told.with("lack", family("account-lack", l.lack.key())))
            });
            t("account-turned-down").with("why", speaker.parts(why))
        }
    }
}
