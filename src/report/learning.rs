//! What was learned: the questionnaires before, after and weeks later held against each other, from events
//! alone. Nobody is named.
//!
//! | measure | formula | unit, range | source |
//! |---|---|---|---|
//! | share right | right ÷ *n* | 0 to 1 | |
//! | normalised gain *g* | (later − before) ÷ (1 − before), of shares; where less is known, (later − before) ÷ before | −1 to 1 | R. R. Hake, Am. J. Phys. 66 (1998) 64–74; there below 0.3 low, to 0.7 medium, above high; losses after J. D. Marx and K. Cummings, Am. J. Phys. 75 (2007) 87–91 |
//! | McNemar counts | gained: wrong, then right; lost: right, then wrong | persons | Q. McNemar, Psychometrika 12 (1947) 153–157 |
//! | *p* | exact two-sided binomial test of gained against lost, ½ each | 0 to 1 | the same |
//! | median of a scale | the middle answer, or the mean of the two in the middle | 1 to 5 | |
//!
//! *n* counts **pairs**: persons who handed in both sheets, by name in their team. A question that somebody
//! left out on a sheet counts as not right there: “I don't know” is no knowledge. A topic and the whole sum up
//! pairs of a person with a question; these hang together in one person, so they have a gain and no *p*.
//! Without a control group a gain shows what has changed, and not why.

use crate::engine::questionnaires::{Questionnaires, Reply, Sheet};
use crate::engine::{Entry, Event};
use crate::scenario::Scenario;
use crate::scenario::ids::{SurveyId, Team};
use crate::scenario::questionnaires::{Measured, OCCASIONS, SCALE, SurveyKind};
use crate::scenario::words::{Occasion, SurveyTopic};

/// Everything that the questionnaires of an exercise come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learning {
    /// Sheets handed in, by `Team as usize` and `Occasion as usize`.
    pub sheets: [[u16; OCCASIONS]; 2],
    /// In the case's order.
    pub measures: Vec<Measure>,
    /// Topics that were measured, each with its measures summed up.
    pub topics: Vec<(SurveyTopic, Later)>,
    /// All measures summed up.
    pub overall: Later,
    pub scales: Vec<ScaleResult>,
    /// Answers in own words, in the order of the sheets.
    pub texts: Vec<(SurveyId, Occasion, String)>,
}

/// One thing that was measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    pub what: Measured,
    pub later: Later,
}

/// What had become of it later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Later {
    /// Before and after.
    pub after: Paired,
    /// Before and weeks later.
    pub follow_up: Paired,
}

/// The same persons before and later.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Paired {
    /// Pairs.
    pub n: u32,
    /// Right before.
    pub before: u32,
    /// Right later.
    pub later: u32,
    /// Wrong before and right later.
    pub gained: u32,
    /// Right before and wrong later.
    pub lost: u32,
}

impl Paired {
    fn pair(&mut self, before: bool, later: bool) {
        self.n += 1;
        self.before += u32::from(before);
        self.later += u32::from(later);
        self.gained += u32::from(later && !before);
        self.lost += u32::from(before && !later);
    }

    fn add(&mut self, other: Paired) {
        self.n += other.n;
        self.before += other.before;
        self.later += other.later;
        self.gained += other.gained;
        self.lost += other.lost;
    }

    /// Share right before and later, 0 to 1; `None` without a pair.
    #[must_use]
    pub fn shares(&self) -> Option<(f64, f64)> {
        let n = f64::from(self.n);
        (self.n > 0).then(|| (f64::from(self.before) / n, f64::from(self.later) / n))
    }

    /// Normalised gain, −1 to 1; `None` without a pair, or where everybody knew it before and still does.
    #[must_use]
    pub fn gain(&self) -> Option<f64> {
        let change = f64::from(self.later) - f64::from(self.before);
        if self.later < self.before {
            return Some(change / f64::from(self.before));
        }
        let room = self.n.checked_sub(self.before).filter(|room| *room > 0)?;
        Some(change / f64::from(room))
    }

    /// *p* of McNemar's exact test; `None` where nobody has changed.
    #[must_use]
    pub fn p(&self) -> Option<f64> {
        let changed = self.gained + self.lost;
        if changed == 0 {
            return None;
        }
        // The chance of so few on the rarer side, in a row of coin throws: each term from the one before,
        // in logarithms, so that many persons do not come to nothing.
        let fewest = self.gained.min(self.lost);
        let mut term = -f64::from(changed) * std::f64::consts::LN_2;
        let mut tail = term.exp();
        for k in 0..fewest {
            term += (f64::from(changed - k) / f64::from(k + 1)).ln();
            tail += term.exp();
        }
        Some((2.0 * tail).min(1.0))
    }
}

/// What was answered on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleResult {
    pub question: SurveyId,
    pub when: Occasion,
    /// How many gave 1, 2, … 5.
    pub counts: [u32; SCALE as usize],
}

