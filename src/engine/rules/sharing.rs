//! Sharing between the services: form by channel, with what handling allows and how long it takes.
//!
//! Police-to-police is fast and gives leads; mutual legal assistance is slow and gives evidence. A
//! tear-line is the way round a handling code (6-doctrine, Law: third-party rule, tear-line).

use super::trust;
use crate::engine::event::{CaseTime, Event};
use crate::engine::refusal::Refusal;
use crate::engine::state::{Holding, Sending, State};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Channel, Form, Handling, InfoGrade, TrustCause};

/// Longest note or message, in characters.
pub const TEXT_LIMIT: u16 = 280;

/// The round in which the partner would have the item.
///
/// # Errors
/// Why the item may not go in this form by this channel now.
pub fn arrival(
    state: &State,
    team: Team,
    id: ItemId,
    form: Form,
    channel: Channel,
) -> Result<u8, Refusal> {
    let holding = state.holding(team, id).ok_or(Refusal::ItemNotHeld)?;
    way(state, team, holding, form, channel)
}

/// [`arrival`] of what the team holds.
pub(crate) fn way(
    state: &State,
    team: Team,
    holding: &Holding,
    form: Form,
    channel: Channel,
) -> Result<u8, Refusal> {
    let id = holding.item;
    let item = state.scenario.item(id);
    if holding.received.is_some() || item.origin != team {
        return Err(Refusal::ItemFromPartner { item: id });
    }
    let mut delay = state.scenario.delay(channel) + trust::delay(state, channel);
    match (form, item.handling) {
        (Form::TearLine, _) if item.tear_line.is_none() => {
            return Err(Refusal::NoTearLine { item: id });
        }
        (Form::Full, Handling::TearLineOnly) => {
            return Err(Refusal::HandlingForbidsFull { item: id });
        }
        (Form::Full, Handling::FormalOnly) if channel != Channel::Mutual => {
            return Err(Refusal::HandlingWantsFormal { item: id });
        }
        // A supervisor's approval takes one round, where trust is high none.
        (Form::Full, Handling::Supervisor) => delay = delay.saturating_add(trust::approval(state)),
        _ => {}
    }
    // A full text covers its tear-line; formal assistance may follow a lead, to make it evidence.
    let covers = |s: &Sending| {
        s.item == id
            && (s.form == form || s.form == Form::Full)
            && (s.channel == channel || channel != Channel::Mutual)
    };
    if state.sent(team, id) && state.team(team).sendings.iter().any(covers) {
        return Err(Refusal::AlreadyShared { item: id });
    }
    let arrives = state.round.saturating_add(delay);
    if arrives > state.scenario.rounds {
        return Err(Refusal::ArrivesTooLate {
            arrives,
            rounds: state.scenario.rounds,
        });
    }
    // Last, so that before it one can already see which ways there will be.
    if state.team(team).first_theory.is_none() {
        return Err(Refusal::TheoryFirst);
    }
    Ok(arrives)
}

pub(crate) fn share(
    state: &State,
    team: Team,
    item: ItemId,
    form: Form,
    channel: Channel,
    note: Option<&str>,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    let arrives = arrival(state, team, item, form, channel)?;
    let note = match note.map(str::trim) {
        None | Some("") => None,
        Some(note) => Some(plain(note)?.to_owned()),
    };
    let mut events = vec![Event::ItemShared {
        team,
        item,
        form,
        channel,
        note: note.clone(),
        arrives,
        at,
    }];
    if arrives == state.round {
        let before = arrived(state, team.other());
        arrive(state, team, item, form, channel, note, before, &mut events);
    }
    super::milestones::follow(state, &mut events);
    Ok(events)
}

pub(crate) fn message(team: Team, text: &str, at: CaseTime) -> Result<Vec<Event>, Refusal> {
    let text = told(text)?.to_owned();
    Ok(vec![Event::MessageSent { team, text, at }])
}

/// A text for the partner: something, not too long, without control characters.
pub(super) fn told(text: &str) -> Result<&str, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::EmptyMessage);
    }
    plain(text)
}

pub(super) fn plain(text: &str) -> Result<&str, Refusal> {
    plain_within(text, TEXT_LIMIT)
}

/// The text, if it has no control characters and no more than `limit` characters.
pub(crate) fn plain_within(text: &str, limit: u16) -> Result<&str, Refusal> {
    let length = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
    if length > limit {
        return Err(Refusal::TextTooLong { length, limit });
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(Refusal::TextNotPlain);
    }
    Ok(text)
}

/// What was sent earlier and is due in this round.
pub(crate) fn due(state: &State) -> Vec<Event> {
    let mut events = Vec::new();
    for team in Team::BOTH {
        let due = |s: &&Sending| !s.arrived && s.arrives <= state.round;
        for (n, s) in state.team(team).sendings.iter().filter(due).enumerate() {
            let note = s.note.as_deref().map(str::to_owned);
            arrive(state, team, s.item, s.form, s.channel, note, n, &mut events);
        }
    }
    events
}

/// Items that have come to the team from its partner in this round.
fn arrived(state: &State, team: Team) -> usize {
    let now = |s: &&Sending| s.arrived && s.arrives == state.round;
    state.team(team.other()).sendings.iter().filter(now).count()
}

/// An item of `from` reaches its partner, `before` others in this round; over-sharing is felt there.
#[allow(clippy::too_many_arguments)]
fn arrive(
    state: &State,
    from: Team,
    item: ItemId,
    form: Form,
    channel: Channel,
    note: Option<String>,
    before: usize,
    events: &mut Vec<Event>,
) {
    let unwarned = note.is_none() && state.scenario.item(item).info == InfoGrade::E;
    events.push(Event::ItemArrived {
        team: from.other(),
        item,
        form,
        channel,
        note,
    });
    if unwarned {
        events.push(trust::moved(TrustCause::Doubtful));
    }
    if before >= trust::DESK_READS {
        events.push(trust::moved(TrustCause::Swamped));
    }
}
