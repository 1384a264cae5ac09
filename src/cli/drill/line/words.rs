//! What stands at the counter, in words.

use std::io::Write;

use crate::engine::encounter::document::zone::Day;
use crate::engine::encounter::line::{Ground, Likeness, Referral, Saying, View};
use crate::scenario::Text;
use crate::scenario::primary_line::{Baseline, Source};

pub(super) fn source_name(source: Source) -> &'static str {
    match source {
        Source::Document => "document",
        Source::Ticket => "ticket",
        Source::Booking => "booking",
        Source::Companion => "companion",
        Source::Crossings => "crossings",
        Source::Again => "again",
    }
}

pub(super) fn referral_name(to: Referral) -> &'static str {
    match to {
        Referral::SecondLine => "second line",
        Referral::Protection => "protection",
    }
}

/// What a ground is called; questions are told by their number.
pub(super) fn ground_name(ground: Ground) -> String {
    match ground {
        Ground::Contradiction(question, by) => {
            format!("question {} against {}", question + 1, source_name(by))
        }
        Ground::Photo => "the photograph".to_owned(),
        Ground::Behaviour(_) => "behaviour alone".to_owned(),
        Ground::Unstated => "no ground".to_owned(),
    }
}

/// The text in the language of the terminal.
pub(super) fn en(text: &Text) -> &str {
    text.get("en")
}

/// What is said or shown, in the language of the terminal.
pub(super) fn saying(of: &Saying) -> String {
    if let Some(text) = of.text(|_, day| month(day)) {
        return en(&text).to_owned();
    }
    match of {
        Saying::MadeOut(place) => format!("made out in {place}"),
        Saying::LastEntry(day) => format!("last entry {day}"),
        _ => "no earlier entry".to_owned(),
    }
}

fn month(day: Day) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = day
        .month
        .and_then(|m| NAMES.get(usize::from(m).checked_sub(1)?));
    name.map_or_else(|| day.year.to_string(), |n| format!("{n} {}", day.year))
}

pub(super) fn minutes(seconds: u32) -> String {
    format!("{}:{:02} minutes", seconds / 60, seconds % 60)
}

/// With a full stop, unless it has an end of its own.
pub(super) fn ended(text: &str) -> String {
    if text.ends_with(['.', '”', '!', '?']) {
        text.to_owned()
    } else {
        format!("{text}.")
    }
}

fn against(is: Baseline) -> &'static str {
    match is {
        Baseline::Within => "usual here",
        Baseline::Above => "more than usual",
        Baseline::Below => "less than usual",
    }
}

/// The traveller, with everything that was learned so far.
pub(super) fn stand(view: &View, out: &mut impl Write) -> std::io::Result<()> {
    if view.over {
        return writeln!(out, "\nNobody stands there any more.");
    }
    let party = match view.party {
        0 | 1 => "alone".to_owned(),
        n => format!("one of {n} who came up together"),
    };
    writeln!(
        out,
        "\nTraveller {} of {}: {party}. {} gone.",
        view.number,
        view.of,
        minutes(view.gone)
    )?;
    if view.seen.is_some() {
        seen(view, out)?;
    }
    if view.glance.is_some() {
        glance(view, out)?;
    }
    for (n, question) in view.questions.iter().enumerate() {
        let Some(says) = &question.says else { continue };
        let (ask, says) = (en(&question.ask), saying(says));
        writeln!(out, "  {}  {ask} “{says}”", n + 1)?;
        for check in &question.checks {
            if let Some(shows) = &check.shows {
                let fits = match check.fits {
                    Some(true) => " (fits)",
                    Some(false) => " (does not fit)",
                    None => "",
                };
                let (by, shows) = (source_name(check.by), saying(shows));
                writeln!(out, "       {by}: {shows}{fits}")?;
            }
        }
    }
    Ok(())
}

pub(super) fn seen(view: &View, out: &mut impl Write) -> std::io::Result<()> {
    for (n, seen) in view.seen.iter().flatten().enumerate() {
        let text = en(&seen.text);
        writeln!(out, "  s{}  {text} ({})", n + 1, against(seen.is))?;
    }
    Ok(())
}

pub(super) fn glance(view: &View, out: &mut impl Write) -> std::io::Result<()> {
    let Some(glance) = &view.glance else {
        return Ok(());
    };
    let expired = if glance.expired {
        ", which is over"
    } else {
        ""
    };
    writeln!(
        out,
        "  {} {}, {}, born {}, valid until {}{expired}",
        glance.given, glance.surname, glance.nationality, glance.birth, glance.expiry
    )?;
    let likeness = match glance.likeness {
        Likeness::Like => "The face is like the photograph, at a glance.",
        Likeness::Changed => {
            "Other hair or glasses than on the photograph; that changes in anybody."
        }
        Likeness::Differs => "The photograph is of somebody else: several things differ that last.",
    };
    writeln!(out, "  {likeness}")
}
