//! `liaison drill interview`: one person after another in the room, in the terminal.

use std::io::{BufRead, Write};
use std::sync::Arc;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use super::super::{DONE, PROBLEMS, cut_off};
use super::room_print::{closed, come_in, map, offer, said, spoken, stand};
use super::room_words::{mood, typed};
use super::voice::Voice;
use crate::engine::encounter::questioning::{Act, Answer, Interview, QuestionView, View};
use crate::language::{Lang, room as named, t};
use crate::library::{self, Invited};
use crate::scenario::ids::{AskId, EvidenceId, TopicId};
use crate::scenario::interviews::{Interviewee, Mention};
use crate::scenario::words::Safeguard;

const HELP: &str = "drill-room-help";

/// People who belong to no case, from a seed.
pub(in crate::cli) fn interview(seed: u64, level: u8, lang: Lang) -> u8 {
    begin(library::practice(), seed, level, lang)
}

/// People of a case, from the one with this id on, as hard as the case has it.
pub(in crate::cli) fn case_interview(case: &str, id: Option<&str>, lang: Lang) -> u8 {
    let people = match library::open(case) {
        Ok(case) => library::invited(&case.scenario),
        Err(problem) => return failed(&problem),
    };
    let at = id.map_or(Some(0), |id| people.iter().position(|p| p.who.key == id));
    match at.and_then(|at| Some((u64::try_from(at).ok()?, people.get(at)?.who.level))) {
        Some((seed, level)) => begin(people, seed, level, lang),
        None => failed(&format!("{case} has no such interview.")),
    }
}

fn failed(problem: &str) -> u8 {
    // Where even this cannot be written, the exit code says it.
    let _ = writeln!(std::io::stderr().lock(), "{problem}");
    PROBLEMS
}

fn begin(people: Vec<Invited>, seed: u64, level: u8, lang: Lang) -> u8 {
    let people: Vec<Arc<Interviewee>> = people.into_iter().map(|invited| invited.who).collect();
    let input = std::io::stdin().lock();
    let sitting = Sitting::begin(&people, seed, level, Voice(lang));
    match sit(sitting, Voice(lang), input, &mut std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

/// A sitting: one room, and what all rooms together came to.
pub(super) struct Sitting<'p> {
    people: &'p [Arc<Interviewee>],
    pub(super) voice: Voice,
    pub(super) seed: u64,
    pub(super) level: u8,
    pub(super) room: Interview,
    /// Questions in the order in which they are offered.
    order: Vec<AskId>,
    interviews: u32,
    points: u32,
}

impl<'p> Sitting<'p> {
    /// Nobody, where there is nobody to be asked.
    fn begin(people: &'p [Arc<Interviewee>], seed: u64, level: u8, voice: Voice) -> Option<Self> {
        let at = usize::try_from(seed % u64::try_from(people.len()).ok()?.max(1)).ok()?;
        let who = people.get(at)?;
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let room = if level == 3 {
            Interview::starting(Arc::clone(who), who.start.hardest())
        } else {
            Interview::varied(Arc::clone(who), &mut rng)
        };
        let room = room.on_level(level);
        let count = u16::try_from(who.questions.len()).unwrap_or(u16::MAX);
        let mut order: Vec<AskId> = (0..count).map(AskId).collect();
        if level > 1 {
            order.shuffle(&mut rng);
        }
        Some(Self {
            people,
            voice,
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
        if let Some(next) = Self::begin(self.people, seed, self.level, self.voice) {
            *self = Self {
                interviews: self.interviews,
                points: self.points,
                ..next
            };
        }
    }

    /// What can be asked, in the order in which it is numbered.
    pub(super) fn questions(&self, view: &View) -> Vec<QuestionView> {
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
    sitting: Option<Sitting>,
    voice: Voice,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let Some(mut sitting) = sitting else {
        return voice.line(out, &t("drill-nobody"));
    };
    come_in(&sitting, out)?;
    writeln!(out)?;
    voice.help(out, HELP)?;
    write!(out, "> ")?;
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
    let told = t("drill-interviews").with("interviews", sitting.interviews);
    writeln!(out)?;
    voice.line(out, &told.with("points", sitting.points))
}

fn obey(sitting: &mut Sitting, words: &[&str], out: &mut impl Write) -> std::io::Result<()> {
    let number = |word: &str| word.parse::<usize>().ok()?.checked_sub(1);
    let small = |word: &str| u16::try_from(number(word)?).ok();
    let (view, voice) = (sitting.room.view(), sitting.voice);
    let act = match words {
        ["help"] => return voice.help(out, HELP),
        ["room"] => return stand(&view, sitting.level, voice, out),
        ["ask"] => return offer(sitting, &view, out),
        ["said"] => return said(&view, voice, out),
        ["map"] if sitting.level > 1 && view.verdict.is_none() => {
            return voice.line(out, &t("drill-map-later"));
        }
        ["map"] => return map(&sitting.room, voice, out),
        ["next"] if view.verdict.is_none() => {
            return voice.line(out, &t("drill-end-first"));
        }
        ["next"] => {
            sitting.next();
            return come_in(sitting, out);
        }
        ["give", word] => Safeguard::ALL
            .iter()
            .find(|s| typed(**s) == *word)
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
        None => voice.lost(out, HELP),
    }
}

fn done(sitting: &mut Sitting, act: Act, out: &mut impl Write) -> std::io::Result<()> {
    let voice = sitting.voice;
    let before = sitting.room.view().critical;
    let answer = match sitting.room.act(act) {
        Err(refusal) => return voice.no(out, named::refusal(refusal)),
        Ok(answer) => answer,
    };
    let view = sitting.room.view();
    let followed = named::followed(&answer);
    match answer {
        Answer::Given => voice.line(out, &t("drill-done"))?,
        Answer::Said { lines, .. } | Answer::Reaction(lines) => spoken(&view, &lines, voice, out)?,
        Answer::Rested => voice.line(out, &t("drill-rested"))?,
        Answer::Summarised | Answer::Disagree | Answer::NoDisagreement => {}
        Answer::Closed(verdict) => {
            sitting.interviews += 1;
            sitting.points += u32::from(verdict.points());
            return closed(&sitting.room, &verdict, voice, out);
        }
    }
    if let Some((told, _)) = followed {
        voice.line(out, &told)?;
    }
    for new in view.critical.iter().filter(|c| !before.contains(c)) {
        writeln!(out, "  ! {}", voice.say(&named::recorded(*new)))?;
    }
    let told = t("drill-room-minutes").with("minute", i64::from(view.minute));
    let told = told.with("minutes", i64::from(view.minutes));
    voice.under(out, &told.with("mood", mood(view.levels)))
}
