//! The set pieces of an exercise: which were opened, by whom, and how far each has come.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use super::encounter::document::bench::{Bench, FAIR};
use super::encounter::document::described::{self, Outcome};
use super::encounter::line::Line;
use super::encounter::questioning::{self, Interview};
use super::encounter::set_piece::PASS;
use super::encounter::set_piece::{
    AGAIN_MINUTES, Act, BENCH_MINUTES, LEAST_MINUTES, LINE_SECONDS, Machine, ROOM_MINUTES, Refusal,
};
use super::event::Event;
use super::evolve::{report, set_duty, use_items};
use super::rules::consent::lacking;
use super::state::{State, TaskResult};
use crate::scenario::Scenario;
use crate::scenario::ids::{DocumentId, ItemId, OfficerId, TaskId, Team};
use crate::scenario::model::{Officer, SetPiece, Task};
use crate::scenario::words::Form;

/// How one ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Ended {
    /// 0 to 100.
    pub points: u8,
    pub success: bool,
    /// The officer walked out before it was over.
    pub left: bool,
}

/// One set piece.
#[derive(Clone, Debug)]
pub struct Played {
    pub team: Team,
    pub officer: OfficerId,
    pub task: TaskId,
    pub piece: SetPiece,
    /// The round whose work opened it.
    pub round: u8,
    pub seed: u64,
    pub acts: Vec<Act>,
    /// Times that a colleague can still be asked.
    pub help: u8,
    /// What the colleague said last, until something is done.
    pub advice: Option<Act>,
    pub ended: Option<Ended>,
    /// What the acts have made of it.
    pub machine: Machine,
}

/// What was done says what it has become: the machine follows from the rest.
impl PartialEq for Played {
    fn eq(&self, other: &Self) -> bool {
        self.told() == other.told() && self.acts == other.acts
    }
}
impl Eq for Played {}
impl Hash for Played {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.told().hash(state);
        self.acts.hash(state);
    }
}

impl Played {
    fn told(&self) -> (Team, OfficerId, TaskId, u8, u64, Option<Ended>) {
        let Self {
            team,
            officer,
            task,
            round,
            seed,
            ended,
            ..
        } = self;
        (*team, *officer, *task, *round, *seed, *ended)
    }

    /// Is what was true kept for the debrief? A finding that was not right tells nothing as long as somebody can
    /// be sent again: the second try would be certain. After the last round nobody is.
    #[must_use]
    pub fn keeps_truth(&self, rounds: u8) -> bool {
        let badly = self.ended.is_none_or(|ended| !ended.success);
        matches!(self.machine, Machine::Document(_)) && badly && self.round < rounds
    }

    /// The item that an act puts to a person.
    #[must_use]
    pub fn puts(&self, act: &Act) -> Option<ItemId> {
        match (&self.machine, act) {
            (Machine::Interview(room), Act::Interview(questioning::Act::Disclose(id))) => {
                room.person().evidence.get(id.index())?.item
            }
            _ => None,
        }
    }
}

/// Was a set piece done well, with these points? A document takes the right finding and what it rests on: a guess
/// proves nothing to anybody.
#[must_use]
pub fn well(machine: &Machine, points: u8) -> bool {
    match machine {
        Machine::Document(bench) => bench
            .verdict()
            .is_some_and(|verdict| described::outcome(&verdict) == Outcome::Right),
        Machine::Interview(_) | Machine::Line(_) => points >= PASS,
    }
}

/// Items that what was heard and found in a set piece by now brings into the folder.
#[must_use]
pub fn found(scenario: &Scenario, piece: SetPiece, machine: &Machine) -> Vec<ItemId> {
    match machine {
        Machine::Document(bench) => {
            let of = |id: DocumentId| scenario.documents.get(id.index());
            let SetPiece::Document(id) = piece else {
                return Vec::new();
            };
            match (of(id), bench.verdict()) {
                (Some(document), Some(verdict)) => described::yields(document, &verdict).to_vec(),
                _ => Vec::new(),
            }
        }
        Machine::Interview(room) => room.items(),
        Machine::Line(line) => line.items(),
    }
}

/// All of them, in the order in which they were opened. Sharing what is over keeps copies of a state cheap.
pub type SetPieces = Vec<Arc<Played>>;

/// The officer's level in the task's skill; 0 without the skill.
#[must_use]
pub fn edge(task: &Task, officer: &Officer) -> u8 {
    if task.skill == officer.skill {
        officer.level
    } else {
        0
    }
}

