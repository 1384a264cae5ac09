//! `liaison drill line`: one traveller after another at a counter, in the terminal.

mod account;
mod words;

use std::io::{BufRead, Write};
use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::super::{DONE, PROBLEMS, cut_off};
use super::voice::Voice;
use crate::engine::encounter::line::score::Score;
use crate::engine::encounter::line::{
    Act, Answer, Ground, Line, Note, Observation, Referral, shipped,
};
use crate::language::{Lang, line as named, t};
use crate::scenario::primary_line::{Profile, Source};
use words::{fits, minutes, typed};

const HELP: &str = "drill-line-help";

pub(in crate::cli) fn line(seed: u64, level: u8, lang: Lang) -> u8 {
    let profile = match shipped::profile(level) {
        Ok(profile) => Arc::new(profile),
        Err(problems) => {
            for problem in problems {
                // Where even this cannot be written, the exit code says it.
                let _ = writeln!(std::io::stderr().lock(), "{}", problem.brief());
            }
            return PROBLEMS;
        }
    };
    let input = std::io::stdin().lock();
    let out = &mut std::io::stdout().lock();
    match sit(&profile, seed, level, Voice(lang), input, out) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

fn sit(
    profile: &Arc<Profile>,
    seed: u64,
    level: u8,
    voice: Voice,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut all = Score::default();
    let mut lines = 0u32;
    let mut at = seed;
    let mut line = open(profile, at, level, voice, out)?;
    writeln!(out)?;
    voice.help(out, HELP)?;
    words::stand(&line.view(), voice, out)?;
    write!(out, "> ")?;
    out.flush()?;
    for typed in input.lines() {
        let typed = typed?;
        let words: Vec<&str> = typed.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            ["quit", ..] => break,
            ["help", ..] => voice.help(out, HELP)?,
            ["view", ..] => words::stand(&line.view(), voice, out)?,
            ["next", ..] if line.over() => {
                at = at.wrapping_add(1);
                line = open(profile, at, level, voice, out)?;
                words::stand(&line.view(), voice, out)?;
            }
            ["next", ..] => voice.line(out, &t("drill-still-there"))?,
            words => match said(words) {
                Some(act) => {
                    if play(&mut line, act, voice, out)? {
                        lines += 1;
                        let score = Score::of(&line).unwrap_or_default();
                        account::reviews(&line, voice, out)?;
                        writeln!(out)?;
                        voice.line(out, &t("drill-the-line"))?;
                        account::score(&score, profile.seconds, voice, out)?;
                        all.add(&score);
                        voice.line(out, &t("drill-opens-again"))?;
                    }
                }
                None => voice.lost(out, HELP)?,
            },
        }
        write!(out, "> ")?;
        out.flush()?;
    }
    if lines > 1 {
        writeln!(out)?;
        voice.line(out, &t("drill-all-lines").with("lines", lines))?;
        account::score(&all, profile.seconds, voice, out)?;
    } else if lines == 0 {
        writeln!(out)?;
        voice.line(out, &t("drill-line-left"))?;
    }
    Ok(())
}

fn open(
    profile: &Arc<Profile>,
    seed: u64,
    level: u8,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<Line> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let line = shipped::drill(Arc::clone(profile), level, &mut rng);
    let view = line.view();
    let told = t("drill-line").with("seed", seed.to_string());
    let told = told.with("level", level);
    let told = told.with("title", voice.text(&view.title));
    let told = told.with("place", voice.text(&view.place));
    let told = told.with("day", view.today.to_string());
    writeln!(out)?;
    voice.line(out, &told.with("hour", view.hour.as_str()))?;
    let told = t("drill-line-travellers").with("number", view.of);
    voice.line(out, &told.with("time", minutes(view.fair)))?;
    writeln!(out)?;
    let usual = voice.text(&view.baseline);
    voice.line(out, &t("drill-line-usual").with("baseline", usual))?;
    for (n, question) in view.questions.iter().enumerate() {
        writeln!(out, "  {}  {}", n + 1, voice.text(&question.ask))?;
    }
    if level > 1 {
        writeln!(out)?;
        voice.line(out, &t("drill-line-judge"))?;
    }
    writeln!(out)?;
    voice.line(out, &t("drill-line-practice"))?;
    Ok(line)
}

