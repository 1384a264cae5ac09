//! What the things of the line are called, on the screen and in the terminal.

use super::{Lang, Words, case, plain, say, t};
use crate::engine::encounter::document::issuer::issuer;
use crate::engine::encounter::document::zone::Day;
use crate::engine::encounter::line::review::{Outcome, Reached, Review};
use crate::engine::encounter::line::{Ground, Likeness, Quality, Referral, Refusal, Saying, Worth};
use crate::scenario::primary_line::{Baseline, Concern, Source};

#[must_use]
pub fn source(of: Source) -> Words {
    match of {
        Source::Document => t("primary-source-document"),
        Source::Ticket => t("primary-source-ticket"),
        Source::Booking => t("primary-source-booking"),
        Source::Companion => t("primary-source-companion"),
        Source::Crossings => t("primary-source-crossings"),
        Source::Again => t("primary-source-again"),
    }
}

/// What is said or shown: the author's words, or those that a record has of its own.
#[must_use]
pub fn saying(of: &Saying) -> Words {
    let in_words = |tag: &str, day: Day| {
        // What is not translated stands in the author's language, the month in it too.
        say(Lang::of(tag), &month(day))
    };
    match of {
        Saying::Text(text) => case(text),
        Saying::Place(..) | Saying::Month(..) => case(&of.text(in_words).unwrap_or_default()),
        Saying::MadeOut(place) => t("primary-made-out").with("place", place.as_str()),
        Saying::NoEntry => t("primary-no-entry"),
        Saying::LastEntry(day) => t("primary-last-entry").with("day", day.to_string().as_str()),
    }
}

/// As somebody's own words.
#[must_use]
pub fn quoted(says: Words) -> Words {
    t("primary-quoted").with("says", says)
}

/// A month with its year; the year alone where no month is known.
fn month(day: Day) -> Words {
    t("primary-month")
        .with("month", day.month.unwrap_or(0))
        .with("year", day.year.to_string().as_str())
}

/// The code of a state with its name.
#[must_use]
pub fn state(code: &str) -> String {
    match issuer(code) {
        Some(state) => format!("{code} {}", state.name),
        None => code.to_owned(),
    }
}

/// How what is seen compares with what is usual here.
#[must_use]
pub fn against(is: Baseline) -> Words {
    match is {
        Baseline::Within => t("primary-baseline-within"),
        Baseline::Above => t("primary-baseline-above"),
        Baseline::Below => t("primary-baseline-below"),
    }
}

#[must_use]
pub fn likeness(of: Likeness) -> Words {
    match of {
        Likeness::Like => t("primary-likeness-like"),
        Likeness::Changed => t("primary-likeness-changed"),
        Likeness::Differs => t("primary-likeness-differs"),
    }
}

#[must_use]
pub fn refer(to: Referral) -> Words {
    match to {
        Referral::SecondLine => t("primary-refer-second"),
        Referral::Protection => t("primary-refer-protection"),
    }
}

#[must_use]
pub fn refer_what(to: Referral) -> Words {
    match to {
        Referral::SecondLine => t("primary-refer-second-what"),
        Referral::Protection => t("primary-refer-protection-what"),
    }
}

#[must_use]
pub fn refusal(of: Refusal) -> Words {
    match of {
        Refusal::NoQuestion => t("primary-refusal-no-question"),
        Refusal::NoMoreQuestions => t("primary-refusal-no-more"),
        Refusal::NotAsked => t("primary-refusal-not-asked"),
        Refusal::NothingToCheck => t("primary-refusal-nothing-to-check"),
        Refusal::NotChecked => t("primary-refusal-not-checked"),
        Refusal::NothingToPut => t("primary-refusal-nothing-to-put"),
        Refusal::NotObserved => t("primary-refusal-not-observed"),
        Refusal::NoteTooLong => t("primary-refusal-too-long"),
        Refusal::Over => t("primary-refusal-over"),
    }
}

/// What is said when a note has been written.
#[must_use]
pub fn noted(quality: Quality) -> Words {
    match quality {
        Quality::None | Quality::Bare => t("primary-noted-bare"),
        Quality::Asked => t("primary-noted-asked"),
        Quality::Verified => t("primary-noted-verified"),
    }
}