impl ScaleResult {
    /// How many answered.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Twice the median, which may lie between two steps; `None` where nobody answered.
    #[must_use]
    pub fn twice_median(&self) -> Option<u32> {
        let n = self.n();
        // The step on which the answer of that rank, from 0, stands.
        let at = |rank: u32| {
            let mut passed = 0;
            (1u32..).zip(self.counts).find_map(|(step, count)| {
                passed += count;
                (rank < passed).then_some(step)
            })
        };
        Some(at(n.checked_sub(1)? / 2)? + at(n / 2)?)
    }
}

/// Folds the questionnaires out of a record.
#[must_use]
pub fn learning<'e>(scenario: &Scenario, entries: impl IntoIterator<Item = &'e Entry>) -> Learning {
    let mut handed = Questionnaires::default();
    let events = entries.into_iter().flat_map(|e| &e.events);
    events.for_each(|event: &Event| handed.fold(event));

    let measures: Vec<Measure> = (scenario.measured().into_iter())
        .map(|what| Measure {
            what,
            later: later(scenario, &handed, &what),
        })
        .collect();
    let sum = |of: &mut dyn Iterator<Item = &Measure>| {
        let mut sum = Later::default();
        for m in of {
            sum.after.add(m.later.after);
            sum.follow_up.add(m.later.follow_up);
        }
        sum
    };
    let topics = SurveyTopic::ALL.iter().filter_map(|topic| {
        let mut of = measures
            .iter()
            .filter(|m| m.what.topic == *topic)
            .peekable();
        of.peek()?;
        Some((*topic, sum(&mut of)))
    });
    let mut sheets = [[0u16; OCCASIONS]; 2];
    for s in &handed.sheets {
        let n = &mut sheets[s.team.index()][s.when as usize];
        *n = n.saturating_add(1);
    }
    Learning {
        sheets,
        topics: topics.collect(),
        overall: sum(&mut measures.iter()),
        scales: scales(scenario, &handed),
        texts: texts(scenario, &handed),
        measures,
    }
}

fn later(scenario: &Scenario, handed: &Questionnaires, what: &Measured) -> Later {
    let pairs = |when: Occasion| {
        let mut out = Paired::default();
        let (Some(first), Some(then)) =
            (what.by[Occasion::Before as usize], what.by[when as usize])
        else {
            return out;
        };
        for before in handed.on(Occasion::Before) {
            if let Some(sheet) = handed.on(when).find(|s| s.same_person(before)) {
                out.pair(before.right(scenario, first), sheet.right(scenario, then));
            }
        }
        out
    };
    Later {
        after: pairs(Occasion::After),
        follow_up: pairs(Occasion::FollowUp),
    }
}

/// Every reaction question of one kind, with the sheets of each occasion on which it is asked.
fn reactions<'s>(
    scenario: &'s Scenario,
    handed: &'s Questionnaires,
    kind: impl Fn(&SurveyKind) -> bool + 's,
) -> impl Iterator<Item = (SurveyId, Occasion, Vec<&'s Sheet>)> {
    let all = (0u16..).map(SurveyId).zip(&scenario.questionnaires);
    all.filter(move |(_, q)| kind(&q.kind))
        .flat_map(move |(id, q)| {
            let each = q.asked.iter();
            each.map(move |when| (id, *when, handed.on(*when).collect()))
        })
}

fn scales(scenario: &Scenario, handed: &Questionnaires) -> Vec<ScaleResult> {
    let scale = |kind: &SurveyKind| matches!(kind, SurveyKind::Scale { .. });
    let all = reactions(scenario, handed, scale);
    all.map(|(question, when, sheets)| {
        let mut counts = [0; SCALE as usize];
        for sheet in sheets {
            if let Some(Reply::Scale(n)) = sheet.reply(question)
                && let Some(count) = counts.get_mut(usize::from(*n).wrapping_sub(1))
            {
                *count += 1;
            }
        }
        ScaleResult {
            question,
            when,
            counts,
        }
    })
    .collect()
}

fn texts(scenario: &Scenario, handed: &Questionnaires) -> Vec<(SurveyId, Occasion, String)> {
    let all = reactions(scenario, handed, |kind| matches!(kind, SurveyKind::Free));
    let mut out = Vec::new();
    for (id, when, sheets) in all {
        for sheet in sheets {
            if let Some(Reply::Text(text)) = sheet.reply(id) {
                out.push((id, when, text.clone()));
            }
        }
    }
    out
}

impl Learning {
    /// Sheets of an occasion, of both teams.
    #[must_use]
    pub fn handed_in(&self, when: Occasion) -> u32 {
        let of = |team: Team| u32::from(self.sheets[team.index()][when as usize]);
        Team::BOTH.into_iter().map(of).sum()
    }
}
