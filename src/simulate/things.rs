//! Every part of a case that play can meet, with its place in the files and how often it was met.

use std::collections::BTreeMap;

use serde::Serialize;

use super::coverage::{Coverage, What};
use crate::scenario::msel::Trigger;
use crate::scenario::{CaseSource, Place, Scenario, places};

/// In how many exercises that became of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Count {
    pub what: What,
    pub exercises: u32,
}

/// A part of the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Thing {
    /// As translations name it: `intel.yard`.
    pub path: String,
    /// File and line; nothing for a case that was not read from files.
    pub at: Option<Place>,
    pub counts: Vec<Count>,
    /// Only a facilitator's hand can bring it about, so that no simulated team meets it.
    pub by_hand: bool,
}

impl Thing {
    /// What never became of it.
    pub fn never(&self) -> impl Iterator<Item = What> + '_ {
        let never = self.counts.iter().filter(|c| c.exercises == 0);
        never.map(|c| c.what).filter(|_| !self.by_hand)
    }
}

/// Collects things with their places.
struct List<'a> {
    coverage: &'a Coverage,
    places: BTreeMap<String, Place>,
    out: Vec<Thing>,
}

impl List<'_> {
    fn add(&mut self, path: String, n: usize, whats: &[What]) {
        let counts = whats.iter().map(|what| Count {
            what: *what,
            exercises: self.coverage.of(*what, n),
        });
        let thing = Thing {
            at: self.places.get(&path).cloned(),
            path,
            counts: counts.collect(),
            by_hand: false,
        };
        self.out.push(thing);
    }

    fn all<'k>(&mut self, list: &str, keys: impl Iterator<Item = &'k String>, whats: &[What]) {
        for (n, key) in keys.enumerate() {
            self.add(format!("{list}.{key}"), n, whats);
        }
    }
}

pub(super) fn things(case: &Scenario, source: &CaseSource, coverage: &Coverage) -> Vec<Thing> {
    let mut list = List {
        coverage,
        places: places(source),
        out: Vec::new(),
    };
    let items = case.items.iter().map(|i| &i.key);
    list.all("intel", items, &[What::Held, What::Shared, What::Cited]);
    for (n, task) in case.tasks.iter().enumerate() {
        // Where nothing is written of it, nothing is lost if it never fails.
        let whole = [What::Given, What::Done, What::Failed];
        let told = task.failure_text.is_some() || !task.failure.is_empty();
        let whats = if told { &whole[..] } else { &whole[..2] };
        list.add(format!("tasks.{}", task.key), n, whats);
    }
    injects(case, &mut list);
    let milestones = case.milestones.iter().map(|m| &m.key);
    list.all("milestones", milestones, &[What::Reached]);
    let plan = case.network.plan.iter().map(|s| &s.key);
    list.all("network.plan", plan, &[What::Stepped]);
    let reactions = case.network.reactions.iter().map(|r| &r.key);
    list.all("network.reactions", reactions, &[What::Reacted]);
    let operations = case.operations.iter().map(|o| &o.key);
    list.all("operations", operations, &[What::Tried, What::Succeeded]);
    let authorities = case.authorities.iter().map(|a| &a.key);
    list.all("authorities", authorities, &[What::Granted]);
    for objective in &case.objectives {
        for criterion in &objective.criteria {
            let path = format!("objectives.{}.criteria.{}", objective.key, criterion.key);
            list.add(path, criterion.id.index(), &[What::Met]);
        }
    }
    let questions = case.theory.questions.iter().map(|q| &q.key);
    list.all("theory.questions", questions, &[What::Right]);
    let mut n = 0;
    for interview in &case.interviews {
        for question in &interview.questions {
            let path = format!("interviews.{}.questions.{}", interview.key, question.key);
            list.add(path, n, &[What::Asked]);
            n += 1;
        }
    }
    list.out
}

fn injects(case: &Scenario, list: &mut List) {
    let mut before = 0;
    for (n, inject) in case.injects.iter().enumerate() {
        let by_hand = matches!(inject.trigger, Trigger::ByHand);
        let path = format!("injects.{}", inject.number);
        list.add(path.clone(), n, &[What::Fired]);
        let from = list.out.len() - 1;
        for option in inject.decision.iter().flat_map(|d| &d.options) {
            list.add(
                format!("{path}.options.{}", option.key),
                before,
                &[What::Chosen],
            );
            before += 1;
        }
        for thing in list.out.iter_mut().skip(from) {
            thing.by_hand = by_hand;
        }
    }
}
