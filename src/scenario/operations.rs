//! Joint operations: what `operations.ron` says, and what play uses.
//!
//! A template says what a plan contains: objective, places, start, officers by role, risks and a
//! contingency (3-rules, Operations). What is true of it (places, rounds, hours, which risks are real)
//! is the key, and never in a team's view before the debrief.

use serde::Deserialize;

use super::file::{ConditionFile, EffectFile};
use super::ids::{AuthorityId, ItemId, PlaceId, Team};
use super::model::{Condition, Effect};
use super::text::Text;
use super::words::{OpRole, OperationKind};

/// `operations.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Operation")]
pub struct OperationFile {
    pub id: String,
    pub kind: OperationKind,
    pub title: String,
    /// What it is for.
    pub detail: String,
    /// While this holds both teams may plan it.
    #[serde(default)]
    pub needs: ConditionFile,
    pub objectives: Vec<AimFile>,
    /// Places among which North's side of a plan chooses; empty if North goes nowhere.
    #[serde(default)]
    pub north_places: Vec<String>,
    #[serde(default)]
    pub south_places: Vec<String>,
    /// Authorities of which North's side of a plan names one; empty if its law asks for none.
    #[serde(default)]
    pub north_basis: Vec<String>,
    #[serde(default)]
    pub south_basis: Vec<String>,
    pub roles: Vec<FillFile>,
    #[serde(default)]
    pub risks: Vec<RiskFile>,
    #[serde(default)]
    pub contingencies: Vec<ContingencyFile>,
    /// Items of which one, cited, shows that place and time rest on something; told at the debrief.
    #[serde(default)]
    pub evidence: Vec<String>,
    pub truth: KeyFile,
    /// Chance of success in per cent with everything prepared and an unsuspecting network.
    pub odds: u8,
    #[serde(default)]
    pub success: Vec<EffectFile>,
    pub success_text: String,
    #[serde(default)]
    pub failure: Vec<EffectFile>,
    pub failure_text: String,
    /// When an objective was run that leaves people in danger.
    #[serde(default)]
    pub danger: Vec<EffectFile>,
    pub danger_text: Option<String>,
}

/// What an operation can be to come to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Objective")]
pub struct AimFile {
    pub id: String,
    pub text: String,
    /// It leaves people at risk in danger in order to follow them: never a success.
    #[serde(default)]
    pub leaves_in_danger: bool,
}

/// How many officers of each side a role takes.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Fill")]
pub struct FillFile {
    pub role: OpRole,
    #[serde(default)]
    pub north: u8,
    #[serde(default)]
    pub south: u8,
}

/// Something that could go wrong.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Risk")]
pub struct RiskFile {
    pub id: String,
    pub text: String,
    /// It is really there, so a plan that does not name it has worse odds.
    #[serde(default)]
    pub real: bool,
}

/// What is done if it goes another way.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Contingency")]
pub struct ContingencyFile {
    pub id: String,
    pub text: String,
    /// It answers what has come about if this holds when the operation is carried out.
    #[serde(default)]
    pub covers: ConditionFile,
}

/// Where and when an operation succeeds.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Truth")]
pub struct KeyFile {
    pub north: Option<String>,
    pub south: Option<String>,
    /// First and last round.
    pub rounds: (u8, u8),
    /// Not before this local time of North, `HH:MM`; with `to` before it, over midnight.
    pub from: Option<String>,
    pub to: Option<String>,
}

/// A joint operation that the case offers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Operation {
    pub key: String,
    pub kind: OperationKind,
    pub title: Text,
    pub detail: Text,
    pub needs: Condition,
    /// By `AimId`.
    pub objectives: Vec<Aim>,
    /// By `Team as usize`: where each side may go.
    pub places: [Vec<PlaceId>; 2],
    /// By `Team as usize`: authorities of that team, any of which will do; empty if none is needed.
    pub basis: [Vec<AuthorityId>; 2],
    pub roles: Vec<Fill>,
    /// By `RiskId`.
    pub risks: Vec<KnownRisk>,
    /// By `ContingencyId`.
    pub contingencies: Vec<Contingency>,
    pub evidence: Vec<ItemId>,
    pub truth: Key,
    /// Per cent.
    pub odds: u8,
    pub success: Vec<Effect>,
    pub success_text: Text,
    pub failure: Vec<Effect>,
    pub failure_text: Text,
    pub danger: Vec<Effect>,
    pub danger_text: Option<Text>,
}

/// [`AimFile`] in every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Aim {
    pub key: String,
    pub text: Text,
    pub leaves_in_danger: bool,
}

/// Officers that a role takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    pub role: OpRole,
    /// By `Team as usize`.
    pub officers: [u8; 2],
}

/// [`RiskFile`] in every language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct KnownRisk {
    pub key: String,
    pub text: Text,
    pub real: bool,
}

/// [`ContingencyFile`] with its condition resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Contingency {
    pub key: String,
    pub text: Text,
    pub covers: Condition,
}

/// [`KeyFile`] with its places resolved.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// By `Team as usize`; none where the side goes nowhere.
    pub places: [Option<PlaceId>; 2],
    /// First and last round.
    pub rounds: (u8, u8),
    /// Minutes after North's midnight, from and to, both included; over midnight if `to` is less.
    pub hours: Option<(u16, u16)>,
}

impl Operation {
    /// Officers of this side that all roles take together.
    #[must_use]
    pub fn officers(&self, team: Team) -> u16 {
        let of = |f: &Fill| u16::from(f.officers[team.index()]);
        self.roles.iter().map(of).sum()
    }

    /// Every effect that it can have.
    pub fn effects(&self) -> impl Iterator<Item = &Effect> {
        let well = self.success.iter().chain(&self.failure);
        well.chain(&self.danger)
    }

    /// What both teams read when it ends so.
    #[must_use]
    pub fn text(&self, outcome: super::words::OpOutcome) -> &Text {
        use super::words::OpOutcome as O;
        match outcome {
            O::Success => &self.success_text,
            O::Failure => &self.failure_text,
            O::Danger => self.danger_text.as_ref().unwrap_or(&self.failure_text),
        }
    }
}
