//! From a case to nodes and edges.

use super::{Bond, Edge, Graph, Kind, Lane, Node};
use crate::scenario::ids::Team;
use crate::scenario::model::{Condition, Effect, Scenario};
use crate::scenario::{Earliest, Text, earliest};

/// Where the nodes of each kind begin.
struct Base {
    items: usize,
    tasks: usize,
    injects: usize,
    milestones: usize,
    authorities: usize,
    operations: usize,
    steps: usize,
    reactions: usize,
    full: usize,
}

pub(super) fn build(case: &Scenario) -> Graph {
    let times = earliest(case);
    let (nodes, base) = nodes(case, &times);
    let mut edges = Edges {
        case,
        base: &base,
        out: Vec::new(),
    };
    edges.conditions();
    edges.effects();
    let mut out = edges.out;
    out.retain(|e| e.from != e.to);
    out.sort_unstable();
    out.dedup();
    let mut graph = Graph {
        title: case.title.get(&case.language).to_owned(),
        rounds: case.rounds,
        nodes,
        edges: out,
        path: std::collections::BTreeSet::new(),
    };
    come_with_injects(&mut graph);
    settle(&mut graph);
    for node in &mut graph.nodes {
        node.ends = node.column;
    }
    for (n, task) in case.tasks.iter().enumerate() {
        if let Some(node) = graph.nodes.get_mut(base.tasks + n) {
            node.ends = node.column + usize::from(task.rounds.max(1)) * 2 - 1;
        }
    }
    graph
}

/// What an inject brings comes with it, and not of the round before. An item that something else brings as early
/// stays.
fn come_with_injects(graph: &mut Graph) {
    let inject = |kind| matches!(kind, Kind::Inject | Kind::Decision);
    for to in 0..graph.nodes.len() {
        let brought = graph.edges.iter();
        let brought = brought.filter(|e| e.to == to && e.bond == Bond::Brings);
        let by: Vec<&Node> = brought.filter_map(|e| graph.nodes.get(e.from)).collect();
        let here = graph.nodes[to].column;
        let item = matches!(
            graph.nodes[to].kind,
            Kind::Item | Kind::CriticalItem | Kind::FalseLead
        );
        let first = by.iter().map(|from| from.column).min();
        if item && here > 0 && first == Some(here + 1) && by.iter().all(|from| inject(from.kind)) {
            graph.nodes[to].column = here + 1;
        }
    }
}

/// What follows at once from something of its own column stands one further.
fn settle(graph: &mut Graph) {
    let end = usize::from(graph.rounds) * 2;
    let waits = |k: Kind| matches!(k, Kind::Milestone | Kind::Authority);
    for edge in &graph.edges {
        let (from, to) = (graph.nodes.get(edge.from), graph.nodes.get(edge.to));
        let (Some(from), Some(to)) = (from, to) else {
            continue;
        };
        if waits(to.kind)
            && !waits(from.kind)
            && from.column == to.column
            && to.column.is_multiple_of(2)
        {
            let column = (to.column + 1).min(end);
            if let Some(to) = graph.nodes.get_mut(edge.to) {
                to.column = column;
            }
        }
    }
}

