//! What is estimated from simulated exercises, each with the interval in which it lies with 95 %
//! confidence.
//!
//! - A proportion: Wilson's score interval ([`wilson`]). It is
//!   never empty, not even where all or none came out so.
//! - The difference of two proportions of the same exercises with and without something: method 10 of
//!   Newcombe 1998, *Improved confidence intervals for the difference between binomial proportions based on
//!   paired data*, Statistics in Medicine 17, 2635–2650. It needs no pair to differ, and stays within −1 and 1.
//! - The difference of the means of two lists: Welch's interval (Welch 1947), with the degrees of freedom after
//!   Satterthwaite, rounded down.
//! - A mean, and the mean of paired differences: Student's t. Where every exercise came to the same, it is a
//!   point: what was seen speaks for nothing else. What was not seen in n exercises can still happen in up to
//!   about 3 of n (Hanley and Lippman-Hand 1983); such an interval does not say so.

use serde::{Deserialize, Serialize};

use crate::engine::encounter::line::signal::{NINETY_FIVE, wilson};

/// An estimate and its 95 % interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    pub value: f64,
    pub low: f64,
    pub high: f64,
}

impl Estimate {
    /// Could it be nothing?
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }
}

/// A proportion: `k` of `n`. Of nothing, anything is possible.
#[must_use]
pub fn proportion(k: u32, n: u32) -> Estimate {
    let (low, high) = wilson(k.min(n), n);
    Estimate {
        value: f64::from(k.min(n)) / f64::from(n.max(1)),
        low,
        high,
    }
}

/// Pairs of the same exercise with and without something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// It came about in both.
    pub both: u32,
    /// Only with it.
    pub with: u32,
    /// Only without it.
    pub without: u32,
    pub neither: u32,
}

/// How much oftener it came about with than without.
#[must_use]
pub fn paired_proportions(pairs: Pairs) -> Estimate {
    let [e, f, g, h] = [pairs.both, pairs.with, pairs.without, pairs.neither].map(f64::from);
    let n = pairs.both + pairs.with + pairs.without + pairs.neither;
    if n == 0 {
        return Estimate {
            value: 0.0,
            low: -1.0,
            high: 1.0,
        };
    }
    let first = proportion(pairs.both + pairs.with, n);
    let second = proportion(pairs.both + pairs.without, n);
    let marginals = (e + f) * (g + h) * (e + g) * (f + h);
    // Correlation of the two, with Newcombe's continuity correction where it is positive.
    let cross = e * h - f * g;
    let cross = if cross > 0.0 {
        (cross - f64::from(n) / 2.0).max(0.0)
    } else {
        cross
    };
    let phi = if marginals > 0.0 {
        cross / marginals.sqrt()
    } else {
        0.0
    };
    let square = |a: f64, b: f64| (a * a - 2.0 * phi * a * b + b * b).max(0.0).sqrt();
    let value = first.value - second.value;
    let down = square(first.value - first.low, second.high - second.value);
    let up = square(second.value - second.low, first.high - first.value);
    Estimate {
        value,
        low: (value - down).max(-1.0),
        high: (value + up).min(1.0),
    }
}

/// The mean of these. Of fewer than two nothing is known but their mean.
#[must_use]
pub fn mean(values: &[f64]) -> Estimate {
    let n = u32::try_from(values.len()).unwrap_or(u32::MAX);
    if n == 0 {
        return Estimate::default();
    }
    let all = f64::from(n);
    let value = values.iter().sum::<f64>() / all;
    if n == 1 {
        return Estimate {
            value,
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
        };
    }
    let squares: f64 = values.iter().map(|v| (v - value) * (v - value)).sum();
    let half = student(n - 1) * (squares / (all - 1.0) / all).sqrt();
    Estimate {
        value,
        low: value - half,
        high: value + half,
    }
}

/// How much higher the mean of `late` is than that of `early`. With fewer than two of either nothing is known
/// but the difference.
#[must_use]
pub fn difference(late: &[f64], early: &[f64]) -> Estimate {
    let [(m, a), (k, b)] = [late, early].map(spread);
    let value = m - k;
    let (Some((va, da)), Some((vb, db))) = (a, b) else {
        return Estimate {
            value,
            low: f64::NEG_INFINITY,
            high: f64::INFINITY,
        };
    };
    let both = va + vb;
    let half = if both > 0.0 {
        let freedom = both * both / (va * va / da + vb * vb / db);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at least one, and at most the sum of two small counts"
        )]
        let freedom = freedom.max(1.0) as u32;
        student(freedom) * both.sqrt()
    } else {
        0.0
    };
    Estimate {
        value,
        low: value - half,
        high: value + half,
    }
}

/// The mean, and the variance of the mean with its degrees of freedom.
fn spread(values: &[f64]) -> (f64, Option<(f64, f64)>) {
    let n = f64::from(u32::try_from(values.len()).unwrap_or(u32::MAX));
    let mean = values.iter().sum::<f64>() / n.max(1.0);
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    let known = n >= 2.0;
    (mean, known.then(|| (squares / (n - 1.0) / n, n - 1.0)))
}

