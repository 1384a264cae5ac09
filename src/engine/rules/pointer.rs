//! Pointer queries and blue on blue.
//!
//! A pointer system says only that there is a match, and tells both services (6-doctrine, Law:
//! deconfliction of events, same place and time, and of targets). Two services that work on the
//! same person or stand at the same door without knowing of each other alarm everybody, and one of
//! the two has worked in vain (3-rules, Officers and tasks).

use super::tasks;
use super::trust::moved;
use crate::engine::event::{CaseTime, Event};
use crate::engine::liaison::{About, Query};
use crate::engine::refusal::Refusal;
use crate::engine::rules::theory::known_subjects;
use crate::engine::state::{Bits, State};
use crate::scenario::ids::{OfficerId, PlaceId, TaskId, Team};
use crate::scenario::model::Task;
use crate::scenario::words::TrustCause;

/// What a collision adds to the network's alarm, of 100.
pub const COLLISION_EXPOSURE: i8 = 15;

pub(crate) fn query(
    state: &State,
    team: Team,
    about: About,
    at: CaseTime,
) -> Result<Vec<Event>, Refusal> {
    may_query(state, team, about)?;
    let matched = works_on(state, team.other(), about);
    let mut events = vec![Event::PointerQueried {
        team,
        about,
        matched,
        at,
    }];
    if matched {
        events.push(moved(TrustCause::Deconflicted));
    }
    super::milestones::follow(state, &mut events);
    Ok(events)
}

/// May the team ask the register about this now?
pub(crate) fn may_query(state: &State, team: Team, about: About) -> Result<(), Refusal> {
    match about {
        About::Subject(subject) => {
            if !known_subjects(state, team).has(subject.index()) {
                return Err(Refusal::SubjectUnknown { subject });
            }
        }
        About::Place(place) => {
            if !knows_place(state, team, place) {
                return Err(Refusal::PlaceUnknown);
            }
        }
    }
    match told(state, team, about) {
        Some(_) => Err(Refusal::AlreadyQueried),
        None => Ok(()),
    }
}

/// The subjects about which the register has answered the team: it says the same for the rest of the
/// exercise.
pub(crate) fn told_subjects(state: &State, team: Team) -> Bits {
    let mut told = Bits::new(state.scenario.subjects.len());
    for query in state.liaison.queries.iter().filter(|q| q.by == team) {
        if let About::Subject(subject) = query.about {
            told.set(subject.index(), true);
        }
    }
    told
}

/// What the register has told the team about this, as far as it stands now.
fn told(state: &State, team: Team, about: About) -> Option<bool> {
    let mut stands =
        state.liaison.queries.iter().filter(|q| {
            q.by == team && q.about == about && (q.round == state.round || lasting(about))
        });
    stands.next_back().map(|q| q.matched)
}

/// Where or on whom the partner could meet an officer of the team in this round.
pub(crate) struct Check {
    pub task: TaskId,
    pub about: About,
    /// Two services there would be in each other's way; at other places they would not.
    pub narrow: bool,
    /// What the register said, if it was asked.
    pub told: Option<bool>,
}

/// What the register can be asked about the team's work in the field in this round.
pub(crate) fn checks(state: &State, team: Team) -> Vec<Check> {
    let mut found: Vec<Check> = Vec::new();
    for (_, id, task) in duties(state, team).filter(|(_, _, t)| t.kind.in_the_field()) {
        let place = state.scenario.place(task.place);
        let target = task.target.map(|s| (About::Subject(s), true));
        let site = (About::Place(task.place), place.kind.narrow());
        for (about, narrow) in target.into_iter().chain([site]) {
            if found.iter().all(|c| c.about != about) {
                found.push(Check {
                    task: id,
                    about,
                    narrow,
                    told: told(state, team, about),
                });
            }
        }
    }
    found
}

/// A query about a subject stands for the rest of the exercise, one about a place for its round.
fn lasting(about: About) -> bool {
    matches!(about, About::Subject(_))
}

