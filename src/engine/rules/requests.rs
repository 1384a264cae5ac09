//! Requests for information and their answers.
//!
//! A request names subjects, and naming them tells the partner of them. It gets items, *no trace*
//! or a refusal with a reason; one that waits ages visibly and costs trust (3-rules, Intelligence).

use std::collections::BTreeSet;

use super::sharing::plain;
use super::trust::moved;
use crate::engine::event::{CaseTime, Event};
use crate::engine::liaison::Answer;
use crate::engine::refusal::Refusal;
use crate::engine::rules::theory::known_subjects;
use crate::engine::state::{Holding, State};
use crate::scenario::ids::{ItemId, RequestId, SubjectId, Team};
use crate::scenario::words::TrustCause;

/// Most subjects in one request.
pub const SUBJECTS: u8 = 3;
/// Most requests of one team that wait at a time: more is no longer a question.
pub const WAITING: u8 = 4;

pub(crate) fn request(
    state: &State,
    team: Team,
    subjects: &[SubjectId],
    text: Option<&str>,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let subjects: Vec<SubjectId> = BTreeSet::from_iter(subjects.iter().copied())
        .into_iter()
        .collect();
    if subjects.is_empty() || subjects.len() > usize::from(SUBJECTS) {
        return Err(Refusal::RequestSubjects { limit: SUBJECTS });
    }
    let known = known_subjects(state, team);
    if let Some(subject) = subjects.iter().find(|s| !known.has(s.index())) {
        return Err(Refusal::SubjectUnknown { subject: *subject });
    }
    for (request, r) in state.liaison.waiting(team) {
        if r.subjects == subjects {
            return Err(Refusal::RequestOpen { request });
        }
    }
    may_ask(state, team)?;
    let text = match text.map(str::trim) {
        None | Some("") => None,
        Some(text) => Some(plain(text)?.to_owned()),
    };
    let mut events = vec![Event::Requested {
        team,
        subjects,
        text,
        at,
    }];
    super::milestones::follow(state, &mut events);
    Ok(events)
}

/// May the team make another request now?
pub(crate) fn may_ask(state: &State, team: Team) -> Result<(), Refusal> {
    if state.liaison.waiting(team).count() >= usize::from(WAITING) {
        return Err(Refusal::RequestsWaiting { limit: WAITING });
    }
    Ok(())
}

/// What the team brought in itself that speaks of what was asked, and whether it can be named in an
/// answer now.
pub(crate) fn offers(
    state: &State,
    team: Team,
    id: RequestId,
) -> impl Iterator<Item = (ItemId, Result<(), Refusal>)> {
    let request = state.liaison.request(id).filter(|r| r.by == team.other());
    request.into_iter().flat_map(move |request| {
        let given: &[ItemId] = match &request.answer {
            Some((Answer::Items(given), _)) => given,
            _ => &[],
        };
        let mut own: Vec<&Holding> = request
            .subjects
            .iter()
            .flat_map(|s| state.naming.subject(*s))
            .filter_map(|item| state.holding(team, *item))
            .filter(|h| {
                let named = &state.scenario.item(h.item).subjects;
                h.received.is_none() && named.iter().any(|s| request.subjects.contains(s))
            })
            .collect();
        own.sort_by_key(|h| state.lies[team.index()][h.item.index()]);
        own.dedup_by_key(|h| h.item);
        own.into_iter().map(move |h| {
            let can = if given.contains(&h.item) {
                Err(Refusal::AlreadyAnswered { request: id })
            } else {
                about(state, team, h.item, &request.subjects)
            };
            (h.item, can)
        })
    })
}

pub(crate) fn answer(
    state: &State,
    team: Team,
    id: RequestId,
    answer: &Answer,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let request = state
        .liaison
        .request(id)
        .filter(|r| r.by == team.other())
        .ok_or(Refusal::NoSuchRequest)?;
    let first = request.answer.is_none();
    let (answer, cause) = match answer {
        Answer::Items(items) => {
            let items: Vec<ItemId> = BTreeSet::from_iter(items.iter().copied())
                .into_iter()
                .collect();
            if items.is_empty() {
                return Err(Refusal::AnswerEmpty);
            }
            for item in &items {
                about(state, team, *item, &request.subjects)?;
            }
            let given = match &request.answer {
                Some((Answer::Items(given), _)) => given.as_slice(),
                _ => &[],
            };
            if items.iter().all(|i| given.contains(i)) {
                return Err(Refusal::AlreadyAnswered { request: id });
            }
            // More of the same is welcome, but an answer is thanked for once.
            let cause = match (given.is_empty(), request.asked == state.round) {
                (false, _) => None,
                (true, true) => Some(TrustCause::AnsweredAtOnce),
                (true, false) => Some(TrustCause::Answered),
            };
            let all: BTreeSet<ItemId> = given.iter().copied().chain(items).collect();
            (Answer::Items(all.into_iter().collect()), cause)
        }
        _ if !first => return Err(Refusal::AlreadyAnswered { request: id }),
        Answer::NoTrace => (Answer::NoTrace, Some(TrustCause::NoTrace)),
        Answer::Refused(why) => (Answer::Refused(*why), Some(TrustCause::Refused)),
    };
    let mut events = vec![Event::RequestAnswered {
        team,
        request: id,
        answer,
        at,
    }];
    events.extend(cause.map(moved));
    super::milestones::follow(state, &mut events);
    Ok(events)
}

/// Was the item passed on, in a form that speaks of what was asked?
fn about(state: &State, team: Team, id: ItemId, asked: &[SubjectId]) -> Result<(), Refusal> {
    let mut sent = state
        .team(team)
        .sendings
        .iter()
        .filter(|s| s.item == id)
        .peekable();
    if sent.peek().is_none() {
        // The same words for what the team does not hold at all.
        return Err(Refusal::ItemNotSent { item: id });
    }
    let item = state.scenario.item(id);
    let speaks = sent.any(|s| item.named(s.form).iter().any(|n| asked.contains(n)));
    if speaks {
        Ok(())
    } else {
        Err(Refusal::ItemNotAbout { item: id })
    }
}

/// Requests that have waited over the end of a round: each costs trust, in every round.
pub(crate) fn age(state: &State) -> Vec<Event> {
    let waiting = Team::BOTH.map(|t| state.liaison.waiting(t).count());
    std::iter::repeat_with(|| moved(TrustCause::Unanswered))
        .take(waiting.iter().sum())
        .collect()
}

/// Did the team say *no trace* although an item of its own speaks of what was asked?
#[must_use]
pub fn untrue(state: &State, request: RequestId) -> bool {
    let Some(request) = state.liaison.request(request) else {
        return false;
    };
    let Some((Answer::NoTrace, round)) = &request.answer else {
        return false;
    };
    let holdings = &state.team(request.by.other()).folder;
    holdings
        .iter()
        .filter(|h| h.since <= *round && h.received.is_none())
        .flat_map(|h| &state.scenario.item(h.item).subjects)
        .any(|s| request.subjects.contains(s))
}
