//! Officers and tasks: who can be sent to do what, and with what chance.
//!
//! Odds are stated to the team before it decides, never a hidden coin (3-rules, Officers and tasks).

use rand::{Rng, RngExt};

use crate::engine::condition::holds;
use crate::engine::event::{Cause, Event};
use crate::engine::evolve;
use crate::engine::refusal::Refusal;
use crate::engine::state::State;
use crate::scenario::ids::{AuthorityId, OfficerId, PersonId, TaskId, Team};
use crate::scenario::model::{Effect, Officer, Task};
use crate::scenario::words::TrustCause;

/// Chance of success in per cent: ten more or less for each step that an officer with the task's
/// skill is above or below level 3; twenty less without the skill; never below 5.
#[must_use]
pub fn chance(task: &Task, officer: &Officer) -> u8 {
    let odds = i16::from(task.odds);
    let shifted = if officer.skill == task.skill {
        odds + 10 * (i16::from(officer.level) - 3)
    } else {
        odds - 20
    };
    u8::try_from(shifted.clamp(5, 100)).unwrap_or(100)
}

/// Is the task on the team's list and, if so, could it be given now (its `needs` hold)?
#[must_use]
pub fn listed(state: &State, id: TaskId) -> Option<bool> {
    let task = state.scenario.tasks.get(id.index())?;
    if !state.open.has(id.index()) {
        return None;
    }
    let ready = holds(state, &task.needs);
    (ready || task.locked.is_some()).then_some(ready)
}

/// The authority that the task waits for, if it needs one that is not held.
#[must_use]
pub fn unauthorised(state: &State, task: &Task) -> Option<AuthorityId> {
    task.authority
        .filter(|id| !super::authority::held(state, *id))
}

pub(crate) fn assign(
    state: &State,
    team: Team,
    officer: OfficerId,
    id: TaskId,
) -> Result<Vec<Event>, Refusal> {
    own_officer(state, team, officer)?;
    if let Some(duty) = state.duty(officer)
        && duty.since < state.round
    {
        return Err(Refusal::OfficerBusy {
            officer,
            until: duty.until,
        });
    }
    let task = state
        .scenario
        .tasks
        .get(id.index())
        .ok_or(Refusal::NoSuchTask)?;
    if task.team != team {
        return Err(Refusal::NoSuchTask);
    }
    if state.done.has(id.index()) && !task.repeat {
        return Err(Refusal::TaskDone { task: id });
    }
    match listed(state, id) {
        None => return Err(Refusal::NoSuchTask),
        Some(false) => return Err(Refusal::TaskLocked { task: id }),
        Some(true) => {}
    }
    if let Some(authority) = unauthorised(state, task) {
        return Err(Refusal::AuthorityMissing { authority });
    }
    if let Some(other) = doing(state, id)
        && other != officer
    {
        return Err(Refusal::TaskTaken {
            task: id,
            officer: other,
        });
    }
    let last = state.round.saturating_add(task.rounds.saturating_sub(1));
    if last > state.scenario.rounds {
        return Err(Refusal::TooLate {
            task: id,
            rounds: task.rounds,
        });
    }
    if let Some(round) = state.operations.engaged(team, officer)
        && (state.round..=last).contains(&round)
    {
        return Err(Refusal::OfficerInOperation { officer, round });
    }
    let freed = state
        .duty(officer)
        .map_or(0, |d| state.scenario.task(d.task).hours);
    let used = state.hours_used(team).saturating_sub(freed);
    let left = state.scenario.service(team).budget.saturating_sub(used);
    if task.hours > left {
        return Err(Refusal::BudgetExceeded {
            hours: task.hours,
            left,
        });
    }
    let mut events = vec![Event::TaskAssigned {
        team,
        officer,
        task: id,
    }];
    // Whoever asked the register about this before is told now.
    if super::pointer::awaited(state, team, task) {
        let mut after = state.clone();
        evolve(&mut after, &events[0]);
        let late = super::pointer::late_matches(&after);
        if !late.is_empty() {
            events.extend(late);
            super::milestones::follow(state, &mut events);
        }
    }
    Ok(events)
}

pub(crate) fn clear(state: &State, team: Team, officer: OfficerId) -> Result<Vec<Event>, Refusal> {
    own_officer(state, team, officer)?;
    match state.duty(officer) {
        None => Err(Refusal::OfficerIdle { officer }),
        Some(duty) if duty.since < state.round => Err(Refusal::OfficerBusy {
            officer,
            until: duty.until,
        }),
        Some(_) => Ok(vec![Event::TaskCleared { team, officer }]),
    }
}

