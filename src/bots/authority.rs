//! Applying for what the work needs.

use rand::{Rng, RngExt};

use super::policy::pick;
use crate::engine::{Command, Consent};
use crate::scenario::ids::{AuthorityId, ItemId};
use crate::view::{AuthorityStatus, AuthorityView, ItemView, TeamView};

/// Applies for the first authority that a listed task waits for or an operation rests on: with everything of the team's own,
/// and if that is not enough also with what its partner lets it use. What it was turned down for is
/// not tried again with the same items.
pub(super) fn apply(view: &TeamView) -> Option<Command> {
    let needed = view.tasks.iter().filter_map(|t| t.authority.as_ref());
    let planned = view.operations.offered.iter().filter(|o| !o.done);
    let basis = planned.filter_map(|o| o.basis.first().copied());
    let mut wanted: Vec<AuthorityId> = needed.map(|n| n.id).chain(basis).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let can = |id: &AuthorityId| view.authorities.iter().find(|a| a.id == *id);
    wanted.iter().filter_map(can).find_map(|a| next(view, a))
}

fn next(view: &TeamView, authority: &AuthorityView) -> Option<Command> {
    let refused = matches!(authority.status, AuthorityStatus::TurnedDown { .. });
    if refused && let Some(item) = view.folder.iter().find(|i| asks_first(i)) {
        return Some(Command::AskConsent { item: item.id });
    }
    authority.apply.ok()?;
    let free =
        |i: &&ItemView| i.received.is_none() || (refused && i.consent == Some(Consent::Granted));
    let mut items: Vec<ItemId> = view.folder.iter().filter(free).map(|i| i.id).collect();
    items.sort_unstable();
    (!items.is_empty() && items != authority.cited).then_some(Command::ApplyAuthority {
        authority: authority.id,
        items,
    })
}

/// The partner's item, for whose use nobody has asked yet.
fn asks_first(item: &ItemView) -> bool {
    item.received.is_some() && item.consent.is_none() && item.may.ask
}

/// Any application, wise or not.
pub(super) fn any(view: &TeamView, rng: &mut impl Rng) -> Option<Command> {
    let authority = pick(&view.authorities, rng)?.id;
    let cited = rng.random_range(0..=4usize);
    let items = (0..cited)
        .filter_map(|_| pick(&view.folder, rng).map(|i| i.id))
        .collect();
    Some(Command::ApplyAuthority { authority, items })
}
