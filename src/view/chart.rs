//! The link chart as one team may see it, and the joint board, which is the same for both.
//!
//! Of what the partner holds the chart shows no more than it has posted: the link, its ends by name, and
//! how many items it said were behind it, at the time when it said so.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::item::SubjectView;
use super::project::subject;
use super::team::LinkOutcome;
use crate::engine::board::{BoardEntry, Challenge, Posting};
use crate::engine::rules::links;
use crate::engine::{Phase, Refusal, State};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::model::{Item, Link};
use crate::scenario::words::{Form, LinkStatus};

/// Subjects and what binds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartView {
    /// In the case's order.
    pub nodes: Vec<NodeView>,
    /// By their ends, then by kind.
    pub links: Vec<LinkView>,
}

/// A subject on the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeView {
    pub subject: SubjectView,
    /// By `Team as usize`: who has something on it, as far as this team knows.
    pub known: [bool; 2],
    /// The team's items that name it.
    pub items: Vec<ItemId>,
}

/// A link on the chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    pub link: Link,
    pub status: LinkStatus,
    /// The team's items that say it.
    pub says: Vec<ItemId>,
    /// The team's items that say that it is not so.
    pub denies: Vec<ItemId>,
    /// What the team's own claim is read out of.
    pub claim: Option<Vec<ItemId>>,
    /// It stands on the joint board.
    pub on_board: bool,
    /// How many items the partner said are behind it; `None` if it does not stand for it.
    pub partner: Option<u16>,
    /// How many items the partner would read of, or why the link cannot be posted now.
    pub post: Result<u16, Refusal>,
}

