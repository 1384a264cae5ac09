//! From what is wanted one step back to what it takes, until nothing more follows.

use super::{Pull, Wants};
use crate::engine::State;
use crate::scenario::Scenario;
use crate::scenario::file::Cmp;
use crate::scenario::ids::{InjectId, ItemId, OperationId, OptionId, SubjectId, TaskId, Team};
use crate::scenario::model::{Condition, Effect};
use crate::scenario::msel::Trigger;
use crate::solve::fact::{Atlas, Fact, ids};
use crate::solve::passing::Passing;
use crate::solve::relax::effects;

pub(super) struct Walk<'a> {
    pub case: &'a Scenario,
    pub atlas: &'a Atlas,
    pub state: &'a State,
    pub wants: Wants,
    pub changed: bool,
}

impl Walk<'_> {
    fn pull(&mut self, at: usize, up: bool) {
        let pull = &mut self.wants.facts[at];
        let slot = if up { &mut pull.up } else { &mut pull.down };
        self.changed |= !std::mem::replace(slot, true);
    }

    pub fn fact(&mut self, fact: Fact, up: bool) {
        if fact.holds(self.state) {
            return;
        }
        self.pull(self.atlas.at(fact), up);
    }

    /// Is the condition decided for the rest of the exercise?
    fn settled(&self, condition: &Condition) -> Option<bool> {
        match condition {
            Condition::Always => Some(true),
            Condition::Not(inner) => self.settled(inner).map(|b| !b),
            Condition::All(parts) => {
                let all: Vec<_> = parts.iter().map(|p| self.settled(p)).collect();
                if all.contains(&Some(false)) {
                    return Some(false);
                }
                all.iter().all(|p| *p == Some(true)).then_some(true)
            }
            Condition::Any(parts) => {
                let all: Vec<_> = parts.iter().map(|p| self.settled(p)).collect();
                if all.contains(&Some(true)) {
                    return Some(true);
                }
                all.iter().all(|p| *p == Some(false)).then_some(false)
            }
            Condition::Round(cmp) => {
                let now = self.state.round;
                match *cmp {
                    Cmp::AtLeast(x) => (now >= x).then_some(true),
                    Cmp::AtMost(x) => (now > x).then_some(false),
                    Cmp::Exactly(x) => (now > x).then_some(false),
                }
            }
            leaf => Fact::of(leaf)
                .is_some_and(|f| f.holds(self.state))
                .then_some(true),
        }
    }

    pub fn condition(&mut self, condition: &Condition, so: bool) {
        use Condition as C;
        if self.settled(condition).is_some() {
            return;
        }
        match condition {
            C::Always | C::Round(_) | C::Offence(_) => {}
            C::All(parts) | C::Any(parts) => parts.iter().for_each(|p| self.condition(p, so)),
            C::Not(inner) => self.condition(inner, !so),
            C::Exposure(cmp) => {
                let pull = number(*cmp, so);
                self.changed |= merge(&mut self.wants.alarm, pull);
            }
            C::Welfare { person, is } => {
                let pull = number(*is, so);
                self.changed |= merge(&mut self.wants.welfare[person.index()], pull);
            }
            C::Answered(q) => self.known(self.case.theory.questions[q.index()].truth, so),
            C::Status { person, .. } => {
                self.known(self.case.people[person.index()].subject, so);
            }
            C::Role { role, .. } => {
                self.known(self.case.theory.roles[role.index()].subject, so);
            }
            C::Cited(item) if so => {
                Team::BOTH
                    .iter()
                    .for_each(|t| self.fact(Fact::Holds(*item, *t), true));
            }
            C::Proven { element, .. } if so => {
                for item in &self.case.theory.elements[element.index()].proof {
                    // That it comes by a formal way as well is a matter of sharing it so.
                    for team in Team::BOTH {
                        self.pull(self.atlas.at(Fact::Holds(*item, team)), true);
                    }
                }
            }
            C::Cited(_) | C::Proven { .. } => {}
            leaf => match Fact::of(leaf) {
                Some(fact) => self.fact(fact, so),
                None => self.wants.beyond = true,
            },
        }
    }

    fn known(&mut self, subject: SubjectId, so: bool) {
        let known = |team| {
            crate::engine::rules::theory::known_subjects(self.state, team).has(subject.index())
        };
        if so && !Team::BOTH.into_iter().any(known) {
            self.pull(self.atlas.known(subject), true);
        }
    }

    fn up(&self, fact: Fact) -> bool {
        self.wants.fact(self.atlas, fact).up
    }

    /// One step back from all that is wanted so far.
    pub fn back(&mut self, level: u16) {
        self.tasks(level);
        self.injects();
        self.network();
        self.operations();
        for (milestone, id) in (self.case.milestones.iter()).zip(0u16..) {
            let pull = self.wants.fact(
                self.atlas,
                Fact::Milestone(crate::scenario::ids::MilestoneId(id)),
            );
            self.both(pull.up, pull.down, &milestone.when);
        }
        for (authority, id) in self.case.authorities.iter().zip(0u16..) {
            if self.up(Fact::Authorised(crate::scenario::ids::AuthorityId(id))) {
                let items = authority.grounds.iter().flat_map(|g| &g.items);
                items.for_each(|i| self.fact(Fact::Holds(*i, authority.team), true));
            }
        }
        for (person, n) in self.case.people.iter().zip(0..) {
            let pull = self.wants.welfare[n];
            if person.per_round != 0 {
                let (up, down) = if person.per_round < 0 {
                    (pull.up, pull.down)
                } else {
                    (pull.down, pull.up)
                };
                self.both(up, down, &person.safe);
            }
        }
        self.items();
    }

    fn both(&mut self, up: bool, down: bool, condition: &Condition) {
        if up {
            self.condition(condition, true);
        }
        if down {
            self.condition(condition, false);
        }
    }

    fn items(&mut self) {
        for (item, id) in self.case.items.iter().zip((0u16..).map(ItemId)) {
            let to = item.origin.other();
            if self.up(Fact::Holds(id, to)) {
                self.pull(self.atlas.at(Fact::Sent(id, to)), true);
            }
            if self.up(Fact::Sent(id, to)) {
                self.fact(Fact::Holds(id, item.origin), true);
                self.fact(Fact::Theorised(item.origin), true);
            }
            let named = item.subjects.iter().chain(&item.tear_subjects);
            if named
                .clone()
                .any(|s| self.wants.facts[self.atlas.known(*s)].up)
            {
                self.fact(Fact::Holds(id, item.origin), true);
                self.fact(Fact::Holds(id, to), true);
            }
        }
    }

    fn tasks(&mut self, level: u16) {
        for (task, id) in self.case.tasks.iter().zip((0u16..).map(TaskId)) {
            let subject = task.target.map(|s| self.atlas.known(s));
            if subject.is_some_and(|at| self.wants.facts[at].up) {
                self.condition(&task.needs, true);
                self.open(id);
            }
            let helps = |e: &Effect| self.wants.helps(self.atlas, *e);
            let found = task
                .found
                .iter()
                .any(|i| self.up(Fact::Holds(*i, task.team)));
            let good = self.up(Fact::Done(id))
                || found
                || task.success.iter().any(helps)
                || task.failure.iter().any(helps);
            if !good {
                continue;
            }
            if self.wants.tasks[id.index()].is_none() {
                self.wants.tasks[id.index()] = Some(level);
                self.changed = true;
            }
            self.begun(id);
            // What is done cannot be done when it would be of more use, nor fail.
            let early = task.success.iter().any(|e| self.in_its_time(*e));
            let helps = |e: &Effect| self.wants.helps(self.atlas, *e);
            if !task.repeat && (early || task.failure.iter().any(helps)) {
                self.fact(Fact::Done(id), false);
            }
        }
    }

    /// Is the effect wanted, and can it come too early: can something else undo it, or leave it without use?
    fn in_its_time(&self, effect: Effect) -> bool {
        let undone = |by: &dyn Fn(Effect) -> bool| effects(self.case).any(by);
        self.wants.helps(self.atlas, effect)
            && match effect {
                Effect::Open(task) => undone(&|e| e == Effect::Close(task)),
                Effect::Close(task) => undone(&|e| e == Effect::Open(task)),
                Effect::Exposure(by) => undone(&|e| match e {
                    Effect::Exposure(other) => other.signum() != by.signum(),
                    _ => false,
                }),
                Effect::Welfare { person, by } => {
                    let time = self.case.people[person.index()].per_round;
                    i32::from(time).signum() == -i32::from(by).signum()
                        || undone(&|e| match e {
                            Effect::Welfare {
                                person: p,
                                by: other,
                            } => p == person && other.signum() != by.signum(),
                            _ => false,
                        })
                }
                _ => false,
            }
    }

    /// What it takes to begin the task.
    fn begun(&mut self, id: TaskId) {
        let task = self.case.task(id);
        self.condition(&task.needs, true);
        self.open(id);
        if let Some(authority) = task.authority {
            self.fact(Fact::Authorised(authority), true);
        }
    }

    pub fn passing(&mut self, so: Passing) {
        match so {
            Passing::Away(task, _) => {
                self.wants.tasks[task.index()] = Some(0);
                self.begun(task);
                // Whoever has done it does not go again.
                if !self.case.task(task).repeat {
                    self.fact(Fact::Done(task), false);
                }
            }
            // That is so where nothing is done.
            Passing::Idle(_) => {}
            Passing::Closed(task) => self.pull(self.atlas.open(task), false),
        }
    }

    fn open(&mut self, id: TaskId) {
        // A task that stands open can be closed again.
        self.pull(self.atlas.open(id), true);
    }

    fn injects(&mut self) {
        for (inject, id) in self.case.injects.iter().zip((0u16..).map(InjectId)) {
            if self.state.plot.injects[id.index()].fired > 0 {
                continue;
            }
            let mut good = inject
                .effects
                .iter()
                .any(|e| self.wants.helps(self.atlas, *e));
            let mut bad = inject
                .effects
                .iter()
                .any(|e| self.wants.harms(self.atlas, *e));
            if let Some(decision) = &inject.decision {
                for (option, o) in decision.options.iter().zip((0u16..).map(OptionId)) {
                    let mut chosen = inject.to.iter().map(|t| Fact::Chosen(id, o, *t));
                    let pull = |f: Fact| self.wants.fact(self.atlas, f);
                    good |= chosen.clone().any(|f| pull(f).up)
                        || option
                            .effects
                            .iter()
                            .any(|e| self.wants.helps(self.atlas, *e));
                    bad |= chosen.any(|f| pull(f).down)
                        || option
                            .effects
                            .iter()
                            .any(|e| self.wants.harms(self.atlas, *e));
                }
            }
            // It goes once.
            let options = inject.decision.iter().flat_map(|d| &d.options);
            let mut brings = inject
                .effects
                .iter()
                .chain(options.flat_map(|o| &o.effects));
            bad |= brings.any(|e| self.in_its_time(*e));
            self.both(good, bad, &inject.when);
            if let Trigger::Contingency { expected, .. } = &inject.trigger {
                self.both(bad, good, expected);
            }
        }
    }

    fn network(&mut self) {
        use crate::scenario::ids::{ReactionId, StepId};
        let network = &self.case.network;
        for (step, id) in network.plan.iter().zip((0u16..).map(StepId)) {
            if step.round < self.state.round {
                continue;
            }
            let pull = self.wants.fact(self.atlas, Fact::Stepped(id));
            let good = pull.up
                || step
                    .effects
                    .iter()
                    .any(|e| self.wants.helps(self.atlas, *e));
            let bad = pull.down
                || step
                    .effects
                    .iter()
                    .any(|e| self.wants.harms(self.atlas, *e));
            if let Some(unless) = &step.unless {
                self.both(bad, good, unless);
            }
            let cancels = |r: &crate::scenario::msel::Reaction| r.cancels.contains(&id);
            if (good || bad) && network.reactions.iter().any(cancels) {
                let pull = Pull {
                    up: bad,
                    down: good,
                };
                self.changed |= merge(&mut self.wants.alarm, pull);
            }
        }
        for (reaction, id) in network.reactions.iter().zip((0u16..).map(ReactionId)) {
            if self.state.plot.reacted(id) {
                continue;
            }
            let pull = self.wants.fact(self.atlas, Fact::Reacted(id));
            let up = pull.up
                || reaction
                    .effects
                    .iter()
                    .any(|e| self.wants.helps(self.atlas, *e));
            let down = pull.down
                || reaction
                    .effects
                    .iter()
                    .any(|e| self.wants.harms(self.atlas, *e));
            let down = down || reaction.effects.iter().any(|e| self.in_its_time(*e));
            self.changed |= merge(&mut self.wants.alarm, Pull { up, down });
        }
    }

    fn operations(&mut self) {
        for id in ids(self.case.operations.len(), OperationId) {
            let operation = self.case.operation(id);
            let good = self.up(Fact::Executed(id))
                || self.up(Fact::Attempted(id))
                || operation
                    .effects()
                    .any(|e| self.wants.helps(self.atlas, *e));
            if !good || std::mem::replace(&mut self.wants.operations[id.index()], true) {
                continue;
            }
            self.changed = true;
            self.condition(&operation.needs, true);
            let basis = operation.basis.iter().flatten();
            basis.for_each(|a| self.fact(Fact::Authorised(*a), true));
        }
    }
}

fn merge(into: &mut Pull, more: Pull) -> bool {
    let before = *into;
    into.up |= more.up;
    into.down |= more.down;
    before != *into
}

fn number(cmp: Cmp, so: bool) -> Pull {
    let pull = match cmp {
        Cmp::AtLeast(_) => Pull {
            up: true,
            down: false,
        },
        Cmp::AtMost(_) => Pull {
            up: false,
            down: true,
        },
        Cmp::Exactly(_) => {
            return Pull {
                up: true,
                down: true,
            };
        }
    };
    if so {
        pull
    } else {
        Pull {
            up: pull.down,
            down: pull.up,
        }
    }
}
