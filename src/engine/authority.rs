//! What the teams have applied for, as a fold of events.

use serde::{Deserialize, Serialize};

use super::event::Event;
use super::evolve::use_items;
use super::state::{Line, LineKind, State};
use crate::scenario::ids::{AuthorityId, GroundId, ItemId};
use crate::scenario::words::Lack;

/// A ground that an application did not show, and what came nearest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct GroundLack {
    pub ground: GroundId,
    pub lack: Lack,
}

/// One application and what was decided on it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Application {
    pub round: u8,
    /// What was cited, ascending.
    pub items: Vec<ItemId>,
    /// Empty where it was granted.
    pub missing: Vec<GroundLack>,
    /// The round from which the authority is held; `None` where it was turned down.
    pub from: Option<u8>,
}

/// By `AuthorityId`: every application for it, oldest first.
pub(crate) type Applications = Vec<Vec<Application>>;

impl State {
    /// The last application for this authority.
    pub(crate) fn applied(&self, id: AuthorityId) -> Option<&Application> {
        self.applications.get(id.index())?.last()
    }

    /// The round from which the authority is held, once it has been granted.
    pub(crate) fn granted(&self, id: AuthorityId) -> Option<u8> {
        self.applied(id)?.from
    }
}

pub(super) fn fold(state: &mut State, event: &Event) {
    let Event::AuthorityApplied {
        team,
        authority,
        items,
        missing,
        from,
        at,
    } = event
    else {
        return;
    };
    let round = state.round;
    if let Some(all) = state.applications.get_mut(authority.index()) {
        all.push(Application {
            round,
            items: items.clone(),
            missing: missing.clone(),
            from: *from,
        });
    }
    use_items(state, *team, items);
    let what = LineKind::Authority {
        authority: *authority,
        missing: missing.clone(),
        from: *from,
    };
    // The clock that both read stays where it was: what is stamped later must not tell of this.
    let at = *at;
    let entry = Line { round, at, what };
    state.teams[team.index()].line.push(entry);
}
