//! What the things of the room are called, on the screen and in the terminal.

use super::{Words, case, plain, t};
use crate::engine::encounter::questioning::{
    Answer, Critical, Done, FALSE_MARK_POINTS, INCONSISTENCIES_POINTS, Mix, Part, Refusal,
    TopicState, Verdict, View,
};
use crate::scenario::interviews::moves::FALSE_MARK;
use crate::scenario::words::{Age, Pressure, QuestionKind, Safeguard};

#[must_use]
pub fn kind(of: QuestionKind) -> Words {
    match of {
        QuestionKind::Open => t("room-kind-open"),
        QuestionKind::Probing => t("room-kind-probing"),
        QuestionKind::Closed => t("room-kind-closed"),
        QuestionKind::InappropriateClosed => t("room-kind-inappropriate-closed"),
        QuestionKind::Leading => t("room-kind-leading"),
        QuestionKind::Multiple => t("room-kind-multiple"),
        QuestionKind::ForcedChoice => t("room-kind-forced-choice"),
        QuestionKind::Opinion => t("room-kind-opinion"),
    }
}

/// What makes a question one of this kind.
#[must_use]
pub fn kind_how(of: QuestionKind) -> Words {
    match of {
        QuestionKind::Open => t("room-how-open"),
        QuestionKind::Probing => t("room-how-probing"),
        QuestionKind::Closed => t("room-how-closed"),
        QuestionKind::InappropriateClosed => t("room-how-inappropriate-closed"),
        QuestionKind::Leading => t("room-how-leading"),
        QuestionKind::Multiple => t("room-how-multiple"),
        QuestionKind::ForcedChoice => t("room-how-forced-choice"),
        QuestionKind::Opinion => t("room-how-opinion"),
    }
}

#[must_use]
pub fn pressure(of: Pressure) -> Words {
    match of {
        Pressure::Threat => t("room-pressure-threat"),
        Pressure::Promise => t("room-pressure-promise"),
        Pressure::Exhaustion => t("room-pressure-exhaustion"),
    }
}

#[must_use]
pub fn safeguard(of: Safeguard) -> Words {
    match of {
        Safeguard::Purpose => t("room-safeguard-purpose"),
        Safeguard::Interpreter => t("room-safeguard-interpreter"),
        Safeguard::Alone => t("room-safeguard-alone"),
        Safeguard::Doctor => t("room-safeguard-doctor"),
        Safeguard::BreakOffered => t("room-safeguard-break"),
        Safeguard::Guardian => t("room-safeguard-guardian"),
    }
}

/// What is to be said of a person's age, where it is not that of an adult.
#[must_use]
pub fn age(of: Age) -> Option<Words> {
    match of {
        Age::Adult => None,
        Age::Child => Some(t("room-age-child")),
        Age::Unknown => Some(t("room-age-unknown")),
    }
}

#[must_use]
pub fn rapport(level: u8) -> Words {
    match level {
        0 => t("room-rapport-0"),
        1 => t("room-rapport-1"),
        2 => t("room-rapport-2"),
        3 => t("room-rapport-3"),
        4 => t("room-rapport-4"),
        _ => t("room-rapport-5"),
    }
}

#[must_use]
pub fn stress(level: u8) -> Words {
    match level {
        0 => t("room-stress-0"),
        1 => t("room-stress-1"),
        2 => t("room-stress-2"),
        3 => t("room-stress-3"),
        4 => t("room-stress-4"),
        _ => t("room-stress-5"),
    }
}

#[must_use]
pub fn memory(level: u8) -> Words {
    match level {
        0 => t("room-memory-0"),
        1 => t("room-memory-1"),
        2 => t("room-memory-2"),
        3 => t("room-memory-3"),
        4 => t("room-memory-4"),
        _ => t("room-memory-5"),
    }
}

#[must_use]
pub fn topic(of: TopicState) -> Words {
    match of {
        TopicState::Untouched => t("room-topic-untouched"),
        TopicState::Open => t("room-topic-open"),
        TopicState::Covered => t("room-topic-covered"),
    }
}

/// What was done, at the head of a part of the statement.
#[must_use]
pub fn done(view: &View, of: Done) -> Words {
    match of {
        Done::Gave(of) => safeguard(of),
        Done::Asked(id) => {
            let question = view.questions.iter().find(|q| q.id == id);
            question.map_or(plain(""), |q| case(&q.text))
        }
        Done::Disclosed(id) => {
            let one = view.evidence.iter().find(|e| e.id == id);
            let words = one.map_or(plain(""), |e| case(&e.text));
            t("room-done-put").with("evidence", words)
        }
        Done::Summarised(id) => {
            let topic = view.topics.iter().find(|topic| topic.id == id);
            let words = topic.map_or(plain(""), |topic| case(&topic.name));
            t("room-done-summed").with("topic", words)
        }
        Done::Rested => t("room-done-rested"),
    }
}

