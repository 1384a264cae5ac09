//! Who may answer which questionnaire when.
//!
//! A seat answers for its own team: before play in the briefing, after it once the truth is open. What was
//! filled in on paper the facilitator types in for either team, *Before* sheets at any time: a sheet says when
//! it was filled in, and the facilitator stands for that. A person's second sheet takes the place of the first.
//!
//! The right answers wait until whoever answered before play has answered after it as well; the facilitator
//! can show them sooner.

use crate::engine::command::{Actor, Command};
use crate::engine::event::Event;
use crate::engine::questionnaires::{Reply, SurveyReply};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::ids::Team;
use crate::scenario::words::Occasion;

use super::sharing::plain_within;

/// Longest name of a person, in characters.
pub const NAME_LIMIT: u16 = 60;
/// Longest answer in own words, in characters.
pub const ANSWER_LIMIT: u16 = 400;

/// Judges a command of this family.
pub(crate) fn judge(state: &State, actor: Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::AnswerQuestionnaire {
            team,
            who,
            when,
            replies,
        } => answer(state, actor, *team, who, *when, replies),
        Command::ShowAnswers if actor == Actor::Facilitator => show(state),
        _ => Err(Refusal::NotYours),
    }
}

fn answer(
    state: &State,
    actor: Actor,
    team: Team,
    who: &str,
    when: Occasion,
    replies: &[SurveyReply],
) -> Result<Vec<Event>, Refusal> {
    let paper = match actor {
        Actor::Facilitator => true,
        Actor::Team(own) if own == team => false,
        _ => return Err(Refusal::NotYours),
    };
    if state.scenario().asked(when).next().is_none() {
        return Err(Refusal::NothingAsked);
    }
    match when {
        Occasion::Before if !paper && state.phase() != Phase::Briefing => {
            return Err(Refusal::QuestionnaireLate);
        }
        Occasion::After | Occasion::FollowUp if !state.truth_open() => {
            return Err(Refusal::QuestionnaireEarly);
        }
        _ => {}
    }
    let who = who.split_whitespace().collect::<Vec<_>>().join(" ");
    if who.is_empty() {
        return Err(Refusal::NameMissing);
    }
    let who = plain_within(&who, NAME_LIMIT)?.to_owned();
    let replies = read(state, when, replies)?;
    if replies.is_empty() {
        return Err(Refusal::NothingAnswered);
    }
    Ok(vec![Event::QuestionnaireAnswered {
        team,
        who,
        when,
        replies,
    }])
}

/// The replies in the case's order, each to a question that is asked then.
fn read(
    state: &State,
    when: Occasion,
    replies: &[SurveyReply],
) -> Result<Vec<SurveyReply>, Refusal> {
    let mut out: Vec<SurveyReply> = Vec::new();
    for given in replies {
        let id = given.question;
        let mut asked = state.scenario().asked(when);
        let Some((_, question)) = asked.find(|(q, _)| *q == id) else {
            return Err(Refusal::QuestionNotAsked { question: id });
        };
        if out.iter().any(|r| r.question == id) {
            return Err(Refusal::AnsweredTwice { question: id });
        }
        if !given.reply.suits(question) {
            return Err(Refusal::NoSuchReply { question: id });
        }
        let reply = match &given.reply {
            Reply::Text(text) => Reply::Text(plain_within(text.trim(), ANSWER_LIMIT)?.to_owned()),
            Reply::Options(chosen) => {
                let mut chosen = chosen.clone();
                chosen.sort_unstable();
                Reply::Options(chosen)
            }
            Reply::Scale(n) => Reply::Scale(*n),
        };
        let question = id;
        out.push(SurveyReply { question, reply });
    }
    out.sort_unstable_by_key(|r| r.question);
    Ok(out)
}

fn show(state: &State) -> Result<Vec<Event>, Refusal> {
    if !state.truth_open() {
        return Err(Refusal::QuestionnaireEarly);
    }
    if state.questionnaires.open(state.scenario()) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::AnswersShown])
}
