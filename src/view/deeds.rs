//! What was done in a set piece, in words, for whoever reads the record.

mod bench;

use crate::engine::encounter::line::{self, Ground, Observation, Referral};
use crate::engine::encounter::questioning;
use crate::engine::encounter::set_piece::Act;
use crate::scenario::documents;
use crate::scenario::ids::TaskId;
use crate::scenario::interviews::{Interviewee, Mention};
use crate::scenario::model::SetPiece;
use crate::scenario::primary_line::Source;
use crate::scenario::words::Safeguard;
use crate::scenario::{Scenario, Text};

/// The act, in the words that the officer read where it has any.
pub(super) fn told(scenario: &Scenario, task: TaskId, act: &Act) -> String {
    let own = |text: Option<&Text>| {
        text.map_or_else(String::new, |t| t.get(&scenario.language).to_owned())
    };
    let person = match scenario.task(task).set_piece {
        Some(SetPiece::Interview(id)) => scenario.interviews.get(id.index()),
        _ => None,
    };
    match (act, person) {
        (Act::Interview(act), Some(who)) => in_the_room(*act, who, &own),
        // Such an act is refused: nobody of that kind is there.
        (Act::Interview(_), None) => "An act in a room".to_owned(),
        (Act::Document(act), _) => {
            let described = match scenario.task(task).set_piece {
                Some(SetPiece::Document(id)) => scenario.documents.get(id.index()),
                _ => None,
            };
            let example = described.map(|d| documents::example(&scenario.id, d));
            bench::told(*act, example.as_ref().map(|e| &e.matter.document))
        }
        (Act::Line(act), _) => at_the_counter(act),
        (Act::Help, _) => "Help".to_owned(),
    }
}

fn in_the_room(
    act: questioning::Act,
    who: &Interviewee,
    own: &impl Fn(Option<&Text>) -> String,
) -> String {
    use questioning::Act;
    let evidence =
        |id: crate::scenario::ids::EvidenceId| own(who.evidence.get(id.index()).map(|e| &e.text));
    let mention = |m: Mention| match m {
        Mention::Said(s) => own(who.statements.get(s.index()).map(|s| &s.text)),
        Mention::Held(e) => evidence(e),
    };
    match act {
        Act::Ask(id) => own(who.questions.get(id.index()).map(|q| &q.text)),
        Act::Disclose(id) => evidence(id),
        Act::Summarise(id) => {
            format!(
                "Summarise: {}",
                own(who.topics.get(id.index()).map(|t| &t.name))
            )
        }
        Act::Give(safeguard) => format!("Safeguard: {}", given(safeguard)),
        Act::Break => "Break".to_owned(),
        Act::Mark(a, b) => format!("Disagree: {} / {}", mention(a), mention(b)),
        Act::Close { refer: true } => "Close, and refer as a presumed victim".to_owned(),
        Act::Close { refer: false } => "Close".to_owned(),
    }
}

fn given(safeguard: Safeguard) -> &'static str {
    match safeguard {
        Safeguard::Purpose => "purpose and rights explained",
        Safeguard::Interpreter => "a vetted interpreter",
        Safeguard::Alone => "seen alone",
        Safeguard::Doctor => "asked whether a doctor is needed",
        Safeguard::BreakOffered => "a break offered",
        Safeguard::Guardian => "a guardian present",
    }
}

/// Counted as people count. A record may name what is not there.
fn nth(place: impl std::borrow::Borrow<usize>) -> usize {
    place.borrow().saturating_add(1)
}

fn at_the_counter(act: &line::Act) -> String {
    use line::Act;
    match act {
        Act::Look => "Watch".to_owned(),
        Act::Inspect => "Take the passport".to_owned(),
        Act::Ask(q) => format!("Ask question {}", nth(q)),
        Act::Check(q, by) => format!("Check question {}: {}", nth(q), source(*by)),
        Act::Put(q, by) => format!("Put question {}: {}", nth(q), source(*by)),
        Act::Note(note) => {
            let observed = note.observed.map_or_else(
                || "nothing observed".to_owned(),
                |observed| match observed {
                    Observation::Behaviour(n) => format!("behaviour {}", nth(n)),
                    Observation::Photo => "the photograph".to_owned(),
                    Observation::Answer(q) => format!("answer {}", nth(q)),
                    Observation::Record(q, by) => {
                        format!("answer {} and {}", nth(q), source(by))
                    }
                },
            );
            let asked = note
                .question
                .map_or_else(String::new, |q| format!(", question {}", nth(q)));
            format!("Note: {observed}{asked} {}", note.text)
                .trim_end()
                .to_owned()
        }
        Act::Clear => "Clear".to_owned(),
        Act::Refer(to, ground) => {
            let to = match to {
                Referral::SecondLine => "second line",
                Referral::Protection => "protection",
            };
            let ground = match ground {
                Ground::Contradiction(q, by) => format!("answer {} and {}", nth(q), source(*by)),
                Ground::Photo => "the photograph".to_owned(),
                Ground::Behaviour(n) => format!("behaviour {}", nth(n)),
                Ground::Unstated => "no ground".to_owned(),
            };
            format!("Refer to {to}: {ground}")
        }
    }
}

fn source(by: Source) -> &'static str {
    match by {
        Source::Document => "the passport",
        Source::Ticket => "the ticket",
        Source::Booking => "the booking",
        Source::Companion => "the companion",
        Source::Crossings => "earlier entries",
        Source::Again => "asked in other words",
    }
}
