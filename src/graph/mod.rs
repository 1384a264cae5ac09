//! A case as a graph: items, tasks, injects and conditions, by team and by the round in which each can first come
//! about, with the chain that the full outcome waits for longest.
//!
//! It shows the case as written, both teams' secrets included: it is for authors and trainers.

mod build;
mod critical;
mod layout;
mod svg;
mod text;

use std::collections::BTreeSet;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;

use crate::scenario::Scenario;
use crate::scenario::ids::Team;

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Item,
    /// An item without which the partner cannot do.
    CriticalItem,
    FalseLead,
    Task,
    Inject,
    /// An inject that asks for a decision.
    Decision,
    Milestone,
    Authority,
    Operation,
    /// A step of the network's plan, or a reaction.
    Network,
    Outcome,
}

impl Kind {
    /// Every kind, in the order of the legend.
    pub const ALL: [Kind; 11] = [
        Kind::Item,
        Kind::CriticalItem,
        Kind::FalseLead,
        Kind::Task,
        Kind::Inject,
        Kind::Decision,
        Kind::Milestone,
        Kind::Authority,
        Kind::Operation,
        Kind::Network,
        Kind::Outcome,
    ];

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Kind::Item => "item",
            Kind::CriticalItem => "critical-item",
            Kind::FalseLead => "false-lead",
            Kind::Task => "task",
            Kind::Inject => "inject",
            Kind::Decision => "decision",
            Kind::Milestone => "milestone",
            Kind::Authority => "authority",
            Kind::Operation => "operation",
            Kind::Network => "network",
            Kind::Outcome => "outcome",
        }
    }

    /// As the legend calls it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Kind::Item => "item",
            Kind::CriticalItem => "critical item",
            Kind::FalseLead => "false lead",
            Kind::Task => "task",
            Kind::Inject => "inject",
            Kind::Decision => "inject with a decision",
            Kind::Milestone => "milestone",
            Kind::Authority => "authority",
            Kind::Operation => "operation",
            Kind::Network => "network",
            Kind::Outcome => "outcome",
        }
    }
}

/// Whose part of the sheet a node stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    North,
    /// Of both teams, or of neither.
    Both,
    South,
}

impl Lane {
    pub const ALL: [Lane; 3] = [Lane::North, Lane::Both, Lane::South];

    fn of(team: Team) -> Self {
        match team {
            Team::North => Lane::North,
            Team::South => Lane::South,
        }
    }
}

/// One thing of the case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    pub kind: Kind,
    /// Its id, or `inject 3`.
    pub label: String,
    /// What it is about, in the author's words; nothing where the case has none.
    pub about: String,
    pub lane: Lane,
    /// Half rounds: 0 what is there from the start, 1 what round 1 begins with, 2 what comes of it, and so on.
    pub column: usize,
    /// The column in which what it brings is there: of a task that takes several rounds, a later one.
    pub ends: usize,
    /// On the chain that the full outcome waits for longest.
    pub critical: bool,
}

/// Most characters of what an inject is about that stand beside its number.
const ABOUT: usize = 26;

impl Node {
    /// An inject by its number and its first words, for a number alone says nothing.
    fn in_words(&self) -> Option<String> {
        let inject = matches!(self.kind, Kind::Inject | Kind::Decision) && !self.about.is_empty();
        inject.then(|| format!("{}: {}", self.label, beginning(&self.about)))
    }
}

/// The first words of a text, as many as there is room for, in scripts without spaces too.
fn beginning(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let short = |part: &str| part.trim_end().chars().count() <= ABOUT;
    if short(&text) {
        return text;
    }
    let segmenter = LineSegmenter::new_dictionary(LineBreakOptions::default());
    let mut parts = (segmenter.segment_str(&text)).filter_map(|end| text.get(..end));
    let first = parts.by_ref().take_while(|part| short(part)).last();
    let first = first.map(str::trim_end).filter(|part| !part.is_empty());
    // A word that has no end within what there is room for.
    let cut = || text.chars().take(ABOUT).collect();
    format!("{}…", first.map_or_else(cut, str::to_owned))
}

