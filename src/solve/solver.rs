//! Asks questions of one case and keeps the ways that were found.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use super::cause::Cause;
use super::fact::{self, Atlas, Fact};
use super::passing::{self, Passing};
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
    /// Every way to win that was found.
    won: Mutex<Vec<Won>>,
}

/// What came about on a way to win.
struct Won {
    /// After how many rounds each fact was there first.
    first: Vec<u8>,
    /// By rounds played: what was so just then.
    passing: Vec<Vec<Passing>>,
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
            && let Some(new) = self.came_about(way)
            && let Ok(mut won) = self.won.lock()
        {
            won.push(new);
        }
        found
    }

    /// Whether the case can be won by a play in which things stand so; a way that was found before will do.
    pub fn wins(&self, so: &Cause) -> Option<bool> {
        if self.has_won(so) {
            return Some(true);
        }
        match self.ask(&Question::win_with(self.case, so)) {
            Found::Yes(_) => Some(true),
            Found::No => Some(false),
            Found::Open => None,
        }
    }

    /// Has some way to win been found on which things stood so?
    fn has_won(&self, so: &Cause) -> bool {
        let Ok(won) = self.won.lock() else {
            return false;
        };
        won.iter().any(|won| {
            let at = |fact: &Fact| {
                let at = self.facts.iter().position(|f| f == fact);
                at.and_then(|n| won.first.get(n)).copied().unwrap_or(NEVER)
            };
            let passing = won.passing.get(usize::from(so.after));
            so.late.iter().all(|f| at(f) > so.after)
                && so.there.iter().all(|f| at(f) <= so.after)
                && (so.passing.iter()).all(|p| passing.is_some_and(|all| all.contains(p)))
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

    fn came_about(&self, way: &Way) -> Option<Won> {
        let mut line = Line::start(self.case, false).ok()?;
        let mut first = vec![NEVER; self.facts.len()];
        let mut passing = Vec::new();
        for round in 0..=way.moves.len() {
            passing.push(passing::now(&line.state));
            for (slot, fact) in first.iter_mut().zip(&self.facts) {
                if *slot == NEVER && fact.holds(&line.state) {
                    *slot = u8::try_from(round).unwrap_or(NEVER);
                }
            }
            if let Some(next) = way.moves.get(round) {
                line.play(next).ok()?;
            }
        }
        Some(Won { first, passing })
    }
}
