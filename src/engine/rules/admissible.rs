//! What may be put before a court.
//!
//! A service's own evidence may, before the courts of its own country. What came from the partner may
//! only if it is evidence and came in full by mutual legal assistance: what passed from officer to
//! officer is a lead, and an intelligence item never is evidence (6-doctrine, Law: police-to-police
//! cooperation and mutual legal assistance).

use crate::engine::state::{Holding, Sending, State};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Channel, Form, ItemKind};

/// May the item be put before the courts of the team's country?
#[must_use]
pub fn admissible(state: &State, team: Team, item: ItemId) -> bool {
    state
        .holding(team, item)
        .is_some_and(|held| admits(state, held))
}

/// [`admissible`] of what a team holds.
pub(crate) fn admits(state: &State, held: &Holding) -> bool {
    let kind = state.scenario.item(held.item).kind;
    let came = held.received.as_ref();
    held.form == Form::Full
        && match came {
            None => kind == ItemKind::Evidence,
            Some(received) => arrives_as_evidence(kind, received.channel),
        }
}

/// May it, as far as the team can know, be put before the courts of its partner's country? Its own
/// evidence that it sent there in full by mutual legal assistance, arrived or on its way; and what came
/// from the partner as its own evidence.
#[must_use]
pub fn admissible_there(state: &State, team: Team, item: ItemId) -> bool {
    state
        .holding(team, item)
        .is_some_and(|held| admits_there(state, team, held))
}

/// [`admissible_there`] of what a team holds.
pub(crate) fn admits_there(state: &State, team: Team, held: &Holding) -> bool {
    if state.scenario.item(held.item).kind != ItemKind::Evidence {
        return false;
    }
    let formal =
        |s: &Sending| s.item == held.item && s.form == Form::Full && s.channel == Channel::Mutual;
    held.received.is_some() || state.team(team).sendings.iter().any(formal)
}

/// Does what goes in full by this channel arrive as evidence?
#[must_use]
pub fn arrives_as_evidence(kind: ItemKind, channel: Channel) -> bool {
    kind == ItemKind::Evidence && channel == Channel::Mutual
}
