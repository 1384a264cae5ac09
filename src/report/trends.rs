//! Several exercises beside each other: a cohort's or a pair's results over time, per case and objective.
//!
//! A mean stands with its 95 % interval; what was played once has none. Names can be left out: then people are
//! told apart, and not named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::after_action::{AfterAction, NotYet, Occasion, after_action};
use super::metrics::{Unit, unit};
use crate::analysis::{Estimate, difference, mean, proportion};
use crate::engine::Entry;
use crate::scenario::words::{Metric, Outcome, Rating};
use crate::scenario::{Scenario, Text};

/// One exercise among others.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outing {
    /// What the file is called.
    pub file: String,
    /// Which exercise it is: a copy of a file is the same one.
    pub exercise: String,
    /// Id of the case.
    pub case: String,
    pub title: Text,
    /// Days since 1970.
    pub day: u64,
    /// Everybody who played, in order; numbers in place of names where those are left out.
    pub people: Vec<String>,
    pub outcome: Outcome,
    /// 0–100.
    pub score: u8,
    /// By objective of the case: the share of its points, in per cent.
    pub objectives: Vec<(Text, f64)>,
    /// Of both services together, where something was counted.
    pub figures: Vec<(Metric, f64)>,
    /// Critical tasks by rating, P S M U: as decided, otherwise as proposed.
    pub rated: [u32; 4],
}

/// What an exercise came to.
///
/// # Errors
/// If it is not over.
pub fn outing(
    scenario: &Arc<Scenario>,
    occasion: Occasion,
    entries: &[Entry],
    file: &str,
) -> Result<Outing, NotYet> {
    let of = after_action(scenario, occasion, entries, None)?;
    Ok(Outing {
        file: file.to_owned(),
        exercise: format!(
            "{} {} {} {} {}",
            of.case,
            of.occasion.begun,
            of.occasion.seed,
            of.debrief.outcome.key(),
            of.debrief.score
        ),
        case: of.case.clone(),
        title: of.title.clone(),
        day: of.occasion.begun / 86_400,
        people: of.occasion.people.iter().flatten().cloned().collect(),
        outcome: of.debrief.outcome,
        score: of.debrief.score,
        objectives: objectives(&of),
        figures: (of.findings.figures.iter())
            .filter_map(|m| Some((m.metric, m.both?.value())))
            .collect(),
        rated: rated(&of),
    })
}

fn objectives(of: &AfterAction) -> Vec<(Text, f64)> {
    let share = |o: &crate::view::ObjectiveResult| {
        let all: u32 = o.criteria.iter().map(|c| u32::from(c.points)).sum();
        let met = o.criteria.iter().filter(|c| c.met);
        let met: u32 = met.map(|c| u32::from(c.points)).sum();
        let share = f64::from(met) * 100.0 / f64::from(all.max(1));
        (o.text.clone(), share)
    };
    of.debrief.objectives.iter().map(share).collect()
}

fn rated(of: &AfterAction) -> [u32; 4] {
    let mut rated = [0; 4];
    let tasks = of.findings.capabilities.iter().flat_map(|c| &c.tasks);
    for task in tasks {
        let settled = of.debrief.settled.get(task.task.index());
        let settled = settled.and_then(|s| s.as_ref().map(|s| s.rating));
        if let Some(rating) = settled.or(task.rating) {
            rated[rating as usize] += 1;
        }
    }
    rated
}

/// Several of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Trends {
    /// Oldest first.
    pub outings: Vec<Outing>,
    /// Everything, and then each case, and each pair or group of people who played more than once.
    pub groups: Vec<Group>,
}

/// Whose results.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Of {
    /// Every exercise.
    All,
    /// Every exercise of a case.
    Case(Text),
    /// Every exercise of the same people.
    People(Vec<String>),
}

/// Results of some of the exercises.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    pub of: Of,
    /// Places in [`Trends::outings`], oldest first.
    pub outings: Vec<usize>,
    /// Probability, by `Outcome as usize`.
    pub outcomes: [Estimate; 3],
    pub score: Estimate,
    /// By day, oldest first: how many, and their mean score.
    pub days: Vec<(u64, u32, Estimate)>,
    /// Mean score of the later half less that of the earlier one, with its interval (Welch); nothing of fewer
    /// than four exercises.
    pub change: Option<Estimate>,
    /// By objective, where the exercises are of one case: the mean share of its points, in per cent.
    pub objectives: Vec<(Text, Estimate)>,
    pub figures: Vec<(Metric, Estimate)>,
    /// Critical tasks by rating, P S M U, summed.
    pub rated: [u32; 4],
}

