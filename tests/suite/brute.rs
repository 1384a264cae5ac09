//! Small cases played in every way, through the engine: what `solve` is held against.
//!
//! Nothing here knows how `solve` works. Every officer goes everywhere that the engine lets it, every item
//! is shared or not, every task that can fail does both; states that differ only in their history are one.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::Arc;

use liaison::engine::condition::holds;
use liaison::engine::rules::tasks::{chance, listed};
use liaison::engine::{Actor, CaseTime, Command, Event, Phase, State, Theory, decide, evolve};
use liaison::scenario::Scenario;
use liaison::scenario::file::Cmp;
use liaison::scenario::ids::{FlagId, ItemId, OfficerId, ReactionId, TaskId, Team};
use liaison::scenario::model::Condition;
use liaison::scenario::words::{Channel, Form, Offence};
use liaison::solve::{Cause, Fact, Passing};

use crate::support::blank;

/// The lowest or the highest roll for each officer.
struct Told(Vec<bool>, usize);

impl rand::TryRng for Told {
    type Error = Infallible;
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let well = self.0.get(self.1).copied().unwrap_or(true);
        self.1 += 1;
        Ok(if well { 0 } else { 0xFFF0_0000 })
    }
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(1)
    }
    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        bytes.fill(1);
        Ok(())
    }
}

/// What a step did, as far as it was forbidden in some other exercise.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Did {
    acted: [bool; 2],
    shared: bool,
    shared_critical: bool,
}

struct Node {
    round: u8,
    facts: BTreeSet<Fact>,
    passing: BTreeSet<Passing>,
    /// Something is on its way.
    coming: bool,
    next: BTreeSet<(Did, usize)>,
    /// At the verdict: it can be signed so that the full outcome holds.
    won: bool,
}

/// A state from which nothing can be won.
#[derive(Debug)]
pub struct Dead<'a> {
    pub facts: &'a BTreeSet<Fact>,
    pub passing: &'a BTreeSet<Passing>,
    /// A round before it could still be won.
    pub fresh: bool,
    /// Something that was sent is on its way.
    pub coming: bool,
}

/// Every state that a case can come to.
pub struct Graph {
    rounds: u8,
    nodes: Vec<Node>,
    alive: Vec<bool>,
}

/// A state with what is under way in it.
#[derive(Clone)]
struct At {
    state: State,
    /// Officer, task, last round.
    duties: BTreeSet<(OfficerId, TaskId, u8)>,
    /// Team, item, form, round of arrival.
    coming: BTreeSet<(Team, ItemId, Form, u8)>,
    /// Injects that have gone.
    fired: BTreeSet<u16>,
}

impl At {
    fn give(&mut self, actor: Actor, command: &Command, rolls: Vec<bool>) -> bool {
        let mut told = Told(rolls, 0);
        let Ok(events) = decide(&self.state, actor, command, &mut told, CaseTime(0)) else {
            return false;
        };
        for event in &events {
            match event {
                Event::TaskAssigned { officer, task, .. } => {
                    let rounds = self.state.scenario().task(*task).rounds;
                    let until = self.state.round() + rounds - 1;
                    self.duties.insert((*officer, *task, until));
                }
                Event::ItemShared {
                    team,
                    item,
                    form,
                    arrives,
                    ..
                } if *arrives > self.state.round() => {
                    self.coming.insert((*team, *item, *form, *arrives));
                }
                Event::InjectFired { inject, .. } => {
                    self.fired.insert(inject.0);
                }
                Event::RoundStarted { round } => {
                    self.duties.retain(|(_, _, until)| until >= round);
                    self.coming.retain(|(_, _, _, at)| at > round);
                }
                _ => {}
            }
            evolve(&mut self.state, event);
        }
        true
    }

    fn both(&mut self, command: &Command, rolls: &[bool]) {
        for team in Team::BOTH {
            assert!(
                self.give(Actor::Team(team), command, rolls.to_vec()),
                "{command:?}"
            );
        }
    }
}

