//! `liaison drill`: `document` lays one document after another on the bench, in the terminal; `interview` and
//! `line` have files of their own.

mod deck;
mod interview;
mod line;
mod room_print;
mod room_words;
mod voice;
mod words;

use std::io::{BufRead, Write};

use deck::Deck;
use voice::Voice;
use words::{fact, like, sight};

pub(super) use interview::{case_interview, interview};
pub(super) use line::line;

use super::{DONE, PROBLEMS, cut_off};
use crate::engine::encounter::document::bench::{
    Act, Answer, Bench, FALSE_ALARM, Register, Verdict,
};
use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::Finding;
use crate::engine::encounter::document::generate::Example;
use crate::engine::encounter::document::issuer::Light;
use crate::language::{Lang, Words, bench as named, t};

const HELP: &str = "drill-bench-help";

/// Results of one sitting.
#[derive(Default)]
struct Tally {
    documents: u32,
    points: u32,
    frauds: u32,
    hits: u32,
    false_alarms: u32,
}

/// Documents from a seed.
pub(super) fn document(seed: u64, level: u8, lang: Lang) -> u8 {
    begin(Deck::Drawn { seed, level }, lang)
}

/// Documents of a case, from the one with this id on.
pub(super) fn case_document(case: &str, id: Option<&str>, lang: Lang) -> u8 {
    match Deck::of_case(case, id) {
        Ok(deck) => begin(deck, lang),
        Err(problem) => {
            // Where even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr().lock(), "{problem}");
            PROBLEMS
        }
    }
}

