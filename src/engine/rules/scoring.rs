//! What an exercise came to: outcome, points with their reasons, and calibration.
//!
//! Confidence counts: sure and wrong costs most (3-rules, Theory and verdict). The penalty is the
//! Brier score of the verdict's stated confidence against the share of it that is right, on a scale
//! of [`CALIBRATION_POINTS`]. An exercise that ends without a verdict pays all of them: letting the
//! time run out is never cheaper than the verdict that would have been signed.

use crate::engine::condition::holds;
use crate::engine::state::{Phase, State};
use crate::engine::theory::Theory;
use crate::scenario::Scenario;
use crate::scenario::ids::CriterionId;
use crate::scenario::words::Outcome;

/// Points that a wholly wrong verdict given with full confidence costs, and none at all.
pub const CALIBRATION_POINTS: u8 = 20;

/// The result of an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// Everything, a part, or not enough.
    pub outcome: Outcome,
    /// 0–100: points met of all points, less the calibration penalty.
    pub score: u8,
    /// Each criterion of the case and whether it was met.
    pub criteria: Vec<(CriterionId, bool)>,
    /// How sure the verdict was, against how right.
    pub calibration: Calibration,
    /// Welfare lost by people at risk, summed.
    pub welfare_loss: u16,
}

/// How sure the verdict was, against how right it was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    /// Right answers: offence, questions, persons.
    pub right: u8,
    /// Of so many.
    pub of: u8,
    /// As stated, per cent; 0 without a verdict.
    pub confidence: u8,
    /// Points taken off.
    pub penalty: u8,
}

/// Scores the state; meant for the end, harmless before.
#[must_use]
pub fn score(state: &State) -> Score {
    let scenario = &state.scenario;
    let criteria: Vec<_> = scenario
        .criteria()
        .map(|c| (c.id, c.points, holds(state, &c.when)))
        .collect();
    let all: u32 = criteria.iter().map(|(_, p, _)| u32::from(*p)).sum();
    let met: u32 = criteria
        .iter()
        .filter(|(_, _, m)| *m)
        .map(|(_, p, _)| u32::from(*p))
        .sum();
    let calibration = calibration(state);
    let share = (met * 100).checked_div(all).unwrap_or(0);
    let score = share.saturating_sub(u32::from(calibration.penalty));
    let outcome = if holds(state, &scenario.theory.full) {
        Outcome::Full
    } else if holds(state, &scenario.theory.partial) {
        Outcome::Partial
    } else {
        Outcome::Failed
    };
    Score {
        outcome,
        score: u8::try_from(score.min(100)).unwrap_or(100),
        criteria: criteria.into_iter().map(|(id, _, met)| (id, met)).collect(),
        calibration,
        welfare_loss: welfare_loss(state),
    }
}

/// Welfare at the start less welfare now, summed over people at risk.
#[must_use]
pub fn welfare_loss(state: &State) -> u16 {
    let people = state.scenario.people.iter().zip(&state.welfare);
    people
        .map(|(p, w)| u16::from(p.welfare.saturating_sub(*w)))
        .sum()
}

/// So many of so many answers of a theory are right: the offence, the questions, the persons.
#[must_use]
pub fn right(scenario: &Scenario, theory: &Theory) -> (u8, u8) {
    let offence = theory.offence == Some(scenario.theory.offence);
    let answers = scenario.theory.questions.iter().zip(&theory.answers);
    let people = scenario.people.iter().zip(&theory.people);
    let right = usize::from(offence)
        + answers.filter(|(q, a)| **a == Some(q.truth)).count()
        + people.filter(|(p, s)| p.truth == **s).count();
    let of = 1 + scenario.theory.questions.len() + scenario.people.len();
    let narrow = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    (narrow(right), narrow(of))
}

fn calibration(state: &State) -> Calibration {
    let Some(verdict) = &state.verdict else {
        let over = state.phase == Phase::Debrief;
        return Calibration {
            penalty: if over { CALIBRATION_POINTS } else { 0 },
            ..Calibration::default()
        };
    };
    let (right, of) = right(&state.scenario, verdict);
    // Integers only: hundredths squared.
    let share = usize::from(right) * 100 / usize::from(of).max(1);
    let gap = share.abs_diff(usize::from(verdict.confidence));
    let penalty = usize::from(CALIBRATION_POINTS) * gap * gap / 10_000;
    Calibration {
        right,
        of,
        confidence: verdict.confidence,
        penalty: u8::try_from(penalty).unwrap_or(u8::MAX),
    }
}