/// Facts that may be missing or there: what was sent, what was done, which flags are set, how the network
/// has reacted.
pub fn all_facts(case: &Scenario) -> Vec<Fact> {
    let mut out = Vec::new();
    for (n, item) in (0u16..).zip(&case.items) {
        out.push(Fact::Sent(ItemId(n), item.origin.other()));
    }
    out.extend(
        (0u16..)
            .zip(&case.tasks)
            .map(|(n, _)| Fact::Done(TaskId(n))),
    );
    let flags = (0u16..).zip(&case.flags);
    out.extend(flags.map(|(n, _)| Fact::Flag(FlagId(n))));
    let reactions = (0u16..).zip(&case.network.reactions);
    out.extend(reactions.map(|(n, _)| Fact::Reacted(ReactionId(n))));
    out
}

impl Graph {
    /// Plays everything; nothing if it comes to more than so many steps.
    pub fn of(case: &Arc<Scenario>, most: usize) -> Option<Self> {
        let mut at = At {
            state: State::new(Arc::clone(case)),
            duties: BTreeSet::new(),
            coming: BTreeSet::new(),
            fired: BTreeSet::new(),
        };
        at.both(&Command::Acknowledge, &[]);
        let theory = blank(case);
        at.both(&Command::RecordTheory { theory }, &[]);
        let facts = all_facts(case);
        let mut ids: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
        let mut nodes: Vec<Node> = Vec::new();
        let mut todo = vec![at];
        ids.insert(key(&todo[0], &facts), 0);
        nodes.push(node(&todo[0], &facts));
        let (mut from, mut steps) = (0, 0);
        while from < todo.len() {
            let at = todo[from].clone();
            if at.state.phase() == Phase::Planning {
                for (did, after) in steps_of(&at) {
                    steps += 1;
                    if steps > most {
                        return None;
                    }
                    let key = key(&after, &facts);
                    let to = *ids.entry(key).or_insert_with(|| {
                        nodes.push(node(&after, &facts));
                        todo.push(after);
                        nodes.len() - 1
                    });
                    nodes[from].next.insert((did, to));
                }
            }
            from += 1;
        }
        let rounds = case.rounds;
        let mut graph = Self {
            rounds,
            nodes,
            alive: Vec::new(),
        };
        graph.alive = graph.winning(|_, _| true);
        Some(graph)
    }

    /// By state: can it be won by steps that `may` allows?
    fn winning(&self, may: impl Fn(u8, Did) -> bool) -> Vec<bool> {
        let mut out: Vec<bool> = self.nodes.iter().map(|n| n.won).collect();
        // Steps lead to states that were found later.
        let mut order: Vec<usize> = (0..self.nodes.len()).collect();
        order.sort_by_key(|n| std::cmp::Reverse(self.nodes[*n].round));
        for n in order {
            let node = &self.nodes[n];
            out[n] |= node
                .next
                .iter()
                .any(|(did, to)| may(node.round, *did) && out[*to]);
        }
        out
    }

    pub fn can_be_won(&self) -> bool {
        self.alive[0]
    }
    pub fn unshared(&self) -> bool {
        self.winning(|_, did| !did.shared)[0]
    }
    pub fn alone(&self, team: Team) -> bool {
        self.winning(|_, did| !did.acted[team.other() as usize])[0]
    }
    pub fn without_critical(&self) -> bool {
        self.winning(|_, did| !did.shared_critical)[0]
    }

    /// The fewest rounds in which anything is begun.
    pub fn fewest(&self) -> Option<u8> {
        (0..=self.rounds)
            .find(|until| self.winning(|round, did| round <= *until || did.acted == [false; 2])[0])
    }

