//! What kinds of questions, safeguards and parts of the score are called in the terminal.

use crate::engine::encounter::questioning::{Critical, Part, Verdict};
use crate::scenario::interviews::moves::Levels;
use crate::scenario::words::{Pressure, QuestionKind, Safeguard};

pub(super) fn kind_name(kind: QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Open => "open",
        QuestionKind::Probing => "probing",
        QuestionKind::Closed => "closed, to check",
        QuestionKind::InappropriateClosed => "inappropriate closed",
        QuestionKind::Leading => "leading",
        QuestionKind::Multiple => "multiple",
        QuestionKind::ForcedChoice => "forced choice",
        QuestionKind::Opinion => "opinion",
    }
}

/// As it is typed.
pub(super) fn safeguard_word(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::BreakOffered => "breaks",
        other => other.key(),
    }
}

pub(super) fn safeguard_name(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::Purpose => "purpose and rights explained",
        Safeguard::Interpreter => "interpreter vetted",
        Safeguard::Alone => "seen alone",
        Safeguard::Doctor => "need for a doctor asked",
        Safeguard::BreakOffered => "breaks offered",
        Safeguard::Guardian => "guardian here",
    }
}

pub(super) fn critical_name(critical: Critical) -> &'static str {
    match critical {
        Critical::Coerced(Pressure::Threat) => "a threat",
        Critical::Coerced(Pressure::Promise) => "a promise for an answer",
        Critical::Coerced(Pressure::Exhaustion) => "going on until the person is worn down",
        Critical::ChildAlone => "a child, or one who may be a child, heard without a guardian",
        Critical::NotReferred => "a presumed victim let go without a referral",
    }
}

/// How the person is, in words.
pub(super) fn mood(levels: Levels) -> String {
    let word = |level: u8, words: [&'static str; 6]| words[usize::from(level.min(5))];
    let rapport = ["none", "little", "some", "growing", "good", "full"];
    let stress = [
        "calm",
        "at ease",
        "tense",
        "strained",
        "very strained",
        "shut down",
    ];
    let memory = ["gone", "foggy", "patchy", "fair", "clear", "very clear"];
    format!(
        "rapport {}, stress: {}, memory {}",
        word(levels.rapport, rapport),
        word(levels.stress, stress),
        word(levels.memory, memory)
    )
}

/// The parts of a score and what each is about.
pub(super) fn part_line(verdict: &Verdict) -> [(&'static str, Part, &'static str); 6] {
    [
        ("Mix", verdict.mix, "how you asked (Griffiths Question Map)"),
        (
            "Order",
            verdict.order,
            "open, probing, check, summary on each topic (PEACE)",
        ),
        ("Coverage", verdict.coverage, "true and usable, by topic"),
        (
            "Disclosure",
            verdict.disclosure,
            "evidence late (strategic use of evidence)",
        ),
        (
            "Inconsistencies",
            verdict.inconsistencies,
            "found, less false marks",
        ),
        (
            "Protection",
            verdict.protection,
            "safeguards in time, and the right end",
        ),
    ]
}
