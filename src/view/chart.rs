//! The link chart as one team may see it, and the joint board, which is the same for both.
//!
//! Of what the partner holds the chart shows no more than it has posted: the link, its ends by name, and
//! how many items it said were behind it, at the time when it said so.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::few::Few;
use super::item::SubjectView;
use super::project::subject;
use super::team::LinkOutcome;
use crate::engine::board::{BoardEntry, Challenge, Posting};
use crate::engine::rules::links;
use crate::engine::state::Holding;
use crate::engine::{Phase, Refusal, State};
use crate::scenario::ids::{ItemId, SubjectId, Team};
use crate::scenario::model::Link;
use crate::scenario::words::LinkStatus;

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
    let mut chart = Arc::new(ChartView::default());
    renew(state, team, &mut chart);
    Arc::unwrap_or_clone(chart)
}

/// Brings a chart up to date; true if anything on it has changed. It is gone through once, beside what
/// the team reads now in the same order, and only what differs is built again.
pub(super) fn renew(state: &State, team: Team, old: &mut Arc<ChartView>) -> bool {
    let nodes = renew_nodes(state, team, old);
    renew_links(state, team, old) || nodes
}

fn renew_nodes(state: &State, team: Team, old: &mut Arc<ChartView>) -> bool {
    let (mut changed, mut at) = (false, 0);
    let all = Known::of(state, team);
    for (id, known, items) in all.iter() {
        while old.nodes.get(at).is_some_and(|view| view.subject.id < id) {
            Arc::make_mut(old).nodes.remove(at);
            changed = true;
        }
        match old.nodes.get(at).filter(|view| view.subject.id == id) {
            Some(view) if view.known == known && view.items == items => {}
            Some(_) => {
                let view = &mut Arc::make_mut(old).nodes[at];
                (view.known, view.items) = (known, items.to_vec());
                changed = true;
            }
            None => {
                let subject = subject(state.scenario(), id);
                let view = NodeView {
                    subject,
                    known,
                    items: items.to_vec(),
                };
                Arc::make_mut(old).nodes.insert(at, view);
                changed = true;
            }
        }
        at += 1;
    }
    if old.nodes.len() > at {
        Arc::make_mut(old).nodes.truncate(at);
        changed = true;
    }
    changed
}

fn renew_links(state: &State, team: Team, old: &mut Arc<ChartView>) -> bool {
    let mut all = links::supports(state, team);
    for entry in state.board.entries.iter().filter(|e| e.stands()) {
        all.entry(entry.link).or_default();
    }
    let (mut changed, mut at) = (false, 0);
    for (id, support) in all {
        while old.links.get(at).is_some_and(|view| view.link < id) {
            Arc::make_mut(old).links.remove(at);
            changed = true;
        }
        let own = Some(support).filter(|s| *s != links::Support::default());
        let now = link(state, team, id, own);
        match old.links.get(at).filter(|view| view.link == id) {
            Some(view) if *view == now => {}
            Some(_) => {
                Arc::make_mut(old).links[at] = now;
                changed = true;
            }
            None => {
                Arc::make_mut(old).links.insert(at, now);
                changed = true;
            }
        }
        at += 1;
    }
    if old.links.len() > at {
        Arc::make_mut(old).links.truncate(at);
        changed = true;
    }
    changed
}

/// The same, where nothing has changed but what has to do with these items, or with these links.
pub(super) fn renew_parts(
    state: &State,
    team: Team,
    items: Few<ItemId>,
    bound: Few<Link>,
    old: &mut Arc<ChartView>,
) -> bool {
    let mut ends: Vec<SubjectId> = bound.iter().flat_map(|l| [l.from, l.to]).collect();
    let mut bound: Vec<Link> = bound.iter().collect();
    for id in items.iter() {
        let item = state.scenario().item(id);
        ends.extend(item.subjects.iter().chain(&item.tear_subjects));
        bound.extend(item.links.iter().chain(&item.tear_links).map(|s| s.link));
        let claims = state.board.claims[team.index()].iter();
        bound.extend(claims.filter(|c| c.items.contains(&id)).map(|c| c.link));
    }
    ends.sort_unstable();
    ends.dedup();
    bound.sort_unstable();
    bound.dedup();
    let mut changed = false;
    for id in ends {
        let at = old.nodes.binary_search_by_key(&id, |n| n.subject.id);
        match (at, known(state, team, id)) {
            (Ok(n), Some((known, items))) => {
                let view = &old.nodes[n];
                if view.known != known || view.items != items {
                    let view = &mut Arc::make_mut(old).nodes[n];
                    (view.known, view.items) = (known, items);
                    changed = true;
                }
            }
            (Ok(n), None) => {
                Arc::make_mut(old).nodes.remove(n);
                changed = true;
            }
            (Err(n), Some((known, items))) => {
                let view = NodeView {
                    subject: subject(state.scenario(), id),
                    known,
                    items,
                };
                Arc::make_mut(old).nodes.insert(n, view);
                changed = true;
            }
            (Err(_), None) => {}
        }
    }
    for id in bound {
        let at = old.links.binary_search_by_key(&id, |l| l.link);
        let support = links::support(state, team, id);
        let shown = support.is_some() || state.board.entry(id).is_some();
        let now = shown.then(|| link(state, team, id, support));
        if at.ok().map(|n| &old.links[n]) != now.as_ref() {
            let links = &mut Arc::make_mut(old).links;
            match (at, now) {
                (Ok(n), Some(now)) => links[n] = now,
                (Ok(n), None) => drop(links.remove(n)),
                (Err(n), Some(now)) => links.insert(n, now),
                (Err(_), None) => {}
            }
            changed = true;
        }
    }
    changed
}

