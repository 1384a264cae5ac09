//! A moment of the record, and how simulated teams go on from it with and without a change.

use super::answer::{Came, Change};
use crate::bots::fitted::{Fitted, Habits, Script};
use crate::engine::rules::scoring::score;
use crate::engine::{Actor, Command, Event, State, evolve};
use crate::scenario::ids::Team;
use crate::session::{Memory, Session, play_out};

/// Where a change comes in.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub change: Change,
    pub team: Team,
    /// Entries of the record before it.
    pub entry: usize,
    pub state: State,
    /// Milliseconds of the phase that had run.
    pub elapsed_ms: u64,
    pub habits: [Habits; 2],
    /// As it was, and with the change.
    pub sides: [Side; 2],
}

/// How one side begins, and what is laid down for the teams on it.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// What has happened on this side.
    pub folded: Vec<Event>,
    /// What is given then; what the rules refuse does not happen.
    pub given: Vec<(Actor, Command)>,
    pub scripts: [Script; 2],
}

impl Moment {
    /// What teams with these habits come to on this side, with this seed.
    pub fn play(&self, side: &Side, seed: u64) -> Came {
        let mut state = self.state.clone();
        side.folded.iter().for_each(|e| evolve(&mut state, e));
        let paused = state.paused();
        let mut session = Session::at(state, seed, self.elapsed_ms, Box::new(Memory));
        // A clock that was stopped when it was would keep everybody waiting.
        let resumed = paused.then_some((Actor::Facilitator, Command::Resume));
        for (actor, command) in resumed.iter().chain(&side.given) {
            // Refused on both sides or on one: then the change cannot be made, and nothing differs by it.
            let _ = session.command(*actor, command);
        }
        let mut teams = Team::BOTH.map(|team| {
            let (habits, script) = (&self.habits[team.index()], &side.scripts[team.index()]);
            Fitted::new(team, habits.clone(), script.clone(), seed)
        });
        play_out(session, &mut teams)
            .map_or_else(|| came(&self.state), |table| came(table.session().state()))
    }
}

/// What an exercise in this state comes to.
pub(super) fn came(state: &State) -> Came {
    let score = score(state);
    Came {
        outcome: score.outcome,
        score: score.score,
        welfare_loss: score.welfare_loss,
    }
}