    /// Is there a state in which things stand so; and one from which the case can still be won?
    pub fn stands(&self, so: &Cause) -> (bool, bool) {
        let fits = |n: &&usize| {
            let node = &self.nodes[**n];
            node.round == so.after + 1
                && so.late.iter().all(|f| !node.facts.contains(f))
                && so.there.iter().all(|f| node.facts.contains(f))
                && so.passing.iter().all(|p| node.passing.contains(p))
        };
        let all: Vec<usize> = (0..self.nodes.len()).collect();
        let mut fitting = all.iter().filter(fits);
        let any = fitting.clone().next().is_some();
        (any, fitting.any(|n| self.alive[*n]))
    }

    /// The states after so many rounds from which nothing can be won.
    pub fn dead(&self, after: u8) -> Vec<Dead<'_>> {
        let alive = self.nodes.iter().zip(&self.alive).filter(|(_, a)| **a);
        let reached = alive.flat_map(|(n, _)| n.next.iter().map(|(_, to)| *to));
        let fresh: BTreeSet<usize> = reached.collect();
        let all = (0..).zip(self.nodes.iter().zip(&self.alive));
        all.filter(|(_, (n, alive))| n.round == after + 1 && !**alive)
            .map(|(at, (n, _))| Dead {
                facts: &n.facts,
                passing: &n.passing,
                fresh: fresh.contains(&at),
                coming: n.coming,
            })
            .collect()
    }
}

fn node(at: &At, facts: &[Fact]) -> Node {
    let verdict = at.state.phase() == Phase::Verdict;
    Node {
        round: at.state.round() + u8::from(verdict),
        facts: facts
            .iter()
            .copied()
            .filter(|f| f.holds(&at.state))
            .collect(),
        passing: passing(at),
        coming: !at.coming.is_empty(),
        next: BTreeSet::new(),
        won: verdict && can_sign(at),
    }
}

/// Who is away on what and on what nobody is, and what is off the list, which only closing it brings about in
/// these cases.
fn passing(at: &At) -> BTreeSet<Passing> {
    let away = at.duties.iter();
    let mut out: BTreeSet<Passing> = away
        .map(|(_, task, until)| Passing::Away(*task, *until))
        .collect();
    for (n, _) in (0u16..).zip(&at.state.scenario().tasks) {
        let id = TaskId(n);
        if at.duties.iter().all(|(_, task, _)| *task != id) {
            out.insert(Passing::Idle(id));
        }
        if listed(&at.state, id).is_none() {
            out.insert(Passing::Closed(id));
        }
    }
    out
}

/// Every verdict that could matter: each offence, citing all that both hold or nothing.
fn can_sign(at: &At) -> bool {
    let case = at.state.scenario();
    let joint = (0u16..)
        .zip(&case.items)
        .map(|(n, _)| ItemId(n))
        .filter(|i| {
            let item = *i;
            Team::BOTH
                .iter()
                .all(|by| holds(&at.state, &Condition::Holds { item, by: *by }))
        });
    let joint: Vec<ItemId> = joint.collect();
    Offence::ALL.iter().any(|offence| {
        [joint.clone(), Vec::new()].into_iter().any(|cited| {
            let theory = Theory {
                offence: Some(*offence),
                cited,
                ..blank(case)
            };
            let mut signed = at.clone();
            let draft = Command::DraftVerdict { theory };
            assert!(signed.give(Actor::Team(Team::North), &draft, Vec::new()));
            signed.both(&Command::SignVerdict { revision: 1 }, &[]);
            holds(&signed.state, &case.theory.full)
        })
    })
}

