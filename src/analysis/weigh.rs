//! From pairs of exercises to a change's effect.

use super::answer::{Came, Changed, Outcomes, Verdict};
use super::interval::{Estimate, Pairs, mean, paired_proportions, proportion};
use super::moment::Moment;
use super::run::Pair;
use crate::scenario::words::Outcome;

/// What the change made of it in these pairs.
pub(super) fn weigh(moment: &Moment, pairs: &[Pair]) -> Changed {
    let differ = count(pairs, |[a, b]| a != b);
    let score = difference(pairs, |c| f64::from(c.score));
    let verdict = if differ == 0 {
        Verdict::NothingChanged
    } else if score.low > 0.0 {
        Verdict::Better
    } else if score.high < 0.0 {
        Verdict::Worse
    } else {
        Verdict::NoDifference
    };
    Changed {
        change: moment.change,
        team: moment.team,
        round: moment.state.round().max(1),
        entry: u32::try_from(moment.entry).unwrap_or(u32::MAX),
        runs: count(pairs, |_| true),
        differ,
        without: outcomes(pairs, 0),
        with: outcomes(pairs, 1),
        full: full(pairs),
        score,
        welfare_loss: difference(pairs, |c| f64::from(c.welfare_loss)),
        verdict,
        habits: moment.habits.clone(),
    }
}

fn count(pairs: &[Pair], is: impl Fn(&Pair) -> bool) -> u32 {
    u32::try_from(pairs.iter().filter(|p| is(p)).count()).unwrap_or(u32::MAX)
}

fn outcomes(pairs: &[Pair], side: usize) -> Outcomes {
    let of = |outcome: Outcome| {
        let k = count(pairs, |p| p[side].outcome == outcome);
        proportion(k, count(pairs, |_| true))
    };
    let values =
        |value: fn(&Came) -> f64| -> Vec<f64> { pairs.iter().map(|p| value(&p[side])).collect() };
    Outcomes {
        outcomes: [Outcome::Full, Outcome::Partial, Outcome::Failed].map(of),
        score: mean(&values(|c| f64::from(c.score))),
        welfare_loss: mean(&values(|c| f64::from(c.welfare_loss))),
    }
}

fn difference(pairs: &[Pair], value: impl Fn(&Came) -> f64) -> Estimate {
    let differences = pairs.iter().map(|[a, b]| value(b) - value(a));
    mean(&differences.collect::<Vec<f64>>())
}

fn full(pairs: &[Pair]) -> Estimate {
    let cell = |a: bool, b: bool| {
        let is = |c: &Came| c.outcome == Outcome::Full;
        count(pairs, |[without, with]| (is(without), is(with)) == (a, b))
    };
    paired_proportions(Pairs {
        both: cell(true, true),
        with: cell(false, true),
        without: cell(true, false),
        neither: cell(false, false),
    })
}
