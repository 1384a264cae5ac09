//! A team's folder: each item as the team knows it, and every way in which it could be passed on.

use super::few::Few;
use super::item::{ConsentMoves, ItemView, ReceivedView, SharedView, Way};
use super::list::place;
use super::project::subjects;
use std::sync::Arc;

use crate::engine::rules::{admissible, consent, sharing};
use crate::engine::state::Holding;
use crate::engine::{Phase, Refusal, State};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Channel, Form};

pub(super) fn folder(state: &State, team: Team) -> Vec<ItemView> {
    state
        .team(team)
        .folder
        .iter()
        .map(|h| item(state, team, h))
        .collect()
}

/// Brings a folder up to date and says at which places it has changed; `None`: nowhere. What an item is does not
/// change, only how it came, how it went and, where `ways` are looked at, how it could go: the rest is not built
/// again.
pub(super) fn renew(
    state: &State,
    team: Team,
    ways: bool,
    old: &mut Arc<Vec<ItemView>>,
) -> Option<Vec<u32>> {
    let holdings = &state.team(team).folder;
    let shorter = old.len() > holdings.len();
    if shorter {
        Arc::make_mut(old).truncate(holdings.len());
    }
    let mut changed = Vec::new();
    for (n, holding) in holdings.iter().enumerate() {
        if renew_at(state, team, holding, ways, n, old) {
            changed.push(place(n));
        }
    }
    (shorter || !changed.is_empty()).then_some(changed)
}

/// The same, where nothing but what has to do with these items has changed.
pub(super) fn renew_items(
    state: &State,
    team: Team,
    items: Few<ItemId>,
    ways: bool,
    old: &mut Arc<Vec<ItemView>>,
) -> Option<Vec<u32>> {
    let holdings = &state.team(team).folder;
    let mut places: Vec<usize> = items.iter().filter_map(|id| state.lies(team, id)).collect();
    // What has just come is put at the end, in the order in which it came.
    places.sort_unstable();
    let mut renewed = |n: usize| renew_at(state, team, &holdings[n], ways, n, old);
    places.retain(|n| renewed(*n));
    (!places.is_empty()).then(|| places.into_iter().map(place).collect())
}

fn renew_at(
    state: &State,
    team: Team,
    holding: &Holding,
    ways: bool,
    n: usize,
    old: &mut Arc<Vec<ItemView>>,
) -> bool {
    match old.get(n) {
        Some(view) if still(holding, view) => {
            let moved = moved(state, team, holding, view);
            let ways = ways.then(|| self::ways(state, team, holding).collect());
            let ways = ways.filter(|now| *now != view.ways);
            if !moved && ways.is_none() {
                return false;
            }
            let view = &mut Arc::make_mut(old)[n];
            if moved {
                done_with(state, team, holding, view);
            }
            if let Some(now) = ways {
                view.ways = now;
            }
        }
        Some(_) => Arc::make_mut(old)[n] = item(state, team, holding),
        None => Arc::make_mut(old).push(item(state, team, holding)),
    }
    true
}

/// Is it the item as it was, in the same form, come in the same way?
fn still(holding: &Holding, view: &ItemView) -> bool {
    let came = match (&holding.received, &view.received) {
        (None, None) => true,
        (Some(now), Some(old)) => {
            (now.channel, now.round, &now.note) == (old.channel, old.round, &old.note)
        }
        _ => false,
    };
    came && (view.id, view.form, view.held_since) == (holding.item, holding.form, holding.since)
}

/// Is there something else that was done with it, or that could be done?
fn moved(state: &State, team: Team, holding: &Holding, view: &ItemView) -> bool {
    view.given != given(state, team, holding)
        || view.joint != joint(state, team, holding)
        || !view.shared.iter().copied().eq(shared(state, team, holding))
        || view.admissible_there != admissible::admits_there(state, team, holding)
        || view.consent != state.liaison.consents.get(&holding.item).copied()
        || view.may != moves(state, team, holding)
}

fn done_with(state: &State, team: Team, holding: &Holding, view: &mut ItemView) {
    view.given = given(state, team, holding);
    view.joint = joint(state, team, holding);
    view.shared = shared(state, team, holding).collect();
    view.admissible_there = admissible::admits_there(state, team, holding);
    view.consent = state.liaison.consents.get(&holding.item).copied();
    view.may = moves(state, team, holding);
}

