//! What a team is shown must not echo what only its partner, out of its sight, can bring about.
//!
//! Teams see neither the network's alarm nor anybody's welfare, nor the effects of the partner's
//! tasks, nor injects that reach only the partner. Whatever such a cause alone can change is an echo
//! of the partner's doings, and so is whatever follows from it, however long the chain: a task of the
//! partner raises the alarm, the alarm fires an inject of the partner's, that sets a flag, and a hint
//! of this team waits for the flag. What the team itself, the mere course of time, or an inject that
//! the team is told of can bring about as well tells it nothing.

use std::collections::BTreeMap;

use super::super::file::Cmp;
use super::super::ids::Team;
use super::super::model::{Condition, Effect, Scenario};
use super::bounds::{Span, drift, meets, widen};
use super::secrecy::Secrets;
use super::sites::leaves;

/// What effects change and conditions ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fact {
    Flag(usize),
    Alarm,
    Welfare(usize),
    Milestone(usize),
    /// The task comes onto its team's list.
    Open(usize),
    /// It leaves the list.
    Close(usize),
}

/// Whose condition asks for a fact.
#[derive(Clone, Copy)]
enum User {
    Milestone(usize),
    Inject(usize),
}

/// What one team can only hear as an echo.
pub(super) struct Echoes<'s, 'c> {
    case: &'c Scenario,
    pub team: Team,
    secrets: &'s Secrets<'c>,
    /// What can bring a fact about in the team's sight or without the partner, how often.
    open: BTreeMap<(Fact, i8), u32>,
    /// What can bring it about at all.
    any: BTreeMap<(Fact, i8), u32>,
    milestones: Vec<bool>,
    injects: Vec<bool>,
}

impl<'s, 'c> Echoes<'s, 'c> {
    pub fn of(case: &'c Scenario, team: Team, secrets: &'s Secrets<'c>) -> Self {
        let mut echoes = Self {
            case,
            team,
            secrets,
            open: BTreeMap::new(),
            any: BTreeMap::new(),
            milestones: vec![false; case.milestones.len()],
            injects: vec![false; case.injects.len()],
        };
        for task in &case.tasks {
            for effect in task.effects() {
                echoes.source(&effect, task.team == team);
            }
        }
        for effect in case.injects.iter().flat_map(|i| &i.effects) {
            echoes.source(effect, true);
        }
        // What both have signed is the doing of both, and both are told how it ended.
        for effect in case.operations.iter().flat_map(|o| o.effects()) {
            echoes.source(effect, true);
        }
        echoes.spread();
        echoes
    }

    fn source(&mut self, effect: &Effect, open: bool) {
        if let Some(key) = changes(effect) {
            *self.any.entry(key).or_default() += 1;
            if open {
                *self.open.entry(key).or_default() += 1;
            }
        }
    }

    /// Follows what is an echo in itself to everything that depends on it.
    fn spread(&mut self) {
        let case = self.case;
        let mut used_by: BTreeMap<Fact, Vec<(User, &Condition)>> = BTreeMap::new();
        let mut queue = Vec::new();
        let milestones = case.milestones.iter().map(|m| &m.when).enumerate();
        let injects = case.injects.iter().map(|i| &i.when).enumerate();
        for (user, when) in milestones
            .map(|(n, when)| (User::Milestone(n), when))
            .chain(injects.map(|(n, when)| (User::Inject(n), when)))
        {
            leaves(when, &mut |leaf| {
                if let Some(fact) = asks(leaf) {
                    used_by.entry(fact).or_default().push((user, leaf));
                }
                if self.tells(leaf) {
                    queue.push(user);
                }
            });
        }
        while let Some(user) = queue.pop() {
            for fact in self.hide(user) {
                let users = used_by.get(&fact).into_iter().flatten();
                queue.extend(
                    users
                        .filter(|(_, leaf)| self.tells(leaf))
                        .map(|(user, _)| user),
                );
            }
        }
    }