/// All that tells two states apart, their history left out.
fn key(at: &At, facts: &[Fact]) -> Vec<u8> {
    let state = &at.state;
    let case = state.scenario();
    let mut out = vec![state.round(), u8::from(state.phase() == Phase::Verdict)];
    out.extend(facts.iter().map(|f| u8::from(f.holds(state))));
    for (n, _) in (0u16..).zip(&case.items) {
        for by in Team::BOTH {
            let item = ItemId(n);
            out.push(u8::from(holds(state, &Condition::Holds { item, by })));
        }
    }
    for (n, _) in (0u16..).zip(&case.tasks) {
        out.push(match listed(state, TaskId(n)) {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        });
    }
    let alarm = (0..=100).find(|n| holds(state, &Condition::Exposure(Cmp::Exactly(*n))));
    out.push(alarm.unwrap_or(u8::MAX));
    for (n, _) in (0u16..).zip(&case.network.reactions) {
        let id = ReactionId(n);
        out.push(u8::from(holds(state, &Condition::Reacted(id))));
    }
    out.extend(at.fired.iter().map(|n| *n as u8));
    for (officer, task, until) in &at.duties {
        out.extend([0xD0, officer.0 as u8, task.0 as u8, *until]);
    }
    for (team, item, form, arrives) in &at.coming {
        out.extend([0xC0, *team as u8, item.0 as u8, *form as u8, *arrives]);
    }
    out
}

/// Everything that both teams can do in a round, and how it can turn out.
fn steps_of(at: &At) -> Vec<(Did, At)> {
    let nothing = Did {
        acted: [false; 2],
        shared: false,
        shared_critical: false,
    };
    let mut out = vec![(nothing, at.clone())];
    let case = Arc::clone(at.state.scenario());
    for (n, item) in (0u16..).zip(&case.items) {
        let mut more = Vec::new();
        for (did, before) in &out {
            let mut after = before.clone();
            if share(&mut after, ItemId(n), item.origin) {
                let mut did = *did;
                did.acted[item.origin as usize] = true;
                did.shared = true;
                did.shared_critical |= item.critical;
                more.push((did, after));
            }
        }
        out.extend(more);
    }
    for (o, _) in (0u16..).zip(&case.officers) {
        let mut more = Vec::new();
        for (did, before) in &out {
            for (t, task) in (0u16..).zip(&case.tasks) {
                let (officer, task_id) = (OfficerId(o), TaskId(t));
                if task.team != case.officer(officer).team {
                    continue;
                }
                let mut after = before.clone();
                let command = Command::AssignTask {
                    officer,
                    task: task_id,
                };
                if after.give(Actor::Team(task.team), &command, Vec::new()) {
                    let mut did = *did;
                    did.acted[task.team as usize] = true;
                    more.push((did, after));
                }
            }
        }
        out.extend(more);
    }
    out.into_iter()
        .flat_map(|(did, at)| ends(&at).into_iter().map(move |a| (did, a)))
        .collect()
}

/// By every way that the engine takes.
fn share(at: &mut At, item: ItemId, team: Team) -> bool {
    let mut shared = false;
    for (form, channel) in [
        (Form::TearLine, Channel::LiaisonDesk),
        (Form::Full, Channel::LiaisonDesk),
        (Form::Full, Channel::Mutual),
    ] {
        let command = Command::ShareItem {
            item,
            form,
            channel,
            note: None,
        };
        shared |= at.give(Actor::Team(team), &command, Vec::new());
    }
    shared
}

/// The round's end, for every luck of those whose task ends now.
fn ends(at: &At) -> Vec<At> {
    let case = at.state.scenario();
    let round = at.state.round();
    let officers = case.officers.len();
    let mut rolls = vec![vec![true; officers]];
    for (officer, task, until) in &at.duties {
        let certain = chance(case.task(*task), case.officer(*officer)) == 100;
        if *until == round && !certain {
            let mut badly = rolls.clone();
            badly.iter_mut().for_each(|r| r[officer.index()] = false);
            rolls.extend(badly);
        }
    }
    let ready = Command::SetReady { ready: true };
    rolls
        .into_iter()
        .map(|rolls| {
            let mut after = at.clone();
            after.both(&ready, &rolls);
            after.both(&Command::Acknowledge, &[]);
            after
        })
        .collect()
}
