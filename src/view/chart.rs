//! The link chart as one team may see it, and the joint board, which is the same for both.
//!
//! Of what the partner holds the chart shows no more than it has posted: the link, its ends by name, and
//! how many items it said were behind it, at the time when it said so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::item::SubjectView;
use super::project::subject;
use super::team::LinkOutcome;
use crate::engine::board::BoardEntry;
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
            .map(|l| link(state, team, l, &supports))
            .collect(),
    }
}

fn link(
    state: &State,
    team: Team,
    link: Link,
    supports: &BTreeMap<Link, links::Support>,
) -> LinkView {
    let support = supports.get(&link);
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

fn nodes(state: &State, team: Team) -> Vec<NodeView> {
    let mut found: BTreeMap<SubjectId, ([bool; 2], Vec<ItemId>)> = BTreeMap::new();
    let (own, partner) = (team.index(), team.other().index());
    for holding in &state.team(team).folder {
        let item = state.scenario().item(holding.item);
        for subject in named(item, holding.form) {
            let node = found.entry(*subject).or_default();
            node.0[own] = true;
            node.0[partner] |= holding.received.is_some();
            node.1.push(holding.item);
        }
    }
    for sent in state.team(team).sendings.iter().filter(|s| s.arrived) {
        for subject in named(state.scenario().item(sent.item), sent.form) {
            found.entry(*subject).or_default().0[partner] = true;
        }
    }
    for entry in state.board.entries.iter().filter(|e| e.stands()) {
        for end in [entry.link.from, entry.link.to] {
            let node = found.entry(end).or_default();
            for by in Team::BOTH {
                node.0[by.index()] |= entry.posted[by.index()].is_some();
            }
        }
    }
    let node = |(id, (known, items))| NodeView {
        subject: subject(state.scenario(), id),
        known,
        items,
    };
    found.into_iter().map(node).collect()
}

fn named(item: &Item, form: Form) -> &[SubjectId] {
    match form {
        Form::Full => &item.subjects,
        Form::TearLine => &item.tear_subjects,
    }
}

/// What stands on the joint board, oldest first.
pub(super) fn board(state: &State) -> Vec<BoardLink> {
    let told = |e: &BoardEntry| BoardLink {
        link: e.link,
        from: subject(state.scenario(), e.link.from),
        to: subject(state.scenario(), e.link.to),
        posted: e.posted.map(|p| {
            p.map(|p| PostingView {
                round: p.round,
                behind: p.behind,
            })
        }),
        challenged: e.challenged.each_ref().map(|c| {
            c.as_ref().map(|c| ChallengeView {
                round: c.round,
                text: Arc::clone(&c.text),
            })
        }),
    };
    let standing = state.board.entries.iter().filter(|e| e.stands());
    standing.map(told).collect()
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
