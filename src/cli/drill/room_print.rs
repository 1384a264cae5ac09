//! How a room is told in the terminal.

use std::io::Write;

use super::interview::Sitting;
use super::room_words::{critical_name, kind_name, mood, part_line, safeguard_name};
use crate::engine::encounter::questioning::{
    Done, Entry, Interview, Line, TopicState, Verdict, View,
};
use crate::scenario::words::QuestionKind;

pub(super) fn spoken(view: &View, lines: &[Line], out: &mut impl Write) -> std::io::Result<()> {
    for line in lines {
        // What is seen is nobody's words.
        let seen = match line {
            Line::Statement(id) => view.heard.iter().any(|h| h.id == *id && h.narrated),
            Line::Guarded(_) => false,
            Line::Silent => true,
        };
        let text = match line {
            Line::Statement(id) => view.heard.iter().find(|h| h.id == *id).map(|h| &h.text),
            Line::Guarded(id) => {
                let question = view.questions.iter().find(|q| q.id == *id);
                Some(
                    question
                        .and_then(|q| q.withheld.as_ref())
                        .unwrap_or(&view.guarded),
                )
            }
            Line::Silent => Some(&view.silent),
        };
        let words = text.map_or("", |t| t.get("en"));
        if seen {
            writeln!(out, "  {words}")?;
        } else {
            writeln!(out, "  “{words}”")?;
        }
    }
    Ok(())
}

pub(super) fn come_in(sitting: &Sitting, out: &mut impl Write) -> std::io::Result<()> {
    let view = sitting.room.view();
    writeln!(
        out,
        "\nInterview {}, level {}. {}.\n{}",
        sitting.seed,
        sitting.level,
        view.name.get("en"),
        view.about.get("en")
    )?;
    writeln!(
        out,
        "  The room is free for {} minutes; {}.",
        view.minutes,
        mood(view.levels)
    )?;
    stand(&view, sitting.level, out)
}

pub(super) fn stand(view: &View, level: u8, out: &mut impl Write) -> std::io::Result<()> {
    let names: Vec<String> = (view.safeguards.iter())
        .map(|(s, given)| {
            let mark = if given.is_some() { "x" } else { " " };
            format!("[{mark}] {}", safeguard_name(*s))
        })
        .collect();
    writeln!(out, "Safeguards: {}", names.join("  "))?;
    writeln!(out, "Topics:")?;
    for (n, topic) in view.topics.iter().enumerate() {
        let state = match topic.state {
            TopicState::Untouched => "untouched",
            TopicState::Open => "open",
            TopicState::Covered => "covered",
        };
        let own = if topic.needed {
            ""
        } else {
            ", only if it is wanted"
        };
        writeln!(out, "  {}  {} ({state}{own})", n + 1, topic.name.get("en"))?;
    }
    for (n, evidence) in view.evidence.iter().enumerate() {
        let wait = evidence.wait.and_then(|t| view.topics.get(t.index()));
        let state = match (evidence.shown, wait) {
            (Some(minute), _) => format!("shown at {minute}"),
            (None, Some(topic)) if level == 1 => {
                format!("wait: “{}” is still open", topic.name.get("en"))
            }
            _ => "not shown".to_owned(),
        };
        writeln!(
            out,
            "Evidence E{}: {} ({state})",
            n + 1,
            evidence.text.get("en")
        )?;
    }
    let mix = view.mix;
    if level > 1 && view.verdict.is_none() {
        let all = mix.open + mix.probing + mix.closed + mix.inappropriate;
        return writeln!(out, "Asked so far: {all}");
    }
    writeln!(
        out,
        "Asked so far: {} open, {} probing, {} closed, {} inappropriate",
        mix.open, mix.probing, mix.closed, mix.inappropriate
    )
}

pub(super) fn offer(sitting: &Sitting, view: &View, out: &mut impl Write) -> std::io::Result<()> {
    let mut topic = None;
    for (n, q) in sitting.questions(view).iter().enumerate() {
        if topic != Some(q.topic) {
            topic = Some(q.topic);
            let name = view
                .topics
                .get(q.topic.index())
                .map_or("", |t| t.name.get("en"));
            writeln!(out, "{name}")?;
        }
        let kind = if sitting.level == 1 {
            format!("{}: ", kind_name(q.kind))
        } else {
            String::new()
        };
        let asked = match (q.asked, q.unanswered) {
            (None, _) => "",
            (Some(_), false) => " (asked)",
            (Some(_), true) => " (asked; no answer yet)",
        };
        writeln!(out, "{:>4}  {kind}{}{asked}", n + 1, q.text.get("en"))?;
    }
    Ok(())
}

pub(super) fn said(view: &View, out: &mut impl Write) -> std::io::Result<()> {
    if view.heard.is_empty() {
        writeln!(out, "Nothing yet.")?;
    }
    for (n, heard) in view.heard.iter().enumerate() {
        let words = match (heard.text.get("en"), heard.narrated) {
            (text, true) => text.to_owned(),
            (text, false) => format!("“{text}”"),
        };
        let usable = if heard.usable {
            ""
        } else {
            "  [may not be used]"
        };
        let sign = if heard.indicator {
            "  [indicator: inquire further]"
        } else {
            ""
        };
        writeln!(
            out,
            "{:>4}  {:>3} min  {words}{usable}{sign}",
            n + 1,
            heard.minute,
        )?;
    }
    Ok(())
}

/// The Griffiths Question Map in letters: a column for each three minutes.
pub(super) fn map(room: &Interview, out: &mut impl Write) -> std::io::Result<()> {
    let points = room.question_map();
    let columns = points.last().map_or(0, |p| usize::from(p.minute) / 3 + 1);
    for kind in QuestionKind::ALL {
        let mut row = vec!['.'; columns];
        for point in points.iter().filter(|p| p.kind == *kind) {
            row[usize::from(point.minute) / 3] = if point.pressed { '!' } else { 'o' };
        }
        if *kind == QuestionKind::InappropriateClosed {
            writeln!(out, "  {}", "-".repeat(22 + columns))?;
        }
        writeln!(
            out,
            "  {:<21} {}",
            kind_name(*kind),
            row.iter().collect::<String>()
        )?;
    }
    Ok(())
}

pub(super) fn closed(
    room: &Interview,
    verdict: &Verdict,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let view = room.view();
    writeln!(
        out,
        "{} of 100 points after {} minutes.",
        verdict.points(),
        verdict.minutes
    )?;
    for (name, part, what) in part_line(verdict) {
        writeln!(
            out,
            "  {name:<16} {:>2} of {:>2}   {what}",
            part.points, part.of
        )?;
    }
    let (heard, all) = verdict.truths;
    writeln!(
        out,
        "You know {heard} of {all} true things that could be heard."
    )?;
    if verdict.unusable > 0 {
        writeln!(out, "{} statements may not be used.", verdict.unusable)?;
    }
    for critical in &verdict.critical {
        writeln!(
            out,
            "  ! {}: no more than 40 points.",
            critical_name(*critical)
        )?;
    }
    map(room, out)?;
    if verdict.disclosure.of == 0 {
        writeln!(
            out,
            "There was no evidence to put: the other parts count for its points."
        )?;
    }
    let early = |e: &Entry| matches!(e.done, Done::Disclosed(_));
    if view.transcript.iter().any(early) && verdict.disclosure.points < verdict.disclosure.of {
        writeln!(
            out,
            "Evidence shown before the account is told makes the account fit it."
        )?;
    }
    for lesson in room.lessons() {
        writeln!(out, "Worth knowing: {}", lesson.get("en"))?;
    }
    writeln!(out, "`next` brings the next person.")
}