/// What a note was, afterwards; nothing where there was none.
#[must_use]
pub fn note(quality: Quality) -> Option<Words> {
    match quality {
        Quality::None => None,
        Quality::Bare => Some(t("primary-was-bare")),
        Quality::Asked => Some(t("primary-was-asked")),
        Quality::Verified => Some(t("primary-was-verified")),
    }
}

#[must_use]
pub fn concern(of: Option<Concern>) -> Words {
    match of {
        None => t("primary-honest"),
        Some(Concern::Facilitator) => t("primary-facilitator"),
        Some(Concern::Smuggled) => t("primary-smuggled"),
        Some(Concern::PresumedVictim) => t("primary-presumed-victim"),
    }
}

/// On what a referral rests.
#[must_use]
pub fn on(ground: Ground) -> Words {
    match ground {
        Ground::Contradiction(question, by) => t("primary-on-contradiction")
            .with("number", question.saturating_add(1))
            .with("source", source(by)),
        Ground::Photo => t("primary-on-photo"),
        Ground::Behaviour(_) => t("primary-on-behaviour"),
        Ground::Unstated => t("primary-on-nothing"),
    }
}

/// What was done with a traveller.
#[must_use]
pub fn done(of: Option<(Referral, Ground)>) -> Words {
    let Some((to, ground)) = of else {
        return t("primary-did-clear");
    };
    match to {
        Referral::SecondLine => t("primary-did-second").with("ground", on(ground)),
        Referral::Protection => t("primary-did-protection").with("ground", on(ground)),
    }
}

/// Whether that was right, and one sentence of it.
#[must_use]
pub fn outcome(of: &Review) -> (bool, Words) {
    let right = |words| (true, words);
    let wrong = |words| (false, words);
    match (of.outcome, of.belongs, of.referred, of.ground) {
        (Outcome::Hit, Some(Referral::Protection), Some((Referral::SecondLine, _)), _) => {
            wrong(t("primary-outcome-accused"))
        }
        (Outcome::Hit, _, _, Some(Worth::Stands)) => right(t("primary-outcome-stands")),
        (Outcome::Hit, ..) => wrong(t("primary-outcome-luck")),
        (Outcome::Miss, Some(Referral::Protection), ..) => {
            wrong(t("primary-outcome-victim-missed"))
        }
        (Outcome::Miss, ..) => wrong(t("primary-outcome-missed")),
        (Outcome::FalseAlarm, _, _, Some(Worth::Explained)) => {
            wrong(t("primary-outcome-explained"))
        }
        (Outcome::FalseAlarm, ..) => wrong(t("primary-outcome-false-alarm")),
        (Outcome::Passed, ..) => right(t("primary-outcome-passed")),
    }
}

#[must_use]
pub fn reached(of: Reached) -> Words {
    match of {
        Reached::NotAsked => t("primary-reached-not-asked"),
        Reached::NotChecked => t("primary-reached-not-checked"),
        Reached::NotPut => t("primary-reached-not-put"),
        Reached::Put => t("primary-reached-put"),
    }
}

/// How well travellers were told apart.
#[must_use]
pub fn telling(d: f64) -> Words {
    if d < -0.3 {
        t("primary-d-below")
    } else if d < 0.5 {
        t("primary-d-chance")
    } else if d < 2.0 {
        t("primary-d-fair")
    } else {
        t("primary-d-good")
    }
}

/// Which way the officer leans.
#[must_use]
pub fn leaning(c: f64) -> Words {
    if c < -0.3 {
        t("primary-c-readily")
    } else if c > 0.3 {
        t("primary-c-seldom")
    } else {
        t("primary-c-neither")
    }
}

/// With two decimals, a real minus, and never minus nought.
#[must_use]
pub fn decimal(value: f64) -> Words {
    let said = format!("{value:.2}");
    let said = if said == "-0.00" { "0.00" } else { &said };
    plain(said.replace('-', "−"))
}
