//! How a room is told in the terminal.

use std::io::Write;

use super::interview::Sitting;
use super::room_words::mood;
use super::voice::Voice;
use crate::engine::encounter::questioning::{Done, Entry, Interview, Line, Verdict, View};
use crate::language::{room as named, t};
use crate::scenario::words::QuestionKind;

pub(super) fn spoken(
    view: &View,
    lines: &[Line],
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
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
        let words = text.map_or("", |t| voice.text(t));
        if seen {
            writeln!(out, "  {words}")?;
        } else {
            voice.under(out, &t("room-quoted").with("words", words))?;
        }
    }
    Ok(())
}

pub(super) fn come_in(sitting: &Sitting, out: &mut impl Write) -> std::io::Result<()> {
    let (view, voice) = (sitting.room.view(), sitting.voice);
    let told = t("drill-interview").with("seed", sitting.seed.to_string());
    let told = told.with("level", sitting.level);
    writeln!(out)?;
    voice.line(out, &told.with("name", voice.text(&view.name)))?;
    writeln!(out, "{}", voice.text(&view.about))?;
    let told = t("drill-room-free").with("minutes", i64::from(view.minutes));
    voice.under(out, &told.with("mood", mood(view.levels)))?;
    stand(&view, sitting.level, voice, out)
}

pub(super) fn stand(
    view: &View,
    level: u8,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let safeguards = view.safeguards.iter().map(|(of, given)| {
        let mark = if given.is_some() { "x" } else { " " };
        format!("[{mark}] {}", voice.say(&named::safeguard(*of)))
    });
    let safeguards: Vec<_> = safeguards.collect();
    let told = t("drill-safeguards").with("safeguards", safeguards.join("  "));
    voice.line(out, &told)?;
    voice.line(out, &t("drill-topics"))?;
    for (n, topic) in view.topics.iter().enumerate() {
        let told = if topic.needed {
            t("drill-topic")
        } else {
            t("drill-topic-own")
        };
        let told = told.with("topic", voice.text(&topic.name));
        let told = told.with("state", named::topic(topic.state));
        writeln!(out, "  {}  {}", n + 1, voice.say(&told))?;
    }
    for (n, evidence) in view.evidence.iter().enumerate() {
        let wait = evidence.wait.and_then(|t| view.topics.get(t.index()));
        let state = match (evidence.shown, wait) {
            (Some(minute), _) => t("room-evidence-shown").with("minute", i64::from(minute)),
            (None, Some(topic)) if level == 1 => {
                t("room-evidence-wait").with("topic", voice.text(&topic.name))
            }
            _ => t("drill-evidence-not-shown"),
        };
        let told = t("drill-evidence").with("number", format!("E{}", n + 1));
        let told = told.with("text", voice.text(&evidence.text));
        voice.line(out, &told.with("state", state))?;
    }
    let mix = view.mix;
    if level > 1 && view.verdict.is_none() {
        let all = [mix.open, mix.probing, mix.closed, mix.inappropriate];
        let all: i64 = all.into_iter().map(i64::from).sum();
        return voice.line(out, &t("room-asked-number").with("number", all));
    }
    let told = t("drill-asked-inappropriate").with("mix", named::mix(mix));
    voice.line(
        out,
        &told.with("inappropriate", i64::from(mix.inappropriate)),
    )
}

pub(super) fn offer(sitting: &Sitting, view: &View, out: &mut impl Write) -> std::io::Result<()> {
    let voice = sitting.voice;
    let mut topic = None;
    for (n, q) in sitting.questions(view).iter().enumerate() {
        if topic != Some(q.topic) {
            topic = Some(q.topic);
            let of = view.topics.get(q.topic.index());
            writeln!(out, "{}", of.map_or("", |t| voice.text(&t.name)))?;
        }
        let mut told = crate::language::plain(voice.text(&q.text));
        if sitting.level == 1 {
            let kind = t("drill-question").with("kind", named::kind(q.kind));
            told = kind.with("question", told);
        }
        let told = match (q.asked, q.unanswered) {
            (None, _) => told,
            (Some(_), false) => t("drill-asked").with("question", told),
            (Some(_), true) => t("drill-asked-in-vain").with("question", told),
        };
        writeln!(out, "{:>4}  {}", n + 1, voice.say(&told))?;
    }
    Ok(())
}

pub(super) fn said(view: &View, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    if view.heard.is_empty() {
        voice.line(out, &t("drill-nothing-said"))?;
    }
    for (n, heard) in view.heard.iter().enumerate() {
        let text = voice.text(&heard.text);
        let mut told = if heard.narrated {
            crate::language::plain(text)
        } else {
            t("room-quoted").with("words", text)
        };
        if !heard.usable {
            told = t("drill-not-usable").with("words", told);
        }
        if heard.indicator {
            told = t("drill-indicator").with("words", told);
        }
        let told = t("drill-said-at").with("words", told);
        let told = told.with("minute", i64::from(heard.minute));
        writeln!(out, "{:>4}  {}", n + 1, voice.say(&told))?;
    }
    Ok(())
}

/// The Griffiths Question Map in letters: a column for each three minutes.
pub(super) fn map(room: &Interview, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let points = room.question_map();
    let columns = points.last().map_or(0, |p| usize::from(p.minute) / 3 + 1);
    for kind in QuestionKind::ALL {
        let mut row = vec!['.'; columns];
        for point in points.iter().filter(|p| p.kind == *kind) {
            if let Some(place) = row.get_mut(usize::from(point.minute) / 3) {
                *place = if point.pressed { '!' } else { 'o' };
            }
        }
        if *kind == QuestionKind::InappropriateClosed {
            writeln!(out, "  {}", "-".repeat(22 + columns))?;
        }
        let row: String = row.into_iter().collect();
        writeln!(out, "  {row}  {}", voice.say(&named::kind(*kind)))?;
    }
    Ok(())
}

pub(super) fn closed(
    room: &Interview,
    verdict: &Verdict,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let view = room.view();
    let told = t("drill-closed").with("points", verdict.points());
    voice.line(out, &told.with("minutes", i64::from(verdict.minutes)))?;
    for (name, part, what) in named::parts(verdict) {
        let points = t("drill-part").with("points", i64::from(part.points));
        let points = voice.say(&points.with("of", i64::from(part.of)));
        writeln!(
            out,
            "  {}: {points}. {}",
            voice.say(&name),
            voice.say(&what)
        )?;
    }
    let (heard, all) = verdict.truths;
    let told = t("room-truths").with("known", heard);
    voice.line(out, &told.with("all", all))?;
    if verdict.unusable > 0 {
        voice.line(out, &t("room-unusable").with("number", verdict.unusable))?;
    }
    for critical in &verdict.critical {
        let told = t("drill-capped").with("critical", named::critical(*critical));
        writeln!(out, "  ! {}", voice.say(&told))?;
    }
    map(room, voice, out)?;
    let early = |e: &Entry| matches!(e.done, Done::Disclosed(_));
    if view.transcript.iter().any(early) && verdict.disclosure.points < verdict.disclosure.of {
        voice.line(out, &t("room-lesson-early"))?;
    }
    for lesson in room.lessons() {
        voice.line(out, &t("drill-lesson").with("lesson", voice.text(lesson)))?;
    }
    voice.line(out, &t("drill-next-person"))
}
