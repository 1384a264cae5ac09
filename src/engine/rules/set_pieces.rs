//! Set pieces: what a task opens when its work is done, and what playing it brings (3-rules, Set pieces).
//!
//! They are played while a round's results are read. Nobody reads on before the own ones are over; whoever
//! has had enough may walk out, and then it counts as done badly. What is heard and found comes into the
//! folder as it comes up; doing it well ([`well`]) brings about the task's success, doing it badly its failure.

use crate::engine::encounter::set_piece::Act;
use crate::engine::event::{Cause, Event};
use crate::engine::evolve;
use crate::engine::refusal::Refusal;
use crate::engine::set_pieces::{Played, current, found, tried, well};
use crate::engine::state::{Phase, State};
use crate::scenario::ids::{ItemId, TaskId, Team};
use crate::scenario::model::Effect;
use crate::scenario::words::Use;

use super::{consent, milestones};

/// The team's set piece that has to be over before it reads on.
#[must_use]
pub fn waiting(state: &State, team: Team) -> Option<TaskId> {
    let mut all = state.set_pieces.iter();
    all.find(|p| p.team == team && p.ended.is_none())
        .map(|p| p.task)
}

pub(crate) fn play(
    state: &State,
    team: Team,
    task: TaskId,
    act: &Act,
) -> Result<Vec<Event>, Refusal> {
    let played = played(state, team, task)?;
    let machine = tried(played, act).map_err(|why| Refusal::InSetPiece { why })?;
    let mut events = Vec::new();
    // Putting the partner's item to a person is a use of it (6-doctrine, Law: third-party rule).
    let put = played.puts(act);
    events.extend(consent::breaches(
        state,
        team,
        put.as_slice(),
        Use::Interview,
    ));
    events.push(Event::SetPiecePlayed {
        team,
        task,
        act: act.clone(),
    });
    let found = |machine| found(&state.scenario, played.piece, machine);
    let before = found(&played.machine);
    let new = found(&machine).into_iter().filter(|i| !before.contains(i));
    events.extend(new.map(|item| given(item, team, task)));
    if let Some(points) = machine.points() {
        let well = well(&machine, points);
        end(state, played, points, Some(well), &mut events);
    }
    follow(state, &mut events);
    Ok(events)
}

pub(crate) fn leave(state: &State, team: Team, task: TaskId) -> Result<Vec<Event>, Refusal> {
    let played = played(state, team, task)?;
    let mut events = Vec::new();
    end(state, played, 0, None, &mut events);
    follow(state, &mut events);
    Ok(events)
}

fn played(state: &State, team: Team, task: TaskId) -> Result<&Played, Refusal> {
    if state.phase != Phase::Resolution {
        return Err(Refusal::WrongPhase);
    }
    let at = current(state, team, task).ok_or(Refusal::NoSuchSetPiece)?;
    Ok(&state.set_pieces[at])
}

fn given(item: ItemId, to: Team, task: TaskId) -> Event {
    Event::Effected {
        effect: Effect::Give { item, to },
        cause: Cause::Task(task),
    }
}

/// It is over, well or badly, or the officer has walked out.
fn end(state: &State, played: &Played, points: u8, well: Option<bool>, events: &mut Vec<Event>) {
    let (success, left) = (well == Some(true), well.is_none());
    let task = state.scenario.task(played.task);
    events.push(Event::SetPieceEnded {
        team: played.team,
        officer: played.officer,
        task: played.task,
        points,
        success,
        left,
    });
    let effects = if success {
        &task.success
    } else {
        &task.failure
    };
    events.extend(effects.iter().map(|effect| Event::Effected {
        effect: *effect,
        cause: Cause::Task(played.task),
    }));
}

/// What follows from what came up.
fn follow(state: &State, events: &mut Vec<Event>) {
    if events.len() > 1 {
        let mut after = state.clone();
        events.iter().for_each(|event| evolve(&mut after, event));
        milestones::reach(&mut after, events);
    }
}
