//! A round played through the engine: every command is judged by it, only chance is told what to come to.

use std::sync::Arc;

use super::fate::Fate;
use crate::engine::encounter::document;
use crate::engine::encounter::set_piece::{Act, Machine};
use crate::engine::rules::consent::lacking;
use crate::engine::rules::set_pieces::waiting;
use crate::engine::{
    Actor, CaseTime, Command, Entry, Event, Phase, Refusal, State, Theory, decide, evolve,
};
use crate::scenario::Scenario;
use crate::scenario::ids::{TaskId, Team};

/// More acts than any set piece takes.
const PATIENCE: usize = 600;

/// What is done in one round, and how it turns out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Move {
    /// In this order, the clock's included.
    pub acts: Vec<(Actor, Command)>,
    /// By officer: what the roll comes to, if there is one.
    pub well: Vec<bool>,
    /// The same for a joint operation.
    pub operation: bool,
    /// Set pieces that are walked out of.
    pub left: Vec<TaskId>,
    /// What set pieces are drawn from.
    pub salt: u64,
}

/// An exercise that goes on by moves, with the record of it.
#[derive(Clone)]
pub struct Line {
    pub state: State,
    /// The record, unless nobody wants it.
    pub entries: Option<Vec<Entry>>,
}

impl Line {
    /// The first planning phase: both have read their briefings.
    pub fn start(scenario: &Arc<Scenario>, recorded: bool) -> Result<Self, Refusal> {
        let mut line = Self {
            state: State::new(Arc::clone(scenario)),
            entries: recorded.then(Vec::new),
        };
        line.both(&Command::Acknowledge)?;
        Ok(line)
    }

    /// One command.
    pub fn give(&mut self, actor: Actor, command: &Command) -> Result<(), Refusal> {
        self.with(actor, command, &mut Fate::new([], 0))
    }

    fn with(&mut self, actor: Actor, command: &Command, fate: &mut Fate) -> Result<(), Refusal> {
        let at = self.time(command);
        let events = decide(&self.state, actor, command, fate, at)?;
        events.iter().for_each(|e| evolve(&mut self.state, e));
        if let Some(entries) = &mut self.entries
            && !events.is_empty()
        {
            let elapsed_ms = elapsed(command, &events);
            entries.push(Entry {
                actor,
                elapsed_ms,
                events,
            });
        }
        Ok(())
    }

    /// Minutes of case time: teams that know what they want take none, only the clock's acts do.
    fn time(&self, command: &Command) -> CaseTime {
        let case = &self.state.scenario;
        let round = u32::from(self.state.round.saturating_sub(1));
        let length = u32::from(case.round_hours) * 60;
        let part = match command {
            Command::FireDue { second } => length * second / case.planning_seconds.max(1),
            _ => 0,
        };
        CaseTime(round * length + part.min(length)).max(self.state.now)
    }

    fn both(&mut self, command: &Command) -> Result<(), Refusal> {
        Team::BOTH
            .into_iter()
            .try_for_each(|t| self.give(Actor::Team(t), command))
    }

    /// Plays the round to the start of the next, or to the verdict.
    pub fn play(&mut self, round: &Move) -> Result<(), Refusal> {
        for (actor, command) in &round.acts {
            self.give(*actor, command)?;
        }
        let ready = Command::SetReady { ready: true };
        let rolls = round.well.iter().copied().chain([round.operation]);
        let mut fate = Fate::new(rolls, round.salt);
        for team in Team::BOTH {
            self.with(Actor::Team(team), &ready, &mut fate)?;
        }
        for team in Team::BOTH {
            self.set_pieces(team, &round.left)?;
        }
        self.both(&Command::Acknowledge)
    }

    /// Plays what tasks have opened, as whoever knows the work does it.
    fn set_pieces(&mut self, team: Team, left: &[TaskId]) -> Result<(), Refusal> {
        for _ in 0..PATIENCE {
            let Some(task) = waiting(&self.state, team) else {
                return Ok(());
            };
            let act = (!left.contains(&task))
                .then(|| self.sound(team, task))
                .flatten();
            let command = match act {
                Some(act) => Command::PlaySetPiece { task, act },
                None => Command::LeaveSetPiece { task },
            };
            if self.give(Actor::Team(team), &command).is_err() {
                self.give(Actor::Team(team), &Command::LeaveSetPiece { task })?;
            }
        }
        while let Some(task) = waiting(&self.state, team) {
            self.give(Actor::Team(team), &Command::LeaveSetPiece { task })?;
        }
        Ok(())
    }

    fn sound(&self, team: Team, task: TaskId) -> Option<Act> {
        let mut all = self.state.set_pieces.iter();
        let played = all.find(|p| p.team == team && p.task == task && p.ended.is_none())?;
        match &played.machine {
            Machine::Document(bench) => Some(Act::Document(document::policy::sound(&bench.view()))),
            machine => machine.advice(|item| lacking(&self.state, team, &[item]).is_empty()),
        }
    }

    /// Puts the theory before both and has it signed.
    pub fn sign(&mut self, theory: &Theory) -> Result<(), Refusal> {
        let theory = theory.clone();
        let north = super::verdict::of_team(&self.state, Team::North, &theory);
        let first = Command::DraftVerdict {
            theory: north.clone(),
        };
        self.give(Actor::Team(Team::North), &first)?;
        if north != theory {
            let second = Command::DraftVerdict { theory };
            self.give(Actor::Team(Team::South), &second)?;
        }
        let revision = self.state.draft.as_ref().map_or(0, |d| d.revision);
        self.both(&Command::SignVerdict { revision })
    }

    /// Is it over?
    pub fn over(&self) -> bool {
        matches!(self.state.phase, Phase::Verdict | Phase::Debrief)
    }
}

fn elapsed(command: &Command, events: &[Event]) -> u64 {
    let fresh = events.iter().any(|e| {
        matches!(
            e,
            Event::RoundStarted { .. }
                | Event::PlanningEnded { .. }
                | Event::VerdictOpened
                | Event::DebriefOpened { .. }
        )
    });
    match command {
        Command::FireDue { second } if !fresh => u64::from(*second) * 1000,
        _ => 0,
    }
}
