//! Signal detection and proportions.
//!
//! A *signal* is a traveller who ought to be referred, *noise* one who merely passes. Hits are signals that
//! were referred; false alarms are noise that was.

use super::normal::z;

/// How often signals and noise were referred.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Detection {
    pub signals: u32,
    pub hits: u32,
    pub noise: u32,
    pub false_alarms: u32,
}

impl Detection {
    /// The share of signals that were referred, corrected: (hits + ½) / (n + 1), between 0 and 1.
    ///
    /// The log-linear correction keeps z finite where everybody or nobody was referred. Hautus (1995),
    /// *Behavior Research Methods, Instruments, & Computers* 27(1), 46–51.
    #[must_use]
    pub fn hit_rate(&self) -> f64 {
        corrected(self.hits, self.signals)
    }

    /// The share of noise that was referred, corrected alike.
    #[must_use]
    pub fn false_alarm_rate(&self) -> f64 {
        corrected(self.false_alarms, self.noise)
    }

    /// d′ = z(H) − z(FA): how well signals are told from noise, in standard deviations. 0 is chance, 1 fair,
    /// over 2 good; below 0 worse than chance. Nothing if there was no signal or no noise.
    ///
    /// Green and Swets (1966); Stanislaw and Todorov (1999), *Behavior Research Methods, Instruments, &
    /// Computers* 31(1), 137–149.
    #[must_use]
    pub fn d_prime(&self) -> Option<f64> {
        self.both().map(|(hits, alarms)| z(hits) - z(alarms))
    }

    /// c = −½ [z(H) + z(FA)]: which way the officer leans, in standard deviations. 0 is neither; below 0
    /// refers too readily, above 0 too seldom. Nothing as with [`Self::d_prime`]. Sources as there.
    #[must_use]
    pub fn criterion(&self) -> Option<f64> {
        self.both()
            .map(|(hits, alarms)| -0.5 * (z(hits) + z(alarms)))
    }

    /// The standard error of d′: √[H(1−H)/(n φ(z(H))²) + F(1−F)/(m φ(z(F))²)], of corrected rates. Gourevitch
    /// and Galanter (1967), *Psychometrika* 32(1), 25–33.
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        let (hits, alarms) = self.both()?;
        let part = |rate: f64, n: u32| {
            let density = (-0.5 * z(rate).powi(2)).exp() / (2.0 * std::f64::consts::PI).sqrt();
            rate * (1.0 - rate) / (f64::from(n) * density.powi(2))
        };
        Some((part(hits, self.signals) + part(alarms, self.noise)).sqrt())
    }

    /// The 95 % interval of d′: d′ ± 1.96 standard errors. A line of a dozen tells little, and this says how
    /// little. Nothing as with [`Self::d_prime`].
    #[must_use]
    pub fn interval(&self) -> Option<(f64, f64)> {
        let (d, error) = (self.d_prime()?, self.error()?);
        Some((d - NINETY_FIVE * error, d + NINETY_FIVE * error))
    }

    /// Was somebody referred and somebody not? Whoever treats all alike tells nobody from anybody: what d′
    /// comes to then is the correction, and how many there were of each (6-doctrine, Behavioural assessment).
    #[must_use]
    pub fn told_apart(&self) -> bool {
        let referred = self.hits + self.false_alarms;
        referred > 0 && referred < self.signals + self.noise
    }

    fn both(&self) -> Option<(f64, f64)> {
        let there = self.signals > 0 && self.noise > 0;
        there.then(|| (self.hit_rate(), self.false_alarm_rate()))
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            signals: self.signals + other.signals,
            hits: self.hits + other.hits,
            noise: self.noise + other.noise,
            false_alarms: self.false_alarms + other.false_alarms,
        }
    }
}

fn corrected(of: u32, n: u32) -> f64 {
    (f64::from(of) + 0.5) / (f64::from(n) + 1.0)
}

/// Standard deviations within which 95 % of a normal distribution lie.
pub const NINETY_FIVE: f64 = 1.959_963_984_540_054;

/// The 95 % interval of a share, from 0 to 1, after Wilson (1927), *Journal of the American Statistical
/// Association* 22(158), 209–212; it holds for small numbers too (Brown, Cai and DasGupta 2001, *Statistical
/// Science* 16(2), 101–133). From 0 to 1 where there is nothing to count.
#[must_use]
pub fn wilson(of: u32, n: u32) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    let (n, z2) = (f64::from(n), NINETY_FIVE * NINETY_FIVE);
    let share = f64::from(of) / n;
    let middle = (share + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half =
        NINETY_FIVE / (1.0 + z2 / n) * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    // At the ends the bounds are 0 and 1 exactly, whatever rounding makes of them.
    let low = if of == 0 { 0.0 } else { middle - half };
    let high = if f64::from(of) >= n {
        1.0
    } else {
        middle + half
    };
    (low, high)
}
