//! What stands at the counter, in words.

use std::io::Write;

use super::super::voice::Voice;
use crate::engine::encounter::line::View;
use crate::language::{Words, line as named, t};
use crate::scenario::primary_line::Source;

/// As it is typed.
pub(super) fn typed(source: Source) -> &'static str {
    match source {
        Source::Document => "document",
        Source::Ticket => "ticket",
        Source::Booking => "booking",
        Source::Companion => "companion",
        Source::Crossings => "crossings",
        Source::Again => "again",
    }
}

pub(super) fn minutes(seconds: u32) -> Words {
    let time = format!("{}:{:02}", seconds / 60, seconds % 60);
    t("drill-time").with("time", time)
}

/// The traveller, with everything that was learned so far.
pub(super) fn stand(view: &View, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out)?;
    if view.over {
        return voice.line(out, &t("drill-nobody-there"));
    }
    let party = match view.party {
        0 | 1 => t("drill-party-alone"),
        n => t("drill-party").with("number", n),
    };
    let told = t("drill-traveller").with("number", view.number);
    let told = told.with("of", view.of).with("party", party);
    voice.line(out, &told.with("time", minutes(view.gone)))?;
    if view.seen.is_some() {
        seen(view, voice, out)?;
    }
    if view.glance.is_some() {
        glance(view, voice, out)?;
    }
    for (n, question) in view.questions.iter().enumerate() {
        let Some(says) = &question.says else { continue };
        let told = t("primary-tell").with("ask", voice.text(&question.ask));
        let told = told.with("says", named::saying(says));
        writeln!(out, "  {}  {}", n + 1, voice.say(&told))?;
        for check in &question.checks {
            if let Some(shows) = &check.shows {
                let told = t("primary-shows").with("source", named::source(check.by));
                let told = voice.say(&told.with("shows", named::saying(shows)));
                writeln!(out, "       {}{}", told, fits(check.fits, voice))?;
            }
        }
    }
    Ok(())
}

/// Whether a source bears an answer out, after what it shows; nothing where the officer has to judge.
pub(super) fn fits(fits: Option<bool>, voice: Voice) -> String {
    let told = match fits {
        Some(true) => t("primary-fits"),
        Some(false) => t("primary-fits-not"),
        None => return String::new(),
    };
    format!(" ({})", voice.say(&told).trim_end_matches('.'))
}

pub(super) fn seen(view: &View, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    for (n, seen) in view.seen.iter().flatten().enumerate() {
        let told = t("drill-against").with("seen", voice.text(&seen.text));
        let told = told.with("against", named::against(seen.is));
        writeln!(out, "  s{}  {}", n + 1, voice.say(&told))?;
    }
    Ok(())
}

pub(super) fn glance(view: &View, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let Some(glance) = &view.glance else {
        return Ok(());
    };
    let told = if glance.expired {
        t("drill-glance-expired")
    } else {
        t("drill-glance")
    };
    let told = told.with("given", glance.given.as_str());
    let told = told.with("surname", glance.surname.as_str());
    let told = told.with("nationality", glance.nationality.as_str());
    let told = told.with("birth", glance.birth.to_string());
    voice.under(out, &told.with("expiry", glance.expiry.to_string()))?;
    voice.under(out, &named::likeness(glance.likeness))
}
