//! What may be put before a court.
//!
//! A service's own evidence may, before the courts of its own country. What came from the partner may
//! only if it is evidence and came in full by mutual legal assistance: what passed from officer to
//! officer is a lead, and an intelligence item never is evidence (6-doctrine, Law: police-to-police
//! cooperation and mutual legal assistance).

use crate::engine::state::{Holding, State};
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

/// Does what goes in full by this channel arrive as evidence?
#[must_use]
pub fn arrives_as_evidence(kind: ItemKind, channel: Channel) -> bool {
    kind == ItemKind::Evidence && channel == Channel::Mutual
}
