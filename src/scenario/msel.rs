//! The master scenario events list and the network's plan: what their files say, and what play uses.
//!
//! An inject has one of four triggers and may ask its teams for a decision (6-doctrine, Exercises:
//! MSEL fields, contingency injects). `network.ron` scripts what the network means to do in which
//! round, and what it does instead once it is alarmed (3-rules, The network).

use std::sync::Arc;

use serde::Deserialize;

use super::file::{ConditionFile, EffectFile};
use super::ids::{PlaceId, StepId, SubjectId};
use super::model::{Condition, Effect};
use super::text::Text;

/// Most options of a decision: more do not fit on the line.
pub const MAX_OPTIONS: usize = 6;

/// What makes an inject go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum TriggerFile {
    /// At the start of the first round in which `when` holds.
    #[default]
    Holds,
    /// Once planning of `round` has run for `minute` wall-clock minutes and `when` holds.
    Timed { round: u8, minute: u8 },
    /// At the start of round `by`, if `when` holds and `expected` does not.
    Contingency { expected: ConditionFile, by: u8 },
    /// Only when the facilitator fires it.
    ByHand,
}

/// What an inject asks of each team that it goes to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Decision")]
pub struct DecisionFile {
    pub options: Vec<OptionFile>,
    /// Rounds of planning in which to decide, that in which it came included.
    #[serde(default = "one")]
    pub rounds: u8,
    /// What is done if nobody decides; without it nothing is.
    pub default: Option<String>,
}

fn one() -> u8 {
    1
}

/// One way to decide.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Option")]
pub struct OptionFile {
    pub id: String,
    pub text: String,
    #[serde(default)]
    pub effects: Vec<EffectFile>,
}

/// `network.ron`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "Network")]
pub struct NetworkFile {
    pub plan: Vec<StepFile>,
    pub reactions: Vec<ReactionFile>,
}

/// One step of the network's plan.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Step")]
pub struct StepFile {
    pub id: String,
    /// It happens at the end of this round.
    pub round: u8,
    pub place: Option<String>,
    /// Whom and what it is about.
    #[serde(default)]
    pub subjects: Vec<String>,
    /// Read at the debrief.
    pub text: String,
    /// It does not happen if this holds then; without it, it does.
    pub unless: Option<ConditionFile>,
    #[serde(default)]
    pub effects: Vec<EffectFile>,
}

/// What the network does once it is alarmed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Reaction")]
pub struct ReactionFile {
    pub id: String,
    /// At the end of the first round in which the alarm is at least this, 1–100.
    pub exposure: u8,
    pub place: Option<String>,
    /// Steps that then do not happen any more.
    #[serde(default)]
    pub cancels: Vec<String>,
    /// Read at the debrief.
    pub text: String,
    #[serde(default)]
    pub effects: Vec<EffectFile>,
}

/// [`TriggerFile`] with its references resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Trigger {
    Holds,
    Timed { round: u8, minute: u8 },
    Contingency { expected: Condition, by: u8 },
    ByHand,
}

/// What makes an inject go, as its author wrote it: for the facilitator, who reads the case's notation.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TriggerWords {
    /// The `when`.
    pub when: Arc<str>,
    /// The `expected` of a contingency.
    pub expected: Option<Arc<str>>,
}

/// A decision asked of each team that the inject goes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decision {
    /// By `OptionId`.
    pub options: Vec<Choice>,
    pub rounds: u8,
    /// Position among `options`.
    pub default: Option<u16>,
}

/// One way to decide.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    pub key: String,
    pub text: Text,
    pub effects: Vec<Effect>,
}

/// What the network means to do, and does instead.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Network {
    /// By `StepId`.
    pub plan: Vec<PlanStep>,
    /// By `ReactionId`.
    pub reactions: Vec<Reaction>,
}

/// One step of the network's plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlanStep {
    pub key: String,
    pub round: u8,
    pub place: Option<PlaceId>,
    pub subjects: Vec<SubjectId>,
    pub text: Text,
    pub unless: Option<Condition>,
    pub effects: Vec<Effect>,
}

/// What the network does once it is alarmed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reaction {
    pub key: String,
    pub exposure: u8,
    pub place: Option<PlaceId>,
    pub cancels: Vec<StepId>,
    pub text: Text,
    pub effects: Vec<Effect>,
}
