//! After the line: who they were, what would have told, and the score.

use std::io::Write;

use super::words::{en, ended, ground_name, minutes, referral_name, saying, source_name};
use crate::engine::encounter::line::audit::Audit;
use crate::engine::encounter::line::review::{Outcome, Reached, Review, Tell};
use crate::engine::encounter::line::score::Score;
use crate::engine::encounter::line::{Line, Quality, Referral, Worth};
use crate::scenario::primary_line::{Baseline, Concern};

pub(super) fn reviews(line: &Line, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(out, "\nTHE LINE IS OVER. Who they were:")?;
    for review in line.reviews().unwrap_or_default() {
        one(&review, out)?;
    }
    Ok(())
}

fn one(review: &Review, out: &mut impl Write) -> std::io::Result<()> {
    let was = match review.concern {
        None => "an honest traveller",
        Some(Concern::Facilitator) => "a facilitator",
        Some(Concern::Smuggled) => "a smuggled person",
        Some(Concern::PresumedVictim) => "a presumed victim",
    };
    let did = match review.referred {
        None => "cleared".to_owned(),
        Some((to, ground)) => format!("referred to {}, {}", referral_name(to), ground_name(ground)),
    };
    writeln!(
        out,
        "\n{}  {}, {}: {was}; you {did}. {}",
        review.number,
        review.name,
        review.nationality,
        outcome(review)
    )?;
    if let Some(story) = &review.story {
        writeln!(out, "   {}", en(story))?;
    }
    for sight in review.sights.iter().filter(|s| s.is != Baseline::Within) {
        writeln!(
            out,
            "   To be seen: {}. It told nothing. {}",
            en(&sight.text),
            en(&sight.also)
        )?;
    }
    if review.impostor {
        writeln!(
            out,
            "   The face and the photograph plainly differed: a look at both told it."
        )?;
    }
    for tell in &review.tells {
        told(tell, out)?;
    }
    if review.concern.is_none() && review.tells.is_empty() {
        writeln!(out, "   Every answer fitted everything on record.")?;
    }
    match review.quality {
        Quality::None => {}
        Quality::Bare => writeln!(
            out,
            "   Your note names no observation with a question that followed it: it earns nothing."
        )?,
        Quality::Asked => writeln!(out, "   Your note holds; the answer was not checked.")?,
        Quality::Verified => writeln!(
            out,
            "   Your note holds: an observation, a question, and what the check showed."
        )?,
    }
    if let Some(word) = review.judged {
        writeln!(
            out,
            "   “{word}” is a judgement. Write what could be seen; a court and a colleague can use that."
        )?;
    }
    Ok(())
}

fn outcome(review: &Review) -> &'static str {
    match (
        review.outcome,
        review.belongs,
        review.referred,
        review.ground,
    ) {
        (Outcome::Hit, Some(Referral::Protection), Some((Referral::SecondLine, _)), _) => {
            "Seen, and sent to be accused: a presumed victim belongs in protection."
        }
        (Outcome::Hit, _, _, Some(Worth::Stands)) => "Right, on a ground that stands.",
        (Outcome::Hit, ..) => "Right, by luck: the ground would not have held.",
        (Outcome::Miss, Some(Referral::Protection), ..) => {
            "Missed: whoever waits outside has a hold on this person now."
        }
        (Outcome::Miss, ..) => "Missed.",
        (Outcome::FalseAlarm, _, _, Some(Worth::Explained)) => {
            "A false alarm: what did not fit would have been explained, and the record bears it out."
        }
        (Outcome::FalseAlarm, ..) => "A false alarm: nothing checked stood against this person.",
        (Outcome::Passed, ..) => "Right.",
    }
}

fn told(tell: &Tell, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "   {} “{}” / {}: {}",
        en(&tell.ask),
        saying(&tell.says),
        source_name(tell.by),
        ended(&saying(&tell.shows))
    )?;
    match &tell.borne {
        Some(borne) => writeln!(
            out,
            "     Looks like a contradiction and is none. “{}” {}",
            en(&tell.put),
            en(borne)
        )?,
        None => writeln!(out, "     “{}” {}", en(&tell.put), en(&tell.lesson))?,
    }
    let reached = match tell.reached {
        Reached::NotAsked => "You did not ask.",
        Reached::NotChecked => "You asked and did not check.",
        Reached::NotPut => "You saw it and did not put it to the traveller.",
        Reached::Put => "You put it to the traveller.",
    };
    writeln!(out, "     {reached}")
}

pub(super) fn score(score: &Score, fair: u16, out: &mut impl Write) -> std::io::Result<()> {
    let detection = &score.detection;
    writeln!(
        out,
        "  Hits {} of {}; false alarms {} of {}.",
        detection.hits, detection.signals, detection.false_alarms, detection.noise
    )?;
    match (
        detection.d_prime(),
        detection.interval(),
        detection.criterion(),
    ) {
        (Some(_), ..) if !detection.told_apart() => {
            writeln!(out, "  d′ tells nothing here: you treated everybody alike.")?
        }
        (Some(d), Some((low, high)), Some(c)) => {
            let (d, c) = (plain(d), plain(c));
            let (low, high) = (plain(low), plain(high));
            writeln!(
                out,
                "  d′ {d:.2} (95 %: {low:.2} to {high:.2}): how well you told them apart; 0 is chance, 2 is good. \
                 c {c:.2}: {}.",
                leaning(c)
            )?;
        }
        _ => writeln!(
            out,
            "  d′ needs travellers of both kinds; this line had one."
        )?,
    }
    let pace = score.pace();
    writeln!(
        out,
        "  {pace:.0} seconds a traveller; {} of {} took more than {}.",
        score.slow,
        score.travellers,
        minutes(fair.into())
    )?;
    let notes = &score.notes;
    writeln!(
        out,
        "  Notes: {} with an observation, a question and a check; {} with a question not checked; {} that earn \
         nothing; {} travellers without.",
        notes.verified, notes.asked, notes.bare, notes.none
    )?;
    let grounds = &score.grounds;
    writeln!(
        out,
        "  Grounds of referrals: {} stand, {} would have been explained, {} are none.",
        grounds.stand, grounds.explained, grounds.nothing
    )?;
    let care = &score.care;
    writeln!(
        out,
        "  Presumed victims: {} to protection, {} to second line, {} let go.",
        care.protected, care.accused, care.missed
    )?;
    audit(&score.audit, out)
}

/// Never minus nought.
fn plain(value: f64) -> f64 {
    let cents = (value * 100.0).round();
    if cents == 0.0 { 0.0 } else { cents / 100.0 }
}

fn leaning(c: f64) -> &'static str {
    if c < -0.3 {
        "you refer readily"
    } else if c > 0.3 {
        "you refer seldom"
    } else {
        "you lean neither way"
    }
}

fn audit(audit: &Audit, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "\nAUDIT: honest travellers who were referred, by nationality (95 % interval after Wilson)"
    )?;
    let rows = audit.rows();
    for row in &rows {
        writeln!(
            out,
            "  {}  {:>3} of {:>3}  {:>3.0} %  ({:.0}–{:.0} %){}",
            row.nationality,
            row.referred,
            row.n,
            row.rate * 100.0,
            row.interval.0 * 100.0,
            row.interval.1 * 100.0,
            if row.flagged {
                "  ! above all others"
            } else {
                ""
            }
        )?;
    }
    if rows.iter().any(|r| r.flagged) {
        writeln!(
            out,
            "  ! Honest people of one nationality were referred more than the rest. A passport is no ground."
        )
    } else {
        writeln!(
            out,
            "  No difference that the numbers can show; small numbers show little."
        )
    }
}
