//! `liaison drill interview`: one person after another in the room, in the terminal.

use std::io::{BufRead, Write};
use std::sync::Arc;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::super::{DONE, cut_off};
use super::room_words::{
    critical_name, kind_name, mood, part_line, safeguard_name, safeguard_word,
};
use crate::engine::encounter::questioning::{
    Act, Answer, Done, Entry, Interview, Line, QuestionView, TopicState, Verdict, View,
};
use crate::library;
use crate::scenario::ids::{AskId, EvidenceId, TopicId};
use crate::scenario::interviews::{Interviewee, Mention};
use crate::scenario::load;
use crate::scenario::words::{QuestionKind, Safeguard};

const HELP: &str =
    "  give purpose|alone|interpreter|doctor|breaks|guardian   a safeguard; first of all
  room                    how things stand: topics, evidence, safeguards
  ask                     what can be asked;  ask N  asks it
  said                    what was said, with numbers
  show N                  put evidence to the person: late, or not at all
  sum N                   sum up a topic in the person's own words
  mark A B                two that disagree, by their numbers in `said`, or E1 for evidence
  rest                    a break of ten minutes
  close | refer           read back and end; refer: as a presumed victim
  map, next, help, quit
";

pub(in crate::cli) fn interview(seed: u64, level: u8) -> u8 {
    let people = shipped();
    let input = std::io::stdin().lock();
    match sit(&people, seed, level, input, &mut std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

/// Everybody who can be questioned in a shipped case, in the order of cases and files.
fn shipped() -> Vec<Arc<Interviewee>> {
    let cases = library::shipped();
    let cases = cases.iter().filter_map(|c| load(&c.source()).scenario);
    cases.flat_map(|c| c.interviews).map(Arc::new).collect()
}

/// A sitting: one room, and what all rooms together came to.
struct Sitting<'p> {
    people: &'p [Arc<Interviewee>],
    seed: u64,
    level: u8,
    room: Interview,
    /// Questions in the order in which they are offered.
    order: Vec<AskId>,
    interviews: u32,
    points: u32,
}

impl<'p> Sitting<'p> {
    /// Nobody, where no shipped case has an interview.
    fn begin(people: &'p [Arc<Interviewee>], seed: u64, level: u8) -> Option<Self> {
        let at = usize::try_from(seed % u64::try_from(people.len()).ok()?.max(1)).ok()?;
        let who = people.get(at)?;
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let room = if level == 3 {
            Interview::starting(Arc::clone(who), who.start.hardest())
        } else {
            Interview::varied(Arc::clone(who), &mut rng)
        };
        let count = u16::try_from(who.questions.len()).unwrap_or(u16::MAX);
        let mut order: Vec<AskId> = (0..count).map(AskId).collect();
        if level > 1 {
            order.shuffle(&mut rng);
        }
        Some(Self {
            people,
            seed,
            level,
            room,
            order,
            interviews: 0,
            points: 0,
        })
    }

    fn next(&mut self) {
        let seed = self.seed.wrapping_add(1);
        if let Some(next) = Self::begin(self.people, seed, self.level) {
            *self = Self {
                interviews: self.interviews,
                points: self.points,
                ..next
            };
        }
    }

    /// What can be asked, in the order in which it is numbered.
    fn questions(&self, view: &View) -> Vec<QuestionView> {
        let place = |q: &QuestionView| {
            let at = self.order.iter().position(|id| *id == q.id);
            (q.topic, at)
        };
        let mut all = view.questions.clone();
        all.sort_by_key(place);
        all
    }
}

fn sit(
    people: &[Arc<Interviewee>],
    seed: u64,
    level: u8,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let Some(mut sitting) = Sitting::begin(people, seed, level) else {
        return writeln!(out, "No shipped case has an interview.");
    };
    come_in(&sitting, out)?;
    write!(out, "\n{HELP}> ")?;
    out.flush()?;
    for line in input.lines() {
        let line = line?;
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            ["quit", ..] => break,
            words => obey(&mut sitting, words, out)?,
        }
        write!(out, "> ")?;
        out.flush()?;
    }
    let (n, points) = (sitting.interviews, sitting.points);
    writeln!(out, "\nInterviews: {n}; points: {points}.")
}