fn joint(state: &State, team: Team, holding: &Holding) -> bool {
    let mut sent = state.team(team).sendings.iter();
    holding.received.is_some()
        || (state.sent(team, holding.item) && sent.any(|s| s.item == holding.item && s.arrived))
}

pub(in crate::view) fn given(state: &State, team: Team, holding: &Holding) -> bool {
    let mut given = state.facilitation.given.iter();
    given.any(|g| (g.team, g.item) == (team, holding.item))
}

pub(in crate::view) fn shared(
    state: &State,
    team: Team,
    holding: &Holding,
) -> impl Iterator<Item = SharedView> {
    let id = holding.item;
    let sent = state.sent(team, id);
    let sendings = sent.then(|| state.team(team).sendings.iter());
    let sent = sendings.into_iter().flatten();
    sent.filter(move |s| s.item == id).map(|s| SharedView {
        form: s.form,
        channel: s.channel,
        sent: s.sent,
        arrives: s.arrives,
    })
}

fn item(state: &State, team: Team, holding: &Holding) -> ItemView {
    let scenario = state.scenario();
    let item = scenario.item(holding.item);
    let full = holding.form == Form::Full;
    let own = full && holding.received.is_none();
    // A tear-line card holds nothing but the tear-line; an author's slip shows an empty one.
    let tear = item.tear_line.clone();
    let (title, text, named) = if full {
        (Some(item.title.clone()), item.text.clone(), &item.subjects)
    } else {
        let text = tear
            .clone()
            .unwrap_or_else(|| crate::scenario::Text::new("en", ""));
        (None, text, &item.tear_subjects)
    };
    ItemView {
        id: holding.item,
        origin: item.origin,
        number: item.number,
        form: holding.form,
        title,
        text,
        tear_line: if own { tear } else { None },
        kind: item.kind,
        source: item.source,
        info: item.info,
        handling: item.handling,
        subjects: subjects(scenario, named),
        tear_subjects: if own {
            subjects(scenario, &item.tear_subjects)
        } else {
            Vec::new()
        },
        held_since: holding.since,
        given: given(state, team, holding),
        received: holding.received.as_ref().map(|r| ReceivedView {
            channel: r.channel,
            round: r.round,
            note: r.note.clone(),
        }),
        shared: shared(state, team, holding).collect(),
        admissible: admissible::admits(state, holding),
        admissible_there: admissible::admits_there(state, team, holding),
        joint: joint(state, team, holding),
        ways: ways(state, team, holding).collect(),
        consent: state.liaison.consents.get(&holding.item).copied(),
        may: moves(state, team, holding),
    }
}

fn moves(state: &State, team: Team, holding: &Holding) -> ConsentMoves {
    // Nothing is to be asked about what has not changed hands.
    let changed_hands = holding.received.is_some() || state.sent(team, holding.item);
    if state.phase() != Phase::Planning || !changed_hands {
        return ConsentMoves::default();
    }
    ConsentMoves {
        ask: consent::may_ask(state, team, holding.item).is_ok(),
        give: consent::may_give(state, team, holding.item, true).is_ok(),
        deny: consent::may_give(state, team, holding.item, false).is_ok(),
    }
}

/// Every way to the partner for an own item; none for one that came from there.
fn ways<'s>(
    state: &'s State,
    team: Team,
    holding: &'s Holding,
) -> impl Iterator<Item = Way> + Clone + use<'s> {
    let planning = state.phase() == Phase::Planning;
    let own = holding.form == Form::Full && holding.received.is_none();
    let kind = state.scenario().item(holding.item).kind;
    let way = move |form: Form, channel: Channel| Way {
        form,
        channel,
        arrives: if planning {
            sharing::way(state, team, holding, form, channel)
        } else {
            Err(Refusal::WrongPhase)
        },
        admissible: admissible::arrives_as_evidence(kind, channel),
    };
    let forms = if own { Form::ALL } else { &[] };
    let each = move |form: &'static Form| Channel::ALL.iter().map(move |c| way(*form, *c));
    forms.iter().flat_map(each)
}