fn begin(deck: Deck, lang: Lang) -> u8 {
    let input = std::io::stdin().lock();
    match sit(deck, Voice(lang), input, &mut std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

fn sit(
    mut deck: Deck,
    voice: Voice,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<()> {
    let mut tally = Tally::default();
    let mut bench = deck.lay(voice, out)?;
    writeln!(out)?;
    voice.help(out, HELP)?;
    write!(out, "> ")?;
    out.flush()?;
    for line in input.lines() {
        let line = line?;
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (None, ..) => {}
            (Some("quit"), ..) => break,
            (Some("help"), ..) => voice.help(out, HELP)?,
            (Some("facts"), ..) => facts(&bench, voice, out)?,
            (Some("next"), ..) => {
                if bench.truth().is_none() {
                    voice.line(out, &t("drill-find-first"))?;
                } else {
                    deck.next();
                    bench = deck.lay(voice, out)?;
                }
            }
            (Some("compare"), a, b) => {
                let open = bench.open();
                let pick = |word: Option<&str>| {
                    let number = word.and_then(|w| w.parse::<usize>().ok())?;
                    open.get(number.checked_sub(1)?).copied()
                };
                match (pick(a), pick(b)) {
                    (Some(a), Some(b)) => {
                        let deed = Act::Compare(a, b);
                        act(&mut bench, &deck, deed, &mut tally, voice, out)?;
                    }
                    _ => voice.line(out, &t("drill-two-numbers"))?,
                }
            }
            (Some(verb), word, _) => match said(verb, word.unwrap_or_default()) {
                Some(deed) => act(&mut bench, &deck, deed, &mut tally, voice, out)?,
                None => voice.lost(out, HELP)?,
            },
        }
        write!(out, "> ")?;
        out.flush()?;
    }
    let honest = tally.documents.saturating_sub(tally.frauds);
    let told = t("drill-tally").with("documents", tally.documents);
    let told = told.with("points", tally.points).with("hits", tally.hits);
    let told = told.with("frauds", tally.frauds).with("honest", honest);
    writeln!(out)?;
    voice.line(out, &told.with("held", tally.false_alarms))
}

fn said(verb: &str, word: &str) -> Option<Act> {
    Some(match (verb, word) {
        ("look", "white") => Act::Look(Light::Magnified),
        ("look", "oblique") => Act::Look(Light::Oblique),
        ("look", "through") => Act::Look(Light::Transmitted),
        ("look", "uv") => Act::Look(Light::Ultraviolet),
        ("specimen", "") => Act::Specimen,
        ("faces", "") => Act::Faces,
        ("ask", "lost") => Act::Ask(Register::Lost),
        ("ask", "crossings") => Act::Ask(Register::Crossings),
        ("ask", "issuer") => Act::Ask(Register::Issuer),
        ("find", "genuine") => Act::Find(Finding::Genuine),
        ("find", "counterfeit") => Act::Find(Finding::Counterfeit),
        ("find", "forged") => Act::Find(Finding::Forged),
        ("find", "impostor") => Act::Find(Finding::Impostor),
        ("find", "fantasy") => Act::Find(Finding::Fantasy),
        ("find", "obtained") => Act::Find(Finding::FraudulentlyObtained),
        ("find", "refer") => Act::Find(Finding::Refer),
        _ => return None,
    })
}

fn facts(bench: &Bench, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    for (n, open) in bench.open().into_iter().enumerate() {
        writeln!(
            out,
            "{:>4}  {}",
            n + 1,
            voice.say(&fact(bench.matter(), open))
        )?;
    }
    Ok(())
}

fn act(
    bench: &mut Bench,
    deck: &Deck,
    act: Act,
    tally: &mut Tally,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
    match bench.act(act) {
        Err(refusal) => return voice.no(out, named::refusal(refusal)),
        Ok(Answer::Seen(features)) if features.is_empty() => {
            voice.line(out, &t("drill-nothing-shows"))?;
        }
        Ok(Answer::Seen(features)) => {
            for (feature, made) in features {
                let told = t("drill-sight").with("what", named::feature(feature));
                voice.under(out, &told.with("seen", sight(feature, made)))?;
            }
        }
        Ok(Answer::Opened) => specimen(bench, voice, out)?,
        Ok(Answer::Compared) => faces(bench, voice, out)?,
        Ok(Answer::Asked) => answer(bench, act, voice, out)?,
        Ok(Answer::Confirmed) => voice.line(out, &t("bench-confirmed"))?,
        Ok(Answer::NoConflict) => {
            voice.line(
                out,
                &t("bench-no-conflict").with("minutes", i64::from(FALSE_ALARM)),
            )?;
        }
        Ok(Answer::Found(verdict)) => {
            if let Some(example) = bench.truth() {
                found(bench, example, verdict, tally, voice, out)?;
                if let Some(taught) = deck.lesson(voice) {
                    writeln!(out, "\n{taught}")?;
                }
                voice.line(out, &t("drill-next-document"))?;
            }
        }
    }
    voice.under(
        out,
        &t("drill-minutes").with("minutes", i64::from(bench.minutes())),
    )
}

fn specimen(bench: &Bench, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let matter = bench.matter();
    let kind = matter.document.kind;
    let Some(specimen) = matter.specimen() else {
        let code = matter.document.page.issuer.as_str();
        return voice.under(out, &t("bench-no-specimen").with("code", code));
    };
    let told = t("drill-sight").with("what", specimen.name);
    voice.under(out, &told.with("seen", named::rules(specimen, kind)))?;
    let features = specimen.make(kind).features.iter();
    let features = features.map(|feature| named::feature(*feature));
    let list = |all: Words, next: Words| t("liaison-list").with("all", all).with("next", next);
    let Some(features) = features.reduce(list) else {
        return Ok(());
    };
    voice.under(out, &t("drill-specimen-has").with("features", features))
}

fn faces(bench: &Bench, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let matter = bench.matter();
    let (photo, person) = (matter.document.photo, matter.traveller.face);
    for of in Trait::ALL {
        let told = t("drill-photo-and-person").with("part", named::part(of));
        let told = told.with("photo", like(of, photo.of(of)));
        voice.under(out, &told.with("person", like(of, person.of(of))))?;
    }
    Ok(())
}

fn answer(bench: &Bench, act: Act, voice: Voice, out: &mut impl Write) -> std::io::Result<()> {
    let Act::Ask(register) = act else {
        return Ok(());
    };
    let matter = bench.matter();
    voice.under(out, &named::answer(matter, register))?;
    if register == Register::Crossings {
        for crossing in &matter.registers.crossings {
            voice.under(out, &named::stamp(Some(crossing)))?;
        }
    }
    Ok(())
}

fn found(
    bench: &Bench,
    example: &Example,
    verdict: Verdict,
    tally: &mut Tally,
    voice: Voice,
    out: &mut impl Write,
) -> std::io::Result<()> {
    tally.documents += 1;
    tally.points += u32::from(verdict.points());
    let held = verdict.said != Finding::Genuine;
    if example.fraud.is_some() {
        tally.frauds += 1;
        tally.hits += u32::from(held);
    } else {
        tally.false_alarms += u32::from(held);
    }
    let finding = |key: &'static str, of| t(key).with("finding", named::finding(of));
    voice.line(out, &finding("bench-you-said", verdict.said))?;
    voice.line(out, &finding("bench-it-was", verdict.truth))?;
    let points = t("bench-points").with("points", verdict.points());
    let points = points
        .with("finding", verdict.finding)
        .with("grounds", verdict.grounds);
    voice.line(out, &points.with("time", verdict.time))?;
    let done = example.fraud.map_or(t("bench-nothing-done"), named::lesson);
    voice.line(out, &done)?;
    if let Some(oddity) = example.oddity {
        voice.line(out, &named::innocent(oddity))?;
    }
    let conflicts = example.matter.conflicts();
    if !conflicts.is_empty() {
        voice.line(out, &t("bench-conflicts"))?;
    }
    for (a, b) in conflicts {
        let conflict = t("bench-against").with("a", fact(bench.matter(), a));
        let conflict = conflict.with("b", fact(bench.matter(), b));
        let showed = bench.confirmed().contains(&(a.min(b), a.max(b)));
        if showed {
            voice.under(out, &t("drill-shown").with("conflict", conflict))?;
        } else {
            voice.under(out, &conflict)?;
        }
    }
    Ok(())
}