fn obey(sitting: &mut Sitting, words: &[&str], out: &mut impl Write) -> std::io::Result<()> {
    let number = |word: &str| word.parse::<usize>().ok()?.checked_sub(1);
    let small = |word: &str| u16::try_from(number(word)?).ok();
    let view = sitting.room.view();
    let act = match words {
        ["help"] => return write!(out, "{HELP}"),
        ["room"] => return stand(&view, sitting.level, out),
        ["ask"] => return offer(sitting, &view, out),
        ["said"] => return said(&view, out),
        ["map"] => return map(&sitting.room, out),
        ["next"] if view.verdict.is_none() => {
            return writeln!(out, "End this one first: close, or refer.");
        }
        ["next"] => {
            sitting.next();
            return come_in(sitting, out);
        }
        ["give", word] => Safeguard::ALL
            .iter()
            .find(|s| safeguard_word(**s) == *word)
            .map(|s| Act::Give(*s)),
        ["ask", n] => {
            let all = sitting.questions(&view);
            number(n).and_then(|n| all.get(n)).map(|q| Act::Ask(q.id))
        }
        ["show", n] => {
            small(n.trim_start_matches(['E', 'e'])).map(|n| Act::Disclose(EvidenceId(n)))
        }
        ["sum", n] => small(n).map(|n| Act::Summarise(TopicId(n))),
        ["mark", a, b] => {
            let pick = |word: &str| match word.strip_prefix(['E', 'e']) {
                Some(n) => small(n).map(|n| Mention::Held(EvidenceId(n))),
                None => number(word)
                    .and_then(|n| view.heard.get(n))
                    .map(|h| Mention::Said(h.id)),
            };
            pick(a).zip(pick(b)).map(|(a, b)| Act::Mark(a, b))
        }
        ["rest"] => Some(Act::Break),
        ["close"] => Some(Act::Close { refer: false }),
        ["refer"] => Some(Act::Close { refer: true }),
        _ => None,
    };
    match act {
        Some(act) => done(sitting, act, out),
        None => writeln!(out, "That is not understood. It goes like this:\n{HELP}"),
    }
}

fn done(sitting: &mut Sitting, act: Act, out: &mut impl Write) -> std::io::Result<()> {
    let before = sitting.room.view().critical;
    let answer = match sitting.room.act(act) {
        Err(refusal) => return writeln!(out, "No: {refusal}."),
        Ok(answer) => answer,
    };
    let view = sitting.room.view();
    match answer {
        Answer::Given => writeln!(out, "Done.")?,
        Answer::Said { lines, irritated } => {
            spoken(&view, &lines, out)?;
            if irritated {
                writeln!(out, "  (You have asked that before, and it shows.)")?;
            }
        }
        Answer::Reaction(lines) if lines.is_empty() => writeln!(out, "  No answer comes to that.")?,
        Answer::Reaction(lines) => spoken(&view, &lines, out)?,
        Answer::Summarised => writeln!(out, "“Yes. That's how I said it.”")?,
        Answer::Rested => writeln!(out, "Ten minutes. Water, a window, no questions.")?,
        Answer::Disagree => writeln!(out, "They disagree: noted.")?,
        Answer::NoDisagreement => writeln!(out, "They can both be right. Three minutes are gone.")?,
        Answer::Closed(verdict) => {
            sitting.interviews += 1;
            sitting.points += u32::from(verdict.points());
            return closed(&sitting.room, &verdict, out);
        }
    }
    for new in view.critical.iter().filter(|c| !before.contains(c)) {
        writeln!(out, "  ! Recorded: {}.", critical_name(*new))?;
    }
    writeln!(
        out,
        "  ({} of {} minutes; {})",
        view.minute,
        view.minutes,
        mood(view.levels)
    )
}

fn spoken(view: &View, lines: &[Line], out: &mut impl Write) -> std::io::Result<()> {
    for line in lines {
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
        writeln!(out, "  “{}”", text.map_or("", |t| t.get("en")))?;
    }
    Ok(())
}

fn come_in(sitting: &Sitting, out: &mut impl Write) -> std::io::Result<()> {
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

fn stand(view: &View, level: u8, out: &mut impl Write) -> std::io::Result<()> {
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
    writeln!(
        out,
        "Asked so far: {} open, {} probing, {} closed, {} inappropriate",
        view.mix.open, view.mix.probing, view.mix.closed, view.mix.inappropriate
    )
}

fn offer(sitting: &Sitting, view: &View, out: &mut impl Write) -> std::io::Result<()> {
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

fn said(view: &View, out: &mut impl Write) -> std::io::Result<()> {
    if view.heard.is_empty() {
        writeln!(out, "Nothing yet.")?;
    }
    for (n, heard) in view.heard.iter().enumerate() {
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
            "{:>4}  {:>3} min  “{}”{usable}{sign}",
            n + 1,
            heard.minute,
            heard.text.get("en")
        )?;
    }
    Ok(())
}

/// The Griffiths Question Map in letters: a column for each three minutes.
fn map(room: &Interview, out: &mut impl Write) -> std::io::Result<()> {
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

fn closed(room: &Interview, verdict: &Verdict, out: &mut impl Write) -> std::io::Result<()> {
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