/// Does it; true if the line is over with it.
fn play(line: &mut Line, act: Act, voice: Voice, out: &mut impl Write) -> std::io::Result<bool> {
    let answer = match line.act(act.clone()) {
        Ok(answer) => answer,
        Err(refusal) => {
            voice.no(out, named::refusal(refusal))?;
            return Ok(false);
        }
    };
    match answer {
        Answer::Seen if act == Act::Look => words::seen(&line.view(), voice, out)?,
        Answer::Seen => words::glance(&line.view(), voice, out)?,
        Answer::Said(says) => voice.under(out, &named::quoted(named::saying(&says)))?,
        Answer::Shown { shows, fits: fit } => {
            let shows = named::saying(&shows);
            let told = match act {
                Act::Check(_, by) => {
                    let told = t("primary-shows").with("source", named::source(by));
                    told.with("shows", shows)
                }
                _ => shows,
            };
            writeln!(out, "  {}{}", voice.say(&told), fits(fit, voice))?;
        }
        Answer::Explained { says: None, .. } => voice.under(out, &t("drill-it-is"))?,
        Answer::Explained {
            says: Some(says),
            borne,
        } => {
            let says = t("primary-quoted").with("says", voice.text(&says));
            voice.under(out, &says)?;
            voice.under(
                out,
                &match &borne {
                    Some(borne) => t("primary-borne").with("borne", voice.text(borne)),
                    None => t("primary-borne-not"),
                },
            )?;
        }
        Answer::Noted => voice.under(out, &t("drill-noted"))?,
        Answer::Passed { next } => {
            if next {
                words::stand(&line.view(), voice, out)?;
            }
            return Ok(!next);
        }
    }
    let view = line.view();
    let told = t("drill-seconds").with("seconds", view.seconds);
    voice.under(out, &told.with("fair", view.fair))?;
    Ok(false)
}

fn said(words: &[&str]) -> Option<Act> {
    Some(match words {
        ["look"] => Act::Look,
        ["passport"] => Act::Inspect,
        ["ask", n] => Act::Ask(number(n)?),
        ["check", n, by] => Act::Check(number(n)?, source(by)?),
        ["put", n, by] => Act::Put(number(n)?, source(by)?),
        ["clear"] => Act::Clear,
        ["refer", to, ground @ ..] => Act::Refer(
            match *to {
                "second" => Referral::SecondLine,
                "protection" => Referral::Protection,
                _ => return None,
            },
            match ground {
                [] | ["nothing"] => Ground::Unstated,
                ["photo"] => Ground::Photo,
                [seen] => Ground::Behaviour(number(seen.strip_prefix('s')?)?),
                [n, by] => Ground::Contradiction(number(n)?, source(by)?),
                _ => return None,
            },
        ),
        ["note", rest @ ..] if !rest.is_empty() => Act::Note(note(rest)),
        _ => return None,
    })
}

fn note(words: &[&str]) -> Note {
    let observed = words.first().and_then(|word| {
        if *word == "photo" {
            Some(Observation::Photo)
        } else if let Some(n) = word.strip_prefix('s') {
            number(n).map(Observation::Behaviour)
        } else {
            word.strip_prefix('a')
                .and_then(number)
                .map(Observation::Answer)
        }
    });
    let rest = &words[usize::from(observed.is_some())..];
    let question = rest.first().and_then(|w| number(w.strip_prefix('q')?));
    let rest = &rest[usize::from(question.is_some())..];
    Note {
        observed,
        question,
        text: rest.join(" "),
    }
}

/// A position from a number that a person typed, which begins at 1.
fn number(word: &str) -> Option<usize> {
    word.parse::<usize>().ok()?.checked_sub(1)
}

fn source(word: &str) -> Option<Source> {
    Source::ALL.into_iter().find(|s| typed(*s) == word)
}
