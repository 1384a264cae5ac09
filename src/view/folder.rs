//! A team's folder: each item as the team knows it, and every way in which it could be passed on.

use super::item::{ConsentMoves, ItemView, ReceivedView, SharedView, Way};
use super::project::subjects;
use crate::engine::rules::{consent, sharing};
use crate::engine::state::Holding;
use crate::engine::{Phase, Refusal, State};
use crate::scenario::ids::{ItemId, Team};
use crate::scenario::words::{Channel, Form, ItemKind};

pub(super) fn folder(state: &State, team: Team) -> Vec<ItemView> {
    state
        .team(team)
        .folder
        .iter()
        .map(|h| item(state, team, h))
        .collect()
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
    // A tear-line is no evidence, however it came.
    let formal = full
        && holding
            .received
            .as_ref()
            .is_some_and(|r| sharing::admissible(item.kind, r.channel));
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
        received: holding.received.as_ref().map(|r| ReceivedView {
            channel: r.channel,
            round: r.round,
            note: r.note.clone(),
        }),
        shared: state
            .team(team)
            .sendings
            .iter()
            .filter(|s| s.item == holding.item)
            .map(|s| SharedView {
                form: s.form,
                channel: s.channel,
                sent: s.sent,
                arrives: s.arrives,
            })
            .collect(),
        admissible: formal || (own && item.kind == ItemKind::Evidence),
        joint: holding.received.is_some()
            || state
                .team(team)
                .sendings
                .iter()
                .any(|s| s.item == holding.item && s.arrived),
        consent: state.liaison.consents.get(&holding.item).copied(),
        may: if state.phase() == Phase::Planning {
            ConsentMoves {
                ask: consent::may_ask(state, team, holding.item).is_ok(),
                give: consent::may_give(state, team, holding.item, true).is_ok(),
                deny: consent::may_give(state, team, holding.item, false).is_ok(),
            }
        } else {
            ConsentMoves::default()
        },
        ways: if own {
            ways(state, team, item.kind, holding.item)
        } else {
            Vec::new()
        },
    }
}

fn ways(state: &State, team: Team, kind: ItemKind, id: ItemId) -> Vec<Way> {
    let planning = state.phase() == Phase::Planning;
    let way = |form: Form, channel: Channel| Way {
        form,
        channel,
        arrives: if planning {
            sharing::arrival(state, team, id, form, channel)
        } else {
            Err(Refusal::WrongPhase)
        },
        admissible: sharing::admissible(kind, channel),
    };
    Form::ALL
        .iter()
        .flat_map(|form| Channel::ALL.iter().map(|channel| way(*form, *channel)))
        .collect()
}