/// A link on the joint board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLink {
    pub link: Link,
    pub from: SubjectView,
    pub to: SubjectView,
    /// By `Team as usize`: who stands for it.
    pub posted: [Option<PostingView>; 2],
    /// By `Team as usize`: who doubts it.
    pub challenged: [Option<ChallengeView>; 2],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingView {
    pub round: u8,
    /// Items that the team said are behind it.
    pub behind: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChallengeView {
    pub round: u8,
    pub text: Arc<str>,
}

pub(super) fn chart(state: &State, team: Team) -> ChartView {
    let supports = links::supports(state, team);
    let on_board = state.board.entries.iter().filter(|e| e.stands());
    let mut all: BTreeSet<Link> = supports.keys().copied().collect();
    all.extend(on_board.map(|e| e.link));
    ChartView {
        nodes: nodes(state, team),
        links: all
            .into_iter()
            .map(|l| link(state, team, l, supports.get(&l)))
            .collect(),
    }
}

/// Brings a chart up to date; true if anything on it has changed.
pub(super) fn renew(state: &State, team: Team, old: &mut Arc<ChartView>) -> bool {
    let now = chart(state, team);
    let changed = **old != now;
    if changed {
        *old = now.into();
    }
    changed
}

/// The same, where nothing has changed but what has to do with an item, or with a link.
pub(super) fn renew_parts(
    state: &State,
    team: Team,
    item: Option<ItemId>,
    bound: Option<Link>,
    old: &mut Arc<ChartView>,
) -> bool {
    let mut ends: Vec<SubjectId> = bound.into_iter().flat_map(|l| [l.from, l.to]).collect();
    let mut bound: Vec<Link> = bound.into_iter().collect();
    if let Some(id) = item {
        let item = state.scenario().item(id);
        ends.extend(item.subjects.iter().chain(&item.tear_subjects));
        bound.extend(item.links.iter().chain(&item.tear_links).map(|s| s.link));
        let claims = state.board.claims[team.index()].iter();
        bound.extend(claims.filter(|c| c.items.contains(&id)).map(|c| c.link));
    }
    let mut changed = false;
    for id in ends {
        let at = old.nodes.binary_search_by_key(&id, |n| n.subject.id);
        let now = node(state, team, id);
        if at.ok().map(|n| &old.nodes[n]) != now.as_ref() {
            put(&mut Arc::make_mut(old).nodes, at, now);
            changed = true;
        }
    }
    for id in bound {
        let at = old.links.binary_search_by_key(&id, |l| l.link);
        let support = links::support(state, team, id);
        let shown = support.is_some() || state.board.entry(id).is_some();
        let now = shown.then(|| link(state, team, id, support.as_ref()));
        if at.ok().map(|n| &old.links[n]) != now.as_ref() {
            put(&mut Arc::make_mut(old).links, at, now);
            changed = true;
        }
    }
    changed
}

/// Puts one thing into its place in a list, where it stands or would stand, or takes it out.
fn put<T>(list: &mut Vec<T>, at: Result<usize, usize>, now: Option<T>) {
    match (at, now) {
        (Ok(n), Some(now)) => list[n] = now,
        (Ok(n), None) => drop(list.remove(n)),
        (Err(n), Some(now)) => list.insert(n, now),
        (Err(_), None) => {}
    }
}

fn link(state: &State, team: Team, link: Link, support: Option<&links::Support>) -> LinkView {
    let own = support.cloned().unwrap_or_default();
    let entry = state.board.entry(link);
    LinkView {
        link,
        status: links::status(state, link, support),
        says: own.says,
        denies: own.denies,
        claim: own.claim,
        on_board: entry.is_some(),
        partner: entry
            .and_then(|e| e.posted[team.other().index()])
            .map(|p| p.behind),
        post: if state.phase() == Phase::Planning {
            links::postable(state, team, link, support)
        } else {
            Err(Refusal::WrongPhase)
        },
    }
}

/// Everything of which the team knows that somebody has something on it.
fn nodes(state: &State, team: Team) -> Vec<NodeView> {
    let side = state.team(team);
    let held = side.folder.iter().map(|h| (h.item, h.form));
    let sent = side.sendings.iter().filter(|s| s.arrived);
    let read = held.chain(sent.map(|s| (s.item, s.form)));
    let read = read.flat_map(|(id, form)| named(state.scenario().item(id), form));
    let on_board = state.board.entries.iter().filter(|e| e.stands());
    let ends = on_board.flat_map(|e| [e.link.from, e.link.to]);
    let all: BTreeSet<SubjectId> = read.copied().chain(ends).collect();
    let node = |id| node(state, team, id);
    all.into_iter().filter_map(node).collect()
}

/// A subject, if the team knows that somebody has something on it.
fn node(state: &State, team: Team, id: SubjectId) -> Option<NodeView> {
    let scenario = state.scenario();
    let (own, partner) = (team.index(), team.other().index());
    let (mut known, mut items) = ([false; 2], Vec::new());
    let names = |item: ItemId, form| named(scenario.item(item), form).contains(&id);
    for holding in &state.team(team).folder {
        if names(holding.item, holding.form) {
            known[own] = true;
            known[partner] |= holding.received.is_some();
            items.push(holding.item);
        }
    }
    let mut sent = state.team(team).sendings.iter().filter(|s| s.arrived);
    known[partner] |= sent.any(|s| names(s.item, s.form));
    let standing = state.board.entries.iter().filter(|e| e.stands());
    let mut shown = known[own] || known[partner];
    for entry in standing.filter(|e| e.link.from == id || e.link.to == id) {
        shown = true;
        for by in Team::BOTH {
            known[by.index()] |= entry.posted[by.index()].is_some();
        }
    }
    shown.then(|| NodeView {
        subject: subject(scenario, id),
        known,
        items,
    })
}

fn named(item: &Item, form: Form) -> &[SubjectId] {
    match form {
        Form::Full => &item.subjects,
        Form::TearLine => &item.tear_subjects,
    }
}

/// What stands on the joint board, oldest first.
pub(super) fn board(state: &State) -> Vec<BoardLink> {
    let standing = state.board.entries.iter().filter(|e| e.stands());
    standing.map(|e| told(state, e)).collect()
}

/// Brings the joint board up to date; true if anything on it has changed.
pub(super) fn renew_board(state: &State, old: &mut Vec<BoardLink>) -> bool {
    let (mut changed, mut count) = (false, 0);
    for entry in state.board.entries.iter().filter(|e| e.stands()) {
        match old.get(count) {
            Some(view) if still_told(view, entry) => {}
            Some(_) => {
                old[count] = told(state, entry);
                changed = true;
            }
            None => {
                old.push(told(state, entry));
                changed = true;
            }
        }
        count += 1;
    }
    changed |= old.len() > count;
    old.truncate(count);
    changed
}

fn still_told(view: &BoardLink, entry: &BoardEntry) -> bool {
    let mut doubts = view.challenged.iter().zip(&entry.challenged);
    view.link == entry.link
        && view.posted == entry.posted.map(posting)
        && doubts.all(|(v, e)| match (v, e) {
            (None, None) => true,
            (Some(v), Some(e)) => (v.round, &v.text) == (e.round, &e.text),
            _ => false,
        })
}

fn posting(posted: Option<Posting>) -> Option<PostingView> {
    posted.map(|p| PostingView {
        round: p.round,
        behind: p.behind,
    })
}

fn told(state: &State, entry: &BoardEntry) -> BoardLink {
    let doubt = |c: &Challenge| ChallengeView {
        round: c.round,
        text: Arc::clone(&c.text),
    };
    BoardLink {
        link: entry.link,
        from: subject(state.scenario(), entry.link.from),
        to: subject(state.scenario(), entry.link.to),
        posted: entry.posted.map(posting),
        challenged: (entry.challenged.each_ref()).map(|c| c.as_ref().map(doubt)),
    }
}

/// For the debrief: every link that the case judges or that anybody drew or posted.
pub(super) fn outcomes(state: &State) -> Vec<LinkOutcome> {
    let scenario = state.scenario();
    let mut all: BTreeSet<Link> = scenario.theory.links.iter().map(|s| s.link).collect();
    all.extend(state.board.entries.iter().map(|e| e.link));
    all.extend(state.board.claims.iter().flatten().map(|c| c.link));
    let outcome = |link: Link| {
        let entry = state.board.entries.iter().find(|e| e.link == link);
        let judged = scenario.theory.links.iter().find(|s| s.link == link);
        LinkOutcome {
            link,
            from: subject(scenario, link.from),
            to: subject(scenario, link.to),
            truth: judged.map(|s| !s.negated),
            told_by: (0u16..)
                .zip(&scenario.items)
                .filter(|(_, i)| i.links.iter().any(|s| s.link == link && !s.negated))
                .map(|(n, _)| ItemId(n))
                .collect(),
            claimed: Team::BOTH.map(|t| state.board.claim(t, link).is_some()),
            posted: entry.map_or([None; 2], |e| e.first),
            stands: entry.is_some_and(BoardEntry::stands),
            challenged: Team::BOTH
                .map(|t| entry.is_some_and(|e| e.challenged[t.index()].is_some())),
        }
    };
    all.into_iter().map(outcome).collect()
}
