//! Small cases out of a seed, small enough to be played in every way: chains of tasks over both services,
//! items that one needs and the other holds, doors that close, a network that is alarmed.

use std::sync::Arc;

use liaison::scenario::Scenario;
use liaison::scenario::file::Cmp;
use liaison::scenario::ids::{FlagId, ItemId, PlaceId, TaskId, Team};
use liaison::scenario::model::{Condition, Effect, Inject, Item, Task};
use liaison::scenario::msel::{Network, Reaction, Trigger};
use liaison::scenario::words::{Handling, Offence, TaskKind};
use rand::{Rng, RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::support::fixture;

/// Shapes to make cases from.
pub struct Maker {
    case: Scenario,
}

impl Maker {
    pub fn new() -> Self {
        Self {
            case: Scenario::clone(&fixture("workbench").scenario),
        }
    }

    /// The case of a seed.
    pub fn make(&self, seed: u64) -> Arc<Scenario> {
        let rng = &mut ChaCha8Rng::seed_from_u64(seed);
        let mut case = self.case.clone();
        case.rounds = rng.random_range(2..=3);
        case.delays = [rng.random_range(0..=1), 1, rng.random_range(1..=2)];
        case.injects.clear();
        case.network = Network::default();
        case.operations.clear();
        case.authorities.clear();
        case.milestones.clear();
        case.objectives.clear();
        case.evaluation.clear();
        case.questionnaires.clear();
        case.people.clear();
        case.theory.questions.clear();
        case.theory.elements.clear();
        case.theory.roles.clear();
        case.theory.links.clear();
        case.flags = vec!["blown".into(), "seen".into()];
        let mut officers = vec![case.officers[0].clone(), case.officers[2].clone()];
        if rng.random_bool(0.25) {
            officers.insert(1, case.officers[1].clone());
        }
        for officer in &mut officers {
            officer.skill = self.case.tasks[1].skill;
            officer.level = 5;
        }
        case.officers = officers;
        let items = rng.random_range(2..=4);
        case.items = (0..items).map(|n| self.item(n, rng)).collect();
        let tasks = rng.random_range(3..=5);
        case.tasks = (0..tasks)
            .map(|n| self.task(n, tasks, items, rng))
            .collect();
        if rng.random_bool(0.4) {
            case.injects.push(self.inject(&case, rng));
        }
        if rng.random_bool(0.3) {
            let closed = TaskId(rng.random_range(0..tasks));
            case.network.reactions.push(Reaction {
                key: "alarmed".into(),
                exposure: rng.random_range(20..=40),
                place: None,
                cancels: Vec::new(),
                text: case.title.clone(),
                effects: vec![Effect::Close(closed)],
            });
        }
        case.theory.offence = Offence::Smuggling;
        case.theory.full = full(&case, rng);
        Arc::new(case)
    }

    /// The same with a round more, and long tasks that take one more.
    pub fn longer(&self, seed: u64) -> Arc<Scenario> {
        let mut case = Scenario::clone(&self.make(seed));
        case.rounds += 1;
        let long = case.tasks.iter_mut().filter(|t| t.rounds > 1);
        long.for_each(|t| t.rounds += 1);
        Arc::new(case)
    }

    fn item(&self, n: u16, rng: &mut impl Rng) -> Item {
        let origin = if rng.random_bool(0.5) {
            Team::North
        } else {
            Team::South
        };
        let handling = [
            Handling::Open,
            Handling::Open,
            Handling::TearLineOnly,
            Handling::FormalOnly,
        ];
        let mut item = self.case.items[1].clone();
        item.key = format!("item_{n}");
        item.origin = origin;
        item.held_at_start = rng.random_bool(0.6);
        item.handling = handling[rng.random_range(0..handling.len())];
        if item.handling == Handling::FormalOnly {
            item.tear_line = None;
        }
        item.critical = rng.random_bool(0.5);
        item
    }

    fn task(&self, n: u16, tasks: u16, items: u16, rng: &mut impl Rng) -> Task {
        let mut task = self.case.tasks[1].clone();
        let team = if rng.random_bool(0.5) {
            Team::North
        } else {
            Team::South
        };
        task.key = format!("task_{n}");
        task.team = team;
        task.kind = TaskKind::RegistryCheck;
        task.place = PlaceId(0);
        task.target = None;
        task.authority = None;
        task.set_piece = None;
        task.found.clear();
        task.hours = rng.random_range(2..=4);
        task.rounds = if rng.random_bool(0.15) { 2 } else { 1 };
        task.odds = if rng.random_bool(0.5) { 100 } else { 60 };
        task.repeat = rng.random_bool(0.1);
        // What is not on the list is closed, and nothing else.
        task.locked = Some(task.title.clone());
        task.closed = rng.random_bool(0.12);
        let mut needs = Vec::new();
        if n > 0 && rng.random_bool(0.45) {
            needs.push(Condition::Done(TaskId(rng.random_range(0..n))));
        }
        if rng.random_bool(0.5) {
            let item = ItemId(rng.random_range(0..items));
            needs.push(Condition::Holds { item, by: team });
        }
        if rng.random_bool(0.2) {
            let round = rng.random_range(1..=2);
            let cmp = [Cmp::AtLeast(round), Cmp::AtMost(round)];
            needs.push(Condition::Round(cmp[rng.random_range(0..2)]));
        }
        if rng.random_bool(0.2) {
            needs.push(Condition::Not(Box::new(Condition::Flag(FlagId(0)))));
        }
        task.needs = Condition::All(needs);
        task.success = Vec::new();
        task.failure = Vec::new();
        if rng.random_bool(0.6) {
            let item = ItemId(rng.random_range(0..items));
            task.success.push(Effect::Give { item, to: team });
        }
        let other = TaskId(rng.random_range(0..tasks));
        match rng.random_range(0..10u8) {
            0 | 1 => task.success.push(Effect::Flag(FlagId(0))),
            2 => task.success.push(Effect::Flag(FlagId(1))),
            3 => task.success.push(Effect::Close(other)),
            4 => task.success.push(Effect::Open(other)),
            5 => task.success.push(Effect::Exposure(15)),
            _ => {}
        }
        match rng.random_range(0..10u8) {
            0 => task.failure.push(Effect::Flag(FlagId(0))),
            1 => task.failure.push(Effect::Exposure(15)),
            2 => task.failure.push(Effect::Close(other)),
            _ => {}
        }
        task
    }

    fn inject(&self, case: &Scenario, rng: &mut impl Rng) -> Inject {
        let mut inject = self.case.injects[0].clone();
        inject.trigger = Trigger::Holds;
        inject.decision = None;
        inject.to = Team::BOTH.to_vec();
        let late = Condition::Round(Cmp::AtLeast(2));
        let n = u16::try_from(case.items.len()).expect("few");
        let item = ItemId(rng.random_range(0..n));
        let to = case.items[item.index()].origin.other();
        let tasks = u16::try_from(case.tasks.len()).expect("few");
        let task = TaskId(rng.random_range(0..tasks));
        let not = |c| Condition::Not(Box::new(c));
        inject.when = match rng.random_range(0..4u8) {
            0 => late,
            1 => Condition::All(vec![late, not(Condition::Shared { item, to })]),
            2 => Condition::Done(task),
            _ => Condition::Flag(FlagId(1)),
        };
        let other = TaskId(rng.random_range(0..tasks));
        inject.effects = vec![match rng.random_range(0..4u8) {
            0 => Effect::Give { item, to },
            1 => Effect::Flag(FlagId(0)),
            2 => Effect::Close(other),
            _ => Effect::Open(other),
        }];
        inject
    }
}

/// Two or three things, some of them either this or that.
fn full(case: &Scenario, rng: &mut impl Rng) -> Condition {
    let items = u16::try_from(case.items.len()).expect("few");
    let tasks = u16::try_from(case.tasks.len()).expect("few");
    let mut all = vec![Condition::Offence(Offence::Smuggling)];
    for _ in 0..rng.random_range(1..=3u8) {
        let one = |rng: &mut dyn FnMut(u16) -> u16| match rng(5) {
            0 => Condition::Cited(ItemId(rng(items))),
            1 => Condition::Not(Box::new(Condition::Flag(FlagId(0)))),
            _ => Condition::Done(TaskId(rng(tasks))),
        };
        let mut draw = |n: u16| rng.random_range(0..n);
        let first = one(&mut draw);
        all.push(if draw(4) == 0 {
            Condition::Any(vec![first, one(&mut draw)])
        } else {
            first
        });
    }
    Condition::All(all)
}