fn own_officer(state: &State, team: Team, officer: OfficerId) -> Result<(), Refusal> {
    match state.scenario.officers.get(officer.index()) {
        None => Err(Refusal::NoSuchOfficer),
        Some(o) if o.team != team => Err(Refusal::OfficerNotYours { officer }),
        Some(_) => Ok(()),
    }
}

/// The officer who has the task now.
#[must_use]
pub fn doing(state: &State, task: TaskId) -> Option<OfficerId> {
    let at = state
        .duties
        .iter()
        .position(|d| d.is_some_and(|d| d.task == task))?;
    u16::try_from(at).ok().map(OfficerId)
}

/// Every officer has a roll, used or not: whom one team sends moves no roll of the other.
pub(crate) fn rolls(state: &State, rng: &mut impl Rng) -> Vec<u8> {
    let officers = state.scenario.officers.iter();
    officers.map(|_| rng.random_range(1..=100u8)).collect()
}

/// Every officer has one, for the same reason.
pub(crate) fn seeds(state: &State, rng: &mut impl Rng) -> Vec<u64> {
    let officers = state.scenario.officers.iter();
    officers.map(|_| rng.random()).collect()
}

/// Resolves the round: every task that ends now, then time for the people at risk.
pub(crate) fn resolve(state: &mut State, rolls: &[u8], seeds: &[u64], events: &mut Vec<Event>) {
    let scenario = std::sync::Arc::clone(&state.scenario);
    let in_vain = collide(state, rolls, events);
    let luck = rolls.iter().copied().zip(seeds.iter().copied());
    for ((officer, id), (roll, seed)) in scenario.officers.iter().zip(0u16..).zip(luck) {
        let id = OfficerId(id);
        let Some(duty) = state.duty(id) else { continue };
        let task = scenario.task(duty.task);
        if duty.until > state.round {
            push(
                state,
                events,
                Event::TaskContinues {
                    team: officer.team,
                    officer: id,
                    task: duty.task,
                },
            );
            continue;
        }
        if task.set_piece.is_some() && !in_vain.contains(&id) {
            push(
                state,
                events,
                Event::SetPieceOpened {
                    team: officer.team,
                    officer: id,
                    task: duty.task,
                    seed,
                },
            );
            continue;
        }
        let chance = chance(task, officer);
        let success = roll <= chance && !in_vain.contains(&id);
        push(
            state,
            events,
            Event::TaskResolved {
                team: officer.team,
                officer: id,
                task: duty.task,
                chance,
                roll,
                success,
            },
        );
        let effects = if success {
            &task.success
        } else {
            &task.failure
        };
        for effect in effects {
            push(
                state,
                events,
                Event::Effected {
                    effect: *effect,
                    cause: Cause::Task(duty.task),
                },
            );
        }
    }
    for (person, i) in scenario.people.iter().zip(0u16..) {
        if person.per_round != 0 && !holds(state, &person.safe) {
            push(
                state,
                events,
                Event::WelfareChanged {
                    person: PersonId(i),
                    by: person.per_round,
                },
            );
        }
    }
}

/// Officers of both services in each other's way: the alarm rises and one of the two, the one with
/// the higher roll, has worked in vain.
fn collide(state: &mut State, rolls: &[u8], events: &mut Vec<Event>) -> Vec<OfficerId> {
    let mut in_vain = Vec::new();
    for met in super::pointer::collisions(state) {
        let roll = |o: OfficerId| rolls.get(o.index()).copied().unwrap_or(0);
        let [north, south] = met.officers;
        let failed = if roll(north) > roll(south) {
            Team::North
        } else {
            Team::South
        };
        in_vain.push(met.officers[failed.index()]);
        let collision = Event::BlueOnBlue {
            tasks: met.tasks,
            about: met.about,
            failed,
        };
        push(state, events, collision);
        let alarm = Event::Effected {
            effect: Effect::Exposure(super::pointer::COLLISION_EXPOSURE),
            cause: Cause::BlueOnBlue,
        };
        push(state, events, alarm);
        push(state, events, super::trust::moved(TrustCause::BlueOnBlue));
    }
    in_vain
}

fn push(state: &mut State, events: &mut Vec<Event>, event: Event) {
    evolve(state, &event);
    events.push(event);
}
