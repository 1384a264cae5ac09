//! `liaison drill`: `document` lays one document after another on the bench, in the terminal; `interview` and
//! `line` have files of their own.

mod deck;
mod interview;
mod line;
mod room_print;
mod room_words;
mod words;

use std::io::{BufRead, Write};

use deck::Deck;
use words::{feature_name, finding_name, innocent, lesson, sight, trait_words, words};

pub(super) use interview::{case_interview, interview};
pub(super) use line::line;

use super::{DONE, PROBLEMS, cut_off};
use crate::engine::encounter::document::TODAY;
use crate::engine::encounter::document::bench::{Act, Answer, Bench, Register, Verdict};
use crate::engine::encounter::document::face::Trait;
use crate::engine::encounter::document::fraud::Finding;
use crate::engine::encounter::document::generate::Example;
use crate::engine::encounter::document::issuer::{Kind, Light};

const HELP: &str = "  look white|oblique|through|uv   one minute each; white with the magnifier
  specimen                        one minute: the specimen book
  faces                           one minute: photograph and person, part by part
  ask lost|crossings|issuer       three minutes: a register
  facts                           everything that can be pointed at, with its number
  compare N M                     five minutes, unless the two cannot both be right
  find genuine|counterfeit|forged|impostor|fantasy|obtained|refer
  next, help, quit
";

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
pub(super) fn document(seed: u64, level: u8) -> u8 {
    begin(Deck::Drawn { seed, level })
}

/// Documents of a case, from the one with this id on.
pub(super) fn case_document(case: &str, id: Option<&str>) -> u8 {
    match Deck::of_case(case, id) {
        Ok(deck) => begin(deck),
        Err(problem) => {
            // Where even this cannot be written, the exit code says it.
            let _ = writeln!(std::io::stderr().lock(), "{problem}");
            PROBLEMS
        }
    }
}

fn begin(deck: Deck) -> u8 {
    let input = std::io::stdin().lock();
    match sit(deck, input, &mut std::io::stdout().lock()) {
        Ok(()) => DONE,
        Err(e) => cut_off(&e),
    }
}

fn sit(mut deck: Deck, input: impl BufRead, out: &mut impl Write) -> std::io::Result<()> {
    let mut tally = Tally::default();
    let mut bench = deck.lay(out)?;
    write!(out, "\n{HELP}> ")?;
    out.flush()?;
    for line in input.lines() {
        let line = line?;
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (None, ..) => {}
            (Some("quit"), ..) => break,
            (Some("help"), ..) => write!(out, "{HELP}")?,
            (Some("facts"), ..) => facts(&bench, out)?,
            (Some("next"), ..) => {
                if bench.truth().is_none() {
                    writeln!(out, "Give a finding first: find …")?;
                } else {
                    deck.next();
                    bench = deck.lay(out)?;
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
                        act(&mut bench, &deck, Act::Compare(a, b), &mut tally, out)?;
                    }
                    _ => writeln!(out, "Two numbers of the list are needed: see facts.")?,
                }
            }
            (Some(verb), word, _) => match said(verb, word.unwrap_or_default()) {
                Some(deed) => act(&mut bench, &deck, deed, &mut tally, out)?,
                None => writeln!(out, "That is not understood. It goes like this:\n{HELP}")?,
            },
        }
        write!(out, "> ")?;
        out.flush()?;
    }
    let honest = tally.documents - tally.frauds;
    writeln!(
        out,
        "\nDocuments: {}; points: {}. Frauds that were not let through: {} of {}. Honest travellers who were \
         held: {} of {honest}.",
        tally.documents, tally.points, tally.hits, tally.frauds, tally.false_alarms
    )
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

fn facts(bench: &Bench, out: &mut impl Write) -> std::io::Result<()> {
    for (n, fact) in bench.open().into_iter().enumerate() {
        writeln!(out, "{:>4}  {}", n + 1, words(bench.matter(), fact))?;
    }
    Ok(())
}

