//! What passes between the desks, as one team sees it: requests with their age, queries, trust.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::item::SubjectView;
use super::project::{subject, subjects};
use super::team::LineWhat;
use crate::engine::liaison::{Query, Request};
use crate::engine::rules::{pointer, requests, trust};
use crate::engine::state::{Bits, LineKind};
use crate::engine::{About, Answer, CaseTime, Refusal, State};
use crate::scenario::Text;
use crate::scenario::ids::{ItemId, PlaceId, RequestId, SubjectId, TaskId, Team};
use crate::scenario::words::{Channel, TrustCause, Withheld};

/// The desks of both services.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiaisonView {
    pub trust: TrustView,
    /// In the order in which they were made; both services see all of them.
    pub requests: Vec<RequestView>,
    /// The team's own queries, and the partner's that matched.
    pub queries: Vec<QueryView>,
    /// How many requests may wait at a time.
    pub waiting_limit: u8,
    /// How many subjects a request may name.
    pub subjects_limit: u8,
    /// Why no other request can be made now.
    pub ask: Option<Refusal>,
    /// What the team knows of and can ask about, in the case's order.
    pub known: Vec<KnownView>,
    /// Where or on whom the partner could meet the team's officers in this round.
    pub checks: Vec<CheckView>,
}

/// A subject that the team can ask about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownView {
    pub subject: SubjectView,
    /// Why the register cannot be asked about it now.
    pub query: Option<Refusal>,
}

/// What the register can be asked about an officer's work in this round.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    pub task: TaskId,
    pub about: AboutView,
    /// Two services there would be in each other's way.
    pub narrow: bool,
    /// What the register said, if it was asked.
    pub told: Option<bool>,
}

/// An item that could answer a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    pub item: ItemId,
    /// It can be named in an answer now, or why not.
    pub answers: Result<(), Refusal>,
}

/// Trust between the services and what it does; both see the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustView {
    /// 0–100.
    pub now: u8,
    /// Below this the liaison desk takes a round longer.
    pub low: u8,
    /// From this on supervisors approve at once.
    pub high: u8,
    /// Rounds that the liaison desk takes longer now.
    pub desk_delay: u8,
    /// Rounds that a supervisor's approval takes now.
    pub approval: u8,
    /// Every move, oldest first.
    pub moves: Vec<TrustMoveView>,
}

/// One move of trust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrustMoveView {
    pub round: u8,
    pub by: i8,
    pub why: TrustCause,
}

/// A request for information.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestView {
    pub id: RequestId,
    pub by: Team,
    pub subjects: Vec<SubjectView>,
    pub text: Option<Arc<str>>,
    pub asked: u8,
    pub at: CaseTime,
    /// Rounds that it has waited, or did wait until its first answer.
    pub age: u8,
    pub reply: Option<ReplyView>,
    /// Of a request of the partner: the team's own items that speak of what was asked.
    pub offers: Vec<OfferView>,
}

/// How a request was answered, as the team can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReplyView {
    /// With these items; so many more are on their way.
    Items { items: Vec<ItemId>, coming: u8 },
    /// The service says that it holds nothing.
    NoTrace,
    /// It does not say.
    Refused(Withheld),
}

/// A query of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueryView {
    pub by: Team,
    pub about: AboutView,
    pub round: u8,
    pub matched: bool,
}

impl AboutView {
    /// What to ask the register.
    #[must_use]
    pub fn about(&self) -> About {
        match self {
            AboutView::Subject(subject) => About::Subject(subject.id),
            AboutView::Place { id, .. } => About::Place(*id),
        }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &Text {
        match self {
            AboutView::Subject(subject) => &subject.name,
            AboutView::Place { name, .. } => name,
        }
    }
}

/// What a query was about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AboutView {
    Subject(SubjectView),
    Place { id: PlaceId, name: Text },
}

pub(super) fn liaison(state: &State, team: Team, known: &Bits) -> LiaisonView {
    LiaisonView {
        trust: trust_view(state),
        requests: requests(state, team),
        queries: queries(state, team),
        waiting_limit: requests::WAITING,
        subjects_limit: requests::SUBJECTS,
        ask: requests::may_ask(state, team).err(),
        known: self::known(state, team, known),
        checks: checks(state, team),
    }
}

