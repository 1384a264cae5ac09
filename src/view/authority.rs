//! What a team can apply for, how far it is with it, and at the debrief what would have shown it.
//!
//! The items that show a ground are the answer key: a team sees only why a ground was not shown.

use serde::{Deserialize, Serialize};

use super::team::LineWhat;
use crate::engine::rules::authority;
use crate::engine::{GroundLack, Refusal, State};
use crate::scenario::Text;
use crate::scenario::authority::Authority;
use crate::scenario::ids::{AuthorityId, ItemId, Team};
use crate::scenario::model::Task;
use crate::scenario::words::{AuthorityKind, Lack};

/// What the team can apply for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityView {
    pub id: AuthorityId,
    pub kind: AuthorityKind,
    pub title: Text,
    pub detail: Text,
    /// Rounds from the application until it is held.
    pub rounds: u8,
    pub grounds: Vec<GroundView>,
    pub status: AuthorityStatus,
    /// What the last application cited.
    pub cited: Vec<ItemId>,
    /// The round from which it would be held, or why the team cannot apply now.
    pub apply: Result<u8, Refusal>,
}

/// What has to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundView {
    pub text: Text,
    /// By something admissible before the team's courts.
    pub evidence: bool,
}

/// How far a team is with an authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AuthorityStatus {
    /// Not applied for.
    Open,
    /// The last application was turned down in that round, and why.
    TurnedDown { round: u8, lacks: Vec<LackView> },
    /// Granted, and held from that round on.
    Waiting { from: u8 },
    /// Held since that round.
    Held { since: u8 },
}

/// A ground that was not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LackView {
    pub ground: Text,
    pub lack: Lack,
}

/// The authority that a task needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeededView {
    pub id: AuthorityId,
    pub title: Text,
    pub status: AuthorityStatus,
}

/// An authority at the debrief.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuthorityOutcome {
    pub team: Team,
    pub kind: AuthorityKind,
    pub title: Text,
    pub grounds: Vec<GroundOutcome>,
    /// Oldest first.
    pub applications: Vec<ApplicationView>,
}

/// What had to be shown, and what would have shown it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundOutcome {
    pub text: Text,
    pub evidence: bool,
    pub items: Vec<ItemId>,
}

/// An application and what was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationView {
    pub round: u8,
    pub items: Vec<ItemId>,
    /// The round from which the authority was held; `None`: turned down.
    pub from: Option<u8>,
    pub lacks: Vec<LackView>,
}

fn all(state: &State) -> impl Iterator<Item = (AuthorityId, &Authority)> {
    let ids = (0u16..).map(AuthorityId);
    ids.zip(&state.scenario().authorities)
}

pub(super) fn authorities(state: &State, team: Team) -> Vec<AuthorityView> {
    all(state)
        .filter(|(_, a)| a.team == team)
        .map(|(id, a)| AuthorityView {
            id,
            kind: a.kind,
            title: a.title.clone(),
            detail: a.detail.clone(),
            rounds: a.rounds,
            grounds: (a.grounds.iter())
                .map(|g| GroundView {
                    text: g.text.clone(),
                    evidence: g.evidence,
                })
                .collect(),
            status: status(state, id),
            cited: state.applied(id).map_or_else(Vec::new, |x| x.items.clone()),
            apply: authority::may_apply(state, team, id),
        })
        .collect()
}

fn status(state: &State, id: AuthorityId) -> AuthorityStatus {
    match state.applied(id) {
        None => AuthorityStatus::Open,
        Some(applied) => match applied.from {
            None => AuthorityStatus::TurnedDown {
                round: applied.round,
                lacks: lacks(state, id, &applied.missing),
            },
            Some(from) if from > state.round() => AuthorityStatus::Waiting { from },
            Some(since) => AuthorityStatus::Held { since },
        },
    }
}

fn lacks(state: &State, id: AuthorityId, missing: &[GroundLack]) -> Vec<LackView> {
    let grounds = &state.scenario().authority(id).grounds;
    let told = |m: &GroundLack| {
        let ground = grounds.get(m.ground.index())?;
        Some(LackView {
            ground: ground.text.clone(),
            lack: m.lack,
        })
    };
    missing.iter().filter_map(told).collect()
}

pub(super) fn needed(state: &State, task: &Task) -> Option<NeededView> {
    task.authority.map(|id| NeededView {
        id,
        title: state.scenario().authority(id).title.clone(),
        status: status(state, id),
    })
}

/// The entry of the team's line for what was decided.
pub(super) fn line(
    state: &State,
    id: AuthorityId,
    missing: &[GroundLack],
    from: Option<u8>,
) -> LineWhat {
    LineWhat::Authority {
        authority: id,
        title: state.scenario().authority(id).title.clone(),
        from,
        missing: lacks(state, id, missing),
    }
}

/// Everything about authorities, for the debrief.
pub(super) fn outcomes(state: &State) -> Vec<AuthorityOutcome> {
    let outcome = |(id, a): (AuthorityId, &Authority)| AuthorityOutcome {
        team: a.team,
        kind: a.kind,
        title: a.title.clone(),
        grounds: (a.grounds.iter())
            .map(|g| GroundOutcome {
                text: g.text.clone(),
                evidence: g.evidence,
                items: g.items.clone(),
            })
            .collect(),
        applications: (state.applications.get(id.index()).into_iter().flatten())
            .map(|x| ApplicationView {
                round: x.round,
                items: x.items.clone(),
                from: x.from,
                lacks: lacks(state, id, &x.missing),
            })
            .collect(),
    };
    all(state).map(outcome).collect()
}