fn knows_place(state: &State, team: Team, id: PlaceId) -> bool {
    let Some(place) = state.scenario.map.places.get(id.index()) else {
        return false;
    };
    let tied = |s: usize| state.scenario.subjects[s].place == Some(id);
    let tasked = || {
        (0u16..).zip(&state.scenario.tasks).any(|(i, t)| {
            t.team == team && t.place == id && tasks::listed(state, TaskId(i)).is_some()
        })
    };
    !place.hidden || tasked() || known_subjects(state, team).iter().any(tied)
}

/// Would the register answer yes about this team?
fn works_on(state: &State, team: Team, about: About) -> bool {
    let at_work = duties(state, team).any(|(_, _, task)| on(task, about));
    let holds = || match about {
        // What came from the partner is known there.
        About::Subject(subject) => state
            .team(team)
            .folder
            .iter()
            .filter(|h| h.received.is_none())
            .any(|h| state.scenario.item(h.item).subjects.contains(&subject)),
        About::Place(_) => false,
    };
    at_work || holds()
}

fn on(task: &Task, about: About) -> bool {
    match about {
        About::Subject(s) => task.target == Some(s),
        About::Place(p) => task.place == p && task.kind.in_the_field(),
    }
}

fn duties(state: &State, team: Team) -> impl Iterator<Item = (OfficerId, TaskId, &Task)> {
    (0u16..)
        .map(OfficerId)
        .zip(&state.scenario.officers)
        .filter(move |(_, o)| o.team == team)
        .filter_map(|(id, _)| {
            let duty = state.duty(id)?;
            Some((id, duty.task, state.scenario.task(duty.task)))
        })
}

/// Queries that have no match yet, and still stand.
fn unmatched(state: &State) -> impl Iterator<Item = &Query> {
    let stands = |q: &&Query| !q.matched && (q.round == state.round || lasting(q.about));
    state.liaison.queries.iter().filter(stands)
}

/// Could a query that has no match yet have one once an officer of the team has this task?
pub(crate) fn awaited(state: &State, team: Team, task: &Task) -> bool {
    unmatched(state)
        .any(|q| (q.by != team && on(task, q.about)) || works_on(state, q.by.other(), q.about))
}

/// Queries that have no match yet and would have one now: both services are told.
pub(crate) fn late_matches(state: &State) -> Vec<Event> {
    unmatched(state)
        .filter(|q| works_on(state, q.by.other(), q.about))
        .flat_map(|q| {
            let matched = Event::PointerMatched {
                team: q.by,
                about: q.about,
            };
            [matched, moved(TrustCause::Deconflicted)]
        })
        .collect()
}

/// A pair of tasks in each other's way.
pub(crate) struct Collision {
    pub officers: [OfficerId; 2],
    pub tasks: [TaskId; 2],
    pub about: About,
}

/// Every officer of either service who meets the other's this round, each at most once.
pub(crate) fn collisions(state: &State) -> Vec<Collision> {
    let mut found: Vec<Collision> = Vec::new();
    for (a, task_a, north) in duties(state, Team::North) {
        for (b, task_b, south) in duties(state, Team::South) {
            let met = found
                .iter()
                .any(|c| c.officers.contains(&a) || c.officers.contains(&b));
            if met || !north.kind.in_the_field() || !south.kind.in_the_field() {
                continue;
            }
            if let Some(about) = same(state, north, south) {
                found.push(Collision {
                    officers: [a, b],
                    tasks: [task_a, task_b],
                    about,
                });
            }
        }
    }
    found
}

/// What two tasks have in common that the services do not know of each other.
fn same(state: &State, north: &Task, south: &Task) -> Option<About> {
    let liaison = &state.liaison;
    if let (Some(a), Some(b)) = (north.target, south.target)
        && a == b
    {
        return (!liaison.targets.contains(&a)).then_some(About::Subject(a));
    }
    let place = state.scenario.place(north.place);
    let told = liaison.sites.contains(&(north.place, state.round))
        || liaison
            .targets
            .iter()
            .any(|s| state.scenario.subject(*s).place == Some(north.place));
    (north.place == south.place && place.kind.narrow() && !told)
        .then_some(About::Place(north.place))
}
