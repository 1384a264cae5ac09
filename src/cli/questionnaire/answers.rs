//! Answers as they are typed: one by one, or a row of them from a sheet of paper.

use crate::engine::questionnaires::{Reply, SurveyReply};
use crate::scenario::Scenario;
use crate::scenario::questionnaires::{SurveyKind, SurveyQuestion};
use crate::scenario::words::Occasion;

/// One answer. `Ok(None)`: it is left out; `Err`: the question cannot be answered so.
pub(super) fn one(question: &SurveyQuestion, typed: &str) -> Result<Option<Reply>, ()> {
    let typed = typed.trim();
    if typed.is_empty() || typed == "-" {
        return Ok(None);
    }
    let reply = match &question.kind {
        SurveyKind::Knowledge(_) => {
            let numbers = typed.split(|c: char| c == '+' || c.is_whitespace());
            let chosen = numbers.filter(|n| !n.is_empty()).map(|n| {
                let n: u8 = n.parse().map_err(drop)?;
                n.checked_sub(1).ok_or(())
            });
            Reply::Options(chosen.collect::<Result<_, _>>()?)
        }
        SurveyKind::Scale { .. } => Reply::Scale(typed.parse().map_err(drop)?),
        SurveyKind::Free => Reply::Text(typed.to_owned()),
    };
    if reply.suits(question) {
        Ok(Some(reply))
    } else {
        Err(())
    }
}

/// A row of answers with commas between, in the order in which the questions are asked.
///
/// # Errors
/// Which of them is wrong, in words for a person.
pub(super) fn read(
    scenario: &Scenario,
    when: Occasion,
    row: &str,
) -> Result<Vec<SurveyReply>, String> {
    let asked: Vec<_> = scenario.asked(when).collect();
    let typed: Vec<&str> = row.split(',').collect();
    if typed.len() != asked.len() {
        return Err(format!(
            "--answers: {} answers for {} questions; write `-` where one was left out, and no commas in words",
            typed.len(),
            asked.len()
        ));
    }
    let mut out = Vec::new();
    for (n, (typed, (id, question))) in (1..).zip(typed.into_iter().zip(asked)) {
        match one(question, typed) {
            Ok(Some(reply)) => out.push(SurveyReply {
                question: id,
                reply,
            }),
            Ok(None) => {}
            Err(()) => {
                return Err(format!(
                    "--answers: `{}` is no answer to question {n} (`{}`); it takes {}",
                    typed.trim(),
                    question.key,
                    takes(question)
                ));
            }
        }
    }
    Ok(out)
}

fn takes(question: &SurveyQuestion) -> String {
    match &question.kind {
        SurveyKind::Knowledge(k) if k.several() => {
            format!("numbers from 1 to {}, such as `1+2`", k.options.len())
        }
        SurveyKind::Knowledge(k) => format!("one number from 1 to {}", k.options.len()),
        SurveyKind::Scale { .. } => "a number from 1 to 5".to_owned(),
        SurveyKind::Free => "words".to_owned(),
    }
}
