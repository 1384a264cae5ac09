//! The third-party rule: what a partner gave is used further only with the originator's consent.
//!
//! Passing an item on lets the partner work with it; putting it into a warrant, a plan or an
//! interview takes consent, asked for and given in the exercise (6-doctrine, Law: third-party rule).

use super::trust::moved;
use crate::engine::event::{CaseTime, Event};
use crate::engine::liaison::Consent;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{TrustCause, Use};

pub(crate) fn ask(
    state: &State,
    team: Team,
    item: ItemId,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    may_ask(state, team, item)?;
    Ok(vec![Event::ConsentAsked { team, item, at }])
}

/// May the team ask for consent to use this item?
pub(crate) fn may_ask(state: &State, team: Team, item: ItemId) -> Result<(), Refusal> {
    let holding = state.holding(team, item).ok_or(Refusal::ItemNotHeld)?;
    if holding.received.is_none() {
        return Err(Refusal::ItemIsOwn { item });
    }
    if state.liaison.consents.contains_key(&item) {
        return Err(Refusal::ConsentSettled { item });
    }
    Ok(())
}

/// Asked or not: an originator may give consent of its own accord.
pub(crate) fn give(
    state: &State,
    team: Team,
    item: ItemId,
    granted: bool,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    may_give(state, team, item, granted)?;
    let mut events = vec![Event::ConsentGiven {
        team,
        item,
        granted,
        at,
    }];
    // What nobody asked for earns nothing: trust is no prize for pressing a button on every item.
    if state.liaison.consents.contains_key(&item) {
        events.push(moved(if granted {
            TrustCause::ConsentGiven
        } else {
            TrustCause::ConsentRefused
        }));
    }
    super::milestones::follow(state, &mut events);
    Ok(events)
}

/// May the team give, or refuse, consent to use this item?
pub(crate) fn may_give(
    state: &State,
    team: Team,
    item: ItemId,
    granted: bool,
) -> Result<(), Refusal> {
    let holding = state.holding(team, item).ok_or(Refusal::ItemNotHeld)?;
    if holding.received.is_some() {
        return Err(Refusal::ItemFromPartner { item });
    }
    if !state
        .team(team)
        .sendings
        .iter()
        .any(|s| s.item == item && s.arrived)
    {
        return Err(Refusal::PartnerLacksItem { item });
    }
    let before = state.liaison.consents.get(&item);
    // A refusal can be thought over; a consent on which the partner has built stands.
    let settled = match before {
        Some(Consent::Granted) => true,
        Some(Consent::Refused) => !granted,
        Some(Consent::Asked(_)) => false,
        None => !granted,
    };
    if settled {
        return Err(Refusal::ConsentSettled { item });
    }
    Ok(())
}

/// Which of these items the team may not use so: those that came from its partner without consent.
pub fn lacking(state: &State, team: Team, items: &[ItemId]) -> Vec<ItemId> {
    let free = |item: &ItemId| state.liaison.consents.get(item) == Some(&Consent::Granted);
    items
        .iter()
        .copied()
        .filter(|i| {
            let from_partner = |h: &crate::engine::state::Holding| h.received.is_some();
            state.holding(team, *i).is_some_and(from_partner) && !free(i)
        })
        .collect()
}

/// The breaches that using these items would be, and what each costs.
#[must_use]
pub fn breaches(state: &State, team: Team, items: &[ItemId], by: Use) -> Vec<Event> {
    lacking(state, team, items)
        .into_iter()
        .filter(|item| {
            let again = |b: &crate::engine::liaison::Breach| {
                b.team == team && b.item == *item && b.by == by
            };
            !state.liaison.breaches.iter().any(again)
        })
        .flat_map(|item| [Event::Breach { team, item, by }, moved(TrustCause::Breach)])
        .collect()
}
