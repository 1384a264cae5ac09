//! What can be done in a round that matters to a question, the most promising first.
//!
//! What costs nothing and cannot harm is always done: theories, sharing, applications. What can harm is
//! tried done and not done. Officers are told apart only where luck is at its worst.

use super::assign::{Sending, sendings};
use super::fact::{Atlas, Fact};
use super::free::{Choice, bases};
use super::play::{Line, Move};
use super::question::{Luck, Question};
use super::wants::Wants;
use crate::engine::rules::tasks::chance;
use crate::engine::rules::trust::{HIGH, LOW};
use crate::engine::{About, Actor, Command, State};
use crate::scenario::Scenario;
use crate::scenario::ids::{AuthorityId, InjectId, ItemId, OfficerId, TaskId, Team};
use crate::scenario::model::{Effect, Task};
use crate::scenario::words::Handling;

/// Moves, and whether they are all that matter.
pub(super) struct Moves {
    pub moves: Vec<Move>,
    pub complete: bool,
}

/// More moves of one round than this are not looked at.
const MOST: usize = 20_000;

/// All moves that matter to the question now.
pub(super) fn moves(atlas: &Atlas, state: &State, question: &Question) -> Moves {
    let wants = Wants::of(atlas, state, question);
    let mut out = Moves {
        moves: Vec::new(),
        complete: !beyond(atlas, state, question, &wants),
    };
    if state.round > question.until {
        let quiet = Sending::default();
        fates(
            atlas,
            state,
            question,
            &wants,
            Vec::new(),
            &quiet,
            &mut out.moves,
        );
        return out;
    }
    let (choices, all) = bases(atlas, state, question, &wants);
    out.complete &= all;
    for Choice { line, acts, .. } in choices {
        let [north, south] = Team::BOTH.map(|t| sendings(atlas, &line.state, question, &wants, t));
        out.complete &= north.1 && south.1;
        let (north, south) = (north.0, south.0);
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for i in 0..north.len() {
            pairs.extend((0..south.len()).map(|j| (i, j)));
        }
        if pairs.len() > MOST {
            pairs.sort_by_key(|(i, j)| (i + j, *i));
            pairs.truncate(MOST);
            out.complete = false;
        } else {
            pairs.sort_by_key(|(i, j)| (i + j, *i));
        }
        for (i, j) in pairs {
            let both = north[i].and(&south[j]);
            let acts = with_sendings(&line, &acts, &both);
            fates(
                atlas,
                &line.state,
                question,
                &wants,
                acts,
                &both,
                &mut out.moves,
            );
        }
    }
    out
}

/// Does anything matter whose doings are not all listed here? Beside what is wanted directly that is trust,
/// which requests, answers and collisions move, where it makes a desk slower or a supervisor quicker; what the clock
/// brings in the middle of planning, where it matters what was done before; and which officer goes, where luck is at
/// its worst or somebody is to fail.
fn beyond(atlas: &Atlas, state: &State, question: &Question, wants: &Wants) -> bool {
    let case: &Scenario = &state.scenario;
    let wanted = || {
        case.tasks
            .iter()
            .zip(&wants.tasks)
            .filter(|(_, w)| w.is_some())
    };
    let shared = |n: &u16| {
        let id = ItemId(*n);
        let item = case.item(id);
        let open = wants.fact(atlas, Fact::Sent(id, item.origin.other())).up
            || wants.fact(atlas, Fact::Holds(id, item.origin.other())).up;
        open && !question.kept.contains(&id)
    };
    let mut items = (0u16..).zip(&case.items).map(|(n, _)| n).filter(shared);
    let trust = state.liaison.trust;
    let approved = |n: u16| case.item(ItemId(n)).handling == Handling::Supervisor && trust < HIGH;
    let slow = trust < LOW;
    let moved = wanted().any(|(task, _)| {
        let mut all = task.success.iter().chain(&task.failure);
        all.any(|e| matches!(e, Effect::Trust(_)))
    });
    let meet = wanted().any(|(a, _)| {
        let other = |b: &Task| b.team != a.team && super::collide::meet(case, a, b);
        wanted().any(|(b, _)| other(b))
    });
    // The alarm rises where any two get into each other's way, also those who do nothing else that matters.
    let alarmed = wants.alarm.up && super::collide::possible(case);
    // Whoever cannot fail is sent, and not whoever may.
    let failed = wanted().any(|(task, _)| {
        let helps = |e: &Effect| wants.helps(atlas, *e);
        let officers = case.officers.iter().filter(|o| o.team == task.team);
        let chances: Vec<u8> = officers.map(|o| chance(task, o)).collect();
        task.failure.iter().any(helps) && chances.contains(&100) && chances.iter().any(|c| *c < 100)
    });
    let clock = (case.injects.iter().zip(0u16..))
        .any(|(inject, n)| super::free::unordered(atlas, state, wants, inject, InjectId(n)));
    let doubled = (0u16..).zip(&case.authorities).any(|(n, _)| {
        let pull = wants.fact(atlas, Fact::Authorised(AuthorityId(n)));
        pull.up && pull.down
    });
    wants.beyond
        || doubled
        || meet
        || alarmed
        || failed
        || clock
        || question.luck == Luck::Worst
        || wants.operations.iter().any(|o| *o)
        || question.sharing && items.any(|n| slow || moved || approved(n))
}