/// Puts them beside each other; `names`: people are named.
#[must_use]
pub fn trends(mut outings: Vec<Outing>, names: bool) -> Trends {
    outings.sort_by(|a, b| (a.day, &a.file).cmp(&(b.day, &b.file)));
    // The same file twice, or a copy of it, is one exercise.
    let mut seen = BTreeSet::new();
    outings.retain(|outing| seen.insert(outing.exercise.clone()));
    if !names {
        nameless(&mut outings);
    }
    let all: Vec<usize> = (0..outings.len()).collect();
    let mut groups = Vec::new();
    if !all.is_empty() {
        groups.push(group(Of::All, all, &outings));
    }
    let mut cases: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut people: BTreeMap<Vec<&str>, Vec<usize>> = BTreeMap::new();
    for (at, outing) in outings.iter().enumerate() {
        cases.entry(&outing.case).or_default().push(at);
        let mut who: Vec<&str> = outing.people.iter().map(String::as_str).collect();
        who.sort_unstable();
        if !who.is_empty() {
            people.entry(who).or_default().push(at);
        }
    }
    for places in cases.into_values() {
        let title = places.first().map(|at| outings[*at].title.clone());
        let of = Of::Case(title.unwrap_or_default());
        groups.push(group(of, places, &outings));
    }
    for (who, places) in people.into_iter().filter(|(_, places)| places.len() > 1) {
        let of = Of::People(who.into_iter().map(str::to_owned).collect());
        groups.push(group(of, places, &outings));
    }
    Trends { outings, groups }
}

/// The same person has the same number everywhere, in the order of first playing.
fn nameless(outings: &mut [Outing]) {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    for outing in outings {
        for person in &mut outing.people {
            let next = numbers.len() + 1;
            let number = *numbers.entry(std::mem::take(person)).or_insert(next);
            *person = number.to_string();
        }
        // A file is often called after its people.
        outing.file.clear();
    }
}

fn group(of: Of, places: Vec<usize>, outings: &[Outing]) -> Group {
    let own = || places.iter().map(|at| &outings[*at]);
    let scores: Vec<f64> = own().map(|o| f64::from(o.score)).collect();
    let n = count(places.len());
    let one_case = own().all(|o| outings[places[0]].case == o.case);
    let mut days: BTreeMap<u64, Vec<f64>> = BTreeMap::new();
    let mut rated = [0; 4];
    for outing in own() {
        let day = days.entry(outing.day).or_default();
        day.push(f64::from(outing.score));
        for (sum, own) in rated.iter_mut().zip(outing.rated) {
            *sum += own;
        }
    }
    let objectives = own().next().filter(|_| one_case).map(|first| {
        let of = |n: usize| own().filter_map(move |o| o.objectives.get(n).map(|(_, x)| *x));
        let all = first.objectives.iter().enumerate();
        all.map(|(n, (text, _))| (text.clone(), share(&of(n).collect::<Vec<_>>())))
            .collect()
    });
    let figures = Metric::ALL.iter().filter_map(|metric| {
        let of = |o: &Outing| o.figures.iter().find(|(m, _)| m == metric).map(|(_, x)| *x);
        let values: Vec<f64> = own().filter_map(of).collect();
        let found = match unit(*metric) {
            Unit::Percent => share(&values),
            Unit::Minutes | Unit::Count => within(mean(&values), 0.0, f64::INFINITY),
            Unit::Points | Unit::Hundredths => mean(&values),
        };
        (!values.is_empty()).then_some((*metric, found))
    });
    Group {
        outcomes: OUTCOMES.map(|outcome| {
            let such = own().filter(|o| o.outcome == outcome);
            proportion(count(such.count()), n)
        }),
        score: share(&scores),
        days: (days.into_iter())
            .map(|(day, scores)| (day, count(scores.len()), share(&scores)))
            .collect(),
        change: change(&scores),
        objectives: objectives.unwrap_or_default(),
        figures: figures.collect(),
        rated,
        of,
        outings: places,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The later half against the earlier one.
fn change(scores: &[f64]) -> Option<Estimate> {
    if scores.len() < 4 {
        return None;
    }
    let (early, late) = scores.split_at(scores.len() / 2);
    Some(within(difference(late, early), -100.0, 100.0))
}

/// The mean of what goes from 0 to 100. Student's interval knows nothing of ends; what lies beyond them cannot be.
fn share(values: &[f64]) -> Estimate {
    within(mean(values), 0.0, 100.0)
}

fn within(of: Estimate, least: f64, most: f64) -> Estimate {
    if !(of.low.is_finite() && of.high.is_finite()) {
        return of;
    }
    Estimate {
        low: of.low.max(least),
        high: of.high.min(most),
        ..of
    }
}

/// In the order of [`Group::outcomes`].
pub const OUTCOMES: [Outcome; 3] = [Outcome::Full, Outcome::Partial, Outcome::Failed];

/// In the order of [`Group::rated`].
pub const RATINGS: [Rating; 4] = [Rating::P, Rating::S, Rating::M, Rating::U];