fn link(state: &State, team: Team, link: Link, support: Option<links::Support>) -> LinkView {
    let entry = state.board.entry(link);
    let status = links::status(state, link, support.as_ref());
    let post = if state.phase() == Phase::Planning {
        links::postable(state, team, link, support.as_ref())
    } else {
        Err(Refusal::WrongPhase)
    };
    let own = support.unwrap_or_default();
    LinkView {
        link,
        status,
        says: own.says,
        denies: own.denies,
        claim: own.claim,
        on_board: entry.is_some(),
        partner: entry
            .and_then(|e| e.posted[team.other().index()])
            .map(|p| p.behind),
        post,
    }
}

/// Everything of which the team knows that somebody has something on it. Found in one go through what the
/// team can read.
struct Known {
    subjects: Vec<Named>,
    /// By subject, and then as they lie in the folder.
    items: Vec<ItemId>,
}

/// A subject, and where in [`Known::items`] those are that name it.
#[derive(Clone, Default)]
struct Named {
    /// By `Team as usize`: who has something on it, if anybody is known to.
    by: Option<[bool; 2]>,
    begin: usize,
    end: usize,
}

impl Known {
    fn of(state: &State, team: Team) -> Self {
        let (own, partner) = (team.index(), team.other().index());
        let scenario = state.scenario();
        let side = state.team(team);
        let mut subjects = vec![Named::default(); scenario.subjects.len()];
        let naming = || {
            side.folder.iter().flat_map(|h: &Holding| {
                let named = scenario.item(h.item).named(h.form).iter();
                named.map(move |id| (id.index(), h))
            })
        };
        for (subject, _) in naming() {
            subjects[subject].end += 1;
        }
        let mut all = 0;
        for subject in &mut subjects {
            let room = subject.end;
            (subject.begin, subject.end) = (all, all);
            all += room;
        }
        let mut items = vec![ItemId(0); all];
        for (subject, holding) in naming() {
            let subject = &mut subjects[subject];
            let by = subject.by.get_or_insert_default();
            by[own] = true;
            by[partner] |= holding.received.is_some();
            // An item that names a subject twice stands there once.
            if items[subject.begin..subject.end].last() != Some(&holding.item) {
                items[subject.end] = holding.item;
                subject.end += 1;
            }
        }
        for sent in side.sendings.iter().filter(|s| s.arrived) {
            for id in scenario.item(sent.item).named(sent.form) {
                subjects[id.index()].by.get_or_insert_default()[partner] = true;
            }
        }
        for entry in state.board.entries.iter().filter(|e| e.stands()) {
            for id in [entry.link.from, entry.link.to] {
                let by = subjects[id.index()].by.get_or_insert_default();
                for team in Team::BOTH {
                    by[team.index()] |= entry.posted[team.index()].is_some();
                }
            }
        }
        Self { subjects, items }
    }

    /// In the case's order: a subject, who has something on it, and the team's items that name it.
    fn iter(&self) -> impl Iterator<Item = (SubjectId, [bool; 2], &[ItemId])> {
        let all = (0u16..).map(SubjectId).zip(&self.subjects);
        all.filter_map(|(id, s)| Some((id, s.by?, &self.items[s.begin..s.end])))
    }
}

/// The same of one subject: of the items, only those that name it are looked at.
fn known(state: &State, team: Team, id: SubjectId) -> Option<([bool; 2], Vec<ItemId>)> {
    let (own, partner) = (team.index(), team.other().index());
    let (scenario, side) = (state.scenario(), state.team(team));
    let names = |item: ItemId, form| scenario.item(item).named(form).contains(&id);
    let naming = state.naming.subject(id);
    let held = naming.iter().filter_map(|item| state.holding(team, *item));
    let mut known = [false; 2];
    let mut items: Vec<ItemId> = Vec::new();
    for holding in held.filter(|h| names(h.item, h.form)) {
        known[own] = true;
        known[partner] |= holding.received.is_some();
        items.push(holding.item);
    }
    // As they lie in the folder.
    items.sort_unstable_by_key(|item| state.lies[own][item.index()]);
    if naming.iter().any(|item| state.sent(team, *item)) {
        let mut sent = side.sendings.iter().filter(|s| s.arrived);
        known[partner] |= sent.any(|s| names(s.item, s.form));
    }
    let mut shown = known[own] || known[partner];
    let named = |link: Link| link.from == id || link.to == id;
    for entry in state
        .board
        .entries
        .iter()
        .filter(|e| named(e.link) && e.stands())
    {
        shown = true;
        for by in Team::BOTH {
            known[by.index()] |= entry.posted[by.index()].is_some();
        }
    }
    shown.then_some((known, items))
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