fn with_sendings(line: &Line, acts: &[(Actor, Command)], both: &Sending) -> Vec<(Actor, Command)> {
    let case: &Scenario = &line.state.scenario;
    let mut acts = acts.to_vec();
    for (officer, task) in &both.sent {
        let team = case.officer(*officer).team;
        let (officer, task) = (*officer, *task);
        acts.push((Actor::Team(team), Command::AssignTask { officer, task }));
    }
    let queries = deconflict(case, &line.state, both);
    if queries.is_empty() {
        return acts;
    }
    // What the register does not take leaves the two in each other's way.
    let mut tried = line.clone();
    let before = acts.len() - both.sent.len();
    for (actor, command) in &acts[before..] {
        let _ = tried.give(*actor, command);
    }
    let taken = queries
        .into_iter()
        .filter(|(a, c)| tried.give(*a, c).is_ok());
    acts.extend(taken.collect::<Vec<_>>());
    acts
}

/// Queries of the register that keep the two services out of each other's way.
fn deconflict(case: &Scenario, state: &State, both: &Sending) -> Vec<(Actor, Command)> {
    let mut at_work: Vec<TaskId> = both.sent.iter().map(|(_, t)| *t).collect();
    at_work.extend(state.duties.iter().flatten().map(|d| d.task));
    let of = |team: Team| {
        at_work
            .iter()
            .map(|t| case.task(*t))
            .filter(move |t| t.team == team)
    };
    let mut out = Vec::new();
    for a in of(Team::North) {
        for b in of(Team::South).filter(|b| super::collide::meet(case, a, b)) {
            let about = match (a.target, b.target) {
                (Some(x), Some(y)) if x == y => About::Subject(x),
                _ => About::Place(a.place),
            };
            for team in Team::BOTH {
                out.push((Actor::Team(team), Command::PointerQuery { about }));
            }
        }
    }
    out
}

/// One move for each way in which what matters can turn out.
fn fates(
    atlas: &Atlas,
    state: &State,
    question: &Question,
    wants: &Wants,
    acts: Vec<(Actor, Command)>,
    both: &Sending,
    out: &mut Vec<Move>,
) {
    let case: &Scenario = &state.scenario;
    let mut ending: Vec<(OfficerId, TaskId)> = both.sent.clone();
    ending.retain(|(_, t)| case.task(*t).rounds <= 1);
    for (duty, id) in state.duties.iter().zip((0u16..).map(OfficerId)) {
        if let Some(duty) = duty.filter(|d| d.until <= state.round && d.since < state.round) {
            ending.push((id, duty.task));
        }
    }
    let base = Move {
        acts,
        well: vec![true; case.officers.len()],
        operation: question.luck == Luck::Best,
        left: Vec::new(),
        salt: 0,
    };
    let mut all = vec![base];
    for (officer, id) in ending {
        let task = case.task(id);
        let at = officer.index();
        let certain = chance(task, case.officer(officer)) == 100;
        let early = !question.in_time(Fact::Done(id), state.round);
        let badly = |m: &mut Move| {
            m.well[at] = false;
            if task.set_piece.is_some() {
                m.left.push(id);
            }
        };
        let lost = question.luck == Luck::Worst && !certain && task.set_piece.is_none();
        if lost || (early && !certain) {
            all.iter_mut().for_each(badly);
        } else if question.luck == Luck::Best && !certain && doubtful(atlas, wants, task, id) {
            let mut others = all.clone();
            others.iter_mut().for_each(badly);
            all.extend(others);
        }
    }
    out.extend(all);
}

/// Might it be better for the task to fail?
fn doubtful(atlas: &Atlas, wants: &Wants, task: &Task, id: TaskId) -> bool {
    let done = wants.fact(atlas, Fact::Done(id));
    let harm = |e: &Effect| wants.harms(atlas, *e);
    let help = |e: &Effect| wants.helps(atlas, *e);
    done.down || task.success.iter().any(harm) || task.failure.iter().any(help)
}
