//! The figures that an exercise is measured by: a fold over its events.
//!
//! Each figure is per service where one service's doing makes it, and for both. A figure that nothing was
//! counted for is missing, not nought.
//!
//! | metric | formula | unit, range | source |
//! |---|---|---|---|
//! | `Coverage` | critical items that both could read at the end ÷ critical items that somebody held; of a service: those of its own | %, 0–100 | Stasser and Titus (1985): pooled information |
//! | `Focus` | mentions of what only one service held at the time ÷ all mentions. A mention is: an item shared, named by its number in a message, or newly cited in a joint plan or verdict | %, 0–100 | Lu, Yuan and McLeod (2012): discussion focus |
//! | `SharingDelay` | median, over critical items held, of case minutes from first holding to first sharing; what was never shared waits until the last round's end | minutes, 0– | 3×5×2 practice: timeliness; median because one item kept to the end says little of the others |
//! | `RightWay` | items shared in the form and by the channel that fit ÷ items shared: in full unless the handling code forbids it; evidence by mutual legal assistance (too), intelligence by a police channel; information graded E with a note | %, 0–100 | UNTOC Art. 18 and 27; 3×5×2 handling |
//! | `OverSharing` | times that more arrived in a round than a desk reads, or doubtful information without a word | count, 0– | rules of sharing |
//! | `Breaches` | uses of the partner's items without consent | count, 0– | third-party rule |
//! | `DuplicatedWork` | pairs of tasks of both services on the same, not deconflicted | count, 0– | event and target deconfliction |
//! | `ExposureCaused` | sum of rises of the network's alarm through a service's tasks and decisions; for both with meetings and operations | points, 0– | rules of exposure |
//! | `RequestsAnswered` | requests of the partner answered ÷ received | %, 0–100 | UNTOC Art. 27 |
//! | `FirstTheory`, `Verdict` | right answers (offence, questions, persons) ÷ all | %, 0–100 | Stasser and Titus (1985): choice before and after discussion |
//! | `Calibration` | (confidence − share right)², of the first theory by service and of the verdict for both | points of 100, 0–100 | Brier (1950) |
//! | `QuestionMix` | open, probing and appropriate closed questions ÷ all questions | %, 0–100 | Griffiths Question Map |
//! | `Sensitivity`, `Bias` | d′ = z(H) − z(FA), c = −½[z(H) + z(FA)], log-linear corrected, over all lines together | hundredths of a standard deviation | Hautus (1995); see `engine::encounter::line` |
//! | `WelfareLost` | welfare at the start less welfare at the end, over people at risk | points, 0– | rules of the network |

mod discussion;
mod fold;
mod judged;
mod skills;
mod told;

use serde::{Deserialize, Serialize};

use crate::scenario::ids::Team;
use crate::scenario::words::Metric;

pub use fold::Fold;
pub use told::told;

/// A figure, exact to the thousandth of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Figure {
    /// Thousandths of the metric's unit.
    pub thousandths: i64,
    /// For a share: so many of so many.
    pub counted: Option<(u32, u32)>,
}

impl Figure {
    /// A count, in whole units.
    #[must_use]
    pub fn whole(n: u32) -> Self {
        Self {
            thousandths: i64::from(n) * 1_000,
            counted: None,
        }
    }

    /// A share in per cent; nothing of nothing.
    #[must_use]
    pub fn share(of: u32, all: u32) -> Option<Self> {
        let thousandths = (i64::from(of) * 100_000).checked_div(i64::from(all))?;
        Some(Self {
            thousandths,
            counted: Some((of, all)),
        })
    }

    /// A real number in the metric's unit.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "figures are small; what is no number becomes nought"
    )]
    pub fn real(value: f64) -> Self {
        Self {
            thousandths: (value * 1_000.0).round() as i64,
            counted: None,
        }
    }

    /// In the metric's unit.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "figures stay far below 2^52")]
    pub fn value(self) -> f64 {
        self.thousandths as f64 / 1_000.0
    }
}

/// One metric of an exercise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    pub metric: Metric,
    /// By `Team as usize`.
    pub teams: [Option<Figure>; 2],
    pub both: Option<Figure>,
}

impl Measured {
    /// The figure of a service, or of both.
    #[must_use]
    pub fn of(&self, team: Option<Team>) -> Option<Figure> {
        team.map_or(self.both, |team| self.teams[team.index()])
    }
}

/// In what a metric is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Percent,
    Minutes,
    Count,
    Points,
    /// Hundredths of a standard deviation.
    Hundredths,
}

/// The metric's unit.
#[must_use]
pub fn unit(metric: Metric) -> Unit {
    match metric {
        Metric::Coverage
        | Metric::Focus
        | Metric::RightWay
        | Metric::RequestsAnswered
        | Metric::FirstTheory
        | Metric::Verdict
        | Metric::QuestionMix => Unit::Percent,
        Metric::SharingDelay => Unit::Minutes,
        Metric::OverSharing | Metric::Breaches | Metric::DuplicatedWork => Unit::Count,
        Metric::ExposureCaused | Metric::Calibration | Metric::WelfareLost => Unit::Points,
        Metric::Sensitivity | Metric::Bias => Unit::Hundredths,
    }
}

/// Is more of it better? `None`: neither, it leans.
#[must_use]
pub fn more_is_better(metric: Metric) -> Option<bool> {
    match metric {
        Metric::Bias => None,
        Metric::Coverage
        | Metric::Focus
        | Metric::RightWay
        | Metric::RequestsAnswered
        | Metric::FirstTheory
        | Metric::Verdict
        | Metric::QuestionMix
        | Metric::Sensitivity => Some(true),
        Metric::SharingDelay
        | Metric::OverSharing
        | Metric::Breaches
        | Metric::DuplicatedWork
        | Metric::ExposureCaused
        | Metric::Calibration
        | Metric::WelfareLost => Some(false),
    }
}
