//! `liaison drill line`: one traveller after another at a counter, in the terminal.

mod account;
mod words;

use std::io::{BufRead, Write};
use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::super::{DONE, PROBLEMS, cut_off};
use crate::engine::encounter::line::score::Score;
use crate::engine::encounter::line::{
    Act, Answer, Ground, Line, Note, Observation, Referral, shipped,
};
use crate::scenario::primary_line::{Profile, Source};
use words::{en, ended, minutes, saying, source_name};

const HELP: &str = "  look                       5 seconds: what the traveller does, against what is usual here
  passport                   10 seconds: key facts, and the face beside the photograph
  ask N                      10 seconds: a question of the list; three at most
  check N SOURCE             10 seconds: document, ticket, booking, companion, crossings, again
  put N SOURCE               10 seconds: tell the traveller what the source shows, and listen
  note SEEN qN words         5 seconds: SEEN is s1, s2 (what you saw), photo, a1 (an answer); qN the question
                             that followed; a note without both earns nothing
  clear                      the traveller passes
  refer WHERE GROUND         WHERE is second or protection; GROUND is N SOURCE, photo, s1, or nothing
  view, help, quit; and next after the line
";

pub(in crate::cli) fn line(seed: u64, level: u8) -> u8 {
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
    match sit(&profile, seed, level, input, &mut std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

fn sit(
    profile: &Arc<Profile>,
    seed: u64,
    level: u8,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut all = Score::default();
    let mut lines = 0;
    let mut at = seed;
    let mut line = open(profile, at, level, out)?;
    write!(out, "\n{HELP}")?;
    words::stand(&line.view(), out)?;
    write!(out, "> ")?;
    out.flush()?;
    for typed in input.lines() {
        let typed = typed?;
        let words: Vec<&str> = typed.split_whitespace().collect();
        match words.as_slice() {
            [] => {}
            ["quit", ..] => break,
            ["help", ..] => write!(out, "{HELP}")?,
            ["view", ..] => words::stand(&line.view(), out)?,
            ["next", ..] if line.over() => {
                at = at.wrapping_add(1);
                line = open(profile, at, level, out)?;
                words::stand(&line.view(), out)?;
            }
            ["next", ..] => writeln!(out, "Somebody still stands there: clear or refer.")?,
            words => match said(words) {
                Some(act) => {
                    if play(&mut line, act, out)? {
                        lines += 1;
                        let score = Score::of(&line).unwrap_or_default();
                        account::reviews(&line, out)?;
                        writeln!(out, "\nTHE LINE")?;
                        account::score(&score, profile.seconds, out)?;
                        all.add(&score);
                        writeln!(out, "`next` opens the counter again.")?;
                    }
                }
                None => writeln!(out, "That is not understood. It goes like this:\n{HELP}")?,
            },
        }
        write!(out, "> ")?;
        out.flush()?;
    }
    if lines > 1 {
        writeln!(out, "\nALL {lines} LINES")?;
        account::score(&all, profile.seconds, out)?;
    } else if lines == 0 {
        writeln!(
            out,
            "\nThe line was left before everybody had passed: there is no score."
        )?;
    }
    Ok(())
}

fn open(
    profile: &Arc<Profile>,
    seed: u64,
    level: u8,
    out: &mut impl Write,
) -> std::io::Result<Line> {
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let line = shipped::drill(Arc::clone(profile), level, &mut rng);
    let view = line.view();
    writeln!(
        out,
        "\nLine {seed}, level {level}: {}. {}, {}, {}.",
        en(&view.title),
        en(&view.place),
        view.today,
        view.hour
    )?;
    writeln!(
        out,
        "{} travellers, about {} each.\n\nUsual here: {}",
        view.of,
        minutes(view.fair),
        en(&view.baseline)
    )?;
    for (n, question) in view.questions.iter().enumerate() {
        writeln!(out, "  {}  {}", n + 1, en(&question.ask))?;
    }
    if level > 1 {
        writeln!(
            out,
            "\nWhether a source fits an answer, you judge: at this level nobody says it."
        )?;
    }
    writeln!(
        out,
        "\nFor practice, about one in three here is not what they say. At a real counter it is far fewer, and \
         nearly everybody who looks odd is honest."
    )?;
    Ok(line)
}

/// Does it; true if the line is over with it.
fn play(line: &mut Line, act: Act, out: &mut impl Write) -> std::io::Result<bool> {
    let answer = match line.act(act.clone()) {
        Ok(answer) => answer,
        Err(refusal) => {
            writeln!(out, "No: {refusal}.")?;
            return Ok(false);
        }
    };
    match answer {
        Answer::Seen if act == Act::Look => words::seen(&line.view(), out)?,
        Answer::Seen => words::glance(&line.view(), out)?,
        Answer::Said(says) => writeln!(out, "  “{}”", saying(&says))?,
        Answer::Shown { shows, fits } => {
            let by = match act {
                Act::Check(_, by) => source_name(by),
                _ => "",
            };
            let fits = match fits {
                Some(true) => " It fits.",
                Some(false) => " It does not fit what was said.",
                None => "",
            };
            writeln!(out, "  {by}: {}{fits}", ended(&saying(&shows)))?;
        }
        Answer::Explained { says: None, .. } => writeln!(out, "  “That is what I said.” It is.")?,
        Answer::Explained {
            says: Some(says),
            borne,
        } => {
            writeln!(out, "  “{}”", en(&says))?;
            match borne {
                Some(borne) => writeln!(out, "  Borne out: {}", en(&borne))?,
                None => writeln!(out, "  Nothing bears that out.")?,
            }
        }
        Answer::Noted => writeln!(out, "  Noted.")?,
        Answer::Passed { next } => {
            if next {
                words::stand(&line.view(), out)?;
            }
            return Ok(!next);
        }
    }
    let view = line.view();
    writeln!(out, "  ({} of {} seconds)", view.seconds, view.fair)?;
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
    Source::ALL.into_iter().find(|s| source_name(*s) == word)
}
