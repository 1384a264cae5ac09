//! Whether honest travellers of one nationality are referred more than the rest.
//!
//! Only honest travellers count: where there is nothing to find, rates should not differ.

use std::collections::BTreeMap;

use super::act::Line;
use super::signal::wilson;

/// Honest travellers by nationality: how many, and how many were referred.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    counts: BTreeMap<String, (u32, u32)>,
}

/// One nationality.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Code of a state.
    pub nationality: String,
    /// Honest travellers.
    pub n: u32,
    pub referred: u32,
    /// Between 0 and 1.
    pub rate: f64,
    /// The rate's 95 % interval ([`wilson`]).
    pub interval: (f64, f64),
    /// The interval lies wholly above that of all others together.
    pub flagged: bool,
}

impl Audit {
    pub(super) fn count(&mut self, nationality: &str, referred: bool) {
        let (n, of) = self.counts.entry(nationality.to_owned()).or_default();
        *n += 1;
        *of += u32::from(referred);
    }

    /// Of a line that is over.
    #[must_use]
    pub fn of(line: &Line) -> Self {
        let mut audit = Self::default();
        for (traveller, verdict) in line.truth().unwrap_or_default() {
            if !traveller.truth.concerns() {
                let nationality = &traveller.matter.document.page.nationality;
                audit.count(nationality, verdict.referred.is_some());
            }
        }
        audit
    }

    /// Both together.
    pub fn add(&mut self, other: &Self) {
        for (nationality, (n, referred)) in &other.counts {
            let (all, of) = self.counts.entry(nationality.clone()).or_default();
            *all += n;
            *of += referred;
        }
    }

    /// The table, by code.
    #[must_use]
    pub fn rows(&self) -> Vec<Row> {
        let sum = |(a, b): (u32, u32), (n, of): &(u32, u32)| (a + n, b + of);
        let all = self.counts.values().fold((0, 0), sum);
        let each = self.counts.iter();
        each.map(|(nationality, &(n, referred))| {
            let interval = wilson(referred, n);
            let (rest, of_rest) = (all.0 - n, all.1 - referred);
            Row {
                nationality: nationality.clone(),
                n,
                referred,
                rate: if n == 0 {
                    0.0
                } else {
                    f64::from(referred) / f64::from(n)
                },
                interval,
                // Without others there is nothing to compare with.
                flagged: rest > 0 && interval.0 > wilson(of_rest, rest).1,
            }
        })
        .collect()
    }
}
