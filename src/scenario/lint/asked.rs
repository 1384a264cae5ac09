//! Questions that bring into the room what nobody there has said.
//!
//! A good question presupposes nothing (6-doctrine, Questioning: open account first). Two things can be seen
//! from the text alone: a name that the team cannot know when the interview opens, and a tag (“didn't he?”)
//! that makes any question a leading one.

use std::collections::BTreeSet;

use super::super::code::Code;
use super::super::doc::{At, Step};
use super::super::ids::Team;
use super::super::interviews::{Interviewee, Need, Question};
use super::super::model::SetPiece;
use super::super::texts;
use super::named::{Named, words};
use super::{Lint, shown};

pub(super) fn check(lint: &mut Lint) {
    let named = Named::of(lint.case, &texts::sites(lint.parsed));
    let places: Vec<At> = lint.parsed.interviews.all.iter().map(|i| i.at).collect();
    for (n, at) in places.into_iter().enumerate() {
        let Some(who) = lint.case.interviews.get(n) else {
            continue;
        };
        let opened = opened(lint, n);
        for (k, question) in who.questions.iter().enumerate() {
            let steps = [Step::Field("questions"), Step::Nth(k), Step::Field("text")];
            if question.appropriate() && tagged(text(lint, question)) {
                let message = format!(
                    "`{}` leads: it ends in its own answer",
                    shown(&question.key)
                );
                lint.tell(at, &steps, Code::TagQuestion, message)
                    .label("a leading question")
                    .help("mark it Leading, or ask without the tag");
            }
            let Some((team, moment)) = opened else {
                continue;
            };
            if let Some(subject) = unknown(lint, &named, who, question, team, moment) {
                let message = format!(
                    "`{}` names “{subject}”, of which {team:?} can know nothing yet",
                    shown(&question.key)
                );
                lint.tell(at, &steps, Code::QuestionTells, message)
                    .label("told by the question")
                    .help(
                        "let it need the statement in which the person names it, or ask without it",
                    );
            }
        }
    }
}

fn text<'c>(lint: &Lint<'c, '_>, question: &'c Question) -> &'c str {
    question.text.get(&lint.case.language)
}

/// The team that can open the interview, and the first round in which.
fn opened(lint: &Lint, interview: usize) -> Option<(Team, u8)> {
    let tasks = lint.case.tasks.iter().enumerate();
    let opens = tasks.filter(
        |(_, t)| matches!(t.set_piece, Some(SetPiece::Interview(id)) if id.index() == interview),
    );
    opens
        .filter_map(|(n, task)| {
            let rounds = lint.reach.open_in.get(n).filter(|rounds| **rounds != 0)?;
            let first = u8::try_from(rounds.trailing_zeros()).ok()?;
            Some((task.team, first))
        })
        .min_by_key(|(_, first)| *first)
}

/// Somebody whom the question names although nobody here can have heard of them.
fn unknown(
    lint: &Lint,
    named: &Named,
    who: &Interviewee,
    question: &Question,
    team: Team,
    moment: u8,
) -> Option<String> {
    let said = |need: &Need| matches!(need, Need::Heard(_) | Need::Disclosed(_));
    if question.needs.iter().any(said) {
        return None;
    }
    let case = lint.case;
    let there: BTreeSet<&str> = [&who.name, &who.about, &case.services[team.index()].briefing]
        .into_iter()
        .flat_map(|text| words(text.get(&case.language)))
        .collect();
    let mut candidates = named.within(text(lint, question));
    candidates.retain(|(_, name)| !words(name).all(|word| there.contains(word)));
    let mut candidates = candidates.into_iter();
    candidates
        .find(|(n, _)| !named.known(lint, *n, team, moment))
        .map(|(_, word)| word.to_owned())
}

/// Does it end in “didn't he?”, “aren't you?”, “did they?”?
fn tagged(text: &str) -> bool {
    let Some((_, end)) = text.rsplit_once(',') else {
        return false;
    };
    let end = end.to_lowercase().replace('’', "'");
    let Some(end) = end.trim().strip_suffix('?') else {
        return false;
    };
    let mut words = end.split_whitespace();
    let (Some(verb), Some(whom), None) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    VERBS.contains(&verb.trim_end_matches("n't")) && WHOM.contains(&whom)
}

const VERBS: [&str; 16] = [
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "ca", "could", "wo",
    "would", "should", "must",
];
const WHOM: [&str; 8] = ["he", "she", "it", "you", "they", "we", "i", "there"];