fn nodes(case: &Scenario, times: &Earliest) -> (Vec<Node>, Base) {
    let last = usize::from(case.rounds) * 2 + 1;
    // What is there at a moment came of the round before; what a round begins with stands in it.
    let came = |at: Option<u8>| {
        at.map_or(last, |t| (usize::from(t).max(1) - 1) * 2)
            .min(last)
    };
    let begins = |at: Option<u8>| at.map_or(last, |t| usize::from(t).max(1) * 2 - 1).min(last);
    let mut out: Vec<Node> = Vec::new();
    let own = |text: &Text| text.get(&case.language).to_owned();
    let mut add = |kind, label: &str, about: String, lane, column| {
        out.push(Node {
            kind,
            label: label.to_owned(),
            about,
            lane,
            column,
            ends: column,
            critical: false,
        });
    };
    for (item, at) in case.items.iter().zip(&times.items) {
        let kind = match (item.critical, item.false_lead) {
            (true, _) => Kind::CriticalItem,
            (_, true) => Kind::FalseLead,
            _ => Kind::Item,
        };
        let about = own(&item.title);
        add(kind, &item.key, about, Lane::of(item.origin), came(*at));
    }
    for (task, at) in case.tasks.iter().zip(&times.tasks) {
        let (about, lane) = (own(&task.title), Lane::of(task.team));
        add(Kind::Task, &task.key, about, lane, begins(*at));
    }
    for (inject, at) in case.injects.iter().zip(&times.injects) {
        let lane = match inject.to.as_slice() {
            [one] => Lane::of(*one),
            _ => Lane::Both,
        };
        let label = format!("inject {}", inject.number);
        let about = own(inject.synopsis.as_ref().unwrap_or(&inject.text));
        let kind = match inject.decision {
            Some(_) => Kind::Decision,
            None => Kind::Inject,
        };
        add(kind, &label, about, lane, begins(*at));
    }
    for (milestone, at) in case.milestones.iter().zip(&times.milestones) {
        let lane = milestone.team.map_or(Lane::Both, Lane::of);
        let about = milestone.hint.as_ref().map(own).unwrap_or_default();
        add(Kind::Milestone, &milestone.key, about, lane, came(*at));
    }
    for (authority, at) in case.authorities.iter().zip(&times.authorities) {
        let (about, lane) = (own(&authority.title), Lane::of(authority.team));
        add(Kind::Authority, &authority.key, about, lane, came(*at));
    }
    for (operation, at) in case.operations.iter().zip(&times.operations) {
        let about = own(&operation.title);
        add(
            Kind::Operation,
            &operation.key,
            about,
            Lane::Both,
            came(*at),
        );
    }
    for (step, at) in case.network.plan.iter().zip(&times.steps) {
        let about = own(&step.text);
        add(Kind::Network, &step.key, about, Lane::Both, came(*at));
    }
    for (reaction, at) in case.network.reactions.iter().zip(&times.reactions) {
        let about = own(&reaction.text);
        add(Kind::Network, &reaction.key, about, Lane::Both, came(*at));
    }
    for outcome in ["full", "partial"] {
        add(Kind::Outcome, outcome, String::new(), Lane::Both, last);
    }
    let tasks = case.items.len();
    let injects = tasks + case.tasks.len();
    let milestones = injects + case.injects.len();
    let authorities = milestones + case.milestones.len();
    let operations = authorities + case.authorities.len();
    let steps = operations + case.operations.len();
    let reactions = steps + case.network.plan.len();
    let base = Base {
        items: 0,
        tasks,
        injects,
        milestones,
        authorities,
        operations,
        steps,
        reactions,
        full: reactions + case.network.reactions.len(),
    };
    (out, base)
}

struct Edges<'c> {
    case: &'c Scenario,
    base: &'c Base,
    out: Vec<Edge>,
}