    /// Notes that something is an echo; the facts that may have become one by it.
    fn hide(&mut self, user: User) -> Vec<Fact> {
        match user {
            User::Milestone(n) => {
                if std::mem::replace(&mut self.milestones[n], true) {
                    return Vec::new();
                }
                vec![Fact::Milestone(n)]
            }
            User::Inject(n) => {
                // What the team is told of is no echo but news.
                if self.case.injects[n].to.contains(&self.team)
                    || std::mem::replace(&mut self.injects[n], true)
                {
                    return Vec::new();
                }
                let mut facts = Vec::new();
                for key in self.case.injects[n].effects.iter().filter_map(changes) {
                    if let Some(left) = self.open.get_mut(&key) {
                        *left -= 1;
                        if *left == 0 {
                            facts.push(key.0);
                        }
                    }
                }
                facts
            }
        }
    }

    fn can(&self, key: (Fact, i8)) -> bool {
        self.open.get(&key).is_some_and(|n| *n > 0)
    }

    /// Can only the partner bring it about?
    pub fn only_theirs(&self, fact: Fact) -> bool {
        self.any.contains_key(&(fact, 0)) && !self.can((fact, 0))
    }

    /// Does the condition's part tell of what only the partner can bring about?
    fn tells(&self, leaf: &Condition) -> bool {
        let case = self.case;
        let echo = match leaf {
            Condition::Flag(flag) => self.only_theirs(Fact::Flag(flag.index())),
            Condition::Milestone(id) => self.milestones[id.index()],
            Condition::Exposure(cmp) => {
                let start = (case.exposure, case.exposure);
                self.moved_by_them(*cmp, Fact::Alarm, start, 100)
            }
            Condition::Welfare { person, is } => {
                let start = drift(&case.people[person.index()], case.rounds);
                self.moved_by_them(*is, Fact::Welfare(person.index()), start, 10)
            }
            _ => false,
        };
        // What is secret in itself spreads like what follows from it.
        echo || self.secrets.why(leaf).is_some()
    }

    /// Without the partner the comparison always comes out the same; with it, it may change.
    fn moved_by_them(&self, cmp: Cmp, fact: Fact, start: Span, max: u8) -> bool {
        let (mut own, mut all) = (start, start);
        for by in [-1, 1] {
            if self.can((fact, by)) {
                widen(&mut own, by, max);
            }
            if self.any.contains_key(&(fact, by)) {
                widen(&mut all, by, max);
            }
        }
        let changes = |span| meets(cmp, span) && fails(cmp, span);
        !changes(own) && changes(all)
    }

    /// What a part of a condition tells of.
    pub fn what(&self, leaf: &Condition) -> Option<String> {
        let case = self.case;
        if !self.tells(leaf) {
            return None;
        }
        match leaf {
            Condition::Flag(flag) => Some(format!("`{}`", case.flags[flag.index()])),
            Condition::Milestone(id) => Some(format!("`{}`", case.milestones[id.index()].key)),
            Condition::Exposure(_) => Some("the network's alarm".to_owned()),
            Condition::Welfare { person, .. } => {
                let key = &case.people[person.index()].key;
                Some(format!("how `{key}` fares"))
            }
            _ => None,
        }
    }
}

/// What an effect changes, and in which direction where that counts.
pub(super) fn changes(effect: &Effect) -> Option<(Fact, i8)> {
    match effect {
        Effect::Flag(flag) => Some((Fact::Flag(flag.index()), 0)),
        Effect::Exposure(by) => Some((Fact::Alarm, by.signum())),
        Effect::Welfare { person, by } => Some((Fact::Welfare(person.index()), by.signum())),
        Effect::Open(task) => Some((Fact::Open(task.index()), 0)),
        Effect::Close(task) => Some((Fact::Close(task.index()), 0)),
        // An item in the folder is there for the team to read, and trust both see.
        Effect::Give { .. } | Effect::Trust(_) => None,
    }
}

fn asks(leaf: &Condition) -> Option<Fact> {
    match leaf {
        Condition::Flag(flag) => Some(Fact::Flag(flag.index())),
        Condition::Exposure(_) => Some(Fact::Alarm),
        Condition::Welfare { person, .. } => Some(Fact::Welfare(person.index())),
        Condition::Milestone(id) => Some(Fact::Milestone(id.index())),
        _ => None,
    }
}

/// Can a number between these fail to satisfy the comparison?
fn fails(cmp: Cmp, (low, high): Span) -> bool {
    match cmp {
        Cmp::AtLeast(n) => low < n,
        Cmp::AtMost(n) => high > n,
        Cmp::Exactly(n) => (low, high) != (n, n),
    }
}
