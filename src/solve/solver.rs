//! Asks questions of one case and keeps the ways that were found.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::fact::{self, Atlas, Fact};
use super::play::{Line, Move};
use super::question::{Goal, Luck, Question};
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
            && question.goal == Goal::Win
            && question.luck == Luck::Best
            && let Some(first) = self.first(way)
            && let Ok(mut won) = self.won.lock()
        {
            won.push(first);
        }
        found
    }

    /// Whether the case can be won with none of the former there after so many rounds, and all of the latter;
    /// a way that was found before will do.
    pub fn wins(&self, late: &[Fact], there: &[Fact], rounds: u8) -> Option<bool> {
        let fits = |at: &dyn Fn(Fact) -> u8| {
            late.iter().all(|f| at(*f) > rounds) && there.iter().all(|f| at(*f) <= rounds)
        };
        if self.has_won(fits) {
            return Some(true);
        }
        match self.ask(&Question::win_with(self.case, late, there, rounds)) {
            Found::Yes(_) => Some(true),
            Found::No => Some(false),
            Found::Open => None,
        }
    }

    /// Has some way to win been found that is so? `at` tells after how many rounds a fact is there.
    fn has_won(&self, so: impl Fn(&dyn Fn(Fact) -> u8) -> bool) -> bool {
        let Ok(won) = self.won.lock() else {
            return false;
        };
        won.iter().any(|first| {
            so(&|fact| {
                let at = self.facts.iter().position(|f| *f == fact);
                at.and_then(|n| first.get(n)).copied().unwrap_or(NEVER)
            })
        })
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