/// The 0.975 quantile of Student's t with so many degrees of freedom: tabled where there are few, then by
/// the expansion in Abramowitz and Stegun 26.7.5.
fn student(freedom: u32) -> f64 {
    const FEW: [f64; 6] = [12.706_2, 4.302_7, 3.182_4, 2.776_4, 2.570_6, 2.446_9];
    let few = usize::try_from(freedom).ok().and_then(|n| n.checked_sub(1));
    if let Some(tabled) = few.and_then(|n| FEW.get(n)) {
        return *tabled;
    }
    let (v, x) = (f64::from(freedom), NINETY_FIVE);
    let (x3, x5, x7, x9) = (x.powi(3), x.powi(5), x.powi(7), x.powi(9));
    x + (x3 + x) / (4.0 * v)
        + (5.0 * x5 + 16.0 * x3 + 3.0 * x) / (96.0 * v * v)
        + (3.0 * x7 + 19.0 * x5 + 17.0 * x3 - 15.0 * x) / (384.0 * v.powi(3))
        + (79.0 * x9 + 776.0 * x7 + 1_482.0 * x5 - 1_920.0 * x3 - 945.0 * x)
            / (92_160.0 * v.powi(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(estimate: Estimate, low: f64, high: f64, digits: f64) {
        let near = |a: f64, b: f64| (a - b).abs() <= digits / 2.0;
        assert!(
            near(estimate.low, low) && near(estimate.high, high),
            "{estimate:?} is not {low} to {high}"
        );
    }

    #[test]
    fn wilson_gives_the_published_intervals() {
        // Newcombe 1998, Two-sided confidence intervals for the single proportion, table I, method 3.
        is(proportion(81, 263), 0.2553, 0.3662, 1e-4);
        is(proportion(15, 148), 0.0624, 0.1605, 1e-4);
        is(proportion(0, 20), 0.0, 0.1611, 1e-4);
        is(proportion(1, 29), 0.0061, 0.1718, 1e-4);
        assert_eq!(proportion(20, 20).high, 1.0);
        assert_eq!(proportion(0, 0).high, 1.0);
    }

    #[test]
    fn paired_differences_give_the_published_intervals() {
        let of = |both, with, without, neither| {
            paired_proportions(Pairs {
                both,
                with,
                without,
                neither,
            })
        };
        // Newcombe 1998, paired data, table III, method 10.
        is(of(36, 12, 2, 0), 0.0569, 0.3404, 1e-4);
        is(of(20, 12, 2, 16), 0.0562, 0.3292, 1e-4);
        // Altman and others 2000, Statistics with Confidence, table 6.2.
        is(of(14, 5, 0, 22), 0.011, 0.226, 1e-3);
        // Fagerland, Lydersen and Laake 2014: airway reactivity before and after a transplantation.
        is(of(1, 1, 7, 12), -0.507, -0.026, 1e-3);
    }

    #[test]
    fn no_pair_that_differs_is_no_difference_and_not_certainty() {
        for (both, neither) in [(0, 200), (200, 0), (90, 110)] {
            let pairs = Pairs {
                both,
                neither,
                ..Pairs::default()
            };
            let none = paired_proportions(pairs);
            assert_eq!(none.value, 0.0);
            assert!(none.low < 0.0 && none.high > 0.0, "{none:?}");
        }
        let all = Pairs {
            with: 50,
            ..Pairs::default()
        };
        let all = paired_proportions(all);
        assert!(
            all.value == 1.0 && all.high == 1.0 && all.low > 0.85,
            "{all:?}"
        );
    }

    #[test]
    fn means_of_two_lists_differ_as_welch_says() {
        // Variances 2.5 and 10 of five each: t = 3 / √(0.5 + 2) = 1.897; ν = 2.5² / (0.5²/4 + 2²/4) = 5.88, so 5
        // degrees of freedom, 2.5706.
        let late = [4.0, 5.0, 6.0, 7.0, 8.0];
        let early = [-1.0, 1.0, 3.0, 5.0, 7.0];
        is(
            difference(&late, &early),
            3.0 - 2.5706 * 2.5f64.sqrt(),
            3.0 + 2.5706 * 2.5f64.sqrt(),
            1e-3,
        );
        let one = difference(&[5.0], &early);
        assert!(one.low.is_infinite() && one.high.is_infinite());
        let same = difference(&[2.0, 2.0], &[1.0, 1.0]);
        assert_eq!((same.value, same.low, same.high), (1.0, 1.0, 1.0));
    }

    #[test]
    fn student_is_wider_the_less_was_seen_and_a_point_where_all_came_to_the_same() {
        // Quantiles as tabled everywhere.
        for (freedom, t) in [
            (1, 12.706),
            (6, 2.447),
            (7, 2.365),
            (10, 2.228),
            (30, 2.042),
            (199, 1.972),
        ] {
            assert!((student(freedom) - t).abs() < 1e-3, "{freedom}");
        }
        // Student 1908: additional sleep under two drugs, paired differences.
        let sleep = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4];
        is(mean(&sleep), 0.7001, 2.4599, 1e-4);
        let same = mean(&[5.0; 20]);
        assert_eq!((same.low, same.value, same.high), (5.0, 5.0, 5.0));
        assert!(mean(&[3.0]).contains(100.0));
    }
}
