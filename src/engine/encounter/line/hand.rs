//! What was done with the traveller who stands at the counter, and what may be done next.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::act::{Answer, COST, Ground, MAX_QUESTIONS, Refusal};
use super::note::{MAX_NOTE, Note, Observation, Order};
use super::saying::Saying;
use super::traveller::Traveller;
use crate::scenario::primary_line::Source;

/// What has been done with the traveller who stands there, by the step in which it was.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Hand {
    steps: u32,
    pub seconds: u32,
    pub looked: Option<u32>,
    pub inspected: Option<u32>,
    pub asked: BTreeMap<usize, u32>,
    pub checked: BTreeMap<(usize, Source), u32>,
    pub put: BTreeSet<(usize, Source)>,
    pub note: Option<Note>,
}

impl Order for Hand {
    fn observed(&self, what: Observation) -> Option<u32> {
        match what {
            Observation::Behaviour(_) => self.looked,
            Observation::Photo => self.inspected,
            Observation::Answer(question) => self.asked.get(&question).copied(),
            Observation::Record(question, by) => self.checked.get(&(question, by)).copied(),
        }
    }
    fn asked(&self, question: usize) -> Option<u32> {
        self.asked.get(&question).copied()
    }
    fn checked(&self, question: usize) -> bool {
        self.checked.keys().any(|(q, _)| *q == question)
    }
}

impl Hand {
    /// What was done, in its order.
    pub(super) fn done(&self) -> Vec<Observation> {
        let looked = self.looked.map(|step| (step, Observation::Behaviour(0)));
        let inspected = self.inspected.map(|step| (step, Observation::Photo));
        let asked = self
            .asked
            .iter()
            .map(|(q, step)| (*step, Observation::Answer(*q)));
        let checked = self.checked.iter();
        let checked = checked.map(|((q, by), step)| (*step, Observation::Record(*q, *by)));
        let all = looked
            .into_iter()
            .chain(inspected)
            .chain(asked)
            .chain(checked);
        let mut all: Vec<(u32, Observation)> = all.collect();
        all.sort_unstable();
        all.into_iter().map(|(_, done)| done).collect()
    }

    /// Seconds are spent, and the step is counted.
    pub(super) fn spend(&mut self, seconds: u32) -> u32 {
        self.seconds += seconds;
        self.steps += 1;
        self.steps
    }
}

impl Hand {
    pub(super) fn ask(
        &mut self,
        traveller: &Traveller,
        question: usize,
    ) -> Result<Answer, Refusal> {
        let told = traveller.told.get(question).ok_or(Refusal::NoQuestion)?;
        if !self.asked.contains_key(&question) {
            if self.asked.len() >= MAX_QUESTIONS {
                return Err(Refusal::NoMoreQuestions);
            }
            let step = self.spend(COST.ask);
            self.asked.insert(question, step);
        }
        Ok(Answer::Said(told.says.clone()))
    }

    /// What a source shows, and whether that fits what was said.
    pub(super) fn check(
        &mut self,
        traveller: &Traveller,
        question: usize,
        by: Source,
    ) -> Result<(Saying, bool), Refusal> {
        if question >= traveller.told.len() {
            return Err(Refusal::NoQuestion);
        }
        if !self.asked.contains_key(&question) {
            return Err(Refusal::NotAsked);
        }
        let record = traveller.record(question, by);
        let record = record.ok_or(Refusal::NothingToCheck)?;
        if !self.checked.contains_key(&(question, by)) {
            let step = self.spend(COST.check);
            self.checked.insert((question, by), step);
        }
        Ok((record.shows.clone(), record.trouble.is_none()))
    }

    pub(super) fn put(
        &mut self,
        traveller: &Traveller,
        question: usize,
        by: Source,
        unaided: bool,
    ) -> Result<Answer, Refusal> {
        if !self.checked.contains_key(&(question, by)) {
            return Err(Refusal::NotChecked);
        }
        let record = traveller.record(question, by);
        let trouble = record.and_then(|r| r.trouble.as_ref());
        if trouble.is_none() && !unaided {
            return Err(Refusal::NothingToPut);
        }
        if self.put.insert((question, by)) {
            self.spend(COST.put);
        }
        Ok(Answer::Explained {
            says: trouble.map(|t| t.put.clone()),
            borne: trouble.and_then(|t| t.borne.clone()),
        })
    }

    pub(super) fn write(&mut self, traveller: &Traveller, note: Note) -> Result<Answer, Refusal> {
        if note.text.chars().count() > MAX_NOTE {
            return Err(Refusal::NoteTooLong);
        }
        if let Some(observed) = note.observed {
            let there =
                !matches!(observed, Observation::Behaviour(n) if n >= traveller.behaviours.len());
            if !there || self.observed(observed).is_none() {
                return Err(Refusal::NotObserved);
            }
        }
        if note.question.is_some_and(|q| !self.asked.contains_key(&q)) {
            return Err(Refusal::NotAsked);
        }
        self.spend(COST.note);
        self.note = Some(note);
        Ok(Answer::Noted)
    }

    /// Whether a ground can be given: it has to have been met at this counter.
    pub(super) fn grounded(
        &self,
        traveller: &Traveller,
        ground: Ground,
        unaided: bool,
    ) -> Result<(), Refusal> {
        match ground {
            Ground::Contradiction(question, by) => {
                if !self.checked.contains_key(&(question, by)) {
                    return Err(Refusal::NotChecked);
                }
                let record = traveller.record(question, by);
                let contradicts = record.is_some_and(|r| r.trouble.is_some());
                (contradicts || unaided)
                    .then_some(())
                    .ok_or(Refusal::NothingToPut)
            }
            Ground::Photo => self.inspected.map(drop).ok_or(Refusal::NotObserved),
            Ground::Behaviour(n) => {
                let seen = self.looked.is_some() && n < traveller.behaviours.len();
                seen.then_some(()).ok_or(Refusal::NotObserved)
            }
            Ground::Unstated => Ok(()),
        }
    }
}
