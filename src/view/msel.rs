//! The master scenario events list, as the facilitator sees it: what is due, held, skipped and gone.
//!
//! It knows what both teams hold and has no place at a team's seat.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::facilitation::{InsertedView, inserted};
use crate::engine::State;
use crate::engine::rules::injects;
use crate::scenario::Text;
use crate::scenario::file::Cmp;
use crate::scenario::ids::{InjectId, Team};
use crate::scenario::model::Condition;
use crate::scenario::msel::Trigger;
use crate::scenario::words::Delivery;

/// Every inject of the case, by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MselView {
    pub injects: Vec<InjectRow>,
    /// What the facilitator sent that is not on the case's list, oldest first.
    pub inserted: Vec<InsertedView>,
}

/// One inject of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InjectRow {
    pub id: InjectId,
    pub number: u16,
    pub synopsis: Option<Text>,
    pub from: Text,
    pub via: Delivery,
    /// Whose liaison line it reaches.
    pub to: Vec<Team>,
    /// As it goes, or went: the facilitator's words, if they were changed.
    pub text: Text,
    /// The author's words were changed.
    pub edited: bool,
    /// The expected action.
    pub expect: Option<Text>,
    pub trigger: TriggerView,
    /// The round, and the minute of its planning, before which it does not go by itself; for what
    /// waits for a hand there is none.
    pub due: Option<(u8, u8)>,
    pub status: InjectStatus,
    pub decision: Option<AskedView>,
}

/// What makes an inject go. Conditions stand as the author wrote them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TriggerView {
    Holds {
        when: Arc<str>,
    },
    Timed {
        round: u8,
        minute: u8,
        when: Arc<str>,
    },
    Contingency {
        by: u8,
        expected: Arc<str>,
        when: Arc<str>,
    },
    ByHand,
}

/// Where an inject stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum InjectStatus {
    /// Its moment has not come.
    Waiting,
    /// Its moment has come; it goes with the next round, or when the clock runs again.
    Due,
    /// The expected action was seen in time.
    NotNeeded,
    Held,
    Skipped,
    /// It went in this round.
    Fired(u8),
}

/// What an inject asks, and what was decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedView {
    pub options: Vec<Text>,
    /// What is done if nobody decides, among `options`.
    pub default: Option<u16>,
    /// The last round in whose planning it can be decided; `None` before it went.
    pub until: Option<u8>,
    /// By `Team as usize`: the option, and whether nobody decided in time.
    pub chosen: [Option<(u16, bool)>; 2],
}

/// The list, once planning of this round has run for so many seconds.
#[must_use]
pub fn msel(state: &State, second: u32) -> MselView {
    let scenario = state.scenario();
    let timed = injects::due(state, second);
    let mut rows: Vec<InjectRow> = (0u16..)
        .zip(&scenario.injects)
        .map(|(i, _)| row(state, InjectId(i), timed.contains(&InjectId(i))))
        .collect();
    rows.sort_by_key(|r| r.number);
    MselView {
        injects: rows,
        inserted: inserted(state),
    }
}

fn row(state: &State, id: InjectId, timed: bool) -> InjectRow {
    let scenario = state.scenario();
    let inject = scenario.inject(id);
    let standing = &state.plot.injects[id.index()];
    let status = if standing.fired > 0 {
        InjectStatus::Fired(standing.fired)
    } else if standing.skipped {
        InjectStatus::Skipped
    } else if standing.held {
        InjectStatus::Held
    } else if timed || injects::overdue(state, id) {
        InjectStatus::Due
    } else if matches!(inject.trigger, Trigger::Contingency { by, .. } if by <= state.round()) {
        InjectStatus::NotNeeded
    } else {
        InjectStatus::Waiting
    };
    let when = || Arc::clone(&inject.trigger_words.when);
    let (trigger, due) = match &inject.trigger {
        Trigger::Holds => {
            let view = TriggerView::Holds { when: when() };
            (view, Some((earliest(&inject.when), 0)))
        }
        Trigger::Timed { round, minute } => {
            let view = TriggerView::Timed {
                round: *round,
                minute: *minute,
                when: when(),
            };
            (view, Some((*round, *minute)))
        }
        Trigger::Contingency { by, .. } => {
            let expected = inject.trigger_words.expected.clone();
            let view = TriggerView::Contingency {
                by: *by,
                expected: expected.unwrap_or_default(),
                when: when(),
            };
            (view, Some((*by, 0)))
        }
        Trigger::ByHand => (TriggerView::ByHand, None),
    };
    InjectRow {
        id,
        number: inject.number,
        synopsis: inject.synopsis.clone(),
        from: inject.from.clone(),
        via: inject.via,
        to: inject.to.clone(),
        text: inject_text(state, id),
        edited: standing.text.is_some(),
        expect: inject.expect.clone(),
        trigger,
        due,
        status,
        decision: inject.decision.as_ref().map(|d| AskedView {
            options: d.options.iter().map(|o| o.text.clone()).collect(),
            default: d.default,
            until: (standing.fired > 0).then_some(standing.until),
            chosen: standing
                .chosen
                .map(|c| c.map(|c| (c.option.0, c.by_default))),
        }),
    }
}

/// The text as it goes: what the facilitator wrote stands for every language.
pub(super) fn inject_text(state: &State, id: InjectId) -> Text {
    let inject = state.scenario().inject(id);
    match &state.plot.injects[id.index()].text {
        Some(edited) => Text::new(&state.scenario().language, &**edited),
        None => inject.text.clone(),
    }
}

/// The first round in which a condition can hold, as far as it speaks of rounds itself.
fn earliest(condition: &Condition) -> u8 {
    match condition {
        Condition::Round(Cmp::AtLeast(n) | Cmp::Exactly(n)) => (*n).max(1),
        Condition::All(parts) => parts.iter().map(earliest).max().unwrap_or(1),
        Condition::Any(parts) => parts.iter().map(earliest).min().unwrap_or(1),
        _ => 1,
    }
}
