//! After the line: who they were, what would have told, and the score.

use std::io::Write;

use super::super::voice::Voice;
use super::words::minutes;
use crate::engine::encounter::line::Line;
use crate::engine::encounter::line::audit::Audit;
use crate::engine::encounter::line::review::{Review, Tell};
use crate::engine::encounter::line::score::Score;
use crate::language::{Words, line as named, t};
use crate::scenario::primary_line::Baseline;

pub(super) fn reviews(line: &Line, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out)?;
    voice.line(out, &t("drill-line-over"))?;
    for review in line.reviews().unwrap_or_default() {
        one(&review, voice, out)?;
    }
    Ok(())
}

fn one(review: &Review, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let (_, outcome) = named::outcome(review);
    let told = t("drill-review").with("number", review.number);
    let told = told.with("name", review.name.as_str());
    let told = told.with("nationality", review.nationality.as_str());
    let told = told.with("was", named::concern(review.concern));
    let told = told.with("did", named::done(review.referred));
    writeln!(out)?;
    voice.line(out, &told.with("outcome", outcome))?;
    let mut under = |told: Words| writeln!(out, "   {}", voice.say(&told));
    if let Some(story) = &review.story {
        under(crate::language::case(story))?;
    }
    for sight in review.sights.iter().filter(|s| s.is != Baseline::Within) {
        let told = t("primary-told-nothing").with("seen", voice.text(&sight.text));
        under(told.with("also", voice.text(&sight.also)))?;
    }
    if review.impostor {
        under(t("primary-impostor"))?;
    }
    for tell in &review.tells {
        for told in self::told(tell, voice) {
            under(told)?;
        }
    }
    if review.concern.is_none() && review.tells.is_empty() {
        under(t("primary-all-fitted"))?;
    }
    if let Some(told) = named::note(review.quality) {
        under(told)?;
    }
    if let Some(word) = review.judged {
        under(t("primary-judged").with("word", word))?;
    }
    Ok(())
}

fn told(tell: &Tell, voice: Voice) -> [Words; 3] {
    let told = t("drill-tell").with("ask", voice.text(&tell.ask));
    let told = told.with("says", named::saying(&tell.says));
    let told = told.with("source", named::source(tell.by));
    let told = told.with("shows", named::saying(&tell.shows));
    let came = match &tell.borne {
        Some(borne) => t("drill-tell-none").with("borne", voice.text(borne)),
        None => t("drill-tell-lesson").with("lesson", voice.text(&tell.lesson)),
    };
    let came = came.with("put", voice.text(&tell.put));
    [told, came, named::reached(tell.reached)]
}

pub(super) fn score(
    score: &Score,
    fair: u16,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let detection = &score.detection;
    let told = t("drill-hits").with("hits", detection.hits);
    let told = told.with("signals", detection.signals);
    let told = told.with("alarms", detection.false_alarms);
    voice.under(out, &told.with("noise", detection.noise))?;
    let told = match (
        detection.d_prime(),
        detection.interval(),
        detection.criterion(),
    ) {
        (Some(_), ..) if !detection.told_apart() => t("drill-d-alike"),
        (Some(d), Some((low, high)), Some(c)) => {
            let told = t("drill-d").with("d", named::decimal(d));
            let told = told.with("low", named::decimal(low));
            let told = told.with("high", named::decimal(high));
            let told = told.with("c", named::decimal(c));
            told.with("leaning", named::leaning(c))
        }
        _ => t("drill-d-none"),
    };
    voice.under(out, &told)?;
    let pace = format!("{:.0}", score.pace());
    let told = t("drill-pace")
        .with("seconds", pace)
        .with("slow", score.slow);
    let told = told.with("of", score.travellers);
    voice.under(out, &told.with("time", minutes(fair.into())))?;
    let notes = &score.notes;
    let told = t("drill-notes").with("verified", notes.verified);
    let told = told.with("asked", notes.asked).with("bare", notes.bare);
    voice.under(out, &told.with("none", notes.none))?;
    let grounds = &score.grounds;
    let told = t("drill-grounds").with("stand", grounds.stand);
    let told = told.with("explained", grounds.explained);
    voice.under(out, &told.with("nothing", grounds.nothing))?;
    let care = &score.care;
    let told = t("drill-care").with("protected", care.protected);
    let told = told.with("accused", care.accused);
    voice.under(out, &told.with("missed", care.missed))?;
    audit(&score.audit, voice, out)
}

fn audit(audit: &Audit, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out)?;
    voice.line(out, &t("drill-audit"))?;
    let rows = audit.rows();
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    for row in &rows {
        let told = t("drill-audit-row").with("nationality", row.nationality.as_str());
        let told = told.with("referred", row.referred).with("of", row.n);
        let told = told.with("rate", percent(row.rate));
        let told = told.with("low", percent(row.interval.0));
        let told = told.with("high", percent(row.interval.1));
        let told = if row.flagged {
            t("drill-audit-flagged").with("row", told)
        } else {
            told
        };
        voice.under(out, &told)?;
    }
    if rows.iter().any(|r| r.flagged) {
        voice.under(out, &t("primary-audit-flagged"))
    } else {
        voice.under(out, &t("primary-audit-clear"))
    }
}