/// Do ways to the partner take longer, or less long, than when trust was last shown?
pub(super) fn ways_moved(state: &State, old: &LiaisonView) -> bool {
    let shown = (old.trust.desk_delay, old.trust.approval);
    let desk = trust::delay(state, Channel::LiaisonDesk);
    shown != (desk, trust::approval(state))
}

/// Brings trust up to date; true if it has moved.
pub(super) fn renew_trust(state: &State, old: &mut Arc<LiaisonView>) -> bool {
    let moved = old.trust.moves.len() != state.liaison.moves.len();
    if moved {
        Arc::make_mut(old).trust = trust_view(state);
    }
    moved
}

/// Brings requests up to date where they are, with what could answer them where `offers` are looked at; true if
/// anything of them has changed. Names stay what they are: they are not looked at.
pub(super) fn renew_requests(
    state: &State,
    team: Team,
    offers: bool,
    old: &mut Arc<LiaisonView>,
) -> bool {
    let mut changed = false;
    for (n, (id, r)) in all_requests(state).enumerate() {
        changed |= match old.requests.get(n) {
            Some(_) => renew_request(state, team, (id, r), offers, n, old),
            None => {
                let new = request(state, team, id, r);
                Arc::make_mut(old).requests.push(new);
                true
            }
        };
    }
    let ask = requests::may_ask(state, team).err();
    if old.ask != ask {
        Arc::make_mut(old).ask = ask;
        changed = true;
    }
    changed
}

/// The same of queries and of what can be asked about; `news`: the team knows other subjects than are shown.
pub(super) fn renew_asked(
    state: &State,
    team: Team,
    known: &Bits,
    news: bool,
    old: &mut Arc<LiaisonView>,
) -> bool {
    let mut changed = false;
    let now = told_queries(state, team).map(|q| (q.by, q.about, q.round, q.matched));
    let shown = old.queries.iter();
    if !shown
        .map(|q| (q.by, q.about.about(), q.round, q.matched))
        .eq(now)
    {
        Arc::make_mut(old).queries = queries(state, team);
        changed = true;
    }
    // What the register has told changes with the queries alone.
    let shown = old.known.iter().map(|k| (k.subject.id, k.query));
    if (news || changed) && !shown.eq(queryable(state, team, known)) {
        Arc::make_mut(old).known = self::known(state, team, known);
        changed = true;
    }
    changed
}

/// Brings up to date what the officers' work changes; true if it has.
pub(super) fn renew_checks(state: &State, team: Team, old: &mut Arc<LiaisonView>) -> bool {
    let now = pointer::checks(state, team);
    let now = now.iter().map(|c| (c.task, c.about, c.narrow, c.told));
    let shown = old.checks.iter();
    let changed = !shown
        .map(|c| (c.task, c.about.about(), c.narrow, c.told))
        .eq(now);
    if changed {
        Arc::make_mut(old).checks = checks(state, team);
    }
    changed
}

fn all_requests(state: &State) -> impl Iterator<Item = (RequestId, &Request)> {
    (0u16..).map(RequestId).zip(&state.liaison.requests)
}

pub(super) fn requests(state: &State, team: Team) -> Vec<RequestView> {
    all_requests(state)
        .map(|(id, r)| request(state, team, id, r))
        .collect()
}

fn request(state: &State, team: Team, id: RequestId, r: &Request) -> RequestView {
    RequestView {
        id,
        by: r.by,
        subjects: subjects(state.scenario(), &r.subjects),
        text: r.text.clone(),
        asked: r.asked,
        at: r.at,
        age: age(state, r),
        reply: (r.answer.as_ref()).map(|(answer, _)| reply(state, r.by, team, answer)),
        offers: offers(state, team, id).collect(),
    }
}

/// Of a request only its age changes, how it was answered and what could answer it.
fn renew_request(
    state: &State,
    team: Team,
    (id, r): (RequestId, &Request),
    offers: bool,
    n: usize,
    old: &mut Arc<LiaisonView>,
) -> bool {
    let view = &old.requests[n];
    let age = age(state, r);
    let reply = (r.answer.as_ref()).map(|(answer, _)| reply(state, r.by, team, answer));
    let offers = offers.then(|| self::offers(state, team, id).collect());
    let offers = offers.filter(|now| *now != view.offers);
    let changed = view.age != age || view.reply != reply || offers.is_some();
    if changed {
        let view = &mut Arc::make_mut(old).requests[n];
        (view.age, view.reply) = (age, reply);
        if let Some(now) = offers {
            view.offers = now;
        }
    }
    changed
}