/// What is said of what was done, where the statement does not show it; true for what went wrong.
#[must_use]
pub fn followed(answer: &Answer) -> Option<(Words, bool)> {
    match answer {
        Answer::Said { irritated, .. } => irritated.then(|| (t("room-irritated"), true)),
        Answer::Reaction(lines) if lines.is_empty() => Some((t("room-no-reaction"), false)),
        Answer::Summarised => Some((t("room-summarised"), false)),
        Answer::Disagree => Some((t("room-they-disagree"), false)),
        Answer::NoDisagreement => {
            Some((t("room-no-disagreement").with("minutes", FALSE_MARK), true))
        }
        Answer::Given | Answer::Reaction(_) | Answer::Rested | Answer::Closed(_) => None,
    }
}

#[must_use]
pub fn critical(of: Critical) -> Words {
    match of {
        Critical::Coerced(Pressure::Threat) => t("room-critical-threat"),
        Critical::Coerced(Pressure::Promise) => t("room-critical-promise"),
        Critical::Coerced(Pressure::Exhaustion) => t("room-critical-exhaustion"),
        Critical::ChildAlone => t("room-critical-child"),
        Critical::NotReferred => t("room-critical-not-referred"),
    }
}

/// That it stands on record.
#[must_use]
pub fn recorded(of: Critical) -> Words {
    t("room-recorded").with("critical", critical(of))
}

/// What was wrong with it.
#[must_use]
pub fn critical_plain(of: Critical) -> Words {
    match of {
        Critical::Coerced(Pressure::Threat) => t("room-error-threat"),
        Critical::Coerced(Pressure::Promise) => t("room-error-promise"),
        Critical::Coerced(Pressure::Exhaustion) => t("room-error-exhaustion"),
        Critical::ChildAlone => t("room-error-child"),
        Critical::NotReferred => t("room-error-not-referred"),
    }
}

#[must_use]
pub fn refusal(of: Refusal) -> Words {
    match of {
        Refusal::NotThere => t("room-refusal-not-there"),
        Refusal::NotOffered => t("room-refusal-not-offered"),
        Refusal::NotNeeded => t("room-refusal-not-needed"),
        Refusal::AlreadyGiven => t("room-refusal-already-given"),
        Refusal::AlreadyShown => t("room-refusal-already-shown"),
        Refusal::NotHeard => t("room-refusal-not-heard"),
        Refusal::Same => t("room-refusal-same"),
        Refusal::Known => t("room-refusal-known"),
        Refusal::NothingToSummarise => t("room-refusal-nothing-to-summarise"),
        Refusal::JustRested => t("room-refusal-just-rested"),
        Refusal::NoTime => t("room-refusal-no-time"),
        Refusal::Over => t("room-refusal-over"),
    }
}

/// How often each good kind was asked.
#[must_use]
pub fn mix(of: Mix) -> Words {
    if of == Mix::default() {
        return t("room-mix-none");
    }
    t("room-mix-good")
        .with("open", of.open)
        .with("probing", of.probing)
        .with("closed", of.closed)
}

/// The parts of a verdict, and what each is about.
#[must_use]
pub fn parts(of: &Verdict) -> [(Words, Part, Words); 6] {
    [
        (t("room-part-mix"), of.mix, t("room-part-mix-what")),
        (t("room-part-order"), of.order, t("room-part-order-what")),
        (
            t("room-part-coverage"),
            of.coverage,
            t("room-part-coverage-what"),
        ),
        (
            t("room-part-disclosure"),
            of.disclosure,
            if of.disclosure.of == 0 {
                t("room-part-disclosure-none")
            } else {
                t("room-part-disclosure-what")
            },
        ),
        (
            t("room-part-inconsistencies"),
            of.inconsistencies,
            if of.inconsistencies.of < INCONSISTENCIES_POINTS {
                t("room-part-inconsistencies-none").with("points", FALSE_MARK_POINTS)
            } else {
                t("room-part-inconsistencies-what").with("points", FALSE_MARK_POINTS)
            },
        ),
        (
            t("room-part-protection"),
            of.protection,
            t("room-part-protection-what"),
        ),
    ]
}