fn act(
    bench: &mut Bench,
    deck: &Deck,
    act: Act,
    tally: &mut Tally,
    out: &mut impl Write,
) -> std::io::Result<()> {
    match bench.act(act) {
        Err(refusal) => return writeln!(out, "No: {refusal}."),
        Ok(Answer::Seen(features)) if features.is_empty() => {
            writeln!(
                out,
                "This state's documents of the kind have nothing that shows so."
            )?;
        }
        Ok(Answer::Seen(features)) => {
            for (feature, made) in features {
                writeln!(out, "  {}: {}", feature_name(feature), sight(feature, made))?;
            }
        }
        Ok(Answer::Opened) => match bench.matter().specimen() {
            Some(specimen) => {
                let kind = bench.matter().document.kind;
                let make = specimen.make(kind);
                let (letters, digits) = make.number;
                let has = make.features.iter().map(|f| feature_name(*f));
                writeln!(
                    out,
                    "  {}: numbers are \"{letters}\" and {digits} digits; valid {} years; made out in {}.",
                    specimen.name,
                    make.years,
                    specimen.places.join(", ")
                )?;
                match specimen.second_letter.filter(|_| kind == Kind::Passport) {
                    Some(from) => writeln!(out, "  Code P, and PP from {from}.")?,
                    None => writeln!(out, "  Code {}.", specimen.code_on(kind, TODAY))?,
                }
                writeln!(out, "  It has: {}.", has.collect::<Vec<_>>().join(", "))?;
            }
            None => writeln!(out, "  The book has no such state.")?,
        },
        Ok(Answer::Compared) => faces(bench, out)?,
        Ok(Answer::Asked) => answer(bench, act, out)?,
        Ok(Answer::Confirmed) => writeln!(out, "Confirmed: they cannot both be right.")?,
        Ok(Answer::NoConflict) => writeln!(out, "They can both be right. Five minutes are gone.")?,
        Ok(Answer::Found(verdict)) => {
            if let Some(example) = bench.truth() {
                found(bench, example, verdict, tally, out)?;
                if let Some(taught) = deck.lesson() {
                    writeln!(out, "\n{taught}")?;
                }
                writeln!(out, "`next` lays the next document on the bench.")?;
            }
        }
    }
    writeln!(out, "  ({} minutes)", bench.minutes())
}

fn faces(bench: &Bench, out: &mut impl Write) -> std::io::Result<()> {
    let matter = bench.matter();
    let (photo, person) = (matter.document.photo, matter.traveller.face);
    for of in Trait::ALL {
        let (there, here) = (
            trait_words(of, photo.of(of)),
            trait_words(of, person.of(of)),
        );
        writeln!(out, "  photograph: {there}; person: {here}")?;
    }
    Ok(())
}

fn answer(bench: &Bench, act: Act, out: &mut impl Write) -> std::io::Result<()> {
    let matter = bench.matter();
    let registers = &matter.registers;
    match act {
        Act::Ask(Register::Lost) if registers.lost.contains(&matter.document.page.number) => {
            writeln!(
                out,
                "  The number is on the list of lost and stolen documents."
            )
        }
        Act::Ask(Register::Lost) => writeln!(out, "  The number is not on the list."),
        Act::Ask(Register::Crossings) => {
            if registers.crossings.is_empty() {
                writeln!(out, "  No crossings on record.")?;
            }
            for crossing in &registers.crossings {
                let way = if crossing.entry { "entry" } else { "exit" };
                writeln!(out, "  {way} {}", crossing.day)?;
            }
            Ok(())
        }
        _ if registers.other_name => {
            writeln!(
                out,
                "  The issuer has the same face in another file, under another name."
            )
        }
        _ => writeln!(
            out,
            "  The issuer has this face under this name and no other."
        ),
    }
}

fn found(
    bench: &Bench,
    example: &Example,
    verdict: Verdict,
    tally: &mut Tally,
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
    writeln!(
        out,
        "You said {}; it was {}. {} of 100 points: finding {} of 60, grounds {} of 25, time {} of 15.",
        finding_name(verdict.said),
        finding_name(verdict.truth),
        verdict.points(),
        verdict.finding,
        verdict.grounds,
        verdict.time
    )?;
    match example.fraud {
        Some(fraud) => writeln!(out, "What was done: {}", lesson(fraud))?,
        None => writeln!(out, "Nothing was done to it.")?,
    }
    if let Some(oddity) = example.oddity {
        writeln!(out, "Odd, and no fraud: {}", innocent(oddity))?;
    }
    let conflicts = example.matter.conflicts();
    if !conflicts.is_empty() {
        writeln!(out, "What cannot both be right:")?;
    }
    for (a, b) in conflicts {
        let shown = if bench.confirmed().contains(&(a.min(b), a.max(b))) {
            " (you showed it)"
        } else {
            ""
        };
        let (a, b) = (words(bench.matter(), a), words(bench.matter(), b));
        writeln!(out, "  {a} / {b}{shown}")?;
    }
    Ok(())
}
