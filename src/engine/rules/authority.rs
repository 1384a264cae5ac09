//! Authorities: what officers may not do on their own, and what has to be shown for it.
//!
//! An application cites items. Each ground must be shown by one of them that is good enough: evidence
//! that the courts may see where the law wants it, else information of a good grade (source 1 or 2,
//! A to C). What is weaker shows a ground only if two such items are cited, which then corroborate each
//! other (6-doctrine, Law: grading 3×5×2). A tear-line is enough for a supervisor, but a court wants to
//! see what it is to rest on. What the partner gave is put before a court only with its consent; whoever
//! does so without breaks the third-party rule, and the court decides all the same.

use std::collections::BTreeSet;

use super::{admissible, consent, milestones};
use crate::engine::authority::GroundLack;
use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Phase, State};
use crate::scenario::authority::{Authority, Ground};
use crate::scenario::ids::{AuthorityId, GroundId, ItemId, Team};
use crate::scenario::words::{Form, Lack, Use};

/// Does its team hold the authority now?
#[must_use]
pub fn held(state: &State, id: AuthorityId) -> bool {
    state.granted(id).is_some_and(|from| from <= state.round)
}

/// May the team apply for this authority now?
///
/// # Errors
/// `WrongPhase`; `NoSuchAuthority`, of this team; `AuthorityHeld`; `AuthorityWaiting`: it is granted and
/// will be held; `AppliedThisRound`; `AuthorityTooLate`: it would be held only after the last round.
pub fn may_apply(state: &State, team: Team, id: AuthorityId) -> Result<u8, Refusal> {
    if state.phase != Phase::Planning {
        return Err(Refusal::WrongPhase);
    }
    // What the partner could apply for does not exist for the team.
    let authority = state.scenario.authorities.get(id.index());
    let authority = authority
        .filter(|a| a.team == team)
        .ok_or(Refusal::NoSuchAuthority)?;
    match state.granted(id) {
        Some(from) if from > state.round => {
            return Err(Refusal::AuthorityWaiting {
                authority: id,
                from,
            });
        }
        Some(_) => return Err(Refusal::AuthorityHeld { authority: id }),
        None => {}
    }
    if state.applied(id).is_some_and(|a| a.round == state.round) {
        return Err(Refusal::AppliedThisRound { authority: id });
    }
    let from = state.round.saturating_add(authority.rounds);
    if from > state.scenario.rounds {
        return Err(Refusal::AuthorityTooLate {
            authority: id,
            rounds: state.scenario.rounds,
        });
    }
    Ok(from)
}

/// Applies, citing these items.
///
/// # Errors
/// Those of [`may_apply`]; `NothingCited`; `ItemNotHeld`.
pub(crate) fn apply(
    state: &State,
    team: Team,
    id: AuthorityId,
    items: &[ItemId],
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let from = may_apply(state, team, id)?;
    let items: BTreeSet<ItemId> = items.iter().copied().collect();
    if items.is_empty() {
        return Err(Refusal::NothingCited);
    }
    if items.iter().any(|i| state.holding(team, *i).is_none()) {
        return Err(Refusal::ItemNotHeld);
    }
    let items: Vec<ItemId> = items.into_iter().collect();
    let missing = missing(state, state.scenario.authority(id), &items);
    let breaches = consent::breaches(state, team, &items, Use::Warrant);
    let mut events = vec![Event::AuthorityApplied {
        team,
        authority: id,
        from: missing.is_empty().then_some(from),
        items,
        missing,
        at,
    }];
    events.extend(breaches);
    milestones::follow(state, &mut events);
    Ok(events)
}

/// The grounds that these items do not show.
fn missing(state: &State, authority: &Authority, items: &[ItemId]) -> Vec<GroundLack> {
    (0u16..)
        .map(GroundId)
        .zip(&authority.grounds)
        .filter_map(|(id, ground)| {
            let lack = lack(state, authority, ground, items)?;
            Some(GroundLack { ground: id, lack })
        })
        .collect()
}

/// Why these items do not show the ground; nothing if they do.
fn lack(state: &State, authority: &Authority, ground: &Ground, items: &[ItemId]) -> Option<Lack> {
    let team = authority.team;
    let cited: Vec<ItemId> = items
        .iter()
        .copied()
        .filter(|i| ground.items.contains(i))
        .collect();
    if cited.is_empty() {
        return Some(Lack::NothingCited);
    }
    let full = |i: &ItemId| {
        state
            .holding(team, *i)
            .is_some_and(|h| h.form == Form::Full)
    };
    let court = authority.kind.of_a_court() || ground.evidence;
    let read: Vec<ItemId> = cited.into_iter().filter(|i| !court || full(i)).collect();
    if read.is_empty() {
        return Some(Lack::TearLineOnly);
    }
    if ground.evidence {
        let shown = read.iter().any(|i| admissible::admissible(state, team, *i));
        return (!shown).then_some(Lack::NotAdmissible);
    }
    let strong = read.iter().any(|i| state.scenario.item(*i).strong());
    (!strong && read.len() < 2).then_some(Lack::TooWeak)
}