impl Edges<'_> {
    fn add(&mut self, from: usize, to: usize, bond: Bond) {
        self.out.push(Edge { from, to, bond });
    }

    fn conditions(&mut self) {
        let (case, base) = (self.case, self.base);
        for (n, task) in case.tasks.iter().enumerate() {
            self.condition(&task.needs, base.tasks + n, Bond::Needs);
            if let Some(authority) = task.authority {
                self.add(
                    base.authorities + authority.index(),
                    base.tasks + n,
                    Bond::Needs,
                );
            }
        }
        for (n, inject) in case.injects.iter().enumerate() {
            self.condition(&inject.when, base.injects + n, Bond::Needs);
            if let crate::scenario::msel::Trigger::Contingency { expected, .. } = &inject.trigger {
                self.condition(expected, base.injects + n, Bond::Not);
            }
        }
        for (n, milestone) in case.milestones.iter().enumerate() {
            self.condition(&milestone.when, base.milestones + n, Bond::Needs);
        }
        for (n, authority) in case.authorities.iter().enumerate() {
            for ground in &authority.grounds {
                let bond = if ground.items.len() > 1 {
                    Bond::Any
                } else {
                    Bond::Needs
                };
                for item in &ground.items {
                    self.add(base.items + item.index(), base.authorities + n, bond);
                }
            }
        }
        for (n, operation) in case.operations.iter().enumerate() {
            self.condition(&operation.needs, base.operations + n, Bond::Needs);
            for team in Team::BOTH {
                for authority in &operation.basis[team.index()] {
                    let from = base.authorities + authority.index();
                    self.add(from, base.operations + n, Bond::Any);
                }
            }
        }
        for (n, step) in case.network.plan.iter().enumerate() {
            if let Some(unless) = &step.unless {
                self.condition(unless, base.steps + n, Bond::Not);
            }
        }
        self.condition(&case.theory.full, base.full, Bond::Needs);
        self.condition(&case.theory.partial, base.full + 1, Bond::Needs);
    }

    /// What a condition asks for bears on `to`.
    fn condition(&mut self, condition: &Condition, to: usize, bond: Bond) {
        let within = match (condition, bond) {
            (Condition::Any(parts), Bond::Needs) if parts.len() > 1 => Bond::Any,
            (Condition::Not(_), Bond::Not) => Bond::Needs,
            (Condition::Not(_), _) => Bond::Not,
            _ => bond,
        };
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts
                    .iter()
                    .for_each(|part| self.condition(part, to, within));
            }
            Condition::Not(inner) => self.condition(inner, to, within),
            leaf => {
                for from in self.sources(leaf) {
                    self.add(from, to, bond);
                }
            }
        }
    }

    /// The things that a part of a condition speaks of.
    fn sources(&self, leaf: &Condition) -> Vec<usize> {
        let (case, base) = (self.case, self.base);
        match leaf {
            Condition::Holds { item, .. }
            | Condition::Shared { item, .. }
            | Condition::Cited(item) => vec![base.items + item.index()],
            Condition::Done(task) => vec![base.tasks + task.index()],
            Condition::Milestone(id) => vec![base.milestones + id.index()],
            Condition::Stepped(id) => vec![base.steps + id.index()],
            Condition::Reacted(id) => vec![base.reactions + id.index()],
            Condition::Chosen { inject, .. } => vec![base.injects + inject.index()],
            Condition::Executed(id) | Condition::Attempted(id) => {
                vec![base.operations + id.index()]
            }
            Condition::Authorised(id) => vec![base.authorities + id.index()],
            Condition::Proven { element, .. } => {
                let element = case.theory.elements.get(element.index());
                let proof = element.into_iter().flat_map(|e| &e.proof);
                proof.map(|item| base.items + item.index()).collect()
            }
            // A flag is drawn as what sets it.
            Condition::Flag(flag) => {
                let sets = |e: &Effect| *e == Effect::Flag(*flag);
                self.bringers()
                    .filter(|(_, e)| sets(e))
                    .map(|(n, _)| n)
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Everything that brings something about, with each of its effects.
    fn bringers(&self) -> impl Iterator<Item = (usize, Effect)> {
        let (case, base) = (self.case, self.base);
        let tasks = case.tasks.iter().enumerate();
        let tasks = tasks.flat_map(move |(n, t)| t.effects().map(move |e| (base.tasks + n, e)));
        let injects = case
            .injects
            .iter()
            .enumerate()
            .flat_map(move |(n, inject)| {
                let options = inject.decision.iter().flat_map(|d| &d.options);
                let all = options.flat_map(|o| &o.effects).chain(&inject.effects);
                all.map(move |e| (base.injects + n, *e))
            });
        let operations = case.operations.iter().enumerate().flat_map(move |(n, o)| {
            let all = o.success.iter().chain(&o.failure).chain(&o.danger);
            all.map(move |e| (base.operations + n, *e))
        });
        let steps = case.network.plan.iter().enumerate();
        let steps =
            steps.flat_map(move |(n, s)| s.effects.iter().map(move |e| (base.steps + n, *e)));
        let reactions = case.network.reactions.iter().enumerate();
        let reactions = reactions
            .flat_map(move |(n, r)| r.effects.iter().map(move |e| (base.reactions + n, *e)));
        tasks
            .chain(injects)
            .chain(operations)
            .chain(steps)
            .chain(reactions)
    }

    fn effects(&mut self) {
        let base = self.base;
        let all: Vec<(usize, Effect)> = self.bringers().collect();
        for (from, effect) in all {
            match effect {
                Effect::Give { item, .. } => {
                    self.add(from, base.items + item.index(), Bond::Brings)
                }
                Effect::Open(task) => self.add(from, base.tasks + task.index(), Bond::Brings),
                Effect::Close(task) => self.add(from, base.tasks + task.index(), Bond::Ends),
                _ => {}
            }
        }
        for (n, reaction) in self.case.network.reactions.iter().enumerate() {
            for step in &reaction.cancels {
                self.add(base.reactions + n, base.steps + step.index(), Bond::Ends);
            }
        }
    }
}
