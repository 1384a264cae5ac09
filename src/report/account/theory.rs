//! Theories and the joint verdict, told.

use super::{Account, Told};
use crate::engine::{Event, Theory};
use crate::language::{Words, family, t};
use crate::scenario::words::PersonStatus;

pub(super) fn sentence(account: &Account, event: &Event) -> Told {
    match event {
        Event::TheoryRecorded { team, theory, .. } => {
            let first = account.state.team(*team).first_theory.is_none();
            let told = if first {
                t("account-first-theory")
            } else {
                t("account-theory-revised")
            };
            account.by(*team, told.with("theory", self::theory(account, theory)))
        }
        Event::VerdictDrafted {
            team,
            revision,
            theory,
        } => {
            let told = t("account-verdict-drafted").with("revision", *revision);
            account.by(*team, told.with("theory", self::theory(account, theory)))
        }
        Event::VerdictSigned { team, revision } => account.by(
            *team,
            t("account-verdict-signed").with("revision", *revision),
        ),
        _ => None,
    }
}

fn theory(account: &Account, theory: &Theory) -> String {
    let scenario = account.scenario();
    let offence = theory.offence;
    let mut parts = vec![offence.map_or(t("account-no-offence"), |o| {
        family("debrief-offence", o.key())
    })];
    for (question, answer) in scenario.theory.questions.iter().zip(&theory.answers) {
        let told = answer.map_or(t("account-open"), |subject| {
            t("account-answer").with("answer", account.subject(subject))
        });
        parts.push(told.with("question", account.text(&question.text)));
    }
    for (person, status) in scenario.people.iter().zip(&theory.people) {
        if *status != PersonStatus::Unknown {
            let said = family("debrief-status", status.key());
            parts.push(says(account.text(&person.name), said));
        }
    }
    for (element, cell) in scenario.theory.elements.iter().zip(&theory.elements) {
        if !cell.is_empty() {
            let kind = family("elements-kind", element.kind.key());
            let cited = account.numbers(cell);
            parts.push(t("account-says").with("what", kind).with("said", cited));
        }
    }
    for (role, said) in scenario.theory.roles.iter().zip(&theory.roles) {
        if let Some(said) = said {
            let said = family("elements-role", said.key());
            parts.push(says(account.subject(role.subject), said));
        }
    }
    if !theory.cited.is_empty() {
        let cited = account.numbers(&theory.cited);
        parts.push(t("account-citing").with("items", cited));
    }
    parts.push(t("account-sure").with("confidence", theory.confidence));
    account
        .speaker
        .parts(parts.iter().map(|part| account.say(part)))
}

fn says(what: &str, said: Words) -> Words {
    t("account-says").with("what", what).with("said", said)
}