/// How one thing bears on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bond {
    /// It needs this.
    Needs,
    /// It needs this or something else.
    Any,
    /// It needs that this is not.
    Not,
    /// It brings this, or opens it.
    Brings,
    /// It closes this, or cancels it.
    Ends,
}

impl Bond {
    pub const ALL: [Bond; 5] = [Bond::Needs, Bond::Any, Bond::Not, Bond::Brings, Bond::Ends];

    /// Its name among the texts of the interface.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Bond::Needs => "needs",
            Bond::Any => "any",
            Bond::Not => "not",
            Bond::Brings => "brings",
            Bond::Ends => "ends",
        }
    }
}

/// One thing bears on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub bond: Bond,
}

/// A case as a graph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Graph {
    pub title: String,
    pub rounds: u8,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    /// Edges of the critical path.
    pub path: BTreeSet<Edge>,
}

/// The graph of a case.
#[must_use]
pub fn graph(case: &Scenario) -> Graph {
    let mut graph = build::build(case);
    critical::mark(&mut graph);
    graph
}

pub use svg::svg;
pub use text::{dot, mermaid};

impl Graph {
    /// The labels of the critical path, from what is there first to the full outcome.
    #[must_use]
    pub fn critical_path(&self) -> Vec<&str> {
        let full = self
            .nodes
            .iter()
            .position(|n| n.critical && n.kind == Kind::Outcome);
        let before = |at: &usize| self.path.iter().find(|e| e.to == *at).map(|e| e.from);
        let mut back: Vec<&str> = std::iter::successors(full, before)
            .take(self.nodes.len())
            .filter_map(|n| self.nodes.get(n).map(|node| node.label.as_str()))
            .collect();
        back.reverse();
        back
    }

    /// The columns in which something stands, and one for each round between them in which nothing begins and of
    /// which nothing comes: that it is idle is what its author has to see.
    #[must_use]
    pub fn columns(&self) -> Vec<usize> {
        let mut used: Vec<usize> = self.nodes.iter().map(|n| n.column).collect();
        used.sort_unstable();
        used.dedup();
        let round = |column: usize| column.div_ceil(2);
        let idle = |pair: &[usize]| match pair {
            [a, b] => round(*a) + 1..round(*b),
            _ => 0..0,
        };
        let mut all: Vec<usize> = used.windows(2).flat_map(idle).map(|r| r * 2 - 1).collect();
        all.append(&mut used);
        all.sort_unstable();
        all
    }

    /// What stands over a column.
    #[must_use]
    pub fn heading(&self, column: usize) -> String {
        let end = usize::from(self.rounds) * 2 + 1;
        match column {
            0 => "From the start".to_owned(),
            c if c >= end => "Verdict".to_owned(),
            c if c % 2 == 1 => format!("Round {}", c.div_ceil(2)),
            c => format!("After round {}", c / 2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ABOUT, beginning};

    #[test]
    fn what_an_inject_is_about_fits_in_every_script() {
        assert_eq!(beginning("The light\n is out."), "The light is out.");
        assert_eq!(
            beginning("Somebody called from a box at the old quay"),
            "Somebody called from a box…"
        );
        let thai = "มีคนโทรศัพท์มาจากตู้โทรศัพท์ที่ท่าเรือเก่าและบอกว่าไฟดับแล้ว";
        let begins = beginning(thai);
        let kept = begins.strip_suffix('…').expect("it goes on");
        assert!(
            thai.starts_with(kept) && kept.chars().count() <= ABOUT,
            "{begins}"
        );
        // No vowel or tone is torn from what it stands on.
        let next = thai[kept.len()..].chars().next().expect("it goes on");
        assert!(
            !('\u{e31}'..='\u{e3a}').contains(&next) && !('\u{e47}'..='\u{e4e}').contains(&next)
        );
        assert_eq!(beginning(&"x".repeat(90)).chars().count(), ABOUT + 1);
    }
}
