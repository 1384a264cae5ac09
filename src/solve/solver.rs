//! Asks questions of one case and keeps the ways that were found.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::fact::{self, Atlas, Fact};
use super::play::{Line, Move};
use super::question::{Goal, Luck, Question};
use super::relax::Relaxed;
use super::search::{Found, Limits, Way, search};
use crate::engine::Entry;
use crate::scenario::Scenario;

/// A case under questions.
pub(super) struct Solver<'a> {
    pub case: &'a Arc<Scenario>,
    pub atlas: Atlas,
    pub facts: Vec<Fact>,
    pub limits: &'a Limits<'a>,
    /// States looked at so far.
    pub looked: AtomicU64,
    /// Of every way to win that was found: after how many rounds each fact was there first.
    won: Mutex<Vec<Vec<u8>>>,
}

/// It does not come true.
const NEVER: u8 = u8::MAX;

impl<'a> Solver<'a> {
    pub fn new(case: &'a Arc<Scenario>, limits: &'a Limits<'a>) -> Self {
        Self {
            case,
            atlas: Atlas::of(case),
            facts: fact::all(case),
            limits,
            looked: AtomicU64::new(0),
            won: Mutex::new(Vec::new()),
        }
    }

    /// Looks for a way.
    pub fn ask(&self, question: &Question) -> Found {
        let (found, looked) = search(self.case, &self.atlas, &self.facts, question, self.limits);
        self.looked.fetch_add(looked, Ordering::Relaxed);
        if let Found::Yes(way) = &found
            && let Goal::Win(_) = question.goal
            && question.luck == Luck::Best
            && let Some(first) = self.first(way)
            && let Ok(mut won) = self.won.lock()
        {
            won.push(first);
        }
        found
    }

    /// Whether the case can be won with none of these there after so many rounds; a way that was found
    /// before will do.
    pub fn without(&self, facts: &[Fact], rounds: u8) -> Option<bool> {
        if self.has_won(|at| facts.iter().all(|f| at(*f) > rounds)) {
            return Some(true);
        }
        match self.ask(&self.late(facts, rounds)) {
            Found::Yes(_) => Some(true),
            Found::No => Some(false),
            Found::Open => None,
        }
    }

    /// The question whether the case can be won with none of these there after so many rounds.
    pub fn late(&self, facts: &[Fact], rounds: u8) -> Question {
        Question {
            late: facts.iter().map(|f| (*f, rounds)).collect(),
            ..Question::win(self.case)
        }
    }

    /// Has some way to win been found that is so? `at` tells after how many rounds a fact is there.
    pub fn has_won(&self, so: impl Fn(&dyn Fn(Fact) -> u8) -> bool) -> bool {
        let won = self.won.lock().map(|w| w.clone()).unwrap_or_default();
        won.iter().any(|first| {
            so(&|fact| {
                let at = self.facts.iter().position(|f| *f == fact);
                at.and_then(|n| first.get(n)).copied().unwrap_or(NEVER)
            })
        })
    }

    /// Can the fact come true at all, as far as the bound tells; and in how many rounds at the soonest?
    pub fn soonest(&self, fact: Fact) -> Option<u8> {
        let line = Line::start(self.case, false).ok()?;
        let question = Question::reach(self.case, fact, self.case.rounds);
        let at = Relaxed::of(&self.atlas, &line.state, &question).at(fact);
        (at <= self.case.rounds.saturating_add(1)).then(|| at.saturating_sub(1))
    }

    /// The record of a way, to where its moves end or to the signed verdict.
    pub fn record(&self, moves: &[Move], way: Option<&Way>) -> Option<Vec<Entry>> {
        let mut line = Line::start(self.case, true).ok()?;
        for round in moves {
            line.play(round).ok()?;
        }
        if let Some(theory) = way.and_then(|w| w.verdict.as_ref()) {
            line.sign(theory).ok()?;
        }
        line.entries
    }

    /// After how many rounds each fact is there first, on this way.
    fn first(&self, way: &Way) -> Option<Vec<u8>> {
        let mut line = Line::start(self.case, false).ok()?;
        let mut first = vec![NEVER; self.facts.len()];
        for round in 0..=way.moves.len() {
            for (slot, fact) in first.iter_mut().zip(&self.facts) {
                if *slot == NEVER && fact.holds(&line.state) {
                    *slot = u8::try_from(round).unwrap_or(NEVER);
                }
            }
            if let Some(next) = way.moves.get(round) {
                line.play(next).ok()?;
            }
        }
        Some(first)
    }
}