/// Folds what happened in set pieces; other events do nothing to them.
pub(super) fn fold(state: &mut State, event: &Event) {
    match event {
        Event::SetPieceOpened {
            team,
            officer,
            task,
            seed,
        } => {
            if let Some(played) = open(state, *team, *officer, *task, *seed) {
                state.set_pieces.push(Arc::new(played));
            }
            set_duty(state, *officer, None);
            let result = TaskResult {
                officer: *officer,
                task: *task,
                chance: 0,
                roll: 0,
                success: None,
                gained: Vec::new(),
                played: Some(None),
                before: state.done.has(task.index()),
                corrected: false,
            };
            report(state, *team, result);
        }
        Event::SetPiecePlayed { team, task, act } => {
            let mut disclosed = None;
            if let Some(at) = current(state, *team, *task) {
                let advice = (*act == Act::Help).then(|| advice(state, &state.set_pieces[at]));
                let played = Arc::make_mut(&mut state.set_pieces[at]);
                if let Some(advice) = advice {
                    played.help = played.help.saturating_sub(1);
                    played.advice = advice;
                } else {
                    disclosed = played.puts(act);
                    // Judged before it was put on record.
                    let _ = played.machine.act(act);
                    played.advice = None;
                }
                played.acts.push(act.clone());
            }
            use_items(state, *team, disclosed.as_slice());
        }
        Event::SetPieceEnded {
            team,
            task,
            points,
            success,
            left,
            ..
        } => {
            if let Some(at) = current(state, *team, *task) {
                let played = Arc::make_mut(&mut state.set_pieces[at]);
                played.ended = Some(Ended {
                    points: *points,
                    success: *success,
                    left: *left,
                });
            }
            if *success {
                state.done.set(task.index(), true);
            }
            // What it came to stands in the report that told of it.
            let report = state.teams[team.index()].report.as_mut();
            let mut results = report.into_iter().flat_map(|r| &mut r.results);
            if let Some(result) = results.find(|r| r.task == *task) {
                result.success = Some(*success);
                result.played = Some(Some(*points));
            }
        }
        _ => {}
    }
}

/// The set piece of the task that the team is playing.
#[must_use]
pub fn current(state: &State, team: Team, task: TaskId) -> Option<usize> {
    let mut all = state.set_pieces.iter();
    all.position(|p| p.team == team && p.task == task && p.ended.is_none())
}

/// Earlier tries of the task that went badly.
fn before(state: &State, team: Team, task: TaskId) -> impl Iterator<Item = &Arc<Played>> {
    let all = state.set_pieces.iter();
    all.filter(move |p| p.team == team && p.task == task)
        .filter(|p| p.ended.is_some_and(|e| !e.success))
}

fn open(state: &State, team: Team, officer: OfficerId, id: TaskId, seed: u64) -> Option<Played> {
    let scenario: &Scenario = &state.scenario;
    let (task, who) = (scenario.task(id), scenario.officer(officer));
    let edge = edge(task, who);
    let rng = &mut ChaCha8Rng::seed_from_u64(seed);
    let piece = task.set_piece?;
    let machine = match piece {
        SetPiece::Document(n) => {
            let document = scenario.documents.get(n.index())?;
            let example = described::example(scenario, document);
            // Whoever was kept at the counter once is not kept as long again.
            let kept =
                before(state, team, id).filter(|p| matches!(p.machine, Machine::Document(_)));
            let kept = u16::try_from(kept.count()).unwrap_or(u16::MAX);
            let fair = FAIR + u16::from(edge) * BENCH_MINUTES;
            let fair = fair
                .saturating_sub(kept.saturating_mul(AGAIN_MINUTES))
                .max(LEAST_MINUTES);
            Machine::Document(Box::new(Bench::with(example, fair)))
        }
        SetPiece::Interview(n) => {
            let who = Arc::new(scenario.interviews.get(n.index())?.clone());
            // Whom somebody has questioned badly comes back with less trust, and tired.
            let room = if before(state, team, id).next().is_some() {
                let start = who.start.hardest();
                Interview::starting(who, start)
            } else {
                Interview::varied(who, rng)
            };
            // Of a tear-line there is nothing to lay on a table.
            let held = |item: ItemId| {
                let holding = state.holding(team, item);
                holding.is_some_and(|h| h.form == Form::Full)
            };
            let room = room.in_case().longer(u16::from(edge) * ROOM_MINUTES);
            Machine::Interview(Box::new(room.holding(|e| e.item.is_none_or(held))))
        }
        SetPiece::Line(n) => {
            let profile = Arc::new(scenario.lines.get(n.index())?.clone());
            let line = Line::new(profile, rng).unaided();
            Machine::Line(Box::new(line.slower(u32::from(edge) * LINE_SECONDS)))
        }
    };
    Some(Played {
        team,
        officer,
        task: id,
        piece,
        round: state.round,
        seed,
        acts: Vec::new(),
        help: edge,
        advice: None,
        ended: None,
        machine,
    })
}

/// What a colleague would do next.
fn advice(state: &State, played: &Played) -> Option<Act> {
    let free = |item: ItemId| lacking(state, played.team, &[item]).is_empty();
    played.machine.advice(free)
}

/// What an act would do to a set piece.
///
/// # Errors
/// The reason why it cannot be done.
pub fn tried(played: &Played, act: &Act) -> Result<Machine, Refusal> {
    let mut machine = played.machine.clone();
    if *act == Act::Help {
        let can = played.help > 0 && machine.advice(|_| true).is_some();
        return match (can, &machine) {
            (true, _) => Ok(machine),
            (false, Machine::Document(bench)) if played.help > 0 && bench.verdict().is_none() => {
                Err(Refusal::OwnEyes)
            }
            _ => Err(Refusal::NoHelp),
        };
    }
    machine.act(act)?;
    Ok(machine)
}
