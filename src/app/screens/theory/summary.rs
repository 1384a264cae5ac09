//! A theory to be read and not changed, on paper.

use bevy::prelude::*;

use crate::app::i18n::{Words, case, family, plain, t};
use crate::app::screens::folder::words::number;
use crate::app::text::{Parent, column, text};
use crate::app::theme::{Tone, Type};
use crate::engine::Theory;
use crate::scenario::words::PersonStatus;
use crate::view::{ItemView, PersonView, QuestionView};

/// Every line of it that says something.
pub fn summary(
    sheet: &mut Parent,
    theory: &Theory,
    questions: &[QuestionView],
    people: &[PersonView],
    items: &[&ItemView],
) {
    let offence = theory
        .offence
        .map(|offence| family("theory-offence", offence.key()));
    fact(sheet, t("theory-offence-label"), offence);
    for question in questions {
        let answer = theory.answers.get(question.id.index()).copied().flatten();
        let named = answer.and_then(|id| question.options.iter().find(|subject| subject.id == id));
        fact(
            sheet,
            case(&question.text),
            named.map(|subject| case(&subject.name)),
        );
    }
    for person in people {
        let status = theory
            .people
            .get(person.id.index())
            .copied()
            .unwrap_or(PersonStatus::Unknown);
        fact(
            sheet,
            case(&person.name),
            Some(family("theory-status", status.key())),
        );
    }
    let cited: Vec<String> = items
        .iter()
        .filter(|item| theory.cited.contains(&item.id))
        .map(|item| number(item))
        .collect();
    let numbers = (!cited.is_empty()).then(|| plain(cited.join(", ")));
    fact(
        sheet,
        t("theory-cited"),
        Some(numbers.unwrap_or_else(|| t("theory-cited-none"))),
    );
    let sure = t("common-percent").with("number", theory.confidence);
    fact(sheet, t("theory-sure-label"), Some(sure));
}

fn fact(sheet: &mut Parent, title: Words, said: Option<Words>) {
    sheet
        .spawn(Node {
            flex_shrink: 0.0,
            ..column(0.0)
        })
        .with_children(|fact| {
            fact.spawn(text(title, Type::LABEL.tone(Tone::Ink2)));
            let said = said.unwrap_or_else(|| t("theory-undecided"));
            fact.spawn(text(said, Type::BODY.tone(Tone::Ink)));
        });
}