fn age(state: &State, r: &Request) -> u8 {
    let until = r.answer.as_ref().map(|(_, round)| *round);
    until.unwrap_or(state.round()).saturating_sub(r.asked)
}

fn offers(state: &State, team: Team, id: RequestId) -> impl Iterator<Item = OfferView> {
    let all = requests::offers(state, team, id);
    all.map(|(item, answers)| OfferView { item, answers })
}

fn told_queries(state: &State, team: Team) -> impl Iterator<Item = &Query> {
    let queries = state.liaison.queries.iter();
    queries.filter(move |q| q.by == team || q.matched)
}

fn queries(state: &State, team: Team) -> Vec<QueryView> {
    told_queries(state, team)
        .map(|q| QueryView {
            by: q.by,
            about: about(state, q.about),
            round: q.round,
            matched: q.matched,
        })
        .collect()
}

/// The subjects that the team knows, and why the register cannot be asked about one of them now.
fn queryable(
    state: &State,
    team: Team,
    known: &Bits,
) -> impl Iterator<Item = (SubjectId, Option<Refusal>)> {
    let told = pointer::told_subjects(state, team);
    known.iter().map(move |n| {
        let id = SubjectId(u16::try_from(n).unwrap_or(u16::MAX));
        (id, told.has(n).then_some(Refusal::AlreadyQueried))
    })
}

fn known(state: &State, team: Team, known: &Bits) -> Vec<KnownView> {
    let known = queryable(state, team, known).map(|(id, query)| KnownView {
        subject: subject(state.scenario(), id),
        query,
    });
    known.collect()
}

fn checks(state: &State, team: Team) -> Vec<CheckView> {
    pointer::checks(state, team)
        .into_iter()
        .map(|check| CheckView {
            task: check.task,
            about: about(state, check.about),
            narrow: check.narrow,
            told: check.told,
        })
        .collect()
}

pub(super) fn trust_view(state: &State) -> TrustView {
    TrustView {
        now: state.liaison.trust,
        low: trust::LOW,
        high: trust::HIGH,
        desk_delay: trust::delay(state, Channel::LiaisonDesk),
        approval: trust::approval(state),
        moves: state
            .liaison
            .moves
            .iter()
            .map(|m| TrustMoveView {
                round: m.round,
                by: m.by,
                why: m.why,
            })
            .collect(),
    }
}

/// What is still on its way is only counted for who asked.
fn reply(state: &State, asker: Team, reader: Team, answer: &Answer) -> ReplyView {
    match answer {
        Answer::NoTrace => ReplyView::NoTrace,
        Answer::Refused(why) => ReplyView::Refused(*why),
        Answer::Items(all) => {
            let there = |i: &&ItemId| reader != asker || state.holding(asker, **i).is_some();
            let items: Vec<ItemId> = all.iter().filter(there).copied().collect();
            let coming = u8::try_from(all.len() - items.len()).unwrap_or(u8::MAX);
            ReplyView::Items { items, coming }
        }
    }
}

pub(super) fn about(state: &State, about: About) -> AboutView {
    match about {
        About::Subject(id) => AboutView::Subject(subject(state.scenario(), id)),
        About::Place(id) => AboutView::Place {
            id,
            name: state.scenario().place(id).name.clone(),
        },
    }
}

/// The entry of the liaison line for something that passed between the desks.
pub(super) fn line(state: &State, what: &LineKind) -> Option<LineWhat> {
    Some(match what {
        LineKind::Request(request) => LineWhat::Request { request: *request },
        LineKind::Answer(request) => LineWhat::Answer { request: *request },
        LineKind::Query {
            by,
            about: asked,
            matched,
        } => LineWhat::Query {
            by: *by,
            about: asked.map(|a| about(state, a)),
            matched: *matched,
        },
        LineKind::ConsentAsked { by, item } => LineWhat::ConsentAsked {
            by: *by,
            item: *item,
        },
        LineKind::ConsentGiven { by, item, granted } => LineWhat::ConsentGiven {
            by: *by,
            item: *item,
            granted: *granted,
        },
        LineKind::Breach { by, item, used } => LineWhat::Breach {
            by: *by,
            item: *item,
            used: *used,
        },
        LineKind::BlueOnBlue { task, failed } => LineWhat::BlueOnBlue {
            task: *task,
            title: state.scenario().task(*task).title.clone(),
            failed: *failed,
        },
        trainers => return super::facilitation::line(state, trainers),
    })
}
