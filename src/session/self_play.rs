//! An exercise played by two simulated teams.

use super::{Answer, LocalTable, Session};
use crate::bots::Plays;
use crate::engine::{Command, Phase};
use crate::protocol::Seat;
use crate::scenario::ids::Team;
use crate::scenario::model::Inject;
use crate::scenario::msel::Trigger;
use crate::view::{CaseView, TeamView, Touched};

/// No phase of simulated play takes so many commands of one team; after it the clock ends the phase.
const PATIENCE: u32 = 400;

/// What a turn of both teams takes in a case with injects that wait for a minute, in milliseconds.
const TURN_MS: u64 = 10_000;

/// A table at which both teams can be played, whatever it tells of what happens there.
pub trait Playable {
    /// The session behind it.
    fn session(&self) -> &Session;
    /// What the team's seat sees now; who sits there looks at these sections.
    fn sees(&mut self, team: Team, looked_at: Touched) -> (&CaseView, &TeamView);
    /// Gives a command from the team's seat.
    fn give(&mut self, team: Team, command: &Command) -> Answer;
    /// Wall-clock time has passed.
    fn advance(&mut self, ms: u64);
}

impl Playable for LocalTable {
    fn session(&self) -> &Session {
        LocalTable::session(self)
    }
    fn sees(&mut self, team: Team, _: Touched) -> (&CaseView, &TeamView) {
        let seat = self.seat(team);
        (&seat.case, &seat.view)
    }
    fn give(&mut self, team: Team, command: &Command) -> Answer {
        self.send(Seat::Team(team), command.clone())
    }
    fn advance(&mut self, ms: u64) {
        LocalTable::advance(self, ms);
    }
}

/// Plays to the debrief, telling `watch` of every command and how it went.
pub fn self_play(
    table: &mut impl Playable,
    teams: &mut [impl Plays; 2],
    watch: impl FnMut(Team, &Command, Answer),
) {
    self_play_timed(table, teams, watch, |_| {});
}

/// As [`self_play`], telling `passed` also whenever so many milliseconds have passed.
pub fn self_play_timed(
    table: &mut impl Playable,
    teams: &mut [impl Plays; 2],
    mut watch: impl FnMut(Team, &Command, Answer),
    mut passed: impl FnMut(u64),
) {
    // Simulated teams take no time, unless something waits for it.
    let scenario = table.session().state().scenario();
    let waits = |i: &Inject| matches!(i.trigger, Trigger::Timed { .. });
    let paced = scenario.injects.iter().any(waits);
    let mut phase = (Phase::Briefing, 0);
    let mut turns = 0;
    while table.session().state().phase() != Phase::Debrief {
        let now = (
            table.session().state().phase(),
            table.session().state().round(),
        );
        if now != phase {
            (phase, turns) = (now, 0);
        }
        let mut acted = false;
        for team in Team::BOTH {
            let plays = &mut teams[team.index()];
            let looked_at = plays.looks_at(table.session().state().phase());
            let (case, view) = table.sees(team, looked_at);
            let Some(command) = plays.next(case, view) else {
                continue;
            };
            let answer = table.give(team, &command);
            watch(team, &command, answer);
            if answer == Answer::NotRecorded {
                return;
            }
            acted = true;
        }
        turns += 1;
        if paced && table.session().clock_runs() {
            passed(TURN_MS);
            table.advance(TURN_MS);
        }
        if turns > PATIENCE || !acted {
            // Teams that cannot agree run out of time, as people do.
            let left = table.session().wall_left_ms();
            if !table.session().clock_runs() {
                return;
            }
            passed(left);
            table.advance(left);
            turns = 0;
            let state = table.session().state();
            if (state.phase(), state.round()) == phase {
                // The end of the phase could not be put on record.
                return;
            }
        }
    }
}

/// Plays an exercise without anybody watching.
pub fn play_out(session: Session, teams: &mut [impl Plays; 2]) -> Option<LocalTable> {
    let mut table = LocalTable::open(session)?;
    self_play(&mut table, teams, |_, _, _| {});
    Some(table)
}
