//! The evaluation guide: what `evaluation.ron` says, and what the debrief rates by.
//!
//! Objective → capability → critical task, each with what an evaluator can observe (6-doctrine, Exercises:
//! HSEEP exercise evaluation guide). What was observed makes the program's proposal, which a person
//! confirms or changes; see [`crate::report::proposal`].

use serde::Deserialize;

use super::file::ConditionFile;
use super::ids::{CriticalTaskId, Team};
use super::model::Condition;
use super::text::Text;
use super::words::Metric;

/// `evaluation.ron`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Capability")]
pub struct CapabilityFile {
    pub id: String,
    /// The objective that it serves.
    pub objective: String,
    pub text: String,
    /// What is aimed at, so that everybody can tell whether it was reached.
    pub target: String,
    pub tasks: Vec<CriticalTaskFile>,
}

/// What has to be done so that the capability's target is met.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "CriticalTask")]
pub struct CriticalTaskFile {
    pub id: String,
    pub text: String,
    /// Whose task it is; both services' if nothing is said.
    pub team: Option<Team>,
    /// All of it observed: the task is achieved. Otherwise U.
    pub achieved: Vec<ObservableFile>,
    /// All of it observed: nothing could be smoother, P. Otherwise S.
    #[serde(default)]
    pub smooth: Vec<ObservableFile>,
    /// Any of it observed: other work was harmed, M.
    #[serde(default)]
    pub harmed: Vec<ObservableFile>,
    /// Any of it observed: a critical error, never better than M.
    #[serde(default)]
    pub critical: Vec<ObservableFile>,
}

/// Something observable: by a condition, by a metric, or (neither is given) by an evaluator's eye.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Observable")]
pub struct ObservableFile {
    pub text: String,
    pub when: Option<ConditionFile>,
    pub metric: Option<BoundFile>,
}

/// A bound of a metric, in its unit.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Bound")]
pub struct BoundFile {
    pub of: Metric,
    pub is: Limit,
}

/// Between what a metric has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
pub enum Limit {
    AtLeast(i16),
    AtMost(i16),
}

impl Limit {
    /// The number that it says, in the metric's unit.
    #[must_use]
    pub fn number(self) -> i16 {
        match self {
            Limit::AtLeast(x) | Limit::AtMost(x) => x,
        }
    }

    /// Does `value` satisfy it?
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        match self {
            Limit::AtLeast(x) => value >= f64::from(x),
            Limit::AtMost(x) => value <= f64::from(x),
        }
    }
}

/// Between which numbers a bound of the metric makes sense, in its unit.
#[must_use]
pub fn range(metric: Metric) -> (i16, i16) {
    match metric {
        Metric::Coverage
        | Metric::Focus
        | Metric::RightWay
        | Metric::RequestsAnswered
        | Metric::FirstTheory
        | Metric::Verdict
        | Metric::Calibration
        | Metric::QuestionMix => (0, 100),
        Metric::SharingDelay => (0, i16::MAX),
        Metric::OverSharing
        | Metric::Breaches
        | Metric::DuplicatedWork
        | Metric::ExposureCaused
        | Metric::WelfareLost => (0, 999),
        // What the log-linear correction leaves of a perfect line, with room to spare.
        Metric::Sensitivity => (-600, 600),
        Metric::Bias => (-300, 300),
    }
}

/// A capability that serves an objective.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Capability {
    /// The author's id.
    pub key: String,
    /// Which objective of the case.
    pub objective: usize,
    pub text: Text,
    pub target: Text,
    pub tasks: Vec<CriticalTask>,
}

/// A task that is rated.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CriticalTask {
    /// The author's id.
    pub key: String,
    pub id: CriticalTaskId,
    pub text: Text,
    /// Whose it is; `None`: both services'.
    pub team: Option<Team>,
    /// In the order of [`Part::ALL`], and in each as written.
    pub observables: Vec<Observable>,
}

/// What an observable speaks for.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, Deserialize,
)]
pub enum Part {
    /// Without it, U.
    Achieved,
    /// Without it, S.
    Smooth,
    /// With it, M.
    Harmed,
    /// With it, never better than M.
    Critical,
}

impl Part {
    /// Every part, as written in a critical task.
    pub const ALL: [Part; 4] = [Part::Achieved, Part::Smooth, Part::Harmed, Part::Critical];

    /// Its field in the file.
    #[must_use]
    pub fn field(self) -> &'static str {
        match self {
            Part::Achieved => "achieved",
            Part::Smooth => "smooth",
            Part::Harmed => "harmed",
            Part::Critical => "critical",
        }
    }
}

impl CriticalTaskFile {
    /// What can be observed for this part.
    #[must_use]
    pub fn part(&self, part: Part) -> &[ObservableFile] {
        match part {
            Part::Achieved => &self.achieved,
            Part::Smooth => &self.smooth,
            Part::Harmed => &self.harmed,
            Part::Critical => &self.critical,
        }
    }
}

/// Something observable.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Observable {
    pub part: Part,
    pub text: Text,
    pub by: Eye,
}

/// How it is observed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Eye {
    /// The condition holds at the end.
    When(Condition),
    /// The metric is within the limit: the team's whose task it is, or that of both.
    Measured(Metric, Limit),
    /// An evaluator sees it; the program does not say.
    Judged,
}
