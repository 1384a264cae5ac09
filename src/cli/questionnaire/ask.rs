//! A questionnaire in the terminal, question by question.

use std::io::{BufRead, Write};

use super::answers;
use crate::engine::questionnaires::SurveyReply;
use crate::language::{Lang, case, family, say, t};
use crate::scenario::Scenario;
use crate::scenario::questionnaires::SurveyKind;
use crate::scenario::words::Occasion;

/// Asks everything; nothing if the input ends before the last answer.
///
/// # Errors
/// If nothing can be written or read.
pub(super) fn ask(
    scenario: &Scenario,
    when: Occasion,
    lang: Lang,
    input: impl BufRead,
    out: &mut impl Write,
) -> std::io::Result<Option<Vec<SurveyReply>>> {
    let words = |key: &'static str| say(lang, &t(key));
    let title = say(lang, &family("questionnaire", when.key()));
    writeln!(out, "{}\n{title}\n", scenario.title.get(lang.tag()))?;
    writeln!(out, "{}", words("questionnaire-why"))?;
    let mut lines = input.lines();
    let mut replies = Vec::new();
    for (number, (id, question)) in (1..).zip(scenario.asked(when)) {
        writeln!(out, "\n{number}. {}", question.text.get(lang.tag()))?;
        let prompt = match &question.kind {
            SurveyKind::Knowledge(k) => {
                for (n, option) in (1..).zip(&k.options) {
                    writeln!(out, "   {n}  {}", option.text.get(lang.tag()))?;
                }
                if k.several() {
                    "questionnaire-prompt-several"
                } else {
                    "questionnaire-prompt-one"
                }
            }
            SurveyKind::Scale { low, high } => {
                let scale = t("questionnaire-scale")
                    .with("low", case(low))
                    .with("high", case(high));
                writeln!(out, "   {}", say(lang, &scale))?;
                "questionnaire-prompt-scale"
            }
            SurveyKind::Free => "questionnaire-prompt-text",
        };
        loop {
            write!(out, "{} ", words(prompt))?;
            out.flush()?;
            let Some(line) = lines.next() else {
                writeln!(out)?;
                return Ok(None);
            };
            match answers::one(question, &line?) {
                Ok(reply) => {
                    replies.extend(reply.map(|reply| SurveyReply {
                        question: id,
                        reply,
                    }));
                    break;
                }
                Err(()) => writeln!(out, "{}", words("questionnaire-not-understood"))?,
            }
        }
    }
    Ok(Some(replies))
}
